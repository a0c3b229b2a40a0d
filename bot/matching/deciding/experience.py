"""Experience: months of the jobs in the right line of work, overlaps counted once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.german import fold
from bot.german.synonyms import family
from bot.matching.deciding import skills
from bot.matching.deciding.lines_of_work import LineOfWork, lines_wanted
from bot.matching.deciding.outcome import SILENT, Demand, Outcome, outcome
from bot.matching.deciding.skills import Core, covers
from bot.matching.deciding.statements import Statement
from bot.matching.deciding.terms import demanded_terms, plain_words
from bot.matching.profile import Place, Profile, Work

SEVERAL_YEARS, MANY_YEARS = 24, 60
"""What "mehrjährig" and "langjährig" or "längere" are taken to mean, in months."""

_SEVERAL = re.compile(r"mehrjahrig|several years|mehrere jahre")
_MANY = re.compile(r"langjahrig|\blanger(?:e|er|en)\b|many years|extensive")
_RELEVANT = re.compile(
    r"einschlagig|relevant|vergleichbar|ahnlich|entsprechend|fachspezifisch|similar|comparable"
)
_FRAME = re.compile(
    r"\b(?:\w*erfahrung(?:en)?|praxis|berufspraxis|jahr(?:en?)?|monat(?:en?)?|years?|months?|mindestens|"
    r"wenigstens|einschlagige[rns]?|mehrjahrige[rns]?|langjahrige[rns]?|langere[rns]?|relevante?|"
    r"gelten|etwa|bis|at least|minimum|experience|professional|work|berufliche[rns]?|"
    r"nachweisbare?|ein(?:e[nmrs]?)?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|"
    r"\d+|one|two|three|four|five|seven|ten|to|of|in|im|aus|auf|der|dem|den|die|das|des|als|und|"
    r"bei|beim|vom|von|eigene[rn]?|erste[rn]?|gute?|umfangreiche[rn]?|beruf|beruflich)\b"
)
_COMPOUND = re.compile(r"\b(\w{4,}?)s?(?:erfahrung(?:en)?|praxis)\b")
_ALTERNATIVE = re.compile(r"\b(?:oder|beziehungsweise|bzw\.?|or)\b|,")
_WITH = re.compile(r"\b(?:mit|with)\b")
_AGENT = re.compile(r"(?<=\w{5})(?:er|ing|eur|ist|or)$")
_GENERAL = frozenset({"entwickl", "arbeit", "umgang", "bereich", "umfeld", "mitarbeit", "team"})
_NO_WORK = re.compile(
    r"berufserfahrung|work experience|berufspraxis|berufsanfang|professional experience"
)
_WORKED = re.compile(
    r"\b(?:gearbeitet|arbeite|berufstatig|im beruf|tatig|worked|working)\b"
    r"(?!.*(?:ehrenamt|freiwillig|praktik|volunt))"
)


@dataclass(frozen=True, slots=True)
class Field:
    """What experience must be in; without lines and cores, any work counts.

    Attributes:
        lines: known lines of work, any of which counts.
        cores: other words, any of which counts.
        tools: what it must have been done with.
    """

    lines: tuple[LineOfWork, ...]
    cores: tuple[Core, ...]
    tools: Core

    @property
    def is_any(self) -> bool:
        """Whether any work counts."""
        return not (self.lines or self.cores or self.tools)


@functools.lru_cache(maxsize=10_000)
def field_of(label: str) -> Field:
    """What a requirement's experience must be in."""
    folded = fold(label)
    lines = lines_wanted(folded)
    head, *rest = _WITH.split(label, maxsplit=1)
    tools = _specific(demanded_terms(_FRAME.sub(" ", rest[0]))) if rest else ()
    if lines:
        return Field(lines, (), tools)
    compound = _COMPOUND.search(folded)
    named = compound.group(1) if compound and compound.group(1) not in ("beruf", "arbeit") else ""
    pieces = _ALTERNATIVE.split(f"{head} {named}")
    cores = tuple(
        core
        for piece in pieces
        for core in (_specific(demanded_terms(_FRAME.sub(" ", _kept_case(piece)))),)
        if core
    )
    return Field((), cores, tools)


def _kept_case(piece: str) -> str:
    """The piece with framing words gone, whatever their case or umlauts; the rest as written."""
    return " ".join(word for word in piece.split() if _FRAME.sub("", fold(word)).strip())


def _specific(core: Core) -> Core:
    return tuple(options for options in core if options.isdisjoint(_GENERAL))


def decide(demand: Demand, profile: Profile, said: Sequence[Statement]) -> Outcome:
    """Experience by counting; a length that a claim states itself is taken where none counts."""
    field = field_of(demand.label)
    claims = [s for s in said if s.kind == "claim" and _is_about(s, field)]
    sure, near = _jobs(profile, said, field)
    # Whoever works in a line of work and never did one part of it has its experience all the same.
    denied = [s for s in claims if s.stance == "lacks" and (not sure or _is_named(s, field))]
    if denied:
        if not sure:
            return outcome("missing", "denied", [denied[0].place])
        places = [_quote(profile, sure[0]), denied[0].place]
        return outcome("partly", "contradicts_itself", places)
    needed = demand.months or _implied(demand.label)
    counted = months_of(sure)
    beside = [s.place for s in said if s.minor and s.kind == "detail"]
    claimed = [
        s
        for s in claims
        if s.stance == "has"
        and not (s.helped and s.months is None)
        and not any(p.start <= s.place.start and s.place.end <= p.end for p in beside)
    ]
    longest = max((s.months or 0 for s in claimed), default=0)
    places = [_quote(profile, work) for work in sure]
    enough = needed is None or counted >= needed
    if sure and enough and field.is_any and _RELEVANT.search(fold(demand.label)):
        return outcome("partly", "relevance_open", places)
    if sure and enough:
        return outcome("met", "counted_months", places, months=counted, needed=needed or 0)
    if claimed and (needed is None or longest >= needed) and not _all_dated(sure):
        best = max(claimed, key=lambda s: (s.months or 0, -s.place.start))
        return outcome("met", "stated_months", [best.place], months=longest, needed=needed or 0)
    if counted or longest:
        more = [*places, *(s.place for s in claimed if s.months)]
        months = max(counted, longest) if not _all_dated(sure) else counted
        return outcome("partly", "fewer_months", more, months=months, needed=needed or 0)
    if sure or claimed:
        return outcome("partly", "length_unstated", places or [s.place for s in claimed])
    if near:
        return outcome("partly", "near_work", [_quote(profile, work) for work in near])
    planned = [s for s in claims if s.stance == "plans"]
    if planned:
        return outcome("unknown", "planned", [planned[0].place])
    return SILENT if field.is_any or field.lines else _by_skill(field, needed, said)


