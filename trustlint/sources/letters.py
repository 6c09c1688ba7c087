"""Is this plain text written to a customer?

A `.txt` file has no shape to go by. Directly in a folder that somebody wants checked, one that speaks to a reader is a
reply; one that speaks to a machine, or to whoever builds the software, is not. Deeper down, where anything may lie, it
must also greet somebody or have a placeholder to fill in.
"""

import os

from trustlint.patterns import IGNORECASE, lazy

LONGEST = 60_000
"""Characters. Nobody sends longer letters; logs and licences are."""

_OTHER_NAMES = lazy(
    r"(?i)^(?:requirements|constraints|licen[cs]e|copying|copyright|notice|authors|contributors|maintainers|credits|"
    r"change(?:log|s)|history|news|releases?|readme|install|building|hacking|todo|roadmap|version|robots|humans|ads|"
    r"security|cmakelists|manifest|sources|top_level|entry_points|dependency_links|requires|installed-files|"
    r"namespace_packages|native_libs|not-zip-safe|zip-safe|record|log|debug|output|stdout|stderr|err)\b"
)
_ADDRESSED = lazy(
    r"(?i)\b(?:you|your|yours|we|we're|we'll|we've|our|us|i'm|i've|i'll|my|me|dear|hello|hi|hey|please|thanks?|sorry|"
    r"apolog\w+|assured|regards|sincerely|(?-i:I)|customers?|orders?|refunds?|delivery|accounts?)\b"
)
_PROSE = lazy(r"(?:[^\W\d_]+(?:'[^\W\d_]+)?[,;:]?\s+){3}[^\W\d_]+")
_CODE = lazy(
    r"[;{}]\s*$|^\s*(?:#include|#!|import |from \S+ import|def |class |function |var |let |const |//|/\*|<\?|\$ |>>> |"
    r"-----BEGIN|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[\d\d:\d\d)"
)
_TEMPLATE = lazy(r"\{\{|\{%|%\{|\[%|<%|\{!|@\w+\(")


def is_letter(text: str, path: str) -> bool:
    """Whether a text reads like something written to a person.

    A matter of signs, and only for files in a folder: asked for by name, any text is read.
    """
    if len(text) > LONGEST or _OTHER_NAMES.match(os.path.basename(path)):
        return False
    plain = text.replace("’", "'")
    is_template = _TEMPLATE.search(plain) is not None
    if not (is_template or _ADDRESSED.search(plain)) or not _PROSE.search(plain):
        return False
    lines = [line for line in plain.splitlines() if line.strip() and not _TEMPLATE.search(line)]
    return is_template or 3 * sum(bool(_CODE.search(line)) for line in lines) < len(lines)


_GREETING = lazy(r"(?im)^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^\n.:;]{0,60}[,!]?$")
_SIGN_OFF = lazy(r"(?im)^(?:(?:kind|best|warm) )?(?:regards|wishes|thanks|sincerely|yours|cheers)\b[^\n.:;]{0,30},?$")
_PLACEHOLDER = lazy(
    r"\{\{ ?[a-z_][\w. ]*\}\}|%\{[a-z_]\w*\.[\w.]*\}|\{%[a-z]+\.[\w.,=]*%\}|\[% ?[a-z_][\w.]* ?%\]", IGNORECASE
)


def is_correspondence(text: str, path: str) -> bool:
    """Whether a letter also shows that it is one: it has placeholders, or greets and takes leave."""
    if not is_letter(text, path):
        return False
    return _PLACEHOLDER.search(text) is not None or bool(_GREETING.search(text) and _SIGN_OFF.search(text))
