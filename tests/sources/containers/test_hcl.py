import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.hcl import documents
from trustlint.span import Span


def document(text: str):
    (found,) = documents(SourceFile("macros.tf", text))
    return found


def refused(text: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        document(text)
    return caught.value


@pytest.mark.parametrize(
    "expression",
    [
        "var.reply",
        'join("\\n", ["a", "b"])',
        'true ? "a" : "b"',
        '["a"][0]',
        '"a" == "b"',
        "1 + 2",
        "-var.x",
        'file("reply.txt") # "',
        '[for x in ["}"] : x]',
        "{for k, v in var.x : k => v}",
        "trimspace(<<EOT\n ) } ]\nEOT\n)",
        'merge({\n  a = "}"\n}, /* ) */ var.x)',
        "true_or_not",
        "1.2.3",
    ],
)
def test_what_is_no_literal_is_nothing(expression):
    found = document(f'a {{\n  x = {expression}\n  y = "z"\n}}')
    assert found.data == {"a": [{"x": None, "y": "z"}]}
    with pytest.raises(KeyError):
        found.locate(("a", 0, "x"))


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a {", (1, 3), "never closed"),
        ("a {}\n}", (2, 1), "closes nothing"),
        ('a = "b', (1, 5), "no closing quote"),
        ('a = "b\nc"', (1, 5), "no closing quote"),
        ('a = "${x', (1, 5), "no closing quote"),
        ("a = <<EOT\nb\n EOTX", (1, 5), "a line EOT"),
        ("a =\nb = 1", (1, 4), "expected a value"),
        ("a = 1 }", (1, 7), "closes nothing"),
        ('"a" = 1', (1, 1), "name of a block"),
        ("a b", (1, 4), "after a"),
        ("a = [1 \n 2", (1, 5), "never closed"),
        ("a = {b 1}", (1, 8), "= or :"),
        ("a = f(", (1, 6), "never closed"),
        ("a = x /* y", (1, 7), "*/"),
        ('a "b" {}\na {}', (2, 1), "something else"),
        ("a = " + "[" * 1000, (1, 105), "levels deep"),
        ("a = " + "jsonencode(" * 1000, (1, 1115), "levels deep"),
        ("a {" * 1000, (1, 303), "levels deep"),
    ],
)
def test_mistakes_are_placed_and_said_plainly(text, place, words):
    error = refused(text)
    assert words in error.message
    assert (error.line, error.column) == place


def test_an_empty_file_has_nothing():
    assert document(" # nothing\n").data == {}


MACROS = r"""
// Replies
resource "zendesk_macro" "refund" {
  title  = "Refund" # internal
  active = true
  actions = [
    { field = "comment_value", value = "You\u2019ll \"always\" hear ${var.name["x"]} soon." },
    { "field" : "status", value : -1.5 }, /* done */
  ]
  action {
    field = "comment_value_html"
    value = <<-EOT
      <p>We guarantee
        it: $${ticket.id}</p>

      EOTX
    EOT
  }
  action { field = "x" }
}
resource zendesk_macro other {
  value = jsonencode([
    "requester_id",
    "Never late",
    var.x
    ? 1 : 2,
  ])
}
"""


def test_data_and_places():
    found = document(MACROS)
    refund = found.data["resource"]["zendesk_macro"]["refund"][0]
    assert refund == {
        "title": "Refund",
        "active": True,
        "actions": [
            {"field": "comment_value", "value": 'You’ll "always" hear ${var.name["x"]} soon.'},
            {"field": "status", "value": -1.5},
        ],
        "action": [
            {
                "field": "comment_value_html",
                "value": "<p>We guarantee\n  it: ${ticket.id}</p>\n\nEOTX\n",
            },
            {"field": "x"},
        ],
    }
    assert found.data["resource"]["zendesk_macro"]["other"] == [{"value": ["requester_id", "Never late", None]}]

    def underlined(route, words):
        route = ("resource", "zendesk_macro", *route)
        value = found.data
        for step in route:
            value = value[step]
        start = value.index(words)
        return found.locate(route).to_source(Span(start, start + len(words))).of(MACROS)

    assert underlined(("refund", 0, "actions", 0, "value"), 'You’ll "always"') == r"You\u2019ll \"always\""
    assert underlined(("refund", 0, "action", 0, "value"), "guarantee\n  it: ${") == "guarantee\n        it: $${"
    assert underlined(("other", 0, "value", 1), "late") == "late"
    assert found.span(("resource", "zendesk_macro", "refund", 0, "action", 1)).of(MACROS) == 'action { field = "x" }'
    assert found.span(("resource", "zendesk_macro", "other", 0, "value", 2)).of(MACROS) == "var.x\n    ? 1 : 2"
    for route in [("resource",), ("resource", "x"), ("resource", "zendesk_macro", "refund", -1)]:
        with pytest.raises(KeyError):
            found.locate(route)


