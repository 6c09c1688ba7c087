import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.yaml import documents
from trustlint.span import Span

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(text: str) -> list:
    return list(documents(SourceFile("macros.yaml", text)))


def document(text: str):
    (found,) = read(text)
    return found


def underlined(text: str, words: str, route=("body",)) -> str:
    """The source of some words of the text at a route."""
    found = document(text)
    value = found.data
    for step in route:
        value = value[step]
    start = value.index(words)
    return found.locate(route).to_source(Span(start, start + len(words))).of(text)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("body: {{ name }}, hello", (1, 7), "{{ needs quotes"),
        ("body: {{ name }}", (1, 7), "{{ needs quotes"),
        ("- {{name}}", (1, 3), "{{ needs quotes"),
        ("body: %{name}, hello", (1, 7), "% needs quotes"),
        ("body: @name", (1, 7), "@ needs quotes"),
        ("body: *|NAME|*", (1, 7), "*| needs quotes"),
        ("body: [[name]] hello", (1, 7), "[[ needs quotes"),
        ("a:\n\tb: 1", (2, 1), "tab"),
        ("body: Note: we reply soon", (1, 11), "colon"),
        ("a: 1\n b: 2", (2, 3), "indentation"),
        ("ok: 1\nbody: 'We reply\nsoon", (2, 7), "not closed"),
        ('body: "\\q"', (1, 8), "escape"),
        ('body: "\\ud83d"', (1, 10), "emoji"),
        ("a: b\nbody: \x07", (2, 7), "U+0007"),
        ("a: *base", (1, 4), "not defined"),
        ("a: &a [*a]", (1, 8), "contains itself"),
        ("[" * 100_000, (1, 201), "deep"),
        ("a: [1, 2\nb: 3", (2, 2), "comma or the closing bracket"),
    ],
)
def test_mistakes_are_placed_and_said_plainly(text, place, words):
    with pytest.raises(SourceError) as caught:
        read(text)
    assert (caught.value.line, caught.value.column) == place
    assert words in caught.value.message


def test_aliases_of_aliases_of_aliases_are_stopped():
    bomb = "a0: &a0 [x, x]\n"
    for number in range(1, 12):
        bomb += f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]\n"
    with pytest.raises(SourceError, match="aliases repeat"):
        read(bomb)


def test_a_broken_document_does_not_stop_those_before_it():
    found = documents(SourceFile("macros.yaml", "a: 1\n---\nb: {{x}}\n"))
    assert next(found).data == {"a": 1}  # type: ignore[union-attr]
    with pytest.raises(SourceError) as caught:
        next(found)
    assert caught.value.line == 3


def test_tags_are_read_as_plain_data():
    assert document("!!python/object/apply:os.system [ls]").data == ["ls"]
    assert document("!ruby/object:Macro {body: !ruby/sym soon}").data == {"body": "soon"}
    assert document("- !!str 12\n- !!int '12'\n- ! 12").data == ["12", 12, "12"]


def test_a_text_cut_by_a_comment_is_said():
    text = "body: Hi #{ticket.name}, we reply soon\nid: 1 # the first\n"
    found, note = read(text)
    assert found.data == {"body": "Hi", "id": 1}
    assert isinstance(note, SourceError)
    assert (note.line, note.column) == (1, 10)


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_an_empty_stream_has_no_documents(text):
    assert read(text) == []


def test_keys_and_words_stay_as_they_are_written():
    assert document("no: yes\non: off\n1: y\n~: n").data == {"no": "yes", "on": "off", "1": "y", "~": "n"}


def test_values_have_the_types_of_the_core_schema():
    text = "[1, -2, 0x1F, 0o17, 1.5, 1e3, .inf, true, False, null, ~, , 1_000, 12:30, '1', 2026-01-31, 1.2.3, '']"
    assert document(text.replace("~, ,", "~,")).data == [
        *(1, -2, 31, 15, 1.5, 1000.0, float("inf"), True, False, None, None),
        *("1_000", "12:30", "1", "2026-01-31", "1.2.3", ""),
    ]


def test_what_is_not_there_or_no_text_has_no_map():
    found = document("a: [1, x]\nn:\n")
    for route in [("b",), ("a", 2), ("a", -1), ("a", 0), ("n",), ("a",), ("a", 1, 0)]:
        with pytest.raises(KeyError):
            found.locate(route)


def test_what_an_alias_says_is_where_its_anchor_is():
    text = "base: &base\n  body: We reply soon.\nother: *base\nmerged:\n  <<: *base\n  id: 2\n"
    assert document(text).data["merged"] == {"body": "We reply soon.", "id": 2}
    for route in [("other", "body"), ("merged", "body")]:
        found = document(text)
        assert found.span(route).start == text.index("We reply")


def test_own_keys_win_over_merged_ones_and_the_first_source_over_the_next():
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  z: 3\n  <<: [*a, *b]\n"
    assert document(text).data["c"] == {"x": 1, "y": 1, "z": 3}


