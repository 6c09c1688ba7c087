"""What is wrong with a YAML text, in words for a person who edits it by hand."""

import yaml

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.patterns import lazy

QUOTES = "put the text in quotes"
UNPRINTABLE = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STARTS_VALUE = lazy(r"(?:^|[:?-][ \t])[ \t]*(\{\{|\{%|\[\[|\*\||[@`]|(?<!^)%)")
TEXT_WITH_COLON = lazy(r"[ \t]*(?:- +)*[^\s:]+:[ \t]+\S[^\r\n]*?:(?:[ \t]|$)")

PLAIN_WORDS = (
    # What the parser's problem begins with, what it means.
    ("mapping values are not allowed", "a key where none can be: a second colon, or a wrong indentation"),
    ("found unexpected end of stream", "the file ends inside a quoted text"),
    ("found unexpected document indicator", "a quoted text is not closed before --- or ..."),
    ("found unknown escape", "an escape that YAML does not have; a backslash is doubled in double quotes"),
    ("found invalid Unicode", "an escape for no character; YAML writes an emoji as \\U and eight digits"),
    ("did not find expected hexdecimal", "\\x, \\u and \\U are followed by two, four and eight hex digits"),
    ("did not find expected alphabetic", "an alias or anchor without a name"),
    ("expected alphabetic", "an alias or anchor without a name"),
    ("could not find expected ':'", "expected a colon after the key"),
    ("did not find expected ',' or", "expected a comma or the closing bracket"),
    ("expected ',' or", "expected a comma or the closing bracket"),
    ("did not find expected '-' indicator", "expected a list item at this indentation"),
    ("did not find expected key", "expected a key at this indentation"),
    ("expected <block end>", "expected a key or list item at this indentation"),
    ("did not find expected node content", "expected a value"),
    ("expected the node content", "expected a value"),
    ("found incompatible YAML", "only YAML 1.1 and 1.2 are read"),
    ("found unexpected ':'", "a colon that separates nothing"),
    ("did not find expected <document start>", "expected the end of the document"),
    ("expected '<document start>'", "expected the end of the document"),
)


def broken(error: yaml.YAMLError | UnicodeEncodeError, file: SourceFile) -> SourceError:
    """The parser's error at its place."""
    if isinstance(error, UnicodeEncodeError):
        return trap("half of a surrogate pair is no character", file, error.start)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        found = UNPRINTABLE.search(file.text)
        if not found:
            return SourceError("is not valid YAML", path=file.path)
        message = f"YAML does not allow the control character U+{ord(found[0]):04X}"
        return trap(message, file, found.start(), "write it as an escape in double quotes")
    at = min(error.problem_mark.index, len(file.text))
    problem = error.problem or ""
    unclosed = problem.startswith("found unexpected end of stream") and error.context_mark
    if unclosed:
        return trap("the quoted text that begins here is not closed", file, unclosed.index)
    return _at(problem, file, at)


def _at(problem: str, file: SourceFile, at: int) -> SourceError:
    line, start = _line(file, at)
    if file.text[at : at + 1] == "\t":
        return trap("a tab cannot indent in YAML", file, at, "use spaces")
    unquoted = STARTS_VALUE.search(line)
    if unquoted:
        return trap(f"a text that begins with {unquoted[1]} needs quotes", file, start + unquoted.start(1))
    if problem.startswith("mapping values") and TEXT_WITH_COLON.match(line):
        return trap("a colon and a blank inside a text without quotes", file, at, QUOTES)
    plain = next((words for begin, words in PLAIN_WORDS if problem.startswith(begin)), problem or "is not valid YAML")
    return trap(plain, file, at)


def _line(file: SourceFile, at: int) -> tuple[str, int]:
    """The line that holds an offset, or the last one with words before it."""
    before = len(file.text[:at].rstrip()) if not file.text[at : at + 1].strip() else at
    span = file.lines.line_span(file.lines.position(before).line - file.base.line + 1)
    return span.of(file.text), span.start


def trap(message: str, file: SourceFile, at: int, hint: str | None = None) -> SourceError:
    place = file.lines.position(at)
    if hint is None and message.endswith(("needs quotes", "cut here")):
        hint = QUOTES
    return SourceError(message, path=file.path, line=place.line, column=place.column, hint=hint)
