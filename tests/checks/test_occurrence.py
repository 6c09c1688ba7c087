"""Too many, or too few."""

from collections.abc import Callable

Underlined = Callable[[str, str], list[str]]

LOUD = "check: occurrence\npatterns: ['!']\nmax: 2\nwhere: {scope: message}"
SIGNED = "check: occurrence\npatterns: ['regards|thanks']\nmin: 1\nwhere: {scope: message}"


def test_as_many_as_are_fine(underlined: Underlined) -> None:
    assert underlined(LOUD, "Hi! Done!") == []


def test_the_first_one_too_many_is_underlined(underlined: Underlined) -> None:
    assert underlined(LOUD, "Hi! Done! Great! Super!") == ["!"]


def test_too_few_underlines_the_unit(underlined: Underlined) -> None:
    assert underlined(SIGNED, "All done.\n\nThanks, Ana") == []
    assert underlined(SIGNED, "All done.") == ["All done."]


def test_each_sentence_is_counted_for_itself(underlined: Underlined) -> None:
    rule = "check: occurrence\nphrases: [very]\nmax: 1"
    assert underlined(rule, "Very good. Very nice. Very very kind.") == ["very"]
