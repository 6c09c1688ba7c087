"""`trustlint promises --output markdown`: the ledger as tables under headings, an act each."""

from typing import TextIO

from trustlint.ledger.promises import Ledger
from trustlint.reporters.promises import by_act, deadlines
from trustlint.reporters.wording import counted, one_line


def write(ledger: Ledger, out: TextIO, *, color: bool, width: int) -> None:
    out.write(f"# {counted(len(ledger.promises), 'promise')} in {counted(ledger.records, 'record')}\n")
    for act, promises in by_act(ledger.promises):
        given = ", ".join(f"{cell(words)} ({count})" for words, count in deadlines(promises).items()) or "none usable"
        out.write(f"\n## {act}: {counted(len(promises), 'promise')}\n\nDeadlines: {given}\n\n")
        out.write("| deadline | condition | promise | record | place |\n|---|---|---|---|---|\n")
        for one in promises:
            place = f"{one.path}:{one.start.line}:{one.start.column}"
            cells = (one.time.words, one.condition_text or "", one.text, one.record.name, place)
            out.write(f"| {' | '.join(cell(each) for each in cells)} |\n")


def cell(text: str) -> str:
    """Text that stays in its cell and is nothing but text."""
    plain = one_line(text).replace("\\", "\\\\")
    for char in "|<>*_`[]":
        plain = plain.replace(char, f"\\{char}")
    return plain
