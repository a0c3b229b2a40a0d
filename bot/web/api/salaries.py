"""``GET /api/v1/salaries``: what the sources state of pay in a role, as JSON, HTML or CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request, Response

from bot.answering import texts as answer_texts
from bot.dialogue.language import Language
from bot.web.api.accept import JSON, asked_form
from bot.web.edge.language import asked_language
from bot.web.edge.problem_texts import NO_ROLE
from bot.web.edge.problems import Refusal
from bot.web.rooms.role_room import ENDPOINTS
from bot.web.rooms.role_room_texts import SALARY
from bot.web.rooms.salary_choice import UNSTATED, PayChoice, RolePay, role_pay
from bot.web.rooms.salary_page import salary_page
from bot.web.rooms.salary_texts import SALARY_TEXTS
from bot.web.service import Service
from bot.writing.sheets import csv_bytes

CSV: Final = "text/csv"
HTML: Final = "text/html"
SALARIES: Final = ENDPOINTS[SALARY]
MAX_ID_CHARACTERS: Final = 300


def add_salaries(router: APIRouter, service: Service) -> None:
    """Adds the route."""

    @router.get(
        SALARIES,
        responses={200: {"content": {HTML: {}, CSV: {}}, "description": "Pay figures"}},
    )
    def salaries(
        request: Request,
        role: Annotated[str, Query(max_length=MAX_ID_CHARACTERS)],
        country: Annotated[str | None, Query(pattern=rf"^([A-Z]{{2}}|{UNSTATED})?$")] = None,
        seniority: Literal["junior", "mid", "senior", "lead", "none", ""] | None = None,
        year: Annotated[str | None, Query(pattern=rf"^(\d{{4}}|{UNSTATED})?$")] = None,
        source: Annotated[str | None, Query(max_length=MAX_ID_CHARACTERS)] = None,
    ) -> Response:
        """What the sources state of pay in a role; ``none`` chooses what they leave unstated.

        Figures are the contract's, the newest first, never averaged. ``count`` is how many
        statements they make: what a source says twice counts once. ``options`` has what can be
        chosen and how many statements each leaves.
        """
        choice = PayChoice(country or None, seniority or None, year or None, source or None)
        language = asked_language(request.scope)
        found = pay_of(service, role, choice, language)
        if found is None:
            raise Refusal(404, NO_ROLE)
        form = asked_form(request, _FORMS)
        headers = {}
        if form == CSV:
            name = "".join(c for c in found.role_id if c.isascii() and (c.isalnum() or c in "-_"))
            headers["content-disposition"] = f'attachment; filename="gehalt-{name}.csv"'
        content = _FORMS[form](found, language)
        kind = form if form == JSON else f"{form}; charset=utf-8"
        return Response(content, media_type=kind, headers=headers)


def pay_of(service: Service, role_id: str, choice: PayChoice, language: Language) -> RolePay | None:
    """The figures of a role that are chosen; None where there is no such role.

    Raises:
        LotseError: the index can't be read now.
    """
    profile = service.assistant.role_record(role_id)
    if profile is None:
        return None
    return role_pay(profile, choice, service.assistant.sources, language)


def salaries_json(pay: RolePay) -> dict[str, Any]:
    """As the interface gives it, plain JSON types."""
    return {
        "role": {"id": pay.role_id, "label": pay.label},
        "count": len(pay.rows),
        "total": pay.total,
        "options": {key: [asdict(one) for one in made] for key, made in pay.options.items()},
        "salary": list(pay.salary),
    } | ({"notices": list(pay.notices)} if pay.notices else {})


def salaries_csv(pay: RolePay, language: Language) -> bytes:
    """A line for each figure, with its quote and source; cells that no spreadsheet runs."""
    columns = SALARY_TEXTS[language].columns
    lines = [[_cell(record, pay, name, language) for name in columns] for record in pay.salary]
    return csv_bytes([list(columns.values()), *lines, *([notice] for notice in pay.notices)])


def _cell(record: Mapping[str, Any], pay: RolePay, name: str, language: Language) -> str:
    citation = record["citation"]
    if name == "role":
        return pay.label
    if name == "quote":
        return str(citation["quote"])
    if name in ("title", "publisher", "published", "url"):
        return citation["source"][name] or ""
    value = record[name]
    if value is None:
        return ""
    if isinstance(value, float):
        plain = f"{value:.2f}".removesuffix(".00")
        return plain.replace(".", ",") if language == "de" else plain
    words: Mapping[object, str] = _WORDS[language].get(name, {})
    return words.get(value, str(value))


_WORDS: Final[Mapping[Language, Mapping[str, Mapping[Any, str]]]] = {
    language: {
        "seniority": answer_texts.PAY_LEVELS[language],
        "period": answer_texts.PAY_PERIODS[language],
        "gross": answer_texts.PAY_GROSS[language],
        "includes_variable": answer_texts.PAY_VARIABLE[language],
        "country": answer_texts.COUNTRIES[language],
        **SALARY_TEXTS[language].values,
    }
    for language in SALARY_TEXTS
}


def _json(pay: RolePay, _: Language) -> bytes:
    return json.dumps(salaries_json(pay), ensure_ascii=False).encode()


_FORMS: Final[Mapping[str, Callable[[RolePay, Language], bytes]]] = {
    JSON: _json,
    HTML: lambda pay, language: salary_page(pay, language).encode(),
    CSV: salaries_csv,
}
