"""The words of feedback on answers, German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any, Final

from bot.dialogue.language import Language
from bot.feedback.entry import MAX_COMMENT_CHARACTERS
from bot.feedback.texts import REASONS, VERDICTS
from bot.web.edge.language import Said


@dataclass(frozen=True, slots=True)
class FeedbackTexts:
    """The labels of one language."""

    asked: str
    why: str
    comment: str
    comment_hint: str
    share: str
    share_hint: str
    send: str
    cancel: str
    thanks: str
    withdraw: str
    withdrawn: str
    failed: str


GERMAN: Final = FeedbackTexts(
    asked="War diese Antwort hilfreich?",
    why="Was stimmt nicht?",
    comment="Anmerkung (freiwillig)",
    comment_hint="Bitte schreiben Sie nichts Persönliches hinein; es ist nicht nötig.",
    share="Frage und Antwort mitsenden",
    share_hint="Ohne Häkchen wird keines von beiden gespeichert.",
    send="Rückmeldung senden",
    cancel="Verwerfen",
    thanks="Danke, Ihre Rückmeldung ist gespeichert.",
    withdraw="Zurücknehmen",
    withdrawn="Ihre Rückmeldung ist gelöscht.",
    failed="Der Server ist nicht erreichbar. Ihre Rückmeldung wurde nicht gespeichert.",
)

ENGLISH: Final = FeedbackTexts(
    asked="Was this answer helpful?",
    why="What is the matter with it?",
    comment="Comment (optional)",
    comment_hint="Please write nothing personal into it; there is no need to.",
    share="Send question and answer along",
    share_hint="Unless you tick this, neither of them is stored.",
    send="Send feedback",
    cancel="Discard",
    thanks="Thank you, your feedback has been stored.",
    withdraw="Withdraw",
    withdrawn="Your feedback has been deleted.",
    failed="The server cannot be reached. Your feedback was not stored.",
)

FEEDBACK_TEXTS: Final[Mapping[Language, FeedbackTexts]] = MappingProxyType(
    {"de": GERMAN, "en": ENGLISH}
)

UNAVAILABLE: Final = Said(
    "Ihre Rückmeldung kann gerade nicht gespeichert oder geändert werden. Bitte versuchen Sie es "
    "später noch einmal.",
    "Your feedback cannot be stored or changed just now. Please try again later.",
)
NO_ENTRY: Final = Said(
    "Eine Rückmeldung mit dieser Kennung gibt es nicht.",
    "There is no feedback with this id.",
)
REASON_OF_HELPFUL: Final = Said(
    "Ein Grund gehört nur zu „nicht hilfreich“.",
    "A reason only belongs to “unhelpful”.",
)


def labels(language: Language) -> dict[str, Any]:
    """What the page's script says, as plain JSON types."""
    verdicts: dict[str, Any] = {
        name: said.capitalize() for name, said in VERDICTS[language].items()
    }
    return {
        **asdict(FEEDBACK_TEXTS[language]),
        **verdicts,
        "reasons": dict(REASONS[language]),
        "language": language,
        "most_characters": MAX_COMMENT_CHARACTERS,
    }
