"""How much each feature of a candidate counts; fitted on judged questions by eval/answer_fitting.py."""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "near": 23.82,
    "near_in_passage": 15.33,
    "passage_score": 8.75,
    "passage_rank": 0.94,
    "passage_covered": 1.73,
    "rare": 2.26,
    "rare_in_context": 0.89,
    "letters_in_context": 2.70,
    "close": 1.21,
    "typed": 1.43,
    "figure": 0.74,
    "unit": 3.21,
    "year": 3.27,
    "length": 0.47,
    "label": -0.30,
    "asking": -1.72,
    "figures": -1.40,
    "leads_on": -1.46,
    "row_of_facts": 1.11,
    "figure_in_row": -0.53,
    "fact": -2.90,
    "field": 0.81,
    "fact_typed": 1.26,
    "fit": 1.60,
    "fit_behind": -5.39,
    "list": 1.12,
}
"""By the names of qa.choosing.features.FEATURES; a feature that is not here counts nothing. A score's
differences are logarithms of odds: of two candidates the one that scores 1 more answers e times as likely."""
