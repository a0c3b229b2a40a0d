"""What direct answers and corrected premises say in our own voice. None of it holds a figure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language

OTHER_SOURCE: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "; eine andere Quelle nennt {phrase}", "en": "; another source says {phrase}"}
)

LEAD: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "yes": "Ja: ",
            "often": "In vielen Fällen ja: ",
            "no": "Nein: ",
            "often_not": "In vielen Fällen nicht: ",
            "not_compulsory": "Nein, zwingend ist das nicht: ",
            "not_always": "Nicht unbedingt: ",
            "not_freely": "Nicht ohne Weiteres: ",
            "mixed": "Das sehen die Quellen unterschiedlich: ",
            "unclear": "",
        },
        "en": {
            "yes": "Yes: ",
            "often": "In many cases, yes: ",
            "no": "No: ",
            "often_not": "In many cases, no: ",
            "not_compulsory": "No, it is not compulsory: ",
            "not_always": "Not necessarily: ",
            "not_freely": "Not without further ado: ",
            "mixed": "The sources disagree on that: ",
            "unclear": "",
        },
    }
)
"""How a yes or no opens, before the sentence that carries it."""

EVIDENCE: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Das steht dazu in den Quellen:", "en": "What the (German) sources say:"}
)

MORE_EVIDENCE: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Außerdem steht dazu in den Quellen:", "en": "The (German) sources also say:"}
)

PREMISE: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "other_way": "Das stimmt so nicht; nach den Quellen ist es umgekehrt: ",
            "not_so": "Das stimmt so nicht: ",
            "unproven": "Das geben die Quellen so nicht her. Sie nennen:",
            "unproven_pay": "Das geben die Quellen so nicht her. Zum Gehalt nennen sie:",
            "confirmed": "Das bestätigen die Quellen: ",
        },
        "en": {
            "other_way": "That is not so; according to the sources it is the other way round: ",
            "not_so": "That is not so: ",
            "unproven": "The sources don't bear that out. They state:",
            "unproven_pay": "The sources don't bear that out. On pay they state:",
            "confirmed": "The sources bear that out: ",
        },
    }
)

NATURE: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Darauf kommt es dabei an: ",
        "en": "What counts: ",
    }
)

NATURE_IS_YOURS: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Ob das auf Sie zutrifft, können nur Sie einschätzen.",
        "en": "Whether that is true of you, only you can tell.",
    }
)
"""No verdict is given on a person's nature."""
