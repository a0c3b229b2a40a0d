"""Every sentence that an answer says in its own voice, in German and English.

None of them holds a figure: figures come from quotes alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language
from bot.domain import Intent, Reason

TOPIC_NAMES: Final[Mapping[Language, Mapping[Intent, str]]] = MappingProxyType(
    {
        "de": {
            "duties": "Aufgaben",
            "qualifications": "Anforderungen",
            "salary": "Gehalt",
            "career": "Karriere",
            "comparison": "Vergleich",
            "company": "Einsatz im Unternehmen",
            "matching": "Passung",
            "other": "Ihre Frage",
        },
        "en": {
            "duties": "duties",
            "qualifications": "requirements",
            "salary": "pay",
            "career": "career",
            "comparison": "comparison",
            "company": "use in companies",
            "matching": "match",
            "other": "your question",
        },
    }
)

INTRODUCTION: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "**{subject}** – das sagen die Quellen:",
        "en": "**{subject}** – what the (German) sources say:",
    }
)

CONFLICT: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Die Angaben stammen aus verschiedenen Quellen und weichen voneinander ab. Sie "
        "stehen hier unverändert nebeneinander.",
        "en": "The figures come from several sources and differ. They are shown side by side, "
        "unchanged.",
    }
)

SEARCHED_FOR: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Gesucht nach „{question}“.", "en": "Searched for “{question}”."}
)

DECLINED: Final[Mapping[Language, Mapping[Reason, str]]] = MappingProxyType(
    {
        "de": {
            "not_in_sources": "Dazu steht in den vorliegenden Quellen nichts; sie behandeln "
            "{covered}.",
            "off_topic": "Das gehört nicht zu meinem Thema; die vorliegenden Quellen behandeln "
            "{covered}.",
            "refused": "Darauf kann ich nicht eingehen; die vorliegenden Quellen behandeln "
            "{covered}.",
        },
        "en": {
            "not_in_sources": "The sources at hand say nothing about that; they cover {covered}.",
            "off_topic": "That is outside my subject; the sources at hand cover {covered}.",
            "refused": "I can't go into that; the sources at hand cover {covered}.",
        },
    }
)

COVERED: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "{roles} mit den Themen {topics}",
        "en": "{roles}, namely {topics}",
    }
)

COVERED_WITHOUT_ROLES: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "die Artikel, die eingelesen wurden", "en": "the articles that were read in"}
)

AND: Final[Mapping[Language, str]] = MappingProxyType({"de": "und", "en": "and"})

SUGGESTIONS: Final[Mapping[Language, Mapping[Intent, str]]] = MappingProxyType(
    {
        "de": {
            "duties": "Welche Aufgaben hat ein {role}?",
            "qualifications": "Welche Voraussetzungen braucht man als {role}?",
            "salary": "Was verdient ein {role}?",
            "career": "Wie wird man {role}?",
        },
        "en": {
            "duties": "What are the duties of a {role}?",
            "qualifications": "What does one need to work as a {role}?",
            "salary": "What does a {role} earn?",
            "career": "How does one become a {role}?",
        },
    }
)

COMPARISON_SUGGESTION: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Worin unterscheiden sich {first} und {second}?",
        "en": "What is the difference between {first} and {second}?",
    }
)

MODEL_UNAVAILABLE: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Das Sprachmodell war nicht verfügbar. Die Antwort besteht deshalb aus dem Wortlaut "
        "der Quellen.",
        "en": "The language model was not available. The answer therefore consists of the sources' "
        "own words.",
    }
)

MODEL_REJECTED: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Die Formulierung des Sprachmodells war nicht ausreichend belegt. Die Antwort "
        "besteht deshalb aus dem Wortlaut der Quellen.",
        "en": "The language model's wording was not sufficiently supported. The answer therefore "
        "consists of the sources' own words.",
    }
)

FURTHER_QUOTES: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Außerdem steht in den Quellen:",
        "en": "The (German) sources also say:",
    }
)
