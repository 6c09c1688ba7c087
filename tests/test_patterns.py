"""Patterns that are kept compiled from run to run."""

import marshal
import re

import pytest

from trustlint import patterns
from trustlint.codes import Codes
from trustlint.patterns import Lazy

SOURCES = [
    (r"(?P<day>\d+)(?:st|nd)|(\w)\2", 0),
    (r"caf[éè] ?ſ|[\ue000-\ue009]", re.IGNORECASE),
    (r"^a .\s* b$  # and a comment", re.VERBOSE | re.DOTALL | re.MULTILINE),
    (r"(?i:x)(?<=x)(?=[^\W\d_])*", 0),
    ("", 0),
]
TEXT = "The 1st CAFÉ s book\na \n b\nXx xy \ue003"


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "CODES", Codes())


@pytest.mark.parametrize(
    "broken", [b"", b"\x00", marshal.dumps(None), marshal.dumps((0, [1, 2, 99999], 0, {}, (None,)))]
)
def test_broken_code_is_compiled_again(broken: bytes) -> None:
    patterns.CODES.learn({("soon", 0): broken})
    assert patterns.compile("soon").findall("soon") == ["soon"]
    assert ("soon", 0) in (patterns.CODES.learned() or {})


def test_nothing_is_kept_when_nothing_is_new() -> None:
    assert patterns.CODES.learned() is None
    patterns.compile("soon")
    assert patterns.CODES.learned()
    assert patterns.CODES.learned() is None


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_is_the_same_pattern(source: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = re.compile(source, flags)
    patterns.compile(source, int(flags))
    codes = patterns.CODES.learned()
    assert codes
    patterns.CODES = Codes()
    patterns.CODES.learn(marshal.loads(marshal.dumps(codes)))
    monkeypatch.setattr(re, "compile", None)
    kept = patterns.compile(source, int(flags))
    assert kept == fresh
    assert (kept.pattern, kept.flags, kept.groupindex) == (fresh.pattern, fresh.flags, fresh.groupindex)
    assert [one.span() for one in kept.finditer(TEXT)] == [one.span() for one in fresh.finditer(TEXT)]
    assert patterns.CODES.learned() is None


def test_a_python_that_compiles_otherwise_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_parts", None)
    assert patterns.compile("soon").match("soon")
    assert patterns.CODES.learned() is None


def test_a_lazy_pattern_compiles_when_it_is_used() -> None:
    broken = Lazy("(")
    with pytest.raises(re.error):
        broken.match("x")
    assert Lazy("S", re.IGNORECASE).sub("-", "as") == "a-"


def test_what_another_process_has_compiled_is_kept_with_ours() -> None:
    patterns.compile("here")
    patterns.CODES.take_over({("there", 0): b"its code"})
    assert patterns.CODES.fresh().keys() == {("here", 0), ("there", 0)}
    assert (patterns.CODES.learned() or {})["there", 0] == b"its code"
    assert patterns.CODES.fresh() == {}
