"""Every word of the room "Gehalt" and its file, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language


@dataclass(frozen=True, slots=True)
class SalaryTexts:
    """The labels of one language; ``{…}`` are filled in where they are used.

    Attributes:
        dimensions, everything: by the name of what is chosen.
        columns: heads of the file, by the record's field.
        values: how the file writes a field's words.
    """

    language: Language
    heading: str
    one_figure: str
    figures: str
    one_source: str
    sources: str
    summary: str
    summary_chosen: str
    none: str
    none_chosen: str
    choose: str
    dimensions: Mapping[str, str]
    everything: Mapping[str, str]
    unstated: str
    reset: str
    save: str
    saved: str
    charts: str
    table: str
    chart_note: str
    columns: Mapping[str, str]
    values: Mapping[str, Mapping[object, str]]


SALARY_TEXTS: Final[Mapping[Language, SalaryTexts]] = MappingProxyType(
    {
        "de": SalaryTexts(
            language="de",
            heading="Gehaltsangaben",
            one_figure="eine Angabe",
            figures="{count} Angaben",
            one_source="einer Quelle",
            sources="{count} Quellen",
            summary="Gezeigt wird alles, was die Quellen sagen: {figures} aus {sources}.",
            summary_chosen="Gezeigt: {figures} von {total}.",
            none="Zum Gehalt in dieser Rolle nennt keine Quelle einen Betrag.",
            none_chosen="Zu dieser Auswahl nennt keine Quelle einen Betrag.",
            choose="Angaben eingrenzen",
            dimensions=MappingProxyType(
                {"country": "Land", "seniority": "Stufe", "year": "Jahr", "source": "Quelle"}
            ),
            everything=MappingProxyType(
                {
                    "country": "alle Länder",
                    "seniority": "alle Stufen",
                    "year": "alle Jahre",
                    "source": "alle Quellen",
                }
            ),
            unstated="nicht genannt",
            reset="Alles zurücksetzen",
            save="Tabelle als CSV speichern",
            saved="Die Tabelle wurde gespeichert.",
            charts="Als Diagramm",
            table="Als Tabelle",
            chart_note="Beträge verschiedener Währungen oder Zeiträume haben je ein eigenes "
            "Diagramm. Gestrichelt heißt: Nach dieser Seite nennt die Quelle keine Grenze.",
            columns=MappingProxyType(
                {
                    "role": "Rolle",
                    "seniority": "Stufe",
                    "statistic": "Art der Angabe",
                    "min": "von",
                    "max": "bis",
                    "mean": "Durchschnitt",
                    "median": "Median",
                    "currency": "Währung",
                    "period": "Zeitraum",
                    "gross": "brutto oder netto",
                    "includes_variable": "variabler Anteil",
                    "country": "Land",
                    "year": "Jahr",
                    "year_basis": "Jahr nach",
                    "branch": "Branche",
                    "quote": "Beleg",
                    "title": "Quelle",
                    "publisher": "Herausgeber",
                    "published": "Datum der Quelle",
                    "url": "Adresse",
                }
            ),
            values=MappingProxyType(
                {
                    "statistic": MappingProxyType(
                        {
                            "range": "Spanne",
                            "mean": "Durchschnitt",
                            "median": "Median",
                            "minimum": "Untergrenze",
                            "maximum": "Obergrenze",
                            "exact": "Betrag",
                        }
                    ),
                    "year_basis": MappingProxyType({"text": "Text", "article": "Artikeldatum"}),
                }
            ),
        ),
        "en": SalaryTexts(
            language="en",
            heading="Pay figures",
            one_figure="one figure",
            figures="{count} figures",
            one_source="one source",
            sources="{count} sources",
            summary="All that the sources say is shown: {figures} from {sources}.",
            summary_chosen="Shown: {figures} of {total}.",
            none="No source states an amount for pay in this role.",
            none_chosen="No source states an amount for this selection.",
            choose="Narrow the figures down",
            dimensions=MappingProxyType(
                {"country": "Country", "seniority": "Level", "year": "Year", "source": "Source"}
            ),
            everything=MappingProxyType(
                {
                    "country": "all countries",
                    "seniority": "all levels",
                    "year": "all years",
                    "source": "all sources",
                }
            ),
            unstated="not stated",
            reset="Reset everything",
            save="Save the table as CSV",
            saved="The table has been saved.",
            charts="As a chart",
            table="As a table",
            chart_note="Amounts in different currencies or for different periods have a chart of "
            "their own each. Dashed means: the source states no limit to that side.",
            columns=MappingProxyType(
                {
                    "role": "Role",
                    "seniority": "Level",
                    "statistic": "Kind of figure",
                    "min": "from",
                    "max": "to",
                    "mean": "average",
                    "median": "median",
                    "currency": "Currency",
                    "period": "Period",
                    "gross": "Gross or net",
                    "includes_variable": "Variable pay",
                    "country": "Country",
                    "year": "Year",
                    "year_basis": "Year by",
                    "branch": "Line of business",
                    "quote": "Quote",
                    "title": "Source",
                    "publisher": "Publisher",
                    "published": "Date of the source",
                    "url": "Address",
                }
            ),
            values=MappingProxyType(
                {
                    "statistic": MappingProxyType(
                        {
                            "range": "range",
                            "mean": "average",
                            "median": "median",
                            "minimum": "at least",
                            "maximum": "at most",
                            "exact": "amount",
                        }
                    ),
                    "year_basis": MappingProxyType({"text": "text", "article": "article date"}),
                }
            ),
        ),
    }
)
