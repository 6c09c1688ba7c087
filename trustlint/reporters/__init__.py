"""Reports as text. One module per output; its name is what `--output` takes."""

from trustlint.frozen import dataclass
from trustlint.modules import import_module
from trustlint.report import Report
from trustlint.rule import Rule
from trustlint.typed import Mapping, Protocol, TextIO

REPORTERS = (
    "rich", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle",
    "rdjson", "rdjsonl", "azure", "markdown", "csv", "html",
)  # fmt: skip


@dataclass(frozen=True)
class View:
    """How to show: `color` and `width` matter on a terminal, `verbose` is -1 (quiet), 0 or 1; `rules` by id."""

    color: bool = False
    width: int = 100
    verbose: int = 0
    rules: Mapping[str, Rule] | None = None


class Reporter(Protocol):
    """A module of this room."""

    def write(self, report: Report, out: TextIO, view: View) -> None: ...


def reporter(name: str) -> Reporter:
    """The reporter of a name. KeyError if there is none."""
    if name not in REPORTERS:
        raise KeyError(name)
    return import_module(f"{__name__}.{name}")
