"""Markdown: what is shown is what was written, read back by a Markdown reader."""

import html
import re

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from reporters.arbitrary import reports, shown, texts

from trustlint.report import Report
from trustlint.reporters.markdown import inline, sentence
from trustlint.reporters.wording import one_line


def rendered(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(text)


def plain(markup: str) -> str:
    """The text of a paragraph, without the marks that keep forges quiet."""
    assert not re.search(r"<(?!/?p>)", markup), markup
    return html.unescape(re.sub("</?p>", "", markup)).strip().replace("\u200b", "")


@given(text=texts.filter(lambda text: "\u200b" not in text))
@example("1. a")
@example("- a")
@example("# a")
@example("=====")
@example("a & b &amp; c")
@example("<b>x</b>")
@settings(max_examples=100)
def test_text_is_shown_as_it_is(text: str) -> None:
    assert plain(rendered(inline(text))) == one_line(text)


@pytest.mark.parametrize("text", ["@team", "see #12", "(!7)", "https://example.com", "www.example.com"])
def test_nobody_is_notified_and_nothing_is_linked(text: str) -> None:
    assert not re.search(r"(?<!\w)[@#!]\w|://|www\.", inline(text))


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_only_our_own_markup_is_left(report: Report) -> None:
    tags = set(re.findall(r"</?(\w+)", rendered(shown(report, "markdown"))))
    assert tags <= {"h2", "h3", "h4", "p", "strong", "b", "blockquote", "ul", "li"}


def test_the_words_are_marked() -> None:
    assert sentence("We reply ", "very *soon*", ", promised") == r"We reply <b>very \*soon\*</b>, promised"


def test_a_page(report: Report, clean: Report, nothing: Report) -> None:
    text = shown(report, "markdown")
    assert text.startswith("## trustlint: 1 error and 1 warning in 2 of 412 records\n\n410 clean. 2 files, ")
    assert "* broken.json:3:7: expected a comma\n" in text
    assert "> We’ll send your refund <b>as soon as possible</b>.\n" in text
    assert "**Better:** We’ll send your refund by {{refund\\_date}}.\n" in text
    assert shown(clean, "markdown").startswith("## trustlint: No problems in 3 records\n")
    assert shown(nothing, "markdown").startswith("## trustlint: Nothing to check\n")
