"""Short forms of roles in questions: "n kam", "AM oder KAM"; in lower case many are words too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.beside import after, before
from bot.german import STOP_WORDS, fold
from bot.knowledge.roles import Role, RoleCatalogue
from bot.knowledge.topics import is_bare, is_topical

_MOST_KEYWORDS = 4

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


def short_form(
    text: str, tokens: Sequence[re.Match[str]], position: int, catalogue: RoleCatalogue
) -> str | None:
    """The id of the role that a token is a short form of, if it is meant for one where it stands.

    Args:
        text: the question.
        tokens: its words, in order.
        position: of the token among them.
        catalogue: the roles with their abbreviations.
    """
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
    tokens: Sequence[re.Match[str]],
    position: int,
    role: Role,
    catalogue: RoleCatalogue,
) -> bool:
    """Whether a word that is also an everyday one stands for the role here."""
    token = tokens[position]
    ahead, behind = before(text, token.start()), after(text, token.end())
    shorts = "|".join(s.lower() for r in catalogue.roles for s in r.abbreviations)
    joined = r"(?:\s*(?:und|oder|vs\.?|versus|and|or|zu|zum|/|,|-)\s*)"
    beside = re.compile(
        rf"{joined}(?:\w+\s+)?(?:{shorts}|account|key|\w*betreuer)\b", re.IGNORECASE
    )
    others = {s.lower() for r in catalogue.roles if r is not role for s in r.abbreviations}
    if beside.match(behind) or re.search(
        rf"(?:\b(?:{'|'.join(others) or 'x'})|manager\w*|betreuer\w*){joined}$",
        ahead,
        re.IGNORECASE,
    ):
        return True
    if _is_keywords(tokens, catalogue):
        return True
    indefinite = re.search(rf"(?:^|\s|\b){_INDEFINITE}\s+$", ahead, re.IGNORECASE)
    definite = re.search(rf"(?:^|\s){_DEFINITE}\s+$", ahead, re.IGNORECASE)
    if token.group().lower() == "am":
        if _NO_PREPOSITION_AM_AFTER.match(behind) and (indefinite or definite):
            return True
        return bool(indefinite) and not _PREPOSITION_AM_AFTER.match(behind)
    described = re.search(rf"\b{_INDEFINITE}\s+\w+e[nmrs]?\s+$", ahead, re.IGNORECASE)
    if indefinite or definite or described:
        return True
    if _VERB_KAM_AFTER.match(behind) or _VERB_KAM_BEFORE.search(ahead):
        return False
    return (
        token.group().lower() != "kam"
        or position == len(tokens) - 1
        or bool(
            re.search(
                r"\b(?:verdient|macht|braucht|tut|und|oder|does|and|or)\s+$", ahead, re.IGNORECASE
            )
        )
    )


def _is_keywords(tokens: Sequence[re.Match[str]], catalogue: RoleCatalogue) -> bool:
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
