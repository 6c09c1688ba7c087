"""The formats that are no JSON: whatever a text says, it is read whole and every character leads to its place."""

import html
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import Message, SourceFile
from trustlint.sources.read import read
from trustlint.span import Span

WORDS = st.lists(st.text(alphabet="abé'\"&<>]/😀—€\u2028", min_size=1, max_size=6), max_size=8).map(
    lambda words: " ".join(["x", *words, "y"])
)


def odoo(body: str) -> str:
    return f"""<odoo><data><record id="a" model="mail.template"><field name="name">always</field>
<field name="body_html" type="html"><p>{body}</p><t t-set="a" t-value="1"/></field></record></data></odoo>"""


def odoo_escaped(body: str) -> str:
    return f"""<odoo><record id="a" model="mail.template">
<field name="body_html">{html.escape(f"<p>{body}</p>")}</field></record></odoo>"""


def canned(body: str) -> str:
    return f"""<odoo><record id="a" model="mail.canned.response"><field name="source">always</field>
<field name="substitution">{body}</field></record></odoo>"""


def salesforce(body: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<EmailTemplate xmlns="http://soap.sforce.com/2006/04/metadata"><available>true</available>
<description>always</description><textOnly>{body}</textOnly></EmailTemplate>"""


@pytest.mark.parametrize("write", [odoo, canned, salesforce, odoo_escaped])
@given(text=WORDS)
def test_xml(write: Callable[[str], str], text: str) -> None:
    written = write(html.escape(text).replace("é", "&#233;"))
    (found,) = (each for each in read(SourceFile("data.xml", written), named=False) if isinstance(each, Message))
    assert found.text == text
    for at, char in enumerate(text):
        source = found.in_file(Span(at, at + 1)).of(written)
        assert char in (html.unescape(source), html.unescape(html.unescape(source)))


def quoted(body: str) -> str:
    escaped = body.replace("\\", "\\\\").replace('"', '\\"')
    return f"""resource "zendesk_macro" "a" {{
  action {{
    field = "comment_value_html"
    value = "{escaped}"
  }}
}}
"""


def heredoc(body: str) -> str:
    return f"""resource "zendesk_macro" "a" {{
  actions = [{{
    field = "comment_value_html"
    value = <<-EOT
      {body}
    EOT
  }}]
}}
"""


@pytest.mark.parametrize("write", [quoted, heredoc])
@given(text=WORDS)
def test_terraform(write: Callable[[str], str], text: str) -> None:
    written = write(f"<p>{html.escape(text)}</p>")
    (found,) = (each for each in read(SourceFile("macros.tf", written), named=False) if isinstance(each, Message))
    assert found.text == text
    for at, char in enumerate(text):
        assert html.unescape(found.in_file(Span(at, at + 1)).of(written)) == char
