"""Examples inside rules: that each kind of failure is found, and nothing else."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from trustlint.cache import Cache
from trustlint.examples import Failure, alternatives, fixed, lint_with, run_examples
from trustlint.packs import load_builtin
from trustlint.packs.build import read_pack
from trustlint.rule import Rule
from trustlint.span import Span

PACK = """\
pack: tea
rules:
  - id: soon
    check: existence
    severity: error
    message: "{match}"
    phrases: [soon, in a jiffy]
    patterns: ['quick\\w+']
    bad: [Tea is ready «soon»., Ready «in a jiffy»., "«Quickly» now and «soon» too."]
    good: [Sooner or later., A jiffy., Be quiet.]
  - id: plain
    check: substitution
    severity: warning
    message: "{match} → {swap}"
    swap: {utilise: use, commence: begin}
    bad:
      - {text: We «utilise» it., fixed: We use it.}
      - {text: We «commence» and «utilise»., fixed: We begin and use.}
      - We commence.
    good: [We use it., Begin., It is useful.]
"""


class Hit(NamedTuple):
    span: Span
    replacement: str | None = None


def lint(rule: Rule, text: str) -> Iterable[Hit]:
    """The smallest linter that understands the pack above."""
    forms = [re.escape(phrase) for phrase in rule.options.get("phrases", ())] + rule.options.get("patterns", [])
    for form in forms:
        for match in re.finditer(rf"\b(?:{form})\b", text, re.IGNORECASE):
            yield Hit(Span(*match.span()))
    for form, swap in rule.options.get("swap", {}).items():
        for match in re.finditer(form, text):
            yield Hit(Span(*match.span()), swap)


def rules(text: str = PACK) -> tuple[Rule, ...]:
    reading = read_pack(text, "tea.yaml")
    assert reading.pack is not None, reading.errors
    return reading.pack.rules


def failures(old: str, new: str) -> list[Failure]:
    assert PACK.count(old) == 1, old
    return list(run_examples(rules(PACK.replace(old, new)), lint).failures)


def only(old: str, new: str) -> Failure:
    (failure,) = failures(old, new)
    return failure


def test_right_examples_say_nothing() -> None:
    results = run_examples(rules(), lint)
    assert results.failures == ()
    assert (results.rules, results.examples) == (2, 12)


def test_an_example_without_marks_may_underline_anything() -> None:
    assert failures("Tea is ready «soon».", "Tea is ready soon.") == []


def test_a_bad_example_that_nothing_catches() -> None:
    failure = only("Ready «in a jiffy»., ", "Ready «in a jiffy»., Ready «by and by»., ")
    assert (failure.rule.id, failure.problem, failure.text, failure.line) == (
        "tea/soon",
        "missed",
        "Ready by and by.",
        9,
    )
    assert failure.explanation == "does not fire on a bad example: Ready «by and by»."


def test_a_wrong_underline() -> None:
    failure = only("Tea is ready «soon».", "Tea is «ready soon».")
    assert failure.problem == "underline"
    assert failure.explanation == "underlines Tea is ready «soon»., and the example says Tea is «ready soon»."


def test_one_underline_of_two() -> None:
    assert only("now and «soon» too", "now and soon too").problem == "underline"


def test_a_false_alarm() -> None:
    failure = only("Sooner or later.", "How soon is now?")
    assert (failure.problem, failure.explanation) == ("false alarm", "fires on a good example: How «soon» is now?")


def test_a_fix_that_makes_something_else() -> None:
    failure = only("fixed: We use it.", "fixed: We use that.")
    assert (failure.problem, failure.line) == ("fix", 17)
    assert failure.explanation == "the fix makes “We use it.”, and the example says “We use that.”"


def test_a_dead_phrase() -> None:
    failure = only("in a jiffy]", "in a jiffy, in a blink]")
    assert (failure.problem, failure.text, failure.line) == ("dead", "in a blink", 3)
    assert failure.explanation == "no bad example needs “in a blink”; add one, or take it out"


def test_a_dead_pattern() -> None:
    assert only("'quick\\w+'", "'quick\\w+', 'fast\\w+'").text == "fast\\w+"


def test_a_dead_swap() -> None:
    assert only("commence: begin}", "commence: begin, endeavour: try}").text == "endeavour"


def test_a_rule_that_counts_is_tried_with_one() -> None:
    text = PACK.replace("check: existence", "check: occurrence\n    max: 1")
    (soon, _, _), _ = (list(alternatives(rule)) for rule in rules(text))
    assert soon[1].options == {"phrases": ["soon"], "max": 0}


def test_what_fires_by_absence_has_no_dead_phrase() -> None:
    rule, _ = rules(PACK.replace("check: existence", "check: occurrence\n    min: 1"))
    assert list(alternatives(rule)) == []


def test_a_dead_phrase_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(PACK.replace("in a jiffy]", "\n      in a blink, in a jiffy]"))
    reading = read_pack(path.read_text(), str(path))
    assert reading.pack is not None
    (failure,) = run_examples(reading.pack.rules, lint).failures
    assert (failure.text, failure.line) == ("in a blink", 8)


def test_a_pattern_without_end_is_stopped() -> None:
    def endless(rule: Rule, text: str) -> Iterable[Hit]:
        raise TimeoutError

    assert [failure.problem for failure in run_examples(rules(), endless).failures] == ["slow", "slow"]


def test_of_two_fixes_that_overlap_the_first_is_made() -> None:
    assert fixed("abcdef", [Hit(Span(2, 5), "X"), Hit(Span(0, 3), "Y"), Hit(Span(5, 6))]) == "Ydef"


PAGE = Path(__file__).parents[1] / "docs" / "writing-rules.md"
BLOCKS = [block.split("```")[0] for block in PAGE.read_text("utf-8").split("```yaml\n")[1:]]
WHOLE_PACKS = [block for block in BLOCKS if block.startswith(("pack:", "# yaml-language-server"))]


def test_the_page_on_rules_shows_whole_packs() -> None:
    assert len(WHOLE_PACKS) >= 2


@pytest.mark.parametrize("number", range(len(WHOLE_PACKS)))
def test_the_packs_on_the_page_are_right_and_their_examples_hold(number: int) -> None:
    builtin = load_builtin(Cache(None))
    reading = read_pack(WHOLE_PACKS[number], "page.yaml", builtin.lexicon, strict=True)
    assert [str(error) for error in reading.errors] == []
    assert reading.pack is not None
    results = run_examples(reading.pack.rules, lint_with(builtin.lexicon.extended(reading.terms)))
    assert [failure.explanation for failure in results.failures] == []
