"""Reports and rankings on the real corpus with the real encoder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.facts import Requirement
from bot.index.encoder import load_encoder
from bot.index.encoder.protocol import Encoder
from bot.index.serving import Index
from bot.index.view import IndexView
from bot.knowledge.profiles import RoleProfile, role_profiles
from bot.knowledge.roles import Role, RoleCatalogue
from bot.matching.deciding.nearness import LabelVectors
from bot.matching.deciding.table import RELATIONS, VERDICTS
from bot.matching.matcher import Matcher
from bot.matching.ranking import counted
from bot.settings import Settings
from tests.matching.deciding.profiles import Cv

SELLER = (
    Cv()
    .job("Account Managerin", (2019, 1), None, ["Verhandlung von Verträgen mit Bestandskunden"])
    .education("Bachelor Betriebswirtschaft", "bachelor", "Betriebswirtschaft")
    .language("Englisch C1", "en", "C1")
    .claim("kommunikationsstark")
    .claim("Ich reise gern", kind="mobility")
    .claim("gut darin, viele Dinge gleichzeitig zu organisieren")
    .profile()
)


@pytest.fixture(scope="module")
def view(corpus_settings: Settings) -> IndexView:
    return Index.open(corpus_settings).view()


@pytest.fixture(scope="module")
def encoder(corpus_settings: Settings) -> Encoder:
    return load_encoder(corpus_settings)


@pytest.fixture(scope="module")
def profiles(view: IndexView) -> Mapping[str, RoleProfile]:
    return role_profiles(view.sources, view.facts, RoleCatalogue.of(view.sources.values()))


@pytest.fixture(scope="module")
def matcher(view: IndexView, profiles: Mapping[str, RoleProfile], encoder: Encoder) -> Matcher:
    return Matcher(view, profiles, encoder)


def test_each_requirement_of_the_role_has_one_decision(
    matcher: Matcher, profiles: Mapping[str, RoleProfile]
) -> None:
    report = matcher.report(SELLER, "account-manager")
    asked = profiles["account-manager"].requirements
    assert [d.requirement["id"] for d in report.decisions] == [r.id for r in asked]
    for relation in RELATIONS:
        decided = [d.verdict for d in report.decisions if d.requirement["relation"] == relation]
        assert report.counts[relation] == {v: decided.count(v) for v in VERDICTS}


def test_quotes_and_citations_are_verbatim(matcher: Matcher, view: IndexView) -> None:
    report = matcher.report(SELLER, "key-account-manager")
    for decision in report.decisions:
        assert decision.evidence or decision.verdict == "unknown"
        for quote in decision.evidence:
            assert SELLER.text[quote.start : quote.end] == quote.quote != ""
        citation = decision.requirement["citation"]
        source = view.sources[citation["source"]["id"]]
        assert source.text[citation["start"] : citation["end"]] == citation["quote"]
    assert {c.number for c in report.sources} == {
        d.requirement["citation"]["number"] for d in report.decisions
    }
    assert any(d.verdict == "met" for d in report.decisions)


def test_only_what_is_open_has_a_question(matcher: Matcher) -> None:
    for language in ("de", "en"):
        for decision in matcher.report(SELLER, "account-manager", language).decisions:
            assert (decision.question is None) == (decision.verdict in ("met", "missing"))
            assert decision.reason.endswith(".") and "{" not in decision.reason


def test_the_same_profile_gives_the_same_bytes(
    matcher: Matcher, view: IndexView, profiles: Mapping[str, RoleProfile], encoder: Encoder,
    tmp_path: Path,
) -> None:  # fmt: skip
    other = Matcher(view, profiles, encoder, cache=tmp_path)
    again = Matcher(view, profiles, encoder, cache=tmp_path)

    def told(made: Matcher) -> list[str]:
        report = made.report(SELLER, "key-account-manager").to_json()
        ranked = [role.to_json() for role in made.ranked(SELLER)]
        return [json.dumps(report), json.dumps(ranked)]

    assert told(matcher) == told(other) == told(again)


def test_counts_of_the_ranking_are_those_of_the_reports(matcher: Matcher) -> None:
    ranked = matcher.ranked(SELLER, limit=100)
    assert sorted(role.role for role in ranked) == sorted(matcher.table.roles)
    counts, _ = counted(matcher.table, matcher.decided(SELLER))
    for role in ranked:
        assert role.counts == matcher.report(SELLER, role.role).counts
        number = matcher.table.roles.index(role.role)
        assert counts[number].tolist() == [
            [role.counts[relation][verdict] for verdict in VERDICTS] for relation in RELATIONS
        ]


def test_a_role_that_is_met_more_comes_before_one_that_is_met_less(
    view: IndexView, profiles: Mapping[str, RoleProfile], encoder: Encoder
) -> None:
    some = profiles["account-manager"].requirements[0]

    def role(role_id: str, *labels: str) -> RoleProfile:
        asked = tuple(
            Requirement(f"{role_id}-{label}", role_id, label, "skill", "essential", None, some.span)
            for label in labels
        )
        empty: tuple[()] = ()
        kinds = dict.fromkeys(profiles["account-manager"].__dataclass_fields__, empty)
        return RoleProfile(**{**kinds, "role": Role.from_id(role_id), "requirements": asked})  # type: ignore[arg-type]

    roles = {
        r.role.id: r
        for r in (
            role("zimmerer", "Java", "Empathie"),
            role("maler", "Java", "Kochen", "Backen"),
            role("gärtner", "Java", "Kochen"),
            role("baecker", "Kochen"),
            role("taucher", "Kochen"),
        )
    }
    made = Matcher(view, roles, encoder)
    profile = Cv().claim("Java").claim("Empathie").job("Taucher", (2020, 1)).profile()
    assert [r.role for r in made.ranked(profile)] == [
        "taucher", "zimmerer", "gärtner", "maler", "baecker"
    ]  # fmt: skip
    assert [r.role for r in made.ranked(profile, limit=2)] == ["taucher", "zimmerer"]
    denied = replace(profile, claims=(*profile.claims, *Cv().profile().claims))
    assert made.ranked(denied, limit=0) == []


def test_steps_that_lead_there_start_with_the_persons_own_job(matcher: Matcher) -> None:
    (role,) = [r for r in matcher.ranked(SELLER, 100) if r.role == "key-account-manager"]
    assert role.steps
    first = role.steps[0]
    assert first.held is not None and first.held.quote == "Account Managerin"
    assert first.step["to_role"] == "key-account-manager"
    assert (first.step["years_min"], first.step["years_max"]) == (3, 7)
    assert first.step["citation"]["quote"]
    assert all(d.verdict in ("missing", "partly") for d in role.to_learn)
    assert all(d.verdict == "unknown" for d in role.to_prove)


def test_what_is_near_in_meaning_stays_unknown(matcher: Matcher) -> None:
    report = matcher.report(SELLER, "account-manager")
    near = [d for d in report.decisions if d.rule == "near_meaning"]
    assert near
    assert all(d.verdict == "unknown" and d.evidence and d.question for d in near)


def test_an_empty_profile_is_silent_about_everything(matcher: Matcher) -> None:
    empty = Cv().profile()
    report = matcher.report(empty, "account-manager")
    assert {d.verdict for d in report.decisions} == {"unknown"}
    assert not any(role.near or role.held for role in matcher.ranked(empty))


def test_an_unknown_role_is_an_error(matcher: Matcher) -> None:
    with pytest.raises(KeyError):
        matcher.report(SELLER, "astronaut")


def test_kept_vectors_are_read_again_and_damaged_ones_made_anew(
    encoder: Encoder, tmp_path: Path
) -> None:
    labels = ["Kundenbeziehungen pflegen", "Brot backen"]
    said = ["Pflege von Kundenbeziehungen"]
    expected = LabelVectors(labels, encoder).near(said)
    assert list(expected) == [0]
    assert LabelVectors(labels, encoder, tmp_path).near(said) == expected
    (file,) = tmp_path.glob("labels-*")
    written = file.stat().st_ino
    assert LabelVectors(labels, encoder, tmp_path).near(said) == expected
    assert file.stat().st_ino == written
    file.write_bytes(b"damaged")
    assert LabelVectors(labels, encoder, tmp_path).near(said) == expected
    assert file.stat().st_size > 1000
