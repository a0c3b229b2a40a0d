"""Whether the sources can answer a question at all, and why not.

A simple rule: a question is declined when a noun that makes it particular is unknown to the
corpus, or when neither role nor topic nor words connect it to the corpus.
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

MIN_COSINE = 0.79
"""E5 cosines are compressed: questions about the five articles lie above, foreign ones below."""

MIN_COSINE_FOR_UNKNOWN_WORDS = 0.84
"""Close enough in meaning for words that the corpus doesn't use."""


def reason_to_decline(
    question: Question, hits: Sequence[Hit], keywords: KeywordIndex, vocabulary: Vocabulary
) -> Reason | None:
    """None where an answer may be tried, else the contract's reason."""
    if not hits or not words(question.standalone):
        return "off_topic"
    if question.intent == "matching":  # needs a person's profile, which no source holds
        return "not_in_sources"
    about_work = bool(question.roles) or question.intent != "other"
    foreign: Reason = "not_in_sources" if about_work else "off_topic"
    best = max(hit.cosine for hit in hits)
    if any(_YEAR.fullmatch(word) and not keywords.knows(word) for word in question.focus):
        return foreign
    if question.language == "de":
        unknown = [
            word for word in question.focus if not (keywords.knows(word) or is_topical(word))
        ]
        if any(
            _is_noun(word, question.standalone)
            and (word in unknown or _is_foreign_noun(word, keywords, vocabulary))
            for word in question.focus
        ):
            return foreign
        if unknown and len(unknown) == len(question.focus) and question.intent == "other":
            return foreign
        share = len(unknown) / len(question.focus) if question.focus else 0.0
        if share > 1 - MIN_KNOWN_SHARE and best < MIN_COSINE_FOR_UNKNOWN_WORDS:
            return foreign
    if question.roles:
        return None
    if not question.focus and not about_work:
        return "off_topic"
    return None if best >= MIN_COSINE else foreign


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
