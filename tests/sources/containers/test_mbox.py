import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.mbox import documents, opened, windows
from trustlint.span import Span


def read(text: str) -> list:
    return list(documents(SourceFile("sent.mbox", text)))


MAILBOX = """\
From ada@shop.example Mon Jan  5 10:00:00 2026
Subject: One

From here on it never fails.
>From here too,
>>From there as well.

From ada@shop.example Mon Jan  5 10:01:00 2026
not a header

From ada@shop.example Mon Jan  5 10:02:00 2026
Subject: Two
Content-Transfer-Encoding: quoted-printable

>From to=64ay
"""


@pytest.mark.parametrize(
    ("text", "message"), [("", "empty"), ("Subject: x\n\nFrom a 10:00", "mailbox"), ("\n\nx", "mailbox")]
)
def test_what_is_no_mailbox_is_refused(text, message):
    with pytest.raises(SourceError, match=message):
        read(text)


def test_mails_are_split_and_a_broken_one_is_given():
    one, broken, two = read(MAILBOX)
    assert isinstance(broken, SourceError)
    assert broken.line == 9
    body = "From here on it never fails.\nFrom here too,\n>From there as well.\n"
    assert one.data == {"headers": {"subject": "One"}, "bodies": [{"plain": body}]}
    assert two.data["bodies"] == [{"plain": "From today\n"}]
    places = one.locate(("bodies", 0, "plain"))
    at = body.index("fails.\nFrom")
    assert places.to_source(Span(at, at + 11)).of(MAILBOX) == "fails.\n>From"
    assert two.locate(("bodies", 0, "plain")).to_source(Span(0, 10)).of(MAILBOX) == "From to=64ay"
    assert two.span(()).of(MAILBOX).startswith("Subject: Two")


def test_windows_line_ends_split_too():
    assert len(read(MAILBOX.replace("\n", "\r\n"))) == 3


def test_mails_in_other_charsets_are_read_mail_by_mail():
    mail = b"From a Mon Jan  5 10:00:00 2026\nContent-Type: text/plain; charset=%s\n\n%s\n\n"
    file = opened(mail % (b"iso-8859-1", b"caf\xe9") + mail % (b"utf-8", "né".encode()), "sent.mbox")
    assert [mail.data["bodies"][0]["plain"].strip() for mail in documents(file)] == ["café", "né"]


@pytest.mark.parametrize("size", [20, 90, 300, 10_000])
def test_windows_are_the_mailbox_in_parts(tmp_path, size):
    mail = (
        b"From a Mon Jan  5 10:%02d:00 2026\r\nContent-Type: text/plain; charset=%s\r\n"
        b"Subject: %d\r\n\r\ncaf%s %s\r\n\r\n"
    )
    cafe = {b"utf-8": "é".encode(), b"iso-8859-1": b"\xe9"}
    charsets = [b"utf-8", b"iso-8859-1", b"iso-8859-1", b"utf-8"] * 5
    mails = [mail % (n, name, n, cafe[name], b"soon " * (n % 4)) for n, name in enumerate(charsets)]
    path = tmp_path / "sent.mbox"
    path.write_bytes(b"".join(mails))
    parts = list(windows(str(path), size))
    assert len(parts) > 2 or size == 10_000
    whole = opened(path.read_bytes(), str(path))
    assert "".join(part.text for part in parts) == whole.text
    found = [(part, one) for part in parts for one in documents(part)]
    assert [one.data["headers"]["subject"] for _, one in found] == [str(n) for n in range(20)]
    for part, one in found:
        assert one.data["bodies"][0]["plain"].startswith("café")
        place = part.lines.position(one.span(("headers", "subject")).start)
        assert whole.lines.position(place.offset) == place


def test_a_line_from_inside_a_mail_cuts_no_window(tmp_path):
    path = tmp_path / "sent.mbox"
    path.write_bytes(b"From a 10:00\nSubject: x\n\n" + b"From here on\n\nFrom now on\nFrom b 10:00\n" * 20)
    assert len(list(windows(str(path), 30))) == 1


@given(
    st.lists(st.sampled_from(["From a 10:00\n", "\n", "A: b\n", ">From x\n", "From x\n", ">", "x", "é"]), max_size=20)
)
def test_no_text_is_a_traceback(parts):
    with contextlib.suppress(SourceError):
        for found in read("".join(parts)):
            if not isinstance(found, SourceError):
                for number, body in enumerate(found.data["bodies"]):
                    assert found.locate(("bodies", number, "plain")).length == len(body["plain"])


@pytest.mark.parametrize(
    "text", ["From a 10:00\nA: b\n\n" * 20_000, "From a 10:00\nA: b\n\n" + ">" * 200_000, "\n" * 200_000]
)
def test_no_text_takes_long(text):
    start = time.process_time()
    with contextlib.suppress(SourceError):
        read(text)
    assert time.process_time() - start < 3
