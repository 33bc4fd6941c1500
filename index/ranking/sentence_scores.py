"""A query's vector and passages in, how near each of their sentences is out."""

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.types import Passage
from embeddings.types import Vectors
from index.legs.dense import DenseIndex
from index.text.context import unit_places
from index.types import SentenceScore


def score_sentences(
    dense: DenseIndex, vector: Vectors, passages: Sequence[Passage], numbers: Mapping[str, int]
) -> dict[str, list[SentenceScore]]:
    """The scores of each passage's sentences, in their order, by its id; `numbers` are the passages' own in
    the dense index. The vectors are those that were indexed: nothing is encoded."""
    known = [passage for passage in passages if passage.id in numbers]
    held = np.array([numbers[passage.id] for passage in known], dtype=np.int64)
    similar = dense.similarities(vector, held)
    scores: dict[str, list[SentenceScore]] = {}
    for passage in known:
        places = unit_places(passage.text)
        of_passage = similar.get(numbers[passage.id])
        if of_passage is not None and len(of_passage) == len(places):
            pairs = zip(places, of_passage.tolist(), strict=True)
            scores[passage.id] = [SentenceScore(place.start, place.end, score) for place, score in pairs]
    return scores
