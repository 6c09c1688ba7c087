import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.sources.markup.markdown import visible
from trustlint.span import Span, TextMap


@pytest.mark.parametrize(
    "value",
    [
        "<!-- always -->",
        "<!-- always\n\nalways\n-->",
        "[always]: https://always.example",
        "---\ntitle: always\n---\n",
        "![](https://always.example/always.png)",
        "* * *",
    ],
)
def test_what_nobody_sees(value: str) -> None:
    assert visible(value).text == ""


@pytest.mark.parametrize(
    "value",
    [
        "Hi [Customer Name], pay by [DATE]",
        "<Customer Name> wrote",
        "snake_case_name and ____ and 2 * 3 * 4",
        "a | b",
        "#refund and #12345",
        "1 < 2 & 3 > 2",
        "24-hour reply - really",
        "Best,\nThe team",
        "**never closed",
        "f(x)[0]",
    ],
)
def test_what_is_no_markup_stays(value: str) -> None:
    assert visible(value).text == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("## Your refund ##\nIs on its way", "Your refund\n\nIs on its way"),
        ("Your refund\n===\nIs on its way", "Your refund\n\nIs on its way"),
        ("**100%** _guaranteed_ ~~maybe~~ ***now***", "100% guaranteed maybe now"),
        ("**bold *and more* bold**", "bold and more bold"),
        (
            "see [our *terms*](https://x.example/a_b_c 'T') or [these][t] or [t]\n\n[T]: u",
            "see our terms or these or t",
        ),
        ("[a link\nover lines](u)", "a link\nover lines"),
        ("![a cat](c.png) <https://x.example> <me@x.example>", "a cat https://x.example me@x.example"),
        ("- one\n- two\n\n1. three", "- one\n- two\n1. three"),
        ("a  \nb\\\nc<br>d", "a\nb\nc\nd"),
        ("| Plan | Time |\n|---|---|\n| Free | 2 days |\n\nEnd", "Plan\nTime\nFree\n2 days\n\nEnd"),
        ("> old\n> words\n\nnew", "old\nwords\n\nnew"),
        ("It&rsquo;s <b>free</b>\\*", "It’s free*"),
        ("guar\xadantee", "guarantee"),
        ("one\r\ntwo\r\n\r\nthree", "one\ntwo\n\nthree"),
        ("**{{name}}**, hi", "{{name}}, hi"),
    ],
)
def test_what_a_customer_reads(value: str, text: str) -> None:
    assert visible(value).text == text


def test_code_and_quotes_are_pointed_out() -> None:
    shown = visible("Run `ls *`:\n\n```\nsudo *x*\n```\n\n> You said\n> soon")
    assert [span.of(shown.text) for span in shown.code] == ["ls *", "sudo *x*"]
    assert [span.of(shown.text) for span in shown.quoted] == ["You said\nsoon"]


@pytest.mark.parametrize(
    ("value", "words", "source"),
    [
        ("you will **always** get it", "will always get", "will **always** get"),
        ("> as soon\n> as possible", "soon\nas", "soon\n> as"),
        ("see [our terms](u)", "our terms", "our terms"),
        ("It&rsquo;s so", "It’s", "It&rsquo;s"),
        ("a\r\nb c", "b c", "b c"),
    ],
)
def test_words_keep_their_place(value: str, words: str, source: str) -> None:
    shown = visible(value)
    at = shown.text.index(words)
    assert TextMap(shown.runs).to_source(Span(at, at + len(words))).of(value) == source


@given(st.text(alphabet="ab *_`[]()<>!#-=>|\\&;\n\r\t~1.\0:/", max_size=80))
def test_anything_can_be_read(value: str) -> None:
    shown = visible(value)
    assert TextMap(shown.runs).length == len(shown.text)
    for span in (*shown.code, *shown.quoted):
        assert 0 <= span.start < span.end <= len(shown.text)


@given(
    st.lists(
        st.sampled_from(["Hi", " ", "\n", "\n\n", "- ", "1. ", "ok.", "=", "*", "x_y", "#", ">", "\t"]), max_size=12
    )
)
def test_plain_values_take_a_short_cut_to_the_same_text(parts: list[str]) -> None:
    value = "".join(parts)
    # An emphasised word after it makes the value take the long way.
    long_way = visible(f"{value}\n\n**end**").text
    assert long_way == (f"{visible(value).text}\n\nend" if visible(value).text else "end")
