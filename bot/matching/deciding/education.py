"""Education: levels, subjects and whether it was finished; one alternative is enough."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.german import fold
from bot.matching.deciding import skills
from bot.matching.deciding.lines_of_work import groups_of, narrowest, subjects_in
from bot.matching.deciding.outcome import SILENT, Demand, Outcome, any_of, outcome
from bot.matching.deciding.skills import Core, covers
from bot.matching.deciding.statements import Statement
from bot.matching.deciding.terms import demanded_terms, said_terms
from bot.matching.profile import Education, EducationLevel, Profile

Kind = Literal[
    "degree", "master", "doctorate", "training", "further", "school", "certificate", "background"
]

_RANK: dict[EducationLevel | None, int] = {
    None: 0, "school": 1, "apprenticeship": 2, "further": 3, "bachelor": 4, "master": 5,
    "doctorate": 6,
}  # fmt: skip
_FURTHER = re.compile(r"meister\b|techniker\b|fachwirt\b|geprufter betriebswirt\b")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "certificate",
        re.compile(
            r"weiterbildung|fortbildung|zertifikat|certificat|zusatzqualifikation|"
            r"coaching-ausbildung|lehrgang|schulung"
        ),
    ),
    ("doctorate", re.compile(r"promotion\b|doktor|\bphd\b|doctorate")),
    ("master", re.compile(r"\bmaster|diplom|magister")),
    (
        "degree",
        re.compile(r"stud(?:ium|iengang)|hochschul(?!reife)|universit|akademi|bachelor|\bdegree"),
    ),
    (
        "school",
        re.compile(
            r"schulabschl|hauptschul|realschul|mittlere reife|abitur|hochschulreife|fachabitur|"
            r"mittlere[nr]? (?:schul|bildung)|secondary school"
        ),
    ),
    ("further", _FURTHER),
    ("training", re.compile(r"ausbildung|lehre\b|gelernt|gesell|apprentice|beruf|umschulung")),
    ("background", re.compile(r"hintergrund|background")),
)
_SCHOOL = (
    (re.compile(r"abitur|hochschulreife|matura|a-levels"), 3),
    (re.compile(r"realschul|mittlere|mittlerer|mittleren|fachoberschulreife|\bmsa\b|gcse"), 2),
    (re.compile(r"hauptschul|berufsreife|berufsbildungsreife"), 1),
)
_HELPER = re.compile(r"helfer\b|helferin\b")
_A_CERTIFICATE = re.compile(
    r"\w*schulabschluss\w*|mittlere\w? (?:reife|\w*abschluss)|\w*hochschulreife|\w*abitur\b|"
    r"fachoberschulreife|berufsreife|berufsbildungsreife|\bmsa\b"
)
_A_SCHOOL = re.compile(
    r"mittlere\w? (?:reife|\w*abschluss)|\w*schul\w*|\w*reife\b|\w*abitur\b|\w*gymnasium"
)
_ALTERNATIVE = re.compile(r"\b(?:oder|beziehungsweise|bzw\.?|or)\b|,|/(?=\w)")
_SCHOOLS = r"(?:\w*hochschule|universit\w+|\w*akademie|university|college)"
# Where one studies is no alternative to what: "Studium der … an einer Hochschule oder Universität".
_WHERE = re.compile(
    rf"\s*\b(?:an|at|from)\s(?:eine[rm]\s|an?\s|der\s)?{_SCHOOLS}"
    rf"(?:\s*(?:,|/|\boder\b|\bund\b|\bbzw\.|\bor\b|\band\b)\s*(?:an\s)?(?:eine[rm]\s|an?\s)?{_SCHOOLS})*",
    re.I,
)
_OPEN = re.compile(
    r"verwandt|vergleichbar|ahnlich|gleichwertig|einschlagig|related|similar|equivalent|"
    r"comparable|fachspezifisch"
)
_DEGREE_NAMED = re.compile(
    r"bachelor|master\b|diplom|magister|\bb\.? ?(?:a|sc|eng|ed)\b|\bm\.? ?(?:a|sc|eng|ed)\b|"
    r"\bbsc\b|\bmsc\b|\bbeng\b|\bmeng\b|\bmba\b|\bllm\b|\bllb\b|\bba\b|\bma\b|staatsexamen|"
    r"degree|dipl\b|promotion|\bdr\b|phd"
)
_GIVEN_UP = re.compile(
    r"abgebrochen|abbruch|ohne abschluss|nicht abgeschlossen|nicht beendet|dropped out|"
    r"discontinued|not completed|unfinished|geschmissen|versucht|nicht gesch\w+|nicht bestanden|"
    r"brach (?:\w+ ){1,5}ab\b|aufgegeben|gave (?:it )?up|never (?:finished|completed)|"
    r"durchgefallen|\bfailed\b|\bleft (?:after|without|early)|aufgehort|hingeschmissen"
)
_DENIED: tuple[tuple[re.Pattern[str], frozenset[Kind]], ...] = (
    (
        re.compile(r"studium|studiert|studier|hochschul(?!reife)|akademisch|degree|universit"),
        frozenset({"degree", "master", "doctorate"}),
    ),
    (re.compile(r"ausbildung|berufsabschluss|lehre\b|apprentice"), frozenset({"training"})),
    (re.compile(r"\bschulabschluss"), frozenset({"school"})),
    (re.compile(r"\bmaster"), frozenset({"master", "doctorate"})),
    (re.compile(r"promotion|doktor|phd"), frozenset({"doctorate"})),
    (re.compile(r"abitur"), frozenset()),
)
_FRAME = re.compile(
    r"\b(?:abgeschlossene[nsrm]?|ein(?:e[nmrs]?)?|studium|studiengang|hochschulabschluss|"
    r"universitatsabschluss|abschluss|bachelor|master|promotion|diplom|ausbildung|berufsausbildung|"
    r"lehre|gelernte[rnm]?|in|im|der|des|dem|den|die|das|als|zum|zur|an|einer|fachhochschule|"
    r"universitat|verwandte[nsrm]?|vergleichbare[nsrm]?|ahnliche[nsrm]?|gleichwertige[nsrm]?|"
    r"fach(?:s|es)?|dreijahrige[nr]?|zweijahrige[nr]?|staatliche[rn]?|prufung|mit|university|"
    r"degree|of|a|related|field|studies|hintergrund|geschaftliche[nr]?|einschlagige[nsrm]?|"
    r"fachspezifische[nr]?|bewerber(?:in)?|vorher|erfolgreich|mindestens|bereich|hochschule|"
    r"grundstandige[sn]?|duale[sn]?|akademische[rn]?|titel)\b"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One alternative of what is asked for.

    Attributes:
        subjects: fields of study; with ``core``, words of a subject that no field names.
        open: something related will do.
        school: rank of a school leaving certificate.
        word: "meister", "techniker" and such, for a further training.
        label: its own words.
    """

    kind: Kind
    subjects: frozenset[str]
    core: Core
    open: bool
    school: int
    word: str = ""
    label: str = ""


