"""The words of a conversation as a file, German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from bot.dialogue.language import Language
from bot.web.edge.language import Said


@dataclass(frozen=True, slots=True)
class ConversationTexts:
    """The words of one language; ``{…}`` are filled in where they are used."""

    save: str
    save_short: str
    save_markdown: str
    save_pdf: str
    saving: str
    saved: str
    failed: str
    file: str
    title: str
    made: str
    machine: str
    question: str
    quotes: str
    section: str
    unproven: str
    changed: str
    gone: str


GERMAN: Final = ConversationTexts(
    save="Gespräch speichern",
    save_short="Speichern:",
    save_markdown="Gespräch als Markdown speichern",
    save_pdf="Gespräch als PDF speichern",
    saving="Die Datei wird erstellt …",
    saved="Die Datei wurde erstellt.",
    failed="Der Server ist nicht erreichbar. Das Gespräch steht noch hier.",
    file="gespraech",
    title="Gespräch mit Karrierelotse",
    made="Erstellt am {date}.",
    machine="Die Antworten hat ein Programm zusammengestellt, kein Mensch. Es hat Sätze aus den "
    "genannten Quellen ausgewählt und kann dabei Unpassendes gewählt haben: Prüfen Sie die Belege.",
    question="Frage: {question}",
    quotes="Belege",
    section="Abschnitt „{section}“",
    unproven="Diese Antwort wurde eingereicht, ohne dass sich nachweisen ließ, dass Karrierelotse "
    "sie so formuliert hat. Geprüft ist, dass die Belege wörtlich in den Quellen stehen.",
    changed="Die Quelle hat sich seit dieser Antwort geändert; der Satz steht dort nicht mehr an "
    "dieser Stelle.",
    gone="Die Quelle gehört seit dieser Antwort nicht mehr zum Bestand.",
)

ENGLISH: Final = ConversationTexts(
    save="Save conversation",
    save_short="Save:",
    save_markdown="Save conversation as Markdown",
    save_pdf="Save conversation as PDF",
    saving="Making the file …",
    saved="The file has been made.",
    failed="The server cannot be reached. The conversation is still here.",
    file="conversation",
    title="Conversation with Karrierelotse",
    made="Made on {date}.",
    machine="The answers were put together by a program, not by a person. It chose sentences from "
    "the (German) sources named and may have chosen unsuitable ones: check the quotes.",
    question="Question: {question}",
    quotes="Quotes",
    section="Section “{section}”",
    unproven="This answer was handed in without proof that Karrierelotse worded it like this. What "
    "has been checked is that the quotes stand word for word in the sources.",
    changed="The source has changed since this answer; the sentence no longer stands at this place "
    "in it.",
    gone="The source has been removed since this answer.",
)

CONVERSATION_TEXTS: Final[Mapping[Language, ConversationTexts]] = MappingProxyType(
    {"de": GERMAN, "en": ENGLISH}
)

NOT_OURS: Final = Said(
    "Antwort {number} stammt so nicht von Karrierelotse, oder ihre Quellen haben sich seitdem "
    "geändert. Bitte stellen Sie die Frage noch einmal.",
    "Answer {number} does not come from Karrierelotse like this, or its sources have changed "
    "since. Please ask the question again.",
)

_LABELS: Final = ("saving", "saved", "failed", "file")


def labels(language: Language) -> dict[str, Any]:
    """What the page's script says, as plain JSON types."""
    texts = CONVERSATION_TEXTS[language]
    return {name: getattr(texts, name) for name in _LABELS} | {"language": language}
