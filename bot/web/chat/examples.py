"""Questions to begin with, where there is no conversation yet."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import texts as answer_texts
from bot.errors import LotseError
from bot.knowledge.roles import Role
from bot.web.parts.texts import Texts
from bot.web.service import Service


def examples(service: Service, texts: Texts, role: str = "") -> list[str]:
    """Questions that the articles at hand answer; none where they can't be read.

    Args:
        service: whose articles.
        texts: tells the language.
        role: id or label of the role that they are about; what no article is about counts as none.
    """
    try:
        roles = service.assistant.catalogue.roles
    except LotseError:
        return []
    labels = [one.preferred_label for one in _about(role, roles) or roles[:2]]
    if not labels:
        return []
    first, last = labels[0], labels[-1]
    asked = answer_texts.SUGGESTIONS[texts.language]
    made = [
        asked["duties"].format(role=first),
        asked["salary"].format(role=last),
        asked["qualifications"].format(role=last),
        asked["career"].format(role=last),
    ]
    if first != last:
        comparison = answer_texts.COMPARISON_SUGGESTION[texts.language]
        made.append(comparison.format(first=first, second=last))
    return made


def _about(asked: str, roles: Sequence[Role]) -> list[Role]:
    wanted = asked.strip().casefold()
    return [
        role for role in roles if wanted in (role.id.casefold(), role.preferred_label.casefold())
    ][:1]
