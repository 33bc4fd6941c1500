"""Judged answers with their confidence in; how far the confidence can be relied on out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from eval.answers.judging import JudgedAnswer

BINS = 10


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Were only answers at least this sure given: the share of all questions answered, and of those right."""

    confidence: float
    coverage: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers of a confidence from `low` to `low` + 0.1: how many, how sure, what share of them right."""

    low: float
    answers: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """`area` is the mean accuracy over the coverages reached, from the surest answer to all that were given:
    the complement of the area under the risk-coverage curve (Geifman and El-Yaniv 2017). `error` is the
    expected calibration error in ten bins of equal width (Guo et al. 2017)."""

    curve: tuple[CurvePoint, ...]
    area: float
    bins: tuple[Bin, ...]
    error: float


def calibrate(judged: Sequence[JudgedAnswer]) -> Calibration | None:
    """How confidence and rightness go together over the answers given; None where none was."""
    given = sorted(
        (one for one in judged if one.answer.supported),
        key=lambda one: (-one.answer.confidence, one.question.id),
    )
    if not given:
        return None
    rights = [one.question.answerable and one.right for one in given]
    accuracies = [sum(rights[:count]) / count for count in range(1, len(given) + 1)]
    points = [
        CurvePoint(one.answer.confidence, count / len(judged), accuracy)
        for count, (one, accuracy) in enumerate(zip(given, accuracies, strict=True), start=1)
    ]
    bins = fill_bins([one.answer.confidence for one in given], rights)
    area = sum(accuracies) / len(accuracies)
    return Calibration(_last_of_each(points), area, bins, calibration_error(bins))


def _last_of_each(points: Sequence[CurvePoint]) -> tuple[CurvePoint, ...]:
    """The point after all answers of one confidence: no threshold parts them."""
    return tuple([*group][-1] for _, group in groupby(points, key=lambda point: point.confidence))


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error over bins of equal width (Guo et al. 2017)."""
    apart = sum(each.answers * abs(each.accuracy - each.confidence) for each in bins)
    return apart / sum(each.answers for each in bins)


def fill_bins(confidences: Sequence[float], rights: Sequence[bool]) -> tuple[Bin, ...]:
    """The ten bins of confidence that hold any, in order."""
    filled: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in zip(confidences, rights, strict=True):
        filled.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return tuple(
        Bin(
            at / BINS,
            len(held),
            sum(confidence for confidence, _ in held) / len(held),
            sum(right for _, right in held) / len(held),
        )
        for at, held in sorted(filled.items())
    )
