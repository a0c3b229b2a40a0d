"""The HTTP interface over a real socket."""

from __future__ import annotations

from typing import Any

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


@pytest.mark.parametrize(
    "path",
    ["/api/v1/sources/gibt-es-nicht", "/api/v1/nichts", "/api", "/api/v1", "/v1", "/v1/embeddings"],
)
def test_what_is_not_there_is_a_problem(client: httpx.Client, path: str) -> None:
    for method in ("GET", "POST", "PATCH", "OPTIONS"):
        if method == "GET" or "sources" not in path:
            problem_of(client.request(method, path), 404)


def test_another_version_is_told_where_the_one_is(client: httpx.Client) -> None:
    for path in ("/api/v9", "/api/v2/answers", "/api/v10/roles", "/api/v0"):
        assert "/api/v1" in str(problem_of(client.post(path), 404)["detail"])
    assert "Fassung" not in str(problem_of(client.get("/api/v1/x"), 404)["detail"])


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/api/v1/answers", "OPTIONS, POST"),
        ("GET", "/api/v1/answers", "OPTIONS, POST"),
        ("DELETE", "/api/v1/roles/key-account-manager", "GET, HEAD, OPTIONS"),
        ("POST", "/healthz", "GET, HEAD, OPTIONS"),
        ("POST", "/openapi.json", "GET, HEAD, OPTIONS"),
        ("DELETE", "/v1/models", "GET, HEAD, OPTIONS"),
    ],
)
def test_another_method_is_told_which_there_are(
    client: httpx.Client, method: str, path: str, allowed: str
) -> None:
    refused = client.request(method, path)
    detail = str(problem_of(refused, 405)["detail"])
    assert refused.headers["allow"] == allowed
    assert method in detail and allowed in detail
    asked = client.options(path)
    assert (asked.status_code, asked.headers["allow"]) == (204, allowed)


@pytest.mark.parametrize("path", ["/healthz", "/api/v1/roles", "/v1/models", "/openapi.json"])
def test_head_is_get_without_a_body(client: httpx.Client, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.status_code == get.status_code == 200 and head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]
    assert client.head("/api/v1/roles/gibt-es-nicht").status_code == 404


def test_problems_are_in_the_askers_language(client: httpx.Client) -> None:
    body = {"question": 7, "history": [{"role": "system", "content": "x", "~a/b": 1}] * 101}
    for headers, language, told, field in (
        ({}, "de", "Die Anfrage passt nicht zum Schema.", "Erwartet wird Text."),
        ({"accept-language": "en"}, "en", "The request does not match", "Text is expected."),
    ):
        sent = client.post("/api/v1/answers", json=body, headers=headers)
        found: Any = problem_of(sent, 422)
        assert told in found["detail"] and sent.headers["content-language"] == language
        assert "Accept-Language" in sent.headers["vary"]
        assert {"pointer": "#/question", "detail": field} in found["errors"]
    # So is what was said far from the web.
    text = {"text": "BWL", "role": "Zahnarzt"}
    for language, told in (("de", "kennen die Quellen nicht"), ("en", "do not know the role")):
        sent = client.post("/api/v1/matches", json=text, headers={"accept-language": language})
        assert told in str(problem_of(sent, 404)["detail"])
        assert sent.headers["content-language"] == language


@pytest.mark.parametrize(
    ("path", "body", "place", "told"),
    [
        ("/api/v1/answers", {}, {"pointer": "#/question"}, "Diese Angabe fehlt."),
        ("/api/v1/answers", {"question": ""}, {"pointer": "#/question"}, "mindestens: 1 Zeichen"),
        ("/api/v1/answers", {"question": "x" * 2001}, {"pointer": "#/question"}, "2000 Zeichen"),
        (
            "/api/v1/answers",
            {"question": "x", "history": [{"role": "user", "content": "x"}] * 101},
            {"pointer": "#/history"},
            "höchstens: 100",
        ),
        (
            "/api/v1/answers",
            {"question": "x", "history": [{"role": "x", "content": ""}]},
            {"pointer": "#/history/0/role"},
            "'user', 'assistant'",
        ),
        ("/api/v1/answers", [], {"pointer": "#"}, "Erwartet wird ein Objekt."),
        ("/api/v1/matches", {"text": "x", "~a/b ü": 1}, {"pointer": "#/~0a~1b%20%C3%BC"}, "nicht"),
        ("/api/v1/matches", {"text": "x" * 200_000}, {"pointer": "#/text"}, "höchstens"),
        ("/api/v1/roles?limit=x", None, {"parameter": "limit"}, "eine ganze Zahl"),
    ],
)
def test_each_error_names_its_place_and_what_is_wrong(
    client: httpx.Client, path: str, body: object, place: dict[str, str], told: str
) -> None:
    sent = client.get(path) if body is None else client.post(path, json=body)
    (error,) = problem_of(sent, 422)["errors"]
    detail = error.pop("detail")
    assert error == place and told in detail


def test_answers_tell_their_language(client: httpx.Client) -> None:
    for question, language in ((SALARY, "de"), ("What does a key account manager earn?", "en")):
        sent = client.post("/api/v1/answers", json={"question": question, "mine": 1})
        assert sent.status_code == 200 and sent.headers["content-language"] == language


def test_headers_keep_the_page_to_itself(client: httpx.Client) -> None:
    for path, source in (("/?lang=de", "'self'"), ("/healthz", "'none'")):
        headers = client.get(path).headers
        assert f"default-src {source};" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_gradios_api_pages_are_not_public(client: httpx.Client) -> None:
    for path in ("/docs", "/redoc"):
        assert client.get(path).status_code == 404
    info = client.get("/gradio_api/info")
    assert info.status_code == 404 or not info.json()["named_endpoints"]


def test_openapi_describes_the_interface(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/api/v1/answers", "/api/v1/sources", "/healthz", "/readyz"} <= set(paths)
