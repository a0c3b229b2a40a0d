"""What a source states about roles, as records that know their sentence.

``statements`` reads sentences with their context; a module each reads one kind of fact.
"""

from __future__ import annotations

from bot.domain import Source
from bot.facts import SourceFacts
from bot.knowledge.facts.career import career_steps
from bot.knowledge.facts.differences import differences
from bot.knowledge.facts.duties import duties
from bot.knowledge.facts.names import branches, synonyms
from bot.knowledge.facts.pay_notes import pay_notes
from bot.knowledge.facts.requirements import requirements
from bot.knowledge.facts.salary import salary_figures
from bot.knowledge.facts.statements import Statement, statements
from bot.knowledge.roles import RoleCatalogue

FACTS_VERSION = "2"
"""Grows with every change of the rules: facts kept from an older version are read again."""

__all__ = ["FACTS_VERSION", "Statement", "read_facts", "statements"]


def read_facts(source: Source, lexicon: RoleCatalogue) -> SourceFacts:
    """Everything that ``source`` states about roles, in reading order.

    Args:
        source: as ``bot.reading`` gives it.
        lexicon: the roles of the whole corpus, ``RoleCatalogue.of(sources)``.
    """
    found = statements(source, lexicon)
    return SourceFacts(
        salary=salary_figures(found),
        pay_notes=pay_notes(found),
        requirements=requirements(found),
        duties=duties(found),
        career=career_steps(found),
        synonyms=synonyms(found),
        branches=branches(found),
        differences=differences(found),
    )
