"""What answers that are lists have in common: whose, how they open, what narrows nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.answering.context import Context
from bot.answering.draft import Draft, escape
from bot.answering.evidence import Evidence
from bot.answering.list_texts import ListTexts
from bot.answering.listing.themes import Theme
from bot.answering.listing.told import Told, told_by
from bot.domain import Intent
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.topics import is_bare, topics_of

MOST_ROLES = 4

_FILLER = re.compile(
    r"tag\w*|ganz\w*|alltag\w*|job\w*|beruf\w*|taglich\w*|laut|artikel\w*|quellen?|uberblick|"
    r"liste?n?|punkt\w*|kurz\w*|alles?|konkret\w*|hauptsachlich\w*|main|list|day|key|short\w*|"
    r"lieben?|langen?|gute[rsnm]?|good|great|ideale?[rsnm]?|perfekte?[rsnm]?|ideal|perfect|"
    r"bring|brings|mitbring\w*|bringt|bewerber\w*|kandidat\w*|applicants?|candidates?|"
    r"stellen(?:anzeige|ausschreibung|profil)\w*|jobanzeige\w*|inserate?\w*|(?:hinein|rein)?schreiben|"
    r"woran|erkenn\w*|aus(?:zeichn|mach)\w*|zeichnet|aus|recogni[sz]e|spot|"
    r"(?:ab|uber)?prufen|achten|testen|stellen?|machs?|mache|should|would|could|must|ubernimmt|"
    r"ubernehm\w*|\w"
)
# Among requirements, and yet a matter of its own.
_APPLYING = re.compile(r"bewerb|pflicht|talent")


def asked_profiles(context: Context) -> list[RoleProfile]:
    """Profiles of the roles asked about, in order; without a role, of the few there are."""
    asked = context.question.roles
    if not asked and len(context.profiles) <= MOST_ROLES:
        asked = tuple(context.profiles)
    return [context.profiles[role] for role in asked if role in context.profiles]


def write_themes(draft: Draft, themes: Sequence[Theme]) -> None:
    """One list item a theme: a quote, its marker, and those of the sources that say it too."""
    for theme in themes:
        spans = [theme.told.span, *(told.span for told in theme.also)]
        quote = draft.cite(theme.told.span).quote
        draft.lines.append(f"- {escape(quote)} {draft.marker(*spans)}")


def under_heading(
    context: Context, profile: RoleProfile, heads: Callable[[str], bool], *, own_words: bool = False
) -> list[Told]:
    """Sentences about the role below a heading that says what is asked for.

    With ``own_words`` those too that say it themselves, among requirements.
    """
    return told_by(
        context,
        (
            s.evidence
            for s in context.scored
            if profile.role.id in s.evidence.roles
            and not s.evidence.states_pay
            and (heads(s.evidence.section or "") or (own_words and _asks(s.evidence, heads)))
        ),
    )


def _asks(evidence: Evidence, heads: Callable[[str], bool]) -> bool:
    return evidence.section_topics[:1] == ("qualifications",) and heads(evidence.quote)


def opening_line(
    template: str, profile: RoleProfile, themes: Sequence[Theme], texts: ListTexts
) -> str:
    """The first sentence of a list, which says where several sources agree that they do."""
    sentence = template.format(role=escape(profile.role.preferred_label))
    several = any(theme.sources > 1 for theme in themes)
    return f"{sentence[:-1]}. {texts.several_first}" if several else sentence


def adds_nothing(word: str, intent: Intent) -> bool:
    """Whether a folded word of a question of that intent narrows nothing."""
    if is_bare(word) or _FILLER.fullmatch(word):
        return True
    return intent in topics_of(word) and not _APPLYING.search(word)
