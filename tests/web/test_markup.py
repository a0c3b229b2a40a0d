"""The boundary between text and HTML, with whatever a person can type."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.draft import escape as escape_markdown
from bot.domain import Answer, Citation, Section, Source, SourceReference
from bot.web.parts.markup import blocks, plain, safe_link
from bot.web.parts.quote import panel
from bot.web.parts.texts import ENGLISH, GERMAN, readable_date

FRAGMENTS = st.sampled_from(
    [
        *("<b>", "<script>", "</p>", "<img/src=x/onerror=alert(1)>", "&lt;", "&amp;", "<!--"),
        *('"/onclick="', "**", "[1]", "\\", "`", "[x](javascript:y)", "${x}", "{{x}}"),
        *("<", ">", "&", "'"),
    ]
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=10)
LINES = (
    st.lists(st.one_of(FRAGMENTS, WORDS), min_size=1, max_size=8)
    .map(lambda parts: " ".join("".join(parts).split()))
    .filter(bool)
)


class Reader(HTMLParser):
    """Collects tags, and the text that a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.tags and self.tags[-1] == "mark":
            self.marked.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def citation(source: Source, start: int, end: int, number: int = 1) -> Citation:
    reference = SourceReference(
        source.id, source.title, source.publisher, source.url, source.published
    )
    section = source.section_at(start)
    return Citation(
        number, source.text[start:end], start, end, section and section.heading, "p", reference
    )


def answer(text: str, *citations: Citation) -> Answer:
    return Answer("?", "?", "answered", None, "other", text, citations)


def source(text: str, **more: object) -> Source:
    return Source("s", "Titel", text, (Section(("Kopf",), 0, len(text)),), **more)  # type: ignore[arg-type]


@given(LINES)
def test_a_quote_is_shown_as_its_words_and_brings_no_element(quote: str) -> None:
    cited = citation(source(quote), 0, len(quote))
    made = blocks(answer(f"- {escape_markdown(quote)} [1]", cited), GERMAN)
    assert [block.tag for block in made] == ["li"]
    reader = read(made[0].html)
    assert set(reader.tags) <= {"span", "/span", "button", "/button"}
    assert " ".join("".join(reader.text).split()) == " ".join(f"{quote} 1".split())


@given(st.one_of(st.text(max_size=200), LINES))
def test_any_text_becomes_known_elements_only(text: str) -> None:
    for block in blocks(answer(text), GERMAN):
        tags = {tag.removeprefix("/") for tag in read(block.html).tags}
        assert tags <= {"strong", "table", "tr", "th", "td"}


@given(st.lists(LINES, min_size=1, max_size=4), st.data())
def test_the_panel_marks_exactly_the_quote(lines: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.integers(0, len(lines) - 1))
    text = "\n".join(f"• {line}" for line in lines)
    start = sum(len(line) + 3 for line in lines[:chosen]) + 2
    cited = citation(source(text), start, start + len(lines[chosen]))
    assert cited.quote == lines[chosen]
    reader = read(panel(cited, source(text), GERMAN))
    assert "".join(reader.marked) == cited.quote
    assert not {"script", "img", "a", "iframe"} & set(reader.tags)


def test_a_quote_over_several_lines_is_marked_in_each() -> None:
    text = "Erste Zeile\n• Zweite Zeile\nDritte"
    reader = read(panel(citation(source(text), 6, text.index(" Zeile\nD")), source(text), GERMAN))
    assert reader.marked == ["Zeile", "Zweite"]


def test_a_quote_whose_source_has_changed_is_still_shown() -> None:
    cited = citation(source("Alter Satz."), 0, 11)
    for now in (None, source("Ganz anderer Text.")):
        assert read(panel(cited, now, GERMAN)).marked == ["Alter Satz."]


def test_only_web_addresses_become_links() -> None:
    assert safe_link("https://example.org/a") == "https://example.org/a"
    for bad in ("javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://x", "", None):
        assert safe_link(bad) is None
        text = "Ein Satz."
        html = panel(citation(source(text, url=bad), 0, 9), source(text, url=bad), GERMAN)
        assert "<a " not in html


def test_headings_lists_and_markers() -> None:
    cited = citation(source("Ein Satz."), 0, 9)
    made = blocks(answer("**Lohn** – so:\n\n**Rolle**\n\n- Ein Satz. [1] [2]", cited), ENGLISH)
    assert [block.tag for block in made] == ["p", "h3", "li"]
    assert made[0].html == "<strong>Lohn</strong> – so:"
    assert made[1].html == "Rolle"
    assert 'aria-label="Show quote 1"' in made[2].html
    assert made[2].html.endswith("[2]")  # no citation, no button


def test_warnings_come_first_and_are_text() -> None:
    warned = replace(answer("Ein Satz."), warnings=("Gesucht nach „<b>Gehalt</b> [1]“.",))
    assert [block.html for block in blocks(warned, GERMAN)] == [
        "Gesucht nach „&lt;b&gt;Gehalt&lt;/b&gt; [1]“.",
        "Ein Satz.",
    ]


def test_plain_keeps_the_words_and_the_markers() -> None:
    assert plain("**Lohn**\n\n- 5 \\* 3 \\[x\\] [1]") == "Lohn\n\n- 5 * 3 [x] [1]"


def test_dates() -> None:
    assert readable_date("2020-02-24", GERMAN) == "24.02.2020"
    assert readable_date("2020-02-24", ENGLISH) == "24 February 2020"
    assert readable_date("2020-02", GERMAN) == "Februar 2020"
    assert readable_date("2020", GERMAN) == "2020"
    assert readable_date(None, GERMAN) == "ohne Datum"
    assert readable_date("2020-99-01", GERMAN) == "2020-99-01"
    assert readable_date("Herbst 2020", GERMAN) == "Herbst 2020"


@given(st.text(max_size=12))
def test_no_date_breaks_the_page(written: str) -> None:
    assert isinstance(readable_date(written, GERMAN), str)
