"""Text for streams that cannot write all of it, such as a console with an old code page."""

import codecs

ERRORS = "trustlint.plain"
"""The name under which encoders know what stands for the characters that a code page lacks."""

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "\xa0": " ", "\u202f": " "}
)


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Plain quotes and dashes for typographic ones; of anything else its number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_PLAIN)
    return text.encode("ascii", "backslashreplace").decode("ascii"), error.end


codecs.register_error(ERRORS, _plain)


def in_reach(text: str, encoding: str) -> str:
    """A text as it will stand in a stream of this encoding."""
    return text.encode(encoding, ERRORS).decode(encoding)
