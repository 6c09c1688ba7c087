"""Bots, chats, mails: what customers, prompts, tools and trainers say is never judged."""

import json
from typing import Any

import pytest

from trustlint.message import Message, Omission, SourceFile
from trustlint.sources.detect import detect
from trustlint.sources.read import read
from trustlint.span import Span

NO = "NO: we always promise everything"
PLAIN_MAIL = """\
From: Ann <ann@example.com>
Subject: =?utf-8?q?Your_r=C3=A9fund?=
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Your refund is=20here.

> NO
"""


def texts(data: Any, path: str = "file.json") -> list[str]:
    return [message.text for message in messages(data, path)]


def messages(data: Any, path: str = "file.json") -> list[Message]:
    written = data if isinstance(data, str) else json.dumps(data)
    return [each for each in read(SourceFile(path, written), named=False) if isinstance(each, Message)]


def lines(*records: Any) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("nlu.yml", 'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hi utter_x\n'),
        ("refund_usersays_en.json", [{"id": "1", "data": [{"text": NO, "userDefined": False}], "count": 0}]),
        ("en.json", {"trainingPhrases": [{"parts": [{"text": NO}], "languageCode": "en"}]}),
        ("package.json", {"name": "a", "messages": ["x"], "role": "x", "content": "y"}),
        ("a11y.json", {"items": [{"role": "button", "content": NO}]}),
        ("notebook.json", {"cells": [{"prompt": 1, "output": [NO]}]}),
        ("log.jsonl", lines({"level": "info", "message": NO}, {"level": "info", "message": NO})),
        ("people.csv", "role,name\nagent,Ann\n"),
        ("aria.csv", "role,text\nbutton,Always\n"),
    ],
)
def test_what_is_no_side_of_ours(path: str, data: Any) -> None:
    assert texts(data, path) == []


TURNS = [
    {"role": "system", "content": NO},
    {"role": "developer", "content": NO},
    {"role": "user", "content": NO},
    {"role": "Customer", "content": NO},
    {"role": "assistant", "content": "We reply today."},
    {"role": "tool", "content": NO},
    {"role": "assistant", "content": None, "tool_calls": [{"function": {"arguments": NO}}]},
    {
        "role": "Agent",
        "content": [{"type": "text", "text": "In parts."}, {"type": "image_url", "image_url": {"url": NO}}],
    },
    {"role": "assistant", "content": NO, "weight": 0},
]


@pytest.mark.parametrize(
    ("path", "data", "format", "ours"),
    [
        (
            "a.jsonl",
            lines({"messages": TURNS}, {"messages": TURNS[4:5]}),
            "chat-transcripts",
            ["We reply today.", "In parts.", "We reply today."],
        ),
        ("a.json", {"id": "c", "turns": TURNS[:5]}, "chat-transcripts", ["We reply today."]),
        (
            "a.json",
            [{"conversations": [{"from": "human", "value": NO}, {"from": "gpt", "value": "Yes."}]}],
            "chat-transcripts",
            ["Yes."],
        ),
        (
            "a.jsonl",
            lines(*[{"custom_id": "a", "body": {"messages": TURNS[2:5]}}] * 2),
            "chat-transcripts",
            ["We reply today."] * 2,
        ),
        ("a.json", TURNS[:5], "chat-turns", ["We reply today."]),
        ("a.csv", f"conversation_id,Speaker,Text\n1,customer,{NO}\n1,agent,Yes.\n", "chat-tables", ["Yes."]),
        ("a.json", [{"instruction": NO, "input": NO, "output": "Yes."}], "training-pairs", ["Yes."]),
        (
            "a.jsonl",
            lines({"prompt": NO, "completion": "Yes."}, {"prompt": NO, "completion": "No."}),
            "training-pairs",
            ["Yes.", "No."],
        ),
        ("a.json", [{"prompt": NO, "chosen": "Yes.", "rejected": NO}], "training-pairs", ["Yes."]),
        (
            "a.json",
            [{"prompt": NO, "chosen": TURNS[2:5], "rejected": TURNS[2:5]}],
            "training-pairs",
            ["We reply today."],
        ),
        (
            "a.json",
            [
                {
                    "convo_id": 1,
                    "original": [["agent", "Hi!"], ["customer", NO], ["action", NO]],
                    "delexed": [{"text": NO}],
                }
            ],
            "abcd-dialogues",
            ["Hi!"],
        ),
    ],
)
def test_our_side_of_a_conversation(path: str, data: Any, format: str, ours: list[str]) -> None:
    written = data if isinstance(data, str) else json.dumps(data)
    assert detect(SourceFile(path, written), named=False).format == format
    assert texts(data, path) == ours


def test_help_desks_conversations() -> None:
    gorgias = [
        {"id": 1, "from_agent": True, "public": True, "body_html": "<p>Yes.</p>", "body_text": "Yes."},
        {"id": 2, "from_agent": False, "public": True, "body_text": NO},
        {"id": 3, "from_agent": True, "public": False, "body_text": NO},
    ]
    freshdesk = [
        {"id": 1, "body": "<p>Yes.</p>", "body_text": "Yes.", "incoming": False, "private": False},
        {"id": 2, "body": NO, "incoming": False, "private": True},
        {"id": 3, "body": NO, "incoming": True, "private": False},
    ]
    parts = [
        {"part_type": "comment", "author": {"type": "admin"}, "body": "<p>Yes.</p>"},
        {"part_type": "note", "author": {"type": "admin"}, "body": NO},
        {"part_type": "comment", "author": {"type": "user"}, "body": NO},
    ]
    source = {"author": {"type": "user"}, "body": NO}
    assert texts({"data": gorgias}) == ["Yes."]
    assert texts({"conversations": freshdesk}) == ["Yes."]
    assert texts({"id": "1", "source": source, "conversation_parts": {"conversation_parts": parts}}) == ["Yes."]


