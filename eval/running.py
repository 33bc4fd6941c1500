"""Judged queries and named ways of searching in, rankings and their scores out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.beir import BeirQuery
from eval.judging import is_right, place_words
from eval.measures import DEPTH, QueryScores, score_queries
from eval.questions import Question
from index.types import Hit

Searcher = Callable[[str, int], Sequence[Hit]]
"""A way of searching: a query and how many hits are wanted in, hits out, best first."""

Progress = Callable[[int, int], None]
"""Called with (done, total)."""

RIGHT = "right"
"""The key of every hit on a right place of a question: the first one counts."""

DEEPER = 3
"""How many times more hits are asked for when too few different keys were among them."""


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query with the relevance of right keys; `key` tells what a hit counts as.

    `places` tells in words where the right passages stand.
    """

    id: str
    query: str
    kind: str | None
    grades: Mapping[str, int]
    key: Callable[[Hit], str]
    places: tuple[str, ...] = ()


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

    places = tuple(place_words(place) for place in question.places)
    return JudgedQuery(question.id, question.query, question.kind, {RIGHT: 1}, key, places)


def judge_beir_query(query: BeirQuery) -> JudgedQuery:
    """A BEIR query: the best passage of a corpus entry stands for it."""
    right = tuple(corpus_id for corpus_id, grade in query.grades.items() if grade > 0)
    return JudgedQuery(query.id, query.text, query.kind, query.grades, lambda hit: hit.document.path, right)


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
