import os

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.sources.decoding import decode, encode, pieces, read


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        decode(data, "file.txt")
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04....xl/workbook.xml", "Excel"),
        (b"PK\x03\x04....word/document.xml", "Word"),
        (b"PK\x03\x04....", "zip"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"abc\0def", "binary"),
        ("We reply soon.".encode("utf-16-le"), "UTF-16 without"),
        ("We reply soon.".encode("utf-32"), "UTF-32"),
    ],
)
def test_what_is_not_text_is_named(data, kind):
    assert kind in refused(data).message


def test_a_wrong_byte_is_named_with_its_place():
    error = refused("Hello\r\nthe café is open".encode("cp1252"))
    assert "byte 0xE9 at offset 14" in error.message
    assert (error.line, error.column) == (2, 8)
    assert "Windows-1252" in (error.hint or "")


def test_a_cut_character_is_told_from_a_wrong_one():
    assert "does not finish" in refused("café"[:3].encode() + b"\xc3").message
    assert "does not finish" in refused(b"\xff\xfea\0b").message


def test_an_empty_file_is_an_empty_text():
    file = decode(b"", "file.txt")
    assert (file.text, file.encoding, file.bom) == ("", "utf-8", False)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=20))
def test_bytes_come_back_as_they_were(codec, text):
    data = text.encode(codec)
    if codec.startswith("utf-16"):
        data = "\ufeff".encode(codec) + data
    try:
        file = decode(data, "file.txt")
    except SourceError as error:
        assume("not text" not in error.message)  # a text that begins as a picture does
        raise
    assert file.text == text
    assert encode(file, file.text) == data


def test_line_ends_stay_as_they_are():
    assert decode(b"a\r\nb\rc\n", "file.txt").text == "a\r\nb\rc\n"


def test_what_cannot_be_opened_is_said(tmp_path):
    for path, words in [(tmp_path / "none.txt", "no such file"), (tmp_path, "is a folder")]:
        with pytest.raises(SourceError, match=words):
            read(str(path))
    with pytest.raises(SourceError, match="cannot be read"):
        read("a\0b")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_locked_file_is_said(tmp_path):
    path = tmp_path / "locked.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(SourceError, match="permission"):
        read(str(path))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("size", [2, 3, 5, 64])
def test_pieces_make_the_text(tmp_path, codec, size):
    text = "wé’ll\r\nreply 😀 soon\r\n\r"
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode(codec))
    if codec != "utf-8":
        size += 2  # the mark itself has to fit
    encoding, texts = pieces(str(path), size)
    parts = list(texts)
    assert "".join(parts) == text
    assert encoding.bom == path.read_bytes()[: len(encoding.bom)]
    assert not any(part.endswith("\r") for part in parts[:-1])


def test_a_wrong_byte_in_a_later_piece_has_its_place_in_the_file(tmp_path):
    path = tmp_path / "file.txt"
    path.write_bytes(b"one\ntwo\nthr\xff")
    _, texts = pieces(str(path), 4)
    with pytest.raises(SourceError) as caught:
        list(texts)
    assert (caught.value.line, caught.value.column) == (3, 4)
    assert "offset 11" in caught.value.message
