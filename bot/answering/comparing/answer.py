"""Two roles side by side: aspect by aspect, or by what is said alike of both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.careers.question import speaks_of_career
from bot.answering.comparing.aspects import ASPECTS, asked_aspects
from bot.answering.comparing.in_common import counterparts, said_of_both
from bot.answering.comparing.pairs import Row, clearest, core_of, pair_on_focus, pairs_by_aspect
from bot.answering.comparing.pool import Pool, pool_of
from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.list_texts import LIST_TEXTS, ListTexts
from bot.dialogue import Question
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.topics import folded_phrase, is_bare

_COMMON = re.compile(
    r"\bgemeinsam\w*|\bahnlich\w*|\bgleich\b|\bgleiche\w*|\bcommon\b|\balike\b|\bsimilar\w*|"
    r"\bubereinstimm\w*|\boverlap\w*|\bshare\b"
)
_NOT_ASKED = frozenset(
    "rollen rolle beiden jobs berufe wer hat mehr grosste wichtigste haupt main most both "
    "between roles role das die tabelle kurz who has more".split()
)


def build_comparison(context: Context, draft: Draft) -> bool:
    """Two roles side by side.

    Sentences that set them apart come first, then for each aspect the best sentence about each.
    A question about one aspect gets that alone; one about what they share gets what is said
    alike of both.

    Returns:
        Whether it answered; else the draft is as it was.
    """
    question = context.question
    profiles = _compared(context)
    if profiles is None or not _is_side_by_side(question):
        return False
    pool = pool_of(context, profiles)
    texts = LIST_TEXTS[question.language]
    names = [escape(profile.role.preferred_label) for profile in profiles]
    if _COMMON.search(folded_phrase(question.standalone)):
        return _write_in_common(context, draft, pool, names, texts)
    focus = _focus(question)
    terms = frozenset(context.evidence.keywords.terms(" ".join(focus)))
    asked = asked_aspects(focus, terms, folded_phrase(question.standalone))
    if asked:
        core = []
        rows = pair_on_focus(context, pool, asked)
    else:
        core = core_of(context, pool)
        rows = clearest(pairs_by_aspect(context, pool, ASPECTS, core))
    if not rows and not core:
        return False
    first, second = names
    if asked:  # the first sentence is the answer: a heading says what it is about
        known = [texts.aspects[aspect.id] for aspect in asked if aspect.pattern is not None]
        draft.heading(", ".join([*known[:1], f"{first} – {second}"]))
    elif core:
        draft.say(draft.quote(core[0].span))
        for told in core[1:]:
            draft.item(told.span)
    if not asked:
        draft.say(texts.comparison.format(first=first, second=second))
    for row in rows:
        _write_row(draft, row, names, texts, headed=not asked)
    return True


def _is_side_by_side(question: Question) -> bool:
    """Whether a question sets roles side by side, rather than asking for a reason or a way."""
    if question.kind in {"yes_no", "why", "when"} or question.premise:
        return False
    return question.intent not in {"other", "career"} or not speaks_of_career(question)


def _compared(context: Context) -> tuple[RoleProfile, RoleProfile] | None:
    roles = context.question.roles or tuple(context.profiles)
    known = [context.profiles[role] for role in roles if role in context.profiles]
    if len(known) != 2 or context.question.unknown_roles:
        return None
    return known[0], known[1]


def _focus(question: Question) -> list[str]:
    return [w for w in question.focus if w not in _NOT_ASKED and not is_bare(w)]


def _write_row(
    draft: Draft, row: Row, names: Sequence[str], texts: ListTexts, *, headed: bool
) -> None:
    if headed:
        draft.heading(texts.aspects[row.aspect.id])
    for told in row.both:
        draft.item(told.span)
    if row.both and row.one is None and row.other is None:
        return
    for name, best in zip(names, (row.one, row.other), strict=True):
        if best is None:
            draft.lines.append(f"- {texts.untold.format(role=name)}")
        else:
            draft.lines.append(f"- **{name}:** {draft.quote(best.span)}")


def _write_in_common(
    context: Context, draft: Draft, pool: Pool, names: Sequence[str], texts: ListTexts
) -> bool:
    """What is said of both at once, then pairs that say alike of each."""
    shared, pairs = said_of_both(context, pool), counterparts(context, pool)
    if not shared and not pairs:
        return False
    draft.say(texts.in_common.format(first=names[0], second=names[1]))
    for told in shared:
        draft.item(told.span)
    for pair in pairs:
        for name, told in zip(names, pair, strict=True):
            draft.lines.append(f"- **{name}:** {draft.quote(told.span)}")
    return True
