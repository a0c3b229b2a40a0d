"""Whether words tell what somebody else does: "Excel macht bei uns die Zentrale" is no skill."""

from __future__ import annotations

import re

from bot.matching.reading.spelling import spelt
from bot.matching.reading.stance import Clause, clauses

_SELF = re.compile(r"\b(?:ich|mir|mich|i|me|myself|selbst|selber)\b", re.I)
_OTHER = (
    r"(?:(?:unser|our)\w*\s(?!team\b)[\w-]+|ein(?:e|er|em)?\sander\w+\s\w+|jemand\sander\w+|andere\b|"
    r"someone\selse|another\s\w+|others\b|(?!(?:unser|mein|our|my)\w*\steam\b)(?:(?:mein|unser|ein|eigen|extern|d(?:er|ie|as|em|en)\b|our|my|an?\b|the)\w*\s){1,2}(?:\w+\s){0,2}?"
    r"\w*(?:kolleg|chef|vorgesetzt|meister|abteilung|team|dienstleister|agentur|kanzlei|berater|büro|"
    r"zentrale|leitung|anwalt|partner|firma|buchhaltung|verwaltung|personal|einkauf|controlling|"
    r"tochter|mutter|vater|bruder|schwester|colleague|boss|manager|department|solicitor|lawyer|"
    r"accountant|agency|provider|contractor|supplier|firm|office|consultant|expert|spezialist)\w*)"
)
_PERSON = (
    r"(?:kolleg|chef|vorgesetzt|mentor|meister|nachbar|freund|schwester|bruder|vater|mutter|colleague|"
    r"boss|friend|neighbou?r|brother|sister|manager)\w*"
)
_DOES = (
    r"(?:mach(?:t|en|te|ten)|erledig(?:t|en|te|ten)|übern(?:immt|ehmen|ahm|ahmen)|spricht|sprechen|"
    r"kümmer(?:t|n|te|ten)\ssich|betreib(?:t|en)|pfleg(?:t|en|te)|zeichne(?:t|n)|erstell(?:t|en|te)|"
    r"programmier(?:t|en|te)|führ(?:t|en|te)|betreu(?:t|en|te)|bedien(?:t|en)|bearbeite(?:t|n)|"
    r"plan(?:t|en)|prüf(?:t|en)|schreib(?:t|en)|kann|können|ist\szuständig|sind\szuständig|"
    r"does|did|do|handle[sd]?|manage[sd]?|speaks?|runs?|ran|takes?\scare|took\scare|looks?\safter)"
)
_DONE = (
    r"(?:gemacht|erledigt|übernommen|betreut|programmiert|erstellt|geführt|gepflegt|bearbeitet|"
    r"geschrieben|geplant|gezeichnet|organisiert|vorbereitet|geprüft)"
)
_TAKES_ON = (
    r"(?:mach(?:t|en)|erledig(?:t|en)|übern(?:immt|ehmen)|betreib(?:t|en)|pfleg(?:t|en)|zeichne(?:t|n)|"
    r"erstell(?:t|en)|programmier(?:t|en)|betreu(?:t|en)|bedien(?:t|en)|bearbeite(?:t|n)|kann|können|"
    r"spricht|sprechen|versteht|verstehen|prüf(?:t|en)|schreib(?:t|en)|verantworte(?:t|n)|"
    r"entwickel(?:t|n)|baut|bauen|wartet|warten|administrier(?:t|en)|verwalte(?:t|n))"
)
_BY_OTHERS = re.compile(
    spelt(
        rf"""\b(?:
    {_DOES}\s(?:(?:bei\suns|das|dort|hier|immer|nur|stets)\s)+(?!ich\b)(?:{_OTHER}|die\sfrau|der\sherr)|
    {_DOES}\sbei\suns\s(?:nur\s|immer\s)?(?:d(?:er|ie|as)|eine?|unsere?)\s|
    (?-i:[A-ZÄÖÜ])[\w+#-]*:?\s{_TAKES_ON}\s(?:(?:nur|immer|dort|hier|stets)\s)*{_OTHER}|
    {_OTHER}\s(?:\w+\s){{0,2}}?{_DOES}\b|
    (?:mein|unser|my|our)\w*\s(?:\w+\s)?{_PERSON}\s(?:ist|war|hat|hatte|konnte|kennt|weiß|knows?|knew|
        is|was|has|had|could|can)\b|
    (?:ist|war|sind|waren)\s{_OTHER}\s(?:zuständig|verantwortlich)|
    (?:hat|haben|hatte|hatten)\s(?:(?:bei\suns|immer|nur|stets|das|dort)\s)*
        (?:{_OTHER}|(?:die\s|der\s)?(?:frau|herr|\[name\])(?:\s\S+)?)\s(?:\w+\s){{0,3}}?(?:{_DONE}|zu\stun)|
    (?:hat|haben)\sbei\suns\b|
    (?:von|durch)\s{_OTHER}\s(?:\w+\s){{0,2}}?{_DONE}|
    (?:ging(?:en)?|geh(?:t|en)|lag(?:en)?|lieg(?:t|en)|lief(?:en)?|läuft|laufen)\s
        (?:(?:immer|stets|meist)\s)?(?:an|bei|über)\s{_OTHER}|
    (?:extern|an\s{_OTHER})\s(?:vergeben|ausgelagert)|
    (?:is|are|was|were|gets?|being)\s(?:\w+ly\s)?(?:handled|done|run|prepared|managed|written|made|carried\sout)\sby\s
        (?!me\b|myself)|
    (?:handled|done|run|prepared|managed|written|made|carried\sout|looked\safter|dealt\swith)\sby\s
        (?!me\b)(?:{_OTHER}|others?|someone|another)|
    (?:went|goes|go|passed\son|handed\sover|outsourced|referred|left)\sto\s(?!me\b)(?:{_OTHER}|others?|someone)
    )"""
    ),
    re.I | re.X,
)


