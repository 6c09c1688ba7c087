"""Describing an export: the page that teaches it keeps its word."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from trustlint.errors import ConfigError
from trustlint.message import Message, Omission, SourceFile
from trustlint.sources.descriptions import compiled, load_platforms
from trustlint.sources.markup.library import replies
from trustlint.sources.read import read
from trustlint.sources.registry import Formats
from trustlint.sources.schema import SCHEMA

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"containers": ["json"], "records": "a["},
        {"containers": ["json"], "fields": [{"role": "body"}]},
        {"containers": ["json"], "fields": ["a"]},
        {"containers": ["json"], "inactive": [{"when": {"a": "b"}}]},
    ],
)
def test_what_cannot_be_followed_is_the_user_s_mistake(data: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="our-desk"):
        compiled("our-desk", data)


def test_the_page_names_every_platform() -> None:
    assert {name for name in load_platforms() if f"`{name}`" not in PAGE} == set()


def test_the_page_s_own_format_reads_the_page_s_export() -> None:
    own = yaml.load(blocks("yaml")[1], yaml.BaseLoader)["formats"]
    jsonschema.validate(own["our-desk"], SCHEMA)
    found = list(read(SourceFile("desk.json", blocks("json")[0]), formats=Formats(load_platforms(), own)))
    assert [(each.role, each.text) for each in found if isinstance(each, Message)] == [
        ("subject", "Your refund"),
        ("body", "Hi %{name}, it’s on its way."),
    ]
    assert [each.reason for each in found if isinstance(each, Omission)] == ["it is for agents", "a note for agents"]
    retired = json.dumps({"answers": [{**json.loads(blocks("json")[0])["answers"][0], "state": "retired"}]})
    [omission] = read(SourceFile("desk.json", retired), formats=Formats(load_platforms(), own))
    assert isinstance(omission, Omission)
    assert omission.reason == "the answer is not live"


def test_the_page_s_page_of_replies() -> None:
    [page] = re.findall(r"^````markdown\n(.*?)^````$", PAGE, re.MULTILINE | re.DOTALL)
    found = replies(page)
    assert [(reply.title, reply.subject.of(page) if reply.subject else None) for reply in found] == [
        ("Refund on its way", "Your refund"),
        ("Parcel lost", None),
    ]
    assert found[1].bodies[0].span.of(page).startswith("Hi [Customer Name]")
