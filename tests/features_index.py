"""An index in memory whose hits have features that a test makes up."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.questions import Place, Question
from index.ranking.weights import FEATURES, RankingWeights
from index.types import Filters, Hit, Legs
from tests.fake_index import FakeIndex, document, passage

REPORT = document("報告書.pdf", pages=30)
PAGES = tuple(passage(REPORT, f"第{page}頁の事務について。", page) for page in range(1, 31))


class FeaturesIndex(FakeIndex):
    """`made` has for each query the features of the report's thirty pages, shape (pages, features)."""

    def __init__(self, made: Mapping[str, NDArray[np.float64]]) -> None:
        super().__init__([(REPORT, page) for page in PAGES])
        self.made = made

    def search(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        legs: Legs = "both",
        without: Collection[str] = (),
    ) -> list[Hit]:
        self.asked.append((legs, query, top_k))
        features = self.made.get(query, np.empty((0, len(FEATURES))))
        scored = zip(PAGES, features @ RankingWeights().shares, features.tolist(), strict=False)
        best = sorted(scored, key=lambda each: (-each[1], each[0].id))[:top_k]
        return [
            Hit(page, REPORT, score, rank, features=tuple(told))
            for rank, (page, score, told) in enumerate(best, start=1)
        ]


def ask_for_pages(count: int) -> list[Question]:
    """So many questions, each about one page."""
    return [
        Question(
            f"q{number}", f"第{number}の質問", (Place("報告書.pdf", (number % len(PAGES) + 1,)),), "fact"
        )
        for number in range(count)
    ]


def make_features(questions: list[Question], telling: str | None) -> dict[str, NDArray[np.float64]]:
    """Features drawn by lot for every page; the `telling` one is the highest where the right answer stands.

    With None every page is like every other.
    """
    generator = np.random.default_rng(7)
    made = {}
    for question in questions:
        features = generator.uniform(0, 0.9, (len(PAGES), len(FEATURES)))
        if telling is None:
            features[:] = 0.5
        else:
            features[question.places[0].pages[0] - 1, FEATURES.index(telling)] = 1.0
        made[question.query] = features
    return made


def write_questions(path: Path, questions: list[Question], more: tuple[dict[str, object], ...] = ()) -> Path:
    """A file of questions, with `more` lines."""
    lines = [
        {"id": each.id, "query": each.query, "doc": each.places[0].document, "pages": each.places[0].pages}
        for each in questions
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in (*lines, *more))
    path.write_text(text, encoding="utf-8")
    return path
