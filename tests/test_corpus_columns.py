"""Columns between lines that go over the whole page, and what stands beside two lines."""

from pathlib import Path
from typing import Any

from tests.test_corpus_layout import first, lines_at, paragraph

WHOLE = "この文は段に分かれずに頁の幅いっぱいまで続いており、その下に短い二つの段が置かれている。"


def test_a_few_lines_in_columns_below_whole_lines_are_read_column_by_column(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 60, 60, [WHOLE] * 30)
        for row in range(5):
            lines_at(canvas, 60, 560 + 16 * row, [paragraph("左", 5)[row]])
            lines_at(canvas, 310, 560 + 16 * row, [paragraph("右", 5)[row]])
        lines_at(canvas, 60, 700, [WHOLE] * 3)

    lines = first(tmp_path / "a.pdf", draw).text.splitlines()
    assert lines == [WHOLE] * 30 + paragraph("左", 5) + paragraph("右", 5) + [WHOLE] * 3


def test_a_mark_that_hangs_over_a_column_s_edge_does_not_join_it_to_the_next(tmp_path: Path) -> None:
    full = [text.replace("続いて", "続いてゆき") for text in paragraph("左", 8)]
    left = [*full[:4], "左の文はここで段の端から読点がはみ出して、", *full[4:]]

    def draw(canvas: Any) -> None:
        for row, text in enumerate(left):
            lines_at(canvas, 62, 60 + 16 * row, [text])
            lines_at(canvas, 282, 60 + 16 * row, [paragraph("右", 9)[row]])

    lines = first(tmp_path / "a.pdf", draw).text.splitlines()
    assert lines == [*left, *paragraph("右", 9)]


def test_a_chapter_s_number_beside_a_title_of_two_lines_comes_first(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 60, 69, ["第４章"])
        lines_at(canvas, 130, 60, ["多様な分野での活用が切り拓く", "新たな研究"], leading=18)
        lines_at(canvas, 60, 130, [WHOLE] * 5)

    lines = first(tmp_path / "a.pdf", draw).text.splitlines()
    assert lines[:2] == ["第４章\u3000多様な分野での活用が切り拓く", "新たな研究"]
