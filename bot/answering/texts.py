"""Every sentence that an answer says in its own voice, in German and English.

None of them holds a figure: figures come from quotes alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language
from bot.domain import Intent

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

SEARCHED_FOR: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Gesucht nach „{question}“.", "en": "Searched for “{question}”."}
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

IN_DETAIL: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Im Einzelnen:",
        "en": "In detail:",
    }
)

# Pay (answering/salary.py)

PAY_NEWEST: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Laut der neuesten datierten Quelle",
        "en": "According to the newest dated (German) source",
    }
)

PAY_BY_SOURCE: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "je nach Quelle", "en": "depending on the (German) source"}
)

PAY_OR: Final[Mapping[Language, str]] = MappingProxyType({"de": " oder ", "en": " or "})

PAY_PER: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {"hour": " pro Stunde", "day": " pro Tag", "month": " im Monat", "year": " im Jahr"},
        "en": {"hour": " an hour", "day": " a day", "month": " a month", "year": " a year"},
    }
)

PAY_OLD: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "ältere Angabe", "en": "older figure"}
)

PAY_YES: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Ja, das nennen die Quellen", "en": "Yes, the (German) sources say so"}
)

PAY_DIFFER: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Die Quellen nennen unterschiedliche Beträge; die neuesten stehen zuerst, solche "
        "ohne Datum zuletzt:",
        "en": "The sources state different amounts; the newest come first, undated ones last:",
    }
)

PAY_SEVERAL: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Die Quelle nennt mehrere Beträge:", "en": "The source states several amounts:"}
)

PAY_NOT_AVERAGED: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Die Angaben stammen aus verschiedenen Quellen und weichen voneinander ab; sie "
        "werden nicht gemittelt.",
        "en": "The figures come from several sources and differ; they are not averaged.",
    }
)

PAY_REASONS: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Wovon die Höhe abhängt", "en": "What the amount depends on"}
)

PAY_BESIDE: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Neben dem Grundgehalt", "en": "Beside the fixed salary"}
)

PAY_HIGHER: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "{higher} verdienen nach den Quellen mehr als {lower}",
        "en": "According to the sources, the {higher} role is paid more than the {lower} role",
    }
)

PAY_COMPARED: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Die Angaben im Vergleich, neuere zuerst:",
        "en": "The figures side by side, newer ones first:",
    }
)

PAY_AMOUNT_UNKNOWN: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Genau diesen Betrag nennt keine der Quellen.",
        "en": "None of the sources states exactly this amount.",
    }
)

PAY_PERIOD_OPEN: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Für welchen Zeitraum die Beträge gelten, sagen die Quellen hier nicht.",
        "en": "The sources don't say for which period these amounts are.",
    }
)

PAY_CONVERTED: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Wo die Quellen einen anderen Zeitraum nennen, wurde so umgerechnet: {rule}. Die "
        "umgerechneten Beträge stehen, als solche gekennzeichnet, in der Gehaltstabelle zu dieser "
        "Antwort; in den Quellen stehen sie nicht.",
        "en": "Where the sources state another period, amounts were converted so: {rule}. The "
        "converted amounts stand, marked as such, in the salary table of this answer; no source "
        "states them.",
    }
)

PAY_RULES: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "year_to_month": "Jahresbetrag geteilt durch {factor} Monatsgehälter",
            "month_to_year": "Monatsbetrag mal {factor} Monatsgehälter",
            "hour_to_month": "Stundenbetrag mal die genannten Wochenstunden mal zweiundfünfzig "
            "Wochen, geteilt durch zwölf",
            "hour_to_year": "Stundenbetrag mal die genannten Wochenstunden mal zweiundfünfzig "
            "Wochen",
        },
        "en": {
            "year_to_month": "yearly amount divided by {factor} monthly salaries",
            "month_to_year": "monthly amount times {factor} monthly salaries",
            "hour_to_month": "hourly amount times the stated hours a week times fifty-two weeks, "
            "divided by twelve",
            "hour_to_year": "hourly amount times the stated hours a week times fifty-two weeks",
        },
    }
)

PAY_COUNTS: Final[Mapping[Language, Mapping[int, str]]] = MappingProxyType(
    {
        "de": {12: "zwölf", 13: "dreizehn", 14: "vierzehn"},
        "en": {12: "twelve", 13: "thirteen", 14: "fourteen"},
    }
)

PAY_LEVELS: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "junior": "Berufseinstieg",
            "mid": "mit Berufserfahrung",
            "senior": "erfahren (Senior)",
            "lead": "mit Leitung (Lead)",
        },
        "en": {
            "junior": "entry level",
            "mid": "mid level",
            "senior": "senior level",
            "lead": "lead level",
        },
    }
)

PAY_LEVEL_OPEN: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "ohne Stufe", "en": "no level stated"}
)

PAY_STATISTICS: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "mean": "Durchschnitt",
            "median": "Median",
            "minimum": "Untergrenze",
            "maximum": "Obergrenze",
        },
        "en": {"mean": "average", "median": "median", "minimum": "at least", "maximum": "at most"},
    }
)

PAY_CASES: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "training": "in Ausbildung",
            "internship": "im Praktikum",
            "part_time": "in Teilzeit",
            "freelance": "freiberuflich",
        },
        "en": {
            "training": "in training",
            "internship": "as an intern",
            "part_time": "part-time",
            "freelance": "freelance",
        },
    }
)

PAY_PERIODS: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {"hour": "Stunde", "day": "Tag", "month": "Monat", "year": "Jahr"},
        "en": {"hour": "hour", "day": "day", "month": "month", "year": "year"},
    }
)

PAY_GROSS: Final[Mapping[Language, Mapping[bool, str]]] = MappingProxyType(
    {"de": {True: "brutto", False: "netto"}, "en": {True: "gross", False: "net"}}
)

PAY_VARIABLE: Final[Mapping[Language, Mapping[bool, str]]] = MappingProxyType(
    {
        "de": {True: "mit variablem Anteil", False: "ohne variablen Anteil"},
        "en": {True: "with variable pay", False: "without variable pay"},
    }
)

PAY_CAR: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "mit Firmenwagen", "en": "with company car"}
)

PAY_COLUMNS: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "about": "Angabe",
            "amount": "Betrag",
            "period": "Zeitraum",
            "country": "Land",
            "note": "Hinweis",
            "quote": "Beleg",
        },
        "en": {
            "about": "Figure",
            "amount": "Amount",
            "period": "Period",
            "country": "Country",
            "note": "Note",
            "quote": "Quote",
        },
    }
)

COUNTRIES: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "DE": "Deutschland",
            "AT": "Österreich",
            "CH": "Schweiz",
            "US": "USA",
            "GB": "Großbritannien",
            "FR": "Frankreich",
            "NL": "Niederlande",
            "LU": "Luxemburg",
            "LI": "Liechtenstein",
            "BE": "Belgien",
            "IT": "Italien",
            "ES": "Spanien",
            "PL": "Polen",
            "DK": "Dänemark",
            "SE": "Schweden",
            "NO": "Norwegen",
            "IE": "Irland",
        },
        "en": {
            "DE": "Germany",
            "AT": "Austria",
            "CH": "Switzerland",
            "US": "USA",
            "GB": "Great Britain",
            "FR": "France",
            "NL": "Netherlands",
            "LU": "Luxembourg",
            "LI": "Liechtenstein",
            "BE": "Belgium",
            "IT": "Italy",
            "ES": "Spain",
            "PL": "Poland",
            "DK": "Denmark",
            "SE": "Sweden",
            "NO": "Norway",
            "IE": "Ireland",
        },
    }
)
"""Names of countries by their ISO 3166 codes; one that lacks here is shown by its code."""
