"""Every sentence of the web app, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language

MAX_QUESTION_CHARACTERS: Final = 2000

CONVERSATION_LABELS: Final = (
    "language",
    "conversation",
    "welcome",
    "welcome_more",
    "examples",
    "suggestions",
    "you",
    "copy",
    "copied",
    "copy_failed",
    "new_chat_done",
    "problem",
    "lost",
    "broken",
    "elapsed",
    "stop",
    "stopped_done",
    "retry",
)
"""What the scripts say that show turns, on the chat page and in the widget."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The labels of one language; ``{…}`` are filled in where they are used."""

    language: Language
    title: str
    tagline: str
    machine: str
    articles: str
    no_articles: str
    occupations: str
    sources_unavailable: str
    other_language: str
    other_language_code: Language
    rooms: str
    chat: str
    new_chat: str
    new_chat_done: str
    conversation: str
    welcome: str
    welcome_more: str
    examples: str
    suggestions: str
    input_label: str
    input_placeholder: str
    send: str
    keys: str
    you: str
    answered: str
    declined: str
    problem: str
    searching: str
    wording: str
    elapsed: str
    stop: str
    stopped: str
    stopped_done: str
    retry: str
    too_long: str
    marker: str
    copy: str
    copied: str
    copy_failed: str
    lost: str
    broken: str
    busy: str
    evidence: str
    evidence_number: str
    evidence_empty: str
    without_heading: str
    close: str
    article: str
    publisher: str
    date: str
    link: str
    open_link: str
    unknown: str
    undated: str
    new_tab: str
    captured: str
    skip: str


GERMAN: Final = Texts(
    language="de",
    title="Karrierelotse",
    tagline="Antworten zu Berufen und Karrierewegen – jeder Satz mit seiner Fundstelle.",
    machine="Sie sprechen mit einem Programm, nicht mit einem Menschen. Es gibt Sätze aus "
    "Artikeln wörtlich wieder und kann dabei Unpassendes auswählen: Prüfen Sie die Belege.",
    articles="Woher die Antworten stammen: {count}",
    no_articles="Es sind noch keine Artikel eingelesen.",
    occupations="Dazu kommen {count} aus der Klassifikation ESCO.",
    sources_unavailable="Die Liste der Artikel ist gerade nicht verfügbar.",
    other_language="English",
    other_language_code="en",
    rooms="Bereiche",
    chat="Fragen stellen",
    new_chat="Neues Gespräch",
    new_chat_done="Das Gespräch wurde geleert.",
    conversation="Gespräch",
    welcome="Was möchten Sie wissen?",
    welcome_more="Fragen Sie nach Aufgaben, Anforderungen, Gehalt oder Karriereschritten. Jede "
    "Zahl hinter einem Satz öffnet die Stelle im Artikel.",
    examples="Beispielfragen",
    suggestions="Weiterfragen",
    input_label="Ihre Frage",
    input_placeholder="Frage eingeben …",
    send="Fragen",
    keys="Eingabetaste sendet, Umschalt + Eingabe beginnt eine neue Zeile.",
    you="Ihre Frage",
    answered="Antwort mit {count}",
    declined="Dazu gibt es keine Antwort",
    problem="Das hat nicht geklappt",
    searching="Die Artikel werden durchsucht …",
    wording="Die Fundstellen liegen vor; ein Sprachmodell formuliert daraus die Antwort …",
    elapsed="seit {seconds} Sekunden",
    stop="Abbrechen",
    stopped="Abgebrochen",
    stopped_done="Die Antwort wurde abgebrochen. Ihre Frage steht wieder im Eingabefeld.",
    retry="Noch einmal versuchen",
    too_long="Ihre Frage hat {length} Zeichen. Bitte kürzen Sie sie auf höchstens {limit}; sie "
    "steht noch im Eingabefeld.",
    marker="Beleg {number} anzeigen",
    copy="Antwort kopieren",
    copied="Antwort und Belege sind kopiert.",
    copy_failed="Kopieren ist in diesem Browser nicht erlaubt.",
    lost="Der Server ist nicht erreichbar. Bitte stellen Sie die Frage gleich noch einmal.",
    broken="Die Antwort ist nicht ganz angekommen. Bitte stellen Sie die Frage noch einmal.",
    busy="Gerade warten sehr viele Fragen. Bitte versuchen Sie es in einer Minute noch einmal.",
    evidence="Beleg",
    evidence_number="Beleg {number}",
    evidence_empty="Wählen Sie in einer Antwort eine Zahl: Hier erscheint dann der Abschnitt des "
    "Artikels, der zitierte Satz ist markiert.",
    without_heading="Anfang des Artikels",
    close="Schließen",
    article="Artikel",
    publisher="Herausgeber",
    date="Datum",
    link="Adresse",
    open_link="Zum Artikel",
    unknown="nicht angegeben",
    undated="ohne Datum",
    new_tab="neuer Tab",
    captured="abgerufen {date}",
    skip="Direkt zur Eingabe",
)

