"""How comments are written: by opener and closer in markup and templates, to the end of the line elsewhere."""

import re
from collections.abc import Callable, Iterator

from trustlint.patterns import lazy
from trustlint.sources.comments import MARK, Found, reach
from trustlint.span import Span

_LONGEST_OPENER = 80
PAIRS = ("-start", "-end")
LONGEST = 2000
"""Characters that a comment may have: one without an end must not cost a search of the whole file."""
_OPENERS = (
    (re.compile(r"<!--\s*\Z"), re.compile("-->")),
    (re.compile(r"\{%[-~]?\s*comment\b[^%\n]*%\}\s*\Z"), re.compile(r"\{%[-~]?\s*endcomment\s*[-~]?%\}")),
    (re.compile(r"\{%[-~]?\s*#\s*\Z"), re.compile(r"[-~]?%\}")),
    (re.compile(r"\{#[-~]?\s*\Z"), re.compile(r"[-~]?#\}")),
    (re.compile(r"\{\{~?!--\s*\Z"), re.compile(r"--~?\}\}")),
    (re.compile(r"\{\{~?!\s*\Z"), re.compile(r"~?\}\}")),
    (re.compile(r"\{\{--\s*\Z"), re.compile(r"--\}\}")),
    (re.compile(r"<%#\s*\Z"), re.compile(r"-?%>")),
    (re.compile(r"\{\*\s*\Z"), re.compile(r"\*\}")),
)
"""HTML, Liquid and Django, Liquid, Jinja and Twig, Handlebars, Mustache, Blade, ERB, Smarty."""
_XML = _OPENERS[:1]
_SLASHES = (re.compile(r"/\*\s*\Z"), re.compile(r"\*/"))
_HASH = lazy(r"(?:\A|(?<=[\s]))#+[.]?[ \t]*\Z")
_HASH_OR_SLASHES = lazy(r"(?:\A|(?<=[\s]))(?:#+|//+)[ \t]*\Z")
_LINE_END = lazy(r"[\r\n]|\Z")
_CDATA = lazy(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_HEREDOC = lazy(r"<<-?[ \t]*(\w+)[ \t]*\Z")
_FENCE = lazy(r"(?ms)^[ \t]*(`{3,}|~{3,})(?:(?!\1).)*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)")

Syntax = tuple[re.Pattern[str], re.Pattern[str]]


def in_markup(text: str) -> Iterator[Found]:
    """Comments of HTML and of template languages."""
    return _found(text, _OPENERS, reach.in_markup)


def in_container(text: str, container: str) -> Iterator[Found]:
    """The comments of a file in its container's own syntax."""
    find = _CONTAINERS.get(container)
    return find(text) if find else iter(())


def _page(text: str) -> Iterator[Found]:
    """A page, its front matter in YAML. What stands in a block of code is shown to customers: it is no comment."""
    from trustlint.sources.markup.front_matter import front_matter

    header = front_matter(text)
    if header:
        for found in _yaml(header[0].of(text)):
            by = header[0].start
            yield Found(found.span.shift(by), found.said, found.reach.shift(by))
    yield from _outside(in_markup(text), _spans(_FENCE, text))


def _yaml(text: str) -> Iterator[Found]:
    found = list(_found(text, ((_HASH, _LINE_END),), reach.by_indent))
    return _outside(found, scalars(text)) if found else iter(())


def _po(text: str) -> Iterator[Found]:
    return _found(text, ((_HASH, _LINE_END),), reach.to_blank_line)


def _hcl(text: str) -> Iterator[Found]:
    found = _found(text, ((_HASH_OR_SLASHES, _LINE_END), _SLASHES), reach.by_indent)
    return _outside(found, list(heredocs(text)))


def _xml(text: str) -> Iterator[Found]:
    return _outside(_found(text, _XML, reach.in_xml), _spans(_CDATA, text))


_CONTAINERS: dict[str, Callable[[str], Iterator[Found]]] = {
    "text": _page,
    "yaml": _yaml,
    "po": _po,
    "hcl": _hcl,
    "xml": _xml,
}


def _found(text: str, syntaxes: tuple[Syntax, ...], reaches: Callable[[str, Span], Span]) -> Iterator[Found]:
    at = text.find(MARK)
    while at >= 0:
        end = at + len(MARK)
        for opener, closer in syntaxes:
            opened = opener.search(text, max(0, at - _LONGEST_OPENER), at)
            closed = closer.search(text, end, end + LONGEST) if opened else None
            if opened and closed:
                span = Span(opened.start(), closed.end() if closer is not _LINE_END else closed.start())
                said = text[end : closed.start()].rstrip()
                yield Found(span, said, span if said.startswith(PAIRS) else reaches(text, span))
                end = span.end
                break
        at = text.find(MARK, end)


def _outside(found: "Iterator[Found] | list[Found]", others: list[Span]) -> Iterator[Found]:
    return (each for each in found if not any(other.overlaps(each.span) for other in others))


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def heredocs(text: str) -> Iterator[Span]:
    at, opened, name = 0, 0, None
    for line in text.splitlines(keepends=True):
        if name is None and (opener := _HEREDOC.search(line.rstrip())):
            opened, name = at + len(line), opener[1]
        elif name is not None and line.strip() == name:
            yield Span(opened, at)
            name = None
        at += len(line)


def scalars(text: str) -> list[Span]:
    """The scalars of a YAML text: a `#` inside one is no comment."""
    import yaml  # costs more than most files; needed only where such a comment seems to be

    spans = []
    try:
        for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark.index, token.end_mark.index
                last = start + len(text[start:end].rstrip())
                # A block has its text below the line that opens it.
                first = text.find("\n", start, last) if text[start] in "|>" else start
                spans.append(Span(max(first, start), last))
    except yaml.YAMLError:
        return spans  # Reading the file says what is wrong with it.
    return spans
