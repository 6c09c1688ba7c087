import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.po import documents
from trustlint.span import Span


def document(text: str):
    (found,) = documents(SourceFile("de.po", text))
    return found


def refused(text: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        document(text)
    return caught.value


CATALOGUE = r"""# Replies of the shop
msgid ""
msgstr ""
"Language: de\n"
"Content-Type: text/plain; charset=UTF-8\n"

#. Shown in the refund e-mail
#: app/mailer.rb:12 app/views/mail.erb:3
#, fuzzy, python-format
#| msgid "Before"
msgctxt "email"
msgid ""
"Hi %(name)s,\n"
"your refund will <b class=\"x\">al"
"ways</b> arrive."
msgid_plural "Your %d refunds will arrive."
msgstr[0] ""
"Guten Tag %(name)s,\n"
"sie kommt \"immer\"."
msgstr[1] "Immer."

#, fuzzy
#~ msgid "obsolete"
#~ msgstr "veraltet"

msgid "Bye"
msgstr ""
"""


def test_obsolete_entries_and_their_comments_are_left_out():
    entries = document(CATALOGUE).data["entries"]
    assert [entry["msgid"][:3] for entry in entries] == ["Hi ", "Bye"]
    assert "flags" not in entries[1]
    assert not entries[1]["fuzzy"]
    assert document('#~ msgid "x"\n#~ msgstr "y"\n# the end').data["entries"] == []


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('msgid "a"\nmsgstr "b', (2, 8), "no closing quote"),
        ('msgid "a"\nmsgstr "b" c"', (2, 12), "ended before this"),
        ("msgid a", (1, 7), "after msgid"),
        ('"a"', (1, 1), "belongs to no msgid"),
        ('msgid "a"\nmsgid "b"', (2, 1), "second msgid"),
        ('msgctxt "a"\nmsgstr "b"', (1, 9), "without a msgid"),
        ('msgid "a"\nmessage "b"', (2, 1), "expected msgctxt"),
    ],
)
def test_mistakes_are_placed_and_said_plainly(text, place, words):
    error = refused(text)
    assert (error.line, error.column) == place
    assert words in error.message


def test_what_is_not_there_or_no_text_has_no_map():
    found = document(CATALOGUE)
    nowhere = [(), ("language",), ("header", "Language"), ("entries",), ("entries", 2), ("entries", 0), ("entries", -1)]
    inside = [
        ("entries", 0, "msgstr"),
        ("entries", 0, "msgstr", 2),
        ("entries", 0, "fuzzy"),
        ("entries", 0, "language"),
    ]
    for route in nowhere + inside:
        with pytest.raises(KeyError):
            found.locate(route)


def test_data_and_places():
    found = document(CATALOGUE)
    assert found.data["header"]["Content-Type"] == "text/plain; charset=UTF-8"
    entry = found.data["entries"][0]
    assert entry == {
        "msgctxt": "email",
        "msgid": 'Hi %(name)s,\nyour refund will <b class="x">always</b> arrive.',
        "msgid_plural": "Your %d refunds will arrive.",
        "msgstr": ['Guten Tag %(name)s,\nsie kommt "immer".', "Immer."],
        "extracted": ["Shown in the refund e-mail"],
        "references": ["app/mailer.rb:12", "app/views/mail.erb:3"],
        "flags": ["fuzzy", "python-format"],
        "fuzzy": True,
        "language": "de",
    }

    def underlined(route, words):
        value = entry
        for step in route:
            value = value[step]
        start = value.index(words)
        return found.locate(("entries", 0, *route)).to_source(Span(start, start + len(words))).of(CATALOGUE)

    assert underlined(("msgid",), "always") == 'al"\n"ways'
    assert underlined(("msgstr", 0), '"immer"') == r"\"immer\""
    assert underlined(("references", 1), "mail.erb") == "mail.erb"
    assert found.span(("entries", 0, "msgstr", 1)).of(CATALOGUE) == '"Immer."'
    assert found.span(("entries", 1)).of(CATALOGUE).endswith('"Bye"\nmsgstr ""')
    assert found.span(("header",)).of(CATALOGUE).startswith("Replies")


def test_an_empty_text_has_an_empty_map():
    assert document(CATALOGUE).locate(("entries", 1, "msgstr", 0)).length == 0


TEXTS = st.text(alphabet=list('ab n"\\\n\t\ré’😀\x01\u2028'), max_size=12)


@st.composite
def written(draw, value):
    """The text as quoted lines in which any character may be an escape."""
    pieces = ['"']
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
    for char in value:
        if ord(char) < 0x80 and draw(st.integers(0, 4)) == 0:
            pieces.append(f"\\{ord(char):03o}")
        else:
            pieces.append(named.get(char, char))
        if draw(st.integers(0, 3)) == 0:
            pieces.append(draw(st.sampled_from(['"\n"', '"\r\n  "', '" "', '"\n\n"'])))
    return "".join(pieces) + '"'


@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=1, max_size=3)), min_size=1, max_size=3), st.data())
def test_every_part_of_every_text_is_where_it_is_written(entries, data):
    text = 'msgid ""\nmsgstr "Language: en\\n"\n'
    for number, (source, forms) in enumerate(entries):
        text += f'\n# a "note"\nmsgctxt "{number}"\nmsgid {data.draw(written(source))}\n'
        for form, value in enumerate(forms):
            text += f"msgstr[{form}] {data.draw(written(value))}\n"
    found = document(text)
    for number, (source, forms) in enumerate(entries):
        values = {("msgid",): source, **{("msgstr", form): value for form, value in enumerate(forms)}}
        for route, value in values.items():
            start = data.draw(st.integers(0, len(value)))
            end = data.draw(st.integers(start, len(value)))
            slice = found.locate(("entries", number, *route)).to_source(Span(start, end)).of(text)
            again = document(f'msgid "{slice}"\nmsgstr "x"').data["entries"] if slice else [{"msgid": ""}]
            assert (again or [{"msgid": ""}])[0]["msgid"] == value[start:end]


@given(st.lists(st.sampled_from(["msgid ", "msgstr", "[0]", '"', "\\", "#~", "#, ", "#", "a", "\n", '""', '"x"\n'])))
def test_no_text_is_a_traceback(parts):
    text = "".join(parts)
    with contextlib.suppress(SourceError):
        found = document(text)
        for number, _ in enumerate(found.data["entries"]):
            found.span(("entries", number))


@pytest.mark.parametrize(
    "text",
    [
        'msgid "' + "\\" * 200_001,
        'msgid "a"\n' + '"b"\n' * 50_000 + 'msgstr "c"',
        "msgid " + '"a" ' * 50_000,
        "#, " + "a, " * 50_000 + '\nmsgid "a"',
        'msgid "a"\nmsgstr "b"\n' * 20_000,
        "#: x\n" * 20_000 + 'msgid "a"',
        'msgid "a"\n' + 'msgstr[0] "b"\n' * 20_000,
        "#." + " " * 200_000 + "\n",
    ],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    with contextlib.suppress(SourceError):
        document(text)
    assert time.process_time() - start < 2
