"""The language of a text: what its file is called, and what its own small words are.

A few dozen words that no text can do without tell a language; where they do not tell it clearly, nothing is said.
Scripts tell more: Greek is Greek, and Cyrillic that might be several languages is `und-Cyrl`.
"""

from trustlint.memo import cache, lru_cache
from trustlint.patterns import lazy
from trustlint.typed import Mapping

_WORDS = {
    "en": "the a and of to in is it you that for on are with as this be at have from or your we was will not can our if"
    " has been would please any there their but by i my an thank hello order do which who what when they us all",
    "de": "der die das und ist nicht sie wir ich ein eine einen einem einer zu mit auf für von dem den des im ihr ihre"
    " ihren ihnen ihrer es haben hat wird werden oder auch bei als wenn aber wie sind bitte an aus um uns unser unsere"
    " kann können wurde vielen dank",
    "fr": "le la les des et est une un vous nous votre vos dans pour pas sur que qui avec ce cette du de au aux en ne"
    " se sont par plus mais ou il elle à été être avons avez bonjour merci notre nos si leur",
    "es": "el la los las y de que en un una es por para con no su sus se lo le como más pero o del al ha si nos usted"
    " hemos está esta este ya tu le gracias hola nuestro nuestra muy ser sin",
    "it": "il la lo gli le e di che in un una è per con non si da del della dei delle sono ha al alla nel come ma anche"
    " più questo questa suo sua vi ci grazie ciao nostro nostra abbiamo essere o i",
    "pt": "o a os as e de que em um uma é para com não se por do da dos das no na mais como mas ao ou seu sua você"
    " nos foi está este esta obrigado olá nosso nossa temos ser já são pelo",
    "nl": "de het een en van is dat in op te zijn met voor niet u je wij we uw aan er om ook als bij maar of dit die"
    " was naar wordt worden kan hebben heeft onze ons bedankt door dan nog",
    "sv": "och att det är en ett på för med av som inte den till har vi du din ditt dina de om från kan men så när ska"
    " eller vår hej tack var detta denna våra har blir",
    "da": "og at det er en et på for med af som ikke den til har vi du din dit dine de om fra kan men så når skal"
    " eller vores hej tak var dette denne jeg blev bliver",
    "nb": "og at det er en et på for med av som ikke den til har vi du din ditt dine de om fra kan men så når skal"
    " eller vår hei takk var dette denne jeg ble blir",
    "fi": "ja on ei se että hän oli joka mutta kun niin tai ovat olet olemme sinun teidän meidän voit jos myös kuin"
    " tämä tämän sen kiitos hei ole vain jo nyt mitä kanssa",
    "pl": "i w na nie do się z jest to że o jak po co dla od za ale przez przy twoje twój twoja lub są oraz został"
    " została jeśli dziękujemy można naszej nasz już tylko będzie",
    "cs": "a v na se je že o s z do i to k pro ale za by jsme jste jsou nebo při vás váš vaše vaši od po pokud děkujeme"
    " byl byla bude jako může náš není",
    "sk": "a v na sa je že o s z do i to k pre ale za by sme ste sú alebo pri vás váš vaša vašu od po ak ďakujeme bol"
    " bola bude ako môže náš nie",
    "ro": "și în de la cu pe că este nu un o pentru din sau dar dvs dumneavoastră vă a fost sunt ce mai care prin am"
    " ați să nostru noastră mulțumim dacă va",
    "hu": "a az és hogy nem is egy ez van meg de ha már csak még el vagy volt az ön önnek kell kérjük köszönjük"
    " lesz lehet mint ezt ami minden",
    "tr": "ve bir bu için ile de da ne çok daha olarak olan gibi var yok sizin size siz biz lütfen değil ancak veya her"
    " sonra kadar teşekkürler merhaba en",
    "id": "yang dan di untuk dengan ini itu tidak dari pada kami anda akan telah dalam ke atau adalah juga bisa sudah"
    " terima kasih silakan oleh jika karena",
    "ca": "el la els les i de que en un una és per amb no es del al ha si us com més però o seu seva vostre vostra hem"
    " aquest aquesta gràcies hola també ser són",
    "cy": "y yr a i o ar yn am eich ei mae wedi gan ni nid hyn fod chi hwn os neu gyda bod rydym diolch hefyd cael",
}
_TAGS = tuple(_WORDS)
_ONLY_ENGLISH = frozenset(_WORDS["en"].split()).difference(*(_WORDS[tag].split() for tag in _TAGS if tag != "en"))


@cache
def _masks() -> Mapping[str, int]:
    """By each word the languages that have it: a bit for each, by its number among `_TAGS`."""
    masks: dict[str, int] = {}
    for number, words in enumerate(_WORDS.values()):
        for word in frozenset(words.split()):
            masks[word] = masks.get(word, 0) | 1 << number
    return masks


_SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("zh", "\u4e00-\u9fff"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"),
    ("th", "\u0e00-\u0e7f"),
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
    ("und-Cyrl", "\u0400-\u04ff"),
    ("und-Arab", "\u0600-\u06ff"),
    ("und-Deva", "\u0900-\u097f"),
)
_OTHER_SCRIPTS = lazy(f"[{''.join(letters for _, letters in _SCRIPTS)}]")
_BY_SCRIPT = tuple((tag, lazy(f"[{letters}]")) for tag, letters in _SCRIPTS)
_CYRILLIC = (("uk", lazy("[іїєґ]")), ("sr", lazy("[ђјљњћџ]")), ("ru", lazy("[ыэё]")))
_WORD = lazy(r"[^\W\d_]+")
_LOOKED_AT = 1200
_AT_FIRST = 300
"""Characters. Most texts are English, and so many of its words soon say so that the others need no counting."""
_PLENTY = 4
_ENOUGH = 3
"""Small words: fewer may stand in any language, as names and quotations do."""


