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
    -53.73,
    {
        "passages_cover": 1.7,
        "nouns_uncovered": -2.99,
        "foreign_uncovered": -1.4,
        "numbers_covered": 4.2,
        "lead": 3.93,
        "near": 41.67,
        "value_there": 1.8,
        "name_there": 1.15,
        "measures_there": 0.4,
        "asked_there": 0.58,
        "year": 6.57,
        "first_fits": 2.83,
    },
)

FOREIGN = ConfidenceWeights(
    -27.11,
    {"covered": 3.25, "foreign_uncovered": -0.84, "lead": 5.7, "near": 30.64, "first_fits": 0.83},
)
"""For questions in another language, whose words the passages hold in translation alone."""
