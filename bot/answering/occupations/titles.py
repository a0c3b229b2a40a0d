"""Titles that no occupation bears, led to the one that they mean, or to none.

A wrong occupation is worse than none: what is shown then is true of something else. So a title is
taken only where an occupation's name is plainly near, and the answer says for what it was taken.
"""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.dialogue import Question
from bot.dialogue.language import Language
from bot.domain import Source
from bot.german import QuestionRepair, Repair, Vocabulary, written_words
from bot.index.encoder import Encoder
from bot.index.view import IndexView
from bot.knowledge.esco.english import german_of
from bot.knowledge.esco.facts import names_of
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.title_vectors import kept_vectors, titles_file
from bot.knowledge.esco.titles import TitleIndex, TitleMatch, distinct_names, one_form
from bot.knowledge.title_words import title_words
from bot.settings import DEFAULT_ENCODER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.knowledge.esco.title_vectors import Tell

FROM, APART = 0.6, 0.05
"""The working point: how near the nearest name must be, and how much nearer than the next
occupation's. Of the titles of the Bundesagentur that were kept apart, 36 % are taken then, of which
81 % are led where the mapping leads them: no fewer than of those that some occupation bears as they
are (81 %). ``python -m bot eval --set titles`` measures it."""

FROM_BY_LETTERS = 0.55
"""The same without the encoder: 33 % are taken, 82 % of them as the mapping has it."""

FROM_IN_ENGLISH = 0.4
"""In English names are farther; there the occupation's description must be the nearest, too. Of 171
everyday English titles (``bot.knowledge.esco.english``, as if it weren't there) 25 are taken so,
three of them wrongly, and 22 by their names, one wrongly; from 0.3 on it were 30 and five."""

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
        self._cache = cache
        self._kept = vectors_file(view.sources.values(), encoder, cache)
        self._open()

    def _open(self) -> None:
        self._by_meaning = self._kept is not None and self._kept.is_file()
        if not self._by_meaning:
            log.info("titles are resolved by letters alone: no vectors at %s", self._kept)
        encode = self._encoder.encode_questions if self._by_meaning else None
        self._index = TitleIndex(self._view.sources.values(), encode, self._kept)

    def resolve_all(self, typed: Iterable[str], question: Question) -> tuple[Resolved, ...]:
        """The occupations that several titles mean; empty where one of them isn't plain.

        Args:
            typed: the titles that the question names.
            question: tells its language, and what a title is followed by.
        """
        found = [self._in_question(one, question) for one in typed]
        known = tuple(one for one in found if one is not None)
        return known if len(known) == len(found) else ()

    def _in_question(self, typed: str, question: Question) -> Resolved | None:
        """A title with the field that follows it, "Leiter Einkauf", goes before the title alone."""
        field = re.search(rf"{re.escape(typed)}( [A-ZÄÖÜ][\w-]*[a-zäöüß])", question.standalone)
        if field:
            whole = self.resolved(typed + field[1], question.language, head_of(typed))
            if whole is not None:
                return whole
        return self.resolved(typed, question.language)

    def resolved(self, typed: str, language: Language, head: str | None = None) -> Resolved | None:
        """The occupation that a title means; None where that isn't plain.

        Args:
            typed: a title as somebody wrote it.
            language: of the question.
            head: the word that says what somebody is; None finds it.
        """
        found = self._index.resolve(typed, MOST_OTHERS + 1)
        if not found:
            return None
        first, *rest = found
        plain = is_plain(found, head or head_of(typed), by_meaning=self._by_meaning) or (
            _apart(found) >= APART
            and (
                self._is_misspelt(typed, first.matched)
                or (language == "en" and self._is_described(first, typed))
            )
        )
        others = tuple(match.role_id for match in rest if match.exact)
        return Resolved(typed, first.role_id, others) if plain else None

    def prepare(self) -> None:
        """Makes what only the first misspelt title would have to wait for."""
        _ = self._repair

    def complete(self) -> None:
        """Makes the names' vectors where ingest's are gone; until then letters alone decide."""
        if self._cache is not None and self._kept is not None and not self._by_meaning:
            prepare_titles(self._view.sources, self._encoder, self._cache)
            self._open()

    def near(self, typed: str, limit: int) -> tuple[TitleMatch, ...]:
        """Occupations by a title, the likeliest first, however far from it."""
        return self._index.resolve(typed, limit)

    def kinds_of(self, typed: str) -> tuple[str, ...]:
        """Names of occupations that say which kind of ``typed`` they are.

        An "Arzt für Allgemeinmedizin" is a kind of "Arzt", a "Landschaftsgärtner" one of
        "Gärtner". What an occupation is called first of all goes before its other names.
        """
        title = title_words(german_of().get(typed.lower(), typed))
        if len(title) != 1 or len(title[0]) < SHORTEST:
            return ()
        found = self._index.resolve(title[0], LOOKED_THROUGH)
        kinds = [m for m in found if _names(m.matched, title[0])]
        kinds.sort(key=lambda match: not _names(match.label, title[0]))
        return tuple(dict.fromkeys(match.matched for match in kinds))[:MOST_OTHERS]

    def repaired(self, question: str) -> Repair:
        """A question with misspelt words put right by those that occupations' names have."""
        return self._repair(question)

    @functools.cached_property
    def _repair(self) -> QuestionRepair:
        occupations = filter(is_occupation, self._view.sources.values())
        vocabulary = Vocabulary(written_words(n for s in occupations for n in names_of(s)))
        return QuestionRepair(vocabulary, (), lambda word: vocabulary.count(word) > 0, self._pieces)

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

        occupations = self._view.catalogue.occupations.sources.values()
        rows = {key: self._view.passages.rows_of(key) for key in occupations}
        first = {key: own[0] for key, own in rows.items() if own}
        vectors = np.asarray(self._view.vectors[list(first.values())], dtype=np.float32)
        return list(first), vectors


def is_plain(found: Sequence[TitleMatch], head: str, *, by_meaning: bool) -> bool:
    """Whether the first occupation is what a title means.

    Args:
        found: what ``TitleIndex.resolve`` gives for the title, not empty.
        head: the title's word that says what somebody is.
        by_meaning: whether the encoder was asked, too.
    """
    first = found[0]
    is_near = first.score >= (FROM if by_meaning else FROM_BY_LETTERS)
    return first.exact or (is_near and _apart(found) >= APART and _names(first.matched, head))


def _apart(found: Sequence[TitleMatch]) -> float:
    return found[0].score - (found[1].score if len(found) > 1 else 0)


def head_of(typed: str) -> str:
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


def prepare_titles(
    sources: Mapping[str, Source], encoder: Encoder, cache: Path, tell: Tell | None = None
) -> None:
    """Makes the vectors of all names, which takes a minute, unless they are there already.

    Args:
        sources: of an index, by id, in its order.
        encoder: the index's.
        cache: folder of what is derived.
        tell: called with how many are encoded and how many there are.
    """
    kept = vectors_file(sources.values(), encoder, cache)
    own = filter(is_occupation, sources.values())
    names = [name.text for row, one in enumerate(own) for name in distinct_names(one, row)]
    if names and kept is not None and not kept.is_file():
        kept_vectors(names, encoder.encode_questions, kept, tell)
