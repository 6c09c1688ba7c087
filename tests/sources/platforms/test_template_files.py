"""Files of templates: which are read unasked, as what, and that nothing of their code is text."""

import pytest

from trustlint.config import Settings
from trustlint.discover import targets
from trustlint.errors import SourceError
from trustlint.message import Message, Omission, SourceFile
from trustlint.reading import Reader
from trustlint.sources.detect import detect
from trustlint.sources.read import read
from trustlint.span import Span

LETTER = "Hi there,\n\nyour refund is on its way to you.\n"
PAGE = "<html><body><p>Your refund is on its way to you.</p></body></html>"


def messages(path: str, text: str) -> list[Message]:
    return [each for each in read(SourceFile(path, text)) if isinstance(each, Message)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("roles/web/templates/nginx.conf.j2", LETTER),
        ("roles/mail/templates/main.cf.j2", LETTER),
        ("roles/mail/files/aliases.yml.erb", LETTER),
        ("app/views/users/show.html.erb", PAGE),
        ("sections/header.liquid", PAGE),
        ("src/components/modal.hbs", PAGE),
        ("templates/base.html.twig", PAGE),
        ("tests/test_email/data/msg_01.txt", LETTER),
        ("emails/requirements.txt", "you==1.0\nour>=2\n"),
        ("emails/README.txt", LETTER),
        ("docs/email.html", PAGE),
        ("docs/guide.md", "---\ntitle: Guide\ndescription: How to\n---\nHi there, we always reply."),
    ],
)
def test_not_every_template_is_a_mail(path: str, text: str) -> None:
    assert detect(SourceFile(path, text), named=False).format is None


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("emails/refund.liquid", "liquid"),
        ("notifications/emails/refund.hbs", "handlebars"),
        ("emails/refund.mustache", "handlebars"),
        ("app/views/order_mailer/refund.html.erb", "erb"),
        ("app/views/orders/refund.text.erb", "erb"),
        ("mails/refund/en-plain.html.twig", "twig"),
        ("mails/order.state.refunded.twig", "twig"),
        ("templates/email/refund.txt.j2", "jinja"),
        ("emails/refund.njk", "jinja"),
        ("resources/views/emails/refund.blade.php", "blade"),
        ("templates/email/default/refund.tt2", "template-toolkit"),
        ("mails/en/refund.tpl", "smarty"),
        ("app/locale/en_US/template/email/sales/refund.html", "html"),
        ("communication/emails/commtype_refund_body.txt", "text"),
        ("default_email_templates/refund.html", "html"),
        ("canned-responses/refund.txt", "text"),
    ],
)
def test_templates_among_mails(path: str, format: str) -> None:
    text = PAGE if path.endswith("l") and "plain" not in path else LETTER
    assert detect(SourceFile(path, text), named=False).format == format


def test_mjml_needs_no_place() -> None:
    text = (
        "<mjml><mj-head><mj-title>Refund</mj-title><mj-preview>On its way</mj-preview><mj-style>.a { color: red }"
        "</mj-style><mj-attributes><mj-all font-family='Arial'/></mj-attributes></mj-head><mj-body><mj-section>"
        "<mj-column><mj-text css-class='x'>Hi {{ name }},<br>soon.</mj-text><mj-button href='#'>Track it</mj-button>"
        "<mj-image src='a.png' alt='A parcel'/></mj-column></mj-section></mj-body></mjml>"
    )
    assert detect(SourceFile("a.mjml", text), named=False).format == "mjml"
    body, alt = messages("a.mjml", text)
    assert body.text.split("\n\n") == ["Refund", "On its way", "Hi {{ name }},\nsoon.", "Track it"]
    assert (alt.role, alt.text) == ("attribute", "A parcel")


@pytest.mark.parametrize("path", ["a-plain.html.twig", "a.text.erb", "a.txt.j2", "a_text.blade.php", "a.liquid"])
def test_plain_text_keeps_its_lines(path: str) -> None:
    assert messages(path, "Hi,\n  we <care>\n")[0].text == "Hi,\n  we <care>\n"


@pytest.mark.parametrize(
    ("path", "text", "seen", "unseen"),
    [
        (
            "a.html.erb",
            '<p><%= link_to "Track your parcel", track_url(id: "no text here") %></p>',
            ["Track your parcel"],
            ["no text here"],
        ),
        ("a.html.erb", '<p>Hi <%= "(#{raw(item.name)})" if item %></p>', [], ["raw", "item"]),
        (
            "a.html.erb",
            "<% # we're here\n note = _('It is on its way') %><p>Hi <%= note %></p>",
            ["It is on its way"],
            ["we're"],
        ),
        (
            "a.twig",
            "<p>{{ 'It is on its way'|trans }} {{ url('x', { 'someKey': order.code }) }}</p>",
            ["It is on its way"],
            ["someKey"],
        ),
        ("a.html", "<p>{% trans 'It is on its way' %} {% url 'no:text here' %}</p>", ["It is on its way"], ["no:text"]),
        (
            "a.blade.php",
            "<p>{{ __('It is on its way') }}@action('some.hook', $a, 'no text')</p>",
            ["It is on its way"],
            ["hook", "no text"],
        ),
        ("a.blade.php", "<p>Hi @php $note = 'no text here'; @endphp there</p>", ["Hi"], ["no text", "note", "endphp"]),
        (
            "a.tt2",
            "[% p_style = 'color: red; margin: 0';\n footer = 'It is on its way' _ x;\n PROCESS 'a.html' %]<p>Hi</p>",
            ["It is on its way", "Hi"],
            ["color"],
        ),
        (
            "a.tt2",
            "<p>[% private ? 'item_private_text' : loc('It is on its way') %]</p>",
            ["It is on its way"],
            ["item_private_text"],
        ),
        ("a.mjml.twig", "<mjml><mj-text>{% if a %}Hi {firstname}{% endif %}</mj-text></mjml>", ["Hi"], ["firstname"]),
    ],
)
def test_of_code_only_what_is_read_is_text(path: str, text: str, seen: list[str], unseen: list[str]) -> None:
    read_words = " ".join(without_slots(message) for message in messages(path, text))
    assert [each for each in seen if each not in read_words] == []
    assert [each for each in unseen if each in read_words] == []


