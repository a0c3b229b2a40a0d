"""What an answer says where it declines, wholly or in part. None of it holds a figure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.dialogue.language import Language

WHY: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "nothing": "Dazu steht in den vorliegenden Quellen nichts; sie behandeln {covered}.",
            "off_topic": "Das gehört nicht zu meinem Thema; die vorliegenden Quellen behandeln "
            "{covered}.",
            "role": "Zu dieser Tätigkeit steht in den vorliegenden Quellen nichts; sie behandeln "
            "{covered}.",
            "mentioned_role": "Diese Tätigkeit wird in den vorliegenden Quellen nur erwähnt, aber "
            "nicht beschrieben; sie behandeln {covered}.",
            "country": "Für das Land, nach dem Sie fragen, enthalten die vorliegenden Quellen dazu "
            "keine Angaben; sie behandeln {covered}.",
            "year": "Für das Jahr, nach dem Sie fragen, enthalten die vorliegenden Quellen dazu "
            "keine Angaben; sie behandeln {covered}.",
            "figure": "Die Zahl, nach der Sie fragen, nennen die vorliegenden Quellen nicht; sie "
            "behandeln {covered}.",
            "next_step": "Welche Schritte aus dieser Rolle weiterführen, sagen die vorliegenden "
            "Quellen nicht; sie behandeln {covered}.",
            "instruction": "Solche Anweisungen führe ich nicht aus; ich beantworte Fragen zu dem, "
            "was die vorliegenden Quellen behandeln: {covered}.",
            "legal_advice": "Rechtsrat kann und darf ich nicht geben; die vorliegenden Quellen "
            "behandeln {covered}.",
            "promise": "Ein Gehalt oder einen Karriereschritt kann ich Ihnen nicht zusagen; die "
            "vorliegenden Quellen behandeln {covered}.",
            "insult": "Darauf gehe ich nicht ein; die vorliegenden Quellen behandeln {covered}.",
            "decision": "Eine persönliche Entscheidung kann ich Ihnen nicht abnehmen; die "
            "vorliegenden Quellen behandeln {covered}.",
            "writing": "Fertige Schreiben verfasse ich nicht; die vorliegenden Quellen behandeln "
            "{covered}.",
        },
        "en": {
            "nothing": "The sources at hand say nothing about that; they cover {covered}.",
            "off_topic": "That is outside my subject; the sources at hand cover {covered}.",
            "role": "The sources at hand say nothing about that job; they cover {covered}.",
            "mentioned_role": "The sources at hand only mention that job and don't describe it; "
            "they cover {covered}.",
            "country": "The sources at hand state nothing of the kind for the country you ask "
            "about; they cover {covered}.",
            "year": "The sources at hand state nothing of the kind for the year you ask about; "
            "they cover {covered}.",
            "figure": "The sources at hand don't give the number you ask for; they cover "
            "{covered}.",
            "next_step": "The sources at hand don't say which steps lead on from this role; they "
            "cover {covered}.",
            "instruction": "I don't carry out such instructions; I answer questions about what "
            "the sources at hand cover: {covered}.",
            "legal_advice": "I can't give legal advice; the sources at hand cover {covered}.",
            "promise": "I can't promise you any pay or career step; the sources at hand cover "
            "{covered}.",
            "insult": "I won't go into that; the sources at hand cover {covered}.",
            "decision": "I can't take a personal decision for you; the sources at hand cover "
            "{covered}.",
            "writing": "I don't write finished letters; the sources at hand cover {covered}.",
        },
    }
)
"""Why an answer is declined, by what is lacking."""

WHY_NAMED: Final[Mapping[Language, Mapping[str, str]]] = MappingProxyType(
    {
        "de": {
            "nothing": "Zu {named} steht in den vorliegenden Quellen nichts; sie behandeln "
            "{covered}.",
            "role": "Zur Tätigkeit {named} steht in den vorliegenden Quellen nichts; sie "
            "behandeln {covered}.",
            "mentioned_role": "Die Tätigkeit {named} wird in den vorliegenden Quellen nur "
            "erwähnt, aber nicht beschrieben; sie behandeln {covered}.",
        },
        "en": {
            "nothing": "The sources at hand say nothing about {named}; they cover {covered}.",
            "role": "The sources at hand say nothing about the job {named}; they cover {covered}.",
            "mentioned_role": "The sources at hand only mention the job {named} and don't "
            "describe it; they cover {covered}.",
        },
    }
)
"""The same where the asker's own words can say what is lacking."""

QUOTED: Final[Mapping[Language, str]] = MappingProxyType({"de": "„{word}“", "en": "“{word}”"})

MISSING: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Zu {named} sagen die Quellen nichts.",
        "en": "The sources say nothing about {named}.",
    }
)
"""What a half-covered question doesn't get."""

MISSING_PART: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Zu einem Teil Ihrer Frage sagen die Quellen nichts.",
        "en": "The sources say nothing about one part of your question.",
    }
)
"""The same where the asker's words hold figures, which an answer of ours must not repeat."""
