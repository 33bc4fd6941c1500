"""Hits judged right or wrong in; a file of judged questions for `tenkyo eval` and `tenkyo tune` out."""

from tenkyo.judging.question_file import FILE_NAME, question_records
from tenkyo.judging.store import Judgements
from tenkyo.judging.types import JudgedHit, JudgedQuery, Judgement, Verdict

__all__ = [
    "FILE_NAME",
    "JudgedHit",
    "JudgedQuery",
    "Judgement",
    "Judgements",
    "Verdict",
    "question_records",
]
