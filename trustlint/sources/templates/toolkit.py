"""Template Toolkit: `[% report.name %]`, `[% IF x %]…[% ELSE %]…[% END %]`."""

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import is_text, literals, printed
from trustlint.sources.templates.scanner import Mark, Scanner
from trustlint.sources.templates.tags import apart, set_aside, shown, stripped, trimmed
from trustlint.sources.templates.token import Token

_CLOSERS = {"[%": "%]", "[%#": "%]"}
_OPENS = frozenset({"IF", "UNLESS", "FOREACH", "FOR", "WHILE", "SWITCH", "BLOCK", "FILTER", "WRAPPER", "TRY"})
_BRANCHES = frozenset({"ELSIF", "ELSE", "CASE", "CATCH", "FINAL"})
_STATEMENTS = frozenset(
    {
        "SET",
        "DEFAULT",
        "CALL",
        "INCLUDE",
        "PROCESS",
        "INSERT",
        "USE",
        "MACRO",
        "META",
        "NEXT",
        "LAST",
        "RETURN",
        "STOP",
        "CLEAR",
        "PERL",
    }
)
_WORD = lazy(r"\s*([A-Z]+)\b")
_COMMENT = lazy(r"(?m)(?:^|(?<=\s))#[^\n]*")
_ASSIGNED = lazy(r"\s*[\w.]+\s*=(?!=)")


def lex(value: str) -> list[Token]:
    """The tokens of a template."""
    return apart([_token(value, mark) for mark in Scanner(value, _CLOSERS, plain={"[%#"})])


def _token(value: str, mark: Mark) -> Token:
    span = stripped(value, mark.span)
    if mark.opener == "[%#":
        return Token(span, "comment", "#")
    body = trimmed(value, mark.body)
    code = _COMMENT.sub("", value[body.start : body.end])
    if not code.strip():
        return Token(span, "comment", "#")
    words = [found[1] for part in code.split(";") if (found := _WORD.match(part))]
    opened = [word for word in words if word in _OPENS]
    name = shown(value, mark.span)
    if "END" in words and len(opened) < words.count("END"):
        return Token(span, "close", "", name=name)
    if "END" in words and len(opened) == words.count("END"):
        texts = tuple(text for text in literals(value, body) if is_text(text.of(value)))
        return Token(mark.span, "placeholder", "", "other", "", texts)
    if opened:
        return Token(span, "open", opened[-1].lower(), name=name)
    if words and words[-1] in _BRANCHES:
        return Token(span, "branch", words[-1].lower(), name=name)
    assigns = _ASSIGNED.match(code) is not None
    if (words and words[0] in _STATEMENTS) or assigns:
        sets = "SET" in words or assigns
        return Token(span, "statement", name=name, fallbacks=set_aside(value, body) if sets else ())
    bare, kind, texts = printed(value, body)
    return Token(mark.span, "placeholder", "", kind, bare, texts)