@functools.lru_cache(maxsize=10_000)
def wanted(label: str) -> tuple[Wanted, ...]:
    """The alternatives of a requirement; a piece without a level of its own has the last one's."""
    found: list[Wanted] = []
    kind: Kind | None = None
    for piece in _ALTERNATIVE.split(_WHERE.sub("", label) or label):
        folded = fold(piece)
        own = next((k for k, pattern in _KINDS if pattern.search(folded)), None)
        kind = own or kind or _kind_in(label)
        is_open = bool(_OPEN.search(folded))
        core = demanded_terms(_subject(piece))
        subjects = narrowest(subjects_in(fold(_compound_subject(piece))))
        if is_open and not core and not subjects:
            if own is None:  # "Informatik, Mathematik oder einem verwandten Fach"
                found = [replace(one, open=True) for one in found]
                continue
            # "Studium der Informatik oder eine vergleichbare Ausbildung": in Informatik, too.
            subjects = frozenset(name for one in found for name in one.subjects)
        elif own is None and not core and not subjects:
            continue
        school = next((rank for p, rank in _SCHOOL if p.search(folded)), 1)
        word = next(iter(_FURTHER.findall(folded)), "") if kind == "further" else ""
        core = () if word else core
        found.append(Wanted(kind, subjects, core, is_open, school, word, piece.strip()))
    return tuple(found)


