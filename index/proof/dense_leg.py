"""Sentences and their vectors in, whether the dense index finds the passages that they are of out."""

import sqlite3
from itertools import pairwise

from corpus import squeeze
from embeddings.types import Vectors
from index.legs.dense import DenseIndex
from index.proof.sentences import DrawnSentence
from index.storage import queries

NEAREST = 10
"""A sentence is found where one of so many nearest passages, of all there are, holds it."""

A_TENTH = 10
"""Of a small library's passages no more than one in so many counts as near: there must be room to fail."""

NEARLY_ALL = 0.8
"""A passage holds a sentence where it has this share of its pairs of characters: forms that are filled in
each year say the same but for a name or a figure, and no encoder tells them apart. Passages on other matters
have about a fifth."""


class DenseProof:
    """Asks for sentences among all passages of a library."""

    def __init__(self, connection: sqlite3.Connection, index: DenseIndex, passages: int) -> None:
        self._connection = connection
        self._index = index
        self._near = max(1, min(NEAREST, passages // A_TENTH))

    def finds(self, sentence: DrawnSentence, vector: Vectors) -> bool:
        """Whether a sentence leads to its passage, or to another that says nearly the same.

        `vector` is the sentence's, encoded as a query.
        """
        numbers = self._index.search(vector, self._near).ids.tolist()
        if sentence.passage.number in numbers:
            return True
        nearest = queries.select_passages(self._connection, numbers).values()
        return any(_share(sentence.text, each.text) >= NEARLY_ALL for each in nearest)


def _share(sentence: str, text: str) -> float:
    """The share of a sentence's pairs of characters that a text has too, 0 to 1."""
    asked = _pairs(sentence)
    return len(asked & _pairs(text)) / len(asked) if asked else 0.0


def _pairs(text: str) -> set[str]:
    squeezed = squeeze(text)
    return {f"{first}{second}" for first, second in pairwise(squeezed)}
