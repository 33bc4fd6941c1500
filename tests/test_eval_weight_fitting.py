"""Candidates with features in, the weighting that orders them best out."""

from math import comb

import numpy as np
import pytest
from numpy.typing import NDArray

from eval.measures import score_queries
from eval.running import JudgedQuery
from eval.weight_fitting import STEPS, best_weighting, gather, make_grid, measure_weightings
from index.ranking.weights import FEATURES, RankingWeights
from index.types import Hit
from tests.features_index import PAGES, REPORT

NOW = RankingWeights().shares


def judged(grades: dict[str, int]) -> JudgedQuery:
    """A query that judges three pages at a time: 0 is of the pages 1 to 3."""
    return JudgedQuery("q", "質問", None, grades, lambda hit: str((hit.passage.page_numbers[0] - 1) // 3))


def hits(features: NDArray[np.float64]) -> list[Hit]:
    return [
        Hit(page, REPORT, 0.0, rank, features=tuple(told))
        for rank, (page, told) in enumerate(zip(PAGES, features.tolist(), strict=True), start=1)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_measure_that_is_maximised_is_the_one_that_is_reported(seed: int) -> None:
    generator = np.random.default_rng(seed)
    found = gather(
        judged({"0": 1, "3": 2, "7": 0, "none": 1}), hits(generator.random((len(PAGES), len(FEATURES))))
    )
    grid = make_grid(NOW)
    measured = measure_weightings([found], grid)
    for column in range(0, len(grid), 17):
        scores = score_queries({"q": found.grades}, {"q": found.ranked(grid[column])})
        assert measured[0, column] == pytest.approx(scores.values[0, scores.measures.index("nDCG@10")])


def test_hits_of_equal_score_are_ranked_by_passage_id() -> None:
    query = JudgedQuery("q", "質問", None, {PAGES[4].id: 1}, lambda hit: hit.passage.id)
    found = gather(query, hits(np.full((len(PAGES), len(FEATURES)), 0.3))[::-1])
    assert found.ranked(NOW) == tuple(sorted(page.id for page in PAGES)[:10])


def test_the_grid_holds_every_way_to_share_out_the_weight_and_the_one_in_force_first() -> None:
    grid = make_grid(NOW)
    assert grid[0].tolist() == NOW.tolist()
    assert len(grid) == 1 + comb(STEPS + len(FEATURES) - 1, STEPS)
    assert np.allclose(grid.sum(axis=1), 1)
    assert (grid >= 0).all()
    assert len({tuple(row) for row in np.round(grid[1:] * STEPS).tolist()}) == len(grid) - 1


def test_the_nearest_of_the_best_is_taken() -> None:
    grid = make_grid(NOW)
    assert best_weighting(np.full((50, len(grid)), 0.7), grid).tolist() == NOW.tolist()
    by_distance = np.argsort(np.abs(grid - NOW).sum(axis=1), kind="stable")
    better = np.full((1000, len(grid)), 0.2)
    better[:, by_distance[[3, -1]]] = 0.9
    assert best_weighting(better, grid) == pytest.approx(grid[by_distance[3]])


def test_few_questions_move_the_weights_less_than_many() -> None:
    grid = make_grid(NOW)
    gains = grid[np.newaxis, :, 1] * 0.2
    few = best_weighting(np.repeat(gains, 10, axis=0), grid)
    many = best_weighting(np.repeat(gains, 1000, axis=0), grid)
    assert few.tolist() == NOW.tolist()
    assert many.tolist() == np.eye(len(FEATURES))[1].tolist()
