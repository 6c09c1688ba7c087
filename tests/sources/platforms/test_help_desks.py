"""Help desks whose records have something of their own: copies, translations, two dialects, two bodies."""

import json
from typing import Any

import pytest

from trustlint.message import Message, Omission, SourceFile
from trustlint.sources.read import read


def said(data: Any, path: str = "export.json") -> list[tuple[str, str]]:
    text = data if isinstance(data, str) else json.dumps(data)
    return [(each.role, each.text) for each in read(SourceFile(path, text), named=False) if isinstance(each, Message)]


def reasons(data: Any, path: str = "export.json") -> list[str]:
    text = data if isinstance(data, str) else json.dumps(data)
    return [each.reason for each in read(SourceFile(path, text), named=False) if isinstance(each, Omission)]


def draft(*blocks: str, **more: Any) -> dict[str, Any]:
    written = [{"key": str(number), "text": block} for number, block in enumerate(blocks)]
    return {"name": "a", "draft": {"text": "\n".join(blocks)}, "payload": {"text": {"blocks": written}}, **more}


# Kustomer.


def test_the_plain_copy_of_blocks_is_not_read_again() -> None:
    data = {"data": [{"type": "shortcut", "attributes": draft("One.", "", "Two.")}]}
    assert said(data) == [("body", "One."), ("body", "Two.")]
    assert reasons(data) == ["the blocks say the same"]


def test_the_plain_copy_is_read_where_there_are_no_blocks() -> None:
    assert said({"data": [{"attributes": {"name": "a", "draft": {"text": "One."}, "blocks": []}}]}) == [
        ("body", "One.")
    ]


def test_a_warehouse_has_the_attributes_in_the_record() -> None:
    line = json.dumps({"type": "RECORD", "stream": "shortcuts", "record": draft("One.")})
    assert said(line, "shortcuts.jsonl") == [("body", "One.")]
    deleted = json.dumps({"type": "RECORD", "stream": "shortcuts", "record": draft("One.", deleted=True)})
    assert said(f"{line}\n{deleted}\n", "shortcuts.jsonl") == [("body", "One.")]


# Zendesk Guide.


def article(**more: Any) -> dict[str, Any]:
    return {"id": 1, "title": "T", "body": "<p>B</p>", "locale": "en", "section_id": 2, "draft": False, **more}


def test_an_article_is_read_once_when_it_brings_its_translations() -> None:
    translations = [
        {"locale": "en", "title": "T", "body": "<p>B</p>"},
        {"locale": "de", "title": "Ü", "body": "<p>Ä</p>"},
        {"locale": "fr", "title": "always", "body": "<p>always</p>", "draft": True},
    ]
    found = said({"articles": [article(translations=translations)]})
    assert found == [("subject", "T"), ("subject", "Ü"), ("body", "B"), ("body", "Ä")]
    read_now = read(SourceFile("a.json", json.dumps({"articles": [article(translations=translations)]})))
    assert {each.record.language for each in read_now if isinstance(each, Message)} == {"en", "de"}


def test_drafts_are_left_out() -> None:
    assert reasons({"article": article(draft=True)}) == ["the article is a draft"]


# Frappe.


@pytest.mark.parametrize(
    ("use_html", "read"), [(0, "rich"), (1, "html"), (None, "rich"), ("1", "html"), (True, "html"), (False, "rich")]
)
def test_one_of_two_bodies_is_sent(use_html: Any, read: str) -> None:
    template = {"doctype": "Email Template", "name": "a", "use_html": use_html}
    bodies = {"response": "<p>rich</p>", "response_html": "<p>html</p>"}
    assert said([{**template, **bodies}]) == [("body", read)]
    assert len(reasons([{**template, **bodies}])) == 1


def test_the_rich_body_is_sent_unless_a_template_says_otherwise() -> None:
    template = {"doctype": "Email Template", "name": "a", "response": "<p>rich</p>", "response_html": "<p>html</p>"}
    assert said(template) == [("body", "rich")]


# Terraform.


BLOCKS = """resource "zendesk_macro" "a" {{
  title = "T"
  action {{
    field = "comment_mode_is_public"
    value = "{public}"
  }}
  action {{
    field = "comment_value_html"
    value = "<p>Hi</p>"
  }}
  action {{
    field = "side_conversation_ticket"
    value = "always"
  }}
}}
"""
LISTS = """resource "zendesk_macro" "a" {{
  title = var.title
  actions = [
    {{ field = "comment_mode_is_public", value = "{public}" }},
    {{ field = "comment_value_html", value = "<p>Hi</p>" }},
    {{ field = "side_conversation_slack", target = "desk", value = "always" }},
    {{ field = "custom_field", value = "always", custom_field_id = zendesk_ticket_field.a.id }}
  ]
}}
"""


@pytest.mark.parametrize("dialect", [BLOCKS, LISTS])
def test_both_dialects_of_terraform(dialect: str) -> None:
    assert said(dialect.format(public="false"), "macros.tf") == []
    assert said(dialect.format(public="true"), "macros.tf") == [("body", "Hi")]


# Dynamics.


