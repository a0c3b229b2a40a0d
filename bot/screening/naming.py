"""Pseudonyms and the order of applications: decided by a secret, not by upload and not by merit.

Each screening has a random salt of its own. An application's code is made of
HMAC-SHA-256(salt, SHA-256 of the document); applications are shown in the order of their codes.
So the order can't be foreseen or chosen by anybody, says nothing about anybody, and is the same
whenever the same screening is shown. Whoever holds a document and the database can find its code
again; from the code nobody finds the document.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # without I and O, which are read as 1 and 0
_DIGITS = "23456789"
SALT_BYTES = 32
PSEUDONYM = "Bewerbung {code}"


def codes(salt: bytes, documents: Iterable[bytes]) -> Mapping[bytes, str]:
    """A code such as "A7K" (letter, digit, letter: never a word) for each different document.

    Args:
        salt: ``SALT_BYTES`` random bytes.
        documents: digests of the documents, in any order; the codes don't depend on it.
    """
    drawn: dict[bytes, str] = {}
    taken: set[str] = set()
    # Where two draw the same code, the order of their secrets tells who draws again.
    for document in sorted(set(documents), key=lambda d: _secret(salt, d, 0)):
        attempt = 0
        while (code := _code(_secret(salt, document, attempt))) in taken:
            attempt += 1
        taken.add(code)
        drawn[document] = code
    return drawn


def _secret(salt: bytes, document: bytes, attempt: int) -> bytes:
    return hmac.new(salt, document + attempt.to_bytes(4, "big"), hashlib.sha256).digest()


def _code(secret: bytes) -> str:
    number = int.from_bytes(secret, "big")
    number, last = divmod(number, len(_LETTERS))
    number, middle = divmod(number, len(_DIGITS))
    return _LETTERS[number % len(_LETTERS)] + _DIGITS[middle] + _LETTERS[last]
