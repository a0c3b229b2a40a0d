"""The hybrid search as a LangChain retriever, for other people's chains."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, SkipValidation

from bot.index.encoder import Encoder, load_encoder
from bot.index.search import search
from bot.index.view import Index
from bot.settings import Settings


class PassageRetriever(BaseRetriever):
    """Passages for a question, best first; sync, async and batch come from LangChain.

    A document's metadata hold ``passage_id``, ``source_id``, ``title``, ``headings``, ``start``
    and ``end`` (offsets in the source's text) and ``score``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    encoder: SkipValidation[Encoder]  # a protocol: there is no class to check against
    limit: int = 10

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
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
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
                },
            )
            for hit in search(view, query, vector, limit=self.limit)
        ]
