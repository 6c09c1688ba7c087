"""A Vale rule file made into a rule, or into everything that is wrong with it."""

from collections.abc import Sequence
from typing import Any

from trustlint.diagnostic import Confidence, Severity
from trustlint.packs.reading import Mistakes, did_you_mean, read
from trustlint.packs.tree import Mapping as MappingNode
from trustlint.packs.tree import Node, Scalar
from trustlint.packs.vale import assembly, kinds, language
from trustlint.packs.vale.messages import message, unquoted
from trustlint.packs.vale.scopes import scopes
from trustlint.packs.vale.values import Named, Remarks, RuleFile
from trustlint.patterns import lazy
from trustlint.rule import Rule

_VERB = lazy(r"['\"]?%(?:\[\d+\])?[sd]['\"]?")


class Reader:
    """Reads one rule file. `accepted` are the words of the vocabularies in force."""

    def __init__(self, named: Named, mistakes: Mistakes, notices: Mistakes, accepted: Sequence[str] = ()) -> None:
        self._named = named
        self._mistakes = mistakes
        self._remarks = Remarks(named, notices)
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
        file = RuleFile(self._named, tree, values, self._mistakes, self._remarks)
        options = self._options(kind, file)
        if len(self._mistakes.found) > before or options is None:
            return None
        return self._made(kind, file, options, level or values.get("level", "warning"))

    def _once(self, node: Node) -> Node:
        """A mapping with each key once: Vale takes the last of those that are given twice."""
        if not isinstance(node, MappingNode):
            return node
        last = {key.text: (key, value) for key, value in node.entries}
        if len(last) < len(node.entries):
            seen: set[str] = set()
            twice = next(key for key, _ in node.entries if key.text in seen or seen.add(key.text))  # type: ignore[func-returns-value]
            self._remarks.noted(twice, f"`{twice.text}` is given twice; the last counts")
        return MappingNode(tuple(last.values()), node.place)

    def _kind(self, tree: MappingNode) -> str | None:
        extends = tree.get("extends")
        if not isinstance(extends, Scalar):
            self._mistakes.at(extends or tree, "`extends` must name a kind of rule")
            return None
        if extends.text in language.UNSUPPORTED:
            self._remarks.left_out(extends, f"extends `{extends.text}`, which {language.UNSUPPORTED[extends.text]}")
        elif "." in extends.text:
            self._remarks.left_out(
                extends, f"extends the rule `{extends.text}` instead of a kind; write it out in full"
            )
        elif extends.text in language.KINDS:
            return extends.text
        else:
            known = [*language.KINDS, *language.UNSUPPORTED]
            message = f"`extends` is “{extends.text}”, and no kind of rule"
            self._mistakes.at(extends, message, did_you_mean(extends.text, known))
        return None

    def _made(self, kind: str, file: RuleFile, options: dict[str, Any], level: str) -> Rule:
        filled = language.FILLED[kind]
        if kind == "existence" and options.get("action"):
            filled = ("match", "fixed")
        text = file.values["message"]
        said = message(unquoted(text) if kind == "substitution" and options.get("replaces") else text, filled)
        link = file.values.get("link", "").strip()
        return Rule(
            pack=self._named.pack,
            name=self._named.rule,
            check=f"vale.{kind}",
            severity=Severity[level],
            confidence=Confidence.medium,
            message=said,
            language="any",
            options=options,
            why=" ".join(_VERB.sub("…", file.values.get("description", "")).split()),
            source=(f"{self._named.vale} (a Vale rule)", *([link] if link else ())),
            path=self._mistakes.path,
            line=1,
        )

    def _options(self, kind: str, file: RuleFile) -> dict[str, Any] | None:
        """Everything that the check of a kind needs. None when the rule cannot run here, which has been said."""
        common = self._common(kind, file)
        if common is None:
            return None
        made = kinds.OPTIONS[kind](file)
        return None if made is None else {**common, **made}

    def _common(self, kind: str, file: RuleFile) -> dict[str, Any] | None:
        scope = file.texts("scope") or ["text"]
        if kind in ("metric", "readability") and scope == ["text"]:
            scope = ["summary"]
        selected = scopes(scope)
        node = file.tree.get("scope")
        for entry in selected.impossible:
            if selected.selectors:
                file.noted(node, f"messages have no scope `{entry}`; it runs on its other scopes")
        if not selected.selectors:
            file.left_out(node, f"looks at the scope `{selected.impossible[0]}`, which messages do not have")
            return None
        return {
            "scope": selected.selectors,
            **self._excepted(kind, file),
            **({"limit": file.values["limit"]} if file.values.get("limit") else {}),
        }

    def _excepted(self, kind: str, file: RuleFile) -> dict[str, Any]:
        before = len(self._mistakes.found)
        own = file.checked("exceptions")
        vocabulary = self._accepted if file.values.get("vocab", True) and not file.values.get("nonword") else ()
        terms = list(dict.fromkeys((*own, *vocabulary))) if "exceptions" in language.KINDS[kind] else []
        if not terms or len(self._mistakes.found) > before:
            return {}
        phrases = assembly.phrases(terms)
        return {
            "exceptions": file.source(assembly.exceptions(terms)),
            "phrases": file.source(phrases) if phrases else None,
            **({"words": file.source(assembly.exceptions(terms), wide=True)} if kind == "capitalization" else {}),
        }
