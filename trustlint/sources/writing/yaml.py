"""Words inside a YAML scalar, in the style that it has."""

import json
from typing import Any

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers import yaml
from trustlint.sources.containers._yaml_scalars import PROPERTIES
from trustlint.sources.writing import RefusedError, Token

_ASTRAL = lazy("[\U00010000-\U0010ffff]")
_ESCAPED = lazy(r"\\[xuU][0-9a-fA-F]")
_OPENS = ("[", "{")


def write(token: Token, words: str) -> str:
    """As they are in blocks and where no quotes stand; quotes doubled, or escaped, where they do."""
    document = token.place.document
    if isinstance(document, yaml.Document) and document.is_shared(token.place.route):
        raise RefusedError("an alias repeats this text elsewhere")
    style = _style(token.text)
    if style == "'":
        return words.replace("'", "''")
    if style == '"':
        return _escaped(words, ascii_only=token.text.isascii() and _ESCAPED.search(token.text) is not None)
    return words


def read(token: Token, text: str) -> str:
    said = _said(token, text)
    # A block ends with the line ends that follow it in the file; they are not in its token.
    whole: Any = token.place.document.data
    for step in token.place.route:
        whole = whole[step]
    assert isinstance(whole, str)
    now = _said(token, token.text)
    tail = whole[len(now) :]
    if not whole.startswith(now) or tail.strip("\n"):
        raise RefusedError("this YAML text is written in a way that is only read")
    return said + tail


def _said(token: Token, text: str) -> str:
    """What a scalar says, read by itself: in brackets where it stands in brackets."""
    alone = f"said: [{text}\n ]" if _in_brackets(token) else f"said: {text}"
    try:
        found = list(yaml.documents(SourceFile("", alone)))
    except SourceError:
        found = []
    if len(found) != 1 or not isinstance(found[0], yaml.Document):
        raise RefusedError("the text around it would not be YAML any more, or be cut short: it has no quotes")
    said = found[0].data
    if isinstance(said, dict) and list(said) == ["said"]:
        said = said["said"]
    if isinstance(said, list) and len(said) == 1:
        said = said[0]
    if not isinstance(said, str):
        raise RefusedError("the value would not be a text any more: it has no quotes")
    return said


def _style(text: str) -> str:
    properties = PROPERTIES.match(text)
    assert properties
    return text[properties.end() : properties.end() + 1]


def _escaped(words: str, *, ascii_only: bool) -> str:
    if not ascii_only:
        return json.dumps(words, ensure_ascii=False)[1:-1]
    escaped = (json.dumps(part)[1:-1] for part in _ASTRAL.split(words))
    high = (f"\\U{ord(char):08x}" for char in _ASTRAL.findall(words))
    return "".join(part + next(high, "") for part in escaped)


def _in_brackets(token: Token) -> bool:
    document, route = token.place.document, token.place.route
    text: str = document.file.text  # type: ignore[attr-defined]  # every document of ours has its file
    return any(_style(text[document.span(route[:depth]).start :][:200]) in _OPENS for depth in range(len(route)))
