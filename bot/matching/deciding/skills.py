"""Skills, traits and certificates: by the words that name them, and how well."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from bot.german import fold
from bot.matching.deciding.outcome import SILENT, Demand, Outcome, all_of, any_of, outcome
from bot.matching.deciding.phrases import traits_told
from bot.matching.deciding.statements import Statement
from bot.matching.deciding.terms import demanded_terms, is_trait, name_of, said_terms
from bot.matching.deciding.vocabulary import DOING, LOOSE_KINDS, SHOWN_BY_DOING

BASIC, GOOD, VERY_GOOD = 1, 2, 3
MONTHS_FOR_GOOD, MONTHS_FOR_VERY_GOOD = 12, 36

Core = tuple[frozenset[str], ...]

_BASIC = re.compile(
    r"grund(?:kenntnis|lage|wissen)|\w-?grundlagen|basiskenntnis|basics?\b|beginner|anfanger|"
    r"einstieg|erste[nr]? (?:kenntnis|erfahrung)|einfache kenntnis|schulkenntnis|"
    r"geringe|wenig(?!er)|rudimentar|elementary|some knowledge|angelesen|"
    r"(?:rough|basic|vague) (?:idea|notion)|(?:grobe|vage|ungefahre)\w* (?:vorstellung|ahnung|idee)"
)
_VERY_GOOD = re.compile(
    r"sehr (?:gut|sicher|versiert)|exzellent|hervorragend|ausgezeichnet|experte|expert|advanced|"
    r"fortgeschritten|taglich|every day|daily|in-depth|tiefgehend|vertieft|umfassend|umfangreich|"
    r"excellent|proficient|versiert|routiniert|langjahrig|jeden tag|\balltag\b"
)
_GOOD = re.compile(r"\bgute?[nsr]?\b|sicher|fundiert|solide|grundlich|good|solid|confident|strong")
# Marks of German schools: 1 is the best of six.
_MARK = (
    r"\b(?:eine?r?|ne|ner|note|mit)\W{{1,2}}{}(?:[.,]\d)?"
    r"(?=\W*(?:$|[.,;)!]|(?:in|im|und|auf|das)\b))"
)
_BEST_MARK, _GOOD_MARK = re.compile(_MARK.format(1)), re.compile(_MARK.format(2))
_DEMANDS_VERY_GOOD = re.compile(r"sehr gut|exzellent|hervorragend|excellent|tiefgehend|expert")
_DEMANDS_GOOD = re.compile(r"\bgute?[nsr]?\b|sicher|fundiert|grundlich|umfangreich|good|profound")
_ALTERNATIVE = re.compile(r"\s*(?:,\s*)?\b(?:oder|beziehungsweise|bzw\.?|or)\b\s*")
_TOGETHER = re.compile(r"\s*(?:,\s*|\b(?:und|sowie|and)\b\s*)+")
_CERTIFIED = re.compile(
    r"weiterbild|fortbild|zertifi|certif|kurs\b|schulung|lehrgang|expert|coach|fachmann|fachfrau|"
    r"fachwirt|manager|training|\bihk\b|prufung|schein\b|ausbildung|professional"
)


_WORKS_AS = re.compile(r"\b(?:was|war|am|bin|worked|work|arbeite\w*|gearbeitet|tatig)\b")
_COACHING_OTHERS = re.compile(r"coaching (?:der|des|von|vom|fur|of|for)\b")
_TITLES = re.compile(r"\w*(?:expert|coach|manager|professional)\w*")
_DOING = frozenset((*DOING, "fuhren"))
_OF_A_THING = re.compile(r"\W*[a-zäöüß]+(?:e|en|er|es|em) ([A-ZÄÖÜ]\w+)|flexible (hours|working)")
_NO_TRAIT = re.compile(
    r"(?:intern|extern)\w* kommunik|unternehmenskommunik|corporate communic|communications depart"
)
_OF_A_PERSON = re.compile(
    r"arbeit(?:sweise|en)?$|\bart|person|mensch|auftreten|denk|handel|verhand|team|wesen|charakt|"
    r"mitarbeit|kolleg|typ|netzwerk|kommunik|starke|fahig|kompeten|geschick|vermogen|talent|"
    r"belastbar|bereitschaft|orientier|sinn|verstandnis|auffassung|erscheinung|geist|mentalitat|"
    r"bewusstsein|kraft|freude|flexibil|keit$|heit$|tat$|ung$|sorgfalt|geduld|empathie|disziplin"
)


@functools.lru_cache(maxsize=50_000)
def parts_of(label: str) -> tuple[tuple[Core, ...], bool]:
    """The parts of a requirement, and whether one of them is enough.

    A label is only taken apart where each part names a thing by itself.
    """
    for divider, one_is_enough in ((_ALTERNATIVE, True), (_TOGETHER, False)):
        pieces = [piece for piece in divider.split(label) if piece.strip()]
        cores = tuple(demanded_terms(piece) for piece in pieces)
        if len(pieces) > 1 and all(cores) and all(map(_names_a_thing, pieces)):
            return cores, one_is_enough
    whole = demanded_terms(label)
    return ((whole,) if whole else ()), False


def decide(demand: Demand, said: Sequence[Statement]) -> Outcome:
    """A skill by the statements that name it."""
    cores, one_is_enough = parts_of(demand.label)
    if not cores:
        return SILENT
    degree = _demanded_degree(demand.label)
    asks_doing = all(fold(word).strip(".,") in _DOING for word in demand.label.split())
    outcomes = [
        _done(core, said) or _decide_part(core, degree, said)
        if asks_doing
        else _decide_part(core, degree, said)
        for core in cores
    ]
    return any_of(outcomes) if one_is_enough else all_of(outcomes)


def _done(core: Core, said: Sequence[Statement]) -> Outcome | None:
    """What is asked for as an activity alone is met by a job of a year that names it."""
    done = [
        s
        for s in said
        if s.kind == "detail"
        and not (s.helped or s.minor)
        and (s.months or 0) >= MONTHS_FOR_GOOD
        and covers(core, s.terms)
    ]
    return outcome("met", "used_at_work", [done[0].place]) if done else None


def decide_any(cores: Sequence[Core], said: Sequence[Statement]) -> Outcome:
    """The best of some things, however well they are known."""
    return any_of([_decide_part(core, None, said) for core in cores])


def decide_certificate(label: str, said: Sequence[Statement]) -> Outcome:
    """A certificate or a further training: a statement that names it as such."""
    cores, one_is_enough = parts_of(_without_training(label))
    if not cores:
        # A driving licence is a certificate, but nobody asks for it in these words.
        held = [
            s
            for s in said
            if s.kind == "claim"
            and s.stance == "has"
            and _is_certificate(s)
            and getattr(s.item, "kind", "") != "mobility"
        ]
        return outcome("partly", "some_certificate", [held[0].place]) if held else SILENT
    certificates = [s for s in said if s.stance != "has" or _is_certificate(s)]
    outcomes = [_decide_part(core, None, certificates) for core in cores]
    return any_of(outcomes) if one_is_enough else all_of(outcomes)


def covers(core: Core, terms: frozenset[str]) -> bool:
    """Whether terms say every word of a core."""
    return all(not options.isdisjoint(terms) for options in core)


def degree_of(statement: Statement) -> int | None:
    """How well a statement says something is known; None where it doesn't tell."""
    if _BASIC.search(statement.folded):
        return BASIC
    if _VERY_GOOD.search(statement.folded) or _BEST_MARK.search(statement.folded):
        return VERY_GOOD
    is_good = _GOOD.search(statement.folded) or _GOOD_MARK.search(statement.folded)
    return GOOD if is_good else None


