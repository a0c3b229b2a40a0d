"""Steps computed from shared essential skills say what they were computed from."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from bot.knowledge.esco.paths import RULE, SkillPaths
from bot.knowledge.esco.sources import occupation_sources
from tests.conftest import SHARED
from tests.knowledge.esco.export import write_export

ESCO = SHARED / "data" / "esco_de"


def paths_of(folder: Path) -> SkillPaths:
    return SkillPaths({source.id: source for source in occupation_sources(folder)})


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> SkillPaths:
    return paths_of(write_export(tmp_path_factory.mktemp("esco")))


def test_a_step_names_what_is_shared_and_what_is_missing(paths: SkillPaths) -> None:
    (step,) = paths.steps_from("laternenputzer")
    assert (step.from_role, step.to_role) == ("laternenputzer", "laternenmeister")
    assert {skill.label for skill in step.shared} == {
        *("Glas polieren", "Leitern aufstellen", "Lampen tauschen"),
    }
    assert [requirement.label for requirement in step.missing] == ["Nachwuchs ausbilden"]
    assert step.rule == RULE
    for skill in step.shared:
        assert skill.here.role == "laternenputzer"
        assert skill.there.role == "laternenmeister"


def test_similarity_is_the_weighted_share_of_all_skills_of_both(paths: SkillPaths) -> None:
    (step,) = paths.steps_from("laternenputzer")
    rare, shared = math.log(4 / 1), math.log(4 / 2)
    assert step.similarity == pytest.approx(3 * shared / (3 * shared + 2 * rare), abs=1e-4)


def test_the_way_back_has_other_gaps(paths: SkillPaths) -> None:
    (back,) = paths.steps_to("laternenputzer")
    assert (back.from_role, back.to_role) == ("laternenmeister", "laternenputzer")
    # Optional for the one, essential for the other: still missing, but known.
    assert [requirement.label for requirement in back.missing] == ["Arbeitswege planen"]
    assert {step.to_role for step in paths.steps_from("laternenmeister", len(paths))} == {
        "laternenputzer"
    }


def test_chance_makes_no_step(paths: SkillPaths) -> None:
    assert paths.steps_from("turmkoch") == ()
    assert "turmkoch" in paths
    assert "account-manager" not in paths
    with pytest.raises(KeyError):
        paths.steps_from("account-manager")


def test_without_occupations_there_are_no_steps(tmp_path: Path) -> None:
    assert "laternenputzer" not in SkillPaths({})


@pytest.mark.skipif(not ESCO.is_dir(), reason="the ESCO export is not beside the project")
def test_a_step_is_found_among_all_occupations() -> None:
    paths = paths_of(ESCO)
    assert paths.steps_from("baecker", 1)[0].to_role == "konditor"
