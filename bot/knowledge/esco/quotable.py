"""Which lines of an occupation are sentences that may answer a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain import Passage, Source
from bot.knowledge.esco.facts import end_of_description
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.sources import DUTIES


def without_listings(sources: Mapping[str, Source]) -> Callable[[Passage], Passage]:
    """Takes names and the place in the classification out of a passage's sentences.

    "ESCO-Code: 7512.1" says nothing of an occupation, and a name isn't what it does. What asks
    for these finds them among the facts, or reads the passage as it is.

    Args:
        sources: of the passages, by id.
    """

    def reduced(passage: Passage) -> Passage:
        source = sources[passage.source_id]
        if not is_occupation(source) or passage.heading_path[-1:] != (DUTIES,):
            return passage
        end = end_of_description(source)
        kept = tuple(s for s in passage.sentences if s.start < end)
        return replace(passage, sentences=kept)

    return reduced
