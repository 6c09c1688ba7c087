"""What `trustlint inspect` shows of a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import click

from trustlint.errors import SourceError
from trustlint.message import Message, Omission
from trustlint.reading import FileReading
from trustlint.reporters.wording import counted, harmless, one_line


@dataclass(frozen=True)
class Inspected:
    """One file as it was read. `messages` are all readings of all fields, in order."""

    path: str
    format: str | None
    why: str
    messages: tuple[Message, ...] = ()
    omissions: tuple[Omission, ...] = ()
    errors: tuple[SourceError, ...] = ()

    @classmethod
    def of(cls, reading: FileReading) -> "Inspected":
        messages: list[Message] = []
        omissions: list[Omission] = []
        errors: list[SourceError] = []
        for each in reading:
            if isinstance(each, SourceError):
                errors.append(each)
            elif isinstance(each, Omission):
                omissions.append(each)
            else:
                messages.extend(each)
        return cls(reading.path, reading.format, reading.why, tuple(messages), tuple(omissions), tuple(errors))

    @property
    def records(self) -> int:
        return len({(one.record.route, one.record.id) for one in self.messages})


class _Pen:
    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, **style: Any) -> str:
        return click.style(text, **style) if self.color else text


def as_text(found: Inspected, *, color: bool, brief: bool = False) -> Iterator[str]:
    """The lines about one file; `brief` says only what it is."""
    pen = _Pen(color)
    format = found.format or "not read"
    yield f"{pen(one_line(found.path), bold=True)}: {pen(format, fg='green' if found.format else 'yellow')}"
    if found.why:
        yield f"  {one_line(found.why)}"
    for error in found.errors:
        yield "  " + pen(f"not read: {one_line(str(error))}", fg="red")
    if brief:
        return
    for _, of_record in groupby(found.messages, lambda one: (one.record.route, one.record.id)):
        yield from _record(list(of_record), pen)
    if found.omissions:
        yield ""
        yield pen("left out", bold=True)
        for omission in found.omissions:
            yield f"  {_what(omission)}: {one_line(omission.reason)}"
    yield ""
    read = f"{counted(found.records, 'record')}, {counted(len(found.messages), 'message')}"
    yield pen(f"{read}; {len(found.omissions)} left out", dim=True)


def _record(messages: list[Message], pen: _Pen) -> Iterator[str]:
    record = messages[0].record
    yield ""
    language = f"  [{one_line(record.language)}]" if record.language else ""
    yield f"{pen(one_line(record.name), bold=True)}{language}  {pen(one_line(record.route), dim=True)}"
    for message in messages:
        branch = f", {one_line(message.branch)}" if message.branch else ""
        yield pen(f"  {message.role}{branch}  {one_line(message.route)}", fg="cyan")
        yield from (f"    {line}" for line in harmless(message.text).split("\n"))
        for slot in message.placeholders:
            yield pen(f"    {one_line(slot.span.of(message.text))}: {slot.kind}", dim=True)


def _what(omission: Omission) -> str:
    if omission.record is None:
        return one_line(omission.route) or "the file"
    name = one_line(omission.record.name)
    return name if omission.route == omission.record.route else f"{name} {one_line(omission.route)}"


def as_data(found: Inspected) -> dict[str, Any]:
    """The same for programs."""
    return {
        "path": found.path,
        "format": found.format,
        "why": found.why,
        "records": found.records,
        "messages": [_message(one) for one in found.messages],
        "omissions": [{"route": one.route, "reason": one.reason} for one in found.omissions],
        "errors": [str(one) for one in found.errors],
    }


def _message(one: Message) -> dict[str, Any]:
    return {
        "record": one.record.name,
        "route": one.route,
        "role": one.role,
        "language": one.record.language,
        "branch": one.branch,
        "text": one.text,
        "placeholders": [
            {"text": slot.span.of(one.text), "kind": slot.kind, "name": slot.name} for slot in one.placeholders
        ],
    }
