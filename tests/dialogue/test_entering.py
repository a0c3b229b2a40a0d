"""What somebody tells of themselves, kept apart from what they ask; who wants to enter a role."""

from __future__ import annotations

import pytest

from bot.dialogue import told_and_asked, understand
from bot.knowledge.roles import KNOWN_ROLES, RoleCatalogue

CATALOGUE = RoleCatalogue(KNOWN_ROLES)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Ich bin 45 und war 20 Jahre im Einzelhandel", "kann ich noch Account Manager werden?"),
        ("Ich habe BWL studiert, war im Verkauf", "reicht das für Key Account Manager?"),
        ("bin grad im zweiten lehrjahr", "hab ich da als kam ne chance"),
        ("Ich bin Account Manager", "was verdiene ich?"),
        ("I worked in retail for ten years", "can I become an account manager?"),
    ],
)
def test_a_sentence_is_cut_before_its_question(told: str, asked: str) -> None:
    assert told_and_asked(f"{told}, {asked}") == (told, asked)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ich habe gehört, dass Key Account Manager mehr verdienen, stimmt das?",
        "Ein Account Manager betreut Kunden, was macht ein Key Account Manager?",
        "Bin ich zu alt, um Account Manager zu werden?",
        "Ich war lange in der Pflege, kann mich gut einfühlen",
        "Ich sehe überall Anzeigen, was soll das?",
    ],
)
def test_a_sentence_of_something_else_stays_whole(sentence: str) -> None:
    assert told_and_asked(sentence) == (sentence,)


@pytest.mark.parametrize(
    "question",
    [
        "Kann jeder Account Manager werden?",
        "Ist es schwer, Key Account Manager zu werden?",
        "Kann ich als Quereinsteiger Account Manager werden?",
        "Ich bin Köchin und 50 Jahre alt, kann ich noch Account Managerin werden?",
        "Can I become an account manager without experience?",
    ],
)
def test_who_wants_to_enter_a_role(question: str) -> None:
    understood = understand(question, [], CATALOGUE)
    assert understood.enters
    assert understood.intent in ("career", "qualifications", "matching")


@pytest.mark.parametrize(
    "question",
    [
        "Kann ein Account Manager befördert werden?",
        "Wie werde ich Account Manager?",
        "Warum will jemand Account Manager werden?",
        "Kann ein Account Manager Key Account Manager werden?",
        "Was verdient ein Account Manager?",
    ],
)
def test_who_asks_something_else_of_it(question: str) -> None:
    assert not understand(question, [], CATALOGUE).enters


def test_what_somebody_is_isnt_the_role_that_is_asked_for() -> None:
    told = understand("Ich bin Bäcker. Kann ich Account Manager werden?", [], CATALOGUE)
    assert told.unknown_roles == ()
    asked = understand("Was verdient ein Bäcker?", [], CATALOGUE)
    assert asked.unknown_roles == ("Bäcker",)
