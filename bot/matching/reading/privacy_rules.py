"""Rules that tell a personal part of a sentence: alone, beside another, or by how it is said."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.profile import RemovedKind
from bot.matching.reading import privacy_words as words
from bot.matching.reading.privacy_nations import COUNTRY, NATION
from bot.matching.reading.spelling import spelt

Rule = tuple[RemovedKind, re.Pattern[str]]
_DATE: Final = (
    r"(?:\d{1,2}\.\s?(?:\d{1,2}\.|[a-zäç]+\.?)\s?\d{2,4}|\d{4}[-/.]\d\d[-/.]\d\d|"
    r"\d{1,2}[/-]\d{1,2}[/-]"
    r"\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th|er)?\s)?(?:of\s|de\s)?[a-zäéûçış]+\s(?:de\s)"
    r"?(?:\d{1,2}(?:st|nd|rd|th)?,?"
    r"\s)?(?:19|20)\d\d|(?:\d{1,2}/)?(?:19|20)\d\d|'\d\d)"
)
_TEN = r"(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig)"
_SPELT_AGE = (
    rf"(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?{_TEN}|(?:neunzehn|achtzehn)"
)
_AGE = rf"(?:[1-7]\d|{_SPELT_AGE})"
_NOUN_ENDS = r"(?![\w-])"
_SHE = (
    r"(?:she|he|they|sie|er|dey|xier|ze)\s?/\s?"
    r"(?:her|him|them|ihr|ihm|ihn|hers|his|theirs|dem|xiem)s?"
)


def _rules(*rules: tuple[RemovedKind, str], whole: bool) -> tuple[Rule, ...]:
    form = r"\W*(?:{})\W*" if whole else r"(?<!\w)(?:{})"
    return tuple((kind, re.compile(form.format(spelt(rule)), re.I)) for kind, rule in rules)


_FAMILY_ADJECTIVE = (
    r"(?:(?:\w+e[nrms]?|zwei|drei|vier|two|three|four|late|own|adult|young|small|little|sick|"
    r"elderly|"
    r"grown-up|school-?aged?)\s)"
)
_CHILDREN = (
    rf"{words.NUMBER}\s(?:\w+(?:e[rn]?|ing|en)\s|[a-z]+\s)?(?:{words.CHILD})(?!\w|-)"
    rf"(?:\s?(?:\(.*\)|im alter .*|aged .*|von \d.*|\d.*))?"
)
_WITH_GRANNY = rf"(?:bei|von|mit|at)\s(?:der\s)?(?:oma|opa|mama|papa|grandma|grandpa){_NOUN_ENDS}"
AT_HOME: Final = re.compile(_WITH_GRANNY, re.I)
_MINE = rf"{words.OF_MINE}\s{_FAMILY_ADJECTIVE}{{0,2}}{words.RELATIVE}{_NOUN_ENDS}"
_WE = (
    rf"{words.OF_OURS}\s{_FAMILY_ADJECTIVE}{{0,2}}"
    rf"(?:{words.CHILD}|familie|family|eltern|parents){_NOUN_ENDS}"
)
_LIVES_WITH = (
    r"(?:lebe?n?d?|wohne?n?d?|lives?|living)\s(?:ich\s)?(?:zusammen\s|together\s)?(?:mit|with)\s"
    rf"(?:(?:{words.OF_MINE}|an?|eine[mr]|the|de[mrn])\s)?(?:\w+(?:e[nr]|-term)\s)?{words.RELATIVE}"
    rf"{_NOUN_ENDS}"
)
_FOR_THEM = (
    rf"(?:(?:wegen|aufgrund|zugunsten|because of|due to|for)\s(?:de[rsnm]|the|our|unsere[rsn]?)\s"
    rf"(?:\w+e[nr]\s)?(?:{words.CHILD}|familie|family|(?:schwieger)?eltern|parents|"
    rf"ehe(?:manne?s|frau)|pflege(?:bedürftigen)?\s(?:mutter|vaters|eltern))|"
    rf"(?:der|den)\s(?:{words.CHILD}|familie|liebe|eltern)\swegen|"
    r"(?:wegen|nach|aufgrund|after|due to)\s(?:(?:de[rs]|einer|meiner|my|the|a)\s)?"
    r"(?:heirat|hochzeit|scheidung|ehescheidung|familiengründung|(?:my )?marriage|(?:my )?divorce))"
)
_BIRTH_LABEL = (
    r"geb(?:oren|urtsdatum|\.)?(?:\s?am)?|\*|✱|née?(?: le)?|nat[oa](?: il)?|nacid[oa](?: el)?|"
    r"born(?: on)?|"
    r"date of birth|dob|d\.o\.b\.|ur\.|urodzon[ya]|narozen[aá]?|doğum(?: tarihi)?|data urodzenia|"
    r"date de naissance|data di nascita|fecha de nacimiento|дата рождения|nascido|född|født|"
    r"syntynyt"
)

WHOLE: Final = _rules(
    ("family", rf"(?:familienstand\s)?(?:(?:glücklich|frisch|noch|happily|seit \d{{4}}|nicht|"
               rf"in (?:erster|zweiter|"
               rf"dritter|\d\.) ehe|wieder|neu)\s)*{words.SINGLE}(?:\s(?:seit|since)\s\d{{4}})"
               rf"?(?:\s(?:mit|with|to)\s.{{3,30}})?"
               rf"(?:\s(?:und|and|mit|with)\s{_CHILDREN})?"),
    ("family", words.SINGLE_SHORT),
    ("family", r"in (?:erster|zweiter|dritter|\d\.) ehe"),
    ("family", rf"{_LIVES_WITH}"),
    ("family", r"kinderlos|keine kinder|no (?:children|kids)|childless|ohne kinder|sans enfants?|"
               r"kinder:? (?:\d|keine|ja|nein)|(?:stolze[rs]? )?(?:zweifache|dreifache|"
               r"vierfache|junge|zweifacher|dreifacher|frisch gebackene)?r?\s?(?:mutter|vater|"
               r"mama|papa|oma|opa|"
               r"mother|father|mum|mom|dad)(?: (?:von|of|zweier|dreier|eines|einer) .{2,40})?"),
    ("religion", rf"(?:(?:überzeugte|gläubige|praktizierende|bekennende|devout|practi[sc]ing)"
                 rf"[rn]?\s)?{words.FAITH}(?:\s?\((?:nicht |non-?)?(?:praktizierend|practi[sc]ing)"
                 rf"\))?"),
    ("religion", rf"(?:parteilos|ohne parteibuch|getauft|konfirmiert|nicht religiös|religiös|"
                 rf"religious|{words.POLITICS})"),
    ("nationality", r"(?:spät|deutsch)?aussiedler(?:in)?|russlanddeutscher?|kontingentflüchtling|"
                    r"(?:eu|drittstaats?|us|nicht-eu|non-eu|unions)-?(?:bürger(?:in)?|citizen|"
                    r"angehörige[r]?|national)|"
                    r"staatenlos|stateless|eingebürgert(?: seit \d{4})?|(?:anerkannter? )"
                    r"?flüchtling|geflüchtete[r]?|refugee|"
                    r"asylbewerber(?:in)?|asylberechtigte?r?|(?:mit )?migrationshintergrund|"
                    r"(?:mit )?(?:duldung|blaue karte(?: eu)?|blue card(?: holder)?|green card|"
                    r"niederlassungserlaubnis|settled status)|"
                    r"(?:(?:un)?befristete[rn]?|gültige[rn]?|valid|unlimited|permanent)"
                    r"?\s?(?:aufenthalts(?:titel|"
                    r"erlaubnis|status|genehmigung)|arbeitserlaubnis|arbeitsgenehmigung|"
                    r"work permit|residence permit|"
                    r"residency|work visa|right to work.*)(?: (?:vorhanden|liegt vor|unbefristet|"
                    r"gültig.*|bis.*))?|"
                    r"aufenthalt nach .*|§ ?(?:24|25|18).{0,12}|visa sponsorship.*|"
                    r"doppelte staatsbürgerschaft|dual (?:citizen(?:ship)?|national(?:ity)?)"),
    ("nationality", rf"(?:(?:seit|since)\s(?:\d{{4}}|(?:\w+\s){{1,3}}(?:jahren?|years)|(?:der|"
                    rf"meiner) (?:geburt|kindheit))\s(?:wohnhaft |lebend )?in\s{COUNTRY}|"
                    rf"in\s{COUNTRY}\s(?:seit|since)\s\d{{4}})"),
    ("nationality", rf"(?:die |der |den )?{NATION}(?:e[rn]?)? (?:staatsangehörig\w*|"
                    rf"staatsbürger\w*|nationalität|pass|passport|citizen(?:ship)?|national(?:ity)"
                    rf"?)|"
                    rf"(?:staatsangehörig\w*|staatsbürger\w*|nationalität|nationality|citizenship)"
                    rf"\W+{NATION}(?:\W+{NATION})?"),
    ("sex", rf"keine anrede|{words.SEX}|{words.ORIENTATION}|{_SHE}(?:/\w+)?"),
    ("sex", rf"(?:{words.SEX}|[mwfd])\s?[,/]?\s?{_AGE}(?:\sjahre)?|"
            rf"{_AGE}\s?[/,]?\s?(?:{words.SEX}|[mwfd])"),
    ("birth", rf"(?:{_BIRTH_LABEL})\W*{_DATE}(?:\W+(?:in|zu|à|a|w|ve)?\s?[A-ZÀ-Žß][\w-]+.{{0,20}})"
              rf"?"),
    ("birth", rf"{_AGE}(?:\s(?:jahre|years|yrs|lenze|ans|anni|años|lat|yaşında|y/?o)|\s?j\.|"
              rf"-?jährig|\s?y/o)(?:\s(?:alt|jung|old|young))?"),
    ("birth", rf"(?:anfang|mitte|ende|early|mid|late|in (?:my|his|her|their) (?:early |mid |late )"
              rf"?)[- ](?:der )?(?:[2-6]0(?:er|s|ern)?|{_TEN}|"
              r"twenties|thirties|forties|fifties|sixties)"),
    ("birth", r"(?:jahrgang|jg\.?|baujahr)\s?(?:'|19|20)?\d\d|voll?jährig|minderjährig|(?:im )"
              r"?rentenalter|rentner(?:in)?|alter:?\s?[1-7]\d|"
              rf"{_SPELT_AGE}"),
    ("health", rf"{words.ILL}|{words.HEALTHY}|{words.DISABLED}|(?:mit |anerkannte )"
               rf"?schwerbehinderung(?:\s.*)?|"
               r"schwerbehindert\b(?!e).*|gleichgestellt|pflegegrad \d|rh?esus.*|blutgruppe.*|"
               r"[01][,.]\d\d\s?m|1\d\d\s?cm|\d{2,3}\s?kg"),
    ("photo", r"(?:mein |my |ein |a )?(?:bewerbungs|pass|profil|portrait|porträt)?-?(?:foto|bild|"
              r"photo(?:graph)?|lichtbild|picture|headshot)"
              r"(?:\s(?:siehe|folgt|anbei|beigefügt|oben|unten|rechts|links|attached|enclosed|"
              r"on request|auf anfrage|available|im anhang|liegt bei).*|:.*)?"),
    whole=True,
)  # fmt: skip
"""Personal wherever such a part stands alone."""


IN_HEADER: Final = _rules(
    ("religion", r"(?:konfession|religion|glaube|bekenntnis)\s\S+"),
    (
        "nationality",
        r"(?:nationalität|staatsangehörigkeit|staatsbürgerschaft|nationality|herkunft)"
        r"\s\S+(?:\s\S+)?",
    ),
    ("family", r"(?:familienstand|marital status)\s\S+(?:\s\S+)?"),
    ("sex", r"(?:geschlecht|sex|gender)\s\S+"),
    (
        "birth",
        r"(?:alter|age|geburtsort|geburtstag|geboren in|geburtsjahr|sternzeichen)\s\S+(?:\s\S+)"
        r"{0,2}",
    ),
    ("health", r"(?:größe|gewicht|height|weight)\s\d\S*(?:\s\w+)?"),
    ("address", r"(?:wohnort|wohnsitz)\s\S+(?:\s\S+)?"),
    whole=True,
)
"""Personal above the first heading."""

WEAK: Final = _rules(
    ("nationality", rf"(?:an?\s|eine?\s)?{NATION}(?:\s?[/-]\s?{NATION})?(?:e[rn]?)?"),
    ("nationality", rf"(?:aus|from)\s(?:de[rmn]\s|the\s)?{COUNTRY}"),
    ("birth", rf"{_AGE}"),
    ("sex", r"[mwfdx]|frau|mann|herr|woman|man"),
    ("family", r"single|getrennt|in festen händen|partnerschaft|engaged|mit familie|"
               r"familienmensch"),
    ("health", rf"{words.CONDITION}(?:\s(?:seit|since)\s\d{{4}}|\s\d{{4}})?|(?:seit|nach|after|"
               rf"since|trotz|mit)\s(?:\w+\s){{0,2}}{words.CONDITION}(?:\s\d{{4}})?"),
    ("nationality", rf"(?:ich )?(?:habe|besitze|have|hold) (?:auch |sowohl )?(?:die |den |einen |"
                    rf"eine |an? |both )?{NATION}"),
    ("address", r"aus\s[A-ZÄÖÜ][\wäöüß-]+(?:\s[A-ZÄÖÜ][\wäöüß-]+)?|(?:und )?komme?\saus\s\S+"),
    ("family", _CHILDREN),
    whole=True,
)  # fmt: skip
"""Personal beside another personal part, or beside the name."""


_AM = r"(?:(?:bin|war|am|was|i['’]m|being|als|as)\b)"
_HAVE = (
    r"(?:(?:habe?n?|hatten?|have|had|i['’]ve|got|bekam|bekomme|bekommen|erlitt|erwarte[nt]?|"
    r"expecting|leide|litt|suffer(?:ed|ing)?|"
    r"erkrankte?|diagnostiziert|diagnosed|überstand|überwunden|survived|beat|kämpfe|lebe|live|"
    r"living|trage|wear|nehme|take)\b)"
)
BECAUSE = (
    r"(?:(?:wegen|aufgrund|auf grund|infolge|nach|seit|trotz|durch|bedingt durch|due to|"
    r"because of|after|since|despite|"
    r"following|owing to)\b)"
)
_OVER = (
    r"(?=\s*(?:$|[.,;:!?)(–-]|(?:und|and|seit|since|im|in|die|der|das|which|that|who|gehabt|"
    r"überstanden|überwunden|"
    r"besiegt|erlitten|bekommen|aged|von|mit|zu hause|at home|großgezogen|erzogen|from|but|aber|"
    r"so|\d{4})\b))"
)
"""Behind what somebody has; "Ich habe drei Kinder betreut" tells of work."""

_SOME = (
    r"(?:(?:mein(?:e[rmns]?)?|my|ein(?:e[rmns]?)?|an?|der|dem|des|the|"
    r"mehrere[nr]?|\w+(?:e[rnms]?|en|isch\w*|ic|ous))\s){0,3}"
)
_NOT_MY_JOB = r"(?!\s(?:für|bei|im|in der)\b)"

STATED: Final = _rules(
    ("family", rf"(?:zu ?hause|daheim|at home)\s(?:geblieben\s)?(?:bei|mit|with)"
               rf"\s(?:{words.OF_MINE}|den|der)\s(?:\w+\s)?{words.RELATIVE}"),
    ("family", _MINE),
    ("family", _WE),
    ("family", _WITH_GRANNY),
    ("family", _LIVES_WITH),
    ("family", rf"{_HAVE}\s(?:ich\s|wir\s|auch\s|bereits\s|schon\s|selbst\s|also\s)"
               rf"{{0,2}}{_CHILDREN}{_OVER}"),
    ("family", rf"{_HAVE}\s(?:ich\s|auch\s)?(?:{words.CHILD}|nachwuchs)(?=\s*(?:$|[.,;!]|und\b|"
               rf"and\b))"),
    ("family", rf"{_AM}\s(?:\w+\s)?(?:getrennt|separated)(?=\s*(?:$|[.,;!]))"),
    ("family", rf"{_CHILDREN}\s(?:habe?|have)\b"),
    ("family", rf"{_AM}\s(?:ich\s|selbst\s|auch\s|a\s|an\s|eine?\s|the\s|(?:\w+(?:e[rn]?|ly|ud|"
               rf"gle))\s){{0,3}}(?:mutter|vater|mama|papa|oma|opa|"
               rf"mother|father|mum|mom|dad|parent|grand(?:mother|father)|hausfrau|hausmann|"
               rf"housewife)\b(?:\s(?:von|of|zweier|dreier|eines|einer)\s"
               rf"(?:\w+\s){{0,2}}(?:{words.CHILD}))?{_NOT_MY_JOB}(?!-)"),
    ("family", rf"{_AM}\s(?:ich\s|\w+(?:lich|ich|ly|erweise)\s|seit \w+ (?:jahren )?|noch\s|"
               rf"nicht\s|not\s|zum \w+ mal\s){{0,2}}{words.SINGLE}(?!\w)"),
    ("family", r"(?:lebe (?:ich )?(?:in scheidung|getrennt)|eltern geworden|mutter geworden|"
               r"vater geworden|geheiratet|got married|get married|"
               r"(?:meine|unsere|nach der|my|our|after the)r? (?:scheidung|hochzeit|heirat|"
               r"divorce|wedding|marriage)\b|"
               r"familienplanung|kinderwunsch\b|nachwuchs erwart\w*|family planning|"
               r"aus familiären gründen|"
               r"for family reasons|kinderbetreuung (?:ist )?(?:gesichert|geregelt|organisiert|"
               r"sichergestellt)|childcare (?:is )?"
               r"(?:secured|arranged|in place|sorted)|geburt (?:meine[rs]|unsere[rs]|des|der) \w+|"
               r"birth of my \w+)"),
    ("health", rf"{_HAVE}\s(?:\d{{4}}\s|ich\s\d{{4}}\s|ich\s|i\s|an\s|unter\s|from\s|seit \w+\s|"
               rf"mit\s|with\s|\w+lich\s)?{_SOME}{words.CONDITION}(?!\w|-){_OVER}"),
    ("health", rf"{words.OF_MINE}\s(?:\w+e[nrms]?\s|\w+ic\s){{0,2}}{words.CONDITION}(?!\w|-)"),
    ("health", rf"{words.CONDITION}\s(?:habe|hatte|überstanden|überwunden|gehabt)\b"),
    ("health", rf"{_AM}\s(?:ich\s|derzeit\s|leider\s|also\s|auch\s|seit \w+\s|von geburt an\s|"
               rf"ein\s|eine\s|a\s|an\s|auf (?:dem|einem|beiden) (?:\w+ )?\w+\s|\w+weise\s){{0,3}}"
               rf"{words.ILL}(?!\w)"),
    ("health", rf"(?:{words.HEALTHY}|{words.DISABLED})"),
    ("health", rf"(?:\w+bedingte[rns]?\s)?{words.HURT}(?!\w|-)"),
    ("health", r"(?:krankgeschrieben|im krankenstand|arbeitsunfähig|erwerbsgemindert|"
               r"berufsunfähig|on sick leave)\b"),
    ("health", r"(?:kann|darf|can(?:['’]t|not)) (?:aus gesundheitlichen|for medical)"),
    ("health", r"ich (?:sitze|bin) (?:seit .{3,20} )?im rollstuhl|angewiesen auf (?:einen )"
               r"?rollstuhl|auf (?:einen|den) rollstuhl angewiesen"),
    ("religion", rf"{_AM}\s(?:ich\s|ein\s|eine\s|a\s|an\s|\w+e[rn]?\s|practi[sc]ing\s|nicht\s|"
                 rf"not\s){{0,3}}{words.FAITH}{_NOUN_ENDS}(?!\s\w)"),
    ("religion", rf"{words.POLITICS}"),
    ("religion", r"(?:partei|gewerkschafts)(?:mitglied|zugehörigkeit)\w*"),
    ("sex", rf"{_AM}\s(?:ich\s|ein\s|eine\s|a\s|an\s|übrigens\s|\w+ly\s){{0,3}}(?:{words.SEX}|"
            rf"{words.ORIENTATION})(?!\w)"),
    ("sex", r"(?:identify (?:myself )?as|identifiziere (?:ich )?mich(?: als)?|(?:sehe|verstehe|"
            r"definiere) (?:ich )?mich als)\s(?:an?\s|eine?\s)?\S+"),
    ("sex", rf"{_AM}\s(?:ein\s|eine\s|a\s|an\s){{0,1}}"
            rf"(?:{words.ORIENTATION}|frau|mann|woman|man)\b(?!\s(?:für|der|of)\b)(?!-)"),
    ("sex", r"(?:my pronouns|meine pronomen|pronouns|pronomen)\b.*"),
    ("birth", rf"{_AM}\s(?:ich\s|schon\s|jetzt\s|erst\s|gerade\s|mittlerweile\s|inzwischen\s|"
              rf"nun\s|now\s|über\s|knapp\s|fast\s|noch\s|already\s|only\s|almost\s|zwar\s)*"
              rf"{_AGE}(?:\s(?:jahre|years|lenze))?(?:\s(?:alt|jung|old|young|of age))?(?=\s*(?:$|"
              rf"[.,;!?)]|und\b|and\b|geworden\b|aber\b))"),
    ("birth", rf"{_AM}\s(?:ich\s|jetzt\s|now\s)?(?:anfang|mitte|ende|in my (?:early |mid |late )?|"
              rf"early|mid|late)[- ]?(?:der\s)?\s?(?:[2-6]0\w*|{_TEN}|twenties|"
              r"thirties|forties|fifties|sixties)"),
    ("birth", rf"(?:mit|at)\s{_AGE}\s(?=[a-zäöüß]+\s(?:ich|i)\b)"),
    ("address", r"(?:bin|lebe|wohne)\s(?:ich\s)?in\s(?!de[rmns]\b|die\b|eine[rmn]?\b)"
                r"[A-ZÄÖÜ]\S+(?:\s[A-ZÄÖÜ]\S+)?\s(?:zu ?hause|daheim)|(?:mein\w* |my )?(?:wohnort|"
                r"wohnsitz|adresse|anschrift|"
                r"(?:home )?address)\s(?:ist|lautet|liegt|befindet sich|is)\b"),
    ("birth", r"in\s[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?\s(?:geboren|aufgewachsen|groß geworden)\b|"
              r"(?:grew|growing) up in\b"),
    ("birth", rf"(?:werde|wurde|turn(?:ed|ing)?)\s(?:ich\s|nächstes jahr\s|bald\s|im \w+\s|"
              rf"dieses jahr\s|demnächst\s)*{_AGE}(?=\s*(?:$|[.,;!]|jahre|in\s|next\s))"),
    ("birth", rf"{words.OF_MINE}\s(?:[1-7]\d\.|\w+igsten)\s?(?:geburtstag|birthday)|(?:mit|at)"
              rf" (?:meinen|my)\s{_AGE}(?:\s\w+)?|trotz meines alters|despite my age|"
              rf"(?:in|noch|bis zur|kurz vor der) (?:\w+ jahren (?:in )?)?rente\b|"
              rf"(?:jahre bis zur|bin in) rente"),
    ("birth", r"(?:bin|wurde|was)\s(?:ich\s|i\s)?(?:\S+\s){1,4}(?:geboren|born|zur welt gekommen)"
              r"\b"),
    ("birth", rf"{_AGE}(?:\s?-?\s?(?:jahre|years?))[\s-](?:alt|old|jung|young|of age)"),
    ("birth", r"(?:jahrgang|jg\.?|baujahr)\s?(?:'|19|20)?\d\d(?!\d)"),
    ("birth", rf"(?:geboren|born|née?|zur welt gekommen)\s(?:wurde ich\s|bin ich\s)?(?:am|on|in|"
              rf"im|le|zu)?\s?(?:{_DATE}|[A-ZÄÖÜ][\w-]+)"),
    ("nationality", rf"(?:komme?n?|stamme|bin|come|originate|originally|i['’]m|am|ursprünglich|"
                    rf"gebürtig)\s(?:ich\s|ursprünglich\s|gebürtig\s|eigentlich\s|"
                    rf"originally\s){{0,2}}(?:aus|from)\s(?:de[rmn]\s|the\s)?{COUNTRY}\b"),
    ("nationality", rf"{_AM}\s(?:ich\s|ein\s|eine\s|a\s|an\s|\w+e[rn]?\s|gebürtig\w*\s)"
                    rf"{{0,3}}{NATION}(?:e[rn]?)?(?=\s*(?:$|[.,;!)]|(?:und|and|living|residing|based|who|"
                    rf"with|by|mit|I|born)\b|citizen|national|staats))"),
    ("nationality", rf"{_AM}\s(?:ich\s|als\s|as\s|a\s|an\s|ein\s|eine\s|anerkannte[r]?\s|damals\s|"
                    rf"\d{{4}}\s|seit\s\d{{4}}\s){{0,3}}(?:flüchtling|geflüchtete[r]?|geflüchtet|"
                    rf"refugee|"
                    r"(?:spät)?aussiedler(?:in)?|asylbewerber(?:in)?|gastarbeiterkind|"
                    r"migrant(?:in)?|immigrant|eu-bürger(?:in)?|eu citizen|eingebürgert|"
                    rf"staatenlos|geduldet)\b(?:\s(?:aus|from)\s(?:\w+\s)?{COUNTRY})?"),
    ("nationality", rf"(?:nach|to|aus|from)\s(?:{COUNTRY})\s(?:gekommen|gezogen|geflohen|"
                    rf"geflüchtet|eingewandert|ausgewandert|emigriert|übergesiedelt|eingereist|"
                    rf"immigriert|gekommen bin)|(?:came|moved|fled|emigrated|immigrated) (?:to|"
                    rf"from) (?:the\s)?{COUNTRY}|(?:kam|zog|floh|flüchtete)\s.{{0,40}}\b(?:nach|"
                    rf"aus)\s(?:de[rm]\s)?{COUNTRY}"),
    ("nationality", rf"(?:seit|since)\s(?:\d{{4}}|(?:\w+\s){{1,2}}(?:jahren?|years))"
                    rf"\s(?:lebe ich\s|bin ich\s|wohne ich\s|lebend\s)?in\s{COUNTRY}(?=\s*(?:$|"
                    rf"[.,;!)]|und\b))|"
                    rf"(?:lebe|wohne|live|living|been)\s(?:ich\s)?(?:(?:seit|since|for)\s(?:\w+\s)"
                    rf"{{1,3}})?in\s{COUNTRY}|in\s{COUNTRY}\s(?:seit|since)\s\d{{4}}"),
    ("nationality", r"(?:habe?|besitze|have|hold|verfüge über)\s(?:ich\s)?(?:.{0,25}\b)"
                    r"?(?:staatsangehörigkeit|staatsbürgerschaft|pass|passport|citizenship|"
                    r"nationality|aufenthalts\w+|arbeitserlaubnis|arbeitsgenehmigung|"
                    r"niederlassungserlaubnis|blaue karte|blue card|work permit|"
                    r"residence permit|visum|visa|settled status|duldung|migrationshintergrund|"
                    r"right to work)\b"),
    ("nationality", r"mein (?:visum|aufenthalts\w+|pass)\b|(?:need|require|brauche|benötige)"
                    r" (?:a |ein |no |kein )?(?:visa|visum|sponsorship|work permit|"
                    r"arbeitserlaubnis)|meine (?:aufenthalts\w+|arbeitserlaubnis|"
                    r"muttersprachliche herkunft|herkunft|wurzeln|heimat)\b|my (?:visa|"
                    r"work permit|residence permit|"
                    r"nationality|citizenship|origin|roots)\b|als (?:migrant|migrantin|ausländer|"
                    r"ausländerin)\b"),
    ("photo", r"(?:foto|lichtbild|bewerbungsbild|photo(?:graph)?|picture|headshot)\s(?:(?:von mir|"
              r"of me)\s)?(?:ist |liegt |is |finden sie |siehe )?(?:anbei|bei|"
              r"beigefügt|beigelegt|im anhang|angehängt|attached|enclosed|included|on request|"
              r"auf anfrage|oben)\b"),
    whole=False,
)  # fmt: skip
"""Personal however the sentence goes on."""


WITH_SELF: Final = _rules(
    ("health", rf"{BECAUSE}\s{_SOME}{words.CONDITION}(?!\w|-)"),
    ("health", rf"(?:lebe|arbeite|bin|ich|live|living|am|i|work)\s(?:\w+\s)?(?:mit|with)"
               rf"\s{_SOME}{words.CONDITION}(?!\w|-)"),
    ("religion", words.PRACTICE),
    ("family", rf"{_FOR_THEM}{_NOUN_ENDS}"),
    ("health", rf"{words.AILING}(?!\w|-)"),
    # "Gay travel brands" are clients.
    ("sex", rf"{words.ORIENTATION}(?=\s*(?:$|[.,;:!?)]|(?:und|and|oder|or|aber|but|bin|am|war|was|"
            rf"lebe|live|seit|since|in|mit|with|mann|frau|man|woman|person|male|female)\b))"),
    ("family", rf"{words.NUMBER}\s(?:\w+e[rn]?\s)?(?:{words.CHILD})(?!\w|-)\s(?:habe|großziehe|"
               rf"erziehe|zu hause|at home)"),
    ("health", rf"(?<!\w){words.ILL}(?=\s(?:bin|war|geworden|am)\b)"),
    ("health", r"(?:schwerbehindert(?!e)|behindert(?!e)|schwanger(?!\w))\b"),
    whole=False,
)  # fmt: skip
"""Personal where the writer is its subject."""

ALWAYS: Final = _rules(
    ("religion",
     r"(?:aktives |langjähriges )?mitglied (?:in )?(?:der|einer|unserer) (?:\w+ ){0,2}(?:kirche|"
     r"kirchengemeinde|moscheegemeinde|moschee|synagoge)"),
    ("health", rf"(?:nach|wegen|aufgrund|due to|after|following)\s{_SOME}(?:(?:schwere|längere|"
               rf"lange|chronische)[rn]?\s)?(?:{words.CONDITION})\s*$"),
    ("health", r"(?:mit )?schwerbehinderten?ausweis.*"),
    whole=False,
)  # fmt: skip
"""Personal unless it is about others."""
