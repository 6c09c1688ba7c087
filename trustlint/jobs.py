"""One piece of work done by several processes, each its share of it.

A process is forked when everything is ready to run, so it starts in about a millisecond and needs nothing sent to it;
what it found comes back through a pipe. Where there is no fork (Windows) or where it would not be safe (other threads
run), everything is one share.
"""

import os
import sys

from trustlint.tuples import NamedTuple
from trustlint.typed import Callable, Generic, Iterable, NoReturn, TypeVar

Result = TypeVar("Result")

WORTH = 256 * 1024
"""Bytes to read from which on a second process saves more than it costs (about 20 ms)."""


class Share(NamedTuple):
    """Every `of`-th part, from `number` on."""

    number: int = 0
    of: int = 1

    def has(self, part: int) -> bool:
        return part % self.of == self.number


ALL = Share()


def wanted(asked: int | None, size: int) -> int:
    """How many processes to use for so many bytes to read, when so many are asked for; `None` leaves it to us."""
    if not hasattr(os, "fork") or _threads() > 1:
        return 1
    if asked is not None:
        return asked
    return _processors() if size >= WORTH else 1


def _threads() -> int:
    threading = sys.modules.get("threading")
    return threading.active_count() if threading else 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shares(work: Callable[[Share], Result], number: int) -> list[Result]:
    """What the work gives for each share, in order. What it raises for one of them is raised here."""
    workers: list[_Worker[Result]] = []
    try:
        for at in range(1, number):
            workers.append(_Worker(work, Share(at, number)))  # noqa: PERF401 those begun are to be ended
        return [work(Share(0, number)), *(worker.result() for worker in workers)]
    finally:
        _end(workers)


class _Worker(Generic[Result]):
    """A process that does one share."""

    def __init__(self, work: Callable[[Share], Result], share: Share) -> None:
        import signal

        self._reads, writes = os.pipe()
        # A user's interrupt reaches every process, and the parent is who answers it. It waits until the child has said
        # that it does not listen: in between, the child would answer as the parent does.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self.process = os.fork()
            if not self.process:
                _work(work, share, writes)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(writes)

    def result(self) -> Result:
        from trustlint.sending import received  # only where there is more than one process

        with open(self._reads, "rb", closefd=False) as pipe:
            if not pipe.peek(1):
                raise RuntimeError("a worker process ended before its work was done")
            done, value = received(pipe)
        if not done:
            raise value
        result: Result = value
        return result

    def end(self) -> None:
        import signal

        os.close(self._reads)
        try:
            os.kill(self.process, signal.SIGKILL)
        except ProcessLookupError:
            return
        finally:
            os.waitpid(self.process, 0)


def _work(work: Callable[[Share], object], share: Share, writes: int) -> NoReturn:
    """Do a share in a child, and leave without what a process does at its end: all of that is the parent's."""
    import signal

    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with open(writes, "wb") as pipe:
            pipe.writelines(_answer(work, share))
        status = 0
    finally:
        os._exit(status)


def _answer(work: Callable[[Share], object], share: Share) -> Iterable[bytes]:
    from trustlint.sending import sent

    try:
        return sent((True, work(share)))
    except Exception as error:
        try:
            return sent((False, error))
        except Exception:
            return sent((False, RuntimeError(f"{type(error).__name__}: {error}")))


def _end(workers: Iterable[_Worker[Result]]) -> None:
    for worker in workers:
        worker.end()
