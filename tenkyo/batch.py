"""A file of queries in, queries out; and the clock that times each of them."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tenkyo.errors import TenkyoError


@dataclass(frozen=True, slots=True)
class BatchQuery:
    """One query to run; `id` is None where it was given on the command line."""

    id: str | None
    query: str


def read_queries(path: Path) -> list[BatchQuery]:
    """The queries of a JSONL file, lines `{"id": ..., "query": ...}`; blank lines are passed over.

    Raises TenkyoError, naming the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise TenkyoError(
            f"{path} cannot be read as a queries file: {error}", f"{path} を読めません。"
        ) from error
    return [_read_line(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _read_line(path: Path, number: int, line: str) -> BatchQuery:
    try:
        record = json.loads(line)
        query = record["query"]
        if not isinstance(query, str):
            raise TypeError(query)
        return BatchQuery(id=str(record["id"]), query=query)
    except (ValueError, KeyError, TypeError) as error:
        raise TenkyoError(
            f'{path}, line {number}: a line has the form {{"id": ..., "query": "..."}}',
            f"{path} の {number} 行目が正しくありません。",
        ) from error


def stopwatch() -> Callable[[], float]:
    """A clock that tells the milliseconds since now."""
    start = time.perf_counter()
    return lambda: (time.perf_counter() - start) * 1000
