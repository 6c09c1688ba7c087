"""What Liquid itself would refuse in one mark: names, conditions and loops that are not written its way.

Names of tags and of filters are left to the platform that has them.
"""

from trustlint.memo import lru_cache
from trustlint.patterns import VERBOSE, lazy

_STRINGS = lazy(r"\"[^\"]*\"|'[^']*'")
_MARK = lazy(r"(?s)\{\{[-~]?(?P<output>.*?)[-~]?\}\}|\{%[-~]?\s*(?P<word>\w+|#)(?P<rest>.*?)[-~]?%\}")
_NAME = lazy(r"\w[\w-]*\Z")
_ASSIGNED = lazy(r"(?s)\s*(?P<name>[^\s=]+)\s*=\s*(?P<value>\S.*)")
_LOOP = lazy(r"(?s)\s*(?P<name>\S+)\s+in\s+(?P<value>\S.*)")
_PATH = (
    (lazy(r"\w\.\.\w"), "it has two dots in a row"),
    (lazy(r"\.\["), "it has a dot before a bracket"),
    (lazy(r"\]\w"), "it lacks a dot after a bracket"),
    (lazy(r"[A-Za-z_]\w*\.\d"), "a number stands in brackets: `[0]`"),
    (lazy(r"(?:^|[\s:,(])(?:-[A-Za-z_]|@)"), "a name begins with a letter"),
)
_RANGE = lazy(r"\([^()]*\.\.[^()]*\)")
_SUM = lazy(r"[\w\"')\]]\s+[-+*/]\s+[\w\"'(]")
_OPERATORS = frozenset(("==", "!=", "<>", "<", ">", "<=", ">=", "contains"))
_LIMIT = lazy(r"\b(limit|offset)\s*:\s*(?:\"(?!-?\d+\")|'(?!-?\d+'))")
_UNLIKE = lazy(
    r"""(?:(?:\A|\b(?:and|or))\s+(?:"[^"]*"|'[^']*')\s*(?:<=?|>=?)\s*-?\d[\d.]*
      | (?:\A|\b(?:and|or))\s+-?\d[\d.]*\s*(?:<=?|>=?)\s*(?:"[^"]*"|'[^']*'))\s*(?:\Z|\b(?:and|or)\b)""",
    VERBOSE,
)
_WRAPPED = lazy(r"[A-Za-z_]\w*\s*\n\s*[A-Za-z_]\w*\Z")
_COMMENT = lazy(r"\{%[-~]?\s*comment\s*[-~]?%\}")
_TERM = lazy(r"\s+")
_CONDITIONS = frozenset(("if", "unless", "elsif"))
_LONGEST = 1000


@lru_cache(maxsize=2048)
def complaint(mark: str) -> str:
    """Why Liquid would not take a mark (`{{ … }}` or `{% … %}`), in a few words; nothing if it would.

    Of a region that nobody reads only its first tag counts.
    """
    found = _MARK.fullmatch(mark) if len(mark) < _LONGEST else None
    if found is None:
        return ""
    if found["word"] is None:
        return _of_expression(_without_strings(found["output"])) or _of_filters(found["output"])
    return _of_tag(found["word"], _without_strings(found["rest"])) or _of_constants(found["word"], found["rest"])


def swallows_its_end(region: str) -> bool:
    """Whether a tag in a comment never ends: to Liquid the tag that closes the comment is then part of it."""
    opened = _COMMENT.match(region)
    inside = region[opened.end() : region.rfind("{%")] if opened else ""
    return inside.rfind("{%") > inside.rfind("%}")


def _of_constants(word: str, rest: str) -> str:
    """What a tag is given as it stands there and cannot take, whatever the data."""
    if word in ("assign", "echo"):
        return _of_filters(rest)
    if word == "for" and (limit := _LIMIT.search(rest)):
        return f"`{limit[1]}` takes a number"
    if word in _CONDITIONS and _UNLIKE.search(rest):
        return "it compares a text with a number"
    return ""


def _of_filters(output: str) -> str:
    if "|" not in output:
        return ""
    from trustlint.sources.templates.liquid_filters import complaint as of_filters

    return of_filters(output)


def _without_strings(inside: str) -> str:
    return _STRINGS.sub('""', inside)


def _of_expression(inside: str) -> str:
    expression = _RANGE.sub("x", inside.partition("|")[0].strip())
    if any(quote in inside.replace('""', "") for quote in "\"'") or "&" in inside or ":default=" in inside:
        return ""  # what an editor or another platform has made of it
    if _SUM.search(expression):
        return "Liquid has filters in the place of `+`, `-`, `*` and `/`"
    if _WRAPPED.match(expression):
        return "a line ends in its name"
    return next((said for pattern, said in _PATH if pattern.search(expression)), "")


def _of_tag(word: str, rest: str) -> str:
    if not _balanced(rest):
        return "its brackets do not match"
    if word in _CONDITIONS:
        return _of_condition(rest)
    if word == "for":
        loop = _LOOP.fullmatch(rest)
        return (_of_name(loop["name"].removesuffix("?")) or _of_expression(loop["value"])) if loop else "it lacks `in`"
    if word == "assign":
        assigned = _ASSIGNED.fullmatch(rest)
        return (_of_name(assigned["name"]) or _of_expression(assigned["value"])) if assigned else "it lacks `=`"
    if word == "capture":
        return _of_name(rest.strip().strip("\"'"))
    if word == "case":
        return "" if rest.strip() else "it lacks what to compare"
    if word == "when" and not rest.strip():
        return "it lacks a value"
    if word == "doc" and rest.strip():
        return "it takes no words"
    return "each line of it begins with `#`" if word == "#" and _runs_on(rest) else ""


def _of_name(name: str) -> str:
    return "" if not name or _NAME.match(name) or "." in name else f"`{name}` is no name"


_JOINT = lazy(r"\s+(?:and|or)\s+")


def _of_condition(rest: str) -> str:
    terms = _TERM.split(rest.strip())
    if terms == [""]:
        return "it lacks a condition"
    if terms[0] == "not" and len(terms) > 1:
        return "Liquid has no `not`"
    for part in _JOINT.split(rest.strip()):
        words = _spaced(part)
        if len(words) == 3 and words[1] not in _OPERATORS and words[1].isalpha():
            return f"`{words[1]}` is no operator"
    return ""


def _spaced(part: str) -> list[str]:
    return _TERM.split(part.strip())


def _balanced(rest: str) -> bool:
    return rest.count("(") == rest.count(")") and rest.count("[") == rest.count("]")


def _runs_on(rest: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in rest.splitlines()[1:])
