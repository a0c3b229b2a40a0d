"""Figures of pay as records of an answer that cites their sentences."""

from __future__ import annotations

from bot.answering.context import Context
from bot.answering.draft import Draft
from bot.answering.listing.told import without_orders
from bot.answering.pay.choice import fitting
from bot.answering.pay.question import pay_wish


def carry_cited(context: Context, draft: Draft) -> None:
    """Adds the figures of the roles asked about whose sentences a draft on pay cites already.

    So an answer that corrects a claim, or that quotes what search found, carries them too, as far
    as they are of the level, country, period and so on that is asked for.
    """
    question = context.question
    if question.intent != "salary" or draft.salary:
        return
    cited = {(citation.source.id, citation.start) for citation in draft.citations}
    wish = pay_wish(question)
    for role in question.roles:
        if role not in context.profiles or wish.aspect != "figures":
            continue
        pay = fitting(without_orders(context, context.profiles[role]), wish, context)
        if pay is None or pay.computed:
            continue
        draft.salary += [f for f in pay.figures if (f.span.source_id, f.span.start) in cited]
