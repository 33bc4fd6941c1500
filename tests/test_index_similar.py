"""How alike passages are, by the vectors of their sentences."""

import numpy as np

from index.legs.dense import DenseIndex
from index.ranking.similar import chamfer, find_similar

EAST, NORTH, WEST = (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)


def floats(*rows: tuple[float, float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def ids(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


def test_the_mean_of_both_directions_over_each_sentence_and_its_nearest() -> None:
    found = chamfer(floats(EAST, NORTH), ids(4, 7, 7), floats(EAST, EAST, WEST))
    assert found.ids.tolist() == [4, 7]
    # 4: ours (1 + 0) / 2, theirs 1. 7: ours (1 + 0) / 2, theirs (1 + 0) / 2.
    assert found.values.tolist() == [0.75, 0.5]


def test_a_passage_that_says_all_of_it_and_nothing_else_is_nearest() -> None:
    dense = DenseIndex(2)
    dense.add(ids(1, 1, 2, 2, 3, 4, 4), floats(EAST, NORTH, EAST, NORTH, EAST, EAST, WEST))
    found = find_similar(dense, 1, 10, None, barred=ids(1))
    assert sorted(found.ids.tolist()) == [2, 3, 4]
    assert found.ids[found.values.argmax()] == 2
    assert found.values.max() == 1.0


def test_barred_passages_are_left_out_whatever_is_allowed() -> None:
    dense = DenseIndex(2)
    dense.add(ids(1, 2, 3), floats(EAST, EAST, NORTH))
    assert find_similar(dense, 1, 10, None, barred=ids(1, 2)).ids.tolist() == [3]
    assert find_similar(dense, 1, 10, ids(1, 2), barred=ids(1)).ids.tolist() == [2]
    assert not len(find_similar(dense, 1, 10, ids(1), barred=ids(1)).ids)


def test_a_passage_without_vectors_is_like_nothing() -> None:
    dense = DenseIndex(2)
    assert not len(find_similar(dense, 1, 10, None, barred=ids(1)).ids)
