"""A match written out: Markdown, plain text for a terminal, PDF."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.matching.document import document
from bot.matching.results import Match
from bot.matching.texts import MATCH_TEXTS
from bot.writing import marked, pdf
from bot.writing.document import Imprint
from bot.writing.marked import TERMINAL_WIDTH


def to_markdown(match: Match) -> str:
    """The match as Markdown; what sources and profile say has no meaning in it."""
    return marked.to_markdown(document(match))


def to_text(match: Match, width: int = TERMINAL_WIDTH) -> str:
    """The match for a terminal: headings underlined, details indented."""
    return marked.to_text(document(match), width)


def to_pdf(match: Match) -> bytes:
    """The match as PDF (A4); the same match gives the same bytes."""
    title = MATCH_TEXTS[match.language].title
    today = match.profile.today
    created = datetime(today.year, today.month, 1, tzinfo=UTC)
    return pdf.to_pdf(document(match), Imprint(title, title, match.language, created))
