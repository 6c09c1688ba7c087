"""Vale's `repetition`: tokens that come twice in a row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.typed import is_mask
from trustlint.checks.vale.blocks import Block, blocks
from trustlint.checks.vale.existence import Existence, acted
from trustlint.checks.vale.search import Exceptions, Search, at
from trustlint.patterns import lazy
from trustlint.rule import Rule

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()

_NEW_SENTENCE = lazy(r"[.!?…][\"'”’)\]]*\s")


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Repetition":
    return Repetition(rule, Search(rule.options["pattern"], limit), Exceptions(rule, limit))


class Repetition(Existence):
    """Every token that follows its like, within one sentence."""

    def _find(self, prose: "Prose", places: Sequence[int] | None) -> Iterator[Match]:
        for block in blocks(prose, self.rule):
            for start, end, token in self._repeated(block):
                match = acted(
                    prose, at(block, start, end), self.rule.options.get("action", ()), [block.text[start:end]]
                )
                yield match._replace(values={**match.values, "match": token})

    def _repeated(self, block: Block) -> Iterator[tuple[int, int, str]]:
        before, begun, count = "", 0, 0
        for found in self.pattern.matches(block.text):
            token = found[0].strip()
            if self._is_again(token, before):
                count += 1
                if count > self.rule.options.get("max", 0) and self._is_wrong(block, begun, found.end()):
                    yield begun, found.end(), token
                    count = 0
            before, begun = token, found.start()

    def _is_wrong(self, block: Block, start: int, end: int) -> bool:
        return not _NEW_SENTENCE.search(block.text, start, end) and not self.exceptions.cover(block, start, end)

    def _is_again(self, token: str, before: str) -> bool:
        if not token or any(map(is_mask, token)) or (self.rule.options.get("alpha") and not token.isalpha()):
            return False
        return token.casefold() == before.casefold() if self.rule.options.get("ignorecase") else token == before
