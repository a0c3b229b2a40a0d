"""Rules on religion and on what is asked for with an application, earlier pay among it."""

from __future__ import annotations

from bot.screening.adverts.finding import Rule, matching
from bot.screening.adverts.phrases import EXCLUDED, IS

_ASKS = (
    r"\b(?:bewerb\w+|bewirb\w*|lebenslauf|lebensläufe|unterlagen|anschreiben|cv|résumé|resume|"
    r"application|apply)\b"
)
_GIVE = (
    r"\b(?:bitte|please|beifüg\w*|beizufüg\w*|beileg\w*|beigefügt\w*|fügen sie|legen sie|"
    r"attach\w*|enclose\w*|upload|include (?:an?|your))\b"
)
_NOT_ASKED = (
    r"\b(?:ohne|kein\w*|nicht|verzicht\w+|freiwillig|optional\w*|without|no|not|don't|never|"
    r"omit|voluntary)\b"
)
_CREED = (
    r"(?:evangelisch|katholisch|christlich|muslimisch|islamisch|jüdisch|protestantisch|"
    r"orthodox)\w*"
)
_BELIEVER = r"(?:christ|katholik|protestant|muslim|moslem|jude|buddhist)(?:en|innen|in|e|s)?"
_PRIVATE = (
    r"(?:geburts(?:datum|tag|ort|jahr)s?|familienstands?|alters?|konfession|religion|"
    r"religionszugehörigkeit|nationalität|staatsangehörigkeit|geschlechts?|kinderzahl|"
    r"anzahl (?:der|ihrer|deiner) kinder|gesundheitszustands?|schwangerschaft|körpergröße|"
    r"herkunft|marital status|(?:date|place) of birth|birth ?date|age\b(?!-)|nationality|gender|"
    r"religion|number of children|health status|ethnicity)"
)
_EARLIER = (
    r"(?:bisherig|gegenwärtig|aktuell|derzeitig|momentan|jetzig|vorherig|letzt|früher|"
    r"vergangen)e?[nrsm]?"
)
_PAY = (
    r"(?:brutto|netto|jahres|monats|grund|fix|fest|ziel|stunden)*-?(?:gehalt|gehälter|lohn|"
    r"einkommen|verdienst|vergütung|bezüge|entgelt|salär|brutto|netto)(?:e?s|paket)?"
)

BELIEF: tuple[Rule, ...] = (
    Rule(
        "religion",
        matching(
            rf"\b(?:mitglied\w*|zugehörig\w*|angehörig\w*|gehören|gehörst)\b[^.;]{{0,40}}?"
            rf"(?P<q>\b{_CREED} "
            r"(?:kirche\w*|konfession\w*|glauben\w*|gemeinde\w*|religion\w*))",
            r"\b(?:kirchen(?:zugehörigkeit|mitglied\w*)|konfessionszugehörigkeit)\b",
            r"\b(?:mitglied\w*|zugehörig\w*) (?:\w+ ){0,4}?(?P<q>kirche)\b",
            r"\b(?:nur|keine?|ausschließlich|bevorzugt)\b[^.;]{0,30}?"
            rf"(?P<q>\b{_CREED} glaubens)\b",
            rf"{IS}[^.;]{{0,20}}?(?P<q>\b(?:evangelisch|katholisch|muslimisch|jüdisch|christlich|"
            rf"getauft|gläubig))\b(?! \w)",
            rf"\b(?P<q>{_BELIEVER}|kopftuchträger\w*){EXCLUDED}",
            rf"\b(?P<q>{_BELIEVER}) (?:werden )?(?:bevorzugt|erwünscht|gesucht)\b",
            rf"\b{_CREED} (?P<q>glauben?s?)\b[^.;]{{0,30}}?\b(?:voraussetzung|vorausgesetzt|"
            r"erforderlich|erwünscht|notwendig|bedingung)",
            rf"\b(?:bekennende|gläubige|praktizierende|überzeugte|aktive)[rn]? {_BELIEVER}\b",
            rf"\b(?:nur|keine|ausschließlich) (?P<q>{_BELIEVER}|{_CREED} "
            r"(?:bewerb\w+|mitarbeit\w+|kandidat\w+))\b",
            rf"\b(?P<q>{_CREED} (?:bewerb\w+|kandidat\w+))\b[^.;]{{0,40}}?\b(?:nicht|bevorzugt)",
            r"\b(?:konfessionell|kirchlich) gebunden\b|\bkonfessions(?:los|gebunden)\b",
            r"\b(?:kein\w*|ohne|no|without|not? wear\w*) (?:an? )?(?P<q>kopft[uü]ch\w*|"
            r"headscar\w+|hijabs?|religiöse\w* (?:symbole\w*|kleidung|zeichen)|"
            r"religious (?:symbols|clothing|dress))",
            r"\bmember of (?:the|a) (?P<q>(?:\w+ )?(?:church|denomination))\b",
            r"\b(?:practi[sc]ing|devout|committed) (?:christians?|catholics?|muslims?|jews?|"
            r"protestants?)\b",
            unless=r"\b(?:willkommen|welcome)\b",
        ),
    ),
)

