"""What the check of an advert finds, and what a rule is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from bot.matching.profile import Place
from bot.screening.adverts.laws import LawSource

ADVERT_RULES = "2026-11-3"
"""Rises whenever a rule finds something else."""

ADVERT_NOTICE = (
    "Die Hinweise zeigen Formulierungen, die vor der Veröffentlichung geprüft werden sollten. Sie "
    "sind nicht vollständig und ersetzen keine rechtliche Beratung."
)
"""To be shown with every check, whatever it found."""

Certainty = Literal["likely", "hint"]
"""How often such a wording is a problem: mostly ("likely": change it), or only in some jobs and
contexts ("hint": look at it)."""


@dataclass(frozen=True, slots=True)
class AdvertFinding:
    """A wording to look at again.

    Attributes:
        span: place in the advert, in code points; None where something is missing from it.
        quote: ``text[span.start:span.end]``; None where something is missing.
        rule: the rule's name, stable between versions.
        law: what it touches: "§§ 1, 3, 7, 11 AGG (Alter)".
        reason: one careful sentence in German.
        suggestion: another way, in German.
        sources: the provisions behind ``law``, and exceptions to them, with official addresses.
    """

    span: Place | None
    quote: str | None
    rule: str
    law: str
    certainty: Certainty
    reason: str
    suggestion: str
    sources: tuple[LawSource, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)


Found = Callable[[str], "list[tuple[int, int]]"]
"""From one sentence to the places of what is quoted."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of wording. Its reason and suggestion stand in ``texts``, by its name.

    Attributes:
        found: looks at a sentence, which holds no equal-treatment clause.
    """

    name: str
    found: Found


_NAME = re.compile(r"\(\?P<\w+>")
_BEHIND = 100
"""Characters before a quote in which ``not_after`` looks: a few words."""


def matching(
    *patterns: str,
    needs: str | None = None,
    unless: str | None = None,
    not_after: str | None = None,
    not_before: str | None = None,
) -> Found:
    """A rule by patterns, any case; the group "q" (or "r") is what is quoted, else the whole match.

    Args:
        patterns: alternatives.
        needs: must be found somewhere in the sentence.
        unless: must not be.
        not_after: must not end right before the quote.
        not_before: must not begin right after the match.
    """
    compiled = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    # Most sentences hold none of them: one search says so sooner than one for each.
    nameless = (_NAME.sub("(?:", pattern) for pattern in patterns)
    any_of = re.compile("|".join(f"(?:{pattern})" for pattern in nameless), re.IGNORECASE)
    needed = re.compile(needs, re.IGNORECASE) if needs else None
    barred = re.compile(unless, re.IGNORECASE) if unless else None
    behind = re.compile(rf"(?:{not_after})$", re.IGNORECASE) if not_after else None
    ahead = re.compile(not_before, re.IGNORECASE) if not_before else None

    def found(sentence: str) -> list[tuple[int, int]]:
        if not any_of.search(sentence):
            return []
        if (needed and not needed.search(sentence)) or (barred and barred.search(sentence)):
            return []
        places = []
        for pattern in compiled:
            for match in pattern.finditer(sentence):
                quoted = next((g for g in ("q", "r") if match.groupdict().get(g)), 0)
                start, end = match.span(quoted)
                if behind and behind.search(sentence[max(0, start - _BEHIND) : start]):
                    continue
                if ahead and ahead.match(sentence, match.end()):
                    continue
                places.append((start, end))
        return places

    return found
