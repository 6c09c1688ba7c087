"""What is read of a file, and that every word of it leads back to its place."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.message import Message, Omission, SourceFile
from trustlint.sources import decoding
from trustlint.sources.descriptions import load_platforms
from trustlint.sources.read import Read, read
from trustlint.sources.registry import Formats
from trustlint.span import Span

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GOLDENS = Path(__file__).resolve().parent / "goldens"


def everything(path: str, text: str, **options: Any) -> list[Read]:
    return list(read(SourceFile(path, text), **options))


def messages(path: str, text: str, **options: Any) -> list[Message]:
    return [found for found in everything(path, text, **options) if isinstance(found, Message)]


def texts(path: str, data: Any, **options: Any) -> list[str]:
    return [message.text for message in messages(path, json.dumps(data), **options)]


def macro(*actions: tuple[str, Any], **more: Any) -> dict[str, Any]:
    return {"title": "t", "id": 1, "actions": [{"field": field, "value": value} for field, value in actions], **more}


# What customers never see.


@pytest.mark.parametrize("private", [False, "false", "False"])
@pytest.mark.parametrize("first", [True, False])
def test_a_private_comment_is_no_message(private: Any, first: bool) -> None:
    actions = [
        ("comment_value", "always"),
        ("comment_mode_is_public", private),
        ("comment_value_html", "<p>always</p>"),
    ]
    found = everything("m.json", json.dumps({"macros": [macro(*(actions if first else reversed(actions)))]}))
    assert [each.reason for each in found if isinstance(each, Omission)] == ["the macro's comment is private"] * 2
    assert not any(isinstance(each, Message) for each in found)


@pytest.mark.parametrize(
    ("more", "updated"),
    [
        ({}, None),
        ({"updated_at": "yesterday"}, None),
        ({"updated_at": 1735689600}, None),
        ({"updated_at": "2026-01-12T08:11:02Z"}, "2026-01-12"),
    ],
)
def test_the_day_of_a_change_is_known_where_the_file_tells(more: dict[str, Any], updated: str | None) -> None:
    data = {"macros": [macro(("comment_value", "Hello."), **more)]}
    assert [message.record.updated for message in messages("m.json", json.dumps(data))] == [updated]


def test_tags_descriptions_and_side_conversations_are_no_messages() -> None:
    data = macro(
        ("current_tags", "always"),
        ("side_conversation", ["Always", "<p>always</p>", "text/html"]),
        ("status", "always"),
        description="always",
    )
    assert texts("m.json", [data]) == []


def test_what_triggers_send_to_agents_is_no_message() -> None:
    trigger = macro(
        ("notification_user", ["all_agents", "Always", "always"]),
        ("notification_group", ["12", "Always", "always"]),
        ("notification_target", ["12", '{"text": "always"}']),
        ("notification_user", ["requester_id", "[Request received] {{ticket.title}}", "We have it."]),
        conditions={"all": [], "any": []},
    )
    assert texts("t.json", {"triggers": [trigger]}) == ["[Request received] {{ticket.title}}", "We have it."]


def test_records_that_are_switched_off_are_read_when_asked() -> None:
    data = {"macros": [macro(("comment_value", "old"), active=False), macro(("comment_value", "new"), active=True)]}
    assert texts("m.json", data) == ["new"]
    assert texts("m.json", data, include_inactive=True) == ["old", "new"]


def test_notes_and_private_notes() -> None:
    osticket = [{"isenabled": 1, "title": "a", "response": "shown", "notes": "always"}]
    assert texts("o.yaml", osticket) == ["shown"]
    chatwoot = {
        "name": "a",
        "actions": [
            {"action_name": "add_private_note", "action_params": ["always"]},
            {"action_name": "send_message", "action_params": ["shown"]},
            {"action_name": "add_label", "action_params": ["always"]},
        ],
    }
    assert texts("c.json", {"payload": [chatwoot]}) == ["shown"]


def test_mails_to_the_staff() -> None:
    mail = "notes: n\nsubject: S %{ticket.number}\nbody: |\n  <p>Hi</p>\n"
    assert messages("email/ticket.alert.yaml", mail) == []
    assert [found.role for found in messages("email/ticket.autoresp.yaml", mail)] == ["subject", "body"]


def test_front_matter_that_says_so_keeps_a_page_out() -> None:
    assert messages("a.md", "---\ninternal: true\n---\nalways") == []
    assert messages("a.md", "---\nstatus: draft\n---\nalways") == []
    page = "---\nsubject: Your refund\nlocale: en_GB\n---\nHi"
    assert [(each.role, each.text, each.language) for each in messages("a.md", page)] == [
        ("subject", "Your refund", "en-GB"),
        ("body", "Hi", "en-GB"),
    ]


# Twins, shapes, errors.


def test_the_same_text_twice_is_read_once() -> None:
    freshdesk = {"id": 1, "title": "a", "content": "b", "content_html": "<p>b</p>", "folder_id": 1}
    assert texts("f.json", [freshdesk]) == ["b"]
    assert texts("f.json", [{**freshdesk, "content_html": ""}]) == ["b"]
    intercom = {"type": "macro", "name": "a", "body": None, "body_text": "b", "visible_to": "everyone"}
    assert texts("i.json", {"data": [intercom]}) == ["b"]


def test_the_chat_version_is_a_text_of_its_own() -> None:
    assert texts("h.json", [{"name": "a", "text": "mail", "chatText": "chat"}]) == ["mail", "chat"]


def test_a_value_may_be_a_list_with_its_channel() -> None:
    assert texts("m.json", [macro(("comment_value", ["channel:all", "Hi"]))]) == ["Hi"]


def test_a_broken_line_does_not_stop_the_others() -> None:
    lines = "\n".join(
        [json.dumps(macro(("comment_value", "one"))), "{broken", json.dumps(macro(("comment_value", "two")))]
    )
    found = everything("m.jsonl", lines)
    assert [each.text for each in found if isinstance(each, Message)] == ["one", "two"]
    assert [each.line for each in found if isinstance(each, SourceError)] == [2]


def test_nothing_known_is_an_error_only_where_it_was_asked_for() -> None:
    [error] = everything("a.json", "{}")
    assert isinstance(error, SourceError)
    [omission] = everything("a.json", "{}", named=False)
    assert isinstance(omission, Omission)
    [error] = everything("a.json", '{"replies": []}', format="zendesk-macros")
    assert isinstance(error, SourceError)
    assert "`macros[*]`" in str(error)


def test_tables_by_their_headers() -> None:
    table = "Macro Name,Macro Text,Internal Notes,Locale\nRefund,<p>It&rsquo;s sent</p>,always,de\nWait,a <b,always,\n"
    found = messages("t.csv", table)
    assert [(each.record.title, each.text, each.language) for each in found] == [
        ("Refund", "It’s sent", "de"),
        ("Wait", "a <b", None),
    ]
    assert [each.route for each in found] == ["line 2: Macro Text", "line 3: Macro Text"]


def test_a_format_of_one_s_own() -> None:
    own = {
        "desk": {
            "kind": "answer",
            "containers": ["yaml", "json"],
            "records": "answers.*",
            "title": "label",
            "placeholders": "percent",
            "inactive": [{"when": {"state": ["old", "off*"]}, "reason": "retired"}],
            "fields": [
                {"text": "subject", "role": "subject", "markup": "plain"},
                {"each": "parts[*]", "unless": {"to": "agent"}, "text": ["html", "text"], "markup": "auto"},
            ],
        }
    }
    data = {
        "answers": {
            "a": {"label": "A", "subject": "S", "parts": [{"to": "agent", "text": "always"}, {"text": "Hi %{name}"}]},
            "b": {"label": "B", "state": "offline", "subject": "always"},
        }
    }
    formats = Formats(load_platforms(), own)
    found = messages("d.json", json.dumps(data), format="desk", formats=formats)
    assert [(each.route, each.text) for each in found] == [
        ("answers.a.subject", "S"),
        ("answers.a.parts[1].text", "Hi %{name}"),
    ]
    assert found[0].record.name == "answer 'A'"


# Placeholders, branches, attributes.


def test_placeholders_are_verbatim_and_in_place() -> None:
    text = "<p>Hi <b>{{ticket.requester.first_name}}</b>,</p><a href='{{ticket.url}}'>see {{ticket.due_date}}</a>"
    [found] = messages("m.json", json.dumps([macro(("comment_value_html", text))]))
    assert found.text == "Hi {{ticket.requester.first_name}},\n\nsee {{ticket.due_date}}"
    assert [(each.kind, each.span.of(found.text)) for each in found.placeholders] == [
        ("name", "{{ticket.requester.first_name}}"),
        ("date", "{{ticket.due_date}}"),
    ]


def test_fallbacks_are_read() -> None:
    [found] = messages(
        "h.json", json.dumps([{"name": "a", "text": "Hi {%customer.firstName,fallback=A &amp; B%}!", "chatText": ""}])
    )
    assert found.text == "Hi {%customer.firstName,fallback=A & B%}!"
    [placeholder] = found.placeholders
    assert [each.of(found.text) for each in placeholder.fallbacks] == ["A & B"]
    [found] = messages(
        "i.json",
        json.dumps(
            [{"type": "macro", "name": "a", "body": "Hi <attribute key='n' default='there'/>", "visible_to": "x"}]
        ),
    )
    assert found.text == "Hi there"


def test_each_branch_is_a_message() -> None:
    text = "Hi. {% if vip %}You come <b>first</b>.{% else %}You come soon.{% endif %} {{name}}"
    found = messages("m.json", json.dumps([macro(("comment_value_html", text))]))
    assert [each.text for each in found] == ["Hi. You come first. {{name}}", "Hi. You come soon. {{name}}"]
    assert [each.branch for each in found] == ["{% if vip %}", "else of {% if vip %}"]
    second = found[1]
    at = second.text.index("soon")
    assert second.in_file(Span(at, at + 4)).of(second.file.text) == "soon"


def test_attributes_are_messages_of_their_own() -> None:
    found = messages("m.json", json.dumps([macro(("comment_value_html", '<img alt="Always on">Hi'))]))
    assert [(each.role, each.text) for each in found] == [("body", "Hi"), ("attribute", "Always on")]


def test_code_and_quotes_are_known() -> None:
    [found] = messages("c.json", json.dumps([{"short_code": "a", "content": "Run `ls`\n\n> you said\n\nok"}]))
    assert [each.of(found.text) for each in found.code] == ["ls"]
    assert [each.of(found.text) for each in found.quoted] == ["you said"]


def test_on_a_page_of_replies_a_quote_is_the_reply() -> None:
    [found] = messages("a.md", "## A\n\n> Hi\n> there\n")
    assert (found.text, found.quoted) == ("Hi\nthere", ())


def test_a_text_may_begin_with_its_subject() -> None:
    found = messages("a.txt", "Subject: Hello\n\nHi")
    assert [(each.role, each.text) for each in found] == [("subject", "Hello"), ("body", "Hi")]


# Places, whatever the escapes.

WORD = st.text(alphabet="ab\"\\'é\n\t😀\u2028’,;#: ", min_size=1, max_size=12)
PARTS = st.lists(WORD | st.sampled_from(["{{ticket.requester.name}}", "[Name]", "24 hours"]), min_size=1, max_size=6)


def exports(text: str) -> list[tuple[str, str]]:
    """The same plain text in every container, written the way other programs write it."""
    table = io.StringIO(newline="")
    csv.writer(table).writerows([["name", "text", "chatText"], ["a", "", text]])
    replies = [{"name": "a", "text": "", "chatText": text}]
    return [
        ("a.json", json.dumps(replies)),
        ("b.json", json.dumps(replies, ensure_ascii=False, indent=1)),
        ("c.jsonl", "\n".join([json.dumps(replies[0]), json.dumps({"name": "b", "text": "", "chatText": "x"})])),
        ("d.yaml", json.dumps(replies, ensure_ascii=False).replace("\u2028", "\\u2028")),
        ("e.csv", table.getvalue()),
    ]


@given(PARTS)
def test_every_word_leads_back_to_its_place(parts: list[str]) -> None:
    text = "x" + "".join(parts)
    for path, written in exports(text):
        found = messages(path, written)
        first = found[0]
        assert first.text == text, path
        for at, char in enumerate(text):
            source = first.in_file(Span(at, at + 1)).of(written)
            assert source == char or source.startswith("\\") or source == char * 2, (path, at, char, source)
        for placeholder in first.placeholders:
            assert first.in_file(placeholder.span).of(written) == placeholder.span.of(text)


@given(st.text(max_size=60), st.sampled_from(["a.json", "a.yaml", "a.csv", "a.jsonl", "a.md", "a.html", "a.txt", "a"]))
def test_any_text_is_read_or_refused(text: str, path: str) -> None:
    for found in read(SourceFile(path, text)):
        if isinstance(found, Message):
            assert found.map.length == len(found.text)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["comment_value", "false", "requester_id"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["macros", "title", "actions", "field", "value", "name", "text", "chatText", "body", "data", "type"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, *load_platforms()]))
def test_any_data_is_read_or_refused(data: Any, format: str | None) -> None:
    for found in read(SourceFile("a.json", json.dumps(data)), format=format):
        assert isinstance(found, Message | Omission | SourceError)


# The examples.


def shown(found: Read) -> str:
    if isinstance(found, Message):
        branch = f", {found.branch}" if found.branch else ""
        return f"{found.record.name}, {found.route}, {found.role}{branch}\n{found.text}\n"
    assert isinstance(found, Omission)
    return f"left out: {found.route}: {found.reason}\n"


STYLES = EXAMPLES / "vale" / "styles"


@pytest.mark.parametrize(
    "path",
    sorted(path for path in EXAMPLES.rglob("*.*") if STYLES not in path.parents and path.name != ".vale.ini"),
    ids=lambda path: path.name,
)
def test_the_examples(path: Path) -> None:
    golden = GOLDENS / f"{path.name}.txt"
    read_now = "\n".join(map(shown, read(decoding.read(str(path)))))
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(read_now, encoding="utf-8")
        pytest.fail(f"{golden.name} was missing and has been written: review it")
    assert read_now == golden.read_text(encoding="utf-8")


CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


@pytest.mark.parametrize(
    "suffix", [".html", ".txt", ".md", ".json", ".csv", ".yaml", ".yml", ".jsonl", ".liquid", ".erb", ".twig"]
)
def test_files_that_other_people_wrote(suffix: str) -> None:
    if not CORPUS.exists():
        pytest.skip("the corpus of real templates is not beside the project")
    for path in sorted(CORPUS.rglob(f"*{suffix}")):
        for found in read(decoding.read(str(path))):
            if isinstance(found, Message):
                assert found.map.length == len(found.text)
                assert all(found.in_file(each.span).of(found.file.text) for each in found.placeholders)
