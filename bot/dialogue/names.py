"""Roles that a question names, with their place: known ones, short forms, titles unknown here.

People type "n kam", "Account-Managerin" or "zahnarzt"; sentences in articles don't, so these
rules are for questions alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.german import STOP_WORDS, fold, words
from bot.knowledge.roles import Role, RoleCatalogue
from bot.knowledge.titles import named_roles
from bot.knowledge.topics import is_bare, is_topical


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role named at ``start`` to ``end``; ``role_id`` is None for one the catalogue lacks."""

    role_id: str | None
    start: int
    end: int


_LONGEST_NAME = 5
_MOST_KEYWORDS = 4
_NEAR = 40
"""Characters beside a word that can tell what it is."""
_TOKEN = re.compile(
    r"[^\W_]+(?:(?:[:*·]|/-?|_)in(?:nen)?\b|\((?:in|innen)\))?",
    re.IGNORECASE,
)
_GAP = re.compile(r"(?:[ \u00a0]?[-\u2011][ \u00a0]?|[ \u00a0])")

# Short forms that are also everyday words: in lower case they need a sign beside them.
_ALSO_WORDS = STOP_WORDS | {"kam"}
_INDEFINITE = (
    r"(?:eine?[nmrs]?|['’`]?n|['’`]?ne[nmr]?|keine?[nmrs]?|jede[rnms]?|als|vom|zum|beim|nachm|"
    r"fürn|fuern|furn|aufm|pro|guter?|gute[nm]|normaler?|junior|senior|an?|become)"
)
_DEFINITE = r"(?:der|die|den|dem|des|dieser?|diesem|diesen|the|bei|für|von|mit|zu|for|of|to)"
_VERB_KAM_BEFORE = re.compile(
    r"\b(?:wie|wer|was|wann|woher|es|er|sie|ich|man|so|warum|dann|da|davor|danach|welche\w*|"
    r"dazu|plötzlich)\s+$",
    re.IGNORECASE,
)
_VERB_KAM_AFTER = re.compile(
    r"\s+(?:es|er|sie|ich|man|das|dies|der|die|dazu|da|raus|heraus|zu|zum|zur|vor|nach|aus|in|"
    r"gestern|heute|noch|nicht|auf|mir|uns|dir)\b",
    re.IGNORECASE,
)
_PREPOSITION_AM_AFTER = re.compile(
    r"\s+(?:\w*(?:sten|esten)\b|anfang|ende|tag|abend|morgen|mittag|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonntag|wochenende|markt|rande?|telefon|arbeitsplatz|standort|"
    r"schluss|stück|\d)",
    re.IGNORECASE,
)
# No article and no adverb stands behind the preposition: "schreibt der am die Angebote".
_NO_PREPOSITION_AM_AFTER = re.compile(
    r"\s+(?:die|den|das|eine?n?|keine?n?|seine?n?|auch|nur|denn|eigentlich|selber|selbst|noch|so|"
    r"immer|viele?|mit|von|bei|für|fuer|überhaupt|jetzt|dann)\b",
    re.IGNORECASE,
)

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
_DETERMINER = re.compile(
    r"(?:^|\b(?:eine?[nmrs]?|['’]?n|['’]?ne[nmr]?|als|zum|zur|vom|beim|für|von|der|die|den|dem|"
    r"an?|the|of|and|und|oder|or|verdienen|vs))\s+$",
    re.IGNORECASE,
)
# A capital at a sentence's beginning says nothing.
_CAPITAL_BEFORE = re.compile(r"(?<=[^\s.?!:] )(?P<word>[A-ZÄÖÜ][a-zäöüß]+) $")
_CAPITAL_AFTER = re.compile(r" [A-ZÄÖÜ][a-zäöüß]+")


def role_names(text: str, catalogue: RoleCatalogue) -> list[RoleName]:
    """All roles that a question names, in order, none inside another; the longest name wins."""
    known = list(_known(text, catalogue))
    found: list[RoleName] = []
    for name in sorted(
        [*known, *_unknown(text, known, catalogue)], key=lambda n: (n.start, -n.end)
    ):
        if not found or name.start >= found[-1].end:
            found.append(name)
        elif found[-1].role_id is not None and name.end > found[-1].end:
            found[-1] = name
    return found


def written_out(text: str, catalogue: RoleCatalogue) -> str:
    """``text`` with short forms of roles in full: what a search should look for."""
    for name in reversed(role_names(text, catalogue)):
        if name.role_id is None:
            continue
        role = catalogue.get(name.role_id)
        typed = fold(text[name.start : name.end]).rstrip("s")
        if typed in {fold(short) for short in role.abbreviations}:
            text = text[: name.start] + role.preferred_label + text[name.end :]
    return text


def _before(text: str, start: int) -> str:
    """What stands right before a place; a text's own start stays recognisable."""
    return text[max(0, start - _NEAR) : start]


