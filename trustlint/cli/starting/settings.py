"""The text of a first `trustlint.yaml`."""

import json
from collections.abc import Iterator

from trustlint.baseline import FILE_NAME as BASELINE
from trustlint.cli.starting.survey import Group, Survey
from trustlint.patterns import lazy
from trustlint.reporters.wording import counted, listed

_PLAIN = lazy(r"[A-Za-z_][\w./-]*\.[A-Za-z]\w*|[A-Za-z_][\w-]*/[\w./-]*")
"""Paths that YAML takes as they are. The dot or slash keeps them from being a `yes` or `null`."""

SHOWN = 3
"""Formats that are named where an entry has many."""

HEAD = """\
# What trustlint goes by. `trustlint config` shows what is in force, `trustlint config --schema` all there can be.

# The rules: recommended, all, names of packs, or paths to packs of your own.
packs: [recommended]

# The mildest severity that makes a run fail: error, warning, suggestion or never.
fail-on: error
"""

TAIL = f"""
# Problems that were there when you began. Make the file with `trustlint check --write-baseline {BASELINE}`,
# then take away the # below, and only new problems are reported.
# baseline: {BASELINE}

# Make a rule milder or stricter, or switch it off. `trustlint rules` lists them, `trustlint explain RULE` says why.
# rules:
#   timelines/vague-time: warning
#   respect/*: off

# Words of your trade: people who act for you.
# lexicon:
#   agents: [loss adjuster, plumber]

# Texts that stay as they are, and why.
# ignore:
#   - {{rule: timelines/vague-time, record: "360001234567", reason: the queue shows the wait}}
"""

NOTHING = """
# Where your texts are. None were found when this was written, so the whole folder is checked.
# `trustlint inspect FILE` says what is read in a file, and why something is not.
# sources:
#   - {path: exports/macros.json, format: zendesk-macros}
#   - {path: "templates/*.md", format: markdown}
"""

SOURCES = """
# Where your texts are: what is checked when no path is given, and nothing else is. These were found when this was
# written; `*` stays in its folder, `**/` is any number of folders. Without a format, each file's is detected.
sources:
"""


def text(survey: Survey) -> str:
    """The settings file that fits what was found."""
    sources = SOURCES + "".join(map(entry, survey.groups)) if survey.groups else NOTHING
    return HEAD + sources + TAIL


def entry(group: Group) -> str:
    format = f", format: {group.format}" if group.format else ""
    return f"  - {{path: {scalar(group.path)}{format}}}  # {'; '.join(remarks(group))}\n"


def remarks(group: Group) -> Iterator[str]:
    """How much an entry stands for, and in which languages."""
    many = f" in {counted(len(group.files), 'file')}" if len(group.files) > 1 else ""
    yield counted(group.records, "record") + many
    if group.format is None:
        yield _few(sorted({file.format for file in group.files}))
    if group.languages:
        yield ", ".join(" ".join(language.split()) for language in group.languages)


def _few(formats: list[str]) -> str:
    more = len(formats) - SHOWN
    return listed([*formats[:SHOWN], f"{more} other formats"] if more > 1 else formats)


def scalar(path: str) -> str:
    """A path as YAML reads it back."""
    return path if _PLAIN.fullmatch(path) else json.dumps(path, ensure_ascii=False)
