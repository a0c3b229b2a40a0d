"""Job titles as people write them, resolved to occupations of the classification.

Three views of a title are added: the same words in whatever form, threes and fours of letters
(compounds, typos), and the encoder's meaning, less what all titles have in common. The weights
were chosen on the titles of the Bundesagentur with even numbers, and hold on those with odd ones
(``bot.evaluation.titles``).
"""

from __future__ import annotations

import functools
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain import Source
from bot.german import STOP_WORDS
from bot.knowledge.esco.facts import names_of
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.title_vectors import Meanings, kept_vectors
from bot.knowledge.title_words import title_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.knowledge.esco.title_vectors import Encode

EXACT, LETTERS, MEANING = 0.3, 0.6, 1.0
"""Weights of the three views; their sum divides the score, so that it lies at 1 at most."""

PREFERRED = 0.001
"""Decides between occupations that bear the same name: one calls itself so first of all."""

GRAMS = (3, 4)
UNKNOWN = 0.5
"""What a run of letters counts for that no title has."""

MOST_CHARACTERS = 200

_SAY_NOTHING = STOP_WORDS - {"it"}  # in titles that is information technology
_FOR_ALL = re.compile(r"\(?\b[mwdfxi](?:\s*[/|,]\s*[mwdfxi]){1,3}\b\)?", re.IGNORECASE)
_LONGEST_TITLE = 5
_ENDING = re.compile(r"-?in(?:nen)?\b")
_WORD = re.compile(r"[\w-]*")


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """An occupation that a title may mean.

    Attributes:
        role_id: of its role.
        uri: its concept URI.
        label: its preferred label's first form.
        matched: the name of it that is nearest to the title.
        score: 0 to 1.
        exact: whether ``matched`` is the title itself, but for gender, case and number.
    """

    role_id: str
    uri: str
    label: str
    matched: str
    score: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an occupation; ``row`` is the occupation's place."""

    row: int
    text: str
    is_preferred: bool


class TitleIndex:
    """Finds occupations by title. Safe to share between threads.

    Args:
        sources: any; those that aren't occupations are left out.
        encode: texts to unit vectors, shape (texts, dimension); None leaves meaning out.
        kept: file for the names' vectors: read where it fits, else written. None keeps nothing.
    """

    def __init__(
        self, sources: Iterable[Source], encode: Encode | None = None, kept: Path | None = None
    ) -> None:
        self._occupations: list[tuple[str, str, str]] = []
        self._names: list[Name] = []
        for source in sources:
            if is_occupation(source) and source.roles:
                self._names += distinct_names(source, len(self._occupations))
                label = names_of(source)[0]
                self._occupations.append((source.roles[0], source.url or "", label))
        self._keys: dict[tuple[str, ...], list[int]] = {}
        for number, name in enumerate(self._names):
            self._keys.setdefault(_bag(name.text), []).append(number)
        self._letters = _Letters([_bag(name.text) for name in self._names])
        self._encode = encode if self._names else None
        if self._encode is not None:
            texts = [name.text for name in self._names]
            self._meanings = Meanings(kept_vectors(texts, self._encode, kept))
        self.resolve = functools.lru_cache(maxsize=1_000)(self._resolve)

    def __len__(self) -> int:
        return len(self._occupations)

    def _resolve(self, title: str, limit: int = 5) -> tuple[TitleMatch, ...]:
        """The occupations that ``title`` may mean, the likeliest first.

        Args:
            title: as somebody wrote it: "Bäcker (m/w/d)", "Softwareentwickler:in".
            limit: how many at most.
        """
        import numpy as np

        plain = one_form(title[:MOST_CHARACTERS])
        bag = _bag(plain)
        if not bag or not self._names:
            return ()
        exact = self._keys.get(bag, [])
        scores = LETTERS * self._letters.cosines(bag)
        if self._encode is not None:
            vector = np.asarray(self._encode([plain])[0], dtype=np.float32)
            scores += MEANING * self._meanings.cosines(vector)
        scores[exact] += EXACT
        scores += PREFERRED * np.array([name.is_preferred for name in self._names])
        most = EXACT + LETTERS + PREFERRED + (MEANING if self._encode is not None else 0)
        found: dict[int, TitleMatch] = {}
        for number in np.argsort(-scores, kind="stable"):
            name = self._names[number]
            if name.row not in found:
                score = float(scores[number]) / most
                found[name.row] = self._match(name, score, exact=number in exact)
                if len(found) == limit:
                    break
        return tuple(found.values())

    def _match(self, name: Name, score: float, *, exact: bool) -> TitleMatch:
        role_id, uri, label = self._occupations[name.row]
        score = round(min(1.0, max(0.0, score)), 4)
        return TitleMatch(role_id, uri, label, name.text, score, exact)


