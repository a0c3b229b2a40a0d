"""Web addresses: one page, fetched within a deadline and a size."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import UnreadableError
from bot.reading.limits import Limits
from bot.reading.sniff import Kind, kind_of_name

if TYPE_CHECKING:
    import httpx

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*://")
_AGENT = "Karrierelotse (+article reader)"
_TYPES: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A response's body, its format and charset, and the address after redirects."""

    data: bytes
    kind: Kind
    charset: str | None
    url: str


def is_url(text: str) -> bool:
    """Whether ``text`` has a scheme, of whatever kind, as no file path has."""
    return bool(_SCHEME.match(text))


def check_url(url: str) -> str | None:
    """Why ``url`` can't be fetched, in German; None if it can."""
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return "Die Adresse ist ungültig."
    if parts.scheme.lower() not in ("http", "https"):
        return "Nur Adressen mit http:// oder https:// werden gelesen."
    return None if has_host else "Die Adresse ist ungültig."


def fetch(url: str, limits: Limits) -> Page:
    """The page at ``url``.

    Raises:
        UnreadableError: not http(s), refused, an error status, redirected too often, another
            type than the readable ones, too large, or too slow.
    """
    reason = check_url(url)
    if reason:
        raise UnreadableError(reason)
    result: list[Page | Exception] = []

    def work() -> None:
        try:
            result.append(_request(url, limits))
        except Exception as error:
            result.append(error)

    # A client's timeouts bound single reads; name look-up or dripping headers outlive them.
    thread = threading.Thread(target=work, name="fetch", daemon=True)
    thread.start()
    thread.join(limits.fetch_seconds)
    if not result:
        raise UnreadableError("Die Adresse antwortet nicht rechtzeitig.")
    outcome = result[0]
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _request(url: str, limits: Limits) -> Page:
    import httpx

    deadline = time.monotonic() + limits.fetch_seconds
    timeout = httpx.Timeout(min(10.0, limits.fetch_seconds))
    try:
        with (
            httpx.Client(
                follow_redirects=True, max_redirects=limits.max_redirects, timeout=timeout
            ) as client,
            client.stream("GET", url, headers={"User-Agent": _AGENT}) as response,
        ):
            return _page(response, limits, deadline)
    except httpx.TooManyRedirects as error:
        raise _failed("Die Adresse leitet im Kreis oder zu oft weiter.", error) from error
    except httpx.TimeoutException as error:
        raise _failed("Die Adresse antwortet nicht rechtzeitig.", error) from error
    except httpx.UnsupportedProtocol as error:
        raise _failed("Die Adresse leitet auf etwas anderes als http(s) weiter.", error) from error
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise _failed("Die Adresse ist ungültig.", error) from error
    except httpx.HTTPError as error:
        raise _failed("Die Adresse ist nicht erreichbar.", error) from error


def _failed(message: str, error: Exception) -> UnreadableError:
    return UnreadableError(message, log=f"fetch failed: {error!r}")


def _page(response: httpx.Response, limits: Limits, deadline: float) -> Page:
    if response.status_code >= 400:
        raise UnreadableError(f"Der Server antwortet mit Status {response.status_code}.")
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limits.max_bytes:
        raise _too_large(limits)
    kind = _kind(response)
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > limits.max_bytes:
            raise _too_large(limits)
        if time.monotonic() > deadline:
            raise UnreadableError("Die Adresse antwortet nicht rechtzeitig.")
    return Page(bytes(data), kind, response.charset_encoding, str(response.url))


def _too_large(limits: Limits) -> UnreadableError:
    return UnreadableError(
        f"Die Seite ist zu groß; erlaubt sind {limits.max_bytes / 1_000_000:g} MB."
    )


def _kind(response: httpx.Response) -> Kind:
    content_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
    by_name = kind_of_name(urlsplit(str(response.url)).path)
    if content_type in _TYPES:
        # Many servers send Markdown as plain text.
        return (
            "markdown"
            if content_type == "text/plain" and by_name == "markdown"
            else _TYPES[content_type]
        )
    if content_type in ("", "application/octet-stream") and by_name:
        return by_name
    raise UnreadableError(
        f"Der Inhalt ist vom Typ „{content_type or 'unbekannt'}“ und kein lesbares Dokument."
    )
