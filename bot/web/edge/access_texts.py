"""What people read who may not, or not so often, in German and English."""

from __future__ import annotations

from typing import Final

from bot.web.edge.language import Said

NEEDED: Final = Said(
    "Dafür braucht es einen gültigen Schlüssel oder ein Token: Authorization: Bearer …",
    "This needs a valid key or token: Authorization: Bearer …",
)
NOT_GOOD: Final = Said(
    "Dieser Schlüssel oder dieses Token gilt nicht oder nicht mehr.",
    "This key or token is not valid, or no longer.",
)
NOT_OPENED: Final = Said(
    "Dieser Schlüssel oder dieses Token öffnet das nicht; nötig ist der Zugriffsbereich {scope}.",
    "This key or token does not open this; it needs the scope {scope}.",
)
TOO_OFTEN: Final = Said(
    "Das waren zu viele Anfragen in kurzer Zeit. Bitte versuchen Sie es in {wait} wieder.",
    "These were too many requests in a short time. Please try again in {wait}.",
)
SECOND: Final = Said("einer Sekunde", "one second")
SECONDS: Final = Said("{count} Sekunden", "{count} seconds")
MINUTES: Final = Said("{count} Minuten", "{count} minutes")
KEY_ONLY: Final = Said(
    "Tokens gibt es nur für den Schlüssel eines Portals.",
    "Tokens are given for a portal's key only.",
)
NO_KEY: Final = Said(
    "Bitte melden Sie sich mit Ihrem Schlüssel an.", "Please sign in with your key."
)
WRONG_KEY: Final = Said(
    "Dieser Schlüssel ist nicht bekannt oder wurde widerrufen.",
    "This key is unknown or was revoked.",
)
TOO_MANY_KEYS: Final = Said(
    "Zu viele falsche Schlüssel. Bitte versuchen Sie es in {seconds} Sekunden wieder.",
    "Too many wrong keys. Please try again in {seconds} seconds.",
)
FOREIGN_PAGE: Final = Said(
    "Diese Anfrage kommt von einer anderen Seite und wird nicht ausgeführt.",
    "This request comes from another page and is not carried out.",
)
CLOSED_TITLE: Final = Said("Hier ist geschlossen", "This page is closed")
CLOSED: Final = Said(
    "Diese Seite steht nicht allen offen. Die Auskunft finden Sie auf den Seiten der Portale, die "
    "sie anbieten.",
    "This page is not open to everybody. You find the service on the pages of the portals that "
    "offer it.",
)
RECRUITERS: Final = Said(
    "Für prüfende Personen: Anmelden über {provider}", "For reviewers: sign in through {provider}"
)
LOGIN_OFF: Final = Said(
    "Eine Anmeldung über einen Anbieter ist hier nicht eingerichtet.",
    "Signing in through a provider is not set up here.",
)
LOGIN_FAILED_TITLE: Final = Said("Die Anmeldung ist nicht gelungen", "Signing in failed")
PROVIDER_DOWN: Final = Said(
    "Der Anbieter der Anmeldung ist gerade nicht zu erreichen. Bitte versuchen Sie es später noch "
    "einmal.",
    "The sign-in provider cannot be reached at the moment. Please try again later.",
)
PROVIDER_DOWN_TAKE_KEY: Final = Said(
    "Der Anbieter der Anmeldung ist gerade nicht zu erreichen. Bitte versuchen Sie es später noch "
    "einmal, oder melden Sie sich mit Ihrem Schlüssel an.",
    "The sign-in provider cannot be reached at the moment. Please try again later, or sign in with "
    "your key.",
)
LOGIN_REFUSED: Final = Said(
    "Diese Anmeldung gehört zu keiner Person, die hier prüfen darf.",
    "This sign-in belongs to nobody who may review here.",
)
LOGIN_BROKEN: Final = Said(
    "Die Anmeldung passt nicht zu dieser Sitzung oder hat zu lange gedauert. Bitte beginnen Sie "
    "noch einmal.",
    "The sign-in does not belong to this session, or took too long. Please begin again.",
)
BACK: Final = Said("Zurück zur Auswahl", "Back to the screening room")
