"""A finding or an information system of the audit report in, its blocks out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samples.layout import Block, Heading, Table, Text, split_paragraphs, split_rows

FindingKind = Literal["指摘事項", "意見"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One 指摘事項 or 意見: what was found, why it came about, what is asked."""

    kind: FindingKind
    number: int
    title: str
    facts: str
    cause: str
    request: str
    table: Table | None = None
    """Stands below the facts."""

    @property
    def key(self) -> str:
        """指摘事項7; `{page:指摘事項7}` is its printed page."""
        return f"{self.kind}{self.number}"

    @property
    def name(self) -> str:
        return f"【{self.key}】{self.title}"


@dataclass(frozen=True, slots=True)
class SystemReport:
    """What chapter 5 says of one information system; money in thousands of yen."""

    number: int
    name: str
    outline: str
    description: str
    budget: str
    contracts: str
    remark: str
    findings: tuple[Finding, ...]


def finding_blocks(finding: Finding, level: Literal[3, 4]) -> tuple[Block, ...]:
    what = "指摘する事項" if finding.kind == "指摘事項" else "意見"
    table = (finding.table,) if finding.table else ()
    return (
        Heading(level, finding.name, key=finding.key, in_contents=level == 3),
        Text("**（現状）**", "plain"), *split_paragraphs(finding.facts), *table,
        Text("**（原因及び問題点）**", "plain"), *split_paragraphs(finding.cause),
        Text(f"**（{what}）**", "plain"), *split_paragraphs(finding.request),
    )  # fmt: skip


def system_blocks(system: SystemReport) -> tuple[Block, ...]:
    count = {kind: sum(finding.kind == kind for finding in system.findings) for kind in ("指摘事項", "意見")}
    tables = system.number * 3 - 2
    return (
        Heading(3, f"({system.number})　{system.name}", key=system.name),
        Heading(4, "ア　システムの概要"),
        Table((("項目", "内容"), *split_rows(system.outline)), widths=(2, 8), caption=f"表5-{tables}　{system.name}の概要"),
        *split_paragraphs(system.description),
        Heading(4, "イ　予算額及び決算額の推移"),
        Table(
            split_rows(system.budget), widths=(3, 2, 2, 2, 2, 2), align="lrrrrr", unit="（単位：千円）",
            caption=f"表5-{tables + 1}　予算額及び決算額の推移（{system.name}）",
        ),
        Heading(4, "ウ　契約の状況"),
        Table(
            (("契約の名称", "契約の相手方", "契約方法", "契約金額", "落札率"), *split_rows(system.contracts)),
            widths=(4, 3, 2.2, 1.8, 1.3), align="llcrr", unit="（単位：千円）",
            caption=f"表5-{tables + 2}　令和4年度の主な契約（{system.name}）",
        ),
        *split_paragraphs(system.remark),
        Heading(4, "エ　監査の結果"),
        Text(f"本システムについて、指摘事項{count['指摘事項']}件及び意見{count['意見']}件を以下に述べる。"),
        *(block for finding in system.findings for block in finding_blocks(finding, 4)),
    )  # fmt: skip
