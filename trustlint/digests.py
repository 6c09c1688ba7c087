"""Digests without OpenSSL, which takes as long to load as the rest of a small run."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b
    except ImportError:  # another Python
        from hashlib import blake2b
    try:
        from _sha2 import sha256
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256

__all__ = ["LENGTH", "of", "of_many", "sha256"]

LENGTH = 32
"""Bytes of a digest of ours. Fingerprints that others see are SHA-256, as they always were."""


def of(content: bytes) -> bytes:
    """What tells some bytes from all others."""
    return blake2b(content, digest_size=LENGTH).digest()


def of_many(first: bytes, contents: Iterable[bytes]) -> bytes:
    """The same of several contents in a row, which do not run into each other."""
    sizes_and_contents = blake2b(first, digest_size=LENGTH)
    for content in contents:
        sizes_and_contents.update(b"%d:" % len(content))
        sizes_and_contents.update(content)
    return sizes_and_contents.digest()
