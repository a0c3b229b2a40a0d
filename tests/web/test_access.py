"""Who may do what, at real servers: keys, tokens, origins, rates, headers."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import openai
import pytest

from bot.access.portals import Portals
from bot.access.scopes import PAGE, door_of, is_named
from bot.evaluation.ports import free_port
from tests.access.test_rates import SERVER as REDIS
from tests.access.test_rates import Store
from tests.web.conftest import ROOT, Server, start_server, wait_for
from tests.web.test_api import problem_of

QUESTION = {"question": "Was verdient ein Key Account Manager?"}
OUTSIDE = {"question": "Wie wird morgen das Wetter in Kiel?"}
PORTAL = "https://portal.example"
SECOND = "https://zweites.example"
SECRET = "ein Geheimnis von mehr als zweiunddreißig Zeichen"


@dataclass
class Houses:
    """Servers with one list of portals: one that is closed, two replicas that are open."""

    closed: httpx.Client
    first: httpx.Client
    second: httpx.Client
    portals: Portals
    file: Path


def started(stack: ExitStack, database: Path, **environment: str) -> Server:
    server = start_server(database, free_port(), **environment)
    stack.callback(lambda: server.stop() if server.process.poll() is None else None)
    return server


@pytest.fixture(scope="module")
def houses(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Houses]:
    if REDIS is None:
        pytest.skip("no redis-server on this machine")
    file = tmp_path_factory.mktemp("access") / "portals.json"
    common = {"LOTSE_PORTALS": str(file), "LOTSE_ORIGINS": PORTAL, "LOTSE_SECRET": SECRET}
    store = Store()
    with ExitStack() as stack:
        stack.callback(store.stop)
        store.start()
        limited = {
            "LOTSE_STORE_URL": store.url,
            "LOTSE_RATE_ADDRESS": "12/day",
            "LOTSE_RATE_VISITOR": "3/day",
            "LOTSE_RATE_MATCHES": "1/day",
        }
        closed = {"LOTSE_ANONYMOUS": "0", "LOTSE_METRICS_KEY_REQUIRED": "1"}
        servers = [
            started(stack, database, **common, **closed),
            started(stack, database, **common, **limited, LOTSE_TRUSTED_PROXIES="127.0.0.1"),
            started(stack, database, **common, **limited),
        ]
        clients = [
            stack.enter_context(httpx.Client(base_url=wait_for(one).url, timeout=60))
            for one in servers
        ]
        yield Houses(*clients, Portals(file), file)


def bearer(key: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}"}


def behind(address: str) -> dict[str, str]:
    """As a proxy tells for whom it asks."""
    return {"x-forwarded-for": address}


# Closed to who shows nothing.


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/v1/answers"),
        ("GET", "/api/v1/sources"),
        ("GET", "/api/v1/roles/key-account-manager"),
        ("POST", "/api/v1/matches"),
        ("POST", "/api/v1/tokens"),
        ("GET", "/api/v1/nichts"),
        ("POST", "/v1/chat/completions"),
        ("GET", "/v1/models"),
        ("POST", "/mcp"),
        ("POST", "/widget/turns"),
        ("GET", "/metrics"),
        ("GET", "/"),
        ("GET", "/en/"),
        ("GET", "/config"),
        ("POST", "/gradio_api/queue/join"),
        ("POST", "/en/gradio_api/call/_ask"),
    ],
)
def test_without_a_key_closed_means_closed(houses: Houses, method: str, path: str) -> None:
    for headers in ({}, bearer("none"), bearer("lotse_x"), bearer("eyJ.e30.x")):
        response = houses.closed.request(method, path, headers=headers, json={})
        problem_of(response, 401)
        assert response.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/openapi.json"])
def test_what_stays_open(houses: Houses, path: str) -> None:
    assert houses.closed.get(path).status_code == 200


def test_people_are_told_in_words_that_the_page_is_closed(houses: Houses) -> None:
    html = {"accept": "text/html,*/*", "accept-language": "de"}
    page = houses.closed.get("/", headers=html)
    assert page.status_code == 401 and 'lang="de"' in page.text
    assert page.text.index("Hier ist geschlossen") < page.text.index("This page is closed")
    english = houses.closed.get("/en/", headers=html | {"accept-language": "en"})
    assert english.status_code == 401
    assert english.text.index("This page is closed") < english.text.index("Hier ist geschlossen")
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_who_may_not_is_told_before_a_body_is_read(houses: Houses) -> None:
    host, port = houses.closed.base_url.host, houses.closed.base_url.port
    head = f"POST /api/v1/matches HTTP/1.1\r\nHost: {host}\r\nContent-Length: 900000\r\n\r\n"
    with socket.create_connection((host, port), timeout=60) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 401 ")


def test_no_route_is_missing_in_the_table(houses: Houses) -> None:
    for path, methods in houses.closed.get("/openapi.json").json()["paths"].items():
        for method in methods:
            assert is_named(path) and door_of(method.upper(), path) is not PAGE, path


# Keys.


def test_a_key_opens_its_scopes_and_no_other(houses: Houses) -> None:
    key = houses.portals.add("Nur Fragen", ["ask"])
    asked = houses.closed.post("/api/v1/answers", json=QUESTION, headers=bearer(key))
    assert asked.status_code == 200 and asked.json()["citations"]
    for path in ("/api/v1/roles", "/v1/models", "/metrics"):
        response = houses.closed.get(path, headers=bearer(key))
        said = problem_of(response, 403)["detail"]
        scope = {"/api/v1/roles": "roles", "/v1/models": "completions"}.get(path, "metrics")
        assert scope in str(said) and f'scope="{scope}"' in response.headers["www-authenticate"]
    # A page can't be opened by a key: nobody can put one into a browser's address.
    problem_of(houses.closed.get("/", headers=bearer(key)), 401)


def test_metrics_by_a_key_of_that_scope(houses: Houses) -> None:
    key = houses.portals.add("Prometheus", ["metrics"])
    assert "lotse_answers" in houses.closed.get("/metrics", headers=bearer(key)).text
    assert houses.first.get("/metrics").status_code == 200


def test_openais_client_shows_its_key(houses: Houses) -> None:
    key = houses.portals.add("Altsystem", ["completions"])
    url = f"{houses.closed.base_url}/v1"
    messages: Any = [{"role": "user", "content": QUESTION["question"]}]
    with openai.OpenAI(base_url=url, api_key=key, max_retries=0) as other:
        made = other.chat.completions.create(model="karrierelotse", messages=messages)
        assert made.model_extra and made.model_extra["answer"]["citations"]
    with (
        openai.OpenAI(base_url=url, api_key="none", max_retries=0) as other,
        pytest.raises(openai.AuthenticationError),
    ):
        other.chat.completions.create(model="karrierelotse", messages=messages)


def test_rotation_and_revocation_need_no_restart(houses: Houses) -> None:
    def status(key: str) -> int:
        return houses.closed.get("/api/v1/roles", headers=bearer(key)).status_code

    def command(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "bot", "portals", *arguments],
            cwd=ROOT,
            env={**os.environ, "LOTSE_PORTALS": str(houses.file)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    first = command("add", "Wechsel", "--scope", "roles", "--origin", SECOND)
    assert status(first) == 200
    second = json.loads(command("rotate", "Wechsel", "--json"))["key"]
    assert status(first) == status(second) == 200
    third = command("rotate", "Wechsel", "--grace", "0")
    assert [status(key) for key in (first, second, third)] == [401, 401, 200]
    listed = {one["name"]: one for one in json.loads(command("list", "--json"))}
    assert listed["Wechsel"]["origins"] == [SECOND] and listed["Wechsel"]["rotated"]
    assert third not in json.dumps(listed)
    command("revoke", "Wechsel")
    assert status(third) == 401


def test_a_list_that_cannot_be_read_opens_nothing(houses: Houses) -> None:
    key = houses.portals.add("Bruch", ["roles"])
    kept = houses.file.read_bytes()
    try:
        houses.file.write_text("{")
        response = houses.closed.get("/api/v1/roles", headers=bearer(key))
        assert "LOTSE_PORTALS" in str(problem_of(response, 503)["detail"])
        assert response.headers["retry-after"]
        assert houses.first.get("/healthz").status_code == 200
    finally:
        houses.file.write_bytes(kept)
    assert houses.closed.get("/api/v1/roles", headers=bearer(key)).status_code == 200


# Tokens.


def token(houses: Houses, key: str, **body: object) -> dict[str, Any]:
    response = houses.closed.post("/api/v1/tokens", json=body, headers=bearer(key))
    assert response.status_code == 201 and response.headers["cache-control"] == "no-store"
    made: dict[str, Any] = response.json()
    return made


def test_a_token_opens_for_a_visitor_what_its_portal_passes_on(houses: Houses) -> None:
    key = houses.portals.add("Mit Tokens", ["ask", "roles", "tokens"])
    made = token(houses, key, visitor="v1", seconds=60, scopes=["ask"])
    assert made["scopes"] == ["ask"] and made["expires"].endswith("Z")
    for house in (houses.closed, houses.first):  # another replica knows it, too
        shown = bearer(made["token"])
        assert house.post("/api/v1/answers", json=OUTSIDE, headers=shown).status_code == 200
        problem_of(house.get("/api/v1/roles", headers=shown), 403)
        problem_of(house.post("/api/v1/tokens", json={}, headers=shown), 403)
    houses.portals.revoke("Mit Tokens")
    problem_of(houses.closed.post("/api/v1/answers", json=OUTSIDE, headers=shown), 401)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"scopes": ["match"]}, 403),
        ({"scopes": ["tokens"]}, 422),
        ({"scopes": []}, 422),
        ({"seconds": 3601}, 422),
        ({"seconds": 0}, 422),
        ({"visitor": "x" * 65}, 422),
        ({"mehr": 1}, 422),
    ],
)
def test_tokens_have_bounds(houses: Houses, body: dict[str, object], status: int) -> None:
    name = f"Grenzen {json.dumps(body)[:40]}"
    key = houses.portals.add(name, ["ask", "tokens"])
    response = houses.closed.post("/api/v1/tokens", json=body, headers=bearer(key))
    problem_of(response, status)


def test_tokens_are_for_keys_even_where_all_else_is_open(houses: Houses) -> None:
    problem_of(houses.first.post("/api/v1/tokens", json={}, headers=behind("192.0.2.9")), 401)


# Origins.


def preflight(house: httpx.Client, path: str, origin: str) -> httpx.Response:
    return house.options(
        path,
        headers={
            "origin": origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": "authorization,content-type",
        },
    )


ALLOWED = "access-control-allow-origin"


def test_pages_of_allowed_origins_may_call(houses: Houses) -> None:
    answered = preflight(houses.closed, "/api/v1/answers", PORTAL)
    assert answered.status_code == 200 and answered.headers[ALLOWED] == PORTAL
    assert int(answered.headers["access-control-max-age"]) >= 60
    assert "access-control-allow-credentials" not in answered.headers
    refused = houses.closed.post("/api/v1/answers", json=QUESTION, headers={"origin": PORTAL})
    problem_of(refused, 401)  # its page may read why
    assert refused.headers[ALLOWED] == PORTAL and "Origin" in refused.headers["vary"]
    exposed = refused.headers["access-control-expose-headers"].lower()
    assert {"x-request-id", "retry-after", "ratelimit-remaining"} <= set(exposed.split(", "))
    large = houses.closed.post(
        "/api/v1/answers", content=b"x" * 1_000_001, headers={"origin": PORTAL}
    )
    problem_of(large, 413)
    assert large.headers[ALLOWED] == PORTAL


@pytest.mark.parametrize(
    "origin",
    ["https://eve.example", "null", f"{PORTAL}.eve.example", "http://portal.example", "*"],
)
def test_pages_of_other_origins_may_not(houses: Houses, origin: str) -> None:
    assert ALLOWED not in preflight(houses.closed, "/api/v1/answers", origin).headers
    plain = houses.closed.get("/api/v1/roles", headers={"origin": origin})
    assert ALLOWED not in plain.headers


@pytest.mark.parametrize(
    "path", ["/api/v1/screenings", "/api/v1/screenings/session", "/api/v1/tokens", "/", "/metrics"]
)
def test_no_page_elsewhere_may_call_these(houses: Houses, path: str) -> None:
    assert ALLOWED not in preflight(houses.first, path, PORTAL).headers
    plain = houses.first.get(path, headers={"origin": PORTAL})
    assert ALLOWED not in plain.headers


def test_a_portals_pages_may_call_and_embed_as_long_as_it_is_there(houses: Houses) -> None:
    def policy() -> str:
        page = houses.second.get("/", headers={"accept-language": "de"})
        return page.headers["content-security-policy"]

    assert f"frame-ancestors 'self' {PORTAL}" in policy() and SECOND not in policy()
    houses.portals.add("Zweites", ["chat"], [SECOND])
    assert f"frame-ancestors 'self' {PORTAL} {SECOND}" in policy()
    assert preflight(houses.first, "/api/v1/answers", SECOND).headers[ALLOWED] == SECOND
    houses.portals.revoke("Zweites")
    assert SECOND not in policy()
    assert ALLOWED not in preflight(houses.first, "/api/v1/answers", SECOND).headers


# Rates.


def ask(house: httpx.Client, headers: dict[str, str]) -> httpx.Response:
    return house.post("/api/v1/answers", json=OUTSIDE, headers=headers)


def test_replicas_count_a_visitor_together(houses: Houses) -> None:
    key = houses.portals.add("Gezählt", ["ask", "tokens"])
    shown = bearer(token(houses, key, visitor="v1")["token"])
    left = [
        ask(house, shown).headers["ratelimit-remaining"]
        for house in (houses.first, houses.second, houses.first)
    ]
    assert left == ["2", "1", "0"]
    for house in (houses.first, houses.second):
        refused = ask(house, shown)
        said = str(problem_of(refused, 429)["detail"])
        assert "zu viele Anfragen" in said and "Minuten" in said
        wait = int(refused.headers["retry-after"])
        assert 60 < wait <= 2 * 86_400 and refused.headers["ratelimit-reset"] == str(wait)
        assert refused.headers["ratelimit-limit"] == "3"
    other = bearer(token(houses, key, visitor="v2")["token"])
    assert ask(houses.first, other).status_code == 200


def test_addresses_are_told_by_trusted_proxies_alone(houses: Houses) -> None:
    for _ in range(12):
        assert ask(houses.first, behind("198.51.100.1")).status_code == 200
    problem_of(ask(houses.first, behind("198.51.100.1")), 429)
    assert ask(houses.first, behind("198.51.100.2")).status_code == 200
    # What the visitor claims comes before what the proxy adds.
    problem_of(ask(houses.first, behind("203.0.113.5, 198.51.100.1")), 429)
    # Here nobody is trusted: all of these are one address.
    found = [ask(houses.second, behind(f"198.51.100.{n}")).status_code for n in range(20, 34)]
    assert found.count(200) <= 12 and found[-1] == 429


def test_profiles_have_a_limit_of_their_own(houses: Houses) -> None:
    where = behind("198.51.100.50")
    profile = {"text": "Ich habe fünf Jahre im Vertrieb gearbeitet. Englisch C1."}
    assert houses.first.post("/api/v1/matches", json=profile, headers=where).status_code == 200
    problem_of(houses.first.post("/api/v1/matches", json=profile, headers=where), 429)
    assert ask(houses.first, where).status_code == 200


def test_the_pages_questions_count_too_and_health_never(houses: Houses) -> None:
    where = behind("198.51.100.60")
    found = [
        houses.first.post("/gradio_api/queue/join", json={}, headers=where).status_code
        for _ in range(14)
    ]
    assert 429 not in found[:12] and found[12:] == [429, 429]
    assert houses.first.get("/healthz", headers=where).status_code == 200
    assert houses.first.get("/", headers=where).status_code == 200


def test_guessing_keys_is_limited_and_locks_no_good_key_out(houses: Houses) -> None:
    where = behind("198.51.100.70")
    for _ in range(12):
        problem_of(ask(houses.first, where | bearer("lotse_falsch")), 401)
    problem_of(ask(houses.first, where | bearer("lotse_falsch")), 429)
    key = houses.portals.add("Nachbar", ["ask"])
    assert ask(houses.first, where | bearer(key)).status_code == 200


# Headers.


def test_every_response_carries_the_headers(houses: Houses) -> None:
    key = houses.portals.add("Köpfe", ["ask", "roles"])
    responses = [
        houses.closed.get("/"),
        houses.closed.get("/healthz"),
        houses.closed.get("/api/v1/roles", headers=bearer(key)),
        houses.closed.get("/api/v1/nichts", headers=bearer(key)),
        houses.closed.post("/api/v1/answers", content=b"x" * 1_000_001),
        houses.closed.options("/api/v1/answers"),
        houses.first.get("/?lang=de", headers=behind("198.51.100.80")),
        houses.first.get("/nichts", headers=behind("198.51.100.80")),
    ]
    assert {one.status_code for one in responses} >= {200, 401, 404, 413}
    for one in responses:
        assert one.headers["x-content-type-options"] == "nosniff"
        assert one.headers["cross-origin-opener-policy"] == "same-origin"
        assert one.headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in one.headers["permissions-policy"]
        assert one.headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors" in one.headers["content-security-policy"]
        assert "strict-transport-security" not in one.headers
    for one in responses[1:6]:
        assert one.headers["content-security-policy"].startswith("default-src 'none'")
    widget = houses.first.get("/widget.js").headers
    assert widget["cross-origin-resource-policy"] == "cross-origin"


def test_who_came_by_https_is_told_to_stay_there(houses: Houses) -> None:
    by_proxy = {"x-forwarded-proto": "https"}
    assert (
        "max-age"
        in houses.first.get("/healthz", headers=by_proxy).headers["strict-transport-security"]
    )
    untrusted = houses.second.get("/healthz", headers=by_proxy).headers
    assert "strict-transport-security" not in untrusted


# In a browser.


@pytest.mark.browser
def test_the_closed_page_and_calls_from_elsewhere(
    houses: Houses, browser: Any, shot: Any, tmp_path: Path
) -> None:
    key = houses.portals.add("Im Browser", ["roles", "tokens"])
    shown = token(houses, key)["token"]
    own, url = urlsplit(str(houses.closed.base_url)).port, str(houses.closed.base_url)
    context = browser.new_context(locale="de-DE", viewport={"width": 390, "height": 700})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    assert page.goto(f"{url}/").status == 401
    page.get_by_role("heading", name="Hier ist geschlossen").wait_for()
    shot(page, "access-closed-phone")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).padding") != "0px"
    assert not [one for one in complaints if "Content Security Policy" in one]
    call = """([url, token]) => fetch(url, {headers: {authorization: 'Bearer ' + token}})
        .then(async (r) => [r.status, (await r.json()).length, r.headers.get('x-request-id')])
        .catch((error) => String(error))"""
    foreign = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(foreign), "--bind", "127.0.0.1"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        page.goto(f"http://127.0.0.1:{foreign}/")
        asked = [f"http://127.0.0.1:{own}/api/v1/roles", shown]
        assert "Failed to fetch" in page.evaluate(call, asked)
        houses.portals.add("Herkunft", ["chat"], [f"http://127.0.0.1:{foreign}"])
        status, roles, request = page.evaluate(call, asked)
        assert status == 200 and roles > 0 and len(request) == 32
    finally:
        process.terminate()
        process.communicate()
        context.close()
