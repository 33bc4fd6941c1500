"""What each leg of a search gives: passages by their number in the library, with their scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
"""The numbers under which SQLite holds passages."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Passages with their scores (higher is better); both arrays are of one length."""

    ids: Ids
    values: NDArray[np.float64]


def no_scores() -> Scores:
    """The scores of no passages."""
    return Scores(np.empty(0, dtype=np.int64), np.empty(0))


def lookup(scores: Scores, ids: Ids, absent: float) -> NDArray[np.float64]:
    """The scores of given passages in the order of `ids`, `absent` for those that have none."""
    if not len(scores.ids):
        return np.full(len(ids), absent)
    order = np.argsort(scores.ids)
    places = np.minimum(np.searchsorted(scores.ids, ids, sorter=order), len(order) - 1)
    found: NDArray[np.float64] = scores.values[order][places]
    return np.where(scores.ids[order][places] == ids, found, absent)
