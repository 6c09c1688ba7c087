"""What can go wrong that is not our bug: every error says where and what to do.

`TrustlintError` is raised for a user's mistake or an unreadable input and is caught at the doors
(`cli`, `run`), where it becomes one clear line. Anything else that escapes is a bug in trustlint.
"""

from trustlint.typed import Sequence


class TrustlintError(Exception):
    """A problem with something the user gave us.

    `path` is the file as the user named it; `line` and `column` count from 1; `hint` says what to try.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling, and workers send errors back.
        return _rebuild, (type(self), self.message, self.path, self.line, self.column, self.hint)


def _rebuild(
    kind: type[TrustlintError], message: str, path: str | None, line: int | None, column: int | None, hint: str | None
) -> TrustlintError:
    return kind(message, path=path, line=line, column=column, hint=hint)


class UsageError(TrustlintError):
    """The command line asks for something that does not exist or does not fit."""


class ConfigError(TrustlintError):
    """`trustlint.yaml` or a file it names is wrong."""


class PackError(TrustlintError):
    """A rule pack or lexicon is wrong; `line` and `column` point into its YAML."""


class BrokenPackError(PackError):
    """A pack with mistakes: itself the first, all of them in `errors`."""

    def __init__(self, errors: Sequence[PackError]) -> None:
        first = errors[0]
        super().__init__(first.message, path=first.path, line=first.line, column=first.column, hint=first.hint)
        self.errors = tuple(errors)

    def __reduce__(self) -> tuple[object, ...]:
        return BrokenPackError, (self.errors,)


class SourceError(TrustlintError):
    """An input cannot be read: missing, binary, badly encoded, or broken in its own syntax."""
