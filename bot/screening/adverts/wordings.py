"""Rules on wordings: age, origin, sex and family, disability, appearance, religion, documents."""

from __future__ import annotations

from bot.screening.adverts.age import AGE
from bot.screening.adverts.finding import Rule, matching
from bot.screening.adverts.phrases import FOR_OTHERS, OTHERS, PERSON, SEEKS
from bot.screening.adverts.titles import titles_for_one_sex

_ASKS = (
    r"\b(?:bewerb\w+|bewirb\w*|lebenslauf|lebensläufe|unterlagen|anschreiben|cv|résumé|resume|"
    r"application|apply)\b"
)
_NOT_ASKED = r"\b(?:ohne|kein\w*|nicht|verzicht\w+|without|no|not|don't|omit)\b"
_CREED = r"(?:evangelisch|katholisch|christlich|muslimisch|islamisch|jüdisch|protestantisch)\w*"

WORDINGS: tuple[Rule, ...] = (
    *AGE,
    # Origin
    Rule(
        "native_speaker",
        matching(
            r"\bmuttersprachler\w*|\bmuttersprache\b|\bmother[- ]tongue\b|"
            r"\bnative[- ](?:\w+[- ])?speakers?\b",
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
            r"\bnative[- ]level\b|\bmuttersprach\w*niveau\b",
        ),
    ),
    Rule("accent", matching(r"\b(?:akzent|dialekt)frei\w*|\b(?:accent-free|no accent)\b")),
    Rule(
        "nationality",
        matching(
            r"\b(?:deutsche\w*|eu-?|europäische\w*|österreichische\w*|schweizer) "
            r"(?:staats(?:angehörig\w+|bürger\w*)|nationalität|pass)\b",
            r"\b(?:nur|ausschließlich) (?P<q>eu-bürger\w*|deutsche)\b(?! \w)",
            r"\b(?:nur|ausschließlich) (?P<q>eu-bürger\w*)",
            r"\b(?:german|eu|european|british|austrian|swiss|us) (?:nationals?|citizens?|"
            r"citizenship|passport)\b",
            unless=r"\b(?:beratung|berat\w+|antr[aä]g\w*|einbürger\w*|fragen|advis\w+)\b",
        ),
    ),
    # Sex and family
    Rule(
        "sex_asked",
        matching(
            r"\b(?:jungs|mädels|girls|boys)\b",
            r"\b(?:männlich|weiblich)e?[nrsm]? (?=[A-ZÄÖÜ])",
            r"\b(?:nur|ausschließlich) (?:für )?(?P<q>männer|frauen|herren|damen)\b",
            r"\b(?:fe)?male (?=applicants?|candidates?|staff|employees?|only)|\b(?:wo)?men only\b",
            needs=SEEKS + r"|\bnur\b|\bonly\b|\bausschließlich\b|\bbewerber",
            not_after=FOR_OTHERS,
        ),
    ),
    Rule("sex_title", titles_for_one_sex),
    Rule(
        "family",
        matching(
            r"\b(?:sind|bist|sein|familiär)\b[^.;]{0,30}?(?P<q>\bungebunden)\b",
            r"\b(?:ohne|keine) (?P<q>familiäre\w* (?:verpflichtung|bindung)\w*|"
            r"anhang|kinderwunsch)",
            r"\b(?:ledig|unverheiratet|kinderlos)\b",
            r"\bkeine (?P<q>(?:kleinen )?kinder)\b(?= ?(?:haben|$|[,.]))",
            r"\b(?:without|no) (?:children|family commitments|kids)\b|\bunmarried\b|\bchildless\b",
            not_after=r"\b(?:örtlich|räumlich|zeitlich|kundschaft|paare)\s+",
            unless=OTHERS.replace(r"kinder\w*|", "").replace("children|", ""),
        ),
    ),
    # Disability, appearance
    Rule(
        "fitness",
        matching(
            r"\bkörperlich\w*(?: und \w+)? (?:fit|belastbar\w*|leistungsfähig\w*|fitness|"
            r"leistungsfähigkeit|gesundheit|verfassung|konstitution|kondition)\b",
            r"\bphysically (?:fit|able|robust)\b|\bable-bodied\b|"
            r"\bgood physical (?:condition|shape)\b",
            not_after=FOR_OTHERS,
        ),
    ),
    Rule(
        "healthy",
        matching(
            r"\b(?:gute|stabile|robuste) gesundheit\b|\bkerngesund\w*|\bvoll einsatzfähig\b|"
            r"\buneingeschränkt (?:einsatzfähig|gesund)\b",
            r"\b(?:keine|ohne) (?P<q>(?:gesundheitliche|körperliche)[nr]? (?:einschränkung|"
            r"beeinträchtigung|beschwerde)\w*|vorerkrankung\w*|behinderung\w*)",
            r"\b(?:sie sind|du bist)\b[^.;]{0,20}?\b(?P<q>gesund)\b",
            r"\b(?:perfect|excellent|good) health\b(?! (?:insurance|care|benefit))|"
            r"\bno (?P<q>disabilities)\b",
        ),
    ),
    Rule(
        "resilient",
        matching(
            r"\bbelastbarkeit\b(?! (?:der|des|von)\b)|\bstressresisten\w+",
            rf"\bbelastbare[nrsm]?(?= (?:\w+ )?{PERSON}\b)",
            r"\b(?:sie sind|du bist|ihr seid)\b[^.;]*?(?P<q>\bbelastbar\b)",
        ),
    ),
    Rule(
        "resilient",
        matching(r"\bbelastbar\b", unless=r"\b(?:ist|sind|bleib\w+|mach\w+|werden|wird)\b"),
    ),
    Rule(
        "appearance",
        matching(
            r"\b(?:gepflegt|attraktiv|ansprechend|gut|sympathisch|ordentlich|sauber)\w* "
            r"(?:\w+es )?(?:äußere[sn]?|aussehen|erscheinung(?:sbild)?)\b",
            r"\b(?:gut ?aussehend|good-looking)\w*",
            r"\b(?:well-groomed|attractive|neat|smart|pleasant|clean)(?: and \w+)? "
            r"(?:appearance|looks)\b",
            not_after=r"\b(?:für|für das|für ein|sorgen\b.*|of)\s+",
            not_before=r"\s+(?:unsere\w*|der|des|von|of)\b",
        ),
    ),
    Rule(
        "religion",
        matching(
            rf"\b(?:mitglied\w*|zugehörig\w*|angehörig\w*|gehören|gehörst)\b[^.;]{{0,40}}?"
            rf"(?P<q>\b{_CREED} "
            r"(?:kirche\w*|konfession\w*|glauben\w*|gemeinde\w*|religion\w*))",
            r"\b(?:kirchen(?:zugehörigkeit|mitglied\w*)|konfessionszugehörigkeit)\b",
            r"\bmember of (?:the|a) (?P<q>(?:\w+ )?(?:church|denomination))\b",
        ),
    ),
    # Asked for with the application
    Rule(
        "photo",
        matching(
            r"\b(?:lichtbild\w*|(?:bewerbungs|pass|porträt)?fotos?|photos?|photographs?|headshot)"
            r"\b",
            needs=_ASKS,
            unless=_NOT_ASKED,
            not_after=r"\b(?:unsere|our)\s+",
        ),
    ),
    Rule(
        "personal_data",
        matching(
            r"\b(?:geburtsdatums?|geburtsort|familienstands?|marital status|date of birth)\b",
            r"\bangaben? (?:\w+ ){0,2}?(?P<q>alters?|konfession|nationalität|"
            r"staatsangehörigkeit)\b",
            needs=_ASKS + r"|\bangabe\w*|\bangeben\b|\bgeben\b.*\ban\b|\bnennen\b|\bstate\b",
            unless=_NOT_ASKED,
        ),
    ),
    # Pay history
    Rule(
        "pay_history",
        matching(
            r"\b(?:bisherige|aktuelle|derzeitige|momentane|jetzige|vorherige|letzte)[nrsm]? "
            r"(?:brutto|netto|jahres|monats|grund|fix|ziel)*-?(?:gehalt|gehälter|lohn|einkommen|"
            r"verdienst|vergütung|bezüge)(?:e?s)?\b",
            r"\b(?:current|previous|last|past|present) (?:\w+ )?(?:salary|pay|compensation|wage|"
            r"remuneration)\b|\b(?:salary|pay) history\b",
            needs=r"\b(?:bewerb\w+|angabe\w*|angeben|nennen|teilen|mitteilen|verraten|ihr\w*|dein\w*|"
            r"state|include|provide|tell|disclose|your)\b",
            unless=r"\bgehaltsband|\bunsere\w*\b|\bour\b|" + _NOT_ASKED,
        ),
    ),
    Rule(
        "pay_history",
        matching(
            r"\b(?:gehalts|lohn)(?:nachweise?n?|abrechnung\w*|historie)\b|\bpay ?slips?\b",
            r"\b(?:was|wie viel|wieviel) verdien(?:en sie|st du)\b",
            needs=r"\b(?:füg\w+|beifügen|send\w*|schick\w+|leg\w+|einreichen|mitbringen|bewerb\w+|"
            r"verdien\w*|attach|enclose|include|provide)\b",
            unless=_NOT_ASKED + r"|\b(?:erstell\w+|prüf\w+|bearbeit\w+|prepare|process\w*)\b",
        ),
    ),
)
"""In the order in which they are tried: of two that overlap, the first one counts."""
