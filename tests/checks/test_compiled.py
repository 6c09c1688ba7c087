"""Compiled patterns that are kept from run to run."""

import marshal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import regex

from trustlint.checks import compiled, held
from trustlint.checks.held import Held
from trustlint.codes import Codes


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "CODES", Codes())
    monkeypatch.setattr(compiled, "_made", Held())


def forget() -> None:
    """As another process would begin."""
    compiled.CODES = Codes()
    compiled._made = Held()


SOURCES = [r"\b(?P<mark>soon)\b", "café|straße", r"(?<=we )\p{Lu}+", "", "\ud800"]


def test_nothing_is_kept_when_nothing_is_new() -> None:
    assert compiled.CODES.learned() is None
    compiled.compile(SOURCES[0])
    assert compiled.CODES.learned()
    assert compiled.CODES.learned() is None


@pytest.mark.parametrize("broken", [b"", b"\x00", marshal.dumps(None), marshal.dumps(("soon", "broken"))])
def test_broken_code_is_compiled_again(broken: bytes) -> None:
    compiled.compile("soon")
    [key] = compiled.CODES.learned() or {}
    forget()
    compiled.CODES.learn({key: broken})
    assert compiled.compile("soon").findall("Soon") == ["Soon"]
    assert key in (compiled.CODES.learned() or {})


@pytest.mark.parametrize("source", SOURCES)
def test_a_kept_pattern_is_the_same_pattern(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = compiled.compile(source)
    codes = compiled.CODES.learned()
    assert codes
    forget()
    compiled.CODES.learn(marshal.loads(marshal.dumps(codes)))
    monkeypatch.setattr(regex, "compile", None)
    kept = compiled.compile(source)
    assert (kept.pattern, kept.flags, kept.groupindex) == (fresh.pattern, fresh.flags, fresh.groupindex)
    text = "We SOON see a CAFÉ, Straße, we ABC"
    assert [match.span() for match in kept.finditer(text)] == [match.span() for match in fresh.finditer(text)]
    assert compiled.CODES.learned() is None


def test_a_source_is_made_once() -> None:
    assert compiled.compile("soon") is compiled.compile("soon")


def made(sources: Iterable[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Those for which a pattern is made, in order."""
    found = []
    monkeypatch.setattr(compiled, "_compiled", lambda source: found.append(source) or regex.compile(source))
    for source in sources:
        assert compiled.compile(source).pattern == source
    return found


def test_what_is_asked_for_most_is_held_while_there_is_no_room_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "ROOM", 80)
    monkeypatch.setattr(compiled, "_made", Held())
    often, seldom = "soon", [f"seldom {number:03}" for number in range(100)]
    turns = [source for each in seldom for source in (often, often, each)]
    assert made(turns, monkeypatch) == [often, *seldom]
    assert len(compiled._made) <= 80 // len(often)
    assert made([seldom[0], often], monkeypatch) == [seldom[0]]


def test_where_all_are_asked_for_in_turn_there_is_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "ROOM", 80)
    monkeypatch.setattr(compiled, "_made", Held())
    turn = [f"in turn {number:03}" for number in range(40)]
    assert len(made(turn * 30, monkeypatch)) < 25 * len(turn)
    assert made(turn, monkeypatch) == []


def test_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "ROOM", 80)
    monkeypatch.setattr(held, "MOST", 160)
    monkeypatch.setattr(compiled, "_made", Held())
    for number in range(100):
        compiled.compile(f"in turn {number:03}")
    assert len(compiled._made) <= 160 // len("in turn 000")


def test_where_memory_is_bounded_there_is_never_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "ROOM", 800)
    monkeypatch.setattr(held, "LITTLE", 80)
    monkeypatch.setattr(compiled, "_made", Held())
    turn = [f"in turn {number:03}" for number in range(40)]
    made(turn, monkeypatch)
    compiled.bound(little=True)
    for source in turn * 30:
        assert len(compiled._made) <= 80 // len(source)
        compiled.compile(source)
    assert compiled.compile("x" * 100).match("x" * 100)
    compiled.bound(little=False)
    made(turn, monkeypatch)
    assert made(turn, monkeypatch) == []


def test_a_source_that_is_none_is_an_error() -> None:
    with pytest.raises(regex.error):
        compiled.compile("(")
    assert compiled.CODES.learned() is None


def test_the_version_is_told_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = compiled.version()
    (tmp_path / "_main.py").write_text('__version__ = "1"', encoding="utf-8")
    monkeypatch.setattr(compiled, "place", lambda _: str(tmp_path))
    compiled.version.cache_clear()
    assert compiled.version() != told
    compiled.version.cache_clear()


def test_a_pattern_needs_the_engine_only() -> None:
    """And the library that is imported after it works as ever."""
    compiled.compile("soon(?P<x>er)?")
    program = (
        "import sys\n"
        "from trustlint.checks import compiled\n"
        f"compiled.CODES.learn({compiled.CODES.fresh()!r})\n"
        "kept = compiled.compile('soon(?P<x>er)?')\n"
        "assert kept.search('Sooner')['x'] == 'er', 'matches'\n"
        "assert 'regex' not in sys.modules and 'regex._regex_core' not in sys.modules, 'is lean'\n"
        "import pickle, regex\n"
        "assert type(kept) is regex.Pattern and regex.compile('a').sub(r'\\g<0>b', 'a') == 'ab', 'goes on'\n"
        "assert kept.sub(r'\\g<x>', 'sooner') == 'er' and pickle.loads(pickle.dumps(kept)).search('soon'), 'goes on'\n"
        "assert compiled.compile('later').findall('Later') == ['Later'], 'goes on'\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert not done.returncode, done.stderr
