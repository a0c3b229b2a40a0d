"""The room "Profil prüfen": the form, the list of roles, one role's report. All as safe HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dialogue.language import Language
from bot.matching.answers import MAX_ANSWER_CHARACTERS
from bot.matching.deciding.table import RELATIONS, VERDICTS
from bot.matching.document import (
    by_verdict,
    computed_lead,
    computed_lines,
    computed_title,
    read_lines,
    steps_by_way,
)
from bot.matching.report import Decision, ProfileQuote
from bot.matching.results import Match, RoleMatch, quotes_own_words
from bot.matching.texts import MATCH_TEXTS, SIGNS, MatchTexts
from bot.web.parts.markup import escape, safe_link
from bot.web.parts.texts import TEXTS, Texts, readable_date
from bot.web.rooms.match_texts import ROOM_TEXTS, RoomTexts

MAX_TEXT_CHARACTERS = 100_000
ACCEPTED = ".pdf,.docx,.txt,.md,.json"
SCRIPTS = ("match.js",)
_LABELS = (
    "language",
    "checking",
    "updated",
    "nothing_given",
    "failed",
    "forgotten",
    "exported",
    "stopped",
)


def room(language: Language) -> str:
    """The empty room: what it does, the form, the place for results."""
    texts = ROOM_TEXTS[language]
    return (
        '<section class="match">'
        f"<h2>{escape(texts.title)}</h2><p>{escape(texts.lead)}</p>"
        '<form class="match-form" novalidate>'
        f'<div class="field"><label for="profil-datei">{escape(texts.file)}</label>'
        f'<input type="file" id="profil-datei" accept="{ACCEPTED}" '
        'aria-describedby="profil-datei-mehr">'
        f'<p class="hint" id="profil-datei-mehr">{escape(texts.file_hint)}</p></div>'
        f'<div class="field"><label for="profil-text">{escape(texts.text)}</label>'
        f'<textarea id="profil-text" rows="7" maxlength="{MAX_TEXT_CHARACTERS}" '
        f'autocomplete="off" placeholder="{escape(texts.text_placeholder)}"></textarea></div>'
        f'<p class="consent">{escape(texts.consent)}</p>'
        f'<div class="actions"><button type="submit" class="primary">{escape(texts.check)}'
        '</button><button type="button" class="quiet" data-action="forget" hidden>'
        f'{escape(texts.forget)}</button><button type="button" class="quiet" data-action="stop" '
        f"hidden>{escape(TEXTS[language].stop)}</button></div></form>"
        '<p class="match-status" role="status"></p>'
        '<div class="match-result"></div></section>'
    )


def labels(language: Language) -> dict[str, Any]:
    """What the room's script says, as plain JSON types."""
    return {name: getattr(ROOM_TEXTS[language], name) for name in _LABELS}


def ranking(match: Match) -> str:
    """The roles with their counts, each with a button that opens its report."""
    texts, words = ROOM_TEXTS[match.language], MATCH_TEXTS[match.language]
    items = "".join(_ranked(role, texts, words) for role in match.roles)
    body = f'<ol class="ranking">{items}</ol>' if items else f"<p>{escape(texts.no_roles)}</p>"
    waiting = f'<p class="note-calm">{escape(words.waiting)}</p>' if match.waiting else ""
    return (
        f'<h3 tabindex="-1">{escape(texts.ranking)}</h3><p>{escape(texts.ranking_lead)}</p>'
        f"{waiting}{body}{_read(match, texts, words)}{_notices(match, words)}"
    )


def report(match: Match, answers: Mapping[str, str]) -> str:
    """One role's requirements with the quotes of both sides, questions, and what comes next.

    Args:
        match: of one role.
        answers: those given so far, by the requirement's id.
    """
    texts, words, page = (
        ROOM_TEXTS[match.language],
        MATCH_TEXTS[match.language],
        TEXTS[match.language],
    )
    role = match.roles[0]
    buttons = "".join(
        f'<button type="button" class="quiet" data-export="{kind}">{escape(label)}</button>'
        for kind, label in (("pdf", texts.export_pdf), ("md", texts.export_markdown))
    )
    return (
        f'<div class="actions"><button type="button" class="quiet" data-action="back">'
        f"{escape(texts.back)}</button>{buttons}</div>"
        f'<h3 tabindex="-1" data-role="{escape(role.report.role)}">'
        f"{escape(role.report.role_name)}</h3>"
        f"<p>{escape(words.meaning)}</p>{_counts(role, texts, words)}{_held(role, words)}"
        f"{''.join(_table(role, r, match, answers, page) for r in RELATIONS)}"
        f"{_next(words.learn, role.ranked.to_learn, texts)}"
        f"{_next(words.prove, role.ranked.to_prove, texts)}"
        f"{_steps(role, words, page)}{_pay(role, words, page)}"
        f"{_read(match, texts, words)}{_notices(match, words)}"
    )


