"""An index and some of its documents in, an index that finds nothing else out."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, cast

from corpus.types import Document
from index.types import Filters, Hit, Index, Legs

DEEP = 100
"""So many hits are searched for those documents; passages that are not among them follow, with no score."""


class _OnlyDocuments:
    """Everything but `search` is the whole index's."""

    def __init__(self, index: Index, documents: Sequence[Document]) -> None:
        self._index = index
        self._documents = documents

    def search(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        legs: Legs = "both",
        without: Collection[str] = (),
    ) -> list[Hit]:
        ids = {document.id for document in self._documents}
        found = self._index.search(query, DEEP, filters, legs, without)
        hits = [hit for hit in found if hit.document.id in ids]
        seen = {hit.passage.id for hit in hits}
        hits += [
            Hit(passage, document, 0.0, 0)
            for document in self._documents
            for passage in self._index.passages(document.id)
            if passage.id not in seen
        ]
        return [replace(hit, rank=rank) for rank, hit in enumerate(hits[:top_k], start=1)]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)


def only_documents(index: Index, documents: Sequence[Document]) -> Index:
    """The index with its search restricted to these documents."""
    return cast(Index, _OnlyDocuments(index, documents))
