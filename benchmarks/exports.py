"""Libraries of any size to measure on, made of this project's own texts: the same ones every time.

    python benchmarks/exports.py 10000 macros.json

The number is that of the macros.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trustlint.cache import Cache
from trustlint.packs import load_builtin
from trustlint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent

FAULTY = 3
"""Of four macros three hold a sentence or two that a rule is there for."""


def clean_texts() -> list[str]:
    """Messages without a fault, as good writers of many trades wrote them."""
    return [
        text.strip()
        for path in sorted((ROOT / "tests" / "clean").glob("*.txt"))
        for text in path.read_text(encoding="utf-8").split("\n---\n")
        if text.strip()
    ]


def faulty_sentences() -> list[str]:
    """What every rule's own bad examples say."""
    return [example.text for rule in rules() for example in rule.bad]


def rules() -> tuple[Rule, ...]:
    return load_builtin(Cache(None)).rules


def bodies(number: int, seed: int = 20260119) -> Iterator[str]:
    """Plain texts of about a thousand characters."""
    chance = random.Random(seed)
    clean, faulty = clean_texts(), faulty_sentences()
    for _ in range(number):
        paragraphs = "\n\n".join(chance.choice(clean) for _ in range(2)).split("\n\n")
        if chance.randrange(4) < FAULTY:
            for sentence in chance.sample(faulty, chance.choice((1, 1, 2))):
                paragraphs.insert(chance.randrange(1, len(paragraphs) + 1), sentence)
        yield "\n\n".join(paragraphs)


def macros(number: int) -> Iterator[dict[str, Any]]:
    """Records as a Zendesk export has them; every other one in HTML."""
    for index, body in enumerate(bodies(number)):
        html = index % 2 == 0
        yield {
            "id": 360_000_000_000 + index,
            "title": f"Topic {index % 40}::Reply {index}",
            "active": True,
            "actions": [
                {"field": "status", "value": "pending"},
                {"field": "comment_value_html" if html else "comment_value", "value": as_html(body) if html else body},
            ],
        }


def as_html(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("’", "&rsquo;")
    return "".join(f"<p>{one}</p>" for one in escaped.replace("\n\n", "\0").replace("\n", "<br>").split("\0"))


def write_json(path: Path, number: int) -> int:
    """Write an export of so many macros; its size in bytes."""
    path.write_text(json.dumps({"macros": list(macros(number)), "count": number}, indent=1), encoding="utf-8")
    return path.stat().st_size


def write_jsonl(path: Path, size: int) -> int:
    """Write macros, one per line, until the file has a size in bytes; how many they are."""
    block = [json.dumps(one) + "\n" for one in macros(2_000)]
    written = number = 0
    with open(path, "w", encoding="utf-8") as out:
        while written < size:
            written += out.write(block[number % len(block)])
            number += 1
    return number


if __name__ == "__main__":
    print(write_json(Path(sys.argv[2]), int(sys.argv[1])), "bytes")
