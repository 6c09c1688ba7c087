import contextlib
import time
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources import routes
from trustlint.sources.containers.xml import documents
from trustlint.span import Span


def document(text: str):
    (found,) = documents(SourceFile("templates.xml", text))
    return found


def refused(text: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        document(text)
    return caught.value


def underlined(text: str, route: tuple, words: str) -> str:
    """What stands in the file where the value at a route says `words`."""
    found = document(text)
    value = found.data
    for step in route:
        value = value[step]
    start = value.index(words)
    return found.locate(route).to_source(Span(start, start + len(words))).of(text)


BOMB = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;">]><a>&m;&m;</a>'


def test_entities_of_the_file_are_not_expanded():
    assert document(BOMB).data["a"]["text()"] == "&m;&m;"
    outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    assert document(outside).data["a"]["text()"] == "&x;"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("<a>\n<b></a>", (2, 4), "<b> of line 2"),
        ("<a>\n  <b>", (2, 3), "<b> is never closed"),
        ("</a>", (1, 1), "closes nothing"),
        ("<a/>\n<b/>", (2, 1), "second root"),
        ("<a/>\nx", (2, 1), "outside"),
        ("Hi <a/>", (1, 1), "outside"),
        ("<![CDATA[x]]><a/>", (1, 1), "outside"),
        ("Hi there", (1, 1), "not XML"),
        ("<a b=c/>", (1, 4), "<a> is broken"),
        ("<a b='c/>\n<d/></a>", (1, 4), "<a> is broken"),
        ("<a b='1' b='2'/>", (1, 10), "twice"),
        ("<a>5 < 6</a>", (1, 6), "begins no tag"),
        ("<a><!-- x </a>", (1, 4), "comment"),
        ("<a><![CDATA[ x </a>", (1, 4), "CDATA"),
        ("<a></a", (1, 4), "no end"),
        ("<a>" * 5000, (1, 3001), "levels deep"),
    ],
)
def test_mistakes_are_placed_and_said_plainly(text, place, words):
    error = refused(text)
    assert (error.line, error.column) == place
    assert words in error.message


@pytest.mark.parametrize("text", ["", " \n", "<?xml version='1.0'?>\n<!-- nothing -->"])
def test_a_file_without_an_element_is_empty(text):
    assert refused(text).message == "is empty"


def test_what_is_not_there_or_no_text_has_no_map():
    found = document('<a><b c="d">x</b></a>')
    for route in [(), ("b",), ("a",), ("a", "b"), ("a", "b", 0), ("a", "b", 1), ("a", "b", -1), ("a", "@c")]:
        with pytest.raises(KeyError):
            found.locate(route)
    for route in [("a", "b", "0"), ("a", 0), ("a", "b@c"), ("a", "b", 0, "@c", 0), ("a", "children()")]:
        with pytest.raises(KeyError):
            found.locate(route)


ODOO = """<?xml version="1.0" encoding="windows-1252"?>
<odoo>
    <record id="reply" model="mail.template">
        <field
            name="subject"
        >Ticket {{object.number}} is closed &#8212; for good&nbsp;</field>
        <field name="body_html" type="html">
            <p>We <b>always</b> answer &amp; call.</p>
        </field>
        <field name="old"><![CDATA[<p>Never&nbsp;late</p>]]></field>
    </record>
    <record id="view" model="ir.ui.view"/>
</odoo>
"""


def test_routes_find_records_by_their_attributes():
    found = document(ODOO)
    ((route, record),) = routes.find(found.data, routes.parse('odoo.record@model["mail.template"][*]'))
    assert record["@id"] == "reply"
    ((inner, subject),) = routes.find(record, routes.parse("field@name.subject[0].text()"))
    assert subject == "Ticket {{object.number}} is closed — for good\xa0"
    places = found.locate((*route, *inner))
    assert places.to_source(Span(subject.index("—"), len(subject))).of(ODOO) == "&#8212; for good&nbsp;"
    assert found.span(route).of(ODOO).startswith('<record id="reply"')
    assert found.span(("odoo", "record", 1)).of(ODOO) == '<record id="view" model="ir.ui.view"/>'
    assert underlined(ODOO, (*route, "@model"), "template") == "template"
    assert found.span((*route, "@model")).of(ODOO) == '"mail.template"'


def test_content_with_elements_is_one_raw_text():
    field = ("odoo", "record", 0, "field", 1)
    assert underlined(ODOO, (*field, "inner()"), "<b>always</b> answer &amp;") == "<b>always</b> answer &amp;"
    assert underlined(ODOO, (*field, "text()"), "We always answer & call") == "We <b>always</b> answer &amp; call"


def test_content_without_elements_is_what_it_says():
    field = ("odoo", "record", 0, "field", 2)
    for key in ("text()", "inner()"):
        assert underlined(ODOO, (*field, key), "<p>Never&nbsp;late") == "<p>Never&nbsp;late"
    assert document("<a>x<!-- no --> y<?go?></a>").data["a"]["inner()"] == "x y"


