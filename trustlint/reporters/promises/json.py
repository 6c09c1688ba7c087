"""`trustlint promises --output json`: the ledger for programs, version 1."""

from typing import Any, TextIO

from trustlint.ledger.promises import Ledger, Promise
from trustlint.reporters.encoded import write_json
from trustlint.reporters.json import error, position


def write(ledger: Ledger, out: TextIO, *, color: bool, width: int) -> None:
    document = {
        "schema": "trustlint-promises/1",
        "commitments": [],
        "errors": [error(one) for one in ledger.errors],
    }
    write_json(document, "commitments", map(commitment, ledger.promises), out)


def commitment(one: Promise) -> dict[str, Any]:
    return {
        "actor": one.actor,
        "agent": one.agent,
        "act": one.act,
        "verb": one.verb,
        "modality": one.modality,
        "time": {
            "kind": one.time.kind,
            "text": one.time.text,
            "at_most_hours": one.time.at_most_hours,
            "business": one.time.business,
        },
        "condition": one.condition,
        "condition_text": one.condition_text,
        "negated": one.negated,
        "path": one.path,
        "start": position(one.start),
        "end": position(one.end),
        "text": one.text,
        "sentence": one.sentence,
        "record": {
            "format": one.record.format,
            "id": one.record.id,
            "title": one.record.title,
            "route": one.route,
            "language": one.record.language,
            "branch": one.branch,
        },
    }
