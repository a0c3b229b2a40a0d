"""Recruiters log in at their organisation's provider, at a server that is closed to others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.access.login import Login
from bot.evaluation.ports import free_port
from bot.web.rooms.screening_page import room
from tests.access.provider import CLIENT, Forger, forger, real_provider
from tests.web.conftest import Server, start_server, wait_for
from tests.web.test_api import problem_of

ADA, EVE = "ada@firma.example", "eve@firma.example"
SESSION = "/api/v1/screenings/session"
OWN = {"sec-fetch-site": "same-origin"}


def settings(folder: Path, issuer: str) -> dict[str, str]:
    return {
        "LOTSE_ANONYMOUS": "0",
        "LOTSE_SCREENING": "1",
        "LOTSE_SCREENING_DB": str(folder / "log.sqlite3"),
        "LOTSE_SCREENING_REVIEWERS": str(folder / "reviewers.json"),
        "LOTSE_PORTALS": str(folder / "portals.json"),
        "LOTSE_OIDC_ISSUER": issuer,
        "LOTSE_OIDC_CLIENT_ID": CLIENT,
        "LOTSE_OIDC_CLIENT_SECRET": "geheim",
        "LOTSE_OIDC_ALLOWED": ADA,
    }


@pytest.fixture(scope="module")
def houses(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two servers: one at a provider that speaks the real protocol, one at one that may lie."""
    folder = tmp_path_factory.mktemp("login")
    with ExitStack() as stack:
        liar = stack.enter_context(forger())
        issuers = (stack.enter_context(real_provider()), liar.url)
        servers = []
        for issuer in issuers:
            server = start_server(database, free_port(), **settings(folder, issuer))
            stack.callback(server.stop)
            servers.append(server)
        yield *(wait_for(server) for server in servers), liar


@pytest.fixture
def client(houses: tuple[Server, Server, Forger]) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=houses[1].url, timeout=60) as made:
        yield made


def came_back(client: httpx.Client, liar: Forger, **answered: str) -> httpx.Response:
    """From our page to the provider and back, as a browser goes."""
    begun = client.get("/login", headers={"accept-language": "de"})
    assert begun.status_code == 303
    asked = {k: v[0] for k, v in parse_qs(urlsplit(begun.headers["location"]).query).items()}
    assert asked["redirect_uri"] == f"{client.base_url}/login/callback"
    liar.nonce = asked["nonce"]
    return client.get("/login/callback", params={"state": asked["state"], "code": "c"} | answered)


def cookies(response: httpx.Response) -> dict[str, str]:
    """Each cookie's attributes, in lower case."""
    return {one.partition("=")[0]: one.lower() for one in response.headers.get_list("set-cookie")}


def test_a_login_is_a_strict_cookie_for_the_recruiters_routes(
    client: httpx.Client, houses: Any
) -> None:
    begun = cookies(client.get("/login"))["lotse_way"]
    assert "httponly" in begun and "samesite=lax" in begun and "path=/login" in begun
    problem_of(client.get(SESSION, headers=OWN), 401)
    entered = came_back(client, houses[2])
    assert entered.status_code == 303 and entered.headers["location"] == "/?lang=de#auswahl"
    kept = cookies(entered)
    assert {"httponly", "samesite=strict", "path=/api/v1/screenings", "max-age=28800"} <= {
        part.strip() for part in kept["lotse_login"].split(";")
    }
    assert {"httponly", "samesite=lax", "path=/"} <= {
        part.strip() for part in kept["lotse_inside"].split(";")
    }
    assert "max-age=0" in kept["lotse_way"] and "secure" not in kept["lotse_login"]
    assert client.get(SESSION, headers=OWN).json() == {"reviewer": ADA}
    problem_of(client.get(SESSION, headers={"sec-fetch-site": "cross-site"}), 403)
    # The page and what it calls are open now; what is for portals isn't.
    page = client.get("/", headers={"accept": "text/html", "accept-language": "de"})
    assert page.status_code == 200 and "gradio" in page.text
    assert client.get("/api/v1/roles").status_code == 200
    problem_of(client.get("/v1/models"), 403)
    for site in ("cross-site", "same-site"):
        foreign = {"sec-fetch-site": site}
        problem_of(client.post("/api/v1/answers", json={"question": "x"}, headers=foreign), 401)
    left = client.delete(SESSION, headers=OWN)
    assert left.status_code == 204 and not client.cookies
    problem_of(client.get(SESSION, headers=OWN), 401)
    problem_of(client.get("/api/v1/roles"), 401)


