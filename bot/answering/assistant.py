"""From a question to a checked answer: the one way that all front ends take."""

from __future__ import annotations

import logging
import math
import textwrap
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.answering import texts
from bot.answering.careers.answer import build_career
from bot.answering.comparing.answer import build_comparison
from bot.answering.context import Context
from bot.answering.covering.coverage import Gap, reason_to_decline, refusal
from bot.answering.covering.declining import combine, decline, suggestions
from bot.answering.direct.answer import build_direct
from bot.answering.draft import Draft
from bot.answering.evidence import EvidenceReader
from bot.answering.extractive import build_extractive, supplement
from bot.answering.grounding import violations
from bot.answering.listing.answer import build_company, build_duties, build_qualifications
from bot.answering.pay.answer import build_salary
from bot.answering.premises import build_premise
from bot.answering.records import profile_record, record
from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import (
    MAX_QUESTION_CHARACTERS,
    NearestPrototypes,
    Question,
    clean,
    understand,
    written_out,
)
from bot.domain import Answer, Intent, Message, Source
from bot.errors import IndexMismatchError
from bot.german import Repair, content_words
from bot.index.encoder import Encoder, load_encoder
from bot.index.relevance import relevance_score
from bot.index.search import Hit
from bot.index.searcher import Searcher
from bot.index.view import Index, IndexView
from bot.knowledge.profiles import RoleProfile, role_profiles
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import topics_of_headings
from bot.settings import DEFAULT_ENCODER, WORKING_POINT

if TYPE_CHECKING:
    from bot.answering.generative import GenerativeAnswerer
    from bot.settings import Settings

log = logging.getLogger(__name__)

PASSAGES = 100
"""How many passages are read for an answer; lists and comparisons need breadth."""

PREPARED_PASSAGES = 500
"""Passages whose sentences are encoded ahead; a larger corpus fills in as it is asked."""

NOTHING_FOUND = Gap("not_in_sources", "nothing")

MAX_SHOWN_CHARACTERS = 200

Builder = Callable[[Context, Draft], bool]

BUILDERS: Mapping[Intent, tuple[Builder, ...]] = {
    "salary": (build_salary,),
    "duties": (build_duties,),
    "qualifications": (build_qualifications,),
    "company": (build_company,),
    "career": (build_career,),
    "comparison": (build_comparison,),
    "other": (build_comparison, build_career, build_company),
}
"""What answers a question of each intent; where it can't, sentences found by search do."""


