"""What of the lexicon no example needs, of any rule that uses it.

A name is used in many rules, and most of what it holds is needed by one example of one of them. So for each thing that
is left out only those examples are run in which it occurs, and those of the rule that missed the last one first.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from trustlint.checks.patterns import loose_pattern
from trustlint.examples import lint_with, placeholders, untrue
from trustlint.mutation.mutants import GRADES, Grade
from trustlint.mutation.names import Shortening, used_by
from trustlint.mutation.survivors import caught, unnoticed
from trustlint.mutation.terms import Shortened, Term, shortened
from trustlint.prose import Prose
from trustlint.prose.lexicon import Lexicon, straighten
from trustlint.rule import Example, Rule


class Listening(Lexicon):
    """The same lexicon, which notes the classes of words that code asks for: those are not only for rules."""

    __slots__ = ("asked",)

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(*lexicon.data(), lexicon.expanded())
        self.asked: set[str] = set()

    def words(self, name: str) -> tuple[str, ...]:
        self.asked.add(name)
        return super().words(name)


class Needs:
    """The rules whose examples are true, as those who need the lexicon."""

    def __init__(self, rules: Iterable[Rule], lexicon: Lexicon) -> None:
        self._lexicon = Listening(lexicon)
        self._shortening = Shortening(lexicon)
        self._read: dict[str, Prose] = {}
        lint = lint_with(self._lexicon, self._read)
        self._rules = [rule for rule in rules if rule.bad and not any(True for _ in untrue(rule, lint))]
        self._texts: dict[Example, tuple[str, ...]] = {}

    @property
    def asked_by_code(self) -> frozenset[str]:
        """The names whose words are asked for when a text is prepared: they are needed whatever rules do."""
        return frozenset(self._lexicon.asked)

    def survivors(self, term: Term, grades: Container[Grade] = GRADES) -> Iterator[Shortened]:
        """What of a term no example needs; the term itself when no rule uses it."""
        names = self._shortening.stand_on(term.name)
        rules = [rule for rule in self._rules if not names.isdisjoint(used_by(rule))]
        if not rules:
            yield Shortened(term, (), "entry", term.name, None)
            return

        def noticed(one: Shortened) -> bool:
            lint = lint_with(self._shortening.with_forms(term.name, one.forms), self._read)
            for at, rule in enumerate(self._told(rules, one)):
                if (rule.bad or rule.good) and caught(rule, lint):
                    rules.insert(0, rules.pop(at))
                    return True
            return False

        yield from unnoticed(shortened(term), noticed, grades)

    def _told(self, rules: Iterable[Rule], one: Shortened) -> Iterator[Rule]:
        """The rules with only those of their examples that what is left out occurs in."""
        if one.telltale is None:
            yield from (replace(rule) for rule in rules)
            return
        import regex

        occurs = regex.compile(loose_pattern(one.telltale, self._lexicon), regex.IGNORECASE)
        for rule in rules:
            bad, good = (
                tuple(example for example in examples if any(map(occurs.search, self._all(example))))
                for examples in (rule.bad, rule.good)
            )
            yield replace(rule, bad=bad, good=good)

    def _all(self, example: Example) -> tuple[str, ...]:
        """Every text that the patterns of a rule may run on: as written, masked, sentence by sentence, and titles."""
        if example not in self._texts:
            prose = self._read.get(example.text) or Prose.of_text(
                example.text, self._lexicon, placeholders=placeholders(example.text)
            )
            sentences = [sentence.span.of(text) for text in (prose.masked, prose.plain) for sentence in prose.sentences]
            titles = [straighten(record.title) for record in example.records]
            texts = (straighten(example.text), prose.masked, prose.plain, *sentences, *titles)
            self._texts[example] = tuple(dict.fromkeys(texts))
        return self._texts[example]
