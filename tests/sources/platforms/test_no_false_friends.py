"""Files that look a little like an export of a help desk, a CRM or an ERP, and are none: nothing of them is read."""

import json
from typing import Any

import pytest

from trustlint.message import Message, SourceFile
from trustlint.sources.read import read

POM = """<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0"><name>mail.template</name><description>We always build</description>
<dependencies><dependency><groupId>a</groupId></dependency></dependencies></project>"""
CSPROJ = '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Description>Always</Description></PropertyGroup></Project>'
PLIST = '<?xml version="1.0"?><plist version="1.0"><dict><key>name</key><string>We always win</string></dict></plist>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>Always</title><text>Guaranteed</text></svg>'
MANIFEST = """<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="a.b">
<application android:label="We always ship"/></manifest>"""
ODOO_VIEW = """<odoo><record id="v" model="ir.ui.view"><field name="name">mail.template.form</field>
<field name="arch" type="xml"><form><field name="subject">Always</field></form></field></record></odoo>"""
ODOO_COMMENT = """<odoo><!-- model="mail.template" --><record id="a" model="res.partner">
<field name="name">We always win</field></record></odoo>"""
SALESFORCE_OBJECT = """<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>EmailTemplate</label>
<description>We always win</description></CustomObject>"""
NO_SALESFORCE = "<EmailTemplate><subject>Always</subject><textOnly>Guaranteed</textOnly></EmailTemplate>"
TERRAFORM = """resource "aws_instance" "zendesk_macro" {
  content = "We always ship"
  action {
    field = "a"
    value = "We always ship"
  }
}
"""
OPENAPI = {
    "openapi": "3.0.0",
    "paths": {
        "/shortcuts": {
            "get": {"responses": {"200": {"example": [{"shortcut": "a", "text": "always", "scope": "global"}]}}}
        },
        "/templates": {"get": {"example": {"attributes": {"type": "EmailTemplate"}, "Subject": "s", "Body": "always"}}},
    },
}
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "properties": {
        "doctype": {"const": "Email Template"},
        "templateid": {"type": "string"},
        "body": {"type": "string"},
        "Message": {"type": "string"},
        "attributes": {"type": "QuickText"},
    },
}
LOCK = {"name": "a", "lockfileVersion": 3, "packages": {"": {"keywords": "always", "content": "x", "name": "y"}}}
PACKAGE = {"name": "a", "keywords": ["always"], "scripts": {"content": "x"}, "message": "always"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pom.xml", POM),
        ("app.csproj", CSPROJ),
        ("app.xml", CSPROJ),
        ("Info.plist", PLIST),
        ("info.xml", PLIST),
        ("logo.svg", SVG),
        ("logo.xml", SVG),
        ("AndroidManifest.xml", MANIFEST),
        ("views.xml", ODOO_VIEW),
        ("partners.xml", ODOO_COMMENT),
        ("Thing__c.object-meta.xml", SALESFORCE_OBJECT),
        ("templates.xml", NO_SALESFORCE),
        ("main.tf", TERRAFORM),
        ("variables.tf", 'variable "zendesk_macro" {\n  description = "We always ship"\n}\n'),
        ("contact.email", "Hi there,\n\nwe always answer.\n"),
        (".github/label-actions.yml", "name: Label\non: issues\njobs:\n  comment:\n    steps:\n      - run: always\n"),
        ("docker-compose.yml", "services:\n  web:\n    comment: We always answer\n"),
    ],
)  # fmt: skip
def test_a_file_of_something_else(path: str, text: str) -> None:
    assert [found for found in read(SourceFile(path, text), named=False) if isinstance(found, Message)] == []


@pytest.mark.parametrize(
    "data",
    [
        OPENAPI,
        SCHEMA,
        LOCK,
        PACKAGE,
        {"compilerOptions": {"name": "x", "message": "always", "scope": "all", "options": "a"}},
        # The same words, but not what makes a format.
        [{"shortcut": "ctrl+a", "text": "Always", "scope": "editor"}],
        [{"name": "a", "message": "Always", "options": "x", "scope": "project"}],
        {"draft": {"text": "Always", "blocks": 3}, "actions": []},
        {"replies": [{"id": 1, "title": "a", "content": "Always"}]},
        [{"title": "a", "body": "Always", "locale": "en"}],
        [{"attributes": {"type": "Account"}, "Subject": "Always", "Body": "Always"}],
        [{"attributes": {"type": "FeedItem"}, "Message": "Always"}],
        [{"doctype": "Notification", "subject": "Always", "message": "Always"}],
        [{"name": "a", "message": "Always", "level": "error"}],
        {"data": {"viewer": {"repositories": {"nodes": [{"title": "savedReplies", "body": "Always"}]}}}},
        {"value": [{"id": 1, "title": "a", "body": "Always"}]},
        {"data": [{"type": "article", "id": "1", "attributes": {"title": "a", "body": "Always", "blocks": []}}]},
    ],
)
def test_data_of_something_else(data: Any) -> None:
    for path in ("data.json", "data.yaml"):
        found = read(SourceFile(path, json.dumps(data)), named=False)
        assert [each for each in found if isinstance(each, Message)] == []


# What has no confirmed shape is read when it is described, not when it is met.


def test_a_wrapped_list_of_rocket_chat_is_not_guessed() -> None:
    wrapped = {"cannedResponses": [{"shortcut": "a", "text": "always", "scope": "global"}], "count": 1, "success": True}
    (found,) = read(SourceFile("replies.json", json.dumps(wrapped)), named=False)
    assert not isinstance(found, Message)
