"""What visitors read while a server ends, or while something that it needs is away."""

from __future__ import annotations

from typing import Final

from bot.web.edge.language import Said

ENDING: Final = Said(
    "Dieser Server beendet sich gerade. Bitte versuchen Sie es in einem Moment noch einmal.",
    "This server is just shutting down. Please try again in a moment.",
)
UNREACHABLE: Final = Said(
    "Die Quellen sind gerade nicht erreichbar. Bitte versuchen Sie es in einem Moment noch einmal.",
    "The sources cannot be reached just now. Please try again in a moment.",
)
