"""A data folder in, an Index over the documents it holds out."""

import sqlite3
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from corpus.types import Document, Evidence, Field, Finding, Measure, Page, Passage, Span, TableRow
from embeddings.types import Encoder, Reranker
from index.errors import OldIndexesError
from index.legs.scores import Ids
from index.ranking.candidates import Request, find_candidates
from index.ranking.highlights import find_highlights, marked_words
from index.ranking.hits import best_hits, folded_hits
from index.ranking.near_duplicates import names_number
from index.ranking.own_weights import read_weights
from index.ranking.query_vectors import QueryEncoder, is_foreign
from index.ranking.reranking import RESCORED, rerank
from index.ranking.sentence_scores import score_sentences
from index.ranking.weights import FOREIGN, RankingWeights
from index.storage import place_queries, queries, reading_status
from index.storage.database import FILE_NAME, Reading, bring_up_to_date, check_readable, no_library
from index.storage.generations import Generation, load_generation
from index.storage.manifest import check_encoder
from index.storage.originals import original_path
from index.storage.proofs import select_proof
from index.storage.state import read_state
from index.storage.store import read_encoder, read_published
from index.types import (
    DocumentReading,
    Facets,
    Filters,
    Hit,
    Legs,
    LibraryState,
    LibraryStatus,
    SentenceScore,
    TermFrequencies,
)
from index.understanding.field_words import narrowed
from index.understanding.query_plan import KnownWords, QueryPlan, plan_query
from index.understanding.query_text import check_query
from index.understanding.synonym_files import OWN_FILE, SynonymFiles
from index.understanding.understood import Understood

RELOADS = 5
"""How often a reader tries again when writers remove the generation it was about to load."""


