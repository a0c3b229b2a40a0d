"""By which an answer that comes back from a page is known to be ours.

A page keeps its conversation and sends it back when somebody wants it as a file. The seal is a
keyed hash over what such a file shows: whoever changes a word of it can't make a new one.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict
from typing import TYPE_CHECKING, Self

from bot.domain import Answer

if TYPE_CHECKING:
    from bot.settings import Settings

_PURPOSE = b"answer"
_SEALED = ("question", "standalone_question", "status", "reason", "text", "citations", "warnings",
           "answerer")  # fmt: skip


class Seals:
    """Makes and checks seals with one key.

    Args:
        secret: the same for all replicas; without one a key is made that ends with this process.
    """

    def __init__(self, secret: str | None = None) -> None:
        key = secret.encode() if secret else secrets.token_bytes(32)
        self._key = hmac.digest(key, _PURPOSE, hashlib.sha256)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """With ``LOTSE_SECRET``, where that is set."""
        return cls(settings.secret.get_secret_value() if settings.secret else None)

    def seal(self, answer: Answer) -> str:
        """The seal of an answer, 64 hexadecimal digits."""
        told = asdict(answer)
        shown = json.dumps([told[name] for name in _SEALED], ensure_ascii=False)
        return hmac.new(self._key, shown.encode(), hashlib.sha256).hexdigest()

    def holds(self, answer: Answer, seal: str) -> bool:
        """Whether the seal was made here for this very answer."""
        return hmac.compare_digest(self.seal(answer), seal)
