"""One judgement of one answer, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from bot.dialogue.language import Language
from bot.domain import Intent, Status

Verdict = Literal["helpful", "unhelpful"]
Reason = Literal["wrong", "incomplete", "off_the_point", "quote_does_not_fit", "outdated", "other"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
REASONS: tuple[Reason, ...] = get_args(Reason)

MAX_COMMENT_CHARACTERS = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of a judgement: nothing of the visitor but what they typed or sent along.

    Attributes:
        id: made by the page, one for each answer; whoever knows it may change or withdraw this.
        at: UTC, ISO 8601, of the last change.
        reason: of "unhelpful"; None where none was chosen.
        comment: empty where none was given.
        language: of the page.
        index_version: that the answer was made from; None where the page didn't know.
        sources, passages: ids of what the answer cites.
        question, answer: only where the visitor sent them along, else None.
    """

    id: str
    at: str
    verdict: Verdict
    reason: Reason | None
    comment: str
    status: Status
    intent: Intent
    answerer: str
    index_version: int | None
    language: Language
    sources: tuple[str, ...]
    passages: tuple[str, ...]
    question: str | None
    answer: str | None
