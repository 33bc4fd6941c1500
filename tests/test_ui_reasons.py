"""Reasons are told in Japanese, and never hidden."""

import pytest

from corpus.reader import Limits
from corpus.reading import not_read, over_memory
from index.publishing import STAYS
from index.reading_status import UNREAD_REASON
from ui.reasons import reason_text


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("it is empty (0 bytes)", "空のファイルです"),
        ("it has 60,000 pages, and a file may have 50,000", "60,000頁あり、上限の50,000頁を超えています"),
        ("it is named .pdf but is a PNG image", "拡張子は.pdfですが、中身が違う形式です"),
        (not_read(".docx"), "この形式（.docx）はまだ読めません"),
        (not_read(".xyz"), "この形式（.xyz）は読みません"),
        (not_read(""), "拡張子のないファイルは読みません"),
        (over_memory(Limits(memory_megabytes=512)), "読むのに512 MiBを超えるメモリが要ります"),
        (UNREAD_REASON, "文字を読み取れませんでした（画像だけの頁など）"),
        (f"the PDF is damaged{STAYS}", "PDFが壊れています（以前の内容は検索できます）"),
    ],
)
def test_a_reason_is_told_in_japanese(reason: str, words: str) -> None:
    assert reason_text(reason) == words


def test_a_reason_that_is_not_known_is_shown_as_it_is() -> None:
    assert reason_text("the reader failed on it (KeyError: 'x')") == "the reader failed on it (KeyError: 'x')"
