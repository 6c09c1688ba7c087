import json

import pytest

from trustlint.message import Message, SourceFile
from trustlint.sources.read import read
from trustlint.sources.templates import problems, tokens


def said(value: str, *syntaxes: str) -> list[tuple[str, str]]:
    used = syntaxes or ("liquid",)
    return [(problem.span.of(value), problem.message) for problem in problems(value, tokens(value, used), used)]


@pytest.mark.parametrize(
    ("value", "syntax"),
    [
        ("{% if a %}x{% else %}y{% endif %}", "liquid"),
        ("{% raw %}{{ {% if %}{% endraw %}", "liquid"),
        ('{"a": {"b": {}}}', "liquid"),
        ("a { color: red } @media x { y { z: 1 }}", "liquid"),
        ("100%} sure", "liquid"),
        ("{{ liquid in ERB", "erb"),
        ("<% if x %>a<% else %>b<% end %>", "erb"),
        ("100 %] of [50 %]", "toolkit"),
        ("{{ Order Number }}{{ order\n }}{{ first\n| upcase }}", "liquid"),
        ("{% for a in b limit: '2' offset: c %}{% endfor %}{% for a in b limit: 3 %}{% endfor %}", "liquid"),
        ("{% if '2' == 1 %}{% elsif a > 1 and b < '3' %}{% elsif size > '2' %}{% endif %}", "liquid"),
        ("{% comment %}{{ a }}{% if b %}{% endcomment %}{% doc %}{% if {% enddoc %}", "liquid"),
    ],
)
def test_nothing_is_wrong(value: str, syntax: str) -> None:
    assert said(value, syntax) == []


def test_located() -> None:
    assert said("Hi {{ name") == [("{{", "{{ is never closed by }}.")]
    assert said("a report to % site_name %].", "toolkit") == [("%]", "%] closes nothing: there is no [% before it.")]
    assert said("Hi {name }}") == [("}}", "}} closes nothing: there is no {{ before it.")]
    assert said("{% if vip %}x") == [("{% if vip %}", "{% if vip %} is never closed.")]
    assert said("x{% endif %}") == [("{% endif %}", "{% endif %} closes nothing.")]
    assert said("x{% else %}") == [("{% else %}", "{% else %} stands outside a block.")]
    assert said("{{ first\n  name }}") == [("{{ first\n  name }}", "a line ends in its name.")]
    assert said("{% for a in b limit: 'c' %}{% endfor %}") == [
        ("{% for a in b limit: 'c' %}", "`limit` takes a number.")
    ]
    assert said("{% if a and '2' > 1 %}{% endif %}") == [
        ("{% if a and '2' > 1 %}", "it compares a text with a number.")
    ]
    assert said("{% assign a = b | append %}") == [("{% assign a = b | append %}", "`append` lacks a value.")]
    assert said("{% comment %}{% if {% endcomment %}") == [
        (
            "{% comment %}{% if {% endcomment %}",
            "a tag in it never ends, and takes the end of the comment with it.",
        )
    ]
    assert said("{% comment %}x") == [("{% comment %}", "{% comment %} is never closed.")]
    assert said("{% if a %}{% for b in c %}{% endif %}") == [("{% for b in c %}", "{% for b in c %} is never closed.")]


def test_another_language() -> None:
    assert said("{% if vip %}", "helpscout") == [
        ("{% if vip %}", "{% … %} is not something this template language knows.")
    ]


@pytest.mark.parametrize(
    "value",
    [
        "{{ ticket.id }} {{dc.refund-window}} {{ user.name | fallback: 'there' }} {{ a[0].b['c d'] }}",
        "{% if a contains 'b' and c != blank or d %}x{% elsif e %}y{% endif %} {% unless f %}z{% endunless %}",
        "{% for item in order.items limit: 3 offset: 1 %}{{ item }}{% endfor %}",
        "{% for i in (1..order.count) %}x{% endfor %}",
        "{% assign a = 'b - c' %}{% capture d_e %}f{% endcapture %}{% case g %}{% when 1, 2 %}h{% endcase %}{{ -1 }}",
        "{{ x | date: '%b - %d' }} {{ 'a..b' }} {{Order Number}} {{lead.First Name:default=there}} {% custom a * b %}",
        "{%- # note -%} {% comment %}{% if ( %}{% endcomment %} {% raw %}{{ a..b }}{% endraw %}",
    ],
)
def test_liquid_is_liquid(value: str) -> None:
    assert said(value) == []


@pytest.mark.parametrize(
    ("value", "mark", "message"),
    [
        ("{{ a..b }}", "{{ a..b }}", "it has two dots in a row."),
        ("{{ a.[0] }}", "{{ a.[0] }}", "it has a dot before a bracket."),
        ("{{ a.0.b }}", "{{ a.0.b }}", "a number stands in brackets: `[0]`."),
        ("{{ total * 2 }}", "{{ total * 2 }}", "Liquid has filters in the place of `+`, `-`, `*` and `/`."),
        ("{% if a startswith b %}x{% endif %}", "{% if a startswith b %}", "`startswith` is no operator."),
        ("{% if not a %}x{% endif %}", "{% if not a %}", "Liquid has no `not`."),
        ("{% if %}x{% endif %}", "{% if %}", "it lacks a condition."),
        ("{% if (a %}x{% endif %}", "{% if (a %}", "its brackets do not match."),
        ("{% for a of b %}x{% endfor %}", "{% for a of b %}", "it lacks `in`."),
        ("{% assign a %}", "{% assign a %}", "it lacks `=`."),
        ("{% assign a? = 1 %}", "{% assign a? = 1 %}", "`a?` is no name."),
        ("{% case a %}{% when %}x{% endcase %}", "{% when %}", "it lacks a value."),
    ],
)
def test_what_liquid_would_not_take(value: str, mark: str, message: str) -> None:
    assert said(value) == [(mark, message)]


def test_a_broken_mark_is_a_slot_with_its_problem() -> None:
    text = "<p>Hi {{ a..b }},</p><p>{% if x startswith y %}yes{% endif %}</p>{% endfor %}"
    macro = {"title": "a", "actions": [{"field": "comment_value_html", "value": text}]}
    (message,) = read(SourceFile("macro.json", json.dumps(macro)))
    assert isinstance(message, Message)
    found = [(slot.span.of(message.text), slot.problem) for slot in message.placeholders]
    assert found == [
        ("{{ a..b }}", "it has two dots in a row"),
        ("{% if x startswith y %}", "`startswith` is no operator"),
        ("{% endfor %}", "it closes nothing"),
    ]
    assert [message.in_file(slot.span).of(message.file.text) for slot in message.placeholders] == [
        one for one, _ in found
    ]


def test_a_tag_that_closes_and_opens_is_no_stray() -> None:
    (message,) = read(SourceFile("emails/a.tt2", "[% IF a; b = 1 %]We call.[% END; c = 2 %] [% END %]"))
    assert isinstance(message, Message)
    assert not any(slot.problem for slot in message.placeholders)
