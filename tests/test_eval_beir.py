"""Reading a BEIR folder: the split, the judgements, the corpus as documents."""

import json
from pathlib import Path

import pytest

from eval.beir import is_beir, read_beir
from eval.questions import QuestionFileError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "qrels").mkdir()
    corpus = [
        {"_id": "a.pdf#p1", "title": "予算書", "text": "委託料\n1,200"},
        {"_id": "a.pdf#p2", "text": "工事費"},
    ]
    queries = [{"_id": "q1", "text": "委託料はいくらか", "kind": "table"}, {"_id": "q2", "text": "工事"}]
    for name, records in (("corpus", corpus), ("queries", queries)):
        lines = [json.dumps(record, ensure_ascii=False) for record in records]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    head = "query-id\tcorpus-id\tscore\n"
    (tmp_path / "qrels" / "dev.tsv").write_text(head + "q1\ta.pdf#p1\t2\nq1\ta.pdf#p2\t1\n", encoding="utf-8")
    (tmp_path / "qrels" / "train.tsv").write_text(head + "q2\ta.pdf#p2\t1\n", encoding="utf-8")
    return tmp_path


def test_only_the_queries_of_the_split_are_asked(folder: Path) -> None:
    assert is_beir(folder)
    judged = read_beir(folder)
    assert judged.split == "dev"
    assert [(query.id, query.kind, query.grades) for query in judged.queries] == [
        ("q1", "table", {"a.pdf#p1": 2, "a.pdf#p2": 1})
    ]
    assert [query.id for query in read_beir(folder, "train").queries] == ["q2"]


def test_a_corpus_entry_is_a_document_of_one_page(folder: Path) -> None:
    first, second = read_beir(folder).documents
    assert (first.document.path, first.document.title, first.document.page_count) == ("a.pdf#p1", "予算書", 1)
    assert [page.text for page in first.pages] == ["委託料\n1,200"]
    assert first.document.id != second.document.id


def test_a_split_that_is_not_there_is_told_with_those_that_are(folder: Path) -> None:
    with pytest.raises(QuestionFileError, match="no split 'test'; there are: dev, train"):
        read_beir(folder, "test")


def test_a_broken_line_is_named(folder: Path) -> None:
    (folder / "qrels" / "dev.tsv").write_text("q1\ta.pdf#p1\n", encoding="utf-8")
    with pytest.raises(QuestionFileError, match=r"dev\.tsv line 1"):
        read_beir(folder)


def test_a_judged_query_that_is_missing_is_told(folder: Path) -> None:
    (folder / "qrels" / "dev.tsv").write_text("q9\ta.pdf#p1\t1\n", encoding="utf-8")
    with pytest.raises(QuestionFileError, match=r"judges 1 queries that queries\.jsonl does not hold"):
        read_beir(folder)
