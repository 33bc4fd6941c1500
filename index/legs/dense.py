"""Vectors in, the passages nearest to a query's vector out: exact, in half precision (FAISS)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from index.legs.scores import Ids, Scores, no_scores

Floats = NDArray[np.float32]


@contextmanager
def one_thread() -> Iterator[None]:
    """Let the calling thread work alone inside.

    A query takes a few milliseconds; on a busy machine, waiting for a second thread takes longer. Set back
    afterwards, as torch may share the setting.
    """
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


MORE_VECTORS = 4
"""How many vectors are looked at for each passage asked for, and how many times more where these are of
too few passages."""


class DenseIndex:
    """Passages by their vectors, of which each may have several: its score is that of the nearest one.

    Scores are inner products, which for unit vectors are cosines. Many threads may search at once; adding
    and removing is for one thread alone.
    """

    def __init__(self, dimension: int) -> None:
        quantizer = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        self._index: Any = faiss.IndexIDMap(quantizer)

    @classmethod
    def read(cls, path: Path) -> "DenseIndex":
        """The index in a file that `write` made."""
        made = cls.__new__(cls)
        made._index = faiss.read_index(str(path))
        return made

    def write(self, path: Path) -> None:
        """Write the whole index into one file. Raises OSError where that fails."""
        try:
            faiss.write_index(self._index, str(path))
        except RuntimeError as error:
            raise OSError(f"the dense index could not be written: {error}") from error

    def __len__(self) -> int:
        """How many vectors there are."""
        return int(self._index.ntotal)

    def passages(self) -> Ids:
        """The numbers of all passages it holds, ascending."""
        held: Ids = np.unique(self._owners())
        return held

    def add(self, ids: Ids, vectors: Floats) -> None:
        """Add vectors, one row for each of `ids`, which names the passage that it is of."""
        if len(ids):
            self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)

    def remove(self, ids: Ids) -> None:
        """Remove passages; those that are not there are passed over."""
        if len(ids):
            self._index.remove_ids(faiss.IDSelectorBatch(ids))

    def search(
        self, vector: Floats, limit: int, allowed: Ids | None = None, barred: Ids | None = None
    ) -> Scores:
        """The `limit` nearest of the allowed passages (of all where None) that are not barred, nearest first;
        none is missed."""
        if allowed is not None:
            allowed = allowed if barred is None else np.setdiff1d(allowed, barred)
            limit = min(limit, len(allowed))
        if not limit or not len(self):
            return no_scores()
        query = np.ascontiguousarray(vector.reshape(1, -1), dtype=np.float32)
        parameters: Any = None
        # Each in a name of its own: what holds a selector only points to it.
        selector: Any = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(allowed)
        elif barred is not None:
            others = faiss.IDSelectorBatch(barred)
            selector = faiss.IDSelectorNot(others)
        if selector is not None:
            parameters = faiss.SearchParameters()
            parameters.sel = selector
        asked = limit
        while True:
            asked = min(asked * MORE_VECTORS, len(self))
            with one_thread():
                values, ids = self._index.search(query, asked, params=parameters)
            found = ids[0] >= 0
            _, firsts = np.unique(ids[0][found], return_index=True)
            if len(firsts) >= limit or not found.all() or asked == len(self):
                best = np.sort(firsts)[:limit]
                return Scores(ids[0][best], values[0][best].astype(np.float64))

    def scores_of(self, vector: Floats, ids: Ids) -> Scores:
        """The scores of given passages, in no order; those that are not there have none."""
        return self.search(vector, len(ids), ids)

    def similarities(self, vector: Floats, passages: Ids) -> dict[int, Floats]:
        """The inner products of a vector with each passage's own vectors, in the order they were added."""
        owners = self._owners()
        similar: dict[int, Floats] = {}
        for passage in passages.tolist():
            held = np.flatnonzero(owners == passage)
            stored = [self._index.index.reconstruct(place) for place in held.tolist()]
            if stored:
                similar[passage] = np.stack(stored) @ vector.reshape(-1)
        return similar

    def vectors_of(self, passages: Ids) -> tuple[Ids, Floats]:
        """Whose each vector of given passages is, in ascending order, and these vectors, those of one passage
        in the order they were added."""
        owners = self._owners()
        places = np.flatnonzero(np.isin(owners, passages))
        places = places[np.argsort(owners[places], kind="stable")]
        vectors: Floats = self._index.index.reconstruct_batch(places)
        return owners[places], vectors

    def _owners(self) -> Ids:
        owners: Ids = faiss.vector_to_array(self._index.id_map)
        return owners
