"""A pack's text made into a `Pack`, or into everything that is wrong with it."""

from collections.abc import Iterable
from typing import Any

from trustlint.checks import KINDS, kind
from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import PackError
from trustlint.frozen import replace
from trustlint.packs import patterns
from trustlint.packs.language import ANY, COMMON, PACK, PACK_REQUIRED, rule_schema
from trustlint.packs.marks import Unbalanced, unmarked
from trustlint.packs.reading import Mistakes, read
from trustlint.packs.terms import private, renamed
from trustlint.packs.tree import Mapping, Node, Scalar, Sequence, SyntaxMistake, parse
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Example, ExampleRecord, Pack, Rule
from trustlint.tuples import NamedTuple

ENOUGH_EXAMPLES = 3


class Reading(NamedTuple):
    """`pack` is None as soon as there is one error; `notices` are worth knowing and stop nothing."""

    pack: Pack | None
    errors: tuple[PackError, ...] = ()
    notices: tuple[PackError, ...] = ()
    terms: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 read only


def read_pack(
    text: str, path: str, lexicon: Lexicon | None = None, *, strict: bool = False, tested: bool = False
) -> Reading:
    """The pack that a YAML text says. Never raises on what a person can write: see `Reading`.

    `lexicon` is what `{name}` may refer to, beside the pack's own terms. `strict` is for packs that ship: too few
    examples are an error there and a notice elsewhere. `tested` packs have been read so before: their patterns are not
    compiled only to see whether they can be.
    """
    mistakes, notices = Mistakes(path, text), Mistakes(path, text)
    try:
        tree = parse(text.removeprefix("\ufeff"))
    except SyntaxMistake as wrong:
        error = PackError(wrong.message, path=path, line=wrong.line, column=wrong.column, hint=wrong.hint)
        return Reading(None, (error,))
    if not isinstance(tree, Mapping):
        error = PackError("this is not a rule pack", path=path, line=1, column=1, hint="begin with `pack: name`")
        return Reading(None, (error,))
    builder = _Builder(path, mistakes, mistakes if strict else notices, tested=tested, ships=strict or tested)
    pack = builder.pack(tree, lexicon or Lexicon())
    found = tuple(sorted(mistakes.found, key=lambda error: (error.line or 0, error.column or 0)))
    return Reading(None if found else pack, found, tuple(notices.found), builder.terms)


