"""What a question is after, and how a follow-up becomes one that stands alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import understand
from bot.domain import Intent, Message
from bot.knowledge.roles import KNOWN_ROLES, RoleCatalogue

CATALOGUE = RoleCatalogue(KNOWN_ROLES)
AM, KAM = "account-manager", "key-account-manager"


@pytest.mark.parametrize(
    ("question", "intent", "roles"),
    [
        ("Was verdient ein Key Account Manager?", "salary", (KAM,)),
        ("was verdient ein kam", "salary", (KAM,)),
        ("Wie viel Kohle gibt es als Kundenbetreuer?", "salary", (AM,)),
        ("Welche Aufgaben hat eine Account-Managerin?", "duties", (AM,)),
        ("Account Manager", "duties", (AM,)),
        ("Welche Ausbildung brauche ich als Accountmanager?", "qualifications", (AM,)),
        ("Wie wird man Key Account Manager:in?", "career", (KAM,)),
        ("Wie komme ich vom AM zum KAM?", "career", (AM, KAM)),
        ("Unterschied zwischen Account Manager und KAM?", "comparison", (AM, KAM)),
        ("Wann braucht ein Unternehmen einen Key Account Manager?", "company", (KAM,)),
        ("Was verdienen beide?", "salary", (AM, KAM)),
        ("Passt mein Profil zu der Stelle?", "matching", ()),
        ("Wie wird das Wetter?", "other", ()),
        ("What does a key account manager earn?", "salary", (KAM,)),
    ],
)  # fmt: skip
def test_intent_and_roles(question: str, intent: Intent, roles: tuple[str, ...]) -> None:
    understood = understand(question, [], CATALOGUE)
    assert (understood.intent, understood.roles) == (intent, roles)


def test_the_preposition_am_is_no_role() -> None:
    assert understand("Was ist am wichtigsten?", [], CATALOGUE).roles == ()


def test_the_verb_kam_is_no_role() -> None:
    assert understand("Wie kam es dazu?", [], CATALOGUE).roles == ()


def test_focus_holds_what_makes_the_question_particular() -> None:
    assert understand("Was verdient ein Account Manager in den USA?", [], CATALOGUE).focus == (
        "usa",
    )
    assert understand("Was verdient ein Account Manager?", [], CATALOGUE).focus == ()


def test_what_is_counted() -> None:
    question = understand("Wie viele Kunden betreut ein Account Manager?", [], CATALOGUE)
    assert (question.wants_figure, question.counted) == (True, "kunden")


@pytest.mark.parametrize(
    ("question", "language"),
    [("What are the duties of a KAM?", "en"), ("Was macht ein KAM?", "de"), ("Gehalt KAM", "de")],
)
def test_language(question: str, language: str) -> None:
    assert understand(question, [], CATALOGUE).language == language


HISTORY = [Message("user", "Was macht ein Key Account Manager?"), Message("assistant", "…")]


@pytest.mark.parametrize(
    ("follow_up", "standalone"),
    [
        ("Und was verdient er?", "Was verdient ein Key Account Manager?"),
        ("und in den USA?", "Was macht ein Key Account Manager in den USA?"),
        ("Und ein Account Manager?", "Was macht ein Account Manager?"),
        ("Wie lange dauert das?", "Wie lange dauert das bei einem Key Account Manager?"),
        ("Was verdient ein Account Manager?", "Was verdient ein Account Manager?"),
    ],
)  # fmt: skip
def test_follow_ups_stand_alone(follow_up: str, standalone: str) -> None:
    assert understand(follow_up, HISTORY, CATALOGUE).standalone == standalone


def test_without_history_nothing_is_added() -> None:
    assert understand("Und was verdient er?", [], CATALOGUE).standalone == "Und was verdient er?"


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_is_understood_somehow(text: str, earlier: list[str]) -> None:
    history = [Message("user", e) for e in earlier]
    understood = understand(text, history, CATALOGUE)
    assert "\n" not in understood.standalone
    assert len(understood.original) <= 2_000
