"""A page that says one thing, in both languages, where the app itself can't or mayn't be shown."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse

from bot.web.edge.language import Said, current
from bot.web.parts.markup import escape

_ASSETS: Final = Path(__file__).parents[1] / "assets"
_SHEETS: Final = ("tokens.css", "plain_page.css")


def plain_page(
    status: int,
    title: Said,
    text: Said,
    headers: Mapping[str, str] | None = None,
    link: tuple[str, Said] | None = None,
) -> HTMLResponse:
    """The page; the request's language comes first.

    Args:
        status: of HTTP.
        title: its heading.
        text: its one paragraph.
        headers: what the response carries besides.
        link: an address of ours, perhaps with ``{language}``, and what its link says.
    """
    first = current()
    order = ("de", "en") if first == "de" else ("en", "de")
    style, policy = _style()
    parts = []
    for language, heading in zip(order, ("h1", "h2"), strict=True):
        way = ""
        if link is not None:
            to = escape(link[0].format(language=language))
            way = f'<p><a href="{to}">{escape(getattr(link[1], language))}</a></p>'
        parts.append(
            f'<section lang="{language}"><{heading}>{escape(getattr(title, language))}</{heading}>'
            f"<p>{escape(getattr(text, language))}</p>{way}</section>"
        )
    html = (
        f'<!doctype html><html lang="{first}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(getattr(title, first))} · Karrierelotse</title><style>{style}</style>"
        f'</head><body><main><p class="name">Karrierelotse</p>{"".join(parts)}</main></body></html>'
    )
    told = {**(headers or {}), "content-security-policy": policy, "vary": "Accept-Language"}
    return HTMLResponse(html, status, told | {"content-language": "de, en"})


@cache
def _style() -> tuple[str, str]:
    """The style sheet, and the policy that lets it and nothing else apply."""
    style = "".join((_ASSETS / name).read_text(encoding="utf-8") for name in _SHEETS)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return style, (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
