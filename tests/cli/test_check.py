"""`trustlint check`: what is read, what is reported, with which status."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from trustlint import report

Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def clean(folder: Path) -> Path:
    (folder / "clean.txt").write_text("Hello Ana,\n\nYour parcel left our warehouse on 3 March.\n")
    return folder


def test_nothing_to_report_says_nothing(cli: Cli, clean: Path) -> None:
    assert cli("check", "clean.txt") == (0, "", "")


def test_check_is_the_command_when_none_is_named(cli: Cli) -> None:
    assert cli("ok.txt") == cli("check", "ok.txt")


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("suggestion", 1), ("never", 0)])
def test_an_error_fails_unless_nothing_does(cli: Cli, level: str, status: int) -> None:
    assert cli("check", "--fail-on", level, "ok.txt")[0] == status


@pytest.mark.parametrize(("level", "status"), [(None, 0), ("error", 0), ("warning", 1), ("suggestion", 1)])
def test_a_warning_fails_when_asked_to(cli: Cli, folder: Path, level: str | None, status: int) -> None:
    (folder / "trustlint.yaml").write_text("rules: {timelines/vague-time: warning}")
    asked = ["--fail-on", level] if level else []
    assert cli("check", *asked, "ok.txt")[0] == status


def test_what_could_not_be_checked_weighs_more_than_what_was_found(cli: Cli) -> None:
    assert cli("check", "--fail-on", "never", "ok.txt", "gone.txt")[0] == 2


def test_select_and_ignore(cli: Cli) -> None:
    assert cli("check", "--select", "respect", "ok.txt")[0] == 0
    assert cli("check", "--select", "timelines/*", "ok.txt")[0] == 1
    assert cli("check", "--ignore", "timelines/vague-time", "--ignore", "timelines", "ok.txt")[0] == 0


def test_standard_input(cli: Cli) -> None:
    status, out, _ = cli("check", "-", stdin=b"We will reply shortly.")
    assert (status, out[:17]) == (1, "<stdin>:1:15: err")


def test_standard_input_goes_by_the_name_it_is_given(cli: Cli) -> None:
    html = b"<p>We will&nbsp;reply <b>shortly</b>.</p>"
    status, out, _ = cli("check", "--stdin-filename", "reply.html", "-", stdin=html)
    assert (status, out[:16]) == (1, "reply.html:1:26:")


def test_standard_input_beside_files(cli: Cli) -> None:
    status, out, _ = cli("check", "-", "ok.txt", stdin=b"We will reply shortly.")
    assert (status, [line.split(":")[0] for line in out.splitlines()]) == (1, ["<stdin>", "ok.txt"])


def test_a_list_of_files_beside_named_ones(cli: Cli, clean: Path) -> None:
    status, out, _ = cli("check", "clean.txt", "--files-from", "-", stdin=b"ok.txt\r\n\r\nclean.txt\n")
    assert (status, len(out.splitlines())) == (1, 1)


def test_sources_are_checked_when_no_path_is_given(cli: Cli, folder: Path) -> None:
    (folder / "replies").mkdir()
    (folder / "replies/late.tpl").write_text("<p>We will reply shortly.</p>")
    (folder / "trustlint.yaml").write_text("sources: [{path: 'replies/**/*.tpl', format: html}]")
    status, out, err = cli("check")
    assert (status, err) == (1, "")
    assert [line.split(" ")[0] for line in out.splitlines()] == ["replies/late.tpl:1:18:"]


def test_the_format_of_a_source_holds_for_files_that_are_named(cli: Cli, folder: Path) -> None:
    (folder / "late.tpl").write_text("<p>We will reply sh<b></b>ortly.</p>")
    (folder / "trustlint.yaml").write_text("sources: [{path: '*.tpl', format: html}]")
    assert cli("check", "late.tpl")[0] == 1


def test_a_format_of_ones_own(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text(
        "formats:\n  ours:\n    containers: [json]\n    records: replies[*]\n"
        "    signature: {has: [reply_text]}\n    fields: [{text: reply_text}]\n"
    )
    (folder / "all.json").write_text('{"replies": [{"reply_text": "We will reply shortly."}]}')
    status, out, _ = cli("check", "all.json")
    assert (status, out.split(" ")[0]) == (1, "all.json:1:44:")


def test_settings_are_found_above_and_their_paths_are_theirs(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "trustlint.yaml").write_text("sources: [{path: ok.txt}]\nfail-on: never\n")
    (folder / "deep/er").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep/er")
    status, out, _ = cli("check")
    assert (status, out.split(":")[0]) == (0, "../../ok.txt")


def test_overrides_hold_for_the_files_they_name(cli: Cli, folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "drafts/late.txt").write_text("We will reply shortly.")
    (folder / "trustlint.yaml").write_text(
        "overrides:\n- {path: drafts, rules: {timelines/vague-time: suggestion}}\n"
        "- {path: '**/nothing.txt', rules: {timelines: off}}\n"
    )
    status, out, _ = cli("check", "drafts/late.txt", "ok.txt")
    assert [line.split(" ")[1] for line in out.splitlines()] == ["suggestion", "error"]
    assert (status, cli("check", "drafts/late.txt")[0]) == (1, 0)


def test_several_outputs_of_one_run(cli: Cli, folder: Path) -> None:
    status, out, err = cli("check", "--output", "json=report.json", "--output", "concise", "ok.txt")
    assert (status, err) == (1, "")
    assert out.startswith("ok.txt:1:15: ")
    [found] = json.loads((folder / "report.json").read_text(encoding="utf-8"))["diagnostics"]
    assert (found["rule"], found["text"]) == ("timelines/vague-time", "shortly")


def test_quiet_twice_leaves_the_status(cli: Cli) -> None:
    assert cli("check", "-qq", "ok.txt") == (1, "", "")


def test_verbose_says_what_was_passed_over(cli: Cli, folder: Path) -> None:
    (folder / "main.py").write_text("print()")
    assert "passed over main.py: " in cli("check", "-v", ".")[2]


def test_the_day_is_carried_in_the_settings(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def remember(targets: object, settings: object, *_: object, **__: object) -> report.Report:
        seen.append(settings.today)  # type: ignore[attr-defined]
        return report.Report([])

    monkeypatch.setattr("trustlint.run.check", remember)
    cli("check", "--today", "2026-11-21", "ok.txt")
    assert [str(day) for day in seen] == ["2026-11-21"]


def test_a_bug_says_what_to_report(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("here")

    monkeypatch.setattr("trustlint.run.check", broken)
    monkeypatch.setattr("traceback.format_exc", lambda: "ZeroDivisionError: here")
    status, out, err = cli("check", "ok.txt")
    assert (status, out) == (3, "")
    assert err.startswith("trustlint: this is a bug in trustlint, not in your files.")
    assert "ZeroDivisionError: here" in err


def test_what_no_rule_speaks_is_said_and_not_called_checked(cli: Cli, folder: Path) -> None:
    text = "Hallo Ana,\n\nwir melden uns bald bei Ihnen und schicken Ihnen die Unterlagen zu.\n"
    (folder / "antwort.txt").write_text(text)
    done = cli("check", "antwort.txt")
    assert done[1] == ""
    assert "1 message in a language that no rule speaks, words not checked" in done[2]


def test_a_text_is_checked_when_only_rules_for_any_language_are_wanted(cli: Cli, folder: Path) -> None:
    (folder / "antwort.txt").write_text("Hallo Ana,\n\nIhr Auftrag {{order.number} ist heute unterwegs zu Ihnen.\n")
    _, out, err = cli("check", "--select", "personal/broken-placeholder", "--input-format", "text", "antwort.txt")
    assert "no rule speaks" not in out + err
