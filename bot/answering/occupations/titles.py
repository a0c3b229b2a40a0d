"""Titles that no occupation bears, led to the one that they mean, or to none.

A wrong occupation is worse than none: what is shown then is true of something else. So a title is
taken only where an occupation's name is plainly near, and the answer says for what it was taken.
"""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.dialogue.language import Language
from bot.domain import Source
from bot.german import QuestionRepair, Repair, Vocabulary, written_words
from bot.index.encoder import Encoder
from bot.index.view import IndexView
from bot.knowledge.esco.facts import names_of
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.titles import TitleIndex, TitleMatch, one_form, titles_file
from bot.knowledge.title_words import title_words
from bot.settings import DEFAULT_ENCODER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FROM, APART = 0.6, 0.05
"""The working point: how near the nearest name must be, and how much nearer than the next
occupation's. On the titles of the Bundesagentur that were kept apart, 42 % are taken then, of
which 81 % are led where the mapping leads them: no fewer than of titles that some occupation bears
as they are (81 %)."""

FROM_BY_LETTERS = 0.55
"""The same without the encoder: 35 % are taken, 82 % of them as the mapping has it."""

FROM_IN_ENGLISH = 0.3
"""In English names are farther; there the occupation's description must be the nearest, too. Of
80 English titles that were tried 40 are taken, by either way, six of them wrongly."""

MOST_OTHERS = 5
LOOKED_THROUGH = 60
SHORTEST = 4

