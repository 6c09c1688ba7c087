"""What a file is. First what it is not: a wrong guess would lint a project's own files."""

import json
from typing import Any

import pytest

from trustlint.errors import ConfigError, SourceError, UsageError
from trustlint.message import SourceFile
from trustlint.sources.descriptions import load_platforms
from trustlint.sources.detect import detect
from trustlint.sources.registry import Formats

PACKAGE = {"name": "shop", "version": "1.0.0", "description": "always", "scripts": {"test": "x"}, "dependencies": {}}
LOCK = {"name": "shop", "lockfileVersion": 3, "packages": {"": {"name": "shop"}}, "content": "x"}
OPENAPI = {
    "openapi": "3.0.0",
    "info": {"title": "Macros", "description": "always"},
    "paths": {
        "/macros": {
            "get": {
                "responses": {
                    "200": {
                        "example": {"macros": [{"title": "a", "actions": [{"field": "comment_value", "value": "b"}]}]}
                    }
                }
            }
        }
    },
}
JSON_SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "Macro",
    "properties": {"title": {"type": "string"}, "actions": {"items": {"properties": {"field": {}, "value": {}}}}},
}
TSCONFIG = '{\n  // comments\n  "compilerOptions": {"title": "x", "body": "y"},\n}'
WORKFLOW = "name: CI\non: push\njobs:\n  test:\n    steps:\n      - name: Test\n        run: always\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", json.dumps(PACKAGE)),
        ("package-lock.json", json.dumps(LOCK)),
        ("openapi.json", json.dumps(OPENAPI)),
        ("macro.schema.json", json.dumps(JSON_SCHEMA)),
        ("tsconfig.json", TSCONFIG),
        (".github/workflows/ci.yml", WORKFLOW),
        ("error.json", '{"error": {"message": "unauthorised", "title": "x"}}'),
        ("en.json", '{"title": "Always", "body": "free"}'),
        ("messages.json", '[{"id": 1, "text": "always"}]'),
        ("actions.json", '{"actions": [{"title": "a", "field": "b", "operators": []}]}'),
        ("previews.json", '[{"id": 1, "name": "a", "preview": "always"}]'),
        ("numbers.csv", "id,amount\n1,2\n"),
        ("texts.csv", "body\nalways\n"),
        ("README.md", "# We always\n\nreply."),
        ("index.html", "<html><body>always</body></html>"),
        ("notes.txt", "always"),
        ("Makefile", "always:\n"),
        ("main.py", "'always'"),
    ],
)
def test_a_project_s_own_files_are_no_replies(path: str, text: str) -> None:
    found = detect(SourceFile(path, text), named=False)
    assert found.format is None
    assert found.reason


MACRO = {"id": 1, "title": "a", "actions": [{"field": "comment_value", "value": "b"}]}
TRIGGER: dict[str, Any] = {**MACRO, "conditions": {"all": [], "any": []}}
CONTENT = {"id": 1, "name": "a", "placeholder": "{{dc.a}}", "variants": [{"content": "b", "active": True}]}
HELPSCOUT = {"id": 1, "name": "a", "text": "b", "chatText": ""}
FRESHDESK = {"id": 1, "title": "a", "content": "b", "content_html": "<p>b</p>", "folder_id": 2}
INTERCOM = {"type": "macro", "id": "1", "name": "a", "body": "b", "body_text": "b", "visible_to": "everyone"}
GORGIAS = {
    "id": 1,
    "name": "a",
    "actions": [{"name": "setResponseText", "type": "user", "arguments": {"body_text": "b"}}],
}
FRONT = {"id": "rsp_1", "name": "a", "subject": "s", "body": "b"}
CHATWOOT = {"id": 1, "account_id": 1, "short_code": "a", "content": "b"}
CHATWOOT_MACRO = {"id": 1, "name": "a", "actions": [{"action_name": "send_message", "action_params": ["b"]}]}
OSTICKET = {"isenabled": 1, "title": "a", "response": "b", "notes": "c"}


