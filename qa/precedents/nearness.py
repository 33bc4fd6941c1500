"""A text and findings in, how near each finding is to it out: by what is meant and by rare words shared."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.types import Passage
from index.types import Index, TermFrequencies
from qa.asking.term_weights import inverse_frequency
from qa.precedents.drafts import query_pieces
from qa.precedents.records import own_text, record_passages
from qa.precedents.terms import lemmas
from qa.precedents.types import FindingRecord

CANDIDATES = 30
"""How many findings are compared in full."""

PASSAGES = 40
"""How many passages each part of a draft is asked for."""

UNLIKE, ALIKE = 0.80, 0.92
"""Cosines of the bundled encoder between sentences about other things, and between those that say one."""

BEST_SENTENCES = 3
"""A finding is as near in meaning as this many of its sentences are on average."""

BY_MEANING = 0.4
"""How much of the score is what is meant; the rest is rare words in common."""


@dataclass(frozen=True, slots=True)
class Near:
    """A finding with its passages and how near it is to a text, 0 to 1."""

    record: FindingRecord
    passages: tuple[Passage, ...]
    score: float


def find_near(
    index: Index, text: str, records: Sequence[FindingRecord], top_k: int = CANDIDATES
) -> tuple[Near, ...]:
    """The findings nearest to a text, nearest first, at most `top_k`; those of equal score by their ids."""
    pieces = query_pieces(text)
    candidates = _candidates(index, pieces, records)
    held = {record.id: record_passages(index, record) for record in candidates}
    texts = {record.id: own_text(record, held[record.id]) for record in candidates}
    meanings = _meanings(index, pieces, candidates, held)
    weights = term_weights(index, [text, *texts.values()])
    near = [
        Near(
            record,
            held[record.id],
            BY_MEANING * meanings[record.id]
            + (1 - BY_MEANING) * shared_terms(text, texts[record.id], weights),
        )
        for record in candidates
    ]
    return tuple(sorted(near, key=lambda each: (-each.score, each.record.id))[:top_k])


def term_weights(index: Index, texts: Iterable[str]) -> dict[str, float]:
    """How rare each lemma of some texts is in the library: its inverse document frequency."""
    every = sorted(frozenset().union(*map(lemmas, texts)))
    frequencies: TermFrequencies = index.term_frequencies(every)
    return {
        lemma: inverse_frequency(frequencies.by_lemma[lemma], max(frequencies.passages, 1)) for lemma in every
    }


def shared_terms(one: str, other: str, weights: Mapping[str, float]) -> float:
    """The cosine of two texts' sets of lemmas, each lemma weighed by how rare it is: 0 to 1."""
    first, second = lemmas(one), lemmas(other)
    length = math.sqrt(_squares(first, weights) * _squares(second, weights))
    return _squares(first & second, weights) / length if length else 0.0


def _squares(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 0.0) ** 2 for word in words)


def _candidates(index: Index, pieces: Sequence[str], records: Sequence[FindingRecord]) -> list[FindingRecord]:
    """The findings whose passages the parts of a draft find, the best of each part first."""
    by_passage: dict[str, list[FindingRecord]] = {}
    for record in records:
        for passage_id in record.finding.passages:
            by_passage.setdefault(passage_id, []).append(record)
    ranked: dict[str, tuple[int, FindingRecord]] = {}
    for piece in pieces:
        for hit in index.search(piece, PASSAGES, within=by_passage):
            for passage_id in (hit.passage.id, *(sibling.passage.id for sibling in hit.siblings)):
                for record in by_passage.get(passage_id, ()):
                    rank = min(hit.rank, ranked.get(record.id, (hit.rank, record))[0])
                    ranked[record.id] = (rank, record)
    best = sorted(ranked.values(), key=lambda item: (item[0], item[1].id))
    return [record for _, record in best[:CANDIDATES]]


def _meanings(
    index: Index,
    pieces: Sequence[str],
    records: Sequence[FindingRecord],
    held: Mapping[str, Sequence[Passage]],
) -> dict[str, float]:
    """How near each finding's sentences are to the parts of a draft, 0 to 1: of all parts the mean."""
    passages = list({passage.id: passage for of in held.values() for passage in of}.values())
    meanings = dict.fromkeys((record.id for record in records), 0.0)
    for piece in pieces:
        scores = index.sentence_scores(piece, passages)
        for record in records:
            cosines = sorted(
                (one.score for passage in held[record.id] for one in scores.get(passage.id, ())), reverse=True
            )[:BEST_SENTENCES]
            near = (sum(cosines) / len(cosines) - UNLIKE) / (ALIKE - UNLIKE) if cosines else 0.0
            meanings[record.id] += min(max(near, 0.0), 1.0) / len(pieces)
    return meanings
