"""Rules that are run on stretches: which those are, and that only what is needed is left out."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.candidates import SourceCandidates
from trustlint.checks.anchors import BORDER, Way, fold, need, ways
from trustlint.diagnostic import Confidence, Severity
from trustlint.linter import Linter
from trustlint.local import is_local, needs
from trustlint.prose import plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule


def rule(check: str = "existence", where: dict[str, object] | None = None, **options: object) -> Rule:
    options = options or {"phrases": ["lamp"]}
    return Rule(
        "house", "words", check, Severity.warning, Confidence.high, "", "any", options=options, where=where or {}
    )


@pytest.mark.parametrize(
    "wide",
    [
        rule(where={"scope": "paragraph"}),
        rule(where={"scope": "message"}),
        rule(where={"stored": True}),
        rule(where={"title": "lamp"}),
        rule("repetition"),
        rule("occurrence", phrases=["lamp"], min=1),
    ],
)
def test_what_takes_more_than_a_sentence_is_not_local(wide: Rule) -> None:
    assert not is_local(wide)


def test_words_in_a_sentence_are_local() -> None:
    assert is_local(rule())
    assert is_local(rule(where={"scope": "sentence", "negated": False}))
    assert is_local(rule("occurrence", phrases=["lamp"], max=1))


def marked(one: Rule, text: str) -> list[str]:
    local = Linter([one], Lexicon(), needs={0: needs(one, Lexicon())})
    found = local.lint(plain_message(text)).diagnostics
    assert found == Linter([one], Lexicon()).lint(plain_message(text)).diagnostics
    return [each.text for each in found]


def test_nothing_is_found_over_a_stop() -> None:
    assert marked(rule(phrases=["red lamp"]), "It is red. Lamp it is not.") == []


def test_the_same_sentence_is_marked_wherever_it_stands() -> None:
    text = "The lamp is red. It is. The lamp is red.\n\nThe lamp is red."
    assert marked(rule(), text) == ["lamp", "lamp", "lamp"]


def test_a_requirement_is_met_beyond_the_stretch() -> None:
    promise = {"phrases": ["terms apply"], "requires": ["https?://"], "within": "message"}
    assert marked(rule("requirement", None, **promise), "Terms apply. See https://shop.example/a.") == []
    assert marked(rule("requirement", None, **promise), "Terms apply. See below.") == ["Terms apply"]


def test_only_the_sources_that_can_match_are_searched() -> None:
    lamps = rule(phrases=["blue lamp"], patterns=[r"green|yellow", r"\d+ bulbs"])
    candidates = SourceCandidates({7: needs(lamps, Lexicon())})
    assert candidates.of("a lamp, blue") == {7: (0,)}
    assert candidates.of("a yellow lamp with 3 bulbs") == {7: (1, 2)}
    assert candidates.of("a green lamp", "blue") == {7: (0, 1)}
    assert candidates.of("a lamp") == {}


def test_a_word_is_not_looked_for_inside_another() -> None:
    candidates = SourceCandidates({0: [ways(r"\b(?:ring|call(?:ed)?)\s+us\b|phone-in(?!\w)|re(?=fund)")]})
    assert candidates.of("thanks for registering with us") == {}
    assert candidates.of("recall us", "phone-input", "status") == {}
    for text in ("ring us", "called\nus", "phone-in", "prefund"):
        assert candidates.of(text) == {0: (0,)}


def test_what_nothing_is_known_of_is_always_searched() -> None:
    assert SourceCandidates({3: [None, ways("lamp")]}).of("") == {3: (0,)}
    assert SourceCandidates({}).of("lamp") == {}


LITERALS = st.sampled_from(
    ["soon", "Straße", "kiss", "we promise", "as", "é", "we'll", "ing", "fine print", "?", "STOP"]
)
ATOMS = st.one_of(
    LITERALS.map(regex.escape),
    st.sampled_from([r"\w+", r"\d", r"\s+", ".", "[abc]", "[?!]", r"\b", r"[\ue000\ue001]", r"(?<!\w)", "^", "$"]),
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
        inner.map(lambda one: f"(?P<mark>{one})" if "mark" not in one else f"({one})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,2}?"])).map(
            lambda both: f"(?:{both[0]}){both[1]}"
        ),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?!{one})"),
        inner.map(lambda one: f"(?>{one})"),
    ),
    max_leaves=7,
)
WORDS = st.sampled_from(
    [
        *("soon", "ſoon", "STRASSE", "straße", "kiſſ", "\u212aiss", "we promise", "we'll", "waiting", "fine print"),
        *("ﬁne print", "as", "É", "e\u0301", "?", "stop", "3", "\ue000", "b", "İ", "ı", "FINE\nPRINT", "As"),
    ]
)


def met(way: Way, text: str) -> bool:
    return all(any(literal.strip(BORDER) in text for literal in literals) for literals in way)


@settings(max_examples=200, deadline=None)
@given(PATTERNS, st.lists(WORDS, max_size=6), st.sampled_from(["", " "]))
def test_whatever_matches_has_one_of_the_ways(source: str, words: list[str], between: str) -> None:
    try:
        pattern = regex.compile(source, regex.IGNORECASE)
    except regex.error:
        return
    text = between.join(words)
    found = ways(source)
    if found is not None and pattern.search(text):
        assert any(met(way, fold(text)) for way in found), need(source)
        assert SourceCandidates({0: [found]}).of(text) == {0: (0,)}


@settings(max_examples=40, deadline=None)
@given(st.lists(PATTERNS, min_size=1, max_size=4), st.lists(WORDS, max_size=8))
def test_rules_of_any_patterns_find_the_same(sources: list[str], words: list[str]) -> None:
    good = [source for source in sources if _is_pattern(source)]
    if good:
        marked(rule(patterns=good), " ".join(words))


def _is_pattern(source: str) -> bool:
    try:
        return regex.compile(source, regex.IGNORECASE).match("") is None
    except regex.error:
        return False
