"""How long and how heavy a text is: its words, sentences and syllables counted.

English syllables are estimated: one for each group of vowels, less the silent endings, more where two vowels are spoken
apart. Of single words the estimate may be one off; over a text such errors cancel out.
"""

from collections.abc import Iterable, Iterator

from trustlint.patterns import lazy
from trustlint.tuples import NamedTuple

_WORD = lazy(r"[^\W_]+(?:['’.-][^\W_]+)*")
_VOWELS = lazy(r"[aeiouy]+")
_SILENT = lazy(
    r"(?<![aeiou])(?<![^aeiouy]l)e$"  # time; not table, free
    r"|(?<![aeiouscxzg])(?<!ch)(?<!sh)(?<![^aeiouy]l)es$"  # times; not boxes, pages, tables
    r"|(?<![aeioutd])(?<![^aeiouy]l)ed$"  # closed; not wanted, handled
    r"|(?<=[aeiouy][^aeiouy])e(?=(?:ly|ment|ments|ful|less|ness)$)"  # safely, statement
)
_APART = lazy(  # period, association, various, client, carrier
    r"(?<![tscg])i[ao](?!u)|(?<=[cs])ia(?=t)|(?<=[^tscg])iou|(?<![tc])ie(?=t|n[ct])|(?<=[rvl])ier"
    r"|[aeou]ing$|yi|ism$|n't$"  # being, trying, criticism, couldn't
    r"|(?<=[^q])ua[lt]|(?<=cr)ea(?=t)|(?<=th)ea(?=t)|(?<=[dr])eas?$|eo(?=s?$)"  # usual, create, theatre, idea, video
)
_SUFFIX = lazy(r"(?:es|ed|ing)$")


class Measures(NamedTuple):
    """The counts that formulas use. `complex_words` have more than two syllables without a common ending."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    characters: int = 0
    long_words: int = 0
    complex_words: int = 0
    polysyllabic_words: int = 0
    paragraphs: int = 0


NAMES = Measures._fields


def words(text: str) -> Iterator[str]:
    """The words of a text: letters and digits, with what joins them inside."""
    return (found[0] for found in _WORD.finditer(text))


def measured(sentences: Iterable[str], paragraphs: int = 1) -> Measures:
    """The counts of some sentences; those without a word are none."""
    spoken = [found for sentence in sentences if (found := list(words(sentence)))]
    each = [word for sentence in spoken for word in sentence]
    lengths = [syllables(word) for word in each]
    return Measures(
        words=len(each),
        sentences=len(spoken),
        syllables=sum(lengths),
        characters=sum(char.isalnum() for word in each for char in word),
        long_words=sum(len(word) > 6 for word in each),
        complex_words=sum(
            count - bool(_SUFFIX.search(word.lower())) > 2 for word, count in zip(each, lengths, strict=True)
        ),
        polysyllabic_words=sum(count > 2 for count in lengths),
        paragraphs=paragraphs,
    )


def syllables(word: str) -> int:
    """About how many syllables an English word has; a number counts as one."""
    word = word.lower().replace("’", "'")
    groups = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_APART.findall(word))
    return max(groups, 1)
