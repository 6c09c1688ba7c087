"""Each line: a sentence, its marked words, and what the stance must say about them.

What must not be denied, asked or bound comes first.
"""

import pytest

from trustlint.message import Placeholder
from trustlint.prose import Prose, plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.span import Span


def stance_of(marked: str) -> dict[str, object]:
    start, end = marked.index("«"), marked.index("»") - 1
    prose = Prose.of_text(marked.replace("«", "").replace("»", ""))
    return prose.stance(Span(start, end))._asdict()


NEGATED = [
    ("To be sure it does not recur, we «guarantee» a check.", {"negated": False}),
    ("In the event it is not posted today, the refund will be «paid».", {"negated": False, "condition": "event"}),
    ("You can't lose: we «guarantee» a seat.", {"negated": False}),
    ("We will «not only» fix it, we'll call you.", {"negated": False}),
    ("We will not only «fix» the leak.", {"negated": False}),
    ("There's no doubt it will «arrive».", {"negated": False}),
    ("No problem, we'll «refund» it on Friday.", {"negated": False}),
    ("We can't wait to «send» it.", {"negated": False}),
    ("Don't hesitate to «contact» us.", {"negated": False, "mood": "imperative", "voice": "customer"}),
    ("Don't worry, we «guarantee» your seat.", {"negated": False, "voice": "us"}),
    ("Why not «try» the lamp again?", {"negated": False}),
    ("If you don't reply, we will «close» the ticket.", {"negated": False, "condition": "customer"}),
    ("I can't promise, but I'm sure it will «arrive».", {"negated": False, "voice": "product"}),
    ("Without delay we will «ship» it.", {"negated": False}),
    ("Customers who cannot log in will «receive» a code.", {"negated": False}),
    ("We haven't forgotten you and will «reply» on Monday.", {"negated": False, "tense": "future"}),
    ("It is not ready, our team will «call» you.", {"negated": False, "voice": "us"}),
    ("No. 7 is sold out; we'll «post» No. 8.", {"negated": False}),
    ("We will «never» share it.", {"negated": False}),
    ("You are «guaranteed» a seat.", {"negated": False, "voice": "customer", "passive": True}),
    ("Don't forget that we «guarantee» it.", {"negated": False}),
    ("There won't be a charge and we'll «refund» the rest.", {"negated": False}),
    ("We don't charge for returns, so your parcel will «go» back free.", {"negated": False}),
    ("We can't «guarantee» Friday.", {"negated": True}),
    ("We can’t «guarantee» Friday.", {"negated": True}),
    ("We cannot guarantee that it will «arrive» on Friday.", {"negated": True}),
    ("I don't think it will «arrive».", {"negated": True}),
    ("I wish I could «promise» you that.", {"negated": True}),
    ("It's hard to «promise» a day.", {"negated": True}),
    ("I'd love to «promise» a day, but I can't.", {"negated": True}),
    ("We are unable to «refund» it.", {"negated": True}),
    ("We have never «promised» a refund.", {"negated": True}),
    ("Neither of us can «guarantee» that.", {"negated": True}),
    ("We can, sadly, not «guarantee» it.", {"negated": True}),
    ("We «guarantee» nothing.", {"negated": True}),
    ("We refuse to «guarantee» it.", {"negated": True}),
]


