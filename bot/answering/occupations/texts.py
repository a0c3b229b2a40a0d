"""What answers about a classification's occupations say in our own words. No figures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language
from bot.domain import Intent

MEANT: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Unter „{typed}“ wird hier der Beruf „{label}“ aus ESCO verstanden.",
        "en": "“{typed}” is taken here for the ESCO occupation “{label}”.",
    }
)
"""Stands before an answer about an occupation that bears another name first of all."""

OTHERS: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Gemeint sein kann auch: {others}.",
        "en": "It may also mean: {others}.",
    }
)

NO_LEVELS: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Stufen wie „{level}“ unterscheidet ESCO nicht; die Angaben gelten dem Beruf.",
        "en": "ESCO knows no levels such as “{level}”; what it says is about the occupation.",
    }
)
"""Stands before an answer to a question about an apprentice, a junior or a deputy."""

WHICH_KIND: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Als eigenen Beruf führen die vorliegenden Quellen {typed} nicht; gemeint sein "
        "können diese Berufe aus ESCO: {named}. Bitte fragen Sie nach einem davon.",
        "en": "The sources at hand don't list {typed} as an occupation of its own; it may mean "
        "these occupations from ESCO: {named}. Please ask about one of them.",
    }
)
"""Where a title names several occupations, each of them only a kind of it."""

NO_SUCH_ROLE: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Zur Tätigkeit {named} steht in den vorliegenden Quellen nichts.",
        "en": "The sources at hand say nothing about the job {named}.",
    }
)

NOT_TOLD: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Dazu steht für {roles} in den vorliegenden Quellen nichts; aus ESCO kennen sie nur "
        "Beschreibung, andere Bezeichnungen sowie Fähigkeiten und Kenntnisse.",
        "en": "The sources at hand say nothing about that for {roles}; from ESCO they know only "
        "the description, other names, and skills and knowledge.",
    }
)

NOT_TOLD_OF: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Zu {topic} steht für {roles} in den vorliegenden Quellen nichts; aus ESCO kennen "
        "sie nur Beschreibung, andere Bezeichnungen sowie Fähigkeiten und Kenntnisse.",
        "en": "The sources at hand say nothing about {topic} for {roles}; from ESCO they know only "
        "the description, other names, and skills and knowledge.",
    }
)
"""The same where the topic has a name."""

SUGGESTIONS: Final[Mapping[Language, Mapping[Intent, str]]] = MappingProxyType(
    {
        "de": {
            "duties": "Welche Aufgaben gehören zum Beruf „{role}“?",
            "qualifications": "Welche Fähigkeiten braucht man im Beruf „{role}“?",
            "career": "Welche beruflichen Wechsel bieten sich vom Beruf „{role}“ an?",
            "comparison": "Worin unterscheiden sich „{role}“ und „{other}“?",
        },
        "en": {
            "duties": "What are the duties of the occupation “{role}”?",
            "qualifications": "Which skills does the occupation “{role}” require?",
            "career": "Which career moves are close to the occupation “{role}”?",
            "comparison": "What is the difference between “{role}” and “{other}”?",
        },
    }
)
"""Questions that the classification answers, without an article that a title's gender decides."""

COMPUTED: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Von Karriereschritten im Beruf „{role}“ berichtet keine Quelle. **Berechnet** aus "
        "den wesentlichen Fähigkeiten, die ESCO für beide Berufe nennt, liegen am nächsten:",
        "en": "No source tells of career steps in the occupation “{role}”. **Computed** from the "
        "essential skills that ESCO lists for both occupations, the nearest are:",
    }
)

COMPUTED_TO: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Von einem Weg in den Beruf „{role}“ berichtet keine Quelle. **Berechnet** aus den "
        "wesentlichen Fähigkeiten, die ESCO für beide Berufe nennt, ist der Wechsel von hier am "
        "nächsten:",
        "en": "No source tells of a way into the occupation “{role}”. **Computed** from the "
        "essential skills that ESCO lists for both occupations, a move is nearest from here:",
    }
)

COMPUTED_BETWEEN: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Von einem Weg zwischen diesen Berufen berichtet keine Quelle. **Berechnet** aus den "
        "wesentlichen Fähigkeiten, die ESCO für beide Berufe nennt:",
        "en": "No source tells of a way between these occupations. **Computed** from the essential "
        "skills that ESCO lists for both occupations:",
    }
)

STEP: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "{first} → {second} (berechnet)", "en": "{first} → {second} (computed)"}
)

SHARED: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Für beide wesentlich", "en": "Essential for both"}
)

MISSING: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Kommt hinzu", "en": "To be added"}
)

NAMES: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "ESCO führt den Beruf „{role}“ auch unter diesen Bezeichnungen:",
        "en": "ESCO also lists the occupation “{role}” under these names:",
    }
)

COMPARED: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "„{first}“ und „{second}“ nach ihrer Beschreibung in ESCO:",
        "en": "“{first}” and “{second}” by their descriptions in ESCO:",
    }
)

ONLY: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Wesentlich nur für „{role}“", "en": "Essential for “{role}” alone"}
)

SKILLS: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Diese Fähigkeiten und Kenntnisse nennt ESCO für den Beruf „{role}“:",
        "en": "These skills and this knowledge ESCO lists (in German) for the occupation “{role}”:",
    }
)

RELATIONS: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {"essential": "Wesentlich", "optional": "Optional"},
        "en": {"essential": "Essential", "optional": "Optional"},
    }
)

SOME: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "{} (Auswahl)", "en": "{} (a selection)"}
)

DUTIES: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "So beschreibt ESCO den Beruf „{role}“:",
        "en": "ESCO describes the occupation “{role}” (in German) so:",
    }
)
