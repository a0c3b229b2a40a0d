"""What the server logs: ids and figures, and words of visitors only where that is switched on."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from bot.settings import load_settings
from bot.web.edge.logs import RequestLog, set_up
from tests.apart import run_apart
from tests.patience import SECONDS

QUESTION = "Was verdient ein Key Account Manager in Mirabellenstadt?"


def lines(errors: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in errors.splitlines() if line.startswith("{")]


@pytest.fixture
def own_logging() -> Iterator[None]:
    """Logging that may be set up; what other tests rely on comes back."""
    root, ours = logging.getLogger(), logging.getLogger("bot")
    handlers, levels = root.handlers, (root.level, ours.level)
    root.handlers = []
    yield
    root.handlers = handlers
    for logger, level in zip((root, ours), levels, strict=True):
        logger.setLevel(level)


def test_a_request_is_found_by_its_id_and_no_word_of_it_is_logged(
    database: Path, launch: Any
) -> None:
    server = launch(database, LOTSE_LOG_LEVEL="INFO")
    asked = httpx.post(
        f"{server.url}/api/v1/answers",
        json={"question": QUESTION},
        headers={"x-request-id": "portal-17"},
        timeout=SECONDS,
    )
    matched = httpx.post(
        f"{server.url}/api/v1/matches",
        json={"text": "Ich bin Mira Belle. Englisch: C1"},
        timeout=SECONDS,
    )
    source = httpx.get(f"{server.url}/api/v1/sources/gibt-es-nicht?frage=Mirabelle")
    _, errors = server.stop()
    assert asked.headers["x-request-id"] == "portal-17"
    found = [line for line in lines(errors) if line.get("request") == "portal-17"]
    assert [line["message"] for line in found] == ["answer", "request"]
    assert found[0]["intent"] == "salary" and found[1]["status"] == 200
    assert found[1]["path"] == "/api/v1/answers" and found[1]["method"] == "POST"
    others = {matched.headers["x-request-id"], source.headers["x-request-id"]}
    assert len(others) == 2
    ended = [line for line in lines(errors) if line["message"] == "request"]
    assert {line["status"] for line in ended if line["request"] in others} == {200, 404}
    for word in ("irabelle", "Mira", "gibt-es-nicht"):
        assert word not in errors


def test_questions_are_logged_where_that_is_switched_on(database: Path, launch: Any) -> None:
    server = launch(database, LOTSE_LOG_LEVEL="INFO", LOTSE_LOG_QUESTIONS="1")
    httpx.post(f"{server.url}/api/v1/answers", json={"question": QUESTION}, timeout=SECONDS)
    _, errors = server.stop()
    assert [line["question"] for line in lines(errors) if "question" in line] == [QUESTION]


@pytest.mark.parametrize("given", ["", "x" * 65, 'a"} {"level":"ERROR', "a b"])
def test_an_id_that_could_forge_a_line_is_replaced(client: httpx.Client, given: str) -> None:
    answered = client.get("/healthz", headers={"x-request-id": given})
    assert answered.headers["x-request-id"] != given
    assert len(answered.headers["x-request-id"]) == 32


def test_what_nobody_expected_is_a_problem_and_a_line_without_its_words(
    capsys: pytest.CaptureFixture[str], own_logging: None
) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ZeroDivisionError("Mirabelle")

    set_up(load_settings())

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(RequestLog(broken))
        async with httpx.AsyncClient(transport=transport) as asking:
            return await asking.get("http://lotse/")

    failed = run_apart(ask())
    assert failed.status_code == 500
    assert failed.headers["content-type"].startswith("application/problem+json")
    line = next(line for line in lines(capsys.readouterr().err) if line["level"] == "ERROR")
    assert line["request"] == failed.headers["x-request-id"]
    assert line["error"] == "ZeroDivisionError" and "broken" in line["at"][-1]
    assert "Mirabelle" not in str(line)
