"""Which language a visitor gets: what the address asks for, else what the browser prefers.

Articles and facts are German; what the web side itself says, and the expected failures
(``LotseError``) that a visitor can meet, exist in both languages. No cookie keeps a choice: the
address does, so it holds after a reload.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.dialogue.language import Language, language_of, language_or_none
from bot.domain import Answer
from bot.domain import Message as Earlier
from bot.web.edge.headers import is_below

HEADER: Final = "content-language"

SOURCES: Final = (
    "/api/v1/roles",
    "/api/v1/salaries",
    "/api/v1/careers",
    "/api/v1/sources",
    "/api/v1/quotes",
)
"""Where the sources' own words are told."""

_FIRST_PROBLEM: Final = 400
_PARAMETER: Final = "lang"
_QUALITY: Final = re.compile(r"[qQ]\s*=\s*(\d(?:\.\d{0,9})?)", re.ASCII)
_current: ContextVar[Language] = ContextVar("language", default="de")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages; as a string it is in that of the request at hand."""

    de: str
    en: str

    def __str__(self) -> str:
        return self.en if current() == "en" else self.de

    def format(self, **values: object) -> Said:
        """The sentence with its ``{…}`` filled in, in both languages."""
        return Said(self.de.format(**values), self.en.format(**values))


def current() -> Language:
    """The language of the request at hand; German outside of one."""
    return _current.get()


def language_of_answer(answer: Answer) -> Language:
    """The language of an answer's own words, which is its question's; quotes stay German."""
    return language_of(answer.standalone_question or answer.question)


def language_of_question(question: str, history: Sequence[Earlier] = ()) -> Language:
    """The language that an answer will have, for who must tell it beforehand.

    Args:
        question: as it was typed; a short one ("KAM?") may show no language.
        history: earlier messages, oldest first; the visitor's last one that shows a language tells
            it then.
    """
    earlier = (message.content for message in reversed(history) if message.role == "user")
    shown = (language_or_none(text) for text in (question, *earlier))
    return next((language for language in shown if language is not None), "de")


def asked_language(scope: Scope) -> Language:
    """``?lang=de`` or ``en``, else what ``Accept-Language`` ranks higher."""
    return _named(scope) or preferred(", ".join(Headers(scope=scope).getlist("accept-language")))


def preferred(header: str) -> Language:
    """The better liked of the two languages (RFC 9110, 12.5.4).

    Nothing, or anything ("*"), is German. Who names neither language gets English.
    """
    quality: dict[str, float] = {}
    for part in header.split(","):
        tag, _, parameters = part.partition(";")
        primary = tag.strip().lower().split("-")[0]
        if primary:
            # What is refused (0) comes behind what isn't named.
            quality[primary] = max(quality.get(primary, -1.0), _quality(parameters) or -1.0)
    others = quality.pop("*", 0.0)
    if not quality:
        return "de"
    german, english = quality.get("de", others), quality.get("en", others)
    if german == english:
        # Python's dicts keep the order in which the header names them.
        return "de" if next((tag for tag in quality if tag in ("de", "en")), "") == "de" else "en"
    return "de" if german > english else "en"


class Languages:
    """Settles each request's language, and tells that of what holds the sources' words.

    Those words are German, whatever is asked for; their pages (HTML, CSV) have words of ours
    around them, in the visitor's language. A route that knows better says so itself: an answer is
    in its question's language, what is made of a profile in the one that its request names.
    Pure ASGI: the usual middleware class holds streams back.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # Never put back: who logs a failure further out still tells of it in this language.
        # Each request sets its own.
        asked = asked_language(scope)
        _current.set(asked)

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < _FIRST_PROBLEM:
                headers = MutableHeaders(scope=message)
                has_words = headers.get("content-type", "").startswith("text/")
                headers.setdefault(HEADER, asked if has_words else "de")
                headers.add_vary_header("Accept, Accept-Language")
            await send(message)

        tells_sources = is_below(scope["path"], SOURCES)
        await self._app(scope, receive, send_told if tells_sources else send)


class Pages:
    """Leads a visitor to the page in the request's language. Pure ASGI, as ``Languages``.

    Args:
        app: what stands behind.
        english: where the page with English labels is mounted, such as "/en"; the German one is
            at "/".
    """

    def __init__(self, app: ASGIApp, english: str) -> None:
        self._app = app
        self._english = f"{english}/"
        self._pages: dict[str, Language] = {"/": "de", english: "en", self._english: "en"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirects or hands on."""
        page = self._pages.get(scope["path"]) if scope["type"] == "http" else None
        if page is None or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault(HEADER, page)
                if scope["path"] == "/":
                    headers.add_vary_header("Accept-Language")
            await send(message)

        elsewhere = self._elsewhere(scope)
        if elsewhere is None:
            await self._app(scope, receive, send_marked)
        else:
            await RedirectResponse(elsewhere, 302)(scope, receive, send_marked)

    def _elsewhere(self, scope: Scope) -> str | None:
        """Where the page in the visitor's language is, if it isn't this one.

        The English page has an address of its own, which is a choice already: only ``?lang=de``
        leads away from it. The German one's is where everybody starts.
        """
        path, query = scope["path"], scope["query_string"].decode("latin-1")
        rest = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] != _PARAMETER]
        if path == "/":
            return _address(self._english, rest) if current() == "en" else None
        if _named(scope) == "de":
            return _address("/", [(_PARAMETER, "de"), *rest])
        return None if path == self._english else _address(self._english, rest)


def _named(scope: Scope) -> Language | None:
    """What the address asks for."""
    query = parse_qsl(scope["query_string"].decode("latin-1"))
    asked = next((value.lower() for name, value in query if name == _PARAMETER), "")
    return "de" if asked == "de" else "en" if asked == "en" else None


def _address(path: str, query: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _quality(parameters: str) -> float:
    """0 to 1; 1 where none is stated, 0 where it is no number."""
    if not parameters.strip():
        return 1.0
    stated = _QUALITY.fullmatch(parameters.strip())
    return min(float(stated[1]), 1.0) if stated else 0.0
