"""Compiled patterns that are kept from run to run."""

import marshal

import pytest
import regex

from trustlint.checks import compiled


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_known", {})
    monkeypatch.setattr(compiled, "_used", {})
    monkeypatch.setattr(compiled, "_new", [])


SOURCES = [r"\b(?P<mark>soon)\b", "café|straße", r"(?<=we )\p{Lu}+", "", "\ud800"]


def test_nothing_is_kept_when_nothing_is_new() -> None:
    assert compiled.learned() is None
    compiled.compile(SOURCES[0])
    assert compiled.learned()
    assert compiled.learned() is None


def test_what_another_version_compiled_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.compile("soon")
    [(key, code)] = (compiled.learned() or {}).items()
    _, parts = marshal.loads(code)
    compiled.learn({key: marshal.dumps(("1.0", ("broken", *parts[1:])))})
    assert compiled.compile("soon").pattern == "soon"


@pytest.mark.parametrize("source", SOURCES)
def test_a_kept_pattern_is_the_same_pattern(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = compiled.compile(source)
    codes = compiled.learned()
    assert codes
    monkeypatch.setattr(compiled, "_new", [])
    compiled.learn(marshal.loads(marshal.dumps(codes)))
    compiled._maker()
    monkeypatch.setattr(regex, "compile", None)
    kept = compiled.compile(source)
    assert (kept.pattern, kept.flags, kept.groupindex) == (fresh.pattern, fresh.flags, fresh.groupindex)
    text = "We SOON see a CAFÉ, Straße, we ABC"
    assert [match.span() for match in kept.finditer(text)] == [match.span() for match in fresh.finditer(text)]
    assert compiled.learned() is None


def test_a_source_that_is_none_is_an_error() -> None:
    with pytest.raises(regex.error):
        compiled.compile("(")
    assert compiled.learned() is None


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "LARGEST", 10)
    compiled.learn({b"old": b"x" * 100})
    compiled.compile("soon")
    assert b"old" not in (compiled.learned() or {})


def test_what_another_process_has_compiled_is_kept_with_ours() -> None:
    compiled.compile("here")
    ours = compiled.fresh()
    compiled.take_over({**ours, b"there": b"its code"})
    assert compiled.fresh() == {**ours, b"there": b"its code"}
    assert (compiled.learned() or {})[b"there"] == b"its code"
    assert compiled.fresh() == {}
