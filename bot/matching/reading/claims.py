"""Claims: skills, experience, certificates and mobility, with the stance of their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from bot.matching.profile import Claim, Place, Stance
from bot.matching.reading.experience import stated_months
from bot.matching.reading.lines import Line
from bot.matching.reading.others import is_by_others, own_clauses
from bot.matching.reading.stance import denies, stance_of
from bot.matching.reading.timeline import has_title
from bot.passages.sentences import split_sentences

Kind = Literal["skill", "experience", "certificate", "mobility", "other"]

_MOBILITY = re.compile(
    r"\b(?:f(?:ü|ue|u)h?re?rscheine?|fahrerlaubnis|fs(?:-?klassen?|:?\s[ABC]E?\b)|pkw-?f(?:ü|ue)hrerschein|driv(?:ing|"
    r"er['’]?s) licen[cs]e|full\s(?:(?:uk|eu)\s)?licen[cs]e|(?:eigener\s)?pkw|"
    r"reisebereit\w*|reisetätigkeit|umzugsbereit\w*|umzug|mobil|mobilität|"
    r"ortsungebunden|ortsgebunden|"
    r"bundesweit\w* (?:einsetzbar|mobil)|willing(?:ness)? to (?:travel|relocate)|"
    r"relocat\w+|travel(?:l?ing)?|own car|"
    r"dienstreisen|reisetage|(?:tage|days|%|prozent)\s(?:\w+\s){0,4}(?:unterwegs|on the road)|"
    r"auslandseins[aä]tz\w*|schichtbereit\w*|schichtarbeit|wochenendarbeit|"
    r"klasse\s[BC]E?\d?|"
    r"umziehen|reisen|reise\sgern\w*|wohnortwechsel|übernacht\w+|auswärts|montage(?=\s(?:und|im|bundes|in|nicht|möglich))|"
    r"flexibel einsetzbar)\b",
    re.I,
)
_TRAVELLING = re.compile(r"reis|übernacht|auswärts|montage|unterwegs|travel", re.I)
_TRAVEL_BUSINESS = re.compile(
    r"\b(?:reiseb(?:ü|ue)ros?|reiseverkehr\w*|reiseveranstalt\w*|reisekosten\w*|reiseleit\w*|"
    r"reiseplan\w*|reiseorganis\w*|tour operators?|travel (?:agency|management|industry)|hobb\w+|"
    r"interessen|freizeit)\b",
    re.I,
)
_CERTIFICATE = re.compile(
    r"\b(?:\w*zertifi\w+|certifi\w+|staplerschein|gabelstapler\w*|sachkundenachweis|"
    r"befähigungsnachweis|"
    r"ausbilder(?:eignung\w*|schein)|ada-?schein|aevo|itil|prince2|pmp|toefl|ielts|"
    r"cissp|six sigma|lizenz|licen[cs]ed?|"
    r"approbation|scrum master|sivv-?schein|schweißerschein|ersthelfer|first aid|"
    r"gesundheitszeugnis|führungszeugnis|"
    r"sachkundeprüfung|\w+schein(?!ung|bar|en|t\b))\b",
    re.I,
)
_NOT_CERTIFIED = re.compile(
    r"f(?:ü|ue|u)h?re?rschein|gutschein|anschein|lieferschein|wahrschein|rechnungs", re.I
)
_FIRST_PERSON = re.compile(
    r"\b(?:ich|mein\w*|mir|mich|wir|i|my|me|we|i['’](?:m|ve|d))\b|"
    r"^\W*(?:(?:hallo|hi|hey|moin|servus|guten tag|hello)\b\W+)?"
    r"(?:bin|hab|habe|kann?|kenne|spreche|besitze|verfüge|beherrsche|arbeite|leite|möchte|suche|"
    r"war|hatte|reise|nutze|mache|betreue|führe|behalte|bewahre|bleibe|denke|setze|stelle|passe|finde|höre|"
    r"gehe|komme|bringe|übernehme|organisiere|verhandle|kommuniziere|packe|achte|verliere|lasse?|versetze|"
    r"steuere|plane|entwickle|used?|worked|led|managed|built)\b",
    re.I,
)
_GREETING = re.compile(r"\W*(?:hallo|hi|hey|moin|servus|guten tag|hello)\W*", re.I)
_CUE = re.compile(
    r"\b(?:erfahr\w*|\w*kenntnis\w*|verfüg\w*|beherrsch\w*|vertraut|versiert|"
    r"sicher(?:er|e|es|em|en)?|routiniert\w*|"
    r"umgang mit|fit in|fundiert\w*|know-?how|expert\w*|spezialist|spezialisiert|"
    r"schwerpunkt\w*|zuständig|verantwort\w*|"
    r"aufgaben|tätigkeit\w*|leitung|führung|betreu\w*|entwick\w*|aufbau|planung|"
    r"beratung|experience\w*|skilled|skills?|"
    r"proficien\w*|knowledge|familiar|responsib\w*|managed|led|track record|background|"
    r"strong|years|jahre\w*|"
    r"stärken|kompetenz\w*|fähigkeit\w*|teamfähig\w*|belastbar\w*|kommunikations\w*|"
    r"organisier\w*|zuverlässig\w*|"
    r"selbst?ständig\w*|kundenorientier\w*|studi\w*|ausgebildet|geschult|qualifi\w*|"
    r"gearbeitet|tätig|\w*kurs|besucht|erworben|nein|nie|niemals|never|benutz\w*|eingesetzt|täglich|daily|used)\b",
    re.I,
)
_INSTRUCTION = re.compile(
    r"\b(?:ignor(?:e|iere|ieren)\b.{0,60}\b(?:rules?|instructions?|regeln?|anweisung\w*|"
    r"prompt|vorgaben|above|previous|bisherig\w*)|"
    r"(?:mark|rate|treat|consider|score|evaluate|set)\b.{0,60}\b(?:as\s)?(?:met|"
    r"fulfilled|suitable|qualified|perfect|matched|best)|"
    r"(?:markier\w*|bewert\w*|werte|setz\w*|betracht\w*|stuf\w*)\b.{0,60}\b(?:erfüllt|"
    r"geeignet|perfekt|passend|qualifiziert|bestanden)|"
    r"(?:erfüll\w*|erfuell\w*|meet|fulfil\w*|satisfy)\s(?:\w+\s){0,3}?(?:alle\w*|sämtliche\w*|saemtliche\w*|"
    r"jede\w*|all|every|each)\s(?:\w+\s){0,3}?(?:anforderung\w*|voraussetzung\w*|kriteri\w*|"
    r"requirements?|criteria|qualifications?|conditions?)|(?:alle\w*|alles|everything)\s(?:\w+\s){0,3}?"
    r"(?:erfüllt|erfuellt|met|fulfilled)\b|für jede stelle geeignet|"
    r"system\s?prompt|you are (?:now )?an? (?:ai|assistant|language model)|"
    r"du bist (?:jetzt )?ein\w* (?:ki|assistent|sprachmodell)|"
    r"(?:disregard|forget|vergiss)\b.{0,40}\b(?:rules?|instructions?|regeln?|"
    r"anweisung\w*|alles)|as an ai\b|</?(?:system|user|assistant)>)",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?:und|and|sowie|außerdem|zudem|dabei|dort|hier|auch|aber|but|also|"
    r"darüber hinaus|besonders|vor allem|seit\w*)\s+)*"
    r"(?:(?:ich|i)\s+)?(?:(?:habe|verfüge über|besitze|bringe|beherrsche|kann|kenne|bin|"
    r"have|am|can|know|possess|hold|"
    r"i['’]m|i['’]ve)\s+(?:ich\s+)?)?(?:(?:mich|mir|auch|bereits|schon|sehr|gut|"
    r"gute[nrms]?|über|mit|in|im|an)\s+)*"
    r"(?:(?:umfangreiche|fundierte|langjährige|mehrjährige|umfassende|ausgeprägte|"
    r"solide|praktische|erste|vertiefte|strong|solid|"
    r"extensive|good|excellent|proven|hands-on)[nrms]?\s+)*"
    r"(?:(?:berufs)?(?:erfahrung(?:en)?|kenntnisse[n]?|experienced?|knowledge|skills?|"
    r"skilled|proficient|expertise|umgang)\s+"
    r"(?:in|im|mit|with|of|als|as|bei|auf|an)\s+(?:de[rmn]\s)?)?",
    re.I,
)
_TRAIL = re.compile(
    r"\s+(?:gesammelt|vorhanden|gearbeitet|tätig|erworben|besitze ich|habe ich|"
    r"beherrsche ich|kann ich|bin ich)$",
    re.I,
)
_EMPTY = re.compile(
    r"(?:ich\s|i\s)?(?:plane|möchte|will|hoffe|würde|suche|plan|hope|want|bin|habe|am|have)", re.I
)
_NO = re.compile(r"(?:nein|no|keine?r?s?|none|nicht vorhanden|–|-|n/a|fehlt)\b\W*", re.I)
_UNTOLD = re.compile(
    r"(?:auf anfrage|on request|\?|k\.\s?a\.|nach absprache|verhandelbar|siehe \w+)\W*", re.I
)
_ITEM_CUT = re.compile(r"\t|\s*[;|•·]\s*|,\s+|\s+/\s+")
_LEVEL_WORDS = re.compile(
    r"\s*[(–-]?\s*\b(?:sehr gute?|gute?|fortgeschrittene?|grund|basis|erweiterte|"
    r"vertiefte|fundierte|solide|umfassende|"
    r"excellent|advanced|basic|good|very good|intermediate|expert)\s?(?:kenntnisse|"
    r"level|knowledge)?\)?$|"
    r"^(?:sehr gute|gute|fundierte|solide|umfassende|vertiefte|erste|sichere[r]?|"
    r"routinierte[r]?|sehr guter|guter)\s"
    r"(?:kenntnisse|umgang|anwenderkenntnisse|fähigkeiten|erfahrung(?:en)?)?\s?(?:in|im|"
    r"mit|von)?\s?(?:de[rmn]\s)?",
    re.I,
)
_AFTER_CLASS = re.compile(r"(?:(?<=[Kk]lasse\s[A-E])|(?<=[Kk]l\.\s[A-E]))\.\s+(?=[A-ZÄÖÜ])")
_NO_END = re.compile(
    r"(?:\b(?:Kl|FS-Kl|ca|Nr|inkl|insb|bzw|Std|staatl|anerk|gepr|u\.\s?a|z\.\s?B)\.|\?)$"
)
# "… lösen. english …": whoever writes all in small letters ends sentences all the same.
_SMALL_END = re.compile(
    r"(?<![\w.-])(?!(?:inkl|insb|bspw|evtl|staatl|anerk|gepr|techn|kaufm|wirtsch|abgeschl|versch|engl|"
    r"franz|span|dtsch|durchschn|ungef|vorauss|zzgl|öffentl|gesetzl|landw|betriebsw|univ|stellv|"
    r"verantw|ehem|bezgl|entspr|mind|monatl|jährl|tägl|exkl|approx|incl|dept|govt|haupts|geschäftsf|"
    r"kath|evang|unbefr|befr|selbst)\.)(?:[a-zäöüß]{4,}|ich|hab|mir|gut)\.\s+(?=[a-zäöü]{2,}\s)"
)
# What ends a line on one certificate: "Arbeitsrecht, IHK, geplant für 2027".
_STATUS = re.compile(
    r"[,;–-]\s(?:(?:Kurs|Prüfung)\s)?(?:(?P<ahead>gebucht|geplant|angemeldet|in\sPlanung|planned|"
    r"booked)|abgebrochen|ausgelaufen|abgelaufen|ungültig|nicht\s(?:bestanden|abgeschlossen)|"
    r"expired|failed)\b[^,;]*$",
    re.I,
)
_LONGEST_ITEM = 9
_LONGEST_PLAIN = 5
_NO_CLAIM = re.compile(r"[.?!]\s|\d{4}|@|www|:|\b(?:bewerb|stelle|anzeige|betreff|position)", re.I)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a line begin and end.

    A licence's class before a full stop ("Klasse B. Mit …") is no abbreviation in a CV.
    """
    position = -1
    for sentence in split_sentences(text):
        position = sentence.start if position < 0 else position
        if _NO_END.search(text[position : sentence.end].rstrip()) and sentence.end < len(text):
            continue  # "Kl. B", and a question with the answer to it
        cuts = [
            (m.start() + 1, m.end()) for m in _AFTER_CLASS.finditer(text, position, sentence.end)
        ]
        small = _SMALL_END.finditer(text, position, sentence.end)
        cuts += [(m.start() + len(m.group().rstrip()), m.end()) for m in small]
        for cut, following in sorted(cuts):
            yield position, cut
            position = following
        yield position, sentence.end
        position = -1
    if position >= 0:
        yield position, len(text.rstrip())


