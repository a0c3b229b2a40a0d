"""Every word of the widget that the chat doesn't have, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class WidgetTexts:
    """The labels of one language.

    Attributes:
        launcher: what the button on the portal's page says, and the dialog's name.
        frame: names the frame for those who don't see it.
    """

    language: Language
    launcher: str
    frame: str
    close: str
    loading: str
    unreachable: str
    retry: str
    whole: str
    expired: str


GERMAN: Final = WidgetTexts(
    language="de",
    launcher="Fragen zur Karriere",
    frame="Chat mit Karrierelotse",
    close="Chat schließen",
    loading="Der Chat wird geladen …",
    unreachable="Der Chat ist gerade nicht erreichbar.",
    retry="Noch einmal versuchen",
    whole="Ganze Anwendung öffnen",
    expired="Ihr Zugang zum Chat ist abgelaufen. Bitte laden Sie die Seite neu.",
)

ENGLISH: Final = WidgetTexts(
    language="en",
    launcher="Career questions",
    frame="Chat with Karrierelotse",
    close="Close chat",
    loading="The chat is loading …",
    unreachable="The chat cannot be reached right now.",
    retry="Try again",
    whole="Open the whole application",
    expired="Your access to the chat has expired. Please reload the page.",
)

WIDGET_TEXTS: Final[Mapping[Language, WidgetTexts]] = MappingProxyType(
    {"de": GERMAN, "en": ENGLISH}
)
