"""Nearest vectors, exactly."""

from pathlib import Path

import faiss
import numpy as np
import pytest

from index.legs.dense import DenseIndex

COUNT, DIMENSION = 500, 16


def unit_vectors(count: int, seed: int) -> np.ndarray:
    drawn = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    # Half precision first, so that what the index holds is what the test compares with.
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)


VECTORS = unit_vectors(COUNT, 1)
IDS = np.arange(COUNT, dtype=np.int64) * 3 + 10


@pytest.fixture
def index() -> DenseIndex:
    made = DenseIndex(DIMENSION)
    made.add(IDS, VECTORS)
    return made


def nearest(query: np.ndarray, allowed: np.ndarray, limit: int) -> list[int]:
    scores = VECTORS @ query
    ranked = sorted((-scores[(number - 10) // 3], number) for number in allowed.tolist())
    return [number for _, number in ranked[:limit]]


def test_the_nearest_are_found_with_their_cosines(index: DenseIndex) -> None:
    query = unit_vectors(1, 2)[0]
    found = index.search(query, 10)
    assert found.ids.tolist() == nearest(query, IDS, 10)
    assert np.allclose(found.values, np.sort(VECTORS @ query)[::-1][:10], atol=1e-5)


@pytest.mark.parametrize("share", [0.004, 0.02, 0.3, 1.0])
def test_a_filter_loses_nothing(index: DenseIndex, share: float) -> None:
    allowed = np.random.default_rng(3).choice(IDS, size=int(COUNT * share), replace=False)
    for seed in range(10):
        query = unit_vectors(1, 100 + seed)[0]
        found = index.search(query, 10, allowed)
        assert found.ids.tolist() == nearest(query, allowed, 10)


def test_scores_of_given_passages_are_those_of_the_search(index: DenseIndex) -> None:
    query = unit_vectors(1, 4)[0]
    wanted = np.array([10, 13, 999_999], dtype=np.int64)
    found = index.scores_of(query, wanted)
    assert dict(zip(found.ids.tolist(), found.values.tolist(), strict=True)) == pytest.approx(
        {10: float(VECTORS[0] @ query), 13: float(VECTORS[1] @ query)}, abs=1e-5
    )


def test_removed_passages_are_gone_and_what_is_read_is_what_was_written(
    index: DenseIndex, tmp_path: Path
) -> None:
    index.remove(np.array([10, 16, 999_999], dtype=np.int64))
    index.write(tmp_path / "dense.faiss")
    again = DenseIndex.read(tmp_path / "dense.faiss")
    assert len(again) == COUNT - 2
    query = VECTORS[0]
    assert again.search(query, 20).ids.tolist() == index.search(query, 20).ids.tolist()
    assert 10 not in again.search(query, COUNT).ids.tolist()
    again.add(np.array([10], dtype=np.int64), VECTORS[:1])
    assert again.search(query, 1).ids.tolist() == [10]


def test_nothing_is_found_where_there_is_nothing(index: DenseIndex) -> None:
    assert DenseIndex(DIMENSION).search(VECTORS[0], 5).ids.size == 0
    assert index.search(VECTORS[0], 5, np.empty(0, dtype=np.int64)).ids.size == 0


def test_a_search_leaves_the_number_of_threads_as_it_was(index: DenseIndex) -> None:
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(2)
    try:
        index.search(VECTORS[0], 5)
        assert faiss.omp_get_max_threads() == 2
    finally:
        faiss.omp_set_num_threads(before)


def test_a_passage_is_as_near_as_the_nearest_of_its_vectors(index: DenseIndex) -> None:
    more = unit_vectors(COUNT, 5)
    index.add(np.repeat(IDS[:50], 10), more)
    for seed in range(5):
        query = unit_vectors(1, 200 + seed)[0]
        best = VECTORS @ query
        best[:50] = np.maximum(best[:50], (more @ query).reshape(50, 10).max(1))
        found = index.search(query, 30)
        assert len(set(found.ids.tolist())) == 30
        assert found.values == pytest.approx(np.sort(best)[::-1][:30], abs=1e-5)
        assert found.values == pytest.approx(best[(found.ids - 10) // 3], abs=1e-5)


def test_few_passages_of_many_vectors_are_all_found() -> None:
    made = DenseIndex(DIMENSION)
    made.add(np.repeat(np.array([7, 8], dtype=np.int64), [400, 1]), VECTORS[:401])
    assert sorted(made.search(VECTORS[0], 2).ids.tolist()) == [7, 8]
    made.remove(np.array([7], dtype=np.int64))
    assert made.search(VECTORS[0], 2).ids.tolist() == [8]


def test_each_vector_of_a_passage_is_compared_in_the_order_it_was_added() -> None:
    made = DenseIndex(DIMENSION)
    made.add(np.array([7, 7, 9, 7], dtype=np.int64), VECTORS[:4])
    made.remove(np.array([9], dtype=np.int64))
    made.add(np.array([9], dtype=np.int64), VECTORS[4:5])
    query = unit_vectors(1, 3)[0]
    similar = made.similarities(query, np.array([7, 9, 11], dtype=np.int64))
    assert sorted(similar) == [7, 9]
    assert similar[7] == pytest.approx(VECTORS[[0, 1, 3]] @ query, abs=1e-6)
    assert similar[9] == pytest.approx(VECTORS[[4]] @ query, abs=1e-6)
