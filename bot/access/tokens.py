"""Short-lived signed tokens: of portals' visitors, and of recruiters who logged in.

JSON Web Tokens, HS256 and nothing else. Who they are for stands in the audience, so none of one
kind passes for the other; the key's id tells a token that another secret signed.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from bot.settings import Settings

ISSUER: Final = "karrierelotse"
MAX_SECONDS: Final = 3600
LEEWAY_SECONDS: Final = 30
"""By which clocks of replicas may differ."""

SECRET_BYTES: Final = 32
_ALGORITHM: Final = "HS256"
_CLAIMS: Final = ("iss", "aud", "sub", "iat", "exp")
_LONGEST: Final = 4_000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a good token says.

    Attributes:
        subject: whom it was given to.
        facts: the other claims it was signed with.
    """

    subject: str
    facts: Mapping[str, Any]


class Signer:
    """Signs and reads tokens. Safe to share between threads.

    Args:
        secret: at least ``SECRET_BYTES``.
        now: the time, aware.
    """

    def __init__(
        self, secret: bytes, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        if len(secret) < SECRET_BYTES:
            raise ValueError("the secret is too short")
        self._secret = secret
        self._now = now
        self._id = hashlib.sha256(b"kid" + secret).hexdigest()[:12]

    @classmethod
    def open(cls, settings: Settings) -> Signer:
        """With the configured secret, or one of this process alone."""
        if settings.secret is not None:
            return cls(settings.secret.get_secret_value().encode())
        return cls(secrets.token_bytes(SECRET_BYTES))

    def derived(self, purpose: str) -> bytes:
        """A secret of its own for another use."""
        return hashlib.blake2b(purpose.encode(), key=self._secret[:64], digest_size=32).digest()

    def sign(
        self, audience: str, subject: str, seconds: int, **facts: object
    ) -> tuple[str, datetime]:
        """A token and when it ends."""
        import jwt

        now = self._now()
        ends = (now + timedelta(seconds=seconds)).replace(microsecond=0)
        claims = {**facts, "iss": ISSUER, "aud": audience, "sub": subject, "iat": now, "exp": ends}
        return jwt.encode(claims, self._secret, _ALGORITHM, headers={"kid": self._id}), ends

    def read(self, token: str, audience: str) -> Signed | None:
        """What the token says; None where it isn't ours, isn't for this, or has ended."""
        import jwt

        if len(token) > _LONGEST:
            return None
        try:
            if jwt.get_unverified_header(token).get("kid") != self._id:
                return None
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[_ALGORITHM],
                audience=audience,
                issuer=ISSUER,
                # Times are held against our own clock, below.
                options={
                    "require": list(_CLAIMS),
                    "strict_aud": True,
                    "verify_exp": False,
                    "verify_iat": False,
                },
            )
            began, ends = int(claims["iat"]), int(claims["exp"])
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
            return None
        if not began - LEEWAY_SECONDS <= self._now().timestamp() < ends + LEEWAY_SECONDS:
            return None
        facts = {name: value for name, value in claims.items() if name not in _CLAIMS}
        return Signed(claims["sub"], facts)


def looks_signed(text: str) -> bool:
    """Whether this tries to be such a token."""
    return text.startswith("eyJ") and text.count(".") == 2
