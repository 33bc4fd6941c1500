"""Judged answers in, what a written report says of those that are wrong out."""

from dataclasses import dataclass

from eval.answers import AnswerSummary, JudgedAnswer
from eval.answers.citing import JudgedCitation
from eval.judging import place_words
from eval.reporting import words


@dataclass(frozen=True, slots=True)
class QuotedView:
    """A citation of a wrong answer: where it leads, what it quotes, whether that is a right place."""

    place: str
    quote: str
    right: bool


@dataclass(frozen=True, slots=True)
class WrongAnswerView:
    """A question answered wrongly, refused though it has an answer, or answered though it has none."""

    id: str
    kind: str
    query: str
    fault: str
    confidence: str
    accepted: tuple[str, ...]
    places: tuple[str, ...]
    answer: str
    quoted: tuple[QuotedView, ...]


def view_wrong_answers(answers: AnswerSummary) -> tuple[WrongAnswerView, ...]:
    """Every wrong answer, the surest first."""
    return tuple(_wrong(one) for one in answers.wrong)


def _wrong(one: JudgedAnswer) -> WrongAnswerView:
    return WrongAnswerView(
        id=one.question.id,
        kind=words.kind_words(one.question.kind),
        query=one.question.query,
        fault=_fault(one),
        confidence=f"{one.answer.confidence:.2f}",
        accepted=one.question.answers,
        places=tuple(place_words(place) for place in one.question.places),
        answer=one.answer.text,
        quoted=tuple(_quoted(citation) for citation in one.citations),
    )


def _fault(one: JudgedAnswer) -> str:
    if not one.question.answerable:
        return "正解がないのに回答した"
    if not one.answer.supported:
        return "正解があるのに回答を控えた"
    if one.contained is False:
        return "正しい箇所から違うことを答えた" if one.cited else "違うことを答えた"
    return "正答を含むが、引用箇所が違う"


def _quoted(judged: JudgedCitation) -> QuotedView:
    hit = judged.citation.hit
    pages = "p." + ",".join(map(str, judged.pages)) if hit.document.page_count and judged.pages else ""
    return QuotedView(f"{hit.document.path} {pages}".strip(), judged.citation.quote, bool(judged.right))
