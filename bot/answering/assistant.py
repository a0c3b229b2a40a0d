"""From a question to a checked answer: the one way that all front ends take."""

from __future__ import annotations

import logging
import math
import textwrap
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.answering import texts
from bot.answering.composing import NOTHING_FOUND, Composer, declined
from bot.answering.covering.coverage import refusal
from bot.answering.covering.declining import combine
from bot.answering.covering.near_words import prepare_near_words
from bot.answering.covering.subjects import prepare_subjects
from bot.answering.grounding import violations
from bot.answering.occupations.finding import RoleFound, find_roles
from bot.answering.records import profile_counts, profile_record
from bot.answering.routing import Router
from bot.answering.scopes import Scopes
from bot.answering.similarity import SentenceSimilarity
from bot.answering.trace import stage
from bot.dialogue import (
    MAX_QUESTION_CHARACTERS,
    NearestPrototypes,
    Question,
    clean,
    role_names,
)
from bot.domain import Answer, Message, Source
from bot.errors import IndexMismatchError
from bot.german import Repair, content_words
from bot.index.encoder import WordEncoder, load_encoder
from bot.index.search import Hit
from bot.index.serving import Index
from bot.index.view import IndexView
from bot.knowledge.esco.notice import is_occupation, notices_for
from bot.knowledge.roles import RoleCatalogue
from bot.settings import DEFAULT_ENCODER, WORKING_POINT

if TYPE_CHECKING:
    from bot.answering.generative import GenerativeAnswerer
    from bot.settings import Settings

log = logging.getLogger(__name__)

PREPARED_PASSAGES = 500
"""Passages whose sentences are encoded ahead; a larger corpus fills in as it is asked."""

