"""Kirihara city's report on its regular audit of fiscal 2023 as a PDF of five pages."""

from __future__ import annotations

from pathlib import Path

from samples.layout import PaperDocument, Space, Text, write_pdf
from samples.sources.markup import parse_blocks
from samples.sources.regular_audit_kirihara_text import CONTRACTS, INFORMATION, SUMMARY


def write_regular_audit_kirihara(path: Path) -> None:
    cover = (
        Text("桐原市監査公表第3号", "right"),
        Space(60),
        Text("令和5年度", "lead"),
        Text("定期監査結果報告書", "large"),
        Space(100),
        Text("令和6年2月16日", "center"),
        Text("桐原市監査委員", "lead"),
    )
    document = PaperDocument(
        title="桐原市 令和5年度 定期監査結果報告書",
        author="桐原市監査委員",
        cover=cover,
        body=parse_blocks(SUMMARY + INFORMATION + CONTRACTS),
        chapter_head=False,
        chapters_begin_pages=False,
        foot="{}",
        size=11.5,
        face="gothic",
    )
    write_pdf(document, path)
