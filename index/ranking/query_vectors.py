"""A query in, the vector that the dense leg is asked with out."""

import re
import threading
from functools import lru_cache

import numpy as np

from embeddings.types import Encoder, Vectors
from index.ranking.generic_questions import ENGLISH, JAPANESE
from index.understanding.english_words import JAPANESE_CHARACTER

TO_JAPANESE = 0.5
FROM_ENGLISH = 0.75
"""How much of the mean vector of Japanese questions is added to an English one, and how much of that of
English questions is taken out."""

_WORD = re.compile(r"\b[a-z]{2,}\b")
FEWEST_WORDS = 2

KEPT = 32
"""Of how many queries the vectors are kept."""


def is_foreign(query: str) -> bool:
    """Whether a query is in the words of a Latin language (What is ...).

    Abbreviations (BCP, LGWAN) stand in Japanese text as they are, and are no such words.
    """
    return not JAPANESE_CHARACTER.search(query) and len(_WORD.findall(query)) >= FEWEST_WORDS


class QueryEncoder:
    """Gives queries their vectors. Threads may share one.

    The vectors of a multilingual encoder hold the language beside the meaning, so a foreign query is nearest
    to whatever has Latin words in it. Its vector is moved from the mean of its language to that of Japanese
    (Libovický, Rosa and Fraser, On the Language Neutrality of Pre-trained Multilingual Representations,
    Findings of EMNLP 2020), and added to the vector of the query with its known terms in Japanese.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.encode = lru_cache(maxsize=KEPT)(self._encode)
        """See `_encode`; a question is asked of passages and then of their sentences, with one vector."""
        self._shift: Vectors | None = None
        self._lock = threading.Lock()

    def _encode(self, query: str, translated: str) -> Vectors:
        """The vector of a query, shape (1, dimension), of length 1; `translated` is the query with its known
        terms in Japanese, the query itself where there are none."""
        if not is_foreign(query):
            return self._encoder.encode_queries([query])
        both = self._encoder.encode_queries([query, translated])
        moved = both.sum(axis=0, keepdims=True) + self._language_shift()
        vector: Vectors = moved / np.maximum(np.linalg.norm(moved), 1e-12)
        return vector

    def _language_shift(self) -> Vectors:
        """What makes an English query a Japanese one, as far as that is a direction; made once."""
        with self._lock:
            if self._shift is None:
                english = self._encoder.encode_queries(ENGLISH).mean(axis=0)
                japanese = self._encoder.encode_queries(JAPANESE).mean(axis=0)
                self._shift = TO_JAPANESE * japanese - FROM_ENGLISH * english
            return self._shift