@dataclass(frozen=True)
class _Reader:
    """What is derived once from an index version."""

    searcher: Searcher
    evidence: EvidenceReader
    profiles: Mapping[str, RoleProfile]
    topics: tuple[Intent, ...]

    @classmethod
    def of(cls, view: IndexView, encoder: Encoder) -> _Reader:
        searcher = Searcher.of(view, encoder)
        seen = {
            topics[0]
            for source in view.sources.values()
            for section in source.sections
            if (topics := topics_of_headings(section.path))
        }
        order: tuple[Intent, ...] = ("duties", "qualifications", "salary", "career", "comparison")
        return cls(
            searcher,
            EvidenceReader(view, searcher.catalogue),
            role_profiles(view.sources, view.facts, searcher.catalogue),
            tuple(topic for topic in order if topic in seen),
        )

    @property
    def view(self) -> IndexView:
        return self.searcher.view

    @property
    def catalogue(self) -> RoleCatalogue:
        return self.searcher.catalogue


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
        generative: words answers anew by a language model, within what was found.

    Raises:
        IndexMismatchError: it was built with another one.
    """

    def __init__(
        self,
        index: Index,
        encoder: Encoder,
        threshold: float = WORKING_POINT,
        generative: GenerativeAnswerer | None = None,
    ) -> None:
        self._index = index
        self._encoder = encoder
        default = encoder.identity.model == DEFAULT_ENCODER  # others have other cosines
        self._threshold = threshold if default else -math.inf
        self._meaning = NearestPrototypes(encoder.encode_questions) if default else None
        self._generative = generative
        self._similarity = SentenceSimilarity(encoder)
        self._refused: IndexView | None = None
        view = index.view()
        view.identity.require(encoder.identity)
        self._reader = _Reader.of(view, self._encoder)

    @classmethod
    def open(cls, settings: Settings) -> Assistant:
        """Opens the index, the encoder and the language model that the settings name."""
        return cls.over(Index.open(settings), settings)

    @classmethod
    def over(cls, index: Index, settings: Settings) -> Assistant:
        """As ``open``, over an index that is open already."""
        generative = None
        if settings.model:
            from bot.answering.generative import GenerativeAnswerer

            generative = GenerativeAnswerer.open(settings)
        return cls(index, load_encoder(settings), settings.relevance_threshold, generative)

    @property
    def sources(self) -> dict[str, Source]:
        """The serving version's sources by id."""
        return self._current().view.sources

    @property
    def catalogue(self) -> RoleCatalogue:
        """The roles that the serving version covers."""
        return self._current().catalogue

    def profile_records(self) -> dict[str, dict[str, Any]]:
        """Every role's profile with its citations, as plain JSON types, by the role's id."""
        reader = self._current()
        return {key: profile_record(p, reader.view) for key, p in reader.profiles.items()}

    def warm_up(self) -> None:
        """Does what only the first question would have to wait for; no language model is asked."""
        reader = self._current()
        self._extracted(self._understood("Was verdient ein Account Manager?", (), reader), reader)
        if self._meaning is not None:
            self._meaning("Was tut man?")

    def prepare_sentences(self, stop: threading.Event | None = None) -> None:
        """Encodes the sentences of a small corpus ahead of the questions that need them.

        Args:
            stop: ends the work early when it is set.
        """
        reader = self._current()
        for passage in reader.view.passages[:PREPARED_PASSAGES]:
            if stop is not None and stop.is_set():
                return
            self._similarity.prepare(reader.evidence.of(passage))

    def answer(self, question: str, history: Sequence[Message] = ()) -> Answer:
        """Answers, or declines and says why. Never fails on what was typed.

        Args:
            question: anything a person can type.
            history: earlier messages, oldest first.
        """
        started = time.perf_counter()
        reader = self._current()
        repaired = reader.searcher.repaired(question[:MAX_QUESTION_CHARACTERS])
        understood = replace(
            self._understood(repaired.text, history, reader), original=clean(question)
        )
        answer = self._worded(self._extracted(understood, reader), understood, reader)
        if repaired.changes:
            answer = replace(answer, warnings=(*answer.warnings, _searched_for(understood)))
        return replace(answer, milliseconds=round((time.perf_counter() - started) * 1000))

    def find(self, question: str, limit: int = 10) -> Findings:
        """What an answer would be made from: the repaired question and the best passages."""
        searcher = self._current().searcher
        repaired = searcher.repaired(clean(question))
        keywords = searcher.view.keywords
        return Findings(
            repaired=repaired,
            compounds={w: p for w in content_words(repaired.text) if (p := keywords.parts(w))},
            hits=tuple(searcher.search(repaired.text, limit=limit).hits),
            sources=searcher.view.sources,
        )

    def _understood(self, text: str, history: Sequence[Message], reader: _Reader) -> Question:
        return understand(text, history, reader.catalogue, self._meaning)

    def _extracted(self, question: Question, reader: _Reader) -> Answer:
        """The default answer, with every invariant checked."""
        gap = refusal(question)
        if gap is not None:
            return _declined(question, gap, reader)
        if len(question.parts) > 1:
            parts = [
                (part, self._single(self._understood(part, (), reader), reader))
                for part in question.parts
            ]
            answer = combine(question, parts)
        else:
            answer = self._single(question, reader)
        broken = violations(answer, reader.view.sources)
        if not broken:
            return answer
        log.error("answer dropped, invariants broken: %s", "; ".join(broken))
        return _declined(question, NOTHING_FOUND, reader)

    def _single(self, question: Question, reader: _Reader) -> Answer:
        """The answer to one question."""
        searched = reader.searcher.search(
            written_out(question.standalone, reader.catalogue), limit=PASSAGES
        )
        context = Context(
            question,
            reader.view,
            reader.catalogue,
            reader.profiles,
            searched.hits,
            searched.vector,
            reader.evidence,
            self._similarity,
        )
        draft = Draft(reader.view)
        # A false claim may be all that a question holds that the sources don't know.
        if build_premise(context, draft):
            supplement(context, draft)
            return _answered(question, draft, reader)
        relevance = relevance_score(reader.view, searched.spelt, searched.vector, searched.hits)
        gap = reason_to_decline(context, relevance, self._threshold, reader.searcher.vocabulary)
        if gap is not None:
            return _declined(question, gap, reader)
        for build in (build_direct, *BUILDERS.get(question.intent, ())):
            if build(context, draft):
                supplement(context, draft)
                return _answered(question, draft, reader)
        if build_extractive(context, draft):
            return _answered(question, draft, reader)
        return _declined(question, NOTHING_FOUND, reader)

    def _worded(self, answer: Answer, question: Question, reader: _Reader) -> Answer:
        """The same in a language model's words, where one is set and what it writes holds."""
        if self._generative is None:
            return answer
        evidence = [
            evidence
            for citation in answer.citations
            for evidence in reader.evidence.of(
                reader.view.passage_at(citation.source.id, citation.start)
            )
            if evidence.sentence.start == citation.start
        ]
        return self._generative.answer(question, answer, evidence, reader.catalogue)

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


def _answered(question: Question, draft: Draft, reader: _Reader) -> Answer:
    return Answer(
        question=question.original,
        standalone_question=question.standalone,
        status="answered",
        reason=None,
        intent=question.intent,
        text=draft.text,
        citations=draft.citations,
        salary=tuple(record(figure, draft) for figure in draft.salary),
        career=tuple(record(step, draft) for step in draft.career),
        suggestions=suggestions(question, reader.catalogue, reader.profiles),
    )


def _declined(question: Question, gap: Gap, reader: _Reader) -> Answer:
    return decline(question, gap, reader.catalogue, reader.topics, reader.profiles)


def _searched_for(question: Question) -> str:
    """Tells the visitor what was searched where typed words were taken for misspelt ones."""
    shown = textwrap.shorten(question.standalone, MAX_SHOWN_CHARACTERS, placeholder=" …")
    return texts.SEARCHED_FOR[question.language].format(question=shown)
