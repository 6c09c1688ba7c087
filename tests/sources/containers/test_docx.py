import contextlib
import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.sources.containers.docx import documents, opened
from trustlint.span import Span

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc"'
STYLES = (
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="Reply"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:styleId="Macro"><w:name w:val="Macro title"/><w:basedOn w:val="Own"/></w:style>'
    '<w:style w:styleId="Body"><w:name w:val="Macro text"/><w:basedOn w:val="Macro"/><w:pPr><w:outlineLvl w:val="9"/>'
    "</w:pPr></w:style>"
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Loud"><w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    "</w:style>"
)


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{escape(text)}</w:t></w:r>"


def packed(body: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {WORD}>{STYLES}</w:styles>")
    return data.getvalue()


def document(body: str):
    (found,) = documents(opened(packed(body), "replies.docx"))
    return found


def paragraph(text: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    "unseen",
    [
        "<w:del><w:r><w:delText>never</w:delText><w:t>never</w:t></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>never</w:t></w:r></w:moveFrom>",
        "<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>never</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>",
        "<w:r><w:instrText>never</w:instrText></w:r>",
        run("never", "<w:vanish/>"),
        run("never", '<w:vanish w:val="true"/>'),
        run("never", '<w:rStyle w:val="Secret"/>'),
        # The value of a field stands in the code of another one.
        field("begin") + field("begin") + field("separate") + run("never") + field("end") + field("end"),
        "<w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>",
    ],
)
def test_what_nobody_sees_is_not_read(unseen):
    assert document(f"<w:p>{unseen}<w:r><w:t>Hi</w:t></w:r></w:p>").data["paragraphs"][0]["text"] == "Hi"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (run("shown", '<w:vanish w:val="0"/>'), "shown"),
        (run("shown", '<w:rStyle w:val="Loud"/>'), "shown"),
        (run("shown", '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'), "shown"),
        ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("shown"), "shown"),
        (run("a") + "<w:ins>" + run("b") + "</w:ins><w:hyperlink>" + run("c") + "</w:hyperlink>", "abc"),
        (field("begin") + field("separate") + run("«First_Name»") + field("end") + run(", hi"), "«First_Name», hi"),
        ('<w:fldSimple w:instr=" MERGEFIELD A ">' + run("«A»") + "</w:fldSimple>", "«A»"),
        (run("guar") + run("anteed", "<w:b/>"), "guaranteed"),
        (run("24\xa0hours") + "<w:r><w:ptab/></w:r>" + run("x"), "24\xa0hours\tx"),
    ],
)
def test_what_is_shown_is_read(written: str, text: str) -> None:
    assert document(f"<w:p>{written}</w:p>").data["paragraphs"][0]["text"] == text


def test_a_field_without_an_end_hides_nothing_behind_its_paragraph():
    found = document(f"<w:p>{run('a')}{field('begin')}{run('b')}</w:p><w:p>{run('c')}</w:p>")
    assert [each["text"] for each in found.data["paragraphs"]] == ["a", "c"]