def _decide_part(core: Core, degree: int | None, said: Sequence[Statement]) -> Outcome:
    trait = any(is_trait(term) for options in core for term in options)
    named = [s for s in said if covers(core, s.terms | s.wider)]
    has = [s for s in named if s.stance == "has"]
    # Whoever lacks or learns one kind of a thing says nothing of the thing.
    lacks = [s for s in named if s.stance == "lacks" and covers(core, s.terms)]
    stated = _by_trait(core, has) if trait else _by_statement(core, degree, has)
    if lacks and stated.verdict != "unknown":
        places = [*stated.places, lacks[0].place]
        return outcome("partly", "contradicts_itself", places)
    if lacks:
        return outcome("missing", "denied", [lacks[0].place])
    if stated.verdict != "unknown":
        return stated
    if trait and len(core) > 1:
        return _without_its_adjective(core, said)
    planned = [s for s in named if s.stance == "plans" and covers(core, s.terms)]
    if planned:
        begun = [s for s in planned if s.going_on]
        return (
            outcome("partly", "begun", [begun[0].place])
            if begun
            else outcome("unknown", "planned", [planned[0].place])
        )
    return SILENT


def _by_trait(core: Core, has: Sequence[Statement]) -> Outcome:
    """A trait is met by saying so; work shows some of them, but not how well."""
    claimed = [s for s in has if s.kind == "claim" and not _is_of_a_thing(s)]
    stated = [s for s in claimed if _is_stated(core, s)]
    if stated:
        return outcome("met", "stated_trait", [s.place for s in stated])
    shown = {name_of(term) for options in core for term in options} & SHOWN_BY_DOING
    done = [s for s in has if s in claimed or (s.kind == "detail" and not s.helped)]
    if shown and done:
        return outcome("partly", "shown_at_work", [s.place for s in done])
    return SILENT


