"""Traits that people tell in sentences: "ich behalte auch bei Stress die Ruhe" is resilience.

General vocabulary, from no corpus. Patterns are held against folded words ("ü" is "u"). Only
what somebody says of themselves counts, so each has a verb or a noun of the trait itself; what a
job shows stays with the rules for work.
"""

from __future__ import annotations

import re

_FEW = r"(?:[\w-]+ ){0,4}?"
_STRAIN = (
    r"(?:stress\w*|(?:zeit|termin|leistungs|arbeits|erfolgs)?druck|hektik|trubel|belastung|"
    r"\w*spitzen|chaos|krisen\w*|pressure|strain)"
)

_PHRASES = {
    "strategic": rf"""denk\w* {_FEW}strategisch|strategisch (?:\w+ )?denk\w*|
        strategische[srn]? denk\w*|
        think\w* {_FEW}strategic\w*|strategic think\w*|blick furs? (?:das )?(?:grosse )?ganze|
        (?:denk\w*|plan\w*) {_FEW}langfristig""",
    "assertive": rf"""\bsetze? mich {_FEW}durch\b|\bmich {_FEW}durch(?:zu)?setzen|
        \bdurchsetzen kann\b|
        setze? {_FEW}gegen widerstand\w*|gegen widerstande? {_FEW}durch|
        setze? {_FEW}(?:entscheidungen|ziele|interessen|forderungen|standpunkte?) {_FEW}durch\b|
        assert myself|(?:stand|hold) my ground|stand up for""",
    "resilience": rf"""\b(?:behalt|bewahr)\w* {_FEW}(?:die |den |einen )?(?:ruhe|nerven|
        kuhlen kopf|
        klaren kopf)|\b(?:behalt|bewahr)\w* {_FEW}(?:einen )?(?:kuhlen|klaren) kopf|
        \b(?:bleib\w*|bin|arbeite\w*) {_FEW}(?:ruhig|gelassen|besonnen|
        konzentriert)\b {_FEW}{_STRAIN}|
        {_STRAIN} werde ich (?:\w+ )?(?:ruhig|gelassen)\w*|
        (?:bleib\w*|arbeite) {_FEW}(?:unter|bei|trotz|im) {_STRAIN} {_FEW}(?:ruhig|gelassen|
        konzentriert)|
        {_STRAIN} {_FEW}(?:ruhig|gelassen|besonnen|konzentriert)\b|
        {_STRAIN} (?:macht|machen) mir (?:\w+ )?nichts|(?:mit|unter) {_STRAIN} {_FEW}(?:umgehen|
        komme|klar|gut)|
        {_STRAIN} {_FEW}(?:halte|stecke|vertrage) ich|nicht {_FEW}aus der (?:ruhe|fassung)|
        aus der ruhe bring\w* {_FEW}nicht|
        \bstressfest\b|\bnervenstark\w*|starke nerven|dickes fell|
        (?:calm|cool|composed|well|best|focused) under {_STRAIN}|(?:work|perform|thrive|
        operate)\w* {_FEW}under {_STRAIN}|(?:cope|deal)\w* {_FEW}with {_STRAIN}|
        {_STRAIN} (?:\S+ ){{1,3}}(?:bother|faze|scare) me|
        keep {_FEW}(?:calm|cool|head)|verliere? {_FEW}(?:nie|nicht) {_FEW}(?:nerven|ruhe|
        fassung)""",
    "flexible": rf"""stelle? mich {_FEW}(?:auf {_FEW})?ein\b|mich {_FEW}einstellen|
        passe? mich {_FEW}an\b|
        anpassungsfahig\w*|anpassungsbereit\w*|\badapt (?:quickly|easily|well|readily|to)|
        \badaptab\w+|
        einstellen auf neue""",
    "communication": rf"""(?:finde?|treffe?) {_FEW}(?:den |die )?(?:richtigen?|
        passenden?) (?:ton|worte?)|
        komme? {_FEW}(?:gut |schnell |leicht )?ins gesprach|(?:spreche|
        rede) {_FEW}gerne? (?:und {_FEW})?mit|
        (?:reden|kommunizieren|kommunikation) (?:\w+ ){{0,3}}liegt mir|
        kann gut (?:mit {_FEW})?reden|
        communicate {_FEW}(?:well|clearly|effectively)|(?:clear|confident|strong) communicator""",
    "contact": rf"""gehe? {_FEW}auf (?:\w+ )?(?:menschen|leute|kunden|andere|fremde) zu|
        kann gut mit (?:menschen|leuten)""",
    "empathy": rf"""(?:versetze?|denke?|fuhle?) mich {_FEW}(?:in {_FEW})?(?:hinein|lage)|
        hinein(?:zu)?(?:versetzen|denken|fuhlen)|in die lage {_FEW}(?:versetzen|anderer)|
        put myself in {_FEW}(?:shoes|place|position)|feingefuhl""",
    "team": rf"""im team (?:arbeite|bin|fuhle|lauft) {_FEW}(?:ich )?{_FEW}(?:gern\w*|am liebsten|
        stark|wohl|gut|am besten)\b|
        arbeite {_FEW}(?:gern\w*|am liebsten|gut|am besten) (?:und \w+ )?(?:im|
        in einem) (?:\w+ )?team|
        arbeite {_FEW}(?:im|in einem) (?:\w+ )?team {_FEW}(?:gern\w*|am liebsten)|
        (?:work|working|works) {_FEW}(?:well|best) (?:in|with|as) {_FEW}teams?|
        enjoy\w* (?:working in|being in) {_FEW}team""",
    "reliable": r"""auf mich (?:ist|kann) (?:\w+ ){0,3}verlass\w*|verlass\w* (?:\w+ )?auf mich|
        (?:rely|count|depend) on me|halte? (?:\w+ ){0,3}(?:zusagen|termine|was ich verspreche)""",
    "punctual": r"""komme? (?:\w+ ){0,2}nie zu spat|never late|always on time|immer punktlich""",
    "patience": rf"""verliere? {_FEW}(?:nie|nicht|kaum) {_FEW}geduld|(?:habe|brauche|
        bringe) (?:\w+ )?(?:viel |grosse )geduld|
        endless patience|geduld (?:verliere|habe) ich""",
    "organising": rf"""(?:behalt\w*|verliere? {_FEW}(?:nie|nicht)) {_FEW}(?:den )?uberblick|
        uberblick {_FEW}(?:behalt\w*|verliere? ich)|keep track of""",
    "initiative": r"""ergreife? (?:\w+ ){0,2}initiative|take (?:the )?initiative|
        packe? (?:\w+ ){0,3}(?:selbst |gern\w* )?an\b|sehe? (?:selbst )?,? ?wo (?:arbeit|
        etwas)""",
    "persuasion": rf"""(?:kann|konnte) {_FEW}(?:menschen|andere|kunden|leute|
        gesprachspartner) {_FEW}uberzeugen|
        uberzeuge? {_FEW}(?:menschen|andere|kunden|leute|gesprachspartner)\b""",
    "care": r"""(?:arbeite|bin) (?:\w+ ){0,3}(?:sehr genau|gewissenhaft|grundlich|sorgfaltig)\b|
        achte (?:\w+ ){0,3}(?:details|genauigkeit)|auge furs? detail|eye for detail""",
    "costs": r"""(?:blick|auge|gespur|gefuhl) fur (?:die )?kosten|
        kosten (?:\w+ ){0,4}(?:im blick|im auge|im griff)|
        (?:achte|achten) (?:\w+ ){0,3}auf (?:die )?kosten|eye on (?:the )?costs?|keep\w* costs""",
    "numbers": r"""zahlen liegen mir|(?:gut|sicher) mit zahlen|gefuhl fur zahlen|
        good with (?:numbers|figures)""",
    "discretion": r"""kann (?:\w+ )?schweigen|
        behalte? (?:\w+ ){0,3}vertraulich\w* (?:\w+ ){0,3}fur mich|
        vertraulich\w* (?:\w+ ){0,4}(?:bleibt|behandle) (?:\w+ ){0,2}""",
    "listening": r"""hore? (?:\w+ ){0,4}zu\b|zuhoren kann|good listener""",
    "learning": r"""lerne? (?:\w+ ){0,2}schnell|quick to learn""",
    "explaining": rf"""erklar\w* {_FEW}(?:verstandlich|einfach|anschaulich|so)\b|
        (?:verstandlich|einfach|anschaulich) {_FEW}(?:erklar\w*|vermittel\w*)|
        explain\w* {_FEW}(?:simply|clearly|in plain)""",
    "conflict": r"""(?:schlichte|lose|klare) (?:\w+ ){0,3}(?:streit|konflikte)|
        konflikte (?:\w+ ){0,3}(?:schlichte|lose)""",
}  # fmt: skip

_WRAPPED = re.compile(r"\n\s*")
_COMPILED = tuple(
    ("@" + name, re.compile(rf"\b(?:{_WRAPPED.sub('', pattern)})"))
    for name, pattern in _PHRASES.items()
)


def traits_told(folded: str) -> frozenset[str]:
    """The traits, as terms, that folded words tell in a phrase."""
    return frozenset(term for term, pattern in _COMPILED if pattern.search(folded))
