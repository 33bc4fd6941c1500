"""The tables of a budget book: 款 項 項目 and 節 in, blocks out; amounts in thousands of yen."""

from __future__ import annotations

from samples.layout_blocks import Block, Heading, Table
from samples.sources.budget_book_lines import (
    Division,
    Item,
    Node,
    Section,
    format_amount,
    total,
    total_last_year,
)

Row = tuple[str, ...]
UNIT = "（単位：千円）"
SPENDING_HEADS: tuple[Row, Row] = (
    (
        "目",
        "本年度\n予算額",
        "前年度\n予算額",
        "比較",
        "本年度予算額の財源内訳",
        "",
        "",
        "",
        "節",
        "",
        "説明",
    ),
    ("", "", "", "", "国県支出金", "地方債", "その他", "一般財源", "区分", "金額", ""),
)
SPENDING_SPANS = ((4, 0, 7, 0), (8, 0, 9, 0), *((column, 0, column, 1) for column in (0, 1, 2, 3, 10)))
REVENUE_HEADS: tuple[Row, Row] = (
    ("項", "目", "本年度\n予算額", "前年度\n予算額", "比較", "節", "", "説明"),
    ("", "", "", "", "", "区分", "金額", ""),
)
REVENUE_SPANS = ((5, 0, 6, 0), *((column, 0, column, 1) for column in (0, 1, 2, 3, 4, 7)))


def first_table(name: str, divisions: tuple[Division, ...]) -> Table:
    """第1表 of revenue or spending: each 款 with its 項."""
    rows: list[Row] = [("款", "項", "金額")]
    for division in divisions:
        rows.append((f"{division.number}　{division.name}", "", format_amount(division.amount)))
        rows += [
            ("", f"{section.number}　{section.name}", format_amount(section.amount))
            for section in division.sections
        ]
    rows.append((f"{name}合計", "", format_amount(total(divisions))))
    return Table(tuple(rows), (3.4, 4, 2.4), f"（{name}）", UNIT, align="llr")


def revenue_summary(divisions: tuple[Division, ...]) -> Table:
    rows: list[Row] = [("款", "本年度予算額", "前年度予算額", "比較", "構成比（％）")]
    whole = total(divisions)
    for division in divisions:
        rows.append(
            (
                f"{division.number}　{division.name}",
                *_compare(division.amount, division.last_year),
                f"{division.amount / whole:.1%}".rstrip("%"),
            )
        )
    rows.append(("歳入合計", *_compare(whole, total_last_year(divisions)), "100.0"))
    return Table(tuple(rows), (4, 2.4, 2.4, 2.2, 1.6), "（歳入）", UNIT, align="lrrrr")


def spending_summary(divisions: tuple[Division, ...]) -> Table:
    heads: tuple[Row, Row] = (
        ("款", "本年度予算額", "前年度予算額", "比較", "本年度予算額の財源内訳", "", "", ""),
        ("", "", "", "", "国県支出金", "地方債", "その他", "一般財源"),
    )
    rows: list[Row] = [
        (
            f"{division.number}　{division.name}",
            *_compare(division.amount, division.last_year),
            *_sources(division.items),
        )
        for division in divisions
    ]
    every_item = [item for division in divisions for item in division.items]
    rows.append(("歳出合計", *_compare(total(divisions), total_last_year(divisions)), *_sources(every_item)))
    spans = ((4, 0, 7, 0), *((column, 0, column, 1) for column in range(4)))
    return Table(
        (*heads, *rows),
        (3, 2, 2, 2, 2, 2, 2, 2),
        "（歳出）",
        UNIT,
        align="lrrrrrrr",
        head_rows=2,
        spans=spans,
    )


def revenue_blocks(division: Division) -> tuple[Block, ...]:
    """One 款 of revenue down to its 節."""
    rows: list[Row] = []
    for section in division.sections:
        for place, item in enumerate(section.items):
            name = f"{section.number}　{section.name}" if place == 0 else ""
            rows += [
                (name if first else "", *_item_cells(item, first), *_node_cells(node))
                for first, node in _mark_first(item.nodes)
            ]
        rows.append(("", "計", *_compare(section.amount, section.last_year), "", "", ""))
    table = Table(
        (*REVENUE_HEADS, *rows),
        (2.6, 2.8, 1.8, 1.8, 1.7, 3, 1.8, 5.6),
        "",
        UNIT,
        align="llrrrlrl",
        head_rows=2,
        size=8,
        spans=REVENUE_SPANS,
    )
    return Heading(2, f"（歳入）{division.number}款　{division.name}"), table


def spending_blocks(division: Division) -> tuple[Block, ...]:
    """One 款 of spending, a table for each of its 項."""
    blocks: list[Block] = [Heading(2, f"（歳出）{division.number}款　{division.name}")]
    for section in division.sections:
        name = f"{division.number}款{section.number}項　{section.name}"
        blocks += [Heading(3, name, key=f"歳出{name}"), _spending_table(section)]
    return tuple(blocks)


def _spending_table(section: Section) -> Table:
    rows: list[Row] = []
    for item in section.items:
        for first, node in _mark_first(item.nodes):
            sources = _sources([item]) if first else ("", "", "", "")
            rows.append((*_item_cells(item, first), *sources, *_node_cells(node)))
    rows.append(("計", *_compare(section.amount, section.last_year), *_sources(section.items), "", "", ""))
    return Table(
        (*SPENDING_HEADS, *rows),
        (2.3, 1.7, 1.7, 1.6, 1.6, 1.5, 1.5, 1.7, 2.7, 1.7, 4.8),
        "",
        UNIT,
        align="lrrrrrrrlrl",
        head_rows=2,
        size=7.5,
        spans=SPENDING_SPANS,
    )


def _mark_first(nodes: list[Node]) -> list[tuple[bool, Node]]:
    return [(place == 0, node) for place, node in enumerate(nodes)]


def _item_cells(item: Item, first: bool) -> Row:
    if not first:
        return ("", "", "", "")
    return (f"{item.number}　{item.name}", *_compare(item.amount, item.last_year))


def _node_cells(node: Node) -> Row:
    return (f"{node.number}　{node.name}", format_amount(node.amount), "\n".join(node.notes))


def _compare(amount: int, last_year: int) -> Row:
    return format_amount(amount), format_amount(last_year), format_amount(amount - last_year)


def _sources(items: list[Item]) -> Row:
    sums = (
        sum(item.grants for item in items),
        sum(item.bonds for item in items),
        sum(item.others for item in items),
        sum(item.general for item in items),
    )
    return tuple(format_amount(amount) for amount in sums)
