"""Every word of the room where a profile is checked, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class RoomTexts:
    """The labels of one language; ``{…}`` are filled in where they are used."""

    language: Language
    profile: str
    title: str
    lead: str
    file: str
    file_hint: str
    text: str
    text_placeholder: str
    consent: str
    check: str
    checking: str
    nothing_given: str
    failed: str
    forget: str
    forgotten: str
    stopped: str
    ranking: str
    ranking_lead: str
    no_roles: str
    show: str
    back: str
    required: str
    optional: str
    none: str
    table: str
    yes: str
    no: str
    free: str
    take: str
    your_answer: str
    withdraw: str
    updated: str
    export_markdown: str
    export_pdf: str
    exported: str
    more_read: str


GERMAN: Final = RoomTexts(
    language="de",
    profile="Profil prüfen",
    title="Passt Ihr Profil?",
    lead="Ihr Lebenslauf oder ein paar Sätze über Sie werden Satz für Satz mit dem verglichen, was "
    "die Quellen für jede Rolle verlangen. Sie sehen, was belegt ist, was fehlt und was offen ist.",
    file="Lebenslauf als Datei",
    file_hint="PDF, DOCX, Text, Markdown oder JSON Resume, höchstens 10 MB",
    text="oder Text einfügen",
    text_placeholder="Ausbildung, Stellen mit Zeiträumen, Kenntnisse, Sprachen …",
    consent="Ihr Profil wird nur für diesen Vergleich im Arbeitsspeicher gelesen und danach "
    "verworfen; es bleibt allein in dieser geöffneten Seite, bis Sie sie schließen. Nichts davon "
    "wird gespeichert, protokolliert oder weitergegeben. Name, Anschrift, Geburtsdatum und andere "
    "persönliche Angaben werden vor dem Vergleich entfernt. Mit „Profil prüfen“ sind Sie damit "
    "einverstanden.",
    check="Profil prüfen",
    checking="Das Profil wird verglichen …",
    nothing_given="Bitte wählen Sie eine Datei oder fügen Sie einen Text ein.",
    failed="Der Server ist nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
    forget="Profil verwerfen",
    forgotten="Ihr Profil wurde aus dieser Seite gelöscht.",
    stopped="Abgebrochen. Die Seite ist, wie sie vorher war.",
    ranking="Rollen im Vergleich",
    ranking_lead="Gereiht nach Anzahl: zuerst Rollen, die Ihr Profil als Stelle oder Beruf nennt, "
    "dann nach erfüllten, teilweise erfüllten und offenen Anforderungen.",
    no_roles="Die Quellen nennen noch keine Rollen.",
    show="Anforderungen ansehen",
    back="Zurück zur Liste",
    required="verlangt",
    optional="von Vorteil",
    none="keine Anforderungen genannt",
    table="Anforderungen an die Rolle {role}",
    yes="Trifft zu",
    no="Trifft nicht zu",
    free="Eigene Antwort",
    take="Übernehmen",
    your_answer="Ihre Antwort: {answer}",
    withdraw="Zurücknehmen",
    updated="Der Vergleich ist aktualisiert.",
    export_markdown="Als Markdown speichern",
    export_pdf="Als PDF speichern",
    exported="Die Datei wurde erstellt.",
    more_read="Was aus Ihrem Profil gelesen wurde",
)

ENGLISH: Final = RoomTexts(
    language="en",
    profile="Check a profile",
    title="Does your profile fit?",
    lead="Your CV, or a few sentences about yourself, are compared sentence by sentence with what "
    "the (German) sources ask for in each role. You see what is shown, what is missing and what "
    "stays open.",
    file="CV as a file",
    file_hint="PDF, DOCX, text, Markdown or JSON Resume, at most 10 MB",
    text="or paste text",
    text_placeholder="Education, jobs with their periods, skills, languages …",
    consent="Your profile is read in memory for this comparison only and then dropped; it stays in "
    "this open page alone, until you close it. Nothing of it is stored, logged or passed on. Name, "
    "address, date of birth and other personal data are taken out before comparing. With “Check "
    "profile” you agree to this.",
    check="Check profile",
    checking="Comparing the profile …",
    nothing_given="Please choose a file or paste a text.",
    failed="The server cannot be reached. Please try again in a moment.",
    forget="Drop profile",
    forgotten="Your profile has been deleted from this page.",
    stopped="Stopped. The page is as it was before.",
    ranking="Roles compared",
    ranking_lead="Ordered by counts: first roles that your profile names as a job or occupation, "
    "then by requirements met, partly met and open.",
    no_roles="The sources name no roles yet.",
    show="View requirements",
    back="Back to the list",
    required="required",
    optional="an advantage",
    none="no requirements stated",
    table="Requirements of the role {role}",
    yes="Applies",
    no="Doesn't apply",
    free="Your own answer",
    take="Apply",
    your_answer="Your answer: {answer}",
    withdraw="Withdraw",
    updated="The comparison has been updated.",
    export_markdown="Save as Markdown",
    export_pdf="Save as PDF",
    exported="The file has been made.",
    more_read="What was read from your profile",
)

ROOM_TEXTS: Final[Mapping[Language, RoomTexts]] = MappingProxyType({"de": GERMAN, "en": ENGLISH})
