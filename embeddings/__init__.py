"""Texts in, vectors out; a query and texts in, scores out."""

import os
from pathlib import Path

from embeddings.errors import EncoderError, RerankerError
from embeddings.types import Encoder, Progress, Reranker, Vectors

__all__ = [
    "Encoder",
    "EncoderError",
    "Progress",
    "Reranker",
    "RerankerError",
    "Vectors",
    "load_encoder",
    "load_reranker",
    "prepare_bundled",
]

# torch and FAISS read this when they are first imported. By default their threads spin while they wait for
# each other, so that two processes on the same cores (one indexes, one searches) take the time from each
# other: measured on two cores, passages then took five times as long, and queries far more.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def load_encoder(name: str, cache: Path) -> Encoder:
    """The encoder that `name` means: `bundled`, a folder, or a model's name in the Hugging Face cache.

    Raises EncoderError. What it needs is imported here, so that `import embeddings` costs nothing.
    """
    from embeddings import loading

    return loading.load_encoder(name, cache)


def load_reranker(name: str) -> Reranker:
    """The reranker that `name` means: a folder, or a model's name in the Hugging Face cache.

    Raises RerankerError.
    """
    from embeddings import cross_encoder

    return cross_encoder.load_reranker(name)


def prepare_bundled(cache: Path, progress: Progress | None = None) -> Path:
    """The bundled model's folder, written into the cache unless it is there whole. Raises EncoderError."""
    from embeddings import bundled

    return bundled.prepare_bundled(cache, progress)
