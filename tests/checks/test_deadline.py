"""Promises of a time that is shorter than what is kept."""

from pathlib import Path

import pytest

from trustlint.cache import Cache
from trustlint.checks.deadline import DeadlineCheck, hours
from trustlint.config.policy import load
from trustlint.errors import ConfigError
from trustlint.packs import load_builtin
from trustlint.prose import Prose

LEXICON = load_builtin(Cache(None)).lexicon
KEPT = {"reply": ("1 business day", 24.0, True), "refund": ("5 business days", 120.0, True)}


def sooner(text: str) -> list[str]:
    return [match.span.of(text) for match in DeadlineCheck(KEPT).find(Prose.of_text(text, LEXICON))]


@pytest.mark.parametrize(
    "text",
    [
        "We'll reply within 1 business day.",
        "We'll reply within 24 hours.",
        "We aim to reply within 2 hours.",
        "We can't reply within 2 hours.",
        "Most replies go out within 4 hours.",
        "We'll refund you within 7 days.",
        "We'll call you within 10 minutes.",
        "We'll refund you soon.",
        "Your bank will refund you within 2 days.",
    ],
)
def test_what_can_be_kept(text: str) -> None:
    assert sooner(text) == []


@pytest.mark.parametrize(
    ("text", "underlined"),
    [
        ("We'll reply within 2 hours.", "within 2 hours"),
        ("We'll refund you within 3 business days.", "within 3 business days"),
        ("You'll have your refund within 24 hours.", "within 24 hours"),
    ],
)
def test_what_cannot(text: str, underlined: str) -> None:
    assert sooner(text) == [underlined]


@pytest.mark.parametrize(
    ("within", "read"),
    [
        ("1 business day", (24, True)),
        ("5-7 business days", (168, True)),
        ("4 hours", (4, False)),
        ("soon", None),
        ("", None),
    ],
)
def test_times_that_can_be_kept(within: str, read: tuple[float, bool] | None) -> None:
    assert hours(within) == read


def test_a_policy(tmp_path: Path) -> None:
    (tmp_path / "promises.yaml").write_text(
        "promises:\n  first: {acts: [reply, contact], within: 1 business day}\n  money: {acts: refund, within: 5 days}"
    )
    assert load(str(tmp_path / "promises.yaml")) == {"reply": "1 business day", "refund": "5 days"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("promises:\n  a: {acts: reply, within: soon}", "2:6: `soon` is no time that can be kept"),
        ("promises:\n  a: {acts: rely, within: 1 day}", "there is no act `rely` .did you mean `reply`"),
        ("promises:\n  a: {act: reply, within: 1 day}", "unknown key `act`"),
        ("promise: {}", "unknown key `promise`"),
        ("- a", "this is no policy"),
        ("a: [", "not YAML"),
    ],
)
def test_mistakes_in_a_policy(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "promises.yaml").write_text(text)
    with pytest.raises(ConfigError, match=said):
        load(str(tmp_path / "promises.yaml"))
