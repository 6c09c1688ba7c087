"""The HTML page: text stays text, nothing is loaded, and the words are marked."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given, settings
from reporters.arbitrary import reports, shown

from trustlint.report import Report

VOID = {"meta"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "nav", "h1", "h2", "h3",
    "p", "ul", "li", "a", "i", "b", "br", "code", "small", "mark", "div", "blockquote", "details", "summary",
    "table", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "dir", "scope"}


class Page(HTMLParser):
    """Reads a page and holds it to what we write ourselves."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= ATTRIBUTES
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID | {"br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["mark"]:
            self.marked.append(data)


def read(report: Report) -> Page:
    page = Page()
    page.feed(shown(report, "html"))
    page.close()
    assert not page.open
    return page


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_text_stays_text(report: Report) -> None:
    page = read(report)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_policy_allows_the_style_and_nothing_else(report: Report) -> None:
    text = shown(report, "html")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in text
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_the_words_are_marked(report: Report) -> None:
    assert read(report).marked == ["as soon as possible", "calm down␛[2J"]


def test_a_page(report: Report, clean: Report, nothing: Report) -> None:
    text = shown(report, "html")
    assert "<h1>1 error and 1 warning in 2 of 412 records</h1>\n<p>410 records clean. " in text
    assert "1 problem: not everything was checked" in text
    assert "<li>broken.json:3:7: expected a comma</li>" in text
    assert '<blockquote dir="auto" lang="en">We’ll send your refund <mark>' in text
    assert "<h1>No problems in 3 records</h1>" in shown(clean, "html")
    assert "<h1>Nothing to check</h1>" in shown(nothing, "html")


def test_filters_name_what_they_show(report: Report) -> None:
    assert read(report).links == ["#all", "#only-error", "#only-warning"]
