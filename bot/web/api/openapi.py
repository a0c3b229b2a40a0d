"""``/openapi.json``: what FastAPI knows of the routes, and what it can't know of them.

Shapes of responses that are sent as they are (``schemas``), problem objects with their media type,
what a route needs to be opened (the table of ``bot.access.scopes``), names, and examples: real
answers to the project's own articles, kept in a file that tests hold against them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import models_json_schema

from bot.access.scopes import door_of
from bot.web.api.accept import JSON
from bot.web.api.operations import INTRODUCTION, LANGUAGES, OPERATIONS, TAGS, Operation
from bot.web.api.schemas import Problem
from bot.web.chat.theme import asset
from bot.web.edge.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from fastapi import FastAPI

EXAMPLES: Final = "openapi_examples.json"

_REFERENCE: Final = "#/components/schemas/{model}"
_OWN_ERRORS: Final = ("HTTPValidationError", "ValidationError")
_RECRUITERS: Final = "/api/v1/screenings"


def describe(app: FastAPI) -> None:
    """Makes ``app`` give the whole description; it is made at the first request and kept."""
    plain = app.openapi

    @cache
    def whole() -> dict[str, Any]:
        return completed(plain())

    app.openapi = whole  # type: ignore[method-assign]  # FastAPI's documented way


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """FastAPI's document with all that it lacks; the given one is changed."""
    document["info"]["description"] = INTRODUCTION
    document["tags"] = [{"name": name, "description": told} for name, told in TAGS.items()]
    components = document.setdefault("components", {})
    components["securitySchemes"] = {
        "key": {
            "type": "http",
            "scheme": "bearer",
            "description": "A portal's key, or a token that a portal had made for its visitor",
        },
        "reviewer": {
            "type": "http",
            "scheme": "bearer",
            "description": "A reviewer's key; on the page a cookie carries it",
        },
    }
    schemas = components.setdefault("schemas", {})
    for name in _OWN_ERRORS:
        schemas.pop(name, None)
    examples = json.loads(asset(EXAMPLES))
    models = {one.model for one in OPERATIONS.values() if one.model is not None} | {Problem}
    by_name = sorted(models, key=lambda model: model.__name__)
    _, defined = models_json_schema(
        [(model, "serialization") for model in by_name], ref_template=_REFERENCE
    )
    schemas.update(defined["$defs"])
    for path, method, described in _operations(document):
        key = f"{method.upper()} {path}"
        _complete(key, path, described, OPERATIONS.get(key), examples.get(key, {}))
    return document


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, described in methods.items():
            yield path, method, described


def _complete(
    key: str,
    path: str,
    described: dict[str, Any],
    known: Operation | None,
    examples: Mapping[str, Any],
) -> None:
    method = key.split()[0]
    if known is not None:
        described["summary"], described["tags"] = known.summary, [known.tag]
    described["security"] = _security(method, path)
    answers = described["responses"]
    done = next(status for status in answers if status.startswith("2"))
    if known is not None and known.model is not None:
        content = answers[done].setdefault("content", {}).setdefault(JSON, {})
        one = {"$ref": _REFERENCE.format(model=known.model.__name__)}
        content["schema"] = {"type": "array", "items": one} if known.many else one
    if known is not None and known.speaks is not None:
        answers[done].setdefault("headers", {})["Content-Language"] = {
            "description": LANGUAGES[known.speaks],
            "schema": {"type": "string", "enum": ["de", "en"]},
        }
    if "response" in examples:
        _exemplify(answers[done]["content"], examples["response"])
    if "request" in examples:
        _exemplify(described["requestBody"]["content"], examples["request"])
    for parameter in described.get("parameters", ()):
        if parameter["name"] in examples.get("parameters", {}):
            parameter["example"] = examples["parameters"][parameter["name"]]
    for status in _problems(method, path, described, known):
        answers[str(status)] = {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(model="Problem")}}},
        }


def _exemplify(content: Mapping[str, Any], value: object) -> None:
    """Gives the example to the form that it is of: text, JSON, or a form where there is no JSON."""
    if isinstance(value, str):
        kind = next(one for one in content if one.startswith("text/"))
    else:
        kind = JSON if JSON in content else next(iter(content))
    content[kind]["examples"] = {"example": {"value": value}}


def _security(method: str, path: str) -> list[dict[str, list[str]]]:
    """What opens a route; an empty choice is anonymous use, which can be switched off."""
    door = door_of(method, path)
    if path.startswith(_RECRUITERS):
        return [] if path.endswith("/session") else [{"reviewer": []}]
    if not door.scopes:
        return []
    return [{"key": []}] if door.always_key else [{}, {"key": []}]


def _problems(
    method: str, path: str, described: Mapping[str, Any], known: Operation | None
) -> list[int]:
    """The statuses of problems that may come instead, in order."""
    door = door_of(method, path)
    found = set(known.problems if known is not None else ())
    if door.scopes:
        found |= {401, 403, 503}
    if door.cost:
        found.add(429)
    if "{" in path:
        found.add(404)
    if described.get("parameters"):
        found.add(422)
    if "requestBody" in described:
        found |= {413, 422}
    if path.startswith(_RECRUITERS):
        found |= {401, 403, 404, 429, 503}
    return sorted(found)
