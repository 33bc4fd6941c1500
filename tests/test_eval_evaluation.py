"""Whole evaluations over a fake index: question files, BEIR folders, and libraries that do not fit."""

import json
from pathlib import Path

import pytest

from eval.evaluation import Plan, evaluate
from tests.fake_index import FakeIndex, document, passage
from tests.usual_searchers import searchers

REPORT = document("監査/報告書.pdf")
PLAN = Plan(searchers)
HELD = [(REPORT, passage(REPORT, "委託料は1,200千円である。"))]


def questions(path: Path, document: str) -> Path:
    line = {"id": "k1", "query": "委託料", "doc": document, "pages": [1], "kind": "keyword"}
    path.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    return path


def never(*_: object) -> None:
    raise AssertionError("must not be called")


def beir(folder: Path) -> Path:
    (folder / "qrels").mkdir(parents=True)
    corpus = [
        {"_id": f"p{n}", "title": "表題", "text": text}
        for n, text in enumerate(["委託料は千円。", "工事費。"])
    ]
    (folder / "corpus.jsonl").write_text("\n".join(json.dumps(entry) for entry in corpus), encoding="utf-8")
    (folder / "queries.jsonl").write_text(json.dumps({"_id": "q1", "text": "委託料"}), encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tp0\t1\n", encoding="utf-8")
    return folder


class Library:
    """Opens and builds fake indexes by folder."""

    def __init__(self) -> None:
        self.built: dict[Path, FakeIndex] = {}

    def build(self, folder: Path, documents) -> None:
        (folder / "manifest.json").write_text("{}")
        held = [(parsed.document, one) for parsed, _, passages in documents for one in passages]
        self.built[folder] = FakeIndex(held)

    def open(self, folder: Path) -> FakeIndex:
        return self.built[folder]


def test_a_question_file_is_asked_of_the_library(tmp_path: Path) -> None:
    path = questions(tmp_path / "q.jsonl", "報告書.pdf")
    report = evaluate(path, lambda data: FakeIndex(HELD), never, data=tmp_path, plan=PLAN)
    assert {run.name: run.groups[0].measures["recall@1"].mean for run in report.runs} == {
        "lexical": 1.0,
        "dense": 1.0,
        "tenkyo": 1.0,
    }


def test_questions_about_another_collection_are_told(tmp_path: Path) -> None:
    path = questions(tmp_path / "q.jsonl", "よその報告書.pdf")
    with pytest.raises(ValueError, match="holds none of the documents asked about, such as よその報告書"):
        evaluate(path, lambda data: FakeIndex(HELD), never, data=tmp_path, plan=PLAN)


def test_a_beir_corpus_goes_into_a_folder_of_its_own_never_into_the_library(tmp_path: Path) -> None:
    library, data = Library(), tmp_path / "data"
    report = evaluate(beir(tmp_path / "set"), library.open, library.build, data=data, plan=PLAN)
    assert report.target == "set/test"
    assert report.runs[2].groups[0].measures["recall@1"].mean == 1.0
    assert data not in library.built
    assert not any(folder.exists() for folder in library.built)


def test_a_corpus_already_indexed_is_not_indexed_again(tmp_path: Path) -> None:
    library, folder = Library(), tmp_path / "beir-data"
    folder.mkdir()
    target = beir(tmp_path / "set")
    evaluate(target, library.open, library.build, data=tmp_path, plan=PLAN, beir_data=folder)
    evaluate(target, library.open, never, data=tmp_path, plan=PLAN, beir_data=folder)


def test_a_folder_with_another_library_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "beir-data"
    folder.mkdir()
    (folder / "manifest.json").write_text("{}")
    with pytest.raises(ValueError, match="holds other documents than the corpus of set"):
        evaluate(
            beir(tmp_path / "set"),
            lambda data: FakeIndex(HELD),
            never,
            data=tmp_path,
            plan=PLAN,
            beir_data=folder,
        )


def test_a_folder_that_is_no_beir_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is neither a file of questions nor a folder"):
        evaluate(tmp_path, never, never, data=tmp_path, plan=PLAN)
