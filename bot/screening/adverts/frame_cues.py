"""Words that turn away, deny, demand or ask: the other side of a frame."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


_NOT = r"(?:nicht|nichts|kein\w*|niemande?n?|nie(?:mals)?|ungern|nur ungern)"
_TAKE = (
    r"(?:gebrauchen|brauchen|zumuten|zutrauen|einstellen|beschäftigen|berücksichtigen|nehmen|"
    r"annehmen|ein|zu|heran|ran|einsetzen|leisten|anfangen|haben|sehen|einladen|einplanen|dulden|"
    r"akzeptieren|im team|in (?:\w+ )?(?:team|schicht|betrieb|haus|laden)|aufnehmen|erlauben|"
    r"gestatten|wollen|suchen|anstellen|besetzen|rechnen|umgehen)"
)
_OUR = (
    r"(?:zu uns|bei uns|in unser\w*|zu unser\w*|in das|ins|in den|in die|dort|hier|da|dazu|"
    r"auf unser\w*|mehr)"
)

_TURN_AWAY = (
    r"(?:stellen|nehmen|lassen|laden|holen|vermitteln|wählen|brauchen|suchen|beschäftigen|"
    r"akzeptieren|dulden|setzen)"
)

EXCLUDES = _any(
    # "können wir nicht gebrauchen", "wollen wir nicht im Team", "lassen wir nicht zu"
    rf"(?:können|wollen|möchten|dürfen|würden|werden|mögen) (?:wir|sie) [^.;,]{{0,70}}?{_NOT}"
    rf"(?: [^.;, ]+){{0,4}}? {_TAKE}",
    rf"wir (?:können|wollen|möchten|dürfen|würden|werden|mögen)[^.;]{{0,70}}?{_NOT}"
    rf"(?: [^.;, ]+){{0,4}}? {_TAKE}",
    rf"{_TURN_AWAY} wir [^.;,]{{0,40}}?{_NOT}",
    rf"wir {_TURN_AWAY} [^.;,]{{0,50}}?{_NOT}",
    r"(?:lehnen|schließen|sortieren) wir [^.;,]{0,40}?(?:ab|aus)|verzichten wir|"
    r"wir (?:lehnen|schließen|sortieren) [^.;]{0,50}?(?:ab|aus)",
    # "haben hier nichts verloren", "keinen Platz", "keine Chance"
    r"nichts (?:verloren|zu suchen)|kein\w* (?:platz|chancen?|zutritt|zukunft)",
    r"(?:fehl am platz|(?:bei uns|hier) (?:leider )?(?:falsch|verkehrt)|falsch (?:bei uns|hier))",
    r"(?:kommt|kommen|kämen) [^.;,]{0,40}?(?:nicht|kaum) (?:infrage|in frage|in betracht)",
    r"un(?:geeignet|erwünscht|passend|tragbar)|(?:nicht|nie|kaum|wenig) (?:\w+ )?(?:geeignet|"
    r"erwünscht|gewünscht|willkommen|vorgesehen|gern gesehen|tragbar|vermittelbar|zumutbar|"
    r"einsetzbar|erlaubt|gestattet)",
    r"(?:ist|sind|wäre|wären) (?:\w+ ){0,4}?nichts?(?= für)",
    r"tabu|unzumutbar|(?<!nicht )ausgeschlossen",
    r"abzusehen|(?:brauchen|brauchst|müssen) sich (?:\w+ ){0,3}?nicht|zwecklos",
    r"soll(?:en|ten?|test)? (?:\w+ ){0,6}?(?:nicht|lieber nicht|besser nicht) (?:\w+ ){0,3}?"
    r"(?:bewerben|antun|mitbringen|haben|sein|arbeiten|tragen|anfangen|melden)|"
    r"soll(?:en|ten?)? (?:es|das) (?:\w+ ){0,3}?nicht sein",
    # English
    r"(?:cannot|can't|can not|do not|don't|will not|won't|would not|wouldn't|never|not) "
    r"(?:be )?(?:use|hire|employ|take(?: on)?|work (?:at|in|with|here|for)|fit|suit|accept|allow|"
    r"consider(?:ed)?|want|apply|belong)",
    r"(?:not|never) (?:be )?(?:an? )?(?:\w+ )?(?:fit|match|suitable|something for|for|the place|"
    r"right|welcome|wanted|allowed|permitted|accepted|hired|tolerated)|need not apply",
    r"no (?:place|room|chance)|unsuitable|unwelcome|out of place",
)
"""Persons are turned away, clearly."""

REBUFFS = _any(
    r"pass(?:t|en|ten?|test) [^.;]{0,40}?(?:nicht|nicht mehr|kaum|schlecht)",
    rf"(?:nicht|kaum|schlecht) (?:\w+ )?{_OUR}? ?(?:\w+ ){{0,2}}?"
    r"(?:hinein|herein|rein|dazu)?passen",
    r"(?:könn(?:en|te)|kann|kannst|dürfen|darf|darfst) [^.;,]{0,40}?(?:nicht|nie|kein\w*) "
    r"(?:\w+ ){0,3}?(?:arbeiten|anfangen|mithalten|mitarbeiten|übernehmen|leisten|ausüben|"
    r"tragen|werden|bleiben|hören|sein|"
    r"gewesen)",
    r"(?:wird|werden|wirst|fühl\w+ sich|schaff(?:en|t|st)|halten|hält|kommt|kommen|"
    r"tun (?:sie )?sich|tut sich) [^.;]{0,50}?"
    r"(?:nicht(?=$|[.,!]| mehr)|nicht (?:glücklich|wohl|durch|mit|zurecht|klar)|schwer)",
    r"(?<!nicht )(?<!nie )zu (?:alt|jung|weich|schwach|zart|langsam|teuer|"
    r"empfindlich|riskant|schwer|hart|stressig|gefährlich|anstrengend|belastend|fordernd|schnell)",
    r"(?:nicht|kaum) (?:\w+ )?wohl ?(?:\w+ )?fühlen|falsche\w* adresse|verunsicher\w+|"
    r"verschreck\w+|vergraul\w+|(?:woanders|anderswo) (?:\w+ )?(?:umsehen|bewerben|suchen)|"
    r"nichts am hut|uninteressant|hinderlich|irritier\w+|überfordert|problematisch|störend|"
    r"unpassend",
    r"stör(?:en|t)(?! (?:\w+ ){0,3}?(?:nicht|niemand|kein\w*))",
    r"nichts anfangen|(?:bitte|möglichst|am besten) (?:ohne|nicht|kein\w*)",
    r"(?:nicht|kein\w*|niemals) (?:länger|mehr|öfter) als|(?:must|should|may) not|mustn't",
    r"nicht(?:s)? (?:für|mit) (?:jeden|uns)|(?:möchten|würden|wollen|brauchen) wir nicht",
    r"nicht (?:sehen|sichtbar|zu (?:hören|sehen))|sieht man (?:\w+ ){0,3}?nicht|niemand anderen",
    r"(?:not|never) (?:cope|manage|keep up|be happy|feel at home|be planning)|too old|too young|"
    r"rather not|put off|struggle",
)
"""As ``EXCLUDES``, in words that say other things too."""

AT_WORK = _any(
    r"(?-i:Sie)|du|you|wir|uns|unser\w*|hier|da|dort|(?:\w*)(?:stelle|job|team|schicht\w*|betrieb|büro|lager|laden)|"
    r"beruf|arbeit|tätigkeit|aufgaben?|\w*dienst|hotline|woanders|anderswo|firma|kund\w*|gäste\w*|telefon|tresen|kasse|empfang|position|rolle|we|us|our|here|role|place|workplace|shifts?|bewerb\w+|applicants?"
)
"""Says that a workplace is spoken of; ``REBUFFS`` need it."""

DENIES = re.compile(
    r"(?<!mit und )(?<!mit oder )\b(?:ohne (?:jed\w+|jeglich\w*|irgend\w+|ein\w*)?|"
    r"kein(?:e|en|er|em|erlei)?|without(?: any)?|no|free of|frei von(?: jed\w+)?) ?"
    r"(?:(?-i:[a-zäöüß])\w+ ){0,2}?$",
    re.IGNORECASE,
)
"""Stands right before what nobody may have: "ohne jeden …"."""

ONLY = re.compile(
    r"(?<!\w)(?<!nicht )(?<!not )(?:nur|ausschließlich|grundsätzlich|allein|only|exclusively|"
    r"solely)(?! (?:wenige|einige|manche|diese|few|some)\b)"
    r"(?: (?:von|mit|an|durch|by|to))?"
    r"(?: (?:eine?[nrms]?|der|die|den|dem|echte\w*|starke\w*|an?|the))?"
    r"(?: (?-i:[a-zäöüß])\w+e[nrsm]?)? $",
    re.IGNORECASE,
)
"""Stands right before those who alone are wanted."""

ONLY_WHO = re.compile(
    r"(?<!\w)(?:nur|ausschließlich|only|niemand\w* (?:ein, der|außer)) "
    r"(?:menschen|leuten?|personen|bewerb\w+|jemand\w*|wer|mitarbeit\w+|kolleg\w+|people|"
    r"applicants|candidates|those)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Stands before what they alone must have."""