# Who else there may be in a sentence: the head of its subject, or behind "by" and "von".
_AGENT = (
    r"(?:(?:[\w-]*[a-z]-?)?(?:kolleg(?:en?|in|innen)|colleagues?|co-?workers?|team-?mates?|"
    r"(?:fach)?abteilung(?:en)?|dienstleistern?|agentur(?:en)?|anbietern?|lieferanten|zulieferern?|"
    r"entwicklern?|programmierern?|administrator(?:en|s)?|beratern?|nachbarteams?|plattformteams?|"
    r"developers?|engineers?|consultants?|contractors?|suppliers?|vendors?|providers?|freelancers?|"
    r"department|agency|agencies|firm|company|office|group|squad|crew|unit|dba|admins?)"
    r"|kunden|mandanten|nutzern?|anwendern?|customers?|clients?|users?|(?:die|der|our|the)\sit)"
)
_OTHER_TEAM = (
    r"(?:(?!(?:my|our|mein|unser)\w*\steams?\b|(?:in|im|mit|with|for|für|beim?|als|as)\s)"
    r"(?:[\w-]+\s){1,3}?teams?|[\w-]{2,}teams?)"
)
_RELATIVE = (
    r"(?:(?:mit)?bewohner|mitbewohnerin|flatmate|roommate|housemate|wife|husband|partner|spouse|"
    r"son|daughter|mother|father|sister|brother|uncle|aunt|cousin|friend|neighbou?r|"
    r"mann|frau|sohn|tochter|mutter|vater|schwester|bruder|onkel|tante|freund(?:in)?|nachbar(?:in)?|"
    r"schwieger\w+|ehe\w+)"
)
_DET = (
    r"(?:(?:our|my|the|a|an|some|other|another|die|der|das|den|dem|unser\w*|mein\w*|ein\w*|"
    r"ander\w*)\s)"
)
_USES = (
    r"(?:uses?|used|runs?|ran|writes?|wrote|operates?|maintains?|builds?|built|develops?|owns?|handles?|"
    r"works?\s(?:with|in|on)|does|do|did|has|have|had|introduced|speaks?|knows?|programs?|"
    r"nutz(?:t|en|ten)|benutz(?:t|en)|verwende(?:t|n)|setz(?:t|en)|arbeite(?:t|n|ten)\s(?:mit|in|auf)|hat|haben|hatten?|"
    r"betreib(?:t|en)|schreib(?:t|en)|programmier(?:t|en)|entwickel(?:t|n)|baut|bauen|"
    r"spricht|sprechen|kann|können|kennt)"
)
_OPERATED = (
    r"(?:operated|maintained|administered|owned|developed|built|hosted|provided|supported|supplied|"
    r"handled|done|run|prepared|managed|written|made|programmed|designed|used|carried\sout)"
)
_BETRIEBEN = (
    r"(?:betrieben|gewartet|entwickelt|verwaltet|administriert|umgesetzt|gebaut|verantwortet|gestellt|"
    r"bedient|bereitgestellt|genutzt|eingesetzt|gehostet|gemacht|erledigt|übernommen|betreut|"
    r"programmiert|erstellt|geführt|gepflegt|bearbeitet|geschrieben)"
)
_BY_AN_AGENT = re.compile(
    spelt(
        rf"""^\W*(?:{_DET}{{0,2}}(?:[\w-]+\s){{0,2}}?{_AGENT}(?:\s(?:in|from|at|aus|in\sder|vom)\s[\w-]+)?|
        {_DET}(?:[\w-]+\s)?{_RELATIVE}|{_OTHER_TEAM})
        \s(?:\w+ly\s|only\s|dort\s|selbst\s|also\s)?{_USES}\b|
    ^\W*(?:[\w/+#.-]+\s){{1,6}}?(?:is|are|was|were|gets?|being)\s(?:\w+ly\s)?{_OPERATED}\sby\s
        (?:{_DET}{{0,2}}(?:[\w-]+\s){{0,3}}?{_AGENT}|{_OTHER_TEAM})\b|
    ^\W*(?:[\w/+#.-]+\s){{1,2}}{_OPERATED}\sby\s(?:{_DET}{{0,2}}(?:[\w-]+\s){{0,3}}?{_AGENT}|{_OTHER_TEAM})\b|
    \b(?:wird|werden|wurden?)\s(?:[\w-]+\s){{0,4}}?(?:von|vom|durch)\s
        (?:{_DET}{{0,2}}(?:[\w-]+\s){{0,2}}?{_AGENT}|{_OTHER_TEAM})\s(?:[\w-]+\s){{0,3}}?{_BETRIEBEN}\b|
    \b(?:von|vom|durch)\s(?:{_DET}{{0,2}}(?:[\w-]+\s)?{_AGENT}|{_OTHER_TEAM})\s(?:[\w-]+\s){{0,2}}?{_BETRIEBEN}$|
    ^(?!.*(?:schul|kurs|train|lehrgang|bild|coach|einarbeit|zertif|prüf|lob|bewert)).*
        \bdurch\s(?:(?:den|die|das|einen?|unser\w*|extern\w*|ander\w*)\s){{1,2}}(?:[\w-]+\s)?{_AGENT}\W*$|
    \bkümmer(?:t|n|te|ten)\ssich\b|\b(?:ist\s(?:die\s)?)?sache\s(?:der|des|meine[rs]|unsere[rs]|von)\s|
    \b(?:kommt|kommen|kam|kamen|stammt|stammen|comes?|came)\s(?:von|vom|from|aus)\s{_DET}{{0,2}}
        (?:[\w-]+\s)?(?:{_AGENT}|[\w-]*unternehmen|{_OTHER_TEAM})\b|
    \b(?:is|are|was|were)\s(?:\w+ly\s)?(?:produced|created|delivered|generated|{_OPERATED})\sby\s
        (?!me\b|myself|us\b|my\b|our\b|a\steam\sI\b)|
    \b(?:liegt|lag|liegen|lagen)\s(?:beim|bei\s(?:der|den|dem|einem|einer))\s(?:[\w-]+\s)?(?:{_AGENT}|[\w-]{{2,}}teams?)\b|
    ^(?-i:hat|spricht|besitzt|arbeitet|macht)\s(?!mir\b|mich\b)"""
    ),
    re.I | re.X,
)
_THEIR_TASK = re.compile(
    r"^\W*(?:für|for)\s(?:[\w-]+\s){1,3}(?:(?:haben|hatten)\swir\seine?n?\s(?-i:[A-ZÄÖÜ])|we\shave\san?\s)|"
    r"\bwe\shave\san?\s(?:\w+\s)?(?:specialist|expert|colleague|designer|developer|accountant)\b",
    re.I,
)
_OWN_START = re.compile(
    r"^\W*(?:\w+ed|built|led|ran|wrote|made|set|taught|sold|\w+ing)\b(?!\s(?:is|are|was|were)\b)|"
    r"\b(?:which|that|who)\b",
    re.I,
)
_SEVERAL_PEOPLE = re.compile(
    r"\b(?:menschen|leuten?|entwicklern?|kolleg\w+|kunden|mandanten|programmierern?|personen|"
    r"mitarbeite\w+|ingenieuren?|schülern?|studierenden|people|developers|colleagues|customers|"
    r"clients|engineers|users|students)\W*$",
    re.I,
)
_US = re.compile(r"\b(?:wir|we|(?:unter|under|durch|by)\s(?:meiner?|my)|led\sby\sme)\b", re.I)
# "My boss said: …": what somebody says about others. Who is spoken to may be the writer.
_SAYING = re.compile(
    r"\b(?:sag(?:t|te|ten|en)|meinten?|said|says?)\b(?!.*\b(?:ich|i|mir|me)\b)", re.I
)
_QUOTED_OTHERS = re.compile(
    r"^\W*[„“\"«»‚'](?!.*\b(?:du|dich|dir|sie|ihre?|ich|you|your|she|he)\b)", re.I
)
_RELATIVE_CLAUSE = re.compile(r"^\W*(?:die|welche|denen|who)\s(?!ich\b)", re.I)

