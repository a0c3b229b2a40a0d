"""Roles and the words people use for them, found in questions and in sentences."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain import Source
from bot.german import stem, words
from bot.knowledge.announced import announced_titles
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.occupations import EMPTY, Occupations
from bot.knowledge.titles import other_forms


@dataclass(frozen=True, slots=True)
class Role:
    """A role that sources speak of.

    Attributes:
        id: as in ``Source.roles``.
        preferred_label: how answers call it.
        alt_labels: other names; only those that mean this role and no wider group.
        abbreviations: recognised in capitals, or in any case behind an article.
    """

    id: str
    preferred_label: str
    alt_labels: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()

    @classmethod
    def from_id(cls, role_id: str, label: str | None = None) -> Role:
        """A role without names of its own: "key-account-manager" is named by its words."""
        label = label or " ".join(part.capitalize() for part in role_id.split("-"))
        return cls(role_id, label, tuple(other_forms(label)))


# Names that everyday German has for roles, beyond the ids that sources state themselves.
KNOWN_ROLES = (
    Role(
        "account-manager",
        "Account Manager",
        ("Kundenbetreuer", "Kundenberater", "Kundenmanager"),
        ("AM",),
    ),
    Role(
        "key-account-manager",
        "Key Account Manager",
        (
            "Key Accounter",
            "Schlüsselkundenbetreuer",
            "Großkundenbetreuer",
            "Key Account Management",
            "Key Accountmanager",
        ),
        ("KAM",),
    ),
)

_SENIORITY = {
    "junior": "junior",
    "senior": "senior",
    "einsteiger": "junior",
    "berufseinsteiger": "junior",
    "berufsanfanger": "junior",
}
_ARTICLE = r"(?:ein|eine|einen|einem|eines|einer|der|die|den|dem|des|als|vom|zum|beim|kein)"


def _name_stem(word: str) -> str:
    """A word's stem; what ends on "-ung" is a doing and never the one who does it."""
    return word if word.endswith(("ung", "ungen")) else stem(word)


@dataclass(frozen=True, slots=True)
class Mention:
    """A role named in a text; ``seniority`` is "junior", "senior" or None."""

    role_id: str
    seniority: str | None


