"""What a reranker reads, and how its scores stand beside those of the other hits."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.types import Document, Passage, Span
from embeddings.types import Relevances
from index import Library, index_documents
from index.ranking.reranking import RESCORED, rerank
from index.types import Hit
from tests.library_files import made_document
from tests.tiny_encoder import TinyEncoder


class Marks:
    """Scores a text by how many of a word it holds."""

    name = "marks"

    def __init__(self, word: str = "鍵") -> None:
        self.word = word
        self.read: list[str] = []

    def score(self, query: str, texts: Sequence[str]) -> Relevances:
        self.read += texts
        return np.array([10 * text.count(self.word) - 5 for text in texts], np.float32)


def hit(name: str, text: str, score: float) -> Hit:
    document = Document("甲", "甲.pdf", "規程", None, None, None, 1)
    return Hit(Passage(name, "甲", ("第1章", "第2条"), text, (Span(1, 0, 1),)), document, score, 1)


def test_the_reranker_orders_what_it_reads_and_ties_go_by_id() -> None:
    hits = [hit("丁", "扉", 0.9), hit("丙", "扉", 0.8), hit("乙", "鍵", 0.7), hit("甲", "鍵と鍵", 0.1)]
    reranker = Marks()
    found = rerank(reranker, "鍵", hits)
    assert [each.passage.id for each in found] == ["甲", "乙", "丁", "丙"]
    assert reranker.read[0] == "規程\n第1章\n第2条\n扉"


def test_hits_that_are_not_read_stay_below_in_their_order() -> None:
    hits = [hit(f"{number:03}", "扉", 1 - number / 1000) for number in range(RESCORED + 3)]
    hits[-1] = hit("鍵", "鍵", 0.5)
    reranker = Marks()
    found = rerank(reranker, "鍵", hits)
    assert len(reranker.read) == RESCORED
    assert [each.passage.id for each in found] == [each.passage.id for each in hits]
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] < scores[RESCORED] < scores[RESCORED - 1] <= 1


def test_any_number_that_a_model_gives_becomes_a_score() -> None:
    class Odd(Marks):
        def score(self, query: str, texts: Sequence[str]) -> Relevances:
            return np.array([-np.inf, np.nan, 1e30, -1e30, 0], np.float32)

    found = rerank(Odd(), "鍵", [hit(name, "扉", 0.5) for name in "abcde"])
    assert [(each.passage.id, each.score) for each in found] == [
        ("c", 1.0),
        ("e", 0.5),
        ("a", 0.0),
        ("b", 0.0),
        ("d", 0.0),
    ]
    assert rerank(Odd(), "鍵", []) == []


@pytest.fixture
def data(tmp_path: Path, tiny_encoder: TinyEncoder) -> Path:
    texts = [f"扉の点検をする。{letter}棟" for letter in "いろはにほへと"]
    index_documents(tmp_path, [made_document("甲", [*texts, "鍵の点検をする。ち棟"])], tiny_encoder)
    return tmp_path


def test_a_library_with_a_reranker_lifts_what_it_prefers(data: Path, tiny_encoder: TinyEncoder) -> None:
    plain, reranked = Library.open(data, tiny_encoder), Library.open(data, tiny_encoder, reranker=Marks())
    query = "扉の点検をする。い棟"
    assert plain.search(query, top_k=1)[0].passage.id != "甲-8"
    found = reranked.search(query, top_k=2)
    assert [(each.passage.id, each.rank) for each in found] == [("甲-8", 1), ("甲-1", 2)]
    assert reranked.search(query, top_k=2) == found
    assert reranked.search(query, legs="dense") == plain.search(query, legs="dense")


def test_a_reranker_is_given_no_operators(data: Path, tiny_encoder: TinyEncoder) -> None:
    asked: list[str] = []

    class Asked(Marks):
        def score(self, query: str, texts: Sequence[str]) -> Relevances:
            asked.append(query)
            return super().score(query, texts)

    Library.open(data, tiny_encoder, reranker=Asked()).search("点検 -鍵")
    assert asked == ["点検"]
