"""The fictional ministry's project review sheet for fiscal 2023 as a PDF that is part of a larger book."""

from __future__ import annotations

from pathlib import Path

from samples.layout import PageBreak, PaperDocument, Text, write_pdf
from samples.sources.markup import parse_blocks
from samples.sources.review_sheet_text import BUDGET, CHECKS, FLOW, OUTCOMES, OUTLINE


def write_review_sheet(path: Path) -> None:
    body = (
        Text("令和5年度行政事業レビューシート", "lead"),
        Text("（地域行政省）", "right"),
        *parse_blocks(OUTLINE),
        *parse_blocks(BUDGET),
        *parse_blocks(OUTCOMES),
        *parse_blocks(CHECKS),
        PageBreak(),
        *parse_blocks(FLOW),
    )
    document = PaperDocument(
        title="令和5年度行政事業レビューシート　自治体情報基盤強化事業",
        author="地域行政省",
        body=body,
        running_head="事業番号　2023-地行-22-0034",
        chapter_head=False,
        foot="－{}－",
        first_number=201,
        margins=(22, 18, 22, 18),
    )
    write_pdf(document, path)
