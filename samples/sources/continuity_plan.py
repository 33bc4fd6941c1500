"""Kirihara city's ICT continuity plan as plain text, hard-wrapped as such files often are."""

from __future__ import annotations

from pathlib import Path

from samples.layout_blocks import Block, Heading, Table, Text
from samples.sources.continuity_plan_text import CHAPTERS_1_TO_4, CONTENTS
from samples.sources.continuity_plan_text_later import CHAPTERS_5_TO_7, FORMS
from samples.sources.markup import parse_blocks

LINE_WIDTH = 40
NEVER_FIRST = "。、）」・ー"

COVER = """桐原市業務継続計画
ＩＣＴ部門編
（第４版）

令和５年１０月

桐原市総務部デジタル推進課


目　　次
"""


def write_continuity_plan(path: Path) -> None:
    lines = [COVER.rstrip("\n"), "", *CONTENTS.strip().splitlines(), ""]
    for block in parse_blocks(CHAPTERS_1_TO_4 + CHAPTERS_5_TO_7 + FORMS):
        lines.extend(block_lines(block))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def block_lines(block: Block) -> list[str]:
    """The lines of one block, with the blank lines that set it off."""
    match block:
        case Heading(level=level, text=text):
            return ["", "", text] if level == 1 else ["", text]
        case Text(text=text, style=style):
            return wrap_lines("　" + text, hanging="　　" if style == "item" else "")
        case Table(rows=rows, caption=caption):
            return ["", *([caption] if caption else []), *table_lines(rows), ""]
        case _:
            raise ValueError(f"no plain text for {block}; supported: headings, texts and tables")


def wrap_lines(text: str, hanging: str = "") -> list[str]:
    """`text` cut into lines of LINE_WIDTH characters, no line beginning with a closing mark."""
    lines: list[str] = []
    while len(text) > LINE_WIDTH:
        end = LINE_WIDTH
        while end < len(text) and text[end] in NEVER_FIRST:
            end += 1
        lines.append(text[:end])
        text = hanging + text[end:] if text[end:] else ""
    return [*lines, text] if text else lines


def table_lines(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """Rows with their columns padded by full-width spaces, as typed by hand."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "".join(cell.ljust(width + 2, "　") for cell, width in zip(row, widths, strict=True)).rstrip("　")
        for row in rows
    ]
