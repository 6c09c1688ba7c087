"""Values made to be slow are read in time that grows with their length, not with its square."""

from collections.abc import Callable
from time import process_time

import pytest

from trustlint.sources.dialect import syntaxes
from trustlint.sources.markup import attributes, html, library, markdown

PIECES = [
    *("<p hidden>", "<blockquote>", "</p", '<a b="', "<a b='c", "<!--", "<![CDATA[", "]]>", "&#1", "&a", "<br", "</"),
    *("`", "``` ", "```\n", "[", "](", "[a]: b\n", "**", "*a ", "_a_b ", "|a|\n|-|\n", "> ", "# a\n", "a\n---\n"),
    *("---\n", "a: b\n", "<!-- a -->", "## A\n```\nx\n", "    x\n\n", "\t \n", "\0", "{{a", "@if(", "&lt;p"),
]


def seconds(read: Callable[[str], object], value: str) -> float:
    started = process_time()
    read(value)
    return process_time() - started


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("read", [html.visible, markdown.visible, library.replies, syntaxes])
def test_time_grows_with_length(read: Callable[[str], object], piece: str) -> None:
    # Generous: the square of what these take when they are read in one pass is minutes.
    assert seconds(read, piece * (60_000 // len(piece))) < 5


def test_attributes_of_a_broken_tag_are_gone_through_once() -> None:
    def cost(length: int) -> float:
        return seconds(lambda value: list(attributes.spans(value, 0, ("alt",))), "alt " + "|" * length)

    assert cost(80_000) < 40 * max(cost(5_000), 0.001)
