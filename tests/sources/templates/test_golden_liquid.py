"""The Liquid lexer against templates that others wrote, with what they render to."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from trustlint.sources.templates import Reading, Token, mask, problems, readings, tokens

CASES = Path(__file__).resolve().parents[4] / "shared" / "judges" / "golden-liquid" / "golden_liquid.json"
OUTPUT = re.compile(r"\{\{ *([a-z][\w.]*) *\}\}")


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    if not CASES.exists():
        pytest.skip(f"{CASES} is not here")
    found: list[dict[str, Any]] = json.loads(CASES.read_text(encoding="utf-8"))["tests"]
    return found


def results(case: dict[str, Any]) -> list[str]:
    return case.get("results") or [case["result"]]


def lexed(template: str) -> list[Token]:
    return tokens(template, ["liquid"])


def printed(template: str, reading: Reading, values: dict[tuple[int, int], str]) -> str:
    text = ""
    for span in reading.kept:
        at = span.start
        for (start, end), value in values.items():
            if span.start <= start and end <= span.end:
                text += template[at:start] + value
                at = end
        text += template[at : span.end]
    return text


def looked_up(name: str, data: Any) -> str | None:
    for part in name.split("."):
        data = data.get(part) if isinstance(data, dict) else None
    return data if isinstance(data, str) and name not in {"blank", "empty"} else None


def values_of(case: dict[str, Any], found: list[Token]) -> dict[tuple[int, int], str] | None:
    """What the outputs print, when all of them are plain look-ups of strings."""
    values = {}
    for token in found:
        if token.kind == "placeholder":
            plain = OUTPUT.fullmatch(token.span.of(case["template"]))
            value = looked_up(plain[1], case.get("data") or {}) if plain else None
            if value is None:
                return None
            values[tuple(token.span)] = value
    return values  # type: ignore[return-value]


def outside_blocks(template: str, found: list[Token]) -> str:
    text, depth, at = "", 0, 0
    for token in found:
        if depth == 0:
            text += template[at : token.span.start]
        at = token.span.end
        depth += (token.kind == "open") - (token.kind == "close")
    return text + template[at:]


def test_no_template_raises(cases: list[dict[str, Any]]) -> None:
    for case in cases:
        template = case["template"]
        found = lexed(template)
        assert len(mask(template, found)) == len(template)
        assert readings(template, found)


def test_valid_templates_have_no_problem(cases: list[dict[str, Any]]) -> None:
    valid = [case["template"] for case in cases if not case.get("invalid")]
    assert [template for template in valid if problems(template, lexed(template))] == []


def test_what_is_written_wrongly_is_located(cases: list[dict[str, Any]]) -> None:
    """Of 126 invalid cases the others are wrong for the data they are given, or in one Liquid only."""
    located = [
        case["name"] for case in cases if case.get("invalid") and problems(case["template"], lexed(case["template"]))
    ]
    assert len(located) >= 103


def test_without_blocks_the_text_kept_is_the_text_rendered(cases: list[dict[str, Any]]) -> None:
    judged = 0
    for case in cases:
        found = lexed(case["template"])
        values = values_of(case, found)
        if case.get("invalid") or values is None or any(t.kind not in {"raw", "comment", "placeholder"} for t in found):
            continue
        (reading,) = readings(case["template"], found)
        assert printed(case["template"], reading, values) in results(case), case["name"]
        judged += 1
    assert judged >= 33


def test_conditionals_render_to_one_of_their_readings(cases: list[dict[str, Any]]) -> None:
    judged, several = 0, []
    for case in cases:
        template, found = case["template"], lexed(case["template"])
        blocks = [token.keyword for token in found if token.kind == "open"]
        others = {token.keyword for token in found if token.kind == "statement"} - {"assign"}
        if case.get("invalid") or not blocks or others or not set(blocks) <= {"if", "unless", "case"}:
            continue
        if any(token.kind == "placeholder" for token in found):
            continue
        judged += 1
        ways = {printed(template, way, {}) for way in readings(template, found)} | {outside_blocks(template, found)}
        if not ways.intersection(results(case)):
            several.append(case)
    assert judged >= 125
    # Only a `case` whose value meets several `when`s or falls through an early `else` prints more than one alternative.
    assert all("{% case" in case["template"] for case in several)
    assert len(several) <= 6
