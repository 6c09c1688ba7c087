"""A value to its messages: what is kept where, and in time that grows in step with its length."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import Message, SourceFile
from trustlint.sources.keeping import Kept
from trustlint.sources.read import read
from trustlint.span import Span, TextMap

SHAPES = {
    "slots in attributes": lambda count: '<img alt="{{ a }}">{{ b }} ' * count,
    "texts set aside": lambda count: "".join(f'{{% assign a{n} = "Text {n}" %}}{{{{ a }}}} ' for n in range(count)),
    "branches": lambda count: "{% if a %}{{ b }}{% else %}{{ c }}{% endif %} " * count,
    "code between texts set aside": lambda count: "".join(
        f'<code>x</code> {{% assign a{n} = "Text {n}" %}}' for n in range(count)
    ),
    "elements that are not shown": lambda count: '<p hidden>a</p>b<style>c</style>{{ d }}<img alt="e">' * count,
    "slots with entities around them": lambda count: "&lt;{{ a }}&gt;&amp;<br>{{ b }}" * count,
}


def looked_at(text: str) -> int:
    """How many messages a page has, each taken to its place."""
    found = [each for each in read(SourceFile("mail.liquid", text)) if isinstance(each, Message)]
    for message in found:
        message.in_file(Span(0, len(message.text)))
    return len(found)


def seconds(text: str) -> float:
    started = process_time()
    assert looked_at(text)
    return process_time() - started


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_grows_in_step_with_length(shape: Callable[[int], str]) -> None:
    small, large = shape(400), shape(3200)
    # The least of three: whatever else the machine does only ever adds.
    few = min(seconds(small) for _ in range(3))
    many = min(seconds(large) for _ in range(3))
    assert many < 8 * 3 * few  # 8 where it is linear, 64 where it is quadratic


stretches = st.lists(st.integers(0, 40), max_size=8, unique=True).map(
    lambda marks: [Span(a, b) for a, b in zip(sorted(marks)[::2], sorted(marks)[1::2], strict=False)]
)


@given(kept=stretches, others=stretches)
def test_kept_parts_are_the_characters_that_are_kept(kept: list[Span], others: list[Span]) -> None:
    text = "".join(chr(0x100 + at) for at in range(41))
    read_text = "".join(span.of(text) for span in kept)
    reading = Kept(kept)
    assert [span.of(read_text) for span in reading.spans(others)] == [
        said for span in others if (said := "".join(char for char in span.of(text) if char in read_text))
    ]
    lead = TextMap(reading.runs)
    assert "".join(lead.to_source(Span(at, at + 1)).of(text) for at in range(lead.length)) == read_text
