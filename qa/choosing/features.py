"""Candidates in, what tells whether they answer out: named features."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.types import SentenceScore
from qa.asking.answer_places import HELD, answer_places
from qa.asking.questions import AskedQuestion
from qa.asking.years import mentioned_fiscal_years
from qa.candidates.evidence import Evidence, context_text, coverage
from qa.candidates.sentences import LONGEST
from qa.candidates.term_places import TermPlace, find_term_places, terms_between, terms_by_letters
from qa.candidates.types import Candidate

FEATURES = (
    "covered",
    "covered_in_context",
    "close",
    "near",
    "near_in_passage",
    "near_in_all",
    "passage_score",
    "passage_rank",
    "passage_covered",
    "typed",
    "new",
    "year",
    "length",
    "first",
    "caption",
    "contents",
    "heading",
    "cell",
    "field",
    "list",
)
"""What a candidate's score is made of, in this order."""

NEARBY = 30
"""So many characters before and after a value stand close to it."""

NEW_ENOUGH = 20
"""So many letters beside the question's terms say enough that is new."""

CAPTION = re.compile(r"[(（]?(?:表|図|グラフ)\s*[0-9０-９]")
CONTENTS = re.compile(r"[.…・‥\s]{6,}[0-9０-９]+\s*$", re.M)
MARKS = re.compile(r"[\W\d_]+")

Nearness = Mapping[str, Sequence[SentenceScore]]
"""How near each sentence of a passage is to the question, by the passage's id."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A candidate with its features, in the order of FEATURES.

    `covered` are the question's terms that it holds itself, `typed` is whether it holds an answer of the type
    asked for beside what the question says itself.
    """

    candidate: Candidate
    covered: frozenset[str]
    typed: bool
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What is the same for all candidates of a passage, and for all of a question."""

    places: tuple[TermPlace, ...]
    context: frozenset[str]
    near: Sequence[SentenceScore]
    nearest: float
    nearest_of_all: float
    best_score: float


def measure_candidates(
    asked: AskedQuestion, candidates: Sequence[Candidate], weights: Mapping[str, float], near: Nearness
) -> Iterator[Measured]:
    """Each candidate with its features; those of a passage must stand together or its text is read again."""
    best_score = max((one.hit.score for one in candidates), default=0.0)
    nearest_of_all = max((one.score for scores in near.values() for one in scores), default=0.0)
    for _, group in groupby(candidates, key=lambda one: one.hit.passage.id):
        of_passage = list(group)
        evidence = of_passage[0].evidence
        around = _surroundings(asked, evidence, near, nearest_of_all, best_score)
        for candidate in of_passage:
            yield _measure(asked, candidate, weights, around)


def _surroundings(
    asked: AskedQuestion, evidence: Evidence, near: Nearness, nearest_of_all: float, best_score: float
) -> _Surroundings:
    passage = evidence.hit.passage
    scores = near.get(passage.id, ())
    return _Surroundings(
        places=find_term_places(asked.terms, passage.text),
        context=terms_by_letters(asked.terms, context_text(evidence.hit)),
        near=scores,
        nearest=max((one.score for one in scores), default=0.0),
        nearest_of_all=nearest_of_all,
        best_score=best_score,
    )


def _measure(
    asked: AskedQuestion, candidate: Candidate, weights: Mapping[str, float], around: _Surroundings
) -> Measured:
    covered = terms_between(around.places, candidate.start, candidate.end)
    if candidate.form in ("cell", "field"):
        covered |= terms_by_letters(asked.terms, candidate.text + candidate.about)
    context = covered | around.context | terms_by_letters(asked.terms, candidate.about)
    values = answer_places(candidate.text, asked.kinds, asked.units, asked.text)
    typed = bool(values) or not any(kind in HELD for kind in asked.kinds)
    near = _nearness(candidate, around.near)
    hit = candidate.hit
    features = {
        "covered": coverage(covered, weights),
        "covered_in_context": coverage(context, weights),
        "close": _close(candidate, values, around.places, weights),
        "near": near,
        "near_in_passage": near - around.nearest,
        "near_in_all": near - around.nearest_of_all,
        "passage_score": hit.score / around.best_score if around.best_score > 0 else 0.0,
        "passage_rank": 1 / hit.rank,
        "passage_covered": candidate.evidence.coverage,
        "typed": float(typed),
        "new": min(1.0, _new_letters(asked, candidate.text) / NEW_ENOUGH),
        "year": float(bool(asked.fiscal_years & mentioned_fiscal_years(candidate.text))),
        "length": len(candidate.text) / LONGEST,
        "first": float(candidate.start == 0),
        "caption": float(CAPTION.match(candidate.text) is not None),
        "contents": float(CONTENTS.search(candidate.text) is not None),
        "heading": float(candidate.text in hit.passage.headings),
        "cell": float(candidate.form == "cell"),
        "field": float(candidate.form == "field"),
        "list": float(candidate.form == "list"),
    }
    return Measured(candidate, covered, typed, tuple(features[name] for name in FEATURES))


def _nearness(candidate: Candidate, scores: Sequence[SentenceScore]) -> float:
    """How near the nearest of a candidate's sentences is; a sentence counts that shares a character."""
    return max(
        (one.score for one in scores if one.start < candidate.end and candidate.start < one.end), default=0.0
    )


def _close(
    candidate: Candidate,
    values: Sequence[tuple[int, int]],
    places: Sequence[TermPlace],
    weights: Mapping[str, float],
) -> float:
    """The most of the question that stands close to one of a sentence's values, 0 to 1."""
    if candidate.form != "sentence":
        return 0.0
    return max(
        (
            coverage(
                terms_between(
                    places,
                    max(candidate.start, candidate.start + start - NEARBY),
                    min(candidate.end, candidate.start + end + NEARBY),
                ),
                weights,
            )
            for start, end in values
        ),
        default=0.0,
    )


def _new_letters(asked: AskedQuestion, text: str) -> int:
    """How many letters a text holds beside the question's terms, marks and figures left out."""
    for term in asked.terms:
        for wording in term.wordings:
            text = text.replace(wording, "")
    return len(MARKS.sub("", text))
