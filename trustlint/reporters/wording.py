"""Words and numbers as people read them, and text from files made harmless."""

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.errors import TrustlintError
from trustlint.patterns import lazy
from trustlint.report import Report
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

UNSAFE = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")
"""Control characters, line separators that are no line ends, marks that override the direction of a whole line, and
what XML and UTF-8 cannot carry. Marks that only hint at a direction stay: right-to-left texts need them."""

_COMMAND = lazy(r"##(?=\w*\[)|(?<!\S)::(?=\w)")
"""What makes a line of a build log a command: `##vso[…]`, `##[…]`, `##teamcity[…]` anywhere, `::error::` in front."""

_RIGHT_TO_LEFT = (
    ("\u0590", "\u08ff"),
    ("\u200f", "\u200f"),
    ("\ufb1d", "\ufdff"),
    ("\ufe70", "\ufefc"),
    ("\U00010800", "\U00010fff"),
    ("\U0001e800", "\U0001efff"),
)
"""The first and the last characters of the blocks of scripts that are written from right to left, and their mark."""


_OFFICE = (".docx", ".xlsx")


def cell(one: Diagnostic) -> str:
    """Where a problem stands in a file that shows nobody its lines: `Macros!C12`, `paragraph 7`. Empty for others."""
    return one.route if one.path.lower().endswith(_OFFICE) else ""


def harmless(text: str) -> str:
    """Text from a linted file that can command neither a terminal nor a build: such characters are shown, not sent."""
    if not text.replace("\n", " ").isprintable():  # as none of them is
        text = UNSAFE.sub(_shown, text)
    return _COMMAND.sub(_apart, text) if _may_command(text) else text


def _may_command(text: str) -> bool:
    return "##" in text or "::" in text


def _shown(match: "re.Match[str]") -> str:
    code = ord(match.group())
    if code == 0x0D:
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _apart(match: "re.Match[str]") -> str:
    return " ".join(match.group())


def apart(before: str, after: str) -> str:
    """`after`, held off where two harmless texts side by side would make a command."""
    both = before + after
    return f" {after}" if _may_command(both) and _COMMAND.search(both) else after


def one_line(text: str) -> str:
    """Harmless text on a single line."""
    return " ".join(harmless(text).split())


def is_right_to_left(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return any(first <= char <= last for char in set(text) if char >= "\u0590" for first, last in _RIGHT_TO_LEFT)


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `1,204 messages`"""
    plural = noun if number == 1 else noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {plural}"


def listed(words: list[str]) -> str:
    """`a, b and c`"""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def title(rule: str) -> str:
    """`timelines/vague-time` as `Vague time`"""
    words = rule.rpartition("/")[2].replace("-", " ").strip()
    return words[:1].upper() + words[1:] or rule


def findings(report: Report) -> str:
    """`1 error and 2 warnings in 3 of 412 records`, or that there are none, or nothing to look at."""
    counts = [counted(report.count(one), one.name) for one in sorted(Severity, reverse=True) if report.count(one)]
    if counts:
        return f"{listed(counts)} in {report.flagged_records:,} of {counted(report.records, 'record')}"
    return f"No problems in {counted(report.records, 'record')}" if report.messages else "Nothing to check"


def effort(report: Report) -> str:
    """`2 files, 431 messages, 0.31 s`, and what was read but not reported or not judged."""
    parts = [counted(len(report.read), "file"), counted(report.messages, "message"), took(report.seconds)]
    if suppressed := report.left_out("suppressed"):
        parts.append(f"{suppressed:,} suppressed")
    if baselined := report.left_out("baselined"):
        parts.append(f"{baselined:,} in the baseline")
    if unchanged := report.left_out("unchanged"):
        parts.append(f"{unchanged:,} on unchanged lines")
    if unspoken := sum(file.unspoken for file in report.files):
        parts.append(f"{counted(unspoken, 'message')} in a language that no rule speaks")
    return ", ".join(parts)


def took(seconds: float) -> str:
    """`0.31 s`"""
    return f"{seconds:.2f} s" if seconds >= 0.01 else "under 0.01 s"


def unread(error: TrustlintError) -> str:
    """What could not be checked and what to try, without its place."""
    return f"{error.message} ({error.hint})" if error.hint else error.message
