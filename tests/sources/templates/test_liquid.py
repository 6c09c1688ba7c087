import pytest

from trustlint.sources.templates import Token, tokens


def lexed(value: str) -> list[Token]:
    return tokens(value, ["liquid"])


def shown(value: str) -> list[tuple[str, str]]:
    return [(token.kind, token.span.of(value)) for token in lexed(value)]


def fallbacks(value: str) -> list[str]:
    return [text.of(value) for token in lexed(value) for text in token.fallbacks]


@pytest.mark.parametrize("value", ["", "No braces.", "{ not one }", "{{ never closed", "50 % off }}", "{%", "{{"])
def test_no_token(value: str) -> None:
    assert lexed(value) == []


@pytest.mark.parametrize(
    "value",
    [
        "{{ order.created_at | date: '%d %B %Y at noon' }}",  # a format
        "{{ 'mail.greeting.long' | t }}",  # a key
        "{{ 'logo.png' | asset_url }}",
        "{{ name | replace: 'a b', 'c d' }}",
        "{{ map['the key'] }}",
        "{% if tier == 'our best customers' %}",
    ],
)
def test_literals_that_nobody_reads(value: str) -> None:
    assert fallbacks(value) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{{ name | default: 'there' }}", ["there"]),
        ('{{user.name|fallback:"there"}}', ["there"]),
        ("{{ user.name | fallback: &quot;there&quot; }}", ["there"]),  # as an HTML editor leaves it
        ("{{ user.name | fallback: “there” }}", ["there"]),
        ("{{ name | default: '' }}", [""]),
        ("{{ name | append: ', always on time' }}", [", always on time"]),
        ("{{ 'We promise' }}", ["We promise"]),
        ("{{lead.First Name:default=friend}}", ["friend"]),
        ("{% assign note = 'Free for ever' %}", ["Free for ever"]),
        ("{% echo name | default: 'you' %}", ["you"]),
        ("{% liquid\n if vip\n  echo 'Always first'\n endif %}", ["Always first"]),
    ],
)
def test_literals_that_a_customer_reads(value: str, expected: list[str]) -> None:
    assert fallbacks(value) == expected


def test_a_string_may_hold_a_closer() -> None:
    value = "{{ a | default: 'x }} y' }} and {% if b == '%}' %}"
    assert [text for _, text in shown(value)] == ["{{ a | default: 'x }} y' }}", "{% if b == '%}' %}"]


def test_an_apostrophe_does_not_swallow_the_next_tag() -> None:
    value = "{{ it's }} fine, {{ don't }} you think"
    assert [text for _, text in shown(value)] == ["{{ it's }}", "{{ don't }}"]


def test_regions() -> None:
    value = "{% comment %}{{ no }} {% if %}{% endcomment %}{% raw %}{{ yes }}{% endraw %}{% # note %}"
    assert shown(value) == [
        ("comment", "{% comment %}{{ no }} {% if %}{% endcomment %}"),
        ("raw", "{% raw %}"),
        ("raw", "{% endraw %}"),
        ("comment", "{% # note %}"),
    ]


def test_a_tag_owns_the_white_space_that_it_strips() -> None:
    assert [text for _, text in shown("a {%- if x -%} b {%- endif %} c")] == [" {%- if x -%} ", " {%- endif %}"]


def test_blocks() -> None:
    value = "{% case tier %}{% when 'gold' %}a{% else %}b{% endcase %}{% for x in y %}{% endfor %}"
    assert [(token.kind, token.keyword, token.name) for token in lexed(value)] == [
        ("open", "case", "{% case tier %}"),
        ("branch", "when", "{% when 'gold' %}"),
        ("branch", "else", "{% else %}"),
        ("close", "case", "{% endcase %}"),
        ("open", "for", "{% for x in y %}"),
        ("close", "for", "{% endfor %}"),
    ]


def test_a_filter_tells_the_kind() -> None:
    value = "{{ x | date: '%d' }}{{ y | money }}{{ order.customer.first_name }}"
    assert [(token.name, token.placeholder) for token in lexed(value)] == [
        ("x", "date"),
        ("y", "money"),
        ("order.customer.first_name", "name"),
    ]
