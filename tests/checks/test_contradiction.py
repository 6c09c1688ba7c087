"""What the records of a library say differently."""

from collections.abc import Iterable

import pytest

from trustlint.cache import Cache
from trustlint.checks import Statement, contradiction
from trustlint.checks.across import disagreement, duplicates, hours, qualifiers
from trustlint.diagnostic import Confidence, Severity
from trustlint.examples import in_library
from trustlint.linter import Linter
from trustlint.packs import load_builtin
from trustlint.rule import ExampleRecord, Rule

LEXICON = load_builtin(Cache(None)).lexicon


def rule(about: str, **options: object) -> Rule:
    return Rule(
        "test", "one", "contradiction", Severity.warning, Confidence.medium, "{match} {other} {where}",
        options={"about": about, **options}, language="any" if about == "languages" else "en",
    )  # fmt: skip


def odd(about: str, *records: str | tuple[str, str] | dict[str, str], **options: object) -> list[str]:
    """What is underlined in a library of these texts, or titles and texts."""
    text, made = "", []
    for number, each in enumerate(records):
        said = each if isinstance(each, dict) else {"text": each} if isinstance(each, str) else {
            "title": each[0], "text": each[1]
        }  # fmt: skip
        own = said["text"]
        made.append(
            ExampleRecord(
                len(text),
                len(text) + len(own),
                number,
                said.get("title", ""),
                said.get("role", "body"),
                said.get("language"),
                said.get("kind", "macro"),
            )
        )
        text += own + "\n"
    linter = Linter([rule(about, **options)], LEXICON)
    return [match.span.of(text) for match in in_library(linter, text, tuple(made))]


@pytest.mark.parametrize(
    "records",
    [
        ("We reply within 24 hours.",),
        ("We reply within 24 hours.", "We reply within 1 day."),
        ("We reply within 24 hours.", "We reply within 1 business day."),
        ("We reply within 5 business days.", "We reply within 1 week."),
        ("We reply within 24 hours, and in any case we reply within 3 days.",),
        (("Chat", "We reply within 2 minutes."), ("E-mail", "We reply within 24 hours.")),
        ("We reply within 24 hours.", {"text": "We reply within 5 days.", "kind": "conversation"}),
        ("I'll reply within 2 hours.", "I'll reply within 2 days."),
        ("Refunds to cards take 5 days.", "Refunds by cheque take 15 days."),
        ("We reply within {{sla}} hours.", "We reply within 24 hours."),
        ("We usually reply within 4 hours.", "We reply within 24 hours."),
    ],
)
def test_deadlines_that_go_together(records: Iterable[str]) -> None:
    assert odd("deadlines", *records) == []


def test_most_records_are_right() -> None:
    assert odd("deadlines", "We reply within 3 days.", "We reply within 24 hours.", "We answer within 24 hours.") == [
        "within 3 days"
    ]


def test_of_two_the_first_counts() -> None:
    assert odd("deadlines", "We reply within 24 hours.", "We will respond within 3 business days.") == [
        "within 3 business days"
    ]


@pytest.mark.parametrize(
    "records",
    [
        ("You can return it within 30 days.", "You can return it within 30 days."),
        ("You can return it within 30 days.", "You can cancel it within 14 days."),
        (("Sale", "You can return it within 14 days."), ("Returns", "You can return it within 30 days.")),
        ("You can return it within 1 month.", "You can return it within 30 days."),
        ("The delivery fee is £5.", "The delivery fee is €7."),
        ("You can return it within 30 days.", "Our old return policy was 14 days."),
    ],
)
def test_policies_that_go_together(records: Iterable[str]) -> None:
    assert odd("policies", *records) == []


