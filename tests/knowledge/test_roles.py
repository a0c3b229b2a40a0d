"""Roles are recognised under every name that people give them."""

from __future__ import annotations

import pytest

from bot.domain import Source
from bot.knowledge.roles import KNOWN_ROLES, Mention, RoleCatalogue

CATALOGUE = RoleCatalogue(KNOWN_ROLES)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Account Manager", "account-manager"),
        ("Account-Managers", "account-manager"),
        ("Accountmanagern", "account-manager"),
        ("Account Managerinnen", "account-manager"),
        ("Account-Manager:in", "account-manager"),
        ("Kundenbetreuerin", "account-manager"),
        ("Key Account Manager", "key-account-manager"),
        ("Key-Account-Manager/-in", "key-account-manager"),
        ("Keyaccountmanager", "key-account-manager"),
        ("Schlüsselkundenbetreuer", "key-account-manager"),
        ("Schluesselkundenbetreuer", "key-account-manager"),
        ("KAM", "key-account-manager"),
    ],
)
def test_names_of_a_role(text: str, role: str) -> None:
    assert [m.role_id for m in CATALOGUE.mentions(f"Was macht ein {text}?")] == [role]


def test_the_longest_name_wins_and_order_holds() -> None:
    found = CATALOGUE.mentions("Senior Account Manager werden Key Account Manager.")
    assert found == [Mention("account-manager", "senior"), Mention("key-account-manager", None)]


@pytest.mark.parametrize("text", ["Kundenmagazin", "Manager", "am Montag", "er kam", "Sales"])
def test_what_only_resembles_a_name_is_none(text: str) -> None:
    assert CATALOGUE.mentions(text) == []


def test_a_catalogue_holds_the_roles_that_sources_state() -> None:
    source = Source("a", "A", "Text.", (), roles=("pflegefachkraft",))
    catalogue = RoleCatalogue.of([source])
    assert [role.id for role in catalogue.roles] == ["pflegefachkraft"]
    assert catalogue.mentions("Was macht eine Pflegefachkraft?")[0].role_id == "pflegefachkraft"


def test_a_source_without_stated_roles_is_read_for_them() -> None:
    source = Source("a", "A", "Ein Key Account Manager führt.", ())
    assert [role.id for role in RoleCatalogue.of([source]).roles] == ["key-account-manager"]


@pytest.mark.parametrize(
    "question",
    ["Was verdient eine Kauffrau für Büromanagement?", "Kaufleute für Bueromanagement"],
)
def test_a_role_that_no_source_states_is_found_by_its_title(question: str) -> None:
    source = Source("a", "Kaufmann für Büromanagement: Aufgaben und Gehalt", "Text.", ())
    catalogue = RoleCatalogue.of([source])
    assert [m.role_id for m in catalogue.mentions(question)] == ["kaufmann-fuer-bueromanagement"]
    assert catalogue.subjects(source) == {"kaufmann-fuer-bueromanagement"}


def test_subjects_are_stated_or_titled_and_else_none() -> None:
    stated = Source("a", "Bauleiter", "Text.", (), roles=("polier",))
    silent = Source("b", "Zwei Rollen", "Text.", ())
    catalogue = RoleCatalogue.of([stated, silent])
    assert catalogue.subjects(stated) == {"polier"}
    assert catalogue.subjects(silent) == frozenset()
