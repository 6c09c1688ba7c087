"""Files that cannot be read: each is named with its place and the cure, the others are checked, the status is 2."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from trustlint.sources import decoding

Refused = Callable[..., str]
Cli = Callable[..., tuple[int, str, str]]

NO_EXPORT = "(name its format with --input-format, or describe it under `formats:` in trustlint.yaml)"


def test_missing_file(refused: Refused) -> None:
    assert refused("nowhere.json") == "trustlint: nowhere.json: no such file or folder"


def test_glob_that_matches_nothing(refused: Refused) -> None:
    assert refused("*.nope") == "trustlint: *.nope: no file matches this pattern"


def test_file_used_as_a_folder(refused: Refused) -> None:
    assert refused("ok.txt/macros.json") == "trustlint: ok.txt/macros.json: no such file or folder"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("shot.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG image, not text"),
        ("shot.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "is a JPEG image, not text"),
        ("all.zip", b"PK\x03\x04\x14\0\0\0", "is a zip archive, not text (unpack it first)"),
        ("macros.json.gz", b"\x1f\x8b\x08\0", "is a gzip archive, not text (unpack it first)"),
        ("page.pdf", b"%PDF-1.7\n", "is a PDF, not text (save its text as a .txt or .md file)"),
    ],
)
def test_binary_files(refused: Refused, folder: Path, name: str, data: bytes, said: str) -> None:
    (folder / name).write_bytes(data)
    assert refused(name) == f"trustlint: {name}: {said}"


@pytest.mark.parametrize("name", ["letter.docx", "book.xlsx", "all.odt"])
def test_office_files_that_are_broken(refused: Refused, folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"PK\x03\x04\x14\0\0\0word/document.xml")
    assert refused(name).startswith(f"trustlint: {name}: is ")


def test_binary_of_no_known_kind(refused: Refused, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"We will\n \0 reply")
    assert refused("a.txt") == "trustlint: a.txt:2: looks like a binary file: it has a NUL byte at offset 9"


def test_utf_16_without_a_mark(refused: Refused, folder: Path) -> None:
    (folder / "a.txt").write_bytes("We will reply.".encode("utf-16-le"))
    said = "looks like UTF-16 without a byte-order mark (re-save it as UTF-8)"
    assert refused("a.txt") == f"trustlint: a.txt: {said}"


def test_utf_32(refused: Refused, folder: Path) -> None:
    (folder / "a.txt").write_bytes("We will reply.".encode("utf-32"))
    assert refused("a.txt") == "trustlint: a.txt: is UTF-32 text, which is not read (re-save it as UTF-8)"


def test_windows_1252(refused: Refused, folder: Path) -> None:
    (folder / "a.txt").write_bytes("Hello\nthe café’s manager will reply".encode("cp1252"))
    said = "is not valid UTF-8: byte 0xE9 at offset 13 (it looks like Windows-1252: re-save it as UTF-8)"
    assert refused("a.txt") == f"trustlint: a.txt:2:8: {said}"


def test_cut_off_in_the_middle_of_a_character(refused: Refused, folder: Path) -> None:
    (folder / "a.txt").write_bytes("We will reply “soon”".encode()[:-1])
    assert "begins a character that the file does not finish" in refused("a.txt")


@pytest.mark.parametrize("content", ["", "  \n\t\n"], ids=["nothing", "white space"])
@pytest.mark.parametrize("name", ["macros.json", "macros.jsonl", "macros.yaml", "macros.csv"])
def test_empty_exports(refused: Refused, folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)
    assert refused(name) == f"trustlint: {name}: is empty"


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        ('{"macros": [{"title": "Late",', "1:30", "the file ends in the middle of the JSON"),
        ('{"macros": [\n  {"title": "Late"},\n]}', "3:1", "a comma too many before the closing bracket"),
        ("{'macros': []}", "1:2", ""),
        ('{"macros": []} {"macros": []}', "1:16", "the JSON value ends before this, and one file holds one value"),
        ("[" * 100_000, "1:1", "is nested too deeply"),
    ],
    ids=["cut off", "trailing comma", "single quotes", "two values", "nested without end"],
)
def test_broken_json(refused: Refused, folder: Path, content: str, place: str, said: str) -> None:
    (folder / "macros.json").write_text(content)
    assert refused("macros.json").startswith(f"trustlint: macros.json:{place}: {said}")


def test_json_that_is_no_export(refused: Refused, folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "left-pad", "version": "1.3.0"}')
    said = refused("package.json")
    assert said.startswith("trustlint: package.json: no")
    assert said.endswith(NO_EXPORT)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("macros:\n\t- title: Late\n", "2:1: a tab cannot indent in YAML (use spaces)"),
        ("title: {{ name }} is late\n", "1:8: a text that begins with {{ needs quotes (put the text in quotes)"),
        ("[" * 10_000, "1:201: is nested more than 200 levels deep"),
    ],
    ids=["tabs", "placeholder without quotes", "nested without end"],
)
def test_broken_yaml(refused: Refused, folder: Path, content: str, said: str) -> None:
    (folder / "macros.yaml").write_text(content)
    assert refused("macros.yaml") == f"trustlint: macros.yaml:{said}"


def test_csv_with_an_unclosed_quote(refused: Refused, folder: Path) -> None:
    (folder / "replies.csv").write_text('title,body\n"Late,We will reply\nSoon,We will\n')
    said = "the quote that opens this cell is never closed (a quote inside a quoted cell is doubled)"
    assert refused("replies.csv") == f"trustlint: replies.csv:2:1: {said}"


def test_csv_without_a_column_of_texts(refused: Refused, folder: Path) -> None:
    (folder / "stock.csv").write_text("sku,colour\n1,red\n")
    said = "no known export has the shape of this CSV file"
    assert refused("stock.csv") == f"trustlint: stock.csv: {said} {NO_EXPORT}"


def test_link_that_leads_nowhere(refused: Refused, folder: Path) -> None:
    (folder / "old.txt").symlink_to("gone.txt")
    assert refused("old.txt") == "trustlint: old.txt: this link leads nowhere"


def test_links_that_lead_to_each_other(refused: Refused, folder: Path) -> None:
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")
    assert refused("a.txt") == "trustlint: a.txt: this link leads nowhere"


def test_a_file_that_may_not_be_read(refused: Refused, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "secret.txt").write_text("x")

    def guarded(path: str, mode: str) -> object:
        if path == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return open(path, mode)

    monkeypatch.setattr(decoding, "open", guarded, raising=False)
    assert refused("secret.txt") == "trustlint: secret.txt: may not be read: permission denied"


def test_a_folder_that_may_not_be_opened(refused: Refused, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "locked").mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if path == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert refused("locked") == "trustlint: locked: cannot open this folder: Permission denied"


def test_a_folder_that_is_named_like_a_file_is_a_folder(cli: Cli, folder: Path) -> None:
    (folder / "macros.json").mkdir()
    (folder / "macros.json/late.html").write_text("<p>We will reply shortly.</p>")
    status, out, err = cli("check", "--output", "concise", "macros.json/late.html", "macros.json")
    assert (status, err) == (1, "")
    assert out.count("macros.json/late.html:1:18: error timelines/vague-time") == 1


def test_several_bad_files_are_all_told(cli: Cli, folder: Path) -> None:
    (folder / "a.json").write_text("{")
    _, _, err = cli("check", "--output", "concise", "a.json", "ok.txt", "b.json")
    assert [line.split(": ")[1] for line in err.splitlines()] == ["a.json:1:2", "b.json"]


def test_a_format_that_was_asked_for_and_is_not_there(refused: Refused, folder: Path) -> None:
    (folder / "macros.json").write_text('{"tickets": []}')
    (folder / "trustlint.yaml").write_text("sources: [{path: macros.json, format: zendesk-macros}]")
    assert refused("macros.json").startswith("trustlint: macros.json: no macro in here (Zendesk macros are")
