"""Sources and passages come back from Chroma's flat records as they went in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import Passage, Section, Sentence, Source
from bot.facts import (
    CareerStep,
    Difference,
    Duty,
    NamedFact,
    PayNote,
    Requirement,
    SalaryFigure,
    SourceFacts,
    Span,
)
from bot.index.records import (
    PART_CHARACTERS,
    SourceRecord,
    passage_metadata,
    read_passage,
    read_sources,
    source_batch,
    vector_key,
)

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
maybe = st.none() | words
dates = st.none() | st.sampled_from(["2020", "2020-02", "2020-02-24"])


@st.composite
def sources(draw: st.DrawFn) -> Source:
    text = draw(words) * draw(st.sampled_from([1, 3, PART_CHARACTERS // 5]))
    middle = draw(st.integers(0, len(text)))
    return Source(
        id=draw(words),
        title=draw(words),
        text=text,
        sections=(Section((), 0, middle), Section(("Oben", draw(words)), middle, len(text))),
        publisher=draw(maybe),
        url=draw(maybe),
        published=draw(dates),
        updated=draw(dates),
        country=draw(st.none() | st.just("AT")),
        roles=tuple(draw(st.lists(words, max_size=3))),
    )


SPAN = Span("quelle", 3, 17)
FACTS = SourceFacts(
    salary=(
        SalaryFigure("am", "senior", 1.5, None, None, None, "minimum", "EUR", "month", True, None,
                     "DE", 2024, "text", "Größe", None, 20.0, False, SPAN),
    ),
    pay_notes=(PayNote(None, "variable", 10.0, 15.0, SPAN),),
    requirements=(Requirement("r", "am", "Studium", "education", "optional", None, SPAN),) * 400,
    duties=(Duty("am", SPAN),),
    career=(CareerStep(None, "am", "promotion", 2, 3.5, ("Geduld", "Glück"), SPAN),),
    synonyms=(NamedFact("am", "Betreuer", SPAN),),
    branches=(NamedFact(None, "Pharma", SPAN),),
    differences=(Difference(("am", "kam"), SPAN),),
)  # fmt: skip


@given(
    st.lists(sources(), max_size=3, unique_by=lambda source: source.id),
    st.sampled_from([SourceFacts(), FACTS]),
    st.randoms(),
)
def test_sources_survive_in_whatever_order_their_parts_are_read(
    given_sources: list[Source], facts: SourceFacts, random: object
) -> None:
    records = [SourceRecord(source, f"/x/{source.id}", 7, facts) for source in given_sources]
    parts = [
        pair
        for record in records
        for batch in [source_batch(record)]
        for pair in zip(batch.documents, batch.metadatas, strict=True)
    ]
    random.shuffle(parts)  # type: ignore[attr-defined]
    read = read_sources([text for text, _ in parts], [about for _, about in parts])
    assert read == sorted(records, key=lambda record: record.source.id)
    assert all(len(text) <= PART_CHARACTERS for text, _ in parts)


@given(sources(), words)
def test_passages_survive(source: Source, heading: str) -> None:
    end = len(source.text)
    passage = Passage(
        "p", source.id, ("Oben", heading), 0, end, (Sentence(0, 1), Sentence(1, end)), source.text
    )
    metadata = passage_metadata(source, passage)
    assert read_passage("p", source.text, metadata) == passage
    assert None not in metadata.values()
    assert [] not in metadata.values()


def test_equal_texts_have_one_key_wherever_they_stand() -> None:
    source = Source("a", "Titel", "Ein Satz. Ein Satz.", (Section((), 0, 19),))
    here = Passage("1", "a", ("H",), 0, 9, (Sentence(0, 9),), "Ein Satz.")
    there = Passage("2", "a", ("H",), 10, 19, (Sentence(10, 19),), "Ein Satz.")
    other = Passage("3", "a", ("I",), 0, 9, (Sentence(0, 9),), "Ein Satz.")
    assert vector_key(source, here) == vector_key(source, there)
    assert vector_key(source, here) != vector_key(source, other)
