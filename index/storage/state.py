"""What a library's answers depend on, as digests: equal on a copied library, another after any change."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping

from index.storage.store import read_encoder
from index.text.analysis import analyser_name
from index.types import LibraryState
from index.understanding.synonyms import Synonyms

_DOCUMENTS = """
    SELECT id, title, kind, issuer, fiscal_year, reader_version, ocr FROM documents ORDER BY id
"""


def read_state(
    connection: sqlite3.Connection, weights: str, synonyms: Synonyms, reranker: str | None
) -> LibraryState:
    """The state of an open library that ranks by these weights and knows these synonyms.

    It holds each document with how it was read and described, but not where the library lies nor when it was
    written.
    """
    encoder = read_encoder(connection)
    return LibraryState(
        documents={row["id"]: digest(list(row)) for row in connection.execute(_DOCUMENTS)},
        encoder=digest([encoder.name, encoder.dimension, encoder.fingerprint] if encoder else None),
        analyser=digest(analyser_name()),
        weights=digest(weights),
        synonyms=digest([_pairs(synonyms.words), _pairs(synonyms.terms)]),
        reranker=digest(reranker),
    )


def digest(value: object) -> str:
    """The sha256 (hexadecimal) of a value that JSON can hold."""
    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _pairs(wordings: Mapping[str, tuple[str, ...]] | Mapping[tuple[str, ...], tuple[str, ...]]) -> object:
    return sorted([key if isinstance(key, str) else list(key), list(said)] for key, said in wordings.items())
