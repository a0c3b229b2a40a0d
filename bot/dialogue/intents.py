"""Which of the contract's intents a question has.

Topics (``bot.knowledge.topics``) are shared with headings and sentences; the cues here are those
that only mean something in a question ("Muss man viel reisen?", "passt das zu mir").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.dialogue.kinds import LEAD, kind_of, verb_first
from bot.dialogue.names import RoleName
from bot.dialogue.traits import traits_of
from bot.domain import Intent
from bot.german import fold
from bot.knowledge.topics import folded_phrase, topics_of

# Over folded text without punctuation; "does" folds to "dos".
_CUES: Mapping[Intent, str] = MappingProxyType(
    {
        "matching": r"\bpass(?:t|e|en|st)?\b.*\b(?:zu mir|auf mich|fur mich|zu meine\w*)\b|"
        r"\bpass(?:e|en) (?:ich|wir)\b|\bbin ich\b.*\b(?:geeignet|qualifiziert|richtig|gut genug|"
        r"zu (?:alt|jung)|bereit|der richtige|die richtige)\b|\beigne ich mich\b|"
        r"\b(?:ware?|ist)\b.*\b(?:was|etwas|das richtige|richtig) fur mich\b|"
        r"\breich(?:t|en) (?:meine?|mir)\b|^(?:reicht|genugt|langt) (?:das|es|dies)\b|"
        r"^is (?:that|this) enough\b|\b(?:ich|i|my|mein\w*)\b.*\b(?:reicht|genugt|langt|"
        r"(?:is|are) (?:that|this|it|they)\b.*\benough) ?(?:das|es|dies|for|fur|schon|als|$)|"
        r"\bhabe? ich\b.*\bchancen?\b|\b(?:mein|meinem) (?:profil|"
        r"lebenslauf|"
        r"cv)\b|\bmy (?:profile|cv|resume)\b|\b(?:right|suitable|good|something) (?:\w+ )?for me\b|"
        r"\bam i\b.*\b(?:qualified|suited|suitable|fit|ready|good enough)\b|\bsuits? me\b|"
        r"\bfits? me\b",
        "salary": r"\b(?:dienst|firmen)wagen\b|\bcompany cars?\b|\bcompensation\b|\bremuneration\b|"
        r"\bcommissions?\b|\bmake money\b|\bhow much (?:do|dos|does|can|would)\b.*\b(?:make|get)\b|"
        r"\blukrativ\w*|\b(?:mehr|viel|wenig\w*) geld\b|\bboni\b|\bsonderzahlung\w*|"
        r"\b(?:weihnachts|urlaubs)geld\b|\bwie ?viel (?:macht|kriegt|bekommt) (?:man|ein\w*|n)\b|"
        r"\bwas (?:kriegt|bekommt|zahlt|gibt es|springt)\b.*\b(?:geld|raus|man|als|ein\w*)\b|"
        r"\bgut bezahlt\w*|\bvariable\w* (?:\w+ )?(?:\w*anteil\w*|teil\w*|part)\b|"
        r"\bzahl(?:t|en)\b.*\b(?:besser|mehr|gut|schlechter|weniger|viel|am meisten)\b|"
        r"\bpays? (?:\w+ )?(?:better|more|less|well)\b|\bfixum\b|\bgrundgehalt\b",
        "comparison": r"\b(?:dasselbe|das gleiche|identisch|gemeinsam|gemeinsamkeiten|ahnlich\w*|"
        r"in common|same as|the same|similar|im gegensatz|statt)\b|\bunterschied\w*|"
        r"\bunterscheid\w*|\bdiffer\w*|\bversus\b|\bvs\b|\babgrenz\w*",
        "career": r"\bwie\b.*\b(?:komm\w*|krieg\w*|bekomm\w*|find\w*)\b.*\b(?:job|stelle|beruf|"
        r"posten|position)\b|\bhow (?:do|can|could) (?:i|you|one|people) (?:get|land|move|go)\b|"
        r"\bzukunft\w*|\bvorbereit\w*|\bbereite?t? (?:ich|"
        r"man|sich)\b|\bfuture\b|\bnext step\b|\bwhat (?:comes|is) (?:after|next)\b|\baussicht\w*|"
        r"\b(?:ersten|first) (?:berufs)?(?:jahre\w*|years|schritt\w*)\b|\bquereinst\w*|"
        r"\bquer ?einst\w*|"
        r"\bbeforder\w*|\bpromot\w*|\bgeh(?:t|ts|t s)\b.*\bweiter\b|\bwohin\b|\bbleibt? (?:man|"
        r"ein\w*)\b.*\b(?:junior|senior|account|key|kam)\b|\bhoher\w* (?:position|stelle|stufe)\w*|"
        r"\bnachst\w* (?:schritt\w*|stufe|position|karriere\w*)\b|\bhochsteig\w*|\bwechsel\w*|"
        r"\bzu werden\b|\bwie\b.*\b(?:man|ich|jemand|frau)\b.*\b(?:wird|werde|werden)\b|"
        r"\bhow\b.*\bbecome\b|\bwie (?:wird|werde|werden|wirst) (?:man|ich|jemand|sie|er|du)\b|"
        r"\bvon\b.*\bzu[mr]?\b.*\bwerden\b|"
        r"\bwork (?:my|your|one s) way up\b|\bmove up\b|\badvance\w*\b|\bbreak into\b",
        "company": r"\b(?:brauchen|benotigen|sollten|sollen|mussen|stellen|konnen) wir\b|"
        r"\b(?:do|should|can|must) we (?:\w+ ){0,2}(?:need|hire|have|employ|create)\b|"
        r"\b(?:wir|uns|unser\w*|we|our)\b.*\bmuss (?:da|hier|bei uns|ein\w*)\b.*\bher\b|"
        r"\b(?:in|fur) (?:welche\w*) (?:\w+ )?(?:branche\w*|industrie\w*|sektor\w*|"
        "firmen|"
        r"unternehmen)\b|\bwelche (?:branchen|firmen|unternehmen|arbeitgeber)\b|\b(?:which|what) "
        r"(?:industries|companies|sectors|employers)\b|\bwo (?:werden|wird|arbeite\w*|braucht|"
        r"kann|konnen|gibt)\b.*\b(?:eingesetzt|gebraucht|gesucht|arbeiten|arbeitet|manager\w*|jobs?|stellen)\b|"
        r"\blohnt\b|\blohnen\b|\bworth\b|\b(?:nutzen|nutzt|bringt|bringen|"
        r"bringt s)\b.*\b(?:unternehmen|"
        r"firma|firmen|betrieb\w*|umsatz\w*)\b|\b(?:unternehmen|firmen?|betriebe?)\b.*\b(?:nutz\w*|"
        r"bringt|bringen|aufbau\w*|einfuhr\w*|organisier\w*|profitier\w*|halten)\b|"
        r"\bumsatz\w*\b.*\b(?:prozent|anteil|lohnt)\b|\b(?:prozent|anteil|"
        r"ab welchem)\b.*\bumsatz\w*|"
        r"\b(?:von der|durch die|seitens der) (?:geschaftsfuhrung|firma|unternehmensleitung)\b|"
        r"\b(?:vom|durch das) (?:unternehmen|arbeitgeber|management|chef)\b|\bwarnsignal\w*|"
        r"\bnachfrage nach\b|\barbeitsmarkt\b|\bjob market\b|\breich(?:t|en)\b.*\baus\b|"
        r"\bcompan(?:y|ies)\b.*\b(?:need|hire|use|benefit)\w*|\bwhen do(?:e?s)? .*compan\w+ need\b",
        "qualifications": r"^(?:can|could) (?:an?|some\w*|people)\b.*\b(?:get|go) into\b|"
        r"\breis(?:e|en|t|ebereit\w*|etatigkeit)\b|\btravel\w*|\bpunktlich\w*|"
        r"\b\w*flexib\w*|\beinarbeit\w*|\beingearbeitet\b|\bonboarding\b|\btraining period\b|"
        r"^(?:ist|sind|is|are|was|were)\b.*\b(?:wichtig|notig|notwendig|pflicht|erforderlich|"
        r"zwingend|"
        r"hilfreich|von vorteil|unverzichtbar|important|necessary|mandatory|essential|helpful)$|"
        r"\bworan erkenn\w*\b.*\b(?:gut|fahig|erfolgreich|ideal|geeignet)\w*|"
        r"\bzeichne(?:t|n)\b.*\baus$|\bmacht\b.*\b(?:gut|erfolgreich|ideal)\w*\b.*\baus$|"
        r"\bdrauf ?haben\b|\bfehl am platz\b|\bungeeignet\b|\b(?:englisch|french|franzosisch|"
        r"spanisch|fremdsprache\w*|sprachkennt\w*|sprachen?|languages?|speak)\b|\bfuhrerschein\b|"
        r"\bdriving licen\w+|\bnetzwerk\w*|\bpersonlichkeit\w*|\bcharakter\w*|\bworauf kommt es\b|"
        r"\bbewerb\w*|\bapply\b|\bwie gut muss\w*|"
        r"\b(?:muss|mussen|sollte\w*|soll|braucht|must|should|need to|have to)\b.*\b(?:sein|"
        r"konnen|haben|kennen|verstehen|beherrschen|sprechen|mitbringen|wissen|be|have|know)\b|"
        r"\bgelernte\w*|"
        r"\bzertifik\w*|\bcertificat\w*|\babitur\b|\bbachelor\w*|\bmaster\w*|\bdiplom\w*|"
        r"\bstarken\b|\bschwachen\b|\bsoft ?skills?\b|\bbranchenkenn\w*|\beignet\b",
        "duties": r"\bbetreu\w*|\bkumm?er(?:t|n)\b|\bkummert\b|\bkummern\b|\bzusammenarbeit\w*|"
        r"\barbeite\w*\b.*\bzusammen\b|\bvertritt\b|\bvertreten\b|\bmessen?\b|\bfairs?\b|"
        r"\bverkauf(?:t|en|e)\b|\bsells?\b|\bspricht\b|\bansprechpartner\w*|\berreichbar\w*|"
        r"\bbearbeitet\b|\berstellt\b|\bvollmacht\w*|\bbefugnis\w*|\bentscheid\w*|\w*akquis\w*|"
        r"\barbeitstag\w*|\btagesablauf\w*|\bganzen tag\b|\balltag\w*|\bday to day\b|\bplant\b|"
        r"\b(?:darf|durfen)\b|\b(?:wie ?viele|how many) (?:kunden|accounts|clients|customers)\b|"
        r"\brolle\b|\bfunktion\b|\bwofur\b|\bgewahr\w*|\bmacht\b|\bmachen\b|\btun\b|\btut\b|"
        r"\bwho is an?\b|\bwhat is an?\b|\bwhat do(?:e?s)?\b.*\bdo\b",
    }
)
_COMPILED = {intent: re.compile(pattern) for intent, pattern in _CUES.items()}
_PRECEDENCE: tuple[Intent, ...] = (
    "matching",
    "salary",
    "comparison",
    "career",
    "company",
    "qualifications",
    "duties",
)
# To become something is a career, what one needs for it isn't.
_BECOMING = re.compile(r"\b(?:become|becoming|werden|wird|werde)\b")
_NEEDED = re.compile(
    r"\b(?:degree|education|qualif\w*|need|require\w*|skills?|certificat\w*|\w*studium\w*|"
    r"studier\w*|"
    r"\w*ausbildung\w*|\w*abschluss\w*|abitur|gelernt\w*|brauch\w*|benotig\w*|voraussetz\w*|"
    r"\w*kenntnis\w*|bachelor\w*|master\w*|diplom\w*)\b"
)
_STEPS = re.compile(
    r"\b(?:how long|wie lange|dauer\w*|karriere\w*|career|aufst\w*|quereinst\w*|beforder\w*|"
    r"promot\w*|schritt\w*|steps?|\w*forder\w*|wie (?:wird|werde|werden) (?:man|ich))\b"
)
_AVAILABLE = re.compile(r"\berreichbar\w*|\bzusammenarbeit\w*")
_MORE_THAN = re.compile(
    r"\b(?:mehr|weniger|langer|kurzer|grosser\w*|kleiner\w*|hoher\w*|niedriger\w*|besser\w*|ofter|"
    r"haufiger|starker\w*|strategischer|eher|more|less|longer|bigger|higher|better|fewer)\b"
)
_CHOICE = re.compile(r"\b(?:oder|or)\b")
# One thing asked of two roles: "beim AM und beim KAM", "…, und wie ist das beim KAM?", "mit wem
# … und mit wem …".
_OF_EACH = re.compile(
    r"\b(?P<at>beim?|als|fur|for|as|at)\b.*\b(?:und|oder|and|or|sowie)(?: (?:auch|sogar|even|"
    r"dann))? (?:beim?|als|fur|for|as|at)\b|"
    r"\bjeweils\b|"
    r"\b(?:und|and|aber|but) (?:wie (?:ist|sieht|steht|ists|siehts)(?: (?:das|es|dies|dann|denn))?"
    r"\b.*\b(?:bei|beim|mit|fur|als|um)\b|(?:what|how) about|how is (?:it|that|this)\b)|"
    r"\b(?P<wh>(?:(?:mit|von|an|bei|fur|in|zu|with|for) )?(?:wem|wer|wen|wie (?:viele?|lange?|hoch|"
    r"oft|weit|gross)|was|womit|wofur|welche\w*|who|whom|how (?:many|long|often|far)|what|which))"
    r"\b.*\b(?:und|and) (?P=wh)\b"
)
_ACTIVITY = re.compile(
    r"^(?:mit wem|wem|wen|womit|wofur|woruber|worum|um was|an wen|wie oft|mit welchen)\b"
)
_NO_ACTIVITY = re.compile(
    r"^(?:ist|sind|hat|haben|gibt|bekommt|bekommen|braucht|war|is|are|has|have|geht)\b"
)
# Working conditions, names and reporting lines: of work, but none of the contract's intents.
_CONDITIONS = re.compile(
    r"\b(?:stress\w*|herausforder\w*|urlaub\w*|homeoffice|home office|rente|kundigungsfrist\w*|"
    r"(?:wie ?viele|how many) (?:stunden|tage|wochen|urlaub\w*|hours|days)|untersteh\w*|untersteht|"
    r"berichte[nt]? an|reports? to|wie (?:heisst|heissen|nennt|nennen|bezeichnet)|"
    r"nachteil\w*|schattenseite\w*|kehrseite\w*|drawback\w*|disadvantage\w*|downside\w*|"
    r"schlimm\w*|unangenehm\w*|frustrierend\w*|belastung\w*|(?:stadt|stadten|regionen|cities|"
    r"regions)\b.*\b(?:jobs?|stellen|gesucht)|"
    r"called|known as|another (?:name|word|term)|nervig\w*|nervt|anstrengend\w*|schwierig\w*|"
    r"stressful|challeng\w*|andere\w* (?:name\w*|bezeichnung\w*)|synonym\w*)\b"
)
_DUTIES_THEMSELVES = re.compile(r"\b(?:aufgabe\w*|tatigkeit\w*|zustandig\w*|dut(?:y|ies)|tasks?)\b")
_DEFINES = re.compile(r"(?:was|wer|what|who) (?:ist|sind|is|are)\b")
# To foster people; folded, it is the same word as to demand.
_FOSTERS = re.compile(r"f(?:ö|oe)rder", re.IGNORECASE)
_WEAK = re.compile(
    r"\bwas ist(?! (?:eine?|n|ne)\b)|(?<!\bwas )\b(?:macht|machen|tut|tun)\b|"
    r"\b(?:do|dos|did|brauch\w*|benotig\w*|need(?:s|ed)?|rollen?|funktion|wofur|muss|mussen|"
    r"soll\w*|"
    r"must|should|plant|betreu\w*|arbeitet|darf|durfen|(?<!auf )messen?|what|bewerb\w*)\b"
)
# "Muss ein …", "Does an …", "Wie oft fährt ein …": what stands before the role is about its doing.
_SUBJECT_AFTER = re.compile(
    r"(?:(?:wie oft|wie|wann|was|wo) )?(?:muss|kann|darf|soll\w*|hat|macht|braucht|fahrt|geht|ist|"
    r"does|dos|do|can|must|should|is|has|will|(?!lohnt)\w{4,}t) (?:so |denn |auch )*(?:eine?|n|"
    r"der|an?|the)?"
)
_NOMINATIVE = re.compile(
    r"^(?:wie|womit|wann|wo|was|woruber|worauf|mit wem|how)\b.* (?:ein|der|an?)$"
)
_OF_COMPANIES = re.compile(
    r"\b(?:firm\w*|unternehmen\w*|betrieb\w*|wir|uns|unser\w*|compan\w*|business\w*|we|our|us|"
    r"lohnt|"
    r"sinnvoll|notig|brauch\w*|benotig\w*|need\w*|hire\w*)\b"
)
_AS_OBJECT = re.compile(r"(?<!\bfur )(?<!\bals )\b(?:k?einen|nen|n|den|weiteren) $")
_SOUGHT = re.compile(
    r"\b(?:brauch\w*|benotig\w*|einstell\w*|einzustellen|anstell\w*|anheuer\w*|leisten|lohnt)\b"
)
_SOUGHT_IN_ENGLISH = re.compile(
    r"\b(?:need|needs|hire|hires|hiring|recruit|recruiting|afford|employ) (?:an? |another )$"
)
_OF_THE_ASKER = re.compile(r"\b(?:ich|mein\w*|mir|du|ihr|dein\w*|i|my|you)\b")


def intent_of(text: str, roles: int, *, plain: bool) -> Intent:
    """The intent of a question.

    Args:
        text: it stands alone.
        roles: how many roles it names, covered or not.
        plain: it names nothing beside roles: "Account Manager?".
    """
    phrase = folded_phrase(LEAD.sub("", text))
    topics = _narrowed(_topics(text, phrase), text, phrase, roles)
    for intent in _PRECEDENCE:
        if intent in topics:
            return intent
    if not roles or _CONDITIONS.search(phrase):
        return "other"
    if plain:
        return "comparison" if roles > 1 else "duties"
    active = verb_first(phrase) and not _NO_ACTIVITY.match(phrase)
    if _ACTIVITY.match(phrase) or (active and not _OF_THE_ASKER.search(phrase)):
        return "duties"
    return "other"


def _narrowed(topics: set[Intent], text: str, phrase: str, roles: int) -> set[Intent]:
    """Topics that the form of the question rules out or brings in."""
    amount = kind_of(text) == "how_much"  # an amount is asked, not a list of duties
    working = _CONDITIONS.search(phrase) and not _DUTIES_THEMSELVES.search(phrase)
    if amount or working:
        topics.discard("duties")
    if not roles and topics == {"duties"} and _DEFINES.match(phrase):
        return set()  # "Was ist ein CRM?"
    if _BECOMING.search(phrase) and _NEEDED.search(phrase) and not _STEPS.search(phrase):
        topics.discard("career")
        topics.add("qualifications")
    chooses = _MORE_THAN.search(phrase) or _CHOICE.search(phrase)
    if roles > 1 and (chooses or _OF_EACH.search(phrase)) and "career" not in topics:
        topics.add("comparison")
    if _AVAILABLE.search(phrase):
        topics.discard("qualifications")
        topics.add("duties")
    return topics


def _topics(text: str, phrase: str) -> set[Intent]:
    topics = set(topics_of(text)) | {i for i, cue in _COMPILED.items() if cue.search(phrase)}
    if traits_of(text):
        topics.add("matching")
    return topics | {"career"} if _FOSTERS.search(text) else topics


def is_sure(text: str, intent: Intent, roles: int) -> bool:
    """Whether words that hardly mean anything else give a question its intent.

    "machen", "brauchen" and a verb in front stand in questions of every intent.
    """
    phrase = folded_phrase(LEAD.sub("", text))
    if roles > 1 and intent == "comparison":
        return True
    if intent == "other" and _CONDITIONS.search(phrase):
        return True
    telling = re.sub(r"\s+", " ", _WEAK.sub(" ", phrase)).strip()
    return intent in _narrowed(_topics(telling, telling), telling, telling, roles)


def ruled_out(text: str, names: Sequence[RoleName]) -> tuple[Intent, ...]:
    """Intents that a question's form doesn't allow, however near they are in meaning.

    Who asks whether something suits them speaks of themselves; what "an account manager does" is
    no matter of the company's.
    """
    phrase = folded_phrase(LEAD.sub("", text))
    out: list[Intent] = []
    if not _OF_THE_ASKER.search(phrase):
        out.append("matching")
    before = folded_phrase(LEAD.sub("", text[: names[0].start])) if names else ""
    if _SUBJECT_AFTER.fullmatch(before) or (
        _NOMINATIVE.search(before) and not _OF_COMPANIES.search(before)
    ):
        out.append("company")
    return tuple(out)


def seeks_role(text: str, names: Sequence[RoleName]) -> bool:
    """Whether somebody needs or looks for the role: "…, dass man einen Controller braucht"."""
    for name in names:
        before, after = fold(text[: name.start]), fold(text[name.end :])
        if _SOUGHT_IN_ENGLISH.search(before):
            return True
        if _AS_OBJECT.search(before) and (_SOUGHT.search(before) or _SOUGHT.search(after)):
            return True
    return False


def asks_of_each(text: str) -> bool:
    """Whether a question has the form of one that asks one thing of two roles."""
    return bool(_OF_EACH.search(folded_phrase(text)))


def has_topic(text: str) -> bool:
    """Whether a question, or a piece of one, shows what about a role it wants to know."""
    phrase = folded_phrase(LEAD.sub("", text))
    return bool(_topics(text, phrase))
