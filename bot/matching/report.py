"""The frozen types of a match report: each requirement of a role with its evidence."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from bot.domain import Citation
from bot.matching.profile import Place, Profile

Verdict = Literal["met", "partly", "missing", "unknown"]


@dataclass(frozen=True, slots=True)
class ProfileQuote:
    """Verbatim words of the profile: ``quote == Profile.text[start:end]``."""

    quote: str
    start: int
    end: int

    @classmethod
    def first_line(cls, profile: Profile, place: Place) -> ProfileQuote:
        """What stands at a place, up to the end of its first line."""
        end = profile.text.find("\n", place.start, place.end)
        stop = place.end if end < 0 else end
        return cls(profile.text[place.start : stop], place.start, stop)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a profile says about one requirement.

    Attributes:
        requirement: the contract's requirement record, with its ``citation``.
        evidence: quotes of the profile; at least one unless the verdict is "unknown".
        rule: name of the rule that decided, stable between versions.
        reason: one sentence in the question's language, without personal data.
        question: what would settle it; None where it is settled.
    """

    requirement: dict[str, Any]
    verdict: Verdict
    evidence: tuple[ProfileQuote, ...]
    rule: str
    reason: str
    question: str | None


@dataclass(frozen=True, slots=True)
class MatchReport:
    """A profile held against one role. No score, no rank, no recommendation.

    Attributes:
        counts: how many requirements have each verdict, by relation: {"essential": {"met": 2, …}}.
        notices: what must be told with it (the notice of ESCO, what was adapted).
        rules: version of the rules that decided.
    """

    role: str
    role_name: str
    decisions: tuple[Decision, ...]
    counts: dict[str, dict[str, int]]
    sources: tuple[Citation, ...]
    notices: tuple[str, ...]
    rules: str

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types, keys in this order."""
        return asdict(self)
