"""Ways to break a file: the same ones every time for the same chance."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence

LONGEST = 400_000
"""Bytes of a broken file: what is slow is slow at this length too."""

TOKENS = [
    *r"""
{{ }} {% %} {%- -%} <% %> <%= [% %] {# #} {{{ }}} {{/if}} {{else}} *| |* *|IF:X|* %%[ ]%% @if( @endif @php {!! !!} {{--
--}} #{ ${ %{ {! [[ ]] <?php ?> <? {!IF( <!-- --> <![CDATA[ ]]> </ &# &amp;lt; &#x110000; &nbsp &a *a !! !<x> <<: >- ?
<a <style> </style> <script> <textarea> <pre> <blockquote> <![endif]--> \" \ " "" ' , ; | : [ ] { } ( ) < > \u \ud83d \x
=?utf-8?q? ?= =?x?b? format=flowed ``` ~~~ ** __ ]( ![ trustlint-disable <<-EOT EOT jsonencode( plural, 1e999 - NaN null
true XX [DATE] ____ TBC always guarantee
""".split(),
    *("{{#if x}}", "{% if x %}", "{% else %}", "{% endif %}", "{% raw %}", "{% comment %}", "<a b='", "<p hidden>"),
    *("@if (", "<!--[if mso]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!-- trustlint-disable-next-line -->"),
    *("# trustlint-ignore: all", "\t", "\n", "\r", "\r\n", "\n\n", "\n---\n", "\n...\n", "\n- ", "\n  ", "| \n", "=\n"),
    *("\n> ", "\n-- \n", "    ", "\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\x00", "\ufeff", "\u200b", "\u00ad"),
    *("\u202e", "\ue000", "\ue009", "e\u0301", "😀", "\n# ", "\n## ", "\n|a|b|\n|-|-|\n", "\n***\n", "9" * 30),
    *('\nmsgid ""\n', "\n#~ ", "\nmsgstr[9] ", "--a\n", "--a--\n", "\nFrom a Mon Jan  5 10:00:00 2026\n", "\n>From "),
    *("\nContent-Type: multipart/mixed; boundary=a\n", "within 24 hours", "\nContent-Transfer-Encoding: base64\n"),
    "\nOn Monday, somebody wrote:\n",
]  # fmt: skip
"""What delimits, opens, closes or escapes somewhere."""

NESTED = [
    *(("[", "]"), ('{"a":', "}"), ("<div>", "</div>"), ("<p>", ""), ("<blockquote>", "</blockquote>"), ("<a>", "</a>")),
    *(("{% if a %}", "{% endif %}"), ("{{#a}}", "{{/a}}"), ("[% IF a %]", "[% END %]"), ("<% if a %>", "<% end %>")),
    *(("> ", ""), ("- ", ""), ("(", ")"), ("{", "}"), ("*", "*"), ("[a](", ")"), ("&amp;", ""), ("<!--", "-->")),
    *(("{a, plural, other{", "}}"), ("@if(a) ", "@endif "), ("{!IF(a,", ")}"), ("*|IF:A|*", "*|END:IF|*")),
    *(("{{a|default:'", "'}}"), ("a: &b\n ", ""), ("jsonencode(", ")")),
]  # fmt: skip

Mutator = Callable[[random.Random, bytes], bytes]


def mutated(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A file broken in one to four ways; of an archive, one member."""
    if data.startswith(b"PK"):
        return _repacked(chance, data, others) if chance.random() < 0.8 else flipped(chance, data)
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        data = _broken(chance, data, others)
    return data


def _broken(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    way = chance.randrange(len(MUTATORS) + 1)
    if way == len(MUTATORS):
        return spliced(chance, data, chance.choice(others))[:LONGEST]
    return MUTATORS[way](chance, data)[:LONGEST]


def _repacked(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        broken = chance.choice(old.namelist())
        for name in old.namelist():
            member = old.read(name)
            if name == broken:
                member = _broken(chance, member, others)
            if name != broken or chance.random() < 0.95:
                new.writestr(name, member)
    return made.getvalue()


def _stretch(chance: random.Random, data: bytes, most: int = 4000) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(1, chance.choice((3, 40, most))))


def _inserted(chance: random.Random, data: bytes, new: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + new + data[at:]


def flipped(chance: random.Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 20)) if broken else 0):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def truncated(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def without(chance: random.Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def spliced(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def repeated(chance: random.Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 10, 300, 5000)) + data[end:]


def delimited(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.choice((1, 2, 8, 40))):
        data = _inserted(chance, data, chance.choice(TOKENS).encode("utf-8", "surrogatepass"))
    return data


def piled(chance: random.Random, data: bytes) -> bytes:
    """One token again and again."""
    return _inserted(chance, data, chance.choice(TOKENS).encode() * chance.choice((50, 1000, 30_000)))


def nested(chance: random.Random, data: bytes) -> bytes:
    opener, closer = chance.choice(NESTED)
    deep = chance.choice((3, 30, 300, 3000, 20_000))
    start, end = _stretch(chance, data)
    closers = chance.choice((0, deep, deep - 1, deep + 1))
    return data[:start] + opener.encode() * deep + data[start:end] + closer.encode() * closers + data[end:]


def huge(chance: random.Random, data: bytes) -> bytes:
    """One long word, number or blank."""
    piece = chance.choice((b"a", b"9", b" ", b"\n", b".", b"-", b"_", b"ab ", b"\xc3\xa9", b"A-"))
    return _inserted(chance, data, piece * chance.choice((300, 10_000, 200_000)))


def twice(chance: random.Random, data: bytes) -> bytes:
    """A line again: a key that comes twice, a boundary, a header."""
    lines = data.splitlines(keepends=True)
    if lines:
        at = chance.randrange(len(lines))
        lines.insert(chance.choice((at, chance.randrange(len(lines) + 1))), lines[at])
    return b"".join(lines)


def unbalanced(chance: random.Random, data: bytes) -> bytes:
    """Without some of its closers."""
    closers = list(re.finditer(rb"\}\}|%\}|%>|%\]|\|\*|[\"'}\])>]|end\w*|</\w+>", data))
    for found in sorted(
        chance.sample(closers, min(len(closers), chance.choice((1, 3, 10)))), key=lambda one: -one.start()
    ):
        data = data[: found.start()] + data[found.end() :]
    return data


def recoded(chance: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    name = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7"))
    made = text.encode(name, "replace")
    return chance.choice((b"", b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) + made


def other_line_ends(chance: random.Random, data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(
        b"\n", chance.choice((b"\r", b"\r\n", b"\n\r", b"\x0b", b"\xe2\x80\xa8", b" "))
    )


MUTATORS: Sequence[Mutator] = (
    *(flipped, truncated, without, repeated, delimited, delimited, delimited, piled, nested, nested),
    *(huge, twice, unbalanced, unbalanced, recoded, other_line_ends),
)
