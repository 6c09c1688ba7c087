"""Word documents: `{"paragraphs": [{"text", "style", "heading"}], "sections": [{"title", "text"}]}`.

A section is what stands below a heading up to the next one; it has `"above": true` if the next one is a heading below
its own. `heading` is a heading's level, 0 for a paragraph. Deleted and hidden text, tables of contents, codes of
fields, comments, foot notes and page headers are left out. The file's text is made: a paragraph after the other, an
empty line between them; `paragraph 7` counts as Word does, empty ones too.
"""

from collections.abc import Iterator
from typing import Any

from trustlint.message import Route, SourceFile
from trustlint.sources.containers import _office
from trustlint.sources.containers._docx_paragraphs import Body, Paragraph
from trustlint.sources.containers._docx_styles import Styles
from trustlint.sources.containers._office import UNWRITABLE, Content, Document, OfficeFile, Piece, Writer
from trustlint.sources.containers._office_archive import Archive
from trustlint.sources.containers._office_relations import Relations
from trustlint.span import Span

KIND = "Word document (.docx)"


def documents(file: SourceFile) -> Iterator[Document]:
    """The one document of a file."""
    return _office.documents(file, KIND)


def opened(data: bytes, path: str) -> OfficeFile:
    """The Word document of a file's bytes."""
    archive = Archive(data, path, KIND)
    main = Relations(archive).only("officeDocument", "word/document.xml")
    styles = Styles()
    if archive.has(part := Relations(archive, main).only("styles", "word/styles.xml")):
        archive.parse(part, styles)
    body = Body(styles)
    archive.parse(main, body)
    writer = Writer(path, "\n\n")
    content = _content(sorted(body.paragraphs), writer)
    return OfficeFile(path, writer.text(), UNWRITABLE, contents=(content,))


def _content(paragraphs: list[Paragraph], writer: Writer) -> Content:
    data: dict[str, Any] = {"paragraphs": [], "sections": []}
    pieces: dict[Route, Piece] = {}
    section: list[Piece] = []

    def close() -> None:
        if section:
            route = ("sections", len(data["sections"]) - 1, "text")
            span = Span(section[0].span.start, section[-1].span.end)
            pieces[route] = Piece(span, _between(section), section[0].line)
            section.clear()

    title: Paragraph | None = None
    for paragraph in paragraphs:
        place = f"paragraph {paragraph.number}"
        piece = Piece(writer.add(paragraph.text), place, paragraph.number)
        pieces["paragraphs", len(data["paragraphs"]), "text"] = piece
        said = {"text": paragraph.text, "style": paragraph.style, "heading": paragraph.heading}
        data["paragraphs"].append(said)
        if paragraph.heading:
            close()
            if data["sections"] and _is_above(title, paragraph):
                data["sections"][-1]["above"] = True
            title = paragraph
            pieces["sections", len(data["sections"]), "title"] = piece
            data["sections"].append({"title": paragraph.text, "text": ""})
        else:
            if not data["sections"]:
                data["sections"].append({"title": "", "text": ""})
            section.append(piece)
    close()
    text = writer.text()
    for route, piece in pieces.items():
        if route[0] == "sections":
            data["sections"][route[1]][route[2]] = piece.span.of(text)
    return Content(data, pieces, "document")


def _is_above(title: Paragraph | None, heading: Paragraph) -> bool:
    """What stands before all headings, or under the title of the document or a chapter, is above what they head."""
    return title is None or title.is_title or title.heading < heading.heading


def _between(section: list[Piece]) -> str:
    first, last = section[0].place, section[-1].place
    return first if first == last else f"{first} to {last.removeprefix('paragraph ')}"
