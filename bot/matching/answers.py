"""Answers to a report's open questions: what a person adds becomes part of the profile.

An answer is written under a heading of its own at the end of the profile's text and read as what
it is: "ja" and "nein" to a requirement are a statement in the requirement's own words, anything
else is what the person says and is read like the rest of a profile. What was added is then held
against the role by the same rules as everything else; nothing here decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from bot.errors import UnreadableError
from bot.facts import Requirement
from bot.german import fold
from bot.matching.deciding import education, languages
from bot.matching.deciding.decide import family_of
from bot.matching.deciding.outcome import demand_of
from bot.matching.deciding.texts import Language
from bot.matching.profile import (
    Claim,
    Education,
    EducationLevel,
    LanguageSkill,
    Month,
    Period,
    Place,
    Profile,
    Stance,
    Work,
)
from bot.matching.reading import profile_of_text
from bot.matching.reading.experience import stated_months
from bot.matching.reading.months import together
from bot.matching.reading.stance import stance_of

MAX_ANSWERS: Final = 200
MAX_ANSWER_CHARACTERS: Final = 500

HEADING: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Ergänzende Angaben", "en": "Additional information"}
)
_WORD: Final[Mapping[Language, tuple[str, str]]] = MappingProxyType(
    {"de": ("ja", "nein"), "en": ("yes", "no")}
)
_OPENS = re.compile(r"\W*(?P<word>ja|jawohl|yes|nein|nö|no)(?:\s*[,.;:!–—-]+\s*|\s*$)", re.I)
_YES = frozenset({"ja", "jawohl", "yes"})
_STANCE: Final[Mapping[bool, Stance]] = MappingProxyType({True: "has", False: "lacks"})
_HEDGED_LENGTH = re.compile(
    r"(?:seit|etwa|rund|ca\.?|circa|über|mehr als|mindestens|about|over|for|since|more than|"
    r"at least|jetzt|schon|now|already|lang|long|\W)*",
    re.I,
)
_LEVEL_OF: Mapping[education.Kind, EducationLevel] = {
    "degree": "bachelor", "master": "master", "doctorate": "doctorate", "school": "school",
    "training": "apprenticeship", "further": "further", "background": "apprenticeship",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to the question about one requirement.

    Attributes:
        sentence: what the requirement was read from.
        text: "ja", "nein" (or English), or anything a person can type.
    """

    requirement: Requirement
    sentence: str
    text: str


def supplemented(profile: Profile, answers: Iterable[Answered], language: Language) -> Profile:
    """The profile with the answers added at its end; as it was where none says anything.

    Personal data in an answer is taken out as it is in a document.
    """
    added = [read for one in answers if (read := _read(one, profile.today, language)) is not None]
    if not added:
        return profile
    found = joined(profile, _said(HEADING[language], profile.today), gap="\n\n")
    for one in added:
        found = joined(found, one)
    return found


def joined(first: Profile, second: Profile, gap: str = "\n") -> Profile:
    """Two profiles of one person as one; the second one's text follows behind ``gap``."""
    by = len(first.text) + len(gap)
    work = (*first.work, *(_moved_work(w, by) for w in second.work))
    spans = [job.period for job in work if job.period and not job.training]
    removed = dict(first.removed)
    for kind, count in second.removed:
        removed[kind] = removed.get(kind, 0) + count
    return replace(
        first,
        text=f"{first.text}{gap}{second.text}",
        work=work,
        education=(*first.education, *(_moved_education(e, by) for e in second.education)),
        languages=(
            *first.languages,
            *(replace(s, place=_moved(s.place, by)) for s in second.languages),
        ),
        claims=(*first.claims, *(replace(c, place=_moved(c.place, by)) for c in second.claims)),
        unread=(*first.unread, *(_moved(place, by) for place in second.unread)),
        removed=tuple(removed.items()),
        months_of_work=together(spans, first.today) if spans else None,
    )


def _read(one: Answered, today: Month, language: Language) -> Profile | None:
    text = one.text.strip()[:MAX_ANSWER_CHARACTERS]
    opened = _OPENS.match(text)
    if opened:
        rest = text[opened.end() :]
        yes = opened["word"].lower() in _YES
        # "Ja, aber nur geplant" isn't a yes: then its own words are read.
        if not rest or not yes or stance_of(rest) == "has":
            word, stance = _WORD[language][0 if yes else 1], _STANCE[yes]
            more = _own_words(rest, today) if rest else None
            if more is None:
                return _stated(one, word, stance, today)
            said = f"{word}, {' '.join(more.text.split())}"
            return replace(_stated(one, said, stance, today), removed=more.removed)
    if _answers_with_a_measure(one, text):
        return _stated(one, " ".join(text.split()), "has", today)
    return _own_words(text, today)


def _own_words(text: str, today: Month) -> Profile | None:
    try:
        return profile_of_text(text, today)
    except UnreadableError:
        return None


def _answers_with_a_measure(one: Answered, text: str) -> bool:
    """Whether only the question tells what it is said of: "drei Jahre", "C1"."""
    length = stated_months(text)
    if length:
        around = text[: length.start] + text[length.end :]
        return _HEDGED_LENGTH.fullmatch(around) is not None
    return _family(one) == "language" and languages.level_in(fold(text)) is not None


def _stated(one: Answered, said: str, stance: Stance, today: Month) -> Profile:
    """The requirement's own words as a statement, with what was said of it."""
    label = one.requirement.label
    profile = _said(f"{label}: {said}", today)
    place = Place(0, len(profile.text))
    family = _family(one)
    if stance == "has" and family == "language":
        wanted = languages.wanted(label, one.sentence)
        level = languages.level_in(fold(said)) or wanted.level or languages.USABLE
        return replace(
            profile, languages=tuple(LanguageSkill(code, level, place) for code in wanted.codes)
        )
    if stance == "has" and family == "education":
        kinds = [alternative.kind for alternative in education.wanted(label)]
        rank = next((_LEVEL_OF[kind] for kind in kinds if kind in _LEVEL_OF), None)
        if rank is not None:
            return replace(profile, education=(Education(rank, label, True, None, place),))
    length = stated_months(said)
    months = length.months if length else one.requirement.months_of_experience
    return replace(profile, claims=(Claim(_kind_of_claim(one), label, stance, months, place),))


def _kind_of_claim(
    one: Answered,
) -> Literal["skill", "experience", "certificate", "mobility"]:
    family = _family(one)
    if family in ("experience", "mobility"):
        return "experience" if family == "experience" else "mobility"
    return "certificate" if family == "education" else "skill"


def _family(one: Answered) -> str:
    return family_of(demand_of(one.requirement, one.sentence))


def _said(text: str, today: Month) -> Profile:
    """A profile that holds a line and says nothing yet."""
    return Profile(text, today, "de", (), (), (), (), (), (), None)


def _moved(place: Place, by: int) -> Place:
    return Place(place.start + by, place.end + by)


def _moved_work(work: Work, by: int) -> Work:
    return replace(
        work,
        place=_moved(work.place, by),
        period=_moved_period(work.period, by),
        details=tuple(_moved(place, by) for place in work.details),
    )


def _moved_education(item: Education, by: int) -> Education:
    return replace(item, place=_moved(item.place, by), period=_moved_period(item.period, by))


def _moved_period(period: Period | None, by: int) -> Period | None:
    return None if period is None else replace(period, place=_moved(period.place, by))
