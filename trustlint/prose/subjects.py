"""Subjects: who acts in a clause. Pronouns decide first, then the head noun before the verb."""

from trustlint import masks
from trustlint.memo import lru_cache
from trustlint.message import Placeholder
from trustlint.prose.patterns import lazy, words
from trustlint.prose.tokens import Token
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Literal, Sequence

if TYPE_CHECKING:
    from trustlint.prose.lexicon import Lexicon

Voice = Literal["us", "customer", "third-party", "product", "none"]


class Subject(NamedTuple):
    """Where a subject stands and whose it is."""

    start: int
    end: int
    voice: Voice


# What every support desk says; the lexicon adds to it.
ROLES = words(
    "team teams department desk staff support crew group helpdesk lab warehouse management manager"
    " managers engineer engineers agent agents "
    "colleague colleagues specialist specialists expert experts representative representatives rep reps technician"
    " technicians supervisor "
    "supervisors advisor advisors adviser advisers officer officers people finance billing legal accounts sales"
    " reception dispatch operations "
    "housekeeping lead leads management underwriter underwriters clerk plumber electrician fitter installer"
    " surveyor adjuster handler developer "
    "developers moderator moderators company"
)
THIRD_PARTIES = words(
    "bank banks courier couriers carrier carriers supplier suppliers manufacturer manufacturers"
    " provider providers issuer insurer airline "
    "airlines merchant seller sellers vendor vendors partner partners driver drivers postman landlord employer"
    " doctor solicitor lawyer police "
    "customs post processor registrar regulator council government developer host retailer retailers dealer"
    " wholesaler distributor network "
    "ombudsman registry contractor contractors subcontractor restaurant hotel"
) - {"developer", "network", "host", "processor"}
THIRD_NAMES = words(
    "ups dhl fedex usps dpd evri hermes parcelforce yodel gls tnt paypal klarna stripe visa"
    " mastercard amex afterpay amazon apple google "
    "microsoft facebook meta instagram trustpilot ebay etsy airbnb uber hmrc"
) | {"royal mail", "canada post", "australia post", "american express", "la poste", "deutsche post"}
CUSTOMERS = words(
    "customer customers guest guests user users member members subscriber subscribers passenger"
    " passengers client clients visitor visitors"
)
DEVICES = words(
    "router meter printer charger server folder order number offer letter newsletter browser filter"
    " computer boiler monitor reminder voucher "
    "error answer matter transfer owner locker cover paper other whether either after however never ever over under"
    " another user customer "
    "counter header footer banner calendar sensor scanner reader player timer tracker adapter controller container"
    " character factor door floor "
    "summer winter weather list checklist shortlist playlist wishlist waitlist former latter power tower water"
    " driver paper quarter october "
    "november december september center copper silver super proper together further better later earlier higher"
    " lower larger smaller"
)
_ROLE_SUFFIX = lazy(r"\w{3,}(?:ers?|ors?|ists?|ians?)$")

# What follows a subject: auxiliaries, and the verbs that support replies use in the present and past.
_VERBS = words(
    "will won't shall shan't can can't cannot could couldn't would wouldn't should shouldn't is isn't"
    " are aren't was wasn't were weren't has hasn't have "
    "haven't had hadn't do don't does doesn't did didn't might mightn't must mustn't need may am take takes say"
    " says state states expect expects estimate "
    "estimates aim aims plan plans hope hopes want wants promise promises promised guarantee guarantees guaranteed"
    " confirm confirms confirmed deliver "
    "delivers offer offers go goes arrive arrives ship ships needs know knows think thinks help helps work works"
    " told said sent asked get gets got refused "
    "decided lost usually normally typically"
)
_ADVERBS = words("also now then still only both all never always just not soon often")
_CONTRACTIONS = words("ll re ve m d s")
_NOMINATIVE = words("i we he she they")
_PRONOUNS = words("you it this that these those there everyone everybody nobody anyone both")
_DETERMINERS = words(
    "our your the a an this that these those my their his her its any some each every all most no another one"
)
_PREPOSITIONS = words("of in at from for on with about")
# No noun phrase goes on over these.
_STOPS = _DETERMINERS | words(
    "to by and or but that who which if when i we you he she it they us me him them be not as so before after until"
    " within than because"
)
# After these a bare `you` or `it` is a subject; elsewhere it may be an object.
_INTRODUCES = words(
    "if once when that as until guarantee ensure sure promise before after but and unless because"
    " whether how what hope think know"
)
_LEADS = words(
    "and but so or then also if once when unless until after before because although while whenever"
    " however unfortunately usually normally "
    "sometimes otherwise therefore meanwhile currently yes sorry please note where that sadly luckily typically as"
    " soon long"
)
_BEGINNINGS = _NOMINATIVE | _PRONOUNS | _DETERMINERS | {"someone", "somebody"}
_LONGEST_PHRASE = 14
_NOUN_MASKS = (masks.NAME, masks.OTHER, masks.URL, masks.DATE, masks.MONEY, masks.QUOTE, masks.CODE)