def without_slots(message: Message) -> str:
    pieces, at = [], 0
    for slot in message.placeholders:
        pieces += [message.text[at : slot.span.start], *(each.of(message.text) for each in slot.fallbacks)]
        at = slot.span.end
    return " ".join([*pieces, message.text[at:]])


def test_subjects() -> None:
    magento = '<!--@subject Your refund {{var order.id}} @-->\n<!--@vars {"a": "no"} @-->\n<p>It is here.</p>'
    assert [(each.role, each.text) for each in messages("a.html", magento)] == [
        ("subject", "Your refund {{var order.id}}"),
        ("body", "It is here."),
    ]
    assert [each.role for each in messages("a.tt2", "Subject: Your refund\n\nIt is here.\n")] == ["subject", "body"]
    assert [each.role for each in messages("commtype_refund_subject.txt", "Your refund\n")] == ["subject"]


def test_postmark_and_sendgrid() -> None:
    meta = '{"Alias": "r", "Subject": "Your {{x}}", "TemplateType": "Standard", "TestRenderModel": {"x": "no"}}'
    assert [each.text for each in messages("templates/r/meta.json", meta)] == ["Your {{x}}"]
    version = '{"template_id": "d", "active": %d, "subject": "Hi", "html_content": "<p>There</p>", "test_data": "no"}'
    sendgrid = '{"templates": [{"versions": [' + version % 1 + "," + version % 0 + "]}]}"
    assert [each.text for each in messages("templates.json", sendgrid)] == ["Hi", "There"]


def test_templates_directly_in_a_named_folder_are_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, text in {
        "refund.liquid": PAGE,
        "refund.txt.j2": LETTER,
        "nginx.conf.j2": LETTER,
        "below/refund.liquid": PAGE,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    reader = Reader(Settings())
    found = []
    for target in targets([str(tmp_path)]):
        assert not isinstance(target, SourceError)
        if any(not isinstance(each, Omission | SourceError) for each in reader.file(target)):
            found.append(target.path.rpartition("/")[2])
    assert found == ["refund.liquid", "refund.txt.j2"]


@pytest.mark.parametrize(
    "name", ["new-order-notification.liquid", "admin-new-order.html", "fulfillment-request-2.liquid"]
)
def test_a_mail_whose_name_says_that_it_goes_to_the_shop(name: str) -> None:
    (left_out,) = read(SourceFile(f"emails/{name}", "<p>We always ship.</p>"))
    assert isinstance(left_out, Omission)
    assert "goes to the shop" in left_out.reason


def test_a_mail_to_customers_about_an_order_is_read():
    for name in ("new-order.liquid", "order-notification.liquid", "my-new-order-notification.liquid"):
        assert isinstance(next(iter(read(SourceFile(f"emails/{name}", "<p>We ship.</p>")))), Message)


def test_hubspot_says_at_the_top_what_a_template_is_for():
    page = "<!--\n  templateType: {}\n  label: Refund confirmed\n-->\n<p>We always pay.</p>"
    (mail,) = read(SourceFile("templates/a.html", page.format("email")), named=False)
    assert isinstance(mail, Message)
    assert (mail.record.title, mail.text) == ("Refund confirmed", "We always pay.")
    (left_out,) = read(SourceFile("emails/a.html", page.format("page")))
    assert isinstance(left_out, Omission)


@pytest.mark.parametrize("name", ["new_reply_to_agent.html", "order.to-staff.html.erb", "alert_to_admins.twig"])
def test_a_mail_whose_name_says_that_it_goes_to_agents(name: str) -> None:
    (found,) = read(SourceFile(f"templates/emails/{name}", "<p>A customer has answered.</p>"))
    assert isinstance(found, Omission)
    assert "to agents" in found.reason


def test_of_a_text_to_translate_nothing_of_the_call_is_read() -> None:
    value = "<p>{{ __('We are late, :name', ['name' => $a]) }} {{ trans(\"It's on its way\") }}</p>"
    (found,) = read(SourceFile("emails/a.blade.php", value))
    assert isinstance(found, Message)
    assert found.text == "We are late, :name It's on its way"
    assert found.in_file(Span(3, 11)).of(value) == "are late"
