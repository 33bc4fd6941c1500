"""Candidates in, what tells whether they answer out: named features."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.types import SentenceScore
from qa.asking.answer_places import HELD, Places, answer_places, counts_in_units
from qa.asking.answer_types import FIGURES
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence, context_text, coverage
from qa.candidates.sentences import LONGEST
from qa.candidates.term_places import TermPlace, find_term_places, terms_between, terms_by_letters
from qa.candidates.types import Candidate
from qa.choosing.bare_figures import bare_figure_places
from qa.choosing.contradictions import fit_of_year
from qa.choosing.rarity import Rarity, measure_rarity
from qa.choosing.shapes import measure_shape

FEATURES = (
    "near",
    "near_in_passage",
    "passage_score",
    "passage_rank",
    "passage_covered",
    "rare",
    "rare_in_context",
    "letters_in_context",
    "close",
    "typed",
    "figure",
    "unit",
    "year",
    "length",
    "label",
    "asking",
    "figures",
    "leads_on",
    "row_of_facts",
    "figure_in_row",
    "fact",
    "field",
    "fact_typed",
    "fit",
    "fit_behind",
    "list",
)
"""What a candidate's score is made of, in this order."""

NEARBY = 30
"""So many characters before and after a value stand close to it."""

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
class _Pool:
    """What is the same for all candidates of a question; `facts` are the places of rows whose cells are
    candidates, by passage id."""

    asked: AskedQuestion
    weights: Mapping[str, float]
    rarity: Rarity
    best_score: float
    best_fit: float
    facts: Mapping[str, set[tuple[int, int]]]

    @property
    def wants_figure(self) -> bool:
        """Whether a figure, a date or an article is asked for."""
        return not FIGURES.isdisjoint(self.asked.kinds)


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is the same for all candidates of a passage."""

    places: tuple[TermPlace, ...]
    context: frozenset[str]
    context_pairs: frozenset[str]
    near: Sequence[SentenceScore]
    nearest: float
    facts: set[tuple[int, int]]


def measure_candidates(
    asked: AskedQuestion, candidates: Sequence[Candidate], weights: Mapping[str, float], near: Nearness
) -> Iterator[Measured]:
    """Each candidate with its features; where those of a passage do not stand together, its text is read
    again."""
    pool = _pool(asked, candidates, weights)
    for _, group in groupby(candidates, key=lambda one: one.hit.passage.id):
        of_passage = list(group)
        passage = _passage(pool, of_passage[0].evidence, near)
        for candidate in of_passage:
            yield _measure(pool, passage, candidate)


def is_fact(candidate: Candidate) -> bool:
    """Whether a candidate is a cell or a field, said in words of its labels."""
    return candidate.form in ("cell", "field")


def _pool(asked: AskedQuestion, candidates: Sequence[Candidate], weights: Mapping[str, float]) -> _Pool:
    facts = defaultdict(set)
    for one in filter(is_fact, candidates):
        facts[one.hit.passage.id].add((one.start, one.end))
    return _Pool(
        asked=asked,
        weights=weights,
        rarity=measure_rarity(asked, candidates),
        best_score=max((one.hit.score for one in candidates), default=0.0),
        best_fit=max((one.fit for one in filter(is_fact, candidates)), default=0.0),
        facts=facts,
    )


def _passage(pool: _Pool, evidence: Evidence, near: Nearness) -> _Passage:
    passage = evidence.hit.passage
    scores = near.get(passage.id, ())
    around = context_text(evidence.hit)
    return _Passage(
        places=find_term_places(pool.asked.terms, passage.text),
        context=terms_by_letters(pool.asked.terms, around),
        context_pairs=pool.rarity.pairs_in(around),
        near=scores,
        nearest=max((one.score for one in scores), default=0.0),
        facts=pool.facts.get(passage.id, set()),
    )


def _measure(pool: _Pool, passage: _Passage, candidate: Candidate) -> Measured:
    asked = pool.asked
    covered = terms_between(passage.places, candidate.start, candidate.end)
    if is_fact(candidate):
        covered |= terms_by_letters(asked.terms, candidate.text + candidate.about)
    values = answer_places(candidate.text, asked.kinds, asked.units, asked.text)
    values = values or bare_figure_places(asked, candidate)
    typed = bool(values) or not any(kind in HELD for kind in asked.kinds)
    features = {
        **_of_passage(pool, passage, candidate),
        **_of_words(pool, passage, candidate, covered),
        **_of_values(pool, passage, candidate, values),
        **_of_form(pool, passage, candidate),
        **measure_shape(candidate.text),
        "typed": float(typed),
        "year": fit_of_year(asked, candidate),
    }
    return Measured(candidate, covered, typed, tuple(features[name] for name in FEATURES))


def _of_passage(pool: _Pool, passage: _Passage, candidate: Candidate) -> dict[str, float]:
    near = max(
        (one.score for one in passage.near if one.start < candidate.end and candidate.start < one.end),
        default=0.0,
    )
    hit = candidate.hit
    return {
        "near": near,
        "near_in_passage": near - passage.nearest,
        "passage_score": hit.score / pool.best_score if pool.best_score > 0 else 0.0,
        "passage_rank": 1 / hit.rank,
        "passage_covered": candidate.evidence.coverage,
    }


def _of_words(
    pool: _Pool, passage: _Passage, candidate: Candidate, covered: frozenset[str]
) -> dict[str, float]:
    """How much of the question it holds, what is rare among the evidence counting more."""
    about = terms_by_letters(pool.asked.terms, candidate.about) if candidate.about else frozenset()
    pairs = pool.rarity.pairs_in(candidate.text + candidate.about) | passage.context_pairs
    return {
        "rare": coverage(covered, pool.rarity.terms),
        "rare_in_context": coverage(covered | passage.context | about, pool.rarity.terms),
        "letters_in_context": pool.rarity.share_of_pairs(pairs),
    }


def _of_values(pool: _Pool, passage: _Passage, candidate: Candidate, values: Places) -> dict[str, float]:
    asked = pool.asked
    return {
        "close": _close(pool, passage, candidate, values),
        "figure": float(pool.wants_figure and bool(values)),
        "fact_typed": float(is_fact(candidate) and bool(values)),
        "unit": float(bool(asked.units and counts_in_units(candidate.text, asked.units))),
    }


def _close(pool: _Pool, passage: _Passage, candidate: Candidate, values: Places) -> float:
    """The most of the question that stands close to one of a sentence's values, 0 to 1."""
    if is_fact(candidate):
        return 0.0
    first, last = candidate.start, candidate.end
    around = ((max(first, first + start - NEARBY), min(last, first + end + NEARBY)) for start, end in values)
    return max(
        (coverage(terms_between(passage.places, *place), pool.weights) for place in around), default=0.0
    )


def _of_form(pool: _Pool, passage: _Passage, candidate: Candidate) -> dict[str, float]:
    fact = is_fact(candidate)
    in_rows = not fact and any(
        start < candidate.end and candidate.start < end for start, end in passage.facts
    )
    return {
        "length": len(candidate.text) / LONGEST,
        "row_of_facts": float(in_rows),
        "figure_in_row": float(in_rows and pool.wants_figure),
        "fact": float(fact),
        "field": float(candidate.form == "field"),
        "fit": candidate.fit if fact else 0.0,
        "fit_behind": pool.best_fit - candidate.fit if fact else 0.0,
        "list": float(candidate.form == "list"),
    }