def _is_stated(core: Core, claim: Statement) -> bool:
    """Whether a claim is about the trait, not only about doing what takes it."""
    if _NO_TRAIT.search(claim.folded):
        return False
    told = " ".join(w for w in claim.about.split() if fold(w).strip(".,;:") not in DOING)
    terms = said_terms(told) | traits_told(claim.folded)
    return covers(core, terms) or (degree_of(claim) or 0) >= GOOD


def _is_of_a_thing(statement: Statement) -> bool:
    """Whether the trait is said of a thing: "flexible Arbeitszeiten"."""
    match = _OF_A_THING.match(statement.about)
    return match is not None and not _OF_A_PERSON.search(fold(match.group(1)))


def _without_its_adjective(core: Core, said: Sequence[Statement]) -> Outcome:
    """The trait without what narrows it: "belastbar" for "körperlich belastbar"."""
    traits = tuple(options for options in core if any(map(is_trait, options)))
    found = _by_trait(traits, [s for s in said if s.stance == "has" and covers(traits, s.terms)])
    return outcome("partly", "wider_trait", found.places) if found.verdict == "met" else SILENT


def _by_statement(core: Core, degree: int | None, has: Sequence[Statement]) -> Outcome:
    if not has:
        return SILENT
    loose = all(
        not covers(core, s.terms)
        and any(name_of(t) in LOOSE_KINDS for t in s.wider if any(t in o for o in core))
        for s in has
    )
    if loose:
        return outcome("partly", "kind_of_it", [s.place for s in has])
    best = max(has, key=lambda s: (_reached(s), -s.place.start))
    reached = _reached(best)
    wanted = degree or GOOD - 0.5
    if reached >= wanted:
        rule = "used_at_work" if best.kind in ("title", "detail") else "named"
        return outcome("met", "learnt" if best.kind == "education" else rule, [best.place])
    rule = "only_basics" if reached == BASIC else "degree_unstated"
    return outcome("partly", rule, [best.place])


def _reached(statement: Statement) -> float:
    """What degree a statement shows; naming alone shows more than basics and less than good."""
    stated = degree_of(statement) if statement.kind == "claim" else None
    if stated is not None:
        return stated
    if statement.kind in ("title", "detail"):
        if _BASIC.search(statement.folded):
            return BASIC
        months = statement.months or 0
        if months >= MONTHS_FOR_VERY_GOOD:
            return VERY_GOOD
        return GOOD if months >= MONTHS_FOR_GOOD else GOOD - 0.5
    if statement.kind == "claim" and statement.months is not None:
        return VERY_GOOD if statement.months >= MONTHS_FOR_VERY_GOOD else GOOD
    return GOOD if statement.kind == "education" else GOOD - 0.5


def _demanded_degree(label: str) -> int | None:
    folded = fold(label)
    if _BASIC.search(folded):
        return BASIC
    if _DEMANDS_VERY_GOOD.search(folded):
        return VERY_GOOD
    return GOOD if _DEMANDS_GOOD.search(folded) else None


def _names_a_thing(piece: str) -> bool:
    """Whether a piece of a label stands by itself: a noun, no stranded verb or adjective."""
    tokens = piece.split()
    return bool(tokens) and (tokens[-1][0].isupper() or not tokens[-1].isalpha())


def _is_certificate(statement: Statement) -> bool:
    if getattr(statement.item, "kind", "") == "certificate":
        return True
    told = statement.folded
    if statement.kind == "claim" and _WORKS_AS.search(told):
        told = _TITLES.sub(" ", told)  # whoever was a coach needn't have learnt it
    told = _COACHING_OTHERS.sub(" ", told)
    return statement.kind in ("claim", "education") and bool(_CERTIFIED.search(told))


_TRAINING = re.compile(
    r"(?i)weiterbildung(?:en)?|fortbildung(?:en)?|zertifikate?|zertifizierung|certificate|"
    r"zusatzqualifikationen|-?ausbildung|training|(?:etwa|z\. ?B\.).*"
)


def _without_training(label: str) -> str:
    return _TRAINING.sub(" ", label)
