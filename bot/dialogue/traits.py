"""What people tell of their own nature: "bin eher schüchtern", "ich hasse Reisen".

General German and English. Each trait has an id; what a role asks for in return, answers know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from bot.knowledge.topics import folded_phrase

Trait = Literal[
    "communication",
    "order",
    "travel",
    "selling",
    "pressure",
    "conflict",
    "team",
    "numbers",
    "languages",
    "technology",
    "hours",
    "empathy",
    "belief",
    "drive",
    "decisions",
    "negotiating",
]

# Over folded text without punctuation. Words that mean a trait by themselves …
_NAMED: Final[Mapping[Trait, str]] = MappingProxyType(
    {
        "communication": r"\w*schuchtern\w*|introvert\w*|zuruckhaltend\w*|"
        r"(?:kontakt|menschen)scheu\w*|"
        r"wortkarg\w*|maulfaul\w*|lampenfieber|redescheu\w*|stille[rs]? (?:typ|mensch)|shy|"
        r"reserved|(?:leise|ruhige)r? (?:typ|mensch|vertreter)",
        "order": r"chaot\w*|unorganisiert\w*|schusselig\w*|vergesslich\w*|unordentlich\w*|"
        r"verpeilt\w*|"
        r"unstrukturiert\w*|unpunktlich\w*|disorgani[sz]ed|messy|forgetful|scatterbrained",
        "travel": r"reisemuffel|flugangst|stubenhocker\w*|homebody",
        "selling": r"verkaufsscheu\w*|kein\w* verkaufer(?:typ)?|no salesman|not a salesperson",
        "pressure": r"stressanfallig\w*|(?:nicht|wenig|kaum) (?:\w+ )?"
        r"(?:belastbar|stressresistent)|"
        r"dunnhautig\w*|nervenschwach\w*|(?:nah|dicht) am wasser|sensibelchen|thin skinned|"
        r"easily stressed",
        "conflict": r"konfliktscheu\w*|harmoniebedurftig\w*|harmoniesuchtig\w*|aufbrausend\w*|"
        r"jahzornig\w*|cholerisch\w*|choleriker\w*|hitzkopf\w*|ungeduldig\w*|impatient|"
        r"hot tempered",
        "team": r"einzelganger\w*|eigenbrotler\w*|einzelkampfer\w*|loner|lone wolf",
        "numbers": r"zahlenmuffel|mathemuffel|zahlenscheu\w*",
        "technology": r"technikmuffel|technisch unbegabt\w*|technikscheu\w*",
        "hours": r"unflexibel\w*|inflexible",
        "empathy": r"(?:rein|hinein|ein)(?:zu)?(?:fuhl|versetz)\w*|einfuhlsam\w*|empath\w*|"
        r"menschenkenntnis",
        "belief": r"nicht (?:\w+ ){0,3}(?:produkt|ware|firma|unternehmen)\w* (?:\w+ )?"
        r"(?:glaub|uberzeug|steh)\w*|(?:glaub|steh)\w* (?:\w+ ){0,2}nicht (?:\w+ ){0,3}"
        r"(?:produkt|ware|firma|unternehmen)\w*|"
        r"(?:don t|doesn t|not) believe in (?:\w+ )?(?:product|company)\w*",
        "drive": r"faulpelz|stinkfaul\w*|(?:bin|ziemlich|eher|etwas) (?:faul|trage|bequem)|lazy",
        "decisions": r"entscheidungsschwach\w*|unselbst(?:st)?andig\w*|entscheidungsscheu\w*|"
        r"indecisive",
    }
)
# … and things that tell of one where somebody dislikes them, fears them or is bad at them.
_DISLIKED: Final[Mapping[Trait, str]] = MappingProxyType(
    {
        "communication": r"red(?:en|e)|sprechen|prasentier\w*|telefonier\w*|smalltalk|"
        r"fremde\w* leute\w*|"
        r"talking|presenting|small talk|strangers",
        "order": r"organisier\w*|organisation|ordnung|punktlich\w*|organi[sz]ing",
        "travel": r"reis\w*|dienstreis\w*|unterwegs|flieg\w*|rumfahr\w*|herumfahr\w*|"
        r"travel\w*|flying",
        "selling": r"verkauf(?:en|e|s)?|\w*akquise|andreh\w*|anzudreh\w*|aufschwatz\w*|"
        r"aufzuschwatz\w*|klinken ?putzen|sell\w*|sales|cold call\w*",
        "pressure": r"druck|stress\w*|zeitdruck|zielvorgaben|pressure|deadlines?",
        "conflict": r"konflikt\w*|streit\w*|arger|beschwerden?|kritik|conflicts?|arguments?|"
        r"complaints?",
        "team": r"team\w*|gruppenarbeit|teamwork",
        "numbers": r"zahlen|mathe\w*|rechnen|bwl|betriebswirtschaft\w*|maths?|numbers",
        "languages": r"englisch\w*|fremdsprach\w*|sprachen|english|languages?",
        "technology": r"technik|technisch\w*|technology|technical stuff",
        "hours": r"uberstunden|erreichbar\w*|wochenend\w*|flexib\w*|overtime|weekends?",
        "negotiating": r"verhandel\w*|verhandlung\w*|feilsch\w*|negotiat\w*|haggl\w*",
    }
)
_AVERSION = (
    r"(?:hass\w*|verabscheu\w*|ungern|(?:nicht|nie|kaum) (?:\w+ )?gern\w*|"
    r"kein\w* (?:\w+ )?(?:lust|bock|freude|ahnung|talent|geschick|handchen|verstandnis)|"
    r"graus\w*|angst|schiss|furcht\w*|scheue?|nicht mein ding|nicht meins|"
    r"(?:mag|mochte|kann|konnte) (?:ich )?(?:\w+ )?(?:nicht|kein\w*|kaum)|"
    r"nicht (?:\w+ ){0,2}(?:mag|leiden|gut|kann|liegt|glaub\w*|uberzeugt)|"
    r"(?:liegt|liegen) mir (?:\w+ )?nicht|schlecht(?:e[rsnm]?)?(?: (?:in|im|bei|mit))?|null|"
    r"miserabel\w*|"
    r"hate|dislike|(?:don t|do not|didn t|can t|cannot) (?:\w+ )?(?:like|enjoy|want|stand|believe|"
    r"do)|bad at|not good at|afraid|scared|fear|terrible at)"
)
_NEAR = r"(?: \w+){0,5}? "
# Said of the asker, or of anybody who might be.
_SELF = re.compile(
    r"\b(?:ich|mir|mich|mein\w*|bin|habe?|i|i m|my|me|jemand\w*|wer|einer?|somebody|someone)\b"
)
_NAMED_IN = {trait: re.compile(rf"\b(?:{words})\b") for trait, words in _NAMED.items()}
_DISLIKED_IN = {
    trait: re.compile(
        rf"\b(?:{_AVERSION}{_NEAR}(?:{things})|(?:{things}){_NEAR}{_AVERSION}|"
        rf"{_AVERSION} (?:{things})|(?:{things}) {_AVERSION})\b"
    )
    for trait, things in _DISLIKED.items()
}


def traits_of(text: str) -> tuple[Trait, ...]:
    """The traits that a question tells of the asker, or of somebody; empty where it tells none."""
    phrases = [folded_phrase(sentence) for sentence in re.split(r"[.!?;]\s+", text)]
    whole = " ".join(phrases)
    if not _SELF.search(whole):
        return ()
    named = [trait for trait, words in _NAMED_IN.items() if words.search(whole)]
    disliked = [
        trait
        for trait, things in _DISLIKED_IN.items()
        if any(_SELF.search(p) and things.search(p) for p in phrases)
    ]
    return tuple(dict.fromkeys([*named, *disliked]))
