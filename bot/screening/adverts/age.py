"""Rules on age."""

from __future__ import annotations

from bot.screening.adverts.finding import Rule, matching
from bot.screening.adverts.phrases import (
    EXCLUDED,
    FOR_OTHERS,
    OTHERS,
    PERSON,
    SEEKS,
    SERVES,
    SHARES,
)

_YOUNG = r"(?P<q>jung(?:e[nmrs]?)?)"
_AND = r"(?:,|(?:,? (?:und|&|and)))?"
# Adjectives between: in lower case, so that no other noun stands there.
_WORDS = rf"(?:{_AND} (?-i:[a-zäöü])[\w-]+){{0,3}}?{_AND}"
_NUMBER = r"(?:\d{1,2}|ein(?:em|er|e)?|zwei|drei|vier|fünf|sechs|one|two|three|four|five|six)"
_UNIT = (
    r"(?! ?(?:%|prozent|tag|stund|km\b|kilo|euro|€|uhr|\. ?\w|mitarb|woch|monat|minut|t\b|kg|m\b|"
    r"person|kolleg|kund|standort|filial|lände|punkt|plätz|projekt|fahrzeug|objekt|grad|mio|"
    r"million|tausend|tsd|k\b|cm\b|people|employees|colleagues|customers|clients|countries|"
    r"percent|days|hours|weeks|months|projects|jahre\w* (?:\w+ )?(?:berufs)?erfahrung|"
    r"jahre\w* (?:am|im|auf) |years? (?:of|in|\w+ experience)))"
)
_AGES = r"[2-6]\d"
_DECADE = r"(?:zwanzig|dreißig|vierzig|fünfzig|20|30|40|50|twenties|thirties|forties|fifties)"
_APPLICANT = (
    r"(?:bewerb\w*|kandidat\w*|jemand\w*|student\w*|studierende\w*|einsteiger\w*|"
    r"berufs(?:einsteiger|anfänger)\w*|applicants?|candidates?|someone|students?)"
)
_DONE = r"(?:abgeschlossen|absolviert|beendet|fertig|verlassen|hinter (?:dir|sich|ihnen))"
_SCHOOL = (
    r"(?:uni(?:versität)?|hochschule|fh|schule|studium|ausbildung|abschluss|examen|"
    r"bachelor\w*|master\w*|lehre)"
)
_EXPERIENCE = (
    r"(?:(?:\w+ ){0,2}(?:berufs|praxis|arbeits)?erfahrung|im beruf\b|berufspraxis|"
    r"(?:of |')?(?:\w+ ){0,2}experience)"
)
_NEW = (
    r"(?:berufs(?:anfänger|einsteiger|starter)|(?:hochschul|uni|fachhochschul)?absolvent)"
    r"(?:en|innen|in|s)?"
)

