"""The page's own scripts are named by hash, and nothing else that looks like one is let run."""

from __future__ import annotations

import base64
import hashlib
import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from bot.web.edge.inline_scripts import InlineScripts, script_hashes
from tests.apart import run_apart

HTML = (
    '<script>a = "ä<b>";</script><SCRIPT type="module" >\nb()\n</SCRIPT>'
    '<script src="/x.js"></script><script></script><script>a = "ä<b>";</script>'
)


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_each_inline_script_has_its_hash_once() -> None:
    assert script_hashes(HTML.encode()) == [hash_of('a = "ä<b>";'), hash_of("\nb()\n")]
    assert script_hashes(b"<p>script</p>") == []


@pytest.mark.parametrize("encoding", ["gzip, br", "identity"])
def test_the_policy_names_them_and_the_body_stays_whole(encoding: str) -> None:
    def page(request: object) -> HTMLResponse:
        assert "accept-encoding" not in request.headers  # type: ignore[attr-defined]
        return HTMLResponse(HTML * 50)

    async def asked() -> list[httpx.Response]:
        routes = [Route("/", page), Route("/t", lambda _: PlainTextResponse("<script>c</script>"))]
        app = InlineScripts(Starlette(routes=routes), ("/", "/t"), lambda: ("https://a.example",))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            headers = {"accept-encoding": encoding}
            return [await client.get(path, headers=headers) for path in ("/", "/t")]

    made, plain = run_apart(asked())
    policy = made.headers["content-security-policy"]
    assert made.text == HTML * 50 and "Accept-Encoding" in made.headers["vary"]
    assert ("content-encoding" in made.headers) == ("gzip" in encoding)
    assert int(made.headers["content-length"]) == made.num_bytes_downloaded
    assert all(one in policy for one in script_hashes(HTML.encode()))
    assert "frame-ancestors 'self' https://a.example" in policy
    assert plain.text == "<script>c</script>" and "content-security-policy" not in plain.headers


@pytest.mark.parametrize("path", ["/?lang=de", "/en/"])
def test_gradios_page_runs_no_other_inline_script(client: httpx.Client, path: str) -> None:
    page = client.get(path)
    policy = page.headers["content-security-policy"]
    sources = re.search("script-src ([^;]*)", policy)
    assert sources and "'unsafe-inline'" not in sources[1]
    assert script_hashes(page.content) and set(script_hashes(page.content)) <= set(
        sources[1].split()
    )
