"""Sentences about a career in a role, those too whose headings alone name it."""

from __future__ import annotations

from bot.answering.context import Context
from bot.answering.listing.told import Told, told_by


def about_career(context: Context, role_id: str) -> list[Told]:
    """Sentences about a career that name the role, themselves or in their headings.

    "Der Weg dauert …" below "Vom Assistenten zum Leiter" tells of both roles.
    """
    told = told_by(
        context,
        (
            evidence
            for hit in context.hits
            for evidence in context.evidence.of(hit.passage)
            if (evidence.section_topics[:1] or evidence.topics[:1]) == ("career",)
        ),
    )
    return [t for t in told if role_id in t.roles or role_id in headed(t, context)]


def headed(told: Told, context: Context) -> set[str | None]:
    """Roles that the headings above a sentence name."""
    return {m.role_id for heading in told.section for m in context.catalogue.mentions(heading)}
