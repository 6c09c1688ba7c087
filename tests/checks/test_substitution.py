"""Words with a better wording."""

from trustlint.checks import kind
from trustlint.diagnostic import Confidence, Severity
from trustlint.prose import Prose
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule


def swapped(swap: dict[str, str], text: str) -> list[tuple[str, str | None]]:
    rule = Rule("trial", "one", "substitution", Severity.error, Confidence.high, "…", options={"swap": swap})
    prose = Prose.of_text(text)
    return [(one.span.of(text), one.replacement) for one in kind("substitution").build(rule, Lexicon()).find(prose)]


def test_the_first_swap_that_fits_wins_where_two_overlap() -> None:
    swap = {"prior to": "before", "prior": "earlier"}
    assert swapped(swap, "Prior to that, the prior one.") == [("Prior to", "Before"), ("prior", "earlier")]


def test_a_key_with_regular_expression_syntax_is_a_pattern() -> None:
    assert swapped({"(?:in|within) due course": "by Friday"}, "You hear in due course.") == [
        ("in due course", "by Friday")
    ]


def test_groups_fill_the_replacement() -> None:
    assert swapped({r"in order to (\w+)": r"to \1"}, "Call in order to book.") == [("in order to book", "to book")]


def test_a_capital_stays_a_capital() -> None:
    assert swapped({"utilise": "use"}, "Utilise it. We utilise it.") == [("Utilise", "Use"), ("utilise", "use")]
