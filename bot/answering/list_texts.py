"""What lists, careers and comparisons say in their own voice, in German and English.

Kept apart from ``bot.answering.texts`` by its size. None of it holds a figure or a claim about a
role: those stand in quotes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language
from bot.facts import RequirementKind


@dataclass(frozen=True, slots=True)
class ListTexts:
    """First sentences and headings of one language; ``{role}`` and the like are filled in."""

    duties: str
    requirements: str
    requirements_of_kind: str
    company: str
    branches: str
    several_first: str
    essential: str
    optional: str
    disagree: str
    as_well_as: str
    career_to: str
    career_up: str
    career_around: str
    career_between: str
    step_years: str
    ways_in: str
    ways_in_alone: str
    career_beside: str
    also_said: str
    comparison: str
    company_asked: str
    in_common: str
    untold: str
    aspects: Mapping[str, str]
    kinds: Mapping[RequirementKind | str, str]


LIST_TEXTS: Final[Mapping[Language, ListTexts]] = MappingProxyType(
    {
        "de": ListTexts(
            duties="Diese Aufgaben nennen die Quellen für die Rolle {role}:",
            requirements="Diese Anforderungen nennen die Quellen für die Rolle {role}:",
            requirements_of_kind="Das sagen die Quellen zu {kind} in der Rolle {role}:",
            company="Das sagen die Quellen dazu, wann und wie Unternehmen die Rolle {role} "
            "einsetzen:",
            branches="Das sagen die Quellen dazu, wo die Rolle {role} vorkommt:",
            several_first="Was mehrere Quellen sagen, steht vorn.",
            essential="Wird verlangt",
            optional="Ist von Vorteil oder üblich",
            disagree="Die Quellen sind sich hier nicht einig",
            as_well_as=" sowie ",
            career_to="Diese Schritte führen den Quellen nach zur Rolle {role}:",
            career_up="Diese Schritte sind den Quellen nach aus der Rolle {role} heraus möglich:",
            career_around="Diese Schritte nennen die Quellen rund um die Rolle {role}:",
            career_between="So beschreiben die Quellen den Weg von der Rolle {role} zur Rolle "
            "{other}:",
            step_years="{first} → {second}: {years}. {marker}",
            ways_in="Einstieg: Ausbildung, Studium, Erfahrung, Quereinstieg",
            ways_in_alone="Diese Wege in die Rolle {role} nennen die Quellen:",
            career_beside="Was die Quellen noch dazu sagen",
            also_said="Außerdem steht dazu in den Quellen:",
            comparison="So unterscheiden die Quellen die Rollen {first} und {second}:",
            company_asked="Das sagen die Quellen dazu für die Rolle {role}:",
            in_common="Das sagen die Quellen über beide Rollen, {first} und {second}:",
            untold="{role}: Dazu sagen die Quellen nichts.",
            aspects=MappingProxyType(
                {
                    "customers": "Kundinnen und Kunden",
                    "focus": "Arbeitsweise",
                    "horizon": "Zeithorizont",
                    "powers": "Entscheidungsbefugnisse",
                    "contacts": "Gesprächspartner",
                    "education": "Ausbildung",
                    "experience": "Berufserfahrung",
                    "skills": "Fähigkeiten",
                    "knowledge": "Fachwissen",
                    "onboarding": "Einarbeitung",
                    "pay": "Gehalt",
                    "bonus": "Variabler Anteil und Zusatzleistungen",
                    "stress": "Belastung",
                    "travel": "Reisen",
                    "duties": "Aufgaben",
                }
            ),
            kinds=MappingProxyType(
                {
                    "education": "Ausbildung und Studium",
                    "experience": "Berufserfahrung",
                    "skill": "Fähigkeiten und Kenntnissen",
                    "soft": "persönlichen Stärken",
                    "hard": "Fachwissen und Kenntnissen",
                    "language": "Sprachen",
                    "mobility": "Reisebereitschaft und Mobilität",
                }
            ),
        ),
        "en": ListTexts(
            duties="The sources (in German) name these duties for the role {role}:",
            requirements="The sources (in German) name these requirements for the role {role}:",
            requirements_of_kind="This is what the sources (in German) say about {kind} in the "
            "role {role}:",
            company="This is what the sources (in German) say about when and how companies "
            "employ the role {role}:",
            branches="This is what the sources (in German) say about where the role {role} is "
            "found:",
            several_first="What several sources say comes first.",
            essential="Required",
            optional="Helpful or common",
            disagree="The sources disagree here",
            as_well_as=" as well as ",
            career_to="According to the sources (in German), these steps lead to the role {role}:",
            career_up="According to the sources (in German), these steps are possible from the "
            "role {role}:",
            career_around="The sources (in German) name these steps around the role {role}:",
            career_between="This is how the sources (in German) describe the way from the role "
            "{role} to the role {other}:",
            step_years="{first} → {second}: {years}. {marker}",
            ways_in="Ways in: training, degree, experience, career change",
            ways_in_alone="The sources (in German) name these ways into the role {role}:",
            career_beside="What else the sources say",
            also_said="The (German) sources also say:",
            comparison="This is how the sources (in German) tell the roles {first} and {second} "
            "apart:",
            company_asked="This is what the sources (in German) say about that for the role "
            "{role}:",
            in_common="This is what the sources (in German) say about both roles, {first} and "
            "{second}:",
            untold="{role}: the sources say nothing about this.",
            aspects=MappingProxyType(
                {
                    "customers": "Customers",
                    "focus": "Way of working",
                    "horizon": "Time horizon",
                    "powers": "Powers of decision",
                    "contacts": "Counterparts",
                    "education": "Education",
                    "experience": "Experience",
                    "skills": "Skills",
                    "knowledge": "Professional knowledge",
                    "onboarding": "Onboarding",
                    "pay": "Pay",
                    "bonus": "Variable pay and benefits",
                    "stress": "Strain",
                    "travel": "Travel",
                    "duties": "Duties",
                }
            ),
            kinds=MappingProxyType(
                {
                    "education": "education and training",
                    "experience": "professional experience",
                    "skill": "skills and knowledge",
                    "soft": "personal strengths",
                    "hard": "professional knowledge",
                    "language": "languages",
                    "mobility": "travel and mobility",
                }
            ),
        ),
    }
)
