"""What is ignored, and above all what is not."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import process_time

import pytest

import trustlint
from trustlint import config, discover
from trustlint.__main__ import run as command
from trustlint.config import Settings
from trustlint.errors import ConfigError
from trustlint.message import SourceFile
from trustlint.report import Report
from trustlint.run import check
from trustlint.sources.comments import in_file
from trustlint.suppressions.comments import read

VAGUE = "timelines/vague-time"
OWN = "suppressions/"


def run(paths: Sequence[Path], settings: Settings | None = None, *, whole: bool = False, **values: object) -> Report:
    chosen = (settings or Settings()).said("test", **values)
    return check(list(discover.targets([str(path) for path in paths])), chosen, whole=whole)  # type: ignore[arg-type]


def page(folder: Path, text: str, name: str = "reply.md", **values: object) -> Report:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return run([path], **values)


def macros(folder: Path, *bodies: str, name: str = "macros.json") -> Path:
    path = folder / name
    actions = [[{"field": "comment_value_html", "value": body}] for body in bodies]
    data = [{"id": n, "title": f"Macro {n}", "active": True, "actions": one} for n, one in enumerate(actions, 1)]
    path.write_text(json.dumps({"macros": data}), encoding="utf-8")
    return path


def catalogue(folder: Path, text: str, **values: object) -> Report:
    path = folder / "replies.yaml"
    path.write_text(text, encoding="utf-8")
    return run([path], input_format="osticket-canned-responses", **values)


def vague(report: Report) -> list[str]:
    return [one.text for one in report.diagnostics if one.rule == VAGUE]


def own(report: Report) -> list[tuple[str, str]]:
    return [(one.rule.removeprefix(OWN), one.text) for one in report.diagnostics if one.rule.startswith(OWN)]


def suppressed(report: Report) -> int:
    return sum(file.suppressed for file in report.files)


# What must not be hidden.


@pytest.mark.parametrize(
    "text",
    [
        "<!-- trustlint-ignore timelines/vague-tme: a typing mistake -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore respect/*: another rule -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore: no rule -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore-next-line timelines/vague-time: no such word -->\nWe'll reply shortly.",
        "<!-- trustlint-ignored timelines/vague-time: prose -->\nWe'll reply shortly.",
        "<!-- we use trustlint-ignore timelines/vague-time: mid-sentence -->\nWe'll reply shortly.",
        "trustlint-ignore timelines/vague-time: no comment at all\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: x (until 2020-01-31) -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: x (until 2027-02-30) -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: too far -->\nHello.\n\nWe'll reply shortly.",
        "Hello. <!-- trustlint-ignore timelines/vague-time: its own line -->\n\nWe'll reply shortly.",
        "<!-- trustlint-ignore-start timelines/*: x -->\nHi.\n<!-- trustlint-ignore-end -->\nWe'll reply shortly.",
        "We'll reply shortly.\n\n<!-- trustlint-ignore timelines/vague-time: too late -->\nHello.",
        "We'll reply shortly.\n\n<!-- trustlint-ignore-start timelines/vague-time: too late -->\nHello.",
    ],
)
def test_stays_reported(tmp_path: Path, text: str) -> None:
    assert vague(page(tmp_path, text)) == ["shortly"]


def test_an_example_in_a_block_of_code_is_no_comment() -> None:
    text = "```\n<!-- trustlint-ignore timelines/vague-time: an example -->\n```\nWe'll reply shortly."
    assert not list(in_file(SourceFile("a.md", text), "text"))


def test_a_comment_in_one_record_says_nothing_about_the_next(tmp_path: Path) -> None:
    ignored = "<p>Hello.</p><!-- trustlint-ignore timelines/vague-time: here -->"
    opened = "<!-- trustlint-ignore-start timelines/*: all of it --><p>We'll reply shortly.</p>"
    path = macros(tmp_path, ignored, "<p>We'll reply shortly.</p>", opened, "<p>We'll reply soon.</p>")
    assert vague(run([path])) == ["shortly", "soon"]


def test_an_end_in_another_record_closes_nothing(tmp_path: Path) -> None:
    opened = "<!-- trustlint-ignore-start timelines/*: x --><p>We'll reply shortly.</p>"
    report = run([macros(tmp_path, opened, "<p>Hi.</p><!-- trustlint-ignore-end -->")])
    assert own(report) == [("unused", "<!-- trustlint-ignore-end -->")]


def test_a_hash_in_a_text_is_no_comment(tmp_path: Path) -> None:
    text = """
