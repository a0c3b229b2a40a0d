"""Questions for an interview, and what must not be asked in one."""

from __future__ import annotations

import re
from typing import Any

from bot.screening.adverts import check_wording

# What an applicant need not answer (§§ 1, 7 AGG; § 26 BDSG; Art. 5 (2) EU 2023/970), as words of
# a requirement. "alter" alone, not inside of "Verwalter".
_PROTECTED = re.compile(
    r"\b(?:alters?|geburts\w+|schwanger\w*|kinder(?:wunsch|los)?|famili(?:e|en|är\w*)(?:stand)?|"
    r"ehe|verheiratet|ledig|religi\w+|konfession\w*|kirche\w*|glaube\w*|weltanschauung\w*|"
    r"gewerkschaft\w*|partei\w*|\w*behinder\w*|krankheit\w*|gesund\w*|gesundheitlich\w*|"
    r"herkunft|nationalität\w*|staats(?:angehörig|bürger)\w*|muttersprach\w*|geschlecht\w*|"
    r"hautfarbe|sexuell\w*|aussehen|äußere[sn]?|erscheinungsbild|vorstrafe\w*|"
    r"(?:bisherig\w*|letzt\w*|aktuell\w*) (?:gehalt|vergütung)\w*|"
    r"age|pregnan\w+|children|marital|disabilit\w+|illness|health|origin|nationality|"
    r"native|sex|gender|appearance|religion|church|union|salary)\b",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"gesundheits(?:wesen|förder|manag|schutz|ökonom|wirtschaft|politik|recht)\w*|"
    r"health ?care|religionspädagog\w*|kinder(?:garten|tages|pfleg|betreu|kranken)\w*|"
    r"(?:arbeit mit|(?:betreuung|pflege|beratung|unterstützung|begleitung) von|umgang mit) .*",
    re.IGNORECASE,
)

CAUTION = (
    "Diese Anforderung kann das Allgemeine Gleichbehandlungsgesetz berühren; bitte prüfen Sie, ob "
    "die Aufgabe sie verlangt. Eine Frage dazu wird nicht vorgeschlagen."
)


def caution(requirement: dict[str, Any]) -> str | None:
    """Why a requirement should be looked at again; None where nothing speaks against it."""
    label = str(requirement["label"])
    is_protected = bool(_PROTECTED.search(_AT_WORK.sub(" ", label)))
    return CAUTION if is_protected or check_wording(label) else None


def question(requirement: dict[str, Any], proposed: str | None) -> str | None:
    """The question that would settle a requirement, unless it must not be asked."""
    return None if caution(requirement) else proposed
