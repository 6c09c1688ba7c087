"""The words of the language: what names stand for, and what they must not touch."""

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from trustlint import masks
from trustlint.errors import PackError
from trustlint.packs import BUILTIN
from trustlint.packs.words import read_lexicon
from trustlint.prose.lexicon import Lexicon, phrase_pattern, straighten

LEXICON = Lexicon(
    {"agent": ["we", "our team", "our team lead"], "act": ["get back", "24/7"]},
    {"will": ["will|'ll"], "deed": ["{agent} {will} {act}"]},
)


@pytest.fixture(scope="module")
def english() -> Lexicon:
    files = [(str(path), path.read_text("utf-8")) for path in sorted(Path(BUILTIN, "lexicon").glob("*.yaml"))]
    lexicon, errors = read_lexicon(files)
    assert [str(error) for error in errors] == []
    return lexicon


def found(pattern: str, text: str) -> list[str]:
    return [match[0] for match in regex.finditer(pattern, text, regex.IGNORECASE)]


class TestExpand:
    @pytest.mark.parametrize(
        "pattern",
        [r"a{2}", r"a{2,}", r"a{,3}", r"a{2,3}?", r"\p{Lu}\P{Ll}", r"\{agent\}", r"\{agent}", "no braces", r"[{}]"],
    )
    def test_what_is_no_name_stays(self, pattern: str) -> None:
        assert LEXICON.expand(pattern) == pattern

    def test_a_name_is_one_group(self) -> None:
        assert found(LEXICON.expand("(?:x{2} )?{agent}+!"), "xx we! we !") == ["xx we!"]

    def test_names_in_names(self) -> None:
        assert found(LEXICON.expand("{deed}"), "Our  team will get\nback") == ["Our  team will get\nback"]

    def test_the_longest_form_is_underlined(self) -> None:
        assert found(LEXICON.expand("{agent}"), "our team lead") == ["our team lead"]

    def test_an_unknown_name_with_what_was_meant(self) -> None:
        with pytest.raises(PackError, match=r"called `\{agnet\}` \(did you mean `agent`\?\)"):
            LEXICON.expand("{agnet}")

    def test_a_circle(self) -> None:
        with pytest.raises(PackError, match="a → b → a"):
            Lexicon({}, {"a": ["{b}"], "b": ["{a}"]}).expand("{a}")

    def test_masks(self) -> None:
        text = f"by {masks.DATE * 12}, {masks.NAME * 4}"
        assert found(LEXICON.expand("by {date-placeholder}"), text) == [f"by {masks.DATE * 12}"]
        assert len(found(LEXICON.expand("{placeholder}"), text)) == 2

    def test_a_space_in_a_named_pattern_is_any_white_space(self) -> None:
        lexicon = Lexicon({}, {"soon": [r"very ?soon[ -]now\ ok"]})
        assert found(lexicon.expand("{soon}"), "verysoon now ok, very\n soon-now ok") == [
            "verysoon now ok",
            "very\n soon-now ok",
        ]

    @given(st.text(max_size=40))
    def test_never_anything_but_a_clean_error(self, pattern: str) -> None:
        try:
            LEXICON.expand(pattern)
        except PackError:
            assert "{" in pattern


class TestExtended:
    def test_nothing_changes_in_the_lexicon_itself(self) -> None:
        LEXICON.extended({"agent": ["the plumber"]})
        assert LEXICON.words("agent") == ("we", "our team", "our team lead")

    def test_more_forms_and_new_classes(self) -> None:
        lexicon = LEXICON.extended({"agent": ["the plumber"], "brand": ["Bodum"]})
        assert found(lexicon.expand("{agent} {will} {act}"), "The plumber will get back") == [
            "The plumber will get back"
        ]
        assert found(lexicon.expand("{brand}"), "a bodum") == ["bodum"]

    def test_a_named_pattern_takes_words_too(self) -> None:
        assert found(LEXICON.extended({"will": ["shall"]}).expand("{deed}"), "we shall get back") == [
            "we shall get back"
        ]

    def test_settings_have_names_of_their_own(self, english: Lexicon) -> None:
        assert found(english.expand("{agent-will}"), "the zookeeping will feed") == []
        lexicon = english.extended({"agents": ["zookeeping"]})
        assert found(lexicon.expand("{agent-will}"), "the zookeeping will feed") == ["the zookeeping will"]

    def test_plain_data_makes_an_equal_lexicon(self) -> None:
        assert Lexicon(*LEXICON.data()).expand("{deed}") == LEXICON.expand("{deed}")


