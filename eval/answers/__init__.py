"""Judged questions and a way of answering in; what is right about the answers and the refusals out."""

from eval.answers.comparing import comparable, contains_answer, holds
from eval.answers.judging import Answerer, JudgedAnswer, judge_answer, judge_answers
from eval.answers.measures import Share
from eval.answers.summary import AnswerSummary, summarise_answers

__all__ = [
    "AnswerSummary",
    "Answerer",
    "JudgedAnswer",
    "Share",
    "comparable",
    "contains_answer",
    "holds",
    "judge_answer",
    "judge_answers",
    "summarise_answers",
]
