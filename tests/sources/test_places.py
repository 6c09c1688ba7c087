"""Whatever a text says and however its file writes it: it is read whole, and every character leads to its place."""

import html
import io
import json
import quopri
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.config import Settings
from trustlint.errors import SourceError
from trustlint.message import Message, Omission
from trustlint.reading import Reader
from trustlint.span import Span

WORDS = st.lists(st.text(alphabet="abé'\"\\=;😀—€\u2028", min_size=1, max_size=6), max_size=8).map(
    lambda words: " ".join(["Hello", *words, "there"])
)
READER = Reader(Settings())
OOXML = "http://schemas.openxmlformats.org"


def jsonl(text: str) -> bytes:
    turn = {"messages": [{"role": "user", "content": "always"}, {"role": "assistant", "content": text}]}
    return (json.dumps(turn) + "\n" + json.dumps(turn, ensure_ascii=False) + "\n").encode()


def tsv(text: str) -> bytes:
    return ('title\tbody\na\t"' + text.replace('"', '""') + '"\n').encode("utf-16")


def strings(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\U00e9")
    return f'/* always */\n"emails.refund" = "{escaped}";\n'.encode()


def properties(text: str) -> bytes:
    # Two quotes are one, as Java's message formats write it.
    escaped = text.replace("'", "''").replace("\\", "\\\\").replace("é", "\\u00e9").replace(" ", " \\\n    ", 1)
    return f"# always\norder_mailer.refund = {escaped}\n".encode()


def po(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace(" ", ' "\n"', 1)
    return f'msgid ""\nmsgstr "Language: en\\n"\n\n#: app/mailer.rb:1\nmsgid "x"\nmsgstr "{escaped}"\n'.encode()


def mail(text: str) -> bytes:
    body = quopri.encodestring(text.encode())
    head = b"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    return head + body + b"\n"


def mailbox(text: str) -> bytes:
    return b"From a Mon Jan  5 10:00:00 2026\n" + mail(text) + b"\nFrom b Mon Jan  5 10:00:00 2026\n" + mail("always")


def page(text: str) -> bytes:
    return f"<!DOCTYPE html><html><body><p>{html.escape(text)}</p></body></html>".encode()


def packed(**members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return data.getvalue()


def document(text: str) -> bytes:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{html.escape(each)}</w:t></w:r>' for each in (text[:7], text[7:]))
    body = f"<w:body><w:p>{runs}</w:p></w:body>"
    return packed(word__document=f'<w:document xmlns:w="{OOXML}/wordprocessingml/2006/main">{body}</w:document>')


def workbook(text: str) -> bytes:
    main, relations = f"{OOXML}/spreadsheetml/2006/main", f"{OOXML}/officeDocument/2006/relationships"

    def cell(place: str, said: str) -> str:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{html.escape(said)}</t></is></c>'

    rows = f'<row r="1">{cell("A1", "Title")}{cell("B1", "Body")}</row>'
    rows += f'<row r="2">{cell("A2", "a")}{cell("B2", text)}</row>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        sheets = '<sheets><sheet name="A" r:id="r1"/></sheets>'
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}">{sheets}</workbook>')
        relation = f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/s1.xml"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{relation}</Relationships>")
        sheet = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/s1.xml", sheet)
    return data.getvalue()


def said_by(raw: str) -> set[str]:
    """What the characters of a file can say, decoded by other means than ours."""
    return {
        raw,
        html.unescape(raw),
        raw.replace('""', '"'),
        raw.replace("\\\\", "\\").replace('\\"', '"').replace("\\U00e9", "é").replace("\\u00e9", "é"),
        json.loads(f'"{raw}"') if raw.startswith("\\u") else raw,
        quopri.decodestring(raw.encode()).decode(errors="replace"),
    }


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("chats.jsonl", jsonl),
        ("macros.tsv", tsv),
        ("en.lproj/Mail.strings", strings),
        ("locales/mail.properties", properties),
        ("locale/en/mailer.po", po),
        ("sent.eml", mail),
        ("sent.mbox", mailbox),
        ("emails/refund.html", page),
        ("macros.docx", document),
        ("macros.xlsx", workbook),
    ],
)
@settings(max_examples=25)
@given(text=WORDS)
def test_every_character_leads_to_its_place(name: str, write: Callable[[str], bytes], text: str) -> None:
    fields = [each for each in READER.bytes(name, write(text)) if not isinstance(each, Omission | SourceError)]
    found = [message for (message,) in fields if message.text.startswith("Hello")]
    assert found
    for message in found:
        assert message.text.strip() == text
        assert all(char in said_by(place_of(message, at)) for at, char in enumerate(text))


def place_of(message: Message, at: int) -> str:
    return message.in_file(Span(at, at + 1)).of(message.file.text)