class TestPhrases:
    @pytest.mark.parametrize(
        ("phrase", "text"),
        [
            ("soon", "sooner"),
            ("soon", "monsoon"),
            ("in time", "in timely"),
            ("e.g.", "eXg."),
            ("we will", "we'll will"),
            ("a b", "ab"),
        ],
    )
    def test_does_not_match(self, phrase: str, text: str) -> None:
        assert found(phrase_pattern(phrase), text) == []

    @pytest.mark.parametrize(
        ("phrase", "text", "match"),
        [
            ("as soon as possible", "As  soon as\npossible!", "As  soon as\npossible"),
            ("we’ll", "We'll see", "We'll"),
            ("follow–up", "a follow-up.", "follow-up"),
            ("100%", "is 100% sure", "100%"),
            ("'ll", "we'll", "'ll"),
            ("24/7", "open 24/7.", "24/7"),
            ("in\u00a0time", "in time", "in time"),
            ("soon", f"{masks.NAME}soon{masks.NAME}", "soon"),
        ],
    )
    def test_matches(self, phrase: str, text: str, match: str) -> None:
        assert found(phrase_pattern(phrase), text) == [match]

    def test_names_in_phrases(self) -> None:
        assert found(LEXICON.expand(phrase_pattern("{agent} will")), "Our team will") == ["Our team will"]

    def test_an_empty_phrase_matches_nothing(self) -> None:
        assert found(phrase_pattern("  "), "a b") == []

    @given(st.text(st.sampled_from("aB '’–-.%\u00a0"), min_size=1, max_size=12).filter(lambda text: text.strip()))
    def test_a_phrase_matches_itself(self, phrase: str) -> None:
        text = straighten(phrase)
        (match,) = found(phrase_pattern(phrase), " ".join(text.split()))[:1]
        assert match == " ".join(text.split())

    @given(st.text(max_size=30))
    def test_straightening_keeps_the_length(self, text: str) -> None:
        assert len(straighten(text)) == len(text)


class TestEnglish:
    @pytest.mark.parametrize(
        "text",
        [
            "The router will restart.",
            "Your printer will print.",
            "The website will show it.",
            "Our next-day offer will end.",
            "The courier will ring.",
            "Our supplier will ship it.",
            "The meter will be read.",
            "The order will arrive.",
            "You will see.",
            "Wi-Fi will work.",
            "The user will log in.",
            "The other will follow.",
            "Our newsletter will say.",
            "The customer will pay.",
            "The weather will turn.",
        ],
    )
    def test_not_one_of_us(self, english: Lexicon, text: str) -> None:
        assert found(english.expand("{agent-will}"), text) == []

    @pytest.mark.parametrize(
        ("text", "agent"),
        [
            ("We'll call.", "We"),
            ("I will check.", "I"),
            ("Our billing team will refund you.", "Our billing team"),
            ("One of our senior engineers is going to visit.", "One of our senior engineers"),
            ("The loss adjuster will ring.", "The loss adjuster"),
            ("A member of our team will reply.", "A member of our team"),
            ("The plumber will come.", "The plumber"),
            ("Someone will be in touch.", "Someone"),
            ("Our claims department aims to answer.", "Our claims department"),
            ("My manager will decide.", "My manager"),
            ("The housekeeping lead will look.", "The housekeeping lead"),
        ],
    )
    def test_one_of_us(self, english: Lexicon, text: str, agent: str) -> None:
        assert found(english.expand("{agent}(?={future})"), text) == [agent]

    @pytest.mark.parametrize(
        "text",
        ["The courier", "Your bank", "Royal Mail", "their local post office", "PayPal", "an independent surveyor"],
    )
    def test_third_parties(self, english: Lexicon, text: str) -> None:
        assert found(english.expand("^{third-party}$"), text) == [text]

    @pytest.mark.parametrize("text", ["$50", "£1,250.00", "20 euros", "EUR 15", f"{masks.MONEY * 8}", "5 dollars"])
    def test_money(self, english: Lexicon, text: str) -> None:
        assert found(english.expand("{money}"), text) == [text]

    @pytest.mark.parametrize("text", ["3", "1,200", "two", "twenty-four", "forty-eight"])
    def test_numbers(self, english: Lexicon, text: str) -> None:
        assert found(english.expand("^{number}$"), text) == [text]

    def test_every_name_compiles(self, english: Lexicon) -> None:
        for name in english.names:
            assert not regex.compile(english.pattern(name), regex.IGNORECASE).fullmatch(""), name

    def test_words_are_lower_case_and_there_once(self, english: Lexicon) -> None:
        for name in english.names:
            forms = english.words(name)
            assert len(set(forms)) == len(forms), name

    def test_files_say_what_they_are(self) -> None:
        for path in Path(BUILTIN, "lexicon").glob("*.yaml"):
            assert "language:" in path.read_text("utf-8")
