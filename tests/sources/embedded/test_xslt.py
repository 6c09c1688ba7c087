"""Dynamics' templates: what the stylesheet, or the editor's XML, writes."""

import pytest

from trustlint.sources.embedded import opened
from trustlint.span import Span, TextMap

HEAD = '<?xml version="1.0" ?><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">'
CHOICE = '<xsl:choose><xsl:when test="a">{}</xsl:when>{}</xsl:choose>'
TAIL = "</xsl:template></xsl:stylesheet>"


def xslt(body: str) -> str:
    return opened("xslt", f'{HEAD}<xsl:output method="text"/>\n<xsl:template match="/data">{body}{TAIL}').text


@pytest.mark.parametrize("text", ["<p>Hi &amp; bye</p>", "Hi", "", "<templates>"])
def test_html_stays_as_it_is(text: str) -> None:
    assert opened("xslt", text).text == text


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<![CDATA[<p>Dear ]]>\n<![CDATA[you</p>]]>", "<p>Dear you</p>"),
        ("Tea &amp; cake", "Tea & cake"),
        ('<xsl:value-of select="contact/firstname"/>', "{{ contact.firstname }}"),
        (CHOICE.format('<xsl:value-of select="a/b"/>', "<xsl:otherwise/>"), "{{ a.b }}"),
        (
            CHOICE.format('<xsl:value-of select="a/b"/>', "<xsl:otherwise>friend</xsl:otherwise>"),
            '{{ a.b or "friend" }}',
        ),
        (
            CHOICE.format("A", '<xsl:when test="b">B</xsl:when><xsl:otherwise>C</xsl:otherwise>'),
            "{% if a %}A{% elif b %}B{% else %}C{% endif %}",
        ),
        ('<xsl:if test="a">A</xsl:if>', "{% if a %}A{% endif %}"),
        ('<xsl:for-each select="lines">A</xsl:for-each>', "{% for item in lines %}A{% endfor %}"),
    ],
)
def test_stylesheets(body: str, read: str) -> None:
    assert xslt(body) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('<template><text><![CDATA[Dear ]]></text><datafield entity="a" field="b"/></template>', "Dear {{ a.b }}"),
        ('<template><datafield label="Order Number"/></template>', "{{ Order_Number }}"),
        ("<template><datafield/></template>", "{{ value }}"),
    ],
)
def test_the_editor_s_own_xml(text: str, read: str) -> None:
    assert opened("xslt", text).text == read


def test_words_keep_their_places() -> None:
    text = "<template><text><![CDATA[Dear ]]></text><text>Tea &amp; cake</text></template>"
    template = opened("xslt", text)
    lead = TextMap(template.runs)
    for words, written in (("Dear", "Dear"), ("&", "&amp;"), ("cake", "cake")):
        at = template.text.index(words)
        assert lead.to_source(Span(at, at + len(words))).of(text) == written
