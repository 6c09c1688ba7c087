"""What the corrections of Vale rules make of a match."""

from collections.abc import Callable

import pytest

from trustlint.examples import fixed, placeholders
from trustlint.linter import Linter
from trustlint.packs import Packs
from trustlint.prose import Prose

Style = Callable[..., Packs]


@pytest.fixture
def cured(style: Style) -> Callable[[str, str], str]:
    """A text with the corrections of a rule carried out."""

    def cured(rule: str, text: str) -> str:
        packs = style(Rule=rule)
        return fixed(
            text, Linter(packs.rules, packs.lexicon).matches(0, Prose.of_text(text, placeholders=placeholders(text)))
        )  # type: ignore[arg-type]

    return cured


Cured = Callable[[str, str], str]


@pytest.mark.parametrize(
    ("action", "text", "after"),
    [
        ("{name: remove}", "Wow!!", ""),
        ("{name: replace, params: [So]}", "Wow!!", "So"),
        ("{name: replace, params: ['$2 $1$$']}", "Wow!!", "!! Wow$"),
        ("{name: edit, params: [trim_right, '!']}", "Wow!!", "Wow"),
        ("{name: edit, params: [[trim_right, '!'], [lower], [wrap, '*']]}", "Wow!!", "*wow*"),
        ("{name: edit, params: [remove, 'W!']}", "Wow!!", "ow"),
        ("{name: edit, params: [regex, '(o)(w)', '$2$1']}", "Wow!!", "Wwo!!"),
        ("{name: edit, params: [truncate, '!']}", "Wow!!", "Wow"),
        ("{name: edit, params: [split, 'o', '1']}", "Wow!!", "w!!"),
        ("{name: edit, params: [replace, '$2', '.']}", "Wow!!", "Wow."),
        ("{name: edit, params: [upper, prefix, '=']}", "Wow!!", "=WOW!!"),
    ],
)
def test_actions(cured: Cured, action: str, text: str, after: str) -> None:
    rule = f"extends: existence\nmessage: m\nnonword: true\nraw: ['(\\w+)(!+)']\naction: {action}\n"
    assert cured(rule, text) == after


def test_a_substitution_is_a_fix_only_with_an_action(cured: Cured) -> None:
    rule = "extends: substitution\nmessage: m\nswap: {utilise: use}\n"
    assert cured(rule, "We utilise it.") == "We utilise it."
    assert cured(rule + "action: {name: replace}\n", "We utilise it.") == "We use it."


def test_of_several_suggestions_a_person_chooses(cured: Cured) -> None:
    rule = "extends: substitution\nmessage: m\naction: {name: replace}\nswap: {utilise: use|apply}\n"
    assert cured(rule, "We utilise it.") == "We utilise it."


def test_headings_are_rewritten_where_the_rule_says_so(cured: Cured) -> None:
    rule = "extends: capitalization\nmessage: m\nscope: heading\nmatch: $sentence\naction: {name: replace}\n"
    assert cured(rule, "# What Happens To {{name}} Now\n\nIt is.") == "# What happens to {{name}} now\n\nIt is."


def test_repeated_words_are_said_once(cured: Cured) -> None:
    edit = "action: {name: edit, params: [truncate, ' ']}\n"
    rule = "extends: repetition\nmessage: m\nalpha: true\ntokens: ['\\w+']\n" + edit
    assert cured(rule, "It is is so.") == "It is so."
