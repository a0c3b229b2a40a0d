"""The sources' own sentences under short headings: the way that any question can take."""

from __future__ import annotations

from bot.answering import texts
from bot.answering.context import Context
from bot.answering.direct import span_of
from bot.answering.draft import Draft
from bot.answering.selection import select


def build_extractive(context: Context, draft: Draft) -> bool:
    """Quotes the sentences that fit best, each with its marker; False where none does."""
    question = context.question
    groups = select(question, context.scored)
    if not groups:
        return False
    only = groups[0].role_id if len(groups) == 1 else None
    label = context.catalogue.get(only).preferred_label if only else ""
    topics = texts.TOPIC_NAMES[question.language]
    topic = "" if question.intent == "other" and label else topics[question.intent]
    subject = ": ".join(part for part in (_capital(topic), label) if part)
    draft.say(texts.INTRODUCTION[question.language].format(subject=subject))
    for group in groups:
        if len(groups) > 1 and group.role_id:
            draft.heading(context.catalogue.get(group.role_id).preferred_label)
        for evidence in group.evidence:
            draft.item(span_of(evidence))
    return True


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
