"""Judged queries in, a table for a spreadsheet out: a line a judgement, with those judged wrong."""

import csv
import io
from collections.abc import Mapping, Sequence

from tenkyo.judging.types import JudgedHit, JudgedQuery
from tenkyo.packs.plain_text import FORMULA_SIGNS


def judgements_csv(queries: Sequence[JudgedQuery], head: Sequence[str], verdicts: Mapping[str, str]) -> bytes:
    """CSV in UTF-8 with the mark by which spreadsheets know it: query, verdict, document, title, pages,
    printed page, text, moment (UTC).

    `head` names these columns, `verdicts` gives the words for right, wrong and nothing.
    """
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(head)
    for query in queries:
        if query.nothing:
            writer.writerow([_cell(query.query), verdicts["nothing"], *[""] * 6])
        for judgement in query.judgements:
            cells = [query.query, verdicts[judgement.verdict], *_of_hit(judgement.hit)]
            writer.writerow([*map(_cell, cells), judgement.at.isoformat(timespec="seconds")])
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8")


def _of_hit(hit: JudgedHit) -> tuple[str, ...]:
    return hit.document, hit.title, "・".join(map(str, hit.pages)), hit.label, hit.text


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
