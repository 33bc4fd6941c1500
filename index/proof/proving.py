"""A document and a generation of the indexes in, whether search finds what the document says out."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.types import Document
from embeddings.types import Vectors
from index.proof.dense_leg import DenseProof
from index.proof.lexical_leg import LexicalProof
from index.proof.sentences import DrawnSentence
from index.proof.terms import draw_terms
from index.storage.generations import Generation
from index.storage.store import NumberedPassage
from index.types import DocumentProof, Unfound, UnfoundKind
from index.understanding.query_plan import KnownWords

MOST_TOLD = 10
"""Passages that an index misses are told one by one up to so many."""

BEGINNING = 40
"""So many characters of such a passage are told."""


@dataclass(frozen=True, slots=True)
class ProvenDocument:
    """What is to be found of a document: its pages' texts by their numbers, its passages, and the sentences
    drawn from these."""

    document: Document
    pages: Mapping[int, str]
    passages: Sequence[NumberedPassage]
    sentences: Sequence[DrawnSentence]


class SearchProof:
    """Asks one generation of the indexes for what documents say."""

    def __init__(self, connection: sqlite3.Connection, generation: Generation, known: KnownWords) -> None:
        numbers = {row["number"] for row in connection.execute("SELECT number FROM passages")}
        lexical, dense = generation.lexical, generation.dense
        in_both = set(lexical.passages().tolist()) & set(dense.passages().tolist())
        self.missing = numbers - in_both
        """The passages that one of the indexes does not hold."""
        self._lexical = lexical
        self._known = known
        self._dense = DenseProof(connection, dense, len(numbers))

    def of(self, proven: ProvenDocument, vectors: Vectors) -> DocumentProof:
        """The outcome for one document; `vectors` are its sentences', encoded as queries, one a row."""
        missing = [each for each in proven.passages if each.number in self.missing]
        drawn = draw_terms(proven.document.id, proven.pages)
        lexical = LexicalProof(self._lexical, self._known, proven.passages)
        unfound = [
            *([] if proven.passages else [Unfound("text", "")]),
            *(_unfound("passage", each.passage.text[:BEGINNING], each) for each in missing[:MOST_TOLD]),
            *(
                Unfound("page", " ".join(term.text for term in terms), number)
                for number, terms in drawn.of_pages.items()
                if not lexical.finds_page(number, terms)
            ),
            *(Unfound("term", each.text, each.page) for each in drawn.of_document if not lexical.finds(each)),
            *(
                _unfound("sentence", each.text, each.passage)
                for each, vector in zip(proven.sentences, vectors, strict=True)
                if not self._dense.finds(each, vector)
            ),
        ]
        return DocumentProof(
            proven.document.id,
            proven.document.path,
            len(drawn.of_document),
            len(drawn.of_pages),
            len(proven.sentences),
            len(missing),
            tuple(each if proven.document.page_count else replace(each, page=None) for each in unfound),
        )


def _unfound(what: UnfoundKind, text: str, of: NumberedPassage) -> Unfound:
    return Unfound(what, text, of.passage.page_numbers[0])
