"""Profiles held against a classification's occupations."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bot.index.encoder import load_encoder
from bot.index.store import IndexIdentity
from bot.index.view import IndexView
from bot.knowledge.esco.facts import KnownFacts
from bot.knowledge.esco.notice import NOTICE
from bot.knowledge.esco.sources import occupation_sources
from bot.knowledge.profiles import role_profiles
from bot.knowledge.roles import RoleCatalogue
from bot.matching.matcher import Matcher
from bot.passages import cut
from bot.settings import load_settings
from tests.knowledge.esco.export import write_export
from tests.matching.deciding.profiles import Cv


def test_an_occupations_report_cites_its_skills_and_carries_the_notice(tmp_path: Path) -> None:
    sources = {s.id: s for s in occupation_sources(write_export(tmp_path))}
    encoder = load_encoder(load_settings())
    passages = [p for s in sources.values() for p in cut(s, lambda t: len(t.split()), 400)]
    view = IndexView.in_memory(
        IndexIdentity.of(encoder.identity),
        sources,
        passages,
        lambda texts: np.ones((len(texts), encoder.identity.dimension), np.float32),
    )
    catalogue = RoleCatalogue.of(sources.values())
    roles = [role for source in sources.values() for role in source.roles]
    profiles = role_profiles(sources, KnownFacts({}, sources), catalogue)
    matcher = Matcher(view, profiles, encoder, roles=roles)
    wanted = profiles[roles[0]].requirements[0].label
    report = matcher.report(Cv().claim(wanted).profile(), roles[0], "en")
    decided = {d.requirement["label"]: d for d in report.decisions}
    assert decided[wanted].verdict == "met"
    assert decided[wanted].requirement["citation"]["quote"].strip("- ").startswith(wanted)
    assert report.notices[0] == NOTICE
    assert "adapted" in report.notices[1]
