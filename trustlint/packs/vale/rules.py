"""A Vale rule file made into a rule, or into everything that is wrong with it."""

from collections.abc import Iterable, Sequence
from typing import Any

from trustlint.checks.formula import FormulaError, condition, names, parse
from trustlint.checks.vale.actions import steps
from trustlint.checks.vale.metric import COUNTED
from trustlint.checks.vale.readability import GRADES
from trustlint.diagnostic import Confidence, Severity
from trustlint.packs.patterns import compile_error, is_too_large
from trustlint.packs.reading import Mistakes, did_you_mean, read
from trustlint.packs.tree import Mapping as MappingNode
from trustlint.packs.tree import Node, Scalar
from trustlint.packs.tree import Sequence as SequenceNode
from trustlint.packs.vale import assembly, language
from trustlint.packs.vale.messages import message, unquoted
from trustlint.packs.vale.scopes import scopes
from trustlint.packs.vale.syntax import Untranslatable, translated
from trustlint.patterns import lazy
from trustlint.rule import Rule
from trustlint.tuples import NamedTuple

_VERB = lazy(r"['\"]?%(?:\[\d+\])?[sd]['\"]?")
_CASES = {"$title": "title", "$sentence": "sentence", "$lower": "lower", "$upper": "upper"}


class Named(NamedTuple):
    """What a rule is called here and there: `my-house`, `em-dash`, `MyHouse.EmDash`."""

    pack: str
    rule: str
    vale: str


