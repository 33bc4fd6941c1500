"""The question file that an office has grown, asked of the open library: a kept report out."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from eval.configurations import USUAL, make_searchers
from eval.evaluation import Plan, evaluate_questions
from index.types import Index
from qa.answering import answer
from tenkyo.reports.keeping import keep_report
from tenkyo.reports.types import KeptReport

Told = Callable[[str, int, int], None]
"""Called with (what is being done, done, total)."""


def evaluate_judged(index: Index, questions: Path, folder: Path, top_k: int, told: Told) -> KeptReport:
    """Search and answer every question of a file, and keep the report in a folder.

    Raises ValueError as `evaluate_questions` does: for a file without questions, or about other documents.
    """
    plan = Plan(
        lambda held: make_searchers(USUAL, held, Path()),
        progress=told,
        answering=lambda held: partial(answer, index=held, top_k=top_k),
    )
    report = evaluate_questions(questions, index, plan)
    return keep_report(folder, report, datetime.now(UTC))
