"""Judged questions and a way of answering in; what is right about the answers and the refusals out."""

from eval.answers.judging import Answerer, JudgedAnswer, judge_answers
from eval.answers.measures import Share
from eval.answers.summary import AnswerSummary, summarise_answers

__all__ = [
    "AnswerSummary",
    "Answerer",
    "JudgedAnswer",
    "Share",
    "judge_answers",
    "summarise_answers",
]
