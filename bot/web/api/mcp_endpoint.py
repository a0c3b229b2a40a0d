"""``/mcp``: the tools for assistants, by the official SDK's streamable HTTP transport.

Nothing is kept between two requests (no session, so replicas can share the work), and answers are
plain JSON. A browser's page may call it only from an origin that the operator or a portal named,
or from this machine itself: so no name that was turned to another address (DNS rebinding) gets in.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Collection
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from fastapi.concurrency import run_in_threadpool
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    TextContent,
    ToolAnnotations,
)
from mcp.types import Tool as ListedTool
from pydantic import ValidationError
from starlette.datastructures import Headers
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot import __version__
from bot.access.scopes import door_of
from bot.errors import LotseError
from bot.web.api.mcp_tools import TOOLS, Tool
from bot.web.api.schemas import json_schema
from bot.web.edge.access_texts import NOT_OPENED
from bot.web.edge.gate import caller_of, told_to_wait
from bot.web.edge.guard import MAX_BODY_BYTES
from bot.web.edge.lifespan import beside
from bot.web.edge.logs import log_unexpected
from bot.web.edge.problem_texts import FOREIGN_ORIGIN, INVALID, OTHER_METHOD, UNEXPECTED
from bot.web.edge.problems import field_errors, problem, sentence_of
from bot.web.parts.texts import GERMAN

if TYPE_CHECKING:
    from fastapi import FastAPI
    from mcp.server.context import ServerRequestContext
    from starlette.requests import Request

    from bot.access.callers import Caller
    from bot.web.edge.language import Said
    from bot.web.service import Service

PATH: Final = "/mcp"

_INSTRUCTIONS: Final = (
    "Answers about roles, requirements, pay and careers from German articles, each statement with "
    "its verbatim quote. Pass on the quotes' numbers and sources, and say where an answer was "
    "declined."
)
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class McpEndpoint:
    """The endpoint as an ASGI application.

    Args:
        service: what the tools answer from.
        origins: gives the origins whose pages may call, at each request.
    """

    def __init__(self, service: Service, origins: Callable[[], Collection[str]]) -> None:
        self._origins = origins
        self._manager = StreamableHTTPSessionManager(
            _server(service),
            json_response=True,
            stateless=True,
            # Its check wants every public name of this host; ours asks for the origin alone.
            security_settings=TransportSecuritySettings(enable_dns_rebinding_protection=False),
            max_request_body_size=MAX_BODY_BYTES,
        )

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Must surround all requests; once."""
        async with self._manager.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request. Without sessions there is nothing to listen to (GET) or to end."""
        if scope["method"] != "POST":
            detail = OTHER_METHOD.format(method=scope["method"], allowed="POST")
            await problem(405, detail, headers={"allow": "POST"})(scope, receive, send)
        elif not _may_call(Headers(scope=scope), self._origins()):
            await problem(403, FOREIGN_ORIGIN)(scope, receive, send)
        else:
            await self._manager.handle_request(scope, receive, send)


def add_mcp(app: FastAPI, service: Service) -> None:
    """Adds the endpoint, with what must run beside it while the app does."""
    endpoint = McpEndpoint(service, service.access.origins)
    app.router.routes += [
        Route(path, endpoint, include_in_schema=False) for path in (PATH, f"{PATH}/")
    ]
    beside(app, endpoint.running)


def _may_call(headers: Headers, origins: Collection[str]) -> bool:
    """Whether a page's origin is allowed; programs name none."""
    origin = headers.get("origin")
    if origin is None or origin in origins:
        return True
    split = urlsplit(origin)
    return split.hostname in _LOOPBACK and split.netloc == headers.get("host")


def _server(service: Service) -> Server[Any]:
    tools = {tool.name: tool for tool in TOOLS}
    listed = [_listed(tool) for tool in TOOLS]

    async def list_tools(_: ServerRequestContext[Any, Any], __: object) -> ListToolsResult:
        return ListToolsResult(tools=listed)

    async def call_tool(
        context: ServerRequestContext[Any, Request], asked: CallToolRequestParams
    ) -> CallToolResult:
        tool = tools.get(asked.name)
        if tool is None:
            known = ", ".join(tools)
            raise MCPError(INVALID_PARAMS, f"Unknown tool {asked.name[:80]!r}; known: {known}")
        assert context.request is not None
        refusal = await _refusal(tool, service, caller_of(context.request))
        if refusal is not None:
            return _failed(str(refusal))
        return await _called(tool, service, asked.arguments or {})

    return Server(
        "karrierelotse",
        version=__version__,
        title=GERMAN.title,
        instructions=_INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


async def _refusal(tool: Tool, service: Service, caller: Caller) -> Said | None:
    """Why this caller can't use a tool now; the gate let them in before it knew which.

    What is dear by HTTP is as dear here: the scope and the limit are those of its own route.
    """
    door = tool.door
    if door is None or door.cost is None:
        return None
    if caller.scopes is not None and not set(door.scopes) & set(caller.scopes):
        service.metrics.refused(PATH, 403)
        return NOT_OPENED.format(scope=door.scopes[0])
    standing = await service.access.spend(caller, door.cost, paid=door_of("POST", PATH).cost)
    if standing is None or not standing.wait:
        return None
    service.metrics.refused(PATH, 429)
    return told_to_wait(standing)


async def _called(tool: Tool, service: Service, given: dict[str, Any]) -> CallToolResult:
    try:
        arguments = tool.arguments.model_validate(given)
    except ValidationError as error:
        placed = [{**entry, "loc": ("body", *entry["loc"])} for entry in error.errors()]
        found = [f"{entry['pointer']}: {entry['detail']}" for entry in field_errors(placed)]
        return _failed("\n".join([str(INVALID), *found]))
    try:
        told = await run_in_threadpool(tool.call, service, arguments)
    except LotseError as error:
        return _failed(str(sentence_of(error)))
    except Exception as error:
        log_unexpected(error)
        return _failed(str(UNEXPECTED))
    return CallToolResult(content=[TextContent(text=told.text)], structured_content=told.data)


def _failed(sentence: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=sentence)], is_error=True)


def _listed(tool: Tool) -> ListedTool:
    return ListedTool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.arguments.model_json_schema(),
        output_schema=json_schema(tool.result),
        annotations=ToolAnnotations(
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )
