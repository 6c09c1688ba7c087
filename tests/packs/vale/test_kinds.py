"""What Vale's documentation says of each kind, with rules and texts of our own."""

from collections.abc import Callable

import pytest

Words = Callable[..., list[str]]
Said = Callable[..., list[tuple[str, str]]]

HEDGES = """\
extends: existence
message: "'%s' hedges"
tokens:
  - arguably
  - as far as \\w+ know
"""


# existence


def test_tokens_are_words_and_mind_case(words: Words) -> None:
    assert words(HEDGES, "Arguably inarguably ARGUABLY, as far asking.") == []
    assert words(HEDGES, "It is arguably late, as far as we know.") == ["arguably", "as far as we know"]


def test_ignorecase(words: Words) -> None:
    assert words(HEDGES + "ignorecase: true\n", "Arguably inarguably ARGUABLY.") == ["Arguably", "ARGUABLY"]


def test_nonword_takes_the_borders_away(words: Words) -> None:
    rule = "extends: existence\nmessage: m\ntokens: ['gree']\n"
    assert words(rule, "We agree.") == []
    assert words(rule + "nonword: true\n", "We agree.") == ["gree"]


def test_the_message_is_filled_with_the_match(said: Said) -> None:
    assert said(HEDGES, "It is arguably late.") == [("arguably", "'arguably' hedges")]


@pytest.mark.parametrize(
    ("append", "text"), [("false", "4 kg of sugar"), ("true", "sugar at 4 kg")], ids=["before", "after"]
)
def test_raw_stands_before_the_tokens_or_after_them(words: Words, append: str, text: str) -> None:
    raw = "['\\d+ ', 'kg of ']" if append == "false" else "[' at', ' \\d+ kg']"
    rule = f"extends: existence\nmessage: m\nappend: {append}\nraw: {raw}\ntokens: [sugar]\n"
    assert words(rule, "sugar") == []
    assert words(rule, text) == [text]


def test_raw_alone_is_one_pattern_in_pieces(words: Words) -> None:
    rule = "extends: existence\nmessage: m\nraw: ['\\bgo', 'od\\b']\n"
    assert words(rule, "A good, goody thing.") == ["good"]


def test_exceptions_mind_case_unless_they_say_otherwise(words: Words) -> None:
    rule = "extends: existence\nmessage: m\ntokens: ['[A-Z]{2,}', '[a-z]{9,}']\nexceptions: [NASA, '(?i)nicotine']\n"
    assert words(rule, "NASA has NICOTINE and ESA.") == ["ESA"]


def test_what_stands_inside_an_excepted_phrase_is_excepted(words: Words) -> None:
    rule = "extends: existence\nmessage: m\nignorecase: true\ntokens: [mea]\nexceptions: [mea culpa]\n"
    assert words(rule, "Mea culpa, mea maxima.") == ["mea"]


def test_typography_is_what_was_typed(words: Words) -> None:
    dash = "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\s[—–]\\s']\n"
    assert words(dash, "We came - and went — then.") == [" — "]
    curly = "extends: existence\nmessage: m\nnonword: true\ntokens: ['[“”]']\n"
    assert words(curly, 'The "so" called “lamp”.') == ["“", "”"]


def test_a_hard_wrapped_paragraph_reads_on(words: Words) -> None:
    assert words(HEDGES, "It is late, as far\nas we know.") == ["as far\nas we know"]


def test_code_addresses_and_placeholders_are_no_prose(words: Words) -> None:
    assert words(HEDGES, "See `arguably`, {{arguably}} and https://a.example/arguably.") == []


# substitution

SWAP = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"


def test_the_message_names_both_forms(said: Said) -> None:
    assert said(SWAP + "swap: {abundance: plenty}\n", "An abundance, Abundance.") == [
        ("abundance", "Use 'plenty' instead of 'abundance'.")
    ]


def test_one_specifier_is_the_preferred_form(said: Said) -> None:
    rule = "extends: substitution\nmessage: Consider %s\nswap: {abundance: plenty}\n"
    assert said(rule, "An abundance.") == [("abundance", "Consider plenty")]


