"""What sources ask of those who want a role: education, experience, skills, languages, mobility."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.facts import Requirement, RequirementKind
from bot.knowledge.facts import asking
from bot.knowledge.facts.aligned import aligned
from bot.knowledge.facts.demands import Demand, demands, head_of_item, is_category
from bot.knowledge.facts.durations import durations
from bot.knowledge.facts.modals import MODAL
from bot.knowledge.facts.phrases import is_quality
from bot.knowledge.facts.role_mentions import RoleMention
from bot.knowledge.facts.statements import Statement
from bot.knowledge.titles import slug
from bot.knowledge.topics import topics_of

_LANGUAGES = (
    "englisch|deutsch|franzosisch|spanisch|italienisch|russisch|polnisch|turkisch|chinesisch|"
    "niederlandisch|portugiesisch|arabisch|japanisch|english|german"
)
_KIND_WORDS: tuple[tuple[RequirementKind, str], ...] = (
    (
        "skill",
        r"weiterbildungsbereitschaft|(?:bereitschaft|lust|bereit)\b.*bildung|"
        r"bildung bereit|lernbereit|organisationserfahrung",
    ),
    (
        "mobility",
        r"reise(?!buro|leit|verkehr)|fuhrerschein|fahrerlaubnis|umzug|mobilitat|\bmobil\b|"
        r"auslandseins|auswarts|nachbarfilial|standortwechsel|\btravel\b|"
        r"auslandsaufenthalt\w* bereit|unterwegs|\bpkw\b|dienstreise|pendel",
    ),
    (
        "language",
        rf"\w*sprach(?:e|en|kenntnisse?n?|kenntnis|niveau|lich\w*)\b|"
        rf"\b(?:\w*-)?(?:{_LANGUAGES})(?:e[nmrs]?)?\w*|\b[abc][12]\b|muttersprach\w*",
    ),
    (
        "experience",
        r"\w*erfahrung(?:en)?\b|praktik(?:um|a|ums)\b|berufspraxis|praxisjahr|"
        r"\bpraxis\b|\bexperience\b|berufsjahre?n?|werkstudent\w*|erfahrene?\b|\btrack "
        r"record|"
        r"\d+ jahre\b|\bjahre im\b|referenzprojekt",
    ),
    (
        "education",
        r"stud(?:ium|ien|iums|iengang\w*|iert\w*)\b|\w*studium\w*|\w*ausbildung\w*|"
        r"\w*abschluss\w*|bachelor\w*|master(?!\w*plan)\w*|hochschul\w*|universitat\w*|"
        r"\blehre\b|"
        r"diplom(?!at)\w*|\w*examen\w*|\w*meister(?:brief|prufung|schule|titel)?\b|promotion|"
        r"\w*abitur\w*|\w*zertifi\w*|\w*(?:weiter|fort)bildung\w*|\w*umschulung\w*|"
        r"approbation|"
        r"\w*reife\b|gelernte[rn]?\b|\w*lehrgang\w*|\w*prufung\b|traineeprogramm\w*|"
        r"volontariat|"
        r"referendariat|\bschule\b|fachschule|akademie|\bhintergrund\b|\bdegree\b|"
        r"\w*schulabschluss|duales|kurs\b|"
        r"vorbereitungsdienst|staatlich\w* anerkann\w*|qualifikationsnachweis|sachkunde\w*",
    ),
    (
        "other",
        r"fuhrungszeugnis|gesundheit(?:szeugnis|spass|liche eignung)|impf\w*|mindestalter|"
        r"volljahrig\w*|\bjahre alt|\w*staatsangehorigkeit|arbeitserlaubnis|aufenthalts\w+|"
        r"schicht\w*|wochenend\w*|nachtdienst\w*|bereitschaftsdienst\w*|rufbereitschaft|"
        r"\w*tauglich\w*|\w*tuchtigkeit|\w*staplerschein|seh(?:vermogen|test)|"
        r"schwindelfrei\w*|vorstrafen\w*|sicherheitsuberprufung|"
        r"arbeitszeit\w*|\w*kapital\b",
    ),
)
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _KIND_WORDS)
_SPEAKS_OF_ITSELF = re.compile(r"\b(?:wir|uns|unser\w*)\b", re.IGNORECASE)
_HAS_VERB = re.compile(
    r"\b(?:ist|sind|hat|haben|muss|mussen|sollte|sollten|kann|konnen|wird|werden|darf|"
    r"durfen|gibt|"
    r"gilt|bist|hast|er|du|man|kommt|kommen|reicht|genugt)\b"
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:unternehmen|firma|firmen|betriebe?|kunden?|organisation(?:en)?|team|teams|projekte?|"
    r"mandant(?:en)?|patient(?:en)?|investition)\b(?: \w+){0,3} (?:brauch|benotig)\w*|"
    r"(?:brauch|benotig)\w* (?:ein |das |die |jedes )?(?:unternehmen|firma|betrieb|kunde)"
)
_JOB = re.compile(
    r"\b(?:der|die|das|diese[rsm]?|dieser|in dem|im|fur den|fur die) (?:\w+ )?"
    r"(?:job|beruf|rolle|position|stelle|tatigkeit|arbeit)\b|"
    r"\b(?:arbeitgeber|stellenausschreibungen|stellenanzeigen|unternehmen|firmen|betriebe) "
    r"(?:\w+ ){0,3}(?:erwart|verlang|forder|such|setz|leg)\w*"
)
_PERSON = re.compile(r"\b(?:er|sie|man|du|wer|bewerber\w*|kandidat\w*|quereinsteiger\w*)\b")
_PREDICATE = re.compile(
    r"\b(?:ist|sind|wird|werden)\b.*\b(?:pflicht|bedingung|\w*voraussetzung|voraus\w+|"
    r"erforderlich|notig|"
    r"notwendig|unerlasslich|unverzichtbar|ein muss|vorgeschrieben|gern gesehen|von vorteil|"
    r"erwartet|"
    r"verlangt|gefordert|wunschenswert)\b|\b(?:unerlasslich|pflicht|voraussetzung|bedingung|"
    r"notig|"
    r"notwendig|vorausgesetzt|vorgeschrieben|wichtig|gefragt) (?:ist|sind|wird|werden)\b|"
    r"\bsetze\w* .*\bvoraus\b|\bohne\b|\buntergrenze\b|\bkann nicht schaden\b"
)
_OPENS_OPEN = re.compile(r"(?:wie|welche\w?|was|ob)\b")
_PERHAPS = re.compile(r"(?:jemand|wer)\b")
_ADVANCEMENT = re.compile(
    r"\b(?:aufsteig\w*|aufstieg\w*|befordert|beforderung|karriereweg|"
    r"ruckt|rucken|wechsel\w*)\b"
)
_OTHER_SECTIONS = {"salary", "company"}


def requirements(statements: tuple[Statement, ...]) -> tuple[Requirement, ...]:
    """Everything that the sentences ask for, once for each role, in reading order."""
    found: dict[tuple[str, str], Requirement] = {}
    for statement in statements:
        for demand in _demands_of(statement):
            for role in _asked(statement):
                requirement = _requirement(statement, demand, role)
                found.setdefault((requirement.id, statement.span.source_id), requirement)
    return tuple(found.values())


def kind_of(label: str) -> RequirementKind:
    """The kind of requirement that a label names by its words; a skill where none tells."""
    folded = aligned(label).folded
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), "skill")


def months_of(label: str) -> int | None:
    """The least experience that a label states, in months; None where no length is stated."""
    stated = durations(aligned(label).folded)
    return stated[0].months if stated else None


def _asked(statement: Statement) -> list[str | None]:
    """The roles that are asked, without one that they are only compared with; else None."""
    compared = re.search(r"(?:mehr|weniger|\w{3}ere[rnsm]?)\b.*?\bals\b", statement.text)
    if compared and len(statement.named) > 1:
        before = {m.role_id for m in statement.mentions if m.end <= compared.end()}
        return [*sorted(statement.roles & before or statement.roles)] or [None]
    return [*sorted(statement.roles)] or [None]


def _own(statement: Statement, start: int = 0) -> tuple[RoleMention, ...]:
    """Where the text from ``start`` on names the roles that it is about.

    Other roles it names may be what is asked for ("ein gelernter Medienkaufmann").
    """
    return tuple(
        replace(m, start=m.start - start, end=m.end - start)
        for m in statement.mentions
        if m.role_id in statement.roles and m.start >= start
    )


def _requirement(statement: Statement, demand: Demand, role: str | None) -> Requirement:
    kind = kind_of(demand.label)
    return Requirement(
        id=slug(f"{role or 'role'} {kind} {demand.label}"),
        role=role,
        label=demand.label,
        kind=kind,
        relation="optional" if demand.optional else "essential",
        months_of_experience=months_of(demand.label) if kind == "experience" else None,
        span=statement.span,
    )


def _demands_of(statement: Statement) -> Iterator[Demand]:
    text = statement.text
    if text.endswith(("?", ":")) or _SPEAKS_OF_ITSELF.search(text) or _states_pay(statement):
        return
    if _APPLYING.search(aligned(statement.section.heading or "").folded):
        return
    expected = _asks_for(statement)
    frame = aligned(statement.lead_in or statement.section.heading or "").folded
    if expected and statement.is_item and statement.opens_paragraph:
        yield from _of_item(statement, frame)
        return
    yield from _of_sentence(statement, expected)


def _of_sentence(statement: Statement, expected: bool) -> Iterator[Demand]:
    """What a whole sentence asks for; ``expected`` below a heading that announces it."""
    folded = aligned(statement.text).folded
    if _OPENS_OPEN.match(folded) or (_PERHAPS.match(folded) and not asking.DEMAND.search(folded)):
        return
    named = _own(statement)
    stated = bool(asking.DEMAND.search(folded) or asking.OPTIONAL.search(folded))
    able = bool(MODAL.search(folded)) and bool(named or _PERSON.search(folded))
    if expected:
        if not (stated or able or _TRIGGERS.search(folded) or _entry(folded)):
            return
    elif not (stated or able) or not _is_demand_on_a_person(statement, folded, named):
        return
    entry_only = not stated and not _TRIGGERS.search(folded)
    for demand in demands(statement.text, named):
        kind = kind_of(demand.label)
        can_do = able and "konnen" in folded and bool(_ABILITY.search(demand.label))
        if entry_only:
            fits = kind in {"education", "experience"}
        else:
            fits = expected or kind != "skill" or is_quality(demand.label) or can_do
        if fits:
            yield demand


_APPLYING = re.compile(r"bewerb|vorstellungsgesprach|lebenslauf")
_ABILITY = re.compile(r" [a-zäöüß]+(?:en|ern|eln)$")


_TRIGGERS = re.compile(
    "|".join(f"(?:{p.pattern})" for p in (asking.DEMAND, asking.POSSESS, MODAL, asking.OPTIONAL))
)


def _entry(folded: str) -> bool:
    return bool(asking.ENTRY.search(folded)) and kind_of(folded) in {"education", "experience"}


def _of_item(statement: Statement, frame: str) -> Iterator[Demand]:
    text = statement.text
    head = head_of_item(text)
    if head and not is_category(head[0]):
        named = tuple(m for m in _own(statement) if m.end <= len(head[0]))
        optional = asking.OPTIONAL.search(aligned(text).folded)
        for demand in demands(head[0], named, is_fragment=True, frame=frame):
            yield Demand(demand.label, demand.optional or bool(optional), demand.start, demand.end)
        return
    if head:
        frame = f"{frame} {aligned(head[0]).folded}"
        text = head[1]
    folded = aligned(text).folded
    named = _own(statement, len(statement.text) - len(text))
    fragment = not (named or _HAS_VERB.search(folded) or _strong(folded))
    if fragment or _TRIGGERS.search(folded) or _entry(folded):
        for demand in demands(text, named, is_fragment=fragment, frame=frame):
            yield demand


def _strong(folded: str) -> bool:
    return bool(
        re.search(
            r"\b(?:brauch|benotig|verlang|erwart|verfug|besitz|such|voraus|mitbring|erforder)\w*",
            folded,
        )
    )


def _asks_for(statement: Statement) -> bool:
    """Whether what surrounds the statement announces requirements."""
    if statement.lead_in:
        topics = topics_of(statement.lead_in)
        folded = aligned(statement.lead_in).folded
        if "qualifications" in topics or asking.DEMAND.search(folded):
            return True
        if topics:
            return False
    topics = list(statement.section_topics)
    if not topics or topics[0] in _OTHER_SECTIONS:
        return False
    return topics[0] == "qualifications" or (
        "qualifications" in topics and topics[0] not in {"comparison", "career"}
    )


def _is_demand_on_a_person(
    statement: Statement, folded: str, named: tuple[RoleMention, ...]
) -> bool:
    """Whether a sentence outside the chapters on requirements asks it of those in the role."""
    topics = statement.section_topics
    if (topics and topics[0] in _OTHER_SECTIONS) or _OTHER_SUBJECT.search(folded):
        return False
    if _ADVANCEMENT.search(folded) or not statement.roles:
        return False
    if len({m.role_id for m in statement.mentions}) > 1 and re.search(r"\bwerden\b", folded):
        return False
    if topics and topics[0] == "career" and not _strong(folded):
        return False
    return bool(named or _JOB.search(folded) or _PERSON.search(folded) or _PREDICATE.search(folded))


def _states_pay(statement: Statement) -> bool:
    return "salary" in statement.topics and bool(re.search(r"\d|gehalt", statement.text, re.I))
