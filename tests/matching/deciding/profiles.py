"""Profiles by hand, for tests of deciding: no reader is needed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.matching.profile import (
    Claim,
    Education,
    EducationLevel,
    LanguageLevel,
    LanguageSkill,
    Month,
    Period,
    Place,
    Profile,
    Stance,
    Work,
)

TODAY = Month(2026, 11)


class Cv:
    """A profile in the making; each call adds a line of text and what it says."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._work: list[Work] = []
        self._education: list[Education] = []
        self._languages: list[LanguageSkill] = []
        self._claims: list[Claim] = []

    def claim(
        self,
        text: str,
        *,
        label: str | None = None,
        kind: str = "skill",
        stance: Stance = "has",
        months: int | None = None,
    ) -> Cv:
        """A statement that stands for itself."""
        self._claims.append(Claim(kind, label or text, stance, months, self._add(text)))  # type: ignore[arg-type]
        return self

    def job(
        self,
        title: str | None,
        first: tuple[int, int] | None = None,
        last: tuple[int, int] | None = None,
        details: Sequence[str] = (),
        *,
        exact: bool = True,
    ) -> Cv:
        """A job; without ``last`` it goes on."""
        place = self._add(title or "Beispiel GmbH")
        period, months = None, None
        if first:
            until = Month(*last) if last else None
            period = Period(Month(*first), until, exact, place)
            months = (until or TODAY).number - period.first.number + 1
        told = tuple(self._add(detail) for detail in details)
        self._work.append(Work(title, None, period, months, place, told))
        return self

    def education(
        self,
        text: str,
        level: EducationLevel | None,
        subject: str | None,
        finished: bool | None = True,
    ) -> Cv:
        """An education without a period."""
        self._education.append(Education(level, subject, finished, None, self._add(text)))
        return self

    def language(self, text: str, code: str, level: LanguageLevel | None) -> Cv:
        """A language."""
        self._languages.append(LanguageSkill(code, level, self._add(text)))
        return self

    def profile(self) -> Profile:
        """What was added, as a profile."""
        return Profile(
            text="\n".join(self._lines),
            today=TODAY,
            language="de",
            work=tuple(self._work),
            education=tuple(self._education),
            languages=tuple(self._languages),
            claims=tuple(self._claims),
            unread=(),
            removed=(),
            months_of_work=None,
        )

    def _add(self, line: str) -> Place:
        start = sum(len(earlier) + 1 for earlier in self._lines)
        self._lines.append(line)
        return Place(start, start + len(line))
