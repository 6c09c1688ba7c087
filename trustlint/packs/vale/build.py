"""A style made into a pack, or into everything that is wrong with it."""

import os
import re

from trustlint.errors import PackError
from trustlint.packs.files import text
from trustlint.packs.reading import Mistakes
from trustlint.packs.tree import Mapping, Node, SyntaxMistake, parse
from trustlint.packs.vale import styles
from trustlint.packs.vale.rules import Reader
from trustlint.packs.vale.styles import Style, kebab
from trustlint.packs.vale.syntax import Untranslatable, translated
from trustlint.packs.vale.values import Named
from trustlint.patterns import lazy
from trustlint.rule import Pack, Rule
from trustlint.tuples import NamedTuple

MAX_TERMS = 5000

_ESCAPED_QUOTE = lazy(r"(?<=[^\\])\\'(?=[^\n]*\"\s*(?:#.*)?$)", re.MULTILINE)


class Reading(NamedTuple):
    """`pack` is None as soon as there is one error; `notices` say what of the style does not run."""

    pack: Pack | None
    errors: tuple[PackError, ...] = ()
    notices: tuple[PackError, ...] = ()


def read_style(style: Style) -> Reading:
    """The pack of a style. Never raises on what a person can write: see `Reading`."""
    errors: list[PackError] = []
    notices: list[PackError] = []
    accepted = _accepted(style, errors)
    levels = dict(style.levels)
    rules: dict[str, Rule] = {}
    for path, name in style.files:
        level = levels.get(name, levels.get(style.name))
        if level == "off":
            continue
        rule = _read(
            path, Named(kebab(style.name), kebab(name.partition(".")[2]), name), accepted, level, errors, notices
        )
        if rule is None:
            continue
        if rule.name in rules:
            hint = f"the other is in {os.path.basename(rules[rule.name].path)}"
            errors.append(PackError(f"two rules would be called `{rule.id}`", path=path, line=1, column=1, hint=hint))
        rules[rule.name] = rule
    pack = Pack(
        kebab(style.name), style.name, f"The Vale style {style.name}.", "any", tuple(rules.values()), style.folder
    )
    return Reading(None if errors else pack, tuple(errors), tuple(notices))


def _read(
    path: str,
    named: Named,
    accepted: list[str],
    level: str | None,
    errors: list[PackError],
    notices: list[PackError],
) -> Rule | None:
    try:
        content = text(path)
    except PackError as error:
        errors.append(error)
        return None
    try:
        tree: Node | None = parse(_escapes(content))
    except SyntaxMistake as wrong:
        errors.append(PackError(wrong.message, path=path, line=wrong.line, column=wrong.column, hint=wrong.hint))
        return None
    assert isinstance(tree, Mapping)  # it has a key
    mistakes, noted = Mistakes(path, content), Mistakes(path, content)
    rule = Reader(named, mistakes, noted, accepted).rule(tree, level)
    errors += sorted(mistakes.found, key=lambda error: (error.line or 0, error.column or 0))
    notices += noted.found
    return rule


def _escapes(content: str) -> str:
    r"""A rule file without the `\'` that Go's YAML reads as a quote and others refuse."""
    return _ESCAPED_QUOTE.sub("'", content)


def _accepted(style: Style, errors: list[PackError]) -> list[str]:
    """The words that the vocabularies in force accept."""
    return [term for folder in style.vocabularies for term in checked_terms(folder, "accept.txt", errors)]


def checked_terms(folder: str, name: str, errors: list[PackError]) -> list[str]:
    """The entries of one list of a vocabulary; those that are no patterns are noted."""
    kept = []
    for term, line in styles.terms(folder, name)[:MAX_TERMS]:
        try:
            translated(term)
        except Untranslatable as wrong:
            path = os.path.join(folder, name)
            errors.append(PackError(f"bad pattern: {wrong}", path=path, line=line, column=wrong.offset + 1))
        else:
            kept.append(term)
    return kept
