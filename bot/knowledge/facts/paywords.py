"""Words that tell pay from other money, gross from net, fixed from variable."""

from __future__ import annotations

from typing import Final

from bot.facts import Statistic
from bot.knowledge.facts.amounts import Amount, amounts_in
from bot.knowledge.facts.circumstances import Mention
from bot.knowledge.facts.patterns import german
from bot.knowledge.facts.statements import Statement
from bot.knowledge.topics import topics_of

PAY: Final = german(
    r"\b(?:\w*gehalt(?!en\b|e\b|sabrechn|sbudget|skosten)\w*|\w*gehälter\w*|verdien(?!stvoll)\w*|"
    r"\w+verdienst\w*|\w*vergütung\w*|"
    r"vergütet\w*|(?:\w+|)l[oö]hn(?:e|en|s|es)?|\w*lohn|entlohn\w*|\w*bezahlung|"
    r"(?<!je nach )(?<!nach )\w*einkommen(?!steuer)\w*|"
    r"(?:\w+-?)?entgelt\w*|brutto\w*|\w*netto|salär\w*|salary|\w*honorar\w*|\w*stundens[aä]tz\w*|"
    r"\w*tagess[aä]tz\w*|\w*gage|fixum|tarif(?!v)\w*|entgeltgruppe\w*|besoldung\w*|dotiert|earns?|"
    r"monatsbrutto|jahresbrutto|zielgehalt|ote|"
    r"steig(?:t|en|st) (?:\w+ ){0,4}mit)\b"
)
PAYS: Final = german(
    r"\b(?:(?:be)?zahl(?:en|t)|gezahlt|kommen? (?:\w+ ){0,4}auf|kommt|bietet|bieten|bot|boten|"
    r"zahlte\w*|"
    r"bekomm\w*|erh(?:a|ä)lt\w*|erhalten|starte[nt]|startet|beginn\w*|"
    r"einsteig\w*|steig(?:t|en)|erreich\w*|erziel\w*|rechnen|lieg(?:t|en)|liegen|bewegt|bewegen|"
    r"drin|"
    r"möglich|erwart\w*|verlang\w*|ab(?:rufen|rechn\w*)|klettert|winken|kassier\w*|fallen)\b"
)
NOT_PAY: Final = german(
    r"\b(?:\w*ums[aä]tz\w*|\w*volum(?:en|ens|ina)\w*|\w*budget\w*|\w*etats?\b|\w*investition\w*|"
    r"investier\w*|"
    r"\w*kosten\b|kostet\w*|\w*preise?s?n?\b|\w*gebühr\w*|\w*(?<!mehr)werte?s?n?\b|\w*bilanz\w*|"
    r"\w*auftr[aä]g\w*|\w*projekt(?:e|en)? (?:mit|über|von|ab)|\w*kredit\w*|\w*schaden\w*|"
    r"\w*schäden\w*|"
    r"\w*förder(?:ung|mittel|summe)\w*|\w*bußgeld\w*|\w*miete\w*|\w*beitr[aä]g\w*|\w*steuer[n]?\b|"
    r"\w*zusch(?:uss|üsse)\w*|\w*ersparnis\w*|einspar\w*|\w*einsparung\w*|\w*vermögen\w*|"
    r"\w*kapital\w*|"
    r"\w*deals?\b|(?!tarif|arbeits)\w*vertr[aä]g(?!lich)\w*|\w*summen?\b|\w*anschaff\w*|"
    r"\w*strafe\w*|(?<!in )\b\w*rechnung(?:en)?\b|"
    r"\w*spende\w*|\w*gewinn\w*|\w*erlös\w*|\w*haushalt(?:s|es)?\b|\w*forderung(?:en)?\b|"
    r"\w*grenze\w*|\w*freibetr\w*|\w*ausgaben?\b|ausgeben|\w*einnahme\w*|\w*bestellung(?:en)?\b|"
    r"\w*einkaufsvolumen\w*|\w*portfolio\w*|\w*lizenz\w*|\w*pauschale\w*|\w*depots?\b|"
    r"\w*darlehen\w*|"
    r"\w*stipendi\w*|eltern zahlen|zahlen eltern|bafög|\w*meister-?bafög|\w*kunden\b(?= (?:mit|"
    r"bringen))|\w*einwohner\w*|"
    r"\w*bestand(?:s|es)?\b|\w*lager\b|\w*maschinen?\b|\w*anlagen?\b|\w*fonds\b|\w*objekte?n?\b|"
    r"\w*bauvorhaben\w*|verkauf(?:t|en)\w*|gekauft|\w*ausrüstung\w*|revenue|turnover|"
    r"zwischen (?:\w+ ){1,3}und (?:\w+ ){1,3}(?:lieg|klaff)\w*)\b"
)
# Who pays these isn't the employer: fees and prices. "Pro Platz" is no time either.
PAYERS: Final = german(
    r"\b(?:eltern|kund(?:e|en|in|innen)|mandant\w*|patient\w*|gäste|käufer\w*|mieter\w*|nutzer\w*|"
    r"verbraucher\w*|bürger\w*|klient\w*|teilnehmer\w*|besucher\w*|steuerzahler\w*)(?:[:*]innen)?"
    r"(?= (?:\w+ ){0,4}(?:be)?zahl)|\b(?:be)?zahl\w* (?:\w+ ){0,2}(?:eltern|kund(?:e|en|innen)|"
    r"mandant\w*|patient\w*|gäste|käufer|mieter|nutzer|verbraucher|bürger|klient\w*|teilnehmer)|"
    r"\bfür (?:\w+ )?(?:maut|software|versicherung\w*|material|geräte|strom|werbung)|\bdavon\b"
)
PER_UNIT: Final = german(
    r"^\s*(?:pro|je)\s+(?!jahr|monat|stunde|tag\b|woche|std|h\b|person|schicht|einsatztag|nach\b|"
    r"arbeits|annum|kalender|kopf|mitarbeiter|werktag|personen)\w+|^.{0,30}\bpro (?:kind|platz|"
    r"kunde)\b"
)
TAXED: Final = german(r"^\s*\(?(?:brutto|netto)\b")
# "um 100 Euro niedriger", "300 Euro mehr": a difference between two salaries.
DIFFERENCE_BEFORE: Final = german(r"\bum (?:etwa |rund |ca\. |bis zu |bis |circa |gut |knapp )*$")
DIFFERENCE_BEHIND: Final = german(
    r"^\s*(?:brutto |netto )?(?:mehr|weniger|zusätzlich|extra|obendrauf|höher|niedriger|darüber|"
    r"darunter|aufschlag|unterschied|differenz)\b"
)
EXTRA: Final = german(
    r"\b(?:\w*zulage\w*|\w*zuschl[aä]g\w*|\w*bonus(?!regel)\w*|boni|\w*präm(?:ie|ien)\b|"
    r"\w*provision(?:en)?\b|"
    r"weihnachtsgeld\w*|urlaubsgeld\w*|\w*sonderzahlung\w*|einmalzahlung\w*|\w*antrittsgeld\w*|"
    r"variable[rnm]? (?:anteil\w*|vergütung\w*|gehalt\w*|bestandteil\w*|teil\w*)|variabel|"
    r"\w*mehr(?= (?:im|pro|verdien\w*|gehalt))|gehaltsplus|\w*erhöhung\w*|aufschlag|aufschläge|"
    r"unterschied\w*|differenz|abstand|vorsprung|weniger(?= verdien))\b"
)
_MEAN = german(r"ø|\b(?:\w*durchschnitt\w*|im schnitt|im mittel\b|mittelwert\w*|gemittelt|average)")
_MEDIAN = german(r"\b\w*median\w*")
_GROSS = german(r"brutto(?!inlands)|vor steuern|before tax|\bgross\b")
_NET = german(r"\b(?:netto|nach steuern|\w*netto)|nettogehalt|nettoverdienst|nettolohn")
_WITH_VARIABLE = german(
    r"\b(?:inklusive|inkl\.|einschließlich|einschl\.|samt|mit|mitsamt|und) (?:\w+ ){0,3}"
    r"(?:bonus|boni|variable\w*|provision\w*|prämie\w*|zulage\w*|zuschläge\w*|leistungs\w+|"
    r"sonderzahlung\w*|erfolgs\w+|schichtzulage\w*)|gesamtvergütung|gesamtgehalt|gesamtpaket|"
    r"gesamteinkommen|jahresgesamt\w+|zielgehalt\w*|jahresziel\w+|zieleinkommen|\bote\b|"
    r"gesamtjahres\w+|"
    r"(?:bonus|boni|variable \w+|provision(?:en)?|zuschläge|zulagen) (?:\w+ ){0,2}"
    r"(?:eingerechnet|inbegriffen|eingeschlossen|mitgerechnet|enthalten|inklusive)"
)
_WITHOUT_VARIABLE = german(
    r"\b\w*grundgeh\w+|\b\w*fixgeh\w+|\bfixum\b|\bbasisgeh\w+|\b\w*festgeh\w+|"
    r"\bfixe[nrsm]? \w*geh\w+|"
    r"\b(?:reine[srn]?) gehalt|\bgrundvergütung|\bgrundlohn\w*|\bfixanteil\w*|\bfix\b|"
    r"\bgrundentgelt\w*|"
    r"\bohne (?:\w+ ){0,2}(?:bonus|boni|variable\w*|provision\w*|prämie\w*|zulagen?|zuschläge\w*)|"
    r"\b(?:zuzüglich|zzgl\.|plus|hinzu kommt|hinzu kommen|dazu kommt|"
    r"dazu kommen) (?:[\w–%-]+ ){0,4}"
    r"(?:bonus|boni|variable\w*|provision\w*|prämie\w*|zulagen?|zuschläge\w*)"
)
VARIABLE: Final = german(
    r"variab|bonus|\bboni\b|provision|prämie|erfolgsbeteilig|gewinnbeteilig|leistungs(?:anteil|"
    r"zulage|"
    r"orientiert|abhängig)|erfolgsabhängig|leistungsbezogen|tantieme|commission"
)
CAR: Final = german(
    r"\b(?:firmenwagen|dienstwagen|firmenauto|dienstfahrzeug|firmenfahrzeug|company car)"
)
_NO_CAR = german(
    r"\b(?:ohne|kein\w*) (?:\w+ )?(?:firmenwagen|dienstwagen|firmenauto)|"
    r"(?:firmenwagen|dienstwagen)\w* (?:\w+ ){0,6}(?:nicht|kaum|selten)\b"
)

