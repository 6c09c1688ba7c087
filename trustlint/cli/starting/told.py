"""What `trustlint init` says of the folder and of the first run, in plain words."""

from collections import Counter
from collections.abc import Iterator

from trustlint.baseline import FILE_NAME as BASELINE
from trustlint.cli.starting.settings import remarks
from trustlint.cli.starting.survey import Survey
from trustlint.diagnostic import Diagnostic
from trustlint.report import Report
from trustlint.reporters.wording import counted, findings, harmless, one_line

MANY = 10
"""Problems that are more than one sits down to solve before the first commit."""
SHOWN = 5


def seen(survey: Survey) -> Iterator[str]:
    """What there is to check."""
    if not survey.groups:
        yield f"Looked at {counted(survey.files, 'file')} and found no texts that customers receive."
        return
    files = sum(len(group.files) for group in survey.groups)
    yield (
        f"Looked at {counted(survey.files, 'file')}; {files:,} of them "
        f"{'has' if files == 1 else 'have'} texts that customers receive:"
    )
    for group in survey.groups:
        kind = [group.format] if group.format else []
        yield f"  {one_line(group.path)}: {', '.join([*kind, *remarks(group)])}"


def first_run(report: Report) -> Iterator[str]:
    """What it found, by rule, each with one place to look at."""
    yield f"The first run: {findings(report)}."
    counts = Counter[str]()
    examples: dict[str, Diagnostic] = {}
    for one in report.diagnostics:
        counts[one.rule] += 1
        examples.setdefault(one.rule, one)
    for rule, number in counts.most_common(SHOWN):
        one = examples[rule]
        place = f"{one_line(one.path)}:{one.start.line}:{one.start.column}"
        yield f"  {number:,} × {rule}, as in {place}: “{one_line(one.text)}”"
    if len(counts) > SHOWN:
        yield f"  and {counted(len(counts) - SHOWN, 'more rule')}"
    for error in report.all_errors[:SHOWN]:
        yield harmless(f"  could not be checked: {error}")


def next_steps(report: Report) -> Iterator[str]:
    """What to do now."""
    yield "Next:"
    if not report.messages:
        yield "  trustlint inspect FILE    says what is read in a file, and why something is not"
        yield "  then name your files under `sources:` in trustlint.yaml"
        return
    if len(report.diagnostics) > MANY:
        yield "  To begin with what is new, and leave what is there for later:"
        yield f"    trustlint check --write-baseline {BASELINE}"
        yield "    then take away the # before `baseline:` in trustlint.yaml"
    if report.diagnostics:
        yield "  trustlint check           shows every problem with its place and a better wording"
        yield "  trustlint explain RULE    says why it is one"
    yield "  Commit what was written."
