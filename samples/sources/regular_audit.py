"""Aomine prefecture's report on its regular audit of fiscal 2023 as a PDF."""

from __future__ import annotations

from pathlib import Path

from samples.layout import Contents, PaperDocument, Space, Text, write_pdf
from samples.sources.markup import parse_blocks
from samples.sources.regular_audit_text import CAUTIONS, FINDINGS, SUMMARY


def write_regular_audit(path: Path) -> None:
    cover = (
        Text("青嶺県監査委員公告第8号", "right"),
        Space(60),
        Text("令和5年度", "lead"),
        Text("定例監査結果報告書", "large"),
        Space(100),
        Text("令和6年3月15日", "center"),
        Text("青嶺県監査委員", "lead"),
    )
    document = PaperDocument(
        title="令和5年度定例監査結果報告書",
        author="青嶺県監査委員",
        cover=cover,
        front=(Contents(depth=3),),
        body=parse_blocks(SUMMARY + FINDINGS + CAUTIONS),
        running_head="令和5年度定例監査結果報告書",
        chapters_begin_pages=False,
        foot="- {} -",
    )
    write_pdf(document, path)
