"""What must be said wherever data from ESCO is shown, and how such sources are recognised.

The classification may be used under Commission Decision 2011/833/EU; ESCO asks for this notice,
in these words, and that modified data be called so
(https://esco.ec.europa.eu/en/use-esco/download).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

PUBLISHER = "ESCO, Europäische Kommission"
OCCUPATION_URI = "http://data.europa.eu/esco/occupation/"

NOTICE = "This service uses the ESCO classification of the European Commission."
"""To be shown unchanged, whatever the visitor's language."""

ADAPTED = {
    "de": "Die Angaben aus ESCO wurden bearbeitet: zu Texten zusammengestellt, Bezeichnungen nach "
    "Formen getrennt, fehlende deutsche Bezeichnungen englisch ergänzt (EN).",
    "en": "The data from ESCO was adapted: arranged as texts, titles separated by gender, missing "
    "German labels supplied in English (EN).",
}


class FromSomewhere(Protocol):
    """A source, or a citation's reference to one."""

    @property
    def publisher(self) -> str | None:
        """Who published it."""

    @property
    def url(self) -> str | None:
        """Where it was published."""


def is_occupation(source: FromSomewhere) -> bool:
    """Whether a source is an occupation that ``--esco`` read in."""
    return source.publisher == PUBLISHER and (source.url or "").startswith(OCCUPATION_URI)


def notices_for(
    sources: Iterable[FromSomewhere], language: Literal["de", "en"] = "de"
) -> tuple[str, ...]:
    """What must stand beside an answer that shows these sources; empty without ESCO's.

    Args:
        sources: those cited, as sources or as their references in citations.
        language: of the visitor; the notice itself is always ESCO's own English.
    """
    if any(is_occupation(source) for source in sources):
        return (NOTICE, ADAPTED[language])
    return ()
