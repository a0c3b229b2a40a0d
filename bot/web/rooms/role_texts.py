"""Every word of the room "Rolle", in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class RoleTexts:
    """The labels of one language; ``{…}`` are filled in where they are used.

    Attributes:
        relations: headings of what is required and what is of advantage.
        kinds: headings of the kinds of requirements.
    """

    language: Language
    heading: str
    summary: str
    nothing: str
    called: str
    short: str
    branches: str
    duties: str
    requirements: str
    relations: Mapping[str, str]
    kinds: Mapping[str, str]
    months: str
    years: str
    more: str
    pay: str
    figures: str
    one_figure: str
    no_figures: str
    pay_notes: str
    career: str
    no_steps: str
    differences: str
    no_duties: str
    no_requirements: str


ROLE_TEXTS: Final[Mapping[Language, RoleTexts]] = MappingProxyType(
    {
        "de": RoleTexts(
            language="de",
            heading="Rolle",
            summary="Aufgaben: {duties}, Anforderungen: {requirements}, Gehaltsangaben: {salary}.",
            nothing="Zu dieser Rolle nennen die Quellen keine Einzelheiten.",
            called="Auch genannt",
            short="Kurz",
            branches="Branchen",
            duties="Aufgaben",
            requirements="Anforderungen",
            relations=MappingProxyType(
                {"essential": "Wird verlangt", "optional": "Ist von Vorteil"}
            ),
            kinds=MappingProxyType(
                {
                    "education": "Ausbildung und Studium",
                    "experience": "Berufserfahrung",
                    "skill": "Fähigkeiten und Kenntnisse",
                    "language": "Sprachen",
                    "mobility": "Mobilität",
                    "other": "Weiteres",
                }
            ),
            months="mindestens {count} Monate",
            years="mindestens {count} Jahre",
            more="Weitere {count} anzeigen",
            pay="Gehalt",
            figures="{count} Gehaltsangaben ansehen",
            one_figure="Eine Gehaltsangabe ansehen",
            no_figures="Einen Betrag nennt keine Quelle.",
            pay_notes="Was zum Gehalt gehört und wovon es abhängt",
            career="Karriere",
            no_steps="Von Karriereschritten berichtet keine Quelle.",
            differences="Unterschiede zu anderen Rollen",
            no_duties="Aufgaben nennt keine Quelle.",
            no_requirements="Anforderungen nennt keine Quelle.",
        ),
        "en": RoleTexts(
            language="en",
            heading="Role",
            summary="Duties: {duties}, requirements: {requirements}, pay figures: {salary}.",
            nothing="The sources give no details about this role.",
            called="Also called",
            short="Short",
            branches="Lines of business",
            duties="Duties",
            requirements="Requirements",
            relations=MappingProxyType({"essential": "Required", "optional": "An advantage"}),
            kinds=MappingProxyType(
                {
                    "education": "Education and training",
                    "experience": "Professional experience",
                    "skill": "Skills and knowledge",
                    "language": "Languages",
                    "mobility": "Mobility",
                    "other": "Other",
                }
            ),
            months="at least {count} months",
            years="at least {count} years",
            more="Show {count} more",
            pay="Pay",
            figures="View {count} pay figures",
            one_figure="View one pay figure",
            no_figures="No source states an amount.",
            pay_notes="What belongs to pay and what it depends on",
            career="Career",
            no_steps="No source tells of career steps.",
            differences="Differences from other roles",
            no_duties="No source names duties.",
            no_requirements="No source names requirements.",
        ),
    }
)
