"""Where Vale styles are: their rule files, and the vocabularies beside them."""

import os
import re
from collections.abc import Iterator, Sequence

from trustlint.packs.files import content
from trustlint.patterns import lazy
from trustlint.tuples import NamedTuple

_EXTENDS = lazy(r"^\ufeff?[\"']?extends[\"']?\s*:", re.MULTILINE)
_PACK = lazy(r"^\ufeff?[\"']?pack[\"']?\s*:", re.MULTILINE)
_CAMEL = lazy(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")

ENDINGS = (".yml", ".yaml")

MAX_DEPTH = 8
"""Folders inside folders that are looked into."""

VOCABULARY = ("accept.txt", "reject.txt")


class Style(NamedTuple):
    """A folder of rule files, as paths with the names that Vale gives the rules, and the vocabularies in force.

    `levels` are what a configuration says of single rules: a level or `off`, by their names in Vale.
    """

    name: str
    folder: str
    files: tuple[tuple[str, str], ...]
    vocabularies: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()


def is_rule(data: bytes) -> bool:
    """Whether a YAML file is a Vale rule rather than a pack."""
    text = data.decode("utf-8", "replace")
    return _EXTENDS.search(text) is not None and _PACK.search(text) is None


def is_test(path: str) -> bool:
    """Whether a YAML file holds tests of Vale rules."""
    return path.endswith((".test.yml", ".test.yaml"))


def kebab(name: str) -> str:
    """`EmDash` as `em-dash`."""
    joined = "-".join(part.lower() for part in _CAMEL.split(name) if part)
    return joined if joined[:1].isalpha() else f"rule-{joined}".rstrip("-")


def styles_in(folder: str) -> list[Style]:
    """The styles that a folder is, or holds; none when it is a folder of packs."""
    if any(name.endswith(ENDINGS) and is_rule(content(os.path.join(folder, name))) for name in _names(folder)):
        return [style(folder)]
    inner = [os.path.join(folder, name) for name in _names(folder) if name not in ("config", "Vocab")]
    return [found for path in inner if _is_folder(path) and (found := style(path)).files]


def style(folder: str) -> Style:
    """The style that a folder is: all rule files in it, those of its folders too."""
    files = tuple(_files(folder, os.path.basename(os.path.abspath(folder))))
    root = os.path.dirname(os.path.abspath(folder))
    return Style(os.path.basename(os.path.abspath(folder)), folder, files, tuple(vocabularies(root)))


def style_of(path: str) -> Style:
    """The style that a single rule file is of, with nothing but that rule."""
    folder = os.path.dirname(os.path.abspath(path))
    name = os.path.basename(folder) or "style"
    rule = os.path.splitext(os.path.basename(path))[0]
    return Style(name, folder, ((path, f"{name}.{rule}"),), tuple(vocabularies(os.path.dirname(folder))))


def _files(folder: str, name: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    for entry in _names(folder) if depth < MAX_DEPTH else ():
        path = os.path.join(folder, entry)
        rule, ending = os.path.splitext(entry)
        if _is_folder(path):
            yield from _files(path, f"{name}.{entry}", depth + 1)
        elif ending in ENDINGS and not is_test(path) and is_rule(content(path)):
            yield path, f"{name}.{rule}"


def _names(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith((".", "_")))
    except OSError:
        return []


def _is_folder(path: str) -> bool:
    # A link may lead in circles.
    return os.path.isdir(path) and not os.path.islink(path)


def vocabularies(styles: str, names: Sequence[str] | None = None) -> Iterator[str]:
    """The folders of the vocabularies that a folder of styles keeps: those of some names, or all."""
    for kept in (os.path.join(styles, "config", "vocabularies"), os.path.join(styles, "Vocab")):
        for name in _names(kept) if names is None else names:
            if is_vocabulary(os.path.join(kept, name)):
                yield os.path.join(kept, name)


def is_vocabulary(folder: str) -> bool:
    return any(os.path.isfile(os.path.join(folder, name)) for name in VOCABULARY)


def terms(folder: str, name: str) -> list[tuple[str, int]]:
    """The entries of `accept.txt` or `reject.txt`, each with its line."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return []
    lines = content(path).decode("utf-8-sig", "replace").splitlines()
    return [
        (line.strip(), number)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]


def files_behind(path: str) -> list[str]:
    """Every file that what is Vale's at a path may depend on: rules, vocabularies, and a configuration itself."""
    if path.endswith(".ini"):
        return [path, *_all(os.path.dirname(path) or ".")]
    if os.path.isdir(path):
        beside = os.path.dirname(os.path.abspath(path))
        return [*_all(path), *_lists(beside)]
    return [path, *_lists(os.path.dirname(os.path.dirname(os.path.abspath(path))))]


def _lists(styles: str) -> Iterator[str]:
    for folder in vocabularies(styles):
        yield from (path for name in VOCABULARY if os.path.isfile(path := os.path.join(folder, name)))


def _all(folder: str, depth: int = 0) -> Iterator[str]:
    """The rule files and word lists in a folder and those below it."""
    for name in _names(folder) if depth < MAX_DEPTH else ():
        path = os.path.join(folder, name)
        if _is_folder(path):
            yield from _all(path, depth + 1)
        elif name.endswith((*ENDINGS, ".txt", ".ini")):
            yield path
