"""The door: arguments in, exit status out."""

import gc
import sys
from errno import ENOSPC
from os import _exit, devnull

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` itself takes a third of what `--version` does
    from typing import NoReturn

OK, FOUND, UNCHECKED, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run trustlint and leave with its exit status."""
    # What a run makes is used until its end or freed by its last user: looking for cycles often finds nothing.
    gc.set_threshold(100_000, 50, 50)
    _leave(run(sys.argv[1:]))


def _leave(status: int) -> "NoReturn":
    """End without taking apart all that was made: the system frees it at once, Python value by value."""
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # Python says what it has to say about it
    if sys.gettrace() is None and sys.getprofile() is None:
        _exit(status)
    sys.exit(status)  # somebody counts what was run


def run(arguments: list[str]) -> int:
    """The exit status of a command line. Nothing a user does ends in a traceback."""
    from trustlint.errors import TrustlintError

    _open_streams()
    try:
        from trustlint.cli import command

        return command(arguments)
    except TrustlintError as error:
        # Of a file with several mistakes all are told.
        return _failed(*map(str, getattr(error, "errors", (error,))))
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()  # whoever read it has seen enough
        return OK
    except OSError as error:
        if error.errno != ENOSPC:
            return _bug()
        _silence_stdout()
        return _failed(f"cannot write: {error.strerror}")
    except Exception:
        return _bug()


def _open_streams() -> None:
    """Python has no stream where its caller closed one: what is written there is lost, as it should be."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(devnull, "w", encoding="utf-8"))  # noqa: SIM115 open for as long as we run


def _failed(*messages: str) -> int:
    from trustlint.reporters.wording import harmless

    for message in messages:
        print(f"trustlint: {harmless(message)}", file=sys.stderr)  # noqa: T201
    return UNCHECKED


def _silence_stdout() -> None:
    from trustlint.cli.terminal import silence_stdout

    silence_stdout()


def _bug() -> int:
    import platform
    import traceback

    from trustlint import __version__

    print(  # noqa: T201
        "trustlint: this is a bug in trustlint, not in your files. Please report it with the lines below.\n\n"
        f"trustlint {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
        f"{traceback.format_exc()}",
        file=sys.stderr,
    )
    return BUG


if __name__ == "__main__":
    main()