DEMANDS = _any(
    r"am (?:besten|liebsten)|ideal\w*|vorzugsweise|bevorzug\w+|möglichst|perfekt(?:er|e)?|"
    r"wunschkandidat\w*",
    r"(?:wir |uns )?(?:wünsch(?:en|t)|erwarte[nt]|möchten|suchen|sucht|wollen|bevorzugen|brauchen|"
    r"setzen auf|legen wert auf)",
    r"voraussetzung|vorausgesetzt|bedingung|pflicht|zwingend|unerlässlich|erforderlich|muss|"
    r"müssen|soll(?:en|te|ten|test|st)?|sein sollten|gehört dazu",
    r"(?:sie sind|sind sie|du bist|bist du|ist ihre|ist deine|sollen? es (?:auch )?bleiben|bist)",
    r"grundsätzlich|ausschließlich|nur|passt (?:du |am besten )?zu uns|stellen wir ein|"
    r"kommt in (?:unsere|die)",
    r"you are|you're|we (?:want|expect|prefer|need|are looking for|would rather)|must|should|"
    r"ideal(?:ly)?|rather|prefer\w*|required|looking for|only|our (?:ideal|perfect) \w+",
)
"""What is wanted: weak words, which count beside ``Trait.wanted`` alone."""

PREFERS = _any(
    r"am liebsten|(?:wir )?(?:bevorzugen|besetzen)|grundsätzlich (?:nur )?(?:mit|an)|"
    r"wünsch(?:t|en) (?:sich|uns)|(?:wir setzen|setzen wir) auf|would rather|"
    r"rather have|we prefer|strongly prefer|"
    r"am besten|vorzugsweise|eher|lieber",
)
"""Wishes for persons, beside a group."""

