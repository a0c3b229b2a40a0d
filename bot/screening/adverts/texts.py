"""What is said about each rule of the advert check, in German."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.screening.adverts.finding import Certainty

_AGE = "§§ 1, 7, 11 AGG (Alter)"
_ORIGIN = "§§ 1, 7, 11 AGG (ethnische Herkunft)"
_SEX = "§§ 1, 7, 11 AGG (Geschlecht)"
_DISABILITY = "§§ 1, 7, 11 AGG (Behinderung)"
_RELIGION = "§§ 1, 7, 9, 11 AGG (Religion)"
_PAY = "Art. 5 Abs. 1 der Richtlinie (EU) 2023/970"


@dataclass(frozen=True, slots=True)
class RuleText:
    """Law, certainty, reason and suggestion of one rule."""

    law: str
    certainty: Certainty
    reason: str
    suggestion: str


TEXTS: Mapping[str, RuleText] = MappingProxyType(
    {
        "young": RuleText(
            _AGE,
            "likely",
            "Die Formulierung kann so verstanden werden, dass ältere Menschen nicht erwünscht "
            "sind.",
            "Beschreiben Sie, was das Team tut und wie es arbeitet, ohne sein Alter zu nennen.",
        ),
        "young_professionals": RuleText(
            _AGE,
            "likely",
            "Die Bezeichnung kann als Suche nach jungen Menschen verstanden werden.",
            "Nennen Sie die Berufserfahrung, die mindestens nötig ist, oder schreiben Sie, dass "
            "ein Einstieg ohne Berufserfahrung möglich ist.",
        ),
        "age_limit": RuleText(
            _AGE,
            "likely",
            "Eine Altersgrenze schließt Menschen wegen ihres Alters aus und ist nur in engen "
            "Ausnahmen (§ 10 AGG) zulässig.",
            "Lassen Sie die Angabe weg und nennen Sie, was die Aufgabe verlangt.",
        ),
        "beginners_only": RuleText(
            _AGE,
            "likely",
            "Wer nur Menschen am Anfang des Berufslebens sucht, kann damit ältere mittelbar "
            "ausschließen.",
            "Schreiben Sie zum Beispiel: „Berufserfahrung ist nicht erforderlich.“",
        ),
        "experience_cap": RuleText(
            _AGE,
            "hint",
            "Eine Obergrenze für Berufserfahrung kann ältere Menschen mittelbar ausschließen.",
            "Nennen Sie nur die Erfahrung, die mindestens nötig ist.",
        ),
        "digital_native": RuleText(
            _AGE,
            "likely",
            "Der Begriff bezeichnet Menschen, die mit digitaler Technik aufgewachsen sind, und "
            "kann damit auf ein niedriges Alter zielen.",
            "Nennen Sie die Kenntnisse, die nötig sind, etwa: „sicherer Umgang mit sozialen "
            "Medien“.",
        ),
        "native_speaker": RuleText(
            _ORIGIN,
            "likely",
            "Die Muttersprache hängt mit der Herkunft zusammen; wer die Sprache später gelernt "
            "hat, wird damit ausgeschlossen.",
            "Nennen Sie ein Sprachniveau, das die Aufgabe verlangt, etwa: „Deutsch auf dem Niveau "
            "C1“.",
        ),
        "native_level": RuleText(
            _ORIGIN,
            "hint",
            "Der Vergleich mit der Muttersprache kann als Anforderung an die Herkunft verstanden "
            "werden.",
            "Nennen Sie ein Sprachniveau, etwa: „Niveau C2“.",
        ),
        "accent": RuleText(
            _ORIGIN,
            "likely",
            "Ein Akzent hängt oft mit der Herkunft zusammen und sagt wenig darüber, wie gut jemand "
            "zu verstehen ist.",
            "Schreiben Sie, wofür die Sprache gebraucht wird, und nennen Sie ein Niveau.",
        ),
        "nationality": RuleText(
            _ORIGIN,
            "hint",
            "Eine Staatsangehörigkeit zu verlangen kann Menschen wegen ihrer Herkunft mittelbar "
            "ausschließen, sofern kein Gesetz sie vorschreibt.",
            "Wenn nur das Recht zu arbeiten gemeint ist, schreiben Sie: „Arbeitserlaubnis für "
            "Deutschland“; sonst nennen Sie die Vorschrift.",
        ),
        "sex_asked": RuleText(
            _SEX,
            "likely",
            "Die Formulierung spricht nur ein Geschlecht an und ist nur zulässig, wenn die "
            "Tätigkeit es zwingend verlangt (§ 8 AGG).",
            "Sprechen Sie alle Geschlechter an und nennen Sie, was die Aufgabe verlangt.",
        ),
        "sex_title": RuleText(
            f"{_SEX}; Art. 5 Abs. 3 der Richtlinie (EU) 2023/970",
            "likely",
            "Die Berufsbezeichnung steht nur in einer Form, und nichts sagt, dass alle "
            "Geschlechter gemeint sind.",
            "Ergänzen Sie „(m/w/d)“ oder nehmen Sie eine neutrale Bezeichnung.",
        ),
        "family": RuleText(
            _SEX,
            "likely",
            "Fragen nach Familie oder Bindung haben mit der Aufgabe nichts zu tun und "
            "benachteiligen oft Frauen mittelbar.",
            "Nennen Sie, was nötig ist, etwa Arbeitszeiten oder den Umfang der Reisen.",
        ),
        "resilient": RuleText(
            _DISABILITY,
            "hint",
            "Das Wort kann Menschen mit Behinderung oder chronischer Krankheit abschrecken, ohne "
            "zu sagen, was die Aufgabe verlangt.",
            "Beschreiben Sie die Belastung selbst, etwa: „mehrere Aufträge zugleich, feste "
            "Termine“.",
        ),
        "fitness": RuleText(
            _DISABILITY,
            "hint",
            "Körperliche Anforderungen können Menschen mit Behinderung ausschließen und brauchen "
            "einen Grund in der Aufgabe (§ 8 AGG).",
            "Nennen Sie die Tätigkeit, etwa: „Heben von Lasten bis 15 kg“.",
        ),
        "healthy": RuleText(
            _DISABILITY,
            "likely",
            "Wer Gesundheit allgemein verlangt, schließt Menschen mit Behinderung oder chronischer "
            "Krankheit aus.",
            "Lassen Sie die Angabe weg und nennen Sie, was die Aufgabe im Einzelnen verlangt.",
        ),
        "appearance": RuleText(
            "§§ 1, 7, 11 AGG (je nach Fall Herkunft, Alter, Geschlecht oder Behinderung)",
            "hint",
            "Anforderungen an das Aussehen können Menschen aus Gründen benachteiligen, die mit der "
            "Aufgabe nichts zu tun haben.",
            "Schreiben Sie, was gemeint ist, etwa: „sicheres Auftreten im Umgang mit Kunden“.",
        ),
        "religion": RuleText(
            _RELIGION,
            "hint",
            "Die Zugehörigkeit zu einer Religion darf nur verlangt werden, wenn sie für die "
            "Tätigkeit wesentlich und gerechtfertigt ist.",
            "Prüfen Sie, ob die Aufgabe sie braucht, und nennen Sie sonst nur die Aufgabe.",
        ),
        "photo": RuleText(
            "§§ 1, 7, 22 AGG",
            "hint",
            "Ein Foto zeigt Alter, Geschlecht und mögliche Herkunft; wer es verlangt, kann sich "
            "dem Verdacht der Benachteiligung aussetzen.",
            "Bitten Sie um Bewerbungen ohne Foto.",
        ),
        "personal_data": RuleText(
            "§§ 1, 7, 22 AGG",
            "likely",
            "Die Angabe sagt nichts über die Eignung und kann den Verdacht einer Benachteiligung "
            "begründen.",
            "Bitten Sie nur um Angaben, die für die Aufgabe nötig sind.",
        ),
        "pay_history": RuleText(
            "Art. 5 Abs. 2 der Richtlinie (EU) 2023/970",
            "likely",
            "Nach der Richtlinie sollen Bewerbende nicht nach ihrer bisherigen Bezahlung gefragt "
            "werden.",
            "Nennen Sie stattdessen, was die Stelle bezahlt.",
        ),
        "pay_missing": RuleText(
            _PAY,
            "likely",
            "Ein Einstiegsentgelt oder eine Spanne ist nicht genannt; nach der Richtlinie sollen "
            "Bewerbende sie rechtzeitig vor einer Verhandlung kennen.",
            "Nennen Sie einen Betrag oder eine Spanne mit Währung und Zeitraum, etwa: „48.000 bis "
            "56.000 Euro brutto im Jahr“.",
        ),
        "pay_upper_only": RuleText(
            _PAY,
            "likely",
            "Genannt ist nur eine Obergrenze; womit das Entgelt beginnt, bleibt offen.",
            "Nennen Sie auch den unteren Wert der Spanne.",
        ),
        "pay_grade_only": RuleText(
            _PAY,
            "hint",
            "Genannt ist eine Entgeltgruppe, aber kein Betrag; nicht jeder kennt die Tabelle dazu.",
            "Ergänzen Sie den Betrag oder die Spanne der Gruppe und den Tarifvertrag.",
        ),
    }
)
"""By the rule's name."""
