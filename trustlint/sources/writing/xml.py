"""Words inside an element or an attribute of XML."""

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers import xml
from trustlint.sources.writing import RefusedError, Token

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


def write(token: Token, words: str) -> str:
    """Escaped, but for CDATA and for content whose tags are part of the value: there the words are markup already."""
    if "source" in token.place.route:
        raise RefusedError("translations are found by this text")
    if _key(token).startswith("@"):
        return words.translate(_ATTRIBUTE)
    before = token.text[: token.at.start]
    if before.rfind("<![CDATA[") > before.rfind("]]>"):
        if "]]>" in words:
            raise RefusedError("the new words would end the CDATA around them")
        return words
    return words if _is_markup(token) else words.translate(_TEXT)


def read(token: Token, text: str) -> str:
    key = _key(token)
    alone = f"<said {key[1:]}={text}/>" if key.startswith("@") else f"<said>{text}</said>"
    try:
        (document,) = xml.documents(SourceFile("", alone))
        said = document.data["said"][key]
    except (SourceError, ValueError, KeyError):
        raise RefusedError("the text around it would not be XML any more") from None
    assert isinstance(said, str)
    return said


def _key(token: Token) -> str:
    return str(token.place.route[-1])


def _is_markup(token: Token) -> bool:
    """Whether the content is read as it is written, tags and all."""
    return _key(token) == "inner()" and read(token, token.text) == token.text
