"""What a model's sentence must hold before anybody sees it.

Each check is one of the ways in which a fluent sentence with a real marker has been seen to say
something else than its source. They are strict where in doubt: a sentence that is dropped costs
little, because its sources are quoted all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.answering.evidence import Evidence
from bot.answering.generative.draft import DraftSentence, Part
from bot.answering.generative.figures import Figure, countries_in, figures_in, units_in
from bot.answering.generative.prompts import SYSTEM
from bot.answering.grounding import numbers_in
from bot.dialogue import Question
from bot.dialogue.language import language_of
from bot.german import content_stems, content_words, fold, stem, words
from bot.knowledge.facts.levels import level_of, levels_in
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.titles import named_roles

MIN_SHARE = 0.6
"""Share of a sentence's content words that its cited quotes must hold, by stem."""

MAX_WORDS = 60
MAX_WORDS_IN_ENGLISH = 40
"""A translation can't be compared word by word; a short sentence leaves little room to wander."""

_SHORTEST_STEM = 4
_LEAKED_RUN = 6

_MARKUP = re.compile(
    r"https?:|www\.|\b\S+@\S+\.\w|</?\w|<!--|```|\]\(|!\[|\bjavascript:|\{\{|\bdata:\w+/",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"^(?:ja|nein|doch|yes|no)\b\s*[,.:–-]", re.IGNORECASE)
# Without an article: "in der Regel" and "in der Lage" are no places.
_PLACE = re.compile(r"\b[Ii]n\s+((?!Höhe|Form|Bezug|Anspruch)[A-ZÄÖÜ][\w-]+)")
_NEGATION = re.compile(
    r"\b(?:nicht(?! (?:nur|zuletzt|selten|allein|bloß)\b)|kein\w*|nie|niemals|nirgends|ohne|weder|"
    r"not(?! only\b)|no|never|without|neither|\w+n['’]t)\b",
    re.IGNORECASE,
)

# What a sentence may only claim where its source does: an average, a duty, gross pay.
_CLAIMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern, re.IGNORECASE)
        for name, pattern in {
            "mean": r"durchschnitt|im (?:schnitt|mittel)\b|mittelwert|\baverage|\bmean\b",
            "median": r"\bmedian",
            "gross": r"brutto|\bgross\b",
            "net": r"netto|\bnet\b",
            "variable": r"bonus|boni\b|provision|variab|prämie|commission",
            "fixed": r"fixum|fixgehalt|grundgehalt|festgehalt|base (?:pay|salary)",
            "obligation": r"\bmuss\b|\bmüssen\b|zwingend|erforderlich|\bpflicht|unbedingt|"
            r"notwendig|vorgeschrieben|voraussetz|\bmust\b|mandatory|required|\bnecessary",
            "comparison": r"\bmehr als\b|\bweniger als\b|höher als|niedriger als|besser als|"
            r"\bmore than\b|\bless than\b|higher than|lower than",
            "always": r"\bimmer\b|\balle\b|\bjede[rsnm]?\b|grundsätzlich|garantier|"
            r"\balways\b|\bevery\b",
        }.items()
    }
)

# Words that only lead from a source to what it says.
_FRAMING = frozenset(
    stem(fold(word))
    for word in """
    laut quelle quellen angabe angaben artikel beträgt betragen liegt liegen gilt gelten gehört
    gehören zählt zählen rund typischerweise meist häufig oft beispielsweise zudem außerdem
    ebenfalls umfasst umfassen bedeutet beruf rolle person frage
    """.split()
)


