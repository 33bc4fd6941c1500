"""A tiny Index in memory: passages ranked by shared character bigrams, or in an order that a test tells."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from corpus.sentences import split_sentences
from corpus.types import Document, Field, Finding, Measure, Page, Passage, Span, TableRow
from index.types import (
    Facets,
    Filters,
    Hit,
    Legs,
    LibraryState,
    LibraryStatus,
    SentenceScore,
    TermFrequencies,
)
from index.understanding.understood import Understood

HIGHEST = 0.6
"""The highest likeness of a sentence: lower than the bundled encoder's cosines, so on no known scale."""


def document(
    path: str, issuer: str | None = None, fiscal_year: int | None = None, pages: int = 9
) -> Document:
    return Document(f"id-{path}", path, Path(path).stem, None, issuer, fiscal_year, pages)


def passage(
    held_by: Document, text: str, page: int = 1, headings: tuple[str, ...] = (), labels: tuple[str, ...] = ()
) -> Passage:
    spans = (Span(page, 0, len(text)),)
    return Passage(f"{held_by.id}-{page}-{len(text)}", held_by.id, headings, text, spans, labels)


def bigrams(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}


class FakeIndex:
    """An Index over passages given; `orders` tells the ids found for (leg, query), best first."""

    def __init__(
        self,
        passages: Sequence[tuple[Document, Passage]],
        orders: Mapping[tuple[Legs, str], Sequence[str]] | None = None,
    ) -> None:
        self.held = {passage.id: (document, passage) for document, passage in passages}
        self.orders = orders
        self.asked: list[tuple[Legs, str, int]] = []

    def understand(self, query: str, without: Collection[str] = ()) -> Understood:
        return Understood(query)

    def sentence_scores(
        self, query: str, passages: Sequence[Passage], without: Collection[str] = ()
    ) -> Mapping[str, Sequence[SentenceScore]]:
        asked = bigrams(query)

        def scored(text: str) -> list[SentenceScore]:
            return [
                SentenceScore(
                    one.start, one.end, HIGHEST * len(asked & bigrams(one.text)) / max(len(asked), 1)
                )
                for one in split_sentences(text)
            ]

        return {passage.id: scored(passage.text) for passage in passages}

    def texts(self, document_id: str, spans: Sequence[Span]) -> Sequence[str]:
        return ["" for _ in spans]

    def rows(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[TableRow]:
        return []

    def fields(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[Field]:
        return []

    def search(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        legs: Legs = "both",
        without: Collection[str] = (),
        within: Collection[str] | None = None,
    ) -> list[Hit]:
        if not query.strip():
            raise ValueError("the query is empty")
        self.asked.append((legs, query, top_k))
        scores = self.scores(query, legs)
        found = {key: score for key, score in scores.items() if within is None or key in within}
        best = sorted((item for item in found.items() if item[1] > 0), key=lambda item: (-item[1], item[0]))
        return [
            Hit(self.held[key][1], self.held[key][0], score, rank)
            for rank, (key, score) in enumerate(best[:top_k], start=1)
        ]

    def scores(self, query: str, legs: Legs) -> dict[str, float]:
        if self.orders is not None:
            return {key: 1 / rank for rank, key in enumerate(self.orders.get((legs, query), ()), start=1)}
        asked = bigrams(query)
        return {
            key: len(asked & bigrams(" ".join((*found.headings, found.text)))) / max(len(asked), 1)
            for key, (_, found) in self.held.items()
        }

    def facets(self) -> Facets:
        return Facets()

    def documents(self) -> Sequence[Document]:
        return list({document.id: document for document, _ in self.held.values()}.values())

    def document(self, document_id: str) -> Document | None:
        return next((held for held in self.documents() if held.id == document_id), None)

    def pages(self, document_id: str) -> Sequence[Page]:
        return []

    def page(self, document_id: str, number: int) -> Page | None:
        return None

    def passage(self, passage_id: str) -> Passage | None:
        return self.held[passage_id][1] if passage_id in self.held else None

    def passages(self, document_id: str) -> Sequence[Passage]:
        return [passage for document, passage in self.held.values() if document.id == document_id]

    def findings(self) -> Sequence[Finding]:
        return []

    def measures(self) -> Sequence[Measure]:
        return []

    def original(self, document_id: str) -> Path | None:
        return None

    def status(self) -> LibraryStatus:
        return LibraryStatus(len(self.documents()), 0, len(self.held), 0, "none", (), (), 0)

    def state(self) -> LibraryState:
        return LibraryState({document.id: document.id for document in self.documents()})

    def term_frequencies(self, lemmas: Sequence[str]) -> TermFrequencies:
        texts = [found.text for _, found in self.held.values()]
        return TermFrequencies(len(texts), {lemma: sum(lemma in text for text in texts) for lemma in lemmas})
