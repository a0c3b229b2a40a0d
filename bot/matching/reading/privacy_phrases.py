"""Phrases that say who a person is, by kind, in German and English."""

from __future__ import annotations

import re

from bot.matching.profile import RemovedKind
from bot.matching.reading.privacy_words import CONDITION
from bot.matching.reading.spelling import spelt


def _typed(*patterns: tuple[RemovedKind, str]) -> tuple[tuple[RemovedKind, str], ...]:
    return patterns


_NUMBER = (
    r"(?:\d{1,2}|ein(?:e[ns]?)?|zwei|drei|vier|fünf|sechs|keine?|one|two|three|four|five|no|a)"
)
_DATE = (
    r"(?:\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]+\.?)\s?\d{2,4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}/\d{1,2}/\d{4}|(?:\d{1,2}(?:st|nd|rd|"
    r"th)?\s)?[A-Z][a-z]+\s(?:\d{1,2},?\s)?\d{4}|\d{4})"
)
# No name of a town is as long; without a limit hyphens could be shared out in too many ways.
_PLACE = (
    r"[A-ZÄÖÜ]\S{0,40}?(?:[ -](?:am|an der|bei|im|in der|[A-ZÄÖÜ(]\S{0,25}?)){0,3}(?=[\s,.;)]|$)"
)
_SINGLE = (
    r"(?i:ledig|verheiratet|geschieden|verwitwet|alleinstehend|alleinerziehend|verpartnert|"
    r"getrennt lebend|married|divorced|widowed|unmarried|engaged to be married)"
)
_NO_VERB = (
    r"(?=\s*(?:[.,;:!)|/\t–-]|$|(?:und|and|mit|with|to|seit|since|ohne|lebe|habe|I|ich|bin)\b|\())"
)
"""Behind a marital status; "verheiratet Theorie mit Praxis" is none."""

