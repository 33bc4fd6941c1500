"""Tokens in, the passages that share a query's tokens out, scored by BM25 (tantivy).

The score is BM25 (Robertson and Zaragoza, 2009; k1 1.2, b 0.75) over lemmas plus, with less weight, the same
over pairs of touching lemmas and over bigrams (docs/retrieval.md has what was measured); what may stand for a
part of the query (a synonym, a year of another era) scores in the place of that part.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import tantivy
from tantivy import Occur, Query

from corpus.types import Document
from index.legs.lexical_parts import QueryParts
from index.legs.scores import Ids, Scores, no_scores
from index.text.exact_units import exact_units
from index.text.passage_tokens import PassageTokens
from index.types import Filters
from index.understanding.lexical_query import LexicalQuery

WRITER_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """What each field's BM25 score is multiplied with."""

    lemmas: float = 1.0
    pairs: float = 0.5
    bigrams: float = 0.25


def make_schema() -> tantivy.Schema:
    """The fields: tokens, joined by spaces, and what documents are filtered by."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("passage", indexed=True, fast=True)
    builder.add_text_field("lemmas", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("bigrams", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("units", tokenizer_name="whitespace")
    builder.add_text_field("values", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("issuer", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("fiscal_year", indexed=True)
    return builder.build()


class LexicalIndex:
    """Reads one index folder. Many threads may search at once."""

    def __init__(self, folder: Path, weights: FieldWeights = FieldWeights()) -> None:
        self._schema = make_schema()
        self._searcher = tantivy.Index(self._schema, path=str(folder)).searcher()
        self._parts = QueryParts(self._schema, self._searcher, asdict(weights))

    def search(
        self, query: LexicalQuery, limit: int, filters: Filters = Filters(), given: Ids | None = None
    ) -> Scores:
        """The `limit` best of the passages that share a token or a wording with the query, best first; of the
        `given` ones alone, where there are such."""
        restrictions = [(Occur.Must, part) for part in self._restrictions(filters, given)]
        return self._search(query, limit, restrictions)

    def scores_of(self, query: LexicalQuery, ids: Ids) -> Scores:
        """The scores of given passages; those that share no token with the query have none."""
        return self._search(query, len(ids), [(Occur.Must, self._among(ids))])

    def coverage_of(self, query: LexicalQuery, ids: Ids) -> Scores:
        """How much of what a query asks for stands in given passages at all, 0 to 1, each word as much as it
        is rare; those that have nothing of it have none."""
        present = self._parts.presence(query)
        if not present or not len(ids):
            return no_scores()
        any_of = Query.boolean_query([(Occur.Should, each) for _, each in present])
        found = self._scored(
            Query.boolean_query([(Occur.Must, any_of), (Occur.Must, self._among(ids))]), len(ids)
        )
        return Scores(found.ids, found.values / sum(worth for worth, _ in present))

    def naming_year(self, query: LexicalQuery, ids: Ids) -> Ids:
        """Those of given passages that name a year which the query names, in whatever form."""
        named = self._parts.years(query)
        if named is None or not len(ids):
            return no_scores().ids
        among = self._among(ids)
        return self._scored(Query.boolean_query([(Occur.Must, named), (Occur.Must, among)]), len(ids)).ids

    def has_phrase(self, text: str) -> bool:
        """Whether any passage has a phrase as it is."""
        units = exact_units(text)
        return bool(units) and len(self._scored(self._parts.exact(units), 1).ids) > 0

    def passages(self) -> Ids:
        """The numbers of all passages it holds, in no order."""
        return self._numbers(Query.all_query())

    def frequencies(self, lemmas: Sequence[str]) -> dict[str, int]:
        """In how many passages each lemma occurs."""
        return {lemma: self._searcher.doc_freq("lemmas", lemma) for lemma in lemmas}

    def _search(
        self, query: LexicalQuery, limit: int, restrictions: Sequence[tuple[tantivy.Occur, tantivy.Query]]
    ) -> Scores:
        parts = self._parts.matching(query)
        limit = min(limit, self._searcher.num_docs)
        if not parts or limit == 0:
            return no_scores()
        matching = Query.boolean_query([(Occur.Should, part) for part in parts])
        restrictions = [*restrictions, *self._parts.restrictions(query)]
        whole = Query.boolean_query([(Occur.Must, matching), *restrictions]) if restrictions else matching
        return self._scored(whole, limit)

    def allowed(self, query: LexicalQuery, filters: Filters, given: Ids | None = None) -> Ids | None:
        """The numbers of the passages that a query's phrases, its excluded words and filters let through, of
        the `given` ones alone where there are such, in no order; None where nothing restricts."""
        restrictions = [
            *((Occur.Must, part) for part in self._restrictions(filters, given)),
            *self._parts.restrictions(query),
        ]
        if not restrictions:
            return None
        return self._numbers(Query.boolean_query([(Occur.Must, Query.all_query()), *restrictions]))

    def _numbers(self, query: tantivy.Query) -> Ids:
        return self._scored(query, max(1, self._searcher.num_docs)).ids

    def _scored(self, query: tantivy.Query, limit: int) -> Scores:
        hits = self._searcher.search(query, limit, count=False).hits
        ids = self._searcher.fast_field_values("passage", [address for _, address in hits])
        return Scores(np.array(ids, dtype=np.int64), np.array([score for score, _ in hits], dtype=np.float64))

    def _among(self, ids: Ids) -> tantivy.Query:
        """Given passages, without a score."""
        given = Query.term_set_query(self._schema, "passage", [int(number) for number in ids])
        return Query.const_score_query(given, 0.0)

    def _restrictions(self, filters: Filters, given: Ids | None) -> Iterable[tantivy.Query]:
        if given is not None:
            yield self._among(given)
        wanted: Mapping[str, Sequence[str | int]] = {
            "kind": filters.kinds,
            "issuer": filters.issuers,
            "fiscal_year": filters.fiscal_years,
        }
        for field, values in wanted.items():
            if values:
                any_of = Query.term_set_query(self._schema, field, list(values))
                yield Query.const_score_query(any_of, 0.0)


def removed_share(folder: Path) -> float:
    """The share of removed passages among all that an index folder still holds, 0 to 1."""
    segments = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["segments"]
    held = sum(segment["max_doc"] for segment in segments)
    removed = sum((segment["deletes"] or {}).get("num_deleted_docs", 0) for segment in segments)
    return removed / held if held else 0.0


class LexicalWriter:
    """Changes one index folder, made where it is absent; nothing shows before `commit`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        # One thread, so that the same input gives the same segments.
        self._writer = tantivy.Index(make_schema(), path=str(folder)).writer(WRITER_BYTES, num_threads=1)

    def add(self, passage: int, tokens: PassageTokens, document: Document) -> None:
        """Add a passage of a document under its number."""
        made = tantivy.Document()
        made.add_unsigned("passage", passage)
        words = (*tokens.analysis.lemmas, *tokens.analysis.foreign)
        made.add_text("lemmas", " ".join(token.lemma for token in words))
        made.add_text("pairs", " ".join(token.lemma for token in tokens.analysis.pairs))
        made.add_text("bigrams", " ".join(token.lemma for token in tokens.analysis.bigrams))
        made.add_text("units", " ".join(tokens.units))
        made.add_text("values", " ".join(tokens.values))
        if document.kind is not None:
            made.add_text("kind", document.kind)
        if document.issuer is not None:
            made.add_text("issuer", document.issuer)
        if document.fiscal_year is not None:
            made.add_integer("fiscal_year", document.fiscal_year)
        self._writer.add_document(made)

    def remove(self, passages: Sequence[int]) -> None:
        """Remove the passages of these numbers, where there are such."""
        if passages:
            # Not delete_documents_by_term: with unsigned fields it finds nothing (tantivy 0.27).
            given = tantivy.Query.term_set_query(make_schema(), "passage", list(passages))
            self._writer.delete_documents_by_query(given)

    def commit(self) -> None:
        """Write all changes and end; the writer cannot be used again. Raises OSError where that fails."""
        try:
            self._writer.commit()
            self._writer.wait_merging_threads()
        except ValueError as error:
            raise OSError(f"the lexical index could not be written: {error}") from error
