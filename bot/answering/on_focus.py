"""How well sentences speak of what a question is about beside its roles.

A role's name outweighs all else in E5's vectors: a question on what a Vertriebsleiter drinks
lies nearest to whatever names one. So the question is encoded without the names, and sentences
are measured from the mean of those about the same role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.asked import AskedWord, asked_words, said
from bot.answering.context import Context
from bot.answering.evidence import Evidence
from bot.answering.listing.told import Told, told_by
from bot.german import fold, stem, words
from bot.knowledge.topics import is_bare

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 2.0
"""Standard deviations above a role's mean from which a sentence is about what is asked."""

SAID = 0.55
"""Share of the words asked for from which it says them."""

FEWEST = 8
"""With fewer sentences their spread tells nothing, and words alone decide."""

IN_HEADING = 0.7
BY_VERBS = 0.5
"""What words count where none of those asked for is a noun."""

WORTH_OF_WORDS, WORTH_OF_MEANING = 0.7, 0.35
"""Merit of saying all the words, and of one standard deviation of meaning."""


@dataclass(frozen=True, slots=True)
class Focused:
    """A sentence with how well it speaks of the focus.

    Attributes:
        share: of the words asked for that it or its heading says, 0 to 1.
        meaning: in standard deviations above the mean of those about the same role.
    """

    told: Told
    share: float
    meaning: float

    @property
    def merit(self) -> float:
        """Both, and how well it reads; comparable within one question."""
        said_so = WORTH_OF_WORDS * self.share + WORTH_OF_MEANING * self.meaning
        return said_so * self.told.reads_well

    @property
    def meets(self) -> bool:
        """Whether it speaks of the focus at all: by its words, or by a near meaning."""
        return self.share >= SAID or self.meaning >= NEAR


def focus_words(context: Context) -> tuple[AskedWord, ...]:
    """What the question is about beside roles and words that any question may hold."""
    focus = [word for word in context.question.focus if not is_bare(word)]
    return asked_words(focus, context.evidence.keywords)


def without_roles(context: Context) -> str:
    """The question without the names of roles."""
    names = context.catalogue.name_stems()
    tokens = context.question.standalone.split()
    return " ".join(t for t in tokens if not any(stem(word) in names for word in words(t)))


def focused(
    context: Context, told: Sequence[Told], about: Sequence[AskedWord] | None = None
) -> list[Focused]:
    """Sentences about one role by how well they speak of the focus, best first.

    Args:
        context: the question.
        told: sentences about one role, better all of them.
        about: the words asked for; None for those of the question's focus.
    """
    asked = focus_words(context) if about is None else about
    meanings = _meanings(context, told)
    # "bringt" and the like are in many sentences, whatever these are about.
    by_words = 1.0 if _names_a_thing(context, asked) else BY_VERBS
    found = [
        Focused(
            item,
            by_words * max(said(asked, item.terms), IN_HEADING * said(asked, item.heading_terms)),
            meaning,
        )
        for item, meaning in zip(told, meanings, strict=True)
    ]
    return sorted(found, key=lambda f: (-f.merit, f.told.source_id, f.told.span.start))


def _names_a_thing(context: Context, asked: Sequence[AskedWord]) -> bool:
    """Whether one of the words is a noun; in a question all in small letters any may be."""
    text = context.question.standalone
    if context.question.language != "de" or text == text.lower():
        return True
    nouns = {fold(token.strip("?!.,;:")) for token in text.split()[1:] if token[:1].isupper()}
    return any(word.word in nouns for word in asked)


def _meanings(context: Context, told: Sequence[Told]) -> list[float]:
    """Half by the question without roles, half by how the whole question ranks the sentences."""
    import numpy as np

    if len(told) < FEWEST:
        return [0.0] * len(told)
    asked = context.similarity.vectors([without_roles(context) or context.question.standalone])[0]
    vectors = context.similarity.vectors([item.text for item in told]).astype(np.float64)
    vectors -= vectors.mean(axis=0)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    scores = {(s.evidence.source.id, s.evidence.sentence.start): s.score for s in context.scored}
    least = min(scores.values(), default=0.0)
    ranked = [scores.get((item.source_id, item.span.start), least) for item in told]
    both = _spread(vectors @ asked.astype(np.float64)) + _spread(np.array(ranked))
    return [float(value) for value in _spread(both)]


def _spread(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """In standard deviations from the mean."""
    import numpy as np

    return np.asarray((values - values.mean()) / (float(values.std()) or 1.0))


def about_role(context: Context, role_id: str) -> list[Told]:
    """All sentences about a role that search found, alone or beside another.

    So are those about none, of a section that tells of the role.
    """
    found = [scored.evidence for scored in context.scored]
    sections = {_section(e) for e in found if role_id in e.roles}
    kept = (e for e in found if role_id in e.roles or (not e.roles and _section(e) in sections))
    return told_by(context, kept)


def _section(evidence: Evidence) -> tuple[str, str | None]:
    return (evidence.source.id, evidence.section)
