"""The law that findings name: which provision, what it says in short, where its text is.

Checked in November 2026 against the wording of the provisions. What is said of the directive is
what the directive itself says: whether and how a member state has made it its law, and since
when, isn't told here. Publications of June 2026 knew of no German act that does.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LawSource:
    """One provision.

    Attributes:
        name: as German lawyers cite it.
        says: its content in a few words, in German; not its wording.
        address: an official text of it.
    """

    name: str
    says: str
    address: str


_AGG = "https://www.gesetze-im-internet.de/agg/__{}.html"
_DIRECTIVE = "https://eur-lex.europa.eu/eli/dir/2023/970/oj"

AGG_1 = LawSource(
    "§ 1 AGG",
    "Merkmale: Rasse, ethnische Herkunft, Geschlecht, Religion oder Weltanschauung, Behinderung, "
    "Alter, sexuelle Identität",
    _AGG.format(1),
)
AGG_3 = LawSource(
    "§ 3 AGG",
    "unmittelbare Benachteiligung (Abs. 1) und mittelbare durch scheinbar neutrale Kriterien, "
    "sofern diese nicht sachlich gerechtfertigt sind (Abs. 2)",
    _AGG.format(3),
)
AGG_7 = LawSource(
    "§ 7 AGG",
    "Verbot, Beschäftigte wegen eines dieser Merkmale zu benachteiligen; Bewerbende gelten als "
    "Beschäftigte (§ 6)",
    _AGG.format(7),
)
AGG_8 = LawSource(
    "§ 8 AGG",
    "Ausnahme: wesentliche und entscheidende berufliche Anforderung, angemessen, mit rechtmäßigem "
    "Zweck",
    _AGG.format(8),
)
AGG_9 = LawSource(
    "§ 9 AGG", "Ausnahme für Religions- und Weltanschauungsgemeinschaften", _AGG.format(9)
)
AGG_10 = LawSource(
    "§ 10 AGG",
    "Ausnahme beim Alter: objektiv, angemessen, durch ein legitimes Ziel gerechtfertigt",
    _AGG.format(10),
)
AGG_11 = LawSource(
    "§ 11 AGG",
    "Ein Arbeitsplatz darf nicht unter Verstoß gegen § 7 Abs. 1 ausgeschrieben werden",
    _AGG.format(11),
)
AGG_22 = LawSource(
    "§ 22 AGG",
    "Beweislast: Indizien für eine Benachteiligung muss die andere Seite entkräften",
    _AGG.format(22),
)
DIRECTIVE_5_1 = LawSource(
    "Art. 5 Abs. 1 der Richtlinie (EU) 2023/970",
    "Bewerbende erfahren Einstiegsentgelt oder Spanne und gegebenenfalls die Bestimmungen des "
    "Tarifvertrags, in der Ausschreibung, vor dem Gespräch oder auf andere Weise",
    _DIRECTIVE,
)
DIRECTIVE_5_2 = LawSource(
    "Art. 5 Abs. 2 der Richtlinie (EU) 2023/970",
    "Arbeitgeber dürfen nicht nach der Entgeltentwicklung in laufenden oder früheren "
    "Beschäftigungen fragen",
    _DIRECTIVE,
)
DIRECTIVE_5_3 = LawSource(
    "Art. 5 Abs. 3 der Richtlinie (EU) 2023/970",
    "Stellenausschreibungen und Berufsbezeichnungen sollen geschlechtsneutral sein",
    _DIRECTIVE,
)
DIRECTIVE_34 = LawSource(
    "Art. 34 Abs. 1 der Richtlinie (EU) 2023/970",
    "von den Mitgliedstaaten umzusetzen bis zum 7. Juni 2026",
    _DIRECTIVE,
)