@dataclass(frozen=True)
class Checker:
    """Compares a draft with the evidence that it was given.

    Args:
        question: what is asked.
        evidence: the numbered sentences; the first is number 1.
        catalogue: the corpus's roles.
    """

    question: Question
    evidence: Sequence[Evidence]
    catalogue: RoleCatalogue
    _figures: dict[int, list[Figure]] = field(default_factory=dict, init=False, repr=False)

    def faults(self, sentence: DraftSentence) -> list[str]:
        """What is wrong with a sentence, in English for the log; empty where it may be shown."""
        found = list(self._form(sentence))
        if found:  # without sound markers there is nothing to compare with
            return found
        said_before = ""
        for part in sentence.parts:
            cited = [self.evidence[number - 1] for number in part.cited]
            said_before = f"{said_before} {part.text}".strip()
            found += self._part(part, said_before, cited)
        return list(dict.fromkeys(found))

    def misses_focus(self, cited: Sequence[Evidence]) -> list[str]:
        """Words that the question is after and no cited passage holds.

        Only for German questions: English words aren't in German passages.
        """
        if self.question.language != "de":
            return []
        known = _stems(
            " ".join(
                " ".join((e.passage.text, *e.passage.heading_path, e.source.title)) for e in cited
            )
        ) | {term for e in cited for term in e.terms | e.heading_terms}
        return [word for word in self.question.focus if not _is_among(stem(word), known)]

    def _form(self, sentence: DraftSentence) -> Iterator[str]:
        if not sentence.parts or any(not part.cited for part in sentence.parts):
            yield "no marker"
        if any(not 1 <= number <= len(self.evidence) for number in sentence.cited):
            yield "unknown marker"
        if any(not words(part.text) for part in sentence.parts):
            yield "no words"
        most = MAX_WORDS if self.question.language == "de" else MAX_WORDS_IN_ENGLISH
        if len(sentence.text.split()) > most:
            yield "too long"
        if _MARKUP.search(sentence.text):
            yield "link or markup"
        if _YES_OR_NO.match(sentence.text):
            # The words behind it may be the source's; the verdict is the model's own.
            yield "yes or no"
        if _repeats_instructions(sentence.text):
            yield "instructions repeated"

    def _part(self, part: Part, said: str, cited: Sequence[Evidence]) -> Iterator[str]:
        quotes = " ".join(item.quote for item in cited)
        if numbers_in(part.text) - numbers_in(quotes):
            yield "number in no cited quote"
        yield from self._figures_of(part, said, cited)
        yield from self._roles_of(part, cited)
        negated = bool(_NEGATION.search(part.text))
        if any(negated != bool(_NEGATION.search(item.quote)) for item in cited):
            yield "negation differs"
        context = " ".join(f"{item.section or ''} {item.quote}" for item in cited)
        for name, pattern in _CLAIMS.items():
            if pattern.search(part.text) and not pattern.search(context):
                yield f"claims {name}"
        said_or_asked = _stems(f"{context} {self.question.standalone}")
        for place in _PLACE.findall(part.text):
            # Countries of the list are compared with each figure, in both languages.
            if not countries_in(place) and not _is_among(stem(fold(place)), said_or_asked):
                yield "place of its own"
        if "de" in (self.question.language, language_of(part.text)) and (
            _share(part.text, quotes, self.catalogue) < MIN_SHARE
            or _whole_share(part.text, quotes) < MIN_SHARE
        ):
            yield "words of its own"

    def _figures_of(self, part: Part, said: str, cited: Sequence[Evidence]) -> Iterator[str]:
        """Each figure must stand in a cited quote with the same things around it."""
        mine = figures_in(said, self.catalogue)
        mine = mine[len(mine) - len(figures_in(part.text, self.catalogue)) :]
        if not mine:
            return
        context = " ".join(f"{item.section or ''} {item.quote}" for item in cited)
        if units_in(part.text) - units_in(context):
            yield "unit of its own"
        for figure in mine:
            candidates = [
                (item, theirs)
                for item in cited
                for theirs in figures_in(item.quote, self.catalogue)
                if theirs.value == figure.value
            ]
            faults = [self._mismatch(figure, *candidate) for candidate in candidates]
            if not faults:
                yield "number in no cited quote"
            elif all(faults):
                yield next(fault for fault in faults if fault)

    def _mismatch(self, mine: Figure, item: Evidence, theirs: Figure) -> str | None:
        """How a figure is said of something else than in its quote; None where it isn't."""
        asked = self.question.roles[0] if len(self.question.roles) == 1 else None
        role = mine.role or asked
        of = {theirs.role} if theirs.role else item.roles
        if (role is not None and role not in of) or (role is None and theirs.role):
            return "figure of another role"
        level = theirs.level or level_of(item.section or "")
        if (mine.level or self.question.seniority) != level:
            return "figure of another level"
        places = {code for _, code in countries_in(item.section or "")}
        country = theirs.country or (places.pop() if len(places) == 1 else None)
        named = mine.country or self._asked_country
        if named != country and not (country is None and named in (None, item.source.country)):
            return "figure of another country"
        if mine.bound != theirs.bound:
            return "another bound"
        if mine.unit and theirs.unit and mine.unit != theirs.unit:
            return "another unit"
        if mine.noun and not _is_among(mine.noun, _stems(item.quote)):
            # An English sentence names in English what is counted.
            return "another thing counted" if self.question.language == "de" else None
        return None

    @property
    def _asked_country(self) -> str | None:
        asked = {code for _, code in countries_in(self.question.standalone)}
        return asked.pop() if len(asked) == 1 else None

    def _roles_of(self, part: Part, cited: Sequence[Evidence]) -> Iterator[str]:
        asked = set(self.question.roles)
        if asked and any(item.roles and not item.roles & asked for item in cited):
            yield "source about another role"
        known = {role for item in cited for role in item.roles} | {
            mention.role_id for item in cited for mention in self.catalogue.mentions(item.quote)
        }
        mentions = Counter(mention.role_id for mention in self.catalogue.mentions(part.text))
        if mentions.keys() - known:
            yield "role that the source isn't about"
        theirs = Counter(m.role_id for item in cited for m in self.catalogue.mentions(item.quote))
        # "Ein Lotse verantwortlich ist ein Lotse für …": two beginnings run together.
        if any(count > max(1, theirs[role]) for role, count in mentions.items()):
            yield "role named again"
        context = " ".join(f"{item.section or ''} {item.quote}" for item in cited)
        yield from self._levels_of(part, context)
        titles = {title.role_id for title in named_roles(context)}
        for title in named_roles(part.text):
            if title.role_id not in titles and not self.catalogue.mentions(title.label):
                yield "occupation that the source doesn't name"

    def _levels_of(self, part: Part, context: str) -> Iterator[str]:
        """A "Senior Lotse" isn't made of a "Senior Maat" and a "Lotse" in the same quote."""
        theirs = {(m.role_id, m.seniority) for m in self.catalogue.mentions(context)}
        of_roles = {level for _, level in theirs}
        free = {str(mention.level) for mention in levels_in(context)} - of_roles
        for mention in self.catalogue.mentions(part.text):
            pair = (mention.role_id, mention.seniority)
            if mention.seniority and pair not in theirs and mention.seniority not in free:
                yield "level that the source doesn't state"


