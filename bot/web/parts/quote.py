"""The panel beside the chat: a quote highlighted inside its section, and where it comes from."""

from __future__ import annotations

from bot.domain import Citation, Section, Source, SourceReference
from bot.web.parts.markup import escape, safe_link
from bot.web.parts.texts import Texts, readable_date

CONTEXT_CHARACTERS = 600
"""What is shown around a quote that lies outside every section."""


def panel(citation: Citation, source: Source | None, texts: Texts) -> str:
    """The panel's HTML for one citation.

    Args:
        citation: which quote.
        source: its article; None where the index has changed since and only the quote is left.
        texts: the labels.
    """
    return (
        f'<p class="kicker">{escape(texts.evidence_number.format(number=citation.number))}</p>'
        f'<h2 tabindex="-1">{escape(citation.section or texts.without_heading)}</h2>'
        f'<div class="section-text" lang="{escape(source.language if source else "de")}">'
        f"{_section(citation, source)}</div>"
        f"{_provenance(citation, texts)}"
    )


def empty_panel(texts: Texts) -> str:
    """The panel without a quote, as a page has it until a marker is chosen."""
    return (
        f'<div class="evidence" role="complementary" aria-label="{escape(texts.evidence)}">'
        f'<button type="button" class="close" data-action="close-evidence" hidden>'
        f"{escape(texts.close)}</button>"
        f'<div class="evidence-body"><p class="kicker">{escape(texts.evidence)}</p>'
        f"<p>{escape(texts.evidence_empty)}</p></div></div>"
    )


def _section(citation: Citation, source: Source | None) -> str:
    if source is None or source.text[citation.start : citation.end] != citation.quote:
        return f"<p><mark>{escape(citation.quote)}</mark></p>"
    section = source.section_at(citation.start) or Section(
        (),
        max(0, citation.start - CONTEXT_CHARACTERS),
        min(len(source.text), citation.end + CONTEXT_CHARACTERS),
    )
    made = []
    start = section.start
    # A quote may run on behind its section's end; it is always shown whole.
    for line in source.text[section.start : max(section.end, citation.end)].splitlines(True):
        end = start + len(line)
        if line.strip():
            made.append(_line(line, citation.start - start, citation.end - start))
        start = end
    return "".join(made)


def _line(line: str, start: int, end: int) -> str:
    """One line of the section; ``start`` and ``end`` are the quote's, relative to the line."""
    bullet = line.startswith("• ")
    skip = 2 if bullet else 0
    text = line.rstrip("\r\n")
    first, last = max(start, skip), min(end, len(text))
    if first < last:
        before, quoted, after = text[skip:first], text[first:last], text[last:]
        inner = f"{escape(before)}<mark>{escape(quoted)}</mark>{escape(after)}"
    else:
        inner = escape(text[skip:])
    return f'<p class="item">{inner}</p>' if bullet else f"<p>{inner}</p>"


def _provenance(citation: Citation, texts: Texts) -> str:
    source = citation.source
    rows = [
        (texts.article, escape(source.title)),
        (texts.publisher, escape(source.publisher or texts.unknown)),
        (texts.date, escape(readable_date(source.published, texts))),
        (texts.link, link(source.url, texts)),
    ]
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows)
    return f'<dl class="provenance">{cells}</dl>'


def about(source: SourceReference, texts: Texts) -> str:
    """Title, publisher and date in one line, as far as they are known; without the address."""
    told = (source.title, source.publisher, readable_date(source.published, texts))
    return ", ".join(part for part in told if part)


def link(url: str | None, texts: Texts) -> str:
    """A link that tells the other side nothing; the plain address where it is no web address."""
    target = safe_link(url)
    if target is None:
        return escape(url or texts.unknown)
    return (
        f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer nofollow">'
        f'{escape(texts.open_link)}<span class="aside"> ({escape(texts.new_tab)})</span></a>'
    )
