"""What the place of a file says: whether it stands among e-mails, and whether it becomes something else than a text."""

import os

from trustlint.patterns import lazy
from trustlint.sources.languages import tag_of

_FOLDER = lazy(
    r"(?i)(?:[\w-]*[_-])?(?:(?:e-?)?mails?|mailers?|mailings?|e?mail[_-]?(?:templates?|views|layouts)|auto[_-]?repl(?:y|ies)"
    r"|autoresponders?|(?:canned|saved|quick)[_-]?(?:responses?|repl(?:y|ies)|answers))\Z"
)
_NAME = lazy(r"(?i)(?:commtype_\w+|[\w-]+\.e?mail)\.")
_TESTS = lazy(r"(?i)(?:tests?|specs?)[_-]|[\w-]*[_-](?:tests?|specs?)\Z")
_INNER = frozenset(
    (
        "htm",
        "html",
        "txt",
        "text",
        "plain",
        "md",
        "markdown",
        "mjml",
        "eml",
        "mail",
        "email",
        "subject",
        "body",
    )
)


def among_mails(path: str) -> bool:
    """Whether a folder around the file, or its own name, is one for e-mails and replies."""
    *folders, name = path.replace("\\", "/").split("/")
    return _NAME.match(name) is not None or any(
        _FOLDER.match(folder) and not _TESTS.match(folder) for folder in folders
    )


def makes_text(path: str, extension: str) -> bool:
    """Whether a template is one of a text: `welcome.html.erb` is, `nginx.conf.j2` makes a configuration."""
    stem = os.path.basename(path)[: -len(extension)].lower()
    # Two steps are enough: what stands further in front is part of the name (`order.paid.en.html.twig`).
    inner = stem.rpartition(".")[2] if "." in stem else ""
    return not inner or inner in _INNER or tag_of(inner) is not None or _is_name(stem)


def _is_name(stem: str) -> bool:
    """A name with dots in it whose last part is no extension that anybody knows: `order.state.paid.twig`."""
    return len(stem.rpartition(".")[2]) > 5
