"""Judged queries in, the lines of a question file, as `tenkyo eval` and `tenkyo tune` read it, out."""

import hashlib
import json
import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus import squeeze
from tenkyo.judging.types import JudgedHit, JudgedQuery

FILE_NAME = "judged.jsonl"
"""The question file in the library's folder that grows with each judgement."""

FEWEST_QUESTIONS = 5
"""Fewer questions say nothing about a library."""


def question_records(queries: Sequence[JudgedQuery]) -> list[dict[str, Any]]:
    """A question a query of which the right answer is known: a hit judged right, or that nothing answers.

    Hits judged wrong stand in `wrong`, in the form of `also`.
    """
    return [_record(query) for query in queries if query.right or query.nothing]


def question_id(query: str) -> str:
    """A name for a query that stays the same however the file grows."""
    return f"judged-{hashlib.sha256(query_key(query).encode()).hexdigest()[:12]}"


def query_key(query: str) -> str:
    """The same for queries that differ in width, case or the amount of white space alone."""
    return " ".join(unicodedata.normalize("NFKC", query).casefold().split())


def question_lines(queries: Sequence[JudgedQuery]) -> str:
    """The question file: one JSON object a line."""
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in question_records(queries))


def write_question_file(path: Path, queries: Sequence[JudgedQuery]) -> None:
    """Write the file so that whoever reads it sees the one before or this one, whole."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(question_lines(queries), encoding="utf-8", newline="\n")
    os.replace(fresh, path)  # noqa: PTH105


def _record(query: JudgedQuery) -> dict[str, Any]:
    head = {"id": question_id(query.query), "query": query.query}
    wrong = [_place(hit, ()) for hit in query.wrong]
    rest = {"wrong": wrong} if wrong else {}
    if not query.right:
        return {**head, "doc": None, "pages": [], "quotes": [], "answer": [], "kind": "unanswerable", **rest}
    first, *others = query.right
    also = [_place(hit, query.wrong) for hit in others]
    return {
        **head,
        **_place(first, query.wrong),
        "answer": [],
        "kind": query.asked_on,
        **({"also": also} if also else {}),
        **rest,
    }


def _place(hit: JudgedHit, wrong: Sequence[JudgedHit]) -> dict[str, Any]:
    """Where a hit stands. Its pages are left out where a wrong one stands on them too: any hit on a page that
    is named counts as right."""
    of_same = [other for other in wrong if other.document == hit.document]
    shared = any(set(hit.pages) & set(other.pages) for other in of_same)
    ambiguous = any(squeeze(hit.quote) in squeeze(other.text) for other in of_same)
    return {
        "doc": hit.document,
        "pages": [] if shared else list(hit.pages),
        "label": hit.label,
        "quotes": [hit.text if ambiguous else hit.quote],
    }
