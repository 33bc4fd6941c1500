"""A collection and a kind of token in, a way of searching by BM25 on them out."""

from collections.abc import Callable, Sequence

from eval.bm25 import Bm25
from eval.collection import Collection
from eval.running import Searcher
from index.text.analysis import Analysis, analyse
from index.types import Hit

TokensOf = Callable[[Analysis], Sequence[str]]


def lemmas_of(analysis: Analysis) -> list[str]:
    """The content words by lemma."""
    return [token.lemma for token in analysis.lemmas]


def bigrams_of(analysis: Analysis) -> list[str]:
    """The character bigrams."""
    return [token.lemma for token in analysis.bigrams]


def bm25_searcher(collection: Collection, analyses: Sequence[Analysis], tokens_of: TokensOf) -> Searcher:
    """BM25 over the tokens of each passage; `analyses` has one of each, in the collection's order."""
    bm25 = Bm25([tokens_of(analysis) for analysis in analyses])

    def search(query: str, top_k: int) -> list[Hit]:
        found = bm25.search(tokens_of(analyse(query)), top_k)
        return [collection[row].as_hit(score, rank) for rank, (row, score) in enumerate(found, 1)]

    return search
