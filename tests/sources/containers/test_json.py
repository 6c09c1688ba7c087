import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.json import documents
from trustlint.span import Span


def document(text: str):
    (found,) = documents(SourceFile("macros.json", text))
    return found


def refused(text: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        document(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('{"a": 1\n "b": 2}', (2, 2), "a comma or the closing bracket"),
        ('{"a": 1,}', (1, 9), "comma too many"),
        ("[1, 2,]", (1, 7), "comma too many"),
        ("{'a': 1}", (1, 2), "double quotes"),
        ("[“a”]", (1, 2), "straight double quotes"),
        ('{"a" 1}', (1, 6), "a colon"),
        ('{"a": "b}', (1, 7), "no closing quote"),
        ('{"a": "\\x"}', (1, 8), "backslash"),
        ('{"a": [1', (1, 9), "file ends"),
        ("[1] x", (1, 5), "one value"),
        ("[1, // two\n2]", (1, 5), "comments"),
        ('["NaN", NaN]', (1, 9), "no NaN"),
        ("[" * 100_000, (1, 1), "nested too deeply"),
    ],
)
def test_mistakes_are_placed_and_said_plainly(text, place, words):
    error = refused(text)
    assert (error.line, error.column) == place
    assert words in error.message


@pytest.mark.parametrize("text", ["", " \r\n\t"])
def test_a_file_without_a_value_is_empty(text):
    assert refused(text).message == "is empty"


def test_what_is_not_there_or_no_text_has_no_map():
    found = document('{"a": [1, "x"], "n": null}')
    for route in [("b",), ("a", 2), ("a", -1), ("a", 0), ("n",), ("a",), ("a", 1, 0), ("a", "1")]:
        with pytest.raises(KeyError):
            found.locate(route)


def test_data_and_places():
    text = '{"macros": [{"id": 7}, {"body": "We\\u2019ll reply \\"soon\\"."}]}'
    found = document(text)
    assert found.data == json.loads(text)
    value = found.data["macros"][1]["body"]
    places = found.locate(("macros", 1, "body"))
    start = value.index("’ll")
    assert places.to_source(Span(start, start + 3)).of(text) == "\\u2019ll"
    assert places.to_source(Span(value.index("soon") - 1, value.index("soon") + 5)).of(text) == '\\"soon\\"'
    assert found.span(("macros", 0)).of(text) == '{"id": 7}'
    assert found.span(()).of(text) == text


def test_line_ends_inside_texts_are_forgiven():
    text = '{"body": "one\n\ttwo"}'
    found = document(text)
    assert found.data == {"body": "one\n\ttwo"}
    assert found.locate(("body",)).to_source(Span(3, 6)).of(text) == "\n\ttw"[:3]


def test_of_a_key_written_twice_the_last_is_live():
    text = '{"a": "first", "b": {"c": 1, "c": 2}, "a": "last"}'
    found = document(text)
    assert found.data["a"] == "last"
    assert found.span(("a",)).of(text) == '"last"'
    assert found.duplicates() == [("a",), ("b", "c")]


def test_half_a_surrogate_pair_can_still_be_written():
    text = '{"\\udc00": ["x\\ud83dy", "\\ud83d\\ude00"]}'
    found = document(text)
    assert found.data == {"\ufffd": ["x\ufffdy", "😀"]}
    assert found.locate(("\ufffd", 0)).to_source(Span(1, 2)).of(text) == "\\ud83d"
    assert found.locate(("\ufffd", 1)).to_source(Span(0, 1)).of(text) == "\\ud83d\\ude00"
    assert document('"\\ud83d"').data == "\ufffd"


def test_a_number_of_any_length_is_read():
    assert document("[" + "9" * 5000 + ", 12345678901234567890]").data[1] == 12345678901234567890


STRINGS = st.text(alphabet=list('ab "\\/\n\té’😀\u2028'), max_size=12)


@st.composite
def written(draw, value):
    """The value as a JSON text in which any character may be an escape."""
    if isinstance(value, str):
        units = [json.dumps(char, ensure_ascii=draw(st.booleans()))[1:-1] for char in value]
        units = [
            f"\\u{ord(char):04X}" if ord(char) < 0x10000 and draw(st.integers(0, 3)) == 0 else unit
            for char, unit in zip(value, units, strict=True)
        ]
        return '"' + "".join(units) + '"'
    space = draw(st.sampled_from(["", " ", "\r\n"]))
    if isinstance(value, list):
        return f"[{space}" + f",{space}".join(draw(written(item)) for item in value) + f"{space}]"
    members = [f"{draw(written(key))}{space}:{space}{draw(written(item))}" for key, item in value.items()]
    return f"{space}{{{space}" + f"{space},".join(members) + f"{space}}}{space}"


VALUES = st.recursive(
    STRINGS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3), max_leaves=6
)


def strings(value, route=()):
    if isinstance(value, str):
        yield route, value
    else:
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from strings(item, (*route, step))


@given(VALUES, st.data())
def test_every_part_of_every_text_is_where_it_is_written(value, data):
    text = data.draw(written(value))
    found = document(text)
    assert found.data == value
    for route, string in strings(value):
        start = data.draw(st.integers(0, len(string)))
        end = data.draw(st.integers(start, len(string)))
        slice = found.locate(route).to_source(Span(start, end)).of(text)
        assert json.loads(f'"{slice}"', strict=False) == string[start:end]
        assert json.loads(found.span(route).of(text), strict=False) == string


@given(st.text(alphabet=list('{}[]",:\\u0123dD8 ntf\n'), max_size=20))
def test_no_text_is_a_traceback(text):
    found = None
    with contextlib.suppress(SourceError):
        found = document(text)
    if found:
        found.duplicates()
