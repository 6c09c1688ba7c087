"""Lexicon files made into a `Lexicon`, or into everything that is wrong with them."""

from collections.abc import Iterable
from typing import Any

from trustlint.errors import PackError
from trustlint.packs.language import LEXICON
from trustlint.packs.patterns import check_pattern
from trustlint.packs.reading import Mistakes, did_you_mean, read
from trustlint.packs.tree import Mapping, Node, Scalar, Sequence, SyntaxMistake, parse
from trustlint.prose.lexicon import Lexicon, references


def read_lexicon(files: Iterable[tuple[str, str]], *, tested: bool = False) -> tuple[Lexicon, list[PackError]]:
    """The lexicon of some files, given as path and text. They are one: each may use the others' names.

    `tested`: their patterns are known to compile.
    """
    read_files = [_File(path, text) for path, text in files]
    words: dict[str, Any] = {}
    patterns: dict[str, Any] = {}
    for file in read_files:
        file.collect(words, patterns)
    lexicon = Lexicon(words, patterns)
    for file in read_files:
        file.check(lexicon, tested=tested)
    return lexicon, [error for file in read_files for error in file.mistakes.found]


class _File:
    def __init__(self, path: str, text: str) -> None:
        self.mistakes = Mistakes(path, text)
        self.tree: Node | None = None
        try:
            self.tree = parse(text)
        except SyntaxMistake as wrong:
            error = PackError(wrong.message, path=path, line=wrong.line, column=wrong.column, hint=wrong.hint)
            self.mistakes.found.append(error)

    def collect(self, words: dict[str, Any], patterns: dict[str, Any]) -> None:
        """Add this file's names; one that is there already is a mistake."""
        if self.tree is None:
            return
        values = read(self.tree, LEXICON, "the lexicon", self.mistakes) or {}
        for key, names in (("words", words), ("patterns", patterns)):
            for name, forms in values.get(key, {}).items():
                if name in words or name in patterns:
                    self.mistakes.at(self._key(key, name), f"`{name}` is defined in another place already")
                names[name] = (forms,) if isinstance(forms, str) else tuple(forms)

    def check(self, lexicon: Lexicon, *, tested: bool) -> None:
        """Names that are not there, circles, and patterns that do not compile."""
        for group in ("words", "patterns"):
            section = self.tree.get(group) if isinstance(self.tree, Mapping) else None
            for name, value in section.entries if isinstance(section, Mapping) else ():
                for scalar in value.items if isinstance(value, Sequence) else (value,):
                    if isinstance(scalar, Scalar):
                        self._check_form(scalar, lexicon, is_pattern=group == "patterns" and not tested)
                self._check_circle(name, lexicon)

    def _check_form(self, scalar: Scalar, lexicon: Lexicon, *, is_pattern: bool) -> None:
        for match in references(scalar.text):
            if match["name"] not in lexicon.names:
                message = f"no word of the lexicon is called `{match[0]}`"
                self.mistakes.at(scalar, message, did_you_mean(match["name"], lexicon.names), offset=match.start())
        if is_pattern:
            check_pattern(scalar, self.mistakes)

    def _check_circle(self, name: Scalar, lexicon: Lexicon) -> None:
        try:
            lexicon.pattern(name.text)
        except PackError as wrong:
            if "by itself" in wrong.message:
                self.mistakes.at(name, wrong.message)

    def _key(self, group: str, name: str) -> Node:
        assert isinstance(self.tree, Mapping)
        section = self.tree.get(group)
        assert isinstance(section, Mapping)
        return next(key for key, _ in section.entries if key.text == name)
