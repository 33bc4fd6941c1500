"""Settings in, the parts put together out. The one place where settings become parts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus import Limits, Passage, locate
from embeddings import Encoder, EncoderError, load_encoder, prepare_bundled
from index import Filters, Index, IndexReport, Library, LibraryError, Progress, QueryError, refresh
from qa.types import Answer
from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class Application:
    """A library opened for reading, with what answers from it and draws its pages."""

    settings: Settings
    index: Index

    def answer(self, question: str, filters: Filters = Filters()) -> Answer:
        """The answer to a question, each part of it cited. Raises ValueError as Index.search does."""
        from qa.answering import answer

        return answer(question, self.index, top_k=self.settings.top_k, filters=filters)

    def page_image(
        self, document_id: str, page: int, passage: Passage | None, quote: str | None, scale: float
    ) -> bytes:
        """A PNG of a page (from 1) of a document, the passage boxed and the quote in it marked.

        `scale` is in pixels per point (1/72 inch). Raises TenkyoError where there is no such page.
        """
        from corpus.rendering import render_page

        original = self.index.original(document_id)
        if original is None:
            raise TenkyoError(
                f"the library holds no original of document {document_id}",
                "原本のファイルが見つかりません。",
            )
        raise NotImplementedError(render_page, locate, page, passage, quote, scale)
