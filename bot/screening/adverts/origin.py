"""Rules on ethnic origin, language and nationality."""

from __future__ import annotations

from bot.screening.adverts.finding import Rule, matching
from bot.screening.adverts.phrases import (
    EXCLUDED,
    FOR_OTHERS,
    LANGUAGE,
    PERSON,
    SEEKS,
)

_NATION = (
    r"(?:deutsch|österreichisch|(?:süd|ost|west|nord|mittel)?europäisch|türkisch|russisch|"
    r"polnisch|rumänisch|ungarisch|bulgarisch|ukrainisch|arabisch|afrikanisch|asiatisch|"
    r"chinesisch|japanisch|indisch|thailändisch|philippinisch|italienisch|griechisch|spanisch|"
    r"französisch|südländisch|orientalisch)"
)
# Nouns in capitals: "deutscher Herkunft" has its own pattern.
_PEOPLE = (
    r"(?=(?-i:[A-ZÄÖÜ]))(?:pol(?:e|en|in|innen)|russ(?:e|en|in|innen)|türk(?:e|en|in|innen)|ungarin(?:nen)?|"
    r"rumän(?:e|en|in|innen)|bulgar(?:e|en|in|innen)|ukrainer(?:in|innen)?|"
    r"(?:ost|süd|west)?europäer(?:in|innen)?|asiat(?:en|in|innen)|thailänderin(?:nen)?|"
    r"philippin(?:a|as|in|innen)|chines(?:en|in|innen)|italiener(?:in|innen)?|deutsche[rn]?)"
)
_ENGLISH_NATION = r"(?:german|european|eastern european|western|austrian|swiss|british|asian)"

