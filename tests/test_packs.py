"""Rule packs: what is accepted, and that every mistake is named where it stands."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trustlint.cache import Cache
from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import PackError, UsageError
from trustlint.packs import BrokenPackError, load_builtin, load_pack, select
from trustlint.packs.build import read_pack
from trustlint.packs.marks import Unbalanced, marked, unmarked
from trustlint.packs.reading import Mistakes, read
from trustlint.packs.tree import parse
from trustlint.packs.words import read_lexicon
from trustlint.prose.lexicon import Lexicon

LEXICON = Lexicon({"agent": ["we", "our team"]}, {"soon": ["soon|shortly"]})

GOOD = """\
pack: kettles
title: Kettles
principle: Say when the kettle boils.
language: en
where: {negated: false, question: false}
terms:
  vessel: [kettle, tea urn]
rules:
  - id: boils-soon
    check: existence
    severity: error
    confidence: high
    state: on
    message: "“{match}” names no minute."
    phrases: [in a jiffy, "{vessel} {soon}", yes]
    patterns:
      - '{agent} boils? it {soon}'
      - "\\\\d{1,2} jiffies"
    where: {question: any, voice: [us, product], condition: none}
    unless: ['\\bwhistle\\b']
    why: A jiffy has no length.
    rewrite: It boils in three minutes.
    source: tea/time
    bad:
      - Tea is ready «in a jiffy».
      - {text: "The «kettle shortly» sings.", fixed: The kettle sings at four.}
      - Ready in 3 jiffies.
    good: [The jiffy is over., A kettle boils., Soon it is.]
