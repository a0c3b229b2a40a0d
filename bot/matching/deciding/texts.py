"""Why a rule decided as it did, and what would settle the rest, German and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from bot.facts import RequirementKind
from bot.matching.deciding.outcome import Outcome

Language = Literal["de", "en"]

REASONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "silent": (
            "Das Profil sagt dazu nichts.",
            "The profile says nothing about it.",
        ),
        "near_meaning": (
            "Das Profil nennt etwas, das dem nahe ist; ob es dasselbe meint, sagt es nicht.",
            "The profile mentions something close to it, but doesn't say that it means the same.",
        ),
        "planned": (
            "Das Profil nennt es nur als Plan oder Wunsch.",
            "The profile mentions it as a plan or a wish only.",
        ),
        "begun": (
            "Laut Profil ist es begonnen, aber noch nicht abgeschlossen.",
            "According to the profile it has begun but isn't completed.",
        ),
        "denied": (
            "Das Profil verneint es ausdrücklich.",
            "The profile explicitly denies it.",
        ),
        "contradicts_itself": (
            "Das Profil bejaht es an einer Stelle und verneint es an einer anderen.",
            "The profile affirms it in one place and denies it in another.",
        ),
        "some_parts": (
            "Das Profil belegt einen Teil davon, nicht alles.",
            "The profile shows a part of it, not all.",
        ),
        "stated_trait": (
            "Das Profil nennt diese Eigenschaft selbst.",
            "The profile itself states this trait.",
        ),
        "shown_at_work": (
            "Das Profil nennt eine Tätigkeit, die es verlangt; wie gut, sagt es nicht.",
            "The profile names work that takes it, but doesn't say how well it went.",
        ),
        "wider_trait": (
            "Das Profil nennt die Eigenschaft allgemein, nicht in dieser engeren Form.",
            "The profile states the trait in general, not in this narrower form.",
        ),
        "kind_of_it": (
            "Das Profil nennt etwas, das darauf hindeutet, aber nicht dasselbe ist.",
            "The profile names something that points to it but isn't the same.",
        ),
        "named": ("Das Profil nennt es.", "The profile names it."),
        "learnt": (
            "Das Profil nennt eine Ausbildung oder ein Studium, dessen Fach es ist.",
            "The profile names an education in this subject.",
        ),
        "used_at_work": (
            "Das Profil nennt es bei einer beruflichen Tätigkeit.",
            "The profile names it as part of a job.",
        ),
        "only_basics": (
            "Das Profil nennt nur Grundkenntnisse.",
            "The profile names basics only.",
        ),
        "degree_unstated": (
            "Das Profil nennt es, aber nicht, wie gut es beherrscht wird.",
            "The profile names it, but not how well it is mastered.",
        ),
        "some_certificate": (
            "Das Profil nennt eine Zusatzqualifikation; ob sie gemeint ist, sagt die Quelle nicht.",
            "The profile names a qualification; whether it is meant, the source doesn't say.",
        ),
        "counted_months": (
            "Die Zeiten der passenden Stellen ergeben zusammen {months} Monate{needed}.",
            "The periods of the matching jobs add up to {months} months{needed}.",
        ),
        "stated_months": (
            "Das Profil nennt selbst Erfahrung auf diesem Gebiet in der verlangten Länge.",
            "The profile itself states experience in this field of the length asked for.",
        ),
        "fewer_months": (
            "Belegt sind {months} Monate{needed}.",
            "{months} months are shown{needed}.",
        ),
        "length_unstated": (
            "Das Profil nennt solche Erfahrung, aber nicht, wie lange.",
            "The profile names such experience, but not how long.",
        ),
        "relevance_open": (
            "Das Profil nennt Berufserfahrung; ob sie einschlägig ist, bleibt offen.",
            "The profile names work experience; whether it is relevant stays open.",
        ),
        "near_work": (
            "Das Profil nennt verwandte oder nebenher ausgeübte Arbeit, nicht sicher dieselbe.",
            "The profile names related work or work on the side, not surely the same.",
        ),
        "education": (
            "Das Profil nennt einen Abschluss, der dem entspricht.",
            "The profile names a degree or training that fits.",
        ),
        "school": (
            "Das Profil nennt diesen oder einen höheren Schulabschluss.",
            "The profile names this or a higher school leaving certificate.",
        ),
        "higher_degree": (
            "Das Profil nennt einen Hochschulabschluss, der über dem Schulabschluss liegt.",
            "The profile names a university degree, which lies above the school leaving "
            "certificate.",
        ),
        "in_progress": (
            "Laut Profil ist diese Ausbildung oder dieses Studium nicht abgeschlossen.",
            "According to the profile this education isn't finished.",
        ),
        "end_unstated": (
            "Das Profil nennt die Ausbildung, aber keinen Abschluss.",
            "The profile names the education, but no degree.",
        ),
        "given_up": (
            "Laut Profil wurde es abgebrochen.",
            "According to the profile it was given up.",
        ),
        "related_subject": (
            "Das Profil nennt einen Abschluss in einem Fach, das verwandt sein kann.",
            "The profile names a degree in a subject that may be related.",
        ),
        "other_level": (
            "Das Profil nennt das Fach mit einem anderen Abschluss.",
            "The profile names the subject with another kind of degree.",
        ),
        "language_named": (
            "Das Profil nennt die Sprache; ein Niveau ist nicht verlangt.",
            "The profile names the language; no level is asked for.",
        ),
        "language_level": (
            "Das Profil nennt das Niveau {level}; nötig ist {needed}.",
            "The profile states level {level}; {needed} is needed.",
        ),
        "lower_level": (
            "Das Profil nennt das Niveau {level}; nötig ist {needed}.",
            "The profile states level {level}; {needed} is needed.",
        ),
        "level_unstated": (
            "Das Profil nennt die Sprache ohne Niveau; nötig ist {needed}.",
            "The profile names the language without a level; {needed} is needed.",
        ),
        "other_language": (
            "Das Profil nennt eine andere als die beispielhaft genannten Sprachen.",
            "The profile names another language than those given as examples.",
        ),
        "licence": (
            "Das Profil nennt den Führerschein.",
            "The profile names the driving licence.",
        ),
        "class_unstated": (
            "Das Profil nennt einen Führerschein ohne Klasse.",
            "The profile names a driving licence without its class.",
        ),
        "other_class": (
            "Das Profil nennt einen Führerschein einer anderen Klasse.",
            "The profile names a driving licence of another class.",
        ),
        "willing": (
            "Das Profil sagt die Bereitschaft dazu.",
            "The profile states the willingness.",
        ),
        "extent_unstated": (
            "Das Profil sagt die Bereitschaft, aber nicht, in welchem Umfang.",
            "The profile states the willingness, but not to what extent.",
        ),
        "less_travel": (
            "Das Profil sagt die Bereitschaft in geringerem Umfang.",
            "The profile states the willingness to a smaller extent.",
        ),
        "travelled_at_work": (
            "Das Profil nennt eine Tätigkeit, zu der es gehörte; eine Bereitschaft nennt es nicht.",
            "The profile names work that it was part of, but states no willingness.",
        ),
    }
)
"""By rule: one sentence, German and English."""

_NEEDED = (" (nötig: {})", " (needed: {})")

_QUESTIONS: Mapping[RequirementKind, tuple[str, str]] = MappingProxyType(
    {
        "education": (
            "Welcher Abschluss entspricht „{label}“, und ist er abgeschlossen?",
            "Which degree or training corresponds to “{label}”, and is it finished?",
        ),
        "experience": (
            "Wie lange und in welcher Stelle gab es „{label}“?",
            "For how long and in which job was there “{label}”?",
        ),
        "skill": (
            "In welcher Aufgabe hat sich „{label}“ gezeigt?",
            "Which task has shown “{label}”?",
        ),
        "language": (
            "Auf welchem Niveau (A1 bis C2) ist „{label}“ vorhanden?",
            "At which level (A1 to C2) is “{label}” given?",
        ),
        "mobility": (
            "Ist „{label}“ gegeben, und in welchem Umfang?",
            "Is “{label}” given, and to what extent?",
        ),
        "other": (
            "Liegt „{label}“ vor?",
            "Is “{label}” given?",
        ),
    }
)


def reason(found: Outcome, language: Language) -> str:
    """One sentence on why the rule decided so."""
    which = 0 if language == "de" else 1
    values: dict[str, str | int] = dict(found.values)
    if found.rule in ("counted_months", "fewer_months"):
        needed = values.get("needed")
        values["needed"] = _NEEDED[which].format(needed) if needed else ""
    return REASONS[found.rule][which].format(**values)


def question(kind: RequirementKind, label: str, found: Outcome, language: Language) -> str | None:
    """What would settle it; None where it is met or explicitly denied."""
    if found.verdict in ("met", "missing"):
        return None
    return _QUESTIONS[kind][0 if language == "de" else 1].format(label=label)
