"""Judged questions and libraries in, the weights by which answers are given or refused out:
`python -m eval.refusal_fitting LIBRARY QUESTIONS [LIBRARY QUESTIONS ...]`.

QUESTIONS is a file of judged questions or a BEIR folder.

Of every second answerable question a hole is made: what answers it is taken away, so that nothing does; and
questions on other collections are asked, except of those in the same library. The weights are those of a
logistic regression with L2 regularisation; each collection counts as much, BEIR folders half as much, and
each is measured by the weights fitted without it.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from eval.answers.confidence import calibration_error, fill_bins
from eval.refusal_examples import Example, gather_examples, gather_strangers, read_collection
from qa.choosing.confidence import FEATURES
from qa.choosing.confidence_weights import ConfidenceWeights
from qa.choosing.refusal import logistic
from tenkyo.assembly import open_application
from tenkyo.settings import read_settings

UNANSWERABLE = 0.25
"""The share of questions that nothing answers, which the confidence is calibrated for."""

ENOUGH = 20
"""A collection with fewer answerable questions counts less."""

STRENGTH = 0.3
"""The inverse of the regularisation's strength, over standardised features."""

FITTED = {
    True: tuple(name for name in FEATURES if name != "covered"),
    False: ("covered", "foreign_uncovered", "lead", "near", "first_fits"),
}
"""The features that weights are fitted for, for questions in Japanese and for others: few of the others are
judged, and their words stand in no passage."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """How well the unanswerable are told: the `area` under the ROC curve, precision and recall of refusals,
    the expected calibration error in ten bins (Guo et al. 2017)."""

    name: str
    questions: int
    unanswerable: int
    area: float
    precision: float
    recall: float
    calibration_error: float

    def __str__(self) -> str:
        """A line of a table."""
        return (
            f"{self.name:24}{self.unanswerable:5} of {self.questions:5}  AUC {self.area:.3f}  "
            f"P {self.precision:.2f}  R {self.recall:.2f}  ECE {self.calibration_error:.3f}"
        )


def fit_confidence(examples: Sequence[Example]) -> ConfidenceWeights:
    """The weights fitted to examples, in the scale of the features."""
    told = [one for one in examples if one.features is not None]
    names = FITTED[told[0].japanese]
    features = np.array([one.features for one in told])[:, [FEATURES.index(name) for name in names]]
    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, max_iter=1_000)
    model.fit((features - mean) / spread, [one.answerable for one in told], sample_weight=_shares(told))
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * mean).sum())
    return ConfidenceWeights(bias, dict(zip(names, weights.round(2).tolist(), strict=True)))


def _shares(examples: Sequence[Example]) -> Values:
    """What each example counts: collections alike where they have answerable questions enough, and all that
    nothing answers together a quarter."""
    groups = [(one.collection, one.answerable) for one in examples]
    counts = Counter(groups)
    worth = {of: min(1.0, counts[of, True] / ENOUGH) for of, _ in groups}
    shares = np.array(
        [
            one.weight * worth[one.collection] / counts[group]
            for one, group in zip(examples, groups, strict=True)
        ]
    )
    answerable = np.array([one.answerable for one in examples])
    shares[answerable] *= (1 - UNANSWERABLE) / shares[answerable].sum()
    shares[~answerable] *= UNANSWERABLE / shares[~answerable].sum()
    scaled: Values = shares * len(examples)
    return scaled


def confidences(fitted: ConfidenceWeights, examples: Sequence[Example]) -> Values:
    """How sure each is answered."""
    weights = np.array([fitted.weights.get(name, 0.0) for name in FEATURES])
    return np.array(
        [
            0.0 if one.features is None else logistic(fitted.bias + float(weights @ np.array(one.features)))
            for one in examples
        ]
    )


def choose_threshold(answerable: NDArray[np.bool_], sure: Values) -> float:
    """The confidence below which to refuse, so that the worse of precision and recall is best."""
    return float(max(np.unique(sure), key=lambda one: min(_precision_recall(answerable, sure, one))))


def _precision_recall(answerable: NDArray[np.bool_], sure: Values, threshold: float) -> tuple[float, float]:
    refused = sure < threshold
    rightly = float((refused & ~answerable).sum())
    return rightly / max(1, refused.sum()), rightly / max(1, (~answerable).sum())


def _area(answerable: NDArray[np.bool_], sure: Values) -> float:
    """The area under the ROC curve: how often an answerable question is surer than an unanswerable one."""
    surer = sure[answerable][:, None] - sure[~answerable]
    return float(((surer > 0) + (surer == 0) / 2).mean()) if surer.size else float("nan")


def measure(name: str, examples: Sequence[Example], sure: Values, threshold: float) -> Measured:
    """How well the unanswerable among examples are told."""
    answerable = np.array([one.answerable for one in examples])
    precision, recall = _precision_recall(answerable, sure, threshold)
    error = calibration_error(fill_bins(sure.tolist(), answerable.tolist()))
    unanswerable = int((~answerable).sum())
    return Measured(name, len(examples), unanswerable, _area(answerable, sure), precision, recall, error)


def cross_validate(examples: Sequence[Example]) -> tuple[Values, float]:
    """The confidence of each example by the weights fitted without its collection, and the threshold that
    these choose over the questions without holes."""
    sure = np.zeros(len(examples))
    for collection in dict.fromkeys(one.collection for one in examples):
        fitted = fit_confidence([one for one in examples if one.collection != collection])
        inside = np.array([one.collection == collection for one in examples])
        sure[inside] = confidences(fitted, [one for one in examples if one.collection == collection])
    asked = np.array([one.origin == "asked" and one.weight == 1.0 for one in examples])
    answerable = np.array([one.answerable for one in examples])
    return sure, choose_threshold(answerable[asked], sure[asked])


def report(examples: Sequence[Example]) -> Iterator[str]:
    """The weights, and how well each collection is told by those fitted without it."""
    sure, threshold = cross_validate(examples)
    fitted = fit_confidence(examples)
    yield f"bias {fitted.bias:.2f}, threshold {threshold:.2f}, weights {dict(fitted.weights)}"
    for collection in dict.fromkeys(one.collection for one in examples):
        for origin in ("asked", "hole", "stranger"):
            chosen = [
                at
                for at, one in enumerate(examples)
                if one.collection == collection and (one.answerable or one.origin == origin)
            ]
            if any(examples[at].answerable != examples[chosen[0]].answerable for at in chosen):
                name = f"{collection} {origin}"
                yield str(measure(name, [examples[at] for at in chosen], sure[chosen], threshold))


def main(arguments: Sequence[str]) -> None:
    """Fit and print the weights, for Japanese questions and for those in another language."""
    pairs = list(zip(arguments[::2], map(Path, arguments[1::2]), strict=True))
    judged = {path: read_collection(path) for _, path in pairs}
    examples: list[Example] = []
    for library, path in pairs:
        index = open_application(read_settings(data=Path(library))).index
        name, (questions, weight) = f"{path.parent.name}/{path.stem}", judged[path]
        examples += gather_examples(name, questions, index, weight)
        for elsewhere, other in pairs:
            if elsewhere != library:
                examples += gather_strangers(name, judged[other][0], index, weight)
    for language, japanese in (("Japanese", True), ("another language", False)):
        print(language)
        print("\n".join(report([one for one in examples if one.japanese == japanese])))


if __name__ == "__main__":
    main(sys.argv[1:])
