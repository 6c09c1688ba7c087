"""Command lines run in this process, in an empty folder with one text that has one problem."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from trustlint.__main__ import run

FOUND_IN_OK = "ok.txt:1:15: error timelines/vague-time “shortly” gives no date. Name one."


class Done(NamedTuple):
    """What a command line did."""

    status: int
    out: str
    err: str


Cli = Callable[..., Done]


@pytest.fixture(scope="session")
def packs_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def folder(tmp_path: Path, packs_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(packs_cache))
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "ok.txt").write_text("We will reply shortly.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """`cli("check", "ok.txt", stdin=b"…")`"""

    def call(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = run(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Done(status, out, err)

    return call


@pytest.fixture
def refused(cli: Cli) -> Callable[[str], str]:
    """What is said about a file that cannot be read, once it is known that the other file was checked."""

    def call(path: str, *options: str) -> str:
        done = cli("check", "--output", "concise", *options, path, "ok.txt")
        assert FOUND_IN_OK in done.out, "one bad file must not stop the others"
        assert done.status == 2
        return done.err.strip()

    return call