ORIGIN: tuple[Rule, ...] = (
    Rule(
        "native_speaker",
        matching(
            r"\bmuttersprachler\w*|\bmuttersprache\b|\bmother[- ]tongue\b|"
            r"\bnative[- ](?:\w+[- ])?speakers?\b",
            r"\b(?:ihre|deine|your) (?:muttersprache|mother tongue|first language|native language) "
            r"(?:ist|sollte|muss|is|should|must)\b",
            rf"\b{LANGUAGE}\W{{1,3}}(?:\(?als )?(?P<q>native|first language|erstsprache)\b"
            r"(?! (?:niveau|level|app|client))",
            rf"\bnative {LANGUAGE}\b(?! speaker)",
            not_after=FOR_OTHERS + r"|\b(?:nicht|non)[- ]|\b(?:ihrer|ihre|deiner|their|your) |"
            r"\b(?:aus|in)\s+(?:\w+\s+)?",
            not_before=r"\)?,? (?:oder|or) (?:auf )?(?:vergleichbar|gleichwertig|ähnlich|c[12]|"
            r"sehr|verhandlungs|fließend|equivalent|comparable|fluent|very)",
            unless=r"\bunterricht\w*|\bunsere\w*\b|\bour\b",
        ),
    ),
    Rule(
        "native_level",
        matching(
            r"\bmuttersprachlich\w*(?= (?:\w+ )?(?:niveau|kenntnisse|deutsch\w*|englisch\w*|level|"
            r"französisch\w*))",
            rf"\b{LANGUAGE}\W{{1,3}}(?P<q>muttersprachlich\w*)",
            r"\bnative[- ](?:level|niveau|fluency|proficiency)\b|\bmuttersprach\w*niveau\b",
        ),
    ),
    Rule(
        "accent",
        matching(
            r"\b(?:akzent|dialekt)frei\w*|\b(?:accent-free|no accent|neutral accent)\b",
            r"\b(?:ohne|keine?n?) (?:\w+ )?(?P<q>akzent|dialekt|dialektfärbung)\b",
            r"\bwithout (?:an? |any )?(?:\w+ )?(?P<q>accent)\b",
        ),
    ),
    Rule(
        "descent",
        matching(
            rf"\b{_NATION}stämmig\w*",
            rf"\b{_NATION}e[nrsm]? (?:herkunft|abstammung|wurzeln|aussehen|äußere\w*|typ)\b",
            r"\b\w*sprachige\w* (?P<q>kulturkreis\w*)|\b(?:deutsch|europäisch|westlich)e[nrsm]? "
            r"kulturkreis\w*",
            r"\b(?:sie|du|bewerb\w+) (?:\w+ )?(?P<q>stamm(?:en|st) aus) (?:deutschland|europa|"
            r"österreich|der (?:eu|schweiz))\b",
            rf"\b(?P<q>(?:bewerb\w+|personen|menschen) mit migrations\w+|ausländer\w*|"
            rf"migrant\w*|flüchtlinge|geflüchtete|foreigners?){EXCLUDED}",
            rf"\b(?:of )?{_ENGLISH_NATION} (?:descent|roots|heritage|origin|looks|appearance)\b",
            r"\b(?:nur|keine|ausschließlich|no|only) (?:für )?(?P<q>einheimische[nr]?|inländer|"
            r"ausländer(?:innen)?|migrant(?:en|innen)|geflüchtete|flüchtlinge|foreigners?|"
            r"(?:im)?migrants?|ausländische\w* (?:namen?|bewerb\w+|mitarbeit\w+))\b(?! \w*behörde)",
            r"\bkein\w* (?P<q>ausländische\w* (?:namen?|bewerb\w+|mitarbeit\w+))\b",
            r"\bin (?:deutschland|österreich|der schweiz) (?P<q>geboren|aufgewachsen)\b|"
            r"\b(?:born|raised|brought up) (?:and \w+ )?in (?:germany|austria|switzerland)\b",
            r"\b(?:ohne|kein\w*) (?P<q>migrations(?:hintergrund|geschichte)|"
            r"ausländische\w* wurzeln)\b|\b(?:without|no) (?P<r>migration background)\b",
            r"\b(?:helle|weiße|dunkle|schwarze)[rn]? (?:hautfarbe|haut(?:typ)?)\b|"
            r"\b(?:hell|weiß)häutig\w*|\bcaucasian\b|\bwhite (?:applicants|candidates|staff) only",
            rf"\b(?P<q>{_PEOPLE})\b(?: [^.;]{{0,60}})? (?:gesucht|bevorzugt|erwünscht)\b",
            rf"\b(?:suchen|sucht) (?:\w+ ){{0,3}}?(?P<q>{_PEOPLE})\b(?! \w*(?:unter|kenn|sprach))"
            r"(?=[\s,.!]*(?:$|für|als|zur|zum|mit|in\b))",
            r"\bmust be (?:a )?(?P<q>german|european|austrian|swiss)\b(?![- ](?:speak|law|citiz|"
            r"nation|native|language|pass|resid))",
            unless=r"\b(?:mit und ohne|willkommen|berat\w+|integration\w*)\b",
            not_after=r"\b(?:(?<!nur )für|an|bei|zwischen)\s+(?:\w+\s+)?",
        ),
    ),
    Rule(
        "descent",
        matching(
            rf"\b(?P<q>{_NATION}e[nrsm]?) (?:\w+ )?{PERSON}\b",
            needs=SEEKS + r"|\bnur\b|\bausschließlich\b|\bonly\b",
            unless=r"\b(?:sie|du|you) (?:berat|betreu|begleit|schul|unterricht|unterstütz|advis|"
            r"support)\w+|\b(?:recruit\w*|kunden?|sprach\w*|\w+recht\w*|willkommen)\b",
            not_after=FOR_OTHERS,
        ),
    ),
    Rule(
        "nationality",
        matching(
            r"\b(?:deutsche\w*|eu-?|europäische\w*|österreichische\w*|schweizer) ?"
            r"(?:staats(?:angehörig\w+|bürger\w*)|nationalität|pass(?:es)?)\b",
            r"\b(?:staats(?:angehörigkeit|bürgerschaft)|nationalität|nationality|citizenship)"
            r"\W{1,3}(?:nur )?(?:deutsch|eu|österreich|schweiz|german|austrian|swiss)\w*",
            r"\b(?:nur|ausschließlich) (?P<q>eu-bürger\w*|deutsche)\b(?! \w)",
            r"\b(?:nur|ausschließlich) (?P<q>eu-bürger\w*)",
            r"\b(?:german|eu|european|british|austrian|swiss|us) (?:nationals?|citizens?|"
            r"citizenship|passport)\b",
            unless=r"\b(?:beratung|berat\w+|antr[aä]g\w*|einbürger\w*|fragen|advis\w+)\b",
        ),
    ),
    Rule(
        "residence",
        matching(
            r"\bortsansässig\w*(?= (?:\w+ )?(?:bewerb|kandidat|person|mitarbeit|kr[aä]ft))",
            r"\b(?:sie sind|du bist)\b[^.;]{0,30}?(?P<q>\bortsansässig)\b",
            r"\b(?:nur|ausschließlich) (?P<q>(?:orts|regional)ansässige|bewerb\w+ aus [\w-]+)\b",
            r"\b(?P<q>local (?:residents?|candidates?|applicants?))\b(?= (?:only|preferred))",
        ),
    ),
)
