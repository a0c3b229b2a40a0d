"""Every word of the career diagram, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class CareerTexts:
    """The words of one language; ``{…}`` are filled in where they are used."""

    language: Language
    title: str
    outside: str
    year: str
    years: str
    from_years: str
    up_to_years: str
    step: str
    condition: str
    as_list: str
    computed: str
    computed_from: str
    heading: str
    one_step: str
    steps: str
    leading_to: str
    leading_from: str
    none: str


CAREER_TEXTS: Final[Mapping[Language, CareerTexts]] = MappingProxyType(
    {
        "de": CareerTexts(
            language="de",
            title="Karriereschritte als Diagramm",
            outside="Einstieg von außen",
            year="{span} Jahr",
            years="{span} Jahre",
            from_years="ab {span} Jahren",
            up_to_years="bis zu {span} Jahre",
            step="{first} → {second}",
            condition="Bedingung: „{text}“",
            as_list="Die Schritte als Liste",
            computed="berechnet",
            computed_from="berechnet, von keiner Quelle berichtet: für beide wesentliche "
            "Fähigkeiten {shared}, hinzu kommen {missing}",
            heading="Karriereschritte",
            one_step="Ein Schritt",
            steps="{count} Schritte",
            leading_to="Schritte zu dieser Rolle",
            leading_from="Schritte von dieser Rolle weiter",
            none="Von Schritten zu dieser Rolle hin oder von ihr weg berichtet keine Quelle.",
        ),
        "en": CareerTexts(
            language="en",
            title="Career steps as a diagram",
            outside="Way in from outside",
            year="{span} year",
            years="{span} years",
            from_years="from {span} years",
            up_to_years="up to {span} years",
            step="{first} → {second}",
            condition="Condition: “{text}”",
            as_list="The steps as a list",
            computed="computed",
            computed_from="computed, told by no source: skills essential for both {shared}, "
            "to be added {missing}",
            heading="Career steps",
            one_step="One step",
            steps="{count} steps",
            leading_to="Steps to this role",
            leading_from="Steps on from this role",
            none="No source tells of steps to this role or from it.",
        ),
    }
)
