"""The sample collection: its questions stand in its documents, and its sources rebuild it to the byte."""

import json
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from samples.build import build_documents
from samples.check_answers import Page, stands_on
from samples.check_questions import KINDS, find_faults
from samples.document_pages import read_pages
from samples.layout_fonts import find_font

SAMPLES = Path(__file__).parents[1] / "samples"
DOCUMENTS = SAMPLES / "documents"
QUESTIONS = SAMPLES / "questions.jsonl"
AUDIT_REPORT = DOCUMENTS / "青嶺県_令和5年度_包括外部監査結果報告書.pdf"


def test_every_question_stands_where_it_says() -> None:
    assert find_faults(QUESTIONS, DOCUMENTS) == []


def write_questions(folder: Path, *changes: dict[str, object]) -> Path:
    """A question file: the first question once for each dict of changes, with these applied."""
    first = json.loads(QUESTIONS.read_text(encoding="utf-8").splitlines()[0])
    path = folder / "questions.jsonl"
    lines = (json.dumps(first | change, ensure_ascii=False) for change in changes)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "change",
    [
        {"quotes": ["このような文はどこにもない"]},
        {"answer": ["パスワードの設定について", "ここにない答"]},
        {"answer": ["5,214円"]},
        {"doc": None, "quotes": [], "kind": "unanswerable"},
        {"kind": "unknown"},
        {"doc": "ない.pdf"},
    ],
)
def test_what_its_document_does_not_bear_out_is_a_fault(tmp_path: Path, change: dict[str, object]) -> None:
    assert find_faults(write_questions(tmp_path, {}), DOCUMENTS) == []
    assert len(find_faults(write_questions(tmp_path, change), DOCUMENTS)) == 1


def test_an_id_that_comes_twice_is_a_fault(tmp_path: Path) -> None:
    assert len(find_faults(write_questions(tmp_path, {}, {}), DOCUMENTS)) == 1


@pytest.mark.parametrize(
    ("answer", "stands"),
    [
        ("委託料 31,240", True),
        ("31,240千円", True),
        ("31240千円", True),
        ("1,240千円", False),
        ("31,240百万円", False),
        ("38ページ", True),
        ("39ページ", False),
    ],
)
def test_an_answer_stands_word_for_word_or_as_a_figure_with_its_unit(answer: str, stands: bool) -> None:
    page = "委託料　31,240\t4,598\n- 38 -"
    assert stands_on(answer, Page(page, f"（単位：千円）\n{page}")) is stands


def test_there_are_questions_of_every_kind_and_no_id_twice() -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    kinds = Counter(question["kind"] for question in questions)
    assert len(questions) >= 100
    assert set(kinds) == KINDS
    assert len({question["id"] for question in questions}) == len(questions)
    assert all((question["doc"] is None) == (question["kind"] == "unanswerable") for question in questions)


def test_the_audit_report_is_long_and_full_of_findings() -> None:
    pages = read_pages(AUDIT_REPORT)
    named = {(kind, int(number)) for kind, number in re.findall(r"【(指摘事項|意見)(\d+)】", "".join(pages))}
    assert len(pages) >= 40
    assert len(named) >= 24


def test_the_scan_has_no_text_layer() -> None:
    (scan,) = DOCUMENTS.glob("*通知.pdf")
    with pypdfium2.PdfDocument(scan) as document:
        assert [page.get_textpage().count_chars() for page in document] == [0, 0]


def test_the_collection_stays_small() -> None:
    assert sum(path.stat().st_size for path in DOCUMENTS.iterdir()) <= 8 * 2**20


def test_the_sources_rebuild_the_documents_to_the_byte(tmp_path: Path) -> None:
    try:
        find_font("mincho")
    except FileNotFoundError as error:
        pytest.skip(str(error))
    built = {path.name: path.read_bytes() for path in build_documents(tmp_path)}
    assert built == {path.name: path.read_bytes() for path in DOCUMENTS.iterdir()}
