"""What an answer on fit says in its own voice, in German and English; figures stand in quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language
from bot.matching.report import Verdict


@dataclass(frozen=True, slots=True)
class FitTexts:
    """The sentences of one language."""

    compared: str
    groups: Mapping[Verdict, str]
    page: str
    page_with_cv: str
    nothing_shown: str
    demanded: str


FIT_TEXTS: Final[Mapping[Language, FitTexts]] = MappingProxyType(
    {
        "de": FitTexts(
            compared="**{role}** – was Sie von sich schreiben, neben dem, was die Quellen "
            "verlangen:",
            groups=MappingProxyType(
                {
                    "met": "Das belegen Ihre Angaben",
                    "partly": "Das belegen Ihre Angaben zum Teil",
                    "missing": "Das verneinen Ihre Angaben",
                    "unknown": "Dazu sagen Ihre Angaben nichts",
                }
            ),
            page="Ob eine Rolle zu Ihnen passt, lässt sich unter „Profil prüfen“ vergleichen: "
            "Anforderung für Anforderung, mit Ihrem Lebenslauf oder ein paar Sätzen über Sie.",
            page_with_cv="Alle Anforderungen, mit Rückfragen und mit Ihrem Lebenslauf, zeigt "
            "„Profil prüfen“.",
            nothing_shown="Ihre Angaben belegen davon noch nichts.",
            demanded="**{role}** – das verlangen die Quellen vor allem:",
        ),
        "en": FitTexts(
            compared="**{role}** – what you write about yourself beside what the (German) sources "
            "ask for:",
            groups=MappingProxyType(
                {
                    "met": "Shown by what you write",
                    "partly": "Shown in part by what you write",
                    "missing": "Denied by what you write",
                    "unknown": "Not mentioned in what you write",
                }
            ),
            page="Whether a role suits you can be compared under “Check a profile”: requirement "
            "by requirement, with your CV or a few sentences about yourself.",
            page_with_cv="“Check a profile” shows all requirements, with questions and with your "
            "CV.",
            nothing_shown="What you write doesn't show any of this yet.",
            demanded="**{role}** – what the (German) sources ask for above all:",
        ),
    }
)