ENGLISH: Final = Texts(
    language="en",
    title="Karrierelotse",
    tagline="Answers about jobs and careers – every sentence with the place it comes from.",
    machine="You are talking to a program, not to a person. It repeats sentences of (German) "
    "articles word for word and may choose unsuitable ones: check the quotes.",
    articles="Where the answers come from: {count}",
    no_articles="No articles have been read in yet.",
    occupations="Besides, there are {count} from the classification ESCO.",
    sources_unavailable="The list of articles is not available right now.",
    other_language="Deutsch",
    other_language_code="de",
    rooms="Areas",
    chat="Ask questions",
    new_chat="New conversation",
    new_chat_done="The conversation has been cleared.",
    conversation="Conversation",
    welcome="What would you like to know?",
    welcome_more="Ask about duties, requirements, pay or career steps. Each number behind a "
    "sentence opens the place in the article.",
    examples="Example questions",
    suggestions="Ask next",
    input_label="Your question",
    input_placeholder="Type a question …",
    send="Ask",
    keys="Enter sends, Shift + Enter starts a new line.",
    you="Your question",
    answered="Answer with {count}",
    declined="There is no answer to that",
    problem="That did not work",
    searching="Searching the articles …",
    wording="The sources are found; a language model is wording the answer …",
    elapsed="for {seconds} seconds",
    stop="Stop",
    stopped="Stopped",
    stopped_done="The answer was stopped. Your question is back in the input field.",
    retry="Try again",
    too_long="Your question has {length} characters. Please shorten it to at most {limit}; it is "
    "still in the input field.",
    marker="Show quote {number}",
    copy="Copy answer",
    copied="Answer and quotes have been copied.",
    copy_failed="This browser does not allow copying.",
    lost="The server cannot be reached. Please ask again in a moment.",
    broken="The answer has not arrived completely. Please ask the question again.",
    busy="A great many questions are waiting just now. Please try again in a minute.",
    evidence="Quote",
    evidence_number="Quote {number}",
    evidence_empty="Choose a number in an answer: the section of the article will appear here, "
    "with the quoted sentence highlighted.",
    without_heading="Beginning of the article",
    close="Close",
    article="Article",
    publisher="Publisher",
    date="Date",
    link="Address",
    open_link="Open article",
    unknown="not stated",
    undated="undated",
    new_tab="new tab",
    captured="retrieved {date}",
    skip="Skip to the input",
)

TEXTS: Final[Mapping[Language, Texts]] = MappingProxyType({"de": GERMAN, "en": ENGLISH})

_COUNTED: Final[Mapping[tuple[Language, str], tuple[str, str]]] = MappingProxyType(
    {
        ("de", "articles"): ("ein Artikel", "{count} Artikel"),
        ("de", "occupations"): ("ein Beruf", "{count} Berufe"),
        ("de", "quotes"): ("einem Beleg", "{count} Belegen"),
        ("en", "articles"): ("one article", "{count} articles"),
        ("en", "occupations"): ("one occupation", "{count} occupations"),
        ("en", "quotes"): ("one quote", "{count} quotes"),
    }
)


def counted(language: Language, noun: str, count: int) -> str:
    """A number with its noun: "einem Beleg", "4 Belegen"; as ``_COUNTED`` has them."""
    one, many = _COUNTED[language, noun]
    return one if count == 1 else many.format(count=count)


_MONTHS: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "de": tuple(
            [
                "Januar",
                "Februar",
                "März",
                "April",
                "Mai",
                "Juni",
                "Juli",
                "August",
                "September",
                "Oktober",
                "November",
                "Dezember",
            ]
        ),
        "en": tuple(
            [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ]
        ),
    }
)


def readable_date(iso: str | None, texts: Texts) -> str:
    """Gives "24.02.2020" or "24 February 2020"; "2020-02" and "2020" stay coarse.

    What is no ISO date is shown as the source has it.
    """
    if not iso:
        return texts.undated
    parts = iso.split("-")
    numbers = [int(part) for part in parts if part.isdecimal() and part.isascii()]
    if len(numbers) != len(parts) or len(parts) > 3:
        return iso
    if len(numbers) == 1:
        return iso
    if not 1 <= numbers[1] <= 12:
        return iso
    month = _MONTHS[texts.language][numbers[1] - 1]
    if len(numbers) == 2:
        return f"{month} {numbers[0]}"
    if texts.language == "de":
        return f"{numbers[2]:02}.{numbers[1]:02}.{numbers[0]}"
    return f"{numbers[2]} {month} {numbers[0]}"