RASA = """\
version: "3.1"
intents: [greet]
responses:
  utter_late:
  - text: "It is late, {name}."
    image: https://example.com/NO.png
    buttons:
    - {title: "Thanks", payload: '/NO{{"a":"b"}}'}
    metadata: {note: NO}
  - text: Another wording.
  utter_card:
  - custom: {blocks: [{type: section, text: {type: mrkdwn, text: A card}}]}
"""


def test_a_rasa_domain() -> None:
    found = messages(RASA, "domain.yml")
    assert [(each.record.title, each.role, each.text) for each in found] == [
        ("utter_late", "body", "It is late, {name}."),
        ("utter_late", "button", "Thanks"),
        ("utter_late", "body", "Another wording."),
        ("utter_card", "body", "A card"),
    ]


def test_a_dialogflow_intent() -> None:
    reply = [
        {"type": 0, "lang": "en", "speech": ["One, $order.", "Two."]},
        {"type": "0", "lang": "de", "speech": "Drei."},
        {"type": 1, "title": "Card", "buttons": [{"text": "Go", "postback": NO}]},
    ]
    prompts = [{"lang": "en", "value": "Which order?"}]
    intent = {
        "name": NO,
        "responses": [{"affectedContexts": [{"name": NO}], "messages": reply, "parameters": [{"prompts": prompts}]}],
        "userSays": [{"data": [{"text": NO}]}],
    }
    found = messages(intent)
    assert [each.text for each in found] == ["One, $order.", "Two.", "Drei.", "Card", "Go", "Which order?"]
    assert [each.language for each in found][:3] == ["en", "en", "de"]
    assert texts([{"action": "smalltalk.hi", "customAnswers": ["Hi!", "Hello!"]}]) == ["Hi!", "Hello!"]


def test_a_dialogflow_cx_page() -> None:
    say = {"messages": [{"text": {"text": ["Hi, $session.params.name."]}, "languageCode": "en"}]}
    cases = [{"cases": [{"caseContent": [{"message": {"text": {"text": ["For some."]}}}]}]}]
    page = {
        "displayName": "Refund",
        "entryFulfillment": {**say, "conditionalCases": cases},
        "transitionRoutes": [{"condition": NO, "triggerFulfillment": {"messages": [{"text": {"text": ["Bye."]}}]}}],
    }
    assert sorted(texts(page)) == ["Bye.", "For some.", "Hi, $session.params.name."]


def test_a_watson_dialogue() -> None:
    nodes = [
        {"dialog_node": "a", "title": "A", "output": {"text": {"values": ["One."]}}},
        {"dialog_node": "b", "output": {"text": "Two <b>bold</b>."}},
        {"dialog_node": "c", "output": {"generic": [{"values": [{"text": "Three."}], "options": [{"label": "Go"}]}]}},
    ]
    data = {"language": "en", "intents": [{"examples": [{"text": NO}]}], "dialog_nodes": nodes}
    found = messages(data)
    assert [each.text for each in found] == ["One.", "Two bold.", "Three.", "Go"]
    assert {each.language for each in found} == {"en"}


def test_a_mail_is_read_once_and_its_places_hold() -> None:
    subject, body = messages(PLAIN_MAIL, "sent.eml")
    assert (subject.role, subject.text) == ("subject", "Your réfund")
    at = body.text.index("is here")
    assert body.in_file(Span(at, at + 7)).of(PLAIN_MAIL) == "is=20here"


def test_an_alternative_is_a_twin() -> None:
    mail = (
        "Subject: Hi\nContent-Type: multipart/alternative; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nHello there.\n"
        "--b\nContent-Type: text/html\n\n<p>Hello <b>there</b>.</p>\n--b--\n"
    )
    found = list(read(SourceFile("a.eml", mail), named=False))
    assert [each.text for each in found if isinstance(each, Message)] == ["Hi", "Hello there."]
    assert [each.reason for each in found if isinstance(each, Omission)] == ["says the same as bodies[0].html"]


def test_a_mailbox_is_many_mails() -> None:
    box = "".join(f"From a@b.c Mon Jan  1 10:00:00 2024\n{PLAIN_MAIL}\n" for _ in range(2))
    assert texts(box, "a.mbox").count("Your réfund") == 2


def test_watson_prints_what_stands_in_its_marks() -> None:
    said = "Hi <? context.name ?>, it is <b>late</b><? $late ? ' and > we are sorry' : '' ?>."
    data = {"dialog_nodes": [{"dialog_node": "a", "output": {"text": {"values": [said]}}}]}
    (found,) = read(SourceFile("dialog.json", json.dumps(data)), named=False)
    assert isinstance(found, Message)
    assert found.placeholders[0].span.of(found.text) == "<? context.name ?>"
    assert found.placeholders[0].kind == "name"
    assert "it is late" in found.text
