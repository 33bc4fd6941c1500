"""Shiomi city's evaluation sheets of one project in following years, as PDFs that are parts of a larger book."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from samples.layout import Block, Box, Heading, PaperDocument, Table, Text, write_pdf

Rows = tuple[tuple[str, ...], ...]
PROJECT = "庁内ネットワーク強靱化事業"


@dataclass(frozen=True, slots=True)
class EvaluationSheet:
    """What one year's sheet says; amounts in thousands of yen."""

    year: str
    first_number: int
    made: str
    head_of_office: str
    outline: Rows
    doings: tuple[str, ...]
    calendar: Rows
    costs: Rows
    cost_parts: Rows
    staff: Rows
    activity: Rows
    outcome: Rows
    indicator_notes: tuple[str, ...]
    surroundings: Rows
    ratings: Rows
    overall: str
    rating_notes: tuple[str, ...]
    last_problems: Rows
    problems: tuple[str, ...]
    direction: Rows
    next_year: tuple[str, ...]
    second_rating: tuple[str, ...]
    replies: Rows


def write_evaluation_sheet(sheet: EvaluationSheet, path: Path) -> None:
    document = PaperDocument(
        title=f"{sheet.year}事務事業評価シート　{PROJECT}",
        author="汐見市",
        body=(*_outline(sheet), *_costs(sheet), *_indicators(sheet), *_ratings(sheet), *_future(sheet)),
        running_head=f"汐見市　{sheet.year}事務事業評価",
        chapter_head=False,
        chapters_begin_pages=False,
        foot="{}",
        first_number=sheet.first_number,
        margins=(22, 20, 22, 20),
        size=10,
    )
    write_pdf(document, path)


def _outline(sheet: EvaluationSheet) -> tuple[Block, ...]:
    return (
        Text(f"{sheet.year}　事務事業評価シート", "lead"),
        Text(sheet.made, "right"),
        _form((("事務事業名", PROJECT), ("担当課", "総務部情報政策課"), ("課長名", sheet.head_of_office))),
        Heading(2, "1　事業の概要"),
        _form(sheet.outline),
        Heading(3, f"(1) {sheet.year}に行ったこと"),
        *(Text(words, "item") for words in sheet.doings),
        Heading(3, "(2) 実施の経過"),
        Table(sheet.calendar, (2, 8)),
    )


def _costs(sheet: EvaluationSheet) -> tuple[Block, ...]:
    return (
        Heading(2, "2　事業費の推移"),
        Table(
            sheet.costs,
            (3, *(1.8 for _ in sheet.costs[0][1:])),
            "(1) 予算額と決算額",
            "（単位：千円）",
            align="lrrrrr",
        ),
        Table(
            sheet.cost_parts,
            (3.4, 1.8, 1.8, 5.2),
            f"(2) {sheet.year}決算の内訳",
            "（単位：千円）",
            align="lrrl",
        ),
        Table(sheet.staff, (4, 2, 2, 2), "(3) 人件費とトータルコスト", "（単位：千円）", align="lrrr"),
    )


def _indicators(sheet: EvaluationSheet) -> tuple[Block, ...]:
    widths = (4.2, 1.1, 1, *(1.5 for _ in sheet.activity[0][3:]))
    align = "lcl" + "r" * (len(widths) - 3)
    return (
        Heading(2, "3　指標の目標と実績"),
        Table(sheet.activity, widths, "(1) 活動指標", align=align, spans=_triples(sheet.activity)),
        Table(sheet.outcome, widths, "(2) 成果指標", align=align, spans=_triples(sheet.outcome)),
        *(Text(words, "note") for words in sheet.indicator_notes),
        Heading(2, "4　事業を取り巻く状況"),
        _form(sheet.surroundings),
    )


def _ratings(sheet: EvaluationSheet) -> tuple[Block, ...]:
    return (
        Heading(2, "5　担当課による評価（一次評価）"),
        Table(sheet.ratings, (2, 1, 8), align="lcl"),
        Box(sheet.rating_notes, f"総合評価　{sheet.overall}"),
        Text(
            "評価の区分　A：目標を上回る　B：おおむね目標どおり　C：目標を下回る　D：見直しを要する", "note"
        ),
        Heading(2, "6　課題"),
        Heading(3, "(1) 前年度の課題への対応"),
        Table(sheet.last_problems, (4, 6, 1.6), align="llc"),
        Heading(3, "(2) 残された課題"),
        *(Text(words, "item") for words in sheet.problems),
    )


def _future(sheet: EvaluationSheet) -> tuple[Block, ...]:
    return (
        Heading(2, "7　今後の方向性"),
        _form(sheet.direction),
        *(Text(words, "item") for words in sheet.next_year),
        Heading(2, "8　行政評価委員会による評価（二次評価）"),
        Box(sheet.second_rating, "委員会の意見"),
        Table(sheet.replies, (5, 6), "意見への回答"),
    )


def _form(rows: Rows) -> Table:
    """Labels on the left, what is filled in on the right."""
    return Table(tuple((f"**{label}**", words) for label, words in rows), (2.4, 9), head_rows=0)


def _triples(rows: Rows) -> tuple[tuple[int, int, int, int], ...]:
    """Spans for indicators of three rows each: target, achieved, rate."""
    return tuple((column, top, column, top + 2) for top in range(1, len(rows), 3) for column in (0, 1))
