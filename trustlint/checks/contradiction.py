"""`check: contradiction`: one thing that the records of a library say differently.

    about: deadlines

What each record says is noted while it is read; when all files have been, what most of them say is held against the
rest. `{match}` is what is said here, `{other}` what is said elsewhere, and `{where}` the record that says it.
"""

from trustlint.checks import Statement, Verdict
from trustlint.checks.stored import is_paired, is_stored
from trustlint.memo import cached_property
from trustlint.message import Message
from trustlint.modules import import_module
from trustlint.rule import Rule
from trustlint.typed import TYPE_CHECKING, Any, Callable, Iterable, Mapping, Sequence

if TYPE_CHECKING:
    from trustlint.fact import Fact
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

ABOUT = {
    "deadlines": "deadlines",
    "policies": "policies",
    "hours": "hours",
    "round-the-clock": "hours",
    "near-duplicates": "duplicates",
    "languages": "languages",
    "subject": "subjects",
}
"""What can be contradicted, and the module of `across` that knows about it."""

OF: Mapping[str, Callable[[Message], bool]] = {
    "deadlines": is_stored,
    "policies": is_stored,
    "hours": is_stored,
    "duplicates": is_stored,
    "languages": is_paired,
}
"""Which messages a module is asked about; where nothing is said, all. It is imported for the first of them."""
_TEXT = {"type": "string", "minLength": 1}
OPTIONS: dict[str, object] = {
    "about": {
        "enum": list(ABOUT),
        "description": "`deadlines` of the same act; `policies`: windows, fees; opening `hours`; promises "
        "`round-the-clock`, against the hours of the settings; `near-duplicates` with other times; `languages` of one "
        "text; the `subject` of a mail against its own text.",
    },
    "hours": {
        "type": "array",
        "items": _TEXT,
        "description": "The hours that are true, like `Mon-Fri 09:00-17:30`; those of the settings take their place.",
    },
    "setting": {"enum": ["hours"], "description": "The setting without which the rule is off."},
}
REQUIRED = (("about",),)
VALUES = ("match", "other", "where")


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    """None: what is said is an open class."""
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Contradiction":
    about = rule.options["about"]
    kept: dict[str, Any] = {"always": True} if about == "round-the-clock" else {}
    judged: dict[str, Any] = dict(kept)
    if ABOUT[about] == "hours" and rule.options.get("hours"):
        from trustlint.checks.across.hours import parsed

        judged["declared"] = tuple(one for text in rule.options["hours"] if (one := parsed(text)))
    return Contradiction(ABOUT[about], kept, judged)


class Contradiction:
    """What is said about one thing in a library, and what does not go together."""

    def __init__(self, about: str, kept: dict[str, Any], judged: dict[str, Any]) -> None:
        self._about = about
        self._kept = kept
        self._judged = judged

    @cached_property
    def _topic(self) -> Any:
        return import_module(f"trustlint.checks.across.{self._about}")

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterable[Statement]:
        if self._about in OF and not OF[self._about](prose.message):
            return ()
        found: Iterable[Statement] = self._topic.statements(prose, **self._kept)
        return found

    def judge(self, facts: "Sequence[Fact]") -> Iterable[Verdict]:
        found: Iterable[Verdict] = self._topic.judge(facts, **self._judged)
        return found
