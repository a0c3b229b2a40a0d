"""The frozen types of a match: what a person is shown of a profile held against roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.matching.career import ComputedLeading
from bot.matching.deciding.texts import Language
from bot.matching.profile import Place, Profile
from bot.matching.ranking import RankedRole
from bot.matching.report import MatchReport, ProfileQuote


@dataclass(frozen=True, slots=True)
class StatedPay:
    """What a source says a role is paid.

    Attributes:
        figure: the contract's record of the figure, with its ``citation``.
        amount: in the source's own words.
        about: what it is of, where and when, as far as stated: "Berufseinstieg, Jahr, 2020".
    """

    figure: dict[str, Any]
    amount: str
    about: str


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A profile against one role, with where it stands, what comes next and what it pays.

    Attributes:
        computed: career steps that no source states, to the role; from it where the person is in
            it already. None where nothing can be computed: no classification lists the role.
    """

    ranked: RankedRole
    report: MatchReport
    pay: tuple[StatedPay, ...]
    computed: tuple[ComputedLeading, ...] | None

    def to_json(self) -> dict[str, Any]:
        """The fields of ``RankedRole``, ``computed_steps``, ``report``, records of ``salary``."""
        return {
            **self.ranked.to_json(),
            "computed_steps": (
                None if self.computed is None else [step.to_json() for step in self.computed]
            ),
            "report": self.report.to_json(),
            "salary": [stated.figure for stated in self.pay],
        }


@dataclass(frozen=True, slots=True)
class Match:
    """A profile against roles.

    Attributes:
        profile: without who the person is, with the answers given.
        own_words: where in its text the answers begin; its length where there are none.
        roles: best first; the one asked for alone where one was.
        asked: whether one role was asked for.
        waiting: whether occupations of a classification are still being made ready and left out.
        index_version: of the sources that were cited.
    """

    profile: Profile
    own_words: int
    roles: tuple[RoleMatch, ...]
    asked: bool
    waiting: bool
    notices: tuple[str, ...]
    index_version: int
    language: Language

    @property
    def unread(self) -> tuple[ProfileQuote, ...]:
        """The lines of the profile that no rule understood."""
        text = self.profile.text
        return tuple(
            ProfileQuote(text[p.start : p.end], p.start, p.end) for p in self.profile.unread
        )

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types; all places of quotes of the profile refer to its "text" here."""
        profile = self.profile
        return {
            "profile": {
                "text": profile.text,
                "language": profile.language,
                "today": f"{profile.today.year:04}-{profile.today.month:02}",
                "months_of_work": profile.months_of_work,
                "removed": dict(profile.removed),
                "unread": [{"quote": q.quote, "start": q.start, "end": q.end} for q in self.unread],
                "answers_start": self.own_words,
            },
            "roles": [role.to_json() for role in self.roles],
            "waiting": self.waiting,
            "notices": list(self.notices),
            "index_version": self.index_version,
        }


def quotes_own_words(match: Match, place: ProfileQuote | Place) -> bool:
    """Whether a place of the profile is an answer given to a question."""
    return place.start >= match.own_words
