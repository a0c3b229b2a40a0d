"""The table of pay and its charts: safe with any text, readable on any screen."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.pay.rows import OLD_AFTER_YEARS
from bot.domain import Answer
from bot.web.chat.theme import head
from bot.web.parts.chart import Bar, axis_end, chart, tick_values
from bot.web.parts.markup import blocks
from bot.web.parts.pay_texts import ENGLISH as EN
from bot.web.parts.pay_texts import GERMAN as DE
from bot.web.parts.pay_texts import money, span_of_money
from bot.web.parts.salary_table import with_pay
from bot.web.parts.texts import ENGLISH, GERMAN
from tests.web.test_markup import LINES, read

NEW, OLD = "2026-01-12", "2020-02-24"
TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td", "div", "span", "button"}
CHART_TAGS = {"figcaption", "svg", "title", "desc", "text", "rect", "line", "circle"}


def figure(number: int, low: float | None, high: float | None, **other: Any) -> dict[str, Any]:
    """A record as ``bot.answering.records`` makes it."""
    quote = other.pop("quote", f"Ein Koch verdient {low:,.0f} Euro." if low else "Viel.")
    published = other.pop("published", NEW)
    source = {"id": f"s{number}", "title": f"Artikel {number}", "publisher": None, "url": None,
              "published": published}  # fmt: skip
    citation = {"number": number, "quote": quote, "start": number * 100,
                "end": number * 100 + len(quote), "section": None, "passage_id": "p",
                "source": source}  # fmt: skip
    known = dict.fromkeys(
        ["seniority", "mean", "median", "gross", "includes_variable", "country", "year",
         "year_basis", "branch", "bonus_share_min", "bonus_share_max", "company_car"]
    )  # fmt: skip
    return {**known, "role": "koch", "min": low, "max": high, "statistic": "range",
            "currency": "EUR", "period": "year", "citation": citation, **other}  # fmt: skip


def answer(*salary: dict[str, Any], text: str = "Es gibt Angaben.") -> Answer:
    question = "Was verdient ein Koch?"
    return Answer(question, question, "answered", None, "salary", text, salary=salary)


def shown(given: Answer, texts: Any = GERMAN) -> list[Any]:
    return with_pay(blocks(given, texts), given, {}, texts, "k")


def test_the_table_takes_the_place_of_the_one_in_the_text() -> None:
    text = "Vorher.\n\n| Angabe | Betrag |\n| --- | --- |\n| Koch | 5 [1] |\n\nNachher."
    made = shown(answer(figure(1, 30000.0, 40000.0), text=text))
    assert [block.tag for block in made] == ["p", "table", "p"]
    assert 'class="pay"' in made[1].html
    plain = shown(replace(answer(text=text), salary=()))
    assert [block.tag for block in plain] == ["p", "table", "p"]
    assert read(plain[1].html).tags.count("th") == 2
    behind = shown(answer(figure(1, 30000.0, 40000.0)))
    assert [block.tag for block in behind] == ["p", "table"]


def test_a_row_says_what_is_stated_and_what_is_not() -> None:
    made = shown(
        answer(
            figure(1, 30e3, 40e3, gross=True, country="DE", quote="Es sind 30.000 bis 40.000 €."),
            figure(2, 20000.0, None, period=None, published=OLD, quote="Ab 20.000 € geht es los."),
        )
    )  # fmt: skip
    html = made[1].html
    for words in ("30.000 bis 40.000 €", "Jahr, brutto", "Deutschland", "Ab 20.000 €"):
        assert words in html
    assert "nicht genannt" in html
    assert "2020" in html and "ältere Angabe" in html and "Artikeldatum" in html
    assert html.count('class="marker"') == 2
    assert 'data-number="2"' in html


def test_a_stated_year_needs_no_mark_and_near_years_are_not_old() -> None:
    near = figure(1, 1000.0, 1000.0, year=2026 - OLD_AFTER_YEARS, year_basis="text")
    html = shown(answer(near, figure(2, 2000.0, 2000.0, year=2026, year_basis="text")))[1].html
    assert "Artikeldatum" not in html
    assert "ältere Angabe" not in html


def test_computed_amounts_are_marked() -> None:
    made = {"period": "month", "min": 2500.0, "max": 3333.33, "rule": "year_to_month", "factor": 12}
    html = shown(answer(figure(1, 30000.0, 40000.0, computed=made)))[1].html
    assert "umgerechnet rund 2.500\u00a0€ bis 3.333\u00a0€ je Monat" in html
    assert "umgerechnet" not in shown(answer(figure(1, 30000.0, 40000.0)))[1].html


def test_currencies_and_periods_never_share_an_axis() -> None:
    scales = list(itertools.product(("EUR", "CHF"), ("year", "month", None)))
    salary = [
        figure(10 * i + j, 1000.0 * (j + 1), 2000.0 * (j + 1), currency=currency, period=period)
        for i, (currency, period) in enumerate(scales)
        for j in range(2)
    ]
    charts = [block.html for block in shown(answer(*salary)) if block.tag == "figure"]
    assert len(charts) == len(scales)
    titles = [read(html).text[0] for html in charts]
    assert len(set(titles)) == len(scales)
    ids = [part.split('"')[0] for html in charts for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) == 2 * len(scales)


def test_one_figure_needs_no_chart() -> None:
    assert [b.tag for b in shown(answer(figure(1, 1.0, 2.0)))] == ["p", "table"]


def test_the_chart_is_told_in_words() -> None:
    salary = [figure(1, 30000.0, 40000.0), figure(2, 50000.0, None, statistic="minimum")]
    html = next(b.html for b in shown(answer(*salary)) if b.tag == "figure")
    said = " ".join(read(html).text).replace("\u00a0", " ")
    assert 'role="img"' in html and "aria-describedby" in html
    assert "30.000 € bis 40.000 €" in said and "ab 50.000 €" in said


@given(LINES, LINES, LINES)
def test_any_text_of_a_source_stays_text(quote: str, title: str, branch: str) -> None:
    records = [figure(n, 1000.0, 2000.0 * n, quote=quote, branch=branch) for n in (1, 2)]
    for record in records:
        record["citation"]["source"]["title"] = title
    for block in shown(answer(*records))[1:]:
        reader = read(block.html)
        tags = {tag.removeprefix("/") for tag in reader.tags}
        assert tags <= (TABLE_TAGS if block.tag == "table" else CHART_TAGS)
        if block.tag == "table":
            assert " ".join(title.split()) in " ".join("".join(reader.text).split())


AMOUNT = st.one_of(st.none(), st.floats(0.01, 10**7))


@given(st.lists(st.tuples(AMOUNT, AMOUNT), min_size=1, max_size=6))
def test_no_bar_leaves_the_axis(pairs: list[tuple[float | None, float | None]]) -> None:
    bars = [
        Bar("x", low, high) for low, high in pairs if low is None or high is None or low <= high
    ]
    end = axis_end(bars)
    assert all(v <= end * 1.0001 for bar in bars for v in (bar.low, bar.high) if v is not None)
    assert tick_values(end)[0] == 0 and tick_values(end)[-1] == end
    assert chart(bars, "t", "d", ["0"] * 5, "k").count("<svg") == 1


def test_money() -> None:
    assert money(50000.0, "EUR", DE) == "50.000\u00a0€"
    assert money(15.5, "EUR", DE) == "15,50\u00a0€"
    assert money(50000.0, "EUR", EN) == "€50,000"
    assert money(50000.0, "SEK", EN) == "SEK 50,000"
    assert span_of_money(1000.0, None, "EUR", DE) == "ab 1.000\u00a0€"
    assert span_of_money(None, 1000.0, "EUR", EN) == "up to €1,000"
    assert span_of_money(None, None, "EUR", DE) == ""


def test_english_labels() -> None:
    given = replace(
        answer(figure(1, 30000.0, 40000.0)), question="x", standalone_question="What does he earn?"
    )
    html = shown(given, ENGLISH)[1].html
    assert "Amount" in html and "not stated" in html and "Show quote 1" in html


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_every_screen_and_can_be_read(browser: Any, width: int, scheme: str) -> None:
    salary = [
        figure(1, 30000.0, 40000.0, country="DE", gross=True),
        figure(2, 120000.0, None, branch="Donaudampfschifffahrtsgesellschaftswirtschaft"),
        figure(3, 50000.0, 50000.0, role="kellner", published=OLD),
    ]
    made = "".join(
        f'<div class="sheet">{b.html}</div>' if b.tag == "table" else f"<{b.tag}>{b.html}</{b.tag}>"
        for b in shown(answer(*salary))
    )
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    try:
        page.set_content(
            f'<html lang="de"><head>{head()}</head><body style="margin:1rem;background:var(--page);'
            f'color:var(--ink)"><div id="verlauf"><div class="answer"><div class="blocks">{made}'
            "</div></div></div></body></html>"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # Table roles survive the stacked layout.
        assert page.get_by_role("table").get_by_role("row").count() == 4
        assert page.get_by_role("button", name="Beleg 3 anzeigen").is_visible()
        assert page.get_by_role("img").count() == 1
        ratios = page.evaluate(CONTRAST)
        assert min(ratios.values()) >= 4.5, ratios
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('svg text')].map(
              (text) => text.getBoundingClientRect().right)"""
        )
        assert max(boxes) <= width
    finally:
        page.close()


CONTRAST = """() => {
  const light = ([r, g, b]) => {
    const one = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * one(r) + 0.7152 * one(g) + 0.0722 * one(b);
  };
  const rgb = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const ratio = (a, b) => {
    const [x, y] = [light(rgb(a)), light(rgb(b))].sort((m, n) => n - m);
    return (x + 0.05) / (y + 0.05);
  };
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  const page = getComputedStyle(document.body).backgroundColor;
  const card = style('figure').backgroundColor;
  return {
    head: ratio(style('.sheet th').color, page),
    open: ratio(style('.sheet .open').color, page),
    aside: ratio(style('.sheet .aside').color, page),
    label: ratio(style('.ranges text:not(.tick)').fill, card),
    tick: ratio(style('.ranges .tick').fill, card),
    first: ratio(style('.ranges .series-0').fill, card),
    second: ratio(style('.ranges .series-1').fill, card),
  };
}"""
