"""Whether the sources can answer a question at all, and why not.

A simple rule: a question is declined when the words that make it particular are unknown to
the corpus, or when neither a role nor a topic nor its words connect it to the corpus.
"""

from __future__ import annotations

from bot.dialogue import Question
from bot.domain import Reason
from bot.german import words
from bot.index.keyword import KeywordIndex
from bot.index.search import Hit

MIN_KNOWN_SHARE = 0.6
"""Share of the particular words that the corpus must know; below it the subject is foreign."""

MIN_COSINE_WITHOUT_ROLE = 0.84
"""E5 cosines are compressed: own questions lie around .90, foreign ones around .82 (FACTS)."""


def reason_to_decline(question: Question, hits: list[Hit], keywords: KeywordIndex) -> Reason | None:
    """None where an answer may be tried, else the contract's reason."""
    if not hits or not words(question.standalone):
        return "off_topic"
    anchored = bool(question.roles)
    about_work = anchored or question.intent != "other"
    known = [word for word in question.focus if keywords.knows(word)]
    share = len(known) / len(question.focus) if question.focus else 1.0
    if question.language == "de" and share < 1 and _names_something_unknown(question, keywords):
        return "not_in_sources" if about_work else "off_topic"
    if question.language == "de" and share < MIN_KNOWN_SHARE:
        return "not_in_sources" if about_work else "off_topic"
    if anchored:
        return None
    if not question.focus and question.intent == "other":
        return "off_topic"
    if max(hit.cosine for hit in hits) < MIN_COSINE_WITHOUT_ROLE:
        return "not_in_sources" if about_work else "off_topic"
    return None


def _names_something_unknown(question: Question, keywords: KeywordIndex) -> bool:
    """A noun that the corpus doesn't know; German writes nouns with a capital.

    Where the whole question is in lower case nothing tells nouns apart, and only the share
    of known words decides.
    """
    tokens = question.standalone.split()
    for position, token in enumerate(tokens):
        parts = words(token)
        if position and token[:1].isupper() and not token.isupper():
            unknown = [w for w in parts if w in question.focus and not keywords.knows(w)]
            if unknown:
                return True
        if token.isupper() and len(token) > 1 and position:
            if any(w in question.focus and not keywords.knows(w) for w in parts):
                return True
    return False
