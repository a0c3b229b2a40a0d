"""What a search may be narrowed to. Everything a filter asks is a property of the source."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain import Source


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Keeps passages of sources that fulfil every condition given.

    Attributes:
        source_ids: one of these sources.
        roles: a source about at least one of these roles.
        country: ISO 3166 code; a source that names no country doesn't match.
        year_from, year_to: first and last year of publication; an undated source doesn't match.
        language: the source's, such as "de".
    """

    source_ids: frozenset[str] | None = None
    roles: frozenset[str] = frozenset()
    country: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    language: str | None = None

    def matches(self, source: Source) -> bool:
        """Whether passages of ``source`` are kept."""
        return (
            (self.source_ids is None or source.id in self.source_ids)
            and (not self.roles or not self.roles.isdisjoint(source.roles))
            and self.country in (None, source.country)
            and self.language in (None, source.language)
            and self._in_years(source)
        )

    def _in_years(self, source: Source) -> bool:
        if self.year_from is None and self.year_to is None:
            return True
        if not source.published:
            return False
        year = int(source.published[:4])
        return (self.year_from is None or self.year_from <= year) and (
            self.year_to is None or year <= self.year_to
        )
