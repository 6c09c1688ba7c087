"""A better wording is a sentence that could be sent."""

import pytest

import trustlint


def better(text: str, rule: str) -> list[str]:
    return [one.fix.title for one in trustlint.check_text(text) if one.rule == rule and one.fix]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Thank you for your patience while we investigate.", "Thank you for your patience while we investigate."),
        (
            "Hello. While we investigate the fault, please keep it. Bye.",
            "While we investigate the fault, please keep it.",
        ),
        ("We're looking into the fault.", "We're looking into the fault."),
    ],
)
def test_a_clause_that_hangs_on_another_keeps_it(text: str, offered: str) -> None:
    (offer,) = better(text, "timelines/work-without-next-update")
    assert offer == f"{offered} Next update by {{{{next_update}}}}."
