"""Words inside a translation of a gettext catalogue. The source text is the key to it: it is never changed."""

from typing import Any

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers import po
from trustlint.sources.writing import RefusedError, Token


def write(token: Token, words: str) -> str:
    if "msgstr" not in token.place.route:
        raise RefusedError("translations are found by this text")
    return words.replace("\\", "\\\\").replace('"', '\\"')


def read(_: Token, text: str) -> str:
    try:
        (document,) = po.documents(SourceFile("", f'msgid "said"\nmsgstr {text}\n'))
        data: Any = document.data
        said = data["entries"][0]["msgstr"][0]
    except (SourceError, ValueError, IndexError):
        raise RefusedError("the text around it would not be read any more") from None
    assert isinstance(said, str)
    return said