_LEAVE = (
    r"(?:Elternzeit|Mutterschutz|Erziehungsurlaub|Erziehungszeit|Elternjahr|Babypause|"
    r"Mutterschaft(?:surlaub)?|Vaterschaftsurlaub|Familienphase|Familienzeit|Familienpause|"
    r"[Pp]arental [Ll]eave|[Mm]aternity [Ll]eave|[Pp]aternity [Ll]eave)"
)
_ILLNESS = (
    r"(?:(?:langen?|längeren?|schweren?|chronischen?|überstandenen?)\s)*"
    r"(?:Krankheit|Erkrankung|Krebserkrankung|Reha(?:bilitation)?|Burn-?[Oo]ut|Depression|Genesung)"
)
# Taken out wherever they stand; what is left of the sentence stays.
PHRASES: tuple[tuple[RemovedKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(spelt(pattern)))
    for kind, pattern in _typed(
        # As people write in a chat: who they are, how old, what kept them away from work.
        (
            "birth",
            r"(?:^(?:[Hh]allo|[Hh]i|[Mm]oin|[Ss]ervus)\W+)?\b[Ii]ch bin(?: (?:der|die) \S+)?"
            r"(?: und|,)? [1-6]\d(?: [Jj]ahre)?(?: alt)?(?=\s*(?:[.,;!]|und\b|$))",
        ),
        ("birth", r"^\W*(?:[A-ZÄÖÜ][\w-]+,\s)?[1-6]\d\s*[.,](?=\s.*\b(?:[Ii]ch|I)\b)"),
        (
            "religion",
            r",?\s*\b(?:röm\.?[- ]?)?(?:kath|ev|evang)\.(?:-?luth\.)?(?=\s*(?:$|[,;]))",
        ),
        (
            "family",
            r"(?:(?<=[.;!?]\s)|^)[^.;\n]*\bzu ?[Hh]ause bei (?:meine[nmr]|den|der) "
            r"(?:\w+ )?(?:Kind|Tochter|Sohn|Familie|Baby)\w*[^.;\n]*\.?",
        ),
        (
            "family",
            rf"(?:(?<=[.;!?]\s)|^)[^.,;\n]*\b(?:war|bin|was) (?:ich|I)?"
            rf"[^.,;\n]*\b(?:in|on) {_LEAVE}"
            rf"\s*(?:[.;]|$)",
        ),
        (
            "nationality",
            r"\b(?:I am|I['’]m|[Ii]ch bin)\b[^.,;\n]*?\b(?P<gone>\s(?:from|aus)\s[A-ZÄÖÜ][\w-]+)"
            r"(?=\s*[.,;])",
        ),
        (
            "health",
            r"(?:(?<=[.;!?]\s)|^)[^.;\n]*\b(?:krank(?:geschrieben)?|arbeitsunfähig|on sick leave)\b"
            r"(?!\w)[^.;\n]*\.?",
        ),
        (
            "family",
            rf"\b(?:[Ii]ch )?(?:habe |bin )?weder (?:{_SINGLE}|Kinder) noch (?:bin ich |habe ich )?"
            rf"(?:{_SINGLE}|Kinder)\b",
        ),
        ("contact", r"(?:[Ee]-?[Mm]ail:?\s*)?(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|"
                    r"\[at\])\s?[\w-]+\.[\w.-]*\w"),
        ("contact", r"(?:https?://|www\.)[^\s,;)\]]+"),
        ("contact", r"\b(?:[\w-]+\.)*(?:linkedin|xing|github|gitlab|facebook|"
                    r"instagram)\.com/[^\s,;)\]]*"),
        (
            "contact",
            r"(?:\b(?:[Tt]el(?:efon)?|[Mm]obile?|[Hh]andy|[Ff]ax|[Pp]hone|[Ff]on|"
            r"[Cc]ell)\b\.?:?\s*)?"
            r"(?<![\w.,/-])(?:(?:\+|00)\d{1,3}[\s./-]?(?:\(0\))?[\d\s()/.-]{6,}\d|"
            r"\(?0\d{2,5}\)?\s?[/ –-]\s?\d{2,}[\d\s/-]{2,}\d|01\d{8,11}|0\d{9,11})(?![\w/])",
        ),
        (
            "contact",
            r"\b(?:[Tt]el(?:efon)?|[Mm]obil|[Hh]andy|[Ff]ax|"
            r"[Pp]hone)\b\.?:?\s*[+(\d][\d\s()/.-]{4,}\d",
        ),
        ("birth", r"(?:(?:\b[Ii]ch )?\b(?:wurde|bin|was|am|I was|I am)\s)?(?:\b(?:[Gg]eboren|"
                  r"[Bb]orn|[Gg]eb\.?)|(?<!\w)[*✱])(?:\s(?:wurde ich|bin ich))?\s*(?:am|on|"
                  r"im Jahr|im|in)?\s*"
                  rf"{_DATE}(?:\s*(?:,\s*)?(?:in|zu)\s+{_PLACE})?"),
        ("birth", rf"\b(?:[Gg]eboren(?: und aufgewachsen)?|[Aa]ufgewachsen|"
                  rf"[Bb]orn(?: and raised)?|[Rr]aised) (?:in|zu)\s+{_PLACE}"),
        ("birth", r"(?:\b(?:[Ii]ch )?(?:[Bb]in|[Aa]m|I am|I’m|"
                  r"I'm)\s)?(?<![\d.,])[1-7]\d\s?-?(?:Jahren?|[Yy]ears?)[\s-](?:alt|old|jung|"
                  r"young|of age)\b"),
        ("birth", r"(?<![\d.,])[1-7]\d\s?-?\s?[Jj]ährige[rn]?(?=\s+(?:(?!\w*(?:[Ee]rfahrung|"
                  r"[Tt]ätigkeit|[Pp]raxis|[Bb]eruf))[A-Za-zÄÖÜäöü]))"),
        ("birth", r"\b(?:[Ii]m Alter von|[Aa]ged?|[Aa]ge of)\s[1-7]\d(?:\s(?:Jahren|"
                  r"years))?(?=[,.;]|\s(?:bin|habe|am|bin ich)|$)"),
        ("name", r"[,(]?\s*\b(?:geb\.|geborene[rn]?|[Nn]ée)\s(?![A-Z][a-zä]+\.?\s\d)"
                 r"[A-ZÄÖÜ][\w'’-]+\)?"
                 r"(?=\s*(?:$|[,|·;)\t]))"),
        ("birth", r"\b[Jj]ahrgang\s(?:19|20)\d\d\b"),
        ("family", rf"(?:\b(?:[Ii]ch )?(?:bin|lebe|am|I am|I’m|I'm)\s)?(?:\b(?:glücklich|frisch|"
                   rf"seit \d{{4}}|happily|noch)\s)?\b{_SINGLE}\b{_NO_VERB}(?:\s(?:seit|"
                   rf"since)\s\d{{4}})?(?:\s(?:mit|to|with)\s(?:meine[rmn]?|einer|einem|my|"
                   rf"an?)\s\w+)?"
                   rf"(?:\s*(?:,|und|and|mit|with)\s*(?:(?:ich\s)?(?:habe|"
                   rf"have)\s)?{_NUMBER}\s(?:\w+e\s)?(?:Kind(?:ern?)?|Töchtern?|Söhnen?|Tochter|"
                   rf"Sohn|[Cc]hild(?:ren)?|kids)(?:\s\([^)]*\))?)?"),
        ("family", rf"(?:\b(?:[Ii]ch )?(?:habe|bin|have|am|I have|"
                   rf"I am)\s)?(?:\b(?:(?:stolze[rn]?\s)?(?:Mutter|Vater)|[Mm]other|"
                   rf"[Ff]ather)(?:\s(?:von|"
                   rf"of))?\s)(?:{_NUMBER}\s)?(?:\w+er?n?\s)?(?:Kind(?:ern?|es)?|Töchtern?|"
                   rf"Söhnen?|[Cc]hild(?:ren)?|kids|sons|daughters)"),
        ("family", rf"\b(?:(?:[Ii]ch )?habe|I have|have)\s{_NUMBER}\s(?:(?:kleine|erwachsene|"
                   rf"schulpflichtige|small|young|adult)\w*\s)?(?:Kind(?:er)?|Töchter|Söhne|"
                   rf"Tochter|Sohn|[Cc]hild(?:ren)?|kids|sons|daughters)\b(?!\s(?:be|ge|ver|er|"
                   rf"unter)\w+t\b)(?:\s(?:im Alter|"
                   rf"aged)[^.;]*)?"),
        ("family", rf"\((?:[^()]*\b)?{_LEAVE}\b[^()]*\)"),
        ("family", rf"(?:,\s*)?\b(?:davon|inkl\.|inklusive|including|"
                   rf"unterbrochen durch)\s[^,.;]*{_LEAVE}\b"),
        ("family", rf"\b(?:[Nn]ach|[Ss]eit|[Vv]or|[Ww]ährend|[Aa]fter|[Bb]efore|[Dd]uring|"
                   rf"[Aa]us|[Ii]n|[Oo]n)\s(?:\w+\s){{0,3}}?{_LEAVE}\b(?:\s(?:bin|war) ich)?"),
        ("family", r"\b[Nn]ach der Geburt (?:meine[rs]|unsere[rs]|des|"
                   r"der)\s(?:\w+\s)?(?:Kind(?:e?s|er)|Tochter|Sohne?s|Zwillinge)"),
        ("health", rf"\b(?:[Nn]ach|[Ww]egen|[Aa]ufgrund|[Dd]urch|[Aa]fter|"
                   rf"[Dd]ue to)\s(?:(?:einer|meiner|der|an?)\s)?{_ILLNESS}\b"),
        ("health", r"(?:\b(?:[Ii]ch )?(?:bin|am)\s)?(?:\b(?:krankheits|gesundheits)bedingt\w*|"
                   r"\b(?:zu \d+ ?% |zu \d+ Prozent )?schwerbehindert(?!en|er\b|e\b)\w*|"
                   r"\bseverely disabled\b)(?:\s\((?:GdB|Grad)[^)]*\))?"),
        ("health", r"\b(?:GdB|Grad der Behinderung)\s?(?::|von)?\s?\d{2,3}\s?%?"),
        ("health", r"(?:\b(?:[Ii]ch )?(?:bin|habe)\s)?(?:\beine (?:anerkannte )?(?:Schwerb|"
                   r"B)ehinderung\b|\b(?:Nichtraucher(?:in)?|Raucher(?:in)?|"
                   r"Rollstuhlfahrer(?:in)?|Diabetiker(?:in)?|[Nn]on-smoker)\b)"),
        ("health", r"\bI have an? (?:\w+ )?disability\b|"
                   r"\b(?:[Ii]ch )?bin (?:derzeit )?schwanger\b|\bI am pregnant\b"),
        ("nationality", r"\b(?:(?:[Ii]ch )?(?:habe|besitze|"
                        r"bin)\s)?(?:die\s)?(?:[A-Za-zäöüÄÖÜ-]+(?:sche?|"
                        r"isch)[enr]*\s(?:und\s[a-zäöü-]+sche?[enr]*\s)?)(?:Staatsangehörig\w*|"
                        r"Staatsbürger\w*|Nationalität|Herkunft|Abstammung|Wurzeln)\b"),
        ("nationality", r"\b(?:I am (?:an?\s)?)?[A-Z][a-z]+\s(?:citizen(?:ship)?|"
                        r"national(?:ity)?)\b"),
        ("nationality", rf"(?:\b(?:und|and)\s)?\b(?:(?:[Ii]ch )?(?:komme|"
                        rf"stamme)(?: ich)?(?:\s(?:ursprünglich|gebürtig))?\saus(?!\sde[rmn]\s)|"
                        rf"I (?:originally )?come from|I am(?: originally)? from|"
                        rf"originally from|ursprünglich aus|gebürtig aus)\s(?:de[rmn]\s|"
                        rf"the\s)?{_PLACE}"),
        ("nationality", r"\b(?:[Ii]ch bin\s|[Aa]ls\s)?[Gg]ebürtige[rn]?\s[A-ZÄÖÜ]\w+"),
        ("nationality", r"\b(?:mit|with an?)\s(?:[Mm]igrationshintergrund|migration background)"),
        ("nationality", r"\b(?:(?:bin |kam |came |)(?:(?:im Jahr|"
                        r"in) )?(?:\d{4} )?(?:als Flüchtling |als Geflüchtete[rn]? |"
                        r"as a refugee )?(?:nach Deutschland|to Germany)(?: gekommen| geflohen|"
                        r" eingewandert)?)\b"),
        ("religion", r"\b(?:[Ii]ch )?(?:bin|I am|am)\s(?:ein[e]?\s|an?\s)?(?:gläubige[rn]?\s|"
                     r"praktizierende[rn]?\s|practi[sc]ing\s)?(?:[Cc]hrist(?:in|lich|ian)?|"
                     r"[Mm]usl[iu]m(?:a|in|isch)?|[Jj]üdisch|Jude|Jüdin|[Jj]ewish|"
                     r"[Hh]indu(?:istisch)?|[Bb]uddhist(?:in|isch)?|[Kk]atholi(?:sch|kin|k)|"
                     r"[Ee]vangelisch|[Cc]atholic|[Pp]rotestant(?:in|isch)?|[Kk]onfessionslos|"
                     r"[Aa]theist(?:in)?)\b"),
        ("address", rf"\b(?:(?:[Ii]ch )?(?:wohne|lebe)(?: ich)?(?:\s(?:derzeit|aktuell|zurzeit|"
                    rf"jetzt|heute))?(?:\sseit\s(?:\d{{4}}|\w+ Jahren))?\sin|[Ww]ohnhaft in|"
                    rf"I (?:currently )?live in|[Bb]ased in|[Rr]esiding in|"
                    rf"[Ll]iving in)\s{_PLACE}"),
        ("address", r"(?<![\w.-])(?:[A-ZÄÖÜ][\w.ß-]*\s)?[A-ZÄÖÜ]?[\w.ß-]*(?:[Ss]traße|[Ss]trasse|"
                    r"[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|"
                    r"[Cc]haussee|[Ss]teig|[Pp]fad)\s?\d{1,4}\s?[a-h]?\b(?:\s*[,|"
                    r"·•]?\s*(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-ZÄÖÜ][\w.ß-]+(?:\s[A-ZÄÖÜ(][\w.)ß-]+)?)"
                    r"?"),
        ("address", r"\b(?:Am|Im|An der|An den|Auf der|Auf dem|In der|Zum|Zur|"
                    r"Unter den)\s[A-ZÄÖÜ][\wß-]+\s\d{1,3}\s?[a-h]?(?=\s*[,\t|]\s*\d{4,5}\s)"),
        ("address", r"(?<![\w.,/-])(?:[A-Z]{1,2}[- ])?\d{5}\s+[A-ZÄÖÜ][\wß.-]+(?:\s(?:am|an der|"
                    r"bei|im)\s[A-ZÄÖÜ][\wß]+|\s\([A-ZÄÖÜ][\w. ]*\)|[ -][A-ZÄÖÜ][\wß-]+)?"),
        ("address", r"\b\d{1,4}[a-c]?,?\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|"
                    r"Lane|Drive|Square|"
                    r"Court)\b\.?(?:,\s*[A-Z][a-z]+(?:\s[A-Z0-9]{2,4}\s?[A-Z0-9]{3})?)?"),
        ("address", rf"^{_PLACE},?\s(?:den\s|im\s)?(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|"
                    rf"[A-ZÄÖÜ][a-zä]+)\s?\d{{2,4}}|(?:Januar|Februar|März|April|Mai|Juni|Juli|"
                    rf"August|September|Oktober|November|Dezember)\s\d{{4}})\W*$"),
        ("sex", r"\s*\((?:she|he|they|sie|er)\s?/\s?(?:her|him|them|ihr|ihm)[^)]*\)"),
        ("sex", r"\b(?:[Ii]ch bin|I am|I’m|I'm|[Aa]ls|[Aa]s)\s(?:eine?\s|an?\s)?(?:junge[r]?\s|"
                r"ältere[r]?\s|young\s)?(?:Frau|Mann|[Ww]oman|[Mm]an|Mutter|Vater|[Mm]other|"
                r"[Ff]ather)\b(?!\s(?:für|der))"),
        ("photo", r"(?i:[\[(<{]\s*(?:bewerbungs|pass|profil)?(?:foto|bild|photo|picture|"
                  r"lichtbild)[^\])>}]*[\])>}])"),
    )
)  # fmt: skip

