"""Login providers over HTTP: one that speaks the real protocol, and one that lies on demand."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

from bot.evaluation.ports import free_port

CLIENT = "karrierelotse"
START_SECONDS = 60


@contextmanager
def real_provider() -> Iterator[str]:
    """The address of a provider whose form logs in whoever names themselves."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "-n", "true"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + START_SECONDS
        while not _answers(url) and time.monotonic() < until:
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    try:
        return httpx.get(url).status_code == 200
    except httpx.TransportError:
        return False


class Forger:
    """A provider that signs what it is told to; by itself it says what a good one would.

    Attributes:
        claims: put over those of a good token; None takes one away.
        algorithm, key: what it signs with.
        about: put over its metadata.
        userinfo: what it tells beside the token.
        forms: what was sent for tokens, as they came.
    """

    def __init__(self) -> None:
        self.good_key = RSAKey.generate_key(2048, {"kid": "1"})
        self.claims: dict[str, Any] = {}
        self.algorithm = "RS256"
        self.key: Any = self.good_key
        self.about: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.nonce = ""
        self.forms: list[dict[str, list[str]]] = []
        self.url = ""

    def told(self, path: str) -> dict[str, Any] | None:
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
                "userinfo_endpoint": f"{self.url}/userinfo",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                **self.about,
            }
        if path == "/keys":
            return {"keys": [self.good_key.as_dict(private=False)]}
        if path == "/token":
            return {"access_token": "a", "token_type": "Bearer", "id_token": self.token()}
        return self.userinfo if path == "/userinfo" else None

    def token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": CLIENT,
            "sub": "7",
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
            "email": "ada@firma.example",
            **self.claims,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": self.algorithm, "kid": "1"}
        registry = JWSRegistry(algorithms=[self.algorithm])
        return jwt.encode(header, kept, self.key, registry=registry)


@contextmanager
def forger() -> Iterator[Forger]:
    """A forger that listens."""
    made = Forger()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told = made.told(urlsplit(self.path).path)
            body = json.dumps(told).encode()
            self.send_response(200 if told is not None else 404)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("content-length", 0)))
            made.forms.append(parse_qs(sent.decode()))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
