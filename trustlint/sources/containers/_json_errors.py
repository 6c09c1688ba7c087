"""What is wrong with a JSON text, in words for a person who edits it by hand."""

from trustlint.errors import SourceError
from trustlint.message import SourceFile


def not_json(message: str, file: SourceFile, offset: int) -> SourceError:
    """The error at an offset of the file's text."""
    place = file.lines.position(min(offset, len(file.text)))
    return SourceError(message, path=file.path, line=place.line, column=place.column)


def explain(text: str, message: str, at: int) -> str:
    """The scanner's message about the character at `at`, said plainly."""
    found = text[at : at + 1]
    before = text[:at].rstrip(" \t\r\n")[-1:]
    if message.startswith("Unterminated string"):
        return "the text that begins here has no closing quote"
    if not found:
        return "the file ends in the middle of the JSON"
    if message.startswith("Expecting ',' delimiter"):
        return "expected a comma or the closing bracket"
    if message.startswith("Expecting ':' delimiter"):
        return "expected a colon after the key"
    if message.startswith("Illegal trailing comma") or (found in "]}" and before == ","):
        return "a comma too many before the closing bracket"
    if message.startswith("Expecting property name"):
        return f"expected a key in double quotes or the closing bracket, not {shown(found)}"
    if message.startswith("Invalid"):
        return 'a backslash in a text is followed by n, t, ", \\, /, b, f, r or u and four hex digits'
    if found in "'‘’“”":
        return f"expected a value; texts stand in straight double quotes, not {shown(found)}"
    if text.startswith(("//", "/*", "#"), at):
        return "JSON has no comments"
    return f"expected a value, not {shown(found)}"


def shown(char: str) -> str:
    """A character that may be invisible."""
    return f"{char!r}" if char in "'\"`" or not char.isprintable() else f"'{char}'"
