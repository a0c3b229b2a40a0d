"""Words of the table of evidence, its cells and its files, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language
from bot.screening.naming import PSEUDONYM


@dataclass(frozen=True, slots=True)
class ReviewTexts:
    """The labels of one language; ``{…}`` are filled in where they are used."""

    language: Language
    pseudonym: str
    back: str
    opened_by: str
    kept_until: str
    table: str
    table_keys: str
    requirement: str
    essential: str
    optional: str
    caution: str
    to_review: str
    confirmed: str
    corrected: str
    meanings: Mapping[str, str]
    progress: str
    next_line: str
    all_reviewed: str
    previous_application: str
    next_application: str
    none_left: str
    failures: str
    failure: str
    deleted: str
    # One cell.
    found: str
    rule: str
    quotes: str
    no_quotes: str
    in_text: str
    in_source: str
    new_tab: str
    interview: str
    review: str
    not_reviewed: str
    reviewed: str
    confirm: str
    correct: str
    right_is: str
    reason: str
    reason_hint: str
    reason_missing: str
    verdict_missing: str
    save_correction: str
    saved_confirmed: str
    saved_corrected: str
    close: str
    # One application.
    application_text: str
    unread: str
    application_export: str
    application_delete: str
    application_delete_sure: str
    application_deleted: str
    # Files, history, deletion.
    export: str
    export_title: str
    export_waits: str
    exported: str
    history: str
    history_hide: str
    at: str
    who: str
    action: str
    actions: Mapping[str, str]
    provenance: str
    product: str
    corpus: str
    model: str
    rules: str
    up_to: str
    delete: str
    delete_sure: str
    was_deleted: str
    cancel: str
    really_delete: str


GERMAN: Final = ReviewTexts(
    language="de",
    pseudonym=PSEUDONYM,
    back="Zur Übersicht",
    opened_by="Angelegt am {date} von {name}",
    kept_until="wird am {date} gelöscht",
    table="Anforderungen und Bewerbungen: {role}",
    table_keys="Pfeiltasten bewegen, Eingabe öffnet eine Zelle.",
    requirement="Anforderung",
    essential="verlangt",
    optional="von Vorteil",
    caution="AGG beachten",
    to_review="zu prüfen",
    confirmed="bestätigt",
    corrected="berichtigt",
    meanings=MappingProxyType(
        {
            "met": "belegt",
            "partly": "zum Teil belegt",
            "missing": "die Bewerbung verneint es",
            "unknown": "die Bewerbung sagt dazu nichts",
        }
    ),
    progress="{done} von {all} Zeilen geprüft",
    next_line="Nächste zu prüfende Zeile",
    all_reviewed="Alle Zeilen sind geprüft; der Export ist möglich.",
    previous_application="Vorherige Bewerbung",
    next_application="Nächste Bewerbung",
    none_left="In diesem Verfahren ist keine Bewerbung.",
    failures="Nicht gelesen",
    failure="Datei {number}: {reason}",
    deleted="Auf Wunsch gelöscht: {codes}",
    found="Gefunden",
    rule="Regel: {rule}",
    quotes="Aus der Bewerbung",
    no_quotes="Die Bewerbung sagt dazu nichts.",
    in_text="Stelle im Text zeigen",
    in_source="Aus der Quelle",
    new_tab="öffnet einen neuen Tab",
    interview="Frage für das Gespräch",
    review="Prüfung",
    not_reviewed="Diese Zeile hat noch niemand geprüft.",
    reviewed="{how} von {name} am {date}: {verdict}",
    confirm="„{verdict}“ bestätigen",
    correct="Berichtigen",
    right_is="Richtig ist",
    reason="Begründung",
    reason_hint="Sie steht im Protokoll und im Export. Bitte nennen Sie keine persönlichen "
    "Angaben der Bewerbenden.",
    reason_missing="Bitte begründen Sie die Berichtigung.",
    verdict_missing="Bitte wählen Sie, was richtig ist.",
    save_correction="Berichtigung festhalten",
    saved_confirmed="Bestätigt. {progress}.",
    saved_corrected="Berichtigt. {progress}.",
    close="Schließen",
    application_text="Text ohne persönliche Angaben",
    unread="Zeilen, die keine Regel versteht – bitte lesen",
    application_export="Daten dieser Bewerbung sichern",
    application_delete="Diese Bewerbung löschen",
    application_delete_sure="{pseudonym} mit allen Belegen und Prüfungen löschen? Das lässt sich "
    "nicht rückgängig machen. Im Protokoll bleibt nur, dass gelöscht wurde.",
    application_deleted="{pseudonym} wurde gelöscht.",
    export="{form} sichern",
    export_title="Export",
    export_waits="Der Export ist erst möglich, wenn alle Zeilen geprüft sind: {count} sind es noch "
    "nicht.",
    exported="Die Datei wurde erstellt.",
    history="Verlauf zeigen",
    history_hide="Verlauf ausblenden",
    at="Zeit",
    who="Wer",
    action="Was",
    actions=MappingProxyType(
        {
            "opened": "angelegt",
            "read": "gelesen",
            "refused": "nicht lesbar",
            "viewed": "angesehen",
            "confirmed": "bestätigt",
            "corrected": "berichtigt",
            "exported": "exportiert",
            "application_exported": "Daten der Bewerbung gesichert",
            "application_deleted": "Bewerbung gelöscht",
            "deleted": "Verfahren gelöscht",
            "expired": "nach Fristablauf gelöscht",
        }
    ),
    provenance="Womit das erstellt wurde",
    product="Karrierelotse",
    corpus="Stand der Quellen",
    model="Sprachmodell der Ähnlichkeit",
    rules="Regeln",
    up_to="laufende Stellen gezählt bis",
    delete="Verfahren löschen",
    delete_sure="Das Verfahren „{role}“ mit allen Bewerbungen, Belegen und Prüfungen löschen? Das "
    "lässt sich nicht rückgängig machen. Im Protokoll bleibt nur, dass gelöscht wurde.",
    was_deleted="Das Verfahren wurde gelöscht.",
    cancel="Abbrechen",
    really_delete="Löschen",
)

ENGLISH: Final = ReviewTexts(
    language="en",
    pseudonym="Application {code}",
    back="To the overview",
    opened_by="Opened on {date} by {name}",
    kept_until="will be deleted on {date}",
    table="Requirements and applications: {role}",
    table_keys="Arrow keys move, Enter opens a cell.",
    requirement="Requirement",
    essential="required",
    optional="an advantage",
    caution="mind equal treatment",
    to_review="to review",
    confirmed="confirmed",
    corrected="corrected",
    meanings=MappingProxyType(
        {
            "met": "shown",
            "partly": "shown in part",
            "missing": "the application denies it",
            "unknown": "the application says nothing about it",
        }
    ),
    progress="{done} of {all} lines reviewed",
    next_line="Next line to review",
    all_reviewed="All lines are reviewed; export is possible.",
    previous_application="Previous application",
    next_application="Next application",
    none_left="There is no application in this screening.",
    failures="Not read",
    failure="File {number}: {reason}",
    deleted="Deleted on request: {codes}",
    found="Found",
    rule="Rule: {rule}",
    quotes="From the application",
    no_quotes="The application says nothing about it.",
    in_text="Show the place in the text",
    in_source="From the source",
    new_tab="opens a new tab",
    interview="Question for the interview",
    review="Review",
    not_reviewed="Nobody has reviewed this line yet.",
    reviewed="{how} by {name} on {date}: {verdict}",
    confirm="Confirm “{verdict}”",
    correct="Correct",
    right_is="What is right",
    reason="Reason",
    reason_hint="It is kept in the log and in exports. Please state no personal data of "
    "applicants.",
    reason_missing="Please give a reason for the correction.",
    verdict_missing="Please choose what is right.",
    save_correction="Record the correction",
    saved_confirmed="Confirmed. {progress}.",
    saved_corrected="Corrected. {progress}.",
    close="Close",
    application_text="Text without personal data",
    unread="Lines that no rule understands – please read",
    application_export="Save this application's data",
    application_delete="Delete this application",
    application_delete_sure="Delete {pseudonym} with all evidence and reviews? This can't be "
    "undone. The log keeps only that it was deleted.",
    application_deleted="{pseudonym} was deleted.",
    export="Save {form}",
    export_title="Export",
    export_waits="Export is possible once all lines are reviewed: {count} are not yet.",
    exported="The file has been made.",
    history="Show history",
    history_hide="Hide history",
    at="Time",
    who="Who",
    action="What",
    actions=MappingProxyType(
        {
            "opened": "opened",
            "read": "read",
            "refused": "could not be read",
            "viewed": "viewed",
            "confirmed": "confirmed",
            "corrected": "corrected",
            "exported": "exported",
            "application_exported": "application's data saved",
            "application_deleted": "application deleted",
            "deleted": "screening deleted",
            "expired": "deleted when its time was over",
        }
    ),
    provenance="What this was made with",
    product="Karrierelotse",
    corpus="State of the sources",
    model="Language model for similarity",
    rules="Rules",
    up_to="current jobs counted up to",
    delete="Delete screening",
    delete_sure="Delete the screening “{role}” with all applications, evidence and reviews? This "
    "can't be undone. The log keeps only that it was deleted.",
    was_deleted="The screening was deleted.",
    cancel="Cancel",
    really_delete="Delete",
)

REVIEW_TEXTS: Final[Mapping[Language, ReviewTexts]] = MappingProxyType(
    {"de": GERMAN, "en": ENGLISH}
)
