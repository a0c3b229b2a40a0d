"""Rules on sex, family and sexual identity."""

from __future__ import annotations

from bot.screening.adverts.finding import Rule, matching
from bot.screening.adverts.phrases import EXCLUDED, FOR_OTHERS, IS, OTHERS, SEEKS
from bot.screening.adverts.titles import titles_for_one_sex

_ONE = r"(?:männer|frauen|herren|damen|mädchen|mütter)"
_RATHER = r"(?:nur|gerne?|ausschließlich|bevorzugt|vorzugsweise|am liebsten|möglichst|idealerweise)"

SEX: tuple[Rule, ...] = (
    Rule(
        "sex_asked",
        matching(
            r"\b(?:jungs|mädels|girls|boys|kerle?n?|ladies|gentlem[ae]n|muttis?)\b",
            r"\b(?:männlich|weiblich)e?[nrsm]? (?=[A-ZÄÖÜ])",
            rf"\b{_RATHER} (?:für |an |eine? |von )?(?P<q>{_ONE}|frau|mann|dame|"
            r"(?:männlich|weiblich)\w*)\b",
            rf"\b(?P<q>{_ONE})\b(?: (?:werden|sind))? (?:bevorzugt|erwünscht|gefragt)\b",
            rf"\b(?P<q>{_ONE})\b(?: [^.;]{{0,40}})? gesucht\b",
            r"\b(?:haus|power|karriere)frauen?\b|\bhausm[aä]nn(?:er)?\b",
            r"\b(?:fe)?male (?=applicants?|candidates?|staff|employees?|only|preferred)|"
            r"\b(?:wo)?men (?:only|preferred)\b|\bis (?:a )?(?P<q>(?:fe)?male)\b",
            r"\((?:männlich|weiblich)\)",
            needs=SEEKS + r"|\bnur\b|\bonly\b|\bausschließlich\b|\bbewerber|\bideal\w*|"
            r"\bmöglichst\b|\bam liebsten\b|\bcandidate\b|\bnebenjob\b",
            not_after=FOR_OTHERS.replace("(?<!nur )für", "(?<!nur )(?<!nebenjob )für"),
        ),
    ),
    Rule(
        "sex_asked",
        matching(
            r"(?<=\w )\((?:m|w|f)\)",
            r"(?<=\w), ?(?P<q>männlich|weiblich)(?=\W*$)",
            rf"{IS} (?:eine?|an?) (?P<q>(?:\w+ )?(?:frau|mann|dame|woman|man|lady))\b"
            r"(?! (?:der|des|vom|fürs|of) )",
            rf"\b(?P<q>{_ONE}|women|men){EXCLUDED}",
            r"\b(?:nebenjob|job|stelle) (?:auch )?für (?P<q>hausfrauen|mütter|frauen|männer)\b",
        ),
    ),
    Rule(
        "sex_pronoun",
        matching(
            r"\b(?P<q>he|she) (?:should|must|needs to|will (?:have|need|be)|ought)\b",
            unless=r"\b(?:he/she|she/he|s/he|he or she|she or he|they)\b",
            not_after=r"[/]|\bor ",
        ),
    ),
    Rule("sex_third", matching(r"\((?:m ?[/|] ?[wf]|[wf] ?[/|] ?m)\)")),
    Rule("sex_title", titles_for_one_sex),
    Rule(
        "family",
        matching(
            r"\b(?:sind|bist|sein|familiär)\b[^.;]{0,30}?(?P<q>\b(?:ungebunden|alleinstehend))\b",
            r"\b(?:ohne|keine) (?P<q>familiäre\w* (?:verpflichtung|bindung)\w*|"
            r"anhang|kinderwunsch)",
            r"\bkein(?:en?)? (?P<q>kinderwunsch)\b",
            r"\b(?:ledige?[nrsm]?|unverheiratet\w*|kinderlos\w*)\b",
            r"\bkeine (?P<q>(?:kleinen )?kinder)\b(?= ?(?:haben|$|[,.]))",
            r"\b(?:nicht|not) (?P<q>schwanger|pregnant)\b|\bkeine (?P<r>schwangerschaft)\b",
            r"\bfamilienplanung\b[^.;]{0,20}?\babgeschlossen\w*|\babgeschlossene\w* "
            r"familienplanung\b",
            r"\bkinderbetreuung\b(?= (?:muss|ist|sollte|bitte) (?:\w+ ){0,2}?(?:gesichert|"
            r"geregelt|gewährleistet|sichergestellt))",
            r"\bnicht (?:geeignet )?für (?P<q>schwangere|mütter|eltern)\b",
            r"\bkeine kleinen (?P<q>kinder)\b|\bgeordnete\w* familienverhältnisse\w*",
            rf"\b(?P<q>mütter|schwangere|eltern|mit kinder(?:n|wunsch)|mothers|pregnant \w+|"
            rf"parents){EXCLUDED}",
            r"\b(?P<q>single) (?:and|or|with no|without)\b",
            r"\b(?:without|no) (?:children|family (?:commitments|obligations|ties|plans)|kids)\b|"
            r"\bunmarried\b|\bchildless\b",
            not_after=r"\b(?:örtlich|räumlich|zeitlich|kundschaft|paare)\s+",
            unless=OTHERS.replace(r"kinder\w*|", "").replace("children|", ""),
        ),
    ),
    Rule(
        "orientation",
        matching(
            r"\b(?:hetero|homo|bi|trans)sexuelle?\w*|\b(?:schwul|lesbisch)\w*|"
            r"\b(?:hetero|homo|bi)sexuals?\b|\b(?:gays?|lesbians?)\b|"
            r"\bstraight (?=applicants|candidates|men|women|people|only)",
            needs=r"\b(?:sie sind|du bist|nur|nicht|not|keine?|only|no|must|you are|suchen)\b",
            unless=r"\b(?:willkommen|welcome|community|beratung\w*|berat\w+|vielfalt|diversity|"
            r"lgbt\w*|queer\w*|diskrim\w+|verein\w*|zielgruppe)\b",
        ),
    ),
)
