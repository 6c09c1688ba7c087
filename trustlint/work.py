"""Files gone through: by one process, or by several that share the work."""

from trustlint import jobs, patterns
from trustlint.cache import Cache
from trustlint.checks import compiled
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.engine import keep_compiled
from trustlint.gathered import Gathered
from trustlint.gathering import gather
from trustlint.jobs import Share
from trustlint.memo import partial
from trustlint.overrides import Linters
from trustlint.reading import FileReading, Reader, size
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Callable, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.results.messages import Messages

WORTH = 32 * 1024
"""Bytes of a file from which its messages are known one by one; a smaller one is gone through in no time."""

Asked = tuple[Target, bytes | None]
"""A file, and what it holds where that came from somewhere else."""


class _Done(NamedTuple):
    """A share of the files gone through, and what another process than this one had to compile for it."""

    gathered: list[Gathered | None]
    of_rules: dict[bytes, bytes]
    of_prose: dict[patterns.Source, bytes]


class Work:
    """Settings made ready to lint. ConfigError, PackError or UsageError when they ask for what is not there."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self.rules, self.reader = Linters(settings, cache), Reader(settings, cache)
        self._settings = settings

    def gathered(
        self,
        asked: Sequence[Asked],
        processes: int | None,
        progress: Callable[[int, int], None] | None = None,
        messages: "Callable[[Target], Messages | None] | None" = None,
    ) -> list[Gathered]:
        """What is found in each file. `progress` is told how many are done, and the messages met in the next one.

        `messages` gives those of a file that are known from the last time.
        """
        sizes = [size(target.path) if data is None else len(data) for target, data in asked]

        def share(share: Share) -> _Done:
            told = progress if share.number == 0 else None
            gathered = [
                self._gathered(each, share, at, sizes[at], told, partial(messages, asked[at][0]) if messages else None)
                for at, each in enumerate(self._readings(asked))
            ]
            return _Done(gathered, *((compiled.CODES.fresh(), patterns.CODES.fresh()) if share.number else ({}, {})))

        done = jobs.shares(share, jobs.wanted(processes, sum(sizes)))
        for each in done:
            compiled.CODES.take_over(each.of_rules)
            patterns.CODES.take_over(each.of_prose)
        return list(map(_together, *(each.gathered for each in done)))

    def keep(self) -> None:
        """Keep what had to be compiled for the next run."""
        keep_compiled(self._settings)

    def _readings(self, asked: Sequence[Asked]) -> Iterator[FileReading]:
        """The files, each to be gone through before the next."""
        for target, data in asked:
            yield self.reader.file(target) if data is None else self.reader.bytes(target.path, data)

    def _gathered(
        self,
        reading: FileReading,
        share: Share,
        at: int,
        size: int,
        progress: Callable[[int, int], None] | None,
        messages: "Callable[[], Messages | None] | None",
    ) -> Gathered | None:
        """What a share finds out about file number `at`: large files are everybody's, others are one share's."""
        told = partial(progress, at) if progress is not None else None
        if size < jobs.WORTH:
            if not share.has(at):
                return None
            share = jobs.ALL
        rules = self.rules.of(reading.path)
        known = messages() if messages is not None and size >= WORTH and rules.hears_words_only else None
        return gather(reading, rules, share, told, known)


def _together(own: Gathered | None, *others: Gathered | None) -> Gathered:
    first, *more = [one for one in (own, *others) if one is not None]
    if more:
        first.take_over(more)
    return first
