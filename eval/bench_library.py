"""A library of 50,000 passages to measure the app with, made by the usual run over documents made up for it.

Its passages' vectors are hashed pairs of characters instead of the model's (which would take an hour): the
index over them is as large and as slow to search. Queries are encoded by the bundled model.
"""

import shutil
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.types import Encoder, Progress, Vectors
from eval.bench_documents import write_documents
from index import refresh

PASSAGES = 50_000
TABLE = 1 << 12
"""How many rows of chance the pairs of characters are hashed into."""


@dataclass(frozen=True, slots=True)
class HashingEncoder:
    """Encodes queries as another encoder does, and passages at no cost."""

    encoder: Encoder

    @property
    def name(self) -> str:
        return self.encoder.name

    @property
    def dimension(self) -> int:
        return self.encoder.dimension

    @property
    def fingerprint(self) -> str:
        return self.encoder.fingerprint

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        table = _chance(self.dimension)
        sums = np.stack([table[_rows(text)].sum(axis=0) for text in texts])
        if progress is not None:
            progress(len(texts), len(texts))
        vectors: Vectors = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return vectors


def bench_library(folder: Path, encoder: Encoder, passages: int = PASSAGES) -> Path:
    """The data folder of a library of about that many passages under `folder`, kept for the next time."""
    documents, data = folder / f"documents-{passages}", folder / f"library-{passages}"
    if not documents.is_dir():
        making = documents.with_suffix(".making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        write_documents(making, passages)
        making.rename(documents)
    report = refresh(data, [documents], HashingEncoder(encoder))
    if report.skipped:
        raise RuntimeError(f"the library to measure with was not made: {report.skipped}")
    return data


def _rows(text: str) -> NDArray[np.int64]:
    pairs = (text[start : start + 2] for start in range(max(1, len(text) - 1)))
    return np.array([zlib.crc32(pair.encode()) % TABLE for pair in pairs], dtype=np.int64)


@lru_cache(maxsize=1)
def _chance(dimension: int) -> NDArray[np.float32]:
    return np.random.default_rng(0).standard_normal((TABLE, dimension), dtype=np.float32)
