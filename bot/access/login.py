"""Recruiters' login at an OpenID Connect provider: authorization code with PKCE, state and nonce.

Nothing is kept between the two requests of a login, and nothing of the provider: its addresses and
keys are asked for each time, so whatever it changes holds at the next login.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from bot.access.errors import LoginError, ProviderError
from bot.errors import UsageError

if TYPE_CHECKING:
    from authlib.integrations.starlette_client import StarletteOAuth2App

    from bot.settings import Settings

WAY_SECONDS: Final = 600
"""How long somebody may take at the provider."""

PROVIDER_SECONDS: Final = 10
_SCOPE: Final = "openid email profile"
_LEEWAY_SECONDS: Final = 60
_ALGORITHMS: Final = frozenset(
    f"{family}{bits}" for family in ("RS", "PS", "ES") for bits in (256, 384, 512)
) | {"EdDSA", "Ed25519"}
"""Signatures with the provider's public key; never "none", never one with a shared secret."""

_FAILED: Final = "Die Anmeldung ist nicht gelungen."
"""What a page says of it goes by the error's kind."""


class RefusedError(LoginError):
    """Who logged in is known, and may not enter."""


@dataclass(frozen=True, slots=True)
class Way:
    """What must be known again when somebody comes back.

    Attributes:
        state, nonce, verifier: of this login alone.
        redirect_uri: where the provider was told to send them.
        back: the page they set out from.
    """

    state: str
    nonce: str
    verifier: str
    redirect_uri: str
    back: str


@dataclass(frozen=True, slots=True)
class Login:
    """A provider, and whom of its people we let in.

    Attributes:
        issuer: the provider's address, as it calls itself.
        client_id, client_secret: our name and secret there.
        claim: what names the reviewer.
        allowed: names, or ``CLAIM=VALUE``; a dot steps into an object, as in
            ``realm_access.roles=recruiting``.
    """

    issuer: str
    client_id: str
    client_secret: str | None
    claim: str
    allowed: tuple[str, ...]

    @classmethod
    def open(cls, settings: Settings) -> Login | None:
        """The configured provider; None where there is none.

        Raises:
            UsageError: it is configured in part.
        """
        if settings.oidc_issuer is None:
            return None
        if settings.oidc_client_id is None or not settings.oidc_allowed:
            missing = "CLIENT_ID" if settings.oidc_client_id is None else "ALLOWED"
            raise UsageError(f"Zu LOTSE_OIDC_ISSUER gehört LOTSE_OIDC_{missing}.")
        secret = settings.oidc_client_secret
        return cls(
            settings.oidc_issuer.rstrip("/"),
            settings.oidc_client_id,
            secret.get_secret_value() if secret else None,
            settings.oidc_claim,
            settings.oidc_allowed,
        )

    @property
    def host(self) -> str:
        """What people know the provider by."""
        return urlsplit(self.issuer).netloc

    async def begin(self, redirect_uri: str, back: str) -> tuple[str, Way]:
        """The provider's address for this login, and what must be kept of it.

        Raises:
            ProviderError: it can't be reached.
        """
        with _plain_errors():
            async with asyncio.timeout(PROVIDER_SECONDS):
                client = await self._client()
                made = await client.create_authorization_url(redirect_uri)
        way = Way(made["state"], made["nonce"], made["code_verifier"], redirect_uri, back)
        return made["url"], way

    async def end(self, way: Way, answered: Mapping[str, str]) -> str:
        """The name of who came back.

        Args:
            way: what was kept of this login's beginning.
            answered: the query of the request that the provider sent them with.

        Raises:
            ProviderError: it can't be reached.
            RefusedError: they may not enter.
            LoginError: this is no answer to that beginning.
        """
        if not hmac.compare_digest(way.state.encode(), answered.get("state", "").encode()):
            raise LoginError(_FAILED, log="login: another state")
        if "error" in answered or "code" not in answered:
            raise LoginError(_FAILED, log="login: the provider answered an error")
        with _plain_errors():
            async with asyncio.timeout(PROVIDER_SECONDS):
                client = await self._client()
                token = await client.fetch_access_token(
                    redirect_uri=way.redirect_uri,
                    code=answered["code"],
                    code_verifier=way.verifier,
                )
                claims = await self._claims(client, token, way.nonce)
        return self._name(claims)

    async def _client(self) -> StarletteOAuth2App:
        from authlib.integrations.starlette_client import StarletteIntegration, StarletteOAuth2App

        client = StarletteOAuth2App(
            StarletteIntegration("login"),
            client_id=self.client_id,
            client_secret=self.client_secret,
            server_metadata_url=f"{self.issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": _SCOPE,
                "code_challenge_method": "S256",
                "timeout": PROVIDER_SECONDS,
                **({} if self.client_secret else {"token_endpoint_auth_method": "none"}),
            },
        )
        about = await client.load_server_metadata()
        if str(about.get("issuer", "")).rstrip("/") != self.issuer:
            raise ValueError("the provider calls itself otherwise")
        named = about.get("id_token_signing_alg_values_supported") or ()
        about["id_token_signing_alg_values_supported"] = [
            one for one in named if one in _ALGORITHMS
        ] or ["RS256"]
        return client

    async def _claims(
        self, client: StarletteOAuth2App, token: Mapping[str, Any], nonce: str
    ) -> dict[str, Any]:
        if "id_token" not in token:
            raise LoginError(_FAILED, log="login: no id token")
        about = client.server_metadata
        checked = {
            "iss": {"essential": True, "value": about["issuer"]},
            "aud": {"essential": True, "value": self.client_id},
        }
        claims = await client.parse_id_token(
            token, nonce, claims_options=checked, leeway=_LEEWAY_SECONDS
        )
        told = dict(claims)
        asked = [self.claim, *(rule.partition("=")[0] for rule in self.allowed if "=" in rule)]
        if "userinfo_endpoint" in about and any(not list(_found(told, one)) for one in asked):
            more = await client.userinfo(token=token)
            if more.get("sub") != told["sub"]:
                raise LoginError(_FAILED, log="login: user info of somebody else")
            told = {**more, **told}
        return told

    def _name(self, claims: Mapping[str, Any]) -> str:
        name = next((one for one in _found(claims, self.claim) if one.strip()), None)
        if name is None:
            raise RefusedError(_FAILED, log=f"login: no claim {self.claim}")
        if self.claim == "email" and claims.get("email_verified") is False:
            raise RefusedError(_FAILED, log="login: the address isn't verified")
        for rule in self.allowed:
            claim, is_claim, value = rule.partition("=")
            if is_claim and value in _found(claims, claim):
                return name
            if not is_claim and rule.casefold() == name.casefold():
                return name
        raise RefusedError(_FAILED, log="login: nobody who may enter")


def _found(claims: Mapping[str, Any], path: str) -> Iterator[str]:
    """The texts at a claim: one, or a list's."""
    found: Any = claims.get(path)
    if found is None:
        found = claims
        for part in path.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, str):
            yield one


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Libraries' errors as ours; their own texts go nowhere, they may hold what was sent."""
    from authlib.integrations.base_client import OAuthError
    from joserfc.errors import JoseError

    try:
        yield
    except LoginError:
        raise
    except (OAuthError, JoseError) as error:
        raise LoginError(_FAILED, log=f"login: {type(error).__name__}") from error
    except Exception as error:  # the client's kinds depend on which one authlib finds
        raise ProviderError(_FAILED, log=f"login: provider: {type(error).__name__}") from error
