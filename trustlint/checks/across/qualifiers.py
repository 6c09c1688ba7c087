"""Words that make two statements be about different things: channels, plans, countries, ways to pay and to ship."""

from trustlint.patterns import IGNORECASE, lazy
from trustlint.typed import Iterable

_WORDS = (
    # how one is reached
    "chat|phone|telephone|call|calls|sms|text message|whatsapp|messenger|facebook|twitter|instagram|social|forum|portal"
    # how fast, and how much one pays for it
    "|express|expedited|standard|next[- ]day|same[- ]day|overnight|economy|priority|tracked|signed|courier|freight"
    "|premium|gold|silver|bronze|platinum|basic|free|pro|plus|business(?! (?:day|hour|week))|enterprise|starter|team"
    "|vip|trial|lite|member"
    "|urgent|critical|emergency|severity|p[1-5]|level [1-5]|tier [1-5]|high|low|medium|normal"
    # where
    "|domestic|international|overseas|abroad|worldwide|local|mainland|highlands|islands|europe|european|africa|asia"
    "|united states|usa?|u\\.s\\.|uk|u\\.k\\.|united kingdom|britain|england|scotland|wales|ireland|eu|canada|australia"
    "|new zealand|germany|france|spain|italy|netherlands|belgium|sweden|norway|denmark|finland|poland|austria"
    "|switzerland|portugal|india|china|japan|brazil|mexico|singapore|emea|apac|latam"
    # with what, and what for
    "|paypal|card|cards|debit|credit|cheque|check|bank|transfer|klarna|apple pay|google pay|gift|voucher|store credit"
    "|cash|wallet|upi|ideal|sepa|marketplace|amazon|ebay|wholesale|b2b|trade|retail|store|online|in[- ]store|student"
    "|sale|clearance|opened|unopened|faulty|damaged|defective|unwanted|custom|personalised|personalized|perishable"
    "|digital|download|subscription|annual|yearly|monthly|weekly|large|small|heavy|bulky|furniture|mattress|electronics"
    "|pre[- ]?order|back[- ]?order|weekend|weekends|weekday|weekdays|holiday|holidays|christmas|easter|summer|winter"
    "|black friday|saturday|sunday|peak|temporary|new|existing|first|partial|full"
)
_QUALIFIER = lazy(rf"(?<![\w-])(?:{_WORDS})(?![\w-])", IGNORECASE)


def qualifiers(*texts: str | None) -> tuple[str, ...]:
    """The words of some texts that tell what they are about from other things of the kind, in order."""
    found = (match[0] for text in texts if text for match in _QUALIFIER.finditer(text))
    return tuple(sorted({_plain(word) for word in found}))


def _plain(word: str) -> str:
    plain = word.lower().replace("-", " ").replace(".", "")
    return plain[:-1] if plain.endswith("s") and not plain.endswith(("ss", "us")) else plain


def content(words: Iterable[str], without: frozenset[str]) -> tuple[str, ...]:
    """The words that carry meaning, in their plain form: sorted, each once."""
    plain = (stem(word) for word in words if len(word) > 1 and word.lower() not in without)
    return tuple(sorted({word for word in plain if word and word not in without}))


def stem(word: str) -> str:
    """A word without its commonest endings: enough to tell that "refunds" and "refunded" are about refunds."""
    word = word.lower().replace("'s", "")
    for end in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)] + ("y" if end == "ies" else "")
    return word.rstrip("e") if len(word) > 4 else word