REQUESTS = _any(
    r"(?-i:[Tt]eilen Sie)(?: (?:bitte|uns|auch|kurz|ferner|ausserdem|außerdem)){1,3}|"
    r"teil(?:e|t)?(?: (?:uns|bitte)){1,2}|bitte teilen",
    r"(?-i:[Ll]egen Sie|[Ff]ügen Sie|[Gg]eben Sie|[Nn]ennen Sie|[Ss]chicken Sie|[Ss]enden Sie|"
    r"[Rr]eichen Sie|[Bb]ringen Sie|[Ss]chreiben Sie|[Ss]agen Sie|[Vv]erraten Sie)",
    r"(?:leg|füg|gib|nenn|schick|schreib|sag|verrat)e? (?:uns|bitte|deine\w*|an)",
    r"(?:bitte|wir bitten|um) [^.;,]{0,40}?(?:angab\w*|aufstellung|nachweis\w*|erklärung|"
    r"auskunft|anzugeben|mitzuteilen|beizulegen|beizufügen|vorzulegen)",
    r"(?:mit|unter) angabe|angaben? (?:zu|zur|zum|über|von|ihre\w*|deine\w*|der|des)|"
    r"beizulegen|beizufügen|"
    r"anzugeben|mitzuteilen|vorzulegen|legen sie",
    r"(?:wir fragen|fragen wir) (?!nicht)[^.;,]{0,30}?nach|"
    r"(?:aufstellung|nachweise?|erklärung|bescheinigung|übersicht|auskunft) (?:über|zu|ihrer|"
    r"deiner|der|ihres|des)",
    r"(?:please |kindly )?(?:tell us|let us know|state|indicate|include|attach|enclose|specify|"
    r"disclose|submit|provide|send us)|we need to know|(?:möchten|wollen|müssen) wir wissen|"
    r"interessiert uns",
)
"""Something is to be told with an application."""

