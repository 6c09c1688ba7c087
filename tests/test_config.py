"""Settings files: found, read, merged."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import trustlint
from trustlint import config
from trustlint.cache import Cache
from trustlint.config import FILE_NAME, Override, Place, Settings, Source, find, load, of_mapping
from trustlint.config.schema import SCHEMA, json_schema
from trustlint.diagnostic import Confidence, Severity
from trustlint.discover import Target
from trustlint.errors import ConfigError
from trustlint.reading import Reader
from trustlint.schemas import FOLDER

FULL = """\
# yaml-language-server: $schema=config.schema.json
packs: [recommended, ./house, timelines]
rules: {timelines/vague-time: warning, respect/*: "off"}
overrides:
  - {path: drafts, rules: {timelines: suggestion}}
fail-on: never
min-confidence: high
include-inactive: yes
sources:
  - {path: exports/*.json, format: zendesk-macros}
  - {path: replies}
formats:
  ours:
    containers: [json]
    fields: [{text: body, markup: html}]
lexicon: {agents: plumber, products: [the widget]}
"""


@pytest.fixture
def full(tmp_path: Path) -> str:
    file = tmp_path / FILE_NAME
    file.write_text(FULL)
    return str(file)


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("# to be written\n")
    path = str(tmp_path / FILE_NAME)
    assert load(path) == Settings(path=path)


def test_there_is_no_file_above_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "FILE_NAME", "no-such-settings.yaml")
    assert find(str(tmp_path)) is None


def test_the_nearest_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / FILE_NAME).touch()
    monkeypatch.chdir(tmp_path / "a/b")
    assert find() == f"../../{FILE_NAME}"
    (tmp_path / "a" / FILE_NAME).touch()
    assert find() == f"../{FILE_NAME}"


def test_everything_that_can_be_said(full: str) -> None:
    folder = Path(full).parent
    settings = load(full)
    assert settings.packs == ("recommended", f"{folder}/./house", "timelines")
    assert settings.rules == {"timelines/vague-time": "warning", "respect/*": "off"}
    assert settings.overrides == (Override(str(folder / "drafts"), {"timelines": "suggestion"}),)
    assert (settings.fail_on, settings.min_confidence, settings.include_inactive) == (None, Confidence.high, True)
    assert settings.sources == (
        Source(str(folder / "exports/*.json"), "zendesk-macros"),
        Source(str(folder / "replies")),
    )
    assert settings.formats["ours"]["fields"] == [{"text": "body", "markup": "html"}]
    assert settings.lexicon == {"agents": ("plumber",), "products": ("the widget",)}


def test_where_everything_comes_from(full: str) -> None:
    settings = load(full)
    assert settings.origins["fail_on"] == f"{full}:6"
    assert settings.places["rules.timelines/vague-time"] == Place(3, 9)
    assert settings.places["packs[1]"] == Place(2, 22)
    assert settings.places["sources[1].path"] == Place(11, 6)
    error = settings.mistake("packs[1]", "no such pack")
    assert (error.path, error.line, error.column) == (full, 2, 22)


def test_what_the_command_line_says_has_no_place_in_the_file(full: str) -> None:
    settings = load(full).said("command line", packs=("all",), select=None)
    assert (settings.packs, settings.origins["packs"]) == (("all",), "command line")
    assert "select" not in settings.origins
    assert settings.mistake("packs[0]", "no such pack").path is None
    assert "rules.timelines/vague-time" in settings.places


def test_off_needs_no_quotes(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("rules: {respect/*: off}\n")
    assert load(str(tmp_path / FILE_NAME)).rules == {"respect/*": "off"}


def test_a_cached_file_gives_the_same_settings(full: str, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "cache"))
    assert load(full, cache) == load(full, cache) == load(full)


def test_a_mapping_says_what_a_file_would(full: str) -> None:
    data = {
        "packs": ["recommended"],
        "rules": {"timelines/vague-time": "warning"},
        "fail-on": "suggestion",
        "include-inactive": True,
        "lexicon": {"agents": ["plumber"]},
    }
    settings = of_mapping(data)
    assert settings.rules == data["rules"]
    assert (settings.fail_on, settings.include_inactive) == (Severity.suggestion, True)
    assert settings.lexicon == {"agents": ("plumber",)}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"fail-no": "error"}, "unknown key `fail-no` in trustlint.yaml (did you mean `fail-on`?)"),
        ({"rules": {"a": False}}, "`a` is “false”, and can be `error`, `warning`, `suggestion` or `off`"),
        ({"packs": "all"}, "`packs` must be a list, not “all” (begin each entry with `- `, or use [a, b])"),
        ({"fail-on": None}, "`fail-on` is empty, and can be"),
        ({"formats": {"ours": {"containers": ["json"]}}}, "format `ours` has no `fields`: nothing would be read"),
    ],
)
def test_mistakes_in_a_mapping_have_no_place(data: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        of_mapping(data)
    assert str(raised.value).startswith(said)


def test_the_schema_ships_and_is_in_step() -> None:
    shipped = json.loads((Path(FOLDER) / "config.schema.json").read_text(encoding="utf-8"))
    assert shipped == json_schema(), "run `python -m trustlint.schemas`"


def test_the_schema_is_one_and_takes_what_we_take() -> None:
    import yaml

    Draft202012Validator.check_schema(json_schema())
    validator = Draft202012Validator(json_schema())
    assert not list(validator.iter_errors(yaml.safe_load(FULL)))
    assert list(validator.iter_errors({"fail-no": "error"}))
    assert list(validator.iter_errors({"formats": {"ours": {"container": "json"}}}))


def test_every_key_says_what_it_is() -> None:
    assert all(key.get("description") for key in SCHEMA["properties"].values())


def test_the_example_in_the_docs_is_right() -> None:
    page = (Path(__file__).resolve().parent.parent / "docs/configuration.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    keys = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    assert keys == set(SCHEMA["properties"]), "every key has a line in docs/configuration.md"
    import yaml

    of_mapping(yaml.load(example, yaml.BaseLoader))


def test_a_placeholder_of_ones_own_is_a_date_when_the_lexicon_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hi {{ticket.requester.name}},\n\nyour slot is {{zorp}}.\n")

    def kinds(settings: Settings) -> list[str]:
        reading = Reader(settings).file(Target(str(tmp_path / "a.txt"), named=True))
        return [slot.kind for field in reading if isinstance(field, tuple) for slot in field[0].placeholders]

    assert kinds(Settings()) == ["name", "other"]
    assert kinds(of_mapping({"lexicon": {"date-placeholders": ["zorp"]}})) == ["name", "date"]


@pytest.mark.parametrize("key", ["date-placeholder", "agnets", "third-partys"])
def test_words_under_a_misspelt_name_are_said(key: str) -> None:
    with pytest.raises(ConfigError, match=f"`lexicon` has no words called `{key}`"):
        trustlint.check_text("Hi.", config={"lexicon": {key: ["zorp"]}})
