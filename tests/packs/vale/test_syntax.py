"""Vale's regular expressions as ours."""

from contextlib import suppress

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from trustlint.checks import compiled
from trustlint.checks.anchors import anchors
from trustlint.packs.vale.syntax import Untranslatable, translated


def found(pattern: str, text: str) -> list[str]:
    return [match[0] for match in compiled.compile(translated(pattern)).finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("lamp", "Lamp lamp", ["lamp"]),
        ("(?i)lamp", "Lamp lamp", ["Lamp", "lamp"]),
        ("a(?i)b|c", "aB C ab c A", ["aB", "C", "ab", "c"]),  # a flag holds to the end of its group, over each `|`
        ("(?:(?i)a)b", "Ab AB", ["Ab"]),
        ("(?i:a)B", "aB AB ab", ["aB", "AB"]),
        (r"\bcaf", "café", ["caf"]),  # letters of words are ASCII
        (r"\w+", "naïve", ["na", "ve"]),
        (r"[[:upper:]]+[a[]", "ABa AB[", ["ABa", "AB["]),
        (r"\Qa.b\E+", "a.bb axb", ["a.bb"]),
        (r"\x{2014}|\x41", "—A", ["—", "A"]),
        (r"(?m)^b$", "b\nb", ["b", "b"]),
        (r"b$", "b\nb", ["b"]),
        (r"b\z", "b\nb", ["b"]),
        ("x{name}", "x{name}", ["x{name}"]),
        (r"(?<=a)b(?!c)", "ab abc", ["b"]),
        (r"(?<word>\w)\p{Lu}", "aÉ", ["aÉ"]),
        ("[]a]", "]a", ["]", "a"]),
        (r"[a--]", "-", ["-"]),
    ],
)
def test_patterns(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


@pytest.mark.parametrize(
    ("pattern", "offset", "why"),
    [
        ("a(?U)b", 1, "the flag `U`"),
        ("a)", 1, "without its"),
        ("(a", 1, "is missing"),
        ("b[a", 1, "is missing"),
        (r"b\C", 1, "has no counterpart"),
        ("(?<x", 0, "this kind of group"),
        ("a\\", 1, "a backslash at the end"),
        (r"\x{FFFFFF}", 0, "no such character"),
    ],
)
def test_what_has_no_counterpart(pattern: str, offset: int, why: str) -> None:
    with pytest.raises(Untranslatable, match=why) as caught:
        translated(pattern)
    assert caught.value.offset == offset


@given(st.text(alphabet="ab(?)[]{}|\\*+^$-:iw<=!P&~,1é ", max_size=25))
def test_any_text_is_translated_or_refused(pattern: str) -> None:
    # What the library refuses is told by its own message.
    with suppress(Untranslatable, regex.error):
        regex.compile(translated(pattern), regex.IGNORECASE)


def test_translated_patterns_have_anchors() -> None:
    assert anchors([translated(r"(?i)(?m)\b(?:utili[sz]e|leverage)\b")]) == {"utili", "leverage"}
    assert anchors([translated(r"(?m)\b(?:é|utilise)\b")]) is None
