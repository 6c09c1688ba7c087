"""What shells are told to complete."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trustlint.reporters import REPORTERS

Complete = Callable[..., list[str]]
Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def complete(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """What is offered for the last word of a command line, as bash is told it."""

    def call(*words: str) -> list[str]:
        monkeypatch.setenv("_TRUSTLINT_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(["trustlint", *words]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        status, out, err = cli()
        assert (status, err) == (0, "")
        return out.split()

    return call


def test_a_path_is_left_to_the_shell(complete: Complete) -> None:
    assert complete("exports/ma") == ["file,exports/ma"]
    assert complete("check", "ma") == ["file,ma"]


def test_settings_with_a_mistake_do_not_stop_it(complete: Complete, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("fail-no: error\n")
    assert complete("explain", "timelines/vague-t") == ["plain,timelines/vague-time"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("insp",), ["plain,inspect"]),
        (("check", "--only"), ["plain,--only-sources"]),
        (("ok.txt", "--only"), ["plain,--only-sources"]),
        (("check", "--output", "js"), ["plain,json", "plain,jsonl"]),
        (("check", "--output", ""), [f"plain,{name}" for name in REPORTERS]),
        (("check", "--input-format", "zendesk-m"), ["plain,zendesk-macros"]),
        (("check", "--select", "empathy/any"), ["plain,empathy/any-inconvenience"]),
        (("completion", "z"), ["plain,zsh"]),
    ],
)
def test_what_is_offered(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete(*words) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(cli: Cli, shell: str) -> None:
    status, out, _ = cli("completion", shell)
    assert status == 0
    assert "_TRUSTLINT_COMPLETE" in out
    assert f"{shell}_complete" in out