def spoken(text: str, path: str) -> str | None:
    """The language of a text that declares none: what it says goes before what its file is called."""
    found = detected(text[:_LOOKED_AT])
    return of_path(path) or found if found in (None, "und") else found


@lru_cache(maxsize=256)
def detected(text: str) -> str | None:
    """The language that a text clearly speaks, as a BCP 47 tag; `und` for one of several that are not English."""
    if len(_ONLY_ENGLISH.intersection(_WORD.findall(text[:_AT_FIRST].lower()))) >= _PLENTY:
        return "en"
    text = text[:_LOOKED_AT]
    if not text.isascii() and (tag := _by_script(text)):
        return tag
    counts = [0] * len(_TAGS)
    words = 0
    masks = _masks()
    for word in _WORD.findall(text.lower()):
        words += 1
        mask = masks.get(word, 0)
        while mask:
            lowest = mask & -mask
            counts[lowest.bit_length() - 1] += 1
            mask ^= lowest
    second, best = sorted(counts)[-2:]
    if best < _ENOUGH or best * 6 < words:
        return None
    # Languages of one family share words: the difference decides, and it must be more than chance.
    if best - second >= 2 and best * 2 >= second * 3:
        return _TAGS[counts.index(best)]
    return "und" if best > _ENOUGH and counts[0] * 2 < best else None


def _by_script(text: str) -> str | None:
    """The language that the script tells, when most letters are in it."""
    foreign = len(_OTHER_SCRIPTS.findall(text))
    letters = sum(map(len, _WORD.findall(text)))
    if not foreign or foreign * 2 < letters:
        return None
    counts = [(len(pattern.findall(text)), -number, tag) for number, (tag, pattern) in enumerate(_BY_SCRIPT)]
    # Japanese is written with Chinese characters too.
    if counts[0][0] * 5 > counts[2][0]:
        counts[2] = (0, *counts[2][1:])
    tag = max(counts)[2]
    if tag == "und-Cyrl":
        return next((each for each, pattern in _CYRILLIC if pattern.search(text.lower())), tag)
    return tag


_CODES = frozenset(
    "ar bg bs ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv mk ms nb nl nn no"
    " pl pt ro ru sk sl sq sr sv th tr uk ur uz vi zh".split()
)
_AMBIGUOUS = frozenset(("id", "is", "it", "no", "ms", "et", "he", "hi"))
"""Codes that are words in names of files: they count only where files are kept by language."""
_TAG = lazy(r"([a-z]{2})(?:[-_]([A-Za-z]{2}|[A-Z][a-z]{3}|\d{3}))?\Z")
_LOCALES = lazy(r"(?i)(?:[\w-]*[-_])?(?:locales?|i18n|l10n|lang(?:uages?)?|translations?|_?locales)(?:[-_][\w-]+)?\Z")
_DATA = lazy(r"(?i)\.(?:json|jsonl|ndjson|csv|tsv|xlsx)\Z")
_REGIONAL = lazy(r"[a-z]{2}-[a-z]")
_STEM_PART = lazy(r"[.]")


@lru_cache(maxsize=512)
def of_path(path: str) -> str | None:
    """The language that a path names: `locales/de/mail.yml`, `mail.de.yml`, `fr_FR/welcome.html`, `de-plain.html`."""
    *folders, name = path.replace("\\", "/").split("/")
    kept_by_language = any(_LOCALES.match(folder) for folder in folders)
    stem = name.rpartition(".")[0] or name
    parts = _STEM_PART.split(stem)
    if _DATA.search(name) and len(parts) == 1 and not kept_by_language:
        parts = []  # `nl.json` may be anything of a country or a brand
    # `mail.de.yml`, `de-plain.html.twig`; then folders from the inside out.
    candidates = [*parts[::-1], *(part[:2] for part in parts if _REGIONAL.match(part))]
    candidates += [part.rpartition("_")[2] for part in parts if kept_by_language]
    candidates += folders[::-1]
    for candidate in candidates:
        if (tag := _tag(candidate)) and (tag.partition("-")[0] not in _AMBIGUOUS or kept_by_language or "-" in tag):
            return tag
    return None


def tag_of(key: str) -> str | None:
    """A language tag as files write it (`de`, `pt_BR`, `zh-Hant`) as a BCP 47 tag; None if it is none."""
    return _tag(key)


def _tag(text: str) -> str | None:
    found = _TAG.match(text)
    if not found or found[1] not in _CODES:
        return None
    return found[1] if found[2] is None else f"{found[1]}-{found[2]}"


def keeps_locales(path: str, *, by_name: bool = True) -> bool:
    """Whether a path is one where texts are kept by language; `by_name`: or the file is called like a language."""
    *folders, name = path.replace("\\", "/").split("/")
    return any(_LOCALES.match(folder) for folder in folders) or (by_name and _tag(name.partition(".")[0]) is not None)