def is_instruction(text: str) -> bool:
    """Whether ``text`` speaks to whoever decides instead of telling about the person."""
    return bool(_INSTRUCTION.search(text))


def is_greeting(text: str) -> bool:
    """Whether ``text`` is a greeting and nothing else."""
    return bool(_GREETING.fullmatch(text))


def kind_of(text: str, default: Kind) -> Kind:
    """What a claim is about by its own words."""
    if _MOBILITY.search(text) and not _TRAVEL_BUSINESS.search(text):
        return "mobility"
    if _CERTIFICATE.search(text) and not _NOT_CERTIFIED.search(text):
        return "certificate"
    if default == "skill" and re.search(r"erfahrung|experience", text, re.I):
        return "experience"
    return default


def item_claims(text: str, start: int, kind: Kind) -> Iterator[Claim]:
    """The items of a list ("Excel, SAP; Teamführung (geplant)") that stands at ``start``."""
    status = _STATUS.search(text) if kind == "certificate" else None
    for piece_start, piece_end in _items(text):
        piece = text[piece_start:piece_end]
        if is_by_others(piece):
            continue
        label = _LEVEL_WORDS.sub("", piece).strip(" .:–-") or piece
        stated = stated_months(piece)
        yield Claim(
            kind=kind_of(piece, kind),
            label=label,
            stance=_ended(status) if status else stance_of(piece),
            months=stated.months if stated else None,
            place=Place(start + piece_start, start + piece_end),
        )


