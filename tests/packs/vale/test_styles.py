"""Styles as they lie in folders: names, levels, mistakes, vocabularies and configurations."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trustlint.cache import Cache
from trustlint.diagnostic import Severity
from trustlint.errors import UsageError
from trustlint.packs import BrokenPackError, Packs, select
from trustlint.packs.vale.styles import kebab

Style = Callable[..., Packs]
Words = Callable[..., list[str]]
Said = Callable[..., list[tuple[str, str]]]

RULE = "extends: existence\nmessage: m\ntokens: [lamp]\n"


def loaded(*names: str) -> Packs:
    return select(names, Cache(None))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("EmDash", "em-dash"), ("E-Prime", "e-prime"), ("HTMLTags", "html-tags"), ("write-good", "write-good"),
        ("dates.TimeFormat", "dates-time-format"), ("Foo_Bar2", "foo-bar2"), ("2Commas", "rule-2-commas"),
    ],
)  # fmt: skip
def test_names(name: str, made: str) -> None:
    assert kebab(name) == made


# What does not run


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("extends: spelling\nmessage: m\n", "it extends `spelling`, which needs dictionaries"),
        ("extends: sequence\nmessage: m\ntokens: []\n", "it extends `sequence`, which needs a tagger"),
        ("extends: script\nmessage: m\nscript: x\n", "it extends `script`, which is a program"),
        ("extends: House.Other\n", "it extends the rule `House.Other`"),
        ("extends: metric\nmessage: m\nformula: heading.h2\ncondition: '> 1'\n", "it counts `heading.h2`"),
        (
            "extends: metric\nmessage: m\nformula: 'check[\"A.B\"] + 1'\ncondition: '> 1'\n",
            "it counts what other rules",
        ),
    ],
    ids=["spelling", "sequence", "script", "another rule", "headings", "other rules"],
)
def test_what_does_not_run_is_said_by_name(style: Style, rule: str, why: str) -> None:
    packs = style(Other=RULE, Rule=rule)
    assert [one.id for one in packs.rules] == ["house/other"]
    [said] = packs.unsupported
    assert said.message.startswith("`House.Rule` does not run here: " + why)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (
            "{name: suggest, params: [spellings]}",
            "`House.Rule`: its matches are not corrected: there is no action `suggest`",
        ),
        ("{name: edit, params: [words]}", "`House.Rule`: its matches are not corrected: there is no edit `words`"),
    ],
)
def test_a_correction_that_cannot_be_had_is_said_and_the_rule_runs(style: Style, action: str, said: str) -> None:
    packs = style(Rule=f"{RULE}action: {action}\n")
    assert [one.id for one in packs.rules] == ["house/rule"]
    assert packs.unsupported[0].message.startswith(said)


# Mistakes


@pytest.mark.parametrize(
    ("rule", "line", "column", "message"),
    [
        (RULE.replace("tokens", "token"), 3, 1, "unknown key `token` in rule `House.Rule`"),
        (RULE.replace("existence", "existense"), 1, 10, "`extends` is “existense”, and no kind of rule"),
        ("extends: existence\ntokens: [lamp]\n", 1, 1, "rule `House.Rule` has no `message`"),
        (RULE + "level: bad\n", 4, 8, "`level` is “bad”"),
        ("extends: existence\nmessage: m\ntokens:\n  - fine\n  - 'a(b'\n", 5, 8, "bad pattern: a `)` is missing"),
        ("extends: existence\nmessage: m\ntokens: ['(?U)a']\n", 3, 11, "bad pattern: the flag `U` has no counterpart"),
        ("extends: existence\nmessage: m\n", 1, 1, "rule `House.Rule` has neither `tokens` nor `raw`"),
        ("extends: occurrence\nmessage: m\ntoken: a\n", 1, 1, "rule `House.Rule` has neither `max` nor `min`"),
        ("extends: metric\nmessage: m\nformula: words +\ncondition: '> 1'\n", 3, 17, "in this formula: "),
        ("extends: metric\nmessage: m\nformula: words\ncondition: high\n", 4, 12, "a condition is `>`"),
        ("extends: capitalization\nmessage: m\nmatch: $titel\n", 3, 8, "there is no case called `$titel`"),
        ("extends: substitution\nmessage: m\nswap:\n  'a[': b\n", 4, 5, "bad pattern: a `]` is missing"),
        ("extends: existence\nmessage: [m\n", 3, 1, "this is not YAML"),
        ("extends: existence\nmessage: m\ntokens: ['((a{999}){999}){999}']\n", 3, 10, "bad pattern: its counted"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(style: Style, rule: str, line: int, column: int, message: str) -> None:
    with pytest.raises(BrokenPackError) as caught:
        style(Rule=rule)
    first = caught.value.errors[0]
    assert (first.line, first.column) == (line, column), str(first)
    assert message in first.message
    assert (first.path or "").endswith("Rule.yml")


def test_all_mistakes_of_a_style_are_told(style: Style) -> None:
    with pytest.raises(BrokenPackError) as caught:
        style(One=RULE + "level: bad\n", Two=RULE + "maxx: 1\n", Three=RULE)
    assert len(caught.value.errors) == 2


def test_two_rules_of_one_name(style: Style) -> None:
    with pytest.raises(BrokenPackError, match="two rules would be called `house/em-dash`"):
        style(EmDash=RULE, em_dash=RULE)


# What is read


def test_what_a_rule_says_of_itself(style: Style) -> None:
    [rule] = style(EmDash=RULE + "level: error\nlink: https://a.example\ndescription: Because.\n").rules
    assert (rule.id, rule.severity, rule.why) == ("house/em-dash", Severity.error, "Because.")
    assert rule.source == ("House.EmDash (a Vale rule)", "https://a.example")
    assert rule.path.endswith("EmDash.yml")


def test_a_level_that_is_not_said_is_warning(style: Style) -> None:
    assert style(Rule=RULE).rules[0].severity == Severity.warning


def test_folders_inside_a_style_join_the_name_and_hidden_ones_do_not_load(style: Style, tmp_path: Path) -> None:
    house = tmp_path / "styles" / "House"
    for folder in ("dates", "_drafts", ".old"):
        (house / folder).mkdir(parents=True)
        (house / folder / "Time.yml").write_text(RULE)
    (house / "Lamp.test.yml").write_text("- name: x\n")
    assert [rule.id for rule in style(Lamp=RULE).rules] == ["house/lamp", "house/dates-time"]


def test_single_files_of_a_style_are_one_pack(style: Style, tmp_path: Path) -> None:
    style(One=RULE, Two=RULE, Three=RULE)
    house = tmp_path / "styles" / "House"
    assert [rule.id for rule in loaded(str(house / "One.yml"), str(house / "Two.yml")).rules] == [
        "house/one",
        "house/two",
    ]


def test_a_folder_of_styles(style: Style, tmp_path: Path) -> None:
    style(One=RULE)
    other = tmp_path / "styles" / "Other"
    other.mkdir()
    (other / "Two.yml").write_text(RULE)
    assert [rule.id for rule in loaded(str(tmp_path / "styles")).rules] == ["house/one", "other/two"]


def test_a_pack_of_ours_beside_a_style_is_a_pack_of_ours(style: Style, tmp_path: Path) -> None:
    style(One=RULE)
    pack = "pack: own\nrules:\n  - id: a\n    check: existence\n    severity: error\n    message: m\n    phrases: [a]\n"
    (tmp_path / "styles" / "House" / "own.yaml").write_text(pack)
    assert [rule.id for rule in loaded(str(tmp_path / "styles" / "House")).rules] == ["house/one", "own/a"]


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no rule pack"):
        loaded(str(tmp_path))


def test_the_cache_keeps_styles(style: Style, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "cache"))
    style(One=RULE, Two="extends: spelling\nmessage: m\n")
    house = str(tmp_path / "styles" / "House")
    first, again = (select([house], cache) for _ in range(2))
    assert (first.rules, [str(one) for one in first.unsupported]) == (
        again.rules,
        [str(one) for one in again.unsupported],
    )
    style(One=RULE.replace("lamp", "light"))
    assert select([house], cache).rules != first.rules


# Vocabularies


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    folder = tmp_path / "styles" / "config" / "vocabularies" / "House"
    folder.mkdir(parents=True)
    (folder / "accept.txt").write_text("# names\nPostgreSQL\n(?i)lampshade\n")
    (folder / "reject.txt").write_text("guys?\n")
    return folder


def test_accepted_words_are_exceptions_of_a_style(words: Words, vocabulary: Path) -> None:
    rule = "extends: existence\nmessage: m\ntokens: ['\\w*SQL', '\\w+shade']\n"
    assert words(rule, "PostgreSQL and MySQL, a Lampshade.") == ["MySQL"]
    assert words(rule + "vocab: false\n", "PostgreSQL and MySQL.") == ["PostgreSQL", "MySQL"]


def test_a_vocabulary_is_a_pack_of_its_own(vocabulary: Path) -> None:
    from trustlint.linter import Linter
    from trustlint.prose import Prose

    packs = loaded(str(vocabulary))
    assert [rule.id for rule in packs.rules] == ["vale/terms", "vale/avoid"]
    text = "Hi guys, PostgreSQL or Postgresql on a LampShade."
    ready, prose = Linter(packs.rules, packs.lexicon), Prose.of_text(text)
    found = [match.span.of(text) for number in range(2) for match in ready.matches(number, prose)]
    assert found == ["Postgresql", "guys"]


INI = """\
StylesPath = styles
Vocab = House
Packages = Microsoft
[*.md]
BasedOnStyles = Vale, House  # ours
House.Two = NO
House.Three = error
Vale.Spelling = NO
"""


def test_a_configuration_chooses_styles_vocabularies_and_levels(style: Style, vocabulary: Path, tmp_path: Path) -> None:
    style(One=RULE, Two=RULE, Three=RULE)
    (tmp_path / ".vale.ini").write_text(INI)
    packs = loaded(str(tmp_path / ".vale.ini"))
    assert [(rule.id, rule.severity.name) for rule in packs.rules] == [
        ("house/one", "warning"),
        ("house/three", "error"),
        ("vale/terms", "error"),
        ("vale/avoid", "error"),
        ("vale/repetition", "error"),
    ]
    assert packs.unsupported == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("House  #", "Hose  #", 5, "there is no style `Hose`"),
        ("Vocab = House", "Vocab = Mouse", 2, "there is no vocabulary `Mouse`"),
        ("= NO\nHouse", "= MAYBE\nHouse", 6, "`House.Two` cannot be “MAYBE”"),
        ("StylesPath = styles", "StylesPath = stiles", 1, "there is no folder"),
    ],
)
def test_mistakes_of_a_configuration(
    style: Style, vocabulary: Path, tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    style(One=RULE, Two=RULE, Three=RULE)
    (tmp_path / ".vale.ini").write_text(INI.replace(old, new))
    with pytest.raises(BrokenPackError) as caught:
        loaded(str(tmp_path / ".vale.ini"))
    assert message in caught.value.errors[0].message
    assert caught.value.errors[0].line == line


# On the command line


def test_the_example_is_checked_and_what_does_not_run_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    from trustlint.__main__ import run

    vale = Path(__file__).resolve().parents[3] / "examples" / "vale"
    arguments = ["--isolated", "--no-cache", "--pack", str(vale / ".vale.ini"), "--output", "concise"]
    assert run(["check", *arguments, str(vale / "lantern-macros.json")]) == 1
    out, err = capfd.readouterr()
    assert "error vale/terms Write “Lantern Pay”, not “lantern pay”." in out
    assert "`LanternHouse.Dictionary` does not run here: it extends `spelling`" in err
    assert err.count("LanternHouse.Dictionary") == 1
