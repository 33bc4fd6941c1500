"""Token lists in, the rows that share a query's tokens out, scored by BM25, all in memory (bm25s).

The score is BM25 in Lucene's form (Kamphuis et al., Which BM25 Do You Mean?, 2020); tantivy's is k1 + 1 times
as high: idf tf / (tf + k1 (1 - b + b length / mean length)), idf = ln(1 + (N - df + 0.5) / (df + 0.5)).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

K1, B = 1.2, 0.75

RowScores = NDArray[np.float64]


class Bm25:
    """The BM25 scores of token lists, which are numbered by row from 0; a query's token counts once.

    Raises ImportError where bm25s is not installed.
    """

    def __init__(self, token_lists: Sequence[Sequence[str]], k1: float = K1, b: float = B) -> None:
        try:
            import bm25s
        except ImportError as error:
            raise ImportError("BM25 in memory needs bm25s: pip install 'tenkyo[peers]'") from error
        numbers = {token: number for number, token in enumerate(dict.fromkeys(_all(token_lists)))}
        self._numbers = numbers
        self._rows = len(token_lists)
        self._index = bm25s.BM25(k1=k1, b=b, method="lucene", dtype="float64")
        if numbers:
            ids = [[numbers[token] for token in tokens] for tokens in token_lists]
            self._index.index((ids, numbers), create_empty_token=False, show_progress=False)

    def scores(self, query_tokens: Sequence[str]) -> RowScores:
        """The score of every row, 0 for those that share no token with the query; shape (rows,)."""
        wanted = [self._numbers[token] for token in dict.fromkeys(query_tokens) if token in self._numbers]
        if not wanted:
            return np.zeros(self._rows)
        scores: RowScores = self._index.get_scores_from_ids(wanted)
        return scores

    def search(self, query_tokens: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """The `limit` best rows that share a token with the query and their scores, ties by row."""
        return best_rows(self.scores(query_tokens), limit)


def best_rows(scores: RowScores, limit: int) -> list[tuple[int, float]]:
    """The `limit` best of the rows that score more than 0, best first, ties by row."""
    order = np.argsort(-scores, kind="stable")[:limit]
    return [(int(row), float(scores[row])) for row in order if scores[row] > 0]


def _all(token_lists: Sequence[Sequence[str]]) -> list[str]:
    return [token for tokens in token_lists for token in tokens]
