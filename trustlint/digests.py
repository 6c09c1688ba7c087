"""Digests without OpenSSL, which takes as long to load as the rest of a small run."""

import sys

from trustlint.memo import cache, partial
from trustlint.typed import TYPE_CHECKING, Iterable

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b
    except ImportError:  # another Python
        from hashlib import blake2b

    def sha256(content):
        """As `hashlib.sha256`. The module is loaded when the first fingerprint is made."""
        return _sha256()(content)

    @cache
    def _sha256():
        try:
            if sys.version_info < (3, 12):
                from _sha256 import sha256 as made
            else:
                from _sha2 import sha256 as made
        except ImportError:
            from hashlib import sha256 as made
        return made


__all__ = ["LENGTH", "of", "of_many", "sha256"]

LENGTH = 32
"""Bytes of a digest of ours. Fingerprints that others see are SHA-256, as they always were."""

PART = 128 * 1024
"""Bytes of a file that are held at once."""


def of(content: bytes) -> bytes:
    """What tells some bytes from all others."""
    return blake2b(content, digest_size=LENGTH).digest()


def of_file(path: str) -> bytes | None:
    """The same of a file, of which a part at a time is held; `None` where there is none that can be read."""
    try:
        with open(path, "rb") as file:
            return of_parts(iter(partial(file.read, PART), b""))
    except (OSError, ValueError):
        return None


def of_parts(parts: Iterable[bytes]) -> bytes:
    """The same of what comes a part at a time."""
    made = blake2b(digest_size=LENGTH)
    for part in parts:
        made.update(part)
    return made.digest()


def of_many(first: bytes, contents: Iterable[bytes]) -> bytes:
    """The same of several contents in a row, which do not run into each other."""
    sizes_and_contents = blake2b(first, digest_size=LENGTH)
    for content in contents:
        sizes_and_contents.update(b"%d:" % len(content))
        sizes_and_contents.update(content)
    return sizes_and_contents.digest()
