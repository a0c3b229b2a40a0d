"""A profile against every occupation of ESCO, beside a plain ranking by the encoder."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.errors import LotseError
from bot.evaluation.rows import BenchRow

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings

TIMES: Final = 5
DESCRIBED: Final = 600
"""Characters of an occupation that the plain ranking sees: its description."""

CURRICULUM: Final = """Berufserfahrung
03/2019 – heute: Account Manager, Muster Software GmbH
- Betreuung von 35 Bestandskunden, Angebote erstellen, Verträge verhandeln
- Präsentationen vor Entscheidern, Reklamationen bearbeiten
01/2016 – 02/2019: Vertriebsmitarbeiter im Innendienst, Beispiel KG
- Kundenanfragen am Telefon, Aufträge in SAP erfassen
Ausbildung
2012 – 2015: Bachelor Betriebswirtschaftslehre, Schwerpunkt Marketing
Sprachen: Deutsch (Muttersprache), Englisch (C1), Spanisch (A2)
Kenntnisse: MS Office, Salesforce, Verhandlungsführung, Projektmanagement
Führerschein Klasse B, Reisebereitschaft
"""


def bench_matching(settings: Settings, folder: Path) -> Iterator[BenchRow]:
    """Seconds for all occupations, with counts and quotes; what must be ready is made before.

    The plain ranking encodes the whole curriculum once and orders occupations by their cosine to
    it; it gives no evidence.

    Args:
        settings: the encoder, and the cache that keeps the vectors of skills.
        folder: a classification as ``ingest.py --esco`` takes it.
    """
    from bot.index.encoder import load_encoder
    from bot.index.store import IndexIdentity
    from bot.index.view import IndexView
    from bot.knowledge.esco.facts import KnownFacts
    from bot.knowledge.esco.sources import occupation_sources
    from bot.knowledge.profiles import role_profiles
    from bot.knowledge.roles import RoleCatalogue
    from bot.matching.matcher import Matcher
    from bot.matching.profile import Month
    from bot.matching.reading import profile_of_text
    from bot.passages import cut

    name = "profile against all occupations"
    if not folder.is_dir():
        yield BenchRow.missing(name, f"no folder {folder.name} with the ESCO export")
        return
    try:
        sources = {source.id: source for source in occupation_sources(folder)}
    except LotseError as error:
        yield BenchRow.missing(name, error.log)
        return
    encoder = load_encoder(settings)
    passages = [p for s in sources.values() for p in cut(s, lambda text: len(text.split()), 400)]
    view = IndexView.in_memory(IndexIdentity.of(encoder.identity), sources, passages, _nowhere)
    catalogue = RoleCatalogue.of(sources.values())
    profiles = role_profiles(sources, KnownFacts({}, sources), catalogue)
    roles = [role for source in sources.values() for role in source.roles]
    matcher = Matcher(view, profiles, encoder, settings.cache_folder / "matching", roles=roles)
    started = time.perf_counter()
    matcher.prepare()
    yield BenchRow.alone("requirements of all occupations made ready", _since(started), "s")

    profile = profile_of_text(CURRICULUM, Month(2026, 1))
    described = [sources[key].text[:DESCRIBED] for key in sorted(sources)]
    vectors = encoder.encode_passages(described)
    ours, plain = [], []
    for _ in range(TIMES):
        started = time.perf_counter()
        matcher.ranked(profile)
        ours.append(_since(started))
        started = time.perf_counter()
        (vectors @ encoder.encode_passages([profile.text])[0]).argsort()
        plain.append(_since(started))
    yield BenchRow.beside(
        f"{name} ({len(roles)})",
        statistics.median(ours),
        "s",
        "encoder alone, no evidence",
        statistics.median(plain),
    )


def _nowhere(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of passages, which matching never searches."""
    import numpy as np

    return np.ones((len(texts), 1), np.float32)


def _since(started: float) -> float:
    return time.perf_counter() - started