"""


def errors(text: str, lexicon: Lexicon = LEXICON, *, strict: bool = False) -> list[tuple[str, str]]:
    """The mistakes of a pack: each message, and the text of the file from its place to the end of the line."""
    found = read_pack(text, "pack.yaml", lexicon, strict=strict).errors
    return [(str(error.message) + (f" ({error.hint})" if error.hint else ""), under(text, error)) for error in found]


def under(text: str, error: PackError) -> str:
    assert error.path == "pack.yaml"
    assert error.line is not None
    assert error.column is not None
    return text.split("\n")[error.line - 1][error.column - 1 :]


def only(text: str, **options: bool) -> tuple[str, str]:
    (found,) = errors(text, **options)
    return found


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) >= 1, old
    return GOOD.replace(old, new, 1)


class TestRight:
    def test_nothing_is_wrong_with_a_right_pack(self) -> None:
        reading = read_pack(GOOD, "pack.yaml", LEXICON, strict=True)
        assert reading.errors == ()
        assert reading.notices == ()
        assert reading.terms == {"vessel": ("kettle", "tea urn")}

    def test_a_rule_as_data(self) -> None:
        pack = read_pack(GOOD, "pack.yaml", LEXICON).pack
        assert pack is not None
        (rule,) = pack.rules
        assert (rule.id, rule.check, rule.state) == ("kettles/boils-soon", "existence", "on")
        assert (rule.severity, rule.confidence) == (Severity.error, Confidence.high)
        assert rule.options == {
            "phrases": ["in a jiffy", "{vessel} {soon}", "yes"],
            "patterns": ["{agent} boils? it {soon}", r"\d{1,2} jiffies"],
        }
        assert rule.unless == (r"\bwhistle\b",)
        assert rule.source == ("tea/time",)
        assert (rule.path, rule.line) == ("pack.yaml", 9)

    def test_filters_of_the_pack_lie_under_those_of_the_rule_and_any_takes_one_away(self) -> None:
        pack = read_pack(GOOD, "pack.yaml", LEXICON).pack
        assert pack is not None
        assert pack.rules[0].where == {"negated": False, "voice": ["us", "product"], "condition": "none"}

    def test_quoted_any_stays_because_quotations_are_hidden_unless_asked_for(self) -> None:
        pack = read_pack(changed("question: any", "quoted: any"), "pack.yaml", LEXICON).pack
        assert pack is not None
        assert pack.rules[0].where["quoted"] == "any"

    def test_examples_lose_their_marks(self) -> None:
        pack = read_pack(GOOD, "pack.yaml", LEXICON).pack
        assert pack is not None
        first, second, third = pack.rules[0].bad
        assert [first.text[start:end] for start, end in first.spans] == ["in a jiffy"]
        assert [second.text[start:end] for start, end in second.spans] == ["kettle shortly"]
        assert second.fixed == "The kettle sings at four."
        assert third.spans == ()
        assert [one.line for one in (first, second, third)] == [25, 26, 27]

    @pytest.mark.parametrize("word", ["on", "opt-in", "auto", '"on"'])
    def test_state_on_is_a_word_and_not_a_truth_value(self, word: str) -> None:
        pack = read_pack(changed("state: on", f"state: {word}"), "pack.yaml", LEXICON).pack
        assert pack is not None
        assert pack.rules[0].state == word.strip('"')

    def test_crlf_and_a_byte_order_mark(self) -> None:
        reading = read_pack("\ufeff" + GOOD.replace("\n", "\r\n"), "pack.yaml", LEXICON)
        assert reading.errors == ()

    def test_examples_shared_by_an_anchor(self) -> None:
        text = changed("good: [The", "good: &calm [The") + GOOD.split("rules:\n")[1].replace(
            "boils-soon", "boils-late"
        ).replace("good: [The jiffy is over., A kettle boils., Soon it is.]", "good: *calm")
        pack = read_pack(text, "pack.yaml", LEXICON).pack
        assert pack is not None
        assert pack.rules[1].good == pack.rules[0].good


class TestMistakes:
    def test_unknown_key(self) -> None:
        message, place = only(changed("phrases:", "phrase:"))
        assert message == "unknown key `phrase` in rule `boils-soon` (did you mean `phrases`?)"
        assert place.startswith("phrase:")

    def test_unknown_key_of_the_pack(self) -> None:
        message, place = only(changed("principle:", "principel:"))
        assert message == "unknown key `principel` in the pack (did you mean `principle`?)"
        assert place.startswith("principel:")

    def test_key_of_another_kind(self) -> None:
        message, place = only(changed("    why:", "    max: 2\n    why:"))
        assert message.startswith("unknown key `max`")
        assert place == "max: 2"

    def test_key_given_twice(self) -> None:
        assert only(changed("    why:", "    severity: error\n    why:")) == (
            "`severity` is given twice",
            "severity: error",
        )

    def test_wrong_type(self) -> None:
        message, place = only(changed("[in a jiffy,", "in a jiffy #"))
        assert message.startswith("`phrases` must be a list, not “in a jiffy”")
        assert place.startswith("in a jiffy")

    def test_text_that_yaml_reads_as_a_mapping(self) -> None:
        message, place = only(changed("Ready in 3 jiffies.", "Ready: in 3 jiffies."))
        assert message == "`bad[2]` reads as a mapping because of the `: ` in it (put quotes around it)"
        assert place == "Ready: in 3 jiffies."

    def test_missing_key(self) -> None:
        message, place = only(changed("    severity: error\n", ""))
        assert message == "rule `boils-soon` has no `severity`"
        assert place == "id: boils-soon"

    def test_neither_phrases_nor_patterns(self) -> None:
        text = GOOD[: GOOD.index("    phrases:")] + GOOD[GOOD.index("    where: {question") :]
        assert only(text)[0] == "rule `boils-soon` needs `phrases` or `patterns`"

    def test_missing_pack_name(self) -> None:
        assert only(changed("pack: kettles\n", "")) == ("the pack has no `pack`", "title: Kettles")

    def test_unknown_check(self) -> None:
        message, place = only(changed("check: existence", "check: existense"))
        assert "`check` is “existense”, and can be `existence`" in message
        assert message.endswith("(did you mean `existence`?)")
        assert place == "existense"

    def test_no_check(self) -> None:
        assert only(changed("    check: existence\n", ""))[0] == "rule `boils-soon` has no `check`"

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            (
                "severity: error",
                "severity: eror",
                "`severity` is “eror”, and can be `error`, `warning` or `suggestion`",
            ),
            ("confidence: high", "confidence: hihg", "`confidence` is “hihg”, and can be `high`, `medium` or `low`"),
            ("state: on", "state: optin", "`state` is “optin”, and can be `on`, `opt-in` or `auto`"),
        ],
    )
    def test_unknown_word(self, old: str, new: str, said: str) -> None:
        message, place = only(changed(old, new))
        assert message.startswith(said)
        assert "did you mean" in message
        assert place == new.split(": ")[1]

    def test_unknown_filter(self) -> None:
        message, place = only(changed("where: {question: any", "where: {qestion: any"))
        assert message == "unknown key `qestion` in where (did you mean `question`?)"
        assert place.startswith("qestion")

    def test_unknown_value_of_a_filter(self) -> None:
        message, place = only(changed("[us, product]", "[us, prodct]"))
        assert message.startswith("`voice[1]` is “prodct”")
        assert place.startswith("prodct]")

    def test_filter_that_is_not_a_truth_value(self) -> None:
        message, place = only(changed("negated: false", "negated: maybe"))
        assert message == "`negated` must be true or false, not “maybe”"
        assert place.startswith("maybe")

    def test_bad_pattern_in_single_quotes(self) -> None:
        message, place = only(changed("'{agent} boils? it {soon}'", "'it''s {agent} a)b {soon}'"))
        assert message.startswith("bad pattern: ")
        assert place.startswith(")b")

    def test_bad_pattern_in_double_quotes(self) -> None:
        message, place = only(changed(r'"\\d{1,2} jiffies"', r'"\\d\x41\" *** jiffies"'))
        assert message.startswith("bad pattern: ")
        assert place.startswith(("* jiffies", "** jiffies"))

    def test_bad_pattern_in_a_block(self) -> None:
        message, place = only(changed("- '{agent} boils? it {soon}'", "- |-\n        first\n        sec)ond"))
        assert message.startswith("bad pattern: ")
        assert place == ")ond"

    def test_bad_unless(self) -> None:
        message, place = only(changed(r"'\bwhistle\b'", "'(whistle'"))
        assert message.startswith("bad pattern: missing )")
        assert place.endswith("e']")

    def test_pattern_that_matches_everywhere(self) -> None:
        message, _ = only(changed("'{agent} boils? it {soon}'", "'(?:boil)?'"))
        assert message == "bad pattern: it matches the empty text, so it would match everywhere"

    def test_pattern_that_unfolds_without_end(self) -> None:
        message, _ = only(changed("'{agent} boils? it {soon}'", "'((a{999}){999}){999}'"))
        assert message.startswith("bad pattern: its counted repeats multiply")

    def test_pattern_that_is_nested_too_deeply(self) -> None:
        message, _ = only(changed("'{agent} boils? it {soon}'", f"'{'(' * 4000}a{')' * 4000}'"))
        assert message == "bad pattern: too deeply nested or too large"

    def test_pattern_among_the_phrases(self) -> None:
        message, place = only(changed("in a jiffy, ", "'in a \\w+', "))
        assert message == r"the phrase “in a \w+” is a pattern (move it to `patterns`)"
        assert place.startswith("'in a")

    def test_unknown_word_of_the_lexicon(self) -> None:
        message, place = only(changed("'{agent} boils", "'{agnet} boils"))
        assert message == "no word of the lexicon is called `{agnet}` (did you mean `agent`?)"
        assert place.startswith("{agnet} boils")

    def test_unknown_word_of_the_lexicon_in_a_phrase(self) -> None:
        message, place = only(changed("{vessel} {soon}", "{vessel} {sooon}"))
        assert message == "no word of the lexicon is called `{sooon}` (did you mean `soon`?)"
        assert place.startswith("{sooon}")

    def test_unknown_value_in_the_message(self) -> None:
        message, place = only(changed("{match}", "{mach}"))
        assert message == "`{mach}` in the message is never filled in (did you mean `match`?)"
        assert place.startswith("{mach}")

    def test_id_given_twice(self) -> None:
        text = GOOD + GOOD[GOOD.index("  - id:") :]
        assert only(text) == ("a rule `boils-soon` is already on line 9", "boils-soon")

    @pytest.mark.parametrize("name", ["Boils", "boils_soon", "boils-", "2-boils", "boils soon"])
    def test_id_that_is_not_kebab_case(self, name: str) -> None:
        message, place = only(changed("boils-soon", name))
        assert message.startswith(f"`id` is “{name}”, and must be kebab-case")
        assert place == name

    def test_term_that_is_a_word_of_the_lexicon(self) -> None:
        message, place = only(changed("  vessel:", "  agent: [butler]\n  vessel:"), strict=True)
        assert message == "`agent` is already a word of the lexicon (call it something else)"
        assert place == "agent: [butler]"

    @pytest.mark.parametrize(
        ("example_", "said", "place"),
        [
            ("Tea «in a jiffy.", "« without »", "«in a jiffy."),
            ("Tea in a jiffy».", "» without «", "»."),
            ("Tea «in «a» jiffy.", "« inside « »", "«a» jiffy."),
            ("Tea ⟦in a jiffy.", "⟦ without ⟧", "⟦in a jiffy."),
        ],
    )
    def test_marks_that_do_not_match(self, example_: str, said: str, place: str) -> None:
        assert only(changed("Tea is ready «in a jiffy».", example_)) == (f"in this example: {said}", place)

    def test_marks_in_a_good_example(self) -> None:
        message, place = only(changed("[The jiffy is over.", "[The «jiffy» is over."))
        assert message.startswith("a good example with marks in it")
        assert place.startswith("The «jiffy»")

    def test_example_that_is_a_list(self) -> None:
        message, place = only(changed("- Ready in 3 jiffies.", "- [Ready]"))
        assert message.startswith("`bad[2]` must be text, not a list")
        assert place == "[Ready]"

    def test_too_few_examples_are_a_notice_in_a_pack_of_ones_own(self) -> None:
        text = changed("good: [The jiffy is over., A kettle boils., Soon it is.]", "good: [The jiffy is over.]")
        reading = read_pack(text, "pack.yaml", LEXICON)
        assert reading.errors == ()
        (notice,) = reading.notices
        assert notice.message == "rule `boils-soon` has one example in `good`"
        assert under(text, notice) == "[The jiffy is over.]"

    def test_too_few_examples_are_a_mistake_in_a_pack_that_ships(self) -> None:
        text = GOOD[: GOOD.index("    bad:")]
        assert [message.split(" (")[0] for message, _ in errors(text, strict=True)] == [
            "rule `boils-soon` has no example in `bad`",
            "rule `boils-soon` has no example in `good`",
        ]

    def test_all_mistakes_are_told_at_once_and_in_order(self) -> None:
        text = GOOD.replace("severity: error", "severity: eror").replace("why:", "wy:").replace("'{agent}", "'{agnet}")
        assert [place.split(" ")[0] for _, place in errors(text)] == ["eror", "{agnet}", "wy:"]


class TestReading:
    def test_what_a_schema_leaves_open_is_what_yaml_sees(self) -> None:
        text = "a: {b: [1, 2.5, yes, ~, x, '1', 09:30], c: 1_0}"
        mistakes = Mistakes("pack.yaml", text)
        tree = parse(text)
        assert tree is not None
        data = read(tree, {"type": "object"}, "the file", mistakes)
        assert data == {"a": {"b": [1, 2.5, True, None, "x", "1", "09:30"], "c": 10}}
        assert mistakes.found == []


class TestNotYaml:
    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("pack: a\n\ttitle: b\n", "indent with spaces"),
            ("pack: a: b\n", "needs quotes around it"),
            ('pack: a\nrules:\n  - id: "a\\d"\n', "a backslash must be doubled"),
            ("pack: a\nrules: [a, b\n", "is not closed"),
            ("pack: a\ntitle: 'it\n", "never closed"),
            ("pack: a\ntitle: @me\n", "needs quotes around it"),
            ("pack: *a\n", "needs quotes around it"),
            ("pack: a\n---\npack: b\n", "one document"),
        ],
    )
    def test_syntax_in_plain_words(self, text: str, hint: str) -> None:
        (error,) = read_pack(text, "pack.yaml").errors
        assert error.message.startswith("this is not YAML")
        assert hint in (error.hint or "")
        assert error.line is not None

    @pytest.mark.parametrize("text", ["", "# only a comment\n", "- a\n- b\n", "pack\n"])
    def test_not_a_pack(self, text: str) -> None:
        (error,) = read_pack(text, "pack.yaml").errors
        assert error.message == "this is not a rule pack"

    def test_a_key_that_is_a_mapping(self) -> None:
        (error,) = read_pack("pack: a\n{b: c}: d\n", "pack.yaml").errors
        assert error.message == "a key must be a word"

    def test_aliases_that_unfold_without_end(self) -> None:
        lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"{name}: &{name} [{', '.join([f'*{below}'] * 10)}]" for below, name in zip("abcdefgh", "bcdefghi")]  # noqa: B905
        (error,) = read_pack("\n".join(lines), "pack.yaml").errors
        assert "aliases that unfold" in error.message

    def test_deep_nesting(self) -> None:
        (error,) = read_pack("pack: " + "[" * 3000 + "]" * 3000, "pack.yaml").errors
        assert "nested too deeply" in error.message or "not YAML" in error.message

    def test_a_tag_constructs_nothing(self) -> None:
        (error,) = read_pack(
            changed("title: Kettles", "title: !!python/object/apply:os.getcwd []"), "p.yaml", LEXICON
        ).errors
        assert error.message == "`title` must be text, not a list"

    @given(st.text(max_size=200))
    @example("\x00")
    @example("? a")
    @example("pack: a\nrules: [{}]")
    def test_any_text_gives_a_pack_or_errors(self, text: str) -> None:
        reading = read_pack(text, "pack.yaml")
        assert (reading.pack is None) == bool(reading.errors)

    @given(st.integers(0, len(GOOD)), st.integers(0, 12), st.sampled_from(["", "{", "[", "«", ": ", "'", "\n", "- "]))
    def test_any_damage_gives_a_pack_or_errors_with_places(self, at: int, cut: int, put: str) -> None:
        text = GOOD[:at] + put + GOOD[at + cut :]
        for error in read_pack(text, "pack.yaml", LEXICON).errors:
            assert error.line is not None
            assert 1 <= error.line <= text.count("\n") + 1


class TestMarks:
    def test_guillemets_are_quotes_where_brackets_mark(self) -> None:
        assert unmarked("Il dit « oui » ⟦vite⟧.") == ("Il dit « oui » vite.", ((15, 19),))

    @given(st.text(st.characters(exclude_characters="«»⟦⟧"), max_size=30), st.data())
    def test_marks_go_on_and_come_off(self, text: str, data: st.DataObject) -> None:
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
        spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
        assert unmarked(marked(text, spans)) == (text, spans)

    @pytest.mark.parametrize("text", ["«", "»", "a » b «", "««»»"])
    def test_unbalanced(self, text: str) -> None:
        with pytest.raises(Unbalanced):
            unmarked(text)


class TestLoading:
    def test_every_mistake_of_a_file_is_raised_together(self, tmp_path: Path) -> None:
        path = tmp_path / "pack.yaml"
        path.write_text(GOOD.replace("severity: error", "severity: eror").replace("why:", "wy:"))
        with pytest.raises(BrokenPackError) as raised:
            load_pack(path, LEXICON)
        assert len(raised.value.errors) == 2
        assert raised.value.line == raised.value.errors[0].line == 11

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(PackError, match="cannot be read"):
            load_pack(tmp_path / "none.yaml")

    def test_a_file_that_is_not_utf_8(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_bytes(b"pack: a\ntitle: caf\xe9\n")
        with pytest.raises(PackError, match="not UTF-8") as raised:
            load_pack(tmp_path / "a.yaml")
        assert raised.value.line == 2


def rules_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two packs and a lexicon in the place of those that ship."""
    folder = tmp_path / "rules"
    (folder / "lexicon").mkdir(parents=True)
    (folder / "lexicon" / "en.yaml").write_text(
        "language: en\nwords: {agent: [we]}\npatterns: {soon: 'soon|shortly'}\n"
    )
    (folder / "kettles.yaml").write_text(GOOD)
    other = (
        GOOD.replace("pack: kettles", "pack: toasters")
        .replace("vessel", "toaster")
        .replace("state: on", "state: opt-in")
    )
    (folder / "toasters.yaml").write_text(other)
    monkeypatch.setattr("trustlint.packs.BUILTIN", str(folder))
    return folder


