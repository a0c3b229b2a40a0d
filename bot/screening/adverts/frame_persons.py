"""Sex, family and age, as they are worded in adverts."""

from __future__ import annotations

from bot.screening.adverts.frame_words import FEW, PEOPLE, Trait, stems, words

_TENS_DE = r"(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig)"
_TENS = (
    rf"(?:(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?{_TENS_DE}|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy)(?:-\w+)?)"
)
# A number is an age unless something is counted with it: "25 Filialen", "30 Prozent".
_AGE = (
    rf"(?:(?<![\d.,])(?:[2-6]\d|7[0-5])(?![\d%€:]|[.,]\d| ?(?:%|€)|s\b)|{_TENS}\b)"
    r"(?! (?:(?-i:(?!Jahre)[A-ZÄÖÜ])|prozent|uhr|euro|km|kg|cm|tage|stund|mitarb|jahre\w* (?:\w+)?"
    r"erfahrung|people|percent|days|hours|weeks|months|employees|colleagues|countries|"
    r"locations|years? (?:of|in)))"
)
_DECADE = rf"(?:{_TENS}|[2-6]0(?!\d)|\w+ties)"
_OLD = (
    r"(?:ältere|alte|betagte)[nr]? (?:semester|kaliber|jahrgänge|"
    rf"{PEOPLE}|arbeitnehm\w+|fachkräfte|herrschaften)|older {PEOPLE}"
)
_SEX_GROUPS = (
    r"frauen",
    r"männer[ns]?",
    r"herren",
    r"damen?",
    r"mädchen",
    r"mädels",
    r"jungs",
    r"kerle?n?",
    r"(?:frau|mann)(?! (?-i:[A-ZÄÖÜ]))",
    rf"(?:männlich|weiblich)e?[nrsm]? {PEOPLE}",
    r"men|wom[ae]n|a man",
    r"ladies|lady|gentlem[ae]n|girls|boys|guys",
    rf"(?:fe)?male {PEOPLE}|(?:fe)?males?",
)

SEX = Trait(
    "framed_sex",
    stems=stems(
        "frau|mann|männ|herr|dame|mädchen|mädel|jungs|kerl|weiblich|lad|gentle|röcke|"
        "geschlecht|gender|sex|wom| men| man|guys|girls|boys|male|, kein|, nicht|und kein"
    ),
    groups=words(*_SEX_GROUPS),
    marks=words(r"(?:weib|männ)lich\w*", r"röcke|(?:fe)?male"),
    wanted=words(
        r"(?:eine?[nrm]?|an?) (?:\w+ )?(?:frau|mann|dame|herrn?|m[ae]n|wom[ae]n|lady|gentleman)",
        # One form named and the other turned down.
        r"(?P<form>(?-i:[A-ZÄÖÜ])\w{3,})in,? (?:und )?(?:keinen?|nicht) (?:einen )?"
        r"(?P=form)\w{0,2}",
        r"(?P<male>(?-i:[A-ZÄÖÜ])\w{3,}),? (?:und )?(?:keine|nicht) (?:eine )?(?P=male)in",
    ),
    asked=words(r"geschlecht(?! \w*(?:egal|gleich))", r"your (?:sex|gender)"),
)