_PARTITIVE = lazy(
    r"(?:(?:a|an|any|another|some|the|each|one|all|most|both)\s+)?(?:member|one|someone|colleague|each"
    r"|most|all|some|any|either|both|rest|head|somebody)s?\s+(?:of|in|from)\s+"
)
_CUT = lazy(r"\s+(?:of|in|at|from|for|on|with|about|to|who|that)\s")
_AGENT_NAME = lazy(
    r"agent|assignee|staff|rep\b|manager|team|owner|signature|current_user|admin|brand|company"
    r"|organi[sz]ation|store|shop|sender|author|teammate"
)
_THIRD_NAME = lazy(r"carrier|courier|bank|supplier|partner|vendor")


class Nouns(NamedTuple):
    roles: frozenset[str]
    third_parties: frozenset[str]
    devices: frozenset[str]


@lru_cache(maxsize=8)
def nouns(lexicon: "Lexicon | None") -> Nouns:
    """The nouns that tell people from things, the user's own words included."""
    if lexicon is None:
        return Nouns(ROLES, THIRD_PARTIES | THIRD_NAMES, DEVICES)
    return Nouns(
        ROLES.union(lexicon.words("role")) - frozenset(lexicon.words("third-party-noun")),
        (THIRD_PARTIES | THIRD_NAMES).union(lexicon.words("third-party-noun")),
        DEVICES.union(lexicon.words("device"), lexicon.words("product")),
    )


def subjects(
    folded: str, tokens: Sequence[Token], known: Nouns, placeholders: tuple[Placeholder, ...] = ()
) -> list[Subject]:
    """The subjects of a clause in order. A token is a word with its contraction (`we'll`), a mask, or a mark."""
    found: list[Subject] = []
    first = _after_lead(tokens)
    at = first
    while at < len(tokens):
        word = tokens[at].text
        likely = at == first or word in _BEGINNINGS or "'" in word or word[0] in _NOUN_MASKS
        last = _subject_end(tokens, at, first) if likely else None
        if last is None:
            at += 1
            continue
        start, end = tokens[at].start, tokens[last].start + len(_base(tokens[last].text))
        found.append(Subject(start, end, _voice(folded, tokens, at, last, known, placeholders)))
        at = last + 1
    return found


def _after_lead(tokens: Sequence[Token]) -> int:
    """Past bullets, conjunctions and adverbs. A `that` before a verb is a subject and no conjunction."""
    at = 0
    while at < len(tokens) - 1 and (
        (not tokens[at].text[0].isalpha() and tokens[at].text[0] < "\ue000") or tokens[at].text in _LEADS
    ):
        if tokens[at].text == "that" and _verb_follows(tokens, at):
            break
        at += 1
    return at


def _subject_end(tokens: Sequence[Token], at: int, first: int) -> int | None:
    """The last token of a subject that begins here, or None."""
    word = _base(tokens[at].text)
    if word in _NOMINATIVE or word in ("someone", "somebody"):
        return at
    if word in _PRONOUNS and (_contracted(tokens[at].text) or _verb_follows(tokens, at)):
        # “the team that will call”: the subject stays the team.
        return None if word == "that" and at > first and tokens[at - 1].text not in _INTRODUCES else at
    if word in _DETERMINERS:
        end = _phrase_end(tokens, at + 1)
        if end is not None:
            return end
    if word in ("you", "it", "this", "there", "that") and (at == first or tokens[at - 1].text in _INTRODUCES):
        return at if at + 1 < len(tokens) and tokens[at + 1].text[0].isalpha() else None
    if tokens[at].text[0] in (masks.NAME, masks.OTHER):
        return at if _verb_follows(tokens, at) else None
    return _phrase_end(tokens, at) if at == first else None


