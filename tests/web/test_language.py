"""Which language a visitor gets, and that the choice in the address holds."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.edge.language import preferred

ENGLISH = {"accept-language": "en-US,en;q=0.9"}
GERMAN = {"accept-language": "de-AT,de;q=0.9,en;q=0.8"}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "de"),
        ("*", "de"),
        ("*;q=0.1", "de"),
        ("de", "de"),
        ("de-CH-1996", "de"),
        ("DE-at", "de"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("en;q=0.8,de;q=0.9", "de"),
        ("en;q=0.9,de;q=0.8", "en"),
        ("en-GB;q=0.5, en;q=0.9, de;q=0.8", "en"),
        ("de,en", "de"),
        ("en,de", "en"),
        ("fr", "en"),
        ("fr,de;q=0.1", "de"),
        ("fr,*;q=0.5", "en"),
        ("fr,*;q=0.5,en;q=0.1", "de"),
        ("de;q=0", "en"),
        ("en;q=0,*", "de"),
        ("den,eng", "en"),
        ("de;q=viel,en;q=0.1", "en"),
        (" , ;q=1,", "de"),
        ("de ; q = 0.3 , en ; Q=0.2", "de"),
    ],
)
def test_what_a_browser_prefers(header: str, language: str) -> None:
    assert preferred(header) == language


@given(st.text(max_size=200))
def test_any_header_has_a_language(header: str) -> None:
    assert preferred(header) in ("de", "en")


@pytest.mark.parametrize(
    ("path", "headers", "target"),
    [
        ("/", {}, None),
        ("/", GERMAN, None),
        ("/", ENGLISH, "/en/"),
        ("/?lang=fr", ENGLISH, "/en/"),
        ("/?lang=fr", {}, None),
        ("/?lang=de", ENGLISH, None),
        ("/?lang=EN", GERMAN, "/en/"),
        ("/?a=%C3%BC&lang=en&b=", GERMAN, "/en/?a=%C3%BC&b="),
        ("/?a=%0d%0aSet-Cookie:x", ENGLISH, "/en/?a=%0D%0ASet-Cookie%3Ax"),
        ("/en", GERMAN, "/en/"),
        ("/en/", GERMAN, None),
        ("/en/?lang=en", GERMAN, None),
        ("/en/?lang=de&a=1", ENGLISH, "/?lang=de&a=1"),
    ],
)
def test_the_address_wins_over_the_browser(
    client: httpx.Client, path: str, headers: dict[str, str], target: str | None
) -> None:
    response = client.get(path, headers=headers)
    assert response.headers.get("location") == target
    assert response.status_code == (200 if target is None else 302)
    assert response.headers["x-content-type-options"] == "nosniff"
    english = path.startswith("/en")
    assert response.headers["content-language"] == ("en" if english else "de")
    varies = "accept-language" in response.headers.get("vary", "").lower()
    assert varies == (not english)


KEY = "key-account-manager"
SOURCES = [
    "/api/v1/roles",
    f"/api/v1/roles/{KEY}",
    "/api/v1/roles?q=key",
    f"/api/v1/salaries?role={KEY}",
    f"/api/v1/careers?role={KEY}",
    "/api/v1/sources",
]


@pytest.mark.parametrize("path", SOURCES)
def test_what_sources_say_is_german_and_pages_around_it_the_visitors(
    client: httpx.Client, path: str
) -> None:
    for accept, language in (("application/json", "de"), ("text/html", "en")):
        sent = client.get(path, headers={**ENGLISH, "accept": accept})
        is_page = sent.headers["content-type"].startswith("text/")
        assert sent.headers["content-language"] == (language if is_page else "de")
        assert {"Accept", "Accept-Language"} <= set(sent.headers["vary"].split(", "))
    gone = client.get(f"{path.split('?')[0]}/x", headers=ENGLISH)
    assert gone.status_code == 404 and gone.headers["content-language"] == "en"


def test_pages_and_tables_of_sources_are_the_visitors(client: httpx.Client) -> None:
    for accept in ("text/html", "text/csv"):
        where = f"/api/v1/salaries?role={KEY}&lang=en"
        sent = client.get(where, headers={"accept": accept})
        assert sent.headers["content-type"].startswith(accept)
        assert sent.headers["content-language"] == "en"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_match_is_in_the_language_that_it_names(client: httpx.Client, language: str) -> None:
    other = {"de": "en", "en": "de"}[language]
    body = {"text": "Studium der Betriebswirtschaft", "role": KEY, "language": language}
    for accept in ("application/json", "text/html"):
        headers = {"accept": accept, "accept-language": other}
        sent = client.post("/api/v1/matches", json=body, headers=headers)
        assert sent.headers["content-language"] == language


@pytest.mark.parametrize(
    ("question", "earlier", "language"),
    [
        ("Was verdient ein Key Account Manager?", "", "de"),
        ("What does a key account manager earn?", "", "en"),
        ("What does he earn?", "Was macht ein Key Account Manager?", "en"),
        ("KAM?", "What does a key account manager do?", "en"),
        ("KAM?", "", "de"),
    ],
)
def test_a_stream_tells_the_language_that_its_answer_will_have(
    client: httpx.Client, question: str, earlier: str, language: str
) -> None:
    before = [{"role": "user", "content": earlier}] if earlier else []
    asked = {"question": question, "history": before}
    headers = {"accept": "text/event-stream", "accept-language": "fr"}
    sent = client.post("/api/v1/answers", json=asked, headers=headers)
    assert sent.headers["content-language"] == language
    whole = client.post("/api/v1/answers", json=asked)
    assert whole.headers["content-language"] == language
    messages = [*before, {"role": "user", "content": question}]
    chunks = client.post("/v1/chat/completions", json={"messages": messages, "stream": True})
    assert chunks.headers["content-type"].startswith("text/event-stream")
    assert chunks.headers["content-language"] == language


@pytest.mark.browser
def test_a_chosen_language_holds_after_a_reload(visit: Any) -> None:
    page = visit("/", locale="en-US").page
    assert page.locator("html").get_attribute("lang") == "en" and page.url.endswith("/en/")
    page.get_by_role("link", name="Deutsch").click()
    page.get_by_role("link", name="English").wait_for()
    page.reload()
    page.get_by_role("link", name="English").wait_for()
    assert page.url.endswith("/?lang=de")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Deutsch").wait_for()
    page.reload()
    page.get_by_role("link", name="Deutsch").wait_for()
