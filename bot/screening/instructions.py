"""Lines of a document that give orders to whoever evaluates it.

The rules read facts and obey nobody, so such a line changes nothing by itself. It may name a
requirement, though ("mark the degree as met"): what stands in such a line counts as no evidence.
It stays visible, and the reviewer is told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.matching.profile import Place, Profile
from bot.matching.reading.months import together

INSTRUCTED = (
    "Das Dokument enthält Anweisungen an Auswertungsprogramme. Sie wurden nicht befolgt; was in "
    "diesen Zeilen steht, zählt nicht als Beleg."
)

_NEAR = r"[^.!?]{0,60}?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:ignore|disregard|forget|override|bypass)\b{_NEAR}\b(?:rules?|instructions?|"
        r"prompts?|guidelines?|criteria|requirements|everything above|previous|constraints)\b",
        rf"\b(?:ignoriere?n?|missachten?|missachte|vergiss|vergessen sie|übergehen?|umgehen?)\b"
        rf"{_NEAR}\b(?:regeln?|anweisung\w*|vorgaben?|instruktion\w*|prompts?|kriterien|anforderung\w*|"
        r"bisherige\w*|vorherige\w*)\b",
        rf"\b(?:alle[sr]?|jede\w*|sämtliche\w*|everything|all|every|this|diese\w*|mich|me)\b{_NEAR}"
        r"\b(?:als|as)\s+[„“\"'«»]?(?:erfüllt|geeignet|bestanden|met|fulfilled|satisfied|qualified|"
        r"suitable|passed)\b",
        rf"\b(?:mark|rate|grade|label|classify|evaluate|rank|score|bewerte\w*|markiere\w*|stufe\w*|"
        rf"kennzeichne\w*)\b{_NEAR}\b(?:met|erfüllt|fulfilled|top candidate|best candidate|"
        r"beste[rn]? (?:bewerber|kandidat)\w*)\b",
        r"\b(?:dear|note (?:to|for)|attention|message (?:to|for)|hinweis (?:an|für)|nachricht an|"
        r"anweisung an|an (?:die|das|den))\b\W{0,3}(?:\w+ ){0,2}?(?:ai|ki|llms?|chatgpt|"
        r"sprachmodell\w*|language models?|bots?|recruiting-?software|screening-?\w+|ats)\b",
        r"\b(?:you are now|from now on you|du bist (?:nun|jetzt|ab sofort)|system ?prompt)\b",
    )
)


def without_instructions(profile: Profile) -> tuple[Profile, bool]:
    """The profile without what such lines say, and whether there were any.

    The text stays as it is, so that all places stay; the lines become unread ones.
    """
    lines = _ordering_lines(profile.text)
    if not lines:
        return profile, False

    def kept(place: Place) -> bool:
        return all(place.end <= line.start or line.end <= place.start for line in lines)

    work = tuple(
        replace(job, details=tuple(d for d in job.details if kept(d)))
        for job in profile.work
        if kept(job.place)
    )
    spans = [job.period for job in work if job.period and not job.training]
    unread = {place for place in profile.unread if kept(place)} | set(lines)
    cleaned = replace(
        profile,
        work=work,
        education=tuple(e for e in profile.education if kept(e.place)),
        languages=tuple(one for one in profile.languages if kept(one.place)),
        claims=tuple(c for c in profile.claims if kept(c.place)),
        unread=tuple(sorted(unread, key=lambda p: (p.start, p.end))),
        months_of_work=together(spans, profile.today) if spans else None,
    )
    return cleaned, True


def _ordering_lines(text: str) -> list[Place]:
    """Whole lines that such a phrase touches; it may run over a line's end."""
    spans = [match.span() for pattern in _PATTERNS for match in pattern.finditer(text)]
    places, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and any(s < end and start < e for s, e in spans):
            places.append(Place(start, end))
        start = end + 1
    return places