def test_a_merge_key_without_a_mapping_is_a_key():
    assert document("<<: text").data == {"<<": "text"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("body: We reply\n  soon, we do.", "reply soon", "reply\n  soon"),
        ("body: &x !!str\n  # why\n  We reply\n\n\n  soon", "y\n\nso", "y\n\n\n  so"),
        ("body: 'We''ll reply\n  soon'", "We'll reply soon", "We''ll reply\n  soon"),
        ('body: "We\\u2019ll\\n\\\n   reply\\x20\\U0001F600 \\/"', "We’ll\nreply 😀 /", None),
        ('body: "re\\\n\n   ply"', "e\np", "e\\\n\n   p"),
        ("body: |\n  We reply\n\n    soon\n  # no comment\nid: 1", "reply\n\n  soon\n#", "reply\n\n    soon\n  #"),
        ("body: |2-\n    We reply\n  soon\n", "  We reply\nsoon", "  We reply\n  soon"),
        ("body: |+ # kept\n  soon\n\n\nid: 1", "soon\n\n\n", "soon\n\n\n"),
        ("- body: >-\n    We reply\n    soon\n\n    or not", "reply soon\nor", "reply\n    soon\n\n    or"),
        (
            "body: >\n  We\n    reply\n    very\n  soon\n",
            "We\n  reply\n  very\nsoon",
            "We\n    reply\n    very\n  soon",
        ),
        ("body: >\n\n\n  We\tre ply\n", "\n\nWe\tre", "\n\n  We\tre"),
        ("body: |\n  so\n  \ton\n", "so\n\ton", "so\n  \ton"),
        ("body: |", "", ""),
    ],
)
def test_the_underline_is_on_the_words_in_every_style(text, words, source, line_end):
    text = text.replace("\n", line_end)
    route = (0, "body") if text.startswith("-") else ("body",)
    expected = text[text.index("We") : -1] if source is None else source.replace("\n", line_end)
    if words:
        assert underlined(text, words, route) == expected


@pytest.mark.parametrize("quote", ["'", '"', ""])
def test_long_runs_of_blanks_cost_no_more_than_words(quote):
    text = f"body: {quote}We{' ' * 200_000}reply  \n\n   soon{quote}"
    assert underlined(text, "reply\nsoon") == "reply  \n\n   soon"


def test_spans_of_values():
    text = 'a: "x y"  # why\nb: |\n  one\n\nc: {d: [1, 2]}\n'
    found = document(text)
    shown = [found.span(route).of(text) for route in [("a",), ("b",), ("c",), ("c", "d", 1)]]
    assert shown == ['"x y"', "|\n  one", "{d: [1, 2]}", "2"]


def assert_exact(text: str, value: str, found) -> None:
    """Every character of the value stands where it is written: never a guess for the whole token."""
    places = found.locate(("k",))
    assert places.length == len(value)
    for run in places.runs:
        source, made = text[run.start : run.end], value[run.at : run.at + run.length]
        if source == made:
            continue
        assert run.length == 1
        if source in {"\n", "\r\n", "\r", "\x85"}:
            assert made in {"\n", " "}
        else:
            quote = "'" if source == "''" else '"'
            assert yaml.safe_load(quote + source + quote) == made


CHARS = list("abc  \n\n'\"\\:#-!&*é’😀\t\u2028\x85{}[]%@|>")


@given(
    st.text(alphabet=CHARS, max_size=30),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(4, 30),
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_character_in_every_style_is_where_it_is_written(value, style, width, escaped, line_end):
    text = yaml.dump({"k": value}, default_style=style, width=width, allow_unicode=not escaped)
    text = text.replace("\n", line_end)
    try:
        expected = yaml.load(text, Loader=LOADER)["k"]
    except yaml.YAMLError:
        return  # the writer has its own mistakes
    (found, *_) = read(text)
    if isinstance(found.data["k"], str):
        assert found.data["k"] == expected
        assert_exact(text, expected, found)


LINES = st.lists(st.text(alphabet=list("ab  \t#-’😀"), max_size=6), min_size=1, max_size=6)


@given(LINES, st.sampled_from("|>"), st.sampled_from(["", "+", "-"]), st.sampled_from(["", "2"]), st.booleans())
def test_every_character_of_blocks_is_where_it_is_written(lines, style, chomping, indent, followed):
    text = f"k: {style}{indent}{chomping}\n" + "".join(f"  {line}\n" for line in lines) + "z: 1\n" * followed
    try:
        expected = yaml.load(text, Loader=LOADER)["k"]
    except yaml.YAMLError:
        return
    found = document(text)
    assert found.data["k"] == expected
    assert_exact(text, expected, found)


@given(st.text(alphabet=list("ab \"\\'\n’😀"), min_size=1, max_size=12), st.data())
def test_parts_of_quoted_texts_decode_to_themselves(value, data):
    units = [
        f"\\x{ord(char):02x}" if char in '\\"\n ' else data.draw(st.sampled_from([f"\\U{ord(char):08x}", char]))
        for char in value
    ]
    text = f'k: "{"".join(units)}"'
    found = document(text)
    assert found.data["k"] == value
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    part = found.locate(("k",)).to_source(Span(start, end)).of(text)
    assert yaml.safe_load(f'"{part}"') == value[start:end]


@given(st.text(alphabet=list("ab:-? \n\t#{}[],&*!|>'\"%@\\<\x85"), max_size=25))
def test_no_text_is_a_traceback(text):
    with contextlib.suppress(SourceError):
        for found in read(text):
            if not isinstance(found, SourceError) and isinstance(found.data, str):
                assert found.locate(()).length == len(found.data)