class Library:
    """An Index that reads one data folder, and follows it as other processes change it.

    Any number of threads may use one Library. Every call sees one state of the library.
    """

    def __init__(
        self,
        data: Path,
        encoder: Encoder,
        synonyms: Path | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._data = data
        self._encoder = encoder
        self._query_encoder = QueryEncoder(encoder)
        self._reranker = reranker
        self._synonyms = SynonymFiles([*([synonyms] if synonyms else []), data / OWN_FILE])
        self._reading = Reading(data)
        self._generation: Generation | None = None
        self._loading = threading.Lock()

    @classmethod
    def open(
        cls,
        data: Path,
        encoder: Encoder,
        synonyms: Path | None = None,
        reranker: Reranker | None = None,
    ) -> "Library":
        """The library of a data folder; `synonyms` is an office's own file of them, beside the one in that
        folder, and `reranker` rescores the best hits of both legs.

        Raises LibraryError where there is none, or it cannot be searched with this encoder, or its indexes
        are damaged.
        """
        if not (data / FILE_NAME).is_file():
            raise no_library(data)
        bring_up_to_date(data)
        library = cls(data, encoder, synonyms, reranker)
        with library._reading.snapshot() as connection:
            check_readable(connection, data)
        with library._snapshot():
            pass
        return library

    def close(self) -> None:
        """Close what is open; a later call opens it again."""
        self._reading.close()

    def search(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        legs: Legs = "both",
        without: Collection[str] = (),
        within: Collection[str] | None = None,
    ) -> list[Hit]:
        """The best passages for a query, best first: `top_k` of them where so many can be found.

        `lexical` gives only passages that share a word or a pair of characters with the query; its scores
        are BM25's, those of `dense` cosines, those of `both` between 0 and 1. Passages that say the same are
        one hit of `both`, unless the query names a number or filters by year. `without` holds the keys of
        understood parts that are taken back; `within` the ids of the only passages that may be found. Raises
        QueryError (a ValueError) for a query that cannot be searched.
        """
        check_query(query, top_k)
        reranker = self._reranker if legs == "both" else None
        wanted = max(top_k, RESCORED) if reranker else top_k
        with self._snapshot() as (connection, generation):
            plan = self._plan(connection, generation, query, without)
            let_through = narrowed(filters, plan.filters)
            if generation is None or let_through is None:
                return []
            given = None if within is None else queries.select_given(connection, within)
            request = self._request(generation, plan, let_through, legs, given)
            weights = self._ranking_weights(connection, plan.dense_text)
            found = find_candidates(generation, request, legs, top_k, weights)
            folds = legs == "both" and not (names_number(query) or let_through.fiscal_years)
            hits = (folded_hits if folds else best_hits)(connection, found, wanted)
        if reranker:
            hits = rerank(reranker, plan.dense_text, hits)
        marked = marked_words(plan)
        return [
            replace(hit, rank=rank, highlights=find_highlights(marked, hit.passage.text))
            for rank, hit in enumerate(hits[:top_k], 1)
        ]

    def _request(
        self, generation: Generation, plan: QueryPlan, filters: Filters, legs: Legs, given: Ids | None
    ) -> Request:
        if legs == "lexical":
            return Request(plan.lexical, None, filters, None, given)
        vector = self._query_encoder.encode(plan.dense_text, plan.translated)
        allowed = generation.lexical.allowed(plan.lexical, filters, given)
        return Request(plan.lexical, vector, filters, allowed, given)

    def _ranking_weights(self, connection: sqlite3.Connection, query: str) -> RankingWeights:
        if is_foreign(query):
            return FOREIGN
        return read_weights(connection) or RankingWeights()

    def understand(self, query: str, without: Collection[str] = ()) -> Understood:
        """What `search` makes of a query. Raises QueryError for one that cannot be searched."""
        check_query(query, top_k=1)
        with self._snapshot() as (connection, generation):
            return self._plan(connection, generation, query, without).understood

    def sentence_scores(
        self, query: str, passages: Sequence[Passage], without: Collection[str] = ()
    ) -> Mapping[str, Sequence[SentenceScore]]:
        """How near each sentence of given passages is to a query, by passage id; a passage that is no longer
        in the indexes has none. Raises QueryError for a query that cannot be searched."""
        check_query(query, top_k=1)
        with self._snapshot() as (connection, generation):
            if generation is None:
                return {}
            plan = self._plan(connection, generation, query, without)
            vector = self._query_encoder.encode(plan.dense_text, plan.translated)
            numbers = queries.select_numbers(connection, [passage.id for passage in passages])
            return score_sentences(generation.dense, vector, passages, numbers)

    def _plan(
        self,
        connection: sqlite3.Connection,
        generation: Generation | None,
        query: str,
        without: Collection[str],
    ) -> QueryPlan:
        stands = generation.lexical.has_phrase if generation else lambda _: True
        known = KnownWords(self._synonyms.synonyms(), self._synonyms.glossary, stands)
        return plan_query(query, lambda: queries.select_facets(connection), known, without)

    def facets(self) -> Facets:
        """How many documents there are of each kind, issuer and fiscal year."""
        with self._reading.snapshot() as connection:
            return queries.select_facets(connection)

    def documents(self) -> Sequence[Document]:
        """All documents, by path."""
        with self._reading.snapshot() as connection:
            return queries.select_documents(connection)

    def document(self, document_id: str) -> Document | None:
        """One document, None where there is none of this id."""
        with self._reading.snapshot() as connection:
            return queries.select_document(connection, document_id)

    def pages(self, document_id: str) -> Sequence[Page]:
        """The pages of a document, in order."""
        with self._reading.snapshot() as connection:
            return queries.select_pages(connection, document_id)

    def page(self, document_id: str, number: int) -> Page | None:
        """One page (from 1) of a document, None where there is none."""
        with self._reading.snapshot() as connection:
            return queries.select_page(connection, document_id, number)

    def texts(self, document_id: str, spans: Sequence[Span]) -> Sequence[str]:
        """What stands on some spans of a document's pages, one text a span."""
        with self._reading.snapshot() as connection:
            return place_queries.select_texts(connection, document_id, spans)

    def rows(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[TableRow]:
        """The rows of a document's tables, in order; where spans are given those that stand on them."""
        with self._reading.snapshot() as connection:
            return place_queries.select_rows(connection, document_id, spans)

    def fields(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[Field]:
        """The fields of the forms in a document, in order; where spans are given those that stand on them."""
        with self._reading.snapshot() as connection:
            return place_queries.select_fields(connection, document_id, spans)

    def evidence(self, document_id: str) -> Sequence[Evidence]:
        """Why a document is described as it is."""
        with self._reading.snapshot() as connection:
            return queries.select_evidence(connection, document_id)

    def readings(self) -> Sequence[DocumentReading]:
        """What was read of each document, by path."""
        with self._reading.snapshot() as connection:
            return reading_status.select_readings(connection)

    def passage(self, passage_id: str) -> Passage | None:
        """One passage, None where there is none of this id."""
        with self._reading.snapshot() as connection:
            return queries.select_passage(connection, passage_id)

    def passages(self, document_id: str) -> Sequence[Passage]:
        """The passages of a document, in order."""
        with self._reading.snapshot() as connection:
            return queries.select_document_passages(connection, document_id)

    def findings(self) -> Sequence[Finding]:
        """All findings, document by document."""
        with self._reading.snapshot() as connection:
            return queries.select_findings(connection)

    def measures(self) -> Sequence[Measure]:
        """What was done about findings as measures-taken reports tell it, document by document."""
        with self._reading.snapshot() as connection:
            return queries.select_measures(connection)

    def original(self, document_id: str) -> Path | None:
        """The file a document was indexed from, None where the library keeps none."""
        with self._reading.snapshot() as connection:
            name = queries.select_original(connection, document_id)
        path = original_path(self._data, name) if name else None
        return path if path and path.is_file() else None

    def term_frequencies(self, lemmas: Sequence[str]) -> TermFrequencies:
        """In how many passages (their title and headings with them) each lemma occurs."""
        with self._snapshot() as (connection, generation):
            by_lemma = generation.lexical.frequencies(lemmas) if generation else dict.fromkeys(lemmas, 0)
            return TermFrequencies(queries.count(connection, "passages"), by_lemma)

    def status(self) -> LibraryStatus:
        """What the library holds and what it could not read."""
        with self._reading.snapshot() as connection:
            return LibraryStatus(
                documents=queries.count(connection, "documents"),
                pages=queries.count(connection, "pages"),
                passages=queries.count(connection, "passages"),
                findings=queries.count(connection, "findings"),
                encoder=self._encoder.name,
                skipped=tuple(queries.select_skipped(connection)),
                unread_pages=tuple(reading_status.select_unread_pages(connection)),
                bytes_on_disk=bytes_on_disk(self._data),
                sources=tuple(queries.select_sources(connection)),
                doubtful_pages=tuple(reading_status.select_doubtful_pages(connection)),
                page_counts=reading_status.count_pages(connection),
                rows=queries.count(connection, "table_rows"),
                proof=select_proof(connection),
                ranking_weights=read_weights(connection),
            )

    def state(self) -> LibraryState:
        """What the library's answers depend on now."""
        with self._reading.snapshot() as connection:
            weights = read_weights(connection) or RankingWeights()
            reranker = self._reranker.name if self._reranker else None
            return read_state(connection, weights.as_json(), self._synonyms.synonyms(), reranker)

    @contextmanager
    def _snapshot(self) -> Iterator[tuple[sqlite3.Connection, Generation | None]]:
        """One state of the library: its tables, and the indexes that belong to them."""
        for attempt in range(1, RELOADS + 1):
            with self._reading.snapshot() as connection:
                try:
                    generation = self._matching_generation(connection)
                except FileNotFoundError as error:
                    if attempt < RELOADS:
                        continue
                    raise OldIndexesError(
                        f"the indexes of the library in {self._data} are missing ({error.filename}); "
                        "index again into the same folder to make them anew"
                    ) from error
                yield connection, generation
                return

    def _matching_generation(self, connection: sqlite3.Connection) -> Generation | None:
        """The indexes that the snapshot names, loaded once for all threads."""
        published = read_published(connection)
        if published is None:
            return None
        generation = self._generation
        if generation is None or generation.published != published:
            with self._loading:
                generation = self._generation
                if generation is None or generation.published != published:
                    made_with = read_encoder(connection)
                    if made_with:
                        check_encoder(made_with, self._encoder)
                    generation = load_generation(self._data, published, self._encoder)
                    self._generation = generation
        return generation


def bytes_on_disk(data: Path) -> int:
    """The size of all files of a library; a file with two names counts once."""
    sizes: dict[tuple[int, int], int] = {}
    for path in data.rglob("*"):
        try:
            found = path.stat()
        except FileNotFoundError:
            continue
        if path.is_file():
            sizes[found.st_dev, found.st_ino] = found.st_size
    return sum(sizes.values())
