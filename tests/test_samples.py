"""The sample collection: its questions stand in its documents, and its sources rebuild it to the byte."""

import json
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from samples.build import build_documents
from samples.check_questions import KINDS, find_faults, read_pages
from samples.layout_fonts import find_font

SAMPLES = Path(__file__).parents[1] / "samples"
DOCUMENTS = SAMPLES / "documents"
QUESTIONS = SAMPLES / "questions.jsonl"
AUDIT_REPORT = DOCUMENTS / "青嶺県_令和5年度_包括外部監査結果報告書.pdf"


def test_every_question_stands_where_it_says() -> None:
    assert find_faults(QUESTIONS, DOCUMENTS) == []


def test_a_quote_that_is_not_on_its_page_is_a_fault(tmp_path: Path) -> None:
    question = json.loads(QUESTIONS.read_text(encoding="utf-8").splitlines()[0])
    question["quotes"] = ["このような文はどこにもない"]
    wrong = tmp_path / "questions.jsonl"
    wrong.write_text(json.dumps(question, ensure_ascii=False), encoding="utf-8")
    assert len(find_faults(wrong, DOCUMENTS)) == 1


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
