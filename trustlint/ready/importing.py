"""Modules that are imported from what is ready: one file has the code of all that reading and linting a letter takes.

To find, check, read and unmarshal a hundred modules one by one, as Python does, takes an eighth of a small run: it asks
the system eight things for each. The code is what this Python made of the modules, as in the files it keeps itself; it
lies in the folder of this program, and where one byte of a module is another it is not found. All else that is known of
a module is what Python would have found: its file, its source, and where its submodules are.
"""

import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from _imp import _fix_co_filename  # type: ignore[attr-defined]
from os.path import abspath, dirname

from trustlint.typed import Any, Callable, Mapping, TypeAlias

PACKAGE = dirname(dirname(abspath(__file__)))
TAG = sys.implementation.cache_tag

Codes: TypeAlias = Mapping[str, tuple[str, Any]]
"""By the names of modules: their files, told from the folder of the package, and their code."""


def version() -> bytes:
    """What tells this Python from every other whose code it could not run."""
    return repr((TAG, MAGIC_NUMBER, sys.flags.optimize)).encode()


class Modules:
    """Finds modules before the file system is asked.

    `first` are those that every start needs. The others lie in groups, of which `groups` has the name by that of each
    module; `read` gives one when the first of its modules is needed.
    """

    def __init__(self, first: Codes, groups: Mapping[str, str], read: Callable[[str], Codes | None]) -> None:
        self._codes = dict(first)
        self._groups = groups
        self._read = read
        self._known: set[str] = set()

    def find_spec(self, name: str, *_where: object) -> ModuleSpec | None:
        group = self._groups.get(name)
        if group is not None and group not in self._known:
            self._known.add(group)
            self._codes.update(self._read(group) or {})
        held = self._codes.pop(name, None)  # one that is imported again is looked for where it lies
        return None if held is None else _spec(name, *held)


def _spec(name: str, below: str, code: Any) -> ModuleSpec:
    folder, _, file = f"{PACKAGE}/{below}".rpartition("/")
    path = f"{folder}/{file}"
    spec = ModuleSpec(name, _Held(name, path, code), origin=path, is_package=file == "__init__.py")
    if spec.submodule_search_locations is not None:
        spec.submodule_search_locations.append(folder)
    return spec


class _Held(SourceFileLoader):
    """Loads a module as from its file, whose code is at hand."""

    def __init__(self, name: str, path: str, code: Any) -> None:
        super().__init__(name, path)
        self._code = code

    def exec_module(self, module: Any) -> None:
        """What is known of a module that comes from a file is said here. Python would say it too, after having asked
        each module whether it knows: 30,000 instructions more.
        """
        folder, _, file = self.path.rpartition("/")
        spec = module.__spec__
        spec.has_location = True
        module.__file__ = self.path
        module.__cached__ = spec.cached = f"{folder}/__pycache__/{file.removesuffix('.py')}.{TAG}.pyc"
        _fix_co_filename(self._code, self.path)  # for tracebacks: it was compiled elsewhere
        exec(self._code, module.__dict__)  # noqa: S102 part of the package
