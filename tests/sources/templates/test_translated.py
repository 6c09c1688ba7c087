"""A text that code has translated is read as it stands; a key, a slot or an escape in it is not."""

import pytest

from trustlint.sources.templates import tokens
from trustlint.span import Span


def left(value: str, syntax: str) -> str:
    """What is no part of any token."""
    found = tokens(value, [syntax])
    spans = [(0, 0), *(token.span for token in found), (len(value), len(value))]
    return "".join(Span(spans[n][1], spans[n + 1][0]).of(value) for n in range(len(spans) - 1))


@pytest.mark.parametrize(
    ("syntax", "value"),
    [
        ("erb", "<%= _('mails.welcome') %>"),
        ("erb", "<%= _('Hello %s, we wrote') % x %>"),
        ("erb", "<%= _('Hello ' + name + ' we wrote') %>"),
        ("erb", '<%= _("Hello #{name}, we wrote") %>'),
        ("erb", "<%= link_to _('Track your order'), url %>"),
        ("erb", "<% title = _('Your order') %>"),
        ("erb", r"<%= _('We\'ll call you') %>"),
        ("jinja", "{{ 'mails.welcome'|trans }}"),
        ("jinja", "{{ 'Your order'|trans|upper }}"),
        ("jinja", "{{ _('We wrote') ~ name }}"),
        ("blade", "{{ __('mails.welcome') }}"),
    ],
)
def test_what_is_no_text_alone(syntax: str, value: str) -> None:
    assert left(value, syntax) == ""


@pytest.mark.parametrize(
    ("syntax", "value"),
    [
        ("erb", "<%= _('We wrote to you.') %>"),
        ("erb", "<%=_('We wrote to you.')%>"),
        ("erb", "<%= _('We ' \\\n 'wrote ' \"to you.\", :a => 'b c') %>"),
        ("erb", "<%= _('We wrote to {{ name }}you.', name: x) %>"),
        ("erb", "<%= _('We %{verb}wrote to you.') % {verb: x} %>"),
        ("jinja", "{{ 'We wrote to %name%you.'|trans({'%name%': x}) }}"),
        ("erb", '<%= gettext("We wrote to you.") -%>'),
        ("jinja", "{{ 'We wrote to you.'|trans({'a': 1}) }}"),
        ("jinja", "{{- 'We wrote to you.' | trans | raw -}}"),
        ("jinja", '{{ _("We wrote to you.") }}'),
        ("blade", "{{ __('We wrote to you.', ['n' => 1]) }}"),
        ("blade", "{!! trans('We wrote to you.') !!}"),
    ],
)
def test_a_text_that_is_translated_is_read_as_it_stands(syntax: str, value: str) -> None:
    assert left(value, syntax) == "We wrote to you."


def test_slots_of_a_text_that_is_translated_have_their_names():
    found = tokens("<%= _('By {{due_date}}, %{first_name}, or %(amount)s', a: 1) %>", ["erb"])
    slots = [(token.name, token.placeholder) for token in found if token.kind == "placeholder"]
    assert slots == [("due_date", "date"), ("first_name", "name"), ("amount", "money")]
    found = tokens("{{ __(':person wrote at 10:30 on :due_date: Note:this', ['a' => 1]) }}", ["blade"])
    assert [token.name for token in found if token.kind == "placeholder"] == ["person", "due_date"]


@pytest.mark.parametrize("piece", ["{{a}}", "%{a}", "'a' ", "a", "\\\n'a' "])
def test_no_text_takes_long(piece):
    for many in (2_000, 20_000):
        tokens(f"<%= _('{piece * many} %>", ["erb"])
