"""Two people who differ in who they are, and in nothing else, have the same lines, byte by byte."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from bot.screening import Document
from bot.screening.report import canonical
from tests.matching.reading.test_counterfactual_pairs import (
    ENGLISH,
    HEADLINE,
    OTHERS,
    PROSE,
    TIDY,
    WOMAN,
)
from tests.screening.conftest import ROLE, confirm_all

PLACED = """
{name}
{street} | {phone}
{birth}, {family}, {nation}, {faith}

BERUFSERFAHRUNG
03/2019 – heute Vertriebsleiter, Muster GmbH
- Leitung eines Teams von sechs Personen

PROFIL
Ich bin {age} Jahre alt und verhandle gern. Ich bin {kin}. Ich habe {illness}. Ich komme aus {land}.
Ich verdiene {pay}.

SPRACHEN
Englisch (B2)

{town}, 02.11.2026 {name}
"""
VALUES = {
    "name": ("Holger Quastmann", "Aylin Demirtaş", "Nguyễn Thị Hoa", "Oluwaseun Adeyemi",
             "Łukasz Wiśniewski", "Jean-Baptiste N'Diaye", "Ludwig van der Meer", "Eva Koch"),
    "street": ("Am Eichenholz 4, 49074 Osnabrück", "14 Rowan Close, Leeds LS8 4QW",
               "ul. Długa 15/3, 00-238 Warszawa", "Annenstraße 5, 8010 Graz", "24103 Kiel"),
    "phone": ("0221 445566", "+48 601 234 567", "0176/22334455"),
    "birth": ("geb. 21.10.1978", "*1985", "geb. 14/09/1988 in Lyon", "Jg. 1985", "34 J."),
    "family": ("verh.", "ledig", "pacsée, 2 enfants", "verwitwet", "zwei Söhne", "getrennt lebend"),
    "nation": ("deutsch", "Französin", "Türke", "syrisch", "Spätaussiedler", "EU-Bürger", "Polin"),
    "faith": ("ev.-luth.", "röm.-kath.", "Hindu", "muslimisch", "konfessionslos", "alevitisch"),
    "age": ("19", "34", "47", "63"),
    "kin": ("verheiratet", "alleinerziehende Mutter", "Witwer", "Vater von drei Kindern", "schwul",
            "lesbisch", "gehörlos", "Muslima", "Mitglied der SPD", "schwanger"),
    "illness": ("Asthma", "Diabetes Typ 1", "drei Kinder", "einen Schwerbehindertenausweis",
                "die türkische Staatsangehörigkeit", "Migräne", "eine Niederlassungserlaubnis"),
    "land": ("Syrien", "Polen", "Frankreich", "der Türkei", "Kenia", "Österreich"),
    "pay": ("3.400 € brutto", "52.000 Euro im Jahr", "2.750 netto", "£31,700"),
    "town": ("Köln", "Bad Homburg", "Frankfurt am Main", "Leeds"),
}  # fmt: skip
FORMS = {"tidy": TIDY, "headline": HEADLINE, "prose": PROSE, "english": ENGLISH}


def _bytes(candidate) -> bytes:
    told = asdict(candidate)
    del told["code"], told["pseudonym"]
    return canonical(told)


@pytest.mark.parametrize("form", FORMS)
def test_pairs_are_one_report(screenings, matcher, form):
    """Name, sex, age, photo line, origin, family, address: all against the same person."""
    people = [WOMAN, *(WOMAN | other for other in OTHERS.values())]
    texts = list(dict.fromkeys(FORMS[form].format(**person) for person in people))
    documents = [Document(text.encode(), f"{n}.txt") for n, text in enumerate(texts)]
    report = screenings.start(matcher, ROLE, documents, "Ada Krüger").report
    assert report.failures == () and len(report.candidates) == len(texts) > 3
    assert len({_bytes(candidate) for candidate in report.candidates}) == 1
    assert any(line.evidence for line in report.candidates[0].lines)


@pytest.mark.parametrize("field", VALUES)
def test_whatever_stands_in_header_sentence_or_footer_is_one_report(screenings, matcher, field):
    """Every value of one field, wherever it is told, against the same person."""
    person = {name: values[0] for name, values in VALUES.items()}
    texts = [PLACED.format(**(person | {field: value})) for value in VALUES[field]]
    documents = [Document(text.encode(), f"{n}.txt") for n, text in enumerate(texts)]
    report = screenings.start(matcher, ROLE, documents, "Ada Krüger").report
    assert report.failures == () and len(report.candidates) == len(texts) > 2
    assert len({_bytes(candidate) for candidate in report.candidates}) == 1
    assert any(line.evidence for line in report.candidates[0].lines)


def test_another_qualification_is_another_report(screenings, matcher):
    """The comparison above can fail."""
    texts = [TIDY.format(**WOMAN), TIDY.format(**WOMAN).replace("Englisch (B2)", "Englisch (A1)")]
    documents = [Document(text.encode(), "x") for text in texts]
    report = screenings.start(matcher, ROLE, documents, "Ada Krüger").report
    assert len({_bytes(candidate) for candidate in report.candidates}) == 2


def test_pairs_are_the_same_in_every_file(screenings, matcher):
    texts = [TIDY.format(**(WOMAN | OTHERS[who])) for who in ("origin", "sex")]
    documents = [Document(text.encode(), "x") for text in texts]
    started = screenings.start(matcher, ROLE, documents, "Ada Krüger")
    confirm_all(screenings, started)
    data = screenings.export(started.report.id, "csv", "Ada Krüger").data.decode("utf-8-sig")
    one, two = (c.pseudonym for c in started.report.candidates)
    rows = data.split("\r\n")
    assert [r.replace(one, "") for r in rows if one in r] == [
        r.replace(two, "") for r in rows if two in r
    ]
