import base64
import contextlib
import email
import email.policy
import quopri
import time
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.mime import documents, opened
from trustlint.span import Span


def document(text: str):
    (found,) = documents(SourceFile("reply.eml", text))
    return found


def underlined(text: str, route: tuple, words: str) -> str:
    """What stands in the file where the value at a route says `words`."""
    found = document(text)
    value = found.data
    for step in route:
        value = value[step]
    start = value.index(words)
    return found.locate(route).to_source(Span(start, start + len(words))).of(text)


def part(headers: str, body: str) -> str:
    return document(f"Subject: x\n{headers}\n\n{body}").data["bodies"][0]["plain"]


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Type: application/pdf",
        "Content-Type: text/calendar",
        "Content-Type: message/rfc822",
        "Content-Disposition: attachment",
        "Content-Type: text/plain; name=a.txt\nContent-Disposition: inline; filename=a.txt",
        "Content-Transfer-Encoding: x-uuencode",
    ],
)
def test_attachments_and_forwarded_mails_are_not_read(headers):
    assert document(f"Subject: x\n{headers}\n\nSubject: y\n\nNever.").data["bodies"] == []


@pytest.mark.parametrize(
    ("text", "message"), [("", "is empty"), (" \n\n", "is empty"), ("Hi there,\n\nbye", "headers")]
)
def test_what_is_no_mail_is_refused(text, message):
    with pytest.raises(SourceError, match=message):
        document(text)


def test_what_is_not_there_or_no_text_has_no_map():
    found = document("Subject: x\n\nHi")
    nowhere = [(), ("headers",), ("headers", "to"), ("bodies",), ("bodies", 0), ("bodies", 1, "plain"), ("bodies", -1)]
    for route in [*nowhere, ("bodies", 0, "html"), ("bodies", 0, "plain", 0), ("subject",)]:
        with pytest.raises(KeyError):
            found.locate(route)


MAIL = """\
From - Mon Jan  5 10:00:00 2026
From: =?utf-8?q?Ren=C3=A9e_Support?= <care@shop.example>
Subject: =?UTF-8?B?WW91ciByZWZ1bmQg4oCT?=
 =?utf-8?Q?_isn=E2=80?=
 =?utf-8?Q?=99t_late?= at
 all
MIME-Version: 1.0
Content-Type: multipart/mixed;
\tboundary="a b"

A preamble that nobody reads.
--a b
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Transfer-Encoding: quoted-printable
Content-Type: text/plain; charset="utf-8"

We guaran=
tee it: you=E2=80=
=99ll never wait. =20
--inner
Content-Type: text/html
Content-Transfer-Encoding: base64

PHA+QWx3YXlzPC9wPg==

--inner--

--a b
Content-Type: text/plain; format=flowed

This goes on \nand on \n> quoted \n> more
-- \nAda
--a b
Content-Type: text/plain; charset=iso-2022-jp

\x1b$B$O$$\x1b(B!
--a b--
An epilogue.
"""


def test_data_and_places():
    found = document(MAIL)
    assert found.data["headers"]["from"] == "Renée Support <care@shop.example>"
    assert found.data["headers"]["subject"] == "Your refund – isn’t late at all"
    assert found.data["bodies"] == [
        {"plain": "We guarantee it: you’ll never wait.  ", "html": "<p>Always</p>"},
        {"plain": "This goes on and on \n> quoted more\n-- \nAda"},
        {"plain": "はい!"},
    ]
    assert underlined(MAIL, ("headers", "subject"), "’t late at") == "=E2=80?=\n =?utf-8?Q?=99t_late?= at"
    assert underlined(MAIL, ("headers", "subject"), "refund") == "=?UTF-8?B?WW91ciByZWZ1bmQg4oCT?="
    assert underlined(MAIL, ("bodies", 0, "plain"), "guarantee") == "guaran=\ntee"
    assert underlined(MAIL, ("bodies", 0, "plain"), "you’") == "you=E2=80=\n=99"
    assert underlined(MAIL, ("bodies", 0, "html"), "Always") == "PHA+QWx3YXlzPC9wPg=="
    assert underlined(MAIL, ("bodies", 1, "plain"), "on and") == "on \nand"
    assert underlined(MAIL, ("bodies", 2, "plain"), "い!") == "$$\x1b(B!"
    assert found.span(("headers", "from")).of(MAIL).startswith("=?utf-8?q?Ren")
    assert found.span(()).of(MAIL).startswith("From: ")


def test_windows_line_ends_are_kept():
    text = MAIL.replace("\n", "\r\n")
    found = document(text)
    assert found.data["bodies"][0] == document(MAIL).data["bodies"][0]
    assert found.data["bodies"][1]["plain"] == "This goes on and on \r\n> quoted more\r\n-- \r\nAda"
    assert underlined(text, ("bodies", 0, "plain"), "guarantee") == "guaran=\r\ntee"


def test_a_charset_is_what_mailers_mean_by_it():
    quoted = "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset="
    assert part(f"{quoted}iso-8859-1", "=93yes=94") == "“yes”"
    assert part(f"{quoted}shift_jis", "=83A=83\\") == "アソ"
    assert part(f"{quoted}no-such-thing", "caf=C3=A9 =FF") == "café \ufffd"
    assert part(f"{quoted}base64", "caf=C3=A9") == "café"