@pytest.mark.parametrize(("marked", "expected"), NEGATED)
def test_negated(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


QUESTION = [
    ("We'll reply «soon».", {"question": False}),
    ("We'll reply «soon», ok?", {"question": False}),
    ("Send the photo and we'll reply «soon». Will you?", {"question": False}),
    ("Should you need help, we'll «call» you.", {"question": False, "condition": "customer"}),
    ("Can you «guarantee» a seat?", {"question": True, "mood": "question"}),
    ("How «soon» do you leave?", {"question": True}),
    ("Could you please «send» the form.", {"question": True}),
    ("You «guarantee» it?", {"question": True}),
    ("Is it ok if we «call» you tomorrow?!", {"question": True}),
    ("Thanks for waiting! When will it «arrive»? 😊", {"question": True}),
]


@pytest.mark.parametrize(("marked", "expected"), QUESTION)
def test_question(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


QUOTED = [
    ("You asked about your refund: we'll «send» it on Friday.", {"quoted": False}),
    ("As promised, we'll «call» you on Friday.", {"quoted": False}),
    ('Press "Save" and we\'ll «send» the code.', {"quoted": False}),
    ("You said “we always reply «within» a day” in your note.", {"quoted": True}),
    ("You were told that we'd «call» you soon.", {"quoted": True}),
    ("You asked whether we «guarantee» delivery.", {"quoted": True}),
    ("You mentioned we'd call «soon».", {"quoted": True}),
    ("We said we would «call» yesterday.", {"quoted": True}),
]


@pytest.mark.parametrize(("marked", "expected"), QUOTED)
def test_quoted(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


CONDITION = [
    ("We'll «check» the seller who provided this lamp.", {"condition": "none"}),
    ("We'll «send» it as soon as you confirm.", {"condition": "customer"}),
    ("We'll «send» it as soon as the lab confirms.", {"condition": "event"}),
    ("We'll «reply» as soon as we can.", {"condition": "none"}),
    ("We'll «reply» as soon as possible.", {"condition": "none"}),
    ("If possible, we'll «call» on Monday.", {"condition": "none", "hedged": True}),
    ("We'll «call» after 5 pm.", {"condition": "none"}),
    ("We'll «call» before the end of the week.", {"condition": "none"}),
    ("We'll «reply» within two days because you wrote first.", {"condition": "none"}),
    ("If it breaks, call us; we «guarantee» the lamp for a year.", {"condition": "none"}),
    ("Do you know when it «arrives»?", {"condition": "none", "question": True}),
    ("If you send the photo, we'll «check» it.", {"condition": "customer", "voice": "us", "tense": "future"}),
    ("We'll «check» it once you reply.", {"condition": "customer"}),
    ("As soon as you confirm, I'll «send» it.", {"condition": "customer"}),
    ("We'll check it once the lab «replies».", {"condition": "event"}),
    ("We'll «check» it once the lab replies.", {"condition": "event"}),
    ("When we receive your photos, we will «check» them.", {"condition": "customer"}),
    ("Once we have your reply we'll «book» the visit.", {"condition": "customer"}),
    ("Once your order ships, we'll «email» you.", {"condition": "event"}),
    ("If you send it, we'll check it and we'll «refund» you.", {"condition": "customer"}),
    ("We'll keep you posted until it is «fixed».", {"condition": "event"}),
    ("Unless you object, we will «close» it.", {"condition": "customer"}),
    ("We'll let you know when your refund is «ready».", {"condition": "event"}),
    ("Your refund is subject to «approval».", {"condition": "event"}),
]


@pytest.mark.parametrize(("marked", "expected"), CONDITION)
def test_condition(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


VOICE = [
    ("You'll «hear» from us on Friday.", {"voice": "customer", "tense": "future"}),
    ("You will be «contacted» on Friday.", {"voice": "customer", "passive": True, "tense": "future"}),
    ("Our team will «reply» on Friday.", {"voice": "us"}),
    ("The warehouse team will «reply» on Friday.", {"voice": "us"}),
    ("One of our engineers will «call» you.", {"voice": "us"}),
    ("A member of our billing team will «call» you.", {"voice": "us"}),
    ("The engineer in your area will «visit» you.", {"voice": "us"}),
    ("Your bank will «return» the money.", {"voice": "third-party"}),
    ("Royal Mail will «deliver» it on Friday.", {"voice": "third-party"}),
    ("Our courier will «deliver» it on Friday.", {"voice": "third-party"}),
    ("The router will «restart» by itself.", {"voice": "product"}),
    ("The app will never «ask» for your PIN.", {"voice": "product", "negated": True}),
    ("The status of your order will «change».", {"voice": "product"}),
    ("Your order will «arrive» tomorrow.", {"voice": "product"}),
    ("We think your bank will «return» it.", {"voice": "third-party"}),
    ("At the end of the week our team will «call» you.", {"voice": "us"}),
    ("I've passed it to the billing team; they will «reply».", {"voice": "us"}),
    ("I've asked the courier and they will «reply».", {"voice": "third-party"}),
    ("Let me «check» that for you.", {"voice": "us"}),
    ("Let us «know» by Friday.", {"voice": "customer", "mood": "imperative"}),
    ("Restart it «immediately».", {"voice": "customer", "mood": "imperative"}),
    ("Always «unplug» the lamp first.", {"voice": "customer", "mood": "imperative"}),
    ("If it persists, «restart» the router.", {"voice": "customer", "mood": "imperative"}),
    ("Returns are «free».", {"voice": "product", "mood": "declarative"}),
    ("Someone will «look» into it.", {"voice": "us"}),
    ("WE WILL CALL YOU «SOON»", {"voice": "us", "tense": "future"}),
    ("We will write to you\nwithin 2 business «days».", {"voice": "us"}),
    ("Your account manager will «call» you.", {"voice": "us"}),
    ("The loss adjuster will «visit» on Monday.", {"voice": "us"}),
    ("Rest assured we will «fix» it.", {"voice": "us", "mood": "declarative"}),
]


@pytest.mark.parametrize(("marked", "expected"), VOICE)
def test_voice(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


MOOD = [
    ("Rest assured, the refund is being «paid».", {"mood": "declarative", "voice": "product"}),
    ("Contact details are «below».", {"mood": "declarative"}),
    ("To reset it, «click» the link.", {"mood": "imperative"}),
    ("Please «reply» to this mail.", {"mood": "imperative", "voice": "customer"}),
]


@pytest.mark.parametrize(("marked", "expected"), MOOD)
def test_mood(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


TENSE = [
    ("I have «refunded» you.", {"tense": "past", "voice": "us"}),
    ("We've «sent» it.", {"tense": "past"}),
    ("We «sent» it on Monday.", {"tense": "past"}),
    ("We «refunded» you on Monday.", {"tense": "past"}),
    ("Your refund has been «approved».", {"tense": "past", "passive": True}),
    ("Your claim is being «reviewed».", {"tense": "present", "passive": True}),
    ("We are going to «refund» you.", {"tense": "future"}),
    ("We would «refund» you.", {"tense": "conditional"}),
    ("We have a team and will «reply» today.", {"tense": "future"}),
]


@pytest.mark.parametrize(("marked", "expected"), TENSE)
def test_tense(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


HEDGED = [
    ("We'll reply by 3 «May».", {"hedged": False}),
    ("We will call you in May and «send» it.", {"hedged": False}),
    ("It should «work» now.", {"hedged": True}),
    ("We aim to «reply» within a day.", {"hedged": True, "tense": "future"}),
    ("It «may» take two days.", {"hedged": True}),
    ("The carrier says it will «arrive» on Friday.", {"hedged": True}),
]


@pytest.mark.parametrize(("marked", "expected"), HEDGED)
def test_hedged(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


OFFER = [
    ("I'll be happy to «help».", {"offer": True}),
    ("We can «send» another one.", {"offer": True}),
]


@pytest.mark.parametrize(("marked", "expected"), OFFER)
def test_offer(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


PART = [
    ("Kind regards,\nThe «team»", {"part": "sign-off"}),
    ("Hi «Ana»,\n\nWe'll reply.", {"part": "greeting"}),
]


@pytest.mark.parametrize(("marked", "expected"), PART)
def test_part(marked: str, expected: dict[str, object]) -> None:
    found = stance_of(marked)
    assert {key: found[key] for key in expected} == expected


def test_a_placeholder_for_an_agent_speaks_for_us() -> None:
    text = "{{ticket.assignee}} will call you, and {{ticket.requester}} may write back."
    placeholders = (
        Placeholder(Span(0, 19), "name", "ticket.assignee"),
        Placeholder(Span(text.index("{{ticket.req"), text.index(" may")), "name", "ticket.requester"),
    )
    prose = Prose.of_text(text, placeholders=placeholders)
    assert prose.stance(Span(text.index("call"), text.index("call") + 4)).voice == "us"
    assert prose.stance(Span(text.index("write"), text.index("write") + 5)).voice == "none"


def test_the_lexicon_adds_people() -> None:
    text = "The gaffer will call you."
    span = Span(text.index("call"), text.index("call") + 4)
    assert Prose.of_text("The rail shop will call you.").stance(Span(19, 23)).voice == "product"
    lexicon = Lexicon(words={"role": ["rail shop", "gaffer"]})
    assert Prose.of_text(text, lexicon).stance(span).voice == "us"
    assert Prose.of_text("The rail shop will call you.", lexicon).stance(Span(19, 23)).voice == "us"


def test_the_subject_line_is_its_own_part() -> None:
    prose = Prose(plain_message("We'll reply soon", role="subject"))
    assert prose.stance(Span(12, 16)).part == "subject"


def test_a_text_without_words_has_a_stance() -> None:
    assert Prose.of_text("").stance(Span(0, 0)).voice == "none"
    assert Prose.of_text(" \n ").stance(Span(1, 1)).voice == "none"
