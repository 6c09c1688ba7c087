"""The house keeps its plan: imports run one way, and heavy libraries stay where they belong."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "trustlint"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    {
        "span",
        "message",
        "diagnostic",
        "rule",
        "errors",
        "masks",
        "patterns",
        "jobs",
        "digests",
        "fact",
        "frozen",
        "tuples",
        "codes",
        "typed",
        "memo",
        "levels",
        "globs",
        "shelf",
        "modules",
        "derived",
        "spool",
        "sending",
        "packing",
        "kept",
        "found",
    },
    {"prose", "sources", "checks", "cache", "writing", "revisions", "program", "ready"},
    {
        "packs",
        "candidates",
        "finding",
        "linter",
        "local",
        "ledger",
        "selection",
        "suppressions",
        "baseline",
        "fixes",
        "examples",
        "mutation",
    },
    {
        "config",
        "discover",
        "report",
        "engine",
        "overrides",
        "reading",
        "fingerprints",
        "gathered",
        "gathering",
        "company",
        "needed",
        "shipping",
        "starting",
        "library",
        "results",
        "work",
        "run",
        "narrowing",
        "fixing",
        "add_ignores",
    },
    {"reporters", "lsp", "cli", "api", "schemas"},
    {"__main__", "__init__"},
)
ONLY_IN = {
    "click": ("cli/",),
    "rich": ("reporters/promises/table.py",),
    "yaml": ("packs/tree.py", "sources/"),
    "pathspec": ("discover.py",),
    "ahocorasick_rs": ("candidates.py", "finding.py"),
}
NEVER = {"urllib", "http", "socket", "ssl", "requests", "httpx", "pickle", "shelve", "asyncio", "subprocess"}

ALONE = {("revisions.py", "subprocess"), ("sending.py", "pickle")}
"""One module asks git, and one hears what its own children have found; nothing else."""


def name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "trustlint":
                yield from (f"trustlint.{alias.name}" for alias in node.names)


def room(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def layer(of: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if of in rooms)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_every_module_has_its_place(module: Path) -> None:
    assert layer(room(name(module))) >= 0


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_imports_run_one_way(module: Path) -> None:
    own = layer(room(name(module)))
    rooms = {found.split(".")[1] for found in imported(module) if found.startswith("trustlint.")} - {"__version__"}
    above = {one for one in rooms if layer(one) > own and one != "__main__"}
    assert not above


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_heavy_libraries_stay_where_they_belong(module: Path) -> None:
    for found in imported(module):
        top = found.split(".")[0]
        assert top not in NEVER or (name(module), top) in ALONE
        if top in ONLY_IN:
            assert name(module).startswith(ONLY_IN[top]), f"{name(module)} imports {found}"


def test_sources_and_prose_do_not_know_rules() -> None:
    for module in MODULES:
        if name(module).startswith(("sources/", "prose/")):
            assert not [
                found for found in imported(module) if found.startswith(("trustlint.checks", "trustlint.packs"))
            ]
