"""Magento and OpenMage: `{{var order.increment_id}}`, `{{depend x}}…{{/depend}}`, `{{if x}}…{{else}}…{{/if}}`."""

from trustlint.sources.templates.expression import literals
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.scanner import Mark, Scanner
from trustlint.sources.templates.tags import Grammar, first_word, shown, tag
from trustlint.sources.templates.token import Token

_GRAMMAR = Grammar(blocks=frozenset({"if", "depend", "for"}), branches=frozenset({"else", "elseif"}))
_STATEMENTS = frozenset({"template", "block", "layout", "inlinecss", "css", "widget", "include"})


def lex(value: str) -> list[Token]:
    """The directives of a template."""
    return [_token(value, mark) for mark in Scanner(value, {"{{": "}}"})]


def _token(value: str, mark: Mark) -> Token:
    word = first_word(value, mark.body)
    if word.startswith("/"):
        return Token(mark.span, "close", word[1:], name=shown(value, mark.span))
    if word in _GRAMMAR.blocks or word in _GRAMMAR.branches:
        return tag(value, mark, _GRAMMAR)
    if word in _STATEMENTS:
        return Token(mark.span, "statement", word, name=shown(value, mark.span))
    _, _, rest = value[mark.body.start : mark.body.end].strip().partition(" ")
    name = rest.partition("|")[0].rpartition("=$" if "=$" in rest else "=")[2].strip("$\"' ") or word
    texts = literals(value, mark.body)[:1] if word == "trans" else ()
    return Token(mark.span, "placeholder", word, "other" if texts else placeholder_kind(name), name, texts)
