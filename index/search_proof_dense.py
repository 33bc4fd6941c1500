"""Sentences and their vectors in, whether the dense index finds the passages that they are of out."""

import sqlite3

from corpus import squeeze
from embeddings.types import Encoder, Vectors
from index import queries
from index.dense import DenseIndex
from index.search_proof_sentences import DrawnSentence

NEAREST = 10
"""A sentence is found where one of so many nearest passages, of all there are, holds it."""

A_TENTH = 10
"""Of a small library's passages no more than one in so many counts as near: there must be room to fail."""


class DenseProof:
    """Asks for sentences among all passages of a library."""

    def __init__(
        self, connection: sqlite3.Connection, index: DenseIndex, encoder: Encoder, passages: int
    ) -> None:
        self._connection = connection
        self._index = index
        self._encoder = encoder
        self._near = max(1, min(NEAREST, passages // A_TENTH))

    def finds(self, sentence: DrawnSentence, vector: Vectors) -> bool:
        """Whether a sentence's passage is found by it, or by its own end where others are more like it.

        `vector` is the sentence's, encoded as a query. Another passage that holds the same words is right.
        """
        if self._leads_to(sentence, sentence.text, vector):
            return True
        return self._leads_to(sentence, sentence.end, self._encoder.encode_queries([sentence.end]))

    def _leads_to(self, sentence: DrawnSentence, text: str, vector: Vectors) -> bool:
        numbers = self._index.search(vector, self._near).ids.tolist()
        if sentence.passage.number in numbers:
            return True
        wanted = squeeze(text)
        nearest = queries.select_passages(self._connection, numbers).values()
        return any(wanted in squeeze(each.text) for each in nearest)
