"""What the lexicon names, and each name with one thing left out, one at a time."""

from collections.abc import Iterator

from trustlint.mutation.mutants import Grade
from trustlint.mutation.syntax import Part, parts, telltale, unconditional, without
from trustlint.packs.tree import Mapping, Node, Scalar, Sequence, parse
from trustlint.prose.lexicon import phrase_pattern
from trustlint.span import Span
from trustlint.tuples import NamedTuple


class Term(NamedTuple):
    """A name of the lexicon. `forms` are its words (`plain`) or patterns, `lines` where each is written."""

    name: str
    plain: bool
    forms: tuple[str, ...]
    path: str
    lines: tuple[int, ...]

    @property
    def id(self) -> str:
        """`lexicon/third-party`: as a rule's, for those who list both."""
        return f"lexicon/{self.name}"


class Shortened(NamedTuple):
    """`term` with only `forms`, without `gone`: which stands in the text `form` at `place`, in a list `list`.

    `telltale` is a pattern that matches in every text where it makes a difference, `None` where that is not known.
    """

    term: Term
    forms: tuple[str, ...]
    grade: Grade
    gone: str
    telltale: str | None
    form: str = ""
    place: Span = Span(0, 0)
    list: Span = Span(0, 0)

    @property
    def key(self) -> str:
        return self.term.name

    @property
    def line(self) -> int:
        """Where it is written, in the file at the term's path."""
        at = self.term.forms.index(self.form) if self.form in self.term.forms else 0
        return self.term.lines[at]


def terms(text: str, path: str) -> Iterator[Term]:
    """The names that a sound lexicon file defines, in its order; or those that a pack does, its `terms`."""
    tree = parse(text)
    for group in ("words", "patterns", "terms"):
        section = tree.get(group) if isinstance(tree, Mapping) else None
        for name, value in section.entries if isinstance(section, Mapping) else ():
            forms = _scalars(value)
            yield Term(
                name.text,
                group != "patterns",
                tuple(form.text for form in forms),
                path,
                tuple(form.place.line for form in forms),
            )


def _scalars(node: Node) -> list[Scalar]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return [item for item in items if isinstance(item, Scalar)]


def shortened(term: Term) -> Iterator[Shortened]:
    """Everything that could be left out of a term, in its order."""
    if term.plain:
        yield from _without_words(term)
        return
    for at, form in enumerate(term.forms):
        before, after = term.forms[:at], term.forms[at + 1 :]
        if before or after:
            yield Shortened(term, (*before, *after), "entry", form, unconditional(form), form)
        for part in parts(form):
            yield _without_part(term, (*before, without(form, part), *after), form, part)


def _without_words(term: Term) -> Iterator[Shortened]:
    """A class of words without one of them: all are one list."""
    for at, form in enumerate(term.forms if len(term.forms) > 1 else ()):
        yield Shortened(term, (*term.forms[:at], *term.forms[at + 1 :]), "word", form, phrase_pattern(form))


def _without_part(term: Term, forms: tuple[str, ...], form: str, part: Part) -> Shortened:
    grade: Grade = "word" if part.kind == "word" else "part"
    return Shortened(term, forms, grade, part.shown.of(form), telltale(form, part), form, part.shown, part.list)
