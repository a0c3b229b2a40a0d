"""From a question that stands alone to an answer out of one scope's sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answering.careers.answer import build_career
from bot.answering.careers.entering import build_entering
from bot.answering.comparing.answer import build_comparison
from bot.answering.context import Context
from bot.answering.covering.coverage import Gap, reason_to_decline
from bot.answering.covering.declining import decline, suggestions
from bot.answering.direct.answer import build_direct
from bot.answering.draft import Draft
from bot.answering.extractive import build_extractive, supplement
from bot.answering.listing.answer import build_company, build_duties, build_qualifications
from bot.answering.listing.facets import build_training
from bot.answering.matching.answer import build_matching
from bot.answering.pay.answer import build_salary
from bot.answering.pay.carried import carry_cited
from bot.answering.premises import build_premise
from bot.answering.records import record
from bot.answering.scopes import Scope
from bot.answering.similarity import SentenceSimilarity
from bot.answering.trace import stage
from bot.answering.traits import build_traits
from bot.dialogue import Question, written_out
from bot.domain import Answer, Intent
from bot.index.relevance import relevance_score
from bot.knowledge.esco.notice import notices_for

PASSAGES = 100
"""How many passages are read for an answer; lists and comparisons need breadth."""

NOTHING_FOUND = Gap("not_in_sources", "nothing")

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


class Composer:
    """Composes answers from scopes. Safe to share between threads.

    Args:
        similarity: likeness of sentences to questions.
        threshold: relevance from which a question is answered.
    """

    def __init__(self, similarity: SentenceSimilarity, threshold: float) -> None:
        self._similarity = similarity
        self._threshold = threshold

    def answer(self, question: Question, scope: Scope) -> Answer:
        """The answer that a scope's sources give."""
        context, relevance = self.context(question, scope)
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
            return declined(question, gap, scope)
        if build_direct(context, draft):
            supplement(context, draft)
            return _finished(context, draft, scope)
        if build_entering(context, draft):
            return _finished(context, draft, scope)
        for build in BUILDERS.get(question.intent, ()):
            if build(context, draft):
                supplement(context, draft)
                return _finished(context, draft, scope)
        if build_extractive(context, draft):
            return _finished(context, draft, scope)
        return declined(question, NOTHING_FOUND, scope)

    def context(self, question: Question, scope: Scope) -> tuple[Context, float]:
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


def _finished(context: Context, draft: Draft, scope: Scope) -> Answer:
    """What a draft says, with the figures of pay whose sentences it cites."""
    carry_cited(context, draft)
    return answered(context.question, draft, scope)


def answered(question: Question, draft: Draft, scope: Scope) -> Answer:
    """The answer that a draft holds."""
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


def declined(question: Question, gap: Gap, scope: Scope) -> Answer:
    """The refusal for a reason, with what a scope does cover."""
    return decline(question, gap, scope.catalogue, scope.topics, scope.profiles)
