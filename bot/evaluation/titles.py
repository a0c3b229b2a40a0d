"""How well job titles that people use are resolved to occupations, beside simpler ways.

Judged by the mapping of the Bundesagentur für Arbeit (1,103 German titles to ESCO, as exact or as
close). A title counts as found where one of its occupations is among the first. The weights of
``bot.knowledge.esco.titles`` were chosen on the half with even numbers; the other tells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.answering.occupations.titles import head_of, is_plain
from bot.errors import UnreadableError
from bot.knowledge.esco.sources import occupation_sources
from bot.knowledge.esco.title_vectors import kept_vectors, titles_file
from bot.knowledge.esco.titles import TitleIndex, distinct_names, one_form

if TYPE_CHECKING:
    from bot.domain import Source
    from bot.knowledge.esco.title_vectors import Encode
    from bot.settings import Settings

ESCO = "esco_de"
"""Folder beside the mapping that holds the export."""

Half = Literal["chosen on", "kept apart"]
HALVES: tuple[Half, ...] = ("chosen on", "kept apart")
Resolve = Callable[[str], Sequence[str]]
"""From a title to URIs of occupations, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Title:
    """A judged title; ``occupations`` are URIs with the mapping's relation."""

    id: str
    text: str
    occupations: Mapping[str, str]

    @property
    def half(self) -> Half:
        """Even numbers were looked at when weights were chosen."""
        return "kept apart" if int(re.findall(r"\d+", self.id)[-1]) % 2 else "chosen on"


@dataclass(frozen=True, slots=True)
class TitleMeasure:
    """One way of resolving on one half.

    Attributes:
        relation: which occupations count: all, or those mapped as exact.
        hit1, hit5: share of the titles, 0 to 1.
    """

    method: str
    half: Half
    relation: Literal["any", "exactMatch"]
    titles: int
    hit1: float
    hit5: float

    def __str__(self) -> str:
        return (
            f"{self.method:28} {self.half:11} {self.relation:10} {self.titles:5} "
            f"hit@1 {self.hit1:.3f}  hit@5 {self.hit5:.3f}"
        )

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class TakenMeasure:
    """What the working point takes of one half: only then an answer tells of the occupation.

    Attributes:
        taken: how many titles are taken for an occupation.
        exact: how many of these some occupation bears as its name.
        wrong, exact_wrong: how many of either the mapping leads elsewhere.
    """

    method: str
    half: Half
    titles: int
    taken: int
    exact: int
    wrong: int
    exact_wrong: int

    def __str__(self) -> str:
        return (
            f"{self.method:28} {self.half:11} taken {self.taken} of {self.titles}, wrong "
            f"{self.wrong}; as an occupation's own name {self.exact}, wrong {self.exact_wrong}"
        )

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)


def measure_titles(settings: Settings, folder: Path) -> Iterator[TitleMeasure | TakenMeasure]:
    """Measures on the mapping in ``folder``, with the export beside it.

    Args:
        settings: which encoder, and where vectors are kept.
        folder: holds ``queries.jsonl`` and ``qrels.jsonl``; the export lies in ``../esco_de``.

    Raises:
        UnreadableError: the mapping or the export can't be read.
        EncoderError: the encoder can't be made ready.
    """
    from bot.index.encoder import load_encoder

    titles = read_titles(folder)
    sources = occupation_sources(folder.resolve().parent / ESCO)
    encoder = load_encoder(settings)
    identity = encoder.identity
    kept = titles_file(
        settings.cache_folder / "titles", sources, f"{identity.model} {identity.revision}"
    )
    whole = TitleIndex(sources, encoder.encode_questions, kept)
    letters = TitleIndex(sources)
    ways: Mapping[str, Resolve] = {
        "plain string matching": plain_matching(sources),
        "encoder alone": meaning_alone(sources, encoder.encode_questions, kept),
        "titles without the encoder": lambda title: _uris(letters, title),
        "titles": lambda title: _uris(whole, title),
    }
    for method, resolve in ways.items():
        yield from measured(method, resolve, titles)
    yield from taken("working point, no encoder", letters, titles, by_meaning=False)
    yield from taken("working point", whole, titles, by_meaning=True)