MAX_SHOWN_CHARACTERS = 200


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
        cache: folder of what ingest prepared; None where there is none.

    Raises:
        IndexMismatchError: it was built with another one.
    """

    def __init__(
        self,
        index: Index,
        encoder: WordEncoder,
        threshold: float = WORKING_POINT,
        generative: GenerativeAnswerer | None = None,
        cache: Path | None = None,
    ) -> None:
        self._index = index
        self._encoder = encoder
        default = encoder.identity.model == DEFAULT_ENCODER  # others have other cosines
        self._meaning = NearestPrototypes(encoder.encode_questions) if default else None
        self._generative = generative
        self._similarity = SentenceSimilarity(encoder)
        composer = Composer(self._similarity, threshold if default else -math.inf)
        self._router = Router(composer, self._meaning)
        self._refused: IndexView | None = None
        self._moving = threading.Lock()
        view = index.view()
        view.identity.require(encoder.identity)
        self._cache = cache
        self._scopes = Scopes(view, encoder, cache)

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
        return cls(
            index,
            load_encoder(settings),
            settings.relevance_threshold,
            generative,
            settings.cache_folder,
        )

    @property
    def encoder(self) -> WordEncoder:
        """The encoder, for others who work on the same index."""
        return self._encoder

    @property
    def sources(self) -> Mapping[str, Source]:
        """The serving version's sources by id."""
        return self._current().view.sources

    @property
    def catalogue(self) -> RoleCatalogue:
        """The roles that the serving version covers."""
        return self._current().catalogue

    def role_counts(self) -> list[dict[str, Any]]:
        """The articles' roles, each with how many facts of each kind its profile has."""
        return [profile_counts(profile) for profile in self._current().profiles.values()]

    def role_record(self, role_id: str) -> dict[str, Any] | None:
        """One role's profile, or an occupation's, with its citations; None where there is none.

        What shows data of ESCO has its notices as "notices".
        """
        scopes = self._current()
        profile = scopes.profiles.get(role_id)
        if profile is None:
            return None
        cited = (scopes.view.sources[key] for key in sorted(profile.source_ids))
        notices = notices_for(cited)
        made = profile_record(profile, scopes.view)
        return made | ({"notices": list(notices)} if notices else {})

    def find_roles(self, text: str, limit: int = 20) -> list[RoleFound]:
        """Roles and occupations that a title may mean, the likeliest first.

        Args:
            text: a title, or the beginning or a part of one.
            limit: how many at most.
        """
        return find_roles(self._current(), text, limit)

    def warm_up(self) -> None:
        """Does what only the first question would have to wait for; no language model is asked."""
        scopes = self._current()
        self._extracted("Was verdient ein Account Manager?", (), scopes)
        if self._meaning is not None:
            self._meaning("Was tut man?")
        prepare_near_words(scopes.articles.view, self._similarity)
        prepare_subjects(self._similarity)
        if scopes.catalogue.occupations:
            scopes.prepare()

    def complete(self) -> None:
        """Makes what ingest prepares for a classification, where that is gone."""
        self._current().complete()

    def prepare_sentences(self, stop: threading.Event | None = None) -> None:
        """Encodes the articles' sentences ahead of the questions, where they are few.

        Args:
            stop: ends the work early when it is set.
        """
        articles = self._current().articles
        for passage in articles.view.passages[:PREPARED_PASSAGES]:
            if stop is not None and stop.is_set():
                return
            self._similarity.prepare(articles.evidence.of(passage))

    def answer(self, question: str, history: Sequence[Message] = ()) -> Answer:
        """Answers, or declines and says why. Never fails on what was typed.

        Args:
            question: anything a person can type.
            history: earlier messages, oldest first.
        """
        started = time.perf_counter()
        scopes = self._current()
        with stage("repair"):
            repaired = self._repaired(question[:MAX_QUESTION_CHARACTERS], scopes)
        understood, extracted = self._extracted(repaired.text, history, scopes, clean(question))
        answer = self._worded(extracted, understood, scopes)
        if repaired.changes:
            answer = replace(answer, warnings=(*answer.warnings, _searched_for(understood)))
        return replace(answer, milliseconds=round((time.perf_counter() - started) * 1000))

    def find(self, question: str, limit: int = 10) -> Findings:
        """What is found in all sources: the repaired question and the best passages."""
        searcher = self._current().everything
        repaired = searcher.repaired(clean(question))
        keywords = searcher.view.keywords
        return Findings(
            repaired=repaired,
            compounds={w: p for w in content_words(repaired.text) if (p := keywords.parts(w))},
            hits=tuple(searcher.search(repaired.text, limit=limit).hits),
            sources=searcher.view.sources,
        )

    def _repaired(self, text: str, scopes: Scopes) -> Repair:
        """Misspelt words put right by the articles' words.

        An occupation that is named stays named, unless the words were those of a role of theirs:
        an "Acount Manager" is no manager.
        """
        repaired = scopes.articles.searcher.repaired(text)
        if repaired.changes and scopes.catalogue.occupations:
            before, after = (
                {name.role_id for name in role_names(one, scopes.catalogue)}
                for one in (text, repaired.text)
            )
            gained = after - before
            if before - after - {None} and not gained & scopes.articles.profiles.keys():
                return Repair(text, ())
        return repaired

    def _extracted(
        self, text: str, history: Sequence[Message], scopes: Scopes, original: str | None = None
    ) -> tuple[Question, Answer]:
        """The default answer, with every invariant checked, and how its question was read."""
        question = self._router.understood(text, history, scopes)
        question = replace(question, original=original or question.original)
        gap = refusal(question)
        if gap is not None:
            return question, declined(question, gap, scopes.articles)
        if len(question.parts) > 1:
            parts = [
                (part, self._router.answer(self._router.understood(part, (), scopes), scopes))
                for part in question.parts
            ]
            answer = combine(question, parts)
        else:
            answer = self._router.answer(question, scopes)
        with stage("checks"):
            broken = violations(answer, scopes.view.sources)
        if not broken:
            return question, answer
        log.error("answer dropped, invariants broken: %s", "; ".join(broken))
        return question, declined(question, NOTHING_FOUND, scopes.articles)

    def _worded(self, answer: Answer, question: Question, scopes: Scopes) -> Answer:
        """The same in a language model's words, where one is set and what it writes holds.

        A classification's lines are no prose that could be worded better, and what is computed
        from them must be called so: they stay as they are.
        """
        if self._generative is None or any(is_occupation(c.source) for c in answer.citations):
            return answer
        if answer.intent == "matching":  # what visitors tell of themselves stays here
            return answer
        articles = scopes.articles
        evidence = [
            evidence
            for citation in answer.citations
            for evidence in articles.evidence.of(
                articles.view.passage_at(citation.source.id, citation.start)
            )
            if evidence.sentence.start == citation.start
        ]
        with stage("model"):
            return self._generative.answer(question, answer, evidence, articles.catalogue)

    def _current(self) -> Scopes:
        view = self._index.view()
        moved = view is not self._scopes.view and view is not self._refused
        if moved and self._moving.acquire(blocking=False):  # meanwhile others answer from the old
            try:
                view.identity.require(self._encoder.identity)
                self._scopes = Scopes(view, self._encoder, self._cache)
            except IndexMismatchError as error:
                # Somebody rebuilt it for another encoder: the version in hand still answers.
                log.error("serving the old version: %s", error.log)
                self._refused = view
            finally:
                self._moving.release()
        return self._scopes


def _searched_for(question: Question) -> str:
    """Tells the visitor what was searched where typed words were taken for misspelt ones."""
    shown = textwrap.shorten(question.standalone, MAX_SHOWN_CHARACTERS, placeholder=" …")
    return texts.SEARCHED_FOR[question.language].format(question=shown)
