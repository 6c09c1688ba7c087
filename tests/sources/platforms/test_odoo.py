"""Odoo's data files: mails and canned responses among everything else that a module brings."""

import pytest

from trustlint.message import Message, Omission, SourceFile
from trustlint.sources.read import read
from trustlint.span import Span

MAIL = """<{root}>{open}
    <record id="refund" model="mail.template">
        <field name="name">We always win</field>
        <field name="email_from">{{{{ object.always }}}}</field>
        <field name="description">We always win</field>
        <field
            name="subject"
        >About {{{{ object.name }}}}</field>
        <field name="body_html" type="html">
            <p
            >Dear <t t-out="object.partner_id.name">We Always</t>, it&#8217;s
                <strong>done</strong>.</p>
        </field>
    </record>
{close}</{root}>"""


@pytest.mark.parametrize(
    ("root", "opens", "closes"),
    [("odoo", "", ""), ("odoo", '<data noupdate="1">', "</data>"), ("data", "", ""), ("openerp", "<data>", "</data>")],
)
def test_mails_wherever_they_stand(root: str, opens: str, closes: str) -> None:
    found = list(read(SourceFile("data.xml", MAIL.format(root=root, open=opens, close=closes)), named=False))
    said = [each for each in found if isinstance(each, Message)]
    assert [(each.role, each.text) for each in said] == [
        ("subject", "About {{ object.name }}"),
        ("body", "Dear {{ object.partner_id.name }}, it’s done."),
    ]
    assert said[0].record.id == "refund"
    assert not any("lways" in each.text for each in said)
    assert [each.reason for each in found if isinstance(each, Omission)] == ["the description is for administrators"]


def test_a_word_is_underlined_where_it_stands_behind_samples_and_entities() -> None:
    text = MAIL.format(root="odoo", open="", close="")
    *_, body = (each for each in read(SourceFile("data.xml", text)) if isinstance(each, Message))
    at = body.text.index("done")
    assert body.in_file(Span(at, at + 4)).of(text) == "done"


def test_alternatives_are_read_one_by_one() -> None:
    text = """<odoo><record model="mail.template" id="a"><field name="body_html" type="html"><p>Hi.</p>
    <p t-if="object.late">It is late.</p><p t-else="">It is here.</p></field></record></odoo>"""
    assert [each.text.split() for each in read(SourceFile("data.xml", text)) if isinstance(each, Message)] == [
        ["Hi.", "It", "is", "late."],
        ["Hi.", "It", "is", "here."],
    ]


def test_older_templates_have_lines_of_code() -> None:
    text = """<odoo><record model="mail.template" id="a"><field name="body_html"><![CDATA[
% set promise = object.promise
<p>Hi ${object.name},</p>
% if object.late:
<p>It is late.</p>
% endif
]]></field></record></odoo>"""
    said = [each for each in read(SourceFile("data.xml", text)) if isinstance(each, Message)]
    assert said[0].text.split() == ["Hi", "${object.name},", "It", "is", "late."]
    assert "promise" not in "".join(each.text for each in said)


@pytest.mark.parametrize("to", ["partner_to", "email_to"])
@pytest.mark.parametrize("whom", ["{{ object.user_id.email_formatted }}", "${object.user_id.partner_id.id}"])
def test_what_goes_to_the_person_in_charge_is_left_out(to: str, whom: str) -> None:
    text = f"""<odoo><record id="a" model="mail.template"><field name="{to}">{whom}</field>
<field name="subject">It is yours</field>
<field name="body_html" type="html"><p>The ticket is yours.</p></field></record></odoo>"""
    found = list(read(SourceFile("data.xml", text), named=False))
    assert [each.reason for each in found if isinstance(each, Omission)] == ["it goes to the person in charge"] * 2
    assert len(found) == 2
    customer = text.replace("user_id", "partner_id")
    assert len([each for each in read(SourceFile("data.xml", customer)) if isinstance(each, Message)]) == 2
