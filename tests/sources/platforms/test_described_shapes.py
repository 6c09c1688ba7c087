"""Shapes that are not guessed: what the page on formats shows for them reads them."""

import json
from pathlib import Path

import yaml

from trustlint.message import Message, SourceFile
from trustlint.sources.descriptions import load_platforms
from trustlint.sources.read import read
from trustlint.sources.registry import Formats

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")


def test_the_page_s_description_of_a_wrapped_list() -> None:
    (block,) = (part.partition("```")[0] for part in PAGE.split("```yaml\n")[1:] if "cannedResponses" in part)
    formats = Formats(load_platforms(), yaml.load(block, yaml.BaseLoader)["formats"])
    wrapped = {
        "cannedResponses": [{"_id": "1", "shortcut": "a", "text": "Hi **there**", "scope": "global"}],
        "count": 1,
    }
    (found,) = read(SourceFile("replies.json", json.dumps(wrapped)), formats=formats, named=False)
    assert isinstance(found, Message)
    assert (found.record.id, found.text) == ("1", "Hi there")