@dataclass(frozen=True)
class RoleCatalogue:
    """The roles that a corpus covers.

    Attributes:
        roles: those that articles are about; what lists roles or reads prose goes by these.
        occupations: those of a classification. They are thousands, named by words of everyday
            prose ("Berater", "Verkäufer"), so they are known only where somebody asks for one:
            to ``get``, ``id_of`` and ``in_a_name``.
    """

    roles: tuple[Role, ...]
    occupations: Occupations = EMPTY
    _names: dict[tuple[str, ...], str] = field(default_factory=dict, init=False, repr=False)
    _by_id: dict[str, Role] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        self._by_id.update((role.id, role) for role in self.roles)
        for role in self.roles:
            for label in (role.preferred_label, *role.alt_labels):
                parts = [_name_stem(word) for word in words(label)]
                self._names[tuple(parts)] = role.id
                # "Accountmanager", "Keyaccount Manager": written together in any place.
                folded = words(label)
                for cut in range(len(folded) - 1):
                    joined = [*folded[:cut], folded[cut] + folded[cut + 1], *folded[cut + 2 :]]
                    self._names[tuple(_name_stem(word) for word in joined)] = role.id
                self._names[(_name_stem("".join(folded)),)] = role.id

    @classmethod
    def of(cls, sources: Iterable[Source]) -> RoleCatalogue:
        """The roles that the sources state, or that their titles and texts name."""
        labels: dict[str, str | None] = {}
        known = {role.id: role for role in KNOWN_ROLES}
        all_known = cls(KNOWN_ROLES)
        articles: list[Source] = []
        occupations = Occupations.of(_occupations(sources, articles))
        for source in articles:
            for title in announced_titles(source):
                named = {mention.role_id for mention in all_known.mentions(title.label)}
                labels.update(dict.fromkeys(named) if named else {title.role_id: title.label})
            if not source.roles:
                named = {mention.role_id for mention in all_known.mentions(source.text)}
                labels.update(dict.fromkeys(named))
            for role_id in source.roles:
                labels.setdefault(role_id, None)
        roles = tuple(known.get(i) or Role.from_id(i, labels[i]) for i in sorted(labels))
        return cls(roles, occupations)

    def subjects(self, source: Source) -> frozenset[str]:
        """Ids of the roles that a source as a whole is about.

        Those it states, else those its title names, else those its headings announce.
        """
        if source.roles:
            return frozenset(source.roles)
        titled = frozenset(mention.role_id for mention in self.mentions(source.title))
        if titled:
            return titled
        announced = (m for title in announced_titles(source) for m in self.mentions(title.label))
        return frozenset(mention.role_id for mention in announced)

    def get(self, role_id: str) -> Role:
        """The role with this id.

        Raises:
            KeyError: the catalogue has no such role.
        """
        role = self._by_id.get(role_id)
        if role is None:
            label, others = self.occupations.labels(role_id)
            role = Role(role_id, label, others)
        return role

    def id_of(self, label: str) -> str | None:
        """The id of the role that ``label`` names as a whole; None where it names none.

        A role of the articles goes before an occupation of the same name.
        """
        by_stems = tuple(_name_stem(word) for word in words(self._expanded(label, False)))
        return self._names.get(by_stems) or self.occupations.id_of(label)

    def of_articles(self) -> RoleCatalogue:
        """The same without a classification's occupations."""
        return replace(self, occupations=EMPTY) if self.occupations else self

    def also(self, named: Mapping[str, str]) -> RoleCatalogue:
        """The same with further titles of occupations, given with their ids."""
        return replace(self, occupations=self.occupations.also(named)) if named else self

    def mentions(self, text: str, *, question: bool = False) -> list[Mention]:
        """Roles of the articles named in ``text`` in order, the longest name winning.

        Args:
            text: a sentence, a heading or a question.
            question: abbreviations may then be in lower case behind an article.
        """
        tokens = words(self._expanded(text, question))
        stems = [_name_stem(token) for token in tokens]
        found: list[Mention] = []
        position = 0
        while position < len(stems):
            for length in range(min(self._longest, len(stems) - position), 0, -1):
                role_id = self._names.get(tuple(stems[position : position + length]))
                if role_id:
                    found.append(Mention(role_id, _seniority_before(tokens, position)))
                    position += length
                    break
            else:
                position += 1
        return found

    def name_stems(self) -> frozenset[str]:
        """Every stem that occurs in the name of a role that articles are about."""
        return self._stems

    def in_a_name(self, word: str) -> bool:
        """Whether a folded word occurs in the name of any role or occupation."""
        return _name_stem(word) in self._stems or self.occupations.has_word(word)

    @functools.cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(part for name in self._names for part in name)

    @functools.cached_property
    def _longest(self) -> int:
        return max((len(name) for name in self._names), default=0)

    def _expanded(self, text: str, question: bool) -> str:
        """``text`` with abbreviations written out."""
        for role in self.roles:
            for short in role.abbreviations:
                if text.isupper():  # "AM" can't be told from "am" where all is in capitals
                    continue
                text = re.sub(rf"\b{short}s?\b", role.preferred_label, text)
                if question:
                    text = re.sub(
                        rf"\b({_ARTICLE})\s+{short}s?\b",
                        rf"\1 {role.preferred_label}",
                        text,
                        flags=re.IGNORECASE,
                    )
        return text


def _occupations(sources: Iterable[Source], others: list[Source]) -> Iterator[Source]:
    """The occupations of a classification one by one; ``others`` take the rest."""
    for source in sources:
        if is_occupation(source):
            yield source
        else:
            others.append(source)


def _seniority_before(tokens: Sequence[str], position: int) -> str | None:
    return _SENIORITY.get(tokens[position - 1]) if position else None
