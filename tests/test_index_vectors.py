"""The cache of vectors: each text is encoded once, whatever becomes of the run."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from embeddings.types import Progress, Vectors
from index.storage.vectors import BATCH, VectorCache
from tests.tiny_encoder import TinyEncoder

TEXTS = [f"第{number}号の文" for number in range(2 * BATCH + 10)]


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[VectorCache]:
    made = VectorCache(tmp_path)
    yield made
    made.close()


class CutOff(TinyEncoder):
    """Stops in its second batch."""

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if self.encoded:
            raise KeyboardInterrupt
        return super().encode_passages(texts, progress)


def test_what_is_kept_is_what_was_encoded(cache: VectorCache) -> None:
    encoder = TinyEncoder()
    first = cache.encode(TEXTS, encoder)
    assert np.allclose(first, encoder.encode_queries(TEXTS), atol=1e-3)
    assert encoder.encoded == len(TEXTS)
    assert np.array_equal(cache.encode(TEXTS, encoder), first)
    assert encoder.encoded == len(TEXTS)


def test_equal_texts_are_encoded_once(cache: VectorCache) -> None:
    encoder = TinyEncoder()
    vectors = cache.encode(["同じ", "別の", "同じ"], encoder)
    assert encoder.encoded == 2
    assert np.array_equal(vectors[0], vectors[2])


def test_an_interrupted_run_keeps_the_batches_it_finished(cache: VectorCache) -> None:
    with pytest.raises(KeyboardInterrupt):
        cache.encode(TEXTS, CutOff())
    encoder = TinyEncoder()
    cache.encode(TEXTS, encoder)
    assert encoder.encoded == len(TEXTS) - BATCH


def test_encoders_do_not_share_vectors(cache: VectorCache) -> None:
    cache.encode(["文"], TinyEncoder())
    other = TinyEncoder(dimension=32)
    assert cache.encode(["文"], other).shape == (1, 32)
    assert other.encoded == 1


def test_only_what_is_in_use_is_kept(cache: VectorCache) -> None:
    encoder = TinyEncoder()
    cache.encode(["残る", "消える"], encoder)
    cache.keep_only(["残る"], encoder)
    cache.encode(["残る", "消える"], encoder)
    assert encoder.encoded == 3


def test_progress_ends_with_all(cache: VectorCache) -> None:
    told: list[tuple[int, int]] = []
    cache.encode(TEXTS, TinyEncoder(), lambda done, total: told.append((done, total)))
    assert told[-1] == (len(TEXTS), len(TEXTS))
    assert told == sorted(told)