AGE: tuple[Rule, ...] = (
    Rule(
        "young_professionals",
        matching(r"\byoung[- ](?:professionals?|potentials?|graduates?)\b", not_after=FOR_OTHERS),
    ),
    Rule(
        "young",
        matching(
            rf"\b{_YOUNG}{_WORDS} (?:[\w-]*(?:teams?|crew)|truppe|mannschaft|belegschaft|crew|"
            rf"kollegium|"
            r"kollegenkreis|(?:arbeits)?umfeld|(?:arbeits|betriebs)?klima|arbeitsatmosphäre|"
            r"haufen|bande|wilde[nr]?|kollegen zusammen|kolleg(?:en|innen) zusammen)\b",
            rf"\b(?P<q>young|youthful){_WORDS} (?:team|crew|staff|workforce|bunch|"
            r"environment|workplace)\b",
            r"\b(?:alters(?:durch)?schnitt|durchschnittsalter|average age)\b",
            r"\b(?:im schnitt|durchschnittlich|on average) (?P<q>\d{2} (?:jahre (?:alt|jung)|"
            r"years old))",
            unless=OTHERS + r"|\b(?:fahrzeug|anlage|gebäude|maschine|bestand)\w*",
            not_after=r"\b(?:train\w+|coach\w*|support|betreu\w+)\s+(?:\w+\s+)?",
        ),
    ),
    Rule(
        "young",
        matching(
            r"\b(?:team|belegschaft|mannschaft|truppe|wir|kolleg\w+|mitarbeiter\w*)\b (?:ist|"
            r"sind)(?: \w+){0,3}? "
            r"(?P<q>jung)\b",
            r"\b(?:(?:du|sie|ihr)\b (?:bist|sind|seid)|bist du|sind sie)\b[^.;]{0,40}?"
            r"\b(?P<q>jung)\b",
            r"\b(?P<q>jung)(?: und|,| &) (?:dynamisch|motiviert|ehrgeizig|hungrig|flexibel|wild|"
            r"engagiert|belastbar|ambitioniert|erfolgshungrig)\b",
            r"\b(?:you are|you're)\b[^.;]{0,40}?\b(?P<q>young)\b",
            r"\b(?:team|crew|staff|workforce) (?:is|are)(?: \w+){0,2}? (?P<q>young)\b",
            r"\bjung ?geblieben\w*|\byoung[- ]at[- ]heart\b",
            r"\bjugendliche[nmrs]? (?:persönlichkeit|auftreten|aussehen|ausstrahlung|elan|"
            r"frische|schwung|charme)\b",
            r"\b(?P<q>young)(?: and|,| &) (?:dynamic|energetic|motivated|ambitious|hungry)\b"
            r"(?! (?:and \w+ )?(?:compan|brand|market|start|firm|business|customer|client))",
            unless=r"\bjung und alt\b|\bjahre jung\b|\bjung (?:am|im) (?:markt|geschäft)\b",
        ),
    ),
    Rule(
        "young",
        matching(
            rf"\b{_YOUNG}{_WORDS} {PERSON}\b",
            rf"\b(?P<q>young){_WORDS} (?:people|talents?|persons?|m[ae]n|wom[ae]n|colleagues?|"
            r"candidates?|applicants?|employees?|sales\w*|managers?|staff)\b",
            needs=SEEKS,
            not_after=FOR_OTHERS + r"|\b(?:support|betreu\w+|begleit\w+|berat\w+)\s+(?:\w+\s+)?",
        ),
    ),
    Rule(
        "generation",
        matching(
            r"\bgen(?:eration)?[- ]?[yz]\b|\bmillennials?\b|"
            r"\b(?:tiktok|smartphone|internet|instagram|handy)-?generation\b",
            r"\b(?:da)?mit (?:dem |der |den )?(?:smartphone|handy|internet|social media|"
            r"sozialen medien|digital\w+)(?: [\w-]+){0,4} (?:aufgewachsen|groß geworden)\b",
            r"\b(?:social media|internet|smartphone|digital\w*)\b[^.;]{0,40}?\bdamit "
            r"(?P<q>groß geworden|aufgewachsen)\b",
            r"\b(?:twenty|thirty)-?somethings?\b",
            r"\bgr(?:ew|own) up with (?:smartphones?|social media|the internet|digital \w+)",
            unless=OTHERS + r"|\b(?:marketing|kampagne\w*|campaigns?|content|konzept\w*)\b",
            not_after=r"\b(?:für|an|von|mit|for|with|among)\s+(?:\w+\s+)?",
        ),
    ),
    Rule(
        "age_limit",
        matching(
            r"\b\d{2}\s*(?:und|bis|–|-|to|and)\s*\d{2} (?:jahren? (?:alt|jung)|years? (?:old|"
            r"young))\b",
            rf"\b(?:sie sind|du bist|jemand\w*|someone)\b[^.;]{{0,20}}?\b(?:zwischen|between) "
            rf"(?P<q>{_AGES} (?:und|and) {_AGES})\b" + _UNIT,
            r"\b(?:bist du|sind sie|are you)\b[^.;]{0,10}?\b(?:zwischen|between) "
            r"(?P<q>\d\d (?:und|and) \d\d)\b" + _UNIT,
            rf"\b(?:noch )?keine {_AGES}(?=\s*(?:jahre alt|[?!.,]|$))",
            rf"\b{_AGES}\b(?: \w+){{0,2}} nicht (?:über(?:schritten|schreiten|steigen))",
            rf"\bnicht über {_AGES}(?= jahren?\b|\W*$)",
            rf"\b(?:you|applicants?|candidates?)\b (?:\w+ ){{1,3}}?"
            rf"(?P<q>(?:under|below|over|above|between) {_AGES})\b" + _UNIT,
            rf"\b(?P<q>personen (?:über|ab|unter) {_AGES}|(?:ältere|alte)n? (?:menschen|\w*bewerb"
            rf"\w+|leute)|senioren|rentner|seniors|older (?:people|applicants)){EXCLUDED}",
            rf"\b(?:early|mid|late)[- ]{_DECADE}\b",
            r"\b(?:älter|jünger|older|younger) (?:als|than) (?:anfang |mitte |ende |mid-?|late )?"
            rf"(?:\d{{2}}|{_DECADE})\b" + _UNIT,
            r"\balter\b\W{0,3}(?:\w+ ){0,3}?(?P<q>(?:maximal|max\.|höchstens|bis(?: zu)?|unter|"
            r"zwischen|ideal\w*) ?\d{2})\b",
            r"\b(?:(?:ideal|wunsch|richt)?alter|alters(?:gruppe|spanne)|age(?: range| group)?)\b"
            rf"\W{{0,3}}(?:\w+ ){{0,3}}?(?P<q>{_AGES} ?(?:-|–|bis|und|to|and) ?{_AGES})\b",
            r"\b(?:sie|du|bewerb\w*) (?:sind|bist|soll(?:te)?(?:n|st)?|dürfen)\b[^.;]{0,30}?"
            rf"(?P<q>\b(?:unter|höchstens|maximal|bis|nicht über) {_AGES})\b" + _UNIT,
            r"\b(?:sind sie|bist du)\b[^.;]{0,20}?"
            rf"(?P<q>\b(?:unter|höchstens|maximal|bis) {_AGES})\b" + _UNIT,
            r"\b(?:suchen|sucht|gesucht\w*)\b[^.;]{0,60}?"
            rf"(?P<q>\b(?:bis|unter|maximal|höchstens) (?:zu )?{_AGES} jahren?\b|"
            rf"\b(?:bis|unter|maximal|höchstens) (?:zu )?{_AGES} jahre\b)(?! (?:\w+)?erfahrung)",
            rf"^\W*(?:höchstens|maximal|max\.?|bis) {_AGES} jahren?(?: alt)?\W*$|"
            rf"^\W*(?:höchstens|maximal|max\.?) {_AGES} jahre\W*$",
            r"\bin (?:their|your|his|her) (?:(?:early|mid|late)[ -])?(?:twenties|thirties|"
            r"forties|[2-5]0s)\b",
            r"\bidealalter\b",
            r"\b(?:mitarbeiter\w*|person\w*)\b[^.;]{0,30}?\b"
            rf"(?P<q>(?:bis|unter|maximal|max\.|höchstens) (?:zu )?{_AGES})\b" + _UNIT,
            rf"\b{_APPLICANT}\b[^.;]{{0,30}}?\b(?P<q>(?:über|unter|bis|maximal|max\.|höchstens|"
            rf"over|under|below|above) (?:zu )?{_AGES})\b(?! (?:bis|und|to|and) \d)" + _UNIT,
            rf"\b(?:under|below|over|up to|maximum) {_AGES} years (?:of age|old)\b",
            rf"\b(?:aged?|ages)\b:? (?:between )?{_AGES}\s*(?:to|and|-|–)\s*{_AGES}\b",
            r"\b(?:sie sind|du bist|bist du|sind sie)\b[^.;]{0,20}?"
            rf"(?P<q>\b(?:anfang|mitte|ende) {_DECADE})\b",
            r"\bjahrgang (?:19|20)\d\d|\b(?:geboren|born) (?:nach|ab|zwischen|after|since|between) "
            r"(?:19|20)\d\d",
            r"\b(?:keine?|no|nicht für) (?P<q>(?:ältere|alte)n? \w+|senioren|rentner|seniors|"
            r"older (?:people|applicants|candidates|workers))\b",
            unless=rf"{OTHERS}|{SERVES}"
            r"|\b(?:maschine|fahrzeug|anlage|gebäude)\w*|\bour\b|\bunsere? (?:mitarbeit|"
            r"team|beschäftigt|belegschaft|kolleg)\w*\b.{0,20}\b(?:sind|ist)\b|"
            r"\bunser team besteht\b",
        ),
    ),
    Rule(
        "age_limit",
        matching(
            r"\bhöchstalter\b|\balters(?:ober)?grenze\b|\bmaximum age\b|\bage limit\b",
            unless=rf"{OTHERS}|{SERVES}|\b(?:ohne|kein\w*|nicht|no|not|without|weder|keinerlei)\b",
        ),
    ),
    Rule(
        "age_minimum",
        matching(
            r"\bmindestalter\b\W{0,3}(?:\w+ ){0,2}?(?P<q>(?:19|2\d|[3-6]\d)\b)",
            r"\b(?P<q>(?:mindestens|mind\.|wenigstens|ab|über|at least|over) (?:19|2\d|[3-6]\d) "
            r"(?:jahren? alt|years old))\b",
            unless=rf"{OTHERS}|{SERVES}|\b(?:maschine|fahrzeug|anlage|gebäude)\w*",
        ),
    ),
    Rule(
        "mature",
        matching(
            r"\brüstige[nmrs]?\b(?: \w+)?",
            r"\breife[nmrs]? (?:dame|frau|person|persönlichkeit|mitarbeiter\w*|kraft|herr\w*)\b",
            r"\bmature (?:person|lad(?:y|ies)|wom[ae]n|m[ae]n|candidates?|applicants?)\b",
            r"\b(?P<q>(?:früh)?rentner\w*|pensionär\w*)\b(?: [^.;]{0,40})? gesucht\b|"
            r"\bsuchen (?:\w+ ){0,3}?(?P<r>(?:früh)?rentner\w*)\b",
            unless=SERVES,
            not_after=FOR_OTHERS,
        ),
    ),
    Rule(
        "beginners_only",
        matching(
            rf"\b(?:ausschließlich|nur|exklusiv)\b(?: \w+){{0,2}}? (?P<q>{_NEW})",
            rf"(?P<q>\b(?:gerade(?: erst)?|frisch|soeben|kürzlich))(?: \w+){{0,4}}? {_DONE}\b",
            rf"\b(?:frisch|gerade|direkt) (?:von|aus) der {_SCHOOL}\b",
            rf"\b{_SCHOOL}\b(?: \w+){{0,2}}? frisch in der tasche\b|\bfrisch gebackene?\w*\b",
            rf"\b\w*{_SCHOOL}\b[^.;]{{0,30}}?(?P<q>(?:nicht (?:länger|mehr) als|höchstens|"
            r"maximal|weniger als) [^.;]{1,20}? zurück)",
            r"\b(?:recent|fresh|new) (?:college |university )?graduates? only\b|"
            r"\bonly (?P<q>(?:recent|fresh|new) graduates)\b",
            rf"\b\w*{_SCHOOL}\b[^.;]{{0,10}}?(?P<q>vor (?:maximal|höchstens|weniger als) \w+ "
            rf"(?:jahr|monat)\w*)",
            r"\b(?:just graduated|(?:just|recently) left (?:university|college|school)|"
            r"just finished (?:your|university|college)|"
            r"(?:straight|fresh) (?:out of|from) (?:university|college|school))\b",
            unless=r"\b(?:auch|ebenso|oder|also|or)\b",
        ),
    ),
    Rule(
        "beginners_wanted",
        matching(
            rf"\b(?P<q>{_NEW})\b(?: \([^)]*\))?(?: [^.;]{{0,40}})? (?:gesucht|bevorzugt)\b",
            rf"\b(?:suchen|sucht|gesucht:?|du bist|sie sind) (?:\w+ ){{0,3}}?(?P<q>{_NEW})\b",
            r"\b(?:suchen|sucht|gesucht:?) (?:\w+ ){0,3}?(?P<q>nachwuchs(?!förder)\w+)|"
            r"\bnachwuchs(?!förder)\w+(?= (?:\([^)]*\) )?gesucht)",
            rf"\b(?:direkt|unmittelbar|gleich) nach (?:dem|der|deine[mr]|ihre[mr]) {_SCHOOL}\b",
            r"\b(?P<q>(?:recent|fresh|new) (?:college |university )?graduates?)\b"
            r"(?= (?:wanted|needed|preferred|sought))",
            r"\b(?:you are|looking for|we want|seeking)\b(?: an?)?(?: \w+)? "
            r"(?P<q>(?:recent|fresh|new) (?:college |university )?graduates?)\b",
            unless=SHARES + rf"|\b{_AGES}\b",
            not_after=FOR_OTHERS,
        ),
    ),
    Rule(
        "beginners_wanted",
        matching(
            r"\b(?:perfect|ideal|great) for (?P<q>(?:\w+ )?graduates|school leavers)\b",
            rf"\b(?:ersten?|first) job (?:nach|after|direkt nach) (?:\w+ )?(?:{_SCHOOL}|university|"
            r"college)\b",
            rf"\b(?:richte[nt]|wende[nt]) (?:sich|uns) (?:speziell |vor allem )?an (?P<q>{_NEW})\b",
            rf"\b(?:perfekt|ideal) für (?P<q>junge) {PERSON}\b",
            r"\b(?:am|zu) (?P<q>(?:beginn|anfang|start) (?:ihre[rs]|deine[rs]|der|des|eines) "
            r"(?:berufslebens|karriere|laufbahn))\b",
            r"\b(?:gerade|frisch|neu|eben|direkt) (?:erst )?(?P<q>ins berufsleben)\b",
            r"\b(?:perfekt|ideal|genau richtig) für (?P<q>(?:\w+ )?"
            r"(?:absolvent(?:en|innen)|schulabgänger\w*|berufs(?:einsteiger|anfänger)\w*))\b",
            unless=SHARES,
        ),
    ),
    Rule(
        "experience_cap",
        matching(
            rf"\b(?:maximal|max\.|höchstens|nicht mehr als|bis zu|weniger als|unter) {_NUMBER} "
            rf"(?:jahre?n?|j\.) {_EXPERIENCE}",
            rf"\b(?:maximal|max\.|höchstens|nicht mehr als|bis zu|"
            rf"weniger als) {_NUMBER} berufsjahre",
            rf"\b(?:no more than|max(?:imum|\.)?(?: of)?|at most|less than|fewer than|up to|under) "
            rf"{_NUMBER} years?(?:'| of)? {_EXPERIENCE}",
            rf"\b(?:0|null|zero) ?(?:-|–|bis|to) ?{_NUMBER} (?:jahre?n?|years?(?:'| of)?) "
            rf"{_EXPERIENCE}",
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
