"""A passage's stored vectors in, the passages elsewhere that are nearest to it out."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.legs.dense import DenseIndex, Floats
from index.legs.scores import Ids, Scores, no_scores
from index.ranking.candidates import Candidates, only_scored
from index.ranking.search_pages import Wanted, make_page
from index.storage.generations import Generation
from index.storage.queries import select_document_numbers, select_given, select_numbers, select_passage
from index.text.analysis import Analysis
from index.text.context import unit_places
from index.types import Filters, Hit, SearchPage
from index.understanding.lexical_query import LexicalQuery

NOTHING_ASKED = LexicalQuery(Analysis((), ()))


def similar_page(
    connection: sqlite3.Connection,
    generation: Generation,
    passage_id: str,
    filters: Filters,
    wanted: Wanted,
    same_document: bool,
) -> SearchPage:
    """The page of the passages that are nearest to one, of other documents where not `same_document`; an
    empty one where the passage is not there."""
    passage = select_passage(connection, passage_id)
    if passage is None:
        return SearchPage()
    dense = generation.dense
    number = select_numbers(connection, [passage_id])[passage_id]
    own = () if same_document else (passage.document_id,)
    barred = np.append(select_document_numbers(connection, own), number)

    def found_under(others: Filters) -> Candidates:
        given = select_given(connection, None, others.documents)
        allowed = generation.lexical.allowed(NOTHING_ASKED, others, given)
        return only_scored(find_similar(dense, number, wanted.limit, allowed, barred))

    page = make_page(connection, found_under, filters, wanted, list)
    numbers = select_numbers(connection, [hit.passage.id for hit in page.hits])
    return replace(page, hits=tuple(mark_nearest(dense, number, page.hits, numbers)))


def find_similar(dense: DenseIndex, passage: int, limit: int, allowed: Ids | None, barred: Ids) -> Scores:
    """The passages nearest to one, at most `limit`, in no order, none of the `barred` ones among them; no
    passages where it has no vectors.

    Those nearest to the mean of its vectors are compared with it sentence by sentence: for each sentence or
    row of the one the cosine of the nearest of the other, meant over these; the score is the mean of both
    directions (after chamfer matching: Barrow et al., Parametric Correspondence, IJCAI 1977).
    """
    _, own = dense.vectors_of(_one(passage))
    if not len(own):
        return no_scores()
    mean = own.mean(axis=0)
    near = dense.search(mean / max(float(np.linalg.norm(mean)), 1e-12), limit, allowed, barred)
    owners, vectors = dense.vectors_of(near.ids)
    return chamfer(own, owners, vectors)


def chamfer(own: Floats, owners: Ids, vectors: Floats) -> Scores:
    """How alike each passage is to one of the vectors `own`; `owners` tells, in ascending order, whose each
    of the other vectors is."""
    if not len(owners):
        return no_scores()
    ids, firsts, counts = np.unique(owners, return_index=True, return_counts=True)
    cosines: NDArray[np.float64] = (own @ vectors.T).astype(np.float64)
    ours = np.maximum.reduceat(cosines, firsts, axis=1).mean(axis=0)
    theirs = np.add.reduceat(cosines.max(axis=0), firsts) / counts
    return Scores(ids, (ours + theirs) / 2)


def mark_nearest(
    dense: DenseIndex, passage: int, hits: Sequence[Hit], numbers: Mapping[str, int]
) -> Iterator[Hit]:
    """The hits with that sentence or row marked in each which is nearest to any of the passage's."""
    _, own = dense.vectors_of(_one(passage))
    for hit in hits:
        _, vectors = dense.vectors_of(_one(numbers[hit.passage.id]))
        places = unit_places(hit.passage.text)
        if len(places) == len(vectors):
            nearest = places[int((own @ vectors.T).max(axis=0).argmax())]
            hit = replace(hit, highlights=((nearest.start, nearest.end),))
        yield hit


def _one(passage: int) -> Ids:
    return np.array([passage], dtype=np.int64)
