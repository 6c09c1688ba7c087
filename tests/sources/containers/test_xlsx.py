import contextlib
import io
import struct
import time
import zipfile
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.errors import SourceError
from trustlint.message import Omission, SourceFile
from trustlint.reading import Reader
from trustlint.sources.containers import _office_archive
from trustlint.sources.containers.xlsx import documents, opened
from trustlint.span import Span

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


def workbook(sheets: dict[str, str], shared: str = "", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of sheets whose rows are given as XML."""
    names = list(sheets)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        tabs = "".join(f'<sheet name={quoteattr(name)} r:id="r{i}"/>' for i, name in enumerate(names))
        archive.writestr("xl/workbook.xml", f"<workbook {MAIN} {RELATIONS}><sheets>{tabs}</sheets></workbook>")
        targets = "".join(
            f'<Relationship Id="r{i}" Type="{TYPE}" Target="worksheets/s{i}.xml"/>' for i in range(len(names))
        )
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{targets}</Relationships>")
        if shared:
            archive.writestr("xl/sharedStrings.xml", f"<sst {MAIN}>{shared}</sst>")
        for i, name in enumerate(names):
            archive.writestr(
                f"xl/worksheets/s{i}.xml", f"<worksheet {MAIN}><sheetData>{sheets[name]}</sheetData></worksheet>"
            )
    return data.getvalue()


def inline(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def read(data: bytes) -> list:
    return list(documents(opened(data, "replies.xlsx")))


def test_a_bomb_is_refused():
    with pytest.raises(SourceError, match="more than"):
        opened(workbook({"A": " " * (20 << 20)}), "bomb.xlsx")


def test_a_member_that_lies_about_its_size_is_refused():
    data = bytearray(workbook({"A": " " * (20 << 20)}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    with pytest.raises(SourceError):
        opened(bytes(data), "bomb.xlsx")


def test_many_members_share_one_bound(monkeypatch):
    monkeypatch.setattr(_office_archive, "LARGEST", 5000)
    with pytest.raises(SourceError, match="more than"):
        opened(workbook({"A": " " * 2000, "B": " " * 2000, "C": " " * 2000}), "bomb.xlsx")


def test_one_long_text_in_many_cells_is_bounded():
    shared = f"<si><t>{'a' * 1_000_000}</t></si>"
    rows = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    with pytest.raises(SourceError, match="million characters"):
        opened(workbook({"A": rows * 2}, shared), "long.xlsx")


def test_document_types_are_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE w [<!ENTITY a "b">]><workbook>&a;</workbook>')
    with pytest.raises(SourceError, match="document type"):
        opened(data.getvalue(), "odd.xlsx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a readable archive"),
        (b"body;title", "not a readable archive"),
        (b"PK\x03\x04 and more", "not a readable archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "password"),
        (workbook({"A": "<row><c></row>"}), "cannot be read"),
    ],
)
def test_what_is_no_workbook_is_refused(data, message):
    with pytest.raises(SourceError, match=message):
        opened(data, "odd.xlsx")


def test_a_text_that_was_not_opened_as_a_workbook_is_refused():
    with pytest.raises(SourceError, match="whatever its name"):
        list(documents(SourceFile("odd.xlsx", "title,body")))


SHARED = (
    "<si><t>Title</t></si><si><t>Body</t></si>"
    "<si><r><t>We always an</t></r><r><rPr><b/></rPr><t xml:space='preserve'>swer. </t></r><rPh><t>no</t></rPh></si>"
    "<si><t>one_x000D_\ntwo _x005F_x000D_</t></si>"
)
ROWS = (
    '<row r="2"/><row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="E3" t="s"><v>1</v></c></row>'
    '<row r="12"><c r="B12" t="str"><f>A1</f><v>Refund</v></c><c r="C12" t="s"><v>2</v></c><c r="D12"><v>1.5</v></c>'
    '<c r="E12" t="s"><v>3</v></c><c r="F12" t="b"><v>1</v></c><c r="G12" t="e"><v>#N/A</v></c>'
    '<c r="H12"><v>360001234567</v></c></row>'
    '<row><c t="inlineStr"><is><t>Next</t></is></c><c t="s"><v>99</v></c></row>'
)


def test_data_and_places():
    file = opened(workbook({"Notes": "", "Replies & more": ROWS}, SHARED), "replies.xlsx")
    first, second = documents(file)
    assert first.data == {
        "Title": "Refund",
        "Body": "We always answer. ",
        "column D": 1.5,
        "Body.2": "one\r\ntwo _x000D_",
        "column F": True,
        "column H": 360001234567,
    }
    assert second.data == {"column A": "Next"}
    at = first.data["Body"].index("always")
    span = first.locate(("Body",)).to_source(Span(at, at + 13))
    assert span.of(file.text) == "always answer"
    assert first.place(("Body",)) == file.place(span.start) == "'Replies & more'!C12"
    assert file.place(file.text.index("Next")) == "'Replies & more'!A13"
    assert first.span(()).of(file.text).startswith("Refund\nWe")
    for route in [(), ("column D",), ("Missing",), ("Body", 0)]:
        with pytest.raises(KeyError):
            first.locate(route)


def test_a_title_above_the_header_names_no_column():
    rows = f'<row r="1">{inline("A1", "All macros")}</row><row r="2"/><row r="3">{inline("A3", "Title")}'
    rows += f'{inline("B3", "Body")}</row><row r="4">{inline("A4", "Late")}{inline("B4", "It is late.")}</row>'
    (found,) = read(workbook({"S": rows}))
    assert found.data == {"Title": "Late", "Body": "It is late."}
    assert (found.place(()), found.place(("Body",))) == ("S!4:4", "S!B4")
    place = found.file.lines.position(found.file.text.index("late"))
    assert (place.line, place.column) == (4, 7)


def test_a_hidden_sheet_is_told(tmp_path):
    rows = (
        f"<row>{inline('A1', 'Title')}{inline('B1', 'Body')}</row><row>{inline('A2', 'x')}{inline('B2', 'Hi.')}</row>"
    )
    shown, hidden = io.BytesIO(workbook({"Old": rows, "New": rows})), io.BytesIO()
    with zipfile.ZipFile(shown) as before, zipfile.ZipFile(hidden, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b'name="Old"', b'name="Old" state="veryHidden"'))
    path = tmp_path / "macros.xlsx"
    path.write_bytes(hidden.getvalue())
    found = list(Reader(Settings()).file(Target(str(path), named=True)))
    assert [(each.route, each.reason) for each in found if isinstance(each, Omission)] == [
        ("Old!2:2", "the sheet is hidden")
    ]
    assert [message.route for each in found if not isinstance(each, Omission) for message in each] == ["New!B2"]


def test_a_workbook_as_openpyxl_writes_it():
    writer = pytest.importorskip("openpyxl")
    written, data = writer.Workbook(), io.BytesIO()
    sheet = written.active
    sheet.title = "Our macros"
    for row in (["id", "Body"], [1, "It\u2019s on its\xa0way."], [2, '="a"&"b"'], [3, "#N/A"]):
        sheet.append(row)
    sheet["B2"].comment = writer.comments.Comment("never", "x")
    written.save(data)
    rows = read(data.getvalue())
    assert [row.data for row in rows] == [{"id": 1, "Body": "It\u2019s on its\xa0way."}, {"id": 2}, {"id": 3}]
    assert rows[0].place(("Body",)) == "'Our macros'!B2"


TEXTS = st.text(alphabet=list("ab <&é’😀\n_x0D5F"), min_size=1, max_size=12).filter(str.strip)


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=3))
@settings(max_examples=50)
def test_texts_are_where_the_made_text_has_them(table):
    def written(text):
        return text.replace("_x", "_x005F_x")

    rows = "<row>" + '<c t="inlineStr"><is><t>h</t></is></c>' * 3 + "</row>"
    for row in table:
        rows += (
            "<row>"
            + "".join(f'<c t="inlineStr"><is><t>{escape(written(text))}</t></is></c>' for text in row)
            + "</row>"
        )
    file = opened(workbook({"Sheet1": rows}), "a.xlsx")
    for number, (row, found) in enumerate(zip(table, documents(file), strict=True), 2):
        assert list(found.data.values()) == row
        for letters, (column, value) in zip("ABC", found.data.items(), strict=False):
            assert found.span((column,)).of(file.text) == value
            assert file.place(found.span((column,)).start) == f"Sheet1!{letters}{number}"


GOOD = workbook({"A": ROWS}, SHARED, zipfile.ZIP_STORED)


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=5), st.integers(0, len(GOOD)))
def test_no_file_is_a_traceback(changes, end):
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    for mutated in (bytes(data), bytes(data[:end])):
        with contextlib.suppress(SourceError):
            read(mutated)


def test_a_long_sheet_does_not_take_long():
    rows = "".join(f"<row>{inline(f'A{n}', 'We always answer.')}{inline(f'B{n}', 'x')}</row>" for n in range(1, 20_000))
    start = time.process_time()
    assert len(read(workbook({"A": rows}))) == 19_998
    assert time.process_time() - start < 3
