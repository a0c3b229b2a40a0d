"""A question with its history becomes one that stands alone, read into all that it asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.entering import asks_to_enter
from bot.dialogue.follow_ups import MAX_HISTORY_MESSAGES, stand_alone
from bot.dialogue.intents import has_topic, intent_of, is_sure, ruled_out, seeks_role
from bot.dialogue.kinds import asked_part, counted_in, kind_of, wants_figure
from bot.dialogue.language import language_of, language_or_none
from bot.dialogue.levels import level_in
from bot.dialogue.meaning import Meaning, weighed, without_roles
from bot.dialogue.names import RoleName, role_names
from bot.dialogue.parts import parts_of
from bot.dialogue.places import branch_in, country_of, year_in
from bot.dialogue.premises import premise_of
from bot.dialogue.question import Question, clean
from bot.dialogue.requests import request_of
from bot.domain import Message
from bot.german import focus_words, stem
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import folded_phrase, is_bare

_BOTH = re.compile(r"\b(?:beide\w*|both)\b")


def understand(
    text: str,
    history: Sequence[Message],
    catalogue: RoleCatalogue,
    meaning: Meaning | None = None,
) -> Question:
    """Reads a question. Never fails, whatever was typed.

    Args:
        text: the question; cut at ``MAX_QUESTION_CHARACTERS``.
        history: earlier messages, oldest first; untrusted, used only to find what the visitor
            asked about before.
        catalogue: the roles that the corpus covers.
        meaning: how near a question is to each intent by its meaning, asked only where words
            tell nothing or little; without it words alone decide.
    """
    original = clean(text)
    standalone = stand_alone(original, history[-MAX_HISTORY_MESSAGES:], catalogue)
    names = role_names(standalone, catalogue)
    roles = _roles(standalone, names, catalogue)
    asked = asked_part(standalone)
    focus = _focus(asked, catalogue)
    kind = kind_of(asked)
    figure = wants_figure(asked)
    asked_names = role_names(asked, catalogue)
    unknown = _unknown(standalone, names, asked, asked_names)
    named = len(roles) + len(unknown)
    if not named and not focus:  # "Mein Drucker streikt. Was kann ich tun?"
        focus = _focus(standalone, catalogue)
    plain = not focus and not figure
    intent = intent_of(asked, named, plain=plain)
    enters = bool(roles) and asks_to_enter(asked, asked_names)
    # What somebody tells of themselves counts as well.
    if not enters and (intent in ("other", "matching") or not has_topic(asked)):
        intent = intent_of(standalone, named, plain=plain)
        focus = _focus(standalone, catalogue)
    sought = intent in ("qualifications", "other", "duties") and seeks_role(standalone, names)
    if sought:
        intent = "company"
    elif not plain and not is_sure(standalone, intent, named):
        if not named and intent == "duties":  # "How do I bake bread?"
            intent = "other"
        elif meaning and roles:
            likeness = meaning(without_roles(standalone, names))
            intent = weighed(intent, likeness, ruled_out(standalone, names))
    if enters and intent in ("duties", "other"):
        intent = "career"
    year = year_in(standalone)
    request = request_of(original)
    if request == "information":  # "Und als KAM?" after a plea for advice is one, too
        request = request_of(standalone)
    return Question(
        original=original,
        standalone=standalone,
        intent=intent,
        roles=roles,
        seniority=level_in(_without_foreign(standalone, names)),
        focus=focus,
        wants_figure=figure,
        counted=counted_in(standalone),
        language=language_or_none(original) or language_of(standalone),
        country=country_of(standalone),
        year=int(year.group()) if year else None,
        branch=branch_in(standalone),
        kind=kind,
        unknown_roles=unknown,
        request=request,
        parts=parts_of(standalone, catalogue) if request == "information" else (),
        premise=premise_of(standalone, kind, intent, names, _name_words(catalogue)),
        enters=enters,
    )


def _roles(text: str, names: Sequence[RoleName], catalogue: RoleCatalogue) -> tuple[str, ...]:
    roles = tuple(dict.fromkeys(name.role_id for name in names if name.role_id is not None))
    if not roles and len(names) == 0 and _BOTH.search(folded_phrase(text)):
        return tuple(role.id for role in catalogue.roles)
    return roles


def _unknown(
    text: str, names: Sequence[RoleName], asked: str, asked_names: Sequence[RoleName]
) -> tuple[str, ...]:
    """Titles that the catalogue lacks; what somebody says they are only where no role is asked."""
    named = [(asked[n.start : n.end], n.role_id) for n in asked_names]
    if not any(role_id for _, role_id in named):
        named = [(text[n.start : n.end], n.role_id) for n in names]
    return tuple(dict.fromkeys(title for title, role_id in named if role_id is None))


def _without_occupations(text: str, catalogue: RoleCatalogue) -> str:
    """``text`` without the names of a classification's occupations.

    Only what is named here goes: a word that any of thousands is called by may well be what a
    question is particular about.
    """
    if catalogue.occupations:
        for name in reversed(role_names(text, catalogue)):
            if name.role_id in catalogue.occupations:
                text = f"{text[: name.start]} {text[name.end :]}"
    return text


def _without_foreign(text: str, names: Sequence[RoleName]) -> str:
    """``text`` without titles that hold a level of their own: "Head of Sales"."""
    for name in reversed(names):
        if name.role_id is None:
            text = f"{text[: name.start]} {text[name.end :]}"
    return text


def _name_words(catalogue: RoleCatalogue) -> frozenset[str]:
    """Folded words that stand in names of roles, the short forms too."""
    labels = (
        label for role in catalogue.roles for label in (role.preferred_label, *role.alt_labels)
    )
    shorts = (short.lower() for role in catalogue.roles for short in role.abbreviations)
    found = {word for label in labels for word in focus_words(label)}
    return frozenset((*found, *(f"{word}s" for word in found), *shorts))


def _focus(text: str, catalogue: RoleCatalogue) -> tuple[str, ...]:
    names = catalogue.name_stems()
    short = {
        form
        for role in catalogue.roles
        for s in role.abbreviations
        for form in (s.lower(), f"{s.lower()}s")
    }
    return tuple(
        dict.fromkeys(
            word
            for word in focus_words(_without_occupations(text, catalogue))
            if stem(word) not in names and word not in short and not is_bare(word)
        )
    )
