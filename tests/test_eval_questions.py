"""Reading judged questions: the form, and errors that name the line and the field."""

import json
from pathlib import Path

import pytest

from eval.questions import Place, QuestionFileError, read_questions

LINE = {
    "id": "k1",
    "query": "三層の対策",
    "doc": "指針.pdf",
    "pages": [3],
    "quotes": ["三つの領域"],
    "kind": "keyword",
}


def write(path: Path, *lines: object) -> Path:
    text = "\n".join(
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    )
    path.write_text(text, encoding="utf-8")
    return path


def test_every_field_of_the_form_is_read(tmp_path: Path) -> None:
    line = {
        **LINE,
        "label": "2",
        "answer": ["三つ"],
        "also": [{"doc": "別紙.pdf", "pages": [9]}, {"pages": [5]}],
    }
    [question] = read_questions(write(tmp_path / "q.jsonl", line))
    assert question.places == (
        Place("指針.pdf", (3,), ("三つの領域",)),
        Place("別紙.pdf", (9,)),
        Place("指針.pdf", (5,)),
    )
    assert (question.label, question.answers, question.kind) == ("2", ("三つ",), "keyword")


def test_a_question_with_no_document_has_no_answer(tmp_path: Path) -> None:
    [question] = read_questions(
        write(tmp_path / "q.jsonl", {"id": 7, "query": "最低賃金", "doc": None, "quotes": []})
    )
    assert not question.answerable
    assert (question.id, question.kind) == ("7", "unanswerable")


def test_blank_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "q.jsonl", LINE, "", {**LINE, "id": "k2", "query": None})
    with pytest.raises(QuestionFileError, match=r"q\.jsonl line 3: field 'query' is missing"):
        read_questions(path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"line 1: not JSON"),
        ([1], r"line 1: expected a JSON object, found list"),
        ({"query": "予算"}, r"line 1: field 'id' is missing"),
        ({**LINE, "query": "  "}, r"field 'query' is empty"),
        ({**LINE, "doc": 3.5}, r"field 'doc' must be text, found 3\.5"),
        ({**LINE, "pages": ["3"]}, r"field 'pages' must be a list of page numbers from 1"),
        ({**LINE, "pages": [0]}, r"field 'pages' must be a list of page numbers from 1"),
        ({**LINE, "quotes": [""]}, r"field 'quotes' must be a list of texts, none empty"),
        ({**LINE, "answer": "三つ"}, r"field 'answer' must be a list of texts"),
        ({**LINE, "pages": [], "quotes": []}, r"needs field 'pages' or field 'quotes'"),
        ({**LINE, "also": [3]}, r"field 'also' must be a list of objects"),
        ({**LINE, "doc": None, "also": [{"doc": "指針.pdf", "pages": [1]}]}, r"field 'also' names places"),
    ],
)
def test_an_error_names_the_line_and_the_field(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(QuestionFileError, match=message):
        read_questions(write(tmp_path / "q.jsonl", line))


def test_an_id_may_not_come_twice(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match=r"line 2: field 'id': 'k1' is already on line 1"):
        read_questions(write(tmp_path / "q.jsonl", LINE, LINE))


def test_an_empty_file_and_one_that_is_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="holds no questions"):
        read_questions(write(tmp_path / "q.jsonl", ""))
    with pytest.raises(QuestionFileError, match="cannot read"):
        read_questions(tmp_path / "none.jsonl")
