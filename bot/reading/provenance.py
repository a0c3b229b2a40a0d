"""Lines of an article that speak of the article: they become metadata and no passages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.reading import phrases
from bot.reading.blocks import Block, Heading, Metadata, Paragraph
from bot.reading.dates import DATE, from_match
from bot.reading.normalise import ends_sentence, fold, normalise

_MAX_LINE = 160
_LABELS = re.compile(rf"\b(?:(?P<updated>{phrases.UPDATED})|(?P<published>{phrases.PUBLISHED}))\b")
_FILLERS = re.compile(rf"\b(?:{phrases.DATE_FILLERS})\b")
_READING_TIME = re.compile(r"\b\d{1,3}\s?(?:-\s?)?min(?:uten?|utes?)?\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\b")
_SEPARATORS = re.compile(r"[\s|/•·,;:()\[\].\-–—]+")
_CAPTURED = re.compile(
    r"(?:captured|abgerufen|erfasst|gespeichert)(?:\s+am|\s+on|:)*\s+(?P<when>.{4,40}?)"
    r"(?:\s+(?:at|um)\s+[\d:.]+(?:\s+uhr)?)?(?:\s+(?:from|von|auf|bei)\s+(?P<site>\S.*))?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:(?:quelle|source|original|url|link)\s*:\s*)?(https?://\S+)", re.IGNORECASE
)


def harvest(blocks: Iterable[Block]) -> tuple[list[Block], Metadata]:
    """The blocks without their provenance lines, and what those lines say.

    A bare date counts only above the first sentence of the article; further down it must be
    labelled as published or updated, for a date below a table of salaries belongs to the table.
    """
    kept: list[Block] = []
    metadata = Metadata()
    at_top = True
    for block in blocks:
        found = _of_block(block, at_top)
        if found is not None:
            metadata = metadata.or_else(found)
            continue
        kept.append(block)
        if not isinstance(block, Heading) and ends_sentence(block.text):
            at_top = False
    return kept, metadata


def _of_block(block: Block, at_top: bool) -> Metadata | None:
    if not isinstance(block, Paragraph) or len(block.text) > _MAX_LINE:
        return None
    return line_metadata(block.text, block.links, at_top)


def line_metadata(text: str, links: tuple[str, ...] = (), at_top: bool = True) -> Metadata | None:
    """What a provenance line says; None where ``text`` is no such line."""
    line = normalise(text)
    captured = _CAPTURED.fullmatch(line)
    if captured and (when := _single_date(captured["when"])):
        url = next((link for link in links if link.startswith(("http://", "https://"))), None)
        site = (captured["site"] or "").strip(" .") or None
        return Metadata(captured=when, publisher=site, url=url)
    if at_top and (address := _ADDRESS.fullmatch(line)):
        return Metadata(url=address[1])
    return _date_line(fold(line), at_top)


def _single_date(text: str) -> str | None:
    match = DATE.fullmatch(fold(text).strip(" ,."))
    return from_match(match) if match else None


def _date_line(line: str, at_top: bool) -> Metadata | None:
    rest = _READING_TIME.sub(" ", line)
    has_reading_time = rest != line
    dates = [(m, iso) for m in DATE.finditer(rest) if (iso := from_match(m))]
    labels = list(_LABELS.finditer(rest))
    is_exact = any(len(iso) > len("2020") for _, iso in dates)
    if not (has_reading_time or (dates and (labels or is_exact))):
        return None
    if not at_top and not (dates and any(m.group() != "stand" for m in labels)):
        return None
    remainder = _LABELS.sub(" ", DATE.sub(" ", rest))
    remainder = _SEPARATORS.sub("", _FILLERS.sub(" ", _CLOCK.sub(" ", remainder)))
    if remainder:
        return None
    found: dict[str, str] = {}
    for match, iso in dates:
        before = [label for label in labels if label.end() <= match.start()]
        kind = "updated" if before and before[-1]["updated"] else "published"
        found.setdefault(kind, iso)
    return Metadata(published=found.get("published"), updated=found.get("updated"))