FAMILY = Trait(
    "framed_family",
    stems=stems(
        "mütter|mama|väter|eltern|allein|schwanger|heirat|geschieden|ledig|kind|famil|"
        "baby|babies|mother|father|mums|moms|parent|pregnan|nachwuchs|anhang|"
        "mutterschutz|maternity|ungebunden|partner|child|marri|marital|spouse|kids|"
        "ehe "
    ),
    groups=words(
        r"(?:(?:werdende|junge|stillende|alleinerziehende)[nr]? )?(?:mütter[n]?|mamas|väter[n]?|"
        r"eltern)",
        r"alleinerziehende[nr]?",
        r"schwangere[nr]?",
        r"(?:un)?verheiratete[nr]?|geschiedene[nr]?|ledige[nr]?",
        rf"{PEOPLE} mit {FEW}(?:kind\w*|familie\w*|babys?)",
        r"(?:single |working |expectant |young )?(?:mothers|fathers|mums|moms|parents)",
        rf"pregnant {PEOPLE}|{PEOPLE} with {FEW}(?:children|kids|family|families|babies)",
    ),
    marks=words(
        r"(?:nicht |not )?(?:schwanger\w*|pregnan\w+)",
        r"(?:ein |noch )?(?:kind|kinder|nachwuchs|baby)(?: \w+){0,2}? (?:plan\w+|erwarte[nt]|"
        r"bekomm\w+|wünsch\w+|haben|hat|wollen|will|möchte\w*)",
        r"mit (?:\w+ )?(?:kind(?:ern)?|familie|baby)|with (?:\w+ )?(?:children|kids|babies)",
        r"kinderwunsch\w*|kind und kegel|\w*familienplanung|familiäre\w* \w+",
        r"(?:kleine[n]? )?kinder(?= (?:und|oder|zu hause|daheim))|anhang",
        r"(?:durch|an) (?:eine |die |ihre |deine )?(?:familie|kinder)|familienpflichten",
        r"(?:have|having|expecting|planning) (?:\w+ ){0,2}?(?:a )?(?:baby|child|children|kids)",
        r"(?:start|plan)(?:ing)? (?:a|your) family|family (?:plans|commitments|ties|obligations)",
        r"elternzeit|mutterschutz|(?:maternity|parental) leave",
    ),
    wanted=words(
        r"nicht (?:durch|an) (?:\w+ )?(?:familie|kinder|partner) gebunden",
        r"(?:un)?verheiratet\w*|ungebunden\w*|kinderlos\w*|ledige?[nrsm]?|alleinstehend\w*",
        r"ohne (?:kind\w*|familie|anhang|partner)|keine (?:kinder|familie)",
        r"(?:un)?married|childless|without (?:children|kids|a family)",
    ),
    asked=words(
        r"(?:wie viele )?kinder\b(?= (?:sie|du))",
        r"(?:ihre|deine|eigene)[rn]? (?:kinder|familie\w*|ehe\w*)",
        r"schwanger\w*",
        r"(?:kind|kinder|nachwuchs|baby)(?: \w+){0,2}? (?:plan\w+|erwarten|wünschen|möchten)",
        r"familienstand\w*|familienplanung|kinderzahl|kinderwunsch|verheiratet|heiratsurkunde",
        r"(?:your|have) (?:\w+ )?(?:children|kids|spouse|family plans)|pregnan\w+|"
        r"marital status|married|how many children",
    ),
)

AGE = Trait(
    "framed_age",
    stems=stems(
        "jährig|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|rentner|ruheständler|"
        "pension|senior|ältere|alte|betagte|older|jüngere|young|millennial|boomer|2|3|"
        "4|5|6|7|twent|thirt|fort|fift|sixt|sevent|rente|retire|graue|gray|grey|"
        "erfahrung|experience|berufs|digital|blut|blood|geburt|jahrgang|wie alt|age|"
        "birth|how"
    ),
    groups=words(
        rf"(?:über|unter|end|mitt)?-?{_TENS_DE}-?(?:jährige|er)[nr]?|"
        r"(?:(?:über|unter)-)?[2-6]\d-?jährige[nr]?|ü ?-?[3-6]0",
        r"(?:früh)?rentner\w*|(?:vor)?ruheständler\w*|pensionär\w*|senior(?:en|innen)\w*|pensioners",
        _OLD,
        rf"jüngere[nr]? {PEOPLE}|younger {PEOPLE}|teenager\w*|millennials|boomer",
        r"(?:baby)?boomer\w*",
    ),
    marks=words(
        rf"(?:mit|über|jenseits der|jenseits von|past|over|beyond|älter als|older than) {_AGE}",
        rf"(?:die |of |den )?{_AGE}(?: (?:\w+ )?(?:hinter|überschritten|vollendet|passé))",
        r"(?:kurz )?vor der (?:rente|pension\w*)|rentenalter|"
        r"(?:close to |near )?retirement(?: age)?",
        r"(?:geburts)?jahrg[aä]ng\w*(?: (?:vor|nach|ab|bis))? \d{4}",
        r"graue[nsr]? (?:haar\w*|schläfen)|gr[ae]y hair",
        r"(?:mehr als|über|more than|over) [\w-]+ (?:jahren?|years)(?: of)? (?:\w+ )?"
        r"(?:\w*erfahrung|experience)",
        r"(?:zu )?viel (?:berufs|lebens)?erfahrung|too much experience",
        r"(?:berufs(?:anfänger|einsteiger))\w*|digital (?:immigrants?|natives?)",
    ),
    wanted=words(
        rf"(?:rund )?um (?:die )?{_AGE}|around {_AGE}",
        rf"(?:anfang|mitte|ende|early|mid|late)[- ]{_DECADE}",
        rf"(?:zwischen|between) (?!2\d (?:und|and) [56]\d){_AGE} (?:und|and) {_AGE}",
        rf"(?<!\d )(?:unter|ab|bis|noch keine|höchstens|maximal|under|below|not yet|from) {_AGE}",
        rf"von {_AGE} bis {_AGE}|from {_AGE} to {_AGE}",
        r"in (?:\w+ )?(?:twenties|thirties|forties|fifties|[2-5]0s)",
        r"(?:frisches|junges) blut|fresh blood|young blood",
    ),
    asked=words(
        r"(?:ihr|dein|das) (?:\w+ )?(?:alter|geburtsjahr|geburtsdatum|jahrgang)",
        r"wie alt (?:sie|du)",
        r"(?:your|how) (?:age|old)|year of birth",
    ),
)
