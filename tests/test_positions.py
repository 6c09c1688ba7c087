"""Places are exact: what stands in the file under a span decodes to the words that the customer reads.

Every sentence of every message of the examples, and of the template files beside the checkout when they are there, is
taken back to its file. The slice is decoded by other means than ours (json, html and csv of the standard library).
"""

import html
import json
import quopri
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from trustlint.config import Settings
from trustlint.discover import Target, targets
from trustlint.errors import SourceError
from trustlint.message import Message, Omission
from trustlint.prose import Prose
from trustlint.reading import Reader
from trustlint.span import Span

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"

TAG = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>|</?[A-Za-z][^<>]*>", re.DOTALL)
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
TEMPLATE = re.compile(
    # A sentence may begin or end inside a tag that has it translated: the other end of that tag is not in the slice.
    r"""['"]\s*\|\s*trans\b.*?\s\}\}|\{\{\s*['"](?!.*\}\})|<%=\s*_\(\s*['"](?!.*%>)"""
    # What follows is an argument, and no comma behind quoted words of the text.
    r"""|['"](?:,\s*(?:[:\[{(@$]|\w+\s*(?::|=>|\)))[^%]*)?\)\s*-?%>|"""
    r"\{!!.*?!!\}|', \[[^\n]*?(?:!!\}|\}\})|\{!.*?\}|<x\b[^>]*/>|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<%.*?%>|\[%.*?%\]",
    re.DOTALL,
)
TRANSLATED = re.compile(r"\{\{\s*'([^']* [^']*)'\s*\|\s*trans\b.*?\s\}\}", re.DOTALL)


def words(text: str) -> list[str]:
    """The words of a text, whatever white space and marks stand between them."""
    return re.findall(r"\w+", INVISIBLE.sub("", text).casefold())


def decodings(raw: str, suffix: str) -> Iterator[str]:
    """What a slice of a file can say, decoded the way its container writes texts."""
    texts = [raw]
    if suffix in {".json", ".jsonl"}:
        texts = [json.loads(f'"{raw}"', strict=False)]
    elif suffix in {".csv", ".tsv"}:
        texts = [raw.replace('""', '"'), raw]
    elif suffix in {".yaml", ".yml", ".po", ".pot"}:
        unfolded = re.sub(r'"\s*\n\s*"', "", raw)
        escaped = unfolded.replace("\\\n", "").replace("\\n", "\n").replace("\\t", "\t").replace('\\"', '"')
        texts = [
            raw,
            raw.replace("''", "'"),
            escaped,
            re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), escaped),
        ]
    elif suffix == ".eml":
        texts = [quopri.decodestring(raw.encode()).decode(), quopri.decodestring(raw.encode(), header=True).decode()]
    for text in map(slots, texts):
        yield text
        plain = html.unescape(TAG.sub(" ", text))
        yield plain
        yield html.unescape(TAG.sub("", text))
        yield re.sub(r"\]\([^)]*\)|[*_`~\\]", "", plain)
        yield html.unescape(TAG.sub(" ", html.unescape(text)))
        yield html.unescape(TAG.sub("", TEMPLATE.sub("", text)))
        yield html.unescape(TAG.sub("", TEMPLATE.sub("", TRANSLATED.sub(r"\1", text))))


def slots(text: str) -> str:
    """Elements that print a value, as the text that stands for it: Intercom's default, Odoo's expression."""
    text = re.sub(r"<xsl:choose>.*?</xsl:choose>", " ", text, flags=re.DOTALL)
    text = re.sub(r'<attribute\b[^>]*?\bdefault="([^"]*)"[^>]*>', r"\1", text)
    return re.sub(r'<(\w+)\b[^>]*?\bt-(?:out|esc)="([^"]*)"[^>]*?(?:/>|>.*?</\1>)', r"{{ \2 }}", text, flags=re.DOTALL)


def sentences(message: Message) -> Iterator[Span]:
    if message.branch is None and message.text.strip():
        yield from (sentence.span for sentence in Prose(message).sentences)


def misplaced(target: Target, reader: Reader, seen: list[int]) -> Iterator[str]:
    """The sentences of a file whose place in it says something else."""
    for field in reader.file(target):
        if isinstance(field, (Omission, SourceError)):
            continue
        for message in field:
            for span in sentences(message):
                seen[0] += 1
                raw = message.in_file(span).of(message.file.text)
                wanted = words(span.of(message.text))
                suffix = Path(message.file.path).suffix
                unfilled = words(TEMPLATE.sub(" ", span.of(message.text)))
                if not any(words(text) in (wanted, unfilled) for text in decodings(raw, suffix)):
                    yield f"{target.path} {message.route}: {span.of(message.text)!r} stands as {raw!r}"


def all_misplaced(folder: Path) -> tuple[int, list[str]]:
    reader, seen = Reader(Settings()), [0]
    found = [
        problem
        for target in targets([str(folder)])
        if isinstance(target, Target)
        for problem in misplaced(target, reader, seen)
    ]
    return seen[0], found


def test_every_sentence_of_the_examples_stands_where_it_is_said_to() -> None:
    seen, problems = all_misplaced(ROOT / "examples")
    assert problems == []
    assert seen > 50


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the template files beside the checkout are not here")
def test_every_sentence_of_the_corpus_stands_where_it_is_said_to() -> None:
    seen, problems = all_misplaced(CORPUS)
    assert problems == [], f"{len(problems)} of {seen}: " + "\n".join(problems[:10])
    assert seen > 1000