def test_logging_out_by_its_address(client: httpx.Client, houses: Any) -> None:
    came_back(client, houses[2])
    problem_of(client.get("/logout", headers={"sec-fetch-site": "cross-site"}), 403)
    assert client.get(SESSION, headers=OWN).status_code == 200
    assert client.get("/logout", headers=OWN).status_code == 303
    problem_of(client.get(SESSION, headers=OWN), 401)


def test_what_does_not_belong_together_logs_nobody_in(client: httpx.Client, houses: Any) -> None:
    liar = houses[2]

    def refused(response: httpx.Response, status: int = 400) -> None:
        assert response.status_code == status and "Anmeldung ist nicht gelungen" in response.text
        assert not {"lotse_login", "lotse_inside"} & set(cookies(response))
        problem_of(client.get(SESSION, headers=OWN), 401)

    refused(came_back(client, liar, state="geraten"))
    refused(client.get("/login/callback", params={"state": "x", "code": "c"}))
    client.cookies.clear()
    client.get("/login")
    way = client.cookies["lotse_way"]
    client.cookies.set("lotse_way", way[:-1] + ("a" if way[-1] != "a" else "b"), path="/login")
    refused(client.get("/login/callback", params={"state": "x", "code": "c"}))
    client.cookies.clear()
    for claims in ({"aud": "x"}, {"nonce": "x"}, {"exp": 1}):
        liar.claims = claims
        refused(came_back(client, liar))
    liar.claims, liar.algorithm = {}, "HS256"
    from joserfc.jwk import OctKey

    good, liar.key = liar.key, OctKey.import_key(b"geheim" * 8)
    refused(came_back(client, liar))
    liar.key, liar.algorithm = good, "RS256"
    liar.claims = {"email": EVE}
    refused(came_back(client, liar), 403)
    liar.claims = {"email": "Karrierelotse"}
    refused(came_back(client, liar), 403)
    liar.claims = {}
    assert came_back(client, liar).status_code == 303


def test_cookies_that_somebody_made_up(client: httpx.Client, houses: Any) -> None:
    came_back(client, houses[2])
    login, inside = client.cookies["lotse_login"], client.cookies["lotse_inside"]
    for value in (inside, login[:-2], "x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJBZGEifQ."):
        cookie = {"cookie": f"lotse_login={value}"} | OWN
        problem_of(httpx.get(f"{client.base_url}{SESSION}", headers=cookie), 401)
    for value in (login, inside[:-2], "x"):
        cookie = {"cookie": f"lotse_inside={value}"}
        problem_of(httpx.get(f"{client.base_url}/api/v1/roles", headers=cookie), 401)


def test_a_provider_that_is_down_is_said_to_be(client: httpx.Client, houses: Any) -> None:
    liar = houses[2]
    liar.about = {"issuer": "https://eve.example"}
    try:
        failed = client.get("/login", headers={"accept-language": "en"})
        assert failed.status_code == 503
        assert "cannot be reached" in failed.text and "nicht zu erreichen" in failed.text
        assert failed.text.index("cannot be reached") < failed.text.index("nicht zu erreichen")
        assert "default-src 'none'" in failed.headers["content-security-policy"]
        assert "Schlüssel" not in failed.text  # the room that takes one is closed too
    finally:
        liar.about = {}


def test_the_room_offers_the_provider_where_there_is_one() -> None:
    login = Login("https://login.firma.example", CLIENT, None, "email", (ADA,))
    assert "Anmelden über login.firma.example" in room("de", login)
    assert 'href="/login?lang=en"' in room("en", login)
    assert "/login" not in room("de") and "key" in room("de")


@pytest.mark.browser
def test_in_a_browser(houses: Any, browser: Any, shot: Any) -> None:
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    page = context.new_page()
    try:
        assert page.goto(f"{houses[0].url}/").status == 401
        shot(page, "login-closed")
        page.get_by_role("link", name="Für prüfende Personen: Anmelden über").click()
        page.get_by_placeholder("sub").fill(EVE)
        page.get_by_role("button", name="Authorize").click()
        page.get_by_role("heading", name="Die Anmeldung ist nicht gelungen").wait_for()
        shot(page, "login-refused")
        page.goto(f"{houses[0].url}/login")
        page.get_by_placeholder("sub").fill(ADA)
        page.get_by_role("button", name="Authorize").click()
        page.get_by_text(f"Angemeldet als {ADA}").wait_for()
        assert page.evaluate("document.cookie") == ""
        shot(page, "login-room")
        page.get_by_role("button", name="Abmelden").click()
        page.get_by_role("link", name="Anmelden über 127.0.0.1").wait_for()
        shot(page, "login-room-signed-out")
        assert page.goto(f"{houses[0].url}/?lang=de").status == 401
    finally:
        context.close()
