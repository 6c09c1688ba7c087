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
)


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
        "<w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>",
    ],
)
def test_what_nobody_sees_is_not_read(unseen):
    assert document(f"<w:p>{unseen}<w:r><w:t>Hi</w:t></w:r></w:p>").data["paragraphs"][0]["text"] == "Hi"


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
        {"title": "", "text": "Before"},
        {"title": "Refunds", "text": "We always\tpay\nsoon\u2011\n\nIn a cell"},
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
