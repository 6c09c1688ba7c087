from hypothesis import given
from hypothesis import strategies as st

from trustlint.sources.templates import READINGS, readings, tokens


def read(value: str) -> list[tuple[str | None, str]]:
    found = readings(value, tokens(value, ["liquid"]))
    return [(reading.branch, "".join(span.of(value) for span in reading.kept)) for reading in found]


def test_one_reading_has_no_name() -> None:
    assert read("") == [(None, "")]
    assert read("Hi {{name}}.") == [(None, "Hi {{name}}.")]
    assert read("Hi.{% comment %}no{% endcomment %}{% assign x = 1 %}") == [(None, "Hi.")]


def test_a_paragraph_of_its_own_needs_no_reading_without_it() -> None:
    assert read("Hi,\n{% if vip %}\nYou come first.\n{% endif %}\nBye") == [(None, "Hi,\n\nYou come first.\n\nBye")]


def test_a_loop_is_read_once() -> None:
    assert read("a {% for x in y %}b{% endfor %} c") == [(None, "a b c")]


def test_tags_without_partner_keep_the_text() -> None:
    assert read("a {% if x %} b") == [(None, "a  b")]
    assert read("a {% endif %} b {% else %} c") == [(None, "a  b  c")]
    assert read("{% if a %}1{% for x in y %}2{% else %}3{% endif %}") == [
        ("{% if a %}", "12"),
        ("else of {% if a %}", "3"),
    ]


def test_every_branch_in_its_surroundings() -> None:
    assert read("We {% if a %}may{% elsif b %}might{% else %}will{% endif %} call.") == [
        ("{% if a %}", "We may call."),
        ("{% elsif b %}", "We might call."),
        ("else of {% if a %}", "We will call."),
    ]


def test_a_missing_else_inside_a_line_is_read() -> None:
    assert read("We'll call{% if day %} by {{day}}{% endif %}.") == [
        ("{% if day %}", "We'll call by {{day}}."),
        ("without {% if day %}", "We'll call."),
    ]


def test_cases() -> None:
    assert read("{% case x %}\n{% when 'gold' %}A{% when 'tin' %}B{% endcase %}") == [
        ("{% when 'gold' %}", "A"),
        ("{% when 'tin' %}", "B"),
    ]


def test_the_other_half_of_a_loop() -> None:
    assert read("{% for x in y %}a{% else %}none{% endfor %}") == [
        ("{% for x in y %}", "a"),
        ("else of {% for x in y %}", "none"),
    ]


def test_nested_blocks_add_up() -> None:
    value = "{% if a %}1{% if b %}2{% else %}3{% endif %}{% else %}4{% endif %}"
    assert [text for _, text in read(value)] == ["12", "13", "4"]


def test_alternatives_add_up_and_do_not_multiply() -> None:
    blocks = "{% if a %}x{% else %}y{% endif %}" * 10
    assert len(read(blocks)) == 11


def test_what_is_set_aside_is_read_alone() -> None:
    assert read("Hi. {% assign note = 'Free for ever' %}{{ note }}") == [
        (None, "Hi. {{ note }}"),
        ("text of {% assign note = 'Free for ever' %}", "Free for ever"),
    ]


def test_many_alternatives_share_readings() -> None:
    found = read("{% if a %}x{% else %}y{% endif %}" * (READINGS + 1))
    assert [set(text) for _, text in found] == [{"x"}, {"y"}]


def test_very_many_alternatives_are_all_read() -> None:
    value = "{% case x %}" + "".join(f"{{% when {number} %}}<{number}>" for number in range(500)) + "{% endcase %}"
    found = read(value)
    assert len(found) <= READINGS
    assert all(any(f"<{number}>" in text for _, text in found) for number in range(500))


TAGS = st.sampled_from(
    [
        *("{% if a %}", "{% elsif b %}", "{% else %}", "{% endif %}", "{%- if c -%}"),
        *("{% for x in y %}", "{% endfor %}", "{% case z %}", "{% when 1 %}", "{% endcase %}"),
        *("{% comment %}no{% endcomment %}", "{% raw %}{{r}}{% endraw %}", "{{ name }}", "text ", "more\n", "w"),
    ]
)


@given(st.lists(TAGS, max_size=30).map("".join))
def test_nothing_is_lost_and_no_tag_is_read(value: str) -> None:
    found = tokens(value, ["liquid"])
    tags = [token.span for token in found if token.kind != "placeholder"]
    ways = readings(value, found)
    read_at: set[int] = set()
    for way in ways:
        at = 0
        for span in way.kept:
            assert at <= span.start < span.end <= len(value)
            at = span.end
            assert not any(span.overlaps(tag) for tag in tags)
            read_at.update(range(*span))
    visible = {at for at in range(len(value)) if not any(tag.start <= at < tag.end for tag in tags)}
    assert {at for at in visible - read_at if not value[at].isspace()} == set()
    alternatives = sum(token.kind in {"open", "branch"} for token in found)
    implied = sum(token.kind == "open" for token in found)
    assert len(ways) <= 1 + alternatives + implied
    assert (len(ways) == 1) == (ways[0].branch is None)