def test_headings_are_known_by_what_their_styles_are_based_on():
    changed = (
        '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="berschrift1"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    )
    found = document(
        paragraph("1", "Macro")
        + paragraph("2", "Body")
        + paragraph("Refunds 7", "Verzeichnis1")
        + f'<w:p><w:pPr><w:pStyle w:val="Body"/>{changed}</w:pPr>{run("3")}</w:p>'
    )
    assert [(each["text"], each["heading"]) for each in found.data["paragraphs"]] == [("1", 2), ("2", 0), ("3", 0)]


def test_what_stands_above_the_headings_that_are_replies():
    headings = [("Intro", "Normal"), ("All", "Titel"), ("a", "Normal"), ("Chapter", "berschrift1"), ("b", "Normal")]
    found = document("".join(paragraph(*each) for each in [*headings, ("Reply", "Own"), ("c", "Normal")]))
    assert [(each["title"], each.get("above", False)) for each in found.data["sections"]] == [
        ("", True),
        ("All", True),
        ("Chapter", True),
        ("Reply", False),
    ]


def test_parts_may_have_any_name():
    data = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(data, "w") as archive:
        main = f'<Relationship Id="a" Type="{kind}/officeDocument" Target="/word/document2.xml"/>'
        styles = f'<Relationship Id="b" Type="{kind}/styles" Target="styles2.xml"/>'
        archive.writestr("_rels/.rels", f"<Relationships>{main}</Relationships>")
        archive.writestr("word/_rels/document2.xml.rels", f"<Relationships>{styles}</Relationships>")
        archive.writestr("word/document2.xml", f"<w:document {WORD}>{paragraph('Refunds', 'berschrift1')}</w:document>")
        archive.writestr("word/styles2.xml", f"<w:styles {WORD}>{STYLES}</w:styles>")
    assert opened(data.getvalue(), "a.docx").contents[0].data["paragraphs"][0]["heading"] == 1


def test_lines_are_paragraphs_and_columns_their_characters():
    file = document(BODY).file
    place = file.lines.position(file.text.index("pay"))
    assert (place.line, place.column) == (4, len("We always\t") + 1)
    assert file.lines.position(file.text.index("inner")).line == 8


def test_a_document_as_python_docx_writes_it():
    writer = pytest.importorskip("docx")
    written, data = writer.Document(), io.BytesIO()
    written.sections[0].header.paragraphs[0].text = "never"
    written.add_heading("Our replies", 0)
    written.add_heading("Refund", 1)
    said = written.add_paragraph("Your money is ")
    said.add_run("not ").font.hidden = True
    said.add_run("on its").bold = True
    said.add_run(" way.")
    written.add_table(1, 1).cell(0, 0).text = "Tomorrow"
    written.save(data)
    found = opened(data.getvalue(), "a.docx").contents[0]
    assert found.data["sections"][1] == {"title": "Refund", "text": "Your money is on its way.\n\nTomorrow"}


def test_a_bomb_and_what_is_no_document_are_refused():
    with pytest.raises(SourceError, match="more than"):
        opened(packed(" " * (20 << 20)), "bomb.docx")
    with pytest.raises(SourceError, match="not a readable archive"):
        opened(b"Hi", "odd.docx")


BODY = (
    paragraph("Before")
    + "<w:p/>"
    + paragraph("Refunds", "berschrift1")
    + "<w:p><w:r><w:t>We al</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ways</w:t><w:tab/><w:t>pay</w:t><w:br/><w:t>soon"
    "</w:t><w:noBreakHyphen/></w:r></w:p>"
    + f"<w:tbl><w:tr><w:tc>{paragraph('In a cell')}</w:tc></w:tr></w:tbl>"
    + paragraph("Late parcels", "Own")
    + "<w:p><w:r><w:t>Outer</w:t><w:txbxContent>"
    + paragraph("inner")
    + "</w:txbxContent><w:t> text</w:t></w:r></w:p>"
)


def test_data_and_places():
    found = document(BODY)
    file = found.file
    texts = ["Before", "Refunds", "We always\tpay\nsoon\u2011", "In a cell", "Late parcels", "Outer text", "inner"]
    assert [each["text"] for each in found.data["paragraphs"]] == texts
    assert [each["heading"] for each in found.data["paragraphs"]] == [0, 1, 0, 0, 2, 0, 0]
    assert found.data["sections"] == [
        {"title": "", "text": "Before", "above": True},
        {"title": "Refunds", "text": "We always\tpay\nsoon\u2011\n\nIn a cell", "above": True},
        {"title": "Late parcels", "text": "Outer text\n\ninner"},
    ]
    text = found.data["sections"][1]["text"]
    at = text.index("always")
    span = found.locate(("sections", 1, "text")).to_source(Span(at, at + 6))
    assert span.of(file.text) == "always"
    assert file.place(span.start) == "paragraph 4"
    assert file.place(file.text.index("cell")) == "paragraph 5"
    assert found.place(("sections", 1, "text")) == "paragraph 4 to 5"
    assert found.place(("sections", 0, "text")) == "paragraph 1"
    assert found.span(("paragraphs", 1)).of(file.text) == "Refunds"
    for route in [
        (),
        ("paragraphs",),
        ("paragraphs", 0, "style"),
        ("sections", 0, "title"),
        ("paragraphs", 99, "text"),
    ]:
        with pytest.raises(KeyError):
            found.locate(route)


@given(st.lists(st.tuples(st.text(alphabet=list("ab <&é’😀"), max_size=12), st.booleans()), max_size=6))
@settings(max_examples=50)
def test_texts_are_where_the_made_text_has_them(paragraphs):
    body = "".join(paragraph(text, "berschrift1" if is_heading else "Normal") for text, is_heading in paragraphs)
    found = document(body)
    kept = [text for text, _ in paragraphs if text.strip()]
    assert [each["text"] for each in found.data["paragraphs"]] == kept
    for number, text in enumerate(kept):
        assert found.span(("paragraphs", number, "text")).of(found.file.text) == text
    for number, section in enumerate(found.data["sections"]):
        if section["text"]:
            assert found.span(("sections", number, "text")).of(found.file.text) == section["text"]


GOOD = packed(BODY, zipfile.ZIP_STORED)


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=5), st.integers(0, len(GOOD)))
def test_no_file_is_a_traceback(changes, end):
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    for mutated in (bytes(data), bytes(data[:end])):
        with contextlib.suppress(SourceError):
            list(documents(opened(mutated, "replies.docx")))
