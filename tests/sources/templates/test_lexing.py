import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.sources.templates import SYNTAXES, mask, problems, readings, tokens

MARKS = """
{ } {{ }} {{{ }}} {% %} {# #} {! <% %> <%# [% %] [ ] [[ ]] *| |* %%[ ]%% %% ${ #{ %{ ( ) ' " \\
| : , = - ~ @if @endif $ % < >
if endif else elsif case when for end endfor raw endraw comment endcomment
default fallback name due_date a_b XX ___ TBC &quot;
"""
WHOLE = [
    " ",
    "\n",
    "é",
    "\ue000",
    "{% if x %}",
    "{% else %}",
    "{% endif %}",
    "{{ name }}",
    "words here",
    "{%- ",
    " -%}",
]
PIECES = st.sampled_from([*MARKS.split(), *WHOLE])
TEMPLATES = st.lists(PIECES, max_size=40).map("".join)


@given(TEMPLATES, st.lists(st.sampled_from(sorted(SYNTAXES)), unique=True))
def test_whatever_is_written_is_lexed(value: str, syntaxes: list[str]) -> None:
    found = tokens(value, syntaxes)
    at = 0
    for token in found:
        assert at <= token.span.start <= token.span.end <= len(value)
        # What ICU quotes may end with the text, or by a mark that is shown.
        assert token.span.start < token.span.end or token.kind == "raw"
        at = token.span.start
        for text in token.fallbacks:
            assert at <= text.start <= text.end <= token.span.end
            at = text.end
        at = token.span.end
    assert len(mask(value, found)) == len(value)
    assert readings(value, found)
    for problem in problems(value, found, syntaxes):
        assert 0 <= problem.span.start < problem.span.end <= len(value)


@pytest.mark.parametrize("value", ["'{", "''", "a '{b", "''{"])
def test_what_icu_quotes_may_end_with_the_text(value: str) -> None:
    found = tokens(value, ["icu"])
    assert [token.kind for token in found][:2] == ["raw", "raw"]
    assert len(mask(value, found)) == len(value)


def test_an_unknown_syntax() -> None:
    with pytest.raises(KeyError):
        tokens("{{x}}", ["moustache"])


def test_the_longer_opener_wins() -> None:
    value = "{{{Recipient.Name}}} {{name}} {slot} #{a.b} %{c}"
    found = tokens(value, ["brace", "liquid", "hash", "percent", "salesforce"])
    assert [token.span.of(value) for token in found] == value.split(" ")


def test_of_two_readings_of_a_tag_the_first_syntax_wins() -> None:
    value = "{%customer.firstName%}"
    assert [token.kind for token in tokens(value, ["helpscout", "liquid"])] == ["placeholder"]
    assert [token.kind for token in tokens(value, ["liquid", "helpscout"])] == ["statement"]


def test_a_users_words_make_dates() -> None:
    (token,) = tokens("{{frobnication}}", ["liquid"], date_words={"frobnication"})
    assert token.placeholder == "date"


@pytest.mark.parametrize(
    "value",
    [
        "{" * 300_000,
        "[" * 300_000,
        "{% if %}" * 30_000,
        "{% if %}" * 20_000 + "{% endfor %}" * 20_000,
        "{% if a %}x{% else %}y" * 10_000 + "{% endif %}" * 10_000,
        "{% comment %}" * 20_000,
        "{{'}}" * 50_000,
        "{{ " + "'x' " * 70_000 + "}}",
        "{{ a" + " | b" * 70_000 + "}}",
        "<%" * 150_000,
        "{*" * 150_000,
        "@if(" * 70_000,
        "*|A:" * 70_000,
        "%%[" * 100_000,
        "{$a" * 100_000,
        "_" * 300_000,
    ],
    ids=lambda value: value[:12],
)
def test_no_input_takes_long(value: str) -> None:
    started = time.process_time()
    syntaxes = sorted(SYNTAXES)
    found = tokens(value, syntaxes)
    mask(value, found)
    readings(value, found)
    problems(value, found, syntaxes)
    assert time.process_time() - started < 10  # milliseconds each where it is linear, minutes where it is not
