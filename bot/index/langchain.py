"""The hybrid search as a LangChain retriever, for other people's chains."""

from __future__ import annotations

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables.config import run_in_executor
from pydantic import ConfigDict, Field, SkipValidation

from bot.index.encoder import Encoder, load_encoder
from bot.index.search import PassageFilter, search
from bot.index.view import Index
from bot.settings import Settings


class PassageRetriever(BaseRetriever):
    """Passages for a question, best first; sync, async and batch come from LangChain.

    A document's metadata hold ``passage_id``, ``source_id``, ``title``, ``headings``, ``start``
    and ``end`` (offsets in the source's text), ``score`` and what it comes from: ``cosine``,
    ``window_cosine``, ``bm25`` and ``grams`` as in ``Hit``, and ``duplicates``, the ids of passages
    that say the same.

    ``limit`` and ``filter`` can be given for one call: ``retriever.invoke(question, limit=3,
    filter=PassageFilter(country="AT"))``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    encoder: SkipValidation[Encoder]  # a protocol: there is no class to check against
    limit: int = Field(10, ge=1)
    filter: PassageFilter | None = None

    @classmethod
    def open(cls, settings: Settings, **options: object) -> PassageRetriever:
        """A retriever over the index and encoder that the settings name.

        Raises:
            IndexMissingError, IndexMismatchError, StoreError, EncoderError: as when asking.
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
        filter: PassageFilter | None = None,
    ) -> list[Document]:
        view = self.index.view()
        vector = self.encoder.encode_questions([query])[0]
        return [
            Document(
                id=hit.passage.id,
                page_content=hit.passage.text,
                metadata={
                    "passage_id": hit.passage.id,
                    "source_id": hit.passage.source_id,
                    "title": view.sources[hit.passage.source_id].title,
                    "headings": list(hit.passage.heading_path),
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                    "score": hit.score,
                    "cosine": hit.cosine,
                    "window_cosine": hit.window_cosine,
                    "bm25": hit.bm25,
                    "grams": hit.grams,
                    "duplicates": list(hit.duplicates),
                },
            )
            for hit in search(
                view, query, vector, limit=limit or self.limit, only=filter or self.filter
            )
        ]

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,
        limit: int | None = None,
        filter: PassageFilter | None = None,
    ) -> list[Document]:
        return await run_in_executor(
            None,
            self._get_relevant_documents,
            query,
            run_manager=run_manager.get_sync(),
            limit=limit,
            filter=filter,
        )
