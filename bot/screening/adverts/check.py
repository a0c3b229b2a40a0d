"""The check of a job advert: sentences to findings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from bot.domain import Sentence
from bot.errors import UnreadableError
from bot.matching.profile import Place
from bot.passages.sentences import split_sentences
from bot.screening.adverts.finding import AdvertFinding, Certainty
from bot.screening.adverts.frames import Framed, framed
from bot.screening.adverts.pay import pay_instead, tells_pay
from bot.screening.adverts.texts import TEXTS
from bot.screening.adverts.titles import OPEN_TO_ALL, headline_for_one_sex
from bot.screening.adverts.wordings import WORDINGS

MAX_CHARACTERS = 100_000
MAX_SENTENCE = 1_000
"""Longer ones are read in pieces: patterns look back and forth, so their time grows faster than
the text."""

# Words that say who is welcome, or what need not be told, ask for nothing.
_FOR_ALL = re.compile(
    r"\b(?:unabhängig von|ungeachtet|egal|gleich welche\w*|jede[rns]? (?:alters|nationalität|"
    r"herkunft|religion|geschlechts)|aller? (?:nationalitäten|altersgruppen|kulturen|geschlechter)|"
    r"regardless of|irrespective of|without regard to|diskriminier\w*|discriminat\w*|"
    r"bei gleicher eignung|bei gleicher qualifikation|"
    r"(?:müssen|brauchen|sollen|musst|brauchst) (?:sie |du |dafür )?(?:uns )?(?:nicht|kein\w*)\b|"
    r"muss (?:\w+ ){0,3}?(?:nicht|kein\w*)\b|spielt? (?:\w+ ){0,2}?keine rolle|kein muss|"
    r"(?:ob|egal ob) [^.;]{1,60} oder (?:nicht|\w+)|"
    r"nicht (?:nötig|erforderlich|notwendig|zwingend|vorausgesetzt)|"
    r"(?:is|are) not our (?:concern|business)|geht uns nichts an|interessiert uns nicht|"
    r"(?:is|are) not (?:required|necessary|needed)|(?:does not|doesn't) matter|"
    r"(?:need not (?!apply)|don't need|don't have to|do not need)|"
    r"(?:all|any) (?:ages|nationalities|genders|backgrounds|religions)|"
    r"(?:fragen|erheben) (?:wir )?nicht|(?:never|not|don't) ask|"
    r"bewerbungen von [^.;]{1,60}(?:willkommen|erwünscht|gern gesehen)|"
    r"(?:freuen|begrüßen|ermutigen)[^.;]{1,60}bewerbungen von|"
    r"equal opportunit\w+|chancengleichheit)\b",
    re.IGNORECASE,
)
# What follows may ask for the contrary: "Erfahrung ist nicht nötig, aber Sie sind jung".
_TURN = re.compile(r",? (?:aber|jedoch|allerdings|sondern|but|however)\b|;", re.IGNORECASE)


def check_advert(text: str) -> list[AdvertFinding]:
    """Wordings of a job advert to look at again, in reading order; what is missing comes last.

    Args:
        text: the advert as plain text, German or English.

    Raises:
        UnreadableError: it is empty or longer than ``MAX_CHARACTERS``.
    """
    if not text.strip():
        raise UnreadableError(
            "Die Stellenanzeige ist leer.",
            english="The job advert is empty.",
        )
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(
            "Der Text ist zu lang für eine Stellenanzeige.",
            english="The text is too long for a job advert.",
        )
    sentences = _pieces(text)
    return [
        *_headline(text, sentences),
        *_wordings(text, sentences),
        *_pay(text, sentences),
    ]


def check_wording(text: str) -> list[AdvertFinding]:
    """As ``check_advert`` for a part of an advert: nothing is called missing."""
    return _wordings(text, _pieces(text))


def _pieces(text: str) -> list[Sentence]:
    """The sentences, long ones cut at a space."""
    pieces = []
    for sentence in split_sentences(text):
        start, end = sentence.start, sentence.end
        while end - start > MAX_SENTENCE:
            space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
            cut = start + MAX_SENTENCE if space < 0 else space
            pieces.append(Sentence(start, cut))
            start = cut
        pieces.append(Sentence(start, end))
    return pieces


def _headline(text: str, sentences: Sequence[Sentence]) -> list[AdvertFinding]:
    """A title for one sex as an advert's first line."""
    if OPEN_TO_ALL.search(text):
        return []
    first = sentences[0]
    said = text[first.start : first.end]
    return [
        _finding("sex_title", text, first.start + start, first.start + end)
        for start, end in headline_for_one_sex(said)
    ]


def _wordings(text: str, sentences: Iterable[Sentence]) -> list[AdvertFinding]:
    is_open = bool(OPEN_TO_ALL.search(text))
    found: list[AdvertFinding] = []
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        free: list[tuple[int, int]] | None = None
        places: list[tuple[int, int, str]] = []
        for rule in WORDINGS:
            if rule.name == "sex_title" and is_open:
                continue
            for start, end in sorted(rule.found(said)):
                free = _said_for_all(said) if free is None else free
                if any(begin <= start < stop for begin, stop in free):
                    continue
                # One finding of a kind in a sentence: its reason would only be said twice.
                if all((end <= s or e <= start) and rule.name != n for s, e, n in places):
                    places.append((start, end, rule.name))
        sure: dict[str, Certainty] = {}
        for one in framed(said):
            free = _said_for_all(said) if free is None else free
            if any(begin <= one.start < stop for begin, stop in free):
                continue
            if _is_new(one, places):
                places.append((one.start, one.end, one.rule))
                sure[one.rule] = one.certainty
        found += [
            _finding(rule, text, sentence.start + start, sentence.start + end, sure.get(rule))
            for start, end, rule in sorted(places)
        ]
    return found


def _is_new(one: Framed, places: Iterable[tuple[int, int, str]]) -> bool:
    """Whether no finding of the sentence lies there or touches the same law."""
    law = TEXTS[one.rule].law
    return all(
        (one.end <= start or end <= one.start) and not law.shares_trait_with(TEXTS[rule].law)
        for start, end, rule in places
    )


def _said_for_all(sentence: str) -> list[tuple[int, int]]:
    """The parts of a sentence that leave nobody out."""
    turns = [match.start() for match in _TURN.finditer(sentence)]
    bounds = itertools.pairwise([0, *turns, len(sentence)])
    return [(start, end) for start, end in bounds if _FOR_ALL.search(sentence, start, end)]


def _pay(text: str, sentences: Sequence[Sentence]) -> list[AdvertFinding]:
    if tells_pay(text, sentences):
        return []
    said = pay_instead(text, sentences)
    if said is None:
        return [_finding("pay_missing", text, None, None)]
    rule, start, end = said
    return [_finding(rule, text, start, end)]


def _finding(
    rule: str, text: str, start: int | None, end: int | None, certainty: Certainty | None = None
) -> AdvertFinding:
    told = TEXTS[rule]
    if start is None or end is None:
        span, quote = None, None
    else:
        while end > start and text[end - 1].isspace():
            end -= 1
        span, quote = Place(start, end), text[start:end]
    return AdvertFinding(
        span=span,
        quote=quote,
        rule=rule,
        law=told.law.line,
        certainty=certainty or told.certainty,
        reason=told.reason,
        suggestion=told.suggestion,
        sources=told.law.sources,
    )
