"""What was judged in a library, kept beside it for the whole office: changed by many sessions at once."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from tenkyo.judging.question_file import FILE_NAME, query_key, write_question_file
from tenkyo.judging.types import AskedOn, JudgedHit, JudgedQuery, Judgement, Verdict
from tenkyo.small_databases import SmallDatabase

STEPS = (
    """
    CREATE TABLE query (
        key TEXT PRIMARY KEY,
        query TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        unanswered INTEGER NOT NULL DEFAULT 0,
        number INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE judgement (
        query TEXT NOT NULL,
        passage TEXT NOT NULL,
        verdict TEXT NOT NULL,
        at REAL NOT NULL,
        document TEXT NOT NULL,
        title TEXT NOT NULL,
        pages TEXT NOT NULL,
        label TEXT NOT NULL,
        text TEXT NOT NULL,
        quote TEXT NOT NULL,
        PRIMARY KEY (query, passage)
    ) STRICT
    """,
)

ALL_ROWS = """
    SELECT q.query AS asked, q.asked_on, q.unanswered, q.number, j.*
    FROM query AS q LEFT JOIN judgement AS j ON j.query = q.key
    ORDER BY q.number, j.at, j.passage
"""


@dataclass(frozen=True, slots=True)
class Judgements:
    """The judgements of the library in a folder. Each method may raise TenkyoError.

    Queries that differ in width, case or the amount of white space alone are one. Each change also writes
    the question file anew.
    """

    folder: Path

    @property
    def question_file(self) -> Path:
        """The question file that grows with each judgement; absent while nothing is judged."""
        return self.folder / FILE_NAME

    def judge(self, query: str, asked_on: AskedOn, hit: JudgedHit, verdict: Verdict | None) -> None:
        """Keep a verdict on a hit for a query in the place of the one before; None takes it back.

        A hit judged right takes back that nothing answers the query.
        """
        with self._changing() as connection:
            key = _keep_query(connection, query, asked_on)
            connection.execute("DELETE FROM judgement WHERE query = ? AND passage = ?", (key, hit.passage_id))
            if verdict is not None:
                _keep_judgement(connection, key, Judgement(hit, verdict, datetime.now(UTC)))
            if verdict == "right":
                connection.execute("UPDATE query SET unanswered = 0 WHERE key = ?", (key,))
            _drop_empty(connection)

    def nothing_answers(self, query: str, asked_on: AskedOn, nothing: bool) -> None:
        """Keep, or take back, that nothing in the library answers a query; hits judged right are then no
        longer so."""
        with self._changing() as connection:
            key = _keep_query(connection, query, asked_on)
            connection.execute("UPDATE query SET unanswered = ? WHERE key = ?", (int(nothing), key))
            if nothing:
                connection.execute("DELETE FROM judgement WHERE query = ? AND verdict = 'right'", (key,))
            _drop_empty(connection)

    def forget(self, query: str) -> JudgedQuery | None:
        """Take back all that was judged of a query; gives it, so that it can be put back."""
        with self._changing() as connection:
            before = _find(connection, query)
            connection.execute("DELETE FROM judgement WHERE query = ?", (query_key(query),))
            connection.execute("DELETE FROM query WHERE key = ?", (query_key(query),))
        return before

    def put_back(self, judged: JudgedQuery) -> None:
        """Put back what was taken back; what was judged since stays."""
        with self._changing() as connection:
            since = _find(connection, judged.query)
            key = _keep_query(connection, judged.query, judged.asked_on)
            if since is None:
                connection.execute(
                    "UPDATE query SET unanswered = ? WHERE key = ?", (int(judged.nothing), key)
                )
            for judgement in judged.judgements:
                if not (since and since.nothing and judgement.verdict == "right"):
                    _keep_judgement(connection, key, judgement)

    def of(self, query: str) -> JudgedQuery | None:
        """What was judged of a query; None where nothing was."""
        with self._database.reading() as connection:
            return _find(connection, query) if connection else None

    def all(self) -> tuple[JudgedQuery, ...]:
        """Every query of which something was judged, the first asked first."""
        with self._database.reading() as connection:
            return tuple(_queries(connection.execute(ALL_ROWS))) if connection else ()

    @property
    def _database(self) -> SmallDatabase:
        return SmallDatabase(self.folder / "judgements.sqlite", STEPS, "判定の記録")

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; the question file is written inside it, so that the last change is the one that
        stands in the file."""
        with self._database.writing() as connection:
            yield connection
            write_question_file(self.question_file, tuple(_queries(connection.execute(ALL_ROWS))))


def _find(connection: sqlite3.Connection, query: str) -> JudgedQuery | None:
    rows = connection.execute(ALL_ROWS.replace("ORDER BY", "WHERE q.key = ? ORDER BY"), (query_key(query),))
    return next(_queries(rows), None)


def _keep_query(connection: sqlite3.Connection, query: str, asked_on: AskedOn) -> str:
    connection.execute(
        "INSERT OR IGNORE INTO query (key, query, asked_on, number) "
        "SELECT ?, ?, ?, coalesce(max(number), 0) + 1 FROM query",
        (query_key(query), query, asked_on),
    )
    return query_key(query)


def _keep_judgement(connection: sqlite3.Connection, key: str, judgement: Judgement) -> None:
    hit = judgement.hit
    connection.execute(
        "INSERT OR IGNORE INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            hit.passage_id,
            judgement.verdict,
            judgement.at.timestamp(),
            hit.document,
            hit.title,
            json.dumps(hit.pages),
            hit.label,
            hit.text,
            hit.quote,
        ),
    )


def _drop_empty(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM query WHERE unanswered = 0 AND key NOT IN (SELECT query FROM judgement)")


def _queries(rows: "sqlite3.Cursor") -> Iterator[JudgedQuery]:
    """The queries of rows that stand in their order."""
    for _, group in groupby(rows, key=lambda row: int(row["number"])):
        held = list(group)
        judgements = tuple(_judgement(row) for row in held if row["passage"] is not None)
        yield JudgedQuery(held[0]["asked"], held[0]["asked_on"], judgements, bool(held[0]["unanswered"]))


def _judgement(row: sqlite3.Row) -> Judgement:
    hit = JudgedHit(
        row["passage"],
        row["document"],
        row["title"],
        tuple(json.loads(row["pages"])),
        row["label"],
        row["text"],
        row["quote"],
    )
    return Judgement(hit, row["verdict"], datetime.fromtimestamp(row["at"], UTC))
