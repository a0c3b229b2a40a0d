"""Screenings on the real corpus with the real encoder, and a clock that tests may set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.index.encoder import load_encoder
from bot.index.serving import Index
from bot.knowledge.profiles import role_profiles
from bot.knowledge.roles import RoleCatalogue
from bot.matching.matcher import Matcher
from bot.screening import Document, Screenings, Started
from bot.settings import Settings, load_settings

ROLE = "account-manager"

CV = """Lebenslauf

Berufserfahrung
03/2019 – heute    Account Managerin, Muster GmbH
                   - Verhandlung von Verträgen mit Bestandskunden
06/2014 – 02/2019  Sachbearbeiterin, Beispiel AG

Ausbildung
2011 – 2014        Bachelor Betriebswirtschaft, Universität Ulm

Kenntnisse
Englisch (C1)
Ich bin kommunikationsstark und reise gern.
Kein Führerschein
"""
OTHER = """Profil
Ich habe zwei Jahre im Einzelhandel gearbeitet und möchte Marketing lernen.
"""


@dataclass
class Clock:
    """The time as a test sets it."""

    time: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.time

    def later(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture(scope="session")
def matcher(corpus_settings: Settings) -> Matcher:
    view = Index.open(corpus_settings).view()
    profiles = role_profiles(view.sources, view.facts, RoleCatalogue.of(view.sources.values()))
    return Matcher(view, profiles, load_encoder(corpus_settings))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "log.sqlite3"


@pytest.fixture
def screenings(path: Path, clock: Clock) -> Screenings:
    return Screenings.open(load_settings(screening=True, screening_db=path), clock)


Start = Callable[..., Started]


@pytest.fixture
def start(screenings: Screenings, matcher: Matcher) -> Start:
    def start(*texts: str, who: str = "Ada Krüger", role: str = ROLE) -> Started:
        given = texts or (CV, OTHER)
        documents = [Document(text.encode(), f"{n}.txt") for n, text in enumerate(given)]
        return screenings.start(matcher, role, documents, who)

    return start


@pytest.fixture
def reviewed(screenings: Screenings, start: Start) -> Started:
    """A screening all of whose lines are confirmed."""
    started = start()
    confirm_all(screenings, started)
    return started


def confirm_all(screenings: Screenings, started: Started) -> None:
    """Confirms every line as found."""
    for candidate in started.report.candidates:
        for line in candidate.lines:
            screenings.review(
                started.report.id, candidate.code, line.requirement, "Bo Lang", line.found
            )
