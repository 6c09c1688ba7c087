"""Which format a file has: by the shape of what it says, never by a guess.

A wrong guess would lint a package.json. Names only break ties, and choose how Markdown, HTML and plain text are
read, which have no shape of their own.
"""

import os
import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources import routes
from trustlint.sources.containers import Document, container
from trustlint.sources.formats import Format, matches
from trustlint.sources.markup.front_matter import front_matter
from trustlint.sources.records import record_route
from trustlint.sources.registry import Formats, platforms

_CONTAINERS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
}
_PAGES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".txt": "text", ".text": "text"}
_TEMPLATES = (
    *(".liquid", ".hbs", ".handlebars", ".mustache", ".erb", ".twig", ".j2", ".jinja", ".jinja2", ".njk"),
    *(".tt", ".tt2", ".blade.php"),
)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"])")
_HTML = re.compile(r"(?i)</(?:p|div|t[dr]|table|body|html|a|span|strong|h[1-6])>")
_LOOKED_AT = 5
"""Documents of a stream that are held against the signatures: a sync begins with lines about itself."""
_HEAD = 20_000
"""Characters of a page in which its signature stands."""
_FRONT_MATTER_KEYS = re.compile(r"(?m)^(?:title|name|subject|id)[ \t]*:")


class Detection(NamedTuple):
    """The format of a file, or none; why; and whether its shape says so or only the user's wish to read it."""

    format: str | None
    reason: str
    sure: bool


class Opened(NamedTuple):
    """A file with its format: what it holds is parsed as far as was needed to know."""

    detection: Detection
    format: Format | None = None
    pattern: routes.Pattern | None = None
    container: str = "text"
    documents: Iterator[Document | SourceError] = iter(())


def detect(
    file: SourceFile, format: str | None = None, *, formats: Formats | None = None, named: bool = True
) -> Detection:
    """The format of a file. SourceError where the file is broken, UsageError for a format that is not known.

    `named` says that the user asked for this very file, so that plain pages are read without further signs.
    """
    return opened(file, format, formats=formats, named=named).detection


def opened(
    file: SourceFile, format: str | None = None, *, formats: Formats | None = None, named: bool = True
) -> Opened:
    """A file ready to read. SourceError, UsageError as `detect`."""
    formats = formats or platforms()
    if format is not None:
        return _as_asked(file, formats.get(format))
    extension = os.path.splitext(file.path)[1].lower()
    if extension in _CONTAINERS:
        return _by_shape(file, _container(file, extension), formats, named)
    if extension in _PAGES:
        return _page(file, formats.get(_PAGES[extension]), named)
    if not named:
        return _nothing(f"{extension or 'a file without extension'} is no kind of file that is read unasked")
    if _JSON.match(file.text):
        return _by_shape(file, _container(file, ".json"), formats, named)
    if extension and not file.path.endswith(_TEMPLATES):
        return _nothing(f"there is no reader for {extension} files")
    return _page(file, formats.get("html" if _HTML.search(file.text) else "text"), named)


def _as_asked(file: SourceFile, format: Format) -> Opened:
    detection = Detection(format.name, "asked for", sure=True)
    if format.layout != "records":
        return Opened(detection, format)
    own = _CONTAINERS.get(os.path.splitext(file.path)[1].lower())
    if own == "json" or (own is None and "json" in format.containers):
        own = _container(file, ".json")
    name = own if own in format.containers else format.containers[0]
    documents = container(name).documents(file)
    return Opened(detection, format, None, name, documents)


def _by_shape(file: SourceFile, name: str, formats: Formats, named: bool) -> Opened:
    if named and (not file.text or file.text.isspace()):
        raise SourceError("is empty", path=file.path)
    likely = [format for format in formats.detectable(name) if _may_be(file, format)]
    if not likely:
        if named:
            _must_parse(file, name)
        return _nothing(f"nothing in this {name.upper()} file is known from an export of a help desk")
    documents = container(name).documents(file)
    held: list[Document | SourceError] = []
    for document in documents:
        held.append(document)
        if not isinstance(document, SourceError):
            for format in likely:
                pattern = record_route(document.data, format)
                if pattern is not None:
                    detection = Detection(format.name, f"has the shape of {format.about}", sure=True)
                    return Opened(detection, format, pattern, name, chain(held, documents))
        if len(held) == _LOOKED_AT:
            break
    if len(held) == 1 and isinstance(held[0], SourceError):
        raise held[0]
    if named and not held:
        raise SourceError("has no records", path=file.path)
    return _nothing(f"no known export has the shape of this {name.upper()} file")


def _must_parse(file: SourceFile, name: str) -> None:
    """What is broken is said before it is called unknown. SourceError with the place."""
    first = next(container(name).documents(file), None)
    if isinstance(first, SourceError):
        raise first


def _page(file: SourceFile, format: Format, named: bool) -> Opened:
    if named:
        return Opened(Detection(format.name, "named by itself", sure=False), format)
    if matches(file.path, format.signature.places):
        return Opened(Detection(format.name, "its path is one for replies", sure=True), format)
    head = file.text[:_HEAD]
    if any(word in head for word in format.signature.contains):
        return Opened(Detection(format.name, f"has the marks of {format.about}", sure=True), format)
    if format.layout == "page" and file.path.endswith((".txt", ".text")) and _is_correspondence(file):
        return Opened(Detection(format.name, "it is written to a person", sure=True), format)
    header = front_matter(file.text) if format.layout == "library" else None
    if header and _FRONT_MATTER_KEYS.search(header[0].of(file.text)):
        return Opened(Detection(format.name, "its front matter says what it is", sure=True), format)
    return _nothing(f"nothing says that this is {format.about}")


def _is_correspondence(file: SourceFile) -> bool:
    from trustlint.sources.letters import is_correspondence  # patterns that only plain texts in folders need

    return is_correspondence(file.text, file.path)


def _may_be(file: SourceFile, format: Format) -> bool:
    """Whether the file has the keys and words of a format somewhere: most files need not be parsed to know."""
    signature = format.signature
    if signature.files and not matches(file.path, signature.files):
        return False
    if signature.contains and not any(word in file.text for word in signature.contains):
        return False
    return format.loose or all(any(word in file.text for word in group) for group in format.words)


def _container(file: SourceFile, extension: str) -> str:
    """JSON lines often call themselves `.json`: then the first line is an object and so is the second."""
    if extension != ".json":
        return _CONTAINERS[extension]
    first, _, rest = file.text.lstrip().partition("\n")
    is_lines = first.rstrip()[-1:] == "}" and first[:1] == "{" and rest.lstrip()[:1] == "{"
    return "jsonl" if is_lines else "json"


def _nothing(reason: str) -> Opened:
    return Opened(Detection(None, reason, sure=True))
