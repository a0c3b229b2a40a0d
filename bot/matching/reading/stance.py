"""Whether words state, deny or wish: "kein Studium" and "ich möchte lernen" are no "has".

A sentence is cut into clauses; a clause has the stance of its own words. One without a verb goes
on with the clause before it ("Ich möchte Spanisch, Italienisch und …"), or else leads to the next.
In doubt a clause is no "has": a wish anywhere in it makes it a plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.matching.profile import Stance

_PLANS = re.compile(
    r"""\b(?:
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
    vorauss\w*|vorstellen|vorstellbar|zielposition|berufsziel|wunschposition|
    (?:would|['’]d)\s(?:like|love|be)|i\s(?:want|wish|hope|plan|intend|aim|aspire)|want\sto|
    hop(?:e|ing)\sto|plan(?:s|ning|ned)?\sto|planning\son|(?:is|are|\()\s?planned|planned\s(?:for|in)|
    intend(?:ing)?\sto|aim(?:ing)?\sto|aspir\w+|interested\sin|interest\sin|keen\s(?:to|on)|
    eager\sto|(?:willing|ready)\sto\slearn|looking\s(?:to|for|forward)|seeking|
    (?:currently|still|am|['’]m)\slearning|going\sto|in\sprogress|working\stowards|my\sgoal|
    goal\sis|about\sto|expected\s(?:in|to|for|\d)|dream\w*|once\si|in\sthe\sfuture|next\syear
    )""",
    re.I | re.X,
)
_LACKS = re.compile(
    r"""(?:\b(?:
    kein(?:e[rmns]?)?|nicht|ohne|weder|noch\snie|nie(?:mals)?|nichts|fehlen\b|fehlt\b|fehlende[nrs]?|mangels|
    abgebrochen\w*|unvollendet|verzichtet|nein|kaum|nirgends|verloren|entzogen|abgelaufen|nicht\svorhanden|
    no|not|never|without|none|neither|lack(?:s|ing)?|cannot|n/a|don['’]?t|doesn['’]?t|can['’]?t|
    haven['’]?t|didn['’]?t|isn['’]?t|dropped\sout|expired|unfinished|hardly|nor
    )\b|n['’]t\b)""",
    re.I | re.X,
)
# Words of denial that deny nothing of what they stand with.
_NO_DENIAL = re.compile(
    r"""\b(?:nicht\s(?:nur|zuletzt|unerheblich|alltäglich|selten|unerfahren|fremd|unbekannt|zu\sletzt)|
    kein(?:e)?\s(?:problem|thema|hindernis|fremdwort|fremdwörter|neuland|scheu|angst|einschränkung\w*|
    berührungsängste|vorstrafen|fehlzeiten|lücken|unbekannte[rn]?|einträge)|
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
    r"""\b(?:ich|habe|hatte|hat|bin|war|ist|sind|kann|konnte|könnte|spreche|beherrsche|besitze|verfüge|
    arbeite\w*|leite\w*|betreu(?:e|te|en)|studier\w*|absolvier\w*|möchte|will|würde|wäre|hätte|plane|
    strebe|suche|lerne|lernte|kenne|mache|machte|gehör\w+|umfass\w+|verantworte\w*|wurde|werde|besteht|
    bestand|liegt|fehlen|fehlt|interessiere|i|am|have|had|has|was|were|is|are|can|could|speak|speaks|
    work|worked|led|lead|manage|managed|hold|holds|want|would|plan|like|love|know|need|studied|
    graduated|completed|lack|don['’]?t|haven['’]?t|['’]m|['’]ve|['’]d|bringe|nutze|setze|führe|führte|
    sammelte|gesammelt|weiß|verstehe|biete|wohne|komme|fahre|reise|unterrichte|übernahm|übernehme|
    hoffe|wünsche|vorstellen|freue|bewerbe)\b""",
    re.I | re.X,
)
_CONTRAST = re.compile(
    r"\s*(?:aber|jedoch|doch|sondern|dafür|allerdings|but|however|yet|though)\b", re.I
)
_CUT = re.compile(
    r"\s*[;\t]\s*|\s*,\s*(?!\d)|\s+[–—]\s+|\s*:\s+(?=\S)|"
    r"\s+(?:und|and|aber|jedoch|doch|sondern|allerdings|but|however|sowie)\s+"
    r"(?=(?:\w+\s){0,2}?(?:ich|i|möchte|will|würde|wäre|habe|hatte|bin|war|kann|spreche|beherrsche|"
    r"besitze|verfüge|arbeite|leite|plane|strebe|suche|lerne|interessiere|kenne|am|have|had|was|can|"
    r"speak|work|want|would|plan|danach|anschließend|später|seitdem|afterwards|later|then|keine?|kein|ohne|nicht|no|not|without|hoffe|fehlt|fehlen|worked|"
    r"studied|led|planned|geplant)\b)",
    re.I,
)

# A clause with a level says by itself that it is known: "Englisch B1, Polnisch kann ich nicht".
_STATED = re.compile(
    r":\s*\S|\b[ABC][12]\b|\b(?:fließend|verhandlungssicher|fluent|muttersprach\w*)\b"
)
_LONGEST_VALUE = 3


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
    if _PLANS.search(bare):
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
        if _is_value(match, text):
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


def _is_value(cut: re.Match[str], text: str) -> bool:
    """Whether a colon leads to a short value, which means nothing alone: "Git: nein"."""
    if ":" not in cut.group():
        return False
    value = re.match(r"[^,;:\t–—]*", text[cut.end() :])
    return value is not None and len(value.group().split()) <= _LONGEST_VALUE


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
