"""Words that tell of a person: relatives, illnesses, faiths, nations, orientation, parties.

Parts of regular expressions, to be compiled without regard to case. What a word alone tells is
little: ``privacy_statements`` says beside what they are about the writer, not about work.
"""

from __future__ import annotations

from typing import Final

NUMBER: Final = (
    r"(?:\d{1,2}|ein(?:e[nrms]?)?|zwei(?:er)?|drei(?:er)?|vier|fünf|sechs|sieben|keine?n?|beide|"
    r"one|two|three|four|five|six|no|an?|un|une|deux|trois|due|tre|dos|tres|"
    r"dwoje|troje|jedno|iki|üç|bir)"
)
CHILD: Final = (
    r"(?:kleinst|klein|schul|adoptiv|pflege|stief|enkel)?(?:kind(?:ern?|e?s)?|sohn(?:e?s)?|söhnen?|"
    r"töchtern?|tochter|zwillingen?|drillingen?|babys?|jungs|mädchen|jungen|teenagern?)|"
    r"child(?:ren)?|kids?|sons?|daughters?|twins|toddlers?|boys|girls|enfants?|fils|filles?|"
    r"hij[oa]s?|"
    r"figli[oae]?|dzieci|dziecko|çocuk|teenagers?"
)
RELATIVE: Final = (
    rf"(?:(?:ex|schwieger|gro[sß]s?|stief|adoptiv|pflege|halb|ur|ehe|zwillings)-?)*"
    rf"(?:{CHILD}|frau|mann(?:e?s)?|gatt(?:e|in|en)|(?:ehe|lebens)partner(?:in|s|n)?|"
    rf"lebensgefährt(?:e[ns]?|in)|partner(?:in|s)?|mutter|müttern?|vaters?|väter|eltern(?:teil)?|"
    rf"mama|mami|papas?|papi|omas?|opas?|brüdern?|bruders?|schwestern?|geschwistern?|"
    rf"enkel(?:in|s)?|onkels?|tanten?|cousins?|cousinen?|neffen?|nichten?|familie|"
    rf"verlobte[rn]?|freundin|angehörigen?|verwandten?|"
    rf"husband|wife|spouse|fiancée?|partner|mother|father|mum|mom|dad|parents|brothers?|sisters?|"
    rf"siblings?|grand(?:mother|father|parents|ma|pa|children|son|daughter)|family|relatives?|"
    rf"girlfriend|boyfriend|(?:in-)?laws)"
)
OF_MINE: Final = r"(?:mein(?:e[rmns]?)?|my)"
OF_OURS: Final = r"(?:unser(?:e[rmns]?)?|our)"
SINGLE: Final = (
    r"(?:ledig|witwer?|(?:a )?widow(?:er)?|junggeselle|verheiratet|geschieden|verwitwet|"
    r"verpartnert|verlobt|alleinstehend|alleinerziehend(?:e[rn]?)?|"
    r"liiert|getrennt\s?lebend|in (?:einer )?(?:festen )?(?:eingetragener? )?(?:lebens)"
    r"?partnerschaft"
    r"(?: lebend)?|(?:eingetragene )?lebens(?:partnerschaft|gemeinschaft)|"
    r"married|divorced|widowed|unmarried|separated|in a (?:civil partnership|relationship)|"
    r"civil partnership|single (?:mother|father|mum|mom|dad|parent)|"
    r"mariée?|célibataire|divorcée?|veuve|veuf|pacsée?|pacs|"
    r"casad[oa]|soltero|soltera|coniugat[oa]|sposat[oa]|celibe|nubile|divorziat[oa]|"
    r"żonaty|zamężna|kawaler|panna|rozwiedzion[ya]|evli|bekar|boşanmış|женат|замужем|холост)"
)
SINGLE_SHORT: Final = r"(?:verh|led|gesch|verw|getr\.\s?leb|alleinerz|vh)\.?"

