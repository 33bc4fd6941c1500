"""Passages and a variant in, a way of searching them out; each text is cut once by each tokenizer."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from corpus import fold
from eval.ablation_variants import Part, Variant
from eval.bm25 import Bm25, best_rows
from eval.collection import Collection, HeldPassage
from eval.running import Searcher
from eval.timing import total_seconds
from eval.tokenizers import TOKENIZERS, Tokenize
from index.types import Hit

BM25S_HELD = 6
QUERIES_HELD = 10_000
TIMED, ROUNDS = 200, 3


@dataclass(frozen=True, slots=True)
class Cutting:
    """What a tokenizer made of all passages.

    tokens: all of them; vocabulary: the different ones; postings: those of each passage added up.
    """

    tokenizer: str
    characters: int
    tokens: int
    vocabulary: int
    postings: int
    characters_a_second: float


class Ablation:
    """Ways of searching one collection by BM25."""

    def __init__(self, passages: Collection) -> None:
        self._passages = passages
        self._texts = lru_cache(self._texts_of)
        self._tokenizer = lru_cache(_tokenizer)
        self._tokens = lru_cache(maxsize=None)(self._tokens_of)
        self._bm25 = lru_cache(BM25S_HELD)(self._bm25_of)
        self._query = lru_cache(QUERIES_HELD)(self._query_of)

    def searcher(self, variant: Variant) -> Searcher:
        """The way of searching that a variant describes."""

        def search(query: str, top_k: int) -> list[Hit]:
            scores = np.zeros(len(self._passages))
            for field in variant.fields:
                index = self._bm25(field.tokenizer, field.part, field.k1, field.b)
                scores += field.weight * index.scores(self._query(field.tokenizer, query))
            found = best_rows(scores, top_k)
            return [self._passages[row].as_hit(score, rank) for rank, (row, score) in enumerate(found, 1)]

        return search

    def cuttings(self, tokenizers: Sequence[str]) -> tuple[Cutting, ...]:
        """What each tokenizer makes of all passages; how fast, on some of them, taking turns."""
        texts = self._texts("all")
        timed = texts[:: max(1, len(texts) // TIMED)][:TIMED]
        seconds = total_seconds({name: self._tokenizer(name) for name in tokenizers}, timed, ROUNDS)
        characters = sum(map(len, texts))
        return tuple(
            _cutting(name, self._tokens(name, "all"), characters, sum(map(len, timed)) / seconds[name])
            for name in tokenizers
        )

    def _texts_of(self, part: Part) -> list[str]:
        return [fold(PARTS[part](held)) for held in self._passages]

    def _tokens_of(self, tokenizer: str, part: Part) -> list[list[str]]:
        tokenize = self._tokenizer(tokenizer)
        return [[sys.intern(token) for token in tokenize(text)] for text in self._texts(part)]

    def _bm25_of(self, tokenizer: str, part: Part, k1: float, b: float) -> Bm25:
        return Bm25(self._tokens(tokenizer, part), k1, b)

    def _query_of(self, tokenizer: str, query: str) -> list[str]:
        return self._tokenizer(tokenizer)(fold(query))


PARTS: dict[Part, Callable[[HeldPassage], str]] = {
    "all": lambda held: held.text,
    "title": lambda held: held.document.title,
    "headings": lambda held: "\n".join(held.passage.headings),
    "title and headings": lambda held: "\n".join((held.document.title, *held.passage.headings)),
    "text": lambda held: held.passage.text,
}


def _tokenizer(name: str) -> Tokenize:
    return TOKENIZERS[name]()


def _cutting(tokenizer: str, lists: Sequence[Sequence[str]], characters: int, speed: float) -> Cutting:
    return Cutting(
        tokenizer,
        characters,
        tokens=sum(map(len, lists)),
        vocabulary=len({token for tokens in lists for token in tokens}),
        postings=sum(len(set(tokens)) for tokens in lists),
        characters_a_second=speed,
    )
