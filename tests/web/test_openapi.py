"""The description of the interface: valid, whole, and true of what is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema
import pytest
from fastapi.openapi.models import OpenAPI

from bot import __version__
from bot.web.api.operations import OPERATIONS, TAGS
from tests.web.openapi_examples import ASKED, FILE, PRIVATE, QUESTION, Asking, content_of

PROBLEM = "application/problem+json"
EXAMPLES = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def document(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            yield f"{method.upper()} {path}", told


def closed(schema: Any) -> Any:
    """The same, refusing members that it doesn't name."""
    if isinstance(schema, list):
        return [closed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(entry) for key, entry in schema.items()}
    is_object = isinstance(made.get("properties"), dict) and "type" in made
    return {"additionalProperties": False, **made} if is_object else made


def check(value: Any, schema: Any, document: dict[str, Any]) -> None:
    """That a value has the shape, and no member that the shape doesn't name."""
    whole = {**closed(schema), "components": closed(document["components"])}
    jsonschema.Draft202012Validator(whole).validate(value)


def done(document: dict[str, Any], key: str) -> Any:
    """What is told of an operation's good answer."""
    method, path = key.split(" ", 1)
    answers = document["paths"][path][method.lower()]["responses"]
    return next(told for status, told in answers.items() if status.startswith("2"))


def sent_as(document: dict[str, Any], key: str) -> Any:
    return done(document, key)["content"]["application/json"]


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for entry in node.values():
            yield from references(entry)
    elif isinstance(node, list):
        for entry in node:
            yield from references(entry)


def test_the_document_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    OpenAPI.model_validate(document)
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    for reference in set(references(document)):
        assert reference.startswith("#/components/schemas/"), reference
        assert reference.rsplit("/", 1)[1] in document["components"]["schemas"], reference
    ids = [told["operationId"] for _, told in operations(document)]
    assert len(ids) == len(set(ids))
    assert document["info"]["version"] == __version__ and document["info"]["description"]


def test_every_route_is_named_and_every_name_has_a_route(document: dict[str, Any]) -> None:
    assert {key for key, _ in operations(document)} == set(OPERATIONS)
    for key, told in operations(document):
        assert told["summary"] and told["description"], key
        assert set(told["tags"]) <= set(TAGS), key
    assert {tag["name"] for tag in document["tags"]} == set(TAGS)


def test_problems_and_keys_are_told(document: dict[str, Any]) -> None:
    for key, told in operations(document):
        for status, answer in told["responses"].items():
            if status >= "400":
                (kind,) = answer["content"]
                assert kind == PROBLEM, (key, status)
        if "requestBody" in told:
            assert {"413", "422"} <= set(told["responses"]), key
        if "{" in key:
            assert "404" in told["responses"], key
    paths = document["paths"]
    assert {"401", "413", "422", "429", "503"} <= set(paths["/api/v1/answers"]["post"]["responses"])
    assert paths["/api/v1/answers"]["post"]["security"] == [{}, {"key": []}]
    assert paths["/api/v1/tokens"]["post"]["security"] == [{"key": []}]
    assert paths["/api/v1/screenings"]["get"]["security"] == [{"reviewer": []}]
    assert paths["/healthz"]["get"]["security"] == []


def is_told(answer: httpx.Response, key: str, document: dict[str, Any]) -> None:
    """That a real response has the told shape, form and language, and is like its example."""
    operation = OPERATIONS[key]
    language = answer.headers.get("content-language")
    assert language == (None if operation.speaks is None else "de"), key
    content, example = content_of(answer), EXAMPLES[key].get("response")
    if content is None:
        assert answer.status_code == 204 and example is None
        return
    kind = answer.headers["content-type"].split(";")[0]
    told = done(document, key)["content"][kind]
    assert told["examples"]["example"]["value"] == example, key
    if isinstance(content, str):
        assert set(map(form_of, example.splitlines())) <= set(map(form_of, content.splitlines()))
    else:
        check(content, told["schema"], document)
        check(example, told["schema"], document)


def form_of(line: str) -> str:
    """A line without its figures, which differ from run to run."""
    return re.sub(r"\d+", "0", line)


@pytest.fixture(scope="module")
def asking(client: httpx.Client) -> Asking:
    return Asking(client)


@pytest.mark.parametrize("key", ASKED)
def test_real_responses_and_examples_are_as_told(
    asking: Asking, document: dict[str, Any], key: str
) -> None:
    is_told(asking.ask(key), key, document)


def test_every_operation_has_its_examples(document: dict[str, Any]) -> None:
    """Nothing has to be guessed: what is sent, what comes, and what stands in the address."""
    assert set(OPERATIONS) == set(EXAMPLES) == set(ASKED | PRIVATE)
    for key, told in operations(document):
        for parameter in told.get("parameters", ()):
            is_shown = "example" in parameter or not parameter.get("required")
            assert is_shown, (key, parameter["name"])
            if "example" in parameter:
                check(parameter["example"], parameter["schema"], document)
        forms = [told["requestBody"]] if "requestBody" in told else []
        answer = done(document, key)
        for one in (*forms, *([answer] if "content" in answer else [])):
            assert any("examples" in content for content in one["content"].values()), key


def test_the_language_is_told_where_there_are_words(document: dict[str, Any]) -> None:
    for key, told in OPERATIONS.items():
        headers = done(document, key).get("headers", {})
        assert ("Content-Language" in headers) == (told.speaks is not None), key


@pytest.mark.parametrize(
    "question",
    [
        "Was verdient ein Key Account Manager im Monat?",
        "Wie wird man Key Account Manager?",
        "Unterschied zwischen Account Manager und Key Account Manager?",
        "Was verdient ein Zahnarzt?",
    ],
)
def test_answers_of_every_kind_have_the_told_shape(
    client: httpx.Client, document: dict[str, Any], question: str
) -> None:
    answer = client.post("/api/v1/answers", json={"question": question}).json()
    check(answer, sent_as(document, "POST /api/v1/answers")["schema"], document)


def test_the_list_of_roles_has_the_told_shape(
    client: httpx.Client, document: dict[str, Any]
) -> None:
    check(
        client.get("/api/v1/roles").json(),
        sent_as(document, "GET /api/v1/roles")["schema"],
        document,
    )


def test_problems_have_the_told_shape(client: httpx.Client, document: dict[str, Any]) -> None:
    schema = document["components"]["schemas"]["Problem"]
    for answer in (
        client.get("/api/v1/roles/gibt-es-nicht"),
        client.get("/api/v1/nichts"),
        client.put("/api/v1/answers"),
        client.post("/api/v1/answers", json={"question": 7}),
        client.get("/api/v1/roles", params={"limit": 0}),
    ):
        assert answer.headers["content-type"] == PROBLEM
        check(answer.json(), schema, document)


def test_examples_quote_what_the_sources_say(client: httpx.Client) -> None:
    def citations(node: Any) -> Iterator[dict[str, Any]]:
        if isinstance(node, list):
            for entry in node:
                yield from citations(entry)
        elif isinstance(node, dict):
            if "passage_id" in node:
                yield node
            for entry in node.values():
                yield from citations(entry)

    texts: dict[str, str] = {}
    found = list(citations(EXAMPLES))
    assert len(found) > 10
    for citation in found:
        source = citation["source"]["id"]
        if source not in texts:
            texts[source] = client.get(f"/api/v1/sources/{source}").json()["text"]
        assert texts[source][citation["start"] : citation["end"]] == citation["quote"]
    answer = EXAMPLES["POST /api/v1/answers"]["response"]
    assert answer["question"] == QUESTION and answer["status"] == "answered"
