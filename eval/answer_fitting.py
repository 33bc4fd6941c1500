"""Judged questions and libraries in, the weights by which candidates are ranked out:
`python -m eval.answer_fitting LIBRARY QUESTIONS [LIBRARY QUESTIONS ...]`.

QUESTIONS is a file of judged questions or a BEIR folder, whose first questions are left for measuring.

The weights are those of a conditional logit: they make it likely that a right one is drawn of a question's
candidates, each drawn with a chance that grows with e to its score (McFadden 1974; as a listwise loss, Cao et
al. 2007), with L2 regularisation. Each collection counts as much, however many questions it has; each is
measured by the weights fitted without it.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.answer_examples import Example, gather_examples
from eval.questions import Question
from eval.refusal_examples import read_collection
from index.types import Index
from qa.choosing.features import FEATURES
from qa.choosing.weights import WEIGHTS
from tenkyo.assembly import open_application
from tenkyo.settings import read_settings

STRENGTH = 3.0
"""Of the regularisation, over features divided by their spread."""

MOST_COUNTED = 300
"""A collection of more questions counts as this many."""

Values = NDArray[np.float64]

Gather = Callable[[str, Sequence[Question], Index], Iterator[Example]]
"""Gives the examples of a collection by its name, its questions and the index that they are asked of."""


def fit_weights(examples: Sequence[Example]) -> Values:
    """The weights of the features, in their order and scale."""
    features = np.vstack([one.features for one in examples])
    spread = features.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = [(one.features / spread, one.right) for one in examples]
    shares = _shares(examples)

    def loss(weights: Values) -> tuple[float, Values]:
        total, slope = STRENGTH * weights @ weights / 2, STRENGTH * weights
        for (values, right), share in zip(scaled, shares, strict=True):
            told, its_slope = loss_of_one(values, right, weights)
            total += share * told
            slope = slope + share * its_slope
        return float(total), slope

    found = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B")
    weights: Values = found.x / spread
    return weights


def loss_of_one(values: Values, right: NDArray[np.bool_], weights: Values) -> tuple[float, Values]:
    """Minus the logarithm of the chance that a right candidate is drawn, and its slope."""
    scores = values @ weights
    odds = np.exp(scores - scores.max())
    chances = odds / odds.sum()
    of_right = np.where(right, chances, 0.0)
    likely = max(float(of_right.sum()), sys.float_info.min)
    return -float(np.log(likely)), (chances - of_right / likely) @ values


def _shares(examples: Sequence[Example]) -> list[float]:
    counts = {name: sum(one.collection == name for one in examples) for name in _collections(examples)}
    return [min(1.0, MOST_COUNTED / counts[one.collection]) for one in examples]


def _collections(examples: Sequence[Example]) -> list[str]:
    return list(dict.fromkeys(one.collection for one in examples))


def share_right(examples: Sequence[Example], weights: Values) -> float:
    """The share of questions whose best candidate is right."""
    return float(np.mean([one.right[np.argmax(one.features @ weights)] for one in examples]))


def report(
    examples: Sequence[Example],
    names: Sequence[str],
    present: Values,
    fit: Callable[[Sequence[Example]], Values],
) -> Iterator[str]:
    """How often the best one is right: by the present weights, those fitted without the collection, and those
    fitted to all; then these, by their features' names."""
    fitted = fit(examples)
    for name in _collections(examples):
        inside = [one for one in examples if one.collection == name]
        others = [one for one in examples if one.collection != name]
        told = {"present": present, "without it": fit(others) if others else present, "all": fitted}
        shares = "  ".join(f"{by} {share_right(inside, weights):.3f}" for by, weights in told.items())
        yield f"{name:24}{len(inside):5}  {shares}"
    yield from (f'    "{name}": {weight:.2f},' for name, weight in zip(names, fitted, strict=True))


def read_examples(arguments: Sequence[str], gather: Gather) -> list[Example]:
    """The examples of all libraries and questions that a command line names, in turn."""
    examples: list[Example] = []
    for library, questions in zip(arguments[::2], map(Path, arguments[1::2]), strict=True):
        index = open_application(read_settings(data=Path(library))).index
        judged, _ = read_collection(questions)
        examples += gather(f"{questions.parent.name}/{questions.stem}", judged, index)
    return examples


def main(arguments: Sequence[str]) -> None:
    """Fit and print the weights."""
    present = np.array([WEIGHTS.get(name, 0.0) for name in FEATURES])
    print("\n".join(report(read_examples(arguments, gather_examples), FEATURES, present, fit_weights)))


if __name__ == "__main__":
    main(sys.argv[1:])
