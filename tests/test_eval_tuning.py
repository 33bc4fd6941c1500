"""Weights fitted to judged questions, and what cross-validation says of them."""

import json
from pathlib import Path

import numpy as np
import pytest

from eval.questions import QuestionFileError
from eval.tuning import REACH, draw_folds, tune
from eval.tuning_report import TuningReport
from index.ranking.weights import FEATURES, RankingWeights
from tests.features_index import FeaturesIndex, ask_for_pages, make_features, write_questions


def tuned(folder: Path, count: int, telling: str | None) -> tuple[TuningReport, FeaturesIndex]:
    questions = ask_for_pages(count)
    index = FeaturesIndex(make_features(questions, telling))
    return tune(write_questions(folder / "questions.jsonl", questions), index), index


@pytest.mark.parametrize("telling", FEATURES)
def test_the_one_feature_that_tells_is_found_and_shown_to_pay(tmp_path: Path, telling: str) -> None:
    report, index = tuned(tmp_path, 60, telling)
    assert report.fitted.by_name[telling] == max(report.fitted.by_name.values())
    assert report.fitted.by_name[telling] > report.now.by_name[telling]
    gain = report.changes[0]
    assert (gain.measure, len(report.folds)) == ("nDCG@10", 5)
    assert gain.difference.mean > 0.02
    assert gain.p < 0.05
    assert gain.after.mean == pytest.approx(gain.before.mean + gain.difference.mean)
    assert report.advice.startswith("Applying pays")
    assert index.asked == [("both", f"第{number}の質問", REACH) for number in range(60)]


def test_where_nothing_tells_the_weights_stay(tmp_path: Path) -> None:
    report, _ = tuned(tmp_path, 60, None)
    assert report.fitted == report.now == RankingWeights()
    assert all(fold.weights == report.now for fold in report.folds)
    assert [change.difference.mean for change in report.changes] == [0, 0, 0]
    assert report.advice.startswith("Nothing to apply")


def test_what_is_fitted_to_chance_is_hardly_ever_said_to_pay(tmp_path: Path) -> None:
    questions = ask_for_pages(60)
    path = write_questions(tmp_path / "questions.jsonl", questions)
    said = []
    for seed in range(10):
        features = make_features(questions, "dense")
        generator = np.random.default_rng(seed)
        for each in features.values():
            generator.shuffle(each, axis=0)
        report = tune(path, FeaturesIndex(features))
        assert report.pays == (report.moves and report.changes[0].difference.mean > 0)
        said.append(report.advice.startswith("Applying pays"))
    assert sum(said) <= 1


def test_the_order_of_the_questions_changes_nothing(tmp_path: Path) -> None:
    questions = ask_for_pages(40)
    index = FeaturesIndex(make_features(questions, FEATURES[-1]))
    first = tune(write_questions(tmp_path / "questions.jsonl", questions), index)
    again = tune(write_questions(tmp_path / "questions.jsonl", questions[::-1]), index)
    assert (first.fitted, first.folds) == (again.fitted, again.folds)


def test_folds_are_even_and_few_questions_are_left_out_one_by_one() -> None:
    ids = [f"q{number}" for number in range(33)]
    folds = dict(zip(ids, draw_folds(ids).tolist(), strict=True))
    assert sorted(np.bincount(list(folds.values())).tolist()) == [6, 6, 7, 7, 7]
    assert dict(zip(ids[::-1], draw_folds(ids[::-1]).tolist(), strict=True)) == folds
    assert sorted(draw_folds(ids[:24]).tolist()) == list(range(24))


def test_what_takes_no_part_is_left_out_and_counted(tmp_path: Path) -> None:
    questions = ask_for_pages(12)
    more: tuple[dict[str, object], ...] = (
        {"id": "none", "query": "火星の質問", "doc": None},
        {"id": "en", "query": "What is on the first page of it", "doc": "報告書.pdf", "pages": [1]},
        {"id": "lost", "query": "何も見つからない質問", "doc": "報告書.pdf", "pages": [1]},
        {"id": "away", "query": "別の文書の質問", "doc": "別紙.pdf", "pages": [1]},
    )
    index = FeaturesIndex(make_features(questions, "dense"))
    report = tune(write_questions(tmp_path / "questions.jsonl", questions, more), index)
    assert (report.questions, report.unanswerable, report.foreign, report.fitted_on) == (16, 1, 1, 14)
    assert (report.unreachable, report.missing) == (2, ("別紙.pdf",))
    assert len(report.folds) == 14
    assert "1 in a Latin language" in report.as_text()
    assert "out of reach: 2 questions" in report.as_text()


def test_too_few_questions_are_refused_in_words(tmp_path: Path) -> None:
    questions = ask_for_pages(9)
    path = write_questions(tmp_path / "questions.jsonl", questions)
    with pytest.raises(ValueError, match=r"holds 9 questions .* at least 10 are needed"):
        tune(path, FeaturesIndex(make_features(questions, "dense")))


def test_questions_about_another_collection_and_broken_files_are_refused(tmp_path: Path) -> None:
    index = FeaturesIndex({})
    away: dict[str, object] = {"id": "a", "query": "質問", "doc": "別紙.pdf", "pages": [1]}
    with pytest.raises(ValueError, match="none of the documents asked about"):
        tune(write_questions(tmp_path / "questions.jsonl", [], (away,)), index)
    (tmp_path / "questions.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(QuestionFileError, match="line 1"):
        tune(tmp_path / "questions.jsonl", index)


def test_the_report_says_the_same_to_people_and_to_programs(tmp_path: Path) -> None:
    report, _ = tuned(tmp_path, 30, FEATURES[-1])
    told = json.loads(json.dumps(report.as_json()))
    assert sum(told["fitted"].values()) == pytest.approx(1)
    assert told["folds"][0]["weights"].keys() == set(FEATURES)
    assert set(told["changes"][0]) == {"measure", "before", "after", "difference", "p"}
    text = report.as_text()
    assert text.endswith(report.advice)
    assert "the program's own" in text
    assert f"{told['changes'][0]['difference']['mean']:+.3f}" in text
