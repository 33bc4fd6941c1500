"""Judged questions and an index in; what may answer each, and what of it is right, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus import squeeze
from eval.answers.comparing import says
from eval.judging import is_right
from eval.questions import Question
from index.types import Index
from qa.answering import look_into
from qa.candidates.types import Candidate
from qa.choosing.features import FEATURES

TOP_K = 10


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of a question: `features`, shape (candidates, FEATURES), and which are `right`, shape
    (candidates,), at least one."""

    collection: str
    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def gather_examples(collection: str, questions: Sequence[Question], index: Index) -> Iterator[Example]:
    """The questions for which something right is among the candidates."""
    for question in questions:
        if question.answerable:
            ranked = look_into(question.query, index.search(question.query, TOP_K), index).ranked
            right = np.array(find_right(question, [one.candidate for one in ranked]), dtype=np.bool_)
            if right.any():
                features = np.array([one.features for one in ranked]).reshape(-1, len(FEATURES))
                yield Example(collection, features, right)


def find_right(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Whether each candidate stands on a right place and says an accepted answer.

    Where none does, the answer is told in words of its own: those count that quote the right words.
    """
    in_place = [any(is_right(one.hit, place) for place in question.places) for one in candidates]
    pairs = list(zip(candidates, in_place, strict=True))
    says_it = [here and bool(question.answers) and says(one.text, question.answers) for one, here in pairs]
    if any(says_it):
        return says_it
    quotes = [squeeze(quote) for place in question.places for quote in place.quotes]
    return [here and _shares_words(squeeze(one.quote), quotes) for one, here in pairs]


def _shares_words(text: str, quotes: Sequence[str]) -> bool:
    return any(quote in text or text in quote for quote in quotes)
