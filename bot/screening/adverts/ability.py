"""Rules on disability, health and appearance."""

from __future__ import annotations

from bot.screening.adverts.finding import Rule, matching
from bot.screening.adverts.phrases import EXCLUDED, FOR_OTHERS, IS, OTHERS, PERSON, SERVES

_IMPAIRED = (
    r"(?:(?:gesundheitliche|körperliche|geistige|chronische)[nr]? (?:einschränkung|"
    r"beeinträchtigung|beschwerde|gebrechen|leiden|erkrankung|krankheit|probleme?)\w*|"
    r"vorerkrankung\w*|(?:schwer)?behinderung\w*|schwerbehinderte\w*|handicaps?|gebrechen|"
    r"chronic (?:illness|disease|condition)\w*|health (?:issues|problems|conditions)|"
    r"disabilit(?:y|ies)|impairments?)"
)

ABILITY: tuple[Rule, ...] = (
    Rule(
        "fitness",
        matching(
            r"\b(?:körperlich|physisch)\w*(?:(?: und| sowie|,) \w+)? (?:fit|belastbar\w*|"
            r"leistungsfähig\w*|fitness|leistungsfähigkeit|gesundheit|gesund|verfassung|"
            r"konstitution|kondition|eignung|robust|uneingeschränkt\w*)\b",
            r"\b(?:physically|mentally)(?: and \w+)? (?:fit|able|robust|strong|healthy)\b|"
            r"\bable-bodied\b|\b(?:good|excellent|top) physical (?:condition|shape|fitness)\b",
            r"\bdurchtrainiert\w*|\bathletische?\w*|\bmuskulös\w*|\bsportliche[nrs]? "
            r"(?:figur|erscheinung|statur|typ|körperbau)\b",
            r"\b(?:sie sind|du bist)\b[^.;]{0,20}?\b(?P<q>sportlich)\b(?! (?:im|beim) )",
            r"\b(?:gute|volle|normale|einwandfreie|uneingeschränkte)[sn]? "
            r"(?:seh- und hör|hör- und seh|seh|hör)(?:vermögen|kraft)\b|"
            r"\b(?:good|perfect|normal) (?:eyesight|vision|hearing)\b",
            rf"{IS}[^.;]{{0,20}}?(?P<q>\bfit)\b(?! (?:in|im|mit|am|für|for|with) )",
            not_after=FOR_OTHERS,
            unless=rf"{OTHERS}|{SERVES}|\b(?:spieler|sportler|athlet|gruppe|tiere?)\w*",
        ),
    ),
    Rule(
        "healthy",
        matching(
            r"\b(?:gute|stabile|robuste) gesundheit\b|\bkerngesund\w*|\bvoll einsatzfähig\b|"
            r"\b(?:körperlich )?uneingeschränkt (?:einsatzfähig|gesund|belastbar)\b",
            r"\bgesundheitlich (?:voll |absolut )?(?:uneingeschränkt|fit|geeignet|stabil|"
            r"belastbar)\b|\buneingeschränkte\w* (?:gesundheitliche|körperliche)\w* \w+",
            rf"\b(?:keine|ohne|no|without|frei von|free of) (?:any )?(?P<q>{_IMPAIRED})",
            rf"\bnot have (?:any |an? )?(?P<q>{_IMPAIRED})|"
            r"\bnicht (?P<r>(?:schwer)?behindert)\b",
            rf"\b(?:keine|no) (?P<q>(?:menschen|personen|bewerb\w+|people|applicants) (?:mit|with) "
            rf"(?:\w+ )?{_IMPAIRED})",
            r"\bnicht (?:\w+ )?(?:geeignet )?(?P<q>für (?:rollstuhl\w+|schwerbehinderte\w*|"
            r"menschen mit behinderung\w*))|\bnot suitable for (?P<r>wheelchair\w*|(?:people|"
            r"persons) with "
            r"disabilities)",
            rf"{IS}[^.;]{{0,20}}?\b(?P<q>gesund|healthy)\b",
            r"\b(?:einwandfreie|gute|stabile|sehr gute)[rnsm]? (?P<q>gesundheitszustand)\b",
            r"\bkeine (?P<q>allergien?|\w*(?:rücken|herz|kreislauf|gesundheits)\w*probleme?|"
            r"(?:sichtbaren )?hörgeräte|brillenträger\w*)\b",
            r"\b(?:no|without)(?: any)? (?P<q>(?:physical|health|medical) "
            r"(?:limitation|restriction|problem|issue)s?)\b",
            rf"\b(?P<q>(?:menschen|personen|bewerb\w+) mit (?:\w+ )?(?:behinderung|einschränkung|"
            rf"handicap)\w*|(?:schwer)?behinderte\w*|rollstuhlfahrer\w*|people with disabilities|"
            rf"disabled (?:people|applicants)|wheelchair users){EXCLUDED}",
            r"\b(?:wenige?|kaum|keine|geringe) (?P<q>krankheits\w+(?: \w+)?|fehlzeiten|fehltage)"
            r"\b|\b(?:selten|nie) (?P<r>krank)\b",
            r"\b(?:perfect|excellent|good)(?: physical| mental)? health\b"
            r"(?! (?:insurance|care|benefit))",
            unless=r"\bmit (?:und|oder|bzw\.?|/) ohne\b|\bmenschen ohne\b",
        ),
    ),
    Rule(
        "resilient",
        matching(
            r"(?<!-)\bbelastbarkeit\b(?! (?:der|des|von)\b)|"
            r"\bstress-?(?:resisten|toleran|stabil)\w+|\bnervenst[aä]rk\w*|\bstress (?:resistan|"
            r"toleran)\w+|\bresistance to stress\b|"
            r"\bstress-resist\w+",
            r"\bpsychisch\w* (?:und \w+ )?(?:stabil\w*|belastbar\w*|gesund(?:e[rnsm]?)?\b)|"
            r"\bmental(?:e[nrs]?)? (?:stark|stärke|belastbar\w*|stabil\w*)",
            rf"\bbelastbare[nrsm]?(?= (?:\w+ )?{PERSON}\b)",
            r"\b(?:sie sind|du bist|ihr seid)\b[^.;]*?(?P<q>\bbelastbar\b)",
            r"\byou (?:are|stay|remain)\b[^.;]{0,30}?(?P<q>\bresilient)\b",
            r"\bstrong nerves\b|\bnerves of steel\b|\bresilience\b(?= (?:is |are )?(?:required|"
            r"needed|essential|expected|a must))",
            not_after=r"\b(?:tests? (?:the|der|die)|prüf\w+ (?:die )?)\s+",
        ),
    ),
    Rule(
        "resilient",
        matching(r"\bbelastbar\b", unless=r"\b(?:ist|sind|bleib\w+|mach\w+|werden|wird)\b"),
    ),
    Rule(
        "appearance",
        matching(
            r"\b(?:gepflegt|attraktiv|ansprechend|gut|sympathisch|ordentlich|sauber|hübsch)\w* "
            r"(?:\w+es )?(?:äußere[sn]?|aussehen|erscheinung(?:sbild)?|optik|figur)\b",
            rf"\bgut ?aussehende?[rnsm]?(?= {PERSON}|\W*$)|"
            r"\bgood-looking\b(?! (?:product|design|app))|"
            r"\b(?:schlank|sportlich) (?:und|&) (?:sportlich|schlank|attraktiv|gepflegt)\b|"
            rf"\bhübsche[rnsm]? {PERSON}\b",
            r"\b(?:well-groomed|attractive|neat|smart|pleasant|clean)(?: and \w+)? "
            r"(?:appearance|looks)\b",
            r"\bschlanke?[rnsm]? (?:figur|statur|person|frau|dame)\b|"
            r"\b(?:kleider|konfektions)größe \d\d|\bslim (?:figure|build|and)\b",
            r"\b(?:mindest|körper)größe\W{1,3}(?:\w+ ){0,2}?(?:1[,.]\d\d? ?m|1\d\d ?cm)\b|"
            r"\b(?:1[,.]\d\d? ?m|1\d\d ?cm) (?:groß|tall)\b",
            not_after=r"\b(?:für|für das|für ein|sorgen\b.*|of)\s+",
            not_before=r"\s+(?:unsere\w*|der|des|von|of)\b",
        ),
    ),
)