def decide(demand: Demand, profile: Profile, said: Sequence[Statement]) -> Outcome:
    """Education by the best of the alternatives."""
    outcomes = [
        skills.decide_certificate(one.label, said)
        if one.kind == "certificate"
        else _decide(one, profile, said)
        for one in wanted(demand.label)
    ]
    return any_of(outcomes) if outcomes else SILENT


def _decide(one: Wanted, profile: Profile, said: Sequence[Statement]) -> Outcome:
    judged = [o for e in profile.education if (o := _judge(one, e, profile)) is not None]
    best = any_of(judged) if judged else SILENT
    if best.verdict in ("met", "partly"):
        return best
    denied = _denied(one, said)
    if denied is not None:
        return denied
    if best.verdict == "missing":
        return best
    near = _near_claim(one, said)
    return near or SILENT


def _judge(one: Wanted, education: Education, profile: Profile) -> Outcome | None:
    """What one education says about one alternative; None where it says nothing."""
    text = fold(profile.text[education.place.start : education.place.end])
    if one.kind == "school":
        return _judge_school(one, education, text)
    if not _level_fits(one.kind, education) or one.word not in text:
        return _judge_other_level(one, education, text)
    fits = _subject_fits(one, education, text)
    given_up = bool(_GIVEN_UP.search(text)) and education.finished is not True
    if given_up:
        only = not any(
            other is not education and _level_fits(one.kind, other) for other in profile.education
        )
        return outcome("missing", "given_up", [education.place]) if fits or only else None
    if fits is None:
        return None
    if fits == "related":
        return outcome("partly", "related_subject", [education.place])
    if education.finished is False:
        return outcome("partly", "in_progress", [education.place])
    if education.finished is None and not _is_over(education, text, profile):
        return outcome("partly", "end_unstated", [education.place])
    return outcome("met", "education", [education.place])


def _level_fits(kind: Kind, education: Education) -> bool:
    rank = _RANK[education.level]
    if kind == "background":
        return rank >= _RANK["apprenticeship"]
    if kind == "further":
        return education.level == "further"
    if kind == "training":
        return education.level in ("apprenticeship", "further")
    least: dict[Kind, EducationLevel] = {
        "degree": "bachelor", "master": "master", "doctorate": "doctorate",
    }  # fmt: skip
    return rank >= _RANK[least[kind]]


def _judge_other_level(one: Wanted, education: Education, text: str) -> Outcome | None:
    """A degree where a training is asked for in the same subject, or the level just below."""
    rank = _RANK[education.level]
    fits = _subject_fits(one, education, text)
    if one.kind == "doctorate" and education.level == "master" and _GIVEN_UP.search(text):
        # Without the master's there is no doctorate either.
        return outcome("missing", "given_up", [education.place])
    if _GIVEN_UP.search(text) or education.finished is False or fits is None:
        return None
    if one.kind == "training" and rank >= _RANK["bachelor"] and fits == "same":
        return outcome("partly", "other_level", [education.place])
    return None


