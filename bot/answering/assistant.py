"""From a question to a checked answer: the one way that all front ends take."""

from __future__ import annotations

import logging
import math
import textwrap
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.answering import texts
from bot.answering.careers.answer import build_career
from bot.answering.comparing.answer import build_comparison
from bot.answering.context import Context
from bot.answering.covering.coverage import Gap, reason_to_decline, refusal
from bot.answering.covering.declining import combine, decline, suggestions
from bot.answering.covering.near_words import prepare_near_words
from bot.answering.covering.subjects import prepare_subjects
from bot.answering.direct.answer import build_direct
from bot.answering.draft import Draft
from bot.answering.extractive import build_extractive, supplement
from bot.answering.grounding import violations
from bot.answering.listing.answer import build_company, build_duties, build_qualifications
from bot.answering.listing.facets import build_training
from bot.answering.matching.answer import build_matching
from bot.answering.occupations.answer import Told, answer_from_classification, asks_for_place
from bot.answering.occupations.finding import RoleFound, find_roles
from bot.answering.occupations.framing import (
    declined,
    framed,
    in_its_language,
    of_no_level,
    which_kind,
)
from bot.answering.occupations.levels import without_level
from bot.answering.occupations.titles import Resolved
from bot.answering.pay.answer import build_salary
from bot.answering.pay.carried import carry_cited
from bot.answering.premises import build_premise
from bot.answering.records import profile_record, record
from bot.answering.scopes import Scope, Scopes
from bot.answering.similarity import SentenceSimilarity
from bot.answering.trace import stage
from bot.answering.traits import build_traits
from bot.dialogue import (
    MAX_QUESTION_CHARACTERS,
    NearestPrototypes,
    Question,
    clean,
    role_names,
    understand,
    written_out,
)
from bot.domain import Answer, Intent, Message, Source
from bot.errors import IndexMismatchError
from bot.german import Repair, content_words
from bot.index.encoder import WordEncoder, load_encoder
from bot.index.relevance import relevance_score
from bot.index.search import Hit
from bot.index.view import Index, IndexView
from bot.knowledge.esco.notice import is_occupation, notices_for
from bot.knowledge.roles import RoleCatalogue
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
    "career": (build_training, build_career),
    "comparison": (build_comparison,),
    "matching": (build_matching,),
    "other": (build_comparison, build_career, build_company),
}
"""What answers a question of each intent; where it can't, sentences found by search do."""


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
        self._threshold = threshold if default else -math.inf
        self._meaning = NearestPrototypes(encoder.encode_questions) if default else None
        self._generative = generative
        self._similarity = SentenceSimilarity(encoder)
        self._refused: IndexView | None = None
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

    def profile_records(self) -> dict[str, dict[str, Any]]:
        """Profiles of the articles' roles with their citations, as plain JSON types, by id."""
        scopes = self._current()
        return {key: profile_record(p, scopes.view) for key, p in scopes.profiles.items()}

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
        question = self._understood(text, history, scopes)
        question = replace(question, original=original or question.original)
        gap = refusal(question)
        if gap is not None:
            return question, _declined(question, gap, scopes.articles)
        if len(question.parts) > 1:
            parts = [
                (part, self._single(self._understood(part, (), scopes), scopes))
                for part in question.parts
            ]
            answer = combine(question, parts)
        else:
            answer = self._single(question, scopes)
        with stage("checks"):
            broken = violations(answer, scopes.view.sources)
        if not broken:
            return question, answer
        log.error("answer dropped, invariants broken: %s", "; ".join(broken))
        return question, _declined(question, NOTHING_FOUND, scopes.articles)

    def _understood(self, text: str, history: Sequence[Message], scopes: Scopes) -> Question:
        """The question as the articles' roles read it, unless it names an occupation.

        What is several questions in one, they tell in any case.
        """
        with stage("understanding"):
            plain = understand(text, history, scopes.articles.catalogue, self._meaning)
        if not scopes.catalogue.occupations:
            return plain
        with stage("understanding"):
            read = understand(text, history, scopes.catalogue, self._meaning)
        if not scopes.occupations_of(read.roles):
            return plain
        same = read.standalone == plain.standalone
        return replace(read, parts=plain.parts) if same and plain.parts else read

    def _single(self, question: Question, scopes: Scopes) -> Answer:
        """The answer to one question: from the articles where they can, else from occupations."""
        named = scopes.occupations_of(question.roles)
        plain = self._as_articles_read(question, scopes) if named else question
        answer = None
        if not named or plain.roles or plain.unknown_roles:
            # Who asks about an occupation may find it in the articles, too.
            answer = self._from(plain, scopes.articles)
            if answer.status == "answered" or not scopes.catalogue.occupations:
                return answer
        levelled = None if plain.roles else self._without_level(question, scopes)
        if levelled is not None:
            return levelled
        if named:
            return self._from_occupations(question, (), scopes)
        assert answer is not None
        return answer if plain.roles else self._by_title(plain, scopes) or answer

    def _without_level(self, question: Question, scopes: Scopes) -> Answer | None:
        """The answer about the occupation before whose title a level stands."""
        plain = without_level(question.standalone, scopes.catalogue.occupations)
        if plain is None:
            return None
        read = understand(plain.text, (), scopes.catalogue, self._meaning)
        read = replace(read, original=question.original)
        if scopes.occupations_of(read.roles):
            answer: Answer | None = self._from_occupations(read, (), scopes)
        else:
            answer = self._by_title(read, scopes) if read.unknown_roles else None
        return answer and of_no_level(answer, question, plain.level)

    def _by_title(self, question: Question, scopes: Scopes) -> Answer | None:
        """The answer about the occupations that misspelt or unknown titles mean."""
        titles = question.unknown_roles
        if not titles:
            return self._by_repair(question, scopes)
        resolved = scopes.titles.resolve_all(titles, question)
        if not resolved:
            kinds = scopes.titles.kinds_of(titles[0]) if len(titles) == 1 else ()
            return which_kind(question, titles[0], kinds)
        catalogue = scopes.catalogue.also({r.typed: r.role_id for r in resolved})
        read = understand(question.standalone, (), catalogue, self._meaning)
        if not scopes.occupations_of(read.roles):
            return None
        read = replace(read, original=question.original)
        return self._from_occupations(read, resolved, scopes)

    def _by_repair(self, question: Question, scopes: Scopes) -> Answer | None:
        """The answer about an occupation whose misspelt name wasn't taken for a title."""
        mended = scopes.titles.repaired(question.standalone)
        if not mended.changes:
            return None
        read = understand(mended.text, (), scopes.catalogue, self._meaning)
        if not scopes.occupations_of(read.roles):
            return None
        return self._from_occupations(replace(read, original=question.original), (), scopes)

    def _as_articles_read(self, question: Question, scopes: Scopes) -> Question:
        read = understand(question.standalone, (), scopes.articles.catalogue, self._meaning)
        return replace(read, original=question.original)

    def _from(self, question: Question, scope: Scope) -> Answer:
        """The answer that a scope's sources give."""
        context, relevance = self._context(question, scope)
        draft = Draft(scope.view)
        # A false claim may be all that a question holds that the sources don't know.
        if build_premise(context, draft):
            supplement(context, draft)
            return _finished(context, draft, scope)
        # No source says "schüchtern", and yet they tell how one has to appear.
        if build_traits(context, draft):
            return _finished(context, draft, scope)
        gap = reason_to_decline(context, relevance, self._threshold, scope.searcher.vocabulary)
        if gap is not None:
            return _declined(question, gap, scope)
        for build in (build_direct, *BUILDERS.get(question.intent, ())):
            if build(context, draft):
                supplement(context, draft)
                return _finished(context, draft, scope)
        if build_extractive(context, draft):
            return _finished(context, draft, scope)
        return _declined(question, NOTHING_FOUND, scope)

    def _from_occupations(
        self, question: Question, resolved: Sequence[Resolved], scopes: Scopes
    ) -> Answer:
        """The answer that the named occupations give, with the articles where a role is theirs."""
        question = in_its_language(question, scopes.catalogue)
        scope = scopes.of_roles(question.roles, resolved, listings=asks_for_place(question))
        told = Told(None)
        if len(scopes.occupations_of(question.roles)) < len(question.roles):
            answer = self._from(question, scope)
        else:
            context, _ = self._context(question, scope)
            draft = Draft(scopes.view)
            told = answer_from_classification(
                context, draft, lambda: scopes.paths, scope.searcher.vocabulary
            )
            if told.gap is not None:
                return declined(question, told.gap, resolved, scopes)
            answer = replace(_answered(question, draft, scope), career=told.career)
        return framed(answer, question, resolved, scopes)

    def _context(self, question: Question, scope: Scope) -> tuple[Context, float]:
        """What a scope's sources hold for a question, and how relevant the best of it is."""
        searcher = scope.searcher
        with stage("search"):
            written = written_out(question.standalone, scope.catalogue)
            spelt = searcher.spelt(written)
            read = self._similarity.question(spelt)
            hits = searcher.hits(written, read.whole, limit=PASSAGES)
        context = Context(
            question,
            scope.view,
            scope.catalogue,
            scope.profiles,
            hits,
            read.whole,
            spelt,
            read.words,
            scope.evidence,
            self._similarity,
        )
        return context, relevance_score(scope.view, spelt, read.whole, hits)

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
        if view is not self._scopes.view and view is not self._refused:
            try:
                view.identity.require(self._encoder.identity)
            except IndexMismatchError as error:
                # Somebody rebuilt it for another encoder: the version in hand still answers.
                log.error("serving the old version: %s", error.log)
                self._refused = view
                return self._scopes
            self._scopes = Scopes(view, self._encoder, self._cache)
        return self._scopes


def _finished(context: Context, draft: Draft, scope: Scope) -> Answer:
    """What a draft says, with the figures of pay whose sentences it cites."""
    carry_cited(context, draft)
    return _answered(context.question, draft, scope)


def _answered(question: Question, draft: Draft, scope: Scope) -> Answer:
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
        suggestions=suggestions(question, scope.catalogue, scope.profiles),
        warnings=notices_for((c.source for c in draft.citations), question.language),
    )


def _declined(question: Question, gap: Gap, scope: Scope) -> Answer:
    return decline(question, gap, scope.catalogue, scope.topics, scope.profiles)


def _searched_for(question: Question) -> str:
    """Tells the visitor what was searched where typed words were taken for misspelt ones."""
    shown = textwrap.shorten(question.standalone, MAX_SHOWN_CHARACTERS, placeholder=" …")
    return texts.SEARCHED_FOR[question.language].format(question=shown)
