"""Judged answers in; the measures over all and by kind, the lengths, the calibration, out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from eval.answers.confidence import Calibration, calibrate
from eval.answers.judging import JudgedAnswer
from eval.answers.measures import Share, measure_answers
from eval.judging import place_words
from eval.summary import ALL

BY_KIND = ("right", "contained", "exact_number", "cited")
"""The measures shown kind by kind."""

NAME_WIDTH = 24


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The measures over the questions of one kind; `kind` "all" is over every question."""

    kind: str
    questions: int
    shares: dict[str, Share]


@dataclass(frozen=True, slots=True)
class AnswerSummary:
    """How good the answers are: over all questions first, then by kind, each answerable one.

    `median_length` is in characters, over the answers given; None where none was.
    """

    groups: tuple[AnswerGroup, ...]
    median_length: float | None
    calibration: Calibration | None
    judged: tuple[JudgedAnswer, ...]

    @property
    def wrong(self) -> tuple[JudgedAnswer, ...]:
        """The questions answered or refused wrongly, the surest first."""
        wrong = (one for one in self.judged if not one.right)
        return tuple(sorted(wrong, key=lambda one: (-one.answer.confidence, one.question.id)))

    def as_text(self) -> str:
        """A plain table of all, and one by kind."""
        whole, *kinds = self.groups
        lines = [f"answers ({whole.questions})"]
        lines += [f"{name:{NAME_WIDTH}}{share_text(share)}" for name, share in whole.shares.items()]
        if self.median_length is not None:
            lines.append(f"{'median length':{NAME_WIDTH}}{self.median_length:.0f} characters")
        if self.calibration:
            lines.append(f"{'area under coverage':{NAME_WIDTH}}{self.calibration.area:.3f}")
            lines.append(f"{'calibration error':{NAME_WIDTH}}{self.calibration.error:.3f}")
        if kinds:
            lines += ["", "by kind".ljust(NAME_WIDTH) + "".join(name.rjust(14) for name in BY_KIND)]
            lines += [_kind_text(kind) for kind in kinds]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """The same in JSON's types, with every judged answer."""
        whole, *kinds = self.groups
        return {
            "questions": whole.questions,
            "measures": shares_json(whole.shares),
            "by_kind": {
                kind.kind: {"questions": kind.questions, "measures": shares_json(kind.shares)}
                for kind in kinds
            },
            "median_length": self.median_length,
            "calibration": asdict(self.calibration) if self.calibration else None,
            "judged": [_judged_json(one) for one in self.judged],
        }


def summarise_answers(judged: Sequence[JudgedAnswer]) -> AnswerSummary:
    """The summary of judged answers, of which there is at least one; kinds in alphabetical order."""
    kinds = sorted({one.question.kind for one in judged if one.question.answerable})
    groups = [AnswerGroup(ALL, len(judged), measure_answers(judged))]
    for kind in kinds if len(kinds) > 1 else ():
        of_kind = [one for one in judged if one.question.answerable and one.question.kind == kind]
        groups.append(AnswerGroup(kind, len(of_kind), measure_answers(of_kind)))
    lengths = [one.length for one in judged if one.answer.supported]
    return AnswerSummary(
        tuple(groups), median(lengths) if lengths else None, calibrate(judged), tuple(judged)
    )


def share_text(share: Share) -> str:
    """A share with its interval and its counts, such as "0.712 [0.65 0.78]  (185 of 260)"."""
    if share.value is None:
        return "none to count"
    interval = f" [{share.low:.2f} {share.high:.2f}]" if share.low is not None else ""
    return f"{share.value:.3f}{interval}  ({share.count} of {share.of})"


def shares_json(shares: dict[str, Share]) -> dict[str, Any]:
    """Shares in JSON's types."""
    return {name: {**asdict(share), "value": share.value} for name, share in shares.items()}


def _kind_text(kind: AnswerGroup) -> str:
    values = (kind.shares[name].value for name in BY_KIND)
    cells = "".join(("–" if value is None else f"{value:.3f}").rjust(14) for value in values)
    return f"{kind.kind} ({kind.questions})".ljust(NAME_WIDTH) + cells


def _judged_json(one: JudgedAnswer) -> dict[str, Any]:
    return {
        "id": one.question.id,
        "kind": one.question.kind,
        "query": one.question.query,
        "accepted": list(one.question.answers),
        "places": [place_words(place) for place in one.question.places],
        "right": one.right,
        "contained": one.contained,
        "quoted": one.quoted,
        "exact": one.exact,
        "cited": one.cited,
        "supported": one.answer.supported,
        "confidence": one.answer.confidence,
        "form": one.answer.form,
        "answer": one.answer.text,
        "citations": [
            {
                "number": each.citation.number,
                "path": each.citation.hit.document.path,
                "pages": list(each.pages),
                "quote": each.citation.quote,
                "right": bool(each.right),
                "verbatim": each.verbatim,
            }
            for each in one.citations
        ],
    }
