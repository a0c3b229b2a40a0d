"""Occupations become sources whose every fact is a line of their text."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain import Source
from bot.facts import SourceFacts, Span
from bot.knowledge.esco.facts import KnownFacts, names_of, occupation_facts
from bot.knowledge.esco.notice import PUBLISHER, is_occupation
from bot.knowledge.esco.sources import occupation_sources
from bot.knowledge.topics import topics_of_headings
from tests.conftest import SHARED
from tests.knowledge.esco.export import INVENTED, uri_of, write_export

ESCO = SHARED / "data" / "esco_de"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    folder = write_export(tmp_path_factory.mktemp("esco"), unlabelled=["Glas polieren"])
    return {source.roles[0]: source for source in occupation_sources(folder)}


def text_of(source: Source, span: Span) -> str:
    return source.text[span.start : span.end]


def test_an_occupation_says_where_it_is_from(sources: dict[str, Source]) -> None:
    source = sources["laternenputzer"]
    assert source.title == "Laternenputzer/Laternenputzerin"
    assert (source.publisher, source.url) == (PUBLISHER, uri_of(0))
    assert source.updated == "2024-01-25"
    assert source.edition is not None and "bearbeitet" in source.edition
    assert is_occupation(source)


def test_every_fact_is_a_line_of_the_text(sources: dict[str, Source]) -> None:
    source = sources["laternenputzer"]
    facts = occupation_facts(source)
    lines = source.text.replace("• ", "").split("\n")
    for requirement in facts.requirements:
        assert text_of(source, requirement.span) in lines
    assert [text_of(source, duty.span) for duty in facts.duties] == [
        "Laternenputzer reinigen die Laternen einer Stadt.",
        "Sie tauschen auch defekte Lampen aus.",
    ]
    told = [(r.label, r.relation, r.kind, r.role) for r in facts.requirements]
    assert ("Lampen tauschen", "essential", "skill", "laternenputzer") in told
    assert ("Mehrere Sprachen sprechen", "optional", "language", "laternenputzer") in told
    assert len({r.id for r in facts.requirements}) == len(facts.requirements) == 5


def test_a_skill_without_a_german_label_is_named_in_english_and_says_so(
    sources: dict[str, Source],
) -> None:
    source = sources["laternenputzer"]
    (found,) = [r for r in occupation_facts(source).requirements if "english" in r.label.lower()]
    assert found.label == "English Glas polieren"
    assert text_of(source, found.span) == "English Glas polieren (EN)"


def test_labels_begin_with_a_capital_unless_they_have_their_own(
    sources: dict[str, Source],
) -> None:
    labels = [r.label for r in occupation_facts(sources["turmkoch"]).requirements]
    assert labels[:2] == ["iOS-Geräte bedienen", "Speisen zubereiten"]


def test_names_are_single_forms_the_masculine_one_first(sources: dict[str, Source]) -> None:
    assert names_of(sources["laternenputzer"]) == (
        *("Laternenputzer", "Laternenputzerin", "Lampenwart", "Lichtpfleger", "Lichtpflegerin"),
    )
    assert names_of(sources["wolkenzaehler"])[2:] == ("Himmelsbeobachter", "Himmelsbeobachterin")
    facts = occupation_facts(sources["wolkenzaehler"])
    assert [name.label for name in facts.synonyms] == ["Himmelsbeobachter", "Himmelsbeobachterin"]
    for name in facts.synonyms:
        assert text_of(sources["wolkenzaehler"], name.span) == name.label


def test_an_occupation_without_other_names_has_its_description_still(
    sources: dict[str, Source],
) -> None:
    facts = occupation_facts(sources["laternenmeister"])
    assert facts.synonyms == ()
    assert len(facts.duties) == 1
    assert "ISCO-08-Gruppe 9129: Reinigungskräfte" in sources["laternenmeister"].text


def test_headings_tell_the_topics(sources: dict[str, Source]) -> None:
    topics = [topics_of_headings(s.path)[0] for s in sources["laternenputzer"].sections]
    assert topics == ["duties", "qualifications", "qualifications"]


def test_two_occupations_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folder = write_export(tmp_path / "esco", [*INVENTED, INVENTED[0]])
    roles = [source.roles[0] for source in occupation_sources(folder)]
    assert sorted(r for r in roles if "putzer" in r) == ["laternenputzer", "laternenputzer-9129-4"]


def test_the_official_file_of_skills_is_read_as_well(tmp_path: Path) -> None:
    derived = occupation_sources(write_export(tmp_path / "a"))
    official = occupation_sources(write_export(tmp_path / "b", official_skills=True))
    assert derived == official


def test_facts_of_an_occupation_are_read_when_they_are_asked_for(
    sources: dict[str, Source],
) -> None:
    article = Source("a", "A", "Text.", ())
    by_id = {"a": article, sources["turmkoch"].id: sources["turmkoch"]}
    facts = KnownFacts(dict.fromkeys(by_id, SourceFacts()), by_id)
    assert set(facts) == set(by_id)
    assert facts["a"] == SourceFacts()
    assert facts[sources["turmkoch"].id] == occupation_facts(sources["turmkoch"])


@pytest.mark.skipif(not ESCO.is_dir(), reason="the ESCO export is not beside the project")
def test_the_whole_classification() -> None:
    found = occupation_sources(ESCO)
    assert len(found) == 3039
    assert len({s.id for s in found}) == len({s.roles[0] for s in found}) == 3039
    assert {s.edition for s in found} == {"ESCO 1.2.0, bearbeitet"}
    baker = next(s for s in found if s.roles == ("baecker",))
    labels = {r.label for r in occupation_facts(baker).requirements if r.relation == "essential"}
    assert {"Teig formen", "HACCP anwenden"} <= labels
    for source in found:
        facts = occupation_facts(source)
        assert facts.duties
        for section in source.sections:
            body = source.text[section.start : section.end]
            assert body and body == body.strip()
    assert sum(len(s.sections) > 1 for s in found) >= 3000
