"""What people write about themselves in running sentences is taken out; what is work stays."""

from __future__ import annotations

import pytest

from bot.matching.profile import Month
from bot.matching.reading import profile_of_text

TODAY = Month(2026, 11)


@pytest.mark.parametrize(
    ("text", "kind", "gone"),
    [
        ("Koch gelernt. Geburtsdatum: 04.07.1985. Ich leite ein Team.", "birth", "1985"),
        ("Ich habe Koch gelernt, Geburtsdatum 04.07.1985, und leite ein Team.", "birth", "1985"),
        ("I trained as a chef. Date of birth: 4 July 1985. I lead a team.", "birth", "1985"),
        ("Ich verhandle gern, Alter: 39, und leite ein Team.", "birth", "39"),
        ("I sell cars, age: 39, and lead a team.", "birth", "39"),
        ("Mit meinen 52 Jahren leite ich ein Team.", "birth", "52"),
        ("hallo, bin die Sandra und 34 Jahre alt. Ich leite ein Team.", "name", "Sandra"),
        ("Ich leite ein Team. Staatsangehörigkeit: türkisch.", "nationality", "türkisch"),
        ("Ich leite ein Team. Staatsangehoerigkeit: tuerkisch.", "nationality", "tuerkisch"),
        ("Ich bin Türkin und leite ein Team.", "nationality", "Türk"),
        ("My nationality is Turkish, and I lead a team.", "nationality", "Turkish"),
        ("Ich leite ein Team. Familienstand: ledig.", "family", "ledig"),
        ("Verheiratet, zwei Kinder. Ich leite ein Team.", "family", "eiratet"),
        ("Marital status: married. I lead a team.", "family", "married"),
        ("I lead a team. Marital status: divorced.", "family", "divorced"),
        ("Meine Konfession ist evangelisch. Ich leite ein Team.", "religion", "evangelisch"),
        ("I'm a Muslim and live in Cologne. I lead a team.", "religion", "Muslim"),
        ("Ich bin katholisch, belastbar und leite ein Team.", "religion", "katholisch"),
        ("Ich habe Asthma. Ich leite ein Team.", "health", "Asthma"),
        ("I have diabetes, and I lead a team.", "health", "diabetes"),
        ("Ich leide seit 2010 an Migräne. Ich leite ein Team.", "health", "Migräne"),
        ("Ich bin gesund und leite ein Team.", "health", "gesund"),
        ("Ich leite ein Team. Ein Foto liegt bei.", "photo", "Foto"),
        ("I lead a team. Photo attached.", "photo", "Photo"),
        (
            "Ich bin wegen der Kinder zu Hause geblieben, dann ein Team geleitet.",
            "family",
            "Kinder",
        ),
        ("Der Familie wegen leite ich ein Team in Teilzeit.", "family", "Familie"),
        ("Because of the kids I led a team part-time.", "family", "kids"),
        ("Ich bin Mama von Ben und Mia. Ich leite ein Team.", "family", "Mia"),
        ("British - living with partner in Bremen. I lead a team.", "family", "partner"),
        (
            "Ich bin Köchin und habe 2024 nach einer Brustkrebserkrankung ein Team geleitet.",
            "health",
            "krebs",
        ),
        ("Kriegsbedingte Verletzung am Knie. Ich leite ein Team.", "health", "Knie"),
        ("I belong to the Church of England and lead a team.", "religion", "Church"),
        ("Ich komme aus dem schönen Fulda und leite ein Team.", "nationality", "Fulda"),
        ("I'm a Ghanaian living in Bremen and I lead a team.", "nationality", "Ghana"),
        ("I am a Ghanaian nurse, and I lead a team.", "nationality", "Ghana"),
        ("I lead a team. My base was 38k, with a target of 45k this time.", "pay", "45k"),
        ("I'm currently on 41k and work as a cook. I lead a team.", "pay", "41k"),
        ("Als Beamtin hatte ich A13. Ich leite ein Team.", "pay", "A13"),
    ],
)
def test_is_taken_out_of_the_sentence(text: str, kind: str, gone: str) -> None:
    profile = profile_of_text(text, TODAY)
    assert gone not in profile.text
    assert kind in dict(profile.removed)
    assert "eam" in profile.text


@pytest.mark.parametrize(
    "text",
    [
        "Ich arbeite in der Altenpflege und in der Geburtshilfe.",
        "Ich unterrichte katholische Religionslehre und Ethik.",
        "Schwerpunkte im Studium: Familienrecht und Arbeitsrecht.",
        "Unser Projekt verheiratet Theorie mit Praxis.",
        "I married strategy with execution.",
        "Ich betreue Kinder mit Diabetes und Asthma.",
        "Ich pflege Produktfotos im Anhang von Katalogen.",
        "Ich arbeite für einen christlichen Träger.",
        "I teach religion: ethics and history.",
        "I ran a project on gender: equal pay for all.",
        "Mit 10 Jahren Erfahrung im Verkauf leite ich ein Team.",
        "Ich organisiere Geburtstage: Kinder, Firmen, Vereine.",
        "Polnisch ist meine Muttersprache.",
        "Ich führe Kurse über gesunde Ernährung im Gesundheitswesen.",
        "Ich berate Ledige und Verheiratete zu Versicherungen.",
        "I kept up relationships with family businesses and gay travel brands.",
        "Beratung wegen der Kinder im Jugendamt, Gespräche mit Eltern",
        "Bauleitung für die Church of England, London",
        "I am a German teacher with experience in Excel.",
        "Solved problems in the back end as a developer.",
        "Behandlung von Patienten mit einer Verletzung am Knie",
        "Instandhaltung der Autobahn A13 als Koch",
        "I managed a base of 45k customers in the CRM.",
    ],
)
def test_work_that_sounds_alike_stays(text: str) -> None:
    profile = profile_of_text(text, TODAY)
    assert profile.text == text
    assert not profile.removed


def test_the_rest_of_an_enumeration_keeps_its_beginning() -> None:
    profile = profile_of_text("Ich bin katholisch, gesund und flexibel.", TODAY)
    assert profile.text == "Ich bin flexibel."


def test_a_labelled_value_ends_where_the_person_goes_on() -> None:
    profile = profile_of_text("Familienstand: ledig. Ich leite ein Team.", TODAY)
    assert profile.text == "Ich leite ein Team."


@pytest.mark.parametrize(
    ("head", "nickname"),
    [
        ("Robert (Bob) Muster", "Bob"),
        ('Alexandra "Sascha" Muster', "Sascha"),
        ("Katharina Muster, genannt Kathi", "Kathi"),
    ],
)
def test_a_nickname_beside_the_name_is_the_name_too(head: str, nickname: str) -> None:
    cv = f"{head}\n\nBerufserfahrung\n01/2020 - 02/2022 Koch\nAls {nickname} im Team bekannt."
    text = profile_of_text(cv, TODAY).text
    assert nickname not in text and "Muster" not in text
    assert "im Team bekannt" in text


def test_the_further_children_of_an_enumeration_are_names_but_a_job_is_none() -> None:
    text = profile_of_text("Mutter von Zwillingen und Teamleiterin im Einkauf", TODAY).text
    assert text == "Teamleiter im Einkauf"
