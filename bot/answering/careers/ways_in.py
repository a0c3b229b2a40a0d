"""Ways into a role from outside: degrees, apprenticeships, experience, career changers."""

from __future__ import annotations

from bot.answering.context import Context
from bot.answering.listing.themes import Theme, choose, likeness
from bot.answering.listing.told import told_in
from bot.facts import CareerStep


def entries(context: Context, role_id: str) -> list[CareerStep]:
    """Steps into the role from no other role, newest source first."""
    profile = context.profiles.get(role_id)
    return [s for s in profile.career if s.from_role is None] if profile else []


def ways_in(context: Context, role_id: str, most: int) -> list[Theme]:
    """What sources tell of entering the role, entries themselves first.

    Args:
        context: the question.
        role_id: the role.
        most: how many beside the entries.
    """
    profile = context.profiles.get(role_id)
    if profile is None:
        return []
    entered = {entry.span for entry in entries(context, role_id)}
    asks = [r.span for r in profile.requirements if r.kind in {"education", "experience"}]
    told = told_in(context, [*entered, *asks])
    worth = [2.0 if item.span in entered else 1.0 for item in told]
    themes = choose(told, likeness(context, told), most + len(entered), worth)
    return sorted(themes, key=lambda theme: theme.told.span not in entered)
