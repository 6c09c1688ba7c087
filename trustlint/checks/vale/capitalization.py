"""Vale's `capitalization`: a block that is not in the wanted case."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from trustlint.checks import Match, casing
from trustlint.checks.capitalization import judged
from trustlint.checks.typed import unmasked
from trustlint.checks.vale.blocks import Block, blocks
from trustlint.checks.vale.existence import limited
from trustlint.checks.vale.search import Exceptions, Search
from trustlint.rule import Rule

if TYPE_CHECKING:
    import regex

    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Capitalization":
    pattern, prefix = (rule.options.get(key) for key in ("pattern", "prefix"))
    return Capitalization(
        rule,
        Search(pattern, limit) if pattern else None,
        Search(prefix, limit) if prefix else None,
        Exceptions(rule, limit),
    )


class Capitalization:
    """Every block in another case than the rule's."""

    def __init__(self, rule: Rule, pattern: Search | None, prefix: Search | None, exceptions: Exceptions) -> None:
        self.rule = rule
        self.pattern = pattern
        self.prefix = prefix
        self.exceptions = exceptions

    @cached_property
    def excepted(self) -> "regex.Pattern[str] | None":
        words = self.rule.options.get("words")
        if not words:
            return None
        import regex

        return regex.compile(words)

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        return limited(self.rule, self._find(prose))

    def _find(self, prose: "Prose") -> Iterator[Match]:
        for block in blocks(prose, self.rule):
            found = self._judged(block)
            if not found.fits:
                text = block.span.of(prose.text)
                expected = unmasked(found.expected, text)
                replaced = expected if self.rule.options.get("replaces") and expected != text else None
                yield Match(block.span, {"match": text, "expected": expected}, replacement=replaced)

    def _judged(self, block: Block) -> casing.Casing:
        text = block.text
        if self.pattern is not None:
            return casing.Casing(self.rule.options["match"], self.pattern.found(text) or self.exceptions.hold(text))
        prefixed = next(self.prefix.matches(text), None) if self.prefix is not None else None
        head = prefixed[0] if prefixed is not None and prefixed.start() == 0 else ""
        found = judged(text[len(head) :], self.rule.options, self.excepted)
        return found._replace(expected=head + found.expected)
