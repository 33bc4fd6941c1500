"""Questions and a way of answering in; how many answers and refusals are right out."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corpus import squeeze
from eval.judging import is_right
from eval.questions import Question
from qa.types import Answer

Answerer = Callable[[str], Answer]
"""A way of answering: a question in, an answer with citations out."""

Progress = Callable[[int, int], None]

GAP = re.compile(r"(?<=\d)\s+(?=\d)")
"""White space between two numbers keeps them apart: the cells 152 and 26 are not 15226."""

SEPARATOR = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; `value` is None where there was nothing to count."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """One answer and what is right about it; `contains` is None where the question tells no answer."""

    question: Question
    answer: Answer
    contains: bool | None
    cited: bool


@dataclass(frozen=True, slots=True)
class AnswerSummary:
    """How good the answers are.

    containment: of the questions that tell their answer, those whose answer text or quotes hold it.
    cited: of the answerable questions, those with a citation on a right place.
    refusal_precision: of the refusals, those of questions that nothing answers; refusal_recall: of the
    questions that nothing answers, those refused. by_kind: containment by kind.
    """

    containment: Share
    cited: Share
    refusal_precision: Share
    refusal_recall: Share
    by_kind: tuple[tuple[str, Share], ...]
    judged: tuple[JudgedAnswer, ...] = ()

    def as_text(self) -> str:
        """A plain table."""
        rows = [
            ("answer contained", self.containment),
            ("cited to a right place", self.cited),
            ("refusal precision", self.refusal_precision),
            ("refusal recall", self.refusal_recall),
            *((f"contained: {kind}", share) for kind, share in self.by_kind),
        ]
        return "\n".join(("answers", *(f"{name:28}{_share_text(share)}" for name, share in rows)))

    def as_json(self) -> dict[str, Any]:
        """The same in JSON's types, with every judged answer."""
        return {
            "containment": _share_json(self.containment),
            "cited": _share_json(self.cited),
            "refusal_precision": _share_json(self.refusal_precision),
            "refusal_recall": _share_json(self.refusal_recall),
            "by_kind": {kind: _share_json(share) for kind, share in self.by_kind},
            "judged": [
                {
                    "id": one.question.id,
                    "kind": one.question.kind,
                    "contains": one.contains,
                    "cited": one.cited,
                    "supported": one.answer.supported,
                    "confidence": one.answer.confidence,
                    "answer": one.answer.text,
                }
                for one in self.judged
            ],
        }


def comparable(text: str) -> str:
    """Text as answers are compared: NFKC, no white space, no commas between the digits of a number."""
    apart = GAP.sub("|", unicodedata.normalize("NFKC", text))
    return SEPARATOR.sub("", squeeze(apart)).casefold()


def contains_answer(answer: Answer, wanted: Sequence[str]) -> bool:
    """Whether the answer's text or one of its quotes holds one of the accepted answers."""
    texts = [comparable(text) for text in (answer.text, *(citation.quote for citation in answer.citations))]
    return any(holds(text, comparable(one)) for one in wanted for text in texts)


def holds(text: str, wanted: str) -> bool:
    """Whether the text holds what is wanted, never as a part of a longer number."""
    before = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    after = r"(?!\.?\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None


def judge_answers(
    questions: Sequence[Question], answerer: Answerer, progress: Progress | None = None
) -> AnswerSummary:
    """Answers every question, and tells how many answers and refusals are right."""
    judged: list[JudgedAnswer] = []
    for question in questions:
        judged.append(judge_answer(question, answerer(question.query)))
        if progress:
            progress(len(judged), len(questions))
    return summarise_answers(judged)


def judge_answer(question: Question, answer: Answer) -> JudgedAnswer:
    """What is right about one answer; a refusal contains nothing and cites nothing."""
    contains = answer.supported and contains_answer(answer, question.answers) if question.answers else None
    cited = answer.supported and any(
        is_right(citation.hit, place) for citation in answer.citations for place in question.places
    )
    return JudgedAnswer(question, answer, contains, cited)


def summarise_answers(judged: Sequence[JudgedAnswer]) -> AnswerSummary:
    """The counts over judged answers."""
    answerable = [one for one in judged if one.question.answerable]
    telling = [one for one in answerable if one.contains is not None]
    refused = [one for one in judged if not one.answer.supported]
    rightly = sum(not one.question.answerable for one in refused)
    kinds = sorted({one.question.kind for one in telling})
    return AnswerSummary(
        containment=_contained(telling),
        cited=Share(sum(one.cited for one in answerable), len(answerable)),
        refusal_precision=Share(rightly, len(refused)),
        refusal_recall=Share(rightly, len(judged) - len(answerable)),
        by_kind=tuple(
            (kind, _contained([one for one in telling if one.question.kind == kind])) for kind in kinds
        ),
        judged=tuple(judged),
    )


def _contained(judged: Sequence[JudgedAnswer]) -> Share:
    return Share(sum(bool(one.contains) for one in judged), len(judged))


def _share_text(share: Share) -> str:
    return f"{share.value:.3f}  ({share.count} of {share.of})" if share.value is not None else "none to count"


def _share_json(share: Share) -> dict[str, Any]:
    return {**asdict(share), "value": share.value}
