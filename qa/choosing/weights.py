"""How much each feature of a candidate counts; fitted on judged questions by eval/answer_fitting.py."""

WEIGHTS: dict[str, float] = {
    "covered": 4.0,
    "covered_in_context": 2.0,
    "close": 1.0,
    "near": 10.0,
    "near_in_passage": 5.0,
    "near_in_all": 5.0,
    "passage_score": 2.0,
    "passage_rank": 0.5,
    "passage_covered": 1.0,
    "typed": 1.5,
    "new": 1.0,
    "year": 0.5,
    "length": 1.0,
    "caption": -2.0,
    "contents": -2.0,
    "heading": -2.0,
    "cell": 0.5,
}
"""By the names of qa.choosing.features.FEATURES; a feature that is not here counts nothing."""