def _ranked(role: RoleMatch, texts: RoomTexts, words: MatchTexts) -> str:
    return (
        f"<li><h4>{escape(role.report.role_name)}</h4>{_counts(role, texts, words)}"
        f"{_held(role, words)}"
        f'<button type="button" class="quiet" data-role="{escape(role.report.role)}" '
        f'aria-label="{escape(f"{texts.show}: {role.report.role_name}")}">'
        f"{escape(texts.show)}</button></li>"
    )


def _counts(role: RoleMatch, texts: RoomTexts, words: MatchTexts) -> str:
    """The counts of both relations, the words beside the numbers."""
    rows = []
    named = {"essential": texts.required, "optional": texts.optional}
    for relation in RELATIONS:
        counts = role.report.counts[relation]
        if any(counts.values()):
            badges = "".join(
                f'<span class="badge {verdict}">'
                f"{escape(words.counts[verdict].format(count=counts[verdict]))}</span>"
                for verdict in VERDICTS
                if counts[verdict]
            )
            rows.append(f"<div><dt>{escape(named[relation])}</dt><dd>{badges}</dd></div>")
    if not rows:
        return f'<p class="hint">{escape(texts.none)}</p>'
    return f'<dl class="counts">{"".join(rows)}</dl>'


def _held(role: RoleMatch, words: MatchTexts) -> str:
    held = role.ranked.held
    return f'<p class="hint">{escape(words.held.format(quote=held.quote))}</p>' if held else ""


