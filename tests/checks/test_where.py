"""Where a rule speaks: what the record around a text is called."""

from trustlint.checks.where import Where
from trustlint.diagnostic import Confidence, Severity
from trustlint.message import Record
from trustlint.prose import Prose, plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule
from trustlint.span import Span

LEXICON = Lexicon({"grievance": ("complaint", "damaged item")}, {})


def allowed(asked: str | list[str], title: str | None) -> bool:
    rule = Rule("trial", "one", "existence", Severity["warning"], Confidence["high"], "…", where={"title": asked})
    message = plain_message("Thanks.")
    record = Record("plain", "macro", "[0]", title=title)
    where = Where(rule, LEXICON)
    return where.allows(Prose(type(message)(record, "body", message.text, message.file, message.locate)), Span(0, 6))


def test_another_title_or_none() -> None:
    assert not allowed("complaint", "Order receipt")
    assert not allowed("complaint", "Complaints")
    assert not allowed(["complaint", "refund"], None)


def test_a_word_of_the_title() -> None:
    assert allowed("complaint", "Complaint::Late van")
    assert allowed(["refund", "late van"], "Complaint::Late\u00a0van")


def test_a_word_of_the_lexicon() -> None:
    assert allowed("{grievance}", "Re: damaged item")
    assert not allowed("{grievance}", "Damaged goods")
