"""``POST /api/v1/adverts``: a job advert in, wordings to look at again out; nothing is kept."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from bot.errors import UnreadableError
from bot.screening.adverts import ADVERT_NOTICE, AdvertFinding, check_advert
from bot.screening.adverts.check import MAX_CHARACTERS
from bot.web.edge.guard import ADVERTS
from bot.web.edge.language import HEADER
from bot.web.edge.problems import Refusal


class AdvertBody(BaseModel):
    """A job advert as plain text."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=MAX_CHARACTERS)
    language: Literal["de", "en"] = "de"


class AdvertAnswer(BaseModel):
    """Findings in reading order, what is missing last, and what must be told with them."""

    findings: list[AdvertFinding]
    notice: str


def add_adverts(router: APIRouter) -> None:
    """Adds the route; it needs no setting and nobody's name."""

    @router.post(ADVERTS)
    def adverts(body: AdvertBody, response: Response) -> AdvertAnswer:
        """Wordings of a job advert to look at again, told in German."""
        response.headers[HEADER] = "de"
        try:
            return AdvertAnswer(findings=check_advert(body.text), notice=ADVERT_NOTICE)
        except UnreadableError as error:
            raise Refusal.of(422, error) from error
