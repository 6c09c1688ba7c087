"""Results kept for the next run: what was found in a file is found again where nothing has changed.

An entry is for one path and one content of a file, held against the same settings by the same program
(`program`). Reports, suppressions, baselines and the rules about whole libraries work on top of it and never
know the difference. Entries lie in the user's cache, one store for each folder of files; files with errors have none.
"""

import marshal
import os
from itertools import chain
from stat import S_ISREG

from trustlint import company, digests, packing
from trustlint.cache import Cache, digest
from trustlint.config import Settings
from trustlint.diagnostic import Diagnostic
from trustlint.discover import Target
from trustlint.gathered import Gathered
from trustlint.program import program
from trustlint.spool import Spool
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.results.messages import Messages

LARGEST = 1 << 30
"""Bytes of a file above which it is gone through anew each time: to know that it is as it was takes a second."""

KEPT_DAYS = 30
"""Days that an entry is kept without being asked for."""

FEW = 256 * 1024
"""Bytes of findings of a file that are kept in one entry with those of others."""

MOST = 32 * 1024 * 1024
"""Bytes of entries in one store; those not asked for the longest time go first."""

IS_ON_TOP = frozenset({
    "fail_on", "suppressions", "require_reason", "baseline", "today", "cache", "path", "origins", "places",
})  # fmt: skip
"""The settings that decide what becomes of what is found in a file. All others decide what is found, but for the day,
which has a say in some files only.
"""


class Entry(NamedTuple):
    """What was found in a file of some content, packed, and the day it was last asked for.

    `beside` are endings of paths beside its own where it has been looked, with the digest of what was there. `only_on`
    is the day that dates in it were held against: on another one it is to be gone through again. `findings` are those
    of its fields; where they are many they lie in the cache by themselves, and this is `None`.
    """

    content: bytes
    beside: tuple[tuple[str, bytes | None], ...]
    only_on: str | None
    day: int
    packed: bytes
    findings: bytes | None


