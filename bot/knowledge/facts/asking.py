"""The words by which German sentences ask for something, and how strictly.

Patterns run over ``Aligned.folded``; what they match is taken out before labels are read.
"""

from __future__ import annotations

import re

from bot.knowledge.facts.modals import MODALS

DEMAND = re.compile(
    r"\b(?:brauch(?:e|t|en|st)|gebraucht|benotig(?:e|t|en|st)|bedarf es|"
    r"erforder(?:t|n)|verlang(?:t|en)|gefordert|erwart(?:et|en)|"
    r"voraussetzen|vorausgesetzt|bedingung|untergrenze|ohne(?= .*\b(?:nicht|nichts|"
    r"niemand\w*|keine?n?|unmoglich)\b)|nachgewiesen|required|"
    r"mandatory|essential|gefragt|gesucht|vorgeschrieben|gefragter|"
    r"mitbringen|mitzubringen|mitgebracht|bring(?:en|t|st)\b(?=.*\bmit\b)|"
    r"vorweisen|nachweisen|nachzuweisen|mussen nachgewiesen werden|"
    r"notig|notwendig|erforderlich|unerlasslich|unabdingbar|unverzichtbar|zwingend|"
    r"essenziell|essentiell|entscheidend|ausschlaggebend|(?:am )?wichtig(?:er|sten)?(?= "
    r"(?:ist|sind|fur|dabei|zudem|auch|und|,|\.|als)|$)|(?<!\w )wichtig|"
    r"wichtig(?:e|ste|sten)(?= \w*(?:eigenschaft|voraussetz|fahigkeit|kompetenz|qualifi|"
    r"starke|skill))|"
    r"pflicht|verpflichtend|obligatorisch|(?:ein )?absolutes muss|ein muss|das a und o|"
    r"(?:\w+)?voraussetzung(?:en)?|(?:kern|grund|mindest|haupt)?anforderung(?:en)?|"
    r"setz(?:t|en|e)\b(?=.*\bvoraus\b)|leg(?:t|en)\b(?=.*\bwert auf\b)|wert auf|"
    r"komm(?:t|en) es\b(?=.*\ban\b)|fuhr(?:t|en)(?: an)?\b(?=.*\bkein weg\b)|such(?:t|en)|"
    r"zugang\w*|zugelassen|berechtigt|"
    r"gehor(?:t|en)\b(?=.*\b(?:zu den|zum|zur|dazu|in den)\b)|zahl(?:t|en)\b(?=.*\b(?:zu "
    r"den|zum)\b))"
    r"(?=\s|$)"
)
"""Somebody asks for it."""

POSSESS = re.compile(
    r"\b(?:verfug(?:t|en|st)(?= (?:\w+ ){0,4}uber\b)|verfugen|besitz(?:t|en|st)|ha(?:t|ben|st)|"
    r"weis(?:t|en)\b(?=.*\bauf\b)|zeichne(?:t|n) sich\b(?=.*\baus\b)|punkte(?:t|n)|glanz(?:t|en)|"
    r"uberzeug(?:t|en)|beherrsch(?:t|en)|vorhanden|absolvier(?:t|en)|abgeschlossen|"
    r"studier(?:t|en)|"
    r"mitbringt|besessen|aufweisen|vorlegen)(?=\s|$)"
)
"""Those who do the job have it: a requirement where requirements are spoken of."""


OPTIONAL = re.compile(
    r"von (?:grossem |klarem )?vorteil|vorteilhaft|wunschenswert|erwunscht|gewunscht|"
    r"idealerweise|"
    r"im idealfall|bestenfalls|"
    r"\boptional\b|gerne? gesehen|gerne? genommen|(?:ausgesprochen )?\bhilfreich|nutzlich|"
    r"ein plus\b|\w*pluspunkt\w*|"
    r"\bbonus\b|kein(?:e|en)? (?:\w+ )?(?:pflicht|muss|voraussetzung|zwang|bedingung)|"
    r"nicht (?:\w+ )?(?:zwingend|unbedingt|immer|notig|notwendig|erforderlich|vorgeschrieben|"
    r"verpflichtend|pflicht|vorausgesetzt|verlangt|gefordert|notwendigerweise)|"
    r"(?:nicht|kein\w*) \w* ?(?:brauch|benotig)\w*|(?:brauch|benotig)\w* (?:\w+ "
    r"){0,3}(?:kein\w*|nicht)\b|"
    r"\bhilft\b|\bhelfen\b|\berleichter\w*|empfehlenswert|empfohlen|willkommen|bevorzugt|"
    r"schade[nt] (?:\w+ )?nicht|ein vorteil|vorteile? bring|nice[- ]to[- ]have|punktet|"
    r"zusatzpunkte?|zusatzlich willkommen|kein muss|"
    r"(?:bessere|gute|beste) chancen"
)
"""Good to have, or expressly not asked for."""

