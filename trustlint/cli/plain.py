"""Command lines of `check` that need no parser: paths, and options spelt out.

Importing click takes longer than checking a file that is known. What is said here is understood as click understands
it, which a test holds; all else, mistakes included, is left to click.
"""

import os
import sys

from trustlint.typed import Any

FLAGS = {
    "--allow-empty": "allow_empty",
    "--include-inactive": "include_inactive",
    "--isolated": "isolated",
    "--no-cache": "no_cache",
    "--only-sources": "only_sources",
    "--verbose": "verbose",
    "-v": "verbose",
}
VALUES = {
    "--baseline": "baseline",
    "--config": "config_file",
    "--fail-on": "fail_on",
    "--files-from": "files_from",
    "--input-format": "input_format",
    "--jobs": "jobs",
    "--min-confidence": "min_confidence",
    "--new-from": "new_from",
    "--stdin-filename": "stdin_filename",
    "--today": "today",
}
LISTS = {"--ignore": "ignore", "--output": "output", "--pack": "packs", "--select": "select"}
LEVELS = {"fail_on": ("error", "warning", "suggestion", "never"), "min_confidence": ("high", "medium", "low")}

LEFT_OUT = ("fix", "diff", "unsafe_fixes", "write_baseline", "add_ignore", "reason", "no_prefilter")
"""What is asked for by hand, now and then: such command lines are left to click."""


def understood(arguments: list[str]) -> dict[str, Any] | None:
    """What `check` is asked for, by parameter; `None` for click to see."""
    from trustlint.cli import COMMANDS

    if not arguments or "_TRUSTLINT_COMPLETE" in os.environ:
        return None
    first, *rest = arguments
    if first == "check":
        arguments = rest
    elif first in COMMANDS or (sys.platform == "win32" and any(char in first for char in "*?[")):
        return None
    asked = _nothing()
    words = iter(arguments)
    paths: list[str] = []
    for word in words:
        if word == "-" or not word.startswith("-"):
            paths.append(word)
        elif not _take(asked, word, words):
            return None
    return {**asked, **{name: tuple(asked[name]) for name in LISTS.values()}, "paths": tuple(paths)}


def _nothing() -> dict[str, Any]:
    asked: dict[str, Any] = dict.fromkeys((*FLAGS.values(), *LEFT_OUT), False)
    asked.update(dict.fromkeys(VALUES.values()))
    asked.update((name, []) for name in LISTS.values())
    asked.update(include_inactive=None, write_baseline=None, reason=None, quiet=0)
    return asked


def _take(asked: dict[str, Any], word: str, words: Any) -> bool:
    """Take in an option, and its value from the words behind it. Whether it is one that is known here."""
    if word in FLAGS:
        asked[FLAGS[word]] = True
        return True
    if word in ("-q", "-qq", "--quiet"):
        asked["quiet"] += 2 if word == "-qq" else 1
        return True
    name, _, value = word.partition("=")
    if "=" not in word:
        value = next(words, "")
    if not value or (value.startswith("-") and value != "-"):
        return False
    if name in LISTS:
        asked[LISTS[name]].append(value)
        return True
    return name in VALUES and _set(asked, VALUES[name], value)


def _set(asked: dict[str, Any], name: str, value: str) -> bool:
    if name in LEVELS and value not in LEVELS[name]:
        return False
    if name == "jobs" and not (value.isascii() and value.isdecimal() and int(value)):
        return False
    asked[name] = int(value) if name == "jobs" else value
    return True
