"""Kirihara city's revised plan for its public facilities as a PDF."""

from __future__ import annotations

from pathlib import Path

from samples.layout import Contents, PaperDocument, Space, Text, write_pdf
from samples.sources.facility_plan_text import COSTS, POLICIES, PRESENT, PROGRESS
from samples.sources.markup import parse_blocks


def write_facility_plan(path: Path) -> None:
    cover = (
        Space(60),
        Text("桐原市公共施設等総合管理計画", "large"),
        Text("【改訂版】", "lead"),
        Space(110),
        Text("平成28年3月　策定", "center"),
        Text("令和6年3月　改訂", "center"),
        Text("桐　原　市", "lead"),
    )
    document = PaperDocument(
        title="桐原市公共施設等総合管理計画（改訂版）",
        author="桐原市",
        cover=cover,
        front=(Contents(depth=2),),
        body=parse_blocks(PRESENT + COSTS + POLICIES + PROGRESS),
        running_head="桐原市公共施設等総合管理計画（改訂版）",
        foot="{}",
        page_labels=True,
    )
    write_pdf(document, path)