_LEFT = re.compile(
    spelt(
        r"\b(?:überlasse?|lasse?)\s(?:ich\s)?(?:\w+\s){0,2}?(?:anderen|den\s\S*(?:leuten|kollegen|profis)|"
        r"dem\s\S*team|der\s\S*abteilung)|\bleave\s(?:\w+\s){1,3}?to\s(?:others|the\s\w+)"
    ),
    re.I,
)


def is_by_others(text: str) -> bool:
    """Whether ``text``, a clause or a line, tells of other people's doing and not of one's own."""
    if _LEFT.search(text):
        return True
    if _SELF.search(text):
        return False
    if _THEIR_TASK.search(text):
        return True
    told = _BY_AN_AGENT.search(text) and not (_OWN_START.match(text) or _US.search(text))
    return bool(told or _BY_OTHERS.search(text))


def own_clauses(text: str) -> list[Clause]:
    """The clauses of ``text`` that aren't about other people's doing, nor a label of such."""
    parts = clauses(text)
    kept: list[Clause] = []
    for index, clause in enumerate(parts):
        after = parts[index + 1] if index + 1 < len(parts) else None
        heads = after is not None and ":" in text[clause.end : after.start]
        end = after.end if after and heads else clause.end
        before = text[parts[index - 1].start : parts[index - 1].end] if index else ""
        words = text[clause.start : end]
        of_them = _RELATIVE_CLAUSE.match(words) and _SEVERAL_PEOPLE.search(before)
        quoted = _QUOTED_OTHERS.match(words) and _SAYING.search(before)
        if not (of_them or quoted) and not is_by_others(words):
            kept.append(clause)
    return kept


def is_partly_by_others(text: str) -> bool:
    """Whether some clause of ``text`` tells of other people's doing."""
    return len(own_clauses(text)) < len(clauses(text))