def test_text_inside_interpolations_does_not_end_the_text():
    assert document('a = "x ${f("}\\"", {b = "y"})} %{ if z }w%{ endif } $5 100% $${q}"').data["a"] == (
        'x ${f("}\\"", {b = "y"})} %{ if z }w%{ endif } $5 100% ${q}'.replace('\\"', '"')
    )


TEXTS = st.text(alphabet=list('ab "\\\n\t\r$%é’😀u\u2028'), max_size=12)


@st.composite
def written(draw, value):
    """The text in quotes in which any character may be an escape."""
    made = '"'
    for char in value:
        named = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}.get(char, char)
        way = draw(st.integers(0, 5))
        made += (
            f"\\U{ord(char):08X}" if way == 0 else f"\\u{ord(char):04x}" if way == 1 and ord(char) < 65536 else named
        )
    return made + '"'


@given(TEXTS, st.data())
def test_every_part_of_every_text_is_where_it_is_written(value, data):
    text = f'a "b" {{\n  c = [{{ "d e" = {data.draw(written(value))} }}]\n}}\n'
    found = document(text)
    route = ("a", "b", 0, "c", 0, "d e")
    assert found.data["a"]["b"][0]["c"][0]["d e"] == value
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    slice = found.locate(route).to_source(Span(start, end)).of(text)
    assert document(f'a = "{slice}"').data["a"] == value[start:end]


@given(st.lists(st.text(alphabet=list('ab "\\\t{}é😀'), max_size=8), max_size=4), st.integers(0, 3), st.data())
def test_every_part_of_every_heredoc_is_where_it_is_written(lines, indent, data):
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    body = "".join(f"{' ' * indent}.{line}{end}" for line in lines)
    text = f"a = <<-_END{end}{body}   _END{end}b = 1"
    found = document(text)
    value = "".join(f".{line}{end}" for line in lines)
    assert found.data == {"a": value, "b": 1}
    for at, char in enumerate(value):
        assert found.locate(("a",)).to_source(Span(at, at + 1)).of(text) == char


PARTS = st.sampled_from([*'ab=:,"{}[]()#\n <-$\\1', "<<E\n", "\nE\n", "${", "/*", "*/", "//", "for ", "jsonencode("])


@given(st.lists(PARTS, max_size=20))
def test_no_text_is_a_traceback(parts):
    for text in ("".join(parts), "a {\n b = " + "".join(parts), "a = [{b = " + "".join(parts)):
        with contextlib.suppress(SourceError):
            document(text)


@pytest.mark.parametrize(
    "text",
    [
        'a = "' + "\\" * 200_001,
        'a = "' + "${" * 100_000,
        "a = " + "(" * 200_000,
        "a = <<-E\n" + " " * 200_000 + "\n" * 100_000 + "E",
        "a = <<-E\n" + " $${\n" * 50_000 + "E",
        "a = x" + "/*" * 100_000,
        "#\n" * 100_000,
        "a {}\n" * 30_000,
        "a = [" + "x + [1]," * 30_000 + "]",
        "a = " + "<<" * 100_000,
        "a = x" + "<<E \n" * 50_000,
        "a = " + "1" * 200_000,
        "a " * 100_000,
    ],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    with contextlib.suppress(SourceError):
        document(text)
    assert time.process_time() - start < 2
