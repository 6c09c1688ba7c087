"""A text is read the same with a full memory, with an empty one, and without any short cut."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.config import Settings
from trustlint.discover import Target, targets
from trustlint.engine import linter
from trustlint.errors import SourceError
from trustlint.examples import placeholders
from trustlint.linter import Findings, Linter
from trustlint.message import Message
from trustlint.prose import plain_message
from trustlint.prose.memory import Memory
from trustlint.reading import Reader

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
CLEAN = sorted((ROOT / "tests" / "clean").glob("*.txt"))
ALL = Settings(packs=("all",), cache=False)


@pytest.fixture(scope="module")
def warm() -> Linter:
    """Remembers what every test before has read."""
    return linter(ALL)


@pytest.fixture(scope="module")
def thorough() -> Linter:
    """Asks every rule about every whole message."""
    return linter(Settings(packs=("all",), cache=False, prefilter=False))


def plain(text: str, role: str = "body") -> Message:
    return plain_message(text, role=role, placeholders=placeholders(text))


def forgetful(rules: Linter, message: Message) -> Findings:
    """What is said by rules that have seen no message before."""
    remembered, rules.memory = rules.memory, Memory()
    try:
        return rules.lint(message)
    finally:
        rules.memory = remembered


def test_each_example_alone(warm: Linter) -> None:
    for rule in warm.rules:
        for example in (*rule.bad, *rule.good):
            message = plain(example.text)
            assert warm.lint(message) == forgetful(warm, message), example.text


def test_examples_beside_each_other(warm: Linter, thorough: Linter) -> None:
    texts = [example.text for rule in warm.rules for example in (*rule.good, *rule.bad)]
    for number in range(len(texts) // 12):
        message = plain((" ", "\n\n", "\n")[number % 3].join(texts[number::144][:12]))
        found = forgetful(warm, message)
        assert warm.lint(message) == found
        if number % 4 == 0:
            assert thorough.lint(message) == found


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_messages(path: Path, warm: Linter, thorough: Linter) -> None:
    texts = path.read_text(encoding="utf-8").split("\n---\n")
    for number, text in enumerate(texts):
        message = plain(text)
        found = forgetful(warm, message)
        assert warm.lint(message) == found
        if number % 10 == 0:
            assert thorough.lint(message) == found


# What looks beyond its own sentence: pronouns, quotations, times, conditions, links, notes, greetings, lists.
FRAGMENTS = [
    *("Dear Ann,", "Hi {{customer.name}},", "Kind regards,", "Best,\nTom", "On Mon, 5 Jan 2026, Ann wrote:"),
    *("We will call you by Friday.", "They will call you tomorrow.", "Our engineers are out today.", "They always do."),
    *("the refund will arrive within 3 days.", "We will send it", "as soon as", "possible", "Tuesday is best."),
    *("It ships at 5 p.m.", "Open until 6 a.m.", "On 5 May 2026.", "Yesterday.", "Monday, 5 May 2026", "in 24 hours!"),
    *("“We guarantee a full refund,” she said.", "'You will get it back", "tomorrow' he wrote.", "“Never. Ever.”"),
    *(
        "If you reply,",
        "we'll refund you.",
        "Unless you object.",
        "and we'll pay.",
        "But we will.",
        "or your money back.",
    ),
    *("See https://shop.example/terms.", "You will find it here:", "Terms apply.", "free*", "*terms apply"),
    *("We will refund {{amount}} by {{date}}.", "[DATE]", "{{ticket.id}}", "{% if paid %}we promise{% endif %}"),
    *("- we will call\n- they will write", "1. Send the form.\n2. We pay.", "> We will refund you\n> tomorrow."),
    *("Sorry for the delay.", "Sorry for the delay", "a new one ships today.", "Is that ok?", "No.", "No. 7 is sold."),
    *("WE GUARANTEE IT.", "Rest assured!", "100% ſafe…", "ﬁnally we oﬀer a full refund.", "we\u0301 promiſe"),
    *("İstanbul: we will ſend it ſoon.", "\u212aelvin will call.", "`we will refund`", "(we will call you soon)"),
]
BETWEEN = [" ", " ", " ", "\n", "\n\n", "\n \n", " - ", ", ", "; ", ""]
MESSAGES = st.builds(
    lambda parts, change: change("".join(map("".join, parts))),
    st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(BETWEEN)), min_size=1, max_size=9),
    st.sampled_from([str, str, str, str, str.upper, str.title, lambda text: text.replace("e", "e\u0301")]),
)


@settings(max_examples=80, deadline=None)
@given(MESSAGES, st.sampled_from(["body", "body", "body", "subject"]))
def test_sentences_that_look_at_each_other(warm: Linter, thorough: Linter, text: str, role: str) -> None:
    message = plain(text, role)
    found = thorough.lint(message)
    assert warm.lint(message) == found
    assert forgetful(warm, message) == found


def test_threads_that_share_a_linter(warm: Linter) -> None:
    warm.memory = Memory()
    messages = [plain(f"{one} {two}") for one in FRAGMENTS[::3] for two in FRAGMENTS[1::9]]
    alone = [forgetful(warm, message) for message in messages]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(warm.lint, [*messages, *reversed(messages)])) == [*alone, *reversed(alone)]


def library() -> Iterator[Message]:
    """The first texts of every twentieth file."""
    reader = Reader(Settings(cache=False))
    for number, target in enumerate(targets([str(CORPUS)])):
        if number % 20 or not isinstance(target, Target) or Path(target.path).stat().st_size > 60_000:
            continue
        try:
            fields = [each for each in reader.file(target) if isinstance(each, tuple)]
        except SourceError:
            continue
        yield from (message for field in fields[:3] for message in field if isinstance(message, Message))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
def test_real_messages(warm: Linter, thorough: Linter) -> None:
    read = 0
    for message in library():
        found = forgetful(warm, message)
        assert warm.lint(message) == found, message.file.path
        read += 1
        if read % 12 == 0:
            assert thorough.lint(message) == found, message.file.path
    assert read > 20
