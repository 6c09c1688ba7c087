"""Where the parts of an Office file are: programs name them as they like and say so in lists of relations."""

import posixpath
from collections.abc import Mapping

from trustlint.sources.containers._office_archive import Archive


class Relations:
    """The relations of a part, of the whole archive for the part `""`."""

    def __init__(self, archive: Archive, part: str = "") -> None:
        self._archive = archive
        self._folder, name = posixpath.split(part)
        self._targets: dict[str, tuple[str, str]] = {}
        listed = posixpath.join(self._folder, "_rels", f"{name}.rels")
        if archive.has(listed):
            archive.parse(listed, self)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self._targets[attributes.get("Id", "")] = kind, attributes.get("Target", "")

    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...

    def named(self, name: str, kind: str) -> str | None:
        """The part of a kind that the name of a relation leads to, if the archive has it."""
        found, target = self._targets.get(name, ("", ""))
        return self._there(target) if found == kind else None

    def only(self, kind: str, usual: str) -> str:
        """The part of a kind that there is one of; the usual one where no relation leads to it."""
        for found, target in self._targets.values():
            if found == kind and (part := self._there(target)):
                return part
        return usual

    def _there(self, target: str) -> str | None:
        part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))
        return part if self._archive.has(part) else None
