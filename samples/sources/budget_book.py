"""Shiomi city's budget book for fiscal 2024 as a PDF, its printed numbers beginning at 101."""

from __future__ import annotations

from pathlib import Path

from samples.layout import Contents, Heading, PaperDocument, Space, Text, Turn, write_pdf
from samples.sources.budget_book_annexes import (
    article_blocks,
    bond_blocks,
    debt_blocks,
    pay_blocks,
    report_blocks,
)
from samples.sources.budget_book_lines import parse_divisions, total, total_last_year
from samples.sources.budget_book_revenue import REVENUE
from samples.sources.budget_book_spending_general import GENERAL_SPENDING
from samples.sources.budget_book_spending_safety import SAFETY_AND_SCHOOL_SPENDING
from samples.sources.budget_book_spending_services import SERVICE_SPENDING
from samples.sources.budget_book_tables import (
    first_table,
    revenue_blocks,
    revenue_summary,
    spending_blocks,
    spending_summary,
)

TITLE = "令和6年度汐見市一般会計予算書及び予算に関する説明書"


def write_budget_book(path: Path) -> None:
    revenue = parse_divisions(REVENUE)
    spending = parse_divisions(GENERAL_SPENDING + SERVICE_SPENDING + SAFETY_AND_SCHOOL_SPENDING)
    if (total(revenue), total_last_year(revenue)) != (total(spending), total_last_year(spending)):
        raise ValueError(f"revenue {total(revenue)} and spending {total(spending)} differ")
    body = (
        *article_blocks(total(revenue)),
        Heading(1, "第1表　歳入歳出予算"),
        first_table("歳入", revenue),
        first_table("歳出", spending),
        *debt_blocks(),
        *bond_blocks(revenue),
        Turn("landscape"),
        Heading(1, "歳入歳出予算事項別明細書　1　総括"),
        revenue_summary(revenue),
        spending_summary(spending),
        Heading(1, "歳入歳出予算事項別明細書　2　歳入"),
        *(block for division in revenue for block in revenue_blocks(division)),
        Heading(1, "歳入歳出予算事項別明細書　3　歳出"),
        *(block for division in spending for block in spending_blocks(division)),
        Turn("portrait"),
        *pay_blocks(spending),
        *report_blocks(revenue),
    )
    cover = (
        Space(60),
        Text("令和6年度", "lead"),
        Text("汐見市一般会計予算書", "large"),
        Text("及び予算に関する説明書", "lead"),
        Space(100),
        Text("汐　見　市", "lead"),
    )
    document = PaperDocument(
        title=TITLE,
        author="汐見市",
        cover=cover,
        front=(Contents(depth=2),),
        body=body,
        foot="― {} ―",
        running_head="令和6年度　汐見市一般会計",
        first_number=101,
        margins=(22, 18, 20, 18),
    )
    write_pdf(document, path)
