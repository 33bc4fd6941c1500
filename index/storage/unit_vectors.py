"""The sentences and rows of passages in, one vector each out."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from embeddings.types import Encoder, Vectors
from index.storage.vectors import VectorCache
from index.text.context import Unit

ALONE = 0.5
"""The weight of a sentence by itself beside the same sentence under its title and heading.

Under its title every sentence of a document looks like every other; by itself it does not tell what it is
about.
"""


def encode_units(
    units: Sequence[Unit], cache: VectorCache, encoder: Encoder, encoded: Callable[[int], None]
) -> Vectors:
    """Unit vectors of shape (units, dimension); `encoded` is told how many of the units are done."""
    texts = list(unit_texts(units))
    both = cache.encode(texts, encoder, lambda done, _: encoded((done + 1) // 2))
    summed = both[::2] + ALONE * both[1::2]
    vectors: Vectors = summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-12)
    return vectors


def unit_texts(units: Iterable[Unit]) -> Iterator[str]:
    """The texts that are encoded for units: two each."""
    for unit in units:
        yield unit.in_context
        yield unit.alone