def _known(text: str, catalogue: RoleCatalogue) -> Iterator[RoleName]:
    tokens = list(_TOKEN.finditer(text))
    named = [all(map(catalogue.in_a_name, words(token.group()))) for token in tokens]
    position = 0
    while position < len(tokens):
        found = _name_at(text, tokens, named, position, catalogue)
        if found:
            role_id, length = found
            start, end = tokens[position].start(), tokens[position + length - 1].end()
            if role_id not in catalogue.occupations or _is_meant(text, start, end):
                yield RoleName(role_id, start, end)
            position += length
        else:
            position += 1


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether words that some occupation is called by are a title where they stand.

    The thousands of names hold many an everyday word. Who writes nouns with capitals writes a
    title so, too, or sets an article before it: "ich steige" names no "Steiger". And what stands
    in the middle of a longer name is a part of that: "Net Promoter Score".
    """
    typed = text[start:end]
    if typed == typed.lower() and any(token[:1].isupper() for token in text.split()[1:]):
        return bool(_DETERMINER.search(_before(text, start)))
    before = _CAPITAL_BEFORE.search(_before(text, start))
    if before is None or not _CAPITAL_AFTER.match(text, end):
        return True
    folded = fold(before["word"])
    return is_topical(folded) or is_bare(folded)


def _name_at(
    text: str,
    tokens: list[re.Match[str]],
    named: Sequence[bool],
    position: int,
    catalogue: RoleCatalogue,
) -> tuple[str, int] | None:
    """The role whose name begins at a token, and how many tokens the longest one takes."""
    reach = 0
    while (
        reach < _LONGEST_NAME
        and position + reach < len(tokens)
        and named[position + reach]
        and (
            reach == 0
            or _GAP.fullmatch(
                text[tokens[position + reach - 1].end() : tokens[position + reach].start()]
            )
        )
    ):
        reach += 1
    start = tokens[position].start()
    for length in range(reach, 0, -1):
        end = tokens[position + length - 1].end()
        role_id = catalogue.id_of(text[start:end]) if end - start > 3 else None
        if role_id:
            return role_id, length
    short = _short_form(text, tokens, position, catalogue)
    return (short, 1) if short else None


def _short_form(
    text: str, tokens: list[re.Match[str]], position: int, catalogue: RoleCatalogue
) -> str | None:
    typed = tokens[position].group()
    for role in catalogue.roles:
        for short in role.abbreviations:
            if typed.lower() not in (short.lower(), f"{short.lower()}s"):
                continue
            plain = typed[: len(short)]
            if (plain == short and not text.isupper()) or typed.lower() == f"{short.lower()}s":
                return role.id
            if short.lower() not in _ALSO_WORDS or _meant(text, tokens, position, role, catalogue):
                return role.id
    return None


def _meant(
    text: str,
    tokens: list[re.Match[str]],
    position: int,
    role: Role,
    catalogue: RoleCatalogue,
) -> bool:
    """Whether a word that is also an everyday one stands for the role here."""
    token = tokens[position]
    before, after = _before(text, token.start()), text[token.end() :][:_NEAR]
    shorts = "|".join(s.lower() for r in catalogue.roles for s in r.abbreviations)
    joined = r"(?:\s*(?:und|oder|vs\.?|versus|and|or|zu|zum|/|,|-)\s*)"
    beside = re.compile(
        rf"{joined}(?:\w+\s+)?(?:{shorts}|account|key|\w*betreuer)\b", re.IGNORECASE
    )
    others = {s.lower() for r in catalogue.roles if r is not role for s in r.abbreviations}
    if beside.match(after) or re.search(
        rf"(?:\b(?:{'|'.join(others) or 'x'})|manager\w*|betreuer\w*){joined}$",
        before,
        re.IGNORECASE,
    ):
        return True
    if _is_keywords(tokens, catalogue):
        return True
    indefinite = re.search(rf"(?:^|\s|\b){_INDEFINITE}\s+$", before, re.IGNORECASE)
    definite = re.search(rf"(?:^|\s){_DEFINITE}\s+$", before, re.IGNORECASE)
    if token.group().lower() == "am":
        if _NO_PREPOSITION_AM_AFTER.match(after) and (indefinite or definite):
            return True
        return bool(indefinite) and not _PREPOSITION_AM_AFTER.match(after)
    described = re.search(rf"\b{_INDEFINITE}\s+\w+e[nmrs]?\s+$", before, re.IGNORECASE)
    if indefinite or definite or described:
        return True
    if _VERB_KAM_AFTER.match(after) or _VERB_KAM_BEFORE.search(before):
        return False
    return (
        token.group().lower() != "kam"
        or position == len(tokens) - 1
        or bool(
            re.search(
                r"\b(?:verdient|macht|braucht|tut|und|oder|does|and|or)\s+$", before, re.IGNORECASE
            )
        )
    )


def _is_keywords(tokens: list[re.Match[str]], catalogue: RoleCatalogue) -> bool:
    """Whether a question is but a role's short form and words of what is wanted: "kam gehalt"."""
    if len(tokens) > _MOST_KEYWORDS:
        return False
    shorts = {s.lower() for role in catalogue.roles for s in role.abbreviations}
    rest = [fold(t.group()) for t in tokens if t.group().lower() not in shorts]
    return (
        0 < len(rest) <= 2
        and len(rest) < len(tokens)
        and all(len(word) > 3 and (is_topical(word) or is_bare(word)) for word in rest)
    )


def _unknown(text: str, known: list[RoleName], catalogue: RoleCatalogue) -> Iterator[RoleName]:
    starts = {name.start for name in known}
    for start, end in _titles(text):
        if not _BACKGROUND.search(_before(text, start)) and _is_foreign(text[start:end], catalogue):
            yield RoleName(None, start, end)
    for start, end in _in_slots(text):
        # "ein guter Account Manager": an adjective before a title that is known.
        if end + 1 not in starts and _is_foreign(text[start:end], catalogue):
            yield RoleName(None, start, end)
    for start, end in _in_english_slots(text):
        overlaps = any(name.start < end and start < name.end for name in known)
        if not overlaps and _is_foreign(text[start:end], catalogue):
            yield RoleName(None, start, end)


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
        if _DETERMINER.search(_before(text, role.start)) or role.end - role.start >= 9:
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
