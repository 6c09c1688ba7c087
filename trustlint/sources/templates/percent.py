"""Percent signs: `%{name}` (osTicket, Rails, Discourse), `%s`, `%(name)s`, `%date%`, `%%NAME%%` and AMPscript."""

from trustlint.patterns import DOTALL, IGNORECASE, VERBOSE, lazy
from trustlint.sources.templates.expression import literals
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.tags import set_aside, shown
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_PERCENT = lazy(
    r"""
      %%\[ (?P<script> (?: (?!\]%%|%%\[) . ){0,4000} ) \]%%
    | %%= (?P<inline> (?: (?!=%%|%%=) [^\n] ){0,500} ) =%%
    | %% (?P<wrapped> [A-Za-z_][\w.]* (?:[ ][\w.]+){0,4} ) %%
    | %\{ \s* (?P<braced> [A-Za-z_][\w.]* ) \s* (?: , \s* fallback: (?P<fallback> [^}\n]{0,200} ) )? \}
    | %\( (?P<named> [A-Za-z_][\w.]* ) \) [sdifru]
    | (?<![\w%]) % (?P<framed> [A-Za-z_]{2,40}(?:\.\w{1,40}){0,4} ) % (?![\w%])
    | (?<![\w%]) % (?:\d+\$)? (?:0\d)? (?:\.\d+)? [sdifu@] (?![\w%])
    """,
    VERBOSE | DOTALL,
)
_KEYWORD = lazy(r"\b(if|elseif|else|endif|for|next)\b", IGNORECASE)
_FIELD = lazy(r"[A-Za-z_@][\w.]*")
_KINDS = {"if": "open", "for": "open", "elseif": "branch", "else": "branch", "endif": "close", "next": "close"}


def lex(value: str) -> list[Token]:
    """The placeholders and AMPscript blocks of a value."""
    return [_token(value, found) for found in _PERCENT.finditer(value)]


def _token(value: str, found: "re.Match[str]") -> Token:
    span = Span(*found.span())
    if found["script"] is not None:
        return _script(value, span, Span(*found.span("script")))
    if found["inline"] is not None:
        return _inline(value, span, Span(*found.span("inline")))
    name = found["wrapped"] or found["braced"] or found["named"] or found["framed"] or ""
    fallbacks = (Span(*found.span("fallback")),) if found["fallback"] is not None else ()
    return Token(span, "placeholder", "", placeholder_kind(name), name, fallbacks)


def _script(value: str, span: Span, body: Span) -> Token:
    """A block is named by its last control word: assignments may stand before it."""
    words = [found[1].lower() for found in _KEYWORD.finditer(value, *body)]
    name = f"%%[ {shown(value, span)[3:-3].strip(' []%')} ]%%"
    if not words:
        return Token(span, "statement", "script", name=name, fallbacks=set_aside(value, body))
    word = words[-1]
    if word == "endif" and "if" in words:
        return Token(span, "statement", "script", name=name)
    keyword = {"endif": "if", "next": "for"}.get(word, word)
    if _KINDS[word] == "open":
        return Token(span, "open", keyword, name=name)
    return Token(span, "branch" if _KINDS[word] == "branch" else "close", keyword, name=name)


def _inline(value: str, span: Span, body: Span) -> Token:
    """`%%=ProperCase(@name)=%%` prints; the literals of a choice (`IIF`) are what it prints."""
    inside = value[body.start : body.end]
    names = [name for name in _FIELD.findall(inside) if not inside[inside.find(name) + len(name) :].startswith("(")]
    texts = literals(value, body) if "IIF(" in inside.upper() else ()
    name = names[0] if names else ""
    return Token(span, "placeholder", "", placeholder_kind(name), name, texts)
