"""Shapes of what the HTTP interface returns, made from the types of the house.

They describe and never convert: what is sent is made by the domain's own ``to_json``. Tests hold
real responses against them.
"""

from __future__ import annotations

from dataclasses import fields
from types import GenericAlias
from typing import Any, Final, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, RootModel, create_model
from pydantic.json_schema import SkipJsonSchema

from bot.answering.occupations.finding import RoleFound
from bot.answering.pay.conversion import Converted
from bot.domain import Answer, Citation, Source
from bot.facts import (
    CareerStep,
    Difference,
    Duty,
    NamedFact,
    PayNote,
    Requirement,
    SalaryFigure,
)
from bot.knowledge.profiles import RoleProfile
from bot.matching.career import ComputedLeading
from bot.matching.ranking import LeadingStep, RankedRole
from bot.matching.report import Decision, MatchReport, ProfileQuote
from bot.web.rooms.salary_choice import Dimension

_Fields = tuple[Any, Any]
_SKIPPED: Any = SkipJsonSchema
_create: Any = create_model  # its overloads know no fields from a mapping


def _many(of: Any) -> Any:  # noqa: ANN401 - a type
    return GenericAlias(list, (of,))


def _shape(name: str, of: type, without: tuple[str, ...] = (), **changed: _Fields) -> Any:  # noqa: ANN401 - a model
    """A model with the fields of a dataclass, some left out, changed or added."""
    hints = get_type_hints(of)
    kept = {f.name: (hints[f.name], ...) for f in fields(of) if f.name not in without}
    told = (of.__doc__ or "").partition("\n")[0]
    return _create(name, __doc__=told, **{**kept, **changed})


def _record(name: str, of: type, **more: _Fields) -> Any:  # noqa: ANN401 - a model
    """A fact as the contract's record: its fields, with a citation in place of the span."""
    return _shape(name, of, ("span",), citation=(Citation, ...), **more)


def _perhaps(kind: Any, told: str) -> _Fields:  # noqa: ANN401 - a type
    """A member that may be left out, and is never null."""
    return (kind | _SKIPPED[None], Field(None, description=told))


class ComputedMove(BaseModel):
    """How a career step that no source states was computed."""

    rule: str
    similarity: float
    from_name: str
    to_name: str
    shared: list[str]
    missing: list[str]


_NO_SOURCE_STATES: Final = "Computed by us, no source states it"

SalaryRecord = _record(
    "SalaryRecord", SalaryFigure, computed=_perhaps(Converted, _NO_SOURCE_STATES)
)
CareerRecord = _record(
    "CareerRecord", CareerStep, computed=_perhaps(ComputedMove, _NO_SOURCE_STATES)
)
RequirementRecord = _record("RequirementRecord", Requirement)
_RECORDS: Final = {
    SalaryFigure: SalaryRecord,
    CareerStep: CareerRecord,
    Requirement: RequirementRecord,
    PayNote: _record("PayNoteRecord", PayNote),
    Duty: _record("DutyRecord", Duty),
    NamedFact: _record("NamedRecord", NamedFact),
    Difference: _record("DifferenceRecord", Difference),
}
_KINDS: Final = {
    name: _RECORDS[hint.__args__[0]]
    for name, hint in get_type_hints(RoleProfile).items()
    if name != "role"
}
_NOTICES: Final = _perhaps(list[str], "What must be told where a classification is quoted")

AnswerObject = _shape(
    "AnswerObject", Answer, salary=(_many(SalaryRecord), ...), career=(_many(CareerRecord), ...)
)
CitationObject = _shape("CitationObject", Citation)
SourceSummary = _shape("SourceSummary", Source, ("text", "sections"))
SourceWithText = _shape("SourceWithText", Source, ("sections",))


class _Role(BaseModel):
    id: str
    label: str
    abbreviations: list[str]


RoleSummary = _create(
    "RoleSummary",
    __base__=_Role,
    __doc__="A role that articles are about, with how much they say of it.",
    **{name: (int, ...) for name in _KINDS},
)
RoleRecord = _create(
    "RoleRecord",
    __base__=_Role,
    __doc__="A role or an occupation, each fact with its citation.",
    **{name: (_many(kind), ...) for name, kind in _KINDS.items()},
    notices=_NOTICES,
)
RoleMatched = _shape("RoleMatched", RoleFound, notices=_NOTICES)


class RoleListed(RootModel[RoleSummary | RoleMatched]):  # type: ignore[valid-type]
    """With ``q`` what was found, else a role with how much there is of it."""


class Choice(BaseModel):
    """A value to filter by, and how many figures have it."""

    value: str
    count: int


class RoleName(BaseModel):
    """A role by id and name."""

    id: str
    label: str


Salaries = _create(
    "Salaries",
    __doc__="What the sources state of pay in a role, as far as it was chosen.",
    role=(RoleName, ...),
    count=(int, Field(description="Statements that were chosen")),
    total=(int, Field(description="Statements there are")),
    options=(dict[Dimension, list[Choice]], ...),
    salary=(_many(SalaryRecord), ...),
    notices=_NOTICES,
)

Careers = _create(
    "Careers",
    __doc__="The steps to a role and from it.",
    role=(RoleName, ...),
    career=(_many(CareerRecord), ...),
    notices=_NOTICES,
)

_DECISION: Final = _shape("Decision", Decision, requirement=(RequirementRecord, ...))
_STEP: Final = _shape("LeadingStep", LeadingStep, step=(CareerRecord, ...))
_COMPUTED: Final = _shape("ComputedLeading", ComputedLeading, step=(CareerRecord, ...))
_REPORT: Final = _shape("MatchReport", MatchReport, decisions=(_many(_DECISION), ...))
_MATCHED: Final = _shape(
    "MatchedRole",
    RankedRole,
    to_learn=(_many(_DECISION), ...),
    to_prove=(_many(_DECISION), ...),
    steps=(_many(_STEP), ...),
    computed_steps=(_many(_COMPUTED) | None, ...),
    report=(_REPORT, ...),
    salary=(_many(SalaryRecord), ...),
)


class ProfileRead(BaseModel):
    """The profile as it was read, without who the person is; all its quotes are places in it."""

    text: str
    language: str | None
    today: str
    months_of_work: int | None
    removed: dict[str, int]
    unread: list[ProfileQuote]
    answers_start: int


MatchObject = _create(
    "MatchObject",
    __doc__="A profile held against roles: no score, no recommendation.",
    profile=(ProfileRead, ...),
    roles=(_many(_MATCHED), ...),
    waiting=(bool, ...),
    notices=(list[str], ...),
    index_version=(int, ...),
)


class Readiness(BaseModel):
    """What it answers from."""

    status: Literal["ready"]
    index_version: int
    index_reachable: bool
    encoder: str
    encoder_warm: bool
    sources: int
    passages: int


class FieldError(BaseModel):
    """What in particular is wrong, and where."""

    pointer: str = Field("", description="JSON pointer into the body, as a URI fragment")
    parameter: str = Field("", description="Name of the parameter of the address or header")
    detail: str


class Problem(BaseModel):
    """An RFC 9457 problem object."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "Eine Rolle mit dieser Kennung gibt es nicht.",
                }
            ]
        }
    )

    type: str
    title: str
    status: int
    detail: str = Field("", description="A sentence for people; German or English")
    errors: list[FieldError] = []


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of what is sent."""
    return model.model_json_schema(mode="serialization")
