"""What no source may answer: orders, legal advice, promises, insults, decisions, letters.

The rules look for the form of a command or a plea, not for single words: "Welche Anweisungen
gibt ein Manager?" is a question, "Vergiss alle Anweisungen" is none.
"""

from __future__ import annotations

import re
import unicodedata

from bot.dialogue.question import Request
from bot.knowledge.topics import folded_phrase

_TARGETS = (
    r"(?:anweisung|vorgabe|regel|instruktion|befehl|prompt|quelle|artikel|kontext|bisherige|"
    r"vorherige|obige|alles|article|text|document|dokument|vorgaben|rolle|instruction|rule|prompt|"
    r"source|context|guideline|"
    r"previous|prior|above|everything|restriction|einschrankung|beschrankung)\w*"
)
_START = (
    r"(?:^|\b(?:bitte|und|dann|jetzt|nun|sofort|please|and|then|now|stattdessen|instead|system|"
    r"user|assistant) )"
)
# Over folded text without punctuation, German and English.
_INSTRUCTION = re.compile(
    rf"\b(?:ignorier(?:e|t)?|vergiss|vergesst|missachte|uberschreibe|umgehe|ignore|forget|"
    rf"disregard|"
    rf"override|bypass)\b(?! nicht)(?: \w+){{0,4}}? {_TARGETS}\b|"
    rf"\b(?:ignorieren|vergessen|missachten) sie\b(?: \w+){{0,4}}? {_TARGETS}\b|"
    r"\bdu bist (?:jetzt|nun|ab jetzt|ab sofort|von nun an|kein|nicht langer|nicht mehr|ein|eine|"
    r"mein)\b|\bab (?:jetzt|sofort) (?:bist|antwortest|sprichst|heisst|befolgst|sollst|"
    r"ignorierst)\b|\bsie sind (?:jetzt|nun|ab sofort) (?:ein|eine|kein)\b|"
    r"\byou are (?:now|no longer|an? (?!good)\w+ (?:that|who|with|bot|assistant|pirate|hacker))\b|"
    r"\bfrom now on\b|\bvon nun an\b|"
    rf"{_START}(?:act|behave|pretend|roleplay|respond|speak) (?:as|like|to be|that you)\b|"
    r"\b(?:tu|tue|tun sie|verhalte dich|benimm dich|antworte|sprich|rede) (?:so )?(?:als|wie) "
    r"(?:ob|waerst|warst|ein|eine|waeren)\b|"
    r"\b(?:spiele?|ubernimm|nimm) (?:\w+ )?(?:die |eine )?rolle\b|"
    r"\bpretend (?:that )?you\b|\btu(?:n sie)? so als\b|\bstell dir vor du\b|"
    r"\bimagine (?:that )?you are\b|"
    r"\b(?:system ?prompt\w*|systemprompt\w*|jailbreak\w*|developer mode|entwicklermodus|"
    r"dan modus|dan mode|sudo|rm rf|drop table)\b|"
    r"\b(?:dein\w*|deine\w*|ihr\w*|your|the hidden|den|der) (?:\w+ )?(?:geheim\w* |internal |"
    r"initial |"
    r"hidden |secret )?(?:prompt|anweisungen|instruktionen|instructions|systemanweisung\w*|"
    r"system message|quellcode|source code|konfiguration|api key|api schlussel|passwort|password)\b"
    r"(?! (?:an|fur|geben|gibt|eines))|"
    rf"{_START}(?:antworte|antworten sie|respond|reply|answer|schreibe?|sage?|say|write|output|"
    rf"print)"
    r" (?:\w+ )?(?:nur|ausschliesslich|only|immer|always|ab jetzt)(?: noch)?(?: mit| with| in)?\b|"
    r"\blass(?:t|en sie)? (?:\w+ ){0,3}(?:quellen|belege|zitate) (?:weg|aus|bleiben)\b|"
    r"\b(?:leave out|omit|drop) (?:\w+ ){0,3}(?:sources|citations|quotes)\b|"
    rf"{_START}(?:say|claim|state|write|behaupte|sag|sage|schreib|schreibe|schreiben sie)"
    rf"(?: einfach| just| ausserdem| auch| also| dazu| bitte| mir| noch)* "
    r"(?:that |dass )|"
    rf"{_START}(?:claim|behaupte|behaupten sie)(?: \w+){{0,5}} (?:that|dass) |"
    r"\bab (?:jetzt|sofort) gilt\b|\bverschweige?(?: sie)?\b(?! (?:man|ich|er|ein))|"
    r"\b(?:schreibe?|gib|nenne?|write|give)(?: \w+)? (?:als|as) (?:deine |your |the )?"
    r"(?:antwort|answer)\b|"
    rf"{_START}(?:erfinde|erfinden sie|denk dir|invent|make up|fabricate|hallucinate|luge|lie)\b|"
    r"\b(?:und|and) (?:erfinde|erfinden sie|invent|make up)\b|"
    rf"{_START}(?:gib|gebe|geben sie|zeig|zeige|lies|losche|drucke?|print|reveal|show|dump|delete|"
    r"execute|run|fuhre?|starte?|offne)(?: \w+){0,4}? (?:datei\w*|dateien|server\w*|"
    r"umgebungsvariable\w*|"
    r"files?|env|environment|befehl\w*|command\w*|code|skript\w*|script\w*|datenbank\w*|database|"
    r"passwort\w*|password\w*|prompt|schlussel|keys?|token|geheimnis\w*|secrets?)\b|"
    rf"{_START}(?:print|show|reveal|list|display|output|repeat|leak|tell me|zeig\w*|nenne?|gib|"
    rf"verrate?|"
    rf"sag|liste)(?: \w+){{0,4}}? (?:your|deine?r?|ihre)(?: \w+){{0,2}}? (?:rules|regeln|"
    rf"instructions?|"
    rf"guidelines|vorgaben|anweisungen|richtlinien|einstellungen|settings|configuration)\b|"
    r"\brepeat (?:everything|all|the words|the text) above\b|\bwiederhole (?:alles|"
    r"den text) (?:oben|uber)\b|\bwie lautet (?:dein|der|ihr)\w* (?:\w+ )?(?:prompt|anweisung\w*)\b"
)
# Markers by which a text poses as another speaker.
_POSING = re.compile(
    r"(?:^|[\s.!?])(?:system|assistant|developer)\s*:|<\|?\s*(?:im_start|im_end|system|assistant|"
    r"endoftext)|\[/?inst\]|\[system\]|<<\s*sys\s*>>|#{2,}\s*(?:instruction|system|anweisung)|"
    r"</?(?:system|instructions?)>",
    re.IGNORECASE,
)
# "Ignore … instructions" in other languages that may stand inside a question.
_FOREIGN = re.compile(
    r"\b(?:ignorez|ignore|oubliez|oublie)\b.{0,40}\b(?:instructions?|consignes?|règles?|"
    r"précédent\w*)|"
    r"\b(?:ignora|ignore|ignoren|olvida|olvide|omite)\b.{0,40}\b(?:instrucciones|reglas|"
    r"indicaciones|anteriores|instruções|regras)|"
    r"\b(?:ignora|dimentica|ignorate)\b.{0,40}\b(?:istruzioni|regole|precedenti)|"
    r"\b(?:negeer|vergeet)\b.{0,40}\b(?:instructies|regels|opdrachten)|"
    r"\b(?:zignoruj|ignoruj|zapomnij)\b.{0,40}\b(?:instrukcj\w*|polece\w*|zasad\w*)|"
    r"(?:önceki|tüm)\b.{0,30}(?:talimat\w*|kural\w*).{0,30}(?:yok say|unut|görmezden)|"
    r"(?:игнорируй\w*|забудь\w*|проигнорируй\w*).{0,40}(?:инструкци\w*|указани\w*|правил\w*)|"
    r"(?:忽略|无视|忘记|忘掉).{0,20}(?:指令|指示|说明|规则|提示)|(?:指示|命令|ルール).{0,12}(?:無視|忘れ)|"
    r"(?:تجاهل|انس).{0,30}(?:التعليمات|الأوامر|تعليمات)|"
    r"\b(?:tu es|vous êtes) (?:maintenant|désormais)\b|\b(?:ahora eres|eres ahora)\b|"
    r"\bsei ora\b|\bты (?:теперь|сейчас)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:verklag\w*|einklag\w*|arbeitsgericht\w*|arbeitsrecht\b|kundigungsschutz\w*|lawsuit|"
    r"rechtsberatung|rechtsanspruch|legal advice|sue?|unfair dismissal|wrongful\w*|"
    r"rechtswirksam\w*|rechtens|rechtskraftig|sittenwidrig\w*|rechtmassig\w*|gesetzwidrig|"
    r"rechtsgultig|strafbar|schadensersatz|schadenersatz|abfindung\w* (?:zu|einfordern))\b|"
    r"\b(?:ich|wir|man|gegen)\b.*\bklagen\b|\bklage\b.*\b(?:gegen|einreichen|erheben)\b|"
    r"\b(?:darf|durfen|kann|muss)\b (?:(?:mir|mich|uns) )?(?:mein\w*|unser\w*|der|die|ein) "
    r"(?:chef\w*|arbeitgeber\w*|firma|unternehmen|vorgesetzte\w*|boss|betrieb)\b.*\b"
    r"(?:mir|mich|uns|mein\w*|kundig\w*|streich\w*|kurz\w*|verbiet\w*|abmahn\w*|versetz\w*)\b|"
    r"\b(?:darf|durfen|kann|muss)\b (?:mir|mich|uns) (?:mein\w*|der|die) (?:chef\w*|arbeitgeber\w*|"
    r"firma|unternehmen|vorgesetzte\w*|boss|betrieb)\b|"
    r"\b(?:rechtlich\w*|juristisch\w*|gesetzlich\w*)\b.*\b(?:ich|mir|mich|wir|uns|mein\w*|man)\b|"
    r"\b(?:ich|mir|mich|wir|uns|mein\w*|man)\b.*\b(?:rechtlich\w*|juristisch\w*|gesetzlich\w*)\b|"
    r"\b(?:bin|gelte|ware|werde|sind|am) (?:ich|wir|i)\b.*\b(?:scheinselbst\w*|haftbar|strafbar|"
    r"sozialversicherungspflichtig\w*|rentenversicherungspflichtig\w*|liable)\b|"
    r"\b(?:hafte|hafte?n) (?:ich|wir)\b|\b(?:am i|are we|is it) legally\b|"
    r"\bdo i have (?:a|the|any) (?:legal )?right\b|\bmy (?:legal )?rights\b|"
    r"\b(?:may|can|is) my (?:boss|employer|company)\b.*\b(?:me|my|allowed|fire|legally|withhold)\b|"
    r"\b(?:is|are) (?:it|this|that|my \w+(?: \w+)?) (?:legal|illegal|lawful|legally|valid|"
    r"enforceable)\b|"
    r"\b(?:kundigung|arbeitsvertrag|vertrag|klausel|abmahnung|aufhebungsvertrag|wettbewerbsverbot|"
    r"befristung|zielvereinbarung|versetzung)\b.*\b(?:wirksam|unwirksam|gultig|ungultig|zulassig|"
    r"unzulassig|legal|illegal|erlaubt|anfecht\w*|bindend)\b|"
    r"\b(?:habe|hab|haben) (?:ich|wir)\b.*\b(?:anspruch auf|recht auf|ein recht)\b|"
    r"\b(?:steht|stehen) mir\b.*\b(?:zu|rechtlich|gesetzlich)\b|"
    r"\bist (?:es|das) (?:legal|illegal|verboten|rechtlich|gesetzlich|erlaubt)\b|"
    r"\bmuss ich\b.*\b(?:abmahnung|aufhebungsvertrag|kundigungsfrist einhalten|vertragsstrafe|"
    r"gesetzlich|rechtlich)\b|"
    r"\b(?:wie|was kann ich)\b.*\bgegen (?:eine |meine |die )?(?:kundigung|abmahnung)\b"
)
_PROMISE = re.compile(
    r"\bgarantier\w*(?: \w+){0,3} (?:du|ihr|sie|mir|uns)\b|"
    r"\b(?:mir|uns)\b(?: \w+){0,8} (?:garantier\w*|versprech\w*|verspricht|zusicher\w*|"
    r"zugesichert|zusag\w*|zugesagt)\b|"
    r"\bgarantiert(?: \w+){0,3} \d\w{0,12}|\b\d\w{0,12}(?: \w+){0,3} (?:garantiert|versprochen|"
    r"zugesichert|guaranteed)\b|\bguaranteed?(?: \w+){0,3} \d\w{0,12}|\b(?:kannst|konnt|konnen|"
    r"konntest|wirst|wurdest) "
    r"(?:du|ihr|sie) (?:mir|uns)\b.*\b(?:garantier\w*|versprech\w*|zusag\w*|zusicher\w*)\b|"
    r"\b(?:versprich|versprecht|versprechen sie|versprichst du|versprecht ihr|gib mir dein wort)\b|"
    r"\bsag(?:e|t|st du|t ihr|en sie)? mir\b.*\b(?:fest zu|verbindlich)\b|"
    r"\bsag(?:e|t|en sie)? mir(?: \w+){0,3} zu(?= dass\b|$)|\bsicher(?:t|"
    r"e)? mir\b.*\bzu\b|"
    r"\b(?:werde|verdiene|bekomme|kriege|bin|habe|schaffe) ich\b.*\b(?:garantiert|ganz sicher|"
    r"mit sicherheit|auf jeden fall|definitiv|hundertprozentig|sicher|bestimmt)\b|"
    r"\bkann ich (?:mir |ganz )?(?:sicher sein|mich darauf verlassen)\b|"
    r"\bkann ich mich (?:darauf|drauf) verlassen\b|"
    r"\b(?:confirm|certify|bestatige|bestatigen sie|bescheinige)(?: \w+){0,5} (?:that|dass) (?:i|"
    r"we|ich|wir)"
    r"\b.*\b(?:will|get|earn|receive|bekomm\w*|verdien\w*|werd\w*|krieg\w*|erhalt\w*)\b|"
    r"\b(?:guarantee|promise|assure) (?:me|us|that i)\b|\b(?:can|do|will|could) you (?:guarantee|"
    r"promise|assure)\b|\bwill i (?:definitely|certainly|surely|for sure)\b"
)
_BAD = (
    r"(?:dumm|blod|bloed|doof|damlich|daemlich|nutzlos|unnutz|unnuetz|unfahig|unfaehig|bescheuert|"
    r"wertlos|hirnlos|strohdumm|strunzdumm|beschissen|scheiss|verdammt|lacherlich|erbarmlich|"
    r"bekloppt|behindert|hohl)(?:e[rsnm]?)?"
)
_BAD_EN = (
    r"(?:stupid|dumb|useless|worthless|pathetic|idiotic|moronic|brainless|bloody|damn(?:ed)?|"
    r"fucking|shitty|crappy|silly|rubbish|terrible)"
)
_NAMES_CALLED = (
    r"(?:(?:voll)?idiot\w*|(?:voll)?depp\w*|trottel|vollpfosten|dummkopf|hohlkopf|nichtsnutz|"
    r"versager|"
    r"blech(?:haufen|dose|kiste|eimer|buchse|trottel)|schrott(?:haufen|kiste)?|mull(?:haufen)?|"
    r"(?:mist|drecks|scheiss)(?:ding|teil|kiste|bot|maschine)|scheisse|mist|moron|"
    r"(?:piece|pile|load|heap) of (?:\w+ )?(?:junk|crap|shit|garbage|trash|rubbish)|tin can|"
    r"bucket of bolts|scrap heap|trash|garbage|loser|dumbass|jerk)"
)
_BOT = (
    r"(?:bot|chatbot|ki|maschine|programm|automat|computer|kiste|ding|teil|roboter|assistant|ai|"
    r"machine|program|robot|computer|thing)"
)
_VERY = (
    r"(?:(?:so|eigentlich|echt|total|voll|vollig|einfach|nur|ja|doch|wirklich|richtig|absolut|"
    r"komplett|ganz|"
    r"ziemlich|aber|eben|halt|der|die|das|ein|eine|an?|the|such|really|just|totally|completely|"
    r"absolutely|utterly|quite|nothing but|wie)\s)*"
)
# What is said to somebody: "du bist …", "du …", a bare name called, or an order to be silent.
_INSULT = re.compile(
    r"\b(?:arschloch|wichser|hurensohn|fotze|missgeburt|asshole|motherfucker|bitch)\b|"
    r"\bfick (?:dich|euch)|\bfuck (?:you|off)\b|\bverpiss dich\b|\bleck mich\b|\bscrew you\b|"
    r"\bhalt(?:e|s)? (?:jetzt |endlich |einfach |doch )?(?:die |das |den |dein |deine |deinen |s )?"
    r"(?:fresse|maul|klappe|schnauze|mund)\b|\bsei (?:endlich |einfach )?still\b|"
    r"\bshut (?:up|your (?:mouth|trap))\b|"
    rf"\b(?:du|ihr|you|u) (?:bist |seid |are |re |r )?{_VERY}(?:{_BAD}|{_BAD_EN}|{_NAMES_CALLED})\b"
    rf"(?! (?:fragen?|questions?)\b)|"
    rf"\b(?:bist|seid) (?:du|ihr) {_VERY}(?:zu )?(?:{_BAD}|{_NAMES_CALLED})\b|"
    rf"\bare you {_VERY}(?:{_BAD_EN}|{_NAMES_CALLED})\b|"
    rf"^(?:(?:du|so|was fur|what|you|such) )?(?:ein\w* |an? )?(?:{_BAD}|{_BAD_EN}) "
    rf"(?:{_BOT}|{_NAMES_CALLED})\b|"
    rf"\b(?:{_BAD}|{_BAD_EN}) (?:bot|chatbot|ki|maschine|programm|roboter|assistant|ai|robot)$"
)