def _judge_school(one: Wanted, education: Education, text: str) -> Outcome | None:
    if _RANK[education.level] >= _RANK["bachelor"] and education.finished is not False:
        return outcome("met", "higher_degree", [education.place])
    if education.level != "school":
        return None
    subject = fold(education.subject or "")
    held = _school_rank(text) or _school_rank(subject)
    if held < one.school:
        return None
    given_up = _GIVEN_UP.search(text)
    if given_up and _is_of(text[: given_up.start()], held):
        return outcome("missing", "given_up", [education.place]) if held == one.school else None
    if not given_up and education.finished is False:
        return outcome("partly", "in_progress", [education.place])
    return outcome("met", "school", [education.place])


def _is_of(before: str, rank: int) -> bool:
    """Whether the last school named is of a rank: "Hauptschule, dann Fachschule ohne Abschluss"."""
    named = _A_SCHOOL.findall(before)
    return not named or _school_rank(named[-1]) == rank


def _school_rank(folded: str) -> int:
    """The rank of the certificate named, else of the school: many leave one with less."""
    told = " ".join(_A_CERTIFICATE.findall(folded)) or folded
    return next((rank for pattern, rank in _SCHOOL if pattern.search(told)), 0)


def _subject_fits(
    one: Wanted, education: Education, text: str
) -> Literal["same", "related"] | None:
    if not one.subjects and not one.core:
        return "related" if one.open else "same"
    about = fold(education.subject) if education.subject else text
    held = subjects_in(about) or subjects_in(text)
    if _HELPER.search(about) and not _HELPER.search(fold(one.label)):
        return "related" if held & one.subjects else None
    if held & one.subjects:
        return "same"
    if one.core and not one.subjects:
        terms = said_terms(education.subject or about)
        if covers(one.core, terms):
            return "same"
    return "related" if groups_of(held) & groups_of(one.subjects) else None


def _is_over(education: Education, text: str, profile: Profile) -> bool:
    """A degree is named, and no period says that it still goes on."""
    ends = education.period.last if education.period else None
    if education.period is not None and (ends is None or ends > profile.today):
        return False
    if education.level in ("apprenticeship", "further", "school"):
        return True
    return bool(_DEGREE_NAMED.search(text))


def _denied(one: Wanted, said: Sequence[Statement]) -> Outcome | None:
    for statement in said:
        if statement.kind != "claim" or statement.stance != "lacks":
            continue
        if any(one.kind in kinds and p.search(statement.folded) for p, kinds in _DENIED):
            return outcome("missing", "denied", [statement.place])
        # Whoever has no mittlere Reife has no Abitur either, but maybe a Hauptschulabschluss.
        if one.kind == "school" and 0 < _school_rank(statement.folded) <= one.school:
            return outcome("missing", "denied", [statement.place])
    return None


def _near_claim(one: Wanted, said: Sequence[Statement]) -> Outcome | None:
    """A certificate in the subject of a training that is asked for."""
    if one.kind != "training" or not (one.core or one.subjects):
        return None
    for statement in said:
        claim = getattr(statement.item, "kind", "")
        if statement.kind == "claim" and claim == "certificate" and statement.stance != "lacks":
            same = one.subjects & subjects_in(statement.folded)
            if same or (one.core and covers(one.core, statement.terms)):
                if statement.stance == "plans" and not statement.going_on:
                    return outcome("unknown", "planned", [statement.place])
                rule = "begun" if statement.stance == "plans" else "other_level"
                return outcome("partly", rule, [statement.place])
    return None


def _kind_in(label: str) -> Kind:
    folded = fold(label)
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), "background")


def _subject(piece: str) -> str:
    """A piece without the words that only say which level it is."""
    kept = [word for word in re.split(r"[\s-]+", piece) if _FRAME.sub("", fold(word)).strip(" .-,")]
    return " ".join(w for w in kept if not re.search(r"abschluss|studium$|ausbildung$", fold(w)))


def _compound_subject(piece: str) -> str:
    """A piece with its compounds opened: "Pflegeausbildung" names Pflege."""
    return re.sub(r"(?i)s?-?(ausbildung|studium|abschluss)\b", r" \1", piece)
