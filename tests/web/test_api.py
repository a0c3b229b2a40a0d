"""The HTTP interface over a real socket."""

from __future__ import annotations

import httpx
import pytest

SALARY = "Was verdient ein Key Account Manager?"


def problem_of(response: httpx.Response, status: int) -> dict[str, object]:
    assert response.status_code == status
    assert response.headers["content-type"].startswith("application/problem+json")
    found: dict[str, object] = response.json()
    assert found["status"] == status and found["title"] and found["type"] == "about:blank"
    return found


def test_health_and_readiness(client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready["status"] == "ready"
    assert ready["index_version"] >= 1 and ready["encoder_warm"] and ready["sources"] >= 5


def test_an_answer_has_the_contracts_shape_and_exact_quotes(client: httpx.Client) -> None:
    answer = client.post("/api/v1/answers", json={"question": SALARY}).json()
    assert list(answer) == [
        "question", "standalone_question", "status", "reason", "intent", "text", "citations",
        "salary", "career", "suggestions", "warnings", "answerer", "milliseconds",
    ]  # fmt: skip
    assert answer["status"] == "answered" and answer["intent"] == "salary"
    for citation in answer["citations"]:
        source = client.get(f"/api/v1/sources/{citation['source']['id']}").json()
        assert source["text"][citation["start"] : citation["end"]] == citation["quote"]


def test_history_is_used(client: httpx.Client) -> None:
    history = [
        {"role": "user", "content": "Welche Aufgaben hat ein Key Account Manager?"},
        {"role": "assistant", "content": "Er betreut Großkunden."},
    ]
    body = {"question": "Und was verdient er?", "history": history}
    assert (
        "Key Account Manager"
        in client.post("/api/v1/answers", json=body).json()["standalone_question"]
    )


def test_sources_without_and_with_their_text(client: httpx.Client) -> None:
    sources = client.get("/api/v1/sources").json()
    assert len(sources) >= 5 and all("text" not in source for source in sources)
    one = client.get(f"/api/v1/sources/{sources[0]['id']}").json()
    assert one["title"] == sources[0]["title"] and len(one["text"]) > 100


def test_the_articles_roles_are_listed_and_told_whole(client: httpx.Client) -> None:
    roles = client.get("/api/v1/roles").json()
    assert {"account-manager", "key-account-manager"} <= {role["id"] for role in roles}
    assert all(isinstance(role["duties"], int) for role in roles)
    assert client.get("/api/v1/roles", params={"q": " "}).json() == roles
    told = client.get("/api/v1/roles/key-account-manager").json()
    assert told["duties"][0]["citation"]["quote"]
    assert "notices" not in told
    problem_of(client.get("/api/v1/roles/nobody"), 404)


def test_roles_are_found_by_name(client: httpx.Client) -> None:
    found = client.get("/api/v1/roles", params={"q": "key acc"}).json()
    assert [list(role) for role in found] == [["id", "label", "matched", "is_occupation"]]
    assert found[0]["id"] == "key-account-manager"
    assert client.get("/api/v1/roles", params={"q": "qxyz"}).json() == []
    for wrong in ({"q": "x" * 301}, {"q": "a", "limit": 0}, {"q": "a", "limit": 101}):
        problem_of(client.get("/api/v1/roles", params=wrong), 422)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"question": ""},
        {"question": "x" * 2001},
        {"question": 7},
        {"question": SALARY, "history": [{"role": "system", "content": "x"}]},
        {"question": SALARY, "history": [{"role": "user", "content": "x" * 8001}]},
        {"question": SALARY, "history": [{"role": "user", "content": "x"}] * 101},
        [],
        "x",
    ],
)
def test_what_does_not_fit_is_named(client: httpx.Client, body: object) -> None:
    found = problem_of(client.post("/api/v1/answers", json=body), 422)
    assert found["errors"]


def test_broken_json_is_a_problem_too(client: httpx.Client) -> None:
    sent = client.post(
        "/api/v1/answers", content=b"{\xff", headers={"content-type": "application/json"}
    )
    assert problem_of(sent, sent.status_code)
    assert sent.status_code in (400, 422)


def test_too_much_is_refused_before_it_is_read(client: httpx.Client) -> None:
    body = {"question": "x" * 1_100_000}
    problem_of(client.post("/api/v1/answers", json=body), 413)


def test_too_much_in_pieces_is_refused(client: httpx.Client) -> None:
    pieces = (b"x" * 100_000 for _ in range(20))
    try:
        response = client.post(
            "/api/v1/answers", content=pieces, headers={"content-type": "application/json"}
        )
    except httpx.TransportError:
        return
    assert response.status_code >= 400


@pytest.mark.parametrize("path", ["/api/v1/sources/gibt-es-nicht", "/api/v1/nichts", "/api/v9"])
def test_what_is_not_there_is_a_problem(client: httpx.Client, path: str) -> None:
    problem_of(client.get(path), 404)


def test_headers_keep_the_page_to_itself(client: httpx.Client) -> None:
    for path in ("/?lang=de", "/healthz"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/", None),
        ("/?lang=de", None),
        ("/?lang=en", "/en/"),
        ("/?lang=fr", None),
        ("/en", "/en/"),
        ("/en/", None),
        ("/en/?lang=en", None),
        ("/en/?lang=de", "/?lang=de"),
    ],
)
def test_the_page_is_german_unless_english_is_asked_for(
    client: httpx.Client, path: str, target: str | None
) -> None:
    response = client.get(path, headers={"accept-language": "en-US,en;q=0.9"})
    assert response.headers.get("location") == target
    assert response.status_code == (200 if target is None else 307)


def test_gradios_api_pages_are_not_public(client: httpx.Client) -> None:
    for path in ("/docs", "/redoc"):
        assert client.get(path).status_code == 404
    info = client.get("/gradio_api/info")
    assert info.status_code == 404 or not info.json()["named_endpoints"]


def test_openapi_describes_the_interface(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/api/v1/answers", "/api/v1/sources", "/healthz", "/readyz"} <= set(paths)
