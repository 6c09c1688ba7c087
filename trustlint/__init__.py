"""trustlint: hold support replies to the promises they make.

    import trustlint

    for found in trustlint.check_text("We'll reply shortly."):
        print(found.rule, found.text, found.message)

Everything here is imported when it is first used: `import trustlint` costs next to nothing.
"""

TYPE_CHECKING = False  # without `typing`, which would be most of what this costs
if TYPE_CHECKING:
    from trustlint.api import check_paths, check_text, promises
    from trustlint.config import Settings
    from trustlint.diagnostic import Confidence, Diagnostic, Severity
    from trustlint.errors import TrustlintError
    from trustlint.ledger.promises import Promise
    from trustlint.report import Report

__version__ = "0.1.0"

__all__ = [
    "Confidence",
    "Diagnostic",
    "Promise",
    "Report",
    "Settings",
    "Severity",
    "TrustlintError",
    "__version__",
    "check_paths",
    "check_text",
    "promises",
]

_HOMES = {
    "check_paths": "trustlint.api",
    "check_text": "trustlint.api",
    "promises": "trustlint.api",
    "Confidence": "trustlint.diagnostic",
    "Diagnostic": "trustlint.diagnostic",
    "Severity": "trustlint.diagnostic",
    "Promise": "trustlint.ledger.promises",
    "Report": "trustlint.report",
    "Settings": "trustlint.config",
    "TrustlintError": "trustlint.errors",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
