"""A query and passages in, how much of the query stands in each of them word for word out."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from corpus import squeeze

LONGEST = 200
"""Characters of a query that are looked for."""


def phrase_shares(query: str, texts: Iterable[str]) -> NDArray[np.float64]:
    """For each text the longest run of the query's characters that stands in it, as a share of the query.

    Compared after NFKC, in small letters and without white space.
    """
    wanted = squeeze(query).lower()[:LONGEST]
    return np.array([_longest_run(wanted, squeeze(text).lower()) for text in texts]) / max(len(wanted), 1)


def _longest_run(wanted: str, text: str) -> int:
    """The length of the longest run of characters of `wanted` that `text` holds."""
    start = longest = 0
    while start + longest < len(wanted):
        if wanted[start : start + longest + 1] in text:
            longest += 1
        else:
            start += 1
    return longest
