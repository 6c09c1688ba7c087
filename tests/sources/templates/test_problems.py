import pytest

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
    ],
)
def test_nothing_is_wrong(value: str, syntax: str) -> None:
    assert said(value, syntax) == []


def test_located() -> None:
    assert said("Hi {{ name") == [("{{", "{{ is never closed by }}.")]
    assert said("Hi {name }}") == [("}}", "}} closes nothing: there is no {{ before it.")]
    assert said("{% if vip %}x") == [("{% if vip %}", "{% if vip %} is never closed.")]
    assert said("x{% endif %}") == [("{% endif %}", "{% endif %} closes nothing.")]
    assert said("x{% else %}") == [("{% else %}", "{% else %} stands outside a block.")]
    assert said("{% comment %}x") == [("{% comment %}", "{% comment %} is never closed.")]
    assert said("{% if a %}{% for b in c %}{% endif %}") == [("{% for b in c %}", "{% for b in c %} is never closed.")]


def test_another_language() -> None:
    assert said("{% if vip %}", "helpscout") == [
        ("{% if vip %}", "{% … %} is not something this template language knows.")
    ]