_PLAIN_CONDITIONS: Final = (
    r"diabetes(?: (?:mellitus|typ \d))?|diabetiker(?:in)?|asthma(?:tiker(?:in)?)?|epilepsie|"
    r"epileptiker(?:in)?|depression(?:en)?|krebs(?:erkrankung)?|rheuma|ms|multipler? sklerose|"
    r"migräne|ad(?:h)?s|autis(?:mus|t|tin)|asperger(?:-syndrom)?|burn-?\s?out|"
    r"bandscheiben?(?:vorfall"
    r"|vorfalls|probleme|op|schaden)?|schuppenflechte|psoriasis|schlaganfall(?:s|es)?|"
    r"herz(?:infarkt|fehler|operation|erkrankung|schrittmacher)(?:s|es)?|tinnitus|hörsturz(?:es)?|"
    r"skoliose|borreliose|(?:long|post)[- ]?covid|corona(?:-?(?:infektion|erkrankung))?|hiv|aids|"
    r"parkinson|morbus \w+|tumors?|tumoren|leukämie|lymphom|magersucht|bulimie|essstörung|"
    r"alkohol(?:abhängigkeit|krankheit|sucht|ismus)|spielsucht|suchterkrankung|entzug|legasthenie|"
    r"legastheniker(?:in)?|dyskalkulie|lese-?\s?rechtschreib-?\s?schwäche|lrs|zöliakie|"
    r"(?:laktose|fruktose|histamin|gluten)(?:intoleranz|unverträglichkeit)|heuschnupfen|"
    r"(?:\w+-?)?allergie?n?|allergiker(?:in)?|knieprobleme|rücken(?:probleme|leiden|schmerzen|op)|"
    r"(?:knie|hüft|schulter|fuß|hand|handgelenk|augen|wirbelsäulen?)-?(?:op|operation|"
    r"verletzung|probleme|leiden|schaden)|(?:schlaf|angst|panik|zwangs|persönlichkeits|hör|seh|"
    r"posttraumatische belastungs|autismus-?spektrum-?)störung|ptbs|panikattacken|ängste|"
    r"psychotherapie|(?:bein|arm|hüft|wirbel|knöchel|schenkelhals)bruch|"
    r"(?:schwer|geh|seh|hör|körper|lern|sprach)?behinderung|(?:schwer)?hörigkeit|schwerhörigkeit|"
    r"hörgeräte?s?|prothese|rollstuhl|implantats?|fehlgeburt|schwangerschaft|risikoschwangerschaft|"
    r"unfalls?|(?:arbeits|verkehrs|motorrad|sport)unfalls?|op|operation|reha(?:bilitation)?|kur|"
    r"krankenhausaufenthalt(?:s|es)?|klinikaufenthalt(?:s|es)?|genesung|"
    r"(?:schweren? |langen? |chronischen? )?(?:krankheit|erkrankung)|gesundheit|rückens?|knies?|"
    r"(?:auto)?immun(?:erkrankung|schwäche)|fibromyalgie|endometriose|schilddrüsen\w+|"
    r"pflegegrad \d|medikamente?"
)
_GROWN_CONDITIONS: Final = (
    r"[\wäöüß-]+(?:itis|dermitis|leiden|krebs|syndroms?|erkrankung(?:en)?|krankheit(?:en)?|"
    r"infarkte?s?|arthrose|thrombose|beschwerden|phobie|schwäche|insuffizienz|sklerose|psychose|"
    r"anämie|verletzung(?:en)?|lähmung(?:en)?)"
)
_ENGLISH_CONDITIONS: Final = (
    r"epilepsy|cancer|(?:\w+ )?arthritis|dyslexia|adhd|add|autism|asperger'?s|stroke|heart "
    r"(?:attack|condition|disease)|surgery|disabilit(?:y|ies)|anxiety|ptsd|bipolar(?: disorder)?|"
    r"allerg(?:y|ies)|(?:chronic )?back (?:pain|problems)|(?:slipped|herniated) discs?|eczema|"
    r"bad (?:knee|back|hip|shoulder)|"
    r"hearing (?:loss|impairment|aid)|wheelchair|pregnancy|miscarriage|(?:long |serious |chronic )?"
    r"(?:illness|disease)|sick(?:ness)?(?: leave)?|injury|accident|rehab(?:ilitation)?|migraines?|"
    r"(?:visual|mobility) impairment|crohn'?s(?: disease)?|colitis|leuk[a]?emia|medical condition|"
    r"health(?: issues| problems)?|depression|asthma"
)
CONDITION: Final = rf"(?:(?:{_GROWN_CONDITIONS}|{_PLAIN_CONDITIONS}|{_ENGLISH_CONDITIONS})(?:e?s)?)"
_BODY: Final = (
    r"(?:knie|hüfte|schulter|rücken|wirbelsäule|hand(?:gelenk)?|arm|ellenbogen|bein|fuß|sprunggelenk|"
    r"auge|augen|ohr|herz|kopf|nacken|hals|bandscheibe|lunge|niere|leber|"
    r"knees?|hips?|shoulders?|back|spine|hands?|wrists?|arms?|elbow|legs?|foot|feet|ankles?|eyes?|"
    r"ears?|heart|head|neck|lungs?|kidneys?)"
)
_THERE: Final = (
    r"\s(?:am|an der|an den|im|in der|in den|mit (?:dem|der|den)|"
    rf"(?:to|in|of|on|with) (?:my|one|both))\s(?:\w+e[nr]\s|left |right )?{_BODY}"
)
HURT: Final = rf"(?:\w*verletzung|injury){_THERE}"
AILING: Final = (
    r"(?:schmerzen|beschwerden|operation|op|bruch|schaden|schäden|probleme?|prothese|injuries|pains?|"
    rf"problems?|surgery|damage|fracture){_THERE}"
)
ILL: Final = (
    r"(?:(?:zu \d+ ?(?:%|prozent) )?(?:schwer|geh|seh|hör|körper|lern|mehrfach)?behindert|"
    r"schwerst?behindert|blind|gehörlos|"
    r"taub|schwerhörig|hörgeschädigt|hörbeeinträchtigt|farbenblind|hiv-?positiv|schwanger|"
    r"(?:chronisch |schwer |psychisch |lange |unheilbar )?(?:er)?krank|(?:kern|völlig )?gesund|"
    r"topfit|autistisch|depressiv|geimpft|genesen|übergewichtig|stark kurzsichtig|"
    r"(?:nicht)?raucher(?:in)?|rollstuhlfahrer(?:in)?|brillenträger(?:in)?|diabetiker(?:in)?|"
    r"allergiker(?:in)?|epileptiker(?:in)?|trockener alkoholiker(?:in)?|"
    r"deaf|hard of hearing|disabled|autistic|diabetic|dyslexic|pregnant|healthy|asthmatic|"
    r"epileptic|hiv[- ]positive|vaccinated|neurodivergent|visually impaired|"
    r"(?:a )?(?:non-?)?smoker|(?:a )?wheelchair user|chronically ill|a cancer survivor)"
)
HEALTHY: Final = (
    r"(?:in (?:perfect|excellent|good|very good|best|full|poor) health|bei (?:bester|guter|voller) "
    r"gesundheit|gesundheitlich (?:top|fit|topfit|eingeschränkt|angeschlagen|uneingeschränkt|"
    r"geeignet|voll belastbar)\w*|(?:perfect|excellent|good) health|health(?: is)?:? "
    r"(?:perfect|excellent|good)|keine (?:gesundheitlichen (?:einschränkungen|probleme)|"
    r"chronischen krankheiten|vorerkrankungen|allergien|behinderung(?:en)?)|no (?:known )?"
    r"(?:health (?:issues|problems)|disabilities|allergies)|"
    r"aus gesundheitlichen gründen|gesundheitsbedingt\w*|for health reasons|"
    r"(?:vollständig|dreifach|\d-?fach|gegen \S+) geimpft|fully vaccinated|"
    r"vollständiger impfschutz)"
)
DISABLED: Final = (
    r"(?:gdb|grad der behinderung)\W{0,3}(?:von )?\d{2,3}\s?%?|merkzeichen [a-z]{1,3}\b|"
    r"schwerbehindertenausweis|schwerbehindertenstatus|anerkannte schwerbehinderung|"
    r"gleichgestellt(?: mit schwerbehinderten| nach .{3,12})?$|schwerbehinderten gleichgestellt"
)