# Whether to leave a job or what somebody else would choose; what suits one is a question.
_DECISION = re.compile(
    r"\b(?:soll|sollte) ich\b(?: \w+){0,5} (?:kundigen|hinschmeissen|hinwerfen|aufgeben)\b|"
    r"\bwas (?:wurdest|wurden|tatest|taten) (?:du|ihr|sie)\b(?: \w+){0,5} (?:machen|tun|wahlen|"
    r"nehmen|raten|empfehlen)\b|\bwas du (?:\w+ ){0,4}(?:machen|tun|wahlen) wurdest\b|"
    r"\bwas (?:machst|wahlst|tatest) du lieber\b|"
    r"\bshould i (?:\w+ ){0,3}(?:quit|resign|hand in my notice)\b|"
    r"\b(?:what|which)(?: \w+){0,5} would you (?:\w+ ){0,2}(?:do|choose|pick|prefer|recommend)\b"
)
_LETTER = (
    r"(?:anschreiben|bewerbung\w*|motivationsschreiben|lebenslauf|arbeitszeugnis|arbeitsvertrag|"
    r"kundigung|stellenanzeige|cover letter|application|resume|cv)"
)
# An order to write it; "Was schreibt man ins Anschreiben?" is a question.
_WRITING = re.compile(
    rf"{_START}(?:schreibe?|verfasse|formuliere?|entwirf|erstelle?|tippe?|write|draft|compose)"
    rf"(?: sie)?(?: (?!ich\b|man\b|i\b)\w+){{0,6}} {_LETTER}\b|"
    rf"\b(?:kannst|konntest|konnen|konnten|can|could) (?:du|sie|you)\b(?: \w+){{0,6}} {_LETTER}\b"
    rf"(?: \w+){{0,6}} (?:schreiben|verfassen|formulieren|entwerfen|erstellen)\b|"
    rf"\b(?:can|could) you (?:write|draft)(?: \w+){{0,4}} {_LETTER}\b"
)


def _sentences(text: str) -> list[str]:
    """Each sentence folded by itself: an order stands at its start."""
    return [folded_phrase(sentence) for sentence in re.split(r"[.!?:;]\s+|\s[–-]\s", text)]


def request_of(text: str) -> Request:
    """What a question asks for; "information" is all that may be answered."""
    phrase = folded_phrase(text)
    lowered = unicodedata.normalize("NFKC", text).lower()
    if _INSULT.search(phrase):  # "Du bist ein nutzloser Bot" isn't "Du bist ein Pirat"
        return "insult"
    if (
        any(_INSTRUCTION.search(p) for p in (phrase, *_sentences(text)))
        or _POSING.search(text)
        or _FOREIGN.search(lowered)
    ):
        return "instruction"
    if _LEGAL.search(phrase):
        return "legal_advice"
    if _PROMISE.search(phrase):
        return "promise"
    if _DECISION.search(phrase):
        return "decision"
    if _WRITING.search(phrase):
        return "writing"
    return "information"
