"""The words of kept reports: what an evaluation found, without the texts that nobody reads again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from eval.answers.confidence import Bin
from eval.answers.measures import Share
from eval.measures import Estimate
from eval.report import Collected
from eval.significance import Comparison
from eval.summary import Group, RunSummary

__all__ = [
    "AboveIt",
    "AnswerScores",
    "Bin",
    "Collected",
    "Comparison",
    "Estimate",
    "Fault",
    "Group",
    "KeptMiss",
    "KeptReport",
    "ReportName",
    "RunSummary",
    "Share",
    "WrongAnswer",
]

Fault = Literal["answered", "refused", "wrong_place", "wrong_answer"]
"""What is wrong with an answer: given though nothing answers, refused though something does, right words from
a wrong place, or other words."""


@dataclass(frozen=True, slots=True)
class AboveIt:
    """A hit that stood above the right one; `pages` are the file's, none where it has none."""

    rank: int
    document: str
    pages: tuple[int, ...]
    opening: str


@dataclass(frozen=True, slots=True)
class KeptMiss:
    """A query whose right passage came late (`rank`, from 1) or not among the first ten (None)."""

    id: str
    query: str
    kind: str
    rank: int | None
    places: tuple[str, ...]
    above: tuple[AboveIt, ...]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A question that was answered or refused wrongly; `confidence` is 0 to 1."""

    id: str
    query: str
    kind: str
    fault: Fault
    confidence: float
    answer: str
    accepted: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerScores:
    """How good the answers are: the measures over all, the length in characters, how far confidence agrees
    with rightness (`error` 0: always), and what was wrong, the surest first."""

    questions: int
    shares: dict[str, Share]
    median_length: float | None
    bins: tuple[Bin, ...]
    error: float | None
    wrong: tuple[WrongAnswer, ...]
    wrong_count: int


@dataclass(frozen=True, slots=True)
class KeptReport:
    """What one evaluation of a library found. `ours` names the way of searching that offices get, or the last
    one compared; `misses` are its misses, those that found nothing first, of `miss_count`.

    `missing` are documents asked about that the library does not hold.
    """

    made: datetime
    library: Collected
    target: str
    questions: int
    unanswerable: int
    ours: str
    runs: tuple[RunSummary, ...]
    comparisons: tuple[Comparison, ...]
    misses: tuple[KeptMiss, ...]
    miss_count: int
    answers: AnswerScores | None = None
    missing: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportName:
    """A kept report as a list shows it: its name in the address, when it was made (UTC), the question set."""

    name: str
    made: datetime
    target: str
