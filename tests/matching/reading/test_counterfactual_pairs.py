"""Two people who differ in who they are, and in nothing else, have one profile."""

from __future__ import annotations

import pytest

from bot.matching.profile import Month, Profile
from bot.matching.reading import profile_of_text

TODAY = Month(2026, 11)

TIDY = """
Lebenslauf

{photo}
Persönliche Daten
Name:                {name}
Anrede:              {salutation}
Geschlecht:          {sex}
Geburtsdatum:        {birth}
Geburtsort:          {birthplace}
Anschrift:           {street}
Telefon:             {phone}
E-Mail:              {mail}
Familienstand:       {family}
Staatsangehörigkeit: {nationality}
Konfession:          {religion}

Berufserfahrung
03/2019 – heute    {lead}, Muster GmbH, Köln
                   - {salutation} {surname} führte ein Team von sechs Personen
                   - {pronoun} verantwortete das Budget
06/2014 – 02/2019  {clerk}, Beispiel AG

Ausbildung
08/2011 – 05/2014  Ausbildung {to} {trained}

Sprachen
Deutsch (Muttersprache), Englisch (B2)

{name}
"""

HEADLINE = """
{name}
{lead} | {phone} | {mail}
{street}
{birth}, {family}, {nationality}

Profil
{article} erfahrene{r} {lead} mit zehn Jahren Erfahrung im Vertrieb.

Berufserfahrung
{lead}
Muster GmbH
Januar 2018 – heute
- Betreuung von Schlüsselkunden
"""

PROSE = """
Ich heiße {name}, bin {age} Jahre alt und {family}. Ich komme aus {country}. Ich arbeite seit fünf
Jahren als {lead} bei der Muster GmbH. Zuvor war ich {clerk}. Ich spreche gut Englisch.
"""

ENGLISH = """
{name}
{street}
{mail}

EXPERIENCE
2018-03 – 2024-05  Sales Manager, Acme Ltd
- {he} led a team of six and {his} team won two awards
- {mr} {surname} negotiated contracts
"""

WOMAN = {
    "photo": "[Foto]",
    "name": "Sabine Krüger",
    "surname": "Krüger",
    "salutation": "Frau",
    "sex": "weiblich",
    "birth": "12.03.1988",
    "birthplace": "Hannover",
    "street": "Lindenweg 4, 30159 Hannover",
    "phone": "0511 1234567",
    "mail": "sabine.krueger@example.org",
    "family": "verheiratet",
    "nationality": "deutsch",
    "religion": "evangelisch",
    "lead": "Vertriebsleiterin",
    "clerk": "Kauffrau im Einzelhandel",
    "trained": "Kauffrau für Büromanagement",
    "to": "zur",
    "pronoun": "Sie",
    "article": "Eine",
    "r": "",
    "age": "38",
    "country": "Österreich",
    "he": "She",
    "his": "her",
    "mr": "Mrs",
}
MAN = WOMAN | {
    "photo": "",
    "name": "Mehmet Yılmaz",
    "surname": "Yılmaz",
    "salutation": "Herr",
    "sex": "männlich",
    "lead": "Vertriebsleiter",
    "clerk": "Kaufmann im Einzelhandel",
    "trained": "Kaufmann für Büromanagement",
    "to": "zum",
    "pronoun": "Er",
    "article": "Ein",
    "r": "r",
    "he": "He",
    "his": "his",
    "mr": "Mr",
}
OTHERS = {
    "name": {"name": "Oluwaseun Adeyemi-Schäfer", "surname": "Adeyemi-Schäfer"},
    "name_of_a_trade": {"name": "Sabine Koch", "surname": "Koch"},
    "foreign_name": {"name": "Nguyễn Thị Minh Khai", "surname": "Nguyễn"},
    "capitals": {"name": "SABINE KRÜGER"},
    "particle": {"name": "Ludwig van der Meer", "surname": "Meer"},
    "sex": {k: MAN[k] for k in MAN if MAN[k] != WOMAN[k] and k != "photo"},
    "age": {"birth": "01.12.1961", "age": "64"},
    "photo": {"photo": ""},
    "photo_by_name": {"photo": "Bewerbungsfoto: bild.jpg"},
    "origin": {
        "name": "Amina Haddad",
        "surname": "Haddad",
        "birthplace": "Aleppo",
        "nationality": "syrisch",
        "country": "Syrien",
        "religion": "muslimisch",
    },
    "family": {"family": "ledig"},
    "address": {"street": "Rue de la Paix 12, 75002 Paris", "phone": "+33 1 23456789"},
    "mail": {"mail": "x.y-z99@mail.example.com"},
}


