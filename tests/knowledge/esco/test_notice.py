from __future__ import annotations

from bot.domain import SourceReference
from bot.knowledge.esco.notice import NOTICE, OCCUPATION_URI, PUBLISHER, notices_for

ARTICLE = SourceReference("a", "A", "Verlag", "https://example.org/a", None)
OCCUPATION = SourceReference("b", "B", PUBLISHER, f"{OCCUPATION_URI}1", None)


def test_the_notice_stands_in_escos_own_words_with_the_mark_of_adapting() -> None:
    official = "This service uses the ESCO classification of the European Commission."
    for language, adapted in (("de", "bearbeitet"), ("en", "adapted")):
        first, second = notices_for([ARTICLE, OCCUPATION], language)
        assert first == NOTICE == official
        assert adapted in second


def test_without_data_from_esco_nothing_is_said() -> None:
    assert notices_for([ARTICLE]) == ()
    assert notices_for([]) == ()
    elsewhere = SourceReference("c", "C", PUBLISHER, "https://example.org/about-esco", None)
    assert notices_for([elsewhere]) == ()
