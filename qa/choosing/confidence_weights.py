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
    -54.24,
    {
        "passages_cover": 1.77,
        "nouns_uncovered": -2.88,
        "foreign_uncovered": -1.23,
        "numbers_covered": 4.2,
        "lead": 3.89,
        "near": 42.56,
        "value_there": 1.2,
        "name_there": 1.65,
        "measures_there": 0.24,
        "asked_there": 0.56,
        "year": 6.63,
        "first_fits": 2.62,
    },
)

FOREIGN = ConfidenceWeights(
    -28.34,
    {"covered": 2.09, "foreign_uncovered": -0.88, "lead": 5.65, "near": 32.48, "first_fits": 0.77},
)
"""For questions in another language, whose words the passages hold in translation alone."""
