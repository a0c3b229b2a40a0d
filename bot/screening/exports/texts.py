"""The words of exported files, German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.matching.report import Verdict


@dataclass(frozen=True, slots=True)
class ExportTexts:
    """The words of one language."""

    title: str
    requirement: str
    relation: str
    source: str
    application: str
    found: str
    quotes: str
    reason: str
    verdict: str
    reviewer: str
    reviewed_at: str
    reviewer_reason: str
    how: str
    confirmed: str
    corrected: str
    question: str
    table: str
    lines: str
    provenance: str
    order: str
    unread: str
    deleted: str
    failures: str
    opened: str
    delete_on: str
    state: str
    made_with: str
    sources: str
    essential: str
    optional: str
    verdicts: Mapping[Verdict, str]


_DE = ExportTexts(
    title="Belege zu den Anforderungen",
    requirement="Anforderung",
    relation="Art",
    source="Quelle",
    application="Bewerbung",
    found="Gefunden",
    quotes="Zitate",
    reason="Begründung der Regel",
    verdict="Geprüft",
    reviewer="Geprüft von",
    reviewed_at="Geprüft am (UTC)",
    reviewer_reason="Begründung der Prüfung",
    how="Prüfung",
    confirmed="bestätigt",
    corrected="berichtigt",
    question="Frage für das Gespräch",
    table="Tabelle",
    lines="Zeilen",
    provenance="Herkunft",
    order="Die Bewerbungen stehen in der Reihenfolge ihrer zufälligen Kennungen. Die Reihenfolge "
    "sagt nichts über die Bewerbungen.",
    unread="Nicht zugeordnete Zeilen",
    deleted="Auf Wunsch gelöscht",
    failures="Nicht lesbare Dokumente",
    opened="Angelegt (UTC)",
    delete_on="Wird gelöscht am",
    state="Stand im Protokoll",
    made_with="Erstellt mit",
    sources="Quellen (SHA-256)",
    essential="notwendig",
    optional="erwünscht",
    verdicts=MappingProxyType(
        {"met": "erfüllt", "partly": "teilweise", "missing": "fehlt", "unknown": "offen"}
    ),
)
_EN = ExportTexts(
    title="Evidence for the requirements",
    requirement="Requirement",
    relation="Kind",
    source="Source",
    application="Application",
    found="Found",
    quotes="Quotes",
    reason="The rule's reason",
    verdict="Reviewed",
    reviewer="Reviewed by",
    reviewed_at="Reviewed at (UTC)",
    reviewer_reason="The reviewer's reason",
    how="Review",
    confirmed="confirmed",
    corrected="corrected",
    question="Question for the interview",
    table="Table",
    lines="Lines",
    provenance="Provenance",
    order="Applications stand in the order of their random codes. The order says nothing about "
    "them.",
    unread="Lines not assigned",
    deleted="Deleted on request",
    failures="Documents that could not be read",
    opened="Opened (UTC)",
    delete_on="To be deleted on",
    state="State of the log",
    made_with="Made with",
    sources="Sources (SHA-256)",
    essential="essential",
    optional="desirable",
    verdicts=MappingProxyType(
        {"met": "met", "partly": "partly", "missing": "missing", "unknown": "open"}
    ),
)


def texts_of(language: str) -> ExportTexts:
    """The words of a language; German unless it is "en"."""
    return _EN if language == "en" else _DE
