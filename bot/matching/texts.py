"""Every word that a match is shown with, in German and English; rules have theirs in deciding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.matching.deciding.texts import Language
from bot.matching.profile import RemovedKind
from bot.matching.report import Verdict

SIGNS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {"met": "✓", "partly": "~", "missing": "–", "unknown": "?"}
)
"""Beside the word, never instead of it."""


@dataclass(frozen=True, slots=True)
class MatchTexts:
    """The words of one language; ``{…}`` are filled in where they are used."""

    language: Language
    title: str
    title_of_role: str
    meaning: str
    verdicts: Mapping[Verdict, str]
    relations: Mapping[str, str]
    counts: Mapping[str, str]
    near: str
    held: str
    requirement: str
    verdict: str
    in_profile: str
    in_source: str
    own_words: str
    reason: str
    open_question: str
    none_asked: str
    learn: str
    prove: str
    nothing_open: str
    steps: str
    no_steps: str
    steps_on: str
    computed: str
    computed_rule: str
    computed_shared: str
    computed_missing: str
    computed_already: str
    computed_none: str
    not_computed: str
    further: str
    step: str
    step_held: str
    outside: str
    years: str
    year: str
    from_years: str
    up_to_years: str
    pay: str
    no_pay: str
    read: str
    months_of_work: str
    one_month_of_work: str
    no_months_of_work: str
    removed: str
    removed_kinds: Mapping[RemovedKind, str]
    unread: str
    notices: str
    rules: str
    waiting: str
    quote: str
    source: str


GERMAN: Final = MatchTexts(
    language="de",
    title="Profil und Rollen",
    title_of_role="Profil und Rolle: {role}",
    meaning="Verglichen wird, was das Profil sagt, mit dem, was die Quellen verlangen. „Offen“ "
    "heißt: Das Profil sagt dazu nichts. Das ist weder eine Note noch eine Empfehlung.",
    verdicts=MappingProxyType(
        {"met": "erfüllt", "partly": "teilweise", "missing": "verneint", "unknown": "offen"}
    ),
    relations=MappingProxyType({"essential": "Verlangt", "optional": "Von Vorteil"}),
    counts=MappingProxyType(
        {
            "met": "{count} erfüllt",
            "partly": "{count} teilweise",
            "missing": "{count} verneint",
            "unknown": "{count} offen",
        }
    ),
    near="davon {count} mit etwas Ähnlichem im Profil",
    held="Im Profil als Stelle oder erlernter Beruf genannt: „{quote}“",
    requirement="Anforderung",
    verdict="Ergebnis",
    in_profile="Im Profil",
    in_source="In der Quelle",
    own_words="Ihre Ergänzung",
    reason="Grund",
    open_question="Offene Frage",
    none_asked="Die Quellen nennen zu dieser Rolle keine Anforderungen.",
    learn="Was Sie noch lernen oder ausbauen können",
    prove="Was Sie noch belegen können",
    nothing_open="Hier ist nichts offen.",
    steps="Karriereschritte, die dorthin führen",
    no_steps="Die Quellen nennen keinen Karriereschritt zu dieser Rolle.",
    steps_on="Berechnete Schritte, die von hier weiterführen",
    computed="{first} → {second} (berechnet)",
    computed_rule="Berechnet, von keiner Quelle berichtet: Gezählt sind die wesentlichen "
    "Fähigkeiten, die ESCO für beide Berufe nennt; seltene zählen mehr (Regel {rule}). Wie lange "
    "der Schritt dauert, ist nicht bekannt.",
    computed_shared="Für beide wesentlich ({count}): {labels}",
    computed_missing="Kommt für den Schritt hinzu ({count}): {labels}",
    computed_already="Davon nennt Ihr Profil schon: {labels}",
    computed_none="Kein Beruf aus ESCO teilt mit diesem genügend wesentliche Fähigkeiten.",
    not_computed="Berechnet wird hier nichts: Gemeinsame Fähigkeiten lassen sich nur zwischen "
    "Berufen aus ESCO zählen, und diese Rolle kennen nur die Artikel.",
    further="{labels} und {count} weitere",
    step="{first} → {second}",
    step_held="In Ihrem Profil: „{quote}“",
    outside="Einstieg von außen",
    years="{span} Jahre",
    year="{span} Jahr",
    from_years="ab {span} Jahren",
    up_to_years="bis zu {span} Jahre",
    pay="Was die Quellen zum Gehalt sagen",
    no_pay="Die Quellen nennen zu dieser Rolle kein Gehalt.",
    read="Was aus dem Profil gelesen wurde",
    months_of_work="Berufserfahrung zusammen: {months} Monate, Überschneidungen einmal gezählt.",
    one_month_of_work="Berufserfahrung zusammen: ein Monat.",
    no_months_of_work="Zeiträume von Berufserfahrung wurden nicht erkannt.",
    removed="Vor dem Vergleich entfernt: {kinds}.",
    removed_kinds=MappingProxyType(
        {
            "name": "Name",
            "address": "Anschrift",
            "contact": "Kontaktdaten",
            "birth": "Geburtsdaten oder Alter",
            "photo": "Foto",
            "sex": "Geschlecht oder sexuelle Identität",
            "nationality": "Staatsangehörigkeit oder Herkunft",
            "religion": "Religion, Weltanschauung, Partei oder Gewerkschaft",
            "family": "Familie oder Partnerschaft",
            "health": "Gesundheit oder Behinderung",
            "pay": "bisheriges oder gewünschtes Gehalt",
        }
    ),
    unread="Nicht verstanden und deshalb nicht berücksichtigt",
    notices="Hinweise",
    rules="Regeln {rules}, Fassung {version} der Quellen.",
    waiting="Die Berufe aus ESCO werden noch vorbereitet; bis dahin werden nur die Rollen der "
    "Artikel verglichen.",
    quote="„{text}“",
    source="{title}",
)

ENGLISH: Final = MatchTexts(
    language="en",
    title="Profile and roles",
    title_of_role="Profile and role: {role}",
    meaning="What the profile says is compared with what the (German) sources ask for. “Open” "
    "means that the profile says nothing about it. This is neither a grade nor a recommendation.",
    verdicts=MappingProxyType(
        {"met": "met", "partly": "partly met", "missing": "denied", "unknown": "open"}
    ),
    relations=MappingProxyType({"essential": "Required", "optional": "An advantage"}),
    counts=MappingProxyType(
        {
            "met": "{count} met",
            "partly": "{count} partly met",
            "missing": "{count} denied",
            "unknown": "{count} open",
        }
    ),
    near="{count} of them with something similar in the profile",
    held="Named in the profile as a job or an occupation learnt: “{quote}”",
    requirement="Requirement",
    verdict="Result",
    in_profile="In the profile",
    in_source="In the source",
    own_words="Your addition",
    reason="Reason",
    open_question="Open question",
    none_asked="The sources state no requirements for this role.",
    learn="What you could still learn or build up",
    prove="What you could still show",
    nothing_open="Nothing is open here.",
    steps="Career steps that lead there",
    no_steps="The sources state no career step to this role.",
    steps_on="Computed steps that lead on from here",
    computed="{first} → {second} (computed)",
    computed_rule="Computed, told by no source: counted are the essential skills that ESCO lists "
    "for both occupations; rare ones count more (rule {rule}). How long the step takes isn't "
    "known.",
    computed_shared="Essential for both ({count}): {labels}",
    computed_missing="To be added for the step ({count}): {labels}",
    computed_already="Of these your profile names already: {labels}",
    computed_none="No occupation of ESCO shares enough essential skills with this one.",
    not_computed="Nothing is computed here: shared skills can only be counted between occupations "
    "of ESCO, and this role is known from articles alone.",
    further="{labels} and {count} more",
    step="{first} → {second}",
    step_held="In your profile: “{quote}”",
    outside="Way in from outside",
    years="{span} years",
    year="{span} year",
    from_years="from {span} years",
    up_to_years="up to {span} years",
    pay="What the sources say about pay",
    no_pay="The sources state no pay for this role.",
    read="What was read from the profile",
    months_of_work="Work experience together: {months} months, overlaps counted once.",
    one_month_of_work="Work experience together: one month.",
    no_months_of_work="No periods of work experience were recognised.",
    removed="Taken out before comparing: {kinds}.",
    removed_kinds=MappingProxyType(
        {
            "name": "name",
            "address": "address",
            "contact": "contact details",
            "birth": "date of birth or age",
            "photo": "photo",
            "sex": "sex, gender or sexual identity",
            "nationality": "nationality or origin",
            "religion": "religion, belief, party or union",
            "family": "family or partnership",
            "health": "health or disability",
            "pay": "past or wished pay",
        }
    ),
    unread="Not understood and therefore not taken into account",
    notices="Notes",
    rules="Rules {rules}, version {version} of the sources.",
    waiting="ESCO's occupations are still being made ready; until then only the articles' roles "
    "are compared.",
    quote="“{text}”",
    source="{title}",
)

MATCH_TEXTS: Final[Mapping[Language, MatchTexts]] = MappingProxyType({"de": GERMAN, "en": ENGLISH})
