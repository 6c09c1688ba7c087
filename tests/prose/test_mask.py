import pytest

from trustlint import masks
from trustlint.message import Placeholder
from trustlint.prose import Prose
from trustlint.span import Span

LETTERS = {masks.URL: "U", masks.CODE: "C", masks.QUOTE: "Q", masks.HISTORY: "H", masks.DATE: "D", masks.NAME: "N"}


def show(masked: str) -> str:
    for mask, letter in LETTERS.items():
        masked = masked.replace(mask, letter)
    return masked


KEPT = [
    "We'll call 'til five, don't worry.",
    "A 24\" screen and a 6' pole, both the customers' own.",
    "The \"free\" gift and the 'new price' stay.",
    "Acme.com will refund you.",
    "It's 24/7 and/or weekdays.",
    "On Monday our engineer wrote:\nAll is well.",
    '"We will refund you today."',
    "A > B and B > C.",
    "Send 5 @ 3 each.",
]


@pytest.mark.parametrize("text", KEPT)
def test_not_masked(text: str) -> None:
    assert Prose.of_text(text).masked == text


MASKED = [
    ("See https://a.de/x?y=1.", "See UUUUUUUUUUUUUUUUUU."),
    ("See (www.a.de/b_(c)).", "See (UUUUUUUUUUUUUU)."),
    ("Mail help@a-b.co.uk now", "Mail UUUUUUUUUUUUUU now"),
    ("Mail x@y.de..x@y.de now", "Mail UUUUUUUUUUUUUU now"),
    ("Open shop.de/returns now", "Open UUUUUUUUUUUUUUU now"),
    ("Run `Promise.all` first", "Run CCCCCCCCCCCCC first"),
    ("A ```\nwe will\n``` B", "A CCCCCCCCCCCCCCC B"),
    ("You said “we will call” us", "You said QQQQQQQQQQQQQQ us"),
    ("You said ‘we’ll call you’ us", "You said QQQQQQQQQQQQQQQQ us"),
    ("You said 'we'll call you' us", "You said QQQQQQQQQQQQQQQQ us"),
    ('You said "we will call" us', "You said QQQQQQQQQQQQQQ us"),
    ("You said « we will call » us", "You said QQQQQQQQQQQQQQQQ us"),
    ("You said “we will ‘really’ call.” Us", 'You said QQQQQQQQQQQQQQQQQQQQQQ." Us'),
    ("Hi\n> we will call\nbye", "Hi\nHHHHHHHHHHHHHH\nbye"),
    ("We’ll – “yes” – reply\xa0soon", 'We\'ll - "yes" - reply soon'),
    ("１２ days", "12 days"),
]


@pytest.mark.parametrize(("text", "expected"), MASKED)
def test_masked(text: str, expected: str) -> None:
    assert show(Prose.of_text(text).masked) == expected


HISTORIES = [
    "On 3 May 2025 at 10:02, Ana <a@b.de> wrote:\nWe were promised a call.",
    "-----Original Message-----\nWe were promised a call.",
    "From: Ana\nSent: Monday\nTo: Us\n\nWe were promised a call.",
    "On Mon, 3 May 2025, Ana\n<a@b.de> wrote:\n> We were promised a call.",
]


@pytest.mark.parametrize("history", HISTORIES)
def test_mail_below_is_history(history: str) -> None:
    masked = Prose.of_text(f"We will call.\n\n{history}").masked
    assert masked.startswith("We will call.\n\n")
    assert "promised" not in masked


def test_headers_at_the_top_are_the_templates_own() -> None:
    text = "From: Us\nTo: You\nSubject: Hello\n\nWe will call."
    assert Prose.of_text(text).masked == text


def test_replies_between_quoted_lines_stay() -> None:
    masked = Prose.of_text("On 3 May 2025, Ana wrote:\n> Will you call?\nWe will call.\n> When?").masked
    assert masked.replace(masks.HISTORY, "").split("\n") == ["", "", "We will call.", ""]


def test_placeholders_and_their_fallbacks() -> None:
    text = "Hi {{name|there}}, by {{due}}."
    placeholders = (Placeholder(Span(3, 17), "name", "name", (Span(10, 15),)), Placeholder(Span(22, 29), "date", "due"))
    assert show(Prose.of_text(text, placeholders=placeholders).masked) == "Hi NNNNNNNthereNN, by DDDDDDD."


def test_plain_keeps_quoted_words() -> None:
    prose = Prose.of_text("You said “we will call” us")
    assert prose.plain == 'You said "we will call" us'
    assert [span.of(prose.text) for span in prose.quotations] == ["“we will call”"]


def test_what_the_markup_says_is_code_or_quoted_is_hidden_line_by_line() -> None:
    from trustlint.message import Message, Record, SourceFile
    from trustlint.span import Span, TextMap

    text = "We promise.\nYou wrote:\nwe promise\nrun promise now"
    quoted = Span(text.index("we promise\n"), text.index("run") - 1)
    code = Span(text.index("run"), len(text))
    message = Message(
        Record("plain", "text", ""), "", text, SourceFile("-", text), lambda: TextMap.verbatim(len(text)),
        code=(code,), quoted=(quoted,),
    )  # fmt: skip
    plain = Prose(message).plain
    assert plain.count("promise") == 1
    assert plain.count("\n") == 3
    assert len(plain) == len(text)


def test_a_text_full_of_placeholders_costs_as_much_as_it_is_long() -> None:
    from time import process_time

    from trustlint.prose.mask import paint_placeholders

    def cost(number: int) -> float:
        text = "{{a}} soon " * number
        placeholders = [Placeholder(Span(11 * at, 11 * at + 5), "name", "a") for at in range(number)]
        start = process_time()
        assert paint_placeholders(text, placeholders).count(masks.NAME) == 5 * number
        return process_time() - start

    assert cost(20_000) < 60 * max(cost(1_000), 0.001)
