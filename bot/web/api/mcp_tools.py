"""What assistants that speak the Model Context Protocol can have done here.

Each tool takes the same way as its route of the HTTP interface. Texts for models are English,
what the tools return is as everywhere: German, or in the question's language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from bot.access.scopes import Door, door_of
from bot.answering.occupations.finding import MOST
from bot.domain import Message
from bot.errors import LotseError
from bot.matching.export import to_markdown
from bot.matching.reading import profile_of_text
from bot.matching.reading.documents import LIMITS
from bot.matching.session import MOST_ROLES, today
from bot.web.api import schemas
from bot.web.api.answers import QuestionBody
from bot.web.api.completions import with_sources
from bot.web.api.role_list import MAX_TITLE_CHARACTERS, found_roles
from bot.web.api.salaries import MAX_ID_CHARACTERS, pay_of, salaries_json
from bot.web.edge.guard import PROFILES
from bot.web.edge.language import current
from bot.web.edge.problem_texts import NO_PROFILE, NO_ROLE
from bot.web.rooms.salary_choice import PayChoice
from bot.web.service import Service


class _Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AskArguments(QuestionBody):
    """A question with the conversation before it."""

    model_config = ConfigDict(extra="forbid")


class FindArguments(_Arguments):
    """A job title."""

    title: str = Field(
        min_length=1,
        max_length=MAX_TITLE_CHARACTERS,
        description="Job title or a part of one, German or English",
        examples=["Key Account Manager"],
    )
    limit: int = Field(10, ge=1, le=MOST)


_RoleId = Annotated[
    str,
    Field(
        min_length=1,
        max_length=MAX_ID_CHARACTERS,
        description="Id of a role, as find_roles gives it",
        examples=["key-account-manager"],
    ),
]


class RoleArguments(_Arguments):
    """A role."""

    role: _RoleId


class SalaryArguments(_Arguments):
    """A role, and which figures of it are wanted."""

    role: _RoleId
    country: str | None = Field(None, pattern="^[A-Z]{2}$", description='ISO 3166, such as "DE"')
    level: Literal["junior", "mid", "senior", "lead"] | None = None
    year: int | None = Field(None, ge=1900, le=2999)


class ProfileArguments(_Arguments):
    """A profile, and which roles it is held against."""

    text: str = Field(
        min_length=1,
        max_length=LIMITS.max_text_chars,
        description="The profile or CV as plain text; leave out name, address, date of birth",
    )
    role: str | None = Field(
        None, max_length=MAX_ID_CHARACTERS, description="Id or name of one role; else the likeliest"
    )
    limit: int = Field(3, ge=1, le=MOST_ROLES, description="How many roles, where none is named")
    language: Literal["de", "en"] = "de"


@dataclass(frozen=True, slots=True)
class Told:
    """What a tool returns: a text to read and the same as plain JSON types."""

    text: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool.

    Attributes:
        arguments: what it takes.
        result: the shape of ``Told.data``.
        call: does it; takes its time and may raise ``LotseError``.
        door: of the route that does the same and asks for more than ``/mcp`` does.
    """

    name: str
    title: str
    description: str
    arguments: type[BaseModel]
    result: type[BaseModel]
    call: Callable[[Service, Any], Told]
    door: Door | None = None


def _ask(service: Service, given: AskArguments) -> Told:
    history = [Message(message.role, message.content) for message in given.history]
    answer = service.answer(given.question, history)
    return Told(with_sources(answer), answer.to_json())


def _find_roles(service: Service, given: FindArguments) -> Told:
    return _as_json({"roles": found_roles(service, given.title, given.limit)})


def _role_profile(service: Service, given: RoleArguments) -> Told:
    found = service.assistant.role_record(given.role)
    if found is None:
        raise _unknown_role()
    return _as_json(found)


def _salaries(service: Service, given: SalaryArguments) -> Told:
    year = None if given.year is None else str(given.year)
    pay = pay_of(service, given.role, PayChoice(given.country, given.level, year), current())
    if pay is None:
        raise _unknown_role()
    return _as_json(salaries_json(pay))


def _match_profile(service: Service, given: ProfileArguments) -> Told:
    if not given.text.strip():
        raise LotseError(NO_PROFILE.de, english=NO_PROFILE.en)
    profile = profile_of_text(given.text, today())
    match = service.desk.match(profile, given.role, None, given.limit, given.language)
    return Told(to_markdown(match), match.to_json())


def _unknown_role() -> LotseError:
    return LotseError(NO_ROLE.de, english=NO_ROLE.en)


def _as_json(data: Mapping[str, Any]) -> Told:
    return Told(json.dumps(data, ensure_ascii=False), data)


_RolesFound = create_model("RolesFound", roles=(list[schemas.RoleMatched], ...))

_ONLY_QUOTES: Final = (
    "Every statement is a verbatim quote of a source, with its number, title, publisher, date "
    "and address; keep the numbers when you pass it on. "
)

TOOLS: Final[tuple[Tool, ...]] = (
    Tool(
        "ask",
        "Ask about jobs and careers",
        "Answers a question about duties, requirements, pay or career steps of a role from "
        "German career articles. " + _ONLY_QUOTES + "A question the sources do not answer is "
        "declined (status “declined”): do not fill that in from elsewhere under this name. "
        "Follow-up questions need the earlier messages in history.",
        AskArguments,
        schemas.AnswerObject,
        _ask,
    ),
    Tool(
        "find_roles",
        "Find roles by title",
        "Finds the roles and occupations that a job title may mean, the likeliest first, with "
        "the ids that the other tools take.",
        FindArguments,
        _RolesFound,
        _find_roles,
    ),
    Tool(
        "role_profile",
        "Profile of a role",
        "Everything the sources state of one role: duties, requirements (essential or "
        "optional), pay, career steps, differences to others. " + _ONLY_QUOTES,
        RoleArguments,
        schemas.RoleRecord,
        _role_profile,
    ),
    Tool(
        "salaries",
        "Pay in a role",
        "The pay figures that the sources state for one role, newest first, each with country, "
        "level, year and quote where stated (null: not stated). They may contradict one another "
        "and are never averaged; do not average them either.",
        SalaryArguments,
        schemas.Salaries,
        _salaries,
    ),
    Tool(
        "match_profile",
        "Hold a profile against roles",
        "Holds a job seeker's own profile against the requirements of roles: what is met, partly "
        "met, missing or not said, with the words it was read from. No score and no advice on "
        "a person; not for choosing among applicants. Privacy: the text is read in memory, "
        "neither kept nor logged; names, contacts and other personal data are taken out as far "
        "as they are recognised. Send it only with the person's consent, and without their name.",
        ProfileArguments,
        schemas.MatchObject,
        _match_profile,
        door_of("POST", PROFILES),
    ),
)
