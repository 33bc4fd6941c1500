"""Names of configurations in, ways of searching over one index out."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from eval.bm25_search import bigrams_of, bm25_searcher, lemmas_of
from eval.collection import Collection, read_collection
from eval.reciprocal_rank import fused_searcher
from eval.running import Progress, Searcher
from eval.txtai_search import txtai_searcher
from index.text.analysis import Analysis, analyse
from index.types import Hit, Index, Legs

OURS = "tenkyo"
"""What an office gets: the index with both its legs."""

USUAL = ("lexical", "dense", OURS)
"""The configurations that need nothing but the index."""


class Parts:
    """What configurations are made of, each made once and only where one asks for it."""

    def __init__(self, index: Index, model: Path) -> None:
        self.index = index
        self.model = model

    @cached_property
    def collection(self) -> Collection:
        """Every passage of the index."""
        return read_collection(self.index)

    @cached_property
    def analyses(self) -> Sequence[Analysis]:
        """The tokens of each passage."""
        return [analyse(held.text) for held in self.collection]

    def searcher(self, legs: Legs) -> Searcher:
        """The index's own search by some of its legs."""

        def search(query: str, top_k: int) -> Sequence[Hit]:
            return self.index.search(query, top_k=top_k, legs=legs)

        return search

    def bm25(self, tokens_of: Callable[[Analysis], Sequence[str]]) -> Searcher:
        """BM25 over one kind of token."""
        return bm25_searcher(self.collection, self.analyses, tokens_of)


CONFIGURATIONS: dict[str, Callable[[Parts], Searcher]] = {
    "bigrams": lambda parts: parts.bm25(bigrams_of),
    "lemmas": lambda parts: parts.bm25(lemmas_of),
    "lexical": lambda parts: parts.searcher("lexical"),
    "dense": lambda parts: parts.searcher("dense"),
    "rrf": lambda parts: fused_searcher([parts.searcher("lexical"), parts.searcher("dense")]),
    "txtai": lambda parts: txtai_searcher(parts.collection, parts.model),
    OURS: lambda parts: parts.searcher("both"),
}
"""Every configuration by its name, in the order in which they are told."""


def check_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names, each once and in the order in which they are told. Raises ValueError for an unknown one."""
    unknown = [name for name in names if name not in CONFIGURATIONS]
    if unknown:
        raise ValueError(f"no configuration {unknown[0]!r}; there are: {', '.join(CONFIGURATIONS)}")
    return tuple(name for name in CONFIGURATIONS if name in names)


def make_searchers(
    names: Sequence[str], index: Index, model: Path, progress: Progress | None = None
) -> dict[str, Searcher]:
    """Each configuration's way of searching over an index, by name.

    `model` is the folder of the index's encoder. Raises ValueError for an unknown name, ImportError where a
    library that a configuration needs is not installed.
    """
    parts = Parts(index, model)
    searchers: dict[str, Searcher] = {}
    for name in check_names(names):
        searchers[name] = CONFIGURATIONS[name](parts)
        if progress:
            progress(len(searchers), len(names))
    return searchers
