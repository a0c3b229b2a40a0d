"""What people tell of their own nature, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.dialogue import understand
from bot.dialogue.traits import traits_of
from bot.knowledge.roles import KNOWN_ROLES, RoleCatalogue


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Bin ich zu schüchtern für den Job?", "communication"),
        ("ich bin total verpeilt, geht das trotzdem", "order"),
        ("ich hab flugangst", "travel"),
        ("Ich reise wirklich nicht gern.", "travel"),
        ("I hate travelling. Is that an option for me?", "travel"),
        ("Verkaufen ist mir ein Graus, passt das?", "selling"),
        ("hab schiss vorm telefonieren", "communication"),
        ("Ich bin nicht so belastbar.", "pressure"),
        ("Mit Konflikten kann ich nicht gut umgehen, mir liegen Konflikte nicht.", "conflict"),
        ("Ich bin eher ein Einzelgänger.", "team"),
        ("mathe konnte ich nie gut, ich hasse zahlen", "numbers"),
        ("Mein Englisch ist schlecht.", "languages"),
        ("Ich kann mich gut in andere hineinversetzen.", "empathy"),
        ("Und wenn jemand nicht an das Produkt glaubt?", "belief"),
        ("Ich verhandle ungern. Ungern verhandeln, ist das schlimm für mich?", "negotiating"),
    ],
)
def test_a_trait_is_heard_in_everyday_words(text: str, trait: str) -> None:
    assert trait in traits_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Muss man als Account Manager viel reisen?",
        "Wie viel verkauft ein Account Manager?",
        "Wie stressig ist der Beruf?",
        "Was verdient ein schlecht bezahlter Verkäufer?",
        "Reicht mein Englisch?",
        "Ich habe fünf Jahre im Verkauf gearbeitet, reicht das?",
        "Warum sind Account Manager schüchtern?",
        "Braucht ein Team keinen Verkäufer?",
        "",
    ],
)
def test_what_tells_of_no_trait_has_none(text: str) -> None:
    assert traits_of(text) == ()


def test_whoever_tells_of_themselves_asks_whether_it_suits() -> None:
    catalogue = RoleCatalogue(KNOWN_ROLES)
    question = understand("hab schiss vorm verkaufen, geht account manager dann", (), catalogue)
    assert question.intent == "matching"