def _by_skill(field: Field, needed: int | None, said: Sequence[Statement]) -> Outcome:
    """What a list of skills says of experience with a thing: that it is there, not how long."""
    cores = field.cores or (field.tools,)
    found = skills.decide_any(cores, [s for s in said if s.kind == "claim"])
    if found.verdict == "met" and needed is not None:
        return outcome("partly", "length_unstated", found.places)
    return found


def months_of(jobs: Iterable[Work]) -> int:
    """Months of jobs together, overlaps counted once; jobs without a period count nothing.

    Where only years are written, a job counts the least that they allow.
    """
    covered: set[int] = set()
    for job in jobs:
        if job.period is None or job.months is None:
            continue
        first = job.period.first.number
        last = job.period.last.number if job.period.last else first + job.months - 1
        start = max(first, last - job.months + 1)
        covered.update(range(start, start + job.months))
    return len(covered)


def _all_dated(jobs: Sequence[Work]) -> bool:
    """Whether there are jobs that all say exactly when."""
    return bool(jobs) and all(job.period is not None and job.period.exact for job in jobs)


def _implied(label: str) -> int | None:
    folded = fold(label)
    if _MANY.search(folded):
        return MANY_YEARS
    return SEVERAL_YEARS if _SEVERAL.search(folded) else None


def _jobs(
    profile: Profile, said: Sequence[Statement], field: Field
) -> tuple[list[Work], list[Work]]:
    """Jobs that are surely in the field, and those that are near it or beside studies."""
    sure: list[Work] = []
    near: list[Work] = []
    for work in profile.work:
        own = [s for s in said if s.item is work]
        titles = [s for s in own if s.kind == "title"]
        details = [s for s in own if s.kind == "detail"]
        minor = any(s.minor for s in own)
        if field.is_any:
            (near if minor else sure).append(work)
            continue
        direct = [s for s in details if not s.helped]
        with_tools = not field.tools or any(covers(field.tools, s.terms | s.wider) for s in own)
        if field.lines or field.cores:
            done = _in_lines(field, titles, direct) or _in_cores(field, [*titles, *direct])
        else:
            done = with_tools
        if done and with_tools:
            (near if minor else sure).append(work)
        elif done or (_is_near(field, own) and with_tools):
            near.append(work)
    return sure, near


def _in_lines(field: Field, titles: Sequence[Statement], details: Sequence[Statement]) -> bool:
    return any(
        any(line.title.search(s.folded) for s in titles)
        or any(line.doing.search(s.folded) for s in details)
        for line in field.lines
    )


def _in_cores(field: Field, own: Sequence[Statement]) -> bool:
    for core in field.cores:
        if any(covers(core, s.terms | s.wider) for s in own):
            return True
        roots = {_root(term) for options in core for term in options if not term.startswith("@")}
        if roots and any(_has_roots(roots, s) for s in own if s.kind == "title"):
            return True
    return False


def _has_roots(roots: set[str], statement: Statement) -> bool:
    """Whether a title has words of the same families: "Bauleiterin" for "Bauleitung"."""
    return roots <= {_root(word) for word in plain_words(statement.text)}


def _root(word: str) -> str:
    return _AGENT.sub("", family(word)) or word


def _is_near(field: Field, own: Sequence[Statement]) -> bool:
    return any(
        (line.near is not None and line.near.search(s.folded))
        or (s.helped and line.doing.search(s.folded))
        for line in field.lines
        for s in own
    )


def _is_about(claim: Statement, field: Field) -> bool:
    if field.is_any:
        told = _NO_WORK.search(claim.folded) or (claim.months and _WORKED.search(claim.folded))
        return getattr(claim.item, "kind", "") == "experience" and bool(told)
    kind = getattr(claim.item, "kind", "")
    if kind not in ("experience", "skill", "other"):
        return False
    named = any(
        line.wanted.search(claim.folded) or line.doing.search(claim.folded) for line in field.lines
    )
    if not named:
        cores = field.cores or ((field.tools,) if field.tools and not field.lines else ())
        named = any(covers(core, claim.terms | claim.wider) for core in cores)
    # A skill in the field is no experience unless it says how long.
    return named and (kind == "experience" or claim.stance == "lacks" or claim.months is not None)


def _is_named(claim: Statement, field: Field) -> bool:
    """Whether a claim names the field itself, not only what is done in it."""
    named = any(line.wanted.search(claim.folded) for line in field.lines)
    return named or not field.lines


def _quote(profile: Profile, work: Work) -> Place:
    end = profile.text.find("\n", work.place.start, work.place.end)
    return Place(work.place.start, work.place.end if end < 0 else end)
