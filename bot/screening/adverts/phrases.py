"""Words that several rules look for: who is spoken of, and to whom."""

from __future__ import annotations

SEEKS = (
    r"\b(?:such(?:en|t|e|st)|gesucht\w*|stellen\b.*\bein\b|verstärk\w+|verstärkung|bewirb|"
    r"willkommen|looking for|seek(?:s|ing)?|want(?:ed)?|hir(?:e|es|ing)|recruit\w*|join)\b"
)
FOR_OTHERS = (
    r"\b(?:(?<!nur )für|mit|von|an|bei|zwischen|unter|zu|(?<!looking )for|with|to|of|by|"
    r"among|from)\s+"
    r"(?:\w+\s+)?"
)
OTHERS = (
    r"\b(?:kund\w+|kinder\w*|patient\w*|gäste\w*|zielgruppe\w*|jugendliche\w*|teilnehm\w+|"
    r"schüler\w*|bewohner\w*|klient\w*|mitglieder\w*|nutzer\w*|leser\w*|mandant\w*|"
    r"users?|customers?|clients?|children|pupils?|guests?|residents|audience)\b"
)
PERSON = (
    r"(?:mitarbeit\w+|kolleg\w+|talente?n?|menschen|leute|frau(?:en)?|mann|männer|bewerber\w*|"
    r"(?:fach|arbeits|verkaufs|service|büro|lehr|pflege|hilfs)?kr[aä]ft\w*|nachwuchs\w*|"
    r"absolvent\w*|persone?n?|persönlichkeit\w*|kandidat\w*|team\w*player\w*|köpfe\w*|"
    r"\w+(?:verkäufer|berater|manager|leiter|assistent|betreuer|vertriebler|entwickler)\w*|"
    r"verkäufer\w*|berater\w*|manager\w*|leiter\w*|assistent\w*|betreuer\w*)"
)
