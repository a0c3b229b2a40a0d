"""Requirements, duties, names, careers and differences of independent articles, against gold.

The gold facts were written by somebody who didn't know the rules. Before any rule was mended by
them, recall and precision were: requirements .81/.73, duties .76/.82, synonyms .21/.88, branches
.33/.90, career .56/.87, differences .44/.77. A floor is the level reached since; a change that
falls below it is a regression.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.domain import Source
from bot.german import fold
from bot.knowledge.facts.career import career_steps
from bot.knowledge.facts.differences import differences
from bot.knowledge.facts.duties import duties
from bot.knowledge.facts.names import branches, synonyms
from bot.knowledge.facts.requirements import requirements
from bot.knowledge.facts.statements import Statement, statements
from bot.knowledge.roles import RoleCatalogue
from bot.reading import Limits, discover, read

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
Gold = dict[str, Any]
Same = Callable[[Gold, Any, Source], bool]


def _flat(text: str) -> str:
    return " ".join(fold(text).split())


def _quoted(gold: Gold, fact: Any, source: Source) -> bool:
    sentence = _flat(source.text[fact.span.start : fact.span.end])
    quote = _flat(gold["quote"])
    return quote in sentence or sentence in quote


def _same_requirement(gold: Gold, fact: Any, source: Source) -> bool:
    return (
        gold["role"] == fact.role
        and _quoted(gold, fact, source)
        and all(_flat(word) in _flat(fact.label) for word in gold["label_words"])
    )


def _same_duty(gold: Gold, fact: Any, source: Source) -> bool:
    return gold["role"] == fact.role and _quoted(gold, fact, source)


def _same_name(gold: Gold, fact: Any, source: Source) -> bool:
    return gold["role"] == fact.role and _flat(gold["label"]) == _flat(fact.label)


def _same_step(gold: Gold, fact: Any, source: Source) -> bool:
    return (gold["from_role"], gold["to_role"]) == (fact.from_role, fact.to_role)


def _same_difference(gold: Gold, fact: Any, source: Source) -> bool:
    return set(gold["roles"]) == set(fact.roles) and _quoted(gold, fact, source)


READERS: dict[str, tuple[Callable[[tuple[Statement, ...]], tuple[Any, ...]], Same]] = {
    "requirements": (requirements, _same_requirement),
    "duties": (duties, _same_duty),
    "synonyms": (synonyms, _same_name),
    "branches": (branches, _same_name),
    "career": (career_steps, _same_step),
    "differences": (differences, _same_difference),
}


@functools.cache
def _articles() -> list[tuple[Source, Gold, tuple[Statement, ...]]]:
    gold = {
        path.name.removesuffix(".facts.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(ARTICLES.glob("*.facts.json"))
    }
    paths = [str(p) for p in sorted(ARTICLES.iterdir()) if p.suffix in {".md", ".txt", ".html"}]
    found, failed = discover([p for p in paths if Path(p).stem in gold], limits=Limits())
    assert not failed
    by_stem = {Path(f.location).stem: read(f, limits=Limits()) for f in found}
    lexicon = RoleCatalogue.of(by_stem.values())
    return [(by_stem[s], gold[s], statements(by_stem[s], lexicon)) for s in sorted(gold)]


def measure(kind: str) -> dict[str, float]:
    """Recall and precision over all articles, and how often matched fields agree."""
    reader, same = READERS[kind]
    hit = wanted = right = given = 0
    fields: dict[str, list[bool]] = {}
    for source, gold, found in _articles():
        facts = reader(found)
        for expected in gold[kind]:
            matches = [fact for fact in facts if same(expected, fact, source)]
            wanted += 1
            hit += bool(matches)
            for field in _FIELDS.get(kind, ()) if matches else ():
                agree = any(getattr(m, field) == expected[field] for m in matches)
                fields.setdefault(field, []).append(agree)
        given += len(facts)
        right += sum(any(same(expected, fact, source) for expected in gold[kind]) for fact in facts)
    return {
        "recall": _share(hit, wanted),
        "precision": _share(right, given),
        **{field: _share(sum(values), len(values)) for field, values in fields.items()},
    }


_FIELDS: dict[str, Iterable[str]] = {
    "requirements": ("kind", "relation", "months_of_experience"),
    "career": ("kind", "years_min", "years_max"),
}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


FLOORS: dict[str, dict[str, float]] = {
    "requirements": {
        "recall": 0.93,
        "precision": 0.95,
        "kind": 0.98,
        "relation": 1.0,
        "months_of_experience": 0.99,
    },
    "duties": {"recall": 0.84, "precision": 0.93},
    "synonyms": {"recall": 0.82, "precision": 0.96},
    "branches": {"recall": 1.0, "precision": 0.96},
    "career": {"recall": 0.87, "precision": 0.97, "kind": 0.95, "years_min": 0.95},
    "differences": {"recall": 0.86, "precision": 0.95},
}


@pytest.mark.parametrize(("kind", "measured"), [(k, m) for k, f in FLOORS.items() for m in f])
def test_no_measure_falls_below_its_recorded_level(kind: str, measured: str) -> None:
    assert measure(kind)[measured] >= FLOORS[kind][measured]
