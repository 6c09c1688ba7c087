"""What is used must be introduced."""

from collections.abc import Callable

Underlined = Callable[[str, str], list[str]]

ACRONYMS = """\
check: conditional
first: '(?-i:\\b[A-Z]{3,5}\\b)'
second: '\\((?-i:([A-Z]{3,5}))\\)'
exceptions: [FAQ]"""


def test_what_is_introduced_anywhere_in_the_message(underlined: Underlined) -> None:
    assert underlined(ACRONYMS, "Send the RGF.\n\nThe Return Goods Form (RGF) is in the FAQ.") == []


def test_what_is_not(underlined: Underlined) -> None:
    assert underlined(ACRONYMS, "The Return Goods Form (RGF) and the TLA, see `ABC`.") == ["TLA"]


def test_without_groups_it_is_enough_that_second_matches(underlined: Underlined) -> None:
    rule = "check: conditional\nfirst: 'offer'\nsecond: 'terms'"
    assert underlined(rule, "An offer.\n\nThe terms are below.") == []
    assert underlined(rule, "An offer. Another offer.") == ["offer", "offer"]
