"""Sentences: jobs, education, languages, and whatever else they claim."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.matching.profile import Claim, Place, Stance, Work
from bot.matching.reading.claims import is_greeting, is_instruction, prose_claims, sentences
from bot.matching.reading.education import denied_education, education_in, is_going_on
from bot.matching.reading.endings import is_its_end, school_before
from bot.matching.reading.found import Found
from bot.matching.reading.languages import languages_in, without_next_steps
from bot.matching.reading.lines import Line
from bot.matching.reading.months import length, month_before
from bot.matching.reading.others import is_by_others
from bot.matching.reading.stance import Clause, clauses, stance_of
from bot.matching.reading.work import job_in_sentence

_ABOUT_OTHERS = re.compile(
    r"\b(?:betreu\w*|ausgebildet|ausbildung von|train(?:ed|ing) of|führung von|azubis|"
    r"auszubildenden?)\b(?!r)",
    re.I,
)

_BEFORE = re.compile(r"\W*(?:davor|zuvor|vorher|früher|before|previously|earlier)\b", re.I)
_WORKED = re.compile(
    r"\b(?:gearbeitet|entwickelt|geleitet|betreut|programmiert|verkauft|worked|developed|led|managed)"
    r"\b",
    re.I,
)
_ATTENDS = re.compile(
    r"^(?!.*\b(?:möchte|will|würde|plane|geplant|kein\w*|nicht|vor)\b).*"
    r"\b(?:student (?:der|des|im|of)|im \d+\. (?:fach)?semester|studiere|lehrjahr|"
    r"lerne?\s(?:(?:g(?:e)?rade?|derzeit|zurzeit|aktuell)\s)*[A-ZÄÖÜ]\w+)\b",
    re.I,
)
_LEARNING = re.compile(r"\blern(?:e|te|t)\b|\blearning\b", re.I)


def read_sentences(found: Found, line: Line, *, told: bool) -> None:
    """Reads the sentences of a line; those that tell nothing are left unread.

    Args:
        found: takes what they tell.
        line: placed in the profile's text.
        told: whether its place tells that it is about the person.
    """
    for start, end in sentences(line.text):
        words = line.text[start:end]
        before = found.count
        if not is_instruction(words):
            _read(found, words, line.start + start, told=told)
        if found.count == before and not is_greeting(words):
            found.unread.append(Line(words, start=line.start + start))


def _read(found: Found, sentence: str, start: int, *, told: bool) -> None:
    parts = _with_ends(clauses(sentence), sentence)
    rest: list[Clause] = []
    known = len(found.education)
    for clause in parts:
        words = sentence[clause.start : clause.end]
        place = start + clause.start
        if is_by_others(words):
            continue
        if _language(found, words, place, clause.stance):
            continue
        after_school = school_before(words)
        if after_school and (school := education_in(words[:after_school], place, found.today)):
            found.education.append(replace(school, finished=True))
            words, place = words[after_school:], place + after_school
        learnt = _education(found, words, place, clause.stance)
        if not learnt or (clause.stance == "has" and _WORKED.search(words)):
            rest.append(clause)
    if is_going_on(sentence):
        found.education[known:] = [
            e if e.finished is not None else replace(e, finished=False)
            for e in found.education[known:]
        ]
    _job(found, sentence, start, parts, rest)
    for claim in prose_claims(sentence, start, told=told):
        if any(
            start + clause.start <= claim.place.start and claim.place.end <= start + clause.end
            for clause in rest
        ):
            found.claims.append(claim)


def _with_ends(parts: list[Clause], sentence: str) -> list[Clause]:
    """The clauses, one that ends or gives up an education joined to the one that begins it."""
    joined: list[Clause] = []
    for clause in parts:
        before = joined[-1] if joined else None
        words = sentence[clause.start : clause.end]
        if before and is_its_end(words, sentence[before.start : before.end]):
            joined[-1] = replace(
                before, end=clause.end, stance="plans" if before.stance == "plans" else "has"
            )
        else:
            joined.append(clause)
    return joined


def _job(found: Found, sentence: str, start: int, parts: list[Clause], rest: list[Clause]) -> None:
    """The job of a sentence: of one clause where that tells it all, else of them together.

    Its details are the clauses that tell neither of languages nor of education.
    """
    stated = [clause for clause in parts if clause.stance == "has"]
    alone: list[Work] = []
    for clause in stated:
        words = sentence[clause.start : clause.end]
        if job := job_in_sentence(words, start + clause.start, found.today):
            alone.append(job)
    whole = next((job for job in alone if job.title or job.employer), None)
    if whole is None and (len(stated) > 1 or not alone):
        together = job_in_sentence(sentence, start, found.today)
        if together and any(_tells_time(clause, together, start) for clause in stated):
            whole = together
    if job := whole or next(iter(alone), None):
        details = tuple(
            Place(start + clause.start, start + clause.end)
            for clause in rest
            if clause.stance == "has" and not _BEFORE.search(sentence[clause.start : clause.end])
        )
        found.work.append(replace(_ended(found, job, sentence), details=details))


def _ended(found: Found, job: Work, sentence: str) -> Work:
    """A job told to be before another ("davor ab 2019 …") ends where that one begins."""
    later = next((w.period for w in reversed(found.work) if w.period), None)
    if not (_BEFORE.match(sentence) and job.period and job.period.last is None and later):
        return job
    last = month_before(later.first, 1)
    if last < job.period.first:
        return job
    period = replace(job.period, last=last)
    return replace(job, period=period, months=length(period, found.today))


def _tells_time(clause: Clause, job: Work, start: int) -> bool:
    if job.period is None:
        return False
    place = job.period.place
    return clause.start < place.end - start and place.start - start < clause.end


def _language(found: Found, words: str, place: int, stance: Stance) -> bool:
    skills, claims = languages_in(words, place, listed=False)
    bare = without_next_steps(words)
    if stance == "plans" and bare != words and skills:
        stance = stance_of(bare)
    if stance == "has" and _LEARNING.search(words):
        stance = "plans"  # who learns a language doesn't speak it yet
    if stance == "has":
        return bool(found.spoken(skills, claims))
    for skill in skills:
        found.claims.append(Claim("skill", found.quote(skill.place), stance, None, skill.place))
    found.claims.extend(
        Claim(claim.kind, claim.label, stance, None, claim.place) for claim in claims
    )
    return bool(skills or claims)


def _education(found: Found, words: str, place: int, stance: Stance) -> bool:
    education = education_in(words, place, found.today)
    if stance == "has":
        if education is None or _ABOUT_OTHERS.search(words):
            return False
        found.education.append(education)
        return True
    if education and education.finished is False and _ATTENDS.search(words):
        found.education.append(education)
        return True
    denied = denied_education(words, place)
    if denied is None and education and education.finished is False:
        found.education.append(education)
    elif denied or education:
        where = denied.place if denied else education.place if education else None
        assert where
        found.claims.append(Claim("other", words.strip(" .!"), stance, None, where))
    else:
        return False
    return True
