"""Roles looked up by a title, as the HTTP interface and assistants are given them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from bot.answering.occupations.finding import RoleFound
from bot.knowledge.esco.notice import ADAPTED, NOTICE
from bot.web.edge.language import current
from bot.web.service import Service

MAX_TITLE_CHARACTERS: Final = 300


def found_roles(service: Service, title: str, limit: int) -> list[dict[str, Any]]:
    """The likeliest first; what comes from a classification says so, and that it was adapted."""
    return [_found(role) for role in service.assistant.find_roles(title, limit)]


def _found(role: RoleFound) -> dict[str, Any]:
    return asdict(role) | ({"notices": [NOTICE, ADAPTED[current()]]} if role.is_occupation else {})