NOT_ASKED = re.compile(
    r"\bkein(?:e|en)? (?:\w+ )?(?:pflicht|muss|voraussetzung|zwang|bedingung)|"
    r"\bnicht (?:\w+ )?(?:notig|notwendig|erforderlich|vorgeschrieben|verpflichtend|pflicht|"
    r"vorausgesetzt|verlangt|gefordert|erwartet|konnen)|"
    r"\b(?:nicht|kein\w*|ebenso wenig|ebensowenig) (?:\w+ ){0,2}(?:brauch|benotig)\w*|"
    r"(?:brauch|benotig)\w* (?:\w+ ){0,4}(?:kein\w*|nicht)\b|\bebenso ?wenig\b|\bnicht notig\b|"
    r"\bnot required\b|\bkein\w* (?:studium|abitur|ausbildung|fuhrerschein|erfahrung)"
)
"""Said not to be needed: no requirement, unless something else in its clause weighs it."""

WEIGHED = re.compile(
    r"von (?:\w+ )?vorteil|ein vorteil|vorteilhaft|wunschenswert|hilfreich|\bhilft\b|"
    r"\bhelfen\b|\bplus\b|"
    r"pluspunkt|gerne? (?:gesehen|genommen)|nutzlich|erwunscht|zwingend|unbedingt|\bimmer\b|"
    r"empfehlenswert|empfohlen|willkommen|bevorzugt|schade[nt] "
)

WEAKLY = re.compile(
    r"langst nicht (?:alle|immer|uberall)|\bnicht selten|die chancen|"
    r"\b(?:manche|manchmal|teilweise|teils|mitunter|gelegentlich|vereinzelt)\b|"
    r"\bmoglich\b|\bkann\b|\bkonnen auch\b|wahlweise|sinnvoll"
)
"""Not asked for everywhere: makes a demand optional and is none by itself."""

HABIT = re.compile(r"\b(?:viele|oft|oftmals|haufig|meist|meistens|einige|die meisten|mehrheit)\b")
"""With ``POSSESS``: usual among those who do the job, and no demand."""

ENTRY = re.compile(
    r"in den beruf|\beinstieg\w*|\bberufseinstieg\b|\bzugang\b|\bweg\b|quereinst\w*|"
    r"\bwerden\b|\bwird\b"
)
"""Says how one gets into the job; an education beside it is a requirement."""

FILLERS = frozenset(
    [
        "typischerweise",
        "meist",
        "meistens",
        "haufig",
        "oft",
        "oftmals",
        "normalerweise",
        "ublicherweise",
        "insbesondere",
        "besonders",
        "auch",
        "zudem",
        "ausserdem",
        "ferner",
        "daher",
        "deshalb",
        "dabei",
        "dazu",
        "dafur",
        "hierfur",
        "naturlich",
        "selbstverstandlich",
        "unbedingt",
        "zwingend",
        "idealerweise",
        "ebenfalls",
        "zusatzlich",
        "jedoch",
        "allerdings",
        "aber",
        "nicht",
        "nur",
        "schon",
        "bereits",
        "heute",
        "heutzutage",
        "immer",
        "stets",
        "grundsatzlich",
        "eigentlich",
        "wirklich",
        "einfach",
        "vielmehr",
        "sogar",
        "sonst",
        "dagegen",
        "hingegen",
        "ansonsten",
        "verstarkt",
        "zunehmend",
        "weiterhin",
        "demgegenuber",
        "er",
        "sie",
        "es",
        "man",
        "du",
        "ich",
        "wir",
        "sich",
        "ihm",
        "ihnen",
        "dir",
        "man's",
        "hier",
        "da",
        "dort",
        "dann",
        "also",
        "somit",
        "so",
        "ist",
        "sind",
        "war",
        "wird",
        "werden",
        "wurde",
        "kann",
        "konnen",
        *MODALS,
        "darf",
        "durfen",
        "sein",
        "wer",
        "vor",
        "allem",
        "darunter",
        "daruber",
        "hinaus",
        "darum",
        "deswegen",
        "ebenso",
        "optional",
        "vielen",
        "viele",
        "alle",
        "alles",
        "beide",
        "beiden",
        "jeder",
        "jede",
        "zuerst",
        "zunachst",
        "gerade",
        "vorrangig",
        "hauptsachlich",
        "generell",
        "allgemein",
        "regel",
        "wobei",
        "falls",
        "zwar",
        "jedenfalls",
        "entsprechend",
        "folgende",
        "folgenden",
        "folgendes",
        "gern",
        "gerne",
        "mindestens",
        "wichtig",
        "wunschenswert",
        "gefragt",
        "typisch",
        "gibt",
        "mag",
        "mochte",
        "wollen",
        "will",
        "willst",
        "mittlerweile",
        "inzwischen",
        "leider",
        "kaum",
        "weder",
        "noch",
        "gleichermassen",
        "weniger",
        "mehr",
        "nichts",
        "etwas",
        "sowohl",
        "als",
        "denn",
        "doch",
        "wohl",
        "lediglich",
        "nun",
        "ganz",
        "allen",
        "voran",
        "erst",
        "vorhanden",
        "ausgesprochen",
        "speziell",
        "etwa",
        "kommen",
        "kommt",
        "fuhrt",
        "fuhren",
        "gelingt",
        "erfolgt",
        "bilden",
        "bildet",
        "findet",
        "finden",
        "welche",
        "welcher",
        "welches",
        "weiteren",
        "weitere",
        "oberstes",
        "oberste",
        "jemand",
        "genug",
        "bringt",
        "bringen",
        "sammeln",
        "wen",
    ]
)
"""Words that belong to the sentence and never to a label's edge."""

