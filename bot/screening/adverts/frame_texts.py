"""What is said about traits that stand in a frame, in German."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.screening.adverts import rule_text
from bot.screening.adverts.rule_text import RuleText

FRAME_TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        "framed_age": RuleText(
            rule_text.AGE,
            "hint",
            "Der Satz kann so verstanden werden, dass nach dem Alter ausgewählt wird.",
            "Lassen Sie die Angabe weg und nennen Sie, was die Aufgabe verlangt.",
        ),
        "framed_sex": RuleText(
            rule_text.SEX,
            "hint",
            "Der Satz kann so verstanden werden, dass nach dem Geschlecht ausgewählt wird; das "
            "braucht eine Rechtfertigung in der Tätigkeit.",
            "Nennen Sie die Aufgabe und sprechen Sie alle Geschlechter an.",
        ),
        "framed_family": RuleText(
            rule_text.SEX,
            "hint",
            "Schwangerschaft, Kinder und Familie sagen nichts über die Eignung; der Satz kann "
            "Menschen wegen des Geschlechts benachteiligen.",
            "Nennen Sie, was nötig ist, etwa Arbeitszeiten oder den Umfang der Reisen.",
        ),
        "framed_origin": RuleText(
            rule_text.ORIGIN,
            "hint",
            "Der Satz kann so verstanden werden, dass nach Herkunft, Sprache oder Namen "
            "ausgewählt wird.",
            "Lassen Sie die Angabe weg; wo eine Sprache nötig ist, nennen Sie das Niveau.",
        ),
        "framed_religion": RuleText(
            rule_text.RELIGION,
            "hint",
            "Der Satz kann Menschen wegen ihres Glaubens oder eines religiösen Zeichens "
            "benachteiligen; das braucht eine Rechtfertigung in der Tätigkeit.",
            "Prüfen Sie, ob die Aufgabe die Angabe verlangt, und lassen Sie sie sonst weg.",
        ),
        "framed_disability": RuleText(
            rule_text.DISABILITY,
            "hint",
            "Der Satz kann Menschen mit Behinderung oder chronischer Krankheit ausschließen.",
            "Lassen Sie die Angabe weg und nennen Sie, was die Aufgabe im Einzelnen verlangt.",
        ),
        "framed_identity": RuleText(
            rule_text.IDENTITY_OR_SEX,
            "hint",
            "Der Satz kann Menschen wegen ihrer sexuellen oder geschlechtlichen Identität "
            "benachteiligen.",
            "Lassen Sie die Angabe weg.",
        ),
    }
)
"""By the rule's name. A frame whose two sides are both clear is called likely all the same."""