@pytest.mark.parametrize(
    ("one", "other", "underlined"),
    [
        ("You can return it within 30 days.", "Our 14-day return policy applies.", "14-day"),
        ("The return window is 30 days.", "You have two weeks to return it.", "two weeks"),
        (
            "Returns are accepted within 30 days.",
            "You may return the shoes within 28 business days.",
            "28 business days",
        ),
        ("The cancellation fee is £25.", "A £30 cancellation fee applies.", "£30"),
        ("Free delivery on orders over £50.", "We offer free delivery for orders above £60.", "£60"),
    ],
)
def test_policies_that_do_not(one: str, other: str, underlined: str) -> None:
    assert odd("policies", one, other) == [underlined]


def test_hours_of_other_days_channels_and_zones_go_together() -> None:
    week = "We are open Monday to Friday, 9:00-17:00"
    assert odd("hours", f"{week}.", "We are open on Saturday, 10:00-14:00.") == []
    assert odd("hours", f"{week} GMT.", "We are open Monday to Friday, 10:00-18:00 CET.") == []
    assert odd("hours", f"{week}.", "Your parcel comes between 9:00 and 13:00.") == []
    assert odd("hours", f"{week}.", "Our chat hours are 8:00-20:00.") == []
    assert odd("hours", f"{week}.", "To cancel, call us between 9 and 10am.") == []
    assert odd("hours", f"{week}.", "Call us between 9 and 10am if you want to cancel.") == []


def test_hours_that_differ() -> None:
    assert odd("hours", "We are open daily, 9 am to 5 pm.", "We are open daily, 9 am to 6 pm.") == ["9 am to 6 pm"]


def test_hours_are_held_against_the_settings() -> None:
    assert odd("hours", "We are open Monday to Friday, 9 am to 6 pm.", hours=["Mon-Fri 09:00-17:00"]) == [
        "9 am to 6 pm"
    ]
    assert odd("hours", "We are open Monday to Friday, 9 to 5 pm.", hours=["Mon-Fri 09:00-17:00"]) == []


def test_people_are_not_there_day_and_night() -> None:
    told = odd("round-the-clock", "We're here for you 24/7.", "You can log in 24/7.", hours=["Mon-Fri 09:00-17:00"])
    assert told == ["24/7"]
    assert odd("round-the-clock", "We're here for you 24/7.", hours=["24/7"]) == []


@pytest.mark.parametrize(
    "text", ["Mon-Fri 09:00-17:30", "9am-5pm", "24/7", "Sat 10:00-14:00", "Mon-Sun 8:00-20:00 GMT"]
)
def test_hours_as_settings_write_them(text: str) -> None:
    assert hours.parsed(text) is not None


@pytest.mark.parametrize("text", ["", "always", "Mon-Fri", "Mon-Fri nine to five", "09:00", "25:00-26:00"])
def test_what_is_no_hours(text: str) -> None:
    assert hours.parsed(text) is None


def test_times_in_other_languages() -> None:
    def texts(*said: tuple[str, str]) -> list[dict[str, str]]:
        return [{"title": "Refund", "kind": "translation", "language": tag, "text": text} for tag, text in said]

    en = ("en", "The money is back within 2 business days.")
    assert odd("languages", *texts(en, ("fr", "Vous serez remboursé sous 2 jours ouvrés."))) == []
    assert odd("languages", *texts(en, ("de", "Das dauert 48 Stunden."))) == []
    assert odd("languages", *texts(en, ("fr", "Vous serez remboursé sous 5 jours ouvrés."))) == ["5 jours"]


COPY = (
    "Thank you for the photos of the damage. I have passed them to the workshop, who will look at every one of them. "
)


def test_copies_that_promise_the_same_or_say_what_sets_them_apart() -> None:
    assert odd("near-duplicates", f"{COPY}We'll call within 2 days.", f"{COPY}We'll call within 2 days.") == []
    apart = (("Basic", f"{COPY}We'll call within 2 days."), ("Premium", f"{COPY}We'll call within 5 days."))
    assert odd("near-duplicates", *apart) == []


