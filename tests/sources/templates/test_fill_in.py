import pytest

from trustlint.sources.templates import tokens


def left_over(value: str) -> list[str]:
    return [token.span.of(value) for token in tokens(value, ["fill_in"])]


@pytest.mark.parametrize(
    "value",
    [
        "See [our terms](https://example.com/terms).",  # a link
        "See [the order page][1].",  # a reference
        "[1]: https://example.com",
        "As shown in [1] and [12].",
        "- [x] refunded\n- [ ] shipped",
        "[[survey_link]] and [[Name]]",  # another syntax, or a wiki link
        "[Request received] Your order",  # a subject
        "[Resolved] Re: your ticket",
        "<b>Dear</b> <em>reader</em>,<br> <a href='x'>go</a> <time>9:00</time>",
        "The TBC logo is a trademark of its owner.",
        "Enter the date as [DD/MM/YYYY] in box 4.",
        "Sizes XL and XS; a Roman XX-large; 0xXX; https://example.com/XX",
        "snake__case and __init__",
        "![Order Number](logo.png)",
        "He said [sic] so.",
        "https://example.com?items[name]=1",
    ],
)
def test_other_brackets_are_text(value: str) -> None:
    assert left_over(value) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Hi [Customer Name],", ["[Customer Name]"]),
        ("Your engineer visits on [DATE].", ["[DATE]"]),
        ("Hi <Customer Name>, it is <order number>.", ["<Customer Name>", "<order number>"]),
        ("We'll reply by XX.", ["XX"]),
        ("Ticket XXXXX is open.", ["XXXXX"]),
        ("You'll hear from us by ____.", ["____"]),
        ("You'll hear from us by TBC.", ["TBC"]),
        ("It ships on tbd", ["tbd"]),
        ("[insert tracking link here]", ["[insert tracking link here]"]),
        ("Refund of [amount] to [name]", ["[amount]", "[name]"]),
        ("by [XXXX] or <order XXX>", ["[XXXX]", "<order XXX>"]),  # never one inside another
        ("[AGENT SIGNATURE]", ["[AGENT SIGNATURE]"]),
        ("in [x] days, or [n] business days", ["[x]", "[n]"]),
        ("We'll write to you within [timeframe].", ["[timeframe]"]),
    ],
)
def test_what_a_person_must_fill_in(value: str, expected: list[str]) -> None:
    assert left_over(value) == expected


def test_a_fill_in_has_its_own_kind() -> None:
    (token,) = tokens("on [DATE]", ["fill_in"])
    assert (token.kind, token.placeholder, token.name) == ("placeholder", "fill-in", "DATE")
