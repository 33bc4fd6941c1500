"""What was found for a question in, what tells whether anything of it answers out: named features."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.ranking.weights import FEATURES as OF_HITS
from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence, context_text, coverage
from qa.candidates.term_places import terms_by_letters
from qa.choosing.compounds import holds_last, named_compounds, share_of_measures
from qa.choosing.contradictions import contradicts, fit_of_year
from qa.choosing.features import Nearness
from qa.choosing.numbered import count_covered, named_numbers
from qa.choosing.ranking import Scored

FEATURES = (
    "covered",
    "passages_cover",
    "nouns_uncovered",
    "foreign_uncovered",
    "numbers_covered",
    "lead",
    "near",
    "value_there",
    "name_there",
    "measures_there",
    "asked_there",
    "year",
    "first_fits",
)
"""What confidence is made of, in this order; each 0 to 1."""

COVERAGE = OF_HITS.index("coverage")

NEAREST = 3
"""How many of the best passages are looked at as evidence."""

BEST_CANDIDATES = 3
"""Among how many of the best candidates one of the year asked about is looked for."""

LEAD_OVER = 5
"""The best passage's lead is over the one at this rank: where nothing answers, passages score alike."""

AROUND = 150
"""So many characters before and after a candidate are looked at for what is asked."""

VALUES, NAMES = ("amount", "count", "percent", "date"), ("person", "organisation", "name")
"""Types of answers that look like themselves: figures, and names."""

USUAL_LEAD = 0.25
"""The lead of the best of only a few hits, which tells nothing."""

LOWEST_NEAR, USUAL_NEAR = 0.7, 0.885
"""The bundled encoder's cosines are never below the one; lower ones are of another encoder, whose scale is
not known, and tell nothing: they count as the other, the usual one."""

NO_NOUN = re.compile(r"[ぁ-ん]$|\d")
FOREIGN = re.compile(r"[ァ-ヶA-Za-z]")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question: all hits, the evidence among them, its candidates best first, how much
    each of the question's terms counts, and how near each sentence of the evidence is."""

    asked: AskedQuestion
    hits: Sequence[Hit]
    evidence: Sequence[Evidence]
    ranked: Sequence[Scored]
    weights: Mapping[str, float]
    near: Nearness


def measure_confidence(found: Found) -> tuple[float, ...]:
    """The features of what was found, in the order of FEATURES; there must be evidence and a candidate.

    Nouns are looked at apart: questions reword verbs, seldom what they are about.
    """
    asked, best = found.asked, found.ranked[0]
    nearest = max(found.evidence[:NEAREST], key=lambda one: one.coverage)
    nouns = [term.key for term in asked.terms if not NO_NOUN.search(term.key)]
    uncovered = [noun for noun in nouns if noun not in nearest.covered]
    foreign = [noun for noun in uncovered if FOREIGN.search(noun)]
    compounds, around = named_compounds(asked), _text_around(best)
    features = {
        "covered": coverage(_covered(asked, best), found.weights),
        "passages_cover": _words_covered(found.hits, nearest.coverage),
        "nouns_uncovered": coverage(frozenset(uncovered) - frozenset(foreign), found.weights),
        "foreign_uncovered": coverage(frozenset(foreign), found.weights),
        "numbers_covered": _numbers_covered(found, nearest),
        "lead": score_lead(found.hits),
        "near": _nearest_sentence(found.near),
        "value_there": float(best.typed or asked.kind not in VALUES),
        "name_there": float(best.typed or asked.kind not in NAMES),
        "measures_there": share_of_measures(compounds, around),
        "asked_there": float(holds_last(compounds, around)),
        "year": max(fit_of_year(asked, one.candidate) for one in found.ranked[:BEST_CANDIDATES]),
        "first_fits": float(not contradicts(asked, found.hits[0])),
    }
    return tuple(features[name] for name in FEATURES)


def score_lead(hits: Sequence[Hit]) -> float:
    """How far the best hit's score lies over that of a later one, as a share of it, 0 to 1."""
    scores = sorted((hit.score for hit in hits), reverse=True)
    if len(scores) < LEAD_OVER or scores[0] <= 0:
        return USUAL_LEAD
    return 1 - max(0.0, scores[LEAD_OVER - 1]) / scores[0]


def _covered(asked: AskedQuestion, best: Scored) -> frozenset[str]:
    """The terms that a candidate covers, with those of what it is of."""
    return best.covered | terms_by_letters(asked.terms, f"{best.candidate.about}\n{context_text(best.hit)}")


def _text_around(best: Scored) -> str:
    """What a candidate says and is of, its headings, and the text close before and after it."""
    candidate, passage = best.candidate, best.hit.passage
    close = passage.text[max(0, candidate.start - AROUND) : candidate.end + AROUND]
    return "\n".join((close, candidate.text, candidate.about, *passage.headings))


def _words_covered(hits: Sequence[Hit], unknown: float) -> float:
    """The most of the question's words that one of the best passages holds, as the search tells it."""
    return max((hit.features[COVERAGE] for hit in hits[:NEAREST] if hit.features), default=unknown)


def _numbers_covered(found: Found, nearest: Evidence) -> float:
    """The share of the numbered things, dates and amounts of a question that are covered; 1 for none."""
    numbered = named_numbers(found.asked.text)
    valued = [term.key for term in found.asked.terms if term.date or term.amount]
    if not numbered and not valued:
        return 1.0
    hits = (found.ranked[0].hit, *(one.hit for one in found.evidence[:NEAREST]))
    held = max(count_covered(numbered, f"{context_text(hit)}\n{hit.passage.text}") for hit in hits)
    held += sum(key in nearest.covered for key in valued)
    return held / (len(numbered) + len(valued))


def _nearest_sentence(near: Nearness) -> float:
    scores = [one.score for of_passage in near.values() for one in of_passage]
    return max(scores) if scores and min(scores) >= LOWEST_NEAR else USUAL_NEAR
