"""Which modules a start needs, and their code, made ready when a wheel is built: see `trustlint.ready.importing`.

    python -m trustlint.starting FOLDER

FOLDER is what `trustlint.shipping` has filled before: what is imported is asked of a program that finds it.
"""

import __future__

import marshal
import os
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stdout
from importlib import import_module
from io import StringIO
from tempfile import TemporaryDirectory
from typing import Any

LETTERS = (
    """Subject: Your booking

Dear {{customer.first_name}},

Thank you for waiting. We will call you on Friday 4 July between 8:00 and 10:00. If you call us, we pick up at once.

The harbour office
""",
    """Hello Amrita,

I'm sorry that the lamp came broken. Someone will send another one by Monday, or within three working days. The refund
was approved on 3 October 2025. We guarantee that it won't happen again, and I'll write to you as soon as I can.

Kind regards,
Ole
""",
)
"""What most texts are like: dates, promises, a placeholder, and some things to find."""

NEEDED_FIRST = ("trustlint.cli.plain", "trustlint.ready.importing")
"""What is imported before anything is known to be ready."""


def ship(folder: str) -> None:
    """Add to a folder what the program that runs imports for a text that it knows, to show its text in a report, and
    for a text that it does not know.
    """
    before = _imported(folder, [])
    with TemporaryDirectory() as texts, TemporaryDirectory() as cache, chdir(texts), redirect_stdout(StringIO()):
        os.environ.update(XDG_CACHE_HOME=cache, LOCALAPPDATA=cache, HOME=cache)
        for number, letter in enumerate(LETTERS):
            with open(f"{number}.txt", "w", encoding="utf-8") as file:
                file.write(letter)
        lint, report = (["check", "--isolated", "--output", output, *os.listdir()] for output in ("concise", "rich"))
        every = _imported(folder, lint)
        first = _without(before, _imported(folder, lint))
        _imported(folder, report)  # after which what is said of rules is known, too
        shown = _without({**before, **first}, _imported(folder, report))
    groups = {"report": shown, "modules": _without({**before, **first, **shown}, every)}
    for name, modules in groups.items():
        _write(folder, name, _codes(modules))
    _write(folder, "start", (_codes(first), {module: name for name, modules in groups.items() for module in modules}))


def _imported(folder: str, arguments: list[str]) -> dict[str, str]:
    """The modules of ours, and their files, that a new process would have imported for a command line."""
    for name in [name for name in sys.modules if name.split(".")[0] == "trustlint"]:
        del sys.modules[name]
    from trustlint import ready
    from trustlint.__main__ import run

    ready.FOLDER = folder
    for name in NEEDED_FIRST:
        import_module(name)
    if arguments:
        run(arguments)
    from trustlint.program import NO_SAY  # what lies in other rooms may change without making another program

    ours = {name: module.__file__ or "" for name, module in sys.modules.items() if name.startswith("trustlint.")}
    return {name: file for name, file in ours.items() if NO_SAY.isdisjoint(name.split("."))}


def _without(some: Mapping[str, str], every: Mapping[str, str]) -> dict[str, str]:
    return {name: file for name, file in every.items() if name not in some}


def _codes(modules: Mapping[str, str]) -> dict[str, tuple[str, Any]]:
    return {name: _code(path) for name, path in modules.items()}


def _code(path: str) -> tuple[str, Any]:
    """Annotations stay unread, for they say nothing while a program runs (`trustlint.typed`): a hundredth of a run."""
    from trustlint.ready.importing import PACKAGE

    below = os.path.relpath(path, PACKAGE).replace(os.sep, "/")
    with open(path, "rb") as file:
        return below, compile(file.read(), below, "exec", __future__.annotations.compiler_flag, dont_inherit=True)


def _write(folder: str, name: str, data: Any) -> None:
    from trustlint import ready
    from trustlint.cache import Cache
    from trustlint.program import program
    from trustlint.ready.importing import version

    own = os.path.join(folder, ready.named(program(Cache(None)).own))
    with open(os.path.join(own, f"{ready.versioned(name, version())}.bin"), "wb") as file:
        file.write(marshal.dumps(data))


if __name__ == "__main__":
    ship(sys.argv[1])
