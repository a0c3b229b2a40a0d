"""An answer in the making: Markdown lines whose markers and citations can't part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.answering.pay.conversion import Converted
from bot.domain import Citation, SourceReference
from bot.facts import CareerStep, SalaryFigure, Span
from bot.index.view import IndexView

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#])")


def escape(text: str) -> str:
    """``text`` with Markdown's special characters made literal."""
    return _MARKDOWN.sub(r"\\\1", text)


@dataclass
class Draft:
    """Lines of Markdown and the sentences they cite.

    A sentence that is cited again keeps its number, so every marker has one citation and every
    citation a marker.

    Args:
        view: the index version that the sentences stand in.
        lines: Markdown so far.
        salary: figures that the answer carries as records; each is cited in a line.
        career: steps that it carries as records; likewise.
        computed: the figures of ``salary`` that are shown for another period too.
    """

    view: IndexView
    lines: list[str] = field(default_factory=list)
    salary: list[SalaryFigure] = field(default_factory=list)
    career: list[CareerStep] = field(default_factory=list)
    computed: dict[SalaryFigure, Converted] = field(default_factory=dict)
    _cited: dict[Span, Citation] = field(default_factory=dict)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that is cited, by number."""
        return tuple(self._cited.values())

    @property
    def text(self) -> str:
        """The Markdown so far."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip()

    def cite(self, span: Span) -> Citation:
        """The citation of a sentence; its marker must then be written."""
        if span not in self._cited:
            source = self.view.sources[span.source_id]
            section = source.section_at(span.start)
            self._cited[span] = Citation(
                number=len(self._cited) + 1,
                quote=source.text[span.start : span.end],
                start=span.start,
                end=span.end,
                section=section.heading if section else None,
                passage_id=self.view.passage_at(span.source_id, span.start).id,
                source=SourceReference(
                    source.id, source.title, source.publisher, source.url, source.published
                ),
            )
        return self._cited[span]

    def marker(self, *spans: Span) -> str:
        """The markers of some sentences: "[1] [4]"."""
        return " ".join(f"[{number}]" for number in sorted({self.cite(s).number for s in spans}))

    def quote(self, span: Span) -> str:
        """A sentence in its own words, with its marker."""
        return f"{escape(self.cite(span).quote)} {self.marker(span)}"

    def item(self, span: Span) -> None:
        """A list item that is a quote."""
        self.lines.append(f"- {self.quote(span)}")

    def heading(self, text: str) -> None:
        """A short heading in our own words."""
        self.lines += ["", f"**{escape(text)}**", ""]

    def say(self, text: str) -> None:
        """A paragraph in our own words; whatever it claims carries its ``marker``."""
        self.lines += ["", text, ""]
