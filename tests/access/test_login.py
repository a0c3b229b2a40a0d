"""Nobody is logged in but whom the provider names, for us, in this login, and who may enter."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import OctKey, RSAKey

from bot.access.errors import LoginError, ProviderError
from bot.access.login import Login, RefusedError, Way
from bot.errors import UsageError
from bot.evaluation.ports import free_port
from bot.settings import load_settings
from tests.access.provider import CLIENT, Forger, forger, real_provider
from tests.apart import run_apart

ADA = "ada@firma.example"
HERE = "http://127.0.0.1:7860/login/callback"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with real_provider() as url:
        yield url


@pytest.fixture
def liar() -> Iterator[Forger]:
    with forger() as made:
        yield made


def login_at(url: str, **changes: object) -> Login:
    return replace(Login(url, CLIENT, "geheim", "email", (ADA,)), **changes)


def begun(login: Login) -> tuple[dict[str, str], Way, str]:
    url, way = run_apart(login.begin(HERE, "/"))
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}, way, url


def ended(login: Login, way: Way, **answered: str) -> str:
    return run_apart(login.end(way, answered))


def authorised(url: str, sub: str) -> dict[str, str]:
    """What the provider sends back when somebody logs in there."""
    response = httpx.post(url, data={"sub": sub})
    assert response.status_code == 302
    found = parse_qs(urlsplit(response.headers["location"]).query)
    return {name: values[0] for name, values in found.items()}


def test_the_real_protocol(provider):
    login = login_at(provider)
    asked, way, url = begun(login)
    assert asked["response_type"] == "code" and asked["client_id"] == CLIENT
    assert asked["scope"].split() == ["openid", "email", "profile"]
    assert asked["code_challenge_method"] == "S256"
    digest = hashlib.sha256(way.verifier.encode()).digest()
    assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert asked["state"] == way.state and asked["nonce"] == way.nonce
    assert way.verifier not in url and len(way.verifier) >= 43
    answered = authorised(url, ADA)
    assert ended(login, way, **answered) == ADA
    with pytest.raises(LoginError):  # a code is good once
        ended(login, way, **answered)


def test_each_login_has_secrets_of_its_own(provider):
    first, second = begun(login_at(provider))[1], begun(login_at(provider))[1]
    assert not {first.state, first.nonce, first.verifier} & {
        second.state, second.nonce, second.verifier,
    }  # fmt: skip


def test_another_state_nonce_or_code_logs_nobody_in(provider):
    login = login_at(provider)
    _, way, url = begun(login)
    for answered in (
        authorised(url, ADA) | {"state": "geraten"},
        authorised(url, ADA) | {"state": ""},
        authorised(url, ADA) | {"state": "ä"},
        authorised(url, ADA) | {"code": "geraten"},
        {"state": way.state},
        {"state": way.state, "error": "access_denied"},
    ):
        with pytest.raises(LoginError) as caught:
            pytest.fail(ended(login, way, **answered))
        assert not isinstance(caught.value, ProviderError | RefusedError)
    with pytest.raises(LoginError):
        pytest.fail(ended(login, replace(way, nonce="x"), **authorised(url, ADA)))


def test_who_may_not_enter_is_refused(provider):
    login = login_at(provider)
    _, way, url = begun(login)
    with pytest.raises(RefusedError):
        ended(login, way, **authorised(url, "eve@firma.example"))
    httpx.put(f"{provider}/users/bo", json={"email": "bo@x.example", "groups": ["a", "hr"]})
    for allowed, enters in (
        (("groups=hr",), True),
        (("groups=h",), False),
        (("groups",), False),
        (("BO@x.example",), True),
        (("sub=eve", "groups=hr"), True),
    ):
        login = login_at(provider, allowed=allowed)
        _, way, url = begun(login)
        if enters:
            assert ended(login, way, **authorised(url, "bo")) == "bo@x.example"
        else:
            with pytest.raises(RefusedError):
                pytest.fail(ended(login, way, **authorised(url, "bo")))


def told_by(liar: Forger, login: Login) -> str:
    asked, way, _ = begun(login)
    liar.nonce = asked["nonce"]
    return ended(login, way, state=way.state, code="c")


def test_what_a_good_provider_says_is_believed(liar):
    assert told_by(liar, login_at(liar.url)) == ADA
    [form] = liar.forms
    assert form["code_verifier"] and form["redirect_uri"] == [HERE]
    public = login_at(liar.url, client_secret=None)
    assert told_by(liar, public) == ADA and liar.forms[1]["client_id"] == [CLIENT]


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another"},
        {"aud": "another", "azp": CLIENT},
        {"aud": ["another", CLIENT]},
        {"aud": None},
        {"iss": "https://eve.example"},
        {"iss": None},
        {"exp": 1},
        {"exp": None},
        {"exp": "morgen"},
        {"iat": 99_999_999_999},
        {"nonce": "another"},
        {"nonce": None},
        {"sub": None},
        {"at_hash": "x"},
    ],
)
def test_a_token_that_is_not_for_this_login(liar, claims):
    liar.claims = claims
    with pytest.raises(LoginError) as caught:
        pytest.fail(told_by(liar, login_at(liar.url)))
    assert not isinstance(caught.value, RefusedError)


def test_a_token_that_the_provider_did_not_sign(liar):
    for algorithm, key in (
        ("none", OctKey.import_key(b"x" * 32)),
        ("HS256", OctKey.import_key(b"geheim" * 8)),
        ("RS256", RSAKey.generate_key(2048, {"kid": "1"})),
    ):
        liar.algorithm, liar.key = algorithm, key
        with pytest.raises(LoginError):
            pytest.fail(told_by(liar, login_at(liar.url)))


def test_no_token_at_all(liar):
    liar.about = {"token_endpoint": f"{liar.url}/userinfo"}
    liar.userinfo = {"access_token": "a", "token_type": "Bearer"}
    with pytest.raises(LoginError):
        pytest.fail(told_by(liar, login_at(liar.url)))


def test_what_the_token_leaves_out_is_asked_for_of_the_same_person(liar):
    liar.claims = {"email": None}
    with pytest.raises(LoginError):
        pytest.fail(told_by(liar, login_at(liar.url)))
    liar.userinfo = {"sub": "7", "email": ADA}
    assert told_by(liar, login_at(liar.url)) == ADA
    liar.userinfo = {"sub": "8", "email": ADA}
    with pytest.raises(LoginError):
        pytest.fail(told_by(liar, login_at(liar.url)))


def test_names_that_a_person_gave_themselves_count_only_verified(liar):
    liar.claims = {"email_verified": False}
    with pytest.raises(RefusedError):
        pytest.fail(told_by(liar, login_at(liar.url)))
    liar.claims = {"email_verified": True, "realm": {"roles": ["hr"]}}
    assert told_by(liar, login_at(liar.url, allowed=("realm.roles=hr",))) == ADA
    for odd in ([], [7], {"a": 1}, 7, " "):
        liar.claims = {"name": odd}
        with pytest.raises(LoginError):
            pytest.fail(told_by(liar, login_at(liar.url, claim="name", allowed=("sub=7",))))


def test_a_provider_that_is_down_or_another_is_said_to_be(liar):
    for url in (f"http://127.0.0.1:{free_port()}", f"{liar.url}/nichts"):
        with pytest.raises(ProviderError):
            begun(login_at(url))
    liar.about = {"issuer": "https://eve.example"}
    with pytest.raises(ProviderError):
        begun(login_at(liar.url))


def test_a_provider_is_set_up_whole_or_not(monkeypatch):
    assert Login.open(load_settings()) is None
    monkeypatch.setenv("LOTSE_OIDC_ISSUER", "https://login.example/")
    with pytest.raises(UsageError, match="LOTSE_OIDC_CLIENT_ID"):
        Login.open(load_settings())
    monkeypatch.setenv("LOTSE_OIDC_CLIENT_ID", CLIENT)
    with pytest.raises(UsageError, match="LOTSE_OIDC_ALLOWED"):
        Login.open(load_settings())
    monkeypatch.setenv("LOTSE_OIDC_ALLOWED", "groups=hr, ada@firma.example")
    login = Login.open(load_settings())
    assert login.allowed == ("groups=hr", ADA) and login.host == "login.example"
