"""Words that several rules look for: who is spoken of, and to whom."""

from __future__ import annotations

SEEKS = (
    r"\b(?:such(?:en|t|e|st)|gesucht\w*|stellen\b.*\bein\b|verstärk\w+|verstärkung|bewirb|"
    r"willkommen|bevorzug\w*|vorzugsweise|erwünscht|gewünscht|gefragt|(?:brauchen|benötigen) wir|"
    r"wir (?:brauchen|benötigen|wünschen)|(?:we|you) need|freue?n?\b|erwarte[nt]|"
    r"looking for|seek(?:s|ing)?|want(?:ed)?|needed|preferred|preferably|hir(?:e|es|ing)|"
    r"recruit\w*|join)\b"
)
FOR_OTHERS = (
    r"\b(?:(?<!nur )für|mit|von|an|bei|zwischen|unter|zu|(?<!looking )for|with|to|of|by|"
    r"among|from)\s+"
    r"(?:\w+\s+)?"
)
OTHERS = (
    r"\b(?:kund\w+|kinder\w*|patient\w*|gäste\w*|zielgruppe\w*|jugendliche\w*|teilnehm\w+|"
    r"schüler\w*|bewohner\w*|klient\w*|mitglieder\w*|nutzer\w*|leser\w*|mandant\w*|"
    r"erwachsene\w*|senior(?:en|innen)\w*|paare\w*|"
    r"users?|customers?|clients?|children|pupils?|guests?|residents|audience|readers)\b"
)
SERVES = (
    r"\b(?:betreu\w+|berat\w+|begleit\w+|unterricht\w*|pfleg\w+|schul(?:en|st|t)|support\w*|"
    r"advis\w+|coach\w*|teach\w*)\b"
)
"""What is done for others: "Sie beraten Menschen über 60" asks nobody for an age."""
PERSON = (
    r"(?:mitarbeit\w+|kolleg\w+|\w*talente?n?|menschen|leute|frau(?:en)?|mann|männer|bewerb\w*|"
    r"(?:fach|arbeits|verkaufs|service|büro|lehr|pflege|hilfs|nachwuchs)?kr[aä]ft\w*|nachwuchs\w*|"
    r"absolvent\w*|persone?n?|persönlichkeit\w*|kandidat\w*|team\w*player\w*|köpfe\w*|dame\w*|"
    r"\w+(?:verkäufer|berater|manager|leiter|assistent|betreuer|vertriebler|entwickler)\w*|"
    r"verkäufer\w*|berater\w*|manager\w*|leiter\w*|assistent\w*|betreuer\w*|bedienung\w*|"
    r"köch\w*|koch|haushaltshilfe\w*|putzfrau|aushilfe\w*|hilfe|applicants?|candidates?|staff|"
    r"employees?|workers?|people|persons?)"
)
LANGUAGE = (
    r"(?:deutsch\w*|englisch\w*|französisch\w*|spanisch\w*|italienisch\w*|polnisch\w*|"
    r"russisch\w*|türkisch\w*|niederländisch\w*|german|english|french|spanish|italian|dutch|"
    r"polish|russian|turkish)"
)
EXCLUDED = (
    r"\b[^.;]{0,60}?\b(?:können wir (?:\w+ ){0,3}?nicht|nicht (?:geeignet|erwünscht|berücksicht\w+|"
    r"möglich|vorgesehen|eingestellt|beschäftigt|einstellen|beschäftigen|zugelassen)|"
    r"(?:kommen|kommt) (?:\w+ )?nicht|(?:brauchen|müssen) sich (?:\w+ )?nicht|bitte nicht|"
    r"un(?:erwünscht|geeignet)|zwecklos|(?<!nicht )ausgeschlossen|need not apply|"
    r"(?:not|never) (?:be )?(?:considered|suitable|eligible|accepted|hired|employed)|"
    r"(?:cannot|can't|do not|don't) (?:be )?(?:consider|accept|hire|employ)\w*)"
)
"""Follows a group of persons who are told not to apply."""
IS = (
    r"\b(?:sie sind|sind sie|du bist|bist du|ihr seid|you are|you're|bewerb\w+ sind|"
    r"(?:sie|du|bewerb\w+|you|applicants|candidates) "
    r"(?:soll(?:te)?(?:n|st)?|müss\w+|should|must) (?:be )?)"
)
"""Says what an applicant is to be."""
SHARES = (
    r"\b(?:auch|ebenso|ebenfalls|oder|sowie|gleichermaßen|quereinsteiger\w*|\w*erfahrene\w*|"
    r"profis|willkommen|also|or|as well as|experienced|welcome|alike)\b"
)
"""Others are asked for beside those who are named, so nobody is left out."""
