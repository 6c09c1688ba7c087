"""Translations: what nobody is sent, what no translator finished and what is for translators stays out."""

import json
from typing import Any

import pytest

from trustlint.message import Message, Omission, SourceFile
from trustlint.sources.detect import detect
from trustlint.sources.read import read

CATALOGUE = """\
msgid ""
msgstr ""
"Language: de\\n"

#: app/views/order_mailer/refund.html.erb:3
msgid "Hi %(name)s"
msgstr "Hallo %(name)s"

#, fuzzy
msgid "Soon"
msgstr "Bald"

msgctxt "mail"
msgid "One <b>day</b>"
msgid_plural "Many days"
msgstr[0] "Ein <b>Tag</b>"
msgstr[1] "Viele Tage"

msgid "Later"
msgstr ""

#~ msgid "Never"
#~ msgstr "Nie"
"""


def found(path: str, data: Any, **options: Any) -> tuple[list[str], list[str]]:
    """What is read, and why something is not."""
    each = list(read(SourceFile(path, data if isinstance(data, str) else json.dumps(data)), **options))
    texts = [one.text for one in each if isinstance(one, Message)]
    return texts, [one.reason for one in each if isinstance(one, Omission)]


def test_what_is_for_translators_is_not_read():
    units = {
        "emails.refund": {"defaultMessage": "We pay.", "description": "never", "id": "never"},
        "emails.late": {"message": "It is late.", "description": "never", "placeholders": {"a": {"content": "never"}}},
        "emails.product": {"description": "A text of its own."},
    }
    assert found("locales/en.json", units)[0] == ["We pay.", "It is late.", "A text of its own."]


def test_json_catalogues_have_texts_with_links_tags_and_plurals():
    texts = {
        "emails": {
            "a": "<1>Hi</1> {{name}}, $t(common.sorry) {'@'}",
            "b": "{n, plural, one {A day} other {# days}} late.",
            "c": "Due :due_date at 10:30.",
        }
    }
    each = [one for one in read(SourceFile("locales/en.json", json.dumps(texts))) if isinstance(one, Message)]
    assert [one.text for one in each] == [
        "Hi {{name}}, $t(common.sorry) @",
        "A day late.",
        "# days late.",
        "Due :due_date at 10:30.",
    ]
    assert [(slot.name, slot.kind) for slot in each[-1].placeholders] == [("due_date", "date")]


def languages(path: str, data: Any) -> set[str | None]:
    each = read(SourceFile(path, data if isinstance(data, str) else json.dumps(data)))
    return {one.language for one in each if isinstance(one, Message)}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("package.json", {"name": "a", "description": "We always ship"}),
        ("config/settings.yml", "id:\n  emails:\n    subject: We always ship\n"),
        ("data.json", {"emails": {"subject": "We always ship"}}),
        ("app.properties", "mail.subject=We always ship\n"),
        ("po/de.po", CATALOGUE.replace("order_mailer", "orders").replace('"mail"', '"x"')),
    ],
)
def test_what_is_no_translation_for_customers(path: str, data: Any) -> None:
    text = data if isinstance(data, str) else json.dumps(data)
    assert detect(SourceFile(path, text), named=False).format is None


def test_a_gettext_catalogue() -> None:
    assert found("de.po", CATALOGUE) == (
        ["Hallo %(name)s", "Ein Tag", "Viele Tage"],
        ["the translation is fuzzy and not used"],
    )
    assert languages("de.po", CATALOGUE) == {"de"}
    assert detect(SourceFile("de.po", CATALOGUE), named=False).format == "gettext"


def test_a_gettext_template_is_read_in_its_own_words() -> None:
    template = (
        '#: mailer.rb:1\nmsgid "Hi %s"\nmsgstr ""\n\nmsgid "A day"\nmsgid_plural "Days"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    assert found("app.pot", template) == (["Hi %s", "A day", "Days"], [])


RAILS = """\
de:
  order_mailer:
    refund:
      subject: "Erstattung %{number}"
      body_html: "<p>Wir <b>erstatten</b> es.</p>"
    items: {one: "%{count} Teil", other: "%{count} Teile"}
  admin: {save: Sichern, more: {cancel: Abbrechen}}
"""


def test_rails_translations() -> None:
    texts, reasons = found("config/locales/de.yml", RAILS)
    assert texts == ["Erstattung %{number}", "Wir erstatten es.", "%{count} Teil", "%{count} Teile"]
    assert reasons == ["2 texts whose keys do not say that customers read them; --input-format rails-i18n reads all"]
    assert languages("config/locales/de.yml", RAILS) == {"de"}
    assert found("config/locales/de.yml", RAILS, format="rails-i18n")[0][-2:] == ["Sichern", "Abbrechen"]


def test_a_file_of_mails_needs_no_keys_that_say_so() -> None:
    assert found("locales/de/emails.json", {"refund": {"subject": "Hallo {{name}}"}})[0] == ["Hallo {{name}}"]
    assert found("locales/de.json", {"save": "Sichern", "emails": {"hi": "Hallo"}}) == (
        ["Hallo"],
        ["1 text whose key does not say that customers read it; --input-format json-i18n reads all"],
    )


def test_arb() -> None:
    data = {"@@locale": "en", "@@context": "no", "hi": "Hi {name}", "@hi": {"description": "for translators"}}
    for path in ("app_en.arb", "data.json"):
        assert found(path, data) == (["Hi {name}"], [])


def test_properties_and_string_tables() -> None:
    assert found("messages_de.properties", "order.mailer.subject=Wir senden {0}\nadmin.save=Sichern\n")[0] == [
        "Wir senden {0}"
    ]
    assert found("de.lproj/Mail.strings", '"emails.subject" = "Wir senden %@";\n"save" = "Sichern";\n')[0] == [
        "Wir senden %@"
    ]


XLIFF = """\
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="de"><body><group>
<trans-unit id="a" resname="refund"><source>Hi <x id="1" equiv-text="{{name}}"/></source>
<target>Hallo <x id="1" equiv-text="{{name}}"/>, <g id="2">immer</g> <bpt id="3">&lt;b></bpt>gratis</target>
<note>NO</note><alt-trans><target>NO</target></alt-trans></trans-unit></group>
<trans-unit id="b"><source>Only here</source></trans-unit>
<trans-unit id="c" translate="no"><source>NO</source></trans-unit>
<trans-unit id="d"><source>NO</source><target state="needs-translation">NO</target></trans-unit>
</body></file></xliff>
"""


def test_xliff() -> None:
    each = [one for one in read(SourceFile("a.xlf", XLIFF)) if isinstance(one, Message)]
    assert {(one.language, one.text) for one in each} == {
        ("en", "Only here"),
        ("de", 'Hallo <x id="1" equiv-text="{{name}}"/>, immer gratis'),
    }
    [slot] = next(one for one in each if one.language == "de").placeholders
    assert (slot.kind, slot.name) == ("name", "name")


def test_xliff_2() -> None:
    text = (
        '<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u"><notes><note>NO</note></notes>'
        '<segment><source>Hi</source><target>Salut <ph id="1" equiv="NAME"/> toi</target></segment></unit></file>'
        "</xliff>"
    )
    [message] = [one for one in read(SourceFile("a.xliff", text)) if isinstance(one, Message)]
    assert (message.language, message.text) == ("fr", 'Salut <ph id="1" equiv="NAME"/> toi')
