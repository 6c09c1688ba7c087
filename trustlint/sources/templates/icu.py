"""ICU MessageFormat, as ARB files and many translations have it: `{name}`, `{count, plural, one{…} other{…}}`.

The text of every branch is read. An apostrophe quotes braces (`'{'`), two are one; any other stands for itself. `#` is
the number inside a plural. What is no such pattern is text.
"""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token, in_order
from trustlint.span import Span
from trustlint.typed import Iterator

_ARGUMENT = lazy(r"\{\s*(?P<name>[\w.-]+)\s*(?:,\s*(?P<type>\w+)\s*(?P<more>,)?)?\s*")
_SELECTOR = lazy(r"\s*(?:offset:\s*\d+\s*)?(?P<word>=\d+|[\w-]+)\s*\{")
_CHOICES = frozenset(("plural", "select", "selectordinal", "choice"))
_DATES = frozenset(("date", "time"))
_SPECIAL = lazy(r"['{}#]")
_DEPTH = 20


def lex(value: str) -> list[Token]:
    """The tokens of a message."""
    return in_order(_Message(value).read())


class _Message:
    """One pass. `within` are the blocks around the place: the name of each, and whether `#` is a number there."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.within: list[tuple[str, bool]] = []

    def read(self) -> Iterator[Token]:
        at = 0
        while found := _SPECIAL.search(self.value, at):
            at = found.start()
            token: Token | None = None
            if found[0] == "'":
                yield from (quotes := list(self._quote(at)))
                at = quotes[-1].span.end if quotes else at + 1
                continue
            if found[0] == "{":
                token = self._argument(at)
            elif found[0] == "}" and self.within:
                token = self._branch_end(at)
            elif found[0] == "#" and self.within and self.within[-1][1]:
                token = Token(Span(at, at + 1), "placeholder", "", "other", "#")
            if token:
                yield token
                at = token.span.end
            else:
                at += 1

    def _quote(self, at: int) -> Iterator[Token]:
        """The apostrophes that are not shown; braces between two of them are."""
        after = self.value[at + 1 : at + 2]
        if after == "'":
            yield Token(Span(at, at + 1), "raw", "'")
            # The second one is shown, and must not open another pair.
            yield Token(Span(at + 2, at + 2), "raw", "'")
        elif after and after in "{}|#":
            close = self.value.find("'", at + 1)
            yield Token(Span(at, at + 1), "raw", "'")
            if close > 0:
                yield Token(Span(close, close + 1), "raw", "'")
            else:
                yield Token(Span(len(self.value), len(self.value)), "raw", "'")

    def _argument(self, at: int) -> Token | None:
        found = _ARGUMENT.match(self.value, at)
        if not found:
            return None
        name, kind = found["name"], (found["type"] or "").lower()
        if kind in _CHOICES and found["more"] and len(self.within) < _DEPTH:
            selector = _SELECTOR.match(self.value, found.end())
            if not selector:
                return None
            self.within.append((name, kind != "select"))
            return Token(Span(at, selector.end()), "open", "select", name=self._shown(name, selector["word"]))
        close = self.value.find("}", found.end())
        if close < 0 or (not kind and close != found.end()) or close - at > 200:
            return None
        placeholder = "date" if kind in _DATES else placeholder_kind(name)
        return Token(Span(at, close + 1), "placeholder", "", placeholder, name)

    def _branch_end(self, at: int) -> Token:
        """Another branch of the block, or its end."""
        name, _ = self.within[-1]
        if selector := _SELECTOR.match(self.value, at + 1):
            return Token(Span(at, selector.end()), "branch", "when", name=self._shown(name, selector["word"]))
        self.within.pop()
        end = re.compile(r"\s*\}").match(self.value, at + 1)
        return Token(Span(at, end.end() if end else at + 1), "close", "select", name=name)

    def _shown(self, name: str, word: str) -> str:
        return f"{{{name}: {word}}}"
