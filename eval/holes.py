"""A judged question and its hits in, the hits that are left where what answers it is taken away out."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from eval.answers.comparing import says
from eval.judging import is_right
from eval.questions import Question
from index.ranking.weights import FEATURES
from index.types import Hit

SCALED = [FEATURES.index(leg) for leg in ("lexical", "dense")]
"""The features that are scaled by the best of all that was found."""

Holes = Callable[[Question, Hit], bool]
"""Whether a hit is taken away for a question."""


def on_right_page(question: Question, hit: Hit) -> bool:
    """Whether a hit stands on a right place, or says an accepted answer: another page may say it too."""
    if any(is_right(hit, place) for place in question.places):
        return True
    return any(says(hit.passage.text, [answer]) for answer in question.answers)


def in_right_document(question: Question, hit: Hit) -> bool:
    """Whether a hit is of a document with a right place."""
    return any(hit.document.path.endswith(place.document) for place in question.places)


def leave_hole(question: Question, hits: Sequence[Hit], taken_away: Holes, top_k: int) -> list[Hit]:
    """The first `top_k` hits that stay, as they would be found in a library without the others.

    `hits` must reach further down, or too few stay.
    """
    left = [hit for hit in hits if not taken_away(question, hit)]
    best = {at: max((hit.features[at] for hit in left), default=0.0) or 1.0 for at in SCALED}
    return [
        replace(hit, rank=rank, features=_rescaled(hit.features, best))
        for rank, hit in enumerate(left[:top_k], start=1)
    ]


def _rescaled(features: Sequence[float], best: dict[int, float]) -> tuple[float, ...]:
    return tuple(value / best.get(at, 1.0) for at, value in enumerate(features))