def taken(
    method: str, index: TitleIndex, titles: Sequence[Title], *, by_meaning: bool
) -> Iterator[TakenMeasure]:
    """What the working point of answers takes, half by half."""
    for half in HALVES:
        own = [title for title in titles if title.half == half]
        found = [(title, index.resolve(title.text)) for title in own]
        plain = [
            (matches[0], matches[0].uri not in title.occupations)
            for title, matches in found
            if matches and is_plain(matches, head_of(title.text), by_meaning=by_meaning)
        ]
        yield TakenMeasure(
            method,
            half,
            titles=len(own),
            taken=len(plain),
            exact=sum(match.exact for match, _ in plain),
            wrong=sum(is_wrong for _, is_wrong in plain),
            exact_wrong=sum(match.exact and is_wrong for match, is_wrong in plain),
        )


def measured(method: str, resolve: Resolve, titles: Sequence[Title]) -> Iterator[TitleMeasure]:
    """The measures of one way, half by half."""
    found = {title.id: list(resolve(title.text))[:5] for title in titles}
    relations: tuple[Literal["any", "exactMatch"], ...] = ("any", "exactMatch")
    for half in HALVES:
        for relation in relations:
            judged = {
                title.id: {u for u, r in title.occupations.items() if relation in ("any", r)}
                for title in titles
                if title.half == half
            }
            judged = {key: right for key, right in judged.items() if right}
            first = sum(bool(right & {*found[key][:1]}) for key, right in judged.items())
            five = sum(bool(right & {*found[key]}) for key, right in judged.items())
            total = max(1, len(judged))
            yield TitleMeasure(
                method, half, relation, len(judged), round(first / total, 4), round(five / total, 4)
            )


def read_titles(folder: Path) -> list[Title]:
    """The judged titles.

    Raises:
        UnreadableError: a file is missing or isn't what it should be.
    """
    try:
        judged: dict[str, dict[str, str]] = {}
        for row in _rows(folder / "qrels.jsonl"):
            judged.setdefault(row["query-id"], {})[row["corpus-id"]] = row["relation"]
        return [
            Title(row["_id"], row["text"], judged[row["_id"]])
            for row in _rows(folder / "queries.jsonl")
            if row["_id"] in judged
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            f"{folder} enthält keine Zuordnung von Berufsbezeichnungen.", log=repr(error)
        ) from error


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def plain_matching(sources: Sequence[Source]) -> Resolve:
    """Equal but for capitals first, then names that hold the title or are held by it."""
    from bot.knowledge.esco.facts import names_of

    names = [(name.lower(), s.url or "") for s in sources for name in names_of(s)]

    def resolve(title: str) -> Sequence[str]:
        wanted = one_form(title).lower()
        near = (
            (name != wanted, abs(len(name) - len(wanted)), uri)
            for name, uri in names
            if name in wanted or wanted in name
        )
        return list(dict.fromkeys(uri for _, _, uri in sorted(near)))[:5]

    return resolve


def meaning_alone(sources: Sequence[Source], encode: Encode, kept: Path | None) -> Resolve:
    """The occupations whose names are nearest by the encoder's cosine."""
    import numpy as np

    names = [name for row, source in enumerate(sources) for name in distinct_names(source, row)]
    kept_ones = kept_vectors([name.text for name in names], encode, kept)
    vectors = kept_ones.astype(np.float32)

    def resolve(title: str) -> Sequence[str]:
        cosines = vectors @ np.asarray(encode([one_form(title)])[0], dtype=np.float32)
        rows = dict.fromkeys(names[int(i)].row for i in np.argsort(-cosines, kind="stable"))
        return [sources[row].url or "" for row in list(rows)[:5]]

    return resolve


def _uris(index: TitleIndex, title: str) -> list[str]:
    return [match.uri for match in index.resolve(title)]
