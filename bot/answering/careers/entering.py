"""Whether somebody can get into a role, where no sentence says just that of them.

No source says whether somebody of 45 can still become an account manager. What they do tell are
the ways in, and what the role asks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.asked import asked_in, said
from bot.answering.careers.ways_in import entries, ways_in
from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.list_texts import LIST_TEXTS
from bot.answering.listing.shared import write_themes
from bot.answering.listing.themes import Theme
from bot.answering.matching.answer import build_matching, decided_by_told
from bot.answering.matching.texts import FIT_TEXTS

MOST = 6
MOST_BESIDE = 3
"""Below what the asker tells of themselves, held against the role's demands."""


def build_entering(context: Context, draft: Draft) -> bool:
    """Ways into the one role asked about; first its demands, where what is told meets any.

    Returns:
        Whether it answered; else the draft is as it was.
    """
    question = context.question
    if not question.enters or question.roles[0] not in context.profiles:
        return False
    role_id = question.roles[0]
    themes = ways_in(context, role_id, MOST)
    # What is said of people like the asker comes first.
    about = asked_in(question.standalone, context.evidence.keywords)
    themes.sort(key=lambda theme: -said(about, theme.told.terms))
    if _is_met_in_part(context):
        build_matching(context, draft)
        themes = _untold(themes, draft)[:MOST_BESIDE]
        if themes:
            draft.heading(LIST_TEXTS[question.language].ways_in)
            write_themes(draft, themes)
    elif themes:
        role = escape(context.profiles[role_id].role.preferred_label)
        draft.say(LIST_TEXTS[question.language].ways_in_alone.format(role=role))
        write_themes(draft, themes)
        draft.say(FIT_TEXTS[question.language].page)
    else:
        return False
    shown = {theme.told.span for theme in themes}
    draft.career += [step for step in entries(context, role_id) if step.span in shown]
    return True


def _is_met_in_part(context: Context) -> bool:
    """Whether what the asker tells of themselves meets any demand of the role."""
    compared = decided_by_told(context) or []
    return any(found["met"] or found["partly"] for _, found in compared)


def _untold(themes: Sequence[Theme], draft: Draft) -> list[Theme]:
    cited = {(citation.source.id, citation.start) for citation in draft.citations}
    return [t for t in themes if (t.told.span.source_id, t.told.span.start) not in cited]
