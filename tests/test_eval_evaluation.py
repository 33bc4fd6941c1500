"""Whole evaluations over a fake index: question files, BEIR folders, and libraries that do not fit."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.beir import read_beir
from eval.beir_index import split_corpus
from eval.evaluation import Plan, evaluate
from index.errors import NoLibraryError
from qa.types import Answer, Citation
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
        if folder not in self.built:
            raise NoLibraryError(folder)
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


def test_a_library_of_just_the_corpus_is_searched_as_it_is(tmp_path: Path) -> None:
    library, target, data = Library(), beir(tmp_path / "set"), tmp_path / "data"
    data.mkdir()
    library.build(data, split_corpus(read_beir(target).documents))
    report = evaluate(target, library.open, never, data=data, plan=PLAN)
    assert report.runs[2].groups[0].measures["recall@1"].mean == 1.0


def test_a_library_of_other_documents_is_left_alone(tmp_path: Path) -> None:
    library, data = Library(), tmp_path / "data"
    library.built[data] = FakeIndex(HELD)
    evaluate(beir(tmp_path / "set"), library.open, library.build, data=data, plan=PLAN)
    assert len(library.built) == 2


def answering(index: FakeIndex):
    """Answers with the whole of the best passage."""

    def answer(question: str) -> Answer:
        hits = tuple(index.search(question))
        if not hits:
            return Answer(question, "なし", False, 0.0, (), ())
        text = hits[0].passage.text
        return Answer(question, f"{text}[1]", True, 0.9, (Citation(1, hits[0], text),), hits)

    return answer


def test_answers_are_judged_where_they_are_asked_for(tmp_path: Path) -> None:
    path = questions(tmp_path / "q.jsonl", "報告書.pdf")
    plan = Plan(searchers, answering=answering)
    report = evaluate(path, lambda data: FakeIndex(HELD), never, data=tmp_path, plan=plan)
    assert report.answers is not None
    assert report.answers.groups[0].shares["right"].count == 1


def test_spans_are_looked_for_over_the_whole_corpus_and_in_the_right_entry_alone(tmp_path: Path) -> None:
    library, folder = Library(), beir(tmp_path / "set")
    queries = [
        {"_id": "q1", "text": "委託料", "answers": ["千円"]},
        {"_id": "q2", "text": "工事費", "answers": ["千円"]},
    ]
    lines = "\n".join(json.dumps(query) for query in queries)
    (folder / "queries.jsonl").write_text(lines, encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text("q1\tp0\t1\nq2\tp0\t1\n", encoding="utf-8")
    plan = Plan(searchers, answering=answering)
    report = evaluate(folder, library.open, library.build, data=tmp_path / "data", plan=plan)
    assert report.spans is not None
    found = {way: [one.contained for one in judged] for way, judged in report.spans.ways.items()}
    assert found == {"over the whole corpus": [True, False], "with its entry given": [True, True]}
    assert "short_and_contained     0.500" in report.as_text()
    first = evaluate(folder, library.open, library.build, data=tmp_path / "data", plan=replace(plan, first=1))
    assert first.questions == 1
    assert first.as_json()["spans"]["over the whole corpus"]["measures"]["contained"]["value"] == 1.0


def test_a_corpus_that_tells_no_spans_has_no_answers_to_judge(tmp_path: Path) -> None:
    library, plan = Library(), Plan(searchers, answering=answering)
    with pytest.raises(ValueError, match="no query tells its answers"):
        evaluate(beir(tmp_path / "set"), library.open, library.build, data=tmp_path / "data", plan=plan)


def test_a_folder_that_is_no_beir_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is neither a file of questions nor a folder"):
        evaluate(tmp_path, never, never, data=tmp_path, plan=PLAN)
