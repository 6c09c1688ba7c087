"""The ledger of a small library, in every output."""

import csv
import io
import json

import pytest

from trustlint.ledger.promises import Ledger, promises
from trustlint.message import Message, Record, SourceFile
from trustlint.reporters.promises import REPORTERS, deadlines, reporter
from trustlint.span import TextMap

TEXTS = (
    "We'll refund you within 5 business days.",
    "We'll refund you within 5 business days. Our plumber will call you by Friday.",
    "We will refund you soon.",
    "We'll refund *you* within 24 hours\x1b[2J.",
)


def message(number: int, text: str) -> Message:
    record = Record("plain", "macro", f"macros[{number}]", str(number), f"=Macro {number}")
    return Message(
        record, f"macros[{number}].body", text, SourceFile("macros.json", text), lambda: TextMap.verbatim(len(text))
    )


@pytest.fixture
def ledger() -> Ledger:
    found = [one for number, text in enumerate(TEXTS) for one in promises([message(number, text)])]
    return Ledger(found, records=len(TEXTS), files=1)


def shown(ledger: Ledger, name: str, width: int = 120) -> str:
    out = io.StringIO()
    reporter(name).write(ledger, out, color=False, width=width)
    return out.getvalue()


@pytest.mark.parametrize("name", REPORTERS)
def test_text_from_files_cannot_command_a_terminal(ledger: Ledger, name: str) -> None:
    assert "\x1b" not in shown(ledger, name)


def test_a_line_of_the_table_ends_with_its_words(ledger: Ledger) -> None:
    assert not [line for line in shown(ledger, "table").split("\n") if line.endswith(" ")]


def test_days_keep_their_capitals(ledger: Ledger) -> None:
    assert "call  1 promise, one deadline: by Friday ×1" in shown(ledger, "table")


def test_a_vague_word_is_no_deadline(ledger: Ledger) -> None:
    refunds = [one for one in ledger.promises if one.act == "refund"]
    assert deadlines(refunds) == {"within 5 business days": 2, "within 24 hours": 1}


def test_the_table_answers_how_many_deadlines_an_act_is_given(ledger: Ledger) -> None:
    given = "2 different deadlines: within 5 business days ×2, within 24 hours ×1; 1 without a usable date"
    assert f"refund  4 promises, {given}" in shown(ledger, "table")
    assert shown(ledger, "table").splitlines()[-1] == "5 promises in 4 records; 1 without a usable date"


def test_on_a_narrow_terminal_places_stand_under_their_promises_and_stay_whole(ledger: Ledger) -> None:
    lines = [line.strip() for line in shown(ledger, "table", width=60).splitlines()]
    first = ledger.promises[0]
    assert f"{first.path}:{first.start.line}:{first.start.column}" in lines
    assert first.record.name in lines


def test_json_keeps_its_contract(ledger: Ledger) -> None:
    document = json.loads(shown(ledger, "json"))
    assert document["schema"] == "trustlint-promises/1"
    first = document["commitments"][0]
    assert first["act"] == "refund"
    assert first["actor"] == "us"
    assert first["modality"] == "will"
    assert first["time"] == {
        "kind": "bounded",
        "text": "within 5 business days",
        "at_most_hours": 120,
        "business": True,
    }
    assert first["condition"] is None
    assert first["negated"] is False
    assert first["start"] == {"line": 1, "column": 1, "offset": 0}
    assert TEXTS[0][first["start"]["offset"] : first["end"]["offset"]] == first["text"]


def test_csv_has_a_row_per_promise_and_no_formula(ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(ledger, "csv"))))
    assert [row["act"] for row in rows] == ["refund", "refund", "call", "refund", "refund"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_markdown_keeps_texts_in_their_cells(ledger: Ledger) -> None:
    text = shown(ledger, "markdown")
    assert "## refund: 4 promises" in text
    assert "Deadlines: within 5 business days (2), within 24 hours (1)" in text
    assert "refund \\*you\\* within" in text


def test_nothing_to_read_is_said() -> None:
    assert shown(Ledger([]), "table") == "Nothing to read\n"