PHRASES = re.compile(
    r"\b(?:in der regel|vor allem|in erster linie|im grunde|in gewissem mass\w*|in hohem mass\w*|"
    r"in gleichem masse|seit einiger zeit|in letzter zeit|daruber hinaus|auf jeden fall|"
    r"unter anderem|unter umstanden|zum einen|zum anderen|nicht zuletzt|von vorteil|ein plus|"
    r"zu (?:den|seinen|ihren|deinen) (?:\w+ )?(?:\w*voraussetzungen|\w*anforderungen|"
    r"eigenschaften|starken|fahigkeiten|qualifikationen)|zum (?:\w+ )?(?:profil|handwerkszeug|"
    r"anforderungsprofil|rustzeug)|(?:fur|in|bei|an) (?:den|die|der|dem|das|diese[nrms]?|"
    r"deine[nrm]?) "
    r"(?:\w+ )?(?:beruf|job|stelle|rolle|position|tatigkeit|berufsalltag|arbeitsalltag|"
    r"arbeit|alltag)"
    r"(?:s|es)?|(?:der|die|das|diese[rs]?) (?:\w+ )?(?:beruf|job|stelle|rolle|position|"
    r"tatigkeit|arbeit)|"
    r"(?:die |viele |manche |den |einige |alle |meisten |von )*(?:arbeitgeber|arbeitgebern|"
    r"betriebe|"
    r"betrieben|unternehmen|firmen|stellenanzeigen|stellenausschreibungen|bewerber|bewerbern|"
    r"bewerberinnen|kandidaten|kliniken|personaler)|langst nicht allen?|aber|"
    r"gute chancen|bessere chancen|im beruf|ohne|geht (?:es )?(?:\w+ )?nicht|geht nichts|"
    r"mit auf den weg|mit auf den)(?=\s|$)"
)
"""Phrases that frame what is asked for."""

BESIDES = re.compile(
    r"\b(?:kombiniert mit|verbunden mit|gepaart mit|erganzt durch|zusammen "
    r"mit)\b"
)
"""Joins one requirement to the next."""

ABILITY = re.compile(
    r"(?:fahigkeit|bereitschaft|gabe|wille|lust|mut|moglichkeit|talent|kunst|freude|"
    r"anspruch|fahig|bereit)$"
)
"""A noun that an infinitive belongs to: "die Fähigkeit, Modelle zu analysieren"."""

GENERIC = re.compile(
    r"(?:anforderung(?:en)?|voraussetzung(?:en)?|qualifikation(?:en)?|eigenschaft(?:en)?|"
    r"(?:soft ?)?skills?|rolle|position(?:en)?|beruf(?:s|es)?|jobs?|stellen?|tatigkeit(?:en)?|"
    r"person(?:en)?|dinge?|punkte?|bereiche?n?|menschen?|erfolg|aufgaben?|arbeit|karriere|"
    r"einstieg|weg|quereinsteiger\w*|branchen?|tag|alltag|fall|vorteile?|plus|muss|pflicht|basis|"
    r"grundlage|unternehmen|firmen?|arbeitgeber\w*|betriebe?n?|kandidaten|bewerber\w*|profil|"
    r"berufseinsteiger\w*|leute|seite|teil|chancen?|zeit|zeiten|wert|linie|regel|kunden|"
    r"stellenanzeigen|stellenausschreibungen|fahigkeiten|kenntnisse|kompetenz(?:en)?|zugang|"
    r"starken?|wissen|jahre|monate|jahr|bedingung(?:en)?|werdegang|gehalt|berufsbild|"
    r"berufsalltag|start|"
    r"zwischenstufe|potenzial|unterstutzung|hand|grund|mittelpunkt|thema|frage|ding|berufe|"
    r"wege|moglichkeit(?:en)?|absolvent\w*|schuler\w*|mitarbeiter\w*|kollegen)$"
)
"""Nouns that name no requirement by themselves."""
