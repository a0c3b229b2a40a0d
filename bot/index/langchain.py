"""The hybrid search as a LangChain retriever, for other people's chains."""

from __future__ import annotations

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables.config import run_in_executor
from pydantic import ConfigDict, Field, InstanceOf, PrivateAttr, SkipValidation

from bot.domain import Source
from bot.index.encoder import Encoder, load_encoder
from bot.index.search import Hit, PassageFilter
from bot.index.searcher import Searcher
from bot.index.serving import Index
from bot.settings import Settings


class PassageRetriever(BaseRetriever):
    """Passages for a question, best first; sync, async and batch, safe to share between threads.

    Misspelt questions are repaired by the words of the sources, as everywhere in the product.

    A document's metadata hold ``passage_id``, ``source_id``, ``headings``, ``start`` and ``end``
    (offsets in the source's text); ``title``, ``publisher``, ``url``, ``published``, ``country``
    and ``language`` of the source, None where it doesn't say; ``score`` and what it comes from:
    ``cosine``, ``window_cosine``, ``bm25`` and ``grams`` as in ``Hit``; and ``duplicates``, the
    ids of passages that say the same.

    ``limit`` and ``only`` can be given for one call, and then replace the retriever's own:
    ``retriever.invoke(question, limit=3, only=PassageFilter(country="AT"))``. Inside a chain they
    are set with ``retriever.bind(only=…)`` or, for each run of the chain, through its config:
    ``retriever.configurable_fields(only=ConfigurableField(id="only"))``.

    Attributes:
        index: what is searched; its serving version is followed.
        encoder: the encoder the index was built with.
        limit: how many documents at most.
        only: keeps passages of some sources; None keeps all.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True, extra="forbid")

    index: Index
    encoder: SkipValidation[Encoder]  # a protocol: there is no class to check against
    limit: int = Field(10, ge=1)
    # As an instance only: a mapping with a misspelt key would become a filter that keeps all.
    only: InstanceOf[PassageFilter] | None = None
    _ready: Searcher | None = PrivateAttr(default=None)

    @classmethod
    def open(cls, settings: Settings, **options: object) -> PassageRetriever:
        """A retriever over the index and encoder that the settings name.

        Args:
            settings: where the index is, and which encoder made it.
            options: ``limit``, ``only`` and what every LangChain retriever takes.

        Raises:
            IndexMissingError, IndexMismatchError, StoreError, EncoderError: as when asking.
            ValidationError: an option is unknown or out of bounds.
        """
        index, encoder = Index.open(settings), load_encoder(settings)
        index.view().identity.require(encoder.identity)
        return cls.model_validate({"index": index, "encoder": encoder, **options})

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        limit: int | None = None,
        only: PassageFilter | None = None,
    ) -> list[Document]:
        searcher = self._searcher()
        found = searcher.search(
            searcher.repaired(query).text,
            limit=self.limit if limit is None else limit,
            only=self.only if only is None else only,
        )
        sources = searcher.view.sources
        return [_document(hit, sources[hit.passage.source_id]) for hit in found.hits]

    def _searcher(self) -> Searcher:
        """The serving version, made ready once."""
        view = self.index.view()
        if self._ready is None or self._ready.view is not view:
            self._ready = Searcher.of(view, self.encoder)
        return self._ready

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,
        limit: int | None = None,
        only: PassageFilter | None = None,
    ) -> list[Document]:
        # Encoding and search are all computing: only another thread leaves the event loop free.
        return await run_in_executor(
            None,
            self._get_relevant_documents,
            query,
            run_manager=run_manager.get_sync(),
            limit=limit,
            only=only,
        )


def _document(hit: Hit, source: Source) -> Document:
    passage = hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "passage_id": passage.id,
            "source_id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "published": source.published,
            "country": source.country,
            "language": source.language,
            "headings": list(passage.heading_path),
            "start": passage.start,
            "end": passage.end,
            "score": hit.score,
            "cosine": hit.cosine,
            "window_cosine": hit.window_cosine,
            "bm25": hit.bm25,
            "grams": hit.grams,
            "duplicates": list(hit.duplicates),
        },
    )
