"""Windows: a passage seen again in pieces of a few sentences.

One vector for a whole passage blurs what a single sentence of it says; a question is compared
with each window as well. On XQuAD-de and Integreat the best window finds more than the whole.
"""

from __future__ import annotations

from bot.domain import Passage
from bot.passages.passages import embedded_text

WINDOW_CHARACTERS = 300
"""Size aimed at. 180 to 450 all gain; smaller ones cost more vectors."""

Window = tuple[int, int]


def windows(title: str, passage: Passage) -> list[Window]:
    """Neighbouring sentences of ``passage`` in groups, as offsets in its source's text.

    Windows don't overlap. Sentences that only repeat the title, which is embedded in front of
    every window, belong to none. Empty where a single window would be the whole passage again.
    """
    sentences = list(passage.sentences)
    while len(sentences) > 1 and _text(passage, sentences[0].start, sentences[0].end) == title:
        del sentences[0]
    groups: list[Window] = []
    for sentence in sentences:
        if groups and sentence.end - groups[-1][0] <= WINDOW_CHARACTERS:
            groups[-1] = (groups[-1][0], sentence.end)
        else:
            groups.append((sentence.start, sentence.end))
    return groups if len(groups) > 1 else []


def window_texts(title: str, passage: Passage, groups: list[Window]) -> list[str]:
    """What the encoder sees of each window: title and headings as for the whole passage."""
    shown = []
    for start, end in groups:
        body = " ".join(
            _text(passage, sentence.start, sentence.end)
            for sentence in passage.sentences
            if start <= sentence.start < end
        )
        headed = not passage.heading_path and body.startswith(title)
        shown.append(body if headed else embedded_text(title, passage.heading_path, body))
    return shown


def _text(passage: Passage, start: int, end: int) -> str:
    return passage.text[start - passage.start : end - passage.start]
