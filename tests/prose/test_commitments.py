"""What a message promises, and what only sounds like a promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import Placeholder
from trustlint.prose import Prose
from trustlint.prose.commitments import Commitment, commitments, needs_date
from trustlint.span import Span


def found(text: str) -> list[Commitment]:
    return commitments(Prose.of_text(text))


def one(text: str) -> Commitment:
    (commitment,) = found(text)
    return commitment


def undated(text: str) -> list[str]:
    return [each.span.of(text) for each in found(text) if needs_date(each)]


@pytest.mark.parametrize(
    "text",
    [
        # negation
        "We will not share your number with the driver.",
        "We can't promise that the piano tuner will come on Friday.",
        # quotation and report
        'You wrote: "The office said we will call you by noon."',
        "You were told that we would phone you on Monday.",
        # questions
        "Will you be at home on Tuesday?",
        "Shall I book the fitting for Friday?",
        # courtesy and offers
        "I'd be happy to help with the tiles.",
        "We'd love to have you back.",
        "Let us know if the key sticks.",
        "We look forward to seeing you on Saturday.",
        "Hope to see you soon!",
        # done acts
        "I have refunded the deposit to your card.",
        "We've mended the zip.",
        "I have passed your suggestion to the chef.",
        "We appreciate your feedback, and we will pass it on to the chef.",
        "I'm escalating this feedback to the chef.",
        "I am escalating the leak to the landlord to prevent floods.",
        "Please give us the day on which the request was raised.",
        "Your concerns are being taken seriously.",
        "I'm only relaying what the driver said.",
        # what is given in the same breath
        "I'll send you the number: 7-7-4.",
        # wishes and costs
        "We hope to restore your trust in trams.",
        "We will cover the fare.",
        # standing policy, habit, ability
        "We will never ask for your PIN.",
        "We always wash the towels twice.",
        "We can post it if you like.",
        # things and their owners
        "The boiler will restart by itself.",
        "The lamp will flash twice.",
        "Your trial will end in 3 days.",
        "Your plan will renew on 1 June.",
        "The pool will be closed on Monday.",
        "Our office opens on Monday.",
        # the customer's own moves and rights
        "You have 30 days to return it.",
        "You will be charged at checkout.",
        "You will be able to log in.",
        "You will need your passport.",
        "Please reply within 3 days.",
        "Return the skates within 14 days for a refund.",
        "You can cancel until 12 May.",
        # needs, and what we will not do
        "We'll need the serial number.",
        "I'll walk you through it below.",
        "We will miss you.",
        "I'm going to ask you three questions.",
        "We hope to retain you as a tenant.",
        # what others told, and what was
        "The carrier has confirmed that it left the port.",
        "They have assured me that they will bake it by noon.",
        "The supplier has estimated that the tiles will arrive within 3 days.",
        "I have confirmed that the ferry sails on 3 June.",
        "I have found a payment of 12 euros at 7:30 pm today.",
        "It was closed on {{date}} due to an unpaid bill.",
        "That is the letter which I should have read after the warning.",
        # machines and services
        "Our website will replace the old one in no time.",
        "Overnight shipping is not offered for pianos.",
        "The serial number will allow us to check the pump.",
        # a desk's hours
        "The gate shuts 40 minutes before the train leaves.",
        # what is handed over here
        "I'll give you the link: https://example.com/keys.",
        # settled by being said
        "We will waive the fee.",
    ],
)
def test_no_promise(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "actor", "act"),
    [
        ("We'll get back to you by noon.", "us", "reply"),
        ("I will look into the damp by Friday.", "us", "investigate"),
        ("Will phone you tomorrow.", "us", "call"),
        ("Our loss adjuster will visit on Monday.", "team", "other"),
        ("A colleague from the dairy will be in touch today.", "team", "reply"),
        ("Our vet is going to ring you tonight.", "team", "call"),
        ("One of our engineers will fix the lift by noon.", "team", "fix"),
        ("Your claim will be decided by 12 May.", "unstated", "decide"),
        ("You will be contacted within 2 days.", "unstated", "reply"),
        ("You'll hear from us within 2 days.", "unstated", "reply"),
        ("You will receive your refund by Friday.", "unstated", "refund"),
        ("Your bank will credit the money within 3 days.", "third-party", "credit"),
        ("We aim to reply within 2 working days.", "us", "reply"),
        ("We plan to have the roof repaired by June.", "us", "other"),
        ("We're going to swap the tyre tomorrow.", "us", "replace"),
        ("I'll keep you posted daily.", "us", "update"),
        ("You can expect an update by 5 pm.", "unstated", "reply"),
        ("Please allow 3 to 5 days for processing.", "unstated", "investigate"),
        ("Refunds take 5-7 days.", "unstated", "refund"),
        ("It will reflect in your account within 5 days.", "unstated", "deliver"),
        ("Your parcel should arrive on Monday.", "unstated", "deliver"),
        ("The fitter's visit is booked for 9 June.", "unstated", "fix"),
        ("Next update: 14:30 UTC.", "unstated", "update"),
        ("We promise to call you by noon.", "us", "call"),
        ("We will make every effort to deliver the sofa by Friday.", "us", "deliver"),
        ("I have scheduled the sweep for Tuesday.", "us", "deliver"),
        ("We'll mail you on day 10.", "us", "ship"),
        ("I'll send you a line that day.", "us", "ship"),
        ("We'll text you 5 minutes before the bus leaves.", "us", "reply"),
        ("I'll ring the depot by noon.", "us", "investigate"),
        ("Our nurse will review your chart by noon.", "team", "investigate"),
        ("We'll process a full refund by Friday.", "us", "refund"),
        ("I'll text you after each check.", "us", "reply"),
    ],
)
def test_dated_promise(text: str, actor: str, act: str) -> None:
    commitment = one(text)
    assert (commitment.actor, commitment.act, commitment.dated) == (actor, act, True)
    assert not needs_date(commitment)
    assert commitment.span.of(text) == text.removesuffix(".").removeprefix("Please " * 0)


@pytest.mark.parametrize(
    "text",
    [
        "We'll get back to you soon.",
        "We’ll get back to you soon.",
        "WE WILL CALL YOU SOON!!",
        "I'll look into the damp.",
        "Our beekeeper will contact you about the hive.",
        "You will be contacted by a specialist.",
        "Your saddle will be posted to you.",
        "Your suit is being altered.",
        "We're working on a fix.",
        "We're still looking into it.",
        "I've escalated this to the harbour office team.",
        "Your file has been passed to our claims team.",
        "The matter is with our legal team.",
        "Leave it with me.",
        "More news to follow.",
        "Work is under way to repair the pier.",
        "We'll have someone look at the drain.",
        "We will of course refund you.",
        "We aim to do this as quickly as we can.",
        "We'll email you once the lab replies.",
        "We will reply in a few days.",
        "I'll check it right away.",
        "You should hear something shortly.",
        "Thanks for your patience while we investigate.",
        "We will try our best to find the ring.",
        "I will need to ask the foreman to check the beam.",
        "Once you send the photo, we'll reply soon.",
        "More details soon.",
        "Our mechanics are working on your gearbox.",
        "One of our cooks will look into the recipe in no time.",
        "I'm checking this with the ferry company.",
        "I'm doing my best to find the ring.",
        "I have spoken to the bakery and requested that they bake another cake.",
        "We will put a note in the box before it leaves.",
        "I'll watch the kiln and write to you if it cracks.",
        "I will find out why the lamp was sold when you had paid for it.",
        "We will include a spare key.",
        "The lamps broke. They are being repaired now.",
    ],
)
def test_undated_promise(text: str) -> None:
    assert len(undated(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "If you send the photo, we'll check it.",
        "Tell us the size, and we'll send another pair.",
        "In the list, tick the size, and we'll send another pair.",
        "We'll switch the pumps according to the schedule below.",
        "If the glue fails, we will replace the sole.",
        "We will fix the pump immediately.",
        "We will ensure the box is sealed.",
        "We may call you about this.",
        "This usually takes 3 days.",
        "We will watch the line for 48 hours.",
        "We're looking into it. Next update by 14:30 UTC.",
        "I've escalated this to Repairs; you'll hear from Sam by 6 May.",
        "I'll issue the refund today. It will show within 5 days.",
        "By Friday. That's when we'll reply.",
        "Friday 12 March, 15:00 CET: that is when I'll mail you the key.",
        "I'm checking with the depot and will call you by 5 pm.",
        "I'll ring the depot now. You'll have their answer by 4 pm today.",
        "I'm looking into it right away and will call you by 4 pm today.",
        "I'll ask the foreman immediately. I'll write to you by noon.",
        "We'll call you shortly: the queue is about 6 minutes long.",
        "We'll process the refund. Please allow 3 to 5 working days for it to reach your card.",
        "I'm repotting the palm now. Please allow 15 minutes.",
        "I'll tell you the rest when I phone you at noon.",
        "We start the refund now, and you should see it within 3 days.",
    ],
)
def test_needs_no_date(text: str) -> None:
    assert undated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In the event that the pane is lost, we'll send you another.",
        "In the unlikely event that it breaks, we will mend it.",
        "Should our van be late, we will call you.",
        "I'll write to you if any trams are late.",
    ],
)
def test_what_may_never_come_about(text: str) -> None:
    assert one(text).contingent


def test_when_may_belong_to_a_question() -> None:
    asked = one("I'll find out why it was sent when you had not paid.")
    assert (asked.condition, asked.time) == (None, None)
    assert one("I'll write to you when the van is back.").condition == "event"


def test_what_was_read_is_no_event() -> None:
    assert one("Upon reading your letter, I see that your claim is being looked at.").condition is None


def test_what_is_to_be_received_tells_the_act() -> None:
    assert one("You can expect to receive the replacement within 3 days.").act == "replace"
    assert one("You can expect to hear from us within 3 days.").act == "reply"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("I'll check the state of your crate and refund today.", ["investigate"]),
        ("I'll look into the crate and refund you today.", ["investigate", "refund"]),
        ("I'll cancel the crate and refund today.", ["cancel", "refund"]),
    ],
)
def test_a_second_noun_is_no_second_promise(text: str, acts: list[str]) -> None:
    assert [each.act for each in found(text)] == acts


def test_times_reach_over_hard_wraps_and_coordination() -> None:
    assert one("We will write to you\nwithin 2 business days.").dated
    assert [each.act for each in found("I'll check the tank and call you by Friday.") if each.dated] == [
        "investigate",
        "call",
    ]


def test_a_promise_that_another_sentence_dates_is_told_there() -> None:
    work, word = found("We're looking into the smell. You'll hear from us by noon.")
    assert (work.lent, word.lent) == (True, False)
    assert work.time == word.time
    assert not found("By Friday. That's when we'll reply.")[-1].lent


def test_right_away_belongs_to_its_own_verb() -> None:
    start, news = found("I'll look into the smell right away and call you.")
    assert start.time is not None
    assert (start.time.kind, news.time) == ("instant", None)


def test_an_event_told_last_is_the_last_verbs() -> None:
    watch, news = found("I'll watch the kiln and write to you if it cracks.")
    assert (watch.condition, news.condition) == (None, "event")


def test_who_is_called_tells_the_act() -> None:
    acts = {text: one(text).act for text in ("I'll call you.", "I'll call the vet.", "I'll contact your bank.")}
    assert list(acts.values()) == ["call", "investigate", "investigate"]


def test_a_date_of_the_customers_own_is_not_ours() -> None:
    assert undated("We'll look into the order you placed on 3 June.") == [
        "We'll look into the order you placed on 3 June"
    ]


def test_condition_and_hedge() -> None:
    text = "Once you send the form, we'll open the claim within 2 days."
    commitment = one(text)
    assert commitment.condition == "customer"
    assert commitment.condition_span is not None
    assert commitment.condition_span.of(text).startswith("Once you send the form")
    assert one("We'll email you when the lab replies.").condition == "event"
    assert one("We hope to reopen the ferry line by Monday.").hedged
    assert one("I guarantee we'll repair it by Friday.").modality == "guarantee"


def test_placeholders_are_times() -> None:
    text = "We'll reply by {{due_date}}."
    slot = Placeholder(Span(text.index("{{"), text.index("}}") + 2), "date", "due_date")
    (commitment,) = commitments(Prose.of_text(text, placeholders=(slot,)))
    assert commitment.time is not None
    assert commitment.time.kind == "placeholder"


@given(
    st.lists(
        st.sampled_from(
            "we will 'll reply soon by Friday and if you . , ? once is being reviewed \n\n 3 days".split(" ")
        ),
        max_size=25,
    )
)
def test_spans_stand_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for each in found(text):
        assert 0 <= each.span.start <= each.trigger.start < each.trigger.end <= len(text)
        assert each.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your parcel sat in the depot over the weekend and left this morning.",
        "Our kitchen handles nuts every day.",
        "The meeting takes two hours on Monday.",
        "Banks take up to 5 days.",
    ],
)
def test_facts_with_a_time_are_no_promises(text: str) -> None:
    assert [one.act for one in Prose.of_text(text).commitments] == []
