"""The endpoint for assistants, by the SDK's own client over a real socket."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from mcp import Client
from mcp.shared.exceptions import MCPError

from bot.answering.assistant import Assistant
from bot.index.serving import Index
from bot.matching.session import Desk
from bot.settings import Settings
from bot.web.api.mcp_endpoint import McpEndpoint, add_mcp
from bot.web.edge.gate import Gate
from bot.web.edge.language import Languages
from bot.web.service import Service
from tests.access.test_rates import access
from tests.apart import run_apart
from tests.web.conftest import Server

ROLE = "key-account-manager"
NAMES = ["ask", "find_roles", "role_profile", "salaries", "match_profile"]
PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
ACCEPT = {"accept": "application/json, text/event-stream"}
VERSIONS = ["legacy", "2026-07-28"]


def asked(server: Server, ask: Callable[[Client], Awaitable[Any]], mode: str = "auto") -> Any:
    async def run() -> Any:
        async with Client(f"{server.url}/mcp", mode=mode, read_timeout_seconds=60) as client:
            return await ask(client)

    return run_apart(run())


def called(server: Server, name: str, mode: str = "auto", **arguments: Any) -> Any:
    return asked(server, lambda client: client.call_tool(name, arguments), mode)


def text_of(result: Any) -> str:
    return str(result.content[0].text)


@pytest.mark.parametrize("mode", VERSIONS)
def test_the_tools_are_listed_with_their_schemas(server: Server, mode: str) -> None:
    tools = asked(server, lambda client: client.list_tools(), mode).tools
    assert [tool.name for tool in tools] == NAMES
    for tool in tools:
        for schema in (tool.input_schema, tool.output_schema):
            jsonschema.Draft202012Validator.check_schema(schema)
            assert schema["type"] == "object"
        assert tool.input_schema["additionalProperties"] is False
        assert tool.annotations.read_only_hint and len(tool.description) > 80
    profile = tools[-1]
    assert "Privacy" in profile.description and "consent" in profile.description


@pytest.mark.parametrize("mode", VERSIONS)
def test_a_question_is_answered_with_numbered_quotes(
    server: Server, client: httpx.Client, mode: str
) -> None:
    question = "Was verdient ein Key Account Manager?"
    result = called(server, "ask", mode, question=question)
    answer = result.structured_content
    by_http = client.post("/api/v1/answers", json={"question": question}).json()
    assert {**answer, "milliseconds": 0} == {**by_http, "milliseconds": 0}
    assert not result.is_error and len(answer["citations"]) > 1
    for citation in answer["citations"]:
        assert f"[{citation['number']}] „" in text_of(result)


def test_history_and_language_are_the_askers(server: Server) -> None:
    history = [
        {"role": "user", "content": "Welche Aufgaben hat ein Key Account Manager?"},
        {"role": "assistant", "content": "Er betreut Großkunden."},
    ]
    result = called(server, "ask", question="Und was verdient er?", history=history)
    assert "Key Account Manager" in result.structured_content["standalone_question"]
    declined = called(server, "ask", question="What does a dentist earn?")
    assert declined.structured_content["status"] == "declined" and not declined.is_error


def test_roles_and_their_pay(server: Server) -> None:
    found = called(server, "find_roles", title="key acc").structured_content["roles"]
    assert found[0]["id"] == ROLE
    profile = called(server, "role_profile", role=ROLE).structured_content
    assert profile["duties"][0]["citation"]["quote"]
    everything = called(server, "salaries", role=ROLE)
    figures = everything.structured_content["salary"]
    assert json.loads(text_of(everything)) == everything.structured_content
    years = {figure["year"] for figure in figures}
    assert len(years) > 1
    year = max(filter(None, years))
    chosen = called(server, "salaries", role=ROLE, year=year).structured_content["salary"]
    assert chosen and {figure["year"] for figure in chosen} == {year}


def test_a_profile_is_matched(server: Server) -> None:
    text = "Studium der Betriebswirtschaft\nFünf Jahre Vertrieb, Englisch fließend"
    ranked = called(server, "match_profile", text=text).structured_content
    assert {role["role"] for role in ranked["roles"]} == {"account-manager", ROLE}
    one = called(server, "match_profile", text=text, role="Key Account Manager", language="en")
    assert [role["role"] for role in one.structured_content["roles"]] == [ROLE]
    assert text_of(one).startswith("# ")


@pytest.mark.parametrize("mode", VERSIONS)
def test_what_does_not_fit_is_a_tools_error_in_plain_words(server: Server, mode: str) -> None:
    wrong: list[tuple[str, dict[str, Any], str]] = [
        ("ask", {}, "#/question: Diese Angabe fehlt."),
        ("ask", {"question": "x" * 2001}, "höchstens: 2000 Zeichen"),
        ("ask", {"question": "Was?", "frage": 1}, "#/frage: Diese Angabe gibt es hier nicht."),
        ("ask", {"question": "Was?", "history": [{"role": "x", "content": ""}]}, "'assistant'"),
        ("find_roles", {"title": "a", "limit": 0}, "#/limit: Mindestens 1"),
        ("role_profile", {"role": "gibt-es-nicht"}, "Eine Rolle mit dieser Kennung"),
        ("salaries", {"role": "gibt-es-nicht"}, "Eine Rolle mit dieser Kennung"),
        ("salaries", {"role": ROLE, "level": "chef"}, "#/level: Möglich ist nur"),
        ("match_profile", {"text": " "}, "Es fehlt ein Profil"),
        ("match_profile", {"text": "BWL", "role": "Zahnarzt"}, "Die Rolle „Zahnarzt“ kennen"),
    ]

    async def ask(client: Client) -> list[Any]:
        return [await client.call_tool(name, arguments) for name, arguments, _ in wrong]

    for result, (name, arguments, told) in zip(asked(server, ask, mode), wrong, strict=True):
        assert result.is_error and result.structured_content is None, (name, arguments)
        assert told in text_of(result)
        assert "Error executing" not in text_of(result) and "pydantic" not in text_of(result)


@pytest.mark.parametrize("mode", VERSIONS)
def test_an_unknown_tool_is_an_error_of_the_protocol(server: Server, mode: str) -> None:
    async def ask(client: Client) -> str:
        with pytest.raises(MCPError) as refused:
            await client.call_tool("delete_all", {})
        return refused.value.error.message

    assert asked(server, ask, mode).startswith("Unknown tool 'delete_all'; known: ask, find_roles")


def test_several_ask_at_once(server: Server) -> None:
    async def ask(client: Client) -> list[Any]:
        import asyncio

        questions = ("Was macht ein Account Manager?", "Was verdient ein Account Manager?")
        calls = (client.call_tool("ask", {"question": question}) for question in questions * 4)
        return list(await asyncio.gather(*calls))

    intents = [result.structured_content["intent"] for result in asked(server, ask)]
    assert intents == ["duties", "salary"] * 4


# Who may call


@pytest.mark.parametrize("path", ["/mcp", "/mcp/"])
def test_the_answer_is_plain_json(client: httpx.Client, path: str) -> None:
    answer = client.post(path, json=PING, headers=ACCEPT)
    assert answer.status_code == 200 and answer.json()["result"] == {}
    assert answer.headers["content-type"].startswith("application/json")
    assert "mcp-session-id" not in answer.headers


def test_pages_of_strangers_may_not_call(client: httpx.Client) -> None:
    for origin in ("https://evil.example", "http://127.0.0.1:1", "null", "http://localhost.evil"):
        refused = client.post("/mcp", json=PING, headers={**ACCEPT, "origin": origin})
        assert refused.status_code == 403, origin
        assert refused.headers["content-type"].startswith("application/problem+json")
    # A name that was turned to this machine's address: its page is of the same host.
    rebound = {**ACCEPT, "origin": "http://evil.example:7860", "host": "evil.example:7860"}
    assert client.post("/mcp", json=PING, headers=rebound).status_code == 403
    own = {**ACCEPT, "origin": str(client.base_url).rstrip("/")}
    assert client.post("/mcp", json=PING, headers=own).status_code == 200


def test_named_origins_and_proxied_hosts_may_call(
    corpus_settings: Settings, assistant: Assistant
) -> None:
    index = Index.open(corpus_settings)
    service = Service(index, assistant, Desk(index, assistant.encoder))
    named: list[str] = []
    endpoint = McpEndpoint(service, lambda: named)

    async def ask(origin: str) -> int:
        transport = httpx.ASGITransport(app=endpoint)
        headers = {**ACCEPT, "origin": origin}
        async with httpx.AsyncClient(transport=transport, base_url="https://lotse.example") as made:
            return (await made.post("/mcp", json=PING, headers=headers)).status_code

    async def run() -> list[int]:
        async with endpoint.running():
            before = await ask("https://portal.example")
            named.append("https://portal.example")  # a portal is added while it runs
            after = await ask("https://portal.example")
            return [before, after, await ask("https://lotse.example")]

    assert run_apart(run()) == [403, 200, 403]


CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}


def test_a_profile_costs_what_it_costs_over_http(
    corpus_settings: Settings, assistant: Assistant, tmp_path: Path
) -> None:
    index = Index.open(corpus_settings)
    opened = access(tmp_path, address="99/day", portal="99/day", matches="2/day")
    keys = {
        name: {"authorization": f"Bearer {opened.portals.add(name, scopes)}"}
        for name, scopes in (("A", ("mcp",)), ("B", ("mcp", "match", "tokens")))
    }
    service = Service(index, assistant, Desk(index, assistant.encoder), access=opened)
    app = FastAPI()
    add_mcp(app, service)
    app.add_middleware(Gate, access=opened)
    app.add_middleware(Languages)

    def told(tool: str, arguments: dict[str, str], headers: dict[str, str]) -> str | None:
        asked = {**CALL, "params": {"name": tool, "arguments": arguments}}
        result = client.post("/mcp?lang=en", json=asked, headers={**ACCEPT, **headers}).json()
        told: str = result["result"]["content"][0]["text"]
        return told if result["result"].get("isError") else None

    profile = {"text": "Studium der Betriebswirtschaft", "role": ROLE}
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert [told("match_profile", profile, {}) for _ in range(2)] == [None, None]
        assert "too many requests" in str(told("match_profile", profile, {}))
        assert told("find_roles", {"title": "key"}, {}) is None  # all else goes on
        assert "needs the scope match" in str(told("match_profile", profile, keys["A"]))
        assert told("find_roles", {"title": "key"}, keys["A"]) is None
        # A portal's own systems are held to its limit alone, as over HTTP.
        assert [told("match_profile", profile, keys["B"]) for _ in range(3)] == [None] * 3
    counted = service.metrics.exposed(index.view(), reachable=True).decode()
    assert 'lotse_refusals_total{route="/mcp",status="429"} 1.0' in counted
    assert 'lotse_refusals_total{route="/mcp",status="403"} 1.0' in counted


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_there_is_no_session_to_listen_to_or_to_end(client: httpx.Client, method: str) -> None:
    refused = client.request(method, "/mcp", headers=ACCEPT)
    assert refused.status_code == 405 and refused.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"{}", "text/plain", 400),
        (b'{"x":"' + b"x" * 1_100_000 + b'"}', "application/json", 413),
    ],
)
def test_what_is_no_message_is_refused(
    client: httpx.Client, content: bytes, kind: str, status: int
) -> None:
    sent = client.post("/mcp", content=content, headers={**ACCEPT, "content-type": kind})
    assert sent.status_code == status
