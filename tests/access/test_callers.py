"""Who asks is told by good keys and tokens alone; tokens open no more than their portal."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta

import jwt
import pytest

from bot.access.callers import Access, BadCredentialError, Caller
from bot.access.errors import PortalError
from bot.access.portals import Portals
from bot.access.rates import Rates
from bot.access.tokens import LEEWAY_SECONDS, Signer
from bot.errors import UsageError
from bot.settings import load_settings

SECRET = b"an octet string of some forty octets ..."
ADDRESS = "192.0.2.7"


class Clock:
    def __init__(self):
        self.time = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def access(tmp_path, clock):
    limits = {"visitor": "2/day", "address": "3/day", "portal": "50/day", "matches": "1/day"}
    portals = Portals(tmp_path / "portals.json", clock)
    return Access(portals, Signer(SECRET, clock), Rates(), True, False, (), limits)


@pytest.fixture
def portal(access):
    access.portals.add("A", ["ask", "chat", "tokens"])
    return access.portals.active("A")


def given(access, portal, visitor="v1", seconds=600, scopes=None):
    return access.give_token(portal, visitor, seconds, scopes).token


def ask(access, shown):
    return access.caller(f"Bearer {shown}", ADDRESS)


def test_a_key_and_a_token_tell_who_asks(access, portal):
    key = access.portals.rotate("A")
    portal = access.portals.active("A")
    assert ask(access, key) == Caller(ADDRESS, "A", None, ("ask", "chat", "tokens"))
    token = access.give_token(portal, "v1", 600, None)
    assert token.scopes == ("ask", "chat")
    assert ask(access, token.token) == Caller(ADDRESS, "A", "v1", ("ask", "chat"), is_token=True)
    assert ask(access, given(access, portal, None)).visitor is None


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic lotse_x", "Bearer none", "Bearer sk-abc", "x y z"]
)
def test_what_does_not_look_like_ours_counts_as_nothing(access, header):
    assert access.caller(header, ADDRESS) == Caller(ADDRESS)


def test_what_looks_like_ours_must_be_good(access, portal):
    for shown in ("lotse_", "lotse_x", "eyJ.eyJ.x", "eyJhbGciOiJub25lIn0.e30."):
        with pytest.raises(BadCredentialError):
            ask(access, shown)


def test_a_token_ends(access, portal, clock):
    token = given(access, portal, seconds=60)
    clock.time += timedelta(seconds=60 + LEEWAY_SECONDS - 1)
    assert ask(access, token).visitor == "v1"
    clock.time += timedelta(seconds=1)
    with pytest.raises(BadCredentialError):
        ask(access, token)


def test_a_token_ends_with_its_portal_and_not_with_a_rotation(access, portal, clock):
    token = given(access, portal)
    access.portals.rotate("A", 0)
    assert ask(access, token).portal == "A"
    access.portals.revoke("A")
    with pytest.raises(BadCredentialError):
        ask(access, token)
    clock.time += timedelta(microseconds=1)
    access.portals.add("A", ["ask", "chat", "tokens"])
    with pytest.raises(BadCredentialError):  # another portal of the same name
        ask(access, token)


def test_tokens_open_no_more_than_the_portal(access, portal):
    assert ask(access, given(access, portal, scopes=["chat"])).scopes == ("chat",)
    for scopes in (["match"], ["ask", "match"], ["tokens"], ["alles"], []):
        with pytest.raises(PortalError, match="nicht weitergeben"):
            given(access, portal, scopes=scopes)


def claims(token):
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def test_forged_tokens_are_refused(access, portal, clock):
    token = given(access, portal)
    head = jwt.get_unverified_header(token)
    told = claims(token)
    # Signed with the right secret: what follows is refused for its claims alone.
    assert ask(access, jwt.encode(told, SECRET, "HS256", {"kid": head["kid"]})).visitor == "v1"
    forged = {
        "another secret": jwt.encode(told, SECRET[::-1], "HS256", {"kid": head["kid"]}),
        "no kid": jwt.encode(told, SECRET, "HS256"),
        "another kid": jwt.encode(told, SECRET, "HS256", {"kid": "0"}),
        "another algorithm": jwt.encode(told, SECRET * 2, "HS512", {"kid": head["kid"]}),
        "no algorithm": jwt.encode(told, None, "none", {"kid": head["kid"]}),
        "another issuer": {"iss": "eve"},
        "another audience": {"aud": "reviewer"},
        "several audiences": {"aud": ["visitor", "reviewer"]},
        "issued tomorrow": {"iat": (clock.time + timedelta(days=36500)).timestamp()},
        "no end": {"exp": None},
        "an end that is none": {"exp": "morgen"},
        "an unknown portal": {"portal": "B"},
        "no portal": {"portal": None},
        "another creation": {"since": "2026-01-01T00:00:00+00:00"},
        "no subject": {"sub": None},
    }
    for name, one in forged.items():
        if isinstance(one, dict):
            kept = {key: v for key, v in (told | one).items() if v is not None}
            one = jwt.encode(kept, SECRET, "HS256", {"kid": head["kid"]})
        with pytest.raises(BadCredentialError):
            pytest.fail(f"{name}: {ask(access, one)}")
    for cut in (token[:-2], token.upper(), token + "x", token.replace(".", ".x")):
        with pytest.raises(BadCredentialError):
            pytest.fail(str(ask(access, "eyJ" + cut[3:])))


def test_tokens_of_one_kind_are_none_of_the_other(access):
    reviewer, _ = access.signer.sign("reviewer", "Ada", 600)
    assert access.signer.read(reviewer, "reviewer").subject == "Ada"
    assert access.signer.read(reviewer, "visitor") is None


def test_replicas_share_a_secret_and_nothing_else_does(clock):
    token, _ = Signer(SECRET, clock).sign("visitor", "x", 600)
    assert Signer(SECRET, clock).read(token, "visitor")
    assert Signer(SECRET + b"x", clock).read(token, "visitor") is None
    with pytest.raises(ValueError, match="short"):
        Signer(b"x" * 31)


def test_the_operator_is_told_of_a_secret_that_nobody_shares(monkeypatch, tmp_path):
    monkeypatch.setenv("LOTSE_PORTALS", str(tmp_path / "portals.json"))
    assert Access.open(load_settings()).notices == ()
    Portals(tmp_path / "portals.json").add("A")
    assert "LOTSE_SECRET" in Access.open(load_settings()).notices[0]
    monkeypatch.setenv("LOTSE_SECRET", SECRET.decode())
    assert Access.open(load_settings()).notices == ()
    monkeypatch.setenv("LOTSE_STORE_URL", "http://x")
    with pytest.raises(UsageError, match="LOTSE_STORE_URL"):
        Access.open(load_settings())


def test_origins_are_those_of_settings_and_portals(access, tmp_path):
    access.portals.add("A", origins=["https://a.example"])
    both = Access(
        access.portals, access.signer, access.rates, True, False, ("https://b.example",), {}
    )
    assert both.origins() == ("https://b.example", "https://a.example")
    (tmp_path / "portals.json").write_text("{")
    assert both.origins() == ("https://b.example",)
