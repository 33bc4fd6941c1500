"""The question file that an office has grown, asked of the open library: a kept report out."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from eval.answers import Answerer
from eval.configurations import USUAL, make_searchers
from eval.evaluation import Plan, evaluate_questions
from index.types import Index
from tenkyo.reports.keeping import keep_report
from tenkyo.reports.types import KeptReport

Told = Callable[[str, int, int], None]
"""Called with (what is being done, done, total)."""


def evaluate_judged(
    index: Index, answerer: Answerer, questions: Path, folder: Path, told: Told
) -> KeptReport:
    """Search for every question of a file, have it answered, and keep the report in a folder.

    Raises ValueError as `evaluate_questions` does: for a file without questions, or about other documents.
    """
    plan = Plan(
        lambda held: make_searchers(USUAL, held, Path()),
        progress=told,
        answering=lambda held: answerer,
    )
    report = evaluate_questions(questions, index, plan)
    return keep_report(folder, report, datetime.now(UTC))
