"""Words inside a JSON string."""

import json

from trustlint.patterns import lazy
from trustlint.sources.containers.json import SURROGATE
from trustlint.sources.writing import RefusedError, Token

_ESCAPED = lazy(r"\\u[0-9a-fA-F]{4}")


def write(token: Token, words: str) -> str:
    r"""Quotes and backslashes escaped; what is not ASCII as `\u2019` where the string, or else its file, does so."""
    return json.dumps(words, ensure_ascii=_only_ascii(token))[1:-1]


def read(_: Token, text: str) -> str:
    try:
        said = json.loads(text, strict=False)
    except ValueError:
        raise RefusedError("the text around it would not be JSON any more") from None
    if not isinstance(said, str):
        raise RefusedError("the value would not be a text any more")
    return SURROGATE.sub("\ufffd", said)


def _only_ascii(token: Token) -> bool:
    if not token.text.isascii():
        return False
    if _ESCAPED.search(token.text):
        return True
    whole: str = token.place.document.file.text  # type: ignore[attr-defined]  # every document of ours has its file
    return whole.isascii() and _ESCAPED.search(whole) is not None
