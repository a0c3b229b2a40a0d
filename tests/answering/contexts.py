"""Contexts of real questions over a real index, for the tests of the answer builders."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.composing import PASSAGES
from bot.answering.context import Context
from bot.answering.draft import Draft
from bot.answering.evidence import EvidenceReader
from bot.answering.grounding import violations
from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import understand
from bot.domain import Answer, Source
from bot.german import fold
from bot.index.encoder import WordEncoder
from bot.index.search import search
from bot.index.store import IndexIdentity
from bot.index.view import IndexView
from bot.knowledge.facts import read_facts
from bot.knowledge.profiles import RoleProfile, role_profiles
from bot.knowledge.roles import RoleCatalogue
from bot.passages import cut

MOST_TOKENS = 240


@dataclass(frozen=True)
class Reader:
    """What is derived once from some sources."""

    encoder: WordEncoder
    view: IndexView
    catalogue: RoleCatalogue
    profiles: dict[str, RoleProfile]
    evidence: EvidenceReader
    similarity: SentenceSimilarity

    @classmethod
    def of(cls, sources: list[Source], encoder: WordEncoder) -> Reader:
        """Reads, cuts and encodes ``sources`` in memory."""
        catalogue = RoleCatalogue.of(sources)
        by_id = {source.id: source for source in sorted(sources, key=lambda s: s.id)}
        passages = [
            passage
            for source in by_id.values()
            for passage in cut(source, lambda text: len(text.split()) * 2, MOST_TOKENS)
        ]
        identity = IndexIdentity.of(encoder.identity)
        view = IndexView.in_memory(identity, by_id, passages, encoder.encode_passages)
        facts = {key: read_facts(source, catalogue) for key, source in by_id.items()}
        return cls(
            encoder,
            view,
            catalogue,
            role_profiles(by_id, facts, catalogue),
            EvidenceReader(view, catalogue),
            SentenceSimilarity(encoder),
        )

    def context(self, text: str) -> Context:
        """The context of a question without history."""
        question = understand(text, (), self.catalogue)
        read = self.encoder.read_questions([question.standalone])[0]
        hits = search(self.view, question.standalone, read.whole, limit=PASSAGES)
        return Context(
            question,
            self.view,
            self.catalogue,
            self.profiles,
            hits,
            read.whole,
            question.standalone,
            read.words,
            self.evidence,
            self.similarity,
        )

    def draft(self) -> Draft:
        """An empty draft."""
        return Draft(self.view)


def broken(draft: Draft, context: Context) -> list[str]:
    """Which of the contract's invariants the answer in ``draft`` would break."""
    question = context.question
    answer = Answer(
        question.original,
        question.standalone,
        "answered",
        None,
        question.intent,
        draft.text,
        draft.citations,
    )
    return violations(answer, context.view.sources)


def quoted(draft: Draft) -> str:
    """Everything a draft quotes, folded."""
    return fold(" ".join(citation.quote for citation in draft.citations))


def headings(draft: Draft) -> list[str]:
    """Its headings, in order."""
    return [line.strip("*") for line in draft.text.splitlines() if line.startswith("**")]


def items(draft: Draft) -> list[str]:
    """Its list items, in order."""
    return [line[2:] for line in draft.text.splitlines() if line.startswith("- ")]
