"""Whether the sources can answer a question at all, and why not.

A question is declined when a noun that makes it particular is unknown to the corpus, or when
it names no role and its relevance (meaning, letters and words together) lies below the working
point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue import Question
from bot.domain import Reason
from bot.german import QUESTION_FILLERS, Vocabulary, fold, words
from bot.index.keyword import KeywordIndex
from bot.index.search import Hit
from bot.knowledge.topics import is_topical

_YEAR = re.compile(r"(?:19|20)\d\d")

MIN_KNOWN_SHARE = 0.5
"""Share of the particular words that the corpus must know; below it the subject is foreign."""

MIN_COSINE_IN_ENGLISH = 0.79
"""English questions share no words with German sources: only their meaning counts. E5 cosines
are compressed: questions about the five articles lie above, foreign ones below."""


def reason_to_decline(
    question: Question,
    hits: Sequence[Hit],
    relevance: float,
    threshold: float,
    keywords: KeywordIndex,
    vocabulary: Vocabulary,
) -> Reason | None:
    """None where an answer may be tried, else the contract's reason.

    Args:
        question: what is asked.
        hits: what was found for it.
        relevance: ``relevance_score`` of the hits.
        threshold: the working point, minus infinity to let words alone decide.
        keywords: the corpus's words, by stem.
        vocabulary: the corpus's words, as written.
    """
    if not hits or not words(question.standalone):
        return "off_topic"
    if question.intent == "matching":  # needs a person's profile, which no source holds
        return "not_in_sources"
    about_work = bool(question.roles) or question.intent != "other"
    foreign: Reason = "not_in_sources" if about_work else "off_topic"
    if _asks_beyond(question, relevance < threshold, keywords, vocabulary):
        return foreign
    if question.roles:
        return None
    if not question.focus and not about_work:
        return "off_topic"
    if question.language == "en":
        near = max(hit.window_cosine for hit in hits) >= MIN_COSINE_IN_ENGLISH
        return None if near else foreign
    return None if relevance >= threshold else foreign


def _asks_beyond(
    question: Question, far: bool, keywords: KeywordIndex, vocabulary: Vocabulary
) -> bool:
    """Whether words of the question show that it goes beyond the corpus.

    A year or a noun that the corpus doesn't know, or nothing but unknown words; with ``far``
    hits, also mostly unknown ones.
    """
    if any(_YEAR.fullmatch(word) and not keywords.knows(word) for word in question.focus):
        return True
    if question.language != "de" or not question.focus:
        return False
    unknown = [word for word in question.focus if not (keywords.knows(word) or is_topical(word))]
    if any(
        _is_noun(word, question.standalone)
        and (word in unknown or _is_foreign_noun(word, keywords, vocabulary))
        for word in question.focus
    ):
        return True
    if len(unknown) == len(question.focus) and question.intent == "other":
        return True
    return far and len(unknown) / len(question.focus) > 1 - MIN_KNOWN_SHARE


def _is_foreign_noun(word: str, keywords: KeywordIndex, vocabulary: Vocabulary) -> bool:
    """A noun of which the corpus knows no more than a verb with the same stem."""
    return not (is_topical(word) or keywords.parts(word) or vocabulary.has_noun(word))


def _is_noun(folded: str, question: str) -> bool:
    """Whether a word of the question is a noun.

    German writes nouns with a capital. Where nothing but the start is a capital, the word
    behind an article that nothing follows is one, and so is any word at the end.
    """
    tokens = re.findall(r"[\w-]+", question)
    with_capitals = any(token[:1].isupper() for token in tokens[1:])
    for position, token in enumerate(tokens):
        if folded not in words(token):
            continue
        if with_capitals:
            return token[:1].isupper() and position > 0
        following = tokens[position + 1 : position + 2]
        return not following or fold(following[0]) in QUESTION_FILLERS
    return False
