import pytest

from trustlint.prose import Prose


def cut(text: str) -> list[tuple[str, str]]:
    prose = Prose.of_text(text)
    return [(clause.opener, clause.span.of(text)) for clause in prose.clauses(prose.sentences[0])]


WHOLE = [
    "We'll check it and get back to you.",
    "Your order and your refund are on their way.",
    "We can't guarantee that it will arrive.",
    "In most cases, we reply in an hour.",
    "The engineer who called will come.",
    "We'll call as soon as possible.",
    "We'll call as soon as we can.",
    "We'll call before the end of the week.",
    "We post it once a day.",
    "You asked if we'd call you.",
    "Your parcel has yet to arrive.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_not_cut(text: str) -> None:
    assert cut(text) == [("", text)]


CUT = [
    ("We try; it may fail.", [("", "We try;"), (";", "it may fail.")]),
    ("We can't promise, but we'll try.", [("", "We can't promise,"), ("but", "but we'll try.")]),
    ("It broke, and we'll mend it.", [("", "It broke,"), ("and", "and we'll mend it.")]),
    ("If you write, we'll call.", [("if", "If you write,"), (",", "we'll call.")]),
    ("If you write we'll call.", [("if", "If you write"), (",", "we'll call.")]),
    ("We'll call once you write.", [("", "We'll call"), ("once", "once you write.")]),
    ("Should you need it, write.", [("should", "Should you need it,"), (",", "write.")]),
    ("Don't worry, we'll call.", [("", "Don't worry,"), (",", "we'll call.")]),
    ("We'll call because you wrote.", [("", "We'll call"), ("because", "because you wrote.")]),
    ("As soon as you confirm, I'll go.", [("as soon as", "As soon as you confirm,"), (",", "I'll go.")]),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_cut(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected
