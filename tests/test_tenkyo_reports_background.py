"""An evaluation in the background: one at a time, told, stopped, failing in words."""

import threading
import time
from collections.abc import Callable

import pytest

from tenkyo.errors import TenkyoError
from tenkyo.reports.background import BackgroundEvaluation, Progress

Told = Callable[[str, int, int], None]


def ended(evaluation: BackgroundEvaluation) -> Progress:
    until = time.monotonic() + 10
    while evaluation.progress().state == "running" and time.monotonic() < until:
        time.sleep(0.001)
    return evaluation.progress()


def test_one_runs_at_a_time_and_tells_what_it_is_at() -> None:
    evaluation, told, go_on = BackgroundEvaluation(), threading.Event(), threading.Event()

    def work(tell: Told) -> None:
        tell("searching", 2, 9)
        told.set()
        go_on.wait(10)

    assert evaluation.progress() == Progress()
    assert evaluation.start(work)
    told.wait(10)
    assert not evaluation.start(work)
    assert evaluation.progress() == Progress("running", "searching", 2, 9)
    go_on.set()
    assert ended(evaluation).state == "done"
    assert evaluation.start(lambda tell: None)


def test_one_that_is_stopped_ends_before_its_next_step_and_another_can_begin() -> None:
    evaluation, told = BackgroundEvaluation(), threading.Event()
    steps: list[int] = []

    def work(tell: Told) -> None:
        for step in range(10_000):
            tell("searching", step, 10_000)
            steps.append(step)
            told.set()
            time.sleep(0.001)

    evaluation.start(work)
    told.wait(10)
    evaluation.stop()
    assert ended(evaluation).state == "stopped"
    assert len(steps) < 10_000
    evaluation.start(lambda tell: tell("answering", 1, 1))
    assert ended(evaluation) == Progress("done", "answering", 1, 1)


@pytest.mark.parametrize("fault", [ValueError("no questions"), TenkyoError("english", "日本語")])
def test_a_fault_that_can_be_told_is_kept(fault: Exception) -> None:
    def work(tell: Told) -> None:
        raise fault

    evaluation = BackgroundEvaluation()
    evaluation.start(work)
    assert ended(evaluation) == Progress("failed", fault=fault)


def test_any_other_fault_ends_it_too() -> None:
    def work(tell: Told) -> None:
        raise ZeroDivisionError

    evaluation = BackgroundEvaluation()
    evaluation.start(work)
    assert ended(evaluation) == Progress("failed")
