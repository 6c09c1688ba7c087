"""The language of a text. First what must not be taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import Message, SourceFile
from trustlint.sources.languages import detected, keeps_locales, of_path, spoken
from trustlint.sources.read import read


@pytest.mark.parametrize(
    "text",
    ["", "Thanks!", "Order 12 shipped", "Dear Sir,", "Link zum Ticket", "SKU 4711 — 12 × 3", "La Paz", "Die in the"],
)
def test_too_little_says_nothing(text: str) -> None:
    assert detected(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "As per our terms we will refund you at once.",
        "No, it is not in our power to do so in time.",
        "The parcel to Rio de Janeiro is on its way, and so is your invoice.",
        "Die Zeit is the name of the magazine that you ordered from us.",
        "\ue001\ue001\ue001 we will send \ue000\ue000 to you as soon as it is in.",
    ],
)
def test_english_with_words_that_others_share_is_english(text: str) -> None:
    assert detected(text) in {"en", None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your refund is on its way, and you will have it within five days."),
        ("de", "Ihre Bestellung wird heute versandt. Wir melden uns bei Ihnen, wenn sie da ist."),
        ("fr", "Votre commande est en route. Nous vous remercions de votre patience."),
        ("es", "Su pedido está en camino. Le damos las gracias por su paciencia."),
        ("it", "Il tuo ordine è in viaggio. Ti scriviamo quando è arrivato nella tua città con il corriere."),
        ("pt", "O seu pedido já está a caminho. Agradecemos a sua paciência e não se preocupe."),
        ("nl", "Uw bestelling is onderweg. Wij laten het u weten zodra het pakket bij u is."),
        ("sv", "Din beställning är på väg och du får ett mejl när den har kommit till oss."),
        ("fi", "Tilauksesi on nyt matkalla, ja kun se on perillä, niin saat viestin. Kiitos!"),
        ("pl", "Twoje zamówienie jest już w drodze i zostanie dostarczone do domu na czas."),
        ("hu", "A csomag már úton van, és ha megérkezik, azt is meg kell írni az ügyfélnek."),
        ("cy", "Mae eich archeb ar y ffordd a bydd yn cyrraedd yn fuan. Diolch am eich amynedd."),
        ("el", "Η παραγγελία σας είναι καθ' οδόν."),
        ("ja", "ご注文の商品は本日発送されました。"),
        ("zh", "您的订单已经发货，请耐心等待。"),
        ("ko", "주문하신 상품이 발송되었습니다."),
        ("ru", "Ваш заказ уже в пути, мы скоро вернёмся с новостями."),
        ("und-Arab", "طلبك في الطريق إليك"),
    ],
)
def test_a_text_speaks_its_language(language: str, text: str) -> None:
    assert detected(text) == language


def test_danish_or_norwegian_is_not_english_anyway() -> None:
    assert detected("Din pakke er på vej, og vi skriver til dig, når den er kommet. Du får ikke en regning.") == "und"


@pytest.mark.parametrize(
    "path",
    [
        "refund.txt",
        "sign_in.html.erb",
        "templates/it/ticket.html",
        "src/is/valid.txt",
        "no/way.md",
        "a/b.c.txt",
        "macros.json",
        "exports/nl.json",
        "brands/de.csv",
    ],
)
def test_paths_that_name_no_language(path: str) -> None:
    assert of_path(path) is None


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("locales/de/mail.yml", "de"),
        ("config/locales/mail.de.yml", "de"),
        ("app/locale/en_US/template/email/new.html", "en-US"),
        ("mails/order/de-plain.html.twig", "de"),
        ("locale/it/app.po", "it"),
        ("i18n/messages_fr.properties", "fr"),
        ("lang/pt-BR.json", "pt-BR"),
        ("lang/nl.json", "nl"),
        ("exports/macros.nl.json", "nl"),
        ("cy/welcome.html", "cy"),
    ],
)
def test_paths_that_name_a_language(path: str, language: str) -> None:
    assert of_path(path) == language


def test_words_go_before_the_path() -> None:
    assert spoken("Your refund is on its way, and you will have it soon.", "mails/de/refund.txt") == "en"
    assert spoken("Rückerstattung", "mails/de/refund.txt") == "de"


def test_what_a_record_declares_goes_before_its_words() -> None:
    file = SourceFile("a.csv", "title,body,locale\na,Ihre Bestellung ist da und wir sind es auch.,fr\n")
    [message] = [each for each in read(file) if isinstance(each, Message)]
    assert message.language == "fr"


def test_where_languages_are_kept_apart() -> None:
    assert keeps_locales("app/locales/de.json")
    assert keeps_locales("de.json")
    assert not keeps_locales("src/data.json")


@given(st.text(max_size=200))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detected(text) is None or detected(text)
