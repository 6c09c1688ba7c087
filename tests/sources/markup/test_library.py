import pytest

from trustlint.sources.markup.library import Reply, replies
from trustlint.sources.markup.markdown import visible

PAGE = """\
---
owner: support
---
# Replies

Nothing here is sent.

## Refund

Hello {{name}},

your refund is *on its way*.

## Delivery

Pick one of these.

### Late
**When to use:** one day late
**Subject**: Your order [Order Number]

```text
Hi [Name],

it arrives tomorrow.
```

### Lost
Email subject:

    Your parcel

Email body:

    Hi,

    it is lost.

### Found

Use for parcels that turn up again.

> Hi,
>
> we have found it. It is yours again and we will send it on.

### Broken
Subject: About your parcel

It is broken.

> The law says so.

We are sorry, and you need to do nothing: your money is on its way back to your card as we write.
"""


def reply(title: str) -> Reply:
    return next(reply for reply in replies(PAGE) if reply.title == title)


def read(title: str) -> list[str]:
    return [visible(body.span.of(PAGE)).text for body in reply(title).bodies]


def test_headings_that_only_group_are_no_replies() -> None:
    assert [found.title for found in replies(PAGE)] == ["Refund", "Late", "Lost", "Found", "Broken"]


def test_a_section_is_the_reply() -> None:
    assert read("Refund") == ["Hello {{name}},\n\nyour refund is on its way."]


@pytest.mark.parametrize(
    ("title", "text", "subject"),
    [
        ("Late", "Hi [Name],\n\nit arrives tomorrow.", "Your order [Order Number]"),
        ("Lost", "Hi,\n\nit is lost.", "Your parcel"),
        ("Found", "Hi,\n\nwe have found it. It is yours again and we will send it on.", None),
    ],
)
def test_what_stands_in_a_fence_is_sent_and_nothing_else(title: str, text: str, subject: str | None) -> None:
    assert read(title) == [text]
    found = reply(title).subject
    assert (found.of(PAGE) if found else None) == subject
    assert reply(title).instructions


def test_a_quote_inside_a_reply_stays_in_it() -> None:
    assert [text.split("\n\n")[1] for text in read("Broken")] == ["The law says so."]
    assert (subject := reply("Broken").subject)
    assert subject.of(PAGE) == "About your parcel"


def test_program_code_is_not_a_reply() -> None:
    assert replies("## Deploy\n```bash\nls\n```\n") != []
    page = "## A\n```json\n{}\n```\n```\nHi there\n```\n"
    assert [body.span.of(page) for body in replies(page)[0].bodies] == ["Hi there"]


def test_a_page_without_headings_is_one_reply() -> None:
    page = "Hi,\n\nall is well."
    assert [(found.title, found.bodies[0].span.of(page)) for found in replies(page)] == [("", page)]
