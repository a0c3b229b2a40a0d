"""``ingest --esco``: what is added, changed, taken away, kept, and refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Literal

import pytest

from bot.index.serving import Index
from bot.index.store import Store
from bot.index.sync import IngestReport, ingest
from bot.knowledge.esco.facts import occupation_facts
from bot.knowledge.profiles import role_profiles
from bot.knowledge.roles import RoleCatalogue
from bot.settings import Settings
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder
from tests.knowledge.esco.export import INVENTED, uri_of, write_export


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(db=tmp_path / "index", cache=tmp_path / "cache", _env_file=None)


@pytest.fixture
def encoder() -> HashEncoder:
    return HashEncoder()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", {"a.md": article(1)})


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_export(tmp_path / "esco")


def run(
    paths: list[Path],
    settings: Settings,
    encoder: HashEncoder,
    esco: Path | Literal["remove"] | None = None,
    *,
    dry_run: bool = False,
) -> IngestReport:
    encoder.encoded.clear()
    places = [str(path) for path in paths]
    return ingest(places, settings, encoder=encoder, esco=esco, dry_run=dry_run)[0]


def counts(report: IngestReport) -> tuple[int, int, int, int, int]:
    """Added, updated, removed, unchanged, failed."""
    numbers = (report.added, report.updated, report.removed, report.unchanged)
    return (*numbers, len(report.failed))


def test_occupations_stand_beside_articles(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path
) -> None:
    planned = run([articles], settings, encoder, export, dry_run=True)
    assert counts(planned) == (5, 0, 0, 0, 0)
    assert not Store.exists(settings)
    report = run([articles], settings, encoder, export)
    assert counts(report) == (5, 0, 0, 0, 0)
    assert report.sources == 5
    view = Index.open(settings).view()
    occupation = next(s for s in view.sources.values() if s.roles == ("turmkoch",))
    assert occupation.url == uri_of(3)
    assert view.facts[occupation.id] == occupation_facts(occupation)
    for row in view.passages.rows_of(occupation.id):
        passage = view.passages[row]
        assert occupation.text[passage.start : passage.end] == passage.text


def test_a_second_run_changes_and_encodes_nothing(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path
) -> None:
    run([articles], settings, encoder, export)
    version = Store.open(settings).current()
    assert counts(run([articles], settings, encoder, export)) == (0, 0, 0, 5, 0)
    assert encoder.encoded == []
    assert Store.open(settings).current() == version


def test_a_run_without_the_export_leaves_the_occupations(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path
) -> None:
    run([articles], settings, encoder, export)
    write(articles, {"b.md": article(2)})
    assert counts(run([articles], settings, encoder)) == (1, 0, 0, 5, 0)


def test_they_go_only_when_told_to(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path
) -> None:
    run([articles], settings, encoder, export)
    assert counts(run([articles], settings, encoder, "remove")) == (0, 0, 4, 1, 0)
    assert counts(run([articles], settings, encoder, "remove")) == (0, 0, 0, 1, 0)


def test_another_folder_with_the_same_export_is_the_same(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path, tmp_path: Path
) -> None:
    run([articles], settings, encoder, export)
    moved = shutil.move(export, tmp_path / "elsewhere")
    assert counts(run([articles], settings, encoder, Path(moved))) == (0, 0, 0, 5, 0)


def test_a_newer_export_takes_the_place_of_the_older(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path, tmp_path: Path
) -> None:
    run([articles], settings, encoder, export)
    first = INVENTED[0]
    changed = (*first[:2], "Laternenputzer halten Laternen sauber.", *first[3:])
    newer = write_export(tmp_path / "newer", [changed, *INVENTED[1:3]])
    assert counts(run([articles], settings, encoder, newer)) == (0, 1, 1, 3, 0)
    assert all("Laternenputzer" in text for text in encoder.encoded)


def test_a_half_export_is_one_failure_and_nothing_is_lost(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path
) -> None:
    run([articles], settings, encoder, export)
    write(articles, {"b.md": article(2)})
    (export / "ISCOGroups_de.csv").unlink()
    report = run([articles], settings, encoder, export)
    assert counts(report) == (1, 0, 0, 5, 1)
    assert report.failed[0].path == str(export)
    assert "ISCOGroups_de.csv" in report.failed[0].reason


def test_facts_survive_a_rebuild_without_the_export(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path
) -> None:
    run([articles], settings, encoder, export)
    before = dict(Index.open(settings).view().facts)
    ingest([str(articles)], settings, encoder=HashEncoder(revision="2"))
    assert dict(Index.open(settings).view().facts) == before


def test_occupations_are_roles_for_who_asks_for_one(
    settings: Settings, encoder: HashEncoder, articles: Path, export: Path
) -> None:
    run([articles], settings, encoder, export)
    view = Index.open(settings).view()
    catalogue = RoleCatalogue.of(view.sources.values())
    assert len(catalogue.occupations) == 4
    assert catalogue.id_of("Turmköchin") == "turmkoch"
    assert catalogue.id_of("Lampen-Wart") == "laternenputzer"
    assert catalogue.get("turmkoch").preferred_label == "Turmkoch"
    assert catalogue.in_a_name("turmkochin") and not catalogue.in_a_name("turmkochen")
    # Prose and lists go by the articles' roles alone.
    assert catalogue.mentions("Ein Turmkoch kocht.") == []
    assert "turmkoch" not in [role.id for role in catalogue.roles]
    assert catalogue.of_articles().id_of("Turmkoch") is None
    profiles = role_profiles(view.sources, view.facts, catalogue)
    assert "turmkoch" in profiles and "turmkoch" not in set(profiles)
    assert [r.label for r in profiles["turmkoch"].requirements if r.relation == "optional"] == [
        "Leitern aufstellen"
    ]
