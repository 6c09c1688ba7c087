"""What an installed trustlint need not make: packs, platforms and patterns, made ready when its wheel was built.

They lie in the package, in a folder named by the digest of the modules, packs and descriptions that they were made of.
A program with another digest (a checkout, an edited pack) finds no such folder, and makes them for the user's cache.
They are plain data (`marshal`), and the code of modules; both are as trustworthy as the modules beside them.
"""

import marshal
import os
import sys

from trustlint import digests
from trustlint.cache import Cache
from trustlint.program import program
from trustlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trustlint.shelf import Shelf

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")


def load(name: str, cache: Cache) -> Any:
    """What is ready under a name, `None` where there is nothing. `cache` knows which program this is."""
    if not os.path.isdir(FOLDER):
        return None
    try:
        with open(os.path.join(FOLDER, named(program(cache).own), f"{name}.bin"), "rb") as file:
            return marshal.loads(file.read())  # noqa: S302 part of the package, as its compiled modules are
    except (OSError, ValueError, EOFError, TypeError):
        return None


def shelf(name: str, cache: Cache) -> "Shelf | None":
    """The values that are ready under a name, each to be read by itself."""
    if not os.path.isdir(FOLDER):
        return None
    from trustlint.shelf import Shelf  # where nothing is linted nobody asks for one

    try:
        return Shelf(os.path.join(FOLDER, named(program(cache).own), f"{name}.shelf"))
    except (OSError, ValueError):
        return None


def modules(cache: Cache) -> None:
    """Have modules imported from what is ready, from here on; Python finds those that are not."""
    if not os.path.isdir(FOLDER):
        return
    try:
        from trustlint.ready.importing import Modules, version
    except ImportError:
        return  # another Python, which imports in another way
    if any(isinstance(finder, Modules) for finder in sys.meta_path):
        return
    made_by = version()
    start = load(versioned("start", made_by), cache)
    if start is not None:
        first, groups = start
        sys.meta_path.insert(0, Modules(first, groups, lambda group: load(versioned(group, made_by), cache)))


def named(own: bytes) -> str:
    """The name of the folder of a program."""
    return own.hex()[:32]


def versioned(name: str, made_by: bytes) -> str:
    """The name of what only one version of a library can use."""
    return f"{name}-{digests.of(made_by).hex()[:16]}"
