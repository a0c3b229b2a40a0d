"""Labels before what says who a person is ("Geburtsdatum: …"), by kind."""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.matching.profile import RemovedKind
from bot.matching.reading.spelling import spelt

_LABELS: Final[dict[RemovedKind, str]] = {
    "name": r"""(?:vor|nach|familien|zu|ruf|geburts|mädchen)?name[n]?|vor-?\s?(?:und|&|/)\s?
        (?:nach|zu)name|name,?\svorname|first\sname|last\sname|surname|given\snames?|full\sname|
        family\sname|bewerber(?:in)?|kandidat(?:in)?|candidate|applicant|initialen|
        nom(?:\set\sprénom)?|prénom|nombre|apellidos?|nome|cognome|imię(?:\si\snazwisko)?|nazwisko|
        ad[ıi]?\s?soyad[ıi]?|soyad[ıi]?|имя|фамилия|früherer\sname""",
    "address": r"""(?:wohn|post|privat|heimat|melde)?(?:adresse|anschrift)|wohn(?:ort|haft|sitz)
        (?:\sin)?|(?:straße|strasse|str\.)(?:\s?/?\s?(?:nr|hausnummer)\.?)?|plz(?:\s?[/,&]?\s?
        (?:und\s)?(?:wohn)?ort)?|ort|postleitzahl|(?:home\s|postal\s)?address|residence|place\sof
        \sresidence|city|country|land|location|bundesland|zip(?:\scode)?|wohnt\sin|lebt\sin|
        adresse\spostale|domicile|indirizzo|residenza|dirección|domicilio|adres|adr\.|heimatort|
        (?:derzeitiger|aktueller|ständiger)\swohn(?:ort|sitz)""",
    "contact": r"""tel(?:efon)?(?:nummer|nr)?\.?(?:\s?\(?(?:privat|mobil|dienstlich)\)?)?|
        mobil(?:telefon|nummer|funk)?\.?|handy(?:nummer)?|fax|fon|e-?\s?mail(?:[\s-]?adresse)?|mail|
        phone(?:\snumber)?|mobile(?:\sphone)?|cell|telephone|web(?:site|seite)?|homepage|internet|
        url|linked-?in|xing|github|gitlab|skype|profiles|kontakt|contact|social\smedia|twitter|
        instagram|facebook|teams|whatsapp|online-?profile?|telegram|threema|tiktok|youtube|
        (?:tel|handy|mobil|telefon|fax|phone)\.?[\s-]?(?:nr|no)\.?|tél(?:éphone)?\.?|teléfono|
        telefono|courriel|cep\stel|mob\.?|rufnummer|erreichbar\s(?:unter|über)""",
    "birth": r"""geb(?:oren|\.)?(?:\sam)?(?:\s?/\s?in)?|geburts(?:datum|tag|ort|jahr|land|stadt)
        (?:\s?(?:[,/&]|und)\s?-?\s?(?:geburts)?(?:datum|tag|ort|jahr|land)?)*|alter|age|jahrgang|
        (?:date|place)\sof\sbirth(?:\s(?:and|/)\s(?:date|place)(?:\sof\sbirth)?)?|born|birthday|
        birth\s?(?:date|place)|dob|d\.o\.b\.|sternzeichen|lebensalter|namenstag|
        geb\.?-?\s?(?:dat(?:um)?|ort|tag|jahr|am)\.?|née?(?:\sle)?|âge|edad|età|wiek|yaş|возраст|
        (?:date|lieu|date\set\slieu)\sde\snaissance|nat[oa](?:/a)?(?:\sil)?|data\sdi\snascita|
        (?:data\se\s)?luogo\s(?:e\sdata\s)?di\snascita|(?:fecha|lugar)\sde\snacimiento|
        (?:data|miejsce|data\si\smiejsce)\surodzenia|doğum\s(?:tarihi|yeri)|дата\sрождения""",
    "photo": r"""(?:bewerbungs|pass|profil|porträt)?(?:foto|bild)|lichtbild|photo|picture|image|
        avatar""",
    "sex": r"""geschlecht|anrede|sex|gender|pronomen|pronouns|salutation|geschlechtsidentität|
        (?:sexuelle|geschlechtliche)\s(?:orientierung|identität)|sexual\sorientation|sexe|sexo|
        gender\sidentity|sesso|płeć|cinsiyet(?:i)?|пол|civilité""",
    "nationality": r"""staats(?:angehörigkeit|bürgerschaft|ang\.?|b\.?)(?:en)?|
        nationalität(?:en)?|nationality|citizenship|herkunft(?:sland|sort)?|origin|ethnicity|ethnie|
        migrationshintergrund|aufenthalts(?:status|titel|erlaubnis|genehmigung)|
        arbeits(?:erlaubnis|genehmigung)|visum|visa(?:\sstatus)?|work\spermit|volkszugehörigkeit|
        einreise|in\sdeutschland\sseit|in\sgermany\ssince|nat\.|nat(?=\s?:)|abstammung|
        staatsangeh\.|nationalité|nazionalità|nacionalidad|cittadinanza|narodowość|obywatelstwo|
        uyru(?:k|ğu)|гражданство|residence\s(?:permit|status)|immigration\sstatus|right\sto\swork|
        hautfarbe""",
    "religion": r"""religion(?:szugehörigkeit|sgemeinschaft)?|konfession|glaube|bekenntnis|
        kirchenzugehörigkeit|denomination|faith|weltanschauung|rel\.?(?:-?zug\.?)?|konf\.?|
        (?:partei|gewerkschafts)(?:mitglied(?:schaft)?|zugehörigkeit)|partei|gewerkschaft|
        political\s(?:party|affiliation)|(?:trade\s)?union\smember(?:ship)?|wyznanie|religione|
        politische\s(?:ausrichtung|gesinnung|einstellung)|religión|kirchensteuermerkmal""",
    "family": r"""familien(?:stand|verhältnisse|status)(?:\s?(?:[,/&]|und)\s?kinder)?|kinder|kind|
        ehe(?:partner|mann|frau)|marital\sstatus|children|eltern|vater|mutter|geschwister|
        family(?:\sstatus)?|spouse|civil\sstatus|personenstand|familie|partner|
        (?:name\sund\s)?beruf\sde[rs]\s(?:eltern|vaters|mutter)|zivilstand|kinderzahl|
        fam(?:ilien)?\.?-?\s?(?:st(?:and|\.)|status)\.?|anzahl\s(?:der\s)?kinder|verheiratet\sseit|
        état\scivil|situation\s(?:de\sfamille|familiale)|stato\scivile|estado\scivil|dependents?|
        stan\scywilny|medeni\s(?:hali?|durumu?)|семейное\sположение|enfants|hijos|figli|dzieci|
        name\s(?:des|der)\s(?:vaters?|mutter|ehepartners|ehegatten)|unterhaltspflichten""",
    "health": r"""gesundheit(?:szustand)?|(?:schwer)?behinderung(?:en|sgrad)?|disability|
        grad\sder\sbehinderung|gdb|health|raucher|nichtraucher|blutgruppe|(?:körper)?größe|
        (?:körper)?gewicht|height|weight|impf(?:status|ungen|schutz)|smoker|allergien?|
        schwerbehindert(?:enstatus|enausweis)?|gleichstellung|schwangerschaft|allerg(?:y|ies)|
        gesundheitliche\s(?:einschränkungen|eignung|verfassung|probleme)|(?:vor)?erkrankungen|
        (?:chronische\s)?krankheiten|(?:medical|health)\s(?:conditions?|status|history)|
        disabilities|schwerbeh\.?|einschränkungen|sehhilfe|brillenträger|pflegegrad|
        vaccination(?:\sstatus)?""",
    "pay": r"""(?:mein\s|my\s)?
        (?:(?:aktuelle|derzeitige|bisherige|letzte|jetzige|gewünschte)[srn]?\s)?
        (?:(?:brutto|netto|jahres|monats|wunsch|fix|grund|ziel)*(?:gehalt|lohn|einkommen|verdienst)
        (?:s?-?(?:vorstellung|wunsch|forderung|rahmen|historie|angabe|erwartung)(?:en)?)?|vergütung)
        (?:\s?\([^)]*\))?|(?:(?:current|expected|desired|last|previous)\s)?
        (?:salary|compensation|pay|wage)(?:\s(?:expectations?|history|requirements?|expected))?|
        (?:tages|stunden)satz|(?:day|hourly)\srate|verdienst|(?:jahres|monats)brutto|
        besoldung(?:sgruppe)?|(?:entgelt|vergütungs|tarif)gruppe|eingruppierung|bezüge""",
}  # fmt: skip
_OPEN = r"(?P<value>\s*(?::|\t|=|\s[–—-]\s)\s*\S.*|\s*:?\s*)"
LABELLED: Final[tuple[tuple[RemovedKind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(rf"\W*(?P<label>{spelt(''.join(labels.split()))}){_OPEN}", re.I))
    for kind, labels in _LABELS.items()
)
SHARED_WITH_WORK: Final = frozenset(
    """
    ort land city country location kontakt contact kinder partner familie gesundheit health internet
    teams github linkedin xing religion vater facebook mail web instagram twitter bild foto eltern
    mutter youtube tiktok telegram einschränkungen krankheiten erkrankungen impfungen partei
    gewerkschaft nat allergien family image gewicht größe height weight domicile glaube nome
    besoldung eingruppierung
    """.split()
) | {"social media"}
"""Labels of the work too ("Ort: Leitstelle"): they are personal above the first heading only."""

_INSIDE = "|".join(spelt("".join(labels.split())) for labels in _LABELS.values())
_LABEL = re.compile(rf"(?<![^\s,;|(])(?:{_INSIDE})\s?[:=](?=\s?\S)", re.I)


def labelled_parts(text: str, *, header: bool) -> list[str]:
    """A line before each of its labels: "Name: … Geb.: … Rel.: …"; a sentence stays whole.

    Args:
        text: one line.
        header: whether it may begin without a label.
    """
    if ":" not in text and "=" not in text:
        return [text]
    starts = [match.start() for match in _LABEL.finditer(text)]
    if not starts or not (header or not text[: starts[0]].strip()):
        return [text]
    cuts = [0, *(start for start in starts if text[:start].strip()), len(text)]
    return [text[a:b].strip(" ,;|") for a, b in itertools.pairwise(cuts)]
