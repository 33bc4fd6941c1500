"""An index in, every passage it holds out, with the text that a search engine indexes of it."""

from dataclasses import dataclass

from corpus.types import Document, Passage
from index.text.context import indexed_text
from index.types import Hit, Index


@dataclass(frozen=True, slots=True)
class HeldPassage:
    """A passage and the document it is of."""

    passage: Passage
    document: Document

    @property
    def text(self) -> str:
        """Title, headings and the passage, as the lexical index takes them."""
        return indexed_text(self.passage, self.document)

    def as_hit(self, score: float, rank: int) -> Hit:
        """The passage as found, with nothing marked out."""
        return Hit(self.passage, self.document, score, rank)


Collection = tuple[HeldPassage, ...]


def read_collection(index: Index) -> Collection:
    """Every passage of an index, by id: where scores are equal, the order of rows decides as elsewhere."""
    held = (
        HeldPassage(passage, document)
        for document in index.documents()
        for passage in index.passages(document.id)
    )
    return tuple(sorted(held, key=lambda one: one.passage.id))
