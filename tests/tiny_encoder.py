"""An encoder for tests: no model, no chance, the same vectors everywhere; texts that look alike are near."""

import hashlib
from collections.abc import Sequence

import numpy as np

from embeddings.types import Progress, Vectors


class TinyEncoder:
    """Counts hashed runs of one to three characters. `encoded` tells how many passages it was given."""

    def __init__(self, dimension: int = 64, name: str = "tiny") -> None:
        self._dimension = dimension
        self._name = name
        self.encoded = 0

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(f"{self._name} {self._dimension}".encode()).hexdigest()

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        vectors = self._encode(texts)
        self.encoded += len(texts)
        if progress:
            progress(len(texts), len(texts))
        return vectors

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            row[0] = 1e-6
            for length in (1, 2, 3):
                for start in range(len(text) - length + 1):
                    digest = hashlib.blake2b(text[start : start + length].encode(), digest_size=4).digest()
                    row[int.from_bytes(digest, "little") % self._dimension] += length
        lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / lengths
