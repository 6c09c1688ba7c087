import pytest

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.jsonl import documents, windows
from trustlint.span import Span


def read(text: str) -> list:
    return list(documents(SourceFile("replies.jsonl", text)))


def test_one_broken_line_does_not_stop_the_others():
    first, broken, open_string, two, last = read('{"a": 1}\n{"a" 2}\n{"a": "\n{} {}\n\n  [3]')
    assert (first.data, last.data) == ({"a": 1}, [3])
    for error, place in [(broken, (2, 6)), (open_string, (3, 7)), (two, (4, 4))]:
        assert isinstance(error, SourceError)
        assert (error.line, error.column) == place


@pytest.mark.parametrize("text", ["", "\n\r\n \n"])
def test_blank_lines_are_nothing(text):
    assert read(text) == []


def test_a_line_separator_is_no_line_end():
    assert [found.data for found in read('"a\u2028b\x85c"\r"d"\r\n"e"')] == ["a\u2028b\x85c", "d", "e"]


def test_a_comma_after_the_value_is_forgiven():
    assert [found.data for found in read('{"a": 1},\n{"a": 2} , \n')] == [{"a": 1}, {"a": 2}]


def test_places_are_in_the_file():
    text = '{"a": "x"}\r\n  {"b": ["caf\\u00e9 soon"]}\n'
    found = read(text)[1]
    assert found.locate(("b", 0)).to_source(Span(3, 9)).of(text) == "\\u00e9 soon"
    assert found.span(()).of(text) == '{"b": ["caf\\u00e9 soon"]}'


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [8, 33, 10_000])
def test_windows_are_the_file_in_parts(tmp_path, codec, line_end, size):
    lines = [f'{{"n": {number}, "text": "{"é" * number} soon"}}' for number in range(30)]
    text = line_end.join([*lines, '{"broken": '])
    path = tmp_path / "replies.jsonl"
    path.write_bytes(text.encode(codec))
    parts = list(windows(str(path), size))
    assert "".join(part.text for part in parts) == text
    assert len(parts) > 3 or size > 1000
    found = [(part, item) for part in parts for item in documents(part)]
    assert [item.data["n"] for _, item in found[:-1]] == list(range(30))
    for number, (part, item) in enumerate(found[:-1]):
        start = item.span(()).start
        place = part.lines.position(start)
        assert (place.line, place.column) == (number + 1, 1)
        assert text[place.offset :].startswith(lines[number])
    assert found[-1][1].line == 31