class _Builder:
    """Walks one pack. `few` takes the complaints about too few examples."""

    def __init__(
        self, path: str, mistakes: Mistakes, few: Mistakes, *, tested: bool = False, ships: bool = False
    ) -> None:
        self._tested = tested
        self._ships = ships
        self._path = path
        self._mistakes = mistakes
        self._few = few
        self.terms: dict[str, tuple[str, ...]] = {}

    def pack(self, tree: Mapping, lexicon: Lexicon) -> Pack:
        schema = {"type": "object", "properties": PACK, "required": PACK_REQUIRED, "additionalProperties": False}
        head = read(tree, schema, "the pack", self._mistakes)
        self.terms = {
            name: (forms,) if isinstance(forms, str) else tuple(forms) for name, forms in head.get("terms", {}).items()
        }
        names = {} if self._ships else private(head.get("pack", ""), self.terms, lexicon)
        if self._ships:
            self._check_terms(tree.get("terms"), lexicon)
        lexicon = lexicon.with_own(self.terms) if names else lexicon.extended(self.terms)
        self.terms = {names.get(term, term): renamed(forms, names) for term, forms in self.terms.items()}
        listed = tree.get("rules")
        nodes = listed.items if isinstance(listed, Sequence) else ()
        rules = [self._rule(node, head, lexicon) for node in nodes]
        self._note_duplicates(nodes)
        name = head.get("pack", "")
        return Pack(
            name=name,
            title=head.get("title", name),
            principle=head.get("principle", ""),
            language=head.get("language", "en"),
            rules=tuple(_with_names(rule, names) for rule in rules if rule is not None),
            path=self._path,
        )

    def _check_terms(self, node: Node | None, lexicon: Lexicon) -> None:
        for key, _ in node.entries if isinstance(node, Mapping) else ():
            if key.text in lexicon.names:
                self._mistakes.at(key, f"`{key.text}` is already a word of the lexicon", "call it something else")

    def _rule(self, node: Node, head: dict[str, Any], lexicon: Lexicon) -> Rule | None:
        before = len(self._mistakes.found)
        if not isinstance(node, Mapping):
            self._mistakes.at(node, "a rule must be a mapping (`key: value`)", "begin it with `- id: name`")
            return None
        name = self._name(node)
        check = node.get("check")
        schema = rule_schema(check.text if isinstance(check, Scalar) else "")
        values = read(node, schema, name, self._mistakes)
        if not self._tested:
            patterns.check(node, lexicon, self._mistakes)
        patterns.check_message(node, _filled(check), self._mistakes)
        bad, good = (self._examples(node, key, name) for key in ("bad", "good"))
        if len(self._mistakes.found) > before:
            return None
        return self._made(node, values, head, bad, good)

    def _name(self, node: Mapping) -> str:
        name = node.get("id")
        return f"rule `{name.text}`" if isinstance(name, Scalar) and name.text else "the rule"

    def _made(
        self,
        node: Mapping,
        values: dict[str, Any],
        head: dict[str, Any],
        bad: tuple[Example, ...],
        good: tuple[Example, ...],
    ) -> Rule:
        source = values.get("source", ())
        return Rule(
            pack=head.get("pack", ""),
            name=values["id"],
            check=values["check"],
            severity=Severity[values["severity"]],
            confidence=Confidence[values.get("confidence", "medium")],
            message=values["message"],
            language=values.get("language", head.get("language", "en")),
            state=values.get("state", "on"),
            options={key: value for key, value in values.items() if key not in COMMON},
            where=_merged(head.get("where", {}), values.get("where", {})),
            unless=tuple(values.get("unless", ())),
            why=values.get("why", ""),
            rewrite=values.get("rewrite", ""),
            source=(source,) if isinstance(source, str) else tuple(source),
            bad=bad,
            good=good,
            path=self._path,
            line=node.place.line,
        )

    def _examples(self, node: Mapping, key: str, name: str) -> tuple[Example, ...]:
        listed = node.get(key)
        items = listed.items if isinstance(listed, Sequence) else ()
        if len(items) < ENOUGH_EXAMPLES:
            hint = f"three are the least that say what a rule means; {_MEANT[key]}"
            self._few.at(listed or node, f"{name} has {_counted(len(items))} in `{key}`", hint)
        return tuple(made for item in items if (made := self._example(item, key)) is not None)

    def _example(self, item: Node, key: str) -> Example | None:
        listed = item.get("records") if isinstance(item, Mapping) else None
        if isinstance(listed, Sequence):
            return self._library(listed, key, item.place.line)
        text = item.get("text") if isinstance(item, Mapping) else item
        fixed = item.get("fixed") if isinstance(item, Mapping) else None
        if not isinstance(text, Scalar):
            return None  # noted by the schema
        read = self._unmarked(text, key)
        if read is None:
            return None
        return Example(*read, fixed.text if isinstance(fixed, Scalar) else None, item.place.line)

    def _unmarked(self, text: Scalar, key: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
        """The text of an example without its marks, and what they enclosed."""
        try:
            plain, spans = unmarked(text.text)
        except Unbalanced as wrong:
            self._mistakes.at(text, f"in this example: {wrong}", offset=wrong.offset)
            return None
        if spans and key == "good":
            hint = "a good example has nothing to underline; move it to `bad`, or write ⟦⟧-free quotes"
            self._mistakes.at(text, "a good example with marks in it", hint)
            return None
        return plain, spans

    def _library(self, listed: Sequence, key: str, line: int) -> Example:
        """An example of several records: their texts one below the other, each after its title."""
        text, spans, records = "", [], []
        for number, item in enumerate(listed.items):
            said = {name.text: value for name, value in item.entries} if isinstance(item, Mapping) else {}
            title, language, kind, updated = (
                value.text if isinstance(value := said.get(name), Scalar) else None
                for name in ("title", "language", "kind", "updated")
            )
            for name in ("subject", "text"):
                node = said.get(name)
                read = self._unmarked(node, key) if isinstance(node, Scalar) else None
                if read is None:
                    continue
                text += f"{title}: " if title else ""
                spans += [(start + len(text), end + len(text)) for start, end in read[1]]
                role = "subject" if name == "subject" else "body"
                span = len(text), len(text) + len(read[0])
                records.append(ExampleRecord(*span, number, title or "", role, language, kind or "macro", updated))
                text += read[0] + "\n"
        return Example(text.rstrip("\n"), tuple(spans), None, line, tuple(records))

    def _note_duplicates(self, nodes: Iterable[Node]) -> None:
        seen: dict[str, int] = {}
        for node in nodes:
            name = node.get("id") if isinstance(node, Mapping) else None
            if not isinstance(name, Scalar):
                continue
            if name.text in seen:
                self._mistakes.at(name, f"a rule `{name.text}` is already on line {seen[name.text]}")
            seen.setdefault(name.text, name.place.line)


def _with_names(rule: Rule, names: dict[str, str]) -> Rule:
    """The rule, its words by the names that they have among those of all packs."""
    if not names:
        return rule
    options, where, unless = (renamed(value, names) for value in (rule.options, rule.where, rule.unless))
    return replace(rule, options=options, where=where, unless=unless)


_FILLED = ("match", "swap", "count")
_MEANT = {"bad": "write sentences it must catch", "good": "write near misses it must not catch"}


def _counted(count: int) -> str:
    return {0: "no example", 1: "one example"}.get(count, f"{count} examples")


def _filled(check: Node | None) -> tuple[str, ...]:
    """What the check of a rule can fill into its message."""
    name = check.text if isinstance(check, Scalar) else ""
    return getattr(kind(name), "VALUES", _FILLED) if name in KINDS else _FILLED


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The pack's filters under the rule's. `any` takes a filter away, except that quoted words must be asked for."""
    merged = {**below, **above}
    return {key: value for key, value in merged.items() if value != ANY or key == "quoted"}
