"""Postal addresses of many countries, and towns that tell where somebody lives."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.reading.spelling import spelt

_WORD = r"[A-ZÄÖÜÀ-Ž][\w.ß'’-]*"
_NUMBER = r"\d{1,4}\s?(?:[a-hA-H]\b)?(?:\s?[-–/+]\s?\d{1,4}\s?[a-h]?)?"
_END = r"(?=\s*(?:[,;|·•\t)]|$|\d{4,5}\s|[–—]\s|in\s))"
_GERMAN_ENDS = (
    r"straße|strasse|str\.|str|weg|platz|allee|gasse|gässle|ring|damm|ufer|chaussee|steig|pfad|"
    r"kamp|"
    r"hof|berg|markt|wall|graben|stieg|winkel|grund|feld|bogen|garten|park|brink|twiete|zeile|höhe|"
    r"tor|brücke|anger|aue|hang|halde|blick|siedlung|promenade|redder|kehre|stiege|bruch|horst|"
    r"leite|"
    r"rain|wiese|wiesen|straat|laan|gracht|plein|gatan|vägen|vej|gade|gata|katu|tie"
)
_STREET: Final = (
    rf"(?:{_WORD} ){{0,3}}(?:[A-ZÄÖÜ][\w.ß'-]*)?(?:{_GERMAN_ENDS}|Straße|Strasse|Str\.|Weg|"
    rf"Platz|"
    rf"Allee|Gasse|Ring|Damm|Ufer|Chaussee|Steig|Pfad|Kamp|Markt|Wall|Graben|Promenade|Hof|Berg)"
)
_PREPOSED: Final = (
    r"(?:Am|Im|An der|An den|Auf der|Auf dem|Auf den|In der|In den|Zum|Zur|Unter den|Unter der|"
    r"Hinter der|Hinter dem|Vor dem|Vor der|Bei der|Beim|Alte[rs]?|Neue[rs]?|Obere[rs]?|"
    r"Untere[rs]?|"
    r"Hohe[rs]?|Lange[rs]?|Große[rs]?|Kleine[rs]?)"
)
_FOREIGN: Final = (
    r"(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d\.?|[Aa]llée|[Ii]mpasse|[Pp]lace|[Cc]hemin|[Qq]uai|"
    r"Via|Viale|"
    r"Piazza|Corso|Calle|C/|Avenida|Avda\.?|Plaza|Paseo|Carrer|Rua|Travessa|ul\.|ulica|al\.|os\.|"
    r"pl\.|"
    r"ulice|ulitsa|ул\.|улица|проспект|utca|Str\.|Strada|Bulevardul|Odos)"
)
_ENGLISH_ENDS: Final = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Sq|Court|Ct|Close|Gardens|Gdns|"
    r"Crescent|"
    r"Cres|Terrace|Way|Place|Pl|Mews|Hill|Green|Grove|Park|View|Row|Walk|Rise|Wharf|Quay|Boulevard|"
    r"Blvd|Circle|Parkway|Pkwy|Highway|Hwy|Trail|Vale|Mount|Parade|Buildings|Heights|Gate|Broadway|"
    r"House|Croft|Meadows?|Avenue|Bank|Orchard|Drove|End|Common|Fields?|Yard|Cottages?)"
)
_UK_POSTCODE: Final = r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
_TOWN: Final = (
    r"[A-ZÄÖÜÀ-Ž][\wß.'’-]+(?: (?:am|an der|bei|im|in der|ob der|vor der|sur|upon|de la|"
    r"[A-ZÄÖÜ][\wß.'’-]+))*(?:\s(?:am|an der|a\.d\.|im|i\.|bei|b\.)\s?[A-ZÄÖÜ][\wß]+)"
    r"?(?:\s\([A-ZÄÖÜ][\w. ]*\))?"
)
_CODE: Final = (
    r"(?:[A-Z]{1,3}[- ])?(?:\d{5}|\d{2}-\d{3}|\d{3}\s\d{2}|\d{4}\s?[A-Z]{2}(?=\s)|\d{4}-\d{3}|"
    r"(?!(?:19|20)\d\d\b)\d{4}|(?<=[A-Z]-)\d{4}|\d{6})"
)
_SINCE = (
    r"(?:\s(?:ich|derzeit|aktuell|zurzeit|jetzt|heute|zusammen|seit\s(?:\d{4}|\w+ Jahren)|noch|"
    r"currently)){0,3}"
)
_NEAR = r"(?:\s(?:in|bei|zu|near|nahe|im Raum|in der Nähe von|im Kreis)){1,2}"
_LIVES: Final = (
    rf"(?:\b(?:(?:[Ii]ch |I )?(?:[Ww]ohnen?|[Ll]eben?|[Ll]iving|[Ll]ive|[Rr]esiding|[Rr]esident|"
    rf"[Bb]ased|[Zz]u ?[Hh]ause){_SINCE}{_NEAR}|(?:[Ww]ohnhaft|[Ww]ohnend|[Aa]nsässig|[Ww]ohnsitz|"
    rf"[Ww]ohnort){_SINCE}{_NEAR}?)\s?:?\s)"
)
_AT_START = r"(?:(?<=^)|(?<=[,;|·•(\t]\s)|(?<=[,;|·•(\t])|(?<=:\s))"

MAY_HOLD_ONE: Final = re.compile(r"\d|wohn|leben?\b|liv|resid|based|c/o|hause|ansässig", re.I)
"""What each of the patterns below needs; they take long, and most lines have none of it."""

ANYWHERE: Final = tuple(
    re.compile(spelt(pattern))
    for pattern in (
        # Street, number, code and town of one address, however much of it is there.
        rf"{_AT_START}(?:c/o\s[^,|·\t]+,\s*)?{_STREET}\s?{_NUMBER}(?:\s*[,|·•–]?\s*(?:\d\. ?(?:OG|"
        rf"Stock|Etage)\s*,?\s*)?{_CODE}\s+{_TOWN})?{_END}",
        rf"{_AT_START}{_PREPOSED}\s{_WORD}(?:\s{_WORD})"
        rf"?\s{_NUMBER}(?:\s*[,|·•–]\s*{_CODE}\s+{_TOWN})?{_END}",
        rf"{_AT_START}{_FOREIGN}\s(?:[\w.'’-]+\s){{0,4}}?[\w.'’-]+,?\s(?:n[°º]\s?|[Nn]r\.?\s?)"
        rf"?{_NUMBER}(?:/\d+)?(?:\s*[,|·•]\s*{_CODE}\s+{_TOWN})?{_END}",
        rf"{_AT_START}{_NUMBER}\s?(?:bis|ter)?,?\s{_FOREIGN}\s(?:[\w.'’-]+\s)"
        rf"{{0,4}}?[\w.'’-]+(?:\s*[,|·•]\s*{_CODE}\s+{_TOWN})?{_END}",
        rf"{_AT_START}(?:(?:Flat|Apt\.?|Apartment|Unit|Suite|Room)\s\w+,?\s)"
        rf"?\d{{1,5}}[a-cA-C]?,?\s(?:[A-Z][\w'’-]+\s){{1,3}}{_ENGLISH_ENDS}\b\.?(?:,\s*(?:Apt\.?|"
        rf"Flat|Unit|#)\s?\w+)?(?:,\s*{_TOWN})?(?:,?\s*(?:{_UK_POSTCODE}|"
        rf"[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?))?{_END}",
        rf"(?:{_TOWN},?\s)?{_UK_POSTCODE}(?!\s*(?:GmbH|AG|Ltd))",
        rf"{_AT_START}{_TOWN},\s[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?\b",
        r"\b(?:Postfach|P\.?\s?O\.? ?Box)\s\d[\d ]*",
        rf"\b[A-Za-zÇĞİÖŞÜçğıöşü]+\s(?:Mah(?:allesi|\.)|Cad(?:desi|\.)|Sok(?:ak|ağı|\.)|Sk\.)"
        rf"[^|;\t]*?(?:No:?\s?\d+[\w/]*)(?:,?\s*\d{{5}}\s{_TOWN})?",
        rf"{_LIVES}(?:{_CODE}\s+)?{_TOWN}(?:,\s(?:{_TOWN}))?(?=\s*(?:[,.;|·•)\t]|$|und\b|and\b|"
        rf"mit\b|with\b|–|seit\b|since\b))",
        rf"\b[Ww]ohnhaft\b(?:\s(?:in|zu))?(?:\s{_CODE})?(?:\s{_TOWN})?",
        rf"(?<![\w.,/-])(?:[A-Z]{{1,2}}[- ])\d{{4,5}}\s+{_TOWN}",
        r"\bc/o\s[A-ZÄÖÜ][\w.-]+(?:\s[A-ZÄÖÜ][\w.-]+)?",
    )
)
"""Taken out wherever they stand."""

IN_HEADER: Final = tuple(
    re.compile(rf"\W*(?:{spelt(pattern)})\W*")
    for pattern in (
        rf"{_CODE}\s+{_TOWN}",
        r"[A-ZÄÖÜ][\wß.' -]+\s\d{1,3}\s?[a-h]?",
        r"\d{5}",
        rf"(?:aus|in|bei|Raum|Großraum|Kreis|near|from|Nähe)\s{_TOWN}",
        r"(?:\d\.\s?(?:OG|Stock|Etage)|EG|Hinterhaus|Vorderhaus|Seitenflügel|Wohnung \d+)",
    )
)
"""A part of a line above the first heading that is a piece of an address and nothing else."""

_MONTH = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"January|February|March|May|June|July|October|December|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sep|Sept|"
    r"Okt|Oct|"
    r"Nov|Dez|Dec)\.?"
)
SIGNED_AT: Final = re.compile(
    spelt(
        rf"^\W*(?:{_TOWN},?\s(?:den\s|im\s|am\s|the\s)?)?(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{_MONTH})"
        rf"\s?"
        rf"(?:\d{{4}}|\d\d)?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}}-\d\d-\d\d|"
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?{_MONTH}\s(?:\d{{1,2}},?\s)?\d{{4}})"
        rf"(?P<after>(?:\s*[,|/\t–—-]\s*|\s+)\[Name\]|[\s,]*\(?(?:gez\.?|Unterschrift|signature|"
        rf"signed)\b.*)?\W*$"
    )
)
"""Place and date of the signature, at the end of a document or of a letter."""
