"""What is read of real files: `python benchmarks/corpus.py [FOLDER]` writes docs/corpus.md.

The folder holds files of public repositories and a `manifest.csv` (repo, path, format, language); without one beside
the project nothing is written. No text of it goes into the table.

Coverage is the share of words of each file that are read in some message. What a file's words are is found out by other
means than trustlint's. Markup, code, comments and directives are stripped with a few crude patterns, but for quoted
strings of three words and more in code, which are mostly texts to translate. Of formats with keys only the strings at
the keys in `TEXT_KEYS` are counted. So 100 % is not reached where the crude way takes code for words, and what is left
out on purpose (keys of buttons, agents' notes) is counted as missing; the second table says what that was.
"""

import csv
import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.errors import SourceError
from trustlint.message import Message, Omission
from trustlint.reading import Reader

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "corpus.md"
TEXT_KEYS = {
    "rasa-yaml": {"text", "title", "subtitle"},
    "watson-json": {"values", "text"},
    "osticket-yaml": {"subject", "body", "response", "content"},
    "jsonl": {"content"},
    "json": {"original"},
}
_HIDDEN = re.compile(r"(?is)<(script|style|head(?=[\s>])|svg|mj-attributes|mj-style|xml)\b.*?</\1\s*>")
_COMMENTS = re.compile(
    r"(?s)<!--(?!\[if !).*?-->|\{#.*?#\}|\{\{!--.*?--\}\}|\{\{![^}]*\}\}|\{\{--.*?--\}\}|<%#.*?%>|\[%#.*?%\]"
    r"|\{%-?\s*comment\b.*?endcomment\s*-?%\}|<\?.*?\?>"
)
_CODE = re.compile(
    r"(?s)<%.*?%>|\[%.*?%\]|\{%.*?%\}|\{\{\{?.*?\}\}\}?|\{!!.*?!!\}|%\{.*?\}|\$\{.*?\}|\*\|.*?\|\*|%\(\w+\)s|\{[\w.<>]+\}"
)
_DIRECTIVES = re.compile(
    r"(?m)@\w+\s*\((?:[^()]|\([^()]*\))*\)|^[ \t]*@(?:if|else|end|foreach|section|include|extends|php|lang)\w*.*$"
)
_TAGS = re.compile(r"(?s)</?[a-zA-Z!/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass
class Row:
    """The figures of one format."""

    files: int = 0
    read: int = 0
    messages: int = 0
    words: int = 0
    covered: int = 0
    other: int = 0
    omitted: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


def measured(folder: Path) -> dict[str, Row]:
    """The figures of each format of the manifest, with every file read as if it had been named."""
    reader = Reader(Settings())
    rows: dict[str, Row] = {}
    with open(folder / "manifest.csv", encoding="utf-8", newline="") as manifest:
        for entry in csv.DictReader(manifest):
            path = folder / entry["repo"].replace("/", "+") / entry["path"]
            if path.is_file():
                _read(reader, path, entry["format"], rows.setdefault(entry["format"], Row()))
    return rows


def _read(reader: Reader, path: Path, kind: str, row: Row) -> None:
    texts: dict[str, list[str]] = {}
    reasons: list[str] = []
    for found in reader.file(Target(str(path), named=True)):
        if isinstance(found, SourceError):
            reasons.append(found.message)
        elif isinstance(found, Omission):
            row.omitted[_general(found.reason)] += 1
            reasons.append(found.reason)
        else:
            row.messages += 1
            row.languages[found[0].record.language or "?"] += 1
            texts.setdefault(found[0].route, []).extend(map(_read_words, found))
    row.files += 1
    row.read += bool(texts)
    if not texts:
        row.unread[_general(reasons[0]) if reasons else "no text in it"] += 1
        return
    seen = _words(text for several in texts.values() for text in several)
    wanted = _words(_said(path, kind))
    row.words += sum(wanted.values())
    row.covered += sum(min(count, seen[word]) for word, count in wanted.items())
    row.other += sum(count for word, count in seen.items() if word not in wanted)


def _read_words(message: Message) -> str:
    """A message without its placeholders, but with the texts inside them, and with what a person was to fill in."""
    pieces, at = [], 0
    for slot in message.placeholders:
        if slot.kind == "fill-in":
            continue
        pieces += [message.text[at : slot.span.start], *(text.of(message.text) for text in slot.fallbacks)]
        at = slot.span.end
    return " ".join([*pieces, message.text[at:]])


def _general(reason: str) -> str:
    """A reason without what is particular to the file."""
    reason = re.sub(r"^\d+ texts? whose keys? do(?:es)?", "texts whose keys do", reason.partition(";")[0])
    return re.sub(r"^says the same as .*", "says the same as another text", reason.replace("read it", "read them"))


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word.lower() for text in texts for word in _WORDS.findall(text))


