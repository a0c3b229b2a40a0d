"""A small export in ESCO's exact layout; its occupations and skills are invented."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

OCCUPATION = "http://data.europa.eu/esco/occupation/"
SKILL = "http://data.europa.eu/esco/skill/"

OCCUPATION_COLUMNS = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
    "regulatedProfessionNote,scopeNote,definition,inScheme,description,code"
).split(",")
GROUP_COLUMNS = (
    "conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description".split(",")
)
BROADER_COLUMNS = "conceptType,conceptUri,broaderType,broaderUri".split(",")
RELATION_COLUMNS = "occupationUri,relationType,skillType,skillUri".split(",")
LABEL_COLUMNS = (
    "conceptUri,preferredLabel_de,label_source,preferredLabel_en_v1.1.1,skillType,reuseLevel"
).split(",")
SKILL_COLUMNS = (
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,"
    "modifiedDate,scopeNote,definition,inScheme,description"
).split(",")

# title, other names, description, ISCO group, essential and optional skills
INVENTED = (
    (
        "Laternenputzer/Laternenputzerin",
        ("Laternenputzer", "Laternenputzerin", "Lampenwart", "LichtpflegerIn"),
        "Laternenputzer reinigen die Laternen einer Stadt. Sie tauschen auch defekte Lampen aus.",
        "9129",
        ("Glas polieren", "Leitern aufstellen", "Lampen tauschen", "Arbeitswege planen"),
        ("mehrere Sprachen sprechen",),
    ),
    (
        "Laternenmeister/Laternenmeisterin",
        ("Laternenmeister", "Laternenmeisterin"),
        "Laternenmeister leiten die Pflege der Laternen und bilden Nachwuchs aus.",
        "9129",
        ("Glas polieren", "Leitern aufstellen", "Lampen tauschen", "Nachwuchs ausbilden"),
        ("Arbeitswege planen",),
    ),
    (
        "Wolkenzähler/Wolkenzählerin",
        ("Himmelsbeobachter/in",),
        "Wolkenzähler zählen Wolken und führen darüber Buch.",
        "2112",
        ("Wolken zählen", "Bücher führen"),
        (),
    ),
    (
        "Turmkoch/Turmköchin",
        ("Turmkoch", "Turmköchin"),
        "Turmköche bereiten Speisen in großer Höhe zu.",
        "5120",
        ("speisen zubereiten", "iOS-Geräte bedienen"),
        ("Leitern aufstellen",),
    ),
)
ISCO = {"9129": "Reinigungskräfte", "2112": "Meteorologen", "5120": "Köche"}


def uri_of(number: int) -> str:
    """The concept URI of one of ``INVENTED``."""
    return f"{OCCUPATION}{number:08d}-0000-4000-8000-000000000000"


def write_export(
    folder: Path,
    occupations: Sequence[tuple] = INVENTED,
    *,
    unlabelled: Sequence[str] = (),
    official_skills: bool = False,
) -> Path:
    """Writes all files into ``folder``, as ESCO offers them.

    Args:
        folder: made where it is missing.
        occupations: as ``INVENTED``.
        unlabelled: skills that have an English label alone.
        official_skills: ``skills_de.csv`` instead of the file of labels.
    """
    folder.mkdir(parents=True, exist_ok=True)
    uris = [uri_of(number) for number in range(len(occupations))]
    rows = []
    for number, (title, names, description, group, _, _) in enumerate(occupations):
        row = dict.fromkeys(OCCUPATION_COLUMNS, "")
        row |= {
            "conceptType": "Occupation",
            "conceptUri": uris[number],
            "iscoGroup": group,
            "preferredLabel": title,
            "altLabels": "\n".join(names),
            "status": "released",
            "modifiedDate": "2024-01-25T11:28:50.295Z",
            "regulatedProfessionNote": "http://data.europa.eu/esco/regulated-professions/unregulated",
            "description": f"{description}\n\t",
            "code": f"{group}.{number}",
        }
        rows.append([row[column] for column in OCCUPATION_COLUMNS])
    write_table(folder / "occupations_de.csv", OCCUPATION_COLUMNS, rows)
    groups = [
        [
            "ISCOGroup",
            f"http://data.europa.eu/esco/isco/C{code}",
            code,
            label,
            "released",
            "",
            "",
            "",
        ]
        for code, label in ISCO.items()
    ]
    write_table(folder / "ISCOGroups_de.csv", GROUP_COLUMNS, groups)
    broader = [
        ["Occupation", uri, "ISCOGroup", f"http://data.europa.eu/esco/isco/C{occupation[3]}"]
        for uri, occupation in zip(uris, occupations, strict=True)
    ]
    write_table(folder / "broaderRelationsOccPillar_de.csv", BROADER_COLUMNS, broader)
    skills = sorted({skill for one in occupations for skill in (*one[4], *one[5])})
    skill_uris = {label: f"{SKILL}{number:08d}" for number, label in enumerate(skills)}
    relations = [
        [uri, relation, "skill/competence", skill_uris[label]]
        for uri, one in zip(uris, occupations, strict=True)
        for relation, labels in (("essential", one[4]), ("optional", one[5]))
        for label in labels
    ]
    write_table(folder / "occupationSkillRelations_de.csv", RELATION_COLUMNS, relations)
    if official_skills:
        told = [
            ["KnowledgeSkillCompetence", uri, "skill/competence", "cross-sector", label]
            + [""] * (len(SKILL_COLUMNS) - 5)
            for label, uri in skill_uris.items()
        ]
        write_table(folder / "skills_de.csv", SKILL_COLUMNS, told)
    else:
        told = [
            [uri, "" if label in unlabelled else label, "x", f"english {label}", "skill", ""]
            for label, uri in skill_uris.items()
        ]
        write_table(folder / "skills_de_labels_DERIVED.csv", LABEL_COLUMNS, told)
    return folder


def write_table(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A CSV file as ESCO writes them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
