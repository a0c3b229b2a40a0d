"""An ESCO export read whole, its files checked against each other.

Half a file looks like a whole one that ends early; what gives it away is that the other files
speak of what it lacks.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.errors import UnreadableError
from bot.knowledge.esco.gendered import forms_of
from bot.knowledge.esco.notice import OCCUPATION_URI
from bot.knowledge.esco.tables import (
    BROADER,
    ISCO_GROUPS,
    OCCUPATIONS,
    RELATIONS,
    SKILL_LABELS,
    SKILLS,
    WHERE_FROM,
    Row,
    find_table,
    read_table,
)

Relation = Literal["essential", "optional"]

_RELATIONS: Mapping[str, Relation] = {"essential": "essential", "optional": "optional"}

LACKING = 0.05
"""Share that relations and skills may lack: those of 1.1.1 fit the occupations of 1.2 so far."""

_RELEASES = {"2024-04": "1.2.0"}
"""A version's name by the month of its newest change, for exports whose names don't tell it."""

_VERSION = re.compile(r"v(\d+\.\d+(?:\.\d+)?)(?!\d)", re.IGNORECASE)
_GERMAN = re.compile(r"\b(?:und|der|die|oder|für|von)\b")
_ENGLISH = re.compile(r"\b(?:and|the|or|for|of|to)\b")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or a piece of knowledge.

    Attributes:
        language: "en" where ESCO's label in German is missing.
    """

    uri: str
    label: str
    is_knowledge: bool
    language: Literal["de", "en"] = "de"


@dataclass(frozen=True, slots=True)
class Group:
    """An ISCO-08 unit group."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Occupation:
    """One occupation.

    Attributes:
        uri: its concept URI, the same in every version and language.
        title: ESCO's preferred label as it stands: "Bäcker/Bäckerin".
        forms: that label's forms, the masculine one first.
        alt_labels: other names, each form by itself, without ``forms``.
        texts: description, definition and scope, as far as there are any.
        essential, optional: skills by their label.
        broader: titles of broader occupations.
        is_regulated: whether ESCO calls it a regulated profession.
        modified: ISO date of its last change.
    """

    uri: str
    code: str
    title: str
    forms: tuple[str, ...]
    alt_labels: tuple[str, ...]
    texts: tuple[str, ...]
    essential: tuple[Skill, ...]
    optional: tuple[Skill, ...]
    group: Group
    broader: tuple[str, ...]
    is_regulated: bool
    modified: str | None


@dataclass(frozen=True, slots=True)
class Classification:
    """All released occupations of an export, by their URIs' order, and its version."""

    version: str
    occupations: tuple[Occupation, ...]


def read_classification(folder: Path) -> Classification:
    """Reads and checks the German CSV export in ``folder``.

    Raises:
        UnreadableError: a file is missing, damaged, half, foreign, or of another language or
            version than the others; names it and says what is expected.
    """
    path = find_table(folder, OCCUPATIONS)
    rows = _released(path)
    groups = _groups(find_table(folder, ISCO_GROUPS))
    broader = _broader(folder, path, rows, groups)
    skills = _skills_of(folder, path, rows)
    occupations = tuple(
        _occupation(row, groups[row["iscoGroup"]], broader.get(uri, ()), skills.get(uri, {}))
        for uri, row in sorted(rows.items())
    )
    return Classification(_version(path, rows.values()), occupations)


def _released(path: Path) -> dict[str, Row]:
    columns = ("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description", "code")
    rows: dict[str, Row] = {}
    for row in read_table(path, columns):
        uri = row["conceptUri"].strip()
        if not uri.startswith(OCCUPATION_URI) or not row["preferredLabel"].strip():
            raise UnreadableError(
                f"{path} enthält keine ESCO-Berufe: „{uri[:80]}“ ist keine Kennung eines Berufs.",
                log=f"foreign concept {uri[:80]!r} in {path}",
                hint=WHERE_FROM,
            )
        if uri in rows:
            raise UnreadableError(f"{path} enthält den Beruf {uri} zweimal.", hint=WHERE_FROM)
        if row.get("status", "released") == "released":
            rows[uri] = row
    if not rows:
        raise UnreadableError(f"{path} enthält keinen einzigen Beruf.", hint=WHERE_FROM)
    told = " ".join(row["description"] for row in rows.values())
    if len(_ENGLISH.findall(told)) > len(_GERMAN.findall(told)):
        raise UnreadableError(
            f"Die Beschreibungen in {path} sind nicht auf Deutsch.",
            log=f"{path} isn't German",
            hint=WHERE_FROM,
        )
    return rows


def _groups(path: Path) -> dict[str, Group]:
    rows = read_table(path, ("code", "preferredLabel"))
    return {row["code"]: Group(row["code"], row["preferredLabel"].strip()) for row in rows}


def _broader(
    folder: Path, occupations: Path, rows: Mapping[str, Row], groups: Mapping[str, Group]
) -> dict[str, tuple[str, ...]]:
    """Titles of broader occupations; every occupation must have something above it."""
    path = find_table(folder, BROADER)
    above: dict[str, list[str]] = {}
    for row in read_table(path, ("conceptUri", "broaderUri")):
        if row["conceptUri"].startswith(OCCUPATION_URI):
            above.setdefault(row["conceptUri"], []).append(row["broaderUri"])
    _require_all(above, rows, occupations, f"{path.name} nennt")
    _require_all(rows, above, path, f"{occupations.name} nennt")
    without = sorted({row["iscoGroup"] for row in rows.values()} - groups.keys())
    if without:
        raise UnreadableError(
            f"In {folder / ISCO_GROUPS} fehlen ISCO-Gruppen, zu denen Berufe gehören "
            f"({', '.join(without[:5])}): Die Datei ist unvollständig oder aus einer anderen "
            "Version.",
            log=f"unknown ISCO groups {without[:5]}",
            hint=WHERE_FROM,
        )
    return {
        uri: tuple(rows[up]["preferredLabel"].strip() for up in ups if up in rows)
        for uri, ups in above.items()
    }