# Parts of a line in the personal block, by themselves.
PARTS: tuple[tuple[RemovedKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\W*(?:{pattern})\W*", re.I))
    for kind, pattern in _typed(
        ("family", rf"(?:familienstand\s)?{_SINGLE}|{_NUMBER}\s(?:\w+e\s)?(?:kind(?:er)?|"
                   rf"child(?:ren)?|töchter|söhne|tochter|sohn)(?:\s\(.*\))?|kinderlos|single|"
                   rf"eine? (?:tochter|sohn)"),
        ("sex", r"männlich|weiblich|divers|male|female|herrn?|frau|mr|mrs|ms|non-?binary|m|w"),
        ("religion", r"(?:römisch[ -]|röm\.[ -]?)?(?:katholisch|kath\.|evangelisch|ev\.|evang\.|"
                     r"muslimisch|islamisch|jüdisch|orthodox|serbisch-orthodox|"
                     r"griechisch-orthodox|konfessionslos|hinduistisch|buddhistisch|christlich|"
                     r"alevitisch|sunnitisch)|rk|muslim|catholic|protestant|atheist"),
        ("nationality", r"[a-zäöüß-]{3,}(?:isch|deutsch|nesisch)e?r?|deutsche?r?|german|turkish|"
                        r"polish|syrian|british|american|italian|französin|franzose|türkin?|"
                        r"türke|pole|polin|syrer(?:in)?|österreicher(?:in)?|schweizer(?:in)?|"
                        r"russe|russin|italiener(?:in)?|spanier(?:in)?|grieche|griechin|"
                        r"ukrainer(?:in)?|eu-bürger(?:in)?"),
        ("birth", r"(?:alter:?\s)?[1-7]\d(?:\s?(?:jahre|j\.|years))?(?:\s(?:alt|old))?|(?:\*|"
                  r"geb\.?|geboren|born)?\s*(?:am\s)?\d{1,2}\.\s?(?:\d{1,2}\.|"
                  r"[a-zä]+\.?)\s?(?:19|20)?\d\d(?:\s(?:in|zu)\s.*)?|(?:19|20)\d\d-\d\d-\d\d"),
        ("health", r"(?:schwer)?behindert|nichtraucher(?:in)?|raucher(?:in)?|gesund|non-smoker|"
                   r"\d{2,3}\s?kg|\d[,.]\d\d\s?m|1\d\d\s?cm"),
        ("address", r"(?:[a-z]{1,2}-)?(?:\d{5}|(?!19|20)\d{4})\s+[a-zäöüß. -]+|"
                    r"[a-zäöüß. -]+\s\d{1,3}\s?[a-h]?|\d{5}"),
        ("photo", r"(?:hier\s)?(?:bewerbungs|pass|profil)?(?:foto|bild|photo|picture|"
                  r"lichtbild)(?:\s\S+\.(?:jpe?g|png|webp|gif))?|\S+\.(?:jpe?g|png|webp|gif)"),
    )
)  # fmt: skip
PHOTO_LINE = PARTS[-1][1]

# A line of the time table that is about the family or an illness, not about work.
TIMES_APART: tuple[tuple[RemovedKind, re.Pattern[str]], ...] = (
    ("family", re.compile(rf"\b(?:{_LEAVE}|Kindererziehung|Kinderbetreuung zu Hause|Hausfrau|"
                          rf"Hausmann|Schwangerschaft|Erziehung (?:meine|der eigenen)\w*|"
                          rf"Pflege (?:eine[rs]|von|meine[rs]) (?:Angehörigen?|Mutter|Vaters?|"
                          rf"Eltern|Familienmitglied\w*)|Familienzeit|caring for (?:a|my) \w+|"
                          rf"stay-at-home \w+)\b", re.I)),
    ("health", re.compile(rf"^\W*(?:\w+e[rns]?\s)?{CONDITION}(?:\s(?:nach|wegen|und|after|due to)\s"
                          rf"(?:\w+\s)?{CONDITION})?\W*$", re.I)),
    ("health", re.compile(rf"^\W*(?:(?:Auszeit|Unterbrechung|Pause)\s(?:wegen|nach|"
                          rf"aufgrund)\s)?{_ILLNESS}(?:sbedingte?\s\w+)?\W*$|"
                          rf"krankheitsbedingte?\s(?:Auszeit|Pause|Unterbrechung)|"
                          rf"gesundheitliche\s(?:Auszeit|Pause)", re.I)),
)  # fmt: skip
AT_WORK = re.compile(
    r"berat|anträge|antrag|abrechnung|verwalt|betreut|bearbeitet|berechn|geprüft|planung|recht\b|"
    r"vertretung|gmbh|\bag\b|leitung|"
    r"einrichtung|bearbeitung|kita|kindergarten|gesetz|support|administration",
    re.I,
)
SALUTED = re.compile(
    r"\b(?:Herrn?|Frau|Mr\.?|Mrs\.?|Ms\.?|Miss)\s(?:(?:Dr|Prof|"
    r"Dipl)\.?(?:-\w+\.?)?\s)*[A-ZÄÖÜ][\w'’-]+(?:\s[A-ZÄÖÜ][\w'’-]+)?"
)
