"""Who asks, by what a request shows, and what that opens."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.access.errors import PortalError, PortalsFileError
from bot.access.login import Login
from bot.access.portals import MARK, Portal, Portals
from bot.access.rates import QUESTION_UNITS, UNITS, Count, Rates, Standing
from bot.access.scopes import INSIDE, KEPT_BACK, METRICS, SCOPES, Cost, Door
from bot.access.tokens import MAX_SECONDS, Signer, looks_signed

if TYPE_CHECKING:
    from bot.settings import Settings

VISITOR_CHARACTERS: Final = 64
_AUDIENCE: Final = "visitor"
_INSIDE_AUDIENCE: Final = "page"
_IPV6_NETWORK: Final = 64
"""Bits of an IPv6 address that one household or firm has."""

NO_SECRET: Final = (
    "LOTSE_SECRET ist nicht gesetzt: Tokens und Anmeldungen gelten nur in diesem Prozess und nur "
    "bis zu seinem Ende."
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        address: where the request comes from, as far as proxies are believed.
        portal: whose key or token it shows; None for nobody's.
        visitor: as the portal's token calls them; None where it doesn't.
        scopes: what that opens; None for who shows nothing.
        is_token: whether it was a token, which a browser may hold.
    """

    address: str
    portal: str | None = None
    visitor: str | None = None
    scopes: tuple[str, ...] | None = None
    is_token: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A token for a portal's visitor.

    Attributes:
        token: to be shown as ``Authorization: Bearer``.
        expires: when it ends, aware.
        scopes: what it opens.
    """

    token: str
    expires: datetime
    scopes: tuple[str, ...]


class BadCredentialError(Exception):
    """A key or token was shown that is unknown, revoked, ended or changed."""


@dataclass(frozen=True)
class Access:
    """All that decides who may do what.

    Attributes:
        portals: who holds keys.
        signer: of tokens.
        rates: how often.
        anonymous: whether who shows nothing is answered, too.
        metrics_key: whether the counters need a key.
        fixed_origins: of the settings.
        limits: rates by kind, such as {"visitor": "60/minute"}.
        login: the recruiters' provider; None where none is set up.
        notices: sentences for the operator.
    """

    portals: Portals
    signer: Signer
    rates: Rates
    anonymous: bool
    metrics_key: bool
    fixed_origins: tuple[str, ...]
    limits: dict[str, str]
    login: Login | None = None
    notices: tuple[str, ...] = ()

    @classmethod
    def open(cls, settings: Settings) -> Access:
        """As the settings say.

        Raises:
            LotseError: the portals' file can't be read, or a setting can't be meant.
        """
        portals = Portals(settings.portals.expanduser())
        signer = Signer.open(settings)
        login = Login.open(settings) if settings.screening else None
        shares = login is not None or any(one.revoked is None for one in portals.all())
        return cls(
            portals,
            signer,
            Rates.open(settings, signer.derived("rates") if settings.secret else b""),
            settings.anonymous,
            settings.metrics_key_required,
            settings.origins,
            {
                "visitor": settings.rate_visitor,
                "address": settings.rate_address,
                "portal": settings.rate_portal,
                "matches": settings.rate_matches,
            },
            login,
            (NO_SECRET,) if settings.secret is None and shares else (),
        )

    @classmethod
    def unset(cls) -> Access:
        """As without any setting and any portal."""
        from bot.settings import Settings

        return cls.open(Settings.model_construct(portals=Path("/nowhere/portals.json")))

    def origins(self) -> tuple[str, ...]:
        """Of pages that may call and embed: the settings' and the portals', each once."""
        try:
            portals = self.portals.origins()
        except PortalsFileError as error:
            log.warning("%s", error.log)
            portals = ()
        return tuple(dict.fromkeys((*self.fixed_origins, *portals)))

    def caller(self, authorization: str, address: str) -> Caller:
        """Who shows this header.

        What isn't one of our keys or tokens by its looks counts as nothing: clients of OpenAI's
        interface can't but send some key.

        Raises:
            BadCredentialError: it looks like ours and isn't good.
            PortalsFileError: nobody can be recognised now.
        """
        scheme, _, shown = authorization.partition(" ")
        shown = shown.strip()
        if scheme.lower() != "bearer" or not shown:
            return Caller(address)
        if looks_signed(shown):
            return self._visitor(shown, address)
        if not shown.startswith(MARK):
            return Caller(address)
        portal = self.portals.holder_of(shown)
        if portal is None:
            raise BadCredentialError
        return Caller(address, portal.name, None, portal.scopes)

    def inside(self, token: str, address: str) -> Caller | None:
        """Who logged in as a recruiter and may open the page; None for anybody else."""
        known = self.signer.read(token, _INSIDE_AUDIENCE) if self.login is not None else None
        return Caller(address, None, None, INSIDE) if known else None

    def inside_token(self, name: str, seconds: int) -> str:
        """What opens the page for who logged in."""
        return self.signer.sign(_INSIDE_AUDIENCE, name, seconds)[0]

    def give_token(
        self, portal: Portal, visitor: str | None, seconds: int, scopes: Sequence[str] | None
    ) -> Given:
        """A token for a portal's visitor.

        Args:
            portal: who asks for it.
            visitor: as the portal calls them, opaque to us; limits are counted by it.
            seconds: 1 to ``MAX_SECONDS``.
            scopes: None for all that the portal may pass on.

        Raises:
            PortalError: the portal can't pass that on.
        """
        passed = tuple(one for one in portal.scopes if one not in KEPT_BACK)
        wanted = passed if scopes is None else tuple(one for one in SCOPES if one in scopes)
        refused = [one for one in (*wanted, *(scopes or ())) if one not in passed]
        if refused or not wanted:
            named = f"„{refused[0]}“" if refused else "nichts"
            english = f"pass on “{refused[0]}”" if refused else "pass on anything"
            raise PortalError(
                f"Dieses Portal kann {named} nicht weitergeben.",
                english=f"This portal cannot {english}.",
            )
        # A portal that was revoked and added again is another one: its creation tells them apart.
        facts = {"portal": portal.name, "since": portal.created, "scopes": wanted}
        token, ends = self.signer.sign(_AUDIENCE, visitor or "", min(seconds, MAX_SECONDS), **facts)
        return Given(token, ends, wanted)

    def needs_key(self, door: Door) -> bool:
        """Whether who shows nothing is refused there."""
        if door is METRICS:
            return self.metrics_key
        return door.always_key or not self.anonymous

    async def spend(self, caller: Caller, cost: Cost, paid: Cost | None = None) -> Standing | None:
        """Counts a request of this caller.

        Args:
            caller: who asks.
            cost: what it counts as.
            paid: what it was counted as before more of it was known; the rest is counted now.
        """
        before = self._counts(caller, paid) if paid else []
        return await self.rates.spend(
            [count for count in self._counts(caller, cost) if count not in before]
        )

    def _visitor(self, token: str, address: str) -> Caller:
        signed = self.signer.read(token, _AUDIENCE)
        portal = self.portals.active(str(signed.facts.get("portal"))) if signed else None
        if signed is None or portal is None or signed.facts.get("since") != portal.created:
            raise BadCredentialError
        # What the portal may no longer do, its visitors mayn't either.
        scopes = tuple(one for one in portal.scopes if one in signed.facts.get("scopes", ()))
        return Caller(address, portal.name, signed.subject or None, scopes, is_token=True)

    def _counts(self, caller: Caller, cost: Cost) -> list[Count]:
        units, spent = QUESTION_UNITS, UNITS[cost]
        if caller.visitor is not None:
            kind, subject = "visitor", f"{caller.portal}\n{caller.visitor}"
        else:
            kind, subject = "address", f"{caller.portal or ''}\n{_network(caller.address)}"
        counts = []
        if caller.portal is None or caller.is_token:  # a portal's own systems share one address
            if cost == "match":
                counts.append(Count("matches", f"{kind}\n{subject}", self.limits["matches"], 1, 1))
            counts.append(Count(kind, subject, self.limits[kind], units, spent))
        if caller.portal is not None:
            counts.append(Count("portal", caller.portal, self.limits["portal"], units, spent))
        return counts


def _network(address: str) -> str:
    """What is counted as one address: of IPv6 the part that one household or firm has."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return f"{int(parsed) >> (128 - _IPV6_NETWORK):x}::/{_IPV6_NETWORK}"
    return address
