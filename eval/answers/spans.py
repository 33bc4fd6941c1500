"""Questions with spans of a corpus entry as answers in (as in SQuAD); how often an answer holds one out.

Rajpurkar et al., SQuAD: 100,000+ Questions for Machine Comprehension of Text (2016); in Japanese: Kurihara et
al., JGLUE (2022). What is judged is whether a short answer contains a span, not whether it is one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from eval.answers.comparing import answer_words, says
from eval.answers.judging import Answerer
from eval.answers.measures import SHORT, Count, Share, estimate_shares
from eval.answers.summary import NAME_WIDTH, share_text, shares_json
from eval.beir import BeirQuery
from qa.types import Answer

WHOLE, GIVEN = "over the whole corpus", "with its entry given"


@dataclass(frozen=True, slots=True)
class JudgedSpan:
    """An answer to a query of a corpus: `contained` tells whether its text holds an accepted span, `cited`
    whether a citation is of a right entry. A refusal holds and cites nothing."""

    query: BeirQuery
    answer: Answer
    contained: bool
    cited: bool

    @property
    def length(self) -> int:
        """The answer's characters, without the numbers of its citations."""
        return len(answer_words(self.answer).strip())

    @property
    def short(self) -> bool:
        """Whether an answer was given, of at most 120 characters."""
        return self.answer.supported and self.length <= SHORT


MEASURES: Mapping[str, Callable[[JudgedSpan], Count]] = {
    "short_and_contained": lambda one: (one.contained and one.short, 1),
    "contained": lambda one: (one.contained, 1),
    "cited": lambda one: (one.cited, 1),
    "refused": lambda one: (not one.answer.supported, 1),
}


@dataclass(frozen=True, slots=True)
class SpanSummary:
    """How often answers hold a right span: `ways` names how they were asked for, over the same queries."""

    ways: dict[str, tuple[JudgedSpan, ...]]

    def shares(self, way: str) -> dict[str, Share]:
        """The measures of one way of asking."""
        counts = np.array(
            [[count(one) for count in MEASURES.values()] for one in self.ways[way]], dtype=np.float64
        )
        return dict(zip(MEASURES, estimate_shares(counts), strict=True))

    def median_length(self, way: str) -> float:
        """The median of the answers' characters, 0 where none was given."""
        lengths = [one.length for one in self.ways[way] if one.answer.supported]
        return median(lengths) if lengths else 0.0

    def as_text(self) -> str:
        """A plain table, a block a way of asking."""
        lines: list[str] = []
        for way, judged in self.ways.items():
            lines.append(f"answers {way} ({len(judged)})")
            lines += [f"{name:{NAME_WIDTH}}{share_text(share)}" for name, share in self.shares(way).items()]
            lines.append(f"{'median length':{NAME_WIDTH}}{self.median_length(way):.0f} characters")
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """The same in JSON's types, with every judged answer."""
        return {
            way: {
                "measures": shares_json(self.shares(way)),
                "median_length": self.median_length(way),
                "judged": [_span_json(one) for one in judged],
            }
            for way, judged in self.ways.items()
        }


def judge_spans(
    queries: Sequence[BeirQuery],
    whole: Answerer,
    given: Callable[[BeirQuery], Answerer],
    progress: Callable[[int, int], None] | None = None,
) -> SpanSummary:
    """Every query asked of the whole corpus and, apart, of its right entry alone.

    `given` gives what answers from a query's right entries. Raises ValueError where no query tells an answer.
    """
    asked = [query for query in queries if query.answers]
    if not asked:
        raise ValueError("no query tells its answers: queries.jsonl has no field 'answers'")
    over_all: list[JudgedSpan] = []
    over_given: list[JudgedSpan] = []
    for query in asked:
        over_all.append(judge_span(query, whole(query.text)))
        over_given.append(judge_span(query, given(query)(query.text)))
        if progress:
            progress(len(over_all), len(asked))
    return SpanSummary({WHOLE: tuple(over_all), GIVEN: tuple(over_given)})


def judge_span(query: BeirQuery, answer: Answer) -> JudgedSpan:
    """What is right about one answer."""
    return JudgedSpan(
        query,
        answer,
        contained=answer.supported and says(answer_words(answer), query.answers),
        cited=answer.supported
        and any(query.grades.get(citation.hit.document.path, 0) > 0 for citation in answer.citations),
    )


def _span_json(one: JudgedSpan) -> dict[str, Any]:
    return {
        "id": one.query.id,
        "query": one.query.text,
        "accepted": list(one.query.answers),
        "contained": one.contained,
        "short": one.short,
        "cited": one.cited,
        "supported": one.answer.supported,
        "confidence": one.answer.confidence,
        "answer": one.answer.text,
    }