def test_groups_of_a_key_fill_its_value(said: Said) -> None:
    rule = SWAP + "swap:\n  'within the (\\w+) folder': in $1\n  '(?:give|gave) rise': lead\n"
    assert said(rule, "It is within the outer folder and gave rise.") == [
        ("within the outer folder", "Use 'in outer' instead of 'within the outer folder'."),
        ("gave rise", "Use 'lead' instead of 'gave rise'."),
    ]


def test_of_two_keys_the_longer_one_is_tried_first(said: Said) -> None:
    assert said(SWAP + "swap: {log: record, log in to: sign in to}\n", "Please log in to it.") == [
        ("log in to", "Use 'sign in to' instead of 'log in to'.")
    ]


def test_what_is_in_its_preferred_form_is_fine(words: Words) -> None:
    rule = SWAP + "ignorecase: true\nswap: {postgresql: PostgreSQL, e-?mail: '[Ee]-mail'}\n"
    assert words(rule, "PostgreSQL and E-mail, e-mail.") == []
    assert words(rule, "Postgresql and email.") == ["Postgresql", "email"]


def test_capitalize_follows_the_match(said: Said) -> None:
    rule = SWAP + "ignorecase: true\ncapitalize: true\nswap: {kindly: please}\n"
    assert [message for _, message in said(rule, "Kindly wait, kindly.")] == [
        "Use 'Please' instead of 'Kindly'.",
        "Use 'please' instead of 'kindly'.",
    ]


def test_several_suggestions_bring_their_own_quotes(said: Said) -> None:
    rule = SWAP + "action: {name: replace}\nswap: {masterful: skilled|able}\n"
    assert said(rule, "A masterful hand.") == [("masterful", "Use 'skilled' or 'able' instead of 'masterful'.")]


# occurrence

COMMAS = "extends: occurrence\nmessage: '%s commas'\nscope: sentence\nmax: 2\ntoken: ','\n"


def test_occurrences_are_counted_in_each_unit_of_the_scope(said: Said) -> None:
    assert said(COMMAS, "One, two, three. Four, five, six.") == []
    assert said(COMMAS, "One, two, three. Four, five, six, seven.") == [(",", "3 commas")]


def test_too_few_are_told_at_the_beginning(said: Said) -> None:
    rule = "extends: occurrence\nmessage: '%d links'\nscope: summary\nmin: 1\ntoken: 'https?'\n"
    assert said(rule, "Dear all, good day.") == [("Dear", "0 links")]


# repetition

TWICE = "extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\ntokens: ['[^\\s.!?]+']\n"


def test_repeated_words(said: Said) -> None:
    assert said(TWICE, "This is is it.") == [("is is", "'is' twice")]


@pytest.mark.parametrize(
    "text",
    [
        "I forgot about that. That is it.",  # two sentences
        "The the box.",  # case counts, unless the rule says otherwise
        "Call 555 555.",  # alpha: words only
        "{{name}} {{name}}",
        "Bye bye-bye.",
    ],
)
def test_what_is_no_repetition(words: Words, text: str) -> None:
    assert words(TWICE, text) == []


def test_repetition_may_ignore_case_and_allow_some(words: Words) -> None:
    assert words(TWICE + "ignorecase: true\n", "The the box.") == ["The the"]
    assert words(TWICE + "max: 1\n", "no no way, ha ha ha!") == ["ha ha"]


# consistency

EITHER = (
    "extends: consistency\nmessage: Inconsistent '%s'\nignorecase: true\neither: {advisor: adviser, centre: center}\n"
)


def test_one_form_alone_is_fine_whichever_it_is(words: Words) -> None:
    assert words(EITHER, "An advisor in the center. Advisors, Advisor.") == []


def test_both_forms_are_told_where_the_second_comes_up(said: Said) -> None:
    assert said(EITHER, "An advisor called.\n\nThe adviser left.") == [("adviser", "Inconsistent 'adviser'")]


# conditional

DEFINED = """\
extends: conditional
message: "'%s' has no definition"
first: '\\b([A-Z]{3,5})\\b'
second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
exceptions: [FAQ]
"""


def test_what_second_captured_is_allowed_from_there_on(said: Said) -> None:
    text = "Our Return Goods Form (RGF) helps. Use the RGF, the FAQ and the TLA. `ABC` is code."
    assert said(DEFINED, text) == [("TLA", "'TLA' has no definition")]