FAITH: Final = (
    r"(?:(?:röm(?:isch|\.)?|griech(?:isch|\.)?|russ(?:isch|\.)?|serb(?:isch|\.)?|alt|syrisch|"
    r"rumänisch|koptisch)?[- ]?(?:kath(?:olisch|olik|olikin|\.)?|orth(?:odox|\.))|"
    r"ev(?:angelisch|ang?\.?|\.)?(?:[- /]?(?:luth(?:erisch|\.)?|ref(?:ormiert|\.)?|freikirchlich))|"
    r"evangelisch|evang\.|ev\.|protestant(?:in|isch)?|lutherisch|reformiert|freikirchlich|"
    r"neuapostolisch|nak|baptist(?:in)?|methodist(?:in)?|mennonit(?:in|isch)?|mormon(?:e|in)?|"
    r"zeug(?:e|in|en) jehovas|adventist(?:in)?|anglikan(?:er|erin|isch)|christ(?:in|lich|ian)?|"
    r"muslim(?:a|in|isch|e)?|moslem|islam(?:isch)?|sunnit(?:in|isch)?|schiit(?:in|isch)?|"
    r"alevit(?:in|isch)?|ahmadi(?:yya)?|jezid(?:e|in|isch)|jesid(?:e|in|isch)|yezidi|jüdisch|jude|"
    r"jüdin|jewish|hindu(?:istisch|ismus)?|sikh|buddhist(?:in|isch)?|bahai|baha'i|jain|"
    r"konfessionslos|keine konfession|religionslos|bekenntnislos|ohne (?:konfession|bekenntnis|"
    r"religion)|o\.\s?b\.|"
    r"atheist(?:in|isch)?|agnostiker(?:in)?|agnostic|gläubig|r\.?-?k\.?|catholic|orthodox|"
    r"(?:the )?church of (?:england|scotland|ireland|sweden|norway|denmark|(?:jesus )?christ\w*|"
    r"latter.day saints)|"
    r"(?:(?:roman|greek|russian|serbian|ukrainian|coptic|eastern|syriac|old)[- ])"
    r"(?:catholic|orthodox)|"
    r"lutheran|baptist|anglican|quaker|pentecostal(?: christian)?|catholique|musulmane?|"
    r"cattolic[oa]|católic[oa])"
)
PRACTICE: Final = (
    r"(?:(?:belong to|gehöre)\s[^.,;]{0,25}"
    r"(?:church|kirche|gemeinde|moschee|mosque|synagog|parish)\w*(?: of [a-z]+)?|"
    r"aus religiösen gründen|for religious reasons|gehe .{0,25}(?:kirche|moschee|synagoge)|"
    r"kopftuch|hijab|turban|ramadan|sabbat|schabbat|shabbat|koscher|kosher|halal|faste\b|fasting|"
    r"gebetszeiten|bete\b|pray\b|freitagsgebet|headscarf|"
    r"mitglied (?:in )?(?:der|einer|unserer) (?:\w+ ){0,2}(?:kirche|kirchengemeinde|"
    r"moschee(?:gemeinde)?|"
    r"synagoge|gemeinde)|member of (?:the|a|my) (?:\w+ ){0,2}(?:church|mosque|synagogue|parish)|"
    r"messdiener(?:in)?|ministrant(?:in)?|altar (?:server|boy)|aus der kirche ausgetreten)"
)
ORIENTATION: Final = (
    r"(?:(?:offen |openly )?(?:schwul|lesbisch|homosexuell|gay|lesbian)|bi-?sexuell|bisexual|queer|"
    r"asexuell|asexual|pansexuell|pansexual|hetero(?:sexuell|sexual)?|homosexual|trans|"
    r"trans-?(?:gender|sexuell|frau|mann|sexual|ident)|trans\* ?(?:frau|mann)|trans (?:wo)?man|"
    r"inter(?:sexuell|sex|geschlechtlich)|nicht-?\s?binär|nonbinär|enby|non-?binary|cis)"
)
SEX: Final = r"(?:männl(?:ich|\.)|weibl(?:ich|\.)|female|male|divers)"
PARTY: Final = (
    r"(?:spd|cdu|csu|fdp|afd|bsw|die linke|linkspartei|bündnis 90|die grünen|den grünen|"
    r"der grünen|grüne jugend|jusos|junge[nr]? union|junge[nr]? liberale[nr]?|julis|"
    r"freie[nr]? wähler|"
    r"piratenpartei|volt|npd|dkp|mlpd|övp|spö|fpö|labour party|conservative party|democratic party|"
    r"republican party|green party|ver\.?di|ig[ -]?metall|ig[ -]?bau|ig[ -]?bce|ngg|gew|evg|gdp|"
    r"deutschen? beamtenbund|dbb|cgb|gewerkschaft|partei|trade union|labour union|unison|unite)"
)
POLITICS: Final = (
    rf"(?:(?:partei|gewerkschafts)mitglied(?:schaft)?|"
    rf"(?:(?:aktives |langjähriges |zahlendes )?mitglied(?:schaft)?|member(?:ship)?|"
    rf"vorsitzende[rn]?|schriftführer(?:in)?|kassierer(?:in)?|vorstand|engagier\w*|aktiv|kandid\w+|"
    rf"active|organi[sz]ed|organisiert)\b[^.;|]{{0,30}}?\b{PARTY}\b|"
    rf"\b{PARTY}\b[^.;|]{{0,20}}?\b(?:aktiv|engagiert|mitglied|active|vorsitz\w*|schriftführ\w*|"
    rf"kassier\w*|kandid\w*)\b|"
    rf"\b{PARTY}-(?:mitglied\w*|ortsverein|ortsverband|kreisverband|fraktion im (?:stadt|gemeinde)"
    rf"rat)|"
    rf"\b(?:ortsverein|ortsverband|kreisverband|(?:stadt|gemeinde|kreis)rat)\W+(?:der )?{PARTY}\b)"
)