def _profile(template: str, person: dict[str, str]) -> Profile:
    return profile_of_text(template.format(**person), TODAY)


def _without_counts(profile: Profile) -> tuple[object, ...]:
    """Everything that a report is made of; ``removed`` only counts what was taken out."""
    return (
        profile.text,
        profile.language,
        profile.work,
        profile.education,
        profile.languages,
        profile.claims,
        profile.unread,
        profile.months_of_work,
    )


@pytest.mark.parametrize(
    "template", [TIDY, HEADLINE, PROSE, ENGLISH], ids=["tidy", "headline", "prose", "english"]
)
@pytest.mark.parametrize("other", OTHERS)
def test_pairs_are_one_profile(template, other):
    one = _profile(template, WOMAN)
    two = _profile(template, WOMAN | OTHERS[other])
    assert _without_counts(one) == _without_counts(two)
    assert one.work


@pytest.mark.parametrize(
    "template", [TIDY, HEADLINE, PROSE, ENGLISH], ids=["tidy", "headline", "prose", "english"]
)
@pytest.mark.parametrize("other", [o for o in OTHERS if not o.startswith("photo")])
def test_as_much_is_taken_out_of_both(template, other):
    assert _profile(template, WOMAN).removed == _profile(template, WOMAN | OTHERS[other]).removed


def test_the_mother_tongue_stays_a_skill():
    turkish, german = (
        profile_of_text(f"Sprachen: {name} (Muttersprache), Englisch (B2)", TODAY)
        for name in ("Türkisch", "Deutsch")
    )
    assert [s.level for s in turkish.languages] == [s.level for s in german.languages]
    assert [s.language for s in turkish.languages] == ["tr", "en"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Gehaltsvorstellung: 65.000 € brutto", "pay"),
        ("Ich verdiene derzeit 4.200 Euro brutto.", "pay"),
        ("Letztes Gehalt: 48.000 Euro", "pay"),
        ("Current salary: 45,000 GBP", "pay"),
        ("Grad der Behinderung: 50", "health"),
        ("Ich bin schwerbehindert (GdB 50).", "health"),
        ("Konfession: römisch-katholisch", "religion"),
        ("Ich bin Muslimin.", "religion"),
        ("Ich habe drei Kinder.", "family"),
        ("Familienstand: geschieden", "family"),
        ("Ich komme ursprünglich aus Syrien.", "nationality"),
        ("Marital status: married", "family"),
        ("Ich bin 52 Jahre alt.", "birth"),
        ("I am 29 years old.", "birth"),
        ("Geboren am 3. Mai 1980 in Ulm", "birth"),
        ("Mobil: +49 170 1234567", "contact"),
        ("https://www.linkedin.com/in/jemand", "contact"),
        ("Musterstraße 12, 80331 München", "address"),
    ],
)
def test_a_personal_line_leaves_nothing(line, kind):
    profile = profile_of_text(f"{line}\nKenntnisse in Excel und SAP.", TODAY)
    assert profile.text == "Kenntnisse in Excel und SAP."
    assert dict(profile.removed) == {kind: 1}


@pytest.mark.parametrize(
    "line",
    [
        "Betreuung von Kindern mit Behinderung",
        "Lohn- und Gehaltsabrechnung für 200 Mitarbeiter",
        "Umsatzverantwortung von 5 Mio. Euro",
        "Beratung zu Elternzeit und Mutterschutz",
        "10-jährige Erfahrung im Einkauf",
        "Leitung einer evangelischen Kindertagesstätte",
        "Pflege von älteren Menschen",
        "Vertrieb in der Türkei und in Polen",
        "Koch in einer Großküche",
        "LinkedIn-Kampagnen und Social Media",
    ],
)
def test_work_that_is_about_such_things_stays(line):
    profile = profile_of_text(
        f"Berufserfahrung\n01/2019 – 12/2020 Fachkraft, Muster GmbH\n- {line}", TODAY
    )
    assert line in profile.text
    assert profile.removed == ()
