"""Salesforce's templates as files: two by two, one with the text and one that says what it is."""

from pathlib import Path

import pytest

from trustlint.message import Message, Omission
from trustlint.sources import decoding
from trustlint.sources.read import read

META = """<?xml version="1.0" encoding="UTF-8"?>
<EmailTemplate xmlns="http://soap.sforce.com/2006/04/metadata">
    <available>{available}</available><description>We always promise</description><encodingKey>ISO-8859-1</encodingKey>
    <name>Refund</name><subject>Refund &amp; more</subject><textOnly>It&apos;s on its way.</textOnly><type>text</type>
</EmailTemplate>
"""
LETTER = """<table><tr><td tEditID="c1r1" locked="0" >
<![CDATA[{}]]></td></tr><tr><td>
<![CDATA[<p>Acme</p>]]></td></tr></table>"""
VISUALFORCE = """<messaging:emailTemplate subject="Hi" recipientType="Contact"><messaging:htmlEmailBody>
<p>Dear <apex:outputText value="{!recipient.Name}"/>!</p></messaging:htmlEmailBody></messaging:emailTemplate>"""


def pair(folder: Path, body: str, available: str = "true") -> Path:
    path = folder / "Refund.email"
    path.write_text(body, encoding="utf-8")
    path.with_name("Refund.email-meta.xml").write_text(META.format(available=available), encoding="utf-8")
    return path


def texts(path: Path, *, named: bool = False, include_inactive: bool = False) -> list[str]:
    found = read(decoding.read(str(path)), named=named, include_inactive=include_inactive)
    return [each.text for each in found if isinstance(each, Message)]


def test_a_template_that_is_not_available_is_left_out_in_both_files(tmp_path: Path) -> None:
    body = pair(tmp_path, "We always pay.", available="false")
    for path in (body, body.with_name("Refund.email-meta.xml")):
        (found,) = read(decoding.read(str(path)))
        assert isinstance(found, Omission)
        assert found.reason == "the template is not available"
    assert texts(body, include_inactive=True) == ["We always pay."]


def test_a_text_without_the_other_file_is_only_read_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "Refund.email"
    path.write_text("We always pay.", encoding="utf-8")
    assert texts(path) == []
    assert texts(path, named=True) == ["We always pay."]


@pytest.mark.parametrize("broken", ["", "<EmailTemplate", "\xff"])
def test_a_broken_file_beside_it_changes_nothing(tmp_path: Path, broken: str) -> None:
    path = pair(tmp_path, "We always pay.")
    path.with_name("Refund.email-meta.xml").write_text(broken, encoding="latin-1")
    assert texts(path) == ["We always pay."]


def test_descriptions_are_not_read(tmp_path: Path) -> None:
    meta = pair(tmp_path, "").with_name("Refund.email-meta.xml")
    assert texts(meta) == ["Refund & more", "It's on its way."]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Dear {!Contact.Name},\n\nbye.\n", "Dear {!Contact.Name},\n\nbye.\n"),
        ("<p>Dear {!Contact.Name},</p><p>bye&nbsp;now.</p width='4'>", "Dear {!Contact.Name},\n\nbye\xa0now."),
        (LETTER.format("Dear <b>you</b>,<div><br></div>bye"), "Dear you,\n\nbye\n\nAcme"),
        (VISUALFORCE, "Hi\n\nDear {!recipient.Name}!"),
    ],
)
def test_bodies(tmp_path: Path, body: str, read: str) -> None:
    assert texts(pair(tmp_path, body)) == [read]
