"""The frozen types of what a person's documents say; every item knows its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """``Profile.text[start:end]``, in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @property
    def number(self) -> int:
        """Months since year 0, so that differences count months."""
        return self.year * 12 + self.month - 1


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last month, both included.

    Attributes:
        last: None where it is said to go on ("heute", "seit").
        exact: False where only years are written: then the least that the years allow is counted.
    """

    first: Month
    last: Month | None
    exact: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Work:
    """One job: what, where, when.

    Attributes:
        title: as written; None where only an employer is.
        months: as counted up to ``Profile.today``; None without a period.
        details: places of the lines that tell what was done.
        training: an internship or voluntary service; not counted in ``Profile.months_of_work``.
    """

    title: str | None
    employer: str | None
    period: Period | None
    months: int | None
    place: Place
    details: tuple[Place, ...]
    training: bool = False


EducationLevel = Literal["school", "apprenticeship", "further", "bachelor", "master", "doctorate"]


@dataclass(frozen=True, slots=True)
class Education:
    """One education. ``finished`` is None where the text doesn't tell.

    Attributes:
        level: "further" is a recognised further training (Meister, Fachwirt); None where unclear.
        subject: as written.
    """

    level: EducationLevel | None
    subject: str | None
    finished: bool | None
    period: Period | None
    place: Place


LanguageLevel = Literal["A1", "A2", "B1", "B2", "C1", "C2", "native"]


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A language (ISO 639-1) with its level; words ("verhandlungssicher") are mapped to one."""

    language: str
    level: LanguageLevel | None
    place: Place


Stance = Literal["has", "lacks", "plans"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about skills, experience, certificates or mobility, as written.

    Attributes:
        stance: "lacks" is an explicit negation ("kein Führerschein"), "plans" a wish or plan.
        months: length of experience that it states itself ("fünf Jahre Vertriebserfahrung").
    """

    kind: Literal["skill", "experience", "certificate", "mobility", "other"]
    label: str
    stance: Stance
    months: int | None
    place: Place


RemovedKind = Literal[
    "name", "address", "contact", "birth", "photo", "sex", "nationality", "religion", "family",
    "health", "pay",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """What documents say of a person, without who that person is.

    Attributes:
        text: the document with everything personal taken out; what all places refer to.
        today: the month that open periods are counted up to.
        removed: how many places of each kind were taken out; never what stood there.
        unread: places of lines that no rule understood; shown, so that nothing is lost silently.
        months_of_work: all work together, overlaps counted once; None where no job has a period.
    """

    text: str
    today: Month
    language: Literal["de", "en"]
    work: tuple[Work, ...]
    education: tuple[Education, ...]
    languages: tuple[LanguageSkill, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Place, ...]
    removed: tuple[tuple[RemovedKind, int], ...]
    months_of_work: int | None
