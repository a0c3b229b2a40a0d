"""A question as it is understood: what every answer is made from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from bot.dialogue.language import Language
from bot.domain import Intent
from bot.facts import Seniority

MAX_QUESTION_CHARACTERS = 2_000

Kind = Literal["open", "yes_no", "how_many", "how_long", "how_much", "when", "why"]
Request = Literal[
    "information", "instruction", "legal_advice", "promise", "insult", "decision", "writing"
]
Claim = Literal["pays_more", "more", "requires", "not_required", "same", "states"]


@dataclass(frozen=True, slots=True)
class Premise:
    """A claim that a question takes for granted, or asks to confirm ("Stimmt es, dass …").

    Attributes:
        kind: "pays_more" and "more": ``subject`` is paid more, has or does more, than ``other``;
            "requires" and "not_required": what ``about`` names is a must, or isn't, for
            ``subject``; "same": both are alike; "states": any other claim about ``subject``.
        subject: id of the role it is about.
        other: id of the role it is compared with.
        about: folded words of what is claimed, without roles.
    """

    kind: Claim
    subject: str
    other: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        original: as typed, without control characters.
        standalone: understandable without the history.
        intent: the contract's intent.
        roles: ids of the roles it names, in order, without repeats.
        seniority: the one level it names, else None.
        focus: folded content words beside roles and intent: what exactly is wanted.
        wants_figure: it asks how much, how many, how long.
        counted: the folded noun behind "wie viele", else None.
        language: of the question; answers are framed in it.
        country: ISO 3166 code of the one country it names; None where it names several.
        year: the year it names.
        branch: the line of business it names, folded, without "Branche" or "Industrie".
        kind: what form of answer it wants.
        unknown_roles: job titles it names that the catalogue doesn't know, as typed.
        request: anything but "information" is refused.
        parts: single stand-alone questions where it asks several things, else empty.
        premise: a claim about a role that it makes.
        enters: it asks, yes or no, whether somebody can become what its one role is.
    """

    original: str
    standalone: str
    intent: Intent
    roles: tuple[str, ...]
    seniority: Seniority | None
    focus: tuple[str, ...]
    wants_figure: bool
    counted: str | None
    language: Language
    country: str | None = None
    year: int | None = None
    branch: str | None = None
    kind: Kind = "open"
    unknown_roles: tuple[str, ...] = ()
    request: Request = "information"
    parts: tuple[str, ...] = ()
    premise: Premise | None = None
    enters: bool = False


def clean(text: str) -> str:
    """``text`` on one line, cut to length, without control and invisible characters."""
    visible = "".join(
        " " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c
        for c in text[:MAX_QUESTION_CHARACTERS]
        if unicodedata.category(c) != "Cf"
    )
    return re.sub(r"\s+", " ", visible).strip()