# A share of something else than pay, or a condition: "45 Prozent der Kanzleien".
_SHARE_OF_OTHER = german(
    r"^\s*(?:\w*rabatt|der|aller|mehr|weniger|höher|niedriger|(?:des|vom) (?:\w*umsatz|\w*volumen|"
    r"\w*gewinn)\w*)\b"
)
_CONDITION = german(r"\b(?:wenn|sofern|falls|sobald|soweit)\b[^,;]*$")
_FIXED_PART = german(r"\b(?:fixum|fixgehalt|grundgehalt|festgehalt|fixanteil)\b[^,;]*$")


def statistic_of(text: str) -> Statistic | None:
    """What ``text`` calls a figure: "median" or "mean"; None where it calls it neither."""
    if _MEDIAN.search(text):
        return "median"
    return "mean" if _MEAN.search(text) else None


def gross_of(text: str) -> bool | None:
    """True before tax, False net; None where ``text`` says neither or both."""
    gross, net = bool(_GROSS.search(text)), bool(_NET.search(text))
    return None if gross == net else gross


def taxes_in(text: str) -> list[Mention[bool]]:
    """Words for gross (True) and net (False), in order."""
    found = [Mention(True, m.start(), m.end()) for m in _GROSS.finditer(text)]
    found += [Mention(False, m.start(), m.end()) for m in _NET.finditer(text)]
    return sorted(found, key=lambda mention: mention.start)


