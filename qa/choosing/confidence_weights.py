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
    -54.79,
    {
        "passages_cover": 1.85,
        "nouns_uncovered": -2.95,
        "foreign_uncovered": -1.26,
        "numbers_covered": 4.26,
        "lead": 3.97,
        "near": 42.52,
        "value_there": 1.82,
        "name_there": 1.09,
        "measures_there": 0.37,
        "asked_there": 0.59,
        "year": 6.94,
        "first_fits": 2.67,
    },
)

FOREIGN = ConfidenceWeights(
    -27.11,
    {"covered": 3.25, "foreign_uncovered": -0.84, "lead": 5.7, "near": 30.64, "first_fits": 0.83},
)
"""For questions in another language, whose words the passages hold in translation alone."""
