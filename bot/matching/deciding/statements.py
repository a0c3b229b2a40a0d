"""What a profile says, one statement a place, with the terms that each says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.german import fold
from bot.matching.deciding.lines_of_work import lines_done
from bot.matching.deciding.phrases import traits_told
from bot.matching.deciding.terms import said_terms, wider_terms
from bot.matching.profile import Claim, Education, Place, Profile, Stance, Work

Kind = Literal["claim", "title", "detail", "education"]

_MINOR = re.compile(
    r"praktik|werkstud|\bintern\b|internship|working student|hilfskraft|aushilf|azubi|auszubild|"
    r"apprentice|trainee|ferienjob|freiwillig|\bfsj\b|volont|volunteer|schuler|minijob|nebenjob"
)
_NEGATED = re.compile(
    r"\b(?:kein(?:e|en|er|em|es|erlei)?|nicht|nie|niemals|ohne|no|not|never|without)\b"
)
_HARMLESS = re.compile(r"\b(?:kein(?:erlei)? problem|no problem|nicht nur|not only|no issue)\b")
_HELPED = re.compile(
    r"unterstutz|assist|zusammenarbeit|schnittstelle|abstimmung|zuarbeit|support|liais|"
    r"kooperation|in enger absprache|berichte an|berichtet an|report(?:ed|ing|s)? to"
)
_IN_PROGRESS = re.compile(
    r"derzeit|zur ?zeit|aktue?ll|momentan|gerade|currently|ongoing|laufend|\blerne\b|\bbesuche\b|"
    r"\bdabei\b|studiere|\bdoing\b|\btaking\b|\blearning\b|absolviere|\bseit\b|in progress"
)
_WISHED = re.compile(
    r"mochte|geplant|\bplane\b|\bwill\b|habe vor|wurde gern|would like|plan to|want to|"
    r"vorhaben|ziel:"
)
_INTEREST = re.compile(r"\binteress(?:e|en|iert)\b|\bhobb(?:y|ys|ies)\b|\binterest(?:ed|s)?\b")


_KNOWN_BY = {
    "sales": ("sales", "selling"),
    "selling": ("selling",),
    "marketing": ("marketing",),
    "accounting": ("accounting",),
    "projects": ("projects",),
    "personnel": ("personnel",),
    "software": ("software_development", "programming"),
    "customer_service": ("customer_management",),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One place of the profile that says something.

    Attributes:
        about: what it names: the label, the title, the line, the subject.
        text: what is told of it, with what the line says before and behind.
        folded: the same, folded.
        terms: what it says; ``wider`` what the things it names are kinds of.
        months: how long: of the job, or as a claim states itself.
        minor: an internship or a job beside studies.
        helped: it tells of helping or working with those who did it.
        going_on: what is planned has already begun.
    """

    kind: Kind
    stance: Stance
    place: Place
    about: str
    text: str
    folded: str
    terms: frozenset[str]
    wider: frozenset[str]
    months: int | None
    minor: bool
    helped: bool
    going_on: bool
    item: Claim | Work | Education


def statements(profile: Profile) -> tuple[Statement, ...]:
    """Everything that a profile says of skills, work and education, in the profile's order."""
    return tuple(sorted(_statements(profile), key=lambda s: (s.place.start, s.place.end, s.kind)))


def is_minor(work: Work, text: str) -> bool:
    """Whether a job is an internship or a job beside studies."""
    return bool(_MINOR.search(fold(f"{work.title or ''} {text}")))


def _statements(profile: Profile) -> Iterator[Statement]:
    for claim in profile.claims:
        text = _at(profile, claim.place)
        stance = claim.stance
        folded = fold(text)
        if stance == "has" and (
            _NEGATED.match(_HARMLESS.sub("", folded)) or _INTEREST.search(folded)
        ):
            continue  # an interest is no skill yet
        said = (
            f"{claim.label} · {_before(profile, claim.place)}{text}{_behind(profile, claim.place)}"
        )
        yield _statement("claim", stance, claim.place, claim.label, said, claim.months, claim)
    for work in profile.work:
        if work.title:
            place = _title_place(profile, work)
            yield _statement(
                "title", "has", place, work.title, work.title, work.months, work, profile
            )
        for detail in work.details:
            text = _at(profile, detail)
            if _NEGATED.search(_HARMLESS.sub("", fold(text))):
                continue
            yield _statement("detail", "has", detail, text, text, work.months, work, profile)
    for education in profile.education:
        if education.subject:
            text = _at(profile, education.place)
            yield _statement(
                "education", "has", education.place, education.subject, text, None, education
            )


def _statement(
    kind: Kind,
    stance: Stance,
    place: Place,
    about: str,
    said: str,
    months: int | None,
    item: Claim | Work | Education,
    profile: Profile | None = None,
) -> Statement:
    folded = fold(said)
    minor = isinstance(item, Work) and profile is not None and is_minor(item, "")
    return Statement(
        kind=kind,
        stance=stance,
        place=place,
        about=about,
        text=said,
        folded=folded,
        terms=said_terms(about) | (traits_told(folded) if kind == "claim" else frozenset()),
        wider=wider_terms(about) | (_practised(about) if kind == "title" else frozenset()),
        months=months,
        minor=minor,
        helped=bool(_HELPED.search(folded)),
        going_on=bool(_IN_PROGRESS.search(folded)) and not _WISHED.search(folded),
        item=item,
    )


def _practised(title: str) -> frozenset[str]:
    """What everybody with such a title does: whoever sells for a living knows Vertrieb."""
    return frozenset(
        f"@{known}" for line in lines_done(fold(title)) for known in _KNOWN_BY.get(line.name, ())
    )


def _at(profile: Profile, place: Place) -> str:
    return profile.text[place.start : place.end]


def _before(profile: Profile, place: Place) -> str:
    """What the line says before a list that the place stands in: "Sehr gute Kenntnisse: "."""
    start = profile.text.rfind("\n", 0, place.start) + 1
    lead, colon, _ = profile.text[start : place.start].rpartition(":")
    return f"{lead}: " if colon and len(lead) <= 60 else ""


def _behind(profile: Profile, place: Place) -> str:
    """A bracket right behind the place: " (sehr gut)"."""
    match = re.compile(r"\s*\([^()\n]{1,40}\)").match(profile.text, place.end)
    return match.group() if match else ""


def _title_place(profile: Profile, work: Work) -> Place:
    """The line or sentence of the job, as far as it goes on one line."""
    end = profile.text.find("\n", work.place.start, work.place.end)
    return Place(work.place.start, work.place.end if end < 0 else end)