- isenabled: 1
  title: Call
  response: |
    Hello,
    # trustlint-ignore timelines/vague-time: customers read this
    we'll reply shortly.
  notes: none
"""
    assert vague(catalogue(tmp_path, text)) == ["shortly"]


def test_a_comment_above_one_record_of_yaml_spares_the_next(tmp_path: Path) -> None:
    text = """
# trustlint-ignore timelines/vague-time: agreed
- isenabled: 1
  title: Call
  response: |
    We'll reply shortly.
  notes: none

- isenabled: 1
  title: Write
  response: We'll reply soon.
  notes: none
"""
    report = catalogue(tmp_path, text)
    assert vague(report) == ["soon"]
    assert suppressed(report) == 1
    assert not own(report)


def test_unused_is_not_said_of_a_rule_that_did_not_run(tmp_path: Path) -> None:
    text = "<!-- trustlint-ignore timelines/vague-time: x -->\nHello."
    assert not own(page(tmp_path, text, select=("respect/*", "suppressions/*")))
    assert not own(page(tmp_path, text, rules={VAGUE: "off"}))
    assert [rule for rule, _ in own(page(tmp_path, text))] == ["unused"]


def test_unused_is_not_said_of_a_glob_of_which_only_some_ran(tmp_path: Path) -> None:
    text = "<!-- trustlint-ignore timelines/*: x -->\nHello."
    assert not own(page(tmp_path, text, select=(VAGUE, "suppressions/*")))
    assert not own(page(tmp_path, text, ignore=(VAGUE,)))
    assert [rule for rule, _ in own(page(tmp_path, text))] == ["unused"]


def test_unused_is_not_said_of_a_record_that_is_switched_off(tmp_path: Path) -> None:
    text = """
- isenabled: 0
  title: Call
  # trustlint-ignore timelines/vague-time: agreed
  response: We'll reply shortly.
  notes: none
- isenabled: 1
  title: Write
  response: Hello.
  notes: none
