"""How much each feature of confidence counts; fitted on judged questions by eval/refusal_fitting.py."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConfidenceWeights:
    """Weights of a logistic regression by the names of qa.choosing.confidence.FEATURES; a feature that is not
    here counts nothing."""

    bias: float
    weights: Mapping[str, float]


JAPANESE = ConfidenceWeights(
    -38.9,
    {
        "covered": 1.33,
        "nouns_uncovered": -3.48,
        "foreign_uncovered": -1.4,
        "numbers_covered": 2.57,
        "lead": 4.04,
        "near": 32.31,
        "year": 5.21,
        "first_fits": 2.77,
    },
)

FOREIGN = ConfidenceWeights(
    -33.73,
    {
        "covered": 3.94,
        "foreign_uncovered": -1.02,
        "lead": 5.63,
        "near": 35.27,
        "year": 2.86,
        "first_fits": 0.56,
    },
)
"""For questions in another language, whose words the passages hold in translation alone."""
