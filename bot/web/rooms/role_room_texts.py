"""Every word that the rooms on roles (pay, career, profile) share, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class RoleRoomTexts:
    """The labels of one language; ``{…}`` are filled in where they are used.

    Attributes:
        room, title, lead: by the room's place.
        link: how a link to a room reads, by its place; ``{role}`` is only heard.
    """

    language: Language
    room: Mapping[str, str]
    title: Mapping[str, str]
    lead: Mapping[str, str]
    link: Mapping[str, str]
    links: str
    search: str
    search_hint: str
    roles: str
    loading_roles: str
    no_roles: str
    one_found: str
    many_found: str
    none_found: str
    loading: str
    failed: str
    retry: str
    sources: str
    quote: str
    loading_quote: str
    quote_failed: str
    close: str


SALARY, CAREER, ROLE = "gehalt", "karriere", "rolle"
"""The rooms' places in the address."""

ROLE_ROOM_TEXTS: Final[Mapping[Language, RoleRoomTexts]] = MappingProxyType(
    {
        "de": RoleRoomTexts(
            language="de",
            room=MappingProxyType({SALARY: "Gehalt", CAREER: "Karriere", ROLE: "Rolle"}),
            title=MappingProxyType(
                {
                    SALARY: "Gehälter nebeneinander",
                    CAREER: "Karriereschritte",
                    ROLE: "Eine Rolle im Überblick",
                }
            ),
            lead=MappingProxyType(
                {
                    SALARY: "Was die Quellen zum Verdienst in einer Rolle sagen, Angabe neben "
                    "Angabe. Nichts wird gemittelt; wo Quellen einander widersprechen, stehen "
                    "beide da.",
                    CAREER: "Welche Schritte die Quellen zu einer Rolle hin und von ihr weg "
                    "nennen, mit Jahren und Bedingungen, soweit sie genannt sind.",
                    ROLE: "Aufgaben, Anforderungen, Gehalt und Karriere einer Rolle, jede Angabe "
                    "mit ihrer Fundstelle.",
                }
            ),
            link=MappingProxyType(
                {
                    SALARY: "Gehaltsangaben ansehen",
                    CAREER: "Karriereschritte ansehen",
                    ROLE: "Rolle im Überblick",
                }
            ),
            links="Mehr zur Rolle {role}",
            search="Rolle oder Beruf suchen",
            search_hint="Ein Titel oder ein Teil davon genügt.",
            roles="Rollen zur Auswahl",
            loading_roles="Die Rollen werden geladen …",
            no_roles="Die Quellen nennen noch keine Rolle. Sobald Artikel eingelesen sind, stehen "
            "ihre Rollen hier.",
            one_found="Eine Rolle passt.",
            many_found="{count} Rollen passen.",
            none_found="Zu diesem Titel ist keine Rolle bekannt. Versuchen Sie ein anderes Wort.",
            loading="Die Angaben werden geladen …",
            failed="Der Server ist nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
            retry="Noch einmal versuchen",
            sources="Quellen",
            quote="Beleg",
            loading_quote="Der Beleg wird geladen …",
            quote_failed="Der Beleg lässt sich gerade nicht laden. Bitte versuchen Sie es gleich "
            "noch einmal.",
            close="Schließen",
        ),
        "en": RoleRoomTexts(
            language="en",
            room=MappingProxyType({SALARY: "Pay", CAREER: "Career", ROLE: "Role"}),
            title=MappingProxyType(
                {
                    SALARY: "Pay side by side",
                    CAREER: "Career steps",
                    ROLE: "A role at a glance",
                }
            ),
            lead=MappingProxyType(
                {
                    SALARY: "What the (German) sources say about pay in a role, figure beside "
                    "figure. Nothing is averaged; where sources contradict each other, both are "
                    "shown.",
                    CAREER: "Which steps the (German) sources name to a role and from it, with "
                    "years and conditions as far as they are stated.",
                    ROLE: "Duties, requirements, pay and career of a role, every statement with "
                    "the place it comes from. The sources are German.",
                }
            ),
            link=MappingProxyType(
                {
                    SALARY: "View pay figures",
                    CAREER: "View career steps",
                    ROLE: "Role at a glance",
                }
            ),
            links="More about the role {role}",
            search="Search for a role or occupation",
            search_hint="A title or a part of one will do.",
            roles="Roles to choose from",
            loading_roles="Loading the roles …",
            no_roles="The sources name no role yet. Once articles have been read in, their roles "
            "will be here.",
            one_found="One role fits.",
            many_found="{count} roles fit.",
            none_found="No role is known by this title. Try another word.",
            loading="Loading what the sources say …",
            failed="The server cannot be reached. Please try again in a moment.",
            retry="Try again",
            sources="Sources",
            quote="Quote",
            loading_quote="Loading the quote …",
            quote_failed="The quote cannot be loaded right now. Please try again in a moment.",
            close="Close",
        ),
    }
)