class Reader:
    """Reads one rule file. `accepted` are the words of the vocabularies in force."""

    def __init__(self, named: Named, mistakes: Mistakes, notices: Mistakes, accepted: Sequence[str] = ()) -> None:
        self._named = named
        self._mistakes = mistakes
        self._notices = notices
        self._accepted = accepted

    def rule(self, tree: MappingNode, level: str | None = None) -> Rule | None:
        """The rule of a file; None when something is wrong with it, or when it needs what is not here."""
        tree = MappingNode(
            tuple((key._replace(text=key.text.lower()), self._once(value)) for key, value in tree.entries), tree.place
        )
        kind = self._kind(tree)
        before = len(self._mistakes.found)
        if kind is None:
            return None
        values = read(tree, language.schema(kind), f"rule `{self._named.vale}`", self._mistakes)
        if values is None or len(self._mistakes.found) > before:
            return None
        self._values: dict[str, Any] = values
        self._tree = tree
        options = self._options(kind)
        if len(self._mistakes.found) > before or options is None:
            return None
        return self._made(kind, options, level or values.get("level", "warning"))

    def _once(self, node: Node) -> Node:
        """A mapping with each key once: Vale takes the last of those that are given twice."""
        if not isinstance(node, MappingNode):
            return node
        last = {key.text: (key, value) for key, value in node.entries}
        if len(last) < len(node.entries):
            seen: set[str] = set()
            twice = next(key for key, _ in node.entries if key.text in seen or seen.add(key.text))  # type: ignore[func-returns-value]
            self._noted(twice, f"`{twice.text}` is given twice; the last counts")
        return MappingNode(tuple(last.values()), node.place)

    def _kind(self, tree: MappingNode) -> str | None:
        extends = tree.get("extends")
        if not isinstance(extends, Scalar):
            self._mistakes.at(extends or tree, "`extends` must name a kind of rule")
            return None
        if extends.text in language.UNSUPPORTED:
            self._left_out(extends, f"extends `{extends.text}`, which {language.UNSUPPORTED[extends.text]}")
        elif "." in extends.text:
            self._left_out(extends, f"extends the rule `{extends.text}` instead of a kind; write it out in full")
        elif extends.text in language.KINDS:
            return extends.text
        else:
            known = [*language.KINDS, *language.UNSUPPORTED]
            message = f"`extends` is “{extends.text}”, and no kind of rule"
            self._mistakes.at(extends, message, did_you_mean(extends.text, known))
        return None

    def _left_out(self, node: Node, why: str) -> None:
        self._notices.at(node, f"`{self._named.vale}` does not run here: it {why}")

    def _noted(self, node: Node | None, what: str) -> None:
        self._notices.at(node or self._tree, f"`{self._named.vale}`: {what}")

    def _made(self, kind: str, options: dict[str, Any], level: str) -> Rule:
        filled = language.FILLED[kind]
        if kind == "existence" and options.get("action"):
            filled = ("match", "fixed")
        text = self._values["message"]
        said = message(unquoted(text) if kind == "substitution" and options.get("replaces") else text, filled)
        link = self._values.get("link", "").strip()
        return Rule(
            pack=self._named.pack,
            name=self._named.rule,
            check=f"vale.{kind}",
            severity=Severity[level],
            confidence=Confidence.medium,
            message=said,
            language="any",
            options=options,
            why=" ".join(_VERB.sub("…", self._values.get("description", "")).split()),
            source=(f"{self._named.vale} (a Vale rule)", *([link] if link else ())),
            path=self._mistakes.path,
            line=1,
        )

    def _options(self, kind: str) -> dict[str, Any] | None:
        """Everything that the check of a kind needs. None when the rule cannot run here, which has been said."""
        common = self._common(kind)
        if common is None:
            return None
        made = getattr(self, f"_{kind}")()
        return None if made is None else {**common, **made}

    def _common(self, kind: str) -> dict[str, Any] | None:
        scope = self._texts("scope") or ["text"]
        if kind in ("metric", "readability") and scope == ["text"]:
            scope = ["summary"]
        selected = scopes(scope)
        node = self._tree.get("scope")
        for entry in selected.impossible:
            if selected.selectors:
                self._noted(node, f"messages have no scope `{entry}`; it runs on its other scopes")
        if not selected.selectors:
            self._left_out(
                node or self._tree, f"looks at the scope `{selected.impossible[0]}`, which messages do not have"
            )
            return None
        return {
            "scope": selected.selectors,
            **self._excepted(kind),
            **({"limit": self._values["limit"]} if self._values.get("limit") else {}),
        }

    def _excepted(self, kind: str) -> dict[str, Any]:
        before = len(self._mistakes.found)
        own = self._checked("exceptions")
        vocabulary = self._accepted if self._values.get("vocab", True) and not self._values.get("nonword") else ()
        terms = list(dict.fromkeys((*own, *vocabulary))) if "exceptions" in language.KINDS[kind] else []
        if not terms or len(self._mistakes.found) > before:
            return {}
        phrases = assembly.phrases(terms)
        return {
            "exceptions": self._source(assembly.exceptions(terms)),
            "phrases": self._source(phrases) if phrases else None,
            **({"words": self._source(assembly.exceptions(terms), wide=True)} if kind == "capitalization" else {}),
        }

    # Values of the file

    def _texts(self, key: str) -> list[str]:
        value = self._values.get(key, [])
        return [value] if isinstance(value, str) else list(value)

    def _nodes(self, key: str) -> Iterable[Node]:
        node = self._tree.get(key)
        if isinstance(node, SequenceNode):
            return node.items
        return (node,) if node is not None else ()

    def _flag(self, key: str) -> bool:
        return bool(self._values.get(key))

    def _source(self, pattern: str, node: Node | None = None, *, wide: bool = False) -> str:
        """A pattern as `checks.compiled` takes it; empty when it is broken, which is noted."""
        if isinstance(node, Scalar) and is_too_large(node, self._mistakes):
            return ""
        try:
            source = translated(pattern, wide=wide)
        except Untranslatable as wrong:
            offset = wrong.offset if node is not None else None
            self._mistakes.at(node or self._tree, f"bad pattern: {wrong}", offset=offset)
            return ""
        error = compile_error(source, empty=True)
        if error is not None:
            self._mistakes.at(node or self._tree, f"bad pattern: {error[0]}")
        return source

    def _checked(self, key: str) -> list[str]:
        """The patterns under a key; each that is broken by itself is noted at its line."""
        texts = self._texts(key)
        for text, node in zip(texts, self._nodes(key), strict=False):
            if text.strip():
                self._source(text, node)
        return texts

    def _whole(self, pattern: str, before: int) -> str:
        """The assembled pattern, unless a part of it has been found broken."""
        return self._source(pattern) if len(self._mistakes.found) == before else ""

    # The kinds

    def _existence(self) -> dict[str, Any] | None:
        before = len(self._mistakes.found)
        tokens, raw = self._checked("tokens"), self._texts("raw")
        if not tokens and not raw:
            self._mistakes.at(self._tree, f"rule `{self._named.vale}` has neither `tokens` nor `raw`")
            return None
        pattern = assembly.existence(
            tokens, raw, append=self._flag("append"), nonword=self._flag("nonword"), ignorecase=self._flag("ignorecase")
        )
        return {"pattern": self._whole(pattern, before), "action": self._action()}

    def _substitution(self) -> dict[str, Any]:
        before = len(self._mistakes.found)
        swap: dict[str, str] = self._values["swap"]
        node = self._tree.get("swap")
        for key, _ in node.entries if isinstance(node, MappingNode) else ():
            self._source(key.text, key)
        keys = sorted(swap, key=len, reverse=True)
        ignorecase = self._flag("ignorecase")
        pattern = assembly.substitution(keys, nonword=self._flag("nonword"), ignorecase=ignorecase)
        if self._values.get("pos"):
            self._noted(self._tree.get("pos"), "`pos` is not looked at: it needs a tagger for parts of speech")
        action = self._action()
        return {
            "pattern": self._whole(pattern, before),
            "swaps": [(_key(key, ignorecase), swap[key], _as_pattern(swap[key])) for key in keys],
            "replaces": bool(action) and action[0] == "replace",
            "capitalize": self._flag("capitalize"),
            "matchcase": self._flag("matchcase"),
        }

    def _occurrence(self) -> dict[str, Any]:
        token = self._values["token"]
        self._source(token, self._tree.get("token"))
        if not self._values.get("max") and not self._values.get("min"):
            self._mistakes.at(self._tree, f"rule `{self._named.vale}` has neither `max` nor `min`")
        return {
            "pattern": self._source(assembly.flagged(f"(?:{token})", ignorecase=self._flag("ignorecase"))),
            "max": self._values.get("max", 0),
            "min": self._values.get("min", 0),
        }

    def _repetition(self) -> dict[str, Any]:
        before = len(self._mistakes.found)
        pattern = "(?:" + "|".join(self._checked("tokens")) + ")"
        return {
            "pattern": self._whole(assembly.flagged(pattern, ignorecase=self._flag("ignorecase")), before),
            "max": self._values.get("max", 0),
            "alpha": self._flag("alpha"),
            "ignorecase": self._flag("ignorecase"),
            "action": self._action(),
        }

    def _consistency(self) -> dict[str, Any]:
        before = len(self._mistakes.found)
        node = self._tree.get("either")
        for form in [form for pair in node.entries for form in pair] if isinstance(node, MappingNode) else ():
            if isinstance(form, Scalar):
                self._source(form.text, form)
        flags = {"nonword": self._flag("nonword"), "ignorecase": self._flag("ignorecase")}
        pairs = self._values["either"].items()
        return {"pairs": [self._whole(assembly.pair(one, other, **flags), before) for one, other in pairs]}

    def _conditional(self) -> dict[str, Any]:
        sources = {}
        for key in ("first", "second"):
            self._source(self._values[key], self._tree.get(key))
            sources[key] = self._source(assembly.flagged(self._values[key], ignorecase=self._flag("ignorecase")))
        return {**sources, "action": self._action()}

    def _capitalization(self) -> dict[str, Any]:
        wanted = self._values["match"]
        if wanted.startswith("$") and wanted not in _CASES:
            hint = did_you_mean(wanted, _CASES)
            self._mistakes.at(self._tree.get("match") or self._tree, f"there is no case called `{wanted}`", hint)
        action = self._action()
        prefix = self._values.get("prefix")
        return {
            "match": _CASES.get(wanted, wanted),
            "pattern": None if wanted in _CASES else self._source(wanted, self._tree.get("match")),
            "prefix": self._source(prefix, self._tree.get("prefix")) if prefix else None,
            "style": self._values.get("style", "AP"),
            "indicators": self._texts("indicators"),
            "threshold": self._values.get("threshold", 0),
            "replaces": bool(action) and action[0] == "replace",
        }

    def _metric(self) -> dict[str, Any] | None:
        formula, node = self._values["formula"], self._tree.get("formula")
        try:
            unknown = names(parse(formula)) - COUNTED
        except FormulaError as wrong:
            if "check[" in formula:
                self._left_out(node or self._tree, "counts what other rules have found")
            else:
                self._mistakes.at(node or self._tree, f"in this formula: {wrong}", offset=wrong.offset)
            return None
        if unknown:
            self._left_out(node or self._tree, f"counts `{min(unknown)}`, which messages do not tell")
            return None
        try:
            condition(self._values["condition"])
        except FormulaError as wrong:
            self._mistakes.at(self._tree.get("condition") or self._tree, str(wrong))
        return {"formula": formula, "condition": self._values["condition"]}

    def _readability(self) -> dict[str, Any]:
        for metric, node in zip(self._texts("metrics"), self._nodes("metrics"), strict=False):
            if metric not in GRADES:
                self._mistakes.at(node, f"there is no grade called “{metric}”", did_you_mean(metric, GRADES))
        return {"metrics": self._texts("metrics"), "grade": self._values["grade"]}

    # Actions

    def _action(self) -> tuple[Any, ...]:
        """What a rule's matches are corrected to: a name and its parameters; nothing when that cannot be done here."""
        action = self._values.get("action")
        if not action:
            return ()
        node = self._tree.get("action")
        name, params = (action.get("name"), action.get("params")) if isinstance(action, dict) else (action, None)
        listed = params if isinstance(params, list) else [] if params is None else [params]
        if name == "remove":
            return "remove", ()
        if name == "replace":
            return "replace", tuple(map(_text, listed))
        if name != "edit":
            self._noted(node, f"its matches are not corrected: there is no action `{name}` here")
            return ()
        return self._edit(node, [_text(one) for part in listed for one in (part if isinstance(part, list) else [part])])

    def _edit(self, node: Node | None, params: list[str]) -> tuple[Any, ...]:
        try:
            edit = tuple(map(tuple, steps(params)))
        except KeyError as unknown:
            step = unknown.args[0]
            self._noted(node, f"its matches are not corrected: there is no edit `{step}` here")
            return ()
        except ValueError as wrong:
            self._mistakes.at(node or self._tree, f"in this action: {wrong}")
            return ()
        sources = [self._source(step[1], node) if step[0] == "regex" else "" for step in edit]
        return "edit", tuple(
            ("regex", source, step[2]) if step[0] == "regex" else step
            for step, source in zip(edit, sources, strict=True)
        )


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _key(key: str, ignorecase: bool) -> str:
    try:
        return translated(assembly.flagged(key, ignorecase=ignorecase))
    except Untranslatable:
        return ""  # noted already


def _as_pattern(preferred: str) -> str | None:
    """A preferred form as a pattern of forms that are as good; None when it is none."""
    try:
        source = translated(preferred)
    except Untranslatable:
        return None
    return source if compile_error(source, empty=True) is None else None
