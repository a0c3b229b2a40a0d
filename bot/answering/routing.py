"""Which sources answer a question: the articles where they can, else the occupations it names.

An occupation may be named as the classification writes it, with a level before it, misspelt, or
by a title that only means it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.composing import Composer, answered
from bot.answering.draft import Draft
from bot.answering.occupations.answer import Told, answer_from_classification, asks_for_place
from bot.answering.occupations.framing import (
    declined,
    framed,
    in_its_language,
    of_no_level,
    which_kind,
)
from bot.answering.occupations.levels import without_level
from bot.answering.occupations.titles import Resolved
from bot.answering.scopes import Scopes
from bot.answering.trace import stage
from bot.dialogue import NearestPrototypes, Question, understand
from bot.domain import Answer, Message


class Router:
    """Reads questions by the roles of articles and occupations, and has them answered.

    Args:
        composer: answers from a scope.
        meaning: tells what is asked where words don't; None with an encoder it wasn't made for.
    """

    def __init__(self, composer: Composer, meaning: NearestPrototypes | None) -> None:
        self._composer = composer
        self._meaning = meaning

    def understood(self, text: str, history: Sequence[Message], scopes: Scopes) -> Question:
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

    def answer(self, question: Question, scopes: Scopes) -> Answer:
        """The answer to one question: from the articles where they can, else from occupations."""
        named = scopes.occupations_of(question.roles)
        plain = self._as_articles_read(question, scopes) if named else question
        answer = None
        if not named or plain.roles or plain.unknown_roles:
            # Who asks about an occupation may find it in the articles, too.
            answer = self._composer.answer(plain, scopes.articles)
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

    def _from_occupations(
        self, question: Question, resolved: Sequence[Resolved], scopes: Scopes
    ) -> Answer:
        """The answer that the named occupations give, with the articles where a role is theirs."""
        question = in_its_language(question, scopes.catalogue)
        scope = scopes.of_roles(question.roles, resolved, listings=asks_for_place(question))
        told = Told(None)
        if len(scopes.occupations_of(question.roles)) < len(question.roles):
            answer = self._composer.answer(question, scope)
        else:
            context, _ = self._composer.context(question, scope)
            draft = Draft(scopes.view)
            told = answer_from_classification(
                context, draft, lambda: scopes.paths, scope.searcher.vocabulary
            )
            if told.gap is not None:
                return declined(question, told.gap, resolved, scopes)
            answer = replace(answered(question, draft, scope), career=told.career)
        return framed(answer, question, resolved, scopes)
