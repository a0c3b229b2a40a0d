"""A model's wording of an answer, or the default answer where the wording doesn't hold."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.answering import texts
from bot.answering.evidence import Evidence
from bot.answering.generative import prompts
from bot.answering.generative.checks import Checker
from bot.answering.generative.draft import DraftSentence, sentences_of
from bot.answering.generative.figures import has_figure
from bot.answering.generative.loading import load_chat_model
from bot.answering.generative.streaming import BoundedModel, ModelFailure
from bot.answering.grounding import violations
from bot.dialogue import Question
from bot.domain import Answer, Citation, SourceReference
from bot.knowledge.roles import RoleCatalogue

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from bot.settings import Settings

log = logging.getLogger(__name__)

MAX_SENTENCES = 24
MAX_SOURCE_CHARACTERS = 6_000
"""About 2,000 tokens: the prompt fits into 4,096 with room for the answer."""

MAX_WORDED = 6
"""Sentences of an answer. Small models translate every source; the quotes follow anyway."""

MIN_KEPT_SHARE = 0.5
"""Where more of a model's sentences fail, the rest isn't trusted either."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#])")
_Place = tuple[str, int, int]


class _Rejected(Exception):
    """What came doesn't hold; says why in English."""


class GenerativeAnswerer:
    """Lets a chat model word answers. Safe to share between threads.

    Args:
        model: any LangChain chat model.
        name: how answers call it.
        seconds: how long its whole answer may take.
    """

    def __init__(self, model: BaseChatModel, name: str, seconds: float = 30) -> None:
        self._model = BoundedModel(model, seconds)
        self.name = f"generative:{name}"

    @classmethod
    def open(cls, settings: Settings) -> GenerativeAnswerer | None:
        """The answerer of ``LOTSE_MODEL``; None where none is set.

        Raises:
            UsageError: the model can't be set up.
        """
        model = load_chat_model(settings)
        if model is None or settings.model is None:
            return None
        return cls(model, settings.model, settings.model_timeout)

    def answer(
        self,
        question: Question,
        base: Answer,
        evidence: Sequence[Evidence],
        catalogue: RoleCatalogue,
        notes: Sequence[str] = (),
    ) -> Answer:
        """The model's wording above the quotes that it doesn't cite, or ``base`` with a warning.

        Never fails. Every citation of ``base`` stays, so no fact is lost by a model that says
        less; a declined answer is handed back as it is and no model is asked.

        Args:
            question: what is asked.
            base: the default answer.
            evidence: the sentences it was selected from, best first, those it cites among them.
            catalogue: the corpus's roles.
            notes: sentences of our own that must stay, such as that figures differ; no figures.
        """
        if base.status != "answered" or not evidence:
            return base
        try:
            given = _within_limits(evidence)
            checker = Checker(question, given, catalogue)
            if missed := checker.misses_focus(given):
                raise _Rejected(f"{len(missed)} words of the question are in no passage")
            written = self._model.write(prompts.messages(question, given, catalogue))
            kept = _kept(checker, sentences_of(written), base)
            made = _assembled(question, base, given, catalogue, kept, notes)
            broken = violations(made, {item.source.id: item.source for item in evidence})
            if broken:
                raise _Rejected("; ".join(broken))
            return replace(made, answerer=self.name)
        except ModelFailure as failure:
            log.warning("%s gave no answer: %s", self.name, failure)
            warning = texts.MODEL_UNAVAILABLE[question.language]
        except _Rejected as rejection:
            log.info("%s, prompt %d: %s", self.name, prompts.PROMPT_VERSION, rejection)
            warning = texts.MODEL_REJECTED[question.language]
        except Exception as error:  # a model must never cost the answer that was there before
            # The message may hold words of the question: its kind and place must do.
            place = traceback.extract_tb(error.__traceback__)[-1]
            log.error("wording failed: %s, %s:%s", type(error).__name__, place.name, place.lineno)
            warning = texts.MODEL_REJECTED[question.language]
        return replace(base, warnings=(*base.warnings, warning))


def _within_limits(evidence: Sequence[Evidence]) -> list[Evidence]:
    given: list[Evidence] = []
    characters = 0
    for item in evidence[:MAX_SENTENCES]:
        characters += len(item.quote)
        if given and characters > MAX_SOURCE_CHARACTERS:
            break
        given.append(item)
    return given


