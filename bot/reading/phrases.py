"""The German (and a few English) phrases by which web articles give away their boilerplate.

All are compared with text folded by ``normalise.fold``: lower case, umlauts without dots,
ß as ss. Add a phrase here, and a line to ``tests/reading/test_cleaning.py``.
"""

from __future__ import annotations

import re

#: A whole line that only steers the reader.
NAVIGATION = frozenset(
    phrase.strip()
    for phrase in """
    zuruck | weiter | nach oben | zum seitenanfang | zuruck zur ubersicht | zur startseite
    startseite | teilen | artikel teilen | beitrag teilen | jetzt teilen | drucken | merken | menu
    suche | suchen | navigation | home | login | anmelden | registrieren | impressum | datenschutz
    datenschutzerklarung | agb | kontakt | newsletter | newsletter abonnieren | kommentieren
    kommentare | inhaltsverzeichnis | inhalt | weiterlesen | mehr lesen | mehr erfahren
    jetzt bewerben | zum stellenmarkt | zum artikel | anzeige | werbung | vorheriger artikel
    nachster artikel | zum inhalt springen | auf facebook teilen | auf twitter teilen
    auf linkedin teilen | auf xing teilen | per e-mail teilen | link kopieren | alle akzeptieren
    ablehnen | back | share | skip to content
    """.replace("\n", "|").split("|")
    if phrase.strip()
)

#: A label in front of a link to another page: "Mehr erfahren: …".
TEASER_LABELS = (
    r"mehr erfahren|so geht'?s|zum stellenmarkt|zum artikel|zum thema|zum weiterlesen|weiterlesen|"
    r"lese-?tipps?|lesen sie auch|lesen sie hier|lies auch|auch interessant|passend dazu|"
    r"siehe auch|mehr dazu|mehr zum thema|das konnte (?:sie|dich) auch interessieren|passende jobs|"
    r"aktuelle jobs|jetzt bewerben|tipp der redaktion|read more"
)

#: The start of a sentence that does nothing but point elsewhere.
TEASER_OPENERS = (
    r"lesen sie (?:auch|hier|dazu|mehr)\b|lies (?:auch|hier|dazu)\b|hier (?:klicken|geht's) |"
    r"klick(?:en sie)? hier\b|"
    r"jetzt (?:kostenlos )?(?:herunterladen|abonnieren|anmelden|registrieren)\b"
)

#: A heading above links to other articles; with it goes everything that it heads.
TEASER_HEADINGS = re.compile(
    r"(?:weitere|ahnliche|verwandte|passende|mehr|neueste|aktuelle|beliebte|empfohlene)"
    r" (?:(?:\w+e|key account manager|account manager|sales) )?"
    r"(?:artikel|beitrage|blogartikel|blogbeitrage|jobs|stellenangebote|stellenanzeigen|ratgeber)"
    r"(?: (?:zum thema|fur sie|fur dich|von|aus dem|aus der|in unserem|auf)\b.*)?\W*"
    r"|(?:das )?(?:konnte|durfte) (?:sie|dich|euch) (?:auch|ebenfalls) interessieren\W*"
    r"|(?:auch interessant|mehr zum thema|lesen sie auch|lies auch|zum weiterlesen)\W*"
    r"|(?:schreibe einen kommentar|kommentare)(?: \(\d+\))?\W*|newsletter(?: abonnieren)?\W*"
    r"|related (?:articles|posts)\W*"
)

#: A heading above a notice on gendered language.
GENDER_HEADINGS = re.compile(
    r"(?:gender-?hinweis|hinweis zum gendern|hinweis zur (?:gender\w*|sprache)|"
    r"gendergerechte sprache)\W*"
)
#: The start of such a notice …
GENDER_OPENERS = re.compile(
    r"(?:hinweis: )?(?:aus grunden der|zur|zugunsten der|fur eine) (?:besseren?|leichteren?|"
    r"einfacheren?)? ?(?:lesbarkeit|lesefluss)|gender-?hinweis"
)
#: … and the words, one of which is in every sentence of it.
GENDER_WORDS = re.compile(
    r"geschlecht|sprachform|generisch|maskulin|personenbezeichnung|lesbarkeit|wertfrei|"
    r"gleichermassen|mannlich|weiblich|divers\b"
)

#: A picture credit, at the start of a line or in brackets.
CREDIT = (
    r"(?:fotos?|bild(?:er)?|beitragsbild|titelbild|teaserbild|bildquellen?|bildnachweise?|"
    r"fotocredits?|bildrechte|bildautor|photo|image|picture)(?: (?:von|by|credits?))?"
)

#: A paragraph that offers vacancies rather than describing work.
JOB_AD = re.compile(
    r"(?:offene|freie|aktuelle|passende|spannende|viele|alle)?\s?"
    r"(?:stellen|stellenangebote|jobs|jobangebote|stellenanzeigen|vakanzen)\b[^.]{0,60}"
    r"\bfind(?:et|en|est)\b[^.]{0,60}"
    r"\b(?:auf|unter|hier|in unser|bei uns|im stellenmarkt|in der jobborse)"
)

#: An article that speaks of its own series.
SERIES_OPENER = re.compile(
    r"(?:in|aus) (?:der|unserer|dieser) (?:\w+-)?(?:reihe|serie|artikelreihe)\b"
)
SERIES_LINK = re.compile(r"\b(?:alle|weitere) (?:teile|folgen|artikel|beitrage)\b")

#: Cookie banners.
COOKIES = re.compile(
    r".*\bcookies?\b.*(?:verwend|nutz|einsatz|akzept|zustimm|einstellung|ablehn|seite|use)"
    r"|(?:wir (?:verwenden|nutzen)|diese (?:web)?seite (?:verwendet|nutzt)|we use).*\bcookies?\b"
    r"|cookie[- ]?(?:einstellungen|hinweis|richtlinie)s?"
)

#: A row of jump links: "Direkt zu: …".
MENU_OPENERS = re.compile(
    r"(?:direkt zu|direkt zum|springe(?:n sie)? zu|inhalt|inhaltsverzeichnis|auf dieser seite|"
    r"sie sind hier|navigation)\s?:"
)

#: What may stand beside the dates of a date line; each class decides what the date means.
UPDATED = r"update|aktualisiert|aktualisierung|geandert|uberarbeitet|stand|updated|last update"
PUBLISHED = r"veroffentlicht|veroffentlichung|publiziert|erschienen|erstellt|datum|published|posted"
DATE_FILLERS = (
    r"letzte|zuletzt|am|vom|von|um|uhr|on|at|lesezeit|lesedauer|lesezeit ca|ca|min|minuten?|"
    r"minutes|read|lesen|reading|time"
)

#: Country names beside the two-letter codes that front matter may carry.
COUNTRIES = {
    "deutschland": "DE",
    "germany": "DE",
    "osterreich": "AT",
    "austria": "AT",
    "schweiz": "CH",
    "switzerland": "CH",
    "usa": "US",
    "vereinigte staaten": "US",
}

STOP_WORDS = {
    code: frozenset(words.split())
    for code, words in (
        ("de", "der die das und ist nicht ein eine mit für auf sich den im zu von"),
        ("en", "the and is not a an with for on of to in are that this you"),
    )
}
