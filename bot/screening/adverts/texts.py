"""What is said about each rule of the advert check, in German."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.screening.adverts import rule_text
from bot.screening.adverts.frame_texts import FRAME_TEXTS

TEXTS: Mapping[str, rule_text.RuleText] = MappingProxyType(
    {
        **FRAME_TEXTS,
        "young": rule_text.RuleText(
            rule_text.AGE,
            "likely",
            "Die Formulierung kann so verstanden werden, dass ältere Menschen nicht erwünscht "
            "sind.",
            "Beschreiben Sie, was das Team tut und wie es arbeitet, ohne sein Alter zu nennen.",
        ),
        "young_professionals": rule_text.RuleText(
            rule_text.AGE,
            "likely",
            "Die Bezeichnung kann als Suche nach jungen Menschen verstanden werden.",
            "Nennen Sie die Berufserfahrung, die mindestens nötig ist, oder schreiben Sie, dass "
            "ein Einstieg ohne Berufserfahrung möglich ist.",
        ),
        "generation": rule_text.RuleText(
            rule_text.AGE,
            "likely",
            "Der Begriff bezeichnet bestimmte Jahrgänge und kann ältere Menschen ausschließen.",
            "Nennen Sie die Kenntnisse, die nötig sind, etwa: „sicherer Umgang mit sozialen "
            "Medien“.",
        ),
        "age_limit": rule_text.RuleText(
            rule_text.AGE,
            "likely",
            "Eine Altersgrenze knüpft unmittelbar an das Alter an und braucht eine Rechtfertigung "
            "nach § 8 oder § 10 AGG.",
            "Lassen Sie die Angabe weg und nennen Sie, was die Aufgabe verlangt.",
        ),
        "age_minimum": rule_text.RuleText(
            rule_text.AGE,
            "hint",
            "Ein Mindestalter kann jüngere Menschen ausschließen, sofern kein Gesetz es "
            "vorschreibt.",
            "Nennen Sie die Vorschrift oder die Erfahrung, um die es geht.",
        ),
        "mature": rule_text.RuleText(
            rule_text.AGE,
            "hint",
            "Die Formulierung kann als Suche nach Menschen eines bestimmten Alters verstanden "
            "werden.",
            "Nennen Sie die Erfahrung oder die Fähigkeiten, die gebraucht werden.",
        ),
        "beginners_only": rule_text.RuleText(
            rule_text.AGE,
            "likely",
            "Wer nur Menschen am Anfang des Berufslebens sucht, kann damit ältere mittelbar "
            "ausschließen.",
            "Schreiben Sie zum Beispiel: „Berufserfahrung ist nicht erforderlich.“",
        ),
        "beginners_wanted": rule_text.RuleText(
            rule_text.AGE,
            "hint",
            "Die Suche nach Menschen am Anfang des Berufslebens kann so verstanden werden, dass "
            "ältere nicht gemeint sind; es kommt auf den ganzen Text an.",
            "Schreiben Sie zum Beispiel: „Auch ohne Berufserfahrung sind Sie willkommen.“",
        ),
        "experience_cap": rule_text.RuleText(
            rule_text.AGE,
            "hint",
            "Eine Obergrenze für Berufserfahrung kann ältere Menschen mittelbar benachteiligen.",
            "Nennen Sie nur die Erfahrung, die mindestens nötig ist.",
        ),
        "digital_native": rule_text.RuleText(
            rule_text.AGE,
            "likely",
            "Der Begriff bezeichnet Menschen, die mit digitaler Technik aufgewachsen sind, und "
            "kann damit auf ein niedriges Alter zielen.",
            "Nennen Sie die Kenntnisse, die nötig sind, etwa: „sicherer Umgang mit sozialen "
            "Medien“.",
        ),
        "native_speaker": rule_text.RuleText(
            rule_text.ORIGIN,
            "likely",
            "Die Muttersprache hängt oft mit der Herkunft zusammen; wer die Sprache später gelernt "
            "hat, kann damit ausgeschlossen sein.",
            "Nennen Sie ein Sprachniveau, das die Aufgabe verlangt, etwa: „Deutsch auf dem Niveau "
            "C1“.",
        ),
        "native_level": rule_text.RuleText(
            rule_text.ORIGIN,
            "hint",
            "Der Vergleich mit der Muttersprache kann als Anforderung an die Herkunft verstanden "
            "werden.",
            "Nennen Sie ein Sprachniveau, etwa: „Niveau C2“.",
        ),
        "accent": rule_text.RuleText(
            rule_text.ORIGIN,
            "likely",
            "Ein Akzent hängt oft mit der Herkunft zusammen und sagt wenig darüber, wie gut jemand "
            "zu verstehen ist.",
            "Schreiben Sie, wofür die Sprache gebraucht wird, und nennen Sie ein Niveau.",
        ),
        "descent": rule_text.RuleText(
            rule_text.ORIGIN,
            "likely",
            "Die Formulierung knüpft an Herkunft oder Abstammung an.",
            "Lassen Sie die Angabe weg und nennen Sie die Kenntnisse, die nötig sind, etwa eine "
            "Sprache mit Niveau.",
        ),
        "nationality": rule_text.RuleText(
            rule_text.ORIGIN,
            "hint",
            "Eine Staatsangehörigkeit zu verlangen kann Menschen wegen ihrer Herkunft mittelbar "
            "benachteiligen, sofern kein Gesetz sie vorschreibt.",
            "Wenn nur das Recht zu arbeiten gemeint ist, schreiben Sie: „Arbeitserlaubnis für "
            "Deutschland“; sonst nennen Sie die Vorschrift.",
        ),
        "residence": rule_text.RuleText(
            rule_text.ORIGIN,
            "hint",
            "Der Wohnort ist kein Merkmal des AGG, kann aber Zugezogene mittelbar benachteiligen.",
            "Nennen Sie, was nötig ist, etwa: „in 30 Minuten vor Ort bei Rufbereitschaft“.",
        ),
        "sex_asked": rule_text.RuleText(
            rule_text.SEX,
            "likely",
            "Die Formulierung spricht ein Geschlecht an und braucht eine Rechtfertigung, etwa als "
            "wesentliche berufliche Anforderung nach § 8 AGG.",
            "Sprechen Sie alle Geschlechter an und nennen Sie, was die Aufgabe verlangt.",
        ),
        "sex_pronoun": rule_text.RuleText(
            rule_text.SEX,
            "hint",
            "Das Fürwort nennt nur ein Geschlecht.",
            "Schreiben Sie „you“ oder „they“.",
        ),
        "sex_third": rule_text.RuleText(
            rule_text.TITLE,
            "hint",
            "Der Zusatz nennt zwei Geschlechter; eine Ausschreibung soll sich an Menschen jedes "
            "Geschlechts richten.",
            "Schreiben Sie „(m/w/d)“.",
        ),
        "sex_title": rule_text.RuleText(
            rule_text.TITLE,
            "likely",
            "Die Berufsbezeichnung steht nur in einer Form, und nichts sagt, dass alle "
            "Geschlechter gemeint sind.",
            "Ergänzen Sie „(m/w/d)“ oder nehmen Sie eine neutrale Bezeichnung.",
        ),
        "family": rule_text.RuleText(
            rule_text.SEX,
            "likely",
            "Familie und Bindung sagen nichts über die Eignung; die Formulierung kann Menschen "
            "wegen des Geschlechts benachteiligen.",
            "Nennen Sie, was nötig ist, etwa Arbeitszeiten oder den Umfang der Reisen.",
        ),
        "orientation": rule_text.RuleText(
            rule_text.IDENTITY,
            "likely",
            "Die Formulierung knüpft an die sexuelle Identität an.",
            "Lassen Sie die Angabe weg.",
        ),
        "resilient": rule_text.RuleText(
            rule_text.DISABILITY,
            "hint",
            "Das Wort kann Menschen mit Behinderung oder chronischer Krankheit abschrecken, ohne "
            "zu sagen, was die Aufgabe verlangt.",
            "Beschreiben Sie die Belastung selbst, etwa: „mehrere Aufträge zugleich, feste "
            "Termine“.",
        ),
        "fitness": rule_text.RuleText(
            rule_text.DISABILITY,
            "hint",
            "Körperliche Anforderungen können Menschen mit Behinderung ausschließen und brauchen "
            "einen Grund in der Aufgabe.",
            "Nennen Sie die Tätigkeit, etwa: „Heben von Lasten bis 15 kg“.",
        ),
        "healthy": rule_text.RuleText(
            rule_text.DISABILITY,
            "likely",
            "Wer Gesundheit allgemein verlangt, kann Menschen mit Behinderung oder chronischer "
            "Krankheit ausschließen.",
            "Lassen Sie die Angabe weg und nennen Sie, was die Aufgabe im Einzelnen verlangt.",
        ),
        "appearance": rule_text.RuleText(
            rule_text.LOOKS,
            "hint",
            "Anforderungen an das Aussehen können Menschen aus Gründen benachteiligen, die mit der "
            "Aufgabe nichts zu tun haben.",
            "Schreiben Sie, was gemeint ist, etwa: „sicheres Auftreten im Umgang mit Kunden“.",
        ),
        "religion": rule_text.RuleText(
            rule_text.RELIGION,
            "hint",
            "Anforderungen an Religion oder Weltanschauung brauchen eine Rechtfertigung in der "
            "Tätigkeit; auch bei kirchlichen Arbeitgebern kommt es auf die Aufgabe an.",
            "Prüfen Sie, ob die Aufgabe sie braucht, und nennen Sie sonst nur die Aufgabe.",
        ),
        "photo": rule_text.RuleText(
            rule_text.ASKED,
            "hint",
            "Ein Foto zeigt Alter, Geschlecht und mögliche Herkunft; wer es verlangt, kann sich "
            "dem Verdacht der Benachteiligung aussetzen.",
            "Bitten Sie um Bewerbungen ohne Foto.",
        ),
        "personal_data": rule_text.RuleText(
            rule_text.ASKED,
            "likely",
            "Die Angabe sagt in der Regel nichts über die Eignung und kann als Indiz für eine "
            "Benachteiligung gelten.",
            "Bitten Sie nur um Angaben, die für die Aufgabe nötig sind.",
        ),
        "pay_history": rule_text.RuleText(
            rule_text.PAY_HISTORY,
            "likely",
            "Nach der Richtlinie dürfen Arbeitgeber Bewerbende nicht nach ihrer bisherigen "
            "Bezahlung fragen.",
            "Nennen Sie, was die Stelle bezahlt; nach Gehaltsvorstellungen zu fragen untersagt "
            "diese Vorschrift nicht.",
        ),
        "pay_missing": rule_text.RuleText(
            rule_text.PAY,
            "hint",
            "Ein Einstiegsentgelt oder eine Spanne ist nicht genannt; nach der Richtlinie müssen "
            "Bewerbende sie vor der Verhandlung erfahren, in der Anzeige oder auf andere Weise.",
            "Nennen Sie einen Betrag oder eine Spanne mit Währung und Zeitraum, etwa: „48.000 bis "
            "56.000 Euro brutto im Jahr“.",
        ),
        "pay_upper_only": rule_text.RuleText(
            rule_text.PAY,
            "hint",
            "Genannt ist nur eine Obergrenze; womit das Entgelt beginnt, bleibt offen.",
            "Nennen Sie auch den unteren Wert der Spanne.",
        ),
        "pay_grade_only": rule_text.RuleText(
            rule_text.PAY,
            "hint",
            "Genannt ist ein Tarif oder eine Gruppe allein; welcher Betrag dazugehört, können "
            "Außenstehende so kaum nachschlagen.",
            "Nennen Sie Tarifvertrag und Gruppe zusammen, am besten mit Betrag oder Spanne.",
        ),
    }
)
"""By the rule's name."""
