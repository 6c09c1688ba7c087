"""`trustlint promises --output table`: the ledger as people read it.

Under each act: how many promises there are, how many different deadlines they give, and every one of them.
"""

from collections.abc import Sequence
from io import StringIO
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trustlint.ledger.promises import Ledger, Promise
from trustlint.reporters.promises import USABLE, by_act, deadlines
from trustlint.reporters.wording import counted, one_line

SHOWN_DEADLINES = 6
WIDE = 110
"""Columns from which on records and places have room beside the promises. Below, they stand under them."""


def write(ledger: Ledger, out: TextIO, *, color: bool, width: int) -> None:
    drawn = StringIO()
    console = Console(
        file=drawn, force_terminal=color, no_color=not color, width=width, highlight=False, markup=False, emoji=False
    )
    for act, promises in by_act(ledger.promises):
        console.print(heading(act, promises))
        console.print(Padding((wide if width >= WIDE else narrow)(promises), (0, 0, 1, 2)))
    console.print(summary(ledger))
    # Cells are filled up to the edge, which files and pipes have no use for.
    out.writelines(line.rstrip(" \n") + "\n" for line in drawn.getvalue().splitlines(keepends=True))


def heading(act: str, promises: list[Promise]) -> Text:
    """`refund  14 promises, 5 different deadlines: 24 hours ×6, …`"""
    given = deadlines(promises)
    undated = undated_count(promises)
    line = Text.assemble((act, "bold"), f"  {counted(len(promises), 'promise')}, {_different(len(given))}")
    if given:
        shown = [f"{one_line(words)} ×{count}" for words, count in list(given.items())[:SHOWN_DEADLINES]]
        rest = len(given) - len(shown)
        line.append(": " + ", ".join(shown) + (f" and {rest} more" if rest > 0 else ""), "dim")
    if undated:
        line.append(f"; {undated} without a usable date", "yellow")
    return line


def undated_count(promises: Sequence[Promise]) -> int:
    return sum(one.time.kind not in USABLE for one in promises)


def _different(count: int) -> str:
    if count == 0:
        return "no deadline"
    return "one deadline" if count == 1 else f"{count} different deadlines"


def wide(promises: list[Promise]) -> Table:
    shown = _table()
    shown.add_column("deadline", ratio=2)
    shown.add_column("promise", ratio=5)
    shown.add_column("record", ratio=3)
    shown.add_column("place", ratio=2, overflow="fold")
    for one in promises:
        shown.add_row(*cells(one))
    return shown


def narrow(promises: list[Promise]) -> Table:
    shown = _table()
    shown.add_column("deadline", ratio=1)
    shown.add_column("promise", ratio=4, overflow="fold")
    for one in promises:
        when, what, record, place = cells(one)
        record.stylize("dim")
        shown.add_row(when, Text("\n").join((what, record, place)))
    return shown


def _table() -> Table:
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")


def cells(one: Promise) -> tuple[Text, Text, Text, Text]:
    when = Text(one_line(one.time.written), "green" if one.time.kind in USABLE else "yellow")
    what = Text(one_line(one.text))
    if one.condition_text:
        what.append(f"  [{one_line(one.condition_text)}]", "dim")
    if one.modality != "will":
        what.append(f"  ({one.modality})", "dim")
    record = Text(one_line(one.record.name))
    if one.branch:
        record.append(f" in {one_line(one.branch)}", "dim")
    return when, what, record, Text(f"{one_line(one.path)}:{one.start.line}:{one.start.column}", "dim")


def summary(ledger: Ledger) -> Text:
    if not ledger.records:
        return Text("Nothing to read", "bold yellow")
    total = counted(len(ledger.promises), "promise")
    undated = undated_count(ledger.promises)
    line = Text(f"{total} in {counted(ledger.records, 'record')}", "bold")
    if undated:
        line.append(f"; {undated} without a usable date", "yellow")
    return line
