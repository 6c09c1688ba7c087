r"""The words of a language by name, for use inside phrases and patterns: `{agent} will`, `within {number} days`.

A lexicon is immutable plain data: lists of words (matched as phrases are) and named patterns (`regex` syntax), which
may use each other. All is written against `Prose.masked`, where quotes, dashes and no-break spaces are ASCII already.
"""

from trustlint import masks
from trustlint.errors import PackError
from trustlint.patterns import DOTALL, escape, lazy
from trustlint.typed import TYPE_CHECKING, Iterable, Iterator, Mapping, TypeAlias

if TYPE_CHECKING:
    import re

Words: TypeAlias = Mapping[str, Iterable[str]]
"""Forms by name."""

SETTINGS = {
    "agents": ("role",),
    "third-parties": ("third-party-noun", "outsider"),
    "devices": ("device",),
    "products": ("product",),
    "acts": ("open-act",),
}
"""The names that people write under `lexicon:` in `trustlint.yaml`, and the word classes that each adds to."""

_PLACEHOLDER = f"[{masks.DATE}{masks.NAME}{masks.MONEY}{masks.OTHER}{masks.FILL_IN}]"
MASKED = {
    "date-placeholder": f"{masks.DATE}+",
    "name-placeholder": f"{masks.NAME}+",
    "money-placeholder": f"{masks.MONEY}+",
    "fill-in": f"{masks.FILL_IN}+",
    "placeholder": f"{_PLACEHOLDER}+",
    "url": f"{masks.URL}+",
    "code": f"{masks.CODE}+",
    "quote": f"{masks.QUOTE}+",
}
"""Always there: what the masks of `trustlint.masks` stand for."""

REFERENCE = lazy(r"\\[pPN]\{[^}]*\}|\\.|\{(?P<name>[A-Za-z][\w-]*)\}", DOTALL)
"""A `{name}`, or an escape that must be stepped over so that `\\p{Lu}` and `\\{name}` stay what they are."""

_SPACE = lazy(r"\\.|\[(?:\\.|[^\]\\])*\]| ", DOTALL)

