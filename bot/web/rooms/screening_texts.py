"""Words of the recruiters' room around its table, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class ScreeningTexts:
    """The labels of one language; ``{…}`` are filled in where they are used."""

    language: Language
    room: str
    title: str
    lead: str
    decides_nothing: str
    working: str
    failed: str
    # Who is at the screen.
    sign_in_title: str
    sign_in_lead: str
    key: str
    key_missing: str
    sign_in: str
    sign_in_through: str
    or_key: str
    signed_in: str
    sign_out: str
    signed_out: str
    session_over: str
    # What is kept, and a new one.
    kept: str
    kept_lead: str
    kept_none: str
    role: str
    opened: str
    delete_on: str
    lines_open: str
    lines_done: str
    show: str
    loaded: str
    start_title: str
    choose_role: str
    other_role: str
    other_role_label: str
    other_role_hint: str
    role_missing: str
    files: str
    files_hint: str
    files_missing: str
    files_too_many: str
    files_too_large: str
    files_chosen: str
    report_language: str
    german: str
    english: str
    start: str
    reading: str
    stopped: str
    started: str
    # Which upload became which application.
    receipts: str
    receipts_lead: str
    document: str
    application: str
    not_read: str
    receipts_save: str
    receipts_file: str
    receipts_done: str
    receipts_hidden: str
    receipts_leave: str
    leave: str
    # A job advert.
    advert_title: str
    advert_lead: str
    advert: str
    advert_missing: str
    advert_check: str
    advert_none: str
    advert_found_one: str
    advert_found: str
    advert_absent: str
    advert_suggestion: str
    advert_law: str
    certainties: Mapping[str, str]


GERMAN: Final = ScreeningTexts(
    language="de",
    room="Auswahl",
    title="Bewerbungen nach Belegen prüfen",
    lead="Mehrere Bewerbungen werden mit den Anforderungen einer Rolle verglichen. Jede Zeile "
    "zeigt wörtliche Belege; ein Mensch bestätigt oder berichtigt sie, bevor etwas exportiert "
    "wird. Name, Anschrift, Alter und andere persönliche Angaben werden vorher entfernt.",
    decides_nothing="Diese Seite entscheidet nichts: Sie bewertet, zählt und reiht niemanden. Die "
    "Entscheidung treffen Sie.",
    working="Einen Augenblick …",
    failed="Der Server ist nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
    sign_in_title="Anmelden",
    sign_in_lead="Alles, was hier geschieht, wird mit Ihrem Namen protokolliert. Ihren Schlüssel "
    "bekommen Sie von der Person, die Karrierelotse betreibt.",
    key="Schlüssel",
    key_missing="Bitte geben Sie Ihren Schlüssel ein.",
    sign_in="Anmelden",
    sign_in_through="Anmelden über {provider}",
    or_key="Oder mit einem Schlüssel:",
    signed_in="Angemeldet als {name}",
    sign_out="Abmelden",
    signed_out="Sie sind abgemeldet.",
    session_over="Ihre Anmeldung gilt nicht mehr. Bitte melden Sie sich neu an.",
    kept="Aufbewahrte Verfahren",
    kept_lead="Am Löschdatum werden alle Inhalte eines Verfahrens von selbst gelöscht.",
    kept_none="Es ist noch kein Verfahren angelegt.",
    role="Rolle",
    opened="Angelegt",
    delete_on="Löschdatum",
    lines_open="{count} Zeilen zu prüfen",
    lines_done="alle Zeilen geprüft",
    show="Öffnen",
    loaded="{role}: {done} von {all} Zeilen geprüft.",
    start_title="Neues Verfahren",
    choose_role="Bitte wählen",
    other_role="Andere Berufsbezeichnung …",
    other_role_label="Berufsbezeichnung",
    other_role_hint="Gefunden werden die Rollen und Berufe, die eingelesen sind.",
    role_missing="Bitte wählen Sie eine Rolle.",
    files="Bewerbungsunterlagen",
    files_hint="Eine Datei je Bewerbung: PDF, DOCX, Text, Markdown oder JSON Resume; höchstens "
    "{count} Dateien und zusammen {size} MB. Die Dateien selbst werden nicht aufbewahrt.",
    files_missing="Bitte wählen Sie mindestens eine Datei.",
    files_too_many="Das sind {given} Dateien; erlaubt sind {count} auf einmal.",
    files_too_large="Die Dateien sind zusammen größer als {size} MB.",
    files_chosen="Gewählt: {names}",
    report_language="Sprache der Begründungen",
    german="Deutsch",
    english="Englisch",
    start="Unterlagen vergleichen",
    reading="Die Unterlagen werden gelesen und verglichen. Das kann etwas dauern …",
    stopped="Abgebrochen. Waren die Unterlagen schon ganz übertragen, entsteht das Verfahren "
    "dennoch und steht dann in der Liste; dort können Sie es löschen.",
    started="Der Vergleich ist fertig.",
    receipts="Welche Datei welche Kennung hat",
    receipts_lead="Notieren Sie das jetzt: Die Zuordnung wird nur dieses eine Mal gezeigt und "
    "nirgends gespeichert.",
    document="Datei",
    application="Bewerbung",
    not_read="nicht gelesen: {reason}",
    receipts_save="Zuordnung als Textdatei sichern",
    receipts_file="zuordnung",
    receipts_done="Notiert, ausblenden",
    receipts_hidden="Die Zuordnung ist ausgeblendet.",
    receipts_leave="Die Zuordnung von Dateien und Kennungen wird danach nicht mehr gezeigt. Haben "
    "Sie sie notiert?",
    leave="Notiert, weiter",
    advert_title="Stellenanzeige prüfen",
    advert_lead="Zeigt Formulierungen, die das Gleichbehandlungsgesetz berühren können, und ob "
    "eine Gehaltsspanne fehlt. Der Text wird nicht aufbewahrt.",
    advert="Text der Anzeige",
    advert_missing="Bitte fügen Sie den Text der Anzeige ein.",
    advert_check="Anzeige prüfen",
    advert_none="Es ist nichts aufgefallen.",
    advert_found_one="Eine Stelle ist aufgefallen.",
    advert_found="{count} Stellen sind aufgefallen.",
    advert_absent="Nicht gefunden",
    advert_suggestion="Vorschlag: {text}",
    advert_law="Berührt: {law}",
    certainties=MappingProxyType({"likely": "meist ein Problem", "hint": "je nach Stelle"}),
)

ENGLISH: Final = ScreeningTexts(
    language="en",
    room="Selection",
    title="Review applications by evidence",
    lead="Several applications are compared with the requirements of a role. Each line shows "
    "verbatim evidence; a person confirms or corrects it before anything is exported. Name, "
    "address, age and other personal data are taken out first.",
    decides_nothing="This page decides nothing: it rates, counts and ranks nobody. The decision is "
    "yours.",
    working="One moment …",
    failed="The server cannot be reached. Please try again in a moment.",
    sign_in_title="Sign in",
    sign_in_lead="Everything done here is logged with your name. You get your key from the person "
    "who runs Karrierelotse.",
    key="Key",
    key_missing="Please enter your key.",
    sign_in="Sign in",
    sign_in_through="Sign in through {provider}",
    or_key="Or with a key:",
    signed_in="Signed in as {name}",
    sign_out="Sign out",
    signed_out="You are signed out.",
    session_over="You are no longer signed in. Please sign in again.",
    kept="Screenings that are kept",
    kept_lead="On its deletion date all content of a screening is deleted automatically.",
    kept_none="There is no screening yet.",
    role="Role",
    opened="Opened",
    delete_on="Deletion date",
    lines_open="{count} lines to review",
    lines_done="all lines reviewed",
    show="Open",
    loaded="{role}: {done} of {all} lines reviewed.",
    start_title="New screening",
    choose_role="Please choose",
    other_role="Another occupation …",
    other_role_label="Occupation",
    other_role_hint="Found are the roles and occupations that have been read in (in German).",
    role_missing="Please choose a role.",
    files="Application documents",
    files_hint="One file for each application: PDF, DOCX, text, Markdown or JSON Resume; at most "
    "{count} files and {size} MB together. The files themselves are not kept.",
    files_missing="Please choose at least one file.",
    files_too_many="These are {given} files; {count} are allowed at once.",
    files_too_large="Together the files are larger than {size} MB.",
    files_chosen="Chosen: {names}",
    report_language="Language of the reasons",
    german="German",
    english="English",
    start="Compare documents",
    reading="Reading and comparing the documents. This can take a while …",
    stopped="Stopped. If the documents had already been sent, the screening is made all the same "
    "and will stand in the list, where you can delete it.",
    started="The comparison is done.",
    receipts="Which file has which code",
    receipts_lead="Note this down now: it is shown this one time only and stored nowhere.",
    document="File",
    application="Application",
    not_read="not read: {reason}",
    receipts_save="Save the list as a text file",
    receipts_file="codes",
    receipts_done="Noted, hide it",
    receipts_hidden="The list is hidden.",
    receipts_leave="The list of files and codes will not be shown again. Have you noted it down?",
    leave="Noted, go on",
    advert_title="Check a job advert",
    advert_lead="Shows (German) wordings that may touch equal treatment law, and whether a pay "
    "range is missing. The text is not kept.",
    advert="Text of the advert",
    advert_missing="Please paste the text of the advert.",
    advert_check="Check advert",
    advert_none="Nothing was noticed.",
    advert_found_one="One passage was noticed.",
    advert_found="{count} passages were noticed.",
    advert_absent="Not found",
    advert_suggestion="Suggestion: {text}",
    advert_law="Touches: {law}",
    certainties=MappingProxyType({"likely": "mostly a problem", "hint": "depends on the job"}),
)

SCREENING_TEXTS: Final[Mapping[Language, ScreeningTexts]] = MappingProxyType(
    {"de": GERMAN, "en": ENGLISH}
)
