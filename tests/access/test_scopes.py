"""One table says what each route needs; no route of ours is missing in it."""

from __future__ import annotations

import pytest

from bot.access.scopes import OPEN, PAGE, PAGE_SCOPE, SCOPES, door_of, is_named


@pytest.mark.parametrize(
    ("method", "path", "scope", "cost"),
    [
        ("POST", "/api/v1/answers", "ask", "question"),
        ("GET", "/api/v1/roles/key-account-manager", "roles", "read"),
        ("GET", "/api/v1/sources", "roles", "read"),
        ("POST", "/api/v1/matches", "match", "match"),
        ("POST", "/api/v1/tokens", "tokens", "read"),
        ("POST", "/v1/chat/completions", "completions", "question"),
        ("POST", "/widget/turns", "chat", "question"),
        ("POST", "/mcp", "mcp", "question"),
        ("GET", "/metrics", "metrics", None),
        ("GET", "/api/v1/nichts", "ask", "read"),
        ("POST", "/gradio_api/queue/join", PAGE_SCOPE, "question"),
        ("POST", "/en/gradio_api/queue/join", PAGE_SCOPE, "question"),
        ("POST", "/gradio_api/call/v2/_ask", PAGE_SCOPE, "question"),
        ("GET", "/gradio_api/queue/data", PAGE_SCOPE, None),
    ],
)
def test_what_a_route_needs(method, path, scope, cost):
    door = door_of(method, path)
    assert scope in door.scopes and door.cost == cost


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/openapi.json", "/widget.js", "/login"])
def test_open_to_all(path):
    assert door_of("GET", path) == OPEN


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/config", "/apix", "/widgetx", "/healthz2", "//api"]
)
def test_everything_else_is_the_page(path):
    assert door_of("GET", path) == PAGE


def test_scopes_are_what_the_table_knows():
    paths = ("answers", "roles", "matches", "tokens")
    known = {scope for one in paths for scope in door_of("POST", f"/api/v1/{one}").scopes}
    assert known <= set(SCOPES)
    assert is_named("/api/v1/answers") and not is_named("/api/v1/neu") and not is_named("/v1/neu")