def test_parts_in_other_charsets_are_read_part_by_part():
    data = (
        b'Subject: caf\xc3\xa9\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
        b"Content-Type: text/plain; charset=windows-1252\n\nWe\x92ll call\n--b\n"
        b"Content-Type: text/plain; charset=shift_jis\n\n\x83\x41\n--b\nContent-Type: text/plain\n\n\xff\xe9\n--b--\n"
    )
    file = opened(data, "reply.eml")
    (found,) = documents(file)
    assert found.data["headers"]["subject"] == "café"
    assert [body["plain"] for body in found.data["bodies"]] == ["We’ll call", "ア", "ÿé"]
    assert found.locate(("bodies", 0, "plain")).to_source(Span(0, 5)).of(file.text) == "We’ll"
    assert file.text.count("\n") == data.count(b"\n")
    assert opened("Subject: é\n\nü".encode(), "reply.eml").encoding == "utf-8"
    with pytest.raises(SourceError, match="PNG"):
        opened(b"\x89PNG", "reply.eml")


BODIES = st.text(alphabet=list("ab =_?\n\t.é’😀\xa0-"), max_size=30)


@given(BODIES, st.sampled_from(["quoted-printable", "base64", "8bit"]), st.data())
def test_every_part_of_every_body_is_where_it_is_written(value, transfer, data):
    raw = value.encode()
    if transfer == "quoted-printable":
        body = quopri.encodestring(raw).decode()
    else:
        body = base64.encodebytes(raw).decode() if transfer == "base64" else value
    text = f"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {transfer}\n\n{body}"
    found = document(text)
    if not body.strip():
        assert found.data["bodies"] == []
        return
    assert found.data["bodies"] == [{"plain": value}]
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    slice = found.locate(("bodies", 0, "plain")).to_source(Span(start, end)).of(text)
    if transfer == "quoted-printable":
        assert quopri.decodestring(slice.encode()).decode() == value[start:end]
    elif transfer == "base64":
        assert slice == (body.strip() if start < end else "")
    else:
        assert slice == value[start:end]


@given(st.text(alphabet=list("ab =?_é’😀"), min_size=1, max_size=40))
def test_headers_say_what_the_standard_library_reads(value):
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = value
    message.set_content("x")
    text = message.as_bytes().decode()
    found = document(text)
    expected = email.message_from_string(text, policy=email.policy.default)["subject"]
    subject = found.data["headers"]["subject"]
    assert subject.split() == expected.split()
    for at, char in enumerate(subject):
        written = found.locate(("headers", "subject")).to_source(Span(at, at + 1)).of(text)
        assert written == char or "=" in written or written == "_"


@given(st.lists(st.text(alphabet=list("ab >"), max_size=10), min_size=1, max_size=8), st.booleans())
def test_flowed_lines_keep_their_places(lines, without_space):
    body = ".\n" + "\n".join(lines)
    text = f"Subject: x\nContent-Type: text/plain; format=flowed; delsp={'yes' if without_space else 'no'}\n\n{body}"
    found = document(text)
    value = found.data["bodies"][0]["plain"]
    places = found.locate(("bodies", 0, "plain"))
    assert [places.to_source(Span(at, at + 1)).of(text) for at in range(len(value))] == list(value)


PARTS = [
    "Content-Type: multipart/mixed; boundary=b\n",
    "--b\n",
    "--b--",
    "\n",
    "=?utf-8?q?",
    "?=",
    "=?x?b?",
    "=E2",
    "=\n",
]
MORE = ["Content-Transfer-Encoding: base64\n", "Subject: ", "From ", " ", "é", "a", "format=flowed", ";", '"', "\r\n"]


@given(st.lists(st.sampled_from(PARTS + MORE), max_size=30))
def test_no_text_is_a_traceback(parts):
    text = "A: b\n" + "".join(parts)
    with contextlib.suppress(SourceError):
        found = document(text)
        for name, value in found.data["headers"].items():
            assert found.locate(("headers", name)).length == len(value)
        for number, body in enumerate(found.data["bodies"]):
            for kind, value in body.items():
                assert found.locate(("bodies", number, kind)).length == len(value)
    opened(text.encode() + b"\xff", "reply.eml")


QP = "A: b\nContent-Transfer-Encoding: quoted-printable\n\n"
NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5000))


@pytest.mark.parametrize(
    "text",
    [
        "A:" + " \n" * 50_000,
        "A:" + "\n " * 50_000,
        "A: " + "=?utf-8?q?a?= " * 10_000,
        "A: " + "=?" * 50_000,
        "A: " + "=?a?q?" * 50_000,
        "A: b\n" * 30_000,
        "Content-Type: a" + "; b" * 50_000,
        'Content-Type: a; b="' + "\\" * 100_000,
        QP + "=" * 100_000,
        QP + "= " * 100_000,
        QP + " " * 100_000 + "x",
        QP + "=E2" * 100_000,
        "A: b\n" + NESTED,
        "A: b\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 50_000,
        "A: b\nContent-Type: text/plain; format=flowed\n\n" + "> \n>> \n" * 20_000,
    ],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    with contextlib.suppress(SourceError):
        document(text)
    assert time.process_time() - start < 3
