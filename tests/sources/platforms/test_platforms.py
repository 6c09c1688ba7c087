"""Every platform: its description holds, customers' texts are read whole, and nothing internal is read at all."""

import html
import json
import marshal
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import Message, SourceFile
from trustlint.sources.descriptions import compiled, load_platforms
from trustlint.sources.read import read
from trustlint.sources.schema import SCHEMA
from trustlint.sources.templates import SYNTAXES
from trustlint.span import Span

PLATFORMS = load_platforms()
SECRET = "internal: always promise everything"

Build = Callable[[str], Any]


def zendesk(field: str, text: str) -> dict[str, Any]:
    return {
        "id": 7,
        "title": SECRET,
        "raw_title": SECRET,
        "description": SECRET,
        "actions": [
            {"field": "current_tags", "value": SECRET},
            {"field": "side_conversation", "value": [SECRET, SECRET, "text/html"]},
            {"field": "side_conversation_slack", "value": SECRET},
            {"field": field, "value": text},
        ],
        "restriction": {"type": "Group", "name": SECRET},
    }


def trigger(text: str) -> dict[str, Any]:
    return {
        "id": 7,
        "title": SECRET,
        "description": SECRET,
        "conditions": {"all": [{"field": "comment_includes_word", "operator": "includes", "value": SECRET}], "any": []},
        "actions": [
            {"field": "notification_user", "value": ["assignee_id", SECRET, SECRET]},
            {"field": "notification_group", "value": ["1", SECRET, SECRET]},
            {"field": "notification_webhook", "value": ["1", SECRET]},
            {"field": "notification_user", "value": ["requester_id", "", text]},
        ],
    }


HTML: dict[str, Build] = {
    "zendesk-macros": lambda text: {"macros": [zendesk("comment_value_html", text)]},
    "helpscout-saved-replies": lambda text: [
        {"id": 7, "name": SECRET, "text": text, "chatText": "", "preview": SECRET}
    ],
    "freshdesk-canned-responses": lambda text: [
        {"id": 7, "title": SECRET, "folder_id": 1, "content": SECRET, "content_html": text, "attachments": [SECRET]}
    ],
    "intercom-macros": lambda text: {
        "type": "list",
        "data": [{"type": "macro", "name": SECRET, "body": text, "body_text": SECRET, "visible_to": SECRET}],
    },
    "gorgias-macros": lambda text: {
        "data": [
            {
                "id": 7,
                "name": SECRET,
                "intent": SECRET,
                "actions": [
                    {"name": "addTags", "title": SECRET, "arguments": {"tags": SECRET}},
                    {
                        "name": "addInternalNote",
                        "title": SECRET,
                        "arguments": {"body_html": SECRET, "body_text": SECRET},
                    },
                    {"name": "setResponseText", "title": SECRET, "arguments": {"body_html": text, "body_text": SECRET}},
                ],
            }
        ]
    },
    "front-templates": lambda text: {
        "_results": [
            {"id": "rsp_7", "name": SECRET, "subject": "", "body": text, "attachments": [{"filename": SECRET}]}
        ]
    },
    "osticket-canned-responses": lambda text: [{"isenabled": 1, "title": SECRET, "response": text, "notes": SECRET}],
    "zendesk-articles": lambda text: {
        "articles": [
            {
                "id": 7,
                "title": "",
                "name": SECRET,
                "body": text,
                "locale": "en-gb",
                "draft": False,
                "section_id": 1,
                "label_names": [SECRET],
            },
            {"id": 8, "title": SECRET, "body": SECRET, "locale": "en-gb", "draft": True, "section_id": 1},
        ]
    },
    "salesforce-email-templates": lambda text: {
        "records": [
            {
                "attributes": {"type": "EmailTemplate", "url": SECRET},
                "Name": SECRET,
                "Subject": "",
                "HtmlValue": text,
                "Body": SECRET,
                "Description": SECRET,
            },
            {"attributes": {"type": "EmailTemplate"}, "IsActive": False, "Subject": SECRET, "Body": SECRET},
        ]
    },
    "dynamics-templates": lambda text: {
        "value": [
            {
                "templateid": "7",
                "title": SECRET,
                "description": SECRET,
                "subject": "",
                "safehtml": text,
                "presentationxml": SECRET,
                "body": SECRET,
            }
        ]
    },
    "frappe-templates": lambda text: [
        {
            "doctype": "Email Template",
            "name": SECRET,
            "owner": SECRET,
            "subject": None,
            "use_html": 0,
            "response": text,
            "response_html": SECRET,
        },
        {"doctype": "Email Template", "name": SECRET, "use_html": 1, "response": SECRET, "response_html": None},
        {"doctype": "HD Saved Reply", "title": SECRET, "scope": "Team", "teams": [{"team": SECRET}], "message": ""},
        {"doctype": "Note", "title": SECRET, "message": SECRET, "response": SECRET},
    ],
    "zammad-text-modules": lambda text: [
        {"id": 7, "name": SECRET, "keywords": SECRET, "content": text, "note": SECRET, "active": True},
        {"id": 8, "name": SECRET, "keywords": SECRET, "content": SECRET, "note": SECRET, "active": False},
    ],
    "uvdesk-saved-replies": lambda text: [
        {"id": "7", "name": SECRET, "subject": "", "message": text, "message_inline": SECRET, "is_predefind": "1"}
    ],
}
PLAIN: dict[str, Build] = {
    "zendesk-triggers": lambda text: {"triggers": [trigger(text)]},
    "zendesk-automations": lambda text: {"automations": [trigger(text)]},
    "zendesk-dynamic-content": lambda text: {
        "items": [
            {
                "name": SECRET,
                "placeholder": "{{dc.x}}",
                "variants": [{"content": SECRET, "active": False}, {"content": text, "active": True}],
            }
        ]
    },
    "helpscout-saved-replies": lambda text: [{"id": 7, "name": SECRET, "text": "", "chatText": text}],
    "chatwoot-canned-responses": lambda text: [{"id": 7, "account_id": 1, "short_code": SECRET, "content": text}],
    "chatwoot-macros": lambda text: {
        "payload": [
            {
                "name": SECRET,
                "visibility": SECRET,
                "actions": [
                    {"action_name": "add_private_note", "action_params": [SECRET]},
                    {"action_name": "send_message", "action_params": [text]},
                ],
            }
        ]
    },
    "kustomer-shortcuts": lambda text: {
        "data": [
            {
                "type": "shortcut",
                "id": "7",
                "attributes": {
                    "name": SECRET,
                    "draft": {"text": SECRET},
                    "payload": {
                        "text": {
                            "blocks": [{"key": SECRET, "text": text, "data": {}}],
                            "entityMap": {"0": {"data": {"fallbackText": SECRET}}},
                        }
                    },
                    "conversation": {"tags": {"operator": "add", "value": [SECRET]}},
                },
            },
            {"type": "shortcut", "id": "8", "attributes": {"deleted": True, "draft": {"text": SECRET}}},
        ]
    },
    "zendesk-chat-shortcuts": lambda text: [
        {"id": SECRET, "name": SECRET, "message": text, "options": "", "scope": "all", "tags": [SECRET]}
    ],
    "salesforce-quick-text": lambda text: {
        "records": [
            {"attributes": {"type": "QuickText"}, "Name": SECRET, "Message": text, "Category": SECRET},
            {"attributes": {"type": "QuickText"}, "Name": SECRET, "Message": SECRET, "IsInsertable": False},
        ]
    },
    "discourse-canned-replies": lambda text: {
        "replies": [{"id": "0f" * 16, "title": SECRET, "content": text, "usages": 3}]
    },
    "rocketchat-canned-responses": lambda text: [
        {"_id": "7", "shortcut": SECRET, "text": text, "scope": "user", "tags": [SECRET]}
    ],
    "github-saved-replies": lambda text: {
        "data": {"viewer": {"savedReplies": {"nodes": [{"id": "7", "title": SECRET, "body": text}]}}}
    },
    "gitlab-saved-replies": lambda text: {
        "data": {"project": {"savedReplies": {"nodes": [{"id": "7", "name": SECRET, "content": text}]}}}
    },
}
WORDS = st.lists(st.text(alphabet="abé’\"'\\/😀—€\u2028", min_size=1, max_size=6), max_size=8).map(
    lambda words: " ".join(["x", *words])
)