def _ended(status: re.Match[str]) -> Stance:
    return "plans" if status["ahead"] else "lacks"


def is_no(value: str) -> bool:
    """Whether a value denies its label: "nein", "keine"."""
    return bool(_NO.fullmatch(value))


def valued_claim(label: str, value: str, place: Place, kind: Kind) -> Claim | None:
    """A claim from "Reisebereitschaft: ja"; None where the value tells nothing."""
    if _UNTOLD.fullmatch(value):
        return None
    stance: Stance = "lacks" if _NO.fullmatch(value) else stance_of(value)
    shown = (
        label
        if re.fullmatch(
            r"(?:ja|yes|vorhanden|gegeben|available|✓|x|nein|no|keine?r?)\W*", value, re.I
        )
        else f"{label} {value}"
    )
    return Claim(kind, shown, stance, None, place)


def prose_claims(text: str, start: int, *, told: bool) -> list[Claim]:
    """What the clauses of a sentence claim.

    Args:
        text: the sentence.
        start: where it stands in the profile's text.
        told: whether the place tells that it is about the person (a job's details, a profile);
            elsewhere the sentence itself must ("ich", "Erfahrung in").
    """
    if is_instruction(text):
        return []
    found: list[Claim] = []
    about_self = told or bool(
        _FIRST_PERSON.search(text) or _CUE.search(text) or kind_of(text, "other") != "other"
    )
    if not about_self:
        return []
    for clause in own_clauses(text):
        words = text[clause.start : clause.end]
        label = _TRAIL.sub("", _LEAD.sub("", words)).strip(" .!,:;–-")
        if len(re.findall(r"[^\W_]", label)) < 2 or _EMPTY.fullmatch(label) or is_greeting(label):
            continue
        stated = stated_months(words)
        default: Kind = (
            "experience"
            if stated
            or re.search(
                r"erfahrung|experience|arbeit|tätig|work|betreu|leit|manage|führ|fuehr|\bled\b|"
                r"\blead\s\d",
                words,
                re.I,
            )
            else "skill"
        )
        kind = kind_of(words, default)
        stance = _willing(words, clause.stance) if kind == "mobility" else clause.stance
        months = (
            stated.months
            if stated and stance == "has" and kind in ("experience", "skill")
            else None
        )
        found.append(
            Claim(kind, label, stance, months, Place(start + clause.start, start + clause.end))
        )
    return found


