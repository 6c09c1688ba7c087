"""Which parts of a message Vale's scopes select."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trustlint.engine import unsupported
from trustlint.packs import Packs

Words = Callable[..., list[str]]
Style = Callable[..., Packs]

TEXT = "# Our lamp rules\n\nA lamp is light. The lamp is on.\n\n- a lamp in a list\n- no more\n"


def lamp(scope: str) -> str:
    return f"extends: existence\nmessage: m\nscope: {scope}\ntokens: ['(?:\\w+ )?lamp']\n"


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", ["Our lamp", "A lamp", "The lamp", "a lamp"]),
        ("heading", ["Our lamp"]),
        ("paragraph", ["A lamp", "The lamp"]),
        ("list", ["a lamp"]),
        ("list.md", ["a lamp"]),
        ("'~heading & ~list'", ["A lamp", "The lamp"]),
        ("[heading, list]", ["Our lamp", "a lamp"]),
        ("summary", ["Our lamp", "A lamp", "The lamp", "a lamp"]),
        ("raw", ["Our lamp", "A lamp", "The lamp", "a lamp"]),
        ("'sentence & ~list'", ["Our lamp", "A lamp", "The lamp"]),
        ("table.cell", []),
    ],
)
def test_scopes(words: Words, scope: str, expected: list[str]) -> None:
    assert words(lamp(scope), TEXT) == expected


def test_a_subject_is_a_heading(words: Words) -> None:
    assert words(lamp("heading"), "Your lamp has arrived safely today, as promised", "subject") == ["Your lamp"]


def test_raw_is_the_text_with_everything_in_it(words: Words) -> None:
    rule = "extends: existence\nmessage: m\nscope: raw\nnonword: true\nraw: ['`a b`']\n"
    assert words(rule, "Run `a b` now.") == ["`a b`"]


def test_scopes_of_html_are_those_of_its_elements(style: Style, tmp_path: Path) -> None:
    from trustlint.api import check_text
    from trustlint.config import Settings

    style(
        Headings=lamp("heading.h2"),
        Items=lamp("list"),
        Heads=lamp("table.header"),
    )
    html = (
        "<h1>One lamp</h1><h2>Two lamp</h2><p>Three lamp</p><ul><li>Four lamp</li></ul>"
        "<table><tr><th>Five lamp</th><td>Six lamp</td></tr></table>"
    )
    settings = Settings(packs=(str(tmp_path / "styles" / "House"),), cache=False)
    found = [(one.rule, one.text) for one in check_text(html, input_format="html", config=settings)]
    assert found == [("house/headings", "Two lamp"), ("house/items", "Four lamp"), ("house/heads", "Five lamp")]


@pytest.mark.parametrize("scope", ["link", "comment", "'doc(section)'", "text.class.title", "'strong & ~heading'"])
def test_what_messages_do_not_have_is_said_by_name(style: Style, tmp_path: Path, scope: str) -> None:
    packs = style(Rule=lamp(scope))
    assert packs.rules == ()
    [said] = packs.unsupported
    assert "`House.Rule` does not run here: it looks at the scope `" in said.message
    assert (said.path, said.line) == (str(tmp_path / "styles" / "House" / "Rule.yml"), 3)


def test_one_scope_of_several_that_messages_do_not_have(style: Style) -> None:
    packs = style(Rule=lamp("[heading, link]"))
    assert [rule.id for rule in packs.rules] == ["house/rule"]
    assert [one.message for one in packs.unsupported] == [
        "`House.Rule`: messages have no scope `link`; it runs on its other scopes"
    ]


def test_what_is_never_there_is_always_left_out(words: Words) -> None:
    assert words(lamp("'~code & ~heading'"), "A lamp.") == ["A lamp"]


def test_packs_that_ship_ask_for_nothing() -> None:
    from trustlint.config import Settings

    assert unsupported(Settings()) == ()
