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
        ),
    }
)
