"""trustlint as a library."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import trustlint
from trustlint import api

TEXT = "Hello Ana,\n\nWe will reply shortly.\n"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> object:
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before


def found(text: str, **options: object) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in trustlint.check_text(text, **options)]  # type: ignore[arg-type]


def test_the_names_are_a_promise() -> None:
    assert trustlint.__all__ == [
        "Confidence",
        "Diagnostic",
        "Promise",
        "Report",
        "Settings",
        "Severity",
        "TrustlintError",
        "__version__",
        "check_paths",
        "check_text",
        "promises",
    ]
    assert all(getattr(trustlint, name) is not None for name in trustlint.__all__)
    assert set(trustlint.__all__) <= set(dir(trustlint))
    with pytest.raises(AttributeError, match="check_everything"):
        _ = trustlint.check_everything  # type: ignore[attr-defined]


def test_importing_it_imports_nothing_else() -> None:
    program = "import sys; before = set(sys.modules); import trustlint; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['trustlint']"


def test_no_room_hides_a_function() -> None:
    program = "import trustlint; trustlint.promises('x'); assert callable(trustlint.promises)"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("text", ["", "  \n", "Your parcel left our warehouse on 3 March."])
def test_nothing_is_found_where_nothing_is_wrong(text: str) -> None:
    assert found(text) == []


def test_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    [one] = trustlint.check_text(TEXT)
    assert (one.rule, one.severity, one.text) == ("timelines/vague-time", trustlint.Severity.error, "shortly")
    assert TEXT[one.start.offset : one.end.offset] == "shortly"
    assert (one.path, one.start.line, one.start.column) == (api.NAME, 3, 15)
    assert capsys.readouterr() == ("", "")


def test_formats() -> None:
    html = "<p>We will reply sh<b>ortly</b>.</p>"
    assert "shortly" not in dict(found(html)).values()
    [one] = trustlint.check_text(html, input_format="html")
    assert html[one.start.offset : one.end.offset] == "sh<b>ortly"
    macros = '{"macros": [{"title": "a", "actions": [{"field": "comment_value", "value": "We will reply shortly."}]}]}'
    assert found(macros, input_format="zendesk-macros") == [("timelines/vague-time", "shortly")]


def test_every_way_to_configure(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("rules: {timelines/vague-time: off}")
    assert found(TEXT, config=file) == []
    assert found(TEXT, config=str(file)) == []
    assert found(TEXT, config={"rules": {"timelines/vague-time": "off"}}) == []
    assert found(TEXT, config=trustlint.Settings(ignore=("timelines",))) == []
    assert found(TEXT, config={}) == found(TEXT) == [("timelines/vague-time", "shortly")]


def test_a_settings_file_that_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("rules: {timelines/vague-time: off}")
    assert found(TEXT, config=file) == []
    file.write_text("rules: {timelines/vague-time: warning}")
    assert [one.severity.name for one in trustlint.check_text(TEXT, config=file)] == ["warning"]


def test_no_settings_file_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "trustlint.yaml").write_text("nonsense: [")
    monkeypatch.chdir(tmp_path)
    assert len(found(TEXT)) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"input_format": "htlm"}, "did you mean html"),
        ({"config": {"fail-no": 1}}, "did you mean `fail-on`"),
        ({"config": {"rules": {"nope": "error"}}}, "there is no rule 'nope'"),
        ({"config": "gone.yaml"}, "gone.yaml: there is no such settings file"),
        ({"config": {"packs": ["nope"]}}, "there is no rule pack called “nope”"),
        ({"input_format": "zendesk-macros"}, "<text>:1:1: "),
    ],
)
def test_mistakes_are_raised(options: dict[str, object], said: str) -> None:
    for call in trustlint.check_text, trustlint.promises:
        with pytest.raises(trustlint.TrustlintError) as raised:
            call(TEXT, **options)  # type: ignore[operator]
        assert said in str(raised.value)


def test_paths(tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_text(TEXT)
    (tmp_path / "broken.json").write_text("{")
    report = trustlint.check_paths([tmp_path / "late.txt", str(tmp_path / "broken.json"), tmp_path / "gone.txt"])
    assert isinstance(report, trustlint.Report)
    assert [one.text for one in report.diagnostics] == ["shortly"]
    assert [os.path.basename(error.path or "") for error in report.all_errors] == ["broken.json", "gone.txt"]
    assert not trustlint.check_paths([tmp_path / "late.txt"], config={"rules": {"timelines": "off"}}).diagnostics


def test_promises() -> None:
    [one] = trustlint.promises("Hello Ana,\n\nWe'll reply within 24 hours.")
    assert isinstance(one, trustlint.Promise)
    assert (one.act, one.actor, one.time.at_most_hours) == ("reply", "us", 24)
    assert trustlint.promises("<p>Hello Ana.</p>", input_format="html") == []


def test_threads_get_what_one_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_made", {})
    texts = [TEXT, "We guarantee a refund.", "Your parcel left on 3 March.", TEXT * 3] * 8
    alone = [found(text) for text in texts]
    monkeypatch.setattr(api, "_made", {})
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(found, texts)) == alone


def test_only_the_last_few_configurations_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_made", {})
    monkeypatch.setattr(api, "_KEPT", 2)
    for words in "abcd":
        trustlint.check_text(TEXT, config={"lexicon": {"agents": [words]}})
    assert len(api._made) == 2


def test_of_a_sentence_without_end_only_what_is_near_is_shown() -> None:
    found = trustlint.check_text("We will write, and " * 2000 + "we'll call you shortly, and " + "so on, and " * 2000)
    near = next(one for one in found if one.text == "shortly").excerpt
    assert near.span.of(near.text) == "shortly"
    assert "we'll call you shortly, and so on" in near.text
    assert len(near.text) < 5000
