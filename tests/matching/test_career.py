"""Computed career steps beside a match: after the stated ones, called computed, with what lacks."""

from __future__ import annotations

import io
import json

import pytest
from pypdf import PdfReader

from bot.index.encoder import load_encoder
from bot.index.serving import Index
from bot.index.sync import ingest
from bot.knowledge.esco.notice import NOTICE
from bot.knowledge.esco.paths import RULE
from bot.matching.export import to_markdown, to_pdf, to_text
from bot.matching.profile import Month
from bot.matching.reading import profile_of_text
from bot.matching.results import Match
from bot.matching.session import Desk
from bot.matching.texts import MATCH_TEXTS
from bot.settings import Settings
from bot.web.rooms import match_page
from tests.conftest import ROOT
from tests.knowledge.esco.export import write_export

TODAY = Month(2026, 11)
CLEANER = """Berufserfahrung
03/2019 – heute  Laternenputzer, Stadtwerke Beispielstadt
Kenntnisse
Nachwuchs ausbilden
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("steps")
    settings = Settings(db=folder / "db", _env_file=None)
    encoder = load_encoder(settings)
    ingest([str(ROOT / "corpus")], settings, encoder=encoder, esco=write_export(folder / "esco"))
    return Desk(Index.open(settings), encoder)


@pytest.fixture(scope="module")
def upwards(desk: Desk) -> Match:
    return desk.match(profile_of_text(CLEANER, TODAY), "laternenmeister")


def test_a_step_starts_at_the_persons_own_occupation(upwards: Match) -> None:
    (role,) = upwards.roles
    assert role.computed is not None
    (step,) = role.computed
    assert (step.from_name, step.to_name) == ("Laternenputzer", "Laternenmeister")
    assert step.held is not None and "Laternenputzer" in step.held.quote
    computed = step.step["computed"]
    assert computed["rule"] == RULE
    assert set(computed["shared"]) == {"Glas polieren", "Leitern aufstellen", "Lampen tauschen"}
    assert computed["missing"] == ["Nachwuchs ausbilden"]
    assert step.already == ("Nachwuchs ausbilden",)
    assert step.step["years_min"] is step.step["years_max"] is None


def test_every_form_calls_it_computed_and_carries_the_notice(upwards: Match) -> None:
    pages = PdfReader(io.BytesIO(to_pdf(upwards))).pages
    forms = {
        "json": json.dumps(upwards.to_json(), ensure_ascii=False),
        "markdown": to_markdown(upwards),
        "text": to_text(upwards),
        "pdf": " ".join(page.extract_text() for page in pages),
        "html": match_page.report(upwards, {}),
    }
    for form, told in forms.items():
        bare = " ".join(told.split())
        for words in ("Laternenputzer", "Glas polieren", "Nachwuchs ausbilden", NOTICE):
            assert words in bare, (form, words)
        if form != "json":
            assert "Laternenputzer → Laternenmeister" in bare, form
            assert "berechnet" in bare, form
            assert "Kommt für den Schritt hinzu" in bare, form
    assert 'class="told computed"' in forms["html"]


def test_from_the_role_that_somebody_is_in_steps_lead_on(desk: Desk) -> None:
    (role,) = desk.match(profile_of_text(CLEANER, TODAY), "laternenputzer").roles
    assert role.computed is not None
    assert [step.to_name for step in role.computed] == ["Laternenmeister"]
    told = to_text(desk.match(profile_of_text(CLEANER, TODAY), "laternenputzer"))
    assert MATCH_TEXTS["de"].steps_on in told


def test_without_shared_skills_it_is_said_so(desk: Desk) -> None:
    match = desk.match(profile_of_text(CLEANER, TODAY), "turmkoch")
    assert match.roles[0].computed == ()
    assert MATCH_TEXTS["de"].computed_none in " ".join(to_text(match).split())


def test_for_a_role_of_articles_stated_steps_stand_and_none_is_computed(desk: Desk) -> None:
    match = desk.match(profile_of_text(CLEANER, TODAY), "key-account-manager")
    (role,) = match.roles
    assert role.ranked.steps and role.computed is None
    told = " ".join(to_text(match).split())
    assert told.index("3–7 Jahre") < told.index(MATCH_TEXTS["de"].not_computed)
    assert NOTICE not in told


def test_an_occupation_learnt_counts_as_named(desk: Desk) -> None:
    text = "Ich bin gelernte Laternenputzerin und poliere Glas."
    (role,) = desk.match(profile_of_text(text, TODAY), "laternenputzer").roles
    assert role.ranked.held is not None and "gelernter Laternenputzer" in role.ranked.held.quote


def test_ranked_roles_have_their_steps_too(desk: Desk) -> None:
    desk.prepare()
    found = desk.match(profile_of_text(CLEANER, TODAY), limit=3, language="en")
    first = found.roles[0]
    assert first.report.role == "laternenputzer"
    assert first.computed
    assert "(computed)" in to_markdown(found)