@pytest.mark.parametrize(
    ("data", "format"),
    [
        ({"macros": [MACRO], "count": 1}, "zendesk-macros"),
        ({"macro": MACRO}, "zendesk-macros"),
        ([MACRO], "zendesk-macros"),
        (MACRO, "zendesk-macros"),
        ({"triggers": [TRIGGER]}, "zendesk-triggers"),
        ({"trigger": TRIGGER}, "zendesk-triggers"),
        ({"automations": [TRIGGER]}, "zendesk-automations"),
        ({"items": [CONTENT]}, "zendesk-dynamic-content"),
        ([HELPSCOUT], "helpscout-saved-replies"),
        (HELPSCOUT, "helpscout-saved-replies"),
        ([FRESHDESK], "freshdesk-canned-responses"),
        ({"canned_responses": [FRESHDESK]}, "freshdesk-canned-responses"),
        ({"type": "list", "data": [INTERCOM], "pages": {}}, "intercom-macros"),
        ({"data": [GORGIAS], "meta": {}}, "gorgias-macros"),
        ({"_results": [FRONT]}, "front-templates"),
        ([CHATWOOT], "chatwoot-canned-responses"),
        ({"payload": [CHATWOOT_MACRO]}, "chatwoot-macros"),
        ([OSTICKET], "osticket-canned-responses"),
    ],
)
def test_an_export_is_known_by_its_shape(data: Any, format: str) -> None:
    for path in ("export.json", "export.yaml", "-"):
        assert detect(SourceFile(path, json.dumps(data))).format == format


@pytest.mark.parametrize(
    ("path", "text", "format"),
    [
        ("a.csv", "Macro Name;Macro Text\na;b\n", "csv"),
        ("a.csv", "id,name,text,chatText,mailboxId\n1,a,b,,2\n", "helpscout-saved-replies"),
        ("a.tsv", "title\tbody\na\tb\n", "csv"),
        ("a.jsonl", json.dumps({"type": "SCHEMA"}) + "\n" + json.dumps({"record": MACRO}), "zendesk-macros"),
        ("a.json", json.dumps(MACRO) + "\n" + json.dumps(MACRO), "zendesk-macros"),
        ("macros/refund.md", "Hi", "markdown"),
        ("support/canned-responses.md", "Hi", "markdown"),
        ("refund.md", "---\ntitle: Refund\n---\nHi", "markdown"),
        ("mail.html", '<!--[if mso]><p>a</p><![endif]--><table role="presentation">', "html"),
    ],
)
def test_signs_in_other_files(path: str, text: str, format: str) -> None:
    assert detect(SourceFile(path, text), named=False).format == format


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.txt", "text"), ("a.md", "markdown"), ("a.html", "html"), ("<stdin>", "text"), ("a", "text")],
)
def test_a_page_that_was_asked_for_is_read(path: str, format: str) -> None:
    found = detect(SourceFile(path, "Hi there"))
    assert (found.format, found.sure) == (format, False)


def test_a_broken_file_is_broken_only_if_it_might_be_ours() -> None:
    with pytest.raises(SourceError, match="JSON"):
        detect(
            SourceFile("macros.json", '{"macros": [{"title": "a", "actions": [{"field": "b", "value": "c"}'),
            named=False,
        )
    assert detect(SourceFile("tsconfig.json", TSCONFIG), named=False).format is None


def test_a_misspelt_format_gets_a_hint() -> None:
    with pytest.raises(UsageError) as error:
        detect(SourceFile("a.json", "[]"), "zendesk-macro")
    assert error.value.hint == "did you mean zendesk-macros?"


def test_a_description_of_one_s_own_comes_first() -> None:
    own = {
        "our-tool": {
            "containers": ["json"],
            "records": "macros[*]",
            "signature": {"has": ["title", "actions[*].field"]},
            "fields": [{"text": "title"}],
        }
    }
    formats = Formats(load_platforms(), own)
    assert detect(SourceFile("a.json", json.dumps({"macros": [MACRO]})), formats=formats).format == "our-tool"


def test_a_wrong_description_is_the_user_s_mistake() -> None:
    formats = Formats({}, {"our-tool": {"containers": ["json"], "fields": [{"text": "a["}]}})
    with pytest.raises(ConfigError, match=r"our-tool.*a\["):
        formats.get("our-tool")
