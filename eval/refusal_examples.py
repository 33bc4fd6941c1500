"""Judged questions and an index in, what was found for each out: as it is, or with a hole where its answer
stood, or for a question on another collection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.beir import is_beir, read_beir
from eval.holes import in_right_document, leave_hole, on_right_page
from eval.questions import Place, Question, read_questions
from index.ranking.query_vectors import is_foreign
from index.types import Hit, Index
from qa.answering import look_into
from qa.choosing.confidence import measure_confidence

TOP_K = 10
REACH = 30
"""How many hits are asked for where a hole is made."""

LEFT_FOR_MEASURING = 1_000
"""The first questions of a BEIR folder are measured with elsewhere, and no weights are fitted to them."""

TAKEN_OF_BEIR = 1_000

STRANGERS = 80
"""How many questions of each language and each other collection are asked, which nothing answers here."""

Origin = Literal["asked", "hole", "stranger"]


@dataclass(frozen=True, slots=True)
class Example:
    """What was found for a question: `features` as measure_confidence gives them, None where nothing fits."""

    collection: str
    question: str
    answerable: bool
    origin: Origin
    japanese: bool
    features: tuple[float, ...] | None
    weight: float = 1.0


def gather_examples(
    name: str, questions: Sequence[Question], index: Index, weight: float
) -> Iterator[Example]:
    """What is found for each question, and for every second answerable one with a hole in its hits."""
    for number, question in enumerate(questions):
        if weight == 1.0 or number % 2:
            hits = index.search(question.query, TOP_K)
            yield _example(name, question, index, hits, weight, "asked")
        if question.answerable and number % 2 == 0:
            taken_away = in_right_document if number % 4 else on_right_page
            hits = leave_hole(question, index.search(question.query, REACH), taken_away, TOP_K)
            if len(hits) == TOP_K:
                yield _example(name, question, index, hits, weight, "hole")


def gather_strangers(
    name: str, questions: Sequence[Question], index: Index, weight: float
) -> Iterator[Example]:
    """What is found for questions on other collections."""
    foreign = [question for question in questions if is_foreign(question.query)]
    japanese = [question for question in questions if not is_foreign(question.query)]
    for of_language in (foreign, japanese):
        for question in of_language[:: max(1, len(of_language) // STRANGERS)]:
            yield _example(name, question, index, index.search(question.query, TOP_K), weight, "stranger")


def _example(
    name: str, question: Question, index: Index, hits: Sequence[Hit], weight: float, origin: Origin
) -> Example:
    found = look_into(question.query, hits, index)
    features = measure_confidence(found) if found.evidence and found.ranked else None
    answerable = question.answerable and origin == "asked"
    return Example(name, question.id, answerable, origin, found.asked.japanese, features, weight)


def read_collection(path: Path) -> tuple[list[Question], float]:
    """The questions of a file or of a BEIR folder, and what each counts."""
    if not is_beir(path):
        return read_questions(path), 1.0
    left = read_beir(path).queries[LEFT_FOR_MEASURING:]
    queries = left[:: max(1, len(left) // TAKEN_OF_BEIR)]
    return [
        Question(
            query.id,
            query.text,
            tuple(Place(key, (1,)) for key in query.grades),
            "beir",
            answers=query.answers,
        )
        for query in queries
    ], 0.5