def test_children_keep_their_order_and_names_their_prefix():
    text = '<x:a xmlns:x="urn:x" x:id="1"><x:b>one</x:b><c/><b>two</b></x:a>'
    found = document(text)
    root = found.data["a"]
    assert root == found.data["x:a"]
    assert [child.tag for child in root["children()"]] == ["x:b", "c", "b"]
    assert [child["text()"] for child in root["b"]] == ["one", "two"]
    assert [child["text()"] for child in root["x:b"]] == ["one"]
    assert root["@id"] == root["@x:id"] == "1"
    assert underlined(text, ("a", "children()", 2, "text()"), "two") == "two"
    assert found.span(("a", "b")).of(text) == "<x:b>one</x:b>"


def test_of_namesakes_the_attribute_without_a_prefix_is_meant():
    text = '<a x:b="one" b="two" y:b="three" x:c="four" y:c="five"/>'
    for key, value in {"@b": "two", "@x:b": "one", "@y:b": "three", "@c": "four", "@y:c": "five"}.items():
        assert underlined(text, ("a", key), value) == value


def test_an_ampersand_that_begins_no_entity_is_read_as_it_stands():
    assert document("<a b='Q&A'>R&D &unknown; &; &#xZZ;</a>").data["a"] == {
        "@b": "Q&A",
        "text()": "R&D &unknown; &; &#xZZ;",
    }


CHARS = st.text(alphabet=list("ab &<>\"'\n\té’😀\xa0]"), max_size=12)


@st.composite
def written(draw, value, attribute=""):
    """The text as XML in which any character may be an entity."""
    made = ""
    for char in value:
        must = char in "&<" or char == attribute or (char == ">" and made.endswith("]]"))
        named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}.get(char)
        way = draw(st.integers(0, 5))
        number = f"&#{ord(char)};" if way == 1 else f"&#x{ord(char):x};"
        made += char if way > 2 and not must else (named if named and way != 1 else number)
        if not attribute and draw(st.integers(0, 9)) == 0:
            made += draw(st.sampled_from(["<!-- '\" -->", "<?x y?>", "<![CDATA[]]>"]))
    return made


@given(CHARS, CHARS, st.data())
def test_every_part_of_every_text_is_where_it_is_written(value, attribute, data):
    quote = data.draw(st.sampled_from("\"'"))
    text = f"<a\n b = {quote}{data.draw(written(attribute, quote))}{quote} >{data.draw(written(value))}</a >"
    found = document(text)
    for route, expected, wrap in [
        (("a", "text()"), value, "<r>{}</r>"),
        (("a", "@b"), attribute, f"<r s={quote}{{}}{quote}/>"),
    ]:
        assert found.data["a"][route[1]] == expected
        start = data.draw(st.integers(0, len(expected)))
        end = data.draw(st.integers(start, len(expected)))
        slice = found.locate(route).to_source(Span(start, end)).of(text)
        made = document(wrap.format(slice)).data["r"]
        assert made[route[1] if route[1] == "text()" else "@s"] == expected[start:end]


@given(st.recursive(CHARS, lambda inner: st.lists(inner, max_size=4), max_leaves=8), st.data())
def test_the_standard_library_reads_the_same(tree, data):
    def render(node):
        if isinstance(node, str):
            return data.draw(written(node))
        return "<e>" + "".join(render(item) for item in node) + "</e>"

    text = f"<e>{render(tree)}</e>"

    def same(ours, theirs):
        assert ours.tag == theirs.tag
        assert ours["text()"] == "".join(theirs.itertext())
        assert len(ours["children()"]) == len(theirs)
        for child, other in zip(ours["children()"], theirs, strict=True):
            same(child, other)

    same(document(text).data["e"], ET.fromstring(text))


@given(st.text(alphabet=list("<>/!?-[]=\"'&;ab \n"), max_size=30))
def test_no_text_is_a_traceback(text):
    for body in (text, f"<a>{text}</a>", f"<!DOCTYPE {text}><a/>"):
        with contextlib.suppress(SourceError):
            found = document(body).data
            for root in found.values():
                assert isinstance(root["text()"], str)
                assert root["inner()"] in body


@pytest.mark.parametrize(
    "text",
    [
        "<a " + 'b="1" ' * 30_000,
        "<a>" + "&" * 200_000 + "</a>",
        "<a>&" + "x" * 200_000 + ";</a>",
        "<a>" + "<!-- ' -->" * 20_000 + "</a>",
        "<!DOCTYPE a [" + "<!ENTITY x '" * 20_000,
        "<a>" + "<![CDATA[" * 20_000,
        "<a>" + "<b>" * 900 + "x" * 100_000 + "</b>" * 900 + "</a>",
        "<" * 100_000,
    ],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    with contextlib.suppress(SourceError):
        document(text)
    assert time.process_time() - start < 2
