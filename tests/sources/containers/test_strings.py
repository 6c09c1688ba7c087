import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers.strings import documents
from trustlint.span import Span

TABLE = r"""/* "never" = "never"; */
"refund" = "We\U2019ll \"pay\" // soon";
plain.key = value; // "never"
"same" ;
"again" = "a"; "again" /* x */ = "b\
c \ud83d\ude00 \101";
"""


def document(text: str):
    (found,) = documents(SourceFile("Localizable.strings", text))
    return found


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('"a" = "b', (1, 7), "no closing quote"),
        ('"a" = ;', (1, 7), "expected a text"),
        ('"a" "b";', (1, 5), "= or ;"),
        ('"a" = "b"\n"c" = "d";', (2, 1), "expected ;"),
        ('"a" = "b"', (1, 10), "expected ;"),
        ("<?xml?>", (1, 1), "expected a key"),
        ("/* a", (1, 1), "*/"),
    ],
)
def test_mistakes_are_placed_and_said_plainly(text, place, words):
    with pytest.raises(SourceError) as caught:
        document(text)
    assert (caught.value.line, caught.value.column) == place
    assert words in caught.value.message


def test_data_and_places():
    found = document(TABLE)
    assert found.data == {
        "refund": 'We’ll "pay" // soon',
        "plain.key": "value",
        "same": "same",
        "again": "b\nc 😀 A",
    }
    assert found.locate(("refund",)).to_source(Span(2, 11)).of(TABLE) == r"\U2019ll \"pay\""
    assert found.locate(("plain.key",)).to_source(Span(0, 5)).of(TABLE) == "value"
    assert found.span(("refund",)).of(TABLE).startswith('"We')
    for route in [(), ("missing",), ("same", 0)]:
        with pytest.raises(KeyError):
            found.locate(route)


TEXTS = st.text(alphabet=list('ab ;="\\\n\té’😀uU'), max_size=12)


@given(TEXTS, st.data())
def test_every_part_of_every_text_is_where_it_is_written(value, data):
    made = ""
    for char in value:
        units = char.encode("utf-16-be").hex()
        escaped = "".join(f"\\U{units[at : at + 4]}" for at in range(0, len(units), 4))
        named = {"\n": "\\n", '"': '\\"', "\\": "\\\\"}.get(char, char)
        made += escaped if data.draw(st.integers(0, 3)) == 0 else named
    text = f'/* x */ "a" = "{made}";'
    found = document(text)
    assert found.data == {"a": value}
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    slice = found.locate(("a",)).to_source(Span(start, end)).of(text)
    assert document(f'"a" = "{slice}";').data["a"] == value[start:end]


@given(st.text(alphabet=list('a=;"\\/* \n1U'), max_size=30))
def test_no_text_is_a_traceback(text):
    with contextlib.suppress(SourceError):
        found = document(text)
        for key, value in found.data.items():
            assert found.locate((key,)).length == len(value)


@pytest.mark.parametrize("part", ['"', "\\", " ", "/*", "// a\n", '"a";', '"\\', "a"])
def test_no_text_takes_long(part):
    start = time.process_time()
    with contextlib.suppress(SourceError):
        document(part * 100_001)
    assert time.process_time() - start < 3
