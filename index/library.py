"""A data folder in, an Index over the documents it holds out."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.types import Passage
from embeddings.types import Encoder, Reranker
from index.holdings import Holdings
from index.legs.scores import no_scores
from index.ranking.candidates import Candidates, Request, find_candidates, only_scored
from index.ranking.highlights import find_highlights, marked_words
from index.ranking.hits import best_hits, folded_hits
from index.ranking.near_duplicates import folds_editions
from index.ranking.own_weights import read_weights
from index.ranking.query_vectors import QueryEncoder, is_foreign
from index.ranking.reranking import RESCORED, rerank
from index.ranking.search_pages import CANDIDATES, Wanted, make_page
from index.ranking.sentence_scores import score_sentences
from index.ranking.similar import similar_page
from index.ranking.weights import FOREIGN, RankingWeights
from index.snapshots import Snapshots
from index.status import read_status
from index.storage import queries
from index.storage.database import FILE_NAME, bring_up_to_date, check_readable, no_library
from index.storage.generations import Generation
from index.storage.state import read_state
from index.types import (
    Filters,
    Hit,
    Legs,
    LibraryState,
    LibraryStatus,
    Order,
    SearchPage,
    SentenceScore,
    TermFrequencies,
)
from index.understanding.field_words import narrowed, united
from index.understanding.query_plan import KnownWords, QueryPlan, plan_query
from index.understanding.query_text import check_query
from index.understanding.synonym_files import OWN_FILE, SynonymFiles
from index.understanding.understood import Understood


class Library(Holdings):
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
        super().__init__(data)
        self._encoder = encoder
        self._query_encoder = QueryEncoder(encoder)
        self._reranker = reranker
        self._synonyms = SynonymFiles([*([synonyms] if synonyms else []), data / OWN_FILE])
        self._snapshot = Snapshots(data, encoder, self._reading).open

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
            found = self._candidates(connection, generation, plan, let_through, top_k, legs, within)
            folds = legs == "both" and folds_editions(query, let_through)
            hits = (folded_hits if folds else best_hits)(connection, found, wanted)
        if reranker:
            hits = rerank(reranker, plan.dense_text, hits)
        marked = marked_words(plan)
        return [
            replace(hit, rank=rank, highlights=find_highlights(marked, hit.passage.text))
            for rank, hit in enumerate(hits[:top_k], 1)
        ]

    def search_page(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        without: Collection[str] = (),
        order: Order = "relevance",
        *,
        grouped: bool = False,
    ) -> SearchPage:
        """What a page of hits shows for a query. In the order of relevance and not grouped its hits are those
        of `search`; grouped they are the first hits of each of `top_k` documents.

        Sorted, grouped and counted are the best passages found, CANDIDATES at most. Raises QueryError as
        `search` does.
        """
        check_query(query, top_k)
        with self._snapshot() as (connection, generation):
            plan = self._plan(connection, generation, query, without)
            if generation is None:
                return SearchPage()

            def found_under(others: Filters) -> Candidates:
                let_through = narrowed(others, plan.filters)
                if let_through is None:
                    return only_scored(no_scores())
                return self._candidates(connection, generation, plan, let_through, CANDIDATES)

            reranker = self._reranker
            read = max(top_k, RESCORED) if reranker else top_k
            folds = folds_editions(query, united(filters, plan.filters))
            page = make_page(
                connection,
                found_under,
                filters,
                Wanted(top_k, read, order, grouped, folds),
                (lambda hits: rerank(reranker, plan.dense_text, hits)) if reranker else list,
            )
        marked = marked_words(plan)
        hits = (replace(hit, highlights=find_highlights(marked, hit.passage.text)) for hit in page.hits)
        return replace(page, hits=tuple(hits))

    def similar(
        self,
        passage_id: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        order: Order = "relevance",
        *,
        grouped: bool = False,
        same_document: bool = False,
    ) -> SearchPage:
        """The passages of other documents, with `same_document` of all, that are nearest to a passage, by the
        vectors of their sentences; what is nearest in each is marked. Nothing for one that is not there.
        """
        wanted = Wanted(top_k, top_k, order, grouped, folds=not filters.fiscal_years)
        with self._snapshot() as (connection, generation):
            if generation is None:
                return SearchPage()
            return similar_page(connection, generation, passage_id, filters, wanted, same_document)

    def _candidates(
        self,
        connection: sqlite3.Connection,
        generation: Generation,
        plan: QueryPlan,
        filters: Filters,
        top_k: int,
        legs: Legs = "both",
        within: Collection[str] | None = None,
    ) -> Candidates:
        given = queries.select_given(connection, within, filters.documents)
        vector = allowed = None
        if legs != "lexical":
            vector = self._query_encoder.encode(plan.dense_text, plan.translated)
            allowed = generation.lexical.allowed(plan.lexical, filters, given)
        request = Request(plan.lexical, vector, filters, allowed, given)
        weights = self._ranking_weights(connection, plan.dense_text)
        return find_candidates(generation, request, legs, top_k, weights)

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

    def term_frequencies(self, lemmas: Sequence[str]) -> TermFrequencies:
        """In how many passages (their title and headings with them) each lemma occurs."""
        with self._snapshot() as (connection, generation):
            by_lemma = generation.lexical.frequencies(lemmas) if generation else dict.fromkeys(lemmas, 0)
            return TermFrequencies(queries.count(connection, "passages"), by_lemma)

    def status(self) -> LibraryStatus:
        """What the library holds and what it could not read."""
        with self._reading.snapshot() as connection:
            return read_status(connection, self._data, self._encoder.name)

    def state(self) -> LibraryState:
        """What the library's answers depend on now."""
        with self._reading.snapshot() as connection:
            weights = read_weights(connection) or RankingWeights()
            reranker = self._reranker.name if self._reranker else None
            return read_state(connection, weights.as_json(), self._synonyms.synonyms(), reranker)
