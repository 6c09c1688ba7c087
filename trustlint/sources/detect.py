"""Which format a file has: by the shape of what it says, never by a guess.

A wrong guess would lint a package.json. Names only break ties, and choose how Markdown, HTML and plain text are
read, which have no shape of their own.
"""

import os
from itertools import chain

from trustlint.errors import SourceError
from trustlint.frozen import dataclass
from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources import languages, routes
from trustlint.sources.containers import Document, LinesWindow, container
from trustlint.sources.formats import Beside, Format, Signature, matches
from trustlint.sources.markup.front_matter import front_matter
from trustlint.sources.registry import Formats, platforms
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterable, Iterator

_CONTAINERS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".xml": "xml",
    ".tf": "hcl",
    ".xlsx": "xlsx",
}
_JSON = lazy(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"])")
_HTML = lazy(r"(?i)</(?:p|div|t[dr]|table|body|html|a|span|strong|h[1-6])>")
ASKED_FOR = "asked for"
_PAGE = lazy(r"(?i)</(?:html|body|table|td|div)>")
_LOOKED_AT = 5
"""Documents of a stream that are held against the signatures: a sync begins with lines about itself."""
_HEAD = 20_000
"""Characters of a page in which its signature stands."""
_SITE_KEYS = lazy(
    r"(?m)^(?:layout|permalink|nav_order|sidebar\w*|weight|slug|date|authors?|section|description)[ \t]*:"
)
"""What the front matter of a web site's pages has."""
_FRONT_MATTER_KEYS = lazy(r"(?m)^(?:title|name|subject|id)[ \t]*:")


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


NOTHING = Opened(Detection(None, "", sure=False))


@dataclass(frozen=True)
class KnownFile(SourceFile):
    """A window on a file that was opened when the first of them was made."""

    known: Opened = NOTHING


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
    if isinstance(file, KnownFile):
        return file.known
    formats = formats or platforms()
    if format is not None:
        return _as_asked(file, formats.get(format))
    if owner := formats.owner(file.path):
        return _owned(file, owner, formats, named)
    extension = os.path.splitext(file.path)[1].lower()
    if extension in _CONTAINERS:
        return _by_shape(file, _container(file, extension), formats, named)
    if not named:
        return _nothing(f"{extension or 'a file without extension'} is no kind of file that is read unasked")
    if _JSON.match(file.text):
        return _by_shape(file, _container(file, ".json"), formats, named)
    if extension:
        return _nothing(f"there is no reader for {extension} files")
    return _page(file, formats.get("html" if _HTML.search(file.text) else "text"), formats, named)


def _as_asked(file: SourceFile, format: Format) -> Opened:
    detection = Detection(format.name, ASKED_FOR, sure=True)
    if format.is_page:
        return Opened(detection, _written(file, format))
    own = _CONTAINERS.get(os.path.splitext(file.path)[1].lower())
    if own == "json" or (own is None and "json" in format.containers):
        own = _container(file, ".json")
    name = own if own in format.containers else format.containers[0]
    documents = container(name).documents(file)
    return Opened(detection, format, None, name, documents)


def _owned(file: SourceFile, format: Format, formats: Formats, named: bool) -> Opened:
    """A file whose name ends in a way that only one format's files do."""
    if format.is_page:
        return _page(file, format, formats, named)
    name = format.containers[0]
    if not named and format.signature != Signature():
        return _by_shape(file, name, formats, named, [format])
    detection = Detection(format.name, f"its name is one for {format.about}", sure=True)
    return Opened(detection, format, None, name, container(name).documents(file))


def _by_shape(
    file: SourceFile, name: str, formats: Formats, named: bool, candidates: Iterable[Format] | None = None
) -> Opened:
    if named:
        _must_say_something(file)
    likely = [format for format in candidates or formats.detectable(name, file.text) if _may_be(file, format, named)]
    if not likely:
        if named:
            _must_parse(file, name)
        return _nothing(f"nothing in this {name.upper()} file is known from an export of a help desk")
    documents = container(name).documents(file)
    held: list[Document | SourceError] = []
    for document in documents:
        held.append(document)
        if found := _recognised(document, likely, file, named):
            format, pattern = found
            detection = Detection(format.name, f"has the shape of {format.about}", sure=True)
            return Opened(detection, format, pattern, name, chain(held, documents))
        if len(held) == _LOOKED_AT:
            break
    if len(held) == 1 and isinstance(held[0], SourceError):
        raise held[0]
    if named and not held:
        raise SourceError("has no records", path=file.path)
    return _nothing(f"no known export has the shape of this {name.upper()} file")


