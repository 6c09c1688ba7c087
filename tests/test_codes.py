"""Code of patterns: what is shipped is not kept, what is kept has a bound."""

import pytest

from trustlint import codes
from trustlint.codes import Codes


@pytest.fixture
def ours() -> Codes[str]:
    made: Codes[str] = Codes()
    made.ship({"shipped": b"1"}.get)
    made.learn({"known": b"2"})
    return made


def test_nothing_is_kept_when_nothing_is_new(ours: Codes[str]) -> None:
    assert (ours.get("shipped"), ours.get("known"), ours.get("other")) == (b"1", b"2", None)
    assert ours.learned() is None
    assert ours.fresh() == {}


def test_what_is_shipped_is_not_kept(ours: Codes[str]) -> None:
    ours.get("shipped")
    ours.add("new", b"3")
    assert ours.learned() == {"known": b"2", "new": b"3"}
    assert ours.learned() is None


def test_what_is_kept_has_a_bound(ours: Codes[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "LARGEST", 1)
    ours.add("new", b"3")
    assert ours.learned() == {"new": b"3"}


def test_what_is_broken_is_forgotten(ours: Codes[str]) -> None:
    for key in ("shipped", "known"):
        ours.drop(key)
        assert ours.get(key) is None


def test_what_another_process_has_compiled_is_kept_with_ours(ours: Codes[str]) -> None:
    ours.add("here", b"3")
    ours.take_over({"here": b"3", "there": b"4"})
    assert ours.fresh() == {"here": b"3", "there": b"4"}
    assert (ours.learned() or {})["there"] == b"4"
    assert ours.fresh() == {}
