"""Walks HCL's text: over space and comments, texts, and expressions that nobody evaluates."""

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers import _hcl_texts as texts
from trustlint.sources.containers._mapped import broken
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

COMMENT = r"#[^\n]*+|//[^\n]*+|/\*(?s:.)*?\*/"
SPACE = lazy(rf"(?:[ \t\r]|{COMMENT})*+")
LINES = lazy(rf"(?:[ \t\r\n]|{COMMENT})*+")
PLAIN = lazy(r"""(?:[^"<#/\[\](){},\n]|<(?!<)|/(?![/*]))*+""")
OPENING = ("[", "{", "(")
CLOSING = ("]", "}", ")")


class Cursor:
    """A place in the text that only moves forward."""

    def __init__(self, file: SourceFile) -> None:
        self.text = file.text
        self.at = 0
        self._file = file

    def sees(self, *strings: str) -> bool:
        return self.text.startswith(strings, self.at)

    def at_end(self) -> bool:
        return self.at == len(self.text)

    def over(self, pattern: "re.Pattern[str]") -> int:
        """Move over a pattern that may match nothing."""
        found = pattern.match(self.text, self.at)
        assert found
        self.at = found.end()
        return self.at

    def take(self, pattern: "re.Pattern[str]") -> "re.Match[str] | None":
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found

    def quoted(self) -> Span:
        """Over the quoted text that begins here."""
        end = texts.text_end(self.text, self.at)
        if end < 0:
            raise self.broken("the text that begins here has no closing quote")
        span = Span(self.at, end)
        self.at = end
        return span

    def heredoc(self) -> Span | None:
        """Over the heredoc that begins here, if one does."""
        begin = texts.HEREDOC.match(self.text, self.at)
        if not begin:
            return None
        last = texts.last_line(begin["marker"]).search(self.text, begin.end())
        if not last:
            raise self.broken(f"the text that begins here is never ended by a line {begin['marker']}")
        self.at = last.end()
        return Span(begin.start(), last.end())

    def expression(self, line_ends: bool) -> None:
        """To the end of an expression: a comma, a bracket that closes something around it, or the end of its line."""
        while True:
            self.over(PLAIN)
            if self.at_end() or self.sees(",", *CLOSING) or (line_ends and self.sees("\n")):
                return
            if self.sees(*OPENING):
                self.group()
            else:
                self._token()

    def group(self) -> None:
        """Over a bracket and what it holds."""
        start, depth = self.at, 0
        while True:
            self.over(PLAIN)
            if self.at_end():
                raise self.broken("the bracket that opens here is never closed", start)
            if self.sees(*OPENING, *CLOSING):
                depth += 1 if self.sees(*OPENING) else -1
                self.at += 1
                if not depth:
                    return
            else:
                self._token()

    def broken(self, message: str, at: int | None = None) -> SourceError:
        return broken(message, self._file, self.at if at is None else at)

    def _token(self) -> None:
        """Over a text, a heredoc, a comment, or a single character."""
        start = self.at
        if self.sees('"'):
            self.quoted()
        elif not self.heredoc() and self.over(SPACE) == start:
            if self.sees("/*"):
                raise self.broken("the comment that begins here has no */")
            self.at += 1