def _recognised(
    document: Document | SourceError, likely: Iterable[Format], file: SourceFile, named: bool
) -> tuple[Format, routes.Pattern] | None:
    """The first format whose shape a document has, and where its records are."""
    if isinstance(document, SourceError):
        return None
    found = ((format, _pattern(document, format, file, named)) for format in likely)
    return next(((format, pattern) for format, pattern in found if pattern is not None), None)


def _pattern(document: Document, format: Format, file: SourceFile, named: bool) -> routes.Pattern | None:
    if format.layout != "catalogue":
        from trustlint.sources.records import record_route  # for files of records only

        return record_route(document.data, format)
    from trustlint.sources import catalogues  # for files that may be one only

    return () if catalogues.is_one(document.data, format, file.path, named=named) else None


def _must_say_something(file: SourceFile) -> None:
    if not file.text or file.text.isspace():
        raise SourceError("is empty", path=file.path)


def _must_parse(file: SourceFile, name: str) -> None:
    """What is broken is said before it is called unknown. SourceError with the place."""
    first = next(container(name).documents(file), None)
    if isinstance(first, SourceError):
        raise first


def _page(file: SourceFile, format: Format, formats: Formats, named: bool) -> Opened:
    format = _written(file, format)
    if named:
        reason = f"named by itself, and taken for {format.about}; --input-format names another format"
        return Opened(Detection(format.name, reason, sure=False), format)
    from trustlint.sources.places import among_mails, makes_text  # for files in folders only

    if not makes_text(file.path, formats.extension(file.path)):
        return _nothing("what this template makes is no text")
    if matches(file.path, format.signature.places):
        return Opened(Detection(format.name, "its path is one for replies", sure=True), format)
    if format.signature.among_mails and among_mails(file.path) and (format.markup != "plain" or _is_letter(file)):
        return Opened(Detection(format.name, "it stands among e-mails", sure=True), format)
    if format.beside and _has_file_beside(file, format.beside):
        return Opened(Detection(format.name, f"the file beside it says that it is {format.about}", sure=True), format)
    head = file.text[:_HEAD]
    if any(word in head for word in format.signature.contains):
        return Opened(Detection(format.name, f"has the marks of {format.about}", sure=True), format)
    if format.layout == "page" and format.markup == "plain" and _is_correspondence(file):
        return Opened(Detection(format.name, "it is written to a person", sure=True), format)
    header = front_matter(file.text) if format.layout == "library" else None
    front = header[0].of(file.text) if header else ""
    if _FRONT_MATTER_KEYS.search(front) and not _SITE_KEYS.search(front):
        return Opened(Detection(format.name, "its front matter says what it is", sure=True), format)
    return _nothing(f"nothing says that this is {format.about}")


def _written(file: SourceFile, format: Format) -> Format:
    """The format as this file is written in it: of an e-mail's two templates, one is plain text."""
    if format.plain_files and matches(file.path, format.plain_files):
        return format if format.markup == "html" and _PAGE.search(file.text) else format._replace(markup="plain")
    if format.markup != "auto":
        return format
    return format._replace(markup="html" if _HTML.search(file.text) else "plain")


def _has_file_beside(file: SourceFile, beside: Beside) -> bool:
    from trustlint.sources.beside import stands  # for formats that come in pairs of files

    return stands(file, beside)


def _is_letter(file: SourceFile) -> bool:
    from trustlint.sources.letters import is_letter

    return is_letter(file.text, file.path)


def _is_correspondence(file: SourceFile) -> bool:
    from trustlint.sources.letters import is_correspondence  # patterns that only plain texts in folders need

    return is_correspondence(file.text, file.path)


def _may_be(file: SourceFile, format: Format, named: bool) -> bool:
    """Whether the file has the keys and words of a format somewhere: most files need not be parsed to know."""
    signature = format.signature
    if format.layout == "catalogue" and not signature.has and not named and languages.of_path(file.path) is None:
        return False
    if signature.files and not matches(file.path, signature.files):
        return False
    if signature.contains and not any(word in file.text for word in signature.contains):
        return False
    return format.loose or all(any(word in file.text for word in group) for group in format.words)


def _container(file: SourceFile, extension: str) -> str:
    if extension != ".json":
        return _CONTAINERS[extension]
    return "jsonl" if isinstance(file, LinesWindow) or holds_json_lines(file.text) else "json"


def holds_json_lines(text: str) -> bool:
    """JSON lines often call themselves `.json`: then the first line is an object and so is the second."""
    first, _, rest = text.lstrip().partition("\n")
    return first.rstrip()[-1:] == "}" and first[:1] == "{" and rest.lstrip()[:1] == "{"


def _nothing(reason: str) -> Opened:
    return Opened(Detection(None, reason, sure=True))
