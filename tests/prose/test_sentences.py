from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.prose import Prose
from trustlint.span import Span


def split(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in Prose.of_text(text).sentences]


WHOLE = [
    "Your refund of $4.50 is on its way.",
    "Update to version 2.1.3 first.",
    "We call between 9 a.m. and 5 p.m. BST on weekdays.",
    "Ask Dr. Osei or Ms. J. Lindqvist about it.",
    "Bring proof, e.g. a bill, i.e. a paper one.",
    "It takes approx. 5 days.",
    "Acme Inc. and Bolt Ltd. are one firm.",
    "See our U.S. and U.K. pages.",
    "Choose No. 7 from the list.",
    "Hmm... let me look.",
    "Read example.com/returns.html first.",
    "Press “Go. Stop. Go” twice.",
    "We answer in 2 days (working days, Mon. to Fri.) at most.",
    "We will write to you\nwithin 2 business days.",
    "We'll reply by\nFriday.",
    "A parcel that travels all the way from the far warehouse to the\nHamburg depot is late.",
    "No final stop",
]


@pytest.mark.parametrize("text", WHOLE)
def test_not_split(text: str) -> None:
    assert split(text) == [text]


SPLIT = [
    ("We lost it. We'll pay.", ["We lost it.", "We'll pay."]),
    ("Really?! Yes.", ["Really?!", "Yes."]),
    ("He said “we will.” Then he left.", ["He said “we will.”", "Then he left."]),
    ("(We reply in a day.) Thanks!", ["(We reply in a day.)", "Thanks!"]),
    ("We open at 9 a.m. Please call then.", ["We open at 9 a.m.", "Please call then."]),
    ("Free returns.* We pay.", ["Free returns.*", "We pay."]),
    ("Thanks! 😊 We'll call.", ["Thanks! 😊", "We'll call."]),
    ("Great 🎉🎉 We'll call 👍", ["Great 🎉🎉", "We'll call 👍"]),
    ("It broke.We fixed it.", ["It broke.", "We fixed it."]),
    ("we got it. we will call soon.", ["we got it.", "we will call soon."]),
    ("Wait… Then call.", ["Wait…", "Then call."]),
    ("We reply soon!!\nThe end of the\nroad.", ["We reply soon!!", "The end of the\nroad."]),
    ("Steps:\n1. Open it.\n2. Shut it.", ["Steps:", "1. Open it.", "2. Shut it."]),
    ("- one thing\n- another\n  thing\n* third", ["- one thing", "- another\n  thing", "* third"]),
    (
        "| Refund | 5 days |\n|---|---|\n| Post | 2 days |",
        ["| Refund |", "5 days |", "|---|---|", "| Post |", "2 days |"],
    ),
    ("What happens next\n\nWe call.", ["What happens next", "We call."]),
    ("Next update: 3 pm\nOwner: Ana", ["Next update: 3 pm", "Owner: Ana"]),
    ("One line.\r\n\r\nTwo\rThree", ["One line.", "Two", "Three"]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_split(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_parts() -> None:
    text = (
        "Hi Ana,\n\nYour lamp left today. We'll write on Friday.\n\n"
        "Kind regards,\nThe team\nLumen Ltd\n\nP.S. We'll call you too."
    )
    found = [(sentence.span.of(text), sentence.part) for sentence in Prose.of_text(text).sentences]
    assert found == [
        ("Hi Ana,", "greeting"),
        ("Your lamp left today.", "body"),
        ("We'll write on Friday.", "body"),
        ("Kind regards,", "sign-off"),
        ("The team", "sign-off"),
        ("Lumen Ltd", "sign-off"),
        ("P.S. We'll call you too.", "body"),
    ]


@pytest.mark.parametrize(
    "text", ["Hello and thank you for writing to us.", "Dear customers get a gift. Ask us.", "Thank you for the photo."]
)
def test_sentences_that_only_begin_politely_are_body(text: str) -> None:
    assert {sentence.part for sentence in Prose.of_text(text).sentences} == {"body"}


def test_paragraphs() -> None:
    text = "One\ntwo.\n \nThree. \n\n\nFour."
    assert [span.of(text) for span in Prose.of_text(text).paragraphs] == ["One\ntwo.", "Three.", "Four."]


def test_white_space_belongs_to_the_sentence_before() -> None:
    text = "  One. Two."
    prose = Prose.of_text(text)
    assert [prose.sentence_at(at).span.of(text) for at in (0, 5, 6, 7, 11)] == ["One.", "One.", "One.", "Two.", "Two."]


WORDS = ["We", "will", "call", "if", "but", "Thanks,", "9", "a.m.", "e.g.", "x@y.de", "www.a.de/b", "wrote:", "İ"]
MARKS = [
    *".!?…|\"'“”‘’«»😊`#,;()",
    ":)",
    "---",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\xa0",
    " ",
    "- ",
    "1. ",
    "> ",
    ": ",
]
PIECES = st.lists(st.sampled_from([*WORDS, *MARKS, "Hi Ana,", "On 3 May"]), max_size=40).map("".join)


@given(PIECES | st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_every_character_is_in_one_sentence(text: str) -> None:
    prose = Prose.of_text(text)
    assert len(prose.plain) == len(prose.masked) == len(prose.folded) == len(text)
    at = 0
    for sentence in prose.sentences:
        start, end = sentence.span
        assert at <= start < end
        assert not prose.masked[at:start].strip()
        assert prose.masked[start:end].strip() == prose.masked[start:end]
        at = end
    assert not prose.masked[at:].strip()


@given(PIECES)
@settings(max_examples=100, deadline=None)
def test_clauses_cover_their_sentence_and_have_a_stance(text: str) -> None:
    prose = Prose.of_text(text)
    for sentence in prose.sentences:
        at = sentence.span.start
        for clause in prose.clauses(sentence):
            assert not prose.masked[at : clause.span.start].strip()
            assert prose.stance(clause.span).part == sentence.part
            at = clause.span.end
        assert at == sentence.span.end


@given(PIECES)
@settings(max_examples=100, deadline=None)
def test_masking_twice_is_masking_once(text: str) -> None:
    masked = Prose.of_text(text).masked
    if "`" not in text and "wrote:" not in text:
        assert Prose.of_text(masked).plain == masked


HOSTILE = [
    " ",
    "we   ",
    "A b\n",
    "?",
    "- ",
    "if you ",
    '"a ',
    "> ",
    "From: a\n",
    "a)",
    "'",
    ", we will",
    "and we ",
    "our x of ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length(piece: str) -> None:
    text = piece * (8000 // len(piece))
    prose = Prose.of_text(text)
    began = process_time()
    prose.stance(Span(len(text) // 2, len(text) // 2 + 1))
    assert process_time() - began < 5  # quadratic ones took minutes


@pytest.mark.parametrize("row", ["😀", "😀\ufe0f", "😀 ", "⭐\u200d", " :)😀", "😀!"])
def test_a_row_of_emoji_is_read_once(row: str) -> None:
    began = process_time()
    found = Prose.of_text(f"We wrote to you {row * 4000}then.").sentences
    assert found[-1].span.end > 4000
    assert process_time() - began < 5  # a row without a space behind it took longer than anyone waits
