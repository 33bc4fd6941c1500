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
    -53.06,
    {
        "passages_cover": 1.62,
        "nouns_uncovered": -2.62,
        "foreign_uncovered": -1.92,
        "numbers_covered": 3.54,
        "lead": 4.8,
        "near": 41.56,
        "typed": 1.0,
        "year": 8.52,
        "first_fits": 3.07,
    },
)

FOREIGN = ConfidenceWeights(
    -32.39,
    {
        "covered": 3.87,
        "foreign_uncovered": -0.47,
        "lead": 6.95,
        "near": 36.08,
        "typed": 0.4,
        "year": -0.11,
        "first_fits": 0.65,
    },
)
"""For questions in another language, whose words the passages hold in translation alone."""
