"""The door: arguments in, exit status out."""

import sys

OK, FOUND, UNCHECKED, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run trustlint and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit status of a command line. Nothing a user does ends in a traceback."""
    from trustlint.errors import TrustlintError

    try:
        from trustlint.cli import command

        return command(arguments)
    except TrustlintError as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain about it while it shuts down.
        _silence_stdout()
        return OK
    except Exception:
        return _bug()


def _failed(message: str) -> int:
    from trustlint.reporters.wording import harmless

    print(f"trustlint: {harmless(message)}", file=sys.stderr)  # noqa: T201
    return UNCHECKED


def _silence_stdout() -> None:
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
