"""The recruiters' room: its frame as safe HTML, and the words that its script shows.

What is kept of applications reaches the page as JSON and is put into it as text, by scripts that
know no HTML, so that a document can't bring markup; of a table with hundreds of lines a review
changes one, in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from bot.access.login import Login
from bot.dialogue.language import Language
from bot.matching.texts import SIGNS
from bot.screening.adverts.check import MAX_CHARACTERS
from bot.screening.checks import MAX_REASON
from bot.screening.exports import FORMATS
from bot.screening.exports.texts import texts_of
from bot.screening.screenings import MAX_DOCUMENTS
from bot.web.edge.guard import MAX_SCREENING_BYTES
from bot.web.parts.markup import escape
from bot.web.parts.texts import TEXTS
from bot.web.rooms.match_page import ACCEPTED
from bot.web.rooms.review_texts import REVIEW_TEXTS
from bot.web.rooms.screening_texts import SCREENING_TEXTS, ScreeningTexts

SCRIPTS = ("screening_parts.js", "screening_view.js", "screening.js", "screening_table.js")
"""In this order they are the body of one function."""

_MEGABYTES = MAX_SCREENING_BYTES // 1_000_000
_ROLE_CHARACTERS = 300
_KEY_CHARACTERS = 200


def room(language: Language, login: Login | None = None) -> str:
    """The empty room: signing in, what is kept, a new screening, a job advert.

    Args:
        language: of its words.
        login: the provider that recruiters may sign in through.
    """
    texts = SCREENING_TEXTS[language]
    return (
        '<section class="match screening">'
        f'<h2 tabindex="-1">{escape(texts.title)}</h2><p>{escape(texts.lead)}</p>'
        f'<p class="note-calm">{escape(texts.decides_nothing)}</p>'
        f'<div class="who" hidden><p></p>{_button("sign-out", texts.sign_out)}</div>'
        '<p class="match-status" role="status"></p>'
        f'<div class="home">{_sign_in(texts, login)}'
        f'<div class="signed" hidden>{_kept(texts)}{_start(texts)}</div>{_advert(texts)}</div>'
        '<div class="match-result report"></div>'
        f"{_dialogs()}</section>"
    )


def labels(language: Language) -> dict[str, Any]:
    """What the script says and needs to know, as plain JSON types."""
    named = {
        field.name: getattr(texts, field.name)
        for texts in (SCREENING_TEXTS[language], REVIEW_TEXTS[language])
        for field in fields(texts)
    }
    words = texts_of(language)
    return {
        **{key: dict(v) if isinstance(v, Mapping) else v for key, v in named.items()},
        "order": words.order,
        "verdicts": dict(words.verdicts),
        "signs": dict(SIGNS),
        "formats": list(FORMATS),
        "most_files": MAX_DOCUMENTS,
        "most_megabytes": _MEGABYTES,
        "most_reason": MAX_REASON,
    }


def _sign_in(texts: ScreeningTexts, login: Login | None) -> str:
    # Nothing in it has a name: were the script missing, a sent form would hold no key.
    return (
        '<form class="match-form sign-in" method="post" novalidate hidden>'
        f"<h3>{escape(texts.sign_in_title)}</h3><p>{escape(texts.sign_in_lead)}</p>"
        f"{_provider(texts, login)}"
        f'<div class="field"><label for="auswahl-key">{escape(texts.key)}</label>'
        f'<input type="password" id="auswahl-key" maxlength="{_KEY_CHARACTERS}" '
        'autocomplete="off" autocapitalize="off" spellcheck="false"></div>'
        f'<div class="actions"><button type="submit" class="primary">{escape(texts.sign_in)}'
        "</button></div></form>"
    )


def _provider(texts: ScreeningTexts, login: Login | None) -> str:
    """The way through the organisation's provider."""
    if login is None:
        return ""
    named = escape(texts.sign_in_through.format(provider=login.host))
    return (
        f'<p class="provider"><a class="primary" href="/login?lang={texts.language}">'
        f"{named}</a></p>"
        f'<p class="hint">{escape(texts.or_key)}</p>'
    )


def _kept(texts: ScreeningTexts) -> str:
    return (
        f'<h3 tabindex="-1" class="kept-title">{escape(texts.kept)}</h3>'
        f'<p class="hint">{escape(texts.kept_lead)}</p><div class="kept"></div>'
    )


def _start(texts: ScreeningTexts) -> str:
    hint = texts.files_hint.format(count=MAX_DOCUMENTS, size=_MEGABYTES)
    languages = "".join(
        f'<option value="{code}"{" selected" if code == texts.language else ""}>{escape(name)}'
        "</option>"
        for code, name in (("de", texts.german), ("en", texts.english))
    )
    return (
        f'<form class="match-form start" method="post" novalidate><h3>{escape(texts.start_title)}'
        "</h3>"
        f'<div class="field"><label for="auswahl-role">{escape(texts.role)}</label>'
        f'<select id="auswahl-role"><option value="">{escape(texts.choose_role)}</option>'
        f'<option value="*">{escape(texts.other_role)}</option></select></div>'
        '<div class="field other-role" hidden>'
        f'<label for="auswahl-title">{escape(texts.other_role_label)}</label>'
        f'<input type="text" id="auswahl-title" maxlength="{_ROLE_CHARACTERS}" '
        'autocomplete="off" list="auswahl-titles" aria-describedby="auswahl-title-more">'
        '<datalist id="auswahl-titles"></datalist>'
        f'<p class="hint" id="auswahl-title-more">{escape(texts.other_role_hint)}</p></div>'
        f'<div class="field"><label for="auswahl-files">{escape(texts.files)}</label>'
        f'<input type="file" id="auswahl-files" multiple accept="{ACCEPTED}" '
        'aria-describedby="auswahl-files-more">'
        f'<p class="hint" id="auswahl-files-more">{escape(hint)}</p>'
        '<p class="hint chosen"></p></div>'
        f'<div class="field"><label for="auswahl-language">{escape(texts.report_language)}</label>'
        f'<select id="auswahl-language">{languages}</select></div>'
        f'<div class="actions"><button type="submit" class="primary">{escape(texts.start)}'
        '</button><button type="button" class="quiet" data-action="stop" hidden>'
        f"{escape(TEXTS[texts.language].stop)}</button></div></form>"
    )


def _advert(texts: ScreeningTexts) -> str:
    return (
        '<form class="match-form advert" method="post" novalidate>'
        f"<h3>{escape(texts.advert_title)}</h3><p>{escape(texts.advert_lead)}</p>"
        f'<div class="field"><label for="auswahl-advert">{escape(texts.advert)}</label>'
        f'<textarea id="auswahl-advert" rows="6" maxlength="{MAX_CHARACTERS}" '
        'autocomplete="off"></textarea></div>'
        f'<div class="actions"><button type="submit" class="quiet">{escape(texts.advert_check)}'
        '</button></div><div class="advert-result"></div></form>'
    )


def _dialogs() -> str:
    """One for what is looked at, one over it for "are you sure"; filled by the script."""
    return (
        '<dialog class="detail" aria-labelledby="auswahl-detail">'
        '<div class="detail-body"></div><p class="match-status" role="status"></p></dialog>'
        '<dialog class="sure" role="alertdialog" aria-labelledby="auswahl-sure">'
        '<p id="auswahl-sure"></p><div class="actions"></div></dialog>'
    )


def _button(action: str, label: str) -> str:
    return f'<button type="button" class="quiet" data-action="{action}">{escape(label)}</button>'
