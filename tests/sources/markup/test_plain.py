from hypothesis import given
from hypothesis import strategies as st

from trustlint.sources.markup.plain import visible
from trustlint.span import Span, TextMap


def test_plain_text_is_what_it_is() -> None:
    value = "Hi <b>you</b> &amp; *me*\r\n\r\n  bye "
    assert visible(value).text == value


def test_characters_without_width_are_not_read() -> None:
    value = "we guar\xadan\u200btee it’s free"
    shown = visible(value)
    assert shown.text == "we guarantee it’s free"
    assert TextMap(shown.runs).to_source(Span(3, 12)).of(value) == "guar\xadan\u200btee"


@given(st.text(alphabet="a\xad\u200bé ", max_size=30))
def test_the_map_covers_the_text(value: str) -> None:
    shown = visible(value)
    assert TextMap(shown.runs).length == len(shown.text)
