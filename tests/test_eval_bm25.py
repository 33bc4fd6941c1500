"""BM25 in memory against the formula by hand, and against tantivy's order."""

import sys
from math import log

import pytest
import tantivy

pytest.importorskip("bm25s", reason="bm25s, of the extra `peers`, is not installed")

from eval.bm25 import Bm25

ROWS = [["監査", "委託"], ["委託", "契約", "契約"], ["予算"], []]


def test_scores_are_those_of_the_formula() -> None:
    [(row, score), *others] = Bm25(ROWS).search(["契約", "委託"], 10)
    mean = 6 / 4
    norm = 1.2 * (1 - 0.75 + 0.75 * 3 / mean)
    rare, common = log(1 + (4 - 1 + 0.5) / (1 + 0.5)), log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    assert row == 1
    assert score == pytest.approx(rare * 2 / (2 + norm) + common * 1 / (1 + norm))
    assert [row for row, _ in others] == [0]


def test_a_token_given_twice_counts_once() -> None:
    index = Bm25(ROWS)
    assert index.search(["委託", "委託"], 10) == index.search(["委託"], 10)


def test_ties_break_by_row_and_the_limit_holds() -> None:
    assert [row for row, _ in Bm25([["橋"]] * 9).search(["橋"], 4)] == [0, 1, 2, 3]


@pytest.mark.parametrize("rows", [ROWS, [], [[], []]])
def test_unknown_tokens_and_empty_indexes_find_nothing(rows: list[list[str]]) -> None:
    assert Bm25(rows).search(["図書館"], 10) == []
    assert Bm25(rows).search([], 10) == []


def test_the_scores_are_tantivys_divided_by_k1_plus_one() -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", fast=True)
    builder.add_text_field("words", tokenizer_name="whitespace")
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for number, row in enumerate(ROWS):
        made = tantivy.Document()
        made.add_unsigned("row", number)
        made.add_text("words", " ".join(row))
        writer.add_document(made)
    writer.commit()
    index.reload()
    searcher = index.searcher()
    hits = searcher.search(index.parse_query("契約 委託 予算", ["words"]), 10).hits
    theirs = dict(
        zip(
            searcher.fast_field_values("row", [address for _, address in hits]),
            [score / 2.2 for score, _ in hits],
            strict=True,
        )
    )
    assert dict(Bm25(ROWS).search(["契約", "委託", "予算"], 10)) == pytest.approx(theirs, rel=1e-5)


def test_without_bm25s_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bm25s", None)
    with pytest.raises(ImportError, match=r"tenkyo\[peers\]"):
        Bm25(ROWS)