"""
    assert not own(catalogue(tmp_path, text))


def test_the_rules_about_suppressions_obey_settings(tmp_path: Path) -> None:
    text = "<!-- trustlint-ignore timelines/vague-time -->\nWe'll reply shortly."
    assert own(page(tmp_path, text, rules={"suppressions/no-reason": "off"})) == []
    assert own(page(tmp_path, text, rules={"suppressions": "off"})) == []
    assert own(page(tmp_path, text, ignore=("suppressions/*",))) == []
    assert own(page(tmp_path, text, select=(VAGUE,))) == []
    assert own(page(tmp_path, text, require_reason=False)) == []
    found = page(tmp_path, text, rules={"suppressions/no-reason": "error"}).diagnostics
    assert [one.severity.name for one in found] == ["error"]


# What is hidden.


@pytest.mark.parametrize(
    "text",
    [
        "<!-- trustlint-ignore timelines/vague-time: x -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: x -->\r\n\r\nWe'll reply shortly.",
        "<!--trustlint-ignore timelines/vague-time: x-->We'll reply shortly.",
        "<!-- trustlint-ignore timelines: a pack -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore respect/*, timelines/v*: globs -->\nWe'll reply shortly. It's not our problem.",
        "We'll reply shortly. <!-- trustlint-ignore timelines/vague-time: x -->",
        "{# trustlint-ignore timelines/vague-time: x #}\nWe'll reply shortly.",
        "{% comment %}trustlint-ignore timelines/vague-time: x{% endcomment %}\nWe'll reply shortly.",
        "{% comment %}trustlint-ignore timelines/*: x{% endcomment %}\n{% if vip %}\nWe'll reply shortly.{% endif %}",
        "{{!-- trustlint-ignore timelines/vague-time: x --}}\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: x -->\n<!-- another comment -->\n\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: over\n several lines -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: x -->\n<div>\n<p>We'll reply\nshortly.</p>\n</div>",
        "<!-- trustlint-ignore-start timelines/*: x -->\n\nHi.\n\nWe'll reply shortly.\n<!-- trustlint-ignore-end -->",
        "<!-- trustlint-ignore-start timelines/*: to the end of the file -->\n\nHi.\n\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: x (owner Ana, until 2099-01-31) -->\nWe'll reply shortly.",
        "<!-- trustlint-ignore timelines/vague-time: (until the queue is short) -->\nWe'll reply shortly.",
        "---\ntitle: A\n# trustlint-ignore timelines/vague-time: x\nsubject: We'll reply shortly\n---\nHello.",
    ],
)
def test_is_ignored(tmp_path: Path, text: str) -> None:
    report = page(tmp_path, text)
    assert vague(report) == []
    assert suppressed(report) >= 1
    assert not [one for one in own(report) if "respect" not in text]


@pytest.mark.parametrize(
    ("container", "text", "covered"),
    [
        ("po", '# trustlint-ignore a/b: x\n#: where\nmsgid "one"\nmsgstr ""\n"two"\n\nmsgid "three"\n', "two"),
        ("hcl", 'a {\n  # trustlint-ignore a/b: x\n  b = "two"\n  c = "three"\n}\n', "two"),
        ("hcl", "a {\n  // trustlint-ignore a/b: x\n  b = <<EOT\ntwo\nEOT\n  c = <<EOT\nthree\nEOT\n}\n", "two"),
        ("hcl", 'a = "two" # trustlint-ignore a/b: x\nb = "three"\n', "two"),
        ("xml", "<a><!-- trustlint-ignore a/b: x -->\n<b>\none\ntwo</b><c>three</c></a>", "two"),
        ("yaml", 'a: "two" # trustlint-ignore a/b: x\nb: three\n', "two"),
        ("yaml", "a: | # trustlint-ignore a/b: x\n  one\n  two\nb: three\n", "two"),
    ],
)
def test_comments_of_containers(container: str, text: str, covered: str) -> None:
    (comment,) = in_file(SourceFile("a", text), container)
    assert covered in comment.covers.of(text)
    assert "three" not in comment.covers.of(text)
    assert comment.source in text


@pytest.mark.parametrize(
    ("container", "text"),
    [
        ("hcl", "a = <<EOT\n# trustlint-ignore a/b: x\nEOT\n"),
        ("xml", "<a><![CDATA[<!-- trustlint-ignore a/b: x -->]]></a>"),
        ("yaml", "a: 'one # trustlint-ignore a/b: x'\n"),
        ("json", '{"a": "<!-- trustlint-ignore a/b: x -->"}'),
    ],
)
def test_what_stands_in_a_text_is_no_comment_of_the_container(container: str, text: str) -> None:
    assert not list(in_file(SourceFile("a", text), container))


def test_pairs_end_by_their_rules(tmp_path: Path) -> None:
    text = (
        "<!-- trustlint-ignore-start timelines/vague-time: x -->\n"
        "<!-- trustlint-ignore-start respect/*: y -->\n"
        "<!-- trustlint-ignore-end timelines/vague-time -->\n\n"
        "We'll reply shortly.\n\n<!-- trustlint-ignore-end -->\n"
    )
    assert vague(page(tmp_path, text)) == ["shortly"]


def test_the_last_day_still_counts(tmp_path: Path) -> None:
    text = "<!-- trustlint-ignore timelines/vague-time: x (until 2027-01-31) -->\nWe'll reply shortly."
    assert vague(page(tmp_path, text, today=date(2027, 1, 31))) == []
    late = page(tmp_path, text, today=date(2027, 2, 1))
    assert vague(late) == ["shortly"]
    assert [rule for rule, _ in own(late)] == ["expired"]


def test_a_comment_in_a_json_string_covers_the_next_element_only(tmp_path: Path) -> None:
    soon, comment = "<p>We'll reply soon.</p>", "<!-- trustlint-ignore timelines/vague-time: x -->"
    body = f"{soon}{comment}<p>We'll reply shortly.</p>{soon}"
    path = macros(tmp_path, body)
    assert vague(run([path])) == ["soon", "soon"]
    # The same, with everything escaped that some exporters escape.
    text = path.read_text(encoding="utf-8").replace("<", "\\u003c").replace(">", "\\u003e").replace("/p", "\\/p")
    path.write_text(text.replace("timelines/vague", "timelines\\/vague"), encoding="utf-8")
    assert vague(run([path])) == ["soon", "soon"]


def test_each_kind_of_mistake_is_said_where_the_comment_stands(tmp_path: Path) -> None:
    unknown = "<!-- trustlint-ignore timelines/vague-tme: x -->"
    late = "<!-- trustlint-ignore timelines/vague-time: x (until 2020-01-31) -->"
    bare = "<!-- trustlint-ignore timelines/vague-time -->"
    idle = "<!-- trustlint-ignore timelines/vague-time: x -->"
    text = f"{unknown}\nHi.\n\n{late}\nHi.\n\n{bare}\nWe'll reply shortly.\n\n  {idle}\nHi.\n"
    report = page(tmp_path, text)
    assert own(report) == [("unknown-rule", unknown), ("expired", late), ("no-reason", bare), ("unused", idle)]
    places = [(one.start.line, one.start.column) for one in report.diagnostics]
    assert places == [(1, 1), (4, 1), (7, 1), (10, 3)]
    assert [text[one.start.offset : one.end.offset] for one in report.diagnostics] == [unknown, late, bare, idle]
    assert report.diagnostics[0].message.endswith("Did you mean timelines/vague-time?")
    assert all(one.fingerprint for one in report.diagnostics)


def test_of_two_rules_the_idle_one_is_named(tmp_path: Path) -> None:
    text = "<!-- trustlint-ignore timelines/vague-time, respect/you-failed: x -->\nWe'll reply shortly."
    report = page(tmp_path, text)
    assert [one.message for one in report.diagnostics] == [
        "Nothing that respect/you-failed finds is left to ignore here."
    ]


# Entries in the settings.


def entries(folder: Path, written: str) -> Settings:
    path = folder / "trustlint.yaml"
    path.write_text(written, encoding="utf-8")
    return config.load(str(path))


@pytest.mark.parametrize(
    "entry",
    [
        "{rule: respect, reason: x}",
        f"{{rule: {VAGUE}, record: '9', reason: x}}",
        f"{{rule: {VAGUE}, record: 'Macro', reason: part of a title}}",
        f"{{rule: {VAGUE}, path: other.json, reason: x}}",
        f"{{rule: {VAGUE}, text: soon, reason: x}}",
        f"{{rule: {VAGUE}, reason: x, expires: 2020-01-31}}",
    ],
)
def test_an_entry_that_does_not_fit_hides_nothing(tmp_path: Path, entry: str) -> None:
    path = macros(tmp_path, "<p>We'll reply shortly.</p>")
    assert vague(run([path], entries(tmp_path, f"ignore:\n  - {entry}\n"))) == ["shortly"]


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("{path: exports, reason: x}", "needs a `rule` or a `record`"),
        (f"{{rule: {VAGUE}, until: 2027-01-31}}", "until"),
        (f"{{rule: {VAGUE}, expires: next year}}", "no day"),
        (f"{{rule: {VAGUE}, expires: 2027-02-30}}", "no day"),
    ],
)
def test_an_entry_that_cannot_be_followed_is_an_error_with_its_place(tmp_path: Path, entry: str, line: str) -> None:
    with pytest.raises(ConfigError) as error:
        entries(tmp_path, f"packs: [all]\nignore:\n  - {entry}\n")
    assert line in error.value.message
    assert error.value.line == 3


@pytest.mark.parametrize(
    "entry",
    [
        f"{{rule: {VAGUE}, record: 1, reason: x}}",
        "{rule: timelines, record: Macro 1, text: shortly, reason: x}",
        "{record: 'Macro *', reason: x}",
        f"{{rule: {VAGUE}, path: macros.json, reason: x}}",
        f"{{rule: {VAGUE}, path: '**/*.json', reason: x}}",
    ],
)
def test_an_entry_hides_what_it_names(tmp_path: Path, entry: str) -> None:
    path = macros(tmp_path, "<p>We'll reply shortly.</p>")
    report = run([path], entries(tmp_path, f"ignore:\n  - {entry}\n"), whole=True)
    assert vague(report) == []
    assert suppressed(report) == 1
    assert own(report) == []


def test_a_title_with_brackets_is_meant_as_it_stands(tmp_path: Path) -> None:
    path = macros(tmp_path, "<p>We'll reply shortly.</p>")
    path.write_text(path.read_text().replace("Macro 1", "[VIP] Macro"))
    assert vague(run([path], entries(tmp_path, "ignore: [{record: '[VIP] Macro', reason: x}]"))) == []


def test_an_idle_entry_is_said_only_when_all_it_covers_was_read(tmp_path: Path) -> None:
    path = macros(tmp_path, "<p>Hello.</p>")
    settings = entries(
        tmp_path, f"ignore:\n  - {{rule: {VAGUE}, reason: x}}\n  - {{rule: {VAGUE}, path: macros.json}}\n"
    )
    part, whole = run([path], settings), run([path], settings, whole=True)
    assert [rule for rule, _ in own(part)] == ["no-reason", "unused"]
    assert [rule for rule, _ in own(whole)] == ["unused", "no-reason", "unused"]
    places = [(Path(one.path).name, one.start.line, one.start.column) for one in whole.diagnostics]
    assert places == [("trustlint.yaml", 2, 5), ("trustlint.yaml", 3, 5), ("trustlint.yaml", 3, 5)]


def test_what_is_suppressed_still_counts_in_fingerprints(tmp_path: Path) -> None:
    def prints(report: Report) -> list[str]:
        return [one.fingerprint for one in report.diagnostics if one.rule == VAGUE]

    twice = "<p>We'll reply shortly.</p>{}<p>We'll reply shortly.</p>"
    both = prints(run([macros(tmp_path, twice.format(""))]))
    first = prints(run([macros(tmp_path, twice.format("<!-- trustlint-ignore timelines/vague-time: x -->"))]))
    assert first == both[:1]


@pytest.mark.parametrize(
    "text",
    [
        "{# trustlint-ignore a: b " * 2000,
        "<!-- trustlint-ignore a: b -->\n<p>\n" * 2000,
        "<!-- trustlint-ignore-start a: b -->" * 2000,
        "<!-- trustlint-ignore a: b -->" * 1000,
        "<!-- trustlint-ignore a: b -->\n" * 2000,
        "<!--" * 5000 + "trustlint-ignore",
    ],
)
def test_no_text_takes_long_to_look_through(tmp_path: Path, text: str) -> None:
    started = process_time()
    read("a.md", list(in_file(SourceFile("a.md", text), "text")))
    assert process_time() - started < 5


# `--add-ignore`.


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ignore_all(*paths: str) -> int:
    return command(["check", "--add-ignore", "--reason", "the queue shows the wait", *paths])


def is_clean(*paths: str) -> bool:
    return command(["check", "--fail-on", "suggestion", *paths]) == 0


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "# A\n\nWe'll reply shortly.  \nBye.\n", "# A\n\nWe'll reply shortly.{}  \nBye.\n"),
        ("a.md", "Hi.\r\n\r\nWe'll reply\r\nshortly.", "Hi.\r\n\r\nWe'll reply\r\nshortly.{}"),
        ("a.html", "<p>We'll reply shortly.</p>\n<p>Bye.</p>\n", "<p>We'll reply shortly.</p>{}\n<p>Bye.</p>\n"),
    ],
)
def test_comments_are_added_and_nothing_else(folder: Path, name: str, before: str, after: str) -> None:
    (folder / name).write_bytes(before.encode("utf-8-sig"))
    (folder / name).chmod(0o640)
    assert ignore_all(name) == 0
    comment = " <!-- trustlint-ignore timelines/vague-time: the queue shows the wait -->"
    assert (folder / name).read_bytes() == after.format(comment).encode("utf-8-sig")
    assert (folder / name).stat().st_mode & 0o777 == 0o640
    assert is_clean(name)
    assert sorted(path.name for path in folder.iterdir()) == [name]


def test_a_subject_in_front_matter_takes_a_comment_above(folder: Path) -> None:
    (folder / "a.md").write_text("---\ntitle: A\nsubject: We'll reply shortly\n---\nHello.\n")
    assert ignore_all("a.md") == 0
    comment = "# trustlint-ignore timelines/vague-time: the queue shows the wait\n"
    assert (folder / "a.md").read_text() == f"---\ntitle: A\n{comment}subject: We'll reply shortly\n---\nHello.\n"
    assert is_clean("a.md")


def test_yaml_takes_comments_outside_of_its_texts(folder: Path) -> None:
    text = "- isenabled: 1\n  title: A\n  response: |\n    Hello,\n\n    we'll reply shortly.\n  notes: x\n"
    (folder / "a.yaml").write_text(text)
    assert ignore_all("a.yaml") == 0
    comment = "  # trustlint-ignore timelines/vague-time: the queue shows the wait\n"
    assert (folder / "a.yaml").read_text() == text.replace("  response", comment + "  response")
    assert is_clean("a.yaml")


@pytest.mark.parametrize(
    "settings",
    [
        None,
        "",
        "packs: [recommended]",
        "# ours\npacks: [recommended]  # all we need\n\n",
        "ignore:\n- {rule: respect, record: x, reason: y}  # why\n# the end\n",
        "ignore:\n    - rule: respect\n      record: x\n      reason: y\n\n# then\npacks: [recommended]\n",
        "ignore: [{rule: respect, record: x, reason: y}]\npacks: [recommended]\n",
        "ignore: []\r\npacks: [recommended]\r\n",
    ],
)
def test_json_takes_entries_in_the_settings(folder: Path, settings: str | None) -> None:
    macros(folder, "<p>We'll reply shortly.</p>", '<p>We\'ll reply as "soon" as possible 😀.</p>')
    before = (folder / "macros.json").read_bytes()
    if settings is not None:
        (folder / "trustlint.yaml").write_text(settings, newline="")
    assert ignore_all("macros.json") == 0
    assert (folder / "macros.json").read_bytes() == before
    after = (folder / "trustlint.yaml").read_bytes().decode()
    assert is_clean("macros.json")
    for line in (settings or "").splitlines():
        assert line.rstrip("]") in after
    added = config.load("trustlint.yaml").suppressions
    assert added[-1].reason == "the queue shows the wait"


def test_what_cannot_be_written_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    macros(folder, "<p>We'll reply shortly.</p>")
    (folder / "a.md").write_text("We'll reply shortly.\n")
    (folder / "trustlint.yaml").write_text("{packs: [recommended]}\n")
    assert ignore_all("macros.json", "a.md") == 2
    assert (folder / "a.md").read_text() == "We'll reply shortly.\n"
    assert (folder / "trustlint.yaml").read_text() == "{packs: [recommended]}\n"
    assert "trustlint.yaml" in capsys.readouterr().err


def test_a_reason_that_would_end_the_comment_goes_into_the_settings(folder: Path) -> None:
    (folder / "a.md").write_text("We'll reply shortly.\n")
    assert command(["check", "--add-ignore", "--reason", "a --> b", "a.md"]) == 0
    assert (folder / "a.md").read_text() == "We'll reply shortly.\n"
    assert is_clean("a.md")


def test_a_reason_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text("We'll reply shortly.\n")
    assert command(["check", "--add-ignore", "a.md"]) == 2
    assert "--reason" in capsys.readouterr().err
    assert command(["check", "--reason", "x", "a.md"]) == 2


# What is said about it.


def test_what_is_suppressed_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text("We'll reply shortly. <!-- trustlint-ignore timelines: x -->\n")
    assert command(["check", "--output", "json", "a.md"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["suppressed"] == 1
    assert command(["check", "--output", "rich", "a.md"]) == 0
    assert "1 suppressed" in capsys.readouterr().out


def test_a_text_in_a_program_is_suppressed_too() -> None:
    said = "We'll reply shortly. <!-- trustlint-ignore timelines/vague-time: x -->"
    assert [one.rule for one in trustlint.check_text(said, input_format="html")] == []


def test_the_rules_about_suppressions_can_be_looked_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["explain", "suppressions/unused"]) == 0
    assert "hides the next one" in capsys.readouterr().out
    assert command(["rules", "--output", "json"]) == 0
    assert '"suppressions/no-reason"' in capsys.readouterr().out
