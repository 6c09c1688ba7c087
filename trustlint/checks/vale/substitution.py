"""Vale's `substitution`: a pattern with a preferred form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match, compiled
from trustlint.checks.vale.actions import expanded, listed
from trustlint.checks.vale.blocks import blocks
from trustlint.checks.vale.existence import limited, pattern_anchors
from trustlint.checks.vale.search import Exceptions, Search, at
from trustlint.patterns import lazy
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    import regex

    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()

_PHRASE = lazy(r"[\w -]*")
_HAS_GROUP = lazy(r"\$\d+")
_OPTION = lazy(r"(?<!\\)\|")


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return pattern_anchors(rule, "pattern")


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Substitution":
    return Substitution(rule, Search(rule.options["pattern"], limit), Exceptions(rule, limit))


class Substitution:
    """Every match that is not in its preferred form already.

    The pattern has a group `swap0`, `swap1`, … for each key; `swaps` holds for each the key's own pattern, its
    preferred form, and the same as a pattern where it may be one.
    """

    def __init__(self, rule: Rule, pattern: Search, exceptions: Exceptions) -> None:
        self.rule = rule
        self.options = rule.options
        self.pattern = pattern
        self.exceptions = exceptions

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        return limited(self.rule, self._find(prose, places))

    def _find(self, prose: "Prose", places: Sequence[int] | None) -> Iterator[Match]:
        for block in blocks(prose, self.rule, places):
            for found in self.pattern.matches(block.text):
                number = _number(found)
                preferred = self._preferred(found[0], number)
                if not self._is_fine(found[0], preferred, number) and not self.exceptions.cover(block, *found.span()):
                    yield self._match(prose, at(block, *found.span()), preferred)

    def _preferred(self, observed: str, number: int) -> str:
        key, preferred, _ = self.options["swaps"][number]
        if _HAS_GROUP.search(preferred):
            whole = compiled.compile(key).search(observed, timeout=2)
            groups = [observed, *(group or "" for group in whole.groups())] if whole else [observed]
            preferred = expanded(preferred, groups)
        if self.options.get("matchcase"):
            return _recased(preferred, observed)
        return _capitalized(preferred) if self._capitalizes(observed) else preferred

    def _capitalizes(self, observed: str) -> bool:
        return bool(self.options.get("capitalize")) and observed[:1] == observed[:1].upper()

    def _is_fine(self, observed: str, preferred: str, number: int) -> bool:
        if self.options.get("replaces"):
            return observed in options_of(preferred)
        pattern = self.options["swaps"][number][2]
        if pattern is None or _PHRASE.fullmatch(preferred):
            return observed == preferred
        return observed == preferred or compiled.compile(pattern).fullmatch(observed, timeout=2) is not None

    def _match(self, prose: "Prose", span: Span, preferred: str) -> Match:
        text = span.of(prose.text)
        if not self.options.get("replaces"):
            return Match(span, {"match": text, "swap": preferred, "rewrite": f"“{preferred}”"})
        options = options_of(preferred)
        if self._capitalizes(text):
            options = [_capitalized(option) for option in options]
        values = {"match": text, "swap": listed(options)}
        if len(options) == 1:
            return Match(span, values, replacement=options[0])
        return Match(span, {**values, "rewrite": f"write {listed(options)}"})


def _number(found: "regex.Match[str]") -> int:
    return next(int(name.removeprefix("swap")) for name, text in found.groupdict().items() if text is not None)


def options_of(preferred: str) -> list[str]:
    r"""`this|that` as two suggestions; `\|` is a bar."""
    return [option.replace("\\|", "|") for option in _OPTION.split(preferred) if option]


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _recased(text: str, like: str) -> str:
    """A replacement in the case of what it replaces."""
    letters = re.sub(r"[\W\d_]", "", like)
    if letters.isupper() and len(letters) > 1:
        return text.upper()
    if letters.islower():
        return text.lower()
    return _capitalized(text.lower()) if letters[:1].isupper() and letters[1:].islower() else text
