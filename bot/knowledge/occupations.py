"""The names of a classification's occupations, looked up by the title that somebody gives."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain import Source
from bot.knowledge.esco.english import english_names
from bot.knowledge.esco.facts import names_of
from bot.knowledge.title_words import title_word, title_words

_ALSO_A_COMMON_WORD = frozenset(
    "medium model page channel double host general bedienung escort person personal".split()
)
"""One-word names of occupations that mean something else in most questions."""


@dataclass(frozen=True)
class Occupations:
    """Occupations by their names.

    Attributes:
        sources: the id of each occupation's source, by its role's id.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    _labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _names: Mapping[tuple[str, ...], str] = field(default_factory=dict, repr=False)
    _shared: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, repr=False)
    _words: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, sources: Iterable[Source]) -> Occupations:
        """Of the sources that ``--esco`` read in."""
        ids: dict[str, str] = {}
        labels: dict[str, tuple[str, ...]] = {}
        for source in sources:
            if source.roles:
                ids[source.roles[0]] = source.id
                labels[source.roles[0]] = names_of(source)
        bearers = _bearers(labels)
        names = _names(labels, bearers)
        shared = {key: tuple(ids) for key, ids in bearers.items() if len(ids) > 1}
        words = frozenset(word for name in names for word in name)
        return cls(ids, labels, names, shared, words)

    def __len__(self) -> int:
        return len(self.sources)

    def __contains__(self, role_id: object) -> bool:
        return role_id in self.sources

    def labels(self, role_id: str) -> tuple[str, tuple[str, ...]]:
        """The preferred label and all others.

        Raises:
            KeyError: there is no such occupation.
        """
        first, *others = self._labels[role_id]
        return first, tuple(others)

    def id_of(self, title: str) -> str | None:
        """The role's id of the occupation that ``title`` names as a whole, in whatever form."""
        key = title_words(title) if self._names else ()
        return self._names.get(key) or (self._names.get(("".join(key),)) if key else None)

    def others_called(self, title: str) -> tuple[str, ...]:
        """Ids of the other occupations that bear the name ``title`` besides ``id_of`` it."""
        key = title_words(title)
        return tuple(i for i in self._shared.get(key, ()) if i != self._names.get(key))

    def also(self, named: Mapping[str, str]) -> Occupations:
        """The same, called by further titles too.

        Args:
            named: ids of occupations by title.
        """
        keys = {title_words(title): role_id for title, role_id in named.items()}
        words = self._words.union(*keys)
        return replace(self, _names={**self._names, **keys}, _words=words)

    def has_word(self, folded: str) -> bool:
        """Whether a folded word occurs in any occupation's name."""
        return title_word(folded) in self._words


EMPTY = Occupations()


def _bearers(labels: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], list[str]]:
    """Ids of the occupations that bear each name."""
    bearers: dict[tuple[str, ...], list[str]] = {}
    for role_id, own in labels.items():
        for key in dict.fromkeys(map(title_words, own)):
            if key and not (len(key) == 1 and key[0] in _ALSO_A_COMMON_WORD):
                bearers.setdefault(key, []).append(role_id)
    return bearers


def _names(
    labels: Mapping[str, tuple[str, ...]], bearers: Mapping[tuple[str, ...], list[str]]
) -> dict[tuple[str, ...], str]:
    """Who bears which name: who is called so first of all, else whose own name is most like it."""
    preferred: dict[tuple[str, ...], str] = {}
    for role_id, (first, *_) in labels.items():
        preferred.setdefault(title_words(first), role_id)
    names = {
        key: preferred.get(key) or min(ids, key=lambda i: (-_likeness(key, labels[i][0]), i))
        for key, ids in bearers.items()
    }
    for english, german in english_names():
        if title_words(german) in names:
            names.setdefault(title_words(english), names[title_words(german)])
    for key in list(names):  # "Software Entwickler" for "Softwareentwickler", and the reverse
        if 1 < len(key) <= 3:
            names.setdefault(("".join(key),), names[key])
    return names


def _likeness(key: Sequence[str], label: str) -> float:
    words = " ".join(title_words(label))
    return difflib.SequenceMatcher(None, " ".join(key), words, autojunk=False).ratio()
