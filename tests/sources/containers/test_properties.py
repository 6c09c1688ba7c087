import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import SourceFile
from trustlint.sources.containers.properties import documents
from trustlint.span import Span

TABLE = """\
# replies = never
! replies: never

mail.refund.subject = We\\u2019ll pay \\
      \\tyou back
mail.bye:Bye
mail\\ key  \\
  =  \\ud83d\\ude00 \\ud83d \\: \\u12
alone
again=first
again=last\\
"""


def document(text: str):
    (found,) = documents(SourceFile("mail.properties", text))
    return found


@pytest.mark.parametrize("text", ["", "\n# a\n", "  ! a", " \t "])
def test_comments_say_nothing(text):
    assert document(text).data == {}


def test_what_is_not_there_has_no_map():
    for route in [(), ("b",), ("a", 0)]:
        with pytest.raises(KeyError):
            document("a=b").locate(route)


def test_data_and_places():
    found = document(TABLE)
    assert found.data == {
        "mail.refund.subject": "We’ll pay \tyou back",
        "mail.bye": "Bye",
        "mail key": "😀 \ufffd : u12",
        "alone": "",
        "again": "last",
    }
    value = found.data["mail.refund.subject"]
    places = found.locate(("mail.refund.subject",))
    assert places.to_source(Span(0, 5)).of(TABLE) == "We\\u2019ll"
    assert places.to_source(Span(value.index("pay"), len(value))).of(TABLE) == "pay \\\n      \\tyou back"
    assert found.span(("mail.bye",)).of(TABLE) == "Bye"


TEXTS = st.text(alphabet=list("ab =:#!\\\n\t\ré’😀u"), max_size=12)


@st.composite
def written(draw, value, in_key=False):
    made = ""
    for char in value:
        named = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\"}.get(char, char)
        if char in "=:#! " and (in_key or made[-1:] in ("", "\n", " ") or draw(st.booleans())):
            named = f"\\{char}"
        units = char.encode("utf-16-be").hex()
        escaped = "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
        made += escaped if draw(st.integers(0, 3)) == 0 else named
        made += draw(st.sampled_from(["", "", "", "\\\n  ", "\\\r\n"]))
    return made


@given(TEXTS.filter(bool), TEXTS, st.data())
def test_every_part_of_every_text_is_where_it_is_written(key, value, data):
    text = f"a=b\n  {data.draw(written(key, in_key=True))} = {data.draw(written(value))}"
    found = document(text)
    assert found.data == {"a": "b", key: value}
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    slice = found.locate((key,)).to_source(Span(start, end)).of(text)
    blanks = slice[: len(slice) - len(slice.lstrip())]
    assert blanks + document(f"a={slice}").data["a"] == value[start:end]


@given(st.text(alphabet=list("a=:#!\\\n\r \tu1"), max_size=30))
def test_no_text_is_a_traceback(text):
    found = document(text)
    for key, value in found.data.items():
        assert found.locate((key,)).length == len(value)


@pytest.mark.parametrize("part", ["\\", "\\\n", " ", "=", "a\\\n", "\n ", "# a\n", "\\u", "a=b\n"])
def test_no_text_takes_long(part):
    start = time.process_time()
    document(part * 100_001)
    assert time.process_time() - start < 3
