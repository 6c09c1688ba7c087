"""Words and numbers as people read them, and text from files made harmless."""

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)
"""Control characters, line separators that are no line ends, and marks that reverse the direction of a whole line."""


def harmless(text: str) -> str:
    """Text from a linted file that cannot command a terminal: control characters are shown, not sent."""
    return _UNSAFE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x0D:
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """Harmless text on a single line."""
    return " ".join(harmless(text).split())


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `1,204 messages`"""
    plural = noun if number == 1 else noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {plural}"


def listed(words: list[str]) -> str:
    """`a, b and c`"""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
