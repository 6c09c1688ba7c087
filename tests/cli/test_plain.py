"""Command lines understood without click are understood as click understands them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.cli import checking, commands, plain
from trustlint.cli.check import command as check
from trustlint.cli.plain import FLAGS, LEFT_OUT, LISTS, VALUES, understood
from trustlint.errors import UsageError

WORDS = [
    *FLAGS, *VALUES, *LISTS, "-q", "-qq", "--quiet", "check", "rules", "--fix", "--", "-", "", "a.json", "--help", "-V",
    "--output=json", "--jobs=2", "--jobs=0", "--fail-on=never", "--fail-on=x", "json=report.json", "error", "2", "--qu",
    "--no-cache=yes", "-vq", "--config=", "--select=a=b", "--nothing", "2026-11-21",
]  # fmt: skip


def by_click(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any] | None:
    """What click makes of a command line; `None` when it is a mistake, or no check."""
    seen: list[dict[str, Any]] = []
    with monkeypatch.context() as patched:
        patched.setattr(checking, "check", lambda **asked: seen.append(asked) or 0)
        try:
            commands.run(arguments)
        except UsageError:
            return None
    return seen[0] if seen else None


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["rules"],
        ["a.json", "--nothing"],
        ["a.json", "--output"],
        ["a.json", "--output", "--fix"],
        ["a.json", "--jobs", "0"],
        ["a.json", "--fail-on", "worst"],
        ["--", "-a.json"],
        ["a.json", "--fix"],
        ["-vq", "a.json"],
    ],
    ids=" ".join,
)
def test_left_to_click(arguments: list[str]) -> None:
    assert understood(arguments) is None


def test_a_shell_that_asks_for_completions_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TRUSTLINT_COMPLETE", "bash_complete")
    assert understood(["a.json"]) is None


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_as_click_does(arguments: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        asked = understood(arguments)
        if asked is not None:
            assert asked == by_click(arguments, patched)


def test_every_option_is_known_or_left_out() -> None:
    names = {parameter.name for parameter in check.params}
    assert names == {*FLAGS.values(), *VALUES.values(), *LISTS.values(), *LEFT_OUT, "quiet", "paths"}


def test_the_usual_ones_need_no_click() -> None:
    for arguments in (["a.json"], ["check", "--output", "concise", "-"], ["--output=sarif", "b", "--no-cache", "-q"]):
        assert plain.understood(arguments) is not None
