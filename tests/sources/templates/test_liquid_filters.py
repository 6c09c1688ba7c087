"""What Liquid's filters are given: what the platform may know stays unsaid, what no Liquid takes is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.sources.templates.liquid_filters import complaint


@pytest.mark.parametrize(
    "output",
    [
        "name",
        "name | upcase | append: '!'",
        "'a | b: c, d' | append: \"|, :\"",
        "x | money: 'a', 'b', 'c'",  # the platform's own
        "x | date",  # Django has one that takes nothing
        "x | reject",
        "x | join",
        "x | default: 'there', allow_false: true",
        "x | default:",
        "x | truncate(20, true)",  # Twig, Jinja
        "x | replace({'a': 'b'})",
        "x | round(2) | upcase: 1",
        "x | append: &quot;a&quot;",
        "x | append: “two words”",
        "x | fallback: there, you two",
        "x | slice: 0, size",
        "x | slice: '1'",
        "x | divided_by: rate | modulo: '3' | times: 0",
        "x | divided_by: 0.0",
        "(1..3) | join: ', '",
        "x | where: 'a', 'b' | map: 'c' | sort",
        "x || y",
        "x | default: '' | append: a.b[0].c",
    ],
)
def test_nothing_is_wrong(output: str) -> None:
    assert complaint(output) == ""


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("name | append", "`append` lacks a value"),
        ("name | upcase: 'a'", "`upcase` takes no value"),
        ("name | split: ',', 'a'", "`split` takes one value"),
        ("name | replace: 'a', 'b', 'c'", "`replace` takes two values"),
        ("name | replace_last", "`replace_last` lacks its values"),
        ("name | money | strip | plus: 1, 2", "`plus` takes one value"),
        ("name | slice: 1.5", "`slice` takes whole numbers"),
        ("name | slice: 0, 'a'", "`slice` takes whole numbers"),
        ("total | divided_by: 0", "`divided_by` cannot take 0"),
        ("total | modulo: 'a'", "`modulo` takes a number"),
    ],
)
def test_what_no_liquid_takes(output: str, said: str) -> None:
    assert complaint(output) == said


@given(st.text(alphabet="ab1.,:|'\" ()-&", max_size=40).map(lambda text: f"x | append{text}"))
def test_whatever_is_written_something_is_said_or_nothing(output: str) -> None:
    assert isinstance(complaint(output), str)