def _phrase_end(tokens: Sequence[Token], at: int) -> int | None:
    """The last token of a noun phrase before a verb: `[our] engineer in your area`."""
    contracted = None
    begun = at
    if at > 0 and tokens[at - 1].text == "one" and at + 1 < len(tokens) and tokens[at].text == "of":
        at += 2
    while at < min(len(tokens), begun + _LONGEST_PHRASE):
        word = tokens[at].text
        if not (word[0].isalnum() or word[0] in _NOUN_MASKS):
            break
        if word in _PREPOSITIONS and at > begun:
            at += 1
            at += at < len(tokens) and tokens[at].text in _DETERMINERS
            continue
        if word in _STOPS or (word in _VERBS and at == begun):
            break
        if _verb_follows(tokens, at):
            return at
        contracted = contracted or (at if _contracted(word) else None)
        at += 1
    return contracted


def _verb_follows(tokens: Sequence[Token], at: int) -> bool:
    following = at + 1
    if following < len(tokens) and tokens[following].text not in _VERBS and _is_adverb(tokens[following].text):
        following += 1
    return following < len(tokens) and tokens[following].text in _VERBS


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or word.endswith("ly")


def _base(word: str) -> str:
    if "'" not in word:
        return word
    head, _, tail = word.partition("'")
    return head if tail in _CONTRACTIONS else word


def _contracted(word: str) -> bool:
    return word.partition("'")[2] in _CONTRACTIONS


def _voice(
    folded: str, tokens: Sequence[Token], at: int, last: int, known: Nouns, placeholders: tuple[Placeholder, ...]
) -> Voice:
    word = _base(tokens[at].text)
    if word == "they":
        return _they(folded, tokens[at].start, known)
    if word in _NOMINATIVE or word in ("someone", "somebody"):
        return "us"
    if word[0] in _NOUN_MASKS and at == last:
        return _placeholder_voice(tokens[at].start, placeholders)
    if at == last and word in _PRONOUNS:
        return _PRONOUN_VOICE.get(word, "none")
    return noun_voice(" ".join(token.text for token in tokens[at : last + 1]), known)


_PRONOUN_VOICE: dict[str, Voice] = {
    "you": "customer",
    "it": "product",
    "this": "product",
    "that": "product",
    "these": "product",
    "those": "product",
}


def _they(folded: str, at: int, known: Nouns) -> Voice:
    """`they` are the people named last before it: a team of ours, or somebody else."""
    for word in reversed(folded[max(0, at - 200) : at].split()):
        if word.strip(",.;:!?()") in known.roles:
            return "us"
        if word.strip(",.;:!?()") in known.third_parties:
            return "third-party"
    return "third-party"


def _placeholder_voice(at: int, placeholders: tuple[Placeholder, ...]) -> Voice:
    name = next((each.name.lower() for each in placeholders if each.span.start <= at < each.span.end), "")
    if _AGENT_NAME.search(name):
        return "us"
    if _THIRD_NAME.search(name):
        return "third-party"
    return "none"


def noun_voice(phrase: str, known: Nouns) -> Voice:
    """Whose act it is when this is the subject: `one of our engineers`, `your bank`, `the status of your order`."""
    phrase = " ".join(phrase.split())
    part = _PARTITIVE.match(phrase)
    ours = phrase.startswith("one of our")
    if part:
        phrase = phrase[part.end() :]
    words = _CUT.split(phrase, maxsplit=1)[0].replace("'s", "").split()
    if not words:
        return "none"
    head, pair = words[-1], " ".join(words[-2:])
    if (
        pair in known.third_parties
        or head in known.third_parties
        or (words[0] != "our" and " ".join(words) in known.third_parties)
    ):
        return "third-party"
    if (
        words[0] == "your"
        and head in ("team", "staff", "colleagues", "people", "users", "customers", "company", "manager")
        and len(words) == 2
    ):
        return "customer"
    if pair in known.roles or head in known.roles:
        return "us"
    if head in CUSTOMERS:
        return "customer"
    if (
        head not in known.devices
        and pair not in known.devices
        and (ours or words[0] in _PEOPLE_TAKE)
        and _ROLE_SUFFIX.match(head)
    ):
        return "us"
    return "product"


_PEOPLE_TAKE = words("our the a an your another one")
