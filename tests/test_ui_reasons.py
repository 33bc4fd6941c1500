"""Reasons are told in Japanese, and never hidden."""

import re

import pytest

from corpus.reader import Limits
from corpus.reading import not_read, over_memory
from index.runs.publishing import STAYS
from index.storage.reading_status import UNREAD_REASON, WAITS
from tests.reason_sentences import reason_sentences
from ui.reasons import reason_text

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("it is empty (0 bytes)", "空のファイルです"),
        ("it has 60,000 pages, and a file may have 50,000", "60,000頁あり、上限の50,000頁を超えています"),
        ("it is named .pdf but is a PNG image", "拡張子は.pdfですが、中身が違う形式です"),
        (not_read(".jtd"), "この形式（.jtd）はまだ読めません"),
        (not_read(".xyz"), "この形式（.xyz）は読みません"),
        (not_read(""), "拡張子のないファイルは読みません"),
        (over_memory(Limits(memory_megabytes=512)), "読むのに512 MiBを超えるメモリが要ります"),
        (UNREAD_REASON, "文字を読み取れませんでした（画像だけの頁など）"),
        (f"the PDF is damaged{STAYS}", "PDFが壊れています（以前の内容は検索できます）"),
    ],
)
def test_a_reason_is_told_in_japanese(reason: str, words: str) -> None:
    assert reason_text(reason) == words


def test_every_reason_that_can_be_said_has_its_words() -> None:
    said = reason_sentences()
    assert len(said) > 80
    assert {
        sentence: file for sentence, file in said.items() if not JAPANESE.search(reason_text(sentence))
    } == {}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("it is empty (0 bytes)", "空のファイル"),
        ("it holds 1,234 files, and an archive may hold 1,234", "書庫の上限"),
        ("read by OCR with low confidence (.60)", "OCRの確からしさが低い"),
    ],
)
def test_the_sentences_are_found_in_the_source(said: str, words: str) -> None:
    assert said in reason_sentences()
    assert words in reason_text(said)


def test_a_page_that_waits_says_for_what() -> None:
    reason = f"{WAITS} (the page is a picture without text)"
    assert reason_text(reason) == "OCRの順番を待っています（画像だけの頁です）"


def test_a_reason_that_is_not_known_is_shown_as_it_is() -> None:
    assert reason_text("a reason of tomorrow") == "a reason of tomorrow"