_VARIANTS = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ′＇´`", "'"),
        **dict.fromkeys("“”„‟″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    }
)


def straighten(text: str) -> str:
    """Typographic quotes, dashes and spaces as ASCII, character for character."""
    return text if text.isascii() else text.translate(_VARIANTS)


def references(text: str) -> Iterator["re.Match[str]"]:
    """The `{name}` uses in a phrase or pattern; `match["name"]` is the name."""
    return (match for match in REFERENCE.finditer(text) if match["name"])


def phrase_pattern(phrase: str) -> str:
    r"""`follow up` → `\bfollow\s+up\b`. A `{name}` stays for `Lexicon.expand`.

    To be compiled ignoring case and run on masked text. A boundary is asked for only beside a word character: `100%`
    may be followed by anything, and `'ll` always follows a letter.
    """
    words = straighten(phrase).split()
    body = r"\s+".join(_escaped(word) for word in words)
    return f"{_edge(words[0][:1])}{body}{_edge(words[-1][-1:])}" if words else "(?!)"


def _share_borders(forms: list[str]) -> list[str]:
    """Forms with the word boundaries that nearly all of them have written once: a third less to compile."""
    border = r"\b"
    whole = [form for form in forms if form.startswith(border) and form.endswith(border)]
    if len(whole) < 2:
        return forms
    inner = "|".join(form.removeprefix(border).removesuffix(border) for form in whole)
    others = [form for form in forms if not (form.startswith(border) and form.endswith(border))]
    return [*others, f"{border}(?:{inner}){border}"]


def _escaped(word: str) -> str:
    parts, at = [], 0
    for match in references(word):
        parts += [escape(word[at : match.start()]), match[0]]
        at = match.end()
    return "".join(parts) + escape(word[at:])


def _loose(pattern: str) -> str:
    r"""A pattern whose spaces match any white space, the ones in `[ -]` and `\ ` left alone."""
    return _SPACE.sub(lambda match: r"(?:\s+)" if match[0] == " " else match[0], pattern)


def _edge(char: str) -> str:
    return r"\b" if char.isalnum() or char == "_" else ""


class Lexicon:
    """Word classes and named patterns. Make more with `extended`; nothing here changes once made."""

    __slots__ = ("_expanded", "_patterns", "_words", "made")

    def __init__(
        self,
        words: Words = {},  # noqa: B006 read only
        patterns: Words = {},  # noqa: B006 read only
        expanded: Mapping[str, str] = {},  # noqa: B006 read only
    ) -> None:
        self._words = {name: tuple(forms) for name, forms in words.items()}
        self._patterns = {name: tuple(forms) for name, forms in patterns.items()}
        self._expanded = dict(expanded)
        self.made: dict[str, str] = {}
        """What was made of patterns with these words, by the pattern as it is written: see `checks.patterns`."""

    @property
    def names(self) -> frozenset[str]:
        """What can stand between braces."""
        return frozenset(self._words) | frozenset(self._patterns) | frozenset(MASKED)

    def words(self, name: str) -> tuple[str, ...]:
        """The plain forms of a class, lower case as written in the lexicon; empty if there is no such class."""
        return self._words.get(name, ())

    def known(self, pattern: str) -> str | None:
        """What was made of a pattern with these words, if that is known."""
        return self.made.get(pattern)

    def extended(self, words: Words) -> "Lexicon":
        """With more forms in some classes, or new classes. Keys are class names or those of `SETTINGS`."""
        if not words:
            return self
        merged = dict(self._words)
        for key, forms in words.items():
            for name in SETTINGS.get(key, (key,)):
                merged[name] = (*merged.get(name, ()), *forms)
        return Lexicon(merged, self._patterns)

    def with_own(self, words: Words) -> "Lexicon":
        """With these words in the place of those that have their names; what is made of the others stays as it was."""
        others = {name: self.pattern(name) for name in self.names - words.keys()}
        patterns = {name: forms for name, forms in self._patterns.items() if name not in words}
        return Lexicon({**self._words, **words}, patterns, others)

    def expand(self, pattern: str) -> str:
        """Each `{name}` becomes a non-capturing group; repeats such as `{2,}` stay. PackError on an unknown name."""
        if "{" not in pattern:
            return pattern
        return REFERENCE.sub(lambda match: self._group(match["name"], ()) if match["name"] else match[0], pattern)

    def pattern(self, name: str) -> str:
        """What `{name}` stands for, as one non-capturing group."""
        return self._group(name, ())

    def data(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """Plain data: `Lexicon(*lexicon.data())` is an equal lexicon."""
        return self._words, self._patterns

    def expanded(self) -> dict[str, str]:
        """What every name stands for: given to `Lexicon` again, it need not be made again."""
        return {name: self.pattern(name) for name in sorted(self.names)}

    def _group(self, name: str, above: tuple[str, ...]) -> str:
        done = self._expanded.get(name)
        if done is None:
            if name in above:
                raise PackError(f"`{{{name}}}` is defined by itself: {' → '.join((*above, name))}")
            done = self._expanded[name] = f"(?:{'|'.join(self._alternatives(name, (*above, name)))})"
        return done

    def _alternatives(self, name: str, above: tuple[str, ...]) -> Iterator[str]:
        if name not in self.names:
            raise PackError(f"no word of the lexicon is called `{{{name}}}`", hint=near(name, self.names))
        if name in MASKED:
            yield MASKED[name]
        # Longest first: an alternation takes the first that fits, and the underline should reach the whole name.
        forms = [phrase_pattern(form) for form in sorted(self._words.get(name, ()), key=len, reverse=True)]
        for form in (*map(_loose, self._patterns.get(name, ())), *_share_borders(forms)):
            yield REFERENCE.sub(lambda match: self._group(match["name"], above) if match["name"] else match[0], form)


def near(name: str, known: Iterable[str]) -> str | None:
    """`did you mean “agent”?`, or None when nothing is close."""
    from difflib import get_close_matches  # only ever needed to explain a mistake

    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else None