def test_without_a_group_second_must_only_be_there(words: Words) -> None:
    rule = "extends: conditional\nmessage: m\nscope: summary\nfirst: 'offer'\nsecond: 'terms:'\n"
    assert words(rule, "An offer for you.\n\nAll terms: here.") == []
    assert words(rule, "An offer for you.\n\nAll of it.") == ["offer"]


# capitalization


def case(match: str, more: str = "") -> str:
    return f"extends: capitalization\nmessage: \"'%s' should be '%s'\"\nscope: heading\nmatch: {match}\n{more}"


@pytest.mark.parametrize(
    "heading",
    ["What happens to your order", "Orders: How they travel", "1. An important step", "Ask NASA about it"],
)
def test_headings_in_sentence_case(words: Words, heading: str) -> None:
    assert words(case("$sentence"), f"# {heading}\n\nWe pack it.") == []


def test_headings_that_are_not(said: Said) -> None:
    assert said(case("$sentence"), "# What Happens To Orders\n\nWe pack it.") == [
        ("What Happens To Orders", "'What Happens To Orders' should be 'What happens to orders'")
    ]
    assert said(case("$sentence"), "what happens then", "subject")[0][0] == "what happens then"


def test_exceptions_keep_their_case(words: Words) -> None:
    rule = case("$sentence", "exceptions: [Lantern Pay]\n")
    assert words(rule, "# How Lantern Pay works\n\nWe pack it.") == []


@pytest.mark.parametrize(
    ("guide", "heading", "fits"),
    [
        ("AP", "The Way of the Lamp", True),
        ("AP", "The Way Of The Lamp", False),
        ("AP", "Lamps Between the Shelves", True),
        ("AP", "Lamps between the Shelves", True),  # three words in four are enough for a threshold of 0.7
        ("Chicago", "Lamps between the Shelves", True),
        ("Chicago", "Lamps Between Shelves", False),
        ("AP", "What we do", False),
    ],
)
def test_title_case_after_two_guides(words: Words, guide: str, heading: str, fits: bool) -> None:
    rule = case("$title", f"style: {guide}\n" + ("threshold: 0.7\n" if "between" in heading else ""))
    assert (words(rule, f"# {heading}\n\nWe pack it.") == []) is fits


@pytest.mark.parametrize(("match", "heading"), [("$lower", "all of it"), ("$upper", "ALL OF IT"), ("'^[A-Z]'", "All")])
def test_other_cases(words: Words, match: str, heading: str) -> None:
    assert words(case(match), heading, "subject") == []
    assert words(case(match), "aLL Of", "subject") == ["aLL Of"]


def test_a_prefix_is_left_alone(words: Words) -> None:
    rule = case("$sentence", "prefix: '^[a-z]\\.\\s'\n")
    assert words(rule, "a. What comes next", "subject") == []


# metric and readability

EASY, HARD = "We pack it. You get it.", "Notwithstanding administrative complications, satisfaction materialises."
GRADE = """\
extends: metric
message: Grade %s
formula: (0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59
condition: '> 8.0'
"""


def test_a_formula_is_held_against_its_condition(said: Said) -> None:
    assert said(GRADE, EASY) == []
    [(word, message)] = said(GRADE, HARD)
    assert word == "Notwithstanding"
    assert message == "Grade 40.64"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("words", "6.00"),
        ("sentences", "2.00"),
        ("syllables", "6.00"),
        ("characters", "16.00"),
        ("long_words + complex_words * 2 + polysyllabic_words", "0.00"),
        ("math.sqrt(words + 3) - math.abs(-1)", "2.00"),
        ("list", "0.00"),
    ],
)
def test_what_formulae_count(said: Said, formula: str, value: str) -> None:
    rule = f"extends: metric\nmessage: '%s'\nformula: {formula}\ncondition: '>= 0'\n"
    assert said(rule, EASY) == [("We", value)]


def test_grades_are_averaged(said: Said) -> None:
    rule = "extends: readability\nmessage: 'Grade %s'\ngrade: 9\nmetrics: [Flesch-Kincaid, Gunning Fog]\n"
    assert said(rule, EASY) == []
    assert said(rule, HARD)[0][1].startswith("Grade ")
