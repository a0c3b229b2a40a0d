"""The words for verdicts and reasons, German and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language
from bot.feedback.entry import Reason, Verdict

VERDICTS: Final[Mapping[Language, Mapping[Verdict, str]]] = MappingProxyType(
    {
        "de": MappingProxyType({"helpful": "hilfreich", "unhelpful": "nicht hilfreich"}),
        "en": MappingProxyType({"helpful": "helpful", "unhelpful": "not helpful"}),
    }
)
REASONS: Final[Mapping[Language, Mapping[Reason, str]]] = MappingProxyType(
    {
        "de": MappingProxyType(
            {
                "wrong": "falsch",
                "incomplete": "unvollständig",
                "off_the_point": "am Thema vorbei",
                "quote_does_not_fit": "Beleg passt nicht",
                "outdated": "veraltet",
                "other": "etwas anderes",
            }
        ),
        "en": MappingProxyType(
            {
                "wrong": "wrong",
                "incomplete": "incomplete",
                "off_the_point": "beside the point",
                "quote_does_not_fit": "quote doesn't fit",
                "outdated": "out of date",
                "other": "something else",
            }
        ),
    }
)