FREES = _any(
    r"(?:kein\w*|nicht als|no) (?:hindernis|hinderungsgrund|problem|nachteil|grund|thema|"
    r"ausschluss\w*|makel|barrier|obstacle|issue|concern)|egal|gleichgültig|einerlei",
    r"stör(?:en|t) (?:\w+ ){0,3}?(?:nicht|niemand\w*|kein\w*)|(?:nicht|nie) zu (?:alt|jung)",
    r"nicht (?:wichtig|entscheidend|ausschlaggebend|von bedeutung|relevant|allein|im stich)",
    r"(?:ohne|kein\w*|no) (?:feste |obere )?(?:altersgrenze|altersbeschränkung|höchstalter|"
    r"age limit)",
    r"barrierefrei\w*|barrierearm\w*|freiwillig|voluntary|optional|inklusi(?:v|on)\w*",
    r"(?:unabhängig|ungeachtet|gleich welche\w*|jede[rsnm]? (?:alters|herkunft|geschlechts))",
    r"selbstverständlich|wenn sie (?:möchten|wollen|mögen)|gern(?:e)?(?: \w+)? "
    r"(?:mitarbeiten|bewerben|tragen)|sehr gern",
    r"(?<!nicht )(?<!not )(?:willkommen|welcome)|ausdrücklich erwünscht|ermutig\w+|begrüßen",
    r"diskriminier\w*|discriminat\w*|vorurteil\w*|unterrepräsentiert\w*|gleiche[rn]? eignung|"
    r"gleichstellung\w*",
    r"(?:spiel(?:en|t)|macht) (?:\w+ ){0,5}?keine?n? (?:rolle|unterschied)|keine rolle",
    r"not (?:our |an? )?(?:concern|problem|matter)|(?:do|does) not (?:care|ask|mind|matter)|"
    r"don't (?:care|ask|mind)|regardless|irrespective|adjustments?|accommodations?",
    r"fragen wir nicht|wir fragen nicht|müssen sie (?:\w+ ){0,4}?nicht|nicht angeben|"
    r"anpassung\w*|nachteilsausgleich|unterstützung (?:brauchen|benötigen|wünschen)",
    r"(?:verzichten|verzichte) (?:sie )?(?:\w+ ){0,3}?auf|auch (?:in der|während|mit|als|ohne|bei|"
    r"wenn)",
)
"""Says that a trait does not count, or asks for less."""

WORK = re.compile(
    r"\b(?:(?-i:Sie)|du|you(?: will)?) (?:\w+ )?(?:betreu|berat|begleit|unterricht|pfleg|schul|"
    r"unterstütz|helf|hilf|verkauf|prüf|erfass|förder|versorg|behandel|bedien|leite|führ|plan|"
    r"erstell|vermittel|übersetz|organisier|koordinier|reinig|restaurier|bring|werben|wirb|"
    r"entwickel|gestalt|forsch|support|advise|help|sell|teach|care|treat|lead|assist)\w*|"
    r"\b(?:betreu|begleit|pfleg|berat|unterricht|verkauf|behandel|versorg|beherberg)\w* "
    r"(?:wir|sie|du)\b|\bwir (?:betreu|begleit|pfleg|berat|unterricht|verkauf|behandel|versorg)\w+|"
    r"\b(?:support|advise|help|assist|teach|care for|sell) (?:\w+ )?$",
    re.IGNORECASE,
)
"""What is done for such persons by those who are looked for."""

FOR_THEM = re.compile(
    r"(?:\b(?:für|mit|von|an|bei|zwischen|zu|to|of|with|for|among|from|by|vom|beim|zum|zur)"
    r"(?: (?:die|der|den|dem|das|the|our|unsere\w*|alle\w*|vielen|jungen|alten))?"
    r"|\b(?:unsere[rnm]?|our|their|deren|ihre[rnm]?)) $",
    re.IGNORECASE,
)
"""Right before a group that is served, or that works here already."""
