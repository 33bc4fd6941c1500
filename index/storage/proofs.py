"""Outcomes of the proof that search works in, rows of the library's table out, and back.

An outcome is shown for the generation of the indexes that it holds for, and for no other.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from index.storage.queries import count
from index.storage.store import read_published
from index.types import DocumentProof, ProofStatus, Unfound


@dataclass(frozen=True, slots=True)
class ProvenWith:
    """What outcomes hold for: the published indexes, by their manifest's checksum, and what made these."""

    generation: str
    analyser: str
    encoder: str


def put_proofs(connection: sqlite3.Connection, proofs: Iterable[DocumentProof], by: ProvenWith) -> None:
    """Write outcomes in the place of older ones."""
    connection.executemany(
        "INSERT OR REPLACE INTO proofs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                proof.document_id,
                by.generation,
                by.analyser,
                by.encoder,
                proof.terms,
                proof.pages,
                proof.sentences,
                proof.missing,
                json.dumps([asdict(each) for each in proof.unfound], ensure_ascii=False),
            )
            for proof in proofs
        ),
    )


def delete_proofs(connection: sqlite3.Connection) -> None:
    """Forget all outcomes: the indexes that they hold for are made anew."""
    connection.execute("DELETE FROM proofs")


def carry_over(connection: sqlite3.Connection, by: ProvenWith, missing: Iterable[int]) -> None:
    """Let outcomes hold for a generation that continues theirs, except those of other makings and of
    documents with passages that are missing in it."""
    connection.executemany(
        "DELETE FROM proofs WHERE document = (SELECT document FROM passages WHERE number = ?)",
        ((number,) for number in missing),
    )
    connection.execute("DELETE FROM proofs WHERE (analyser, encoder) != (?, ?)", (by.analyser, by.encoder))
    connection.execute("UPDATE proofs SET generation = ?", (by.generation,))


def is_proven(connection: sqlite3.Connection, by: ProvenWith) -> bool:
    """Whether there is an outcome of every document."""
    proven = connection.execute(
        "SELECT count(*) FROM proofs WHERE (generation, analyser, encoder) = (?, ?, ?)",
        (by.generation, by.analyser, by.encoder),
    ).fetchone()[0]
    return bool(proven == count(connection, "documents"))


def unproven_documents(connection: sqlite3.Connection) -> list[str]:
    """The ids of the documents without an outcome."""
    rows = connection.execute(
        "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM proofs) ORDER BY id"
    )
    return [row["id"] for row in rows]


def select_proof(connection: sqlite3.Connection) -> ProofStatus:
    """What is proven of the published indexes."""
    published = read_published(connection)
    of = (published.manifest if published else "",)
    proven, terms, pages, sentences = connection.execute(
        "SELECT count(*), coalesce(sum(terms), 0), coalesce(sum(pages), 0), coalesce(sum(sentences), 0) "
        "FROM proofs WHERE generation = ?",
        of,
    ).fetchone()
    failing = [
        DocumentProof(
            row["document"],
            row["path"] or "",
            row["terms"],
            row["pages"],
            row["sentences"],
            row["missing"],
            tuple(Unfound(**each) for each in json.loads(row["unfound"])),
        )
        for row in connection.execute(
            "SELECT proofs.*, (SELECT path FROM files WHERE files.document = proofs.document "
            "ORDER BY path, source LIMIT 1) AS path FROM proofs "
            "WHERE generation = ? AND unfound != '[]' ORDER BY path, document",
            of,
        )
    ]
    unproven = count(connection, "documents") - proven
    return ProofStatus(proven - len(failing), tuple(failing), unproven, terms, pages, sentences)
