"""The usual ways of searching an index, for tests: no model and no other library."""

from pathlib import Path

from eval.configurations import USUAL, make_searchers
from eval.running import Searcher
from index.types import Index


def searchers(index: Index) -> dict[str, Searcher]:
    return make_searchers(USUAL, index, Path("no-model"))
