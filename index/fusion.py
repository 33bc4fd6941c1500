"""The scores of two legs in, one score a passage out."""

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


def min_max(values: Values, lowest: float | None = None) -> Values:
    """The values scaled so that the lowest is 0 and the highest 1; all 0 where they do not differ.

    `lowest`, where given, stands for the lowest value that could have occurred.
    Lee, Analyses of Multiple Evidence Combination (SIGIR 1997).
    """
    if not len(values):
        return values
    floor = float(values.min()) if lowest is None else lowest
    reach = float(values.max()) - floor
    if reach <= 0:
        return np.zeros_like(values)
    return np.maximum(values - floor, 0.0) / reach


def fuse(lexical: Values, dense: Values, dense_weight: float) -> Values:
    """The weighted sum of two legs' scaled scores, passage by passage, 0 to 1.

    Bruch, Gai and Ingber, An Analysis of Fusion Functions for Hybrid Retrieval (ACM TOIS 2023).
    """
    if not 0 <= dense_weight <= 1:
        raise ValueError(f"a dense weight of {dense_weight}; allowed: 0 to 1")
    return (1 - dense_weight) * lexical + dense_weight * dense
