"""What every encoder and every reranker promises."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Shape (texts, dimension), each row of length 1."""

Relevances = NDArray[np.float32]
"""Shape (texts,), higher is better; any numbers."""

Progress = Callable[[int, int], None]
"""Called with (done, total) as texts are encoded."""


class Encoder(Protocol):
    """Texts in, L2-normalised vectors out; queries and passages may be encoded differently."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def fingerprint(self) -> str:
        """A hash of the weights: vectors of two encoders with the same fingerprint may be compared."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors: ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors: ...


class Reranker(Protocol):
    """Reads a query together with each text, and scores how well the text answers it."""

    @property
    def name(self) -> str: ...

    def score(self, query: str, texts: Sequence[str]) -> Relevances: ...
