"""From a question to a checked answer: the one way that all front ends take."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answering.extractive import compose, decline, searched_for
from bot.answering.grounding import violations
from bot.answering.relevance import reason_to_decline
from bot.answering.repairing import repair_of, vocabulary_of
from bot.answering.scoring import score
from bot.answering.selection import select
from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import MAX_QUESTION_CHARACTERS, Question, clean, understand
from bot.domain import Answer, Intent, Message, Source
from bot.errors import IndexMismatchError
from bot.german import QuestionRepair, Repair, Vocabulary, content_words
from bot.index.encoder import Encoder, load_encoder
from bot.index.relevance import relevance_score
from bot.index.search import Hit, search
from bot.index.view import Index, IndexView
from bot.knowledge.evidence import EvidenceReader
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import topics_of_headings
from bot.settings import DEFAULT_ENCODER, WORKING_POINT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings

log = logging.getLogger(__name__)

PASSAGES = 100
"""How many passages are read for an answer; lists and salary tables need breadth."""

PREPARED_PASSAGES = 500
"""Passages whose sentences are encoded ahead; a larger corpus fills in as it is asked."""


@dataclass(frozen=True)
class _Reader:
    """What is derived once from an index version."""

    view: IndexView
    catalogue: RoleCatalogue
    evidence: EvidenceReader
    topics: tuple[Intent, ...]
    vocabulary: Vocabulary
    repair: QuestionRepair

    @classmethod
    def of(cls, view: IndexView, encoder: Encoder) -> _Reader:
        catalogue = RoleCatalogue.of(view.sources.values())
        seen = {
            topics[0]
            for source in view.sources.values()
            for section in source.sections
            if (topics := topics_of_headings(section.path))
        }
        order: tuple[Intent, ...] = ("duties", "qualifications", "salary", "career", "comparison")
        covered = tuple(topic for topic in order if topic in seen)
        vocabulary = vocabulary_of(view)
        repair = repair_of(view, vocabulary, catalogue, encoder)
        evidence = EvidenceReader(view, catalogue)
        return cls(view, catalogue, evidence, covered, vocabulary, repair)


@dataclass(frozen=True)
class Findings:
    """What was found for a question, and how it was read.

    Attributes:
        compounds: words of the question that were split, with their parts.
        sources: those of the version that was searched, by id.
    """

    repaired: Repair
    compounds: Mapping[str, tuple[str, ...]]
    hits: tuple[Hit, ...]
    sources: Mapping[str, Source]


class Assistant:
    """Answers questions from one index. Safe to share between threads.

    Args:
        index: the index that is asked.
        encoder: the encoder it was built with.
        threshold: relevance from which a question is answered. It is calibrated for the default
            encoder; with any other one, words alone decide.

    Raises:
        IndexMismatchError: it was built with another one.
    """

    def __init__(self, index: Index, encoder: Encoder, threshold: float = WORKING_POINT) -> None:
        self._threshold = threshold if encoder.identity.model == DEFAULT_ENCODER else -math.inf
        self._index = index
        self._encoder = encoder
        self._similarity = SentenceSimilarity(encoder)
        self._refused: IndexView | None = None
        view = index.view()
        view.identity.require(encoder.identity)
        self._reader = _Reader.of(view, self._encoder)

    @classmethod
    def open(cls, settings: Settings) -> Assistant:
        """Opens the index and the encoder that the settings name."""
        index = Index.open(settings)
        return cls(index, load_encoder(settings), settings.relevance_threshold)

    @property
    def sources(self) -> dict[str, Source]:
        """The serving version's sources by id."""
        return self._current().view.sources

    @property
    def catalogue(self) -> RoleCatalogue:
        """The roles that the serving version covers."""
        return self._current().catalogue

    def warm_up(self) -> None:
        """Does what only the first question would have to wait for."""
        self.answer("Was macht ein Account Manager?")

    def prepare_sentences(self, stop: threading.Event | None = None) -> None:
        """Encodes the sentences of a small corpus ahead of the questions that need them.

        Args:
            stop: ends the work early when it is set.
        """
        reader = self._current()
        for passage in reader.view.passages[:PREPARED_PASSAGES]:
            if stop is not None and stop.is_set():
                return
            self._similarity.prepare([e.quote for e in reader.evidence.of(passage)])

    def answer(self, question: str, history: Sequence[Message] = ()) -> Answer:
        """Answers, or declines and says why. Never fails on what was typed.

        Args:
            question: anything a person can type.
            history: earlier messages, oldest first.
        """
        started = time.perf_counter()
        reader = self._current()
        repaired = reader.repair(question[:MAX_QUESTION_CHARACTERS])
        understood = replace(
            understand(repaired.text, history, reader.catalogue), original=clean(question)
        )
        answer = self._checked(self._answered(understood, reader), understood, reader)
        if repaired.changes:
            answer = replace(answer, warnings=(*answer.warnings, searched_for(understood)))
        return replace(answer, milliseconds=round((time.perf_counter() - started) * 1000))

    def find(self, question: str, limit: int = 10) -> Findings:
        """What an answer would be made from: the repaired question and the best passages."""
        reader = self._current()
        repaired = reader.repair(clean(question))
        hits, _, _ = self._searched(reader, repaired.text, limit)
        keywords = reader.view.keywords
        return Findings(
            repaired=repaired,
            compounds={w: p for w in content_words(repaired.text) if (p := keywords.parts(w))},
            hits=tuple(hits),
            sources=reader.view.sources,
        )

    def _searched(
        self, reader: _Reader, question: str, limit: int
    ) -> tuple[list[Hit], str, NDArray[np.float32]]:
        """Hits, the question as the encoder read it, and its unit vector."""
        spelt = reader.repair.spelt(question)
        vector = self._encoder.encode_questions([spelt])[0]
        return search(reader.view, question, vector, limit=limit), spelt, vector

    def _answered(self, question: Question, reader: _Reader) -> Answer:
        hits, spelt, vector = self._searched(reader, question.standalone, PASSAGES)
        reason = reason_to_decline(
            question,
            hits,
            relevance_score(reader.view, spelt, vector, hits),
            self._threshold,
            reader.view.keywords,
            reader.vocabulary,
        )
        if reason is None:
            scored = score(question, hits, reader.evidence, self._similarity, vector)
            groups = select(question, scored)
            if groups:
                return compose(question, groups, reader.catalogue)
            reason = "not_in_sources"
        return decline(question, reason, reader.catalogue, reader.topics)

    def _checked(self, answer: Answer, question: Question, reader: _Reader) -> Answer:
        broken = violations(answer, reader.view.sources)
        if not broken:
            return answer
        log.error("answer dropped, invariants broken: %s", "; ".join(broken))
        return decline(question, "not_in_sources", reader.catalogue, reader.topics)

    def _current(self) -> _Reader:
        view = self._index.view()
        if view is not self._reader.view and view is not self._refused:
            try:
                view.identity.require(self._encoder.identity)
            except IndexMismatchError as error:
                # Somebody rebuilt it for another encoder: the version in hand still answers.
                log.error("serving the old version: %s", error.log)
                self._refused = view
                return self._reader
            self._reader = _Reader.of(view, self._encoder)
        return self._reader
