"""Sentences keep the role and the kind of figure they were written for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.evidence import Evidence, EvidenceReader
from bot.index.serving import Index
from bot.index.sync import ingest
from bot.knowledge.roles import RoleCatalogue
from bot.settings import load_settings

ARTICLE = """# Zwei Rollen im Vergleich

## Gehalt

Ein Account Manager beginnt mit 40.000 Euro. Später erhält er 50.000 Euro.

Beim Key Account Manager sind es:

- 70.000 Euro zum Einstieg in die Rolle
- 90.000 Euro nach fünf Jahren im Beruf

Die Branche verändert jedes Gehalt deutlich.

## Kunden

Kunden eines Account Managers bringen 10.000 Euro Umsatz im Jahr. Wie ist das bei anderen?
Dazu gehören Betriebe wie diese: und mehr. Wir bei der Lotsen GmbH vermitteln gute Leute.
"""


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Evidence]:
    folder: Path = tmp_path_factory.mktemp("evidence")
    (folder / "rollen.md").write_text(ARTICLE, encoding="utf-8")
    settings = load_settings(db=folder / "index")
    ingest([str(folder / "rollen.md")], settings)
    view = Index.open(settings).view()
    reader = EvidenceReader(view, RoleCatalogue.of(view.sources.values()))
    return {e.quote: e for passage in view.passages for e in reader.of(passage)}


def one(evidence: dict[str, Evidence], part: str) -> Evidence:
    (found,) = [e for quote, e in evidence.items() if part in quote]
    return found


AM, KAM = "account-manager", "key-account-manager"


@pytest.mark.parametrize(
    ("part", "roles"),
    [
        ("beginnt mit 40.000", {AM}),
        ("Später erhält er", {AM}),
        ("70.000 Euro zum Einstieg", {KAM}),
        ("90.000 Euro nach", {KAM}),
        ("Die Branche verändert", set()),
    ],
)
def test_roles_of_sentences_that_name_none(
    evidence: dict[str, Evidence], part: str, roles: set[str]
) -> None:
    # A new paragraph speaks of the roles of its heading or title; the title here names none.
    assert one(evidence, part).roles == roles


def test_pay_and_turnover_are_told_apart(evidence: dict[str, Evidence]) -> None:
    pay = {quote for quote, e in evidence.items() if e.states_pay}
    assert {q.split(" Euro")[0].split()[-1] for q in pay} == {
        "40.000",
        "50.000",
        "70.000",
        "90.000",
    }


def test_questions_lead_ins_and_self_praise_are_not_quotable(
    evidence: dict[str, Evidence],
) -> None:
    assert not [q for q in evidence if q.endswith(("?", ":")) or q.startswith("Wir ")]
