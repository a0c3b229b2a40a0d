"""Rules on age."""

from __future__ import annotations

from bot.screening.adverts.finding import Rule, matching
from bot.screening.adverts.phrases import FOR_OTHERS, OTHERS, PERSON, SEEKS

_YOUNG = r"(?P<q>jung(?:e[nmrs]?)?)"
_WORDS = r"(?:,? (?:und )?[\w-]+){0,3}?"
_NUMBER = r"(?:\d{1,2}|ein(?:em|er|e)?|zwei|drei|vier|fünf|sechs|one|two|three|four|five|six)"
_UNIT = (
    r"(?! ?(?:%|prozent|tag|stund|km\b|kilo|euro|€|uhr|\. ?\w|mitarb|woch|monat|minut|t\b|kg|m\b|"
    r"percent|days|hours|weeks|months|jahre\w* (?:berufs)?erfahrung))"
)

AGE: tuple[Rule, ...] = (
    Rule(
        "young_professionals",
        matching(r"\byoung[- ](?:professionals?|potentials?|graduates?)\b", not_after=FOR_OTHERS),
    ),
    Rule(
        "young",
        matching(
            rf"\b{_YOUNG}{_WORDS},? (?:\w*teams?|truppe|mannschaft|belegschaft|crew|kollegium)\b",
            r"\b(?P<q>young|youthful)(?:,? (?:and )?[\w-]+){0,3}? (?:team|crew|staff|workforce)\b",
            not_after=r"\b(?:train\w+|coach\w*|support|betreu\w+)\s+(?:\w+\s+)?",
        ),
    ),
    Rule(
        "young",
        matching(
            r"\b(?:team|belegschaft|mannschaft|truppe|wir)\b (?:ist|sind)(?: \w+){0,3}? "
            r"(?P<q>jung)\b",
            r"\b(?:(?:du|sie|ihr)\b (?:bist|sind|seid)|bist du|sind sie)\b[^.;]{0,40}?"
            r"\b(?P<q>jung)\b",
            r"\b(?P<q>jung)(?: und|,) (?:dynamisch|motiviert|ehrgeizig|hungrig|flexibel|wild|"
            r"engagiert|belastbar|ambitioniert|erfolgshungrig)\b",
            r"\b(?:you are|you're)\b[^.;]{0,40}?\b(?P<q>young)\b",
            r"\bjugendliche[nmrs]? (?=persönlichkeit|auftreten|aussehen|ausstrahlung)",
            r"\b(?P<q>young)(?: and|,) (?:dynamic|energetic|motivated|ambitious|hungry)\b"
            r"(?! (?:and \w+ )?(?:compan|brand|market|start|firm|business|customer|client))",
            unless=r"\bjung und alt\b|\bjahre jung\b|\bjung (?:am|im) (?:markt|geschäft)\b",
        ),
    ),
    Rule(
        "young",
        matching(
            rf"\b{_YOUNG}(?:,? (?:und )?[\w-]+){{0,2}}? {PERSON}\b",
            r"\b(?P<q>young)(?:,? (?:and )?[\w-]+){0,2}? (?:people|talents?|persons?|m[ae]n|"
            r"wom[ae]n|colleagues?|candidates?|applicants?|employees?|sales\w*|managers?|staff)\b",
            needs=SEEKS,
            not_after=FOR_OTHERS + r"|\b(?:support|betreu\w+|begleit\w+|berat\w+)\s+(?:\w+\s+)?",
        ),
    ),
    Rule(
        "age_limit",
        matching(
            r"\b\d{2}\s*(?:und|bis|–|-|to|and)\s*\d{2} (?:jahren? alt|years? old)\b",
            r"\b(?:sie sind|du bist)\b[^.;]{0,20}?\bzwischen (?P<q>\d{2} und \d{2})\b" + _UNIT,
            r"\b(?:älter|jünger|older|younger) (?:als|than) \d{2}\b" + _UNIT,
            r"\balter\b\W{0,3}(?:\w+ ){0,3}?(?P<q>(?:maximal|max\.|höchstens|bis(?: zu)?|unter|"
            r"zwischen|ideal\w*) ?\d{2})\b",
            r"\b(?:sie sind|du bist|sind sie|bist du)\b[^.;]{0,20}?"
            r"(?P<q>\b(?:unter|höchstens|maximal|bis) [2-6]\d)\b" + _UNIT,
            r"\b(?:suchen|sucht|gesucht\w*)\b[^.;]{0,60}?"
            r"(?P<q>\b(?:bis|unter|maximal|höchstens) (?:zu )?[2-6]\d jahren?\b|"
            r"\b(?:bis|unter|maximal|höchstens) (?:zu )?[2-6]\d jahre\b)(?! (?:\w+)?erfahrung)",
            r"\bin (?:their|your) (?:twenties|thirties|early \w+)\b",
            r"\bhöchstalter\b|\baltersobergrenze\b|\bmaximum age\b|\bage limit\b",
            r"\b(?:bewerber\w*|einsteiger\w*|berufs(?:einsteiger|anfänger)\w*|mitarbeiter\w*|"
            r"kandidat\w*|person\w*)\b[^.;]{0,30}?\b(?P<q>(?:bis|unter|maximal|max\.|höchstens) "
            r"(?:zu )?[2-6]\d)\b" + _UNIT,
            r"\b(?:under|below|over|up to|maximum) [2-6]\d years (?:of age|old)\b",
            r"\b(?:aged?|ages)\b:? (?:between )?[2-6]\d\s*(?:to|and|-|–)\s*[2-6]\d\b",
            r"\b(?:sie sind|du bist)\b[^.;]{0,20}?(?P<q>\b(?:anfang|mitte|ende) (?:zwanzig|"
            r"dreißig|vierzig|20|30|40))\b",
            unless=OTHERS
            + r"|\b(?:maschine|fahrzeug|anlage|gebäude)\w*|\bour\b|\bunsere? (?:mitarbeit|"
            r"team|beschäftigt|belegschaft|kolleg)\w*\b.{0,20}\b(?:sind|ist)\b",
        ),
    ),
    Rule(
        "beginners_only",
        matching(
            r"\b(?:ausschließlich|nur|exklusiv)\b(?: \w+){0,2}? (?P<q>(?:berufs(?:anfänger|"
            r"einsteiger)|(?:hochschul|uni)?absolvent)\w*)",
            r"(?P<q>\b(?:gerade(?: erst)?|frisch|soeben|kürzlich))(?: \w+){0,4}? "
            r"(?:abgeschlossen|absolviert|beendet)\b",
            r"\bfrisch (?:von|aus) der (?:uni\w*|hochschule|schule)\b",
            r"\b(?:recent|fresh) (?:college |university )?graduates? only\b|"
            r"\bonly (?P<q>(?:recent|fresh) graduates)\b",
            unless=r"\b(?:auch|ebenso|oder|also|or)\b",
        ),
    ),
    Rule(
        "experience_cap",
        matching(
            rf"\b(?:maximal|max\.|höchstens|nicht mehr als) {_NUMBER} jahre?n? (?:\w+ )?"
            r"(?:berufs|praxis)?erfahrung\b",
            rf"\b(?:no more than|maximum(?: of)?|at most) {_NUMBER} years?(?:'| of)? "
            r"(?:\w+ )?experience\b",
        ),
    ),
    Rule(
        "digital_native",
        matching(
            r"\bdigital[- ]natives?\b",
            not_after=FOR_OTHERS + r"|\b(?:der|generation|zielgruppe)\s+",
        ),
    ),
)
