"""What the rooms on roles share: choosing a role, links from room to room, opening a quote.

Each is a frame that ``assets/role_room.js`` fills with HTML from the HTTP interface. The role
stands in the address ("#gehalt?role=…"), so a room can be linked, kept and gone back to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote_plus

from bot.dialogue.language import Language
from bot.domain import SourceReference
from bot.knowledge.esco.notice import ADAPTED, NOTICE
from bot.web.api.role_list import MAX_TITLE_CHARACTERS
from bot.web.parts.markup import escape
from bot.web.parts.quote import about, link
from bot.web.parts.texts import TEXTS
from bot.web.rooms.role_room_texts import CAREER, ROLE, ROLE_ROOM_TEXTS, SALARY

SHARED_SCRIPT = "role_room.js"
ENDPOINTS: Mapping[str, str] = {
    SALARY: "/api/v1/salaries",
    CAREER: "/api/v1/careers",
    ROLE: "/api/v1/roles/",
}
CHECK_DIGITS = 16

_LABELS = (
    "language",
    "loading_roles",
    "no_roles",
    "one_found",
    "many_found",
    "none_found",
    "loading",
    "failed",
    "loading_quote",
    "quote_failed",
)


def room(language: Language, place: str) -> str:
    """The empty room: what it does, choosing a role, the place for results, the quote's sheet."""
    texts = ROLE_ROOM_TEXTS[language]
    return (
        '<section class="match explorer">'
        f"<h2>{escape(texts.title[place])}</h2><p>{escape(texts.lead[place])}</p>"
        '<form class="role-search" role="search" novalidate>'
        f'<label for="{place}-suche">{escape(texts.search)}</label>'
        f'<input type="search" id="{place}-suche" maxlength="{MAX_TITLE_CHARACTERS}" '
        f'autocomplete="off" spellcheck="false" aria-describedby="{place}-suche-mehr">'
        f'<p class="hint" id="{place}-suche-mehr">{escape(texts.search_hint)}</p></form>'
        f'<nav class="role-choice" aria-label="{escape(texts.roles)}">'
        '<ul class="roles"></ul><div class="choice-notices"></div></nav>'
        '<p class="match-status" role="status"></p>'
        f'<p class="actions"><button type="button" class="quiet" data-action="retry" hidden>'
        f"{escape(texts.retry)}</button></p>"
        '<div class="explorer-result"></div>'
        f'<dialog class="quote-sheet" aria-label="{escape(texts.quote)}">'
        f'<button type="button" class="quiet close" data-action="close-quote">'
        f'{escape(texts.close)}</button><div class="quote-body"></div></dialog></section>'
    )


def labels(language: Language, place: str) -> dict[str, Any]:
    """What the room's scripts say and need to know, as plain JSON types."""
    texts = ROLE_ROOM_TEXTS[language]
    said = {name: getattr(texts, name) for name in _LABELS}
    return {**said, "place": place, "endpoint": ENDPOINTS[place]}


def href(place: str, role_id: str) -> str:
    """The address of a role in a room; to be escaped like any text."""
    return f"#{place}?role={quote_plus(role_id)}"


def heading(title: str, role_id: str, label: str, place: str, language: Language) -> str:
    """The result's heading, which takes the focus, and the ways to the role's other rooms."""
    texts = ROLE_ROOM_TEXTS[language]
    links = "".join(
        f'<li><a href="{escape(href(other, role_id))}">{escape(texts.link[other])}</a></li>'
        for other in (ROLE, SALARY, CAREER)
        if other != place
    )
    name = escape(texts.links.format(role=label))
    return (
        f'<h3 tabindex="-1">{escape(title)}: <span lang="de">{escape(label)}</span></h3>'
        f'<nav class="to-rooms" aria-label="{name}"><ul>{links}</ul></nav>'
    )


def quote_button(citation: Mapping[str, Any], language: Language) -> str:
    """The button that opens a citation's quote; ``/api/v1/quotes`` takes what it carries."""
    number, name = citation["number"], escape(TEXTS[language].marker.format(**citation))
    carried = {
        "number": number,
        "source": citation["source"]["id"],
        "start": citation["start"],
        "end": citation["end"],
        "check": check_of(citation["quote"]),
    }
    data = " ".join(f'data-{key}="{escape(str(value))}"' for key, value in carried.items())
    return (
        f'<button type="button" class="marker" lang="{language}" {data} aria-haspopup="dialog" '
        f'aria-label="{name}" title="{name}">{number}</button>'
    )


def check_of(quote: str) -> str:
    """Tells a quote from whatever stands in its place once its source has changed."""
    return hashlib.sha256(quote.encode()).hexdigest()[:CHECK_DIGITS]


def renumbered(records: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Facts whose citations count from 1, one number for each quote."""
    numbers: dict[tuple[str, int, int], int] = {}
    made = []
    for record in records:
        cited = record["citation"]
        key = (cited["source"]["id"], cited["start"], cited["end"])
        number = numbers.setdefault(key, len(numbers) + 1)
        made.append({**record, "citation": {**cited, "number": number}})
    return made


def references(records: Iterable[Mapping[str, Any]]) -> list[SourceReference]:
    """The sources that facts are cited from, in that order."""
    found = {r["citation"]["source"]["id"]: r["citation"]["source"] for r in records}
    return [SourceReference(**source) for source in found.values()]


def source_list(sources: Sequence[SourceReference], language: Language) -> str:
    """The sources with publisher, date and address, below a heading."""
    if not sources:
        return ""
    page = TEXTS[language]
    items = "".join(
        f'<li><span lang="de">{escape(about(source, page))}</span>'
        f"{f' · {link(source.url, page)}' if source.url else ''}</li>"
        for source in sources
    )
    title = escape(ROLE_ROOM_TEXTS[language].sources)
    return f'<h4>{title}</h4><ul class="source-list">{items}</ul>'


def notices_of(profile: Mapping[str, Any], language: Language) -> tuple[str, ...]:
    """What must be said of a role's record where a classification lists it; else nothing."""
    return (NOTICE, ADAPTED[language]) if profile.get("notices") else ()


def notice_lines(notices: Iterable[str]) -> str:
    """The notices as paragraphs; ESCO's own is English in every language."""
    return "".join(
        f'<p class="hint"{" lang=en" if notice == NOTICE else ""}>{escape(notice)}</p>'
        for notice in notices
    )
