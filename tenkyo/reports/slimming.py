"""A Report in, what is worth keeping of it out."""

from datetime import datetime

from eval.answers import AnswerSummary, JudgedAnswer
from eval.configurations import OURS
from eval.judging import place_words
from eval.misses import Miss
from eval.report import Collected, Report, opening
from tenkyo.reports.types import AboveIt, AnswerScores, Fault, KeptMiss, KeptReport, WrongAnswer

MOST_LISTED = 50
"""How many misses and how many wrong answers are kept; the counts tell of the others."""

MOST_ABOVE = 3
MOST_PLACES = 3
LONGEST_ANSWER = 300
"""The most characters kept of a wrong answer."""


def slim(report: Report, made: datetime) -> KeptReport:
    """What is kept of a report that was made at some moment."""
    names = [run.name for run in report.runs]
    ours = OURS if OURS in names else next(reversed(names), "")
    misses = sorted((miss for miss in report.misses if miss.run == ours), key=_badness)
    collected = report.collected or Collected(0, 0, "")
    return KeptReport(
        made=made,
        library=collected,
        target=report.target,
        questions=report.questions,
        unanswerable=report.unanswerable,
        ours=ours,
        runs=report.runs,
        comparisons=report.comparisons,
        misses=tuple(_miss(miss) for miss in misses[:MOST_LISTED]),
        miss_count=len(misses),
        answers=_answers(report.answers) if report.answers else None,
        missing=report.missing,
        errors=report.errors,
    )


def _badness(miss: Miss) -> tuple[float, str]:
    return (-(miss.rank or float("inf")), miss.query_id)


def _miss(miss: Miss) -> KeptMiss:
    above = tuple(
        AboveIt(
            hit.rank,
            hit.document.title,
            hit.passage.page_numbers if hit.document.page_count else (),
            opening(hit),
        )
        for hit in miss.above[:MOST_ABOVE]
    )
    places = miss.places[:MOST_PLACES]
    return KeptMiss(miss.query_id, miss.query, miss.kind or "", miss.rank, places, above, miss.error)


def _answers(answers: AnswerSummary) -> AnswerScores:
    calibration, wrong = answers.calibration, answers.wrong
    return AnswerScores(
        questions=answers.groups[0].questions,
        shares=answers.groups[0].shares,
        median_length=answers.median_length,
        bins=calibration.bins if calibration else (),
        error=calibration.error if calibration else None,
        wrong=tuple(_wrong(one) for one in wrong[:MOST_LISTED]),
        wrong_count=len(wrong),
    )


def _wrong(one: JudgedAnswer) -> WrongAnswer:
    question, answer = one.question, one.answer
    text = answer.text if len(answer.text) <= LONGEST_ANSWER else f"{answer.text[:LONGEST_ANSWER]}…"
    return WrongAnswer(
        id=question.id,
        query=question.query,
        kind=question.kind,
        fault=_fault(one),
        confidence=answer.confidence,
        answer=text,
        accepted=question.answers[:MOST_PLACES],
        places=tuple(place_words(place) for place in question.places[:MOST_PLACES]),
    )


def _fault(one: JudgedAnswer) -> Fault:
    if not one.question.answerable:
        return "answered"
    if not one.answer.supported:
        return "refused"
    return "wrong_answer" if one.contained is False else "wrong_place"
