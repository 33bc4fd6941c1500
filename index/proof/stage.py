"""A library in, proof that search finds what its documents say, kept with the generation it was proven on."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path

from embeddings.types import Encoder, Vectors
from index.errors import LibraryError
from index.proof.proving import ProvenDocument, SearchProof
from index.proof.sentences import draw_sentences
from index.storage import queries
from index.storage.database import Reading, writing
from index.storage.generations import Published, load_generation
from index.storage.proofs import (
    ProvenWith,
    carry_over,
    is_proven,
    put_proofs,
    unproven_documents,
)
from index.storage.records import as_passage
from index.storage.store import NumberedPassage, read_published
from index.text.analysis import analyser_name
from index.types import DocumentProof, Notice, Progress
from index.understanding.query_plan import KnownWords
from index.understanding.synonym_files import OWN_FILE, SynonymFiles

AT_A_TIME = 50
"""Documents whose sentences are encoded together, and whose outcomes are written together."""


def prove_search(data: Path, encoder: Encoder, progress: Progress) -> tuple[Notice, ...]:
    """Prove the search of what is published; nothing is asked of documents with an outcome that still holds.

    What the library holds stays as it is, whatever comes out. A proof that cannot be made leaves documents
    unproven, which the library's status tells, and gives a notice with the reason.
    """
    reading = Reading(data)
    try:
        with closing(reading), reading.snapshot() as connection:
            published = read_published(connection)
            if published is not None:
                _prove(data, encoder, connection, published, progress)
    except (LibraryError, OSError) as error:
        return (Notice(str(data), f"search was not proven: {error}"),)
    return ()


def _prove(
    data: Path, encoder: Encoder, connection: sqlite3.Connection, published: Published, progress: Progress
) -> None:
    made_by = f"{encoder.name} {encoder.dimension} {encoder.fingerprint}"
    by = ProvenWith(published.manifest, analyser_name(), made_by)
    if is_proven(connection, by):
        return
    words = SynonymFiles([data / OWN_FILE])
    known = KnownWords(words.synonyms(), words.glossary)
    proof = SearchProof(connection, load_generation(data, published, encoder), known)
    with _recording(data, published) as writer:
        carry_over(writer, by, proof.missing)
        waiting = unproven_documents(writer)
    for start in range(0, len(waiting), AT_A_TIME):
        documents = [_read(connection, each) for each in waiting[start : start + AT_A_TIME]]
        outcomes: list[DocumentProof] = []
        for document, vectors in _with_vectors(documents, encoder):
            progress("proving", start + len(outcomes), len(waiting), document.document.path)
            outcomes.append(proof.of(document, vectors))
        with _recording(data, published) as writer:
            put_proofs(writer, outcomes, by)
    if waiting:
        progress("proving", len(waiting), len(waiting))


def _read(connection: sqlite3.Connection, document_id: str) -> ProvenDocument:
    """A document with what is to be found of it."""
    document = queries.select_document(connection, document_id)
    assert document is not None
    passages = [
        NumberedPassage(row["number"], as_passage(row), document)
        for row in connection.execute(
            "SELECT * FROM passages WHERE document = ? ORDER BY number", (document_id,)
        )
    ]
    pages = connection.execute(
        "SELECT number, text FROM pages WHERE document = ? ORDER BY number", (document_id,)
    )
    texts = {row["number"]: row["text"] for row in pages}
    return ProvenDocument(document, texts, passages, draw_sentences(document_id, passages))


def _with_vectors(
    documents: Sequence[ProvenDocument], encoder: Encoder
) -> Iterator[tuple[ProvenDocument, Vectors]]:
    """The documents, each with the vectors of its sentences."""
    sentences = [sentence.text for sentence in chain.from_iterable(each.sentences for each in documents)]
    vectors = encoder.encode_queries(sentences)
    done = 0
    for document in documents:
        yield document, vectors[done : done + len(document.sentences)]
        done += len(document.sentences)


@contextmanager
def _recording(data: Path, published: Published) -> Iterator[sqlite3.Connection]:
    """The writer's transaction, while the generation that is being proven is still the published one."""
    with writing(data) as connection:
        if read_published(connection) != published:
            raise LibraryError("another process has changed the library meanwhile")
        yield connection
