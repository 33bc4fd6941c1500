"""How much each feature of a candidate counts; fitted on judged questions by eval/answer_fitting.py."""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "near": 24.88,
    "near_in_passage": 14.90,
    "passage_score": 8.66,
    "passage_rank": 0.89,
    "passage_covered": 1.92,
    "rare": 2.43,
    "rare_in_context": 0.74,
    "letters_in_context": 2.48,
    "close": 1.41,
    "typed": 1.20,
    "figure": 0.76,
    "unit": 2.92,
    "year": 3.24,
    "length": 0.38,
    "label": -0.90,
    "asking": -1.79,
    "figures": -1.10,
    "row_of_facts": 0.84,
    "fact": -3.54,
    "field": 0.81,
    "fact_typed": 1.76,
    "fit": 1.86,
    "fit_behind": -4.67,
    "list": 2.60,
}
"""By the names of qa.choosing.features.FEATURES; a feature that is not here counts nothing. A score's
differences are logarithms of odds: of two candidates the one that scores 1 more answers e times as likely."""
