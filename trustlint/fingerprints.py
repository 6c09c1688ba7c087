"""Names of diagnostics that last: what was found where in the library, whatever line it stands on."""

from trustlint import digests
from trustlint.diagnostic import Diagnostic
from trustlint.frozen import replace
from trustlint.typed import Iterable, Iterator


def fingerprinted(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The diagnostics of one file with fingerprints that survive moved lines.

    A fingerprint is made of what was found where in the library, never of line numbers; equal ones are told apart by a
    count.
    """
    counts: dict[str, int] = {}
    for one in diagnostics:
        sentence = " ".join(one.excerpt.text.split())
        owner = one.record.id or one.record.title or ""
        content = "\0".join([one.rule, one.path, one.record.format, owner, sentence, one.text])
        digest = digests.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        counts[digest] = counts.get(digest, 0) + 1
        yield replace(one, fingerprint=f"{digest}:{counts[digest]}")
