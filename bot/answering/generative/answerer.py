"""A model's wording within the default answer, or the default answer where it doesn't hold."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Self

from bot.answering import texts
from bot.answering.evidence import Evidence
from bot.answering.generative import prompts
from bot.answering.generative.assembly import repeats, with_wording
from bot.answering.generative.checks import Checker
from bot.answering.generative.draft import DraftSentence, sentences_of
from bot.answering.generative.loading import load_chat_model
from bot.answering.generative.streaming import BoundedModel, ModelFailure
from bot.answering.grounding import violations
from bot.answering.trace import Outcome, Stopped, note_wording
from bot.dialogue import Question
from bot.domain import Answer
from bot.knowledge.roles import RoleCatalogue

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from bot.settings import Settings

log = logging.getLogger(__name__)

MAX_SENTENCES = 12
MAX_SOURCE_CHARACTERS = 3_000
"""About 1,000 tokens: a small model reads them in seconds and keeps the numbers apart. What isn't
given to it stands in the answer all the same."""

MAX_READ = 12
MAX_WORDED = 6
"""Sentences that are read, and shown: small models retell every source."""

MIN_KEPT_SHARE = 0.5
"""Where more of a model's sentences fail, the rest isn't trusted either."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What became of one default answer.

    Attributes:
        answer: what is shown.
        outcome: what became of the model's part.
        written: the model's sentences, of which ``dropped`` failed a check.
        faults: which checks they failed, one entry a sentence and check.
        reason: why nothing of the model is shown, in English for the log; else empty.
    """

    answer: Answer
    outcome: Outcome
    written: int = 0
    dropped: int = 0
    faults: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Held:
    """The sentences that passed, and what the others failed."""

    sentences: tuple[DraftSentence, ...]
    written: int
    faults: tuple[str, ...]


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
    def open(cls, settings: Settings) -> Self | None:
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
    ) -> Answer:
        """``base`` with the model's wording in it, or ``base`` with a warning; see ``word``."""
        wording = self.word(question, base, evidence, catalogue)
        note_wording(wording.outcome)
        return wording.answer

    def word(
        self,
        question: Question,
        base: Answer,
        evidence: Sequence[Evidence],
        catalogue: RoleCatalogue,
    ) -> Wording:
        """Puts what the model writes behind the first block of ``base``.

        Never fails, but ends with ``Stopped`` where the answer is told to. All of ``base`` stays
        as it is, with its numbers and records, so nothing that it says or cites can be lost by a
        model, and its first sentence stays the first. A declined answer is handed back and no
        model is asked.

        Args:
            question: what is asked.
            base: the default answer.
            evidence: the sentences it was selected from, best first, those it cites among them.
            catalogue: the corpus's roles.
        """
        if base.status != "answered" or not evidence:
            return Wording(base, "not_asked")
        try:
            wording = self._word(question, base, evidence, catalogue)
        except ModelFailure as failure:
            log.warning("%s gave no answer: %s", self.name, failure)
            return _refused(question, base, "unavailable", str(failure))
        except Stopped:
            raise
        except Exception as error:  # a model must never cost the answer that was there before
            # The message may hold words of the question: its kind and place must do.
            place = traceback.extract_tb(error.__traceback__)[-1]
            told = f"{type(error).__name__}, {place.name}:{place.lineno}"
            log.error("wording failed: %s", told)
            return _refused(question, base, "rejected", told)
        log.info(
            "%s, prompt %d: %s, %d of %d sentences dropped: %s %s",
            self.name, prompts.PROMPT_VERSION, wording.outcome, wording.dropped, wording.written,
            wording.faults, wording.reason,
        )  # fmt: skip
        return wording

    def _word(
        self,
        question: Question,
        base: Answer,
        evidence: Sequence[Evidence],
        catalogue: RoleCatalogue,
    ) -> Wording:
        given = _within_limits(evidence)
        checker = Checker(question, given, catalogue)
        if missed := checker.misses_focus(given):
            # Nothing that a model writes from these sentences could pass: none is waited for.
            reason = f"{len(missed)} words of the question are in no passage"
            return Wording(base, "not_asked", reason=reason)
        held = _held(checker, sentences_of(self._model.write(prompts.messages(
            question, given, catalogue
        ))))  # fmt: skip
        counted = Wording(
            base, "nothing_new", held.written, held.written - len(held.sentences), held.faults
        )

        def rejected(reason: str) -> Wording:
            refused = _refused(question, base, "rejected", reason)
            return replace(counted, answer=refused.answer, outcome="rejected", reason=reason)

        if reason := _without_substance(checker, held):
            return rejected(reason)
        new = [s for s in held.sentences if not repeats(s, base, given)][:MAX_WORDED]
        if not new:
            return counted
        made = with_wording(base, new, given, question.language)
        if broken := violations(made, {item.source.id: item.source for item in evidence}):
            return rejected("; ".join(broken))
        return replace(counted, answer=replace(made, answerer=self.name), outcome="worded")


def _refused(
    question: Question, base: Answer, outcome: Literal["rejected", "unavailable"], reason: str
) -> Wording:
    """The default answer with the warning that tells why no model worded it."""
    warning = texts.MODEL_REJECTED if outcome == "rejected" else texts.MODEL_UNAVAILABLE
    told = replace(base, warnings=(*base.warnings, warning[question.language]))
    return Wording(told, outcome, reason=reason)


def _within_limits(evidence: Sequence[Evidence]) -> list[Evidence]:
    given: list[Evidence] = []
    characters = 0
    for item in evidence[:MAX_SENTENCES]:
        characters += len(item.quote)
        if given and characters > MAX_SOURCE_CHARACTERS:
            break
        given.append(item)
    return given


def _held(checker: Checker, sentences: Sequence[DraftSentence]) -> _Held:
    kept = []
    faults: list[str] = []
    told = list(dict.fromkeys(sentences))[:MAX_READ]
    for sentence in told:
        found = checker.faults(sentence)
        faults += found
        if not found:
            kept.append(sentence)
    return _Held(tuple(kept), len(told), tuple(faults))


def _without_substance(checker: Checker, held: _Held) -> str:
    """Why the sentences that passed aren't enough to be shown; empty where they are."""
    if not held.sentences:
        return "no sentence holds" if held.written else "nothing written"
    if len(held.sentences) < MIN_KEPT_SHARE * held.written:
        return f"{len(held.sentences)} of {held.written} sentences hold"
    cited = [checker.evidence[n - 1] for sentence in held.sentences for n in sentence.cited]
    if missed := checker.misses_focus(cited):
        return f"{len(missed)} words of the question are in no cited passage"
    return ""
