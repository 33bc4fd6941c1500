"""What a way of searching costs is taken over queries that every way could search."""

from eval.costs import TIMED, time_searchers
from eval.questions import Place, Question
from eval.running import Searcher, judge_question, run_searchers
from index.types import Hit
from tests.fake_index import FakeIndex, document, passage
from tests.usual_searchers import searchers

REPORT = document("報告書.pdf")
HELD = [(REPORT, passage(REPORT, "委託料は1,200千円である。"))]


def counting(asked: list[str]) -> Searcher:
    def search(query: str, top_k: int) -> list[Hit]:
        asked.append(query)
        return []

    return search


def test_a_query_that_some_way_cannot_search_is_not_timed() -> None:
    questions = [Question("1", "委託料", (Place("報告書.pdf", (1,)),), "keyword")]
    questions.append(Question("2", " ", (Place("報告書.pdf", (1,)),), "keyword"))
    queries = [judge_question(question) for question in questions]
    ways = searchers(FakeIndex(HELD))
    runs = run_searchers(queries, ways)
    asked: list[str] = []
    told: list[tuple[int, int]] = []
    costs = time_searchers({"counted": counting(asked)}, queries, runs, lambda *done: told.append(done))
    assert [(cost.name, cost.median_ms >= 0) for cost in costs] == [("counted", True)]
    assert set(asked) == {"委託料"}
    assert told == [(1, 1)]
    assert time_searchers(ways, queries[1:], runs) == ()


def test_of_many_queries_some_are_timed_spread_over_all() -> None:
    place = (Place("報告書.pdf", (1,)),)
    queries = [judge_question(Question(str(n), f"委託料{n}", place, "keyword")) for n in range(3 * TIMED)]
    runs = run_searchers(queries, searchers(FakeIndex(HELD)))
    asked: list[str] = []
    time_searchers({"counted": counting(asked)}, queries, runs)
    assert asked[1:] == [f"委託料{n}" for n in range(0, 3 * TIMED, 3)]
