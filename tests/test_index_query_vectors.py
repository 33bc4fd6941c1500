"""Vectors of queries: Japanese ones as they are, foreign ones moved towards Japanese."""

import numpy as np
import pytest

from index.ranking.query_vectors import QueryEncoder, is_foreign
from tests.tiny_encoder import TinyEncoder


@pytest.mark.parametrize(
    ("query", "foreign"),
    [
        ("What is the purpose of the fund?", True),
        ("password policy", True),
        ("三層の対策", False),
        ("BCP の策定 status report", False),
        ("BCP LGWAN", False),
        ("password", False),
        ("2020 1,234", False),
    ],
)
def test_words_of_a_latin_language_are_foreign(query: str, foreign: bool) -> None:
    assert is_foreign(query) is foreign


def test_a_japanese_query_is_encoded_as_it_is() -> None:
    encoder = TinyEncoder()
    vector = QueryEncoder(encoder).encode("監査の指摘", "監査の指摘")
    assert np.array_equal(vector, encoder.encode_queries(["監査の指摘"]))


def test_a_foreign_query_comes_nearer_to_the_words_it_is_translated_by() -> None:
    encoder = TinyEncoder()
    passage = encoder.encode_queries(["監査の指摘"])[0]
    plain = encoder.encode_queries(["audit finding"])[0]
    moved = QueryEncoder(encoder).encode("audit finding", "監査 指摘")
    assert moved.shape == (1, encoder.dimension)
    assert np.linalg.norm(moved) == pytest.approx(1, abs=1e-5)
    assert moved[0] @ passage > plain @ passage
