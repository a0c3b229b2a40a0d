"""Titles in questions that none of the known roles bears: "zahnarzt", "does a nurse earn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.dialogue.beside import DETERMINER, before
from bot.german import STOP_WORDS, fold, words
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.titles import named_roles
from bot.knowledge.topics import is_topical

_SCOPES = frozenset(
    "strategic global national international regional area digital online it pharma junior senior "
    "lead deputy".split()
)
# What anybody may be who asks or works; no occupation.
_ANYBODY = re.compile(
    r"(?:mitarbeiter|arbeitnehmer|arbeitgeber|einsteiger|anfanger|absolvent|student|praktikant|"
    r"bewerber|kunde|chef|angestellter?|freelancer|freiberufler|selbststandiger?|mensch|mann|"
    r"frau|vater|mutter|partner|kollege|vorgesetzter?|deutscher?|auslander|werkstudent|bachelor|"
    r"master|minister|azubi|experte|fuhrerschein|computer|beruf|unternehmer|ingenieurstudium|"
    r"verkaufer im aussendienst|interessent|gesprachspartner|ansprechpartner|anbieter|manager|"
    r"arbeiter|nutzer|dienstleister|lieferant|wettbewerber|quereinsteiger|durchschnittsverdiener|"
    r"besserverdiener|spitzenverdiener|monat|alter|fehler|vorteil|konzern|mittelstandler)\w{0,3}$"
)
_OCCUPATION_ENDINGS = re.compile(
    r"(?:\w{2}(?:er|or|eur|ist|ent|ant|ger|loge|graf|graph|nom|iker|arzt|wirt)(?:in)?|"
    r"\w+(?:mann|frau|kraft|hilfe|amter?|angestellter?|assistenz|pfleger?|meister))$"
)
# Where a question puts the occupation that it asks about.
_SLOT = re.compile(
    r"(?:\b(?:verdien\w*|macht|tut|bekommt|kriegt|braucht|arbeitet|earns?|does|leistet)\s+"
    r"(?:(?:so|denn|eigentlich)\s+)?(?:eine?|['’]?ne?|an?|der|die)\s+|"
    r"\b(?:wird|werde|werden|become|becoming)\s+(?:(?:man|ich|an?)\s+)*|"
    r"\b(?:gehalt|verdienst|lohn|aufgaben|job|beruf|arbeit|karriere)\s+(?:als|eines|einer|von|"
    r"vom|des)\s+(?:eine?[mrs]?\s+)?)"
    r"(?P<title>[^\W\d_][\w-]*)",
    re.IGNORECASE,
)
# In English no ending tells an occupation; only these places do, whatever word stands there.
_ENGLISH_TITLE = r"(?P<{0}>[a-z]+(?: [a-z]+){{0,2}}?)"
_ENGLISH_SLOTS = (
    re.compile(
        rf"\b(?:does|do|would|will|can)\s+an?\s+{_ENGLISH_TITLE.format('a')}\s+"
        r"(?:earn|make(?!s? sense)|do|get paid)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:becom(?:e|ing)|work(?:ing)? as|(?:salary|pay|wages?) (?:of|for)|"
        rf"(?:duties|tasks|job|career|skills) (?:of|as))\s+an?\s+{_ENGLISH_TITLE.format('a')}"
        r"(?=\s*(?:[?.!,]|$))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bbetween\s+an?\s+{_ENGLISH_TITLE.format('a')}\s+and\s+an?\s+"
        rf"{_ENGLISH_TITLE.format('b')}(?=\s*(?:[?.!,]|$))",
        re.IGNORECASE,
    ),
)
_ANYTHING_ENGLISH = re.compile(
    r"(?:company|firm|business|employer|employee|person|human|wo?man|customer|client|team|manager|"
    r"boss|graduate|beginner|junior|senior|freelancer|newcomer|degree|apprenticeship|trainee|"
    r"student|candidate|applicant|recruiter|day|week|year|month|difference|must)s?$",
    re.IGNORECASE,
)
_LEVEL_WORDS = frozenset("junior senior lead".split())
_BACKGROUND = re.compile(
    r"\b(?:gelernte[rn]?|ausgebildete[rn]?|ehemalige[rn]?|studierte[rn]?)\s+$", re.IGNORECASE
)


def foreign_titles(
    text: str, known: Sequence[tuple[int, int]], catalogue: RoleCatalogue
) -> Iterator[tuple[int, int]]:
    """Where titles stand that the catalogue lacks; some may be found twice.

    Args:
        text: the question.
        known: where known roles are named.
        catalogue: the known roles.
    """
    starts = {start for start, _ in known}
    for start, end in _titles(text):
        if not _BACKGROUND.search(before(text, start)) and _is_foreign(text[start:end], catalogue):
            yield start, end
    for start, end in _in_slots(text):
        # "ein guter Account Manager": an adjective before a title that is known.
        if end + 1 not in starts and _is_foreign(text[start:end], catalogue):
            yield start, end
    for start, end in _in_english_slots(text):
        overlaps = any(first < end and start < last for first, last in known)
        if not overlaps and _is_foreign(text[start:end], catalogue):
            yield start, end


def _in_english_slots(text: str) -> Iterator[tuple[int, int]]:
    """Where English puts an occupation: "does a nurse earn", "between a baker and a cook"."""
    for slot in _ENGLISH_SLOTS:
        for match in slot.finditer(text):
            for place, title in match.groupdict().items():
                if not _ANYTHING_ENGLISH.search(title):
                    yield match.span(place)


def _titles(text: str) -> Iterator[tuple[int, int]]:
    for role in named_roles(text):
        yield role.start, role.end
    if any(token[:1].isupper() for token in text.split()[1:]):
        return
    # Nothing but the start is a capital: titles can't be told by theirs.
    raised = re.sub(r"(?<![\w])[^\W\d_]", lambda m: _upper(m.group()), text)
    for role in named_roles(raised):
        if DETERMINER.search(before(text, role.start)) or role.end - role.start >= 9:
            yield role.start, role.end


def _upper(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter


def _in_slots(text: str) -> Iterator[tuple[int, int]]:
    """Nouns in an occupation's form where a question puts an occupation."""
    capitals = any(token[:1].isupper() for token in text.split()[1:])
    for match in _SLOT.finditer(text):
        title = match["title"]
        if capitals and not title[0].isupper():
            continue
        folded = fold(title)
        if not capitals and not re.search(
            r"\b(?:eine?|n|ne|an?|als)\s+$", text[: match.start("title")]
        ):
            continue  # "wie werde ich besser"
        if folded in STOP_WORDS or folded in _LEVEL_WORDS:
            continue
        if _OCCUPATION_ENDINGS.search(folded):
            yield match.start("title"), match.end("title")


def _is_foreign(title: str, catalogue: RoleCatalogue) -> bool:
    """Whether a title is none of the catalogue's, nor one with a mere scope before it."""
    folded = words(title)
    if not folded or (_ANYBODY.match(folded[-1]) and len(folded) == 1):
        return False
    if catalogue.id_of(title):
        return False
    for cut in range(1, len(folded)):
        if all(word in _SCOPES for word in folded[:cut]) and catalogue.id_of(
            " ".join(folded[cut:])
        ):
            return False
    return not is_topical(folded[0]) or len(folded) > 1
