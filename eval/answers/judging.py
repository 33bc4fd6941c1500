"""Questions and a way of answering in; each answer with what is right about it out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.answers.citing import JudgedCitation, ReadPages, judge_citation
from eval.answers.comparing import answer_words, comparable, says, says_figure
from eval.answers.figures import stated_figure
from eval.questions import Question
from qa.types import Answer

Answerer = Callable[[str], Answer]
"""A way of answering: a question in, an answer with citations out."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """One answer and what is right about it.

    `contained`: its text says an accepted answer; `quoted`: its text or a quote does; both None where the
    question tells no answer. `exact`: its text states the figure asked for, equal in value and unit; None
    where no accepted answer is a figure. A refusal contains nothing and cites nothing.
    """

    question: Question
    answer: Answer
    contained: bool | None
    quoted: bool | None
    exact: bool | None
    citations: tuple[JudgedCitation, ...]

    @property
    def cited(self) -> bool:
        """Whether a citation leads to a right place."""
        return any(citation.right for citation in self.citations)

    @property
    def right(self) -> bool:
        """Whether the answer contains what was asked for (where the question tells that) and is cited to its
        page; of a question that nothing answers, whether it was refused."""
        if not self.question.answerable:
            return not self.answer.supported
        return self.cited and self.contained is not False

    @property
    def length(self) -> int:
        """The answer's characters, without the numbers of its citations."""
        return len(answer_words(self.answer).strip())


def judge_answers(
    questions: Sequence[Question],
    answerer: Answerer,
    read_pages: ReadPages,
    progress: Progress | None = None,
) -> list[JudgedAnswer]:
    """Every question answered and judged."""
    judged: list[JudgedAnswer] = []
    for question in questions:
        judged.append(judge_answer(question, answerer(question.query), read_pages))
        if progress:
            progress(len(judged), len(questions))
    return judged


def judge_answer(question: Question, answer: Answer, read_pages: ReadPages) -> JudgedAnswer:
    """What is right about one answer."""
    given = answer.supported
    words = answer_words(answer)
    citations = answer.citations if given else ()
    texts = (words, *(citation.quote for citation in citations))
    figures = asked_figures(question.answers)
    return JudgedAnswer(
        question,
        answer,
        contained=given and says(words, question.answers) if question.answers else None,
        quoted=given and any(says(text, question.answers) for text in texts) if question.answers else None,
        exact=given and any(says_figure(comparable(words), one) for one in figures) if figures else None,
        citations=tuple(judge_citation(citation, question.places, read_pages) for citation in citations),
    )


def asked_figures(answers: Sequence[str]) -> list[str]:
    """The accepted answers, made comparable, that are a figure: those with a unit where any has one."""
    figures = {one: figure for one in map(comparable, answers) if (figure := stated_figure(one))}
    return [one for one, figure in figures.items() if figure.unit] or list(figures)
