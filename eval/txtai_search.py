"""A collection and a model in, a way of searching it by txtai, the peer, out."""

from pathlib import Path

from eval.collection import Collection
from eval.running import Searcher
from index.types import Hit


def txtai_searcher(collection: Collection, model: Path) -> Searcher:
    """txtai's hybrid search (BM25 and vectors, half each) over the same texts with the same model.

    Everything else is as txtai has it; the words that the model wants before queries and passages come from
    its folder. Raises ImportError where txtai is not installed.
    """
    try:
        from txtai import Embeddings
    except ImportError as error:
        raise ImportError("comparing with txtai needs it: pip install 'tenkyo[peers]'") from error
    embeddings = Embeddings(path=str(model), hybrid=True, content=False)
    embeddings.index((row, held.text, None) for row, held in enumerate(collection))

    def search(query: str, top_k: int) -> list[Hit]:
        found = sorted(embeddings.search(query, top_k), key=lambda one: (-one[1], one[0]))
        return [collection[row].as_hit(score, rank) for rank, (row, score) in enumerate(found, 1)]

    return search