def test_descriptions_can_be_kept_as_plain_data() -> None:
    assert marshal.loads(marshal.dumps(PLATFORMS)) == PLATFORMS


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_description_keeps_the_schema(name: str) -> None:
    quoted = json.loads(json.dumps(PLATFORMS[name]))
    jsonschema.validate(quoted, SCHEMA)
    format = compiled(name, quoted)
    assert format.about != name
    assert format.kind != "record"
    assert {syntax for field in format.fields for syntax in field.placeholders} <= {*SYNTAXES, "auto"}


def read_one(data: Any, *, ascii_only: bool) -> tuple[Message, str]:
    written = json.dumps(data, ensure_ascii=ascii_only)
    found = [each for each in read(SourceFile("export.json", written)) if isinstance(each, Message)]
    assert SECRET not in [each.text for each in found]
    assert len(found) == 1
    return found[0], written


@pytest.mark.parametrize(("name", "build"), [*HTML.items(), *PLAIN.items()])
def test_only_what_customers_see_is_read(name: str, build: Build) -> None:
    found, _ = read_one(build("Hi there"), ascii_only=True)
    assert (found.record.format, found.text) == (name, "Hi there")


@pytest.mark.parametrize("name", HTML)
@given(text=WORDS, ascii_only=st.booleans())
def test_html_in_an_export_reads_back_and_keeps_its_places(name: str, text: str, ascii_only: bool) -> None:
    escaped = html.escape(text).replace("é", "&eacute;").replace("—", "&#8212;")
    found, written = read_one(HTML[name](f"<p>{escaped}</p>"), ascii_only=ascii_only)
    assert found.text == text
    for at, char in enumerate(text):
        source = found.in_file(Span(at, at + 1)).of(written)
        assert html.unescape(json.loads(f'"{source}"')) == char
    whole = found.in_file(Span(0, len(text))).of(written)
    assert html.unescape(json.loads(f'"{whole}"')) == text


@pytest.mark.parametrize(
    "name",
    [
        "zendesk-triggers",
        "zendesk-dynamic-content",
        "helpscout-saved-replies",
        "kustomer-shortcuts",
        "zendesk-chat-shortcuts",
        "salesforce-quick-text",
    ],
)
@given(text=WORDS, ascii_only=st.booleans())
def test_plain_text_in_an_export_reads_back_and_keeps_its_places(name: str, text: str, ascii_only: bool) -> None:
    found, written = read_one(PLAIN[name](text), ascii_only=ascii_only)
    assert found.text == text
    for at, char in enumerate(text):
        source = found.in_file(Span(at, at + 1)).of(written)
        assert json.loads(f'"{source}"') == char
