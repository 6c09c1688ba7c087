"""Whether a text is kept to be sent again, to whoever comes, or was written to one customer on one day."""

from trustlint.message import Message

LIVE = frozenset({"conversation", "turn", "message", "mail", "example"})
"""Kinds of records that were said once."""
LIVE_FORMATS = frozenset({"text", "freshdesk-conversations"})
"""Formats of which nobody can tell, or whose replies were sent."""


CONVERSED = frozenset({"conversation", "turn"})
"""Kinds of records in which writer and customer answer each other within minutes."""


def is_conversed(message: Message) -> bool:
    """Whether a message was said in a conversation."""
    return message.record.kind in CONVERSED


def is_stored(message: Message) -> bool:
    """Whether a message is a template of any kind."""
    return message.record.kind not in LIVE and message.record.format not in LIVE_FORMATS


AUTOMATIC = frozenset({"template", "e-mail template", "translation", "trigger", "automation", "version", "resource"})
"""Kinds of records that a program sends, on a day that it can count from."""


def is_automatic(message: Message) -> bool:
    return message.record.kind in AUTOMATIC


PAIRED = frozenset({"translation", "dynamic content", "e-mail template", "template", "version", "article", "page"})
"""Kinds of records that one text is kept as in each language."""


def is_paired(message: Message) -> bool:
    """Whether a message may be one of several that say the same in as many languages."""
    return message.language is not None and message.record.kind in PAIRED
