"""Styled text is wrapped and written as `rich` would."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len as rich_len
from rich.console import Console
from rich.text import Text as RichText

from trustlint.reporters.cells import cell_len
from trustlint.reporters.styled import CODES, Text

STYLES = ["", "bold", "dim", "bold underline red", "bold green", "yellow"]
WORDS = st.text(alphabet="ab,. 你é", max_size=30)
PARTS = st.lists(st.tuples(WORDS, st.sampled_from(STYLES)), max_size=4)


def by_rich(parts: list[tuple[str, str]], width: int) -> list[str]:
    console = Console(width=width)
    lines = RichText.assemble(*parts).wrap(console, width)
    for line in lines:
        line.rstrip()
    return [line.plain for line in lines]


def test_no_code_without_colour() -> None:
    assert Text("a ", ("soon", "bold red")).written(color=False) == "a soon"


def test_nothing_is_written_for_no_words() -> None:
    assert Text(("", "bold red")).written(color=True) == ""


@given(PARTS, st.integers(4, 20))
def test_lines_end_where_rich_ends_them(parts: list[tuple[str, str]], width: int) -> None:
    text = Text(*parts)
    if text.cell_len > width:
        assert [line.plain for line in text.wrap(width)] == by_rich(parts, width)


@given(PARTS, st.integers(4, 20))
def test_a_line_fits_and_no_word_is_lost(parts: list[tuple[str, str]], width: int) -> None:
    lines = Text(*parts).wrap(width)
    assert all(line.cell_len <= width for line in lines)
    assert "".join("".join(line.plain for line in lines).split()) == "".join(Text(*parts).plain.split())


@pytest.mark.parametrize("style", [*CODES, "bold underline red"])
def test_codes_are_those_of_rich(style: str) -> None:
    out = io.StringIO()
    Console(file=out, force_terminal=True, color_system="standard").print(RichText("soon", style), end="")
    assert Text(("soon", style)).written(color=True) == out.getvalue()


@pytest.mark.parametrize("text", ["soon", "你好", "é", "🙂", "שלום", ""])
def test_columns(text: str) -> None:
    assert cell_len(text) == rich_len(text)


def test_where_a_style_is() -> None:
    text = Text("We reply ", ("soon", "bold red"), ".")
    assert text.styled("bold red") == (9, 13)
    assert text.styled("dim") is None
    assert text.part(9, 13).written(color=True) == "\x1b[1;31msoon\x1b[0m"