class TestSelecting:
    @pytest.fixture(autouse=True)
    def _rules(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = rules_folder(tmp_path, monkeypatch)
        self.own = tmp_path / "own"
        self.own.mkdir()
        self.cache = Cache(str(tmp_path / "cache"))

    def ids(self, *names: str) -> list[str]:
        return [rule.id for rule in select(names, self.cache, folder=str(self.own)).rules]

    def test_recommended_leaves_out_what_must_be_asked_for(self) -> None:
        assert self.ids() == self.ids("recommended") == ["kettles/boils-soon"]

    def test_all(self) -> None:
        assert self.ids("all") == ["kettles/boils-soon", "toasters/boils-soon"]

    def test_a_pack_by_name_is_whole(self) -> None:
        assert self.ids("recommended", "toasters") == ["kettles/boils-soon", "toasters/boils-soon"]

    def test_a_file_and_a_folder(self) -> None:
        (self.own / "mugs.yaml").write_text(GOOD.replace("pack: kettles", "pack: mugs").replace("vessel", "mug"))
        assert self.ids("mugs.yaml") == self.ids(".") == self.ids(str(self.own)) == ["mugs/boils-soon"]
        assert self.ids("mugs.yaml", ".") == ["mugs/boils-soon"]

    def test_terms_of_all_packs_are_words(self) -> None:
        (self.own / "mugs.yaml").write_text(GOOD.replace("pack: kettles", "pack: mugs").replace("vessel", "mug"))
        assert {"vessel", "toaster", "mug", "agent"} <= select(
            ["mugs.yaml"], self.cache, folder=str(self.own)
        ).lexicon.names

    def test_words_of_the_settings_can_be_used(self) -> None:
        (self.own / "mugs.yaml").write_text(
            GOOD.replace("pack: kettles", "pack: mugs").replace("vessel:", "mug:").replace("{vessel}", "{brand}")
        )
        with pytest.raises(BrokenPackError, match=r"called `\{brand\}`"):
            self.ids("mugs.yaml")
        select(["mugs.yaml"], self.cache, folder=str(self.own), words={"brand": ["Bodum"]})

    def test_a_name_that_is_nothing(self) -> None:
        with pytest.raises(UsageError) as raised:
            self.ids("ketles")
        assert str(raised.value) == "there is no rule pack called “ketles”, and no such file (did you mean `kettles`?)"

    def test_a_name_like_no_other(self) -> None:
        with pytest.raises(UsageError, match="packs: recommended, all, kettles, toasters"):
            self.ids("zzz")

    def test_an_empty_folder(self) -> None:
        with pytest.raises(UsageError, match="there is no rule pack in"):
            self.ids(".")

    def test_a_pack_named_like_one_that_ships(self) -> None:
        (self.own / "mine.yaml").write_text(GOOD.replace("vessel", "mug"))
        with pytest.raises(BrokenPackError, match="there is a pack `kettles` already"):
            self.ids("mine.yaml")

    def test_mistakes_of_all_files_together(self) -> None:
        for name in ("a", "b"):
            text = GOOD.replace("kettles", name).replace("vessel", name).replace("severity: error", "severity: x")
            (self.own / f"{name}.yaml").write_text(text)
        with pytest.raises(BrokenPackError) as raised:
            self.ids(".")
        assert [Path(error.path or "").name for error in raised.value.errors] == ["a.yaml", "b.yaml"]

    def test_notices_come_back_from_the_cache_too(self) -> None:
        text = GOOD.replace("pack: kettles", "pack: mugs").replace("vessel", "mug")
        (self.own / "mugs.yaml").write_text(text[: text.index("    good:")])
        for _ in range(2):
            (notice,) = select(["mugs.yaml"], self.cache, folder=str(self.own)).notices
            assert notice.message == "rule `boils-soon` has no example in `good`"

    def test_the_cache_gives_back_equal_packs(self) -> None:
        again = Cache(self.cache.folder)
        cold, warm, without = load_builtin(self.cache), load_builtin(again), load_builtin(Cache(None))
        assert load_builtin(self.cache) is cold
        assert cold.packs == warm.packs == without.packs
        assert cold.lexicon.data() == warm.lexicon.data() == without.lexicon.data()

    def test_a_changed_pack_is_read_again(self) -> None:
        load_builtin(self.cache)
        path = self.folder / "kettles.yaml"
        path.write_text(path.read_text().replace("boils-soon", "boils-late"))
        assert [rule.name for rule in load_builtin(Cache(self.cache.folder)).rules] == ["boils-late", "boils-soon"]

    @pytest.mark.parametrize("name", ["agent", "soon", "url", "devices"])
    def test_a_term_with_a_name_that_others_use_is_the_packs_own_and_changes_no_other(self, name: str) -> None:
        before = load_builtin(self.cache).lexicon
        text = GOOD.replace("pack: kettles", "pack: mugs").replace("{vessel} {soon}", "{vessel} shortly")
        text = text.replace("{agent} boils? it {soon}", "we boil it soon").replace("vessel", name)
        (self.own / "mugs.yaml").write_text(text)
        found = select(["all", "mugs.yaml"], self.cache, folder=str(self.own))
        (rule,) = (rule for rule in found.rules if rule.pack == "mugs")
        assert rule.options["phrases"][1] == f"{{mugs--{name}}} shortly"
        assert found.lexicon.words(f"mugs--{name}") == ("kettle", "tea urn")
        assert {each: found.lexicon.pattern(each) for each in before.names} == before.expanded()

    def test_what_was_kept_in_another_shape_is_made_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as before:
            before.setattr("trustlint.packs.stored.SHAPE", b"of a version that had other fields")
            before.setattr("trustlint.packs.stored.plain", lambda pack, folder: (pack.name,))
            with pytest.raises(ValueError, match="unpack"):
                load_builtin(self.cache)
        assert [rule.name for rule in load_builtin(Cache(self.cache.folder)).rules] == ["boils-soon", "boils-soon"]


class TestLexiconFiles:
    def test_a_name_defined_twice(self) -> None:
        text = "language: en\nwords: {agent: [we]}\npatterns: {agent: us}\n"
        _, (error,) = read_lexicon([("pack.yaml", text)])
        assert (error.message, under(text, error)) == ("`agent` is defined in another place already", "agent: us}")

    def test_a_circle(self) -> None:
        _, found = read_lexicon([("pack.yaml", "language: en\npatterns: {a: '{b}', b: 'x{a}'}\n")])
        assert [error.message for error in found] == [
            "`{a}` is defined by itself: a → b → a",
            "`{b}` is defined by itself: b → a → b",
        ]

    def test_an_unknown_name(self) -> None:
        text = "language: en\npatterns: {agent: us, soon: 'by {agnet}'}\n"
        _, (error,) = read_lexicon([("pack.yaml", text)])
        assert under(text, error) == "{agnet}'}"

    def test_a_bad_pattern(self) -> None:
        _, (error,) = read_lexicon([("pack.yaml", "language: en\npatterns: {soon: 'a)'}\n")])
        assert error.message.startswith("bad pattern")


def test_packs_that_ship_are_right() -> None:
    """The strict reading: three examples each, and nothing to say."""
    from trustlint.packs import BUILTIN

    builtin = load_builtin(Cache(None))
    own_terms = {term for path in Path(BUILTIN).glob("*.yaml") for term in read_pack(path.read_text("utf-8"), "").terms}
    words, patterns = builtin.lexicon.data()
    lexicon = Lexicon({name: forms for name, forms in words.items() if name not in own_terms}, patterns)
    for path in sorted(Path(BUILTIN).glob("*.yaml")):
        reading = read_pack(path.read_text("utf-8"), str(path), lexicon, strict=True)
        assert [str(error) for error in reading.errors] == []
        assert reading.pack is not None
        assert reading.pack.name == path.stem


WARM = """
import sys
from trustlint.cache import Cache
from trustlint.packs import load_builtin
load_builtin(Cache(sys.argv[1]))
slow = {"yaml", "regex", "difflib", "pathlib", "trustlint.packs.build", "trustlint.checks.existence"}
print(*sorted(slow & set(sys.modules)))
"""


def test_a_warm_start_reads_no_yaml(tmp_path: Path) -> None:
    outputs = []
    for _ in range(2):
        ran = subprocess.run([sys.executable, "-c", WARM, str(tmp_path)], capture_output=True, text=True, check=True)
        outputs.append(ran.stdout.split())
    assert "yaml" in outputs[0]
    assert outputs[1] == []


def test_the_schema_that_ships_is_that_of_the_tables() -> None:
    from trustlint.schemas import current

    for path, content in current():
        assert Path(path).read_text("utf-8") == content, "run `python -m trustlint.schemas`"


def test_the_schema_takes_what_the_reader_takes() -> None:
    import yaml
    from jsonschema import Draft202012Validator

    from trustlint.packs.language import json_schema

    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    data = yaml.load(GOOD, yaml.BaseLoader)
    data["where"] = {"negated": False}
    assert list(validator.iter_errors(data)) == []
    for key, wrong in (("severity", "eror"), ("phrase", []), ("where", {"voice": "you"}), ("check", "x"), ("max", 3)):
        rule = {**data["rules"][0], key: wrong}
        assert list(validator.iter_errors({**data, "rules": [rule]})), key