def _table(
    role: RoleMatch, relation: str, match: Match, answers: Mapping[str, str], page: Texts
) -> str:
    words, texts = MATCH_TEXTS[match.language], ROOM_TEXTS[match.language]
    decisions = by_verdict(role.report.decisions, relation)
    if not decisions:
        return ""
    heads = [words.requirement, words.verdict, words.in_profile, words.in_source]
    cells = "".join(f'<th role="columnheader" scope="col">{escape(head)}</th>' for head in heads)
    rows = "".join(_row(d, heads, match, answers, page) for d in decisions)
    name = f"{texts.table.format(role=role.report.role_name)}: {words.relations[relation]}"
    # A style that stacks the cells on a phone takes the meaning from table elements: the roles
    # give it back.
    return (
        f'<h4>{escape(words.relations[relation])}</h4><div class="sheet">'
        f'<table class="decisions" role="table" aria-label="{escape(name)}">'
        f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _row(
    decision: Decision, heads: Sequence[str], match: Match, answers: Mapping[str, str], page: Texts
) -> str:
    words = MATCH_TEXTS[match.language]
    verdict = (
        f'<span class="badge {decision.verdict}"><span aria-hidden="true">'
        f"{SIGNS[decision.verdict]}</span> {escape(words.verdicts[decision.verdict])}</span>"
        f'<span class="aside">{escape(decision.reason)}</span>'
    )
    quotes = "".join(_quoted(quote, match) for quote in decision.evidence)
    cells = [
        f'<span class="label" lang="de">{escape(decision.requirement["label"])}</span>',
        verdict,
        f"{quotes}{_question(decision, answers, ROOM_TEXTS[match.language])}",
        _cited(decision.requirement["citation"], page),
    ]
    inner = "".join(
        f'<td role="cell" data-label="{escape(head)}"{"" if cell else " class=open"}>'
        f"<div>{cell or '–'}</div></td>"
        for head, cell in zip(heads, cells, strict=True)
    )
    return f'<tr role="row">{inner}</tr>'


def _question(decision: Decision, answers: Mapping[str, str], texts: RoomTexts) -> str:
    """The open question with its answers; what was answered can be taken back."""
    key = decision.requirement["id"]
    given = answers.get(key, "")
    label = decision.requirement["label"]
    name = escape(key)
    back = ""
    if given:
        shown = {"yes": texts.yes, "no": texts.no}.get(given, given)
        back = (
            f'<p class="hint">{escape(texts.your_answer.format(answer=shown))} '
            f'<button type="button" class="link" data-answer="" data-requirement="{name}" '
            f'aria-label="{escape(f"{texts.withdraw}: {label}")}">{escape(texts.withdraw)}'
            "</button></p>"
        )
    if decision.question is None:
        return back
    buttons = "".join(
        f'<button type="button" class="quiet" data-answer="{value}" data-requirement="{name}" '
        f'aria-pressed="{"true" if given == value else "false"}" '
        f'aria-label="{escape(f"{said}: {label}")}">{escape(said)}</button>'
        for value, said in (("yes", texts.yes), ("no", texts.no))
    )
    own = "" if given in ("yes", "no") else given
    return (
        f'{back}<div class="question-open" role="group" aria-label="{escape(label)}">'
        f"<p>{escape(decision.question)}</p>"
        f'<div class="actions">{buttons}'
        f'<input type="text" data-free="{name}" maxlength="{MAX_ANSWER_CHARACTERS}" '
        f'autocomplete="off" value="{escape(own)}" placeholder="{escape(texts.free)}" '
        f'aria-label="{escape(f"{texts.free}: {label}")}">'
        f'<button type="button" class="quiet" data-take="{name}" '
        f'aria-label="{escape(f"{texts.take}: {label}")}">{escape(texts.take)}</button>'
        "</div></div>"
    )


def _quoted(quote: ProfileQuote, match: Match) -> str:
    words = MATCH_TEXTS[match.language]
    own = (
        f'<span class="aside">{escape(words.own_words)}</span>'
        if quotes_own_words(match, quote)
        else ""
    )
    return f"<p>{escape(words.quote.format(text=quote.quote))}</p>{own}"


def _cited(citation: Mapping[str, Any], page: Texts) -> str:
    source = citation["source"]
    about = ", ".join(
        part
        for part in (source["publisher"], readable_date(source["published"], page))
        if part and part != page.undated
    )
    target = safe_link(source["url"])
    title = escape(source["title"])
    if target:
        title = (
            f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer nofollow">'
            f'{title}<span class="visually-hidden"> ({escape(page.new_tab)})</span></a>'
        )
    return (
        f'<p lang="de">„{escape(citation["quote"])}“</p>'
        f'<span class="aside">{title}{escape(f", {about}") if about else ""}</span>'
    )


def _next(heading: str, decisions: Sequence[Decision], texts: RoomTexts) -> str:
    if not decisions:
        return ""
    named = {"essential": texts.required, "optional": texts.optional}
    items = "".join(
        f'<li><span lang="de">{escape(d.requirement["label"])}</span> '
        f'<span class="hint">({escape(named[d.requirement["relation"]])})</span></li>'
        for d in decisions
    )
    return f"<h4>{escape(heading)}</h4><ul>{items}</ul>"


def _steps(role: RoleMatch, words: MatchTexts, page: Texts) -> str:
    items = ""
    for line, steps in steps_by_way(role, words):
        held = next((step.held for step in steps if step.held), None)
        told = (
            f'<p class="hint">{escape(words.step_held.format(quote=held.quote))}</p>'
            if held
            else ""
        )
        cited = "".join(_cited(step.step["citation"], page) for step in steps)
        items += f"<li><strong>{escape(line)}</strong>{told}{cited}</li>"
    body = f'<ul class="told">{items}</ul>' if items else f"<p>{escape(words.no_steps)}</p>"
    return f"<h4>{escape(words.steps)}</h4>{body}{_computed(role, words)}"


def _computed(role: RoleMatch, words: MatchTexts) -> str:
    """Steps that no source states: dashed, and called computed in words."""
    leads_on = bool(role.computed and role.ranked.held)
    items = ""
    for step in role.computed or ():
        held = step.held if not leads_on else None
        lines = [words.step_held.format(quote=held.quote)] if held else []
        lines += computed_lines(step, words)
        told = "".join(f"<p>{escape(line)}</p>" for line in lines)
        items += f"<li><strong>{escape(computed_title(step, words))}</strong>{told}</li>"
    heading = f"<h4>{escape(words.steps_on)}</h4>" if leads_on else ""
    listed = f'<ul class="told computed">{items}</ul>' if items else ""
    return f'{heading}<p class="hint">{escape(computed_lead(role, words))}</p>{listed}'


def _pay(role: RoleMatch, words: MatchTexts, page: Texts) -> str:
    items = "".join(
        f"<li><strong>{escape(stated.amount)}</strong>"
        f'<p class="hint">{escape(stated.about)}</p>{_cited(stated.figure["citation"], page)}</li>'
        for stated in role.pay
    )
    body = f'<ul class="told">{items}</ul>' if items else f"<p>{escape(words.no_pay)}</p>"
    return f"<h4>{escape(words.pay)}</h4>{body}"


def _read(match: Match, texts: RoomTexts, words: MatchTexts) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in read_lines(match, words))
    unread = "".join(f"<li>{escape(quote.quote)}</li>" for quote in match.unread)
    if unread:
        lines += f"<p>{escape(words.unread)}:</p><ul>{unread}</ul>"
    return f'<details class="read"><summary>{escape(texts.more_read)}</summary>{lines}</details>'


def _notices(match: Match, words: MatchTexts) -> str:
    return "".join(f'<p class="hint">{escape(notice)}</p>' for notice in match.notices)
