"""Lines of work and fields of study by the words of titles, German and English, folded."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineOfWork:
    """A line of work.

    Attributes:
        wanted: how requirements call it.
        title: titles of those who do it.
        doing: what its work is called where a job tells what was done.
        near: titles and words of work that is close without being the same.
    """

    name: str
    wanted: re.Pattern[str]
    title: re.Pattern[str]
    doing: re.Pattern[str]
    near: re.Pattern[str] | None


_NEVER = r"(?!)"
# "Führung von Personalakten" leads nobody.
_NO_PEOPLE = (
    r"(?!\w*(?:akten|listen|kartei|konten|kassen|protokoll|statistik|gesprach|interview|"
    r"verhandlung|buch|datei))"
)

_LINES = (
    (
        "sales",
        r"vertrieb|\bsales\b|account management",
        r"vertrieb|\bsales\b|account[ -]?manage|account executive|key[ -]?account|aussendienst|"
        r"handelsvertret|business development|verkaufs(?:leit|berat|repras|ingenieur|manager)|"
        r"gebietsleit|gebietsverkauf|technischer verkauf",
        r"vertrieb|\bsales\b|akquis|neukunden|key[ -]?account|verkaufsverhandl|account management|"
        r"angebotsprasentation|cold call",
        r"verkauf|verkauf|kundenberat|kundenbetreu|einzelhandel|\bretail\b|kundenservice",
    ),
    (
        "selling",
        r"verkauf|einzelhandel|\bretail\b|\bselling\b",
        r"verkauf|vertrieb|\bsales\b|filialleit|einzelhand|kassier|store manager|shop assistant|"
        r"marktleit|account[ -]?manage",
        r"verkauf|vertrieb|\bselling\b|\bsales\b|kassier",
        r"kundenservice|kundenbetreu",
    ),
    (
        "software",
        r"softwareentwickl|softwareentwicklung|(?<!speicher)programmier|"
        r"software (?:development|engineering)|"
        r"anwendungsentwickl",
        r"(?:software|web|frontend|backend|fullstack|app|java|python|net|php|mobile|spiele)[ -]?"
        r"entwickl|\bentwickler|\bdeveloper|"
        r"software[ -]?(?:engineer|architekt|architect|ingenieur)|"
        r"(?<!cnc-)(?<!cnc )(?<!sps-)programmier|anwendungsentwickl|data engineer|devops|"
        r"full[ -]?stack|front[ -]?end|"
        r"back[ -]?end|softwareentwickl",
        r"softwareentwickl|programmier|software develop|microservice|\bcoding\b|backend|frontend|"
        r"(?:software|anwendung\w*|\bapps?|web\w*|java|python|php|kotlin|c#|c\+\+)(?: \w+){0,3} "
        r"entwickelt|entwick(?:le|elte)\b(?: \w+){0,3} \w*(?:software|anwendung|app\b|apps\b|web)|"
        r"(?:develop(?:ed|ing)?|built|wrote)(?: \w+){0,3} (?:software|applications|apps|services)",
        r"data analyst|datenanaly|data scien|systemadmin|informatik|test engineer|it-berat",
    ),
    (
        "personnel",
        r"personalarbeit|personalwesen|personalbereich|human resources|\bhr\b|personalmanag",
        r"personal(?:refer|leit|sachbearb|manager|berat|entwickl|disponent|er\b|erin\b)|\bhr\b|"
        r"human resources|recruit|people (?:partner|manager)|talent acquisition",
        r"personalarbeit|recruiting|personalgewinn|personalbeschaff|human resources|"
        r"personalbetreu",
        r"lohnabrechn|payroll|entgeltabrechn|office manag|zeitarbeit",
    ),
    (
        "site_management",
        r"bauleit|construction management|site management",
        r"bauleit|site manager|construction manager|polier|oberbauleit|projektleit\w* (?:hoch)?bau|"
        r"construction lead",
        r"bauleit|bauuberwach|objektuberwach|site management",
        r"projektingenieur|bauingenieur|architekt|bauzeichn|project lead",
    ),
    (
        "warehouse",
        r"\blager|warehouse",
        r"lager|warehouse|kommissionier|fulfilment|staplerfahr",
        r"wareneingang|warenausgang|kommissionier|lagerverwalt|\blager|warehouse",
        None,
    ),
    (
        "dispatch",
        r"disposition|disponent|dispatch",
        r"disponent|disposition|dispatcher|tourenplan|speditionskauf",
        r"tourenplan|disposition|disponier|dispatch",
        r"spedition|logistik",
    ),
    (
        "leading",
        rf"fuhrung (?:von|eines|einer) {_NO_PEOPLE}|"
        r"mitarbeiterfuhr|personalfuhr|fuhrungserfahr|fuhrungsverantw|"
        r"teamleit|leadership|leading (?:a )?team|people management|personalverantwort",
        r"teamleit|team ?lead|gruppenleit|head of|abteilungsleit|schichtleit|kuchenchef|"
        r"kolonnenfuhr|polier\b",
        rf"fuhrung von {_NO_PEOPLE}|"
        r"mitarbeiterfuhr|personalfuhr|personalverantwort|fuhrungsverantw|"
        r"(?:leading|led|manag\w+|lead) (?:a |the )?team|disziplinarisch|fachliche fuhrung|"
        r"(?:leitung|fuhrung) (?:eines|des) (?:\w+ )?(?:\w+)?teams?|direct reports|teamleitung|"
        r"verantwortung fur \d+ mitarbeit|fuhrung (?:eines|meines)|"
        r"(?:leitung|fuhrung|fuhre|leite|leitete|fuhrte|verantworte\w*)\b"
        r"(?: (?!\w*(?:workshop|schulung|seminar|kurs|training|besprechung|sitzung|veranstaltung|"
        r"inventur|akten|listen|kartei|konten|protokoll|statistik|datei|datenbank))\w+){0,4}? "
        r"\w*(?:mitarbeit|mitarbeiterin|leute|personen|kolleg|angestellt|beschaftigt|entwickler|kraft|"
        r"kopfig)|(?:mitarbeit\w*|leute|personen|kolleg\w*|team)(?: \w+){0,3} "
        r"(?:gefuhrt|geleitet|fuhrte|leitete|fuhre|leite)\b|"
        r"teamleit\w* von|team of (?:\w+|\d+)|"
        r"\b(?:supervis(?:e[sd]?|ing|ion of)|manag(?:e[sd]?|ing|ement of)|lead|leads|leading|led)"
        r"(?: (?!for\b|to\b|with\b|training|the training)\w+){0,2} "
        r"(?:people|staff|employees|reps|developers)",
        r"filialleit|abteilungsleit|marktleit|vertriebsleit|verkaufsleit|leitung|supervisor|mentor|vorarbeit|meister\b",
    ),
    (
        "care",
        r"\bpflege|krankenpfleg|altenpfleg|nursing",
        r"(?<!tier)(?<!raum)(?<!kinder)(?<!landschafts)(?<!garten)"
        r"pfleg(?:er|efach|ehelf|edienst)|krankenschwest|\bnurse|pflegekraft",
        r"grundpflege|behandlungspflege|pflege von (?:patient|bewohn|mensch)",
        r"betreuungskraft|rettung|medizinische fachang|arzthelf",
    ),
    (
        "marketing",
        r"marketing",
        r"marketing|brand manager|social media manager|content manager",
        r"marketing|kampagne|campaign",
        r"kommunikation|redakt|public relations",
    ),
    (
        "accounting",
        r"buchhalt|rechnungswesen|accounting|finanzwesen|finanzbereich",
        r"buchhalt|accountant|steuerfach|bilanz|finance|controller",
        r"buchhalt|jahresabschl|monatsabschl|accounts|buchfuhr|kontier",
        r"kaufmannisch|lohnabrechn",
    ),
    (
        "controlling",
        r"controlling",
        r"controll",
        r"controlling|budgetplanung|soll-ist",
        r"buchhalt|accountant|rechnungswesen|finanzanaly",
    ),
    (
        "purchasing",
        r"einkauf|beschaffung|purchasing|procurement",
        r"einkauf|procurement|purchas|buyer|beschaff",
        r"einkauf|beschaffung|lieferantenverhandl|procure|sourcing",
        r"materialwirtschaft|logistik|disponent",
    ),
    (
        "projects",
        r"projektmanag|projektleit|project management",
        r"projektleit|projektmanag|project (?:manager|lead)",
        r"projektleit|projektmanag|leitung (?:von|des) projekt|project management",
        r"projektassist|projektmitarb|product owner|scrum master",
    ),
    (
        "teaching",
        r"unterricht|padagogi|kinderbetreu|teaching",
        r"lehrer|erzieh|padagog|teacher|dozent|trainer",
        r"unterricht|kinderbetreu|teaching",
        r"nachhilf|betreu",
    ),
    (
        "customer_service",
        r"kundenservice|kundenbetreu|kundendienst|customer service|kundenberat",
        r"kundenservice|kundenbetreu|kundendienst|kundenberat|customer (?:service|success|support)|"
        r"call ?center|account[ -]?manage|servicemitarb",
        r"kundenbetreu|betreuung von (?:\w+)?kunden|kundenanfragen|reklamation|customer service",
        r"vertrieb|verkauf|empfang|rezeption",
    ),
    (
        "design",
        r"\bux\b|user experience|interface design|produktdesign|webdesign",
        r"\bux\b|user experience|ui[ -]?design|interaction design|produktdesign|webdesign",
        r"usability|wireframe|prototyp|user research",
        r"grafik|mediengestalt|designer",
    ),
)

LINES = tuple(
    LineOfWork(
        name,
        re.compile(wanted),
        re.compile(title),
        re.compile(doing or _NEVER),
        re.compile(near) if near else None,
    )
    for name, wanted, title, doing, near in _LINES
)


def lines_done(title: str) -> tuple[LineOfWork, ...]:
    """The lines of work that a folded job title names."""
    return tuple(line for line in LINES if line.title.search(title))


@functools.lru_cache(maxsize=10_000)
def lines_wanted(folded: str) -> tuple[LineOfWork, ...]:
    """The lines of work that a folded phrase of a requirement names."""
    return tuple(line for line in LINES if line.wanted.search(folded))


_SUBJECTS = (
    ("commercial", r"\bmerchant|wholesale|industrial clerk|kaufmann|kauffrau|"
     r"kaufleut|\w*kaufmann|handelsfach|fachwirt|betriebswirt|"
     r"steuerfach|verkauf|burofach|bankfach|verwaltungsfach|commercial", "business"),
    ("retail", r"handel\b|einzelhand|verkauf|handelsfach|grosshand|aussenhand|retail", "business"),
    ("business", r"betriebswirt|diplom-?\s?kaufm|dipl\.?-?\s?kfm|\bbwl\b|business|"
     r"wirtschaftswissen|\bmba\b|\bmanagement\b|"
     r"kaufmann\w* studi", "business"),
    ("economics", r"volkswirt|volks-|\bvwl\b|economics|okonom|wirtschaft|finance|finanz|marketing|"
     r"accounting|commerce", "business"),
    ("informatics", r"informati|computer|software|data science|datenwissen|cyber|"
     r"kunstliche intelligenz|\bit\b", "technical"),
    ("mathematics", r"mathemat|\bmaths?\b|statisti", "technical"),
    ("physics", r"physik|physics", "technical"),
    ("civil", r"bauingenieur|civil engineering|bauwesen|hochbau|tiefbau", "building"),
    ("architecture", r"\barchitekt(?:ur|in)?\b|\barchitecture\b|innenarchitekt", "building"),
    ("engineering", r"ingenieur|engineering|maschinenbau|elektrotech|mechatron|verfahrenstech|"
     r"fahrzeugtech|\bbauwesen|luft- und raumfahrt", "technical"),
    ("electrical", r"elektr|mechatron|electric", "technical"),
    ("logistics", r"logisti|supply chain|lagerlog|spedition", "logistics"),
    ("industrial", r"wirtschaftsingenieur|industrial engineering", "logistics"),
    ("psychology", r"psycholog", "people"),
    ("law", r"\brecht(?:s|swissen\w*)?\b|\bjura\b|rechtswissen|\blaw\b|wirtschaftsrecht|jurist",
     "law"),
    ("design", r"kommunikationsdesign|mediendesign|grafikdesign|interaktionsdesign|"
     r"interaction design|produktdesign|communication design|\bdesign", "design"),
    ("media", r"medienkauf|medienwirt|medienmanag", "design"),
    ("media_design", r"mediengestalt", "design"),
    ("care", r"(?<!tier)(?<!kinder)(?<!landschafts)pfleg|krankenschwest|nurs", "care"),
    ("pedagogy", r"erzieh|padagog|sozialassist|soziale arbeit|kinderpfleg|early childhood",
     "people"),
    ("coaching", r"coach", "people"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern), group) for name, pattern, group in _SUBJECTS)


def subjects_in(folded: str) -> frozenset[str]:
    """The fields of study or trade that a folded phrase names."""
    return frozenset(name for name, pattern, _ in _COMPILED if pattern.search(folded))


_WIDE = frozenset({"economics", "engineering", "commercial", "business"})


def narrowest(subjects: frozenset[str]) -> frozenset[str]:
    """Fields without the wide ones that a narrower one is part of.

    Whoever asks for Bauingenieurwesen doesn't ask for any Ingenieurwesen.
    """
    if subjects & {"business", "commercial"}:
        subjects -= {"economics"}
    if "business" in subjects:
        subjects -= {"commercial"}
    return subjects - _WIDE or subjects


def groups_of(subjects: frozenset[str]) -> frozenset[str]:
    """The wider groups that fields belong to: what "verwandtes Fach" may mean."""
    return frozenset(group for name, _, group in _COMPILED if name in subjects)
