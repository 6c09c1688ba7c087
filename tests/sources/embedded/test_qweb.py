"""Odoo's templates as what they print. First what nobody reads: samples, values that are only kept, lines of code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.sources.containers._mapped import Mapped
from trustlint.sources.embedded import opened
from trustlint.span import Span, TextMap


def qweb(text: str) -> str:
    return read(text).text


def read(text: str, name: str = "qweb") -> Mapped:
    """The template, whose runs must cover it and copy what they say they copy."""
    template = opened(name, text)
    at = 0
    for run in template.runs:
        assert run.at == at
        assert not run.verbatim or template.text[at : at + run.length] == text[run.start : run.end]
        at += run.length
    assert at == len(template.text)
    assert [run.start for run in template.runs] == sorted(run.start for run in template.runs)
    return template


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('Dear <t t-out="object.name">Ada Sample</t>,', "Dear {{ object.name }},"),
        ('Dear <t t-esc="object.name"><b>Ada</b> <t>Sample</t></t>,', "Dear {{ object.name }},"),
        ('Dear <b class="x" t-out="object.name" style="y">Ada</b>,', "Dear <b>{{ object.name }}</b>,"),
        ('<t t-set="total" t-value="object.total"/>Hi', "Hi"),
        ('<t t-call="mail.footer"/>Hi', "Hi"),
        ("Hi\n## only for us\nBye", "Hi\n\nBye"),
    ],
)
def test_samples_and_values_are_not_read(text: str, read: str) -> None:
    assert qweb(text) == read


def test_a_fallback_keeps_its_place() -> None:
    text = "Dear <t t-out=\"object.name or 'friend'\">Ada</t>,"
    template = read(text)
    at = template.text.index("friend")
    assert TextMap(template.runs).to_source(Span(at, at + 6)).of(text) == "friend"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('<t t-if="a">A</t>', "{% if a %}A{% endif %}"),
        ('<t t-if="a">A</t>\n<t t-else="">B</t>', "{% if a %}A{% else %}B{% endif %}"),
        ('<t t-if="a &gt; 1">A</t><!-- c --><t t-elif="b">B</t>', "{% if a > 1 %}A{% elif b %}B{% endif %}"),
        ('<p t-if="a">A</p> <p>B</p>', '{% if a %}<p t-if="a">A</p>{% endif %} <p>B</p>'),
        ('<t t-if="a"><t t-if="b">B</t></t>', "{% if a %}{% if b %}B{% endif %}{% endif %}"),
        ('<t t-if="a"><br>A</t>', "{% if a %}<br>A{% endif %}"),
        ('<t t-if="a" t-out="b"/>', "{% if a %}{{ b }}{% endif %}"),
        ('<t t-foreach="xs" t-as="x"><t t-out="x"/></t>', "{% for x in xs %}{{ x }}{% endfor %}"),
        ('<t t-set="a" t-value="\'We reply soon\'"/>Hi', "{% set a = 'We reply soon' %}Hi"),
        ('<t t-set="a" t-valuef="We reply soon"/>Hi', '{% set a = "We reply soon" %}Hi'),
        ('<t t-set="hint">Soon</t>', "{% set hint %}Soon{% endset %}"),
        ("% if a and b:\nA\n% else:\nB\n% endif\n", "{% if a and b %}\nA\n{% else %}\nB\n{% endif %}\n"),
    ],
)
def test_branches(text: str, read: str) -> None:
    assert qweb(text) == read


@pytest.mark.parametrize(
    "text", ["</t>", "<t", '<t t-if="a">', '<t t-out="a">never', "<p>100 % if you pay</p>", "a < b"]
)
def test_what_is_broken_or_no_template_does_no_harm(text: str) -> None:
    read(text)


PARTS = st.sampled_from(
    [
        *("<t ", "<p ", 't-if="a" ', 't-else="" ', 't-elif="b"', 't-out="c"', 't-set="d"', 't-value="e"', ">", "/>"),
        *("</t>", "</p>", "\n", "% if x:", "% endif", "text ", "<!--", "-->", "<![CDATA[", "]]>", '"', "'", "&amp;"),
        *(
            "<apex:outputText ",
            'value="v" ',
            'rendered="{!r}"',
            "</apex:outputText>",
            '<apex:repeat value="x"',
            "{{ x }}",
        ),
        *("<xsl:choose>", '<xsl:when test="a">', "</xsl:when>", "<xsl:otherwise>", "</xsl:choose>", "<template>"),
        '<xsl:value-of select="a/b"/>',
    ]
)


@given(st.lists(PARTS, max_size=14).map("".join), st.sampled_from(["qweb", "visualforce", "xslt"]))
def test_anything_is_opened(text: str, name: str) -> None:
    read(text, name)
    read("<template>" + text, name)


@pytest.mark.parametrize("name", ["qweb", "visualforce", "xslt"])
@pytest.mark.parametrize(
    "piece",
    ['<t t-out="x">', '<t t-if="a">', "</t>", '<t t-if="a', "<t '", "<!--", "<![CDATA[", "<xsl:choose>", "% if\n"],
)
def test_hostile_texts_take_time_by_their_length(name: str, piece: str) -> None:
    opened(name, "<template>" + piece * 20_000)
