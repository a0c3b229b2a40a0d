"""``GET /api/v1/careers``: the steps to a role and from it, as JSON or HTML."""

from __future__ import annotations

import json
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, Response

from bot.web.api.accept import JSON, asked_form
from bot.web.edge.language import asked_language
from bot.web.edge.problem_texts import NO_ROLE
from bot.web.edge.problems import Refusal
from bot.web.rooms.career_page import career_page
from bot.web.rooms.role_career import RoleCareer, role_career
from bot.web.rooms.role_room import ENDPOINTS
from bot.web.rooms.role_room_texts import CAREER
from bot.web.service import Service

HTML: Final = "text/html"
CAREERS: Final = ENDPOINTS[CAREER]
MAX_ID_CHARACTERS: Final = 300


def add_careers(router: APIRouter, service: Service) -> None:
    """Adds the route."""

    @router.get(CAREERS, responses={200: {"content": {HTML: {}}, "description": "Career steps"}})
    def careers(
        request: Request, role: Annotated[str, Query(max_length=MAX_ID_CHARACTERS)]
    ) -> Response:
        """The steps that sources name to a role and from it, each with its citation.

        Where no source names any and the role is an occupation of a classification, the nearest
        occupations follow as steps with ``computed``: no source tells of those.
        """
        profile = service.assistant.role_record(role)
        if profile is None:
            raise Refusal(404, NO_ROLE)
        language = asked_language(request.scope)
        found = role_career(profile, service.index.view(), language)
        if asked_form(request, (JSON, HTML)) == HTML:
            page = career_page(found, language)
            return Response(page, media_type=f"{HTML}; charset=utf-8")
        content = json.dumps(careers_json(found), ensure_ascii=False).encode()
        return Response(content, media_type=JSON)


def careers_json(career: RoleCareer) -> dict[str, Any]:
    """As the interface gives it, plain JSON types."""
    return {
        "role": {"id": career.role_id, "label": career.label},
        "career": list(career.all),
    } | ({"notices": list(career.notices)} if career.notices else {})
