"""Aomine prefecture's comprehensive external audit of its information systems, as a PDF of 40 to 50 pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from samples.layout import Contents, PaperDocument, Space, Text, write_pdf
from samples.sources.audit_report_environment import ENVIRONMENT_CHAPTER
from samples.sources.audit_report_forms import Finding
from samples.sources.audit_report_governance import GOVERNANCE_CHAPTER
from samples.sources.audit_report_governance_findings import GOVERNANCE_FINDINGS
from samples.sources.audit_report_overview import AUDIT_CHAPTER, summary_chapter
from samples.sources.audit_report_systems import SYSTEM_FINDINGS, SYSTEMS_CHAPTER

FINDINGS: tuple[Finding, ...] = GOVERNANCE_FINDINGS + SYSTEM_FINDINGS

COVER = (
    Space(45),
    Text("令和5年度", "lead"),
    Text("包括外部監査結果報告書", "large"),
    Space(18),
    Text("監査のテーマ", "center"),
    Text("情報システムに関する事務の執行及び委託契約について", "lead"),
    Space(75),
    Text("令和6年3月", "lead"),
    Space(4),
    Text("青嶺県包括外部監査人", "center"),
    Text("公認会計士　芦名　透", "lead"),
)


def write_audit_report(path: Path) -> None:
    check_numbers(FINDINGS)
    write_pdf(
        PaperDocument(
            title="青嶺県 令和5年度 包括外部監査結果報告書",
            author="青嶺県包括外部監査人 公認会計士 芦名 透",
            cover=COVER,
            front=(Contents(depth=3),),
            body=(
                *AUDIT_CHAPTER,
                *summary_chapter(GOVERNANCE_FINDINGS, SYSTEM_FINDINGS),
                *ENVIRONMENT_CHAPTER,
                *GOVERNANCE_CHAPTER,
                *SYSTEMS_CHAPTER,
            ),
            running_head="令和5年度　包括外部監査結果報告書",
            size=11.5,
            margins=(30, 26, 28, 28),
        ),
        path,
    )


def check_numbers(findings: Sequence[Finding]) -> None:
    """Raises ValueError unless the numbers of each kind of finding run from 1 without a gap."""
    for kind in ("指摘事項", "意見"):
        numbers = [finding.number for finding in findings if finding.kind == kind]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"the numbers of {kind} are {numbers}; they must run from 1 without a gap")
