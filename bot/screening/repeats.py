"""A request that is sent twice begins one screening: whoever repeats it gets the first answer.

With the first entry of a screening the log keeps two digests: of the caller's key, with who sent
it, and of what was sent. They are content, so they are deleted with the screening.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Final

from bot.screening.errors import KeyBusyError, KeyReusedError
from bot.screening.folding import fold
from bot.screening.intake import Document, Receipt
from bot.screening.log import Entry, Writer
from bot.screening.naming import PSEUDONYM, codes
from bot.screening.report import canonical
from bot.screening.results import Started

ATTEMPT: Final = "attempt"
"""Where the first entry's content keeps the digests."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What tells a repeated request from another one: hexadecimal SHA-256 of each.

    Attributes:
        key: of who sends it, and the key that it carries.
        request: of the role, the language, and the documents with their names.
    """

    key: str
    request: str


def attempt_of(
    key: str, who: str, role_id: str, language: str, documents: Sequence[Document]
) -> Attempt:
    """The attempt that a request with a key is."""
    told = [[one.name, hashlib.sha256(one.data).hexdigest()] for one in documents]
    return Attempt(_digest([who, key]), _digest([role_id, language, told]))


class Attempts:
    """The attempts that this process is working on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._busy: set[str] = set()

    @contextmanager
    def alone(self, attempt: Attempt | None) -> Iterator[None]:
        """Refuses a second one with the same key meanwhile; without a key there is none.

        Raises:
            KeyBusyError: the first is still being worked on.
        """
        if attempt is None:
            yield
            return
        with self._lock:
            if attempt.key in self._busy:
                raise KeyBusyError(
                    "Die erste Anfrage mit diesem Idempotency-Key ist noch in Arbeit.",
                    log="a screening is being begun with the same key",
                    english="The first request with this Idempotency-Key is still being worked on.",
                )
            self._busy.add(attempt.key)
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(attempt.key)


def _begun_before(log: Writer, attempt: Attempt) -> Entry | None:
    for entry in log.heads():
        kept = (entry.content or {}).get(ATTEMPT) if entry.action == "opened" else None
        if kept and kept["key"] == attempt.key:
            if kept != asdict(attempt):
                raise KeyReusedError(
                    "Mit diesem Idempotency-Key kam schon eine andere Anfrage.",
                    log="an idempotency key came with another request",
                    english="Another request came with this Idempotency-Key before.",
                )
            return entry
    return None


def told_again(
    log: Writer, attempt: Attempt, who: str, documents: Sequence[Document]
) -> Started | None:
    """The answer that the first request got, without what was deleted since; None if this is it.

    That it was seen again is logged.

    Args:
        log: where it is kept.
        attempt: what came now.
        who: sent it.
        documents: those that came now, as nothing has kept the first ones.

    Raises:
        KeyReusedError: a different request came with the key.
    """
    first = _begun_before(log, attempt)
    if first is None:
        return None
    entries = log.entries(first.screening)
    state = next(entry.number for entry in entries if entry.action == "viewed") - 1
    report = fold(entries, state)
    assert first.content is not None
    digests = [hashlib.sha256(one.data).digest() for one in documents]
    drawn = codes(bytes.fromhex(first.content["salt"]), digests)
    reasons = {failure.number: failure.reason for failure in report.failures}
    receipts = []
    for number, (document, key) in enumerate(zip(documents, digests, strict=True), 1):
        reason = reasons.get(number)
        code = None if reason else drawn[key]
        pseudonym = PSEUDONYM.format(code=code) if code else None
        receipts.append(Receipt(number, document.name, code, pseudonym, reason))
    log.append(first.screening, who, "viewed")
    return Started(report, tuple(receipts), repeated=True)


def _digest(told: object) -> str:
    return hashlib.sha256(canonical(told)).hexdigest()