def _require_all(
    wanted: Iterable[str], present: Mapping[str, object], path: Path, who: str
) -> None:
    lacking = [uri for uri in wanted if uri not in present]
    if lacking:
        raise UnreadableError(
            f"{path} ist unvollständig oder aus einer anderen Version: {who} {len(lacking)} "
            f"Berufe, die dort fehlen (zum Beispiel {lacking[0]}).",
            log=f"{len(lacking)} occupations missing in {path}",
            hint=WHERE_FROM,
        )


def _skills_of(
    folder: Path, occupations: Path, rows: Mapping[str, Row]
) -> dict[str, dict[Relation, list[Skill]]]:
    """Each occupation's skills, by relation."""
    path = find_table(folder, RELATIONS)
    labelled = find_table(folder, SKILLS, instead=SKILL_LABELS)
    skills = _skills(labelled)
    found: dict[str, dict[Relation, list[Skill]]] = {}
    strangers: set[str] = set()
    unlabelled: set[str] = set()
    used: set[str] = set()
    for row in read_table(path, ("occupationUri", "relationType", "skillUri")):
        uri, relation, skill = row["occupationUri"], row["relationType"], row["skillUri"]
        used.add(skill)
        if uri not in rows:
            strangers.add(uri)
        elif skill not in skills:
            unlabelled.add(skill)
        elif relation in _RELATIONS:
            found.setdefault(uri, {}).setdefault(_RELATIONS[relation], []).append(skills[skill])
        else:
            raise UnreadableError(
                f"{path} enthält die unbekannte Beziehung „{relation[:40]}“; erwartet werden "
                "essential und optional.",
                log=f"unknown relation {relation[:40]!r} in {path}",
            )
    _require_most(labelled, len(unlabelled), len(used), f"Fähigkeiten aus {path.name} fehlen")
    _require_most(path, len(rows) - len(found), len(rows), "Berufe ohne Fähigkeiten")
    _require_most(path, len(strangers), len(rows), f"Berufe, die in {occupations.name} fehlen")
    log.info("ESCO: %d foreign occupations, %d skills unknown", len(strangers), len(unlabelled))
    return found


def _require_most(path: Path, lacking: int, total: int, what: str) -> None:
    if lacking > LACKING * total:
        raise UnreadableError(
            f"{path} ist unvollständig oder passt nicht zur Version der übrigen Dateien: "
            f"{what}: {lacking} von {total}.",
            log=f"{lacking} of {total} lacking in {path}",
            hint=WHERE_FROM,
        )


def _skills(path: Path) -> dict[str, Skill]:
    if path.name == SKILLS:
        rows = read_table(path, ("conceptUri", "skillType", "preferredLabel"))
        german, english = "preferredLabel", ""
    else:
        rows = read_table(path, ("conceptUri", "skillType", "preferredLabel_de"))
        german, english = "preferredLabel_de", "preferredLabel_en"
    skills: dict[str, Skill] = {}
    for row in rows:
        uri, label = row["conceptUri"].strip(), row[german].strip()
        knows = row["skillType"] == "knowledge"
        if label:
            skills[uri] = Skill(uri, label, knows)
        elif english:
            foreign = next((row[c].strip() for c in row if c.startswith(english)), "")
            if foreign:
                skills[uri] = Skill(uri, foreign, knows, "en")
    return skills


def _occupation(
    row: Row, group: Group, broader: tuple[str, ...], skills: Mapping[Relation, list[Skill]]
) -> Occupation:
    title = re.sub(r"\s+", " ", row["preferredLabel"]).strip().strip("/").strip()
    forms = forms_of(title)
    named = [form for label in row["altLabels"].split("\n") for form in _written(label)]
    essential = _by_label(skills.get("essential", ()))
    needed = {skill.uri for skill in essential}
    texts = (row["description"], row.get("definition", ""), row.get("scopeNote", ""))
    return Occupation(
        uri=row["conceptUri"].strip(),
        code=row["code"].strip(),
        title=title,
        forms=forms,
        alt_labels=tuple(label for label in dict.fromkeys(named) if label not in forms),
        texts=tuple(dict.fromkeys(text.strip() for text in texts if text.strip())),
        essential=essential,
        optional=tuple(s for s in _by_label(skills.get("optional", ())) if s.uri not in needed),
        group=group,
        broader=broader,
        is_regulated=row.get("regulatedProfessionNote", "").endswith("/regulated"),
        modified=row.get("modifiedDate", "")[:10] or None,
    )


def _written(label: str) -> tuple[str, ...]:
    return forms_of(label) if label.strip() else ()


def _by_label(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    """Skills in a stable order, equal labels once; those with a German label first."""
    distinct = {skill.label.lower(): skill for skill in skills}
    return tuple(sorted(distinct.values(), key=lambda s: (s.language != "de", s.label.lower())))


def _version(path: Path, rows: Iterable[Row]) -> str:
    """The version that the names of folder and file state, else that of the newest change."""
    for name in (path.name, *(part for part in reversed(path.resolve().parent.parts[-2:]))):
        stated = _VERSION.search(name)
        if stated:
            return stated[1]
    newest = max((row.get("modifiedDate", "")[:7] for row in rows), default="")
    return _RELEASES.get(newest, f"vom Stand {newest}" if newest else "unbekannter Version")
