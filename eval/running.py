"""Judged queries and named ways of searching in, rankings and their scores out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from eval.beir import BeirQuery
from eval.judging import is_right
from eval.measures import DEPTH, QueryScores, score_queries
from eval.questions import Question
from index.types import Hit, Index, Legs

Searcher = Callable[[str, int], Sequence[Hit]]
"""A way of searching: a query and how many hits are wanted in, hits out, best first."""

Progress = Callable[[int, int], None]
"""Called with (done, total)."""

LEGS: tuple[Legs, ...] = ("lexical", "dense", "both")
RIGHT = "right"
"""The key of every hit on a right place of a question: the first one counts."""

DEEPER = 3
"""How many times more hits are asked for when too few different keys were among them."""


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query with the relevance of right keys; `key` tells what a hit counts as."""

    id: str
    query: str
    kind: str | None
    grades: Mapping[str, int]
    key: Callable[[Hit], str]


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one way of searching found for a query: different keys, best first, each with its best hit.

    `error` says why the query could not be searched; it then counts as nothing found.
    """

    keys: tuple[str, ...]
    hits: tuple[Hit, ...]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What one named way of searching did on all queries."""

    name: str
    rankings: Mapping[str, Ranking]
    scores: QueryScores


def judge_question(question: Question) -> JudgedQuery:
    """A question as a query: any hit on any of its places is right."""

    def key(hit: Hit) -> str:
        right = any(is_right(hit, place) for place in question.places)
        return RIGHT if right else hit.passage.id

    return JudgedQuery(question.id, question.query, question.kind, {RIGHT: 1}, key)


def judge_beir_query(query: BeirQuery) -> JudgedQuery:
    """A BEIR query: the best passage of a corpus entry stands for it."""
    return JudgedQuery(query.id, query.text, query.kind, query.grades, lambda hit: hit.document.path)


def searchers(index: Index) -> dict[str, Searcher]:
    """The ways of searching that are compared: each leg of an index alone, and both."""

    def search(legs: Legs, query: str, top_k: int) -> Sequence[Hit]:
        return index.search(query, top_k=top_k, legs=legs)

    return {legs: partial(search, legs) for legs in LEGS}


def rank(query: JudgedQuery, search: Searcher) -> Ranking:
    """The first ten different keys that a search finds; it is asked for more hits until there are ten."""
    top_k = DEPTH
    wanted = {key for key, grade in query.grades.items() if grade > 0}
    while True:
        try:
            hits = search(query.query, top_k)
        except ValueError as error:
            return Ranking((), (), str(error))
        best: dict[str, Hit] = {}
        for hit in hits:
            best.setdefault(query.key(hit), hit)
        if len(best) >= DEPTH or len(hits) < top_k or wanted <= best.keys():
            return Ranking(tuple(best)[:DEPTH], tuple(best.values())[:DEPTH])
        top_k *= DEEPER


def run_searchers(
    queries: Sequence[JudgedQuery], ways: Mapping[str, Searcher], progress: Progress | None = None
) -> list[Run]:
    """One Run a way of searching, over the same queries. Raises ValueError where there are no queries."""
    judged = {query.id: query.grades for query in queries}
    runs: list[Run] = []
    total = len(queries) * len(ways)
    for name, search in ways.items():
        rankings: dict[str, Ranking] = {}
        for query in queries:
            rankings[query.id] = rank(query, search)
            if progress:
                progress(len(runs) * len(queries) + len(rankings), total)
        found = {query_id: ranking.keys for query_id, ranking in rankings.items()}
        runs.append(Run(name, rankings, score_queries(judged, found)))
    return runs