def test_copies_that_promise_differently() -> None:
    assert odd("near-duplicates", f"{COPY}We'll call within 2 days.", f"{COPY}We'll call within 5 days.") == [
        "within 5 days"
    ]


def test_sketches_of_texts_tell_how_alike_they_are() -> None:
    words = [f"word{number}" for number in range(60)]
    other = [*words[:50], *(f"other{number}" for number in range(10))]
    assert duplicates.sketch(words) == duplicates.sketch(list(words))
    same = sum(a == b for a, b in zip(duplicates.sketch(words), duplicates.sketch(other), strict=True))
    assert same >= duplicates.PARTS // 2
    assert not any(a == b >= 0 for a, b in zip(duplicates.sketch(words), duplicates.sketch(other[50:]), strict=True))


def test_words_that_set_apart() -> None:
    assert qualifiers.qualifiers("Delivery UK", "Express parcels") == ("express", "uk")
    assert qualifiers.qualifiers("We reply within 2 business days.", None) == ()


def test_statements_are_plain() -> None:
    """Facts are kept between runs: nothing but tuples, text, numbers and `None` may be in them."""
    found = contradiction.build(rule("deadlines"), LEXICON)
    from trustlint.prose import Prose

    statements = list(found.find(Prose.of_text("We reply within 24 hours.", LEXICON)))
    assert statements
    assert all(isinstance(each, Statement) and _is_plain(each.value) for each in statements)


def _is_plain(value: object) -> bool:
    if type(value) is tuple:
        return all(map(_is_plain, value))
    return value is None or type(value) in {str, int, float, bool}


def test_one_record_agrees_with_itself() -> None:
    assert list(disagreement.disagreements([], lambda fact: 0, lambda fact: 0, lambda one, other: True)) == []


def mail(subject: str, text: str) -> list[str]:
    """What is underlined in one record with a subject and a text."""
    whole = f"{subject}\n{text}"
    records = (ExampleRecord(0, len(subject), role="subject"), ExampleRecord(len(subject) + 1, len(whole)))
    return [match.span.of(whole) for match in in_library(Linter([rule("subject")], LEXICON), whole, records)]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your refund within 5 days", "Refunds take 3 to 5 days."),
        ("Your refund within 24 hours", "We refund you within 1 day."),
        ("Your refund within 24 hours", "You have 14 days to return the coat."),
        ("Your refund within 24 hours", "We reply to every letter within 3 days."),
        ("Your refund within 24 hours", "If the bank is slow, your refund takes 10 days."),
        ("Your refund within 24 hours", "Your refund is on its way within 24 hours. By cheque, refunds take 10 days."),
        ("Your refund request", "We are sorry that we can't refund this booking."),
        ("Is your refund on its way?", "We can't refund the postage."),
        ("Your refund has been approved", "Your refund has been approved and sent."),
        ("Reply within 24 hours", "Please reply within 2 days."),
        ("Your visit", "Refunds take 5 days."),
    ],
)
def test_subjects_that_say_what_their_texts_say(subject: str, text: str) -> None:
    assert mail(subject, text) == []


@pytest.mark.parametrize(
    ("subject", "text", "underlined"),
    [
        ("Your refund within 24 hours", "Refunds take 5-7 days.", "within 24 hours"),
        ("Your refund in 2 days", "Please allow 5 to 7 business days for your refund.", "in 2 days"),
        ("Your refund in 2 days", "Your refund will reach you in 10 days.", "in 2 days"),
        ("We reply within 2 hours", "We will reply to your message within 3 working days.", "within 2 hours"),
        ("Your refund has been approved", "We are unable to refund this order.", "Your refund has been approved"),
        ("Your refund: issued", "You have been credited as a gift card.", "Your refund: issued"),
        ("We've replaced your kettle", "A replacement is not possible.", "We've replaced"),
    ],
)
def test_subjects_that_promise_something_else(subject: str, text: str, underlined: str) -> None:
    assert mail(subject, text) == [underlined]