_ATTRIBUTE = re.compile(r"[ ,(]+(?:für|fuer|im|in|bei|beim|an|am|der|des|of|for|at|-)\b|[,(]| - ")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A title and the occupation that it is taken for.

    Attributes:
        typed: as in the question.
        role_id: of the occupation.
        others: ids of further ones that it may mean, the likeliest first.
    """

    typed: str
    role_id: str
    others: tuple[str, ...] = ()


class TitleResolver:
    """Leads titles to occupations. Safe to share between threads.

    Args:
        view: an index with occupations.
        encoder: the index's.
        cache: folder in which ingest left the vectors of all names. Without them letters alone
            decide, because nobody waits minutes for an answer.
    """

    def __init__(self, view: IndexView, encoder: Encoder, cache: Path | None) -> None:
        self._view = view
        self._encoder = encoder
        self._sources = tuple(filter(is_occupation, view.sources.values()))
        kept = vectors_file(self._sources, encoder, cache)
        self._by_meaning = kept is not None and kept.is_file()
        if not self._by_meaning:
            log.info("titles are resolved by letters alone: no vectors at %s", kept)
        encode = encoder.encode_questions if self._by_meaning else None
        self._index = TitleIndex(self._sources, encode, kept)

    def resolve_all(self, typed: Iterable[str], language: Language) -> tuple[Resolved, ...]:
        """The occupations that several titles mean; empty where one of them isn't plain."""
        found = [self.resolved(one, language) for one in typed]
        known = tuple(one for one in found if one is not None)
        return known if len(known) == len(found) else ()

    def resolved(self, typed: str, language: Language) -> Resolved | None:
        """The occupation that a title means; None where that isn't plain.

        Args:
            typed: a title as somebody wrote it.
            language: of the question.
        """
        found = self._index.resolve(typed, MOST_OTHERS + 1)
        if not found:
            return None
        first, *rest = found
        apart = first.score - (rest[0].score if rest else 0)
        plain = first.exact or (
            apart >= APART
            and (
                (self._is_near(first) and _names(first.matched, _head(typed)))
                or self._is_misspelt(typed, first.matched)
                or (language == "en" and self._is_described(first, typed))
            )
        )
        others = tuple(match.role_id for match in rest if match.exact)
        return Resolved(typed, first.role_id, others) if plain else None

    def prepare(self) -> None:
        """Makes what only the first misspelt title would have to wait for."""
        _ = self._repair

    def near(self, typed: str, limit: int) -> tuple[TitleMatch, ...]:
        """Occupations by a title, the likeliest first, however far from it."""
        return self._index.resolve(typed, limit)

    def kinds_of(self, typed: str) -> tuple[str, ...]:
        """Names of occupations that say which kind of ``typed`` they are.

        An "Arzt für Allgemeinmedizin" is a kind of "Arzt", a "Landschaftsgärtner" one of
        "Gärtner". What an occupation is called first of all goes before its other names.
        """
        title = title_words(typed)
        if len(title) != 1 or len(title[0]) < SHORTEST:
            return ()
        found = self._index.resolve(typed, LOOKED_THROUGH)
        kinds = [m for m in found if _names(m.matched, title[0])]
        kinds.sort(key=lambda match: not _names(match.label, title[0]))
        return tuple(dict.fromkeys(match.matched for match in kinds))[:MOST_OTHERS]

    def repaired(self, question: str) -> Repair:
        """A question with misspelt words put right by those that occupations' names have."""
        return self._repair(question)

    @functools.cached_property
    def _repair(self) -> QuestionRepair:
        vocabulary = Vocabulary(written_words(n for s in self._sources for n in names_of(s)))
        return QuestionRepair(vocabulary, (), lambda word: vocabulary.count(word) > 0, self._pieces)

    def _is_near(self, match: TitleMatch) -> bool:
        return match.score >= (FROM if self._by_meaning else FROM_BY_LETTERS)

    def _is_misspelt(self, typed: str, name: str) -> bool:
        """Whether a title is a name but for one letter, and no word of its own."""
        return (
            len(typed) > SHORTEST
            and OSA.distance(typed.lower(), name.lower(), score_cutoff=1) == 1
            and self._pieces(typed) > 1
        )

    def _pieces(self, word: str) -> int:
        return self._encoder.count_tokens(word) - self._encoder.count_tokens("")

    def _is_described(self, match: TitleMatch, typed: str) -> bool:
        """Whether the occupation's description is nearest to a question after that title."""
        if not self._by_meaning or match.score < FROM_IN_ENGLISH:
            return False
        vector = self._encoder.encode_questions([f"What does a {typed} do?"])[0]
        ids, vectors = self._descriptions
        nearest = self._view.sources[ids[int((vectors @ vector).argmax())]]
        return match.role_id in nearest.roles

    @functools.cached_property
    def _descriptions(self) -> tuple[list[str], NDArray[np.float32]]:
        """Ids of the occupations' sources and the vectors of their first passages."""
        import numpy as np

        rows = {s.id: self._view.passages.rows_of(s.id) for s in self._sources}
        first = {key: own[0] for key, own in rows.items() if own}
        vectors = np.asarray(self._view.vectors[list(first.values())], dtype=np.float32)
        return list(first), vectors


def _head(typed: str) -> str:
    """The word that says what somebody is: of "General Manager" it is "Manager", no general."""
    before = _ATTRIBUTE.split(one_form(typed), maxsplit=1)[0]
    return next(reversed(title_words(before)), "")


def _names(name: str, word: str) -> bool:
    return bool(word) and any(own.endswith(word) for own in title_words(name))


def vectors_file(sources: Iterable[Source], encoder: Encoder, cache: Path | None) -> Path | None:
    """Where the vectors of all names are kept; None where they aren't.

    Cosines of other encoders are spread differently, so their titles go by letters.
    """
    identity = encoder.identity
    if cache is None or identity.model != DEFAULT_ENCODER:
        return None
    return titles_file(cache / "titles", sources, f"{identity.model} {identity.revision}")


def prepare_titles(sources: Mapping[str, Source], encoder: Encoder, cache: Path) -> None:
    """Makes the vectors of all names, which takes minutes, unless they are there already.

    Args:
        sources: of an index, by id, in its order.
        encoder: the index's.
        cache: folder of what is derived.
    """
    own = tuple(filter(is_occupation, sources.values()))
    kept = vectors_file(own, encoder, cache)
    if own and kept is not None and not kept.is_file():
        TitleIndex(own, encoder.encode_questions, kept)