class Results:
    """The entries of the files of a run."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self._about = about(settings, cache)
        self._today = company.today(settings)
        self._cache = cache
        self._stores: dict[str, _Store] = {}
        self._asked: set[Target] = set()
        self._laid: set[str] = set()

    def known(self, target: Target, data: bytes | None = None) -> Gathered | None:
        """What was found in a file when it was as it is now, or in `data` in its place."""
        if self._about is None:
            return None
        self._asked.add(target)
        entry = self._store(target.path).of(target)
        if entry is None or entry.only_on not in (None, self._today):
            return None
        content = digests.of(data) if data is not None else _content(target.path)
        if content != entry.content or not _stand(target.path, entry.beside):
            return None
        findings = self._findings(target, entry)
        if findings is None:
            return None
        from trustlint.results import stored

        # Part of what the cache has checked.
        return stored.gathered(target.path, marshal.loads(entry.packed), findings)  # noqa: S302

    def messages(self, target: Target) -> "Messages | None":
        """The messages that the file behind a target had the last time, if that may be asked for."""
        if self._about is None:
            return None
        from trustlint.results.messages import Messages

        return Messages(self._cache.opened(MESSAGES, self._key(target)))

    def learn(self, target: Target, found: Gathered, endings: Sequence[str]) -> None:
        """Keep what was found in a file. `endings` are of paths beside its own that it depends on."""
        if self._about is None or target not in self._asked:
            return
        if found.heard is not None and found.heard.number:
            self._cache.lay(MESSAGES, self._key(target), found.heard.parts)
            self._laid.add(MESSAGES)
        if found.content is None or found.errors:
            return
        from trustlint.results import stored

        beside = tuple((ending, digests.of_file(target.path + ending)) for ending in endings)
        packed, spool = marshal.dumps(stored.plain(found)), found.found.spool
        only_on = self._today if found.dated else None
        findings = spool.read(0, len(spool)) if len(spool) <= FEW else None
        if findings is None:
            self._cache.lay(FINDINGS, self._key(target, found.content), spool.parts)
            self._laid.add(FINDINGS)
        self._store(target.path).put(target, Entry(found.content, beside, only_on, _today(), packed, findings))

    def verdicts(
        self, files: Sequence[Gathered], judge: Callable[[], Iterable[tuple[int, int, Diagnostic]]]
    ) -> list[tuple[int, int, Diagnostic]]:
        """What `judge` says about what is noted in some files: which file, which of its fields, and what."""
        if self._about is None:
            return list(judge())
        key = digest(chain(self._about, _noted(files)))
        known = self._cache.load(VERDICTS, key)
        if known is not None:
            return [(at, number, packing.diagnostic(one)) for at, number, one in known[0]]
        said = list(judge())
        self._cache.store(VERDICTS, key, [(at, number, packing.plain(one)) for at, number, one in said])
        return said

    def keep(self) -> None:
        """Write down what was learnt."""
        changed = [store for store in self._stores.values() if store.changed]
        for store in changed:
            self._cache.store(NAME, store.key, store.plain(), prune=False)
        if changed:
            self._cache.prune(NAME, many=True)
        for name in self._laid:
            self._cache.prune(name, many=True)

    def _findings(self, target: Target, entry: Entry) -> Spool | None:
        if entry.findings is None:
            return self._cache.opened(FINDINGS, self._key(target, entry.content))
        spool = Spool()
        spool.add(entry.findings)
        return spool

    def _key(self, target: Target, content: bytes = b"") -> bytes:
        return digest([*(self._about or ()), repr(tuple(target)).encode("utf-8", "surrogatepass"), content])

    def _store(self, path: str) -> "_Store":
        folder = os.path.dirname(path)
        store = self._stores.get(folder)
        if store is None:
            key = digest([*(self._about or ()), folder.encode("utf-8", "surrogatepass")])
            store = self._stores[folder] = _Store(key, self._cache.load(NAME, key))
        return store


def about(settings: Settings, cache: Cache) -> list[bytes] | None:
    """What everything found with these settings depends on; `None` where that cannot be told."""
    packs = [_pack(name) for name in settings.packs]
    if cache.folder is None or None in packs:
        return None
    said = [(name, getattr(settings, name)) for name in settings.__match_args__ if name not in IS_ON_TOP]
    here = os.getcwd()  # overrides and sources cover absolute paths
    return [program(cache).all, repr((said, packs, here)).encode("utf-8", "surrogatepass")]


NAME, VERDICTS, MESSAGES, FINDINGS = "results", "verdicts", "messages", "findings"


class _Store:
    """The entries of one folder of files, by path and by how the file was asked for."""

    def __init__(self, key: bytes, loaded: tuple[Any] | None) -> None:
        self.key = key
        self.changed = False
        self._plain: dict[Any, Any] = loaded[0] if loaded else {}
        self._seen: set[Any] = set()

    def of(self, target: Target) -> Entry | None:
        at = tuple(target)
        found = self._plain.get(at)
        self._seen.add(at)
        return Entry(*found) if found else None

    def put(self, target: Target, entry: Entry) -> None:
        self.changed = True
        self._plain[tuple(target)] = tuple(entry)

    def plain(self) -> dict[Any, Any]:
        """What is worth keeping, as plain data."""
        today = _today()
        kept: dict[Any, Any] = {}
        room = MOST
        entries = {at: Entry(*entry) for at, entry in self._plain.items()}
        days = {at: today if at in self._seen else entry.day for at, entry in entries.items()}
        for at in sorted(entries, key=lambda at: -days[at]):
            room -= len(entries[at].packed) + len(entries[at].findings or b"")
            if room > 0 and days[at] > today - KEPT_DAYS:
                kept[at] = tuple(entries[at]._replace(day=days[at]))
        return kept


def _noted(files: Sequence[Gathered]) -> Iterator[bytes]:
    """What is noted in some files, as bytes."""
    for file in files:
        yield file.path.encode("utf-8", "surrogatepass")
        for number, start, end in file.found.facts():
            yield b"%d" % number
            yield file.found.spool.read(start, end)


def _pack(name: str) -> list[tuple[str, bytes | None]] | None:
    """The content of a pack that is named by its path; nothing of those that are part of the program.

    `None` where it leads to files elsewhere, as settings of Vale do.
    """
    path = os.path.normpath(os.path.expanduser(name))
    if os.path.isfile(path):
        return None if path.endswith(".ini") else [(path, digests.of_file(path))]
    found = []
    for folder, folders, files in os.walk(path):
        folders.sort()
        if any(each.endswith(".ini") for each in files):
            return None
        found += [(os.path.join(folder, each), digests.of_file(os.path.join(folder, each))) for each in sorted(files)]
    return found


def _content(path: str) -> bytes | None:
    """The digest of a file's bytes; `None` for what is too large to be looked up, or is no file."""
    try:
        about = os.stat(path)
    except (OSError, ValueError):
        return None
    # What comes through a pipe can be read once.
    return digests.of_file(path) if about.st_size <= LARGEST and S_ISREG(about.st_mode) else None


def _stand(path: str, beside: Sequence[tuple[str, bytes | None]]) -> bool:
    """Whether what stands beside a file is still what stood there."""
    return all(digests.of_file(path + ending) == content for ending, content in beside)


def _today() -> int:
    from time import time

    return int(time() // 86_400)
