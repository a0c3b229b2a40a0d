"""What stands around an answer about occupations: which ones are meant, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answering import texts as common
from bot.answering.covering.coverage import Gap
from bot.answering.covering.texts import QUOTED
from bot.answering.draft import escape
from bot.answering.grounding import can_be_named
from bot.answering.occupations import texts
from bot.answering.occupations.answer import NEVER_TOLD
from bot.answering.occupations.titles import MOST_OTHERS, Resolved
from bot.answering.scopes import Scopes
from bot.dialogue import Question, role_names
from bot.dialogue.language import Language, language_or_none
from bot.domain import Answer, Intent
from bot.knowledge.esco.english import german_of
from bot.knowledge.esco.notice import ADAPTED, NOTICE
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.title_words import title_words

_ASKED_NEXT: tuple[Intent, ...] = ("duties", "qualifications", "career")
MOST_SUGGESTED = 3


def framed(
    answer: Answer, question: Question, resolved: Sequence[Resolved], scopes: Scopes
) -> Answer:
    """The answer with what its titles were taken for, and questions about these occupations."""
    notes = list(_notes(question, resolved, scopes))
    text = "\n\n".join((*notes, answer.text)) if answer.status == "answered" else answer.text
    occupations = scopes.occupations_of(question.roles)
    return replace(
        answer, text=text, suggestions=suggested(question, occupations, scopes.catalogue)
    )


def in_its_language(question: Question, catalogue: RoleCatalogue) -> Question:
    """A question that tells its language by nothing but the titles in it: "baker vs butcher"."""
    if language_or_none(question.standalone) is not None:
        return question
    typed = [
        question.standalone[n.start : n.end] for n in role_names(question.standalone, catalogue)
    ]
    is_english = typed and all(one.lower() in german_of() for one in typed)
    return replace(question, language="en") if is_english else question


def _notes(question: Question, resolved: Sequence[Resolved], scopes: Scopes) -> Iterator[str]:
    """For each title that isn't an occupation's own: what it is taken for, and what else it is."""
    known = scopes.catalogue.occupations
    language = question.language
    meant = {r.role_id: (r.typed, r.others) for r in resolved}
    for name in role_names(question.standalone, scopes.catalogue):
        if name.role_id is not None and name.role_id in known:
            typed = question.standalone[name.start : name.end]
            meant.setdefault(name.role_id, (typed, known.others_called(typed)))
    for role_id in scopes.occupations_of(question.roles):
        typed, others = meant.get(role_id, ("", ()))
        label = known.labels(role_id)[0]
        if (
            not typed
            or title_words(typed) == title_words(label)
            or not (can_be_named(typed) and can_be_named(label))
        ):
            continue
        note = texts.MEANT[language].format(typed=escape(typed), label=escape(label))
        labels = [known.labels(other)[0] for other in others]
        named = [_quoted(one, language) for one in labels if can_be_named(one)][:MOST_OTHERS]
        if named:
            note += " " + texts.OTHERS[language].format(others=", ".join(named))
        yield note


def declined(question: Question, gap: Gap, resolved: Sequence[Resolved], scopes: Scopes) -> Answer:
    """One sentence: nothing is known of that; what is known of the occupation; what to ask."""
    catalogue = scopes.catalogue
    language = question.language
    labels = [catalogue.get(role).preferred_label for role in question.roles]
    roles = f" {common.AND[language]} ".join(
        _quoted(one, language) for one in labels if can_be_named(one)
    )
    named = " ".join(word for word in gap.named if can_be_named(word))
    if gap.lack in ("role", "mentioned_role") and named:
        text = texts.NO_SUCH_ROLE[language].format(named=_quoted(named, language))
    elif named:
        text = texts.NOT_TOLD_OF[language].format(topic=_quoted(named, language), roles=roles)
    elif question.intent in NEVER_TOLD:
        topic = common.TOPIC_NAMES[language][question.intent]
        text = texts.NOT_TOLD_OF[language].format(topic=topic, roles=roles)
    else:
        text = texts.NOT_TOLD[language].format(roles=roles)
    whole = "\n\n".join((*_notes(question, resolved, scopes), text))
    return _not_told(question, whole, suggested(question, question.roles, catalogue))


def of_no_level(answer: Answer, question: Question, level: str) -> Answer:
    """An answer about an occupation, given for a question about a level of it."""
    text = answer.text
    if answer.status == "answered" and can_be_named(level):
        note = texts.NO_LEVELS[question.language].format(level=escape(level))
        text = f"{note}\n\n{text}"
    return replace(answer, text=text, standalone_question=question.standalone)


def which_kind(question: Question, typed: str, kinds: Sequence[str]) -> Answer | None:
    """Asks back where a title names no occupation but several are kinds of it.

    Args:
        question: what was asked.
        typed: the title.
        kinds: names of occupations.

    Returns:
        None where there are none, or none of them could be told of either.
    """
    language = question.language
    labels = [name for name in kinds if can_be_named(name)]
    if not labels or not can_be_named(typed) or question.intent in NEVER_TOLD:
        return None
    named = ", ".join(_quoted(label, language) for label in labels)
    intent = question.intent if question.intent in texts.SUGGESTIONS[language] else "duties"
    made = texts.SUGGESTIONS[language]["duties" if intent == "comparison" else intent]
    text = texts.WHICH_KIND[language].format(typed=_quoted(typed, language), named=named)
    asked_next = tuple(made.format(role=label) for label in labels[:MOST_SUGGESTED])
    return _not_told(question, text, asked_next)


def _not_told(question: Question, text: str, asked_next: tuple[str, ...]) -> Answer:
    return Answer(
        question=question.original,
        standalone_question=question.standalone,
        status="declined",
        reason="not_in_sources",
        intent=question.intent,
        text=text,
        suggestions=asked_next,
        warnings=(NOTICE, ADAPTED[question.language]),
    )


def _quoted(name: str, language: Language) -> str:
    return QUOTED[language].format(word=escape(name))


def suggested(
    question: Question, occupations: Sequence[str], catalogue: RoleCatalogue
) -> tuple[str, ...]:
    """Up to three questions about the occupation that the classification answers."""
    if not occupations:
        return ()
    label = catalogue.get(occupations[0]).preferred_label
    made = texts.SUGGESTIONS[question.language]
    return tuple(made[i].format(role=label) for i in _ASKED_NEXT if i != question.intent)