def includes_variable(text: str) -> bool | None:
    """Whether ``text`` calls a figure all in (True) or the fixed part alone (False)."""
    without, with_variable = _WITHOUT_VARIABLE.search(text), _WITH_VARIABLE.search(text)
    if bool(without) == bool(with_variable):
        return None
    return with_variable is not None


def company_car(text: str) -> bool | None:
    """Whether ``text`` grants a company car; None where it doesn't speak of one."""
    if not CAR.search(text):
        return None
    return not _NO_CAR.search(text)


def in_pay_context(statement: Statement) -> bool:
    """Whether heading or lead-in announce pay, so that an amount needs no word for it."""
    topics = statement.section_topics
    if topics and topics[0] == "salary":
        return True
    # An article on nothing but pay needs no further heading for its lists.
    title = topics_of(statement.source.title)
    if not topics and statement.is_item and title == ["salary"]:
        return True
    return bool(statement.lead_in and PAY.search(statement.lead_in))


def shares_in(text: str) -> list[Amount]:
    """Percentages in ``text`` that may be a share of pay beside its fixed part."""
    return [
        amount
        for amount in amounts_in(text)
        if amount.unit == "percent"
        and not _SHARE_OF_OTHER.search(text[amount.end :])
        and not _CONDITION.search(text[: amount.start])
        and not _FIXED_PART.search(text[: amount.start])
    ]
