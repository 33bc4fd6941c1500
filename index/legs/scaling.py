"""The scores of one leg in, the same between 0 and 1 out."""

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