def _willing(words: str, stance: Stance) -> Stance:
    """Of travelling, a wish is the willingness itself: "Dienstreisen wären in Ordnung"."""
    if stance != "plans" or not _TRAVELLING.search(words):
        return stance
    return "lacks" if denies(words) else "has"


def is_item_list(line: Line) -> bool:
    """Whether a line is a list of short items and no sentence."""
    pieces = [line.text[a:b] for a, b in _items(line.text)]
    return (
        bool(pieces)
        and all(len(piece.split()) <= _LONGEST_ITEM for piece in pieces)
        and not (re.search(r"\b(?:[Ii]ch|I|habe|bin|am|have)\b", line.text))
    )


def is_plain_list(line: Line) -> bool:
    """Whether a line under no heading is a list of what somebody knows or is.

    A line that only names an occupation may be what somebody applies for.
    """
    pieces = [line.text[a:b] for a, b in _items(line.text)]
    return (
        is_item_list(line)
        and (len(pieces) > 1 or line.bullet or bool(re.search(r"\w/\w", line.text)))
        and not _NO_CLAIM.search(line.text)
        and not any(has_title(piece) for piece in pieces)
        and all(len(piece.split()) <= _LONGEST_PLAIN for piece in pieces)
    )


def _items(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    depth = 0
    for match in [*_ITEM_CUT.finditer(text), None]:
        stop = match.start() if match else len(text)
        depth = text.count("(", position, stop) - text.count(")", position, stop)
        if match and depth > 0:
            continue
        piece = text[position:stop]
        bare = piece.strip(" .:–-•")
        if re.search(r"[^\W_]", bare):
            first = position + piece.index(bare)
            yield first, first + len(bare)
        if match:
            position = match.end()
