import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import SourceFile
from trustlint.span import ByteIndex, LineIndex, Position, Run, Span, TextMap


@st.composite
def maps(draw, source_length=None):
    """A map, and the length of its source: verbatim and atomic runs with unread source between them."""
    runs, at, start = [], 0, 0
    for _ in range(draw(st.integers(0, 6))):
        start += draw(st.integers(0, 3))
        length = draw(st.integers(1, 5))
        width = length if draw(st.booleans()) else draw(st.integers(0, 6))
        runs.append(Run(at, length, start, start + width))
        at, start = at + length, start + width
    return TextMap(runs), start + draw(st.integers(0, 3))


@st.composite
def spans(draw, length):
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@pytest.mark.parametrize(
    "runs",
    [
        [Run(1, 2, 0, 2)],  # a gap in the made text
        [Run(0, 2, 0, 2), Run(1, 2, 2, 4)],  # an overlap
        [Run(0, 0, 0, 1)],  # a run of nothing
        [Run(0, 2, 5, 7), Run(2, 2, 0, 2)],  # backwards
        [Run(0, 2, 3, 1)],
        [Run(0, 2, -1, 1)],
    ],
)
def test_a_broken_map_is_never_born(runs):
    with pytest.raises(ValueError, match="run"):
        TextMap(runs)


def test_spans_outside_the_text_are_refused():
    with pytest.raises(ValueError, match="outside"):
        TextMap.verbatim(3).to_source(Span(1, 4))


@pytest.mark.parametrize("lower", [TextMap([]), TextMap.verbatim(2)])
def test_a_map_does_not_lead_outside_the_map_below(lower):
    with pytest.raises(ValueError, match="outside"):
        TextMap.verbatim(3).over(lower)


def test_an_empty_text_maps_to_an_empty_place():
    assert TextMap.verbatim(0).to_source(Span(0, 0)) == Span(0, 0)
    assert TextMap([]).over(TextMap([])).runs == ()


def test_a_part_of_an_atomic_run_is_the_whole_run():
    made = TextMap([Run(0, 2, 0, 2), Run(2, 3, 2, 9), Run(5, 2, 9, 11)])
    assert made.to_source(Span(1, 3)) == Span(1, 9)
    assert made.to_source(Span(4, 6)) == Span(2, 10)


@given(maps(), st.data())
def test_places_are_inside_the_source_and_in_order(made, data):
    text_map, length = made
    first = data.draw(spans(text_map.length))
    second = data.draw(spans(text_map.length))
    for span in (first, second):
        start, end = text_map.to_source(span)
        assert 0 <= start <= end <= length
    if first.start < first.end <= second.start < second.end:
        assert text_map.to_source(first).start <= text_map.to_source(second).end


@given(maps(), st.data())
def test_characters_of_verbatim_runs_keep_their_place(made, data):
    text_map, _ = made
    for run in text_map.runs:
        if run.verbatim:
            for index in range(run.length):
                at = run.start + index
                assert text_map.to_source(Span(run.at + index, run.at + index + 1)) == Span(at, at + 1)


@given(maps(), st.data())
def test_two_maps_one_after_the_other_are_their_composition(made, data):
    lower, _ = made
    upper_runs, at, start = [], 0, 0
    while start < lower.length and len(upper_runs) < 6:
        width = data.draw(st.integers(1, lower.length - start))
        length = data.draw(st.sampled_from([width, 1, 3]))
        upper_runs.append(Run(at, length, start, start + width))
        at, start = at + length, start + width + data.draw(st.integers(0, 2))
    upper = TextMap(upper_runs)
    span = data.draw(spans(upper.length))
    if span.start == span.end:
        return
    assert upper.over(lower).to_source(span) == lower.to_source(upper.to_source(span))


@given(maps(), st.data())
def test_a_slice_maps_like_the_whole(made, data):
    text_map, _ = made
    part = data.draw(spans(text_map.length))
    inner = data.draw(spans(part.end - part.start))
    if inner.start < inner.end:
        assert text_map.slice(part).to_source(inner) == text_map.to_source(inner.shift(part.start))


TEXTS = st.text(alphabet=["a", "é", "😀", "\n", "\r", "\u2028", "\x85", "\x0b", "\x0c"], max_size=30)


def test_only_editors_line_ends_count():
    assert LineIndex("a\u2028b\x85c\x0bd\x0ce").lines == 1
    assert LineIndex("a\r\nb\rc\n").lines == 4


@given(TEXTS)
def test_positions_agree_with_counting(text):
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        before = text[:offset]
        if before.endswith("\r") and text[offset : offset + 1] == "\n":
            before = before[:-1] + "x"  # inside a line end: still the line it ends
        lines = re.split("\r\n|\r|\n", before)
        assert index.position(offset) == Position(len(lines), len(lines[-1]) + 1, offset)


@given(TEXTS)
def test_lines_tile_the_text(text):
    index = LineIndex(text)
    parts = [index.line_span(line).of(text) for line in range(1, index.lines + 1)]
    assert "".join(parts) == text


@given(TEXTS, TEXTS)
def test_a_window_continues_the_text_before_it(before, text):
    if before.endswith("\r") and text.startswith("\n"):
        return
    base = LineIndex(before).position(len(before))
    window, whole = LineIndex(text, base), LineIndex(before + text)
    for offset in range(len(text) + 1):
        assert window.position(offset) == whole.position(len(before) + offset)


def test_positions_outside_the_text_are_refused():
    with pytest.raises(ValueError, match="outside"):
        LineIndex("abc").position(4)


@given(st.text(max_size=20), st.data())
def test_bytes_before_a_character_agree_with_encoding(text, data):
    text *= data.draw(st.sampled_from([1, 2000]))  # past several steps of the index
    offset = data.draw(st.integers(0, len(text)))
    assert ByteIndex(text).before(offset) == len(text[:offset].encode("utf-8", "surrogatepass"))


def test_a_byte_column_counts_from_its_line():
    file = SourceFile("a", "é\r\nß: soon")
    assert [file.byte_column(offset) for offset in (0, 1, 3, 4, 6)] == [1, 3, 1, 3, 5]


def test_a_byte_column_is_unknown_where_a_window_begins_within_a_line():
    file = SourceFile("a", "é\nsoon", base=Position(7, 3, 40))
    assert file.byte_column(1) is None
    assert file.byte_column(2) == 1