def _said(path: Path, kind: str) -> Iterator[str]:
    """The words that people read in a file, as far as crude patterns tell."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if kind in TEXT_KEYS:
        yield from map(_stripped, _strings(_parsed(text, kind), TEXT_KEYS[kind], wanted=False))
    elif kind in {"rails-yaml", "json-i18n"}:
        yield from map(_stripped, _all_strings(_parsed(text, kind)))
    elif kind == "po":
        yield from map(_stripped, _translations(text, "msgid" if path.suffix == ".pot" else "msgstr"))
    elif kind == "csv":
        yield from (_stripped(row.get("answer", "")) for row in csv.DictReader(text.splitlines()))
    else:
        yield _stripped(text)


def _parsed(text: str, kind: str) -> Any:
    import yaml

    if kind == "jsonl":
        lines = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [[turn for turn in line["turns"] if turn["role"] == "agent"] for line in lines]
    return json.loads(text) if "json" in kind else yaml.safe_load(text)


def _strings(data: Any, keys: set[str], *, wanted: bool) -> Iterator[str]:
    if isinstance(data, str) and wanted:
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from _strings(item, keys, wanted=wanted)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in {"intents", "entities", "nlu", "payload", "examples"}:
                yield from _strings(value, keys, wanted=key in keys or (wanted and isinstance(value, dict)))


def _all_strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _all_strings(value)


def _translations(text: str, key: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text)[1:]:
        if "#~" not in block and "#, fuzzy" not in block:
            for found in re.findall(rf'(?m)^{key}(?:_plural|\[\d\])? ((?:"(?:[^"\\]|\\.)*"\n?)+)', block + "\n"):
                yield "".join(json.loads(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', found))


def _stripped(text: str) -> str:
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = _HIDDEN.sub(" ", _COMMENTS.sub(" ", text))
    for pattern in (_CODE, _DIRECTIVES):
        text = pattern.sub(lambda found: f" {' '.join(_literals(found[0]))} ", text)
    return html.unescape(_TAGS.sub(" ", text))


def _literals(code: str) -> Iterator[str]:
    """The strings of more than two words in a tag: translated, chosen or linked texts."""
    for found in re.finditer(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'', code):
        text = found[1] or found[2] or ""
        if len(re.findall(r"[^\W\d_]{2,}(?=\s)", text)) >= 2:
            yield re.sub(r"\\(.)", r"\1", text)


def page(rows: dict[str, Row]) -> str:
    """The table."""
    lines = [
        "# What is read of real files",
        "",
        "Measured by `benchmarks/corpus.py` over files of public repositories that nobody here wrote, each as if it",
        "had been named on the command line. *Covered* is the share of the words of the files read that are in some",
        "message; what a file's words are is found out in a second, cruder way, which counts some code as words and",
        "misses some texts. *Others* are the words in messages that the cruder way does not find in the file.",
        "",
        "| kind of file | files | read | messages | words | covered | others | languages |",
        "|---|---:|---:|---:|---:|---:|---:|---|",
    ]
    for kind, row in sorted(rows.items(), key=lambda each: (-each[1].files, each[0])):
        languages = ", ".join(f"{name} {count}" for name, count in row.languages.most_common(4))
        share = f"{100 * row.covered / row.words:.1f} %" if row.words else "–"
        cells = (kind, row.files, row.read, row.messages, row.words, share, row.other, languages)
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    files, read = sum(row.files for row in rows.values()), sum(row.read for row in rows.values())
    messages = sum(row.messages for row in rows.values())
    lines += [f"| **all** | {files} | {read} | {messages} | | | | |", "", "## Files without a message, and why", ""]
    lines += _reasons((kind, row.unread) for kind, row in sorted(rows.items()))
    lines += ["", "## What was left out of files that were read", ""]
    lines += _reasons((kind, row.omitted) for kind, row in sorted(rows.items()))
    return "\n".join(lines) + "\n"


def _reasons(counted: Iterable[tuple[str, Counter[str]]]) -> list[str]:
    found = [f"| {kind} | {count} | {why} |" for kind, reasons in counted for why, count in reasons.most_common()]
    return ["| kind of file | times | reason |", "|---|---:|---|", *found] if found else ["Nothing."]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "corpus"
    if not (folder / "manifest.csv").is_file():
        sys.exit(f"no manifest.csv in {folder}")
    PAGE.write_text(page(measured(folder)), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