def _share(text: str, quotes: str, catalogue: RoleCatalogue) -> float:
    """Share of the content words of ``text`` that ``quotes`` hold; roles' names don't count."""
    names = catalogue.name_stems()
    own = [
        stemmed
        for word in content_words(text)
        if not word[0].isdigit() and (stemmed := stem(word)) not in names | _FRAMING
    ]
    known = _stems(quotes)
    return sum(_is_among(word, known) for word in own) / len(own) if own else 1.0


def _whole_share(text: str, quotes: str) -> float:
    """The same as the evaluation counts it: every content word, and none by its part alone.

    What passes here can't lower citation precision.
    """
    own = [stemmed for stemmed in content_stems(text) if not stemmed[0].isdigit()]
    known = set(content_stems(quotes))
    return sum(stemmed in known for stemmed in own) / len(own) if own else 1.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(text))


def _is_among(stemmed: str, known: frozenset[str] | set[str]) -> bool:
    """Whether a stem is there, by itself or as the end or beginning of a compound."""
    if stemmed in known:
        return True
    if len(stemmed) < _SHORTEST_STEM:
        return False
    return any(
        other.startswith(stemmed)
        or other.endswith(stemmed)
        or (len(other) > _SHORTEST_STEM and (stemmed.startswith(other) or stemmed.endswith(other)))
        for other in known
    )


def _repeats_instructions(text: str) -> bool:
    """Whether a run of words comes from the system prompt."""
    said = words(text)
    runs = {tuple(said[i : i + _LEAKED_RUN]) for i in range(len(said) - _LEAKED_RUN + 1)}
    return any(runs & _prompt_runs(prompt) for prompt in SYSTEM.values())


def _prompt_runs(prompt: str) -> set[tuple[str, ...]]:
    said = words(prompt)
    return {tuple(said[i : i + _LEAKED_RUN]) for i in range(len(said) - _LEAKED_RUN + 1)}
