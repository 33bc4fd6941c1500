"""`tenkyo tune`: weights fitted to judged questions, shown, put in force, and taken back."""

import json
import sys
from pathlib import Path

from tenkyo.assembly import fit_weights, put_weights, take_weights_back
from tenkyo.progress import progress_bars
from tenkyo.settings import Settings


def show_tuning(settings: Settings, questions: Path, *, apply: bool, as_json: bool) -> None:
    """Print what weights fitted to the questions are worth; put them in force where that is asked for."""
    with progress_bars() as progress:
        report = fit_weights(settings, questions, progress)
    applied = apply and report.moves
    if applied:
        put_weights(settings, report.fitted)
    told = {**report.as_json(), "applied": applied}
    print(json.dumps(told, ensure_ascii=False) if as_json else report.as_text())
    if applied and not report.pays:
        print(f"tenkyo: warning: applied all the same. {report.advice}", file=sys.stderr)
    if applied:
        print("applied; tenkyo tune --undo puts back the weights that were in force", file=sys.stderr)


def undo_tuning(settings: Settings, *, as_json: bool) -> None:
    """Put back the weights that were in force before the last ones, and print them."""
    before = take_weights_back(settings)
    if as_json:
        print(json.dumps({"undone": True, "ranking_weights": before.by_name if before else None}))
    else:
        print("undone; the weights in force are", before or "the program's own")