def one_form(title: str) -> str:
    """A title with what a slash doubles said once.

    >>> one_form("Technischer Leiter/Technische Leiterin - Bühne/Film")
    'Technischer Leiter - Bühne/Film'
    """
    for slash in reversed(list(re.finditer("/", title))):
        before, after = title[: slash.start()], title[slash.end() :]
        ending = _ENDING.match(after)
        if ending:
            title = before + after[ending.end() :]
            continue
        left, right = before.split(" "), after.split(" ")
        for length in range(min(_LONGEST_TITLE, len(left), len(right)), 0, -1):
            said = title_words(" ".join(right[:length]))
            if said and said == title_words(" ".join(left[-length:])):
                rest = [_WORD.sub("", right[length - 1], count=1), *right[length:]]
                title = before + " ".join(rest)
                break
    return " ".join(title.split())


def distinct_names(source: Source, row: int) -> Iterator[Name]:
    """The names of the occupation at ``row``, those once that differ in gender alone."""
    seen: set[tuple[str, ...]] = set()
    for place, text in enumerate(names_of(source)):
        key = title_words(text)
        if key not in seen:
            seen.add(key)
            yield Name(row, text, is_preferred=place == 0)


def _bag(title: str) -> tuple[str, ...]:
    """The words that count, each once."""
    words = (w for w in title_words(_FOR_ALL.sub(" ", title)) if w not in _SAY_NOTHING)
    return tuple(dict.fromkeys(words))


def _grams(bag: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for word in bag:
        marked = f"_{word}_"
        for size in GRAMS:
            found.update(marked[i : i + size] for i in range(max(1, len(marked) - size + 1)))
    return found


class _Letters:
    """Cosines between titles as sets of runs of letters, each weighed by its rarity."""

    def __init__(self, bags: Sequence[Sequence[str]]) -> None:
        import numpy as np

        self._numbers: dict[str, int] = {}
        # One title at a time: sets of all of them would take 40 MB that never come back.
        numbers, sizes = array("i"), array("i")
        for bag in bags:
            own = sorted(_grams(bag))
            numbers.extend(self._numbers.setdefault(gram, len(self._numbers)) for gram in own)
            sizes.append(len(own))
        flat = np.array(numbers, dtype=np.int32)
        rows = np.repeat(np.arange(len(bags), dtype=np.int32), np.array(sizes, dtype=np.int32))
        order = np.argsort(flat, kind="stable")
        self._rows = rows[order]
        self._first = np.searchsorted(flat[order], np.arange(len(self._numbers) + 1))
        count = np.diff(self._first)
        self._rarity = np.log1p((len(bags) - count + 0.5) / (count + 0.5))
        self._unknown = float(np.log1p((len(bags) + 0.5) / 0.5)) * UNKNOWN
        squares = np.bincount(rows, weights=self._rarity[flat] ** 2, minlength=len(bags))
        self._length = np.sqrt(squares) + 1e-9

    def cosines(self, bag: Sequence[str]) -> NDArray[np.float64]:
        """Shape (titles,)."""
        import numpy as np

        total = np.zeros(len(self._length))
        square = 0.0
        for gram in _grams(bag):
            number = self._numbers.get(gram)
            if number is None:
                square += self._unknown**2
                continue
            weight = float(self._rarity[number])
            square += weight**2
            total[self._rows[self._first[number] : self._first[number + 1]]] += weight**2
        return np.asarray(total / self._length / max(1e-9, square**0.5))
