import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers import tsv
from trustlint.sources.containers.csv import documents, windows
from trustlint.span import Span


def read(text: str) -> list:
    return list(documents(SourceFile("macros.csv", text)))


def data(text: str) -> list[dict[str, str]]:
    return [found.data for found in read(text)]


def test_an_open_quote_does_not_stop_the_rows_before_it():
    rows, found = documents(SourceFile("macros.csv", 'id,body\n1,fine\n2,"never closed\n3,x\n')), []
    with pytest.raises(SourceError, match="never closed") as caught:
        found.extend(row.data for row in rows)
    assert (caught.value.line, caught.value.column) == (3, 3)
    found.extend(row.data for row in rows)
    with pytest.raises(SourceError, match="never closed"):
        read('id,"body\n1,2')


@pytest.mark.parametrize("text", ["", "\n\r\n", "id,body", "id,body\n\n", "sep=;\n"])
def test_a_table_without_rows_is_nothing(text):
    assert read(text) == []


def test_ragged_rows_are_read_as_far_as_they_go():
    assert data("a,b\n1\n1,2,3\n\n4,5") == [{"a": "1"}, {"a": "1", "b": "2", "column 3": "3"}, {"a": "4", "b": "5"}]


def test_columns_of_one_name_are_told_apart():
    text = "name, name ,,name.2,name\n1,2,3,4,5"
    assert data(text) == [{"name": "1", "name.2": "2", "column 3": "3", "name.2.2": "4", "name.3": "5"}]


def test_many_columns_of_one_name_are_no_problem():
    assert list(data("a," * 50_000 + "a\n" + "1," * 50_000)[0])[-1] == "a.50001"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("a;b\n1,5;2", {"a": "1,5", "b": "2"}),
        ("a\tb\n1\t2", {"a": "1", "b": "2"}),
        ("a|b\n1|2", {"a": "1", "b": "2"}),
        ('"a;b;c",d\n1,2', {"a;b;c": "1", "d": "2"}),
        ("sep=;\r\na,b;c\r\n1;2", {"a,b": "1", "c": "2"}),
        ('"sep=|"\na|b\n1|2', {"a": "1", "b": "2"}),
        ("body\nWe, too; are | here", {"body": "We", "column 2": " too; are | here"}),
    ],
)
def test_the_header_shows_the_delimiter(text, row):
    assert data(text) == [row]


def test_tabs_are_decided_by_the_name():
    file = SourceFile("macros.tsv", "a,b\tc\n1\t2, 3")
    assert [found.data for found in tsv.documents(file)] == [{"a,b": "1", "c": "2, 3"}]


def test_quotes_inside_a_cell_are_letters():
    text = 'a,b\n5" screen, "x"\n"closed" early,2'
    assert data(text) == [{"a": '5" screen', "b": ' "x"'}, {"a": "closed early", "b": "2"}]
    assert read(text)[1].locate(("a",)).to_source(Span(4, 12)).of(text) == 'ed" early'


def test_data_and_places():
    text = 'id,body\r\n1,"Say ""hello""\r\nand go"\r\n2,plain\r\n'
    first, second = read(text)
    assert first.data == {"id": "1", "body": 'Say "hello"\r\nand go'}
    assert first.locate(("body",)).to_source(Span(4, 11)).of(text) == '""hello""'
    assert first.span(("body",)).of(text) == '"Say ""hello""\r\nand go"'
    assert second.span(()).of(text) == "2,plain"
    for route in [("Body",), (), (1,), ("body", 0)]:
        with pytest.raises(KeyError):
            first.locate(route)


def test_a_cell_longer_than_the_csv_module_takes():
    text = "id,body\n1," + "x" * 200_000 + '\n2,"' + "y" * 200_000 + '"\n3,z'
    assert [len(row["body"]) for row in data(text)] == [200_000, 200_000, 1]


CELLS = st.text(alphabet=list('ab ",;|\t\n\ré😀'), max_size=8)
TABLES = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=5))


@st.composite
def written(draw, rows, delimiter):
    line_end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            must = len(row) == 1 or any(char in cell for char in '\r\n"' + delimiter)
            quoted = must or draw(st.booleans())
            cells.append('"' + cell.replace('"', '""') + '"' if quoted else cell)
        lines.append(delimiter.join(cells) + line_end)
    return "".join(lines)


@given(TABLES, st.sampled_from(",;|\t"), st.data())
def test_every_part_of_every_cell_is_where_it_is_written(rows, delimiter, draw):
    header = [f"c{number}" for number in range(len(rows[0]) if rows else 1)]
    if len(header) == 1:
        delimiter = ","
    text = draw.draw(written([header, *rows], delimiter))
    found = read(text)
    assert [list(row.data.values()) for row in found] == rows
    for document in found:
        for column, cell in document.data.items():
            start = draw.draw(st.integers(0, len(cell)))
            end = draw.draw(st.integers(start, len(cell)))
            slice = document.locate((column,)).to_source(Span(start, end)).of(text)
            assert slice.replace('""', '"') == cell[start:end]


@given(st.text(alphabet=list('ab",\n\r'), max_size=25))
def test_rows_are_those_of_the_csv_module(text):
    text = "h,h\n" + text
    expected = [row for row in csv.reader(io.StringIO(text, newline="")) if row][1:]
    got = []
    rows = documents(SourceFile("macros.csv", text))
    try:
        for row in rows:
            cells = list(row.data.values())
            for column, cell in row.data.items():
                places = row.locate((column,))
                assert places.length == len(cell)
                for run in places.runs:
                    made = cell[run.at : run.at + run.length]
                    source = text[run.start : run.end]
                    assert source == made or (source, made) == ('""', '"')
            got.append(cells)
    except SourceError:
        expected = expected[: len(got)]  # the csv module takes all that follows an open quote for its cell
    assert got == expected


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("size", [4, 40, 10_000])
def test_windows_are_the_table_in_parts(tmp_path, codec, size):
    cells = [f'"{"é" * (number % 9)}\r\nline, ""two"" of {number}"' for number in range(40)]
    text = "sep=;\r\nid;body\r\n" + "".join(f"{number};{cell}\r\n" for number, cell in enumerate(cells)) + "40;last"
    path = tmp_path / "macros.csv"
    path.write_bytes(text.encode(codec))
    parts = list(windows(str(path), size))
    assert "".join(part.text for part in parts) == text
    assert len(parts) > 3 or size > 1000
    found = [(part, row) for part in parts for row in documents(part)]
    assert [row.data["id"] for _, row in found] == [str(number) for number in range(41)]
    for number, (part, row) in enumerate(found[:-1]):
        start = part.lines.position(row.span(("body",)).start)
        assert start.line == 3 + 2 * number
        assert text[start.offset :].startswith(cells[number])


def test_an_open_quote_is_placed_in_the_file_and_not_in_the_window(tmp_path):
    path = tmp_path / "macros.csv"
    path.write_text("id,body\n" + "".join(f"{number},x\n" for number in range(50)) + '50,"open\n')
    read_rows = []
    with pytest.raises(SourceError) as caught:  # noqa: PT012
        for part in windows(str(path), 30):
            read_rows.extend(documents(part))
    assert caught.value.line == 52
    assert len(read_rows) == 50
