"""Ways of searching side by side over one index."""

from eval.beir import BeirQuery
from eval.misses import list_misses
from eval.questions import Place, Question
from eval.running import RIGHT, judge_beir_query, judge_question, rank, run_searchers
from eval.summary import summarise
from tests.fake_index import FakeIndex, document, passage
from tests.usual_searchers import searchers

REPORT = document("報告書.pdf")
OTHER = document("別紙.pdf")
P1 = passage(REPORT, "委託料は1,200千円である。", page=1)
P2 = passage(REPORT, "委託料の内訳は別紙のとおり。", page=2)
P3 = passage(OTHER, "工事費。", page=1)
HELD = [(REPORT, P1), (REPORT, P2), (OTHER, P3)]
QUESTION = Question("k1", "委託料", (Place("報告書.pdf", (1, 2)),), "keyword")
MISSED = Question("t1", "工事費", (Place("別紙.pdf", quotes=("工事費",)),), "table")


def index() -> FakeIndex:
    orders = {
        ("lexical", "委託料"): [P3.id, P1.id, P2.id],
        ("dense", "委託料"): [P1.id],
        ("both", "委託料"): [P2.id, P1.id],
        ("lexical", "工事費"): [P3.id],
    }
    return FakeIndex(HELD, orders)


def test_the_first_right_hit_stands_for_all_right_hits() -> None:
    ranking = rank(judge_question(QUESTION), searchers(index())["lexical"])
    assert ranking.keys == (P3.id, RIGHT)
    assert [hit.passage.id for hit in ranking.hits] == [P3.id, P1.id]


def test_legs_are_measured_side_by_side_over_the_same_questions() -> None:
    runs = run_searchers([judge_question(QUESTION), judge_question(MISSED)], searchers(index()))
    assert [run.name for run in runs] == ["lexical", "dense", "tenkyo"]
    means = {run.name: run.scores.values.mean(axis=0).tolist() for run in runs}
    assert means["lexical"][:3] == [0.5, 1.0, 1.0]
    assert means["dense"] == [0.5] * 5
    assert means["tenkyo"][4] == 0.5


def test_kinds_are_summarised_apart_and_misses_tell_what_stood_above() -> None:
    queries = [judge_question(QUESTION), judge_question(MISSED)]
    lexical, _, both = run_searchers(queries, searchers(index()))
    summary = summarise(lexical, queries)
    assert [(group.kind, group.queries) for group in summary.groups] == [
        ("all", 2),
        ("keyword", 1),
        ("table", 1),
    ]
    assert summary.groups[1].measures["MRR@10"].mean == 0.5
    [miss] = list_misses(both, queries)
    assert (miss.query_id, miss.rank, miss.above) == ("t1", None, ())
    assert list_misses(lexical, queries) == []


def test_more_hits_are_fetched_until_ten_corpus_entries_are_among_them() -> None:
    long = document("long")
    held = [(long, passage(long, "三層の対策" + "あ" * n)) for n in range(1, 40)]
    others = [document(f"d{n:02d}") for n in range(12)]
    held += [(other, passage(other, "三層の対策")) for other in others]
    order = [found.id for _, found in held]
    fake = FakeIndex(held, {("both", "三層の対策"): order})
    query = judge_beir_query(BeirQuery("q", "三層の対策", None, {"d05": 1}))
    ranking = rank(query, searchers(fake)["tenkyo"])
    assert ranking.keys == ("long", *(f"d{n:02d}" for n in range(9)))
    assert [top_k for _, _, top_k in fake.asked] == [10, 30, 90]


def test_a_query_that_cannot_be_searched_counts_as_nothing_found_and_says_why() -> None:
    query = judge_beir_query(BeirQuery("q", " ", None, {"d": 1}))
    ranking = rank(query, searchers(FakeIndex(HELD))["tenkyo"])
    assert (ranking.keys, ranking.error) == ((), "the query is empty")


def test_progress_counts_every_query_of_every_way() -> None:
    seen: list[tuple[int, int]] = []
    run_searchers(
        [judge_question(QUESTION)], searchers(index()), lambda done, total: seen.append((done, total))
    )
    assert seen == [(1, 3), (2, 3), (3, 3)]
