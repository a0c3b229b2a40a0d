"""Whether words state, deny or wish: "kein Studium" and "ich möchte lernen" are no "has".

A sentence is cut into clauses; a clause has the stance of its own words. One without a verb goes
on with the clause before it ("Ich möchte Spanisch, Italienisch und …"), or else leads to the next.
In doubt a clause is no "has": a wish anywhere in it makes it a plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.matching.profile import Stance
from bot.matching.reading.spelling import spelt

_PLANS = re.compile(
    spelt(r"""\b(?:
    möchte[nst]?|würde[nst]?|wollte|wäre|hätte|könnte|plane\b|strebe\b|anstrebe|angestrebt\w*|
    strebt\san|geplant|in\splanung|habe\s(?:ich\s)?vor|beabsichtige|ziel\sist|mein\sziel|hoffe|erhoffe|träume|
    will\s(?:mich|gern|bald|künftig|noch|ich)|will\b(?=.*\b\w+en\b)|wünsche\s(?:ich\s)?mir|mein\swunsch|
    gerne?\s(?:\w+\s){0,4}?(?:lernen|erlernen|erwerben|weiterbilden|ausbauen|vertiefen|machen|
    absolvieren|übernehmen|einsteigen|arbeiten|wechseln)|
    interessiert\s(?:an|für)|interessiere\s(?:ich\s)?mich|interesse\s(?:an|für|besteht)|
    bereit,?\s[^.]*?\b(?:er)?lernen|bereit,?\s[^.]*?\berwerben|lernbereit\w*|freue\s(?:ich\s)?mich\sdarauf|
    gesucht\s(?:wird|werden)|zukünftig|künftig|in\szukunft|demnächst|(?:ab\s)?nächstes\sjahr|
    (?-i:suche)|suche\s(?:neue|eine|nach\seine)|auf\sder\ssuche|bewerbe\s(?:ich\s)?mich|noch\szu\s(?:er)?lernen|
    (?:beginne|starte)\b(?=.*\b(?:kurs|lehrgang|ausbildung|weiterbildung|fortbildung|studium|umschulung|
    schulung)\w*)|werde\b(?=.*\b(?:beginnen|absolvieren|anfangen|abschließen|erwerben|lernen|machen)\b)|
    lerne\s(?:gerade|derzeit|aktuell|zurzeit|momentan|seit\skurzem)|nachholen|sobald|falls|
    im\saufbau(?!\s(?:von|de[rs]|eine[rs]|neuer|und))|in\svorbereitung(?!\s(?:auf|von|der))|
    (?:schulung|kurs|lehrgang|seminar|prüfung|training|course|exam|workshop)\w*\s(?:[\w.]+\s){0,4}?
    (?:gebucht|angemeldet|booked|scheduled|steht\s(?:noch\s)?(?:an|aus|bevor))|
    considering\b|thinking\s(?:about|of)|irgendwann|eines\stages|vielleicht|eventuell|maybe|perhaps|
    some\s?day|one\sday|überlege\b|in\serwägung|
    angemeldet\s(?:für|zu[rm]?)\b|ziel(?=\s*:)|
    (?:happy|glad|open|prepared)\sto\s(?:learn|acquire)|meaning\sto|
    (?:need|have|has)\sto\s(?:get|learn|take|obtain|apply)|muss\s(?:ich\s)?(?:\w+\s){0,3}?
    (?:beantragen|erwerben)|muss\s(?:\w+\s){0,3}?noch\s(?:\w+\s){0,2}?(?:machen|lernen)|in\sarbeit(?!\s(?:mit|an|im|in|auf))|
    (?:exam|test|prüfung|kurs|course)\s(?:ist\s|is\s)?(?:in|im)\s(?:januar|februar|märz|april|mai|juni|juli|
    august|september|oktober|november|dezember|january|february|march|may|june|july|october|december|
    frühjahr|frühling|sommer|herbst|winter|spring|summer|autumn)\b(?!\W*\d)|
    (?:read|reading|heard)\s(?:about(?!\s(?:\d|an?\s|one|two))|of)|beworben\b|i\s(?:have\s|also\s)?applied\s(?:to|for|at)|
    (?:signed\sup|registered)\sfor\b|beantrag(?:en?|t\swird)\b|reiche\s(?:\w+\s){0,4}?nach\b|nachgereicht|
    (?:auf|on)\s(?:meiner|der|my|the|our)\s(?:wunsch|merk|to-?do|wish|bucket)[\s-]?liste?\b|
    (?:auf\smeiner|on\smy)\s(?:\w+\s)?liste?\b|could\s(?:\w+\s)?(?:learn|take|get|acquire)|
    vorauss\w*|vorstellen|vorstellbar|zielposition|berufsziel|wunschposition|
    (?:would|['’]d)\s(?:like|love|be)|i\s(?:want|wish|hope|plan|intend|aim|aspire)|want\sto|
    hop(?:e|ing)\sto|plan(?:s|ning|ned)?\sto|planning\son|(?:is|are|\()\s?planned|planned\s(?:for|in)|
    intend(?:ing)?\sto|aim(?:ing)?\sto|aspir\w+|interested\sin|interest\sin|keen\s(?:to|on)|
    eager\sto|(?:willing|ready)\sto\slearn|looking\s(?:to|for|forward)|seeking|
    (?:currently|still|am|['’]m)\slearning|going\sto|in\sprogress|working\stowards|my\sgoal|
    goal\sis|about\sto|expected\s(?:in|to|for|\d)|dream\w*|once\si|in\sthe\sfuture|next\syear
    )"""),
    re.I | re.X,
)
_LACKS = re.compile(
    r"""(?:\b(?:
    kein(?:e[rmns]?)?|nicht|ohne|weder|noch\snie|nie(?:mals)?|nichts|fehlen\b|fehlt\b|fehlende[nrs]?|mangels|
    fiel(?:en)?\s(?:\w+\s){0,2}?aus|ungern|abgebrochen\w*|unvollendet|verzichtet|nein|kaum|nirgends|verloren|entzogen|abgelaufen|ausgelaufen|abgesagt|verlernt|ungültig|erloschen|verfallen|durchgefallen|nicht\svorhanden|
    no|not|never|without|none|neither|lack(?:s|ing)?|cannot|n/a|don['’]?t|doesn['’]?t|can['’]?t|
    (?:alles|vieles|meiste|wieder)\svergessen|remember\snothing|forgotten|cancelled|
    nur\s(?:\w+\s){0,2}?(?:zugeschaut|zugesehen|hörensagen|dem\snamen)|only\s(?:heard|watched|seen)|
    (?:führerschein|fahrerlaubnis|licen[cs]e)\b[^.;]*\b(?:abge(?:geben|ben)|eingezogen|weg|lost|suspended|revoked)|
    haven['’]?t|didn['’]?t|isn['’]?t|dropped\sout|expired|unfinished|hardly|nor
    )\b|n['’]t\b)""",
    re.I | re.X,
)
# Words of denial that deny nothing of what they stand with.
_NO_DENIAL = re.compile(
    r"""\b(?:nicht\s(?:nur|zuletzt|unerheblich|alltäglich|selten|unerfahren|fremd|unbekannt|zu\sletzt)|
    kein(?:e)?\s(?:problem|thema|hindernis|fremdwort|fremdwörter|neuland|scheu|angst|einschränkung\w*|
    berührungsängste|vorstrafen|fehlzeiten|lücken|unbekannte[rn]?|einträge)|
    (?:verliere?|verlor)\s(?:\w+\s){0,3}?(?:nicht|nie|kaum)\s(?:so\s)?(?:\w+\s)?(?:den|die|das)\s
    (?:überblick|geduld|nerven|ruhe|fassung|ziel)(?:\saus\sden\saugen)?|
    (?:überblick|geduld|nerven|ruhe|fassung)\s(?:\w+\s){0,4}?(?:nicht|nie)|
    (?:nicht|nie|nichts|niemand)\s(?:so\s)?(?:\w+\s){0,2}?aus\sder\s(?:ruhe|fassung)|
    nicht\s(?:so\s)?(?:\w+\s)?(?:unterkriegen|entmutigen|einschüchtern|beirren)|
    (?:never|don['’]?t|do\snot)\s(?:easily\s|get\s)?(?:rattled?|stressed|flustered|give\sup|mind|shy|lose\s(?:my|the)\s(?:head|cool|temper|patience|overview)|panic)|
    (?:doesn['’]?t|does\snot)\s(?:bother|scare|faze|worry)\sme|
    kommt?\s(?:für\smich\s)?nicht\szu\skurz|
    (?:macht?|machen)\s(?:mir|uns)\s(?:\w+\s)?nichts\saus|
    ohne\s(?:probleme|weiteres|einschränkung\w*|unterbrechung|zwischenfälle|unfälle|
    vorstrafen|beanstandung\w*|scheu|umwege)|
    not\s(?:only|just|least)|no\s(?:problem|issue|longer\san\sissue|restrictions?|stranger)|
    without\s(?:problems?|restrictions?|interruption|any\sproblem)|no\.?\s?\d|noch\snicht\sgenug\sdavon|
    non-profit|not-for-profit|nicht-?regierungs\w*|nie\sum|scheue\s(?:mich\s)?nicht|
    nein\ssagen|unter\skeinen|nicht\sortsgebunden|nicht\sgebunden|notice)\b""",
    re.I | re.X,
)
_VERB = re.compile(
    spelt(r"""\b(?:ich|habe|hatte|hat|bin|war|ist|sind|kann|konnte|könnte|spreche|beherrsche|besitze|verfüge|
    arbeite\w*|leite\w*|betreu(?:e|te|en)|studier\w*|absolvier\w*|möchte|will|würde|wäre|hätte|plane|
    strebe|suche|lerne|lernte|kenne|mache|machte|gehör\w+|umfass\w+|verantworte\w*|wurde|werde|besteht|
    bestand|liegt|fehlen|fehlt|interessiere|i|am|have|had|has|was|were|is|are|can|could|speak|speaks|
    work|worked|led|lead|manage|managed|hold|holds|want|would|plan|like|love|know|need|studied|
    graduated|completed|lack|don['’]?t|haven['’]?t|['’]m|['’]ve|['’]d|bringe|nutze|setze|führe|führte|
    sammelte|gesammelt|weiß|verstehe|biete|wohne|komme|fahre|reise|unterrichte|übernahm|übernehme|
    hoffe|wünsche|vorstellen|freue|bewerbe)\b"""),
    re.I | re.X,
)
_CONTRAST = re.compile(
    r"\s*(?:aber|jedoch|doch|sondern|dafür|allerdings|but|however|yet|though)\b", re.I
)
# "Den Abschluss habe ich versucht, aber nicht geschafft": the denial is of what was tried.
_FAILED = (
    r"(?:aber|jedoch|doch|but)\s(?:leider\s|dann\s)?(?:nicht|not|nie)\s(?:\w+\s)?"
    r"(?:gescha|bestand|beende|abgeschl|fertig|zu\sende|pass|finish|complet)|"
    r"(?:aber|doch|but)\s(?:\w+\s){0,3}?(?:vergessen|verlernt|forgotten|forgot|remember\snothing)\b"
)
_CUT = re.compile(
    rf"\s*[;\t]\s*|\s*,\s*(?!\d|{_FAILED})|"
    r"\s+[–—]\s+|\s*:\s+(?=\S)|"
    rf"\s+(?!{_FAILED})(?:und|and|aber|jedoch|doch|sondern|allerdings|but|however|sowie)\s+"
    r"(?=(?:\w+\s){0,2}?(?:ich|i|möchte|will|würde|wäre|habe|hatte|bin|war|kann|spreche|beherrsche|"
    r"besitze|verfüge|arbeite|leite|plane|strebe|suche|lerne|interessiere|kenne|am|have|had|was|can|"
    r"speak|work|want|would|plan|danach|anschließend|später|seitdem|afterwards|later|then|keine?|kein|ohne|nicht|no|not|without|hoffe|fehlt|fehlen|worked|"
    r"studied|led|planned|geplant)\b)|"
    r"(?:(?<=developers)|(?<=colleagues)|(?<=customers)|(?<=engineers)|(?<=clients)|(?<=people))"
    r"\s+(?=who\s)",
    re.I,
)
# "Falls nötig, mache ich den Schein": what is only got on a condition isn't there yet.
_CONDITION = re.compile(
    r"^\W*(?:falls|sobald|sofern|wenn\s(?:sie|ihr|es\s(?:nötig|erforderlich|gewünscht|sein)|nötig|erforderlich|"
    r"gewünscht|die\sstelle|man\smich)|if\s(?:needed|necessary|required|wanted|you|i\s(?:had|get|got|could)|"
    r"given|the\s(?:job|role))|as\ssoon\sas|once\s(?:you|i))\b",
    re.I,
)
_ACQUIRES = re.compile(
    spelt(
        r"\b(?:mach(?:e|en|te)|beantrage?n?|erwerbe?n?|lernen?|erlernen?|absolvieren?|holen?|hole|besorgen?|"
        r"nehmen?|beginnen?|get|take|do|learn|obtain|apply|acquire|start|könnte|could|would)\b"
    ),
    re.I,
)
_SPOKEN = r"(?:spreche|lese|schreibe|verstehe|beherrsche|speak|read|write|understand)"
_SPEAKS = re.compile(rf"\b{_SPOKEN}$", re.I)
_SPEAKS_TOO = re.compile(rf"(?:und\s|and\s)?{_SPOKEN}\b", re.I)

# "Ich habe Unterricht geplant" tells what was done; "ein Kurs ist geplant" doesn't.
_PLANNED = re.compile(
    r"\b(?:habe?|hatte|haben)\s(?:ich\s)?(?!vor\b|geplant\b|ich\b)[^.;:]+?\bgeplant\b(?!,?\s\w+\s\w*\s?zu\b)",
    re.I,
)
# A licence or a degree that somebody is at is no more than planned: "mache ich gerade". Two
# patterns each, for one that looks ahead from everywhere takes time by the square of the text.
_AT_IT = (
    (
        re.compile(
            r"schein|erlaubnis|licen[cs]e|prüfung|pruefung|abschluss|zertifi\w|certifi\w|kurs\b|course",
            re.I,
        ),
        re.compile(
            r"\b(?:mach\w*|absolvier\w*|bin|erwerb\w*|doing|taking|getting)\b(?:\s\w+)?\s"
            r"(?:gerade|derzeit|aktuell|zurzeit|momentan|noch|currently|now)\b",
            re.I,
        ),
    ),
    (
        re.compile(r"licen[cs]e|exam|degree|certifi\w|course", re.I),
        re.compile(r"(?:\bam|['’]m|\bcurrently)\s(?:\w+\s)?(?:doing|taking|getting)\b", re.I),
    ),
)

# A clause with a level says by itself that it is known: "Englisch B1, Polnisch kann ich nicht".
_STATED = re.compile(
    r":\s*\S|\b[ABC][12]\b|\b(?:fließend|verhandlungssicher|fluent|muttersprach\w*)\b|"
    r"\b(?:seit|since)\s(?:\w+\s)?(?:\d\d[./])?(?:19|20)\d\d\b|\b(?:täglich|daily|sehr\sgut|sicher)$|"
    r"^(?:sehr\s|very\s)?(?:sicher|fit|versiert|erfahren|geübt|routiniert|vertraut|experienced|skilled|"
    r"proficient|confident)\s(?:in|im|mit|with)\b|"
    r"^(?!(?:noch|nor|oder|or|und|and)\b)(?:.*\s)?(?:abgeschlossen|bestanden)\W*$"
)
_LONGEST_VALUE = 3
_IN = re.compile(r"(?:In|Mit|Im|Von|Für|With)\s[\w+#.-]+(?:,\s[\w+#.-]+)?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at ``start`` to ``end`` of a text; with a verb it says something by itself."""

    start: int
    end: int
    stance: Stance
    has_verb: bool


def stance_of(text: str) -> Stance:
    """The stance of ``text`` taken as one clause."""
    bare = _NO_DENIAL.sub(" ", text)
    is_at_it = any(what.search(bare) and doing.search(bare) for what, doing in _AT_IT)
    if is_at_it or _PLANS.search(_PLANNED.sub(" ", bare)):
        return "plans"
    return "lacks" if _LACKS.search(bare) else "has"


def denies(text: str) -> bool:
    """Whether ``text`` denies something, wish or not."""
    return bool(_LACKS.search(_NO_DENIAL.sub(" ", text)))


def clauses(text: str) -> list[Clause]:
    """The clauses of a sentence, in order."""
    spans: list[tuple[int, int]] = []
    position = 0
    depth_safe = _outside_brackets(text)
    for match in _CUT.finditer(text):
        if _is_value(match, text) or _is_inside(match, text[position : match.start()], text):
            continue
        if match.start() in depth_safe and match.start() > position:
            spans.append((position, match.start()))
            # A conjunction belongs to the clause that it begins, for its contrast tells.
            word = re.search(r"[^\W\d_]+\s*$", match.group())
            position = match.start() + word.start() if word else match.end()
    spans.append((position, len(text)))
    return _inherited(text, [_trimmed(text, *span) for span in spans])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t,;–—":
        start += 1
    while end > start and text[end - 1] in " \t,;–—":
        end -= 1
    return start, end


def _inherited(text: str, spans: list[tuple[int, int]]) -> list[Clause]:
    spans = [span for span in spans if span[0] < span[1]]
    own = [Clause(a, b, stance_of(text[a:b]), bool(_VERB.search(text[a:b]))) for a, b in spans]
    for index in range(1, len(own)):
        before, clause = own[index - 1], own[index]
        # A label holds for what follows its colon: "nicht vorhanden: …", "geplant: …".
        if ":" in text[before.end : clause.start] and clause.stance == "has":
            own[index] = Clause(clause.start, clause.end, before.stance, clause.has_verb)
    own = [
        replace(clause, stance="plans") if _depends(own, index, text) else clause
        for index, clause in enumerate(own)
    ]
    if (heads := _stance_of_label(text)) != "has":
        own = [
            clause if clause.has_verb or clause.stance != "has" else replace(clause, stance=heads)
            for clause in own
        ]
    if not any(clause.has_verb for clause in own):
        return own
    result: list[Clause] = []
    for index, clause in enumerate(own):
        stance = clause.stance
        if stance == "has" and not clause.has_verb:
            contrasts = bool(_CONTRAST.match(text[clause.start : clause.end]))
            after = next((c for c in own[index + 1 :] if c.has_verb), None)
            stands_alone = bool(_STATED.search(text[clause.start : clause.end]))
            if result and not contrasts and not stands_alone:
                stance = result[-1].stance
            elif not result and after and not stands_alone:
                stance = after.stance
        result.append(Clause(clause.start, clause.end, stance, clause.has_verb))
    return result


def _depends(own: list[Clause], index: int, text: str) -> bool:
    """Whether a clause tells what would be got on the condition of a clause beside it."""
    clause = own[index]
    beside = [*own[max(index - 1, 0) : index], *own[index + 1 : index + 2]]
    return (
        clause.stance == "has"
        and any(_CONDITION.match(text[c.start : c.end]) for c in beside)
        and bool(_ACQUIRES.search(text[clause.start : clause.end]))
    )


def _is_value(cut: re.Match[str], text: str) -> bool:
    """Whether a colon leads to a short value, which means nothing alone: "Git: nein"."""
    if ":" not in cut.group():
        return False
    value = re.match(r"[^,;:\t–—]*", text[cut.end() :])
    return value is not None and len(value.group().split()) <= _LONGEST_VALUE


def _is_inside(cut: re.Match[str], before: str, text: str) -> bool:
    """Whether a conjunction joins two things with one verb: "In Mathe und Physik habe ich …"."""
    if _SPEAKS.search(before) and _SPEAKS_TOO.match(text, cut.end()):
        return True  # "Deutsch spreche und schreibe ich auf dem Niveau C1"
    conjunction = cut.group().strip() in ("und", "and", "sowie")
    noun = re.match(r"[A-ZÄÖÜ]", text[cut.end() :])
    return bool(conjunction and noun and _IN.match(before) and not _VERB.search(before))


def _stance_of_label(text: str) -> Stance:
    """What a label says of everything behind it: "In Planung: Ausbilderschein, Kurs in SAP"."""
    label, colon, _ = text.partition(":")
    return stance_of(label) if colon and len(label.split()) <= _LONGEST_VALUE else "has"


def _outside_brackets(text: str) -> frozenset[int]:
    depth = 0
    outside: set[int] = set()
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]" and depth > 0)
        if not depth:
            outside.add(index)
    return frozenset(outside)
