"""The rooms of the page: which there are, and what each is made of.

They share one page, so that a conversation is still there on the way back; the address's fragment
says which one is open. A room but the chat is one component: HTML made here, escaped, and scripts
that call the HTTP interface.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.dialogue.language import Language
from bot.web.parts.texts import TEXTS
from bot.web.rooms import career_page, match_page, role_page, role_room, salary_page, screening_page
from bot.web.rooms.match_texts import ROOM_TEXTS
from bot.web.rooms.role_room_texts import CAREER, ROLE, ROLE_ROOM_TEXTS, SALARY
from bot.web.rooms.screening_texts import SCREENING_TEXTS

if TYPE_CHECKING:
    from bot.web.service import Service

CHAT = "fragen"


@dataclass(frozen=True, slots=True)
class Room:
    """A room in one language.

    Attributes:
        place: its fragment in the address.
        element: id of the element that is shown while the room is open.
        label: what its link says.
        first: selector of what the skip link leads to, within the element.
        html: gives its first content; None for the chat, which is built from Gradio's parts.
        scripts: assets, in this order the body of one function.
        labels: what the scripts say and need to know, as plain JSON types.
    """

    place: str
    element: str
    label: str
    first: str
    html: Callable[[], str] | None = None
    scripts: tuple[str, ...] = ()
    labels: Mapping[str, Any] = field(default_factory=dict)


def rooms_of(service: Service, language: Language) -> tuple[Room, ...]:
    """The rooms that are switched on, in the order of their links; the first is the chat."""
    made = [
        Room(CHAT, "inhalt", TEXTS[language].chat, "textarea"),
        *_role_rooms(language),
        Room(
            "profil",
            "profil",
            ROOM_TEXTS[language].profile,
            "textarea",
            partial(match_page.room, language),
            match_page.SCRIPTS,
            match_page.labels(language),
        ),
    ]
    if service.screenings is not None:
        made.append(
            Room(
                "auswahl",
                "auswahl",
                SCREENING_TEXTS[language].room,
                "h2",
                partial(screening_page.room, language, service.access.login),
                screening_page.SCRIPTS,
                screening_page.labels(language),
            )
        )
    return tuple(made)


def _role_rooms(language: Language) -> list[Room]:
    scripts = {
        SALARY: salary_page.SCRIPTS,
        CAREER: career_page.SCRIPTS,
        ROLE: role_page.SCRIPTS,
    }
    labels = {place: role_room.labels(language, place) for place in scripts}
    labels[SALARY] |= salary_page.further_labels(language)
    return [
        Room(
            place,
            place,
            ROLE_ROOM_TEXTS[language].room[place],
            "input",
            partial(role_room.room, language, place),
            used,
            labels[place],
        )
        for place, used in scripts.items()
    ]


def visibility(rooms: tuple[Room, ...]) -> str:
    """The style rules that show one room at a time."""
    shown = [
        f'html[data-room="{room.place}"] :is({others}) {{ display: none !important; }}'
        for room in rooms
        if (others := ", ".join(f"#{other.element}" for other in rooms if other is not room))
    ]
    # Until the script has read the address, the first room is the open one.
    rest = ", ".join(f"#{room.element}" for room in rooms[1:])
    if rest:
        shown.append(f"html:not([data-room]) :is({rest}) {{ display: none !important; }}")
    return "\n".join(
        [
            *shown,
            f'html[data-room]:not([data-room="{CHAT}"]) [data-action="new-chat"] '
            "{ display: none !important; }",
        ]
    )
