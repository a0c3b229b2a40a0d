"""Sentences that may be quoted, with what they are about and whether they state pay."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from bot.domain import Intent, Passage, Section, Sentence, Source
from bot.german import words
from bot.index.keyword import KeywordIndex
from bot.index.view import IndexView
from bot.knowledge.facts.statements import Statement, section_statements
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import folded_phrase

_CURRENCY = r"(?:€|euro\b|eur\b|us-?dollar|dollar|usd\b|\$|chf\b|franken)"
_NUMBER = r"\d{1,3}(?:[.\s\u00a0\u202f]\d{3})+|\d+(?:,\d+)?"
AMOUNT = re.compile(
    rf"(?:{_CURRENCY}\s*(?:{_NUMBER})|(?:{_NUMBER})(?:\s*(?:k|tsd\.?|mio\.?|mrd\.?))?\s*{_CURRENCY})",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d+\s*(?:%|prozent)", re.IGNORECASE)
_VARIABLE_PAY = re.compile(r"variab|bonus|boni|provision|leistungs|grundgehalt|zulage")
_TURNOVER = re.compile(r"umsatz|umsatze|volumen|budget|investition|kosten\b")
_PAY_WORD = re.compile(r"gehalt(?!en\b)|gehalter|verdien|vergut|lohn|einkommen|brutto|netto|salar")
_FIGURE = re.compile(
    r"\d|\b(?:ein(?:en|er|em|es)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
    r"fuenf|zwoelf)(?:\s+bis\s+\w+)?\s+(?:jahr|monat|woche|tag|stunde|kunde|prozent)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?:er|sie|es|dabei|dazu|dafür|dadurch|damit|hierbei|hierfür|hierzu|dieser|diese|dieses|diesem|"
    r"diesen|letztere[rs]?|falls ja|so|ferner|folglich|deshalb|deswegen|daher|seine?[nr]?|"
    r"ihre?[nr]?|schließlich|denn|dort|in dieser|in diesem|diejenigen)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_ITSELF = re.compile(r"\b(?:wir|uns|unser\w*)\b", re.IGNORECASE)
_NEVER_QUOTED_END = (":", "?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may be quoted.

    Attributes:
        roles: ids of the roles it is about; empty where nothing tells.
        named: whether it names them itself.
        topics: what it shows by its own words.
        section_topics: what the headings above it announce.
        states_pay: an amount or share in it is pay.
        has_figure: it states any number or duration.
        leans_on_context: it starts with a word that points back.
        opens_section: it is the first sentence below its heading.
        tokens: its words, folded, in order.
        terms: stems of its content words and of its compounds' parts.
        heading_terms: the same for the headings above it.
    """

    passage: Passage
    source: Source
    sentence: Sentence
    quote: str
    section: str | None
    roles: frozenset[str]
    named: bool
    topics: tuple[Intent, ...]
    section_topics: tuple[Intent, ...]
    states_pay: bool
    has_figure: bool
    leans_on_context: bool
    opens_section: bool
    tokens: tuple[str, ...]
    terms: frozenset[str]
    heading_terms: frozenset[str]


class EvidenceReader:
    """Reads passages of one index version as evidence; keeps what it has read.

    Args:
        view: the version.
        catalogue: its roles.
    """

    def __init__(self, view: IndexView, catalogue: RoleCatalogue) -> None:
        self._view = view
        self._catalogue = catalogue
        self.of = functools.lru_cache(maxsize=20_000)(self._read)
        self._statements = functools.lru_cache(maxsize=5_000)(self._read_section)

    @property
    def keywords(self) -> KeywordIndex:
        """The keyword index whose terms the evidence carries."""
        return self._view.keywords

    def _read(self, passage: Passage) -> tuple[Evidence, ...]:
        """The quotable sentences of a passage, in order."""
        source = self._view.sources[passage.source_id]
        section = source.section_at(passage.start) or Section((), passage.start, passage.end)
        by_start = self._statements(source.id, section)
        heading_terms = frozenset(self.keywords.terms(" ".join(section.path)))
        evidence = []
        for sentence in passage.sentences:
            quote = source.text[sentence.start : sentence.end]
            if not _is_quotable(quote):
                continue
            statement = by_start[sentence.start]
            evidence.append(
                Evidence(
                    passage=passage,
                    source=source,
                    sentence=sentence,
                    quote=quote,
                    section=section.heading,
                    roles=statement.roles,
                    named=bool(statement.named),
                    topics=statement.topics,
                    section_topics=statement.section_topics,
                    states_pay=_states_pay(quote, statement.section_topics),
                    has_figure=bool(_FIGURE.search(quote)),
                    leans_on_context=bool(_POINTS_BACK.match(quote)),
                    opens_section=statement.opens_section,
                    tokens=tuple(words(quote)),
                    terms=frozenset(self.keywords.terms(quote)),
                    heading_terms=heading_terms,
                )
            )
        return tuple(evidence)

    def _read_section(self, source_id: str, section: Section) -> dict[int, Statement]:
        """Statements of a section by where they start."""
        source = self._view.sources[source_id]
        found = section_statements(source, section, self._catalogue, known_only=True)
        return {statement.span.start: statement for statement in found}


def _is_quotable(quote: str) -> bool:
    """Whether a sentence is a whole statement about the subject.

    Questions, lead-ins and cut-off fragments aren't, nor what a publisher says of itself.
    """
    return not (
        quote.endswith(_NEVER_QUOTED_END)
        or quote[0].islower()
        or len(quote.split()) < 3
        or _SPEAKS_OF_ITSELF.search(quote)
    )


def _states_pay(quote: str, section_topics: tuple[Intent, ...]) -> bool:
    phrase = folded_phrase(quote)
    speaks_of_pay = bool(_PAY_WORD.search(phrase))
    if AMOUNT.search(quote):
        in_pay_section = bool(section_topics) and section_topics[0] == "salary"
        return speaks_of_pay or (in_pay_section and not _TURNOVER.search(phrase))
    return bool(_SHARE.search(quote)) and bool(_VARIABLE_PAY.search(phrase))