def test_of_three_forms_of_a_text_one_is_read() -> None:
    record = {
        "templateid": "1",
        "subject": "<xsl:stylesheet>One</xsl:stylesheet>",
        "subjectpresentationxml": "<template><text>One</text></template>",
        "subjectsafehtml": "One",
        "body": "<xsl:stylesheet><![CDATA[<p>Two</p>]]></xsl:stylesheet>",
        "presentationxml": "<template><text><![CDATA[<p>Two</p>]]></text></template>",
        "safehtml": "<p>Two</p>",
    }
    for without in ((), ("safehtml", "subjectsafehtml"), ("safehtml", "presentationxml", "subjectpresentationxml")):
        left = {key: value for key, value in record.items() if key not in without}
        assert said({"value": [left]}) == [("subject", "One"), ("body", "Two")]


# Tables.


@pytest.mark.parametrize(
    ("header", "row", "read"),
    [
        ("name;keywords;content;note;active;", 'a;k;"Hi #{user.firstname}";always;true;', ["Hi #{user.firstname}"]),
        ("name;keywords;content;note;active;", "a;k;always;always;false;", []),
        ("Id,Name,Subject,HtmlValue,Body", "1,a,S,<p>Hi</p>,Hi", ["S", "Hi"]),
        ("ID,NAME,SUBJECT,HTMLVALUE,BODY,TEMPLATETYPE", "1,a,S,,Hi,text", ["S", "Hi"]),
        ("Name,Message,Category,Channel,IsInsertable", "a,Hi {!Contact.Name},c,Email,true", ["Hi {!Contact.Name}"]),
        ("Name,Message,Category,Channel,IsInsertable", "a,always,c,Email,false", []),
        ("id,name,subject,message,is_predefind", "1,a,S,<p>Hi {%ticket.id%}</p>,1", ["S", "Hi {%ticket.id%}"]),
    ],
)
def test_tables(header: str, row: str, read: list[str]) -> None:
    assert [text for _, text in said(f"{header}\n{row}\n", "export.csv")] == read


# A bot on labels.


def test_comments_of_a_bot_as_one_text_or_several() -> None:
    text = "a:\n  comment: One.\n  label: [always]\nb:\n  prs:\n    comment: [Two., Three.]\n"
    assert said(text, ".github/label-actions.yml") == [("body", "One."), ("body", "Two."), ("body", "Three.")]


# One record per file, in a repository.


def test_a_trigger_in_a_file_of_its_own() -> None:
    text = """title: Received
conditions: {all: [{field: status, operator: is, value: new}]}
actions:
  - {field: notification_user, value: [requester_id, Got it, We reply soon.]}
  - {field: notification_user, value: [assignee_id, always, always]}
"""
    assert said(text, "triggers/received.yaml") == [("subject", "Got it"), ("body", "We reply soon.")]


def macro_says(*actions: tuple[str, str]) -> list[str]:
    data = {"macros": [{"title": "a", "actions": [{"field": field, "value": value} for field, value in actions]}]}
    found = list(read(SourceFile("macros.json", json.dumps(data)), named=False))
    assert all(each.reason.startswith("says the same as") for each in found if isinstance(each, Omission))
    return [each.text for each in found if isinstance(each, Message)]


@pytest.mark.parametrize("turn", [1, -1])
def test_a_comment_in_both_forms_is_read_once(turn: int) -> None:
    plain, html = (
        ("comment_value", "Hi **you**,\n\nwe pay."),
        ("comment_value_html", "<p>Hi <b>you</b>,</p><p>we pay.</p>"),
    )
    assert macro_says(*(plain, html)[::turn]) == ["Hi you,\n\nwe pay."]


def test_two_comments_that_differ_are_both_read() -> None:
    assert macro_says(("comment_value", "We may pay."), ("comment_value_html", "<p>We pay.</p>")) == [
        "We pay.",
        "We may pay.",
    ]
    assert macro_says(("subject", "We pay."), ("comment_value", "We pay.")) == ["We pay."]
    assert macro_says(("comment_value", "We pay."), ("comment_value", "We wait.")) == ["We pay.", "We wait."]


@pytest.mark.parametrize("recipient", ["article_last_sender", ["ticket_owner", "ticket_customer"]])
def test_a_zammad_trigger_to_the_customer(recipient: Any) -> None:
    mail = {"recipient": recipient, "subject": "Yours (#{ticket.number})", "body": "<div>We have it.</div>"}
    trigger = {
        "name": "a",
        "condition": {"ticket.state_id": {}},
        "perform": {"notification.email": mail},
        "active": True,
    }
    assert said([trigger]) == [("subject", "Yours (#{ticket.number})"), ("body", "We have it.")]
    assert said([{**trigger, "active": False}]) == []
    assert said([{**trigger, "perform": {"notification.email": {**mail, "recipient": ["ticket_owner"]}}}]) == []


def test_dynamic_content_of_intercom_speaks_several_languages() -> None:
    variations = [{"locale": "en", "text_content": "We pay."}, {"locale": "de", "text_content": "Wir zahlen."}]
    data = {"type": "list", "data": [{"type": "dynamic_content", "key": "pay", "variations": variations}]}
    found = [each for each in read(SourceFile("a.json", json.dumps(data)), named=False) if isinstance(each, Message)]
    assert [(each.text, each.language) for each in found] == [("We pay.", "en"), ("Wir zahlen.", "de")]