def _kept(
    checker: Checker, sentences: Sequence[DraftSentence], base: Answer
) -> list[DraftSentence]:
    """The sentences that hold.

    Raises:
        _Rejected: too few do, or the figures or the point that was asked for are gone.
    """
    kept = []
    faults: list[str] = []
    sentences = list(dict.fromkeys(sentences))[:MAX_WORDED]
    for sentence in sentences:
        found = checker.faults(sentence)
        faults += found
        if not found:
            kept.append(sentence)
    log.info("%d of %d sentences kept; faults: %s", len(kept), len(sentences), faults)
    if not kept:
        raise _Rejected(f"no sentence holds: {faults or 'nothing written'}")
    if len(kept) < MIN_KEPT_SHARE * len(sentences):
        raise _Rejected(f"{len(kept)} of {len(sentences)} sentences hold: {faults}")
    if _owes_figure(checker.question, base) and not any(has_figure(s.text) for s in kept):
        raise _Rejected("the figures asked for are missing")
    cited = [checker.evidence[n - 1] for sentence in kept for n in sentence.cited]
    if missed := checker.misses_focus(cited):
        raise _Rejected(f"{len(missed)} words of the question are in no cited passage")
    return kept


def _owes_figure(question: Question, base: Answer) -> bool:
    """Whether an answer without any figure would miss the question."""
    with_figure = sum(has_figure(citation.quote) for citation in base.citations)
    if question.intent == "salary":
        return with_figure > 0
    # "Wann lohnt sich …?" asks for no figure, and most of what answers it states none.
    return question.wants_figure and 2 * with_figure >= len(base.citations)


def _assembled(
    question: Question,
    base: Answer,
    given: Sequence[Evidence],
    catalogue: RoleCatalogue,
    kept: Sequence[DraftSentence],
    notes: Sequence[str],
) -> Answer:
    """The answer: wording, notes, then what the default answer quotes beyond it."""
    numbers: dict[_Place, int] = {}
    citations: list[Citation] = []
    by_place = {_place_of(citation): citation for citation in base.citations}
    evidence_by_place = {_place(item): item for item in given}

    def number_of(place: _Place, citation: Citation) -> int:
        if place not in numbers:
            numbers[place] = len(numbers) + 1
            citations.append(replace(citation, number=numbers[place]))
        return numbers[place]

    worded = []
    for sentence in kept:
        said = ""
        for part in sentence.parts:
            items = [given[n - 1] for n in part.cited]
            marks = [number_of(_place(i), by_place.get(_place(i)) or _citation(i)) for i in items]
            said += f" {_escaped(part.text)} " + "".join(f"[{m}]" for m in dict.fromkeys(marks))
        worded.append(said.strip() + (sentence.end or "."))
    blocks = [_as_text(worded), *notes]
    rest = [c for c in base.citations if _place_of(c) not in numbers]
    if rest:
        blocks.append(texts.FURTHER_QUOTES[question.language])
    for label, quotes in _by_role(rest, evidence_by_place, question, catalogue).items():
        lines = [f"- {_escaped(c.quote)} [{number_of(_place_of(c), c)}]" for c in quotes]
        blocks += ([f"**{label}**"] if label else []) + ["\n".join(lines)]
    renumbered = {c.number: numbers[_place_of(c)] for c in base.citations}
    return replace(
        base,
        text="\n\n".join(blocks),
        citations=tuple(citations),
        salary=tuple(_renumbered(record, renumbered) for record in base.salary),
        career=tuple(_renumbered(record, renumbered) for record in base.career),
    )


def _as_text(sentences: Sequence[str]) -> str:
    """The direct answer first; more than two sentences behind it become a list."""
    first, *others = sentences
    if len(others) <= 2:
        return " ".join(sentences)
    return "\n\n".join([first, "\n".join(f"- {sentence}" for sentence in others)])


def _by_role(
    citations: Sequence[Citation],
    evidence: Mapping[_Place, Evidence],
    question: Question,
    catalogue: RoleCatalogue,
) -> dict[str, list[Citation]]:
    """Quotes below the role they are about where the question is about several."""
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        item = evidence.get(_place_of(citation))
        about = [r for r in question.roles if item is not None and r in item.roles]
        single = len(question.roles) > 1 and len(about) == 1
        label = catalogue.get(about[0]).preferred_label if single else ""
        groups.setdefault(label, []).append(citation)
    return dict(sorted(groups.items(), key=lambda group: bool(group[0])))


def _renumbered(record: Mapping[str, Any], numbers: Mapping[int, int]) -> dict[str, Any]:
    """A record of figures or steps whose citation got another number."""
    made = dict(record)
    cited = made.get("citation")
    if isinstance(cited, int):
        made["citation"] = numbers.get(cited, cited)
    elif isinstance(cited, Mapping) and isinstance(cited.get("number"), int):
        made["citation"] = {**cited, "number": numbers.get(cited["number"], cited["number"])}
    return made


def _citation(item: Evidence) -> Citation:
    source = item.source
    return Citation(
        number=0,
        quote=item.quote,
        start=item.sentence.start,
        end=item.sentence.end,
        section=item.section,
        passage_id=item.passage.id,
        source=SourceReference(
            source.id, source.title, source.publisher, source.url, source.published
        ),
    )


def _place(item: Evidence) -> _Place:
    return item.source.id, item.sentence.start, item.sentence.end


def _place_of(citation: Citation) -> _Place:
    return citation.source.id, citation.start, citation.end


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
