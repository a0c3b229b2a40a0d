"""What problem objects say, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.web.edge.language import Said

INVALID: Final = Said(
    "Die Anfrage passt nicht zum Schema.", "The request does not match the schema."
)
NOTHING_HERE: Final = Said("Unter {path} gibt es nichts.", "There is nothing at {path}.")
OTHER_VERSION: Final = Said(
    "Diese Fassung der Schnittstelle gibt es nicht; die einzige steht unter /api/v1.",
    "There is no such version of the interface; the only one is at /api/v1.",
)
OTHER_METHOD: Final = Said(
    "Diese Adresse kennt die Methode {method} nicht, nur: {allowed}.",
    "This address does not know the method {method}, only: {allowed}.",
)
NO_SOURCE: Final = Said(
    "Eine Quelle mit dieser Kennung gibt es nicht.", "There is no source with this id."
)
NO_ROLE: Final = Said(
    "Eine Rolle mit dieser Kennung gibt es nicht.", "There is no role with this id."
)
NO_PLACE: Final = Said("Diese Stelle hat die Quelle nicht.", "The source has no such place.")
QUOTE_CHANGED: Final = Said(
    "Die Quelle hat sich inzwischen geändert. Bitte rufen Sie die Angaben noch einmal auf.",
    "The source has changed in the meantime. Please load what it says again.",
)
NO_QUESTION: Final = Said(
    "Die letzte Nachricht muss eine Frage mit der Rolle „user“ sein.",
    "The last message must be a question with the role “user”.",
)
LONG_QUESTION: Final = Said(
    "Die Frage ist {length} Zeichen lang; gelesen werden höchstens {limit}.",
    "The question has {length} characters; at most {limit} are read.",
)
NO_PROFILE: Final = Said(
    "Es fehlt ein Profil: eine Datei oder ein Text.", "A profile is missing: a file or a text."
)
UNEXPECTED: Final = Said(
    "Hier ist etwas schiefgegangen; es ist vermerkt.",
    "Something went wrong here; it has been noted.",
)
FOREIGN_ORIGIN: Final = Said(
    "Von dieser Seite aus darf die Schnittstelle nicht aufgerufen werden.",
    "This page may not call the interface.",
)
ONLY_GERMAN: Final = "The reason is known in German only: {german}"
"""In English, for what has no English form; no reason that a visitor can meet is like that."""

TOO_LARGE: Final = Said(
    "Die Anfrage ist größer als {limit} MB.", "The request is larger than {limit} MB."
)
READ_AS: Final = Said("Gelesen wird: {kinds}.", "What is read: {kinds}.")
NO_JSON: Final = Said("Der Inhalt ist kein JSON.", "The content is not JSON.")
ANSWERS_NO_JSON: Final = Said("Die Antworten sind kein JSON.", "The answers are not JSON.")
BROKEN_FORM: Final = Said(
    "Das Formular ist unvollständig oder zu groß.", "The form is incomplete or too large."
)
NO_ROLE_NAMED: Final = Said(
    "Es fehlt die Rolle, zu der die Unterlagen geprüft werden.",
    "The role is missing that the documents are checked against.",
)
OTHER_FILES: Final = Said(
    "Dokumente heißen im Formular „files“.", "Documents are called “files” in the form."
)
OTHER_LANGUAGE: Final = Said(
    "Möglich sind die Sprachen „de“ und „en“.", "The languages “de” and “en” are possible."
)
BAD_KEY: Final = Said(
    "Ein Idempotency-Key hat 1 bis {limit} sichtbare ASCII-Zeichen.",
    "An Idempotency-Key has 1 to {limit} visible ASCII characters.",
)

_TEXT: Final = Said("Erwartet wird Text.", "Text is expected.")
_WHOLE: Final = Said("Erwartet wird eine ganze Zahl.", "A whole number is expected.")
_NUMBER: Final = Said("Erwartet wird eine Zahl.", "A number is expected.")
_YES_OR_NO: Final = Said("Erwartet wird true oder false.", "true or false is expected.")
_LIST: Final = Said("Erwartet wird eine Liste.", "A list is expected.")
_OBJECT: Final = Said("Erwartet wird ein Objekt.", "An object is expected.")
_CHOICE: Final = Said(
    "Möglich ist nur eins von: {expected}.", "Only one of these is possible: {expected}."
)
_DATE: Final = Said(
    "Erwartet wird ein Datum wie 2026-01-31.", "A date like 2026-01-31 is expected."
)

OTHER_ERROR: Final = Said("Dieser Wert passt hier nicht.", "This value does not fit here.")

FIELD_ERRORS: Final[Mapping[str, Said]] = MappingProxyType(
    {
        "missing": Said("Diese Angabe fehlt.", "This is missing."),
        "extra_forbidden": Said("Diese Angabe gibt es hier nicht.", "This is not known here."),
        "json_invalid": NO_JSON,
        "string_type": _TEXT,
        "string_unicode": _TEXT,
        "string_too_short": Said(
            "Der Text ist zu kurz; mindestens: {min_length} Zeichen.",
            "The text is too short; at least: {min_length} characters.",
        ),
        "string_too_long": Said(
            "Der Text ist zu lang; höchstens: {max_length} Zeichen.",
            "The text is too long; at most: {max_length} characters.",
        ),
        "string_pattern_mismatch": Said(
            "Der Text hat nicht die erwartete Form.", "The text does not have the expected form."
        ),
        "too_short": Said(
            "Es sind zu wenige Einträge; mindestens: {min_length}.",
            "There are too few entries; at least: {min_length}.",
        ),
        "too_long": Said(
            "Es sind zu viele Einträge; höchstens: {max_length}.",
            "There are too many entries; at most: {max_length}.",
        ),
        "literal_error": _CHOICE,
        "enum": _CHOICE,
        "int_type": _WHOLE,
        "int_parsing": _WHOLE,
        "int_parsing_size": _WHOLE,
        "int_from_float": _WHOLE,
        "float_type": _NUMBER,
        "float_parsing": _NUMBER,
        "finite_number": _NUMBER,
        "bool_type": _YES_OR_NO,
        "bool_parsing": _YES_OR_NO,
        "greater_than": Said("Mehr als {gt} ist nötig.", "More than {gt} is needed."),
        "greater_than_equal": Said("Mindestens {ge} ist nötig.", "At least {ge} is needed."),
        "less_than": Said("Möglich ist nur weniger als {lt}.", "Only less than {lt} is possible."),
        "less_than_equal": Said("Möglich ist höchstens {le}.", "At most {le} is possible."),
        "list_type": _LIST,
        "tuple_type": _LIST,
        "dict_type": _OBJECT,
        "model_type": _OBJECT,
        "model_attributes_type": _OBJECT,
        "date_type": _DATE,
        "date_parsing": _DATE,
        "date_from_datetime_parsing": _DATE,
        "uuid_parsing": Said("Erwartet wird eine UUID.", "A UUID is expected."),
        "uuid_type": Said("Erwartet wird eine UUID.", "A UUID is expected."),
    }
)
"""By pydantic's type of error; ``{…}`` are of its context."""