ASKED: tuple[Rule, ...] = (
    Rule(
        "photo",
        matching(
            r"\b(?:lichtbild\w*|(?:bewerbungs|pass|porträt|portrait|ganzkörper)?fotos?|"
            r"(?:bewerbungs|pass|profil)bild\w*|bild von (?:ihnen|dir)|aktuelle[sn]? bild|"
            r"photos?|photographs?|headshot)\b",
            r"\b(?:cv|résumé|resume|application)\b[^.;]{0,30}?\b(?P<q>picture)\b",
            needs=rf"{_ASKS}|{_GIVE}",
            unless=_NOT_ASKED + r"|\b(?:produkt|katalog|shop|redaktion|aufnehm|"
            r"aufnahme|bearbeit|studio|entwickel)\w*",
            not_after=r"\b(?:unsere|our)\s+",
        ),
    ),
    Rule(
        "personal_data",
        matching(
            r"\b(?:geburtsdatums?|geburtsort|familienstands?|marital status|date of birth)\b",
            rf"\bangaben? (?:\w+ ){{0,3}}?(?P<q>{_PRIVATE})\b",
            rf"\b(?:nennen|teilen|tell us|state|include|including|provide|indicate|specify|give)\b"
            rf"[^.;]{{0,40}}?\b(?P<q>{_PRIVATE})\b",
            rf"\b(?P<q>{_PRIVATE})\b[^.;]{{0,40}}?\b(?:angeben|anzugeben|mitteilen|nennen|an)\b",
            needs=_ASKS + r"|\bangabe\w*|\bangeben\b|\bgeben\b.*\ban\b|\bnennen\b|\bstate\b|"
            r"\bplease\b|\bbitte\b|\byour\b",
            unless=_NOT_ASKED + r"|\b(?:kund\w+|patient\w*|antrag\w*)\b",
            not_after=r"\b(?:im|jeden|of|regardless of)\s+",
        ),
    ),
    Rule(
        "pay_history",
        matching(
            rf"\b{_EARLIER}(?:(?:,| und| oder| sowie| /) (?:ihr\w* |dein\w* )?\w+)? {_PAY}\b",
            r"\b(?:current|previous|last(?: drawn)?|past|present|most recent|existing) "
            r"(?:\w+ ){0,2}?(?:salar(?:y|ies)|pay|compensation|wages?|remuneration|earnings|"
            r"income)(?: package)?\b|\bcurrent (?:and|&|/) (?:expected|desired) (?:salary|pay)\b|"
            r"\b(?:salary|pay) history\b",
            r"\bist-?gehalt\w*",
            needs=r"\b(?:bewerb\w+|angabe\w*|angeben|nennen|teilen|mitteilen|verraten|ihr\w*|"
            r"dein\w*|bitte|please|state|include|provide|tell|disclose|your|what|proof|expected)\b",
            unless=r"\bgehaltsband|\bunsere\w*\b|\bour\b|" + _NOT_ASKED,
        ),
    ),
    Rule(
        "pay_history",
        matching(
            r"\b(?:gehalts|lohn|verdienst|einkommens)(?:nachweis|bescheinigung)\w*"
            r"(?= [^.;]{0,20}?\b(?:letzt|bisherig|vorig|früher)\w*)",
            unless=_NOT_ASKED + r"|\b(?:erstell\w+|prüf\w+|bearbeit\w+)\b",
        ),
    ),
    Rule(
        "pay_history",
        matching(
            r"\b(?:gehalts|lohn|verdienst|einkommens)(?:nachweise?n?|abrechnung\w*|historie|"
            r"bescheinigung\w*|zettel\w*|streifen)\b|\b(?:pay|salary) ?slips?\b",
            r"\b(?:was|wie viel|wieviel) verdien(?:en sie|st du)\b",
            r"\b(?:was|wie viel|wieviel) (?:sie|du) (?:\w+ ){0,2}?verdien\w+\b",
            r"\b(?:what|how much) (?:do|did) you (?:currently |now )?(?:earn|make)\b|"
            r"\b(?:what|how much) you (?:currently|now) (?:earn|make)\b",
            needs=r"\b(?:füg\w+|beifüg\w*|beileg\w*|vorleg\w*|send\w*|schick\w+|leg\w+|"
            r"einreich\w*|mitbring\w*|bewerb\w+|bitte|please|verdien\w*|earn|make|attach|enclose|"
            r"include|provide)\b",
            unless=_NOT_ASKED + r"|\b(?:erstell\w+|prüf\w+|bearbeit\w+|prepare|process\w*|"
            r"bei uns|with us|here)\b",
        ),
    ),
)
