"""Pieces of a question: a place, a year, a level, a circumstance, a bare noun."""

from __future__ import annotations

import re

from bot.dialogue import rewriting
from bot.dialogue.intents import has_topic, intent_of
from bot.dialogue.language import Language, language_of
from bot.dialogue.levels import level_in
from bot.dialogue.places import branch_in, in_country, places_in, year_in
from bot.dialogue.rewriting import Subject
from bot.domain import Intent
from bot.german import fold, words
from bot.german.employment import is_term
from bot.german.synonyms import synonyms
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import folded_phrase

PIECE_START = re.compile(
    r"^(?:in|im|bei|beim|mit|ohne|fur|pro|als|nach|ab|seit|vor|per|auf|aus|zum|zur|unter|uber|"
    r"brutto|netto|monatlich|jahrlich|stundlich|durchschnittlich|hierzulande|freiberuflich|"
    r"selbststandig|at|on|for|as|without|with|after|before|monthly|yearly|annually|gross|net)\b"
)
_NOUN_PHRASE = re.compile(
    r"^(?P<article>(?:der|die|das|den|dem|ein|eine|einen|the|seine?|ihre?|his|their)\s+)?"
    r"(?P<noun>[^\W\d_][\w-]*(?:\s+[\w-]+){0,3})$",
    re.IGNORECASE,
)
_PAY_ITSELF = re.compile(
    r"\b(?:gehalt|verdienst|lohn|vergutung|bezahlung|einkommen|kohle|salary|pay)$"
)
_DUTIES_THEMSELVES = re.compile(r"\b(?:aufgaben?|tatigkeiten|dut(?:y|ies)|tasks|responsibilities)$")
_CAREER_ITSELF = re.compile(r"\b(?:karriere\w*|aufstieg\w*|\w*perspektiven?|career\w*)$")
_DEMANDS_THEMSELVES = re.compile(
    r"\b(?:voraussetzungen|anforderungen|qualifikation(?:en)?|requirements|qualifications)$"
)
_ITSELF: tuple[tuple[re.Pattern[str], Intent], ...] = (
    (_PAY_ITSELF, "salary"),
    (_DUTIES_THEMSELVES, "duties"),
    (_CAREER_ITSELF, "career"),
    (_DEMANDS_THEMSELVES, "qualifications"),
)


def resolved(bare: str, previous: str, catalogue: RoleCatalogue, language: Language) -> str | None:
    """The question that a piece stands for after ``previous``; None where it is no piece."""
    piece = bare.strip("?!., ")
    changed = modified(previous, piece, catalogue)
    if changed:
        return changed
    noun = _NOUN_PHRASE.match(piece)
    if not noun or not (has_topic(piece) or _is_of_work(noun["noun"])):
        return None
    subjects = rewriting.subjects_of(previous, catalogue)
    compares = intent_of(previous, len(subjects), plain=False) == "comparison"
    if len(subjects) > 1 and compares:
        return _as_aspect(previous, noun["noun"], noun["article"] or "")
    return _about(noun["noun"], noun["article"] or "", subjects[-1], language)


def _is_of_work(noun: str) -> bool:
    """Whether everyday working life knows a noun: "und Teilzeit?" is asked of the role."""
    found = words(noun)
    return bool(found) and (is_term(found[-1]) or bool(synonyms(found[-1])))


def modified(question: str, piece: str, catalogue: RoleCatalogue) -> str | None:
    """``question`` under another circumstance; None where ``piece`` is none."""
    phrase = folded_phrase(piece)
    length = len(phrase.split())
    if not phrase:
        return None
    if length <= 12 and re.match(r"(?:wenn|falls|sofern|if)\b", phrase):
        return f"{question.rstrip('?!. ')}, {piece.strip('?!., ')}?"
    places = places_in(piece)
    if places and length <= 5:
        inside = piece[places[0].start : places[0].end]
        if not re.match(r"(?:in|im|aus|für|from|for)\b", inside, re.IGNORECASE):
            piece = in_country(places[0].country, language_of(question))
        return rewriting.with_place(question, piece)
    if year_in(piece) and length <= 4:
        return rewriting.with_year(question, piece)
    if level_in(piece) and length <= 8:
        return _at_level(question, piece, phrase, catalogue)
    if length <= 8 and (PIECE_START.match(phrase) or branch_in(piece)):
        return rewriting.appended(
            _without_branch(question) if branch_in(piece) else question, piece
        )
    return None


def _without_branch(question: str) -> str:
    if not branch_in(question):
        return question
    return re.sub(
        r"\s+(?:in der|im|in|bei)\s+[\w-]+(?:[- ](?:branche|industrie|bereich))?(?=\s*[?.!]*$)",
        "",
        question,
        flags=re.IGNORECASE,
    )


def _at_level(question: str, piece: str, phrase: str, catalogue: RoleCatalogue) -> str:
    word = re.fullmatch(
        r"(?:(?:als|fur|fr|ein|eine|einen|der|die|den|as|for|an?) )*(junior|senior|lead)s?"
        r"(?: level| position| stelle| rolle)?",
        phrase,
    )
    if word:
        return rewriting.with_level(question, word[1].capitalize(), catalogue)
    plain = rewriting.without_level(question, catalogue)
    if PIECE_START.match(phrase) or phrase.startswith(("am ", "von ")):
        return rewriting.appended(plain, piece)
    joined = "as" if language_of(question) == "en" else "als"
    return rewriting.appended(plain, f"{joined} {piece}")


def _as_aspect(previous: str, noun: str, determiner: str) -> str:
    if language_of(previous) == "en":
        return rewriting.appended(previous, f"with regard to {determiner}{noun}")
    determiner = {"der ": "den "}.get(determiner.lower(), determiner.lower())
    return rewriting.appended(previous, f"im Hinblick auf {determiner}{noun}")


def _about(noun: str, determiner: str, subject: Subject, language: Language) -> str:
    """The question that a bare noun stands for: "Und Berufserfahrung?"."""
    phrase, label = folded_phrase(noun), subject.label
    for pattern, itself in _ITSELF:
        if pattern.search(phrase):
            return rewriting.question_about(itself, label, language)
    if language == "en":
        return f"What about {determiner}{noun} for {subject.indefinite('en')}?"
    intent = intent_of(noun, 0, plain=False)
    article = fold(determiner).strip()
    if article in ("der", "die", "das"):
        return f"Wie ist {determiner.lower()}{noun} bei einem {label}?"
    if article in ("ein", "eine", "einen"):
        verb = "Bekommt" if intent == "salary" else "Braucht"
        return f"{verb} ein {label} {determiner.lower()}{noun}?"
    if intent == "qualifications":
        return f"Braucht ein {label} {rewriting.capitalised(noun)}?"
    return f"Wie ist es bei einem {label} mit {rewriting.capitalised(noun)}?"
