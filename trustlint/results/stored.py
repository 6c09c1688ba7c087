"""What was found in a file as plain tuples and back, for the cache."""

from trustlint.found import Found
from trustlint.gathered import Gathered
from trustlint.message import Omission
from trustlint.packing import Plain, plain_record, record
from trustlint.sources.comments import Comment
from trustlint.span import Position, Span
from trustlint.spool import Spool
from trustlint.tuples import bare


def plain(gathered: Gathered) -> Plain:
    """A file gone through without errors, but for its findings."""
    return (
        gathered.format,
        gathered.records,
        gathered.messages,
        gathered.unspoken,
        (gathered.found.fields, gathered.found.noted),
        tuple((*bare(each._replace(record=None)), plain_record(each.record)) for each in gathered.omissions),
        tuple(map(bare, gathered.comments)),
        tuple(map(tuple, gathered.linted)),
    )


def gathered(path: str, stored: Plain, findings: Spool) -> Gathered:
    """The file that `plain` was given, as far as a report and the rules about libraries ask."""
    made = Gathered(path)
    made.format, made.records, made.messages, made.unspoken, found, omissions, comments, linted = stored
    fields, noted = found
    made.found = Found.of(fields, noted, findings)
    made.omissions = [Omission(*each)._replace(record=record(about)) for *each, about in omissions]
    made.comments = [_comment(each) for each in comments]
    made.linted = [Span(*span) for span in linted]
    return made


def _comment(stored: Plain) -> Comment:
    one = Comment(*stored)
    return one._replace(
        start=Position(*one.start), end=Position(*one.end), covers=Span(*one.covers), home=Span(*one.home)
    )
