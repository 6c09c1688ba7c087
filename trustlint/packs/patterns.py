"""Are the phrases and patterns of a rule sound? Told before anything runs, with the place inside the pattern."""

from collections.abc import Iterable, Iterator

from trustlint.packs.reading import Mistakes, did_you_mean
from trustlint.packs.size import LARGEST, unfolded
from trustlint.packs.tree import Mapping, Node, Scalar, Sequence
from trustlint.patterns import lazy
from trustlint.prose.lexicon import Lexicon, references

PATTERN_KEYS = frozenset({"patterns", "requires", "unless"})
PHRASE_KEYS = frozenset({"phrases"})
SWAP_KEYS = frozenset({"swap"})
PAIR_KEYS = frozenset({"either"})
SINGLE_KEYS = frozenset({"first", "second"})

MAX_LENGTH = 10_000

_GROUP = lazy(r"\(\?P?<([A-Za-z_]\w*)>")
_FIELD = lazy(r"(?<!\{)\{([A-Za-z_][\w-]*)\}(?!\})")

_LOOKS_LIKE_PATTERN = lazy(r"\\[bBdDsSwW]|\(\?|\.\*|\.\+|\[[^\]]+\]")
_PATTERN_SYNTAX = lazy(r"[\\()\[\]|?*+^$]")


def scalars(node: Mapping) -> Iterator[tuple[Scalar, bool]]:
    """The phrases (False) and patterns (True) of a rule's mapping."""
    for key, value in node.entries:
        if key.text in PATTERN_KEYS | PHRASE_KEYS and isinstance(value, Sequence):
            yield from ((item, key.text in PATTERN_KEYS) for item in value.items if isinstance(item, Scalar))
        elif key.text in SWAP_KEYS and isinstance(value, Mapping):
            yield from ((name, bool(_PATTERN_SYNTAX.search(name.text))) for name, _ in value.entries)
        elif key.text in PAIR_KEYS and isinstance(value, Mapping):
            forms = [form for pair in value.entries for form in pair if isinstance(form, Scalar)]
            yield from ((form, bool(_PATTERN_SYNTAX.search(form.text))) for form in forms)
        elif key.text in SINGLE_KEYS and isinstance(value, Scalar):
            yield value, True


def check_message(node: Mapping, values: Iterable[str], mistakes: Mistakes) -> None:
    """Note a `{name}` in the rule's message that looks like one that is filled in, and is not."""
    message = node.get("message")
    if not isinstance(message, Scalar):
        return
    groups = {name for scalar, _ in scalars(node) for name in _GROUP.findall(scalar.text)}
    known = {"match", *values, *groups}
    for field in _FIELD.finditer(message.text):
        if field[1] not in known and (hint := did_you_mean(field[1], known)):
            mistakes.at(message, f"`{field[0]}` in the message is never filled in", hint, offset=field.start())


def check(node: Mapping, lexicon: Lexicon, mistakes: Mistakes) -> None:
    """Note what is wrong with the phrases, patterns and formula of a rule."""
    _check_formula(node.get("formula"), mistakes)
    for scalar, is_pattern in scalars(node):
        if not scalar.text.strip():
            continue  # noted already: it is empty
        if _names_known(scalar, lexicon, mistakes):
            if is_pattern:
                check_pattern(scalar, mistakes)
            elif _LOOKS_LIKE_PATTERN.search(scalar.text):
                mistakes.at(scalar, f"the phrase “{scalar.text}” is a pattern", "move it to `patterns`")


def _check_formula(formula: Node | None, mistakes: Mistakes) -> None:
    if not isinstance(formula, Scalar):
        return
    from trustlint.checks.metric import problem

    wrong = problem(formula.text)
    if wrong is not None:
        mistakes.at(formula, wrong[0], offset=min(wrong[1], max(len(formula.text) - 1, 0)))


def _names_known(scalar: Scalar, lexicon: Lexicon, mistakes: Mistakes) -> bool:
    unknown = [match for match in references(scalar.text) if match["name"] not in lexicon.names]
    for match in unknown:
        hint = did_you_mean(match["name"], lexicon.names)
        mistakes.at(scalar, f"no word of the lexicon is called `{match[0]}`", hint, offset=match.start())
    return not unknown


def check_pattern(scalar: Scalar, mistakes: Mistakes) -> None:
    """Note a pattern that cannot be compiled, or that matches nothing at all everywhere."""
    if is_too_large(scalar, mistakes):
        return
    wrong = compile_error(_with_stand_ins(scalar.text))
    if wrong is not None:
        message, offset = wrong
        mistakes.at(scalar, f"bad pattern: {message}", offset=offset)


def is_too_large(scalar: Scalar, mistakes: Mistakes) -> bool:
    """Whether a pattern should not even be compiled; if so that is noted."""
    if len(scalar.text) > MAX_LENGTH:
        mistakes.at(scalar, f"this pattern is {len(scalar.text)} characters long", f"at most {MAX_LENGTH}")
        return True
    if unfolded(scalar.text) > LARGEST:
        mistakes.at(scalar, "bad pattern: its counted repeats multiply to something too large", "use smaller counts")
        return True
    return False


def _with_stand_ins(pattern: str) -> str:
    """The pattern with each `{name}` as a character set of the same length, so that offsets in it stay."""
    return "".join(_stand_ins(pattern))


def _stand_ins(pattern: str) -> Iterator[str]:
    at = 0
    for match in references(pattern):
        yield pattern[at : match.start()]
        yield f"[{match['name'].replace('-', '_')}]"
        at = match.end()
    yield pattern[at:]


def compile_error(pattern: str, *, empty: bool = False) -> tuple[str, int | None] | None:
    """What is wrong with a pattern, and where in it; with `empty` it may match the empty text."""
    import regex  # 27 ms that a warm start spends elsewhere or never

    try:
        compiled = regex.compile(pattern, regex.IGNORECASE)
    except regex.error as error:
        return error.msg, min(error.pos, max(len(pattern) - 1, 0)) if error.pos is not None else None
    except (RecursionError, OverflowError, MemoryError, ValueError):
        return "too deeply nested or too large", None
    if not empty and compiled.fullmatch(""):
        return "it matches the empty text, so it would match everywhere", None
    return None
