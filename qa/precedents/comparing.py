"""A draft and a precedent's passages in, what they share and where they differ out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from corpus.types import Passage
from qa.precedents.causes import find_causes
from qa.precedents.figures import find_figures
from qa.precedents.laws import find_laws
from qa.precedents.recommendations import find_recommendations
from qa.precedents.terms import find_terms, lemmas
from qa.precedents.types import ASPECTS, Aspect, Comparison, Mention, Quote, QuotedMention

Place = Callable[[Passage, int, int], Quote]
Said = tuple[Mention, Passage]

FINDERS: Mapping[Aspect, Callable[[str], Sequence[Mention]]] = {
    "cause": find_causes,
    "law": find_laws,
    "amount": find_figures,
    "recommendation": find_recommendations,
}
FEWEST = 2.0
"""Terms that weigh less (that stand in more than some eighth of all passages) are not spoken of."""

MOST_TERMS = 60
"""How many places of terms are kept on each side of a comparison, the rarest first."""


def compare(
    draft: str, passages: Sequence[Passage], weights: Mapping[str, float], place: Place
) -> tuple[Comparison, ...]:
    """One comparison an aspect, in the order of ASPECTS; `place` tells the page of words of a passage."""
    return tuple(
        _compare_terms(draft, passages, weights, place)
        if aspect == "term"
        else _compare_mentions(aspect, draft, passages, place)
        for aspect in ASPECTS
    )


def _compare_mentions(aspect: Aspect, draft: str, passages: Sequence[Passage], place: Place) -> Comparison:
    find = FINDERS[aspect]
    of_draft = find(draft)
    of_precedent = [(mention, passage) for passage in passages for mention in find(passage.text)]
    shared = _keys(of_draft) & _keys(mention for mention, _ in of_precedent)
    return Comparison(
        aspect,
        tuple(dict.fromkeys(key for mention in of_draft for key in mention.keys if key in shared)),
        tuple(mention for mention in of_draft if shared.intersection(mention.keys)),
        _quoted((said for said in of_precedent if shared.intersection(said[0].keys)), place),
        tuple(mention for mention in of_draft if not shared.intersection(mention.keys)),
        _quoted((said for said in of_precedent if not shared.intersection(said[0].keys)), place),
    )


def _compare_terms(
    draft: str, passages: Sequence[Passage], weights: Mapping[str, float], place: Place
) -> Comparison:
    """Terms of the lemmas that both have, and of those that one alone has; whatever is rare enough."""
    spoken = {lemma for lemma, weight in weights.items() if weight >= FEWEST}
    of_draft = lemmas(draft) & spoken
    of_precedent = frozenset(chain.from_iterable(lemmas(passage.text) for passage in passages)) & spoken
    shared = of_draft & of_precedent

    def own(wanted: frozenset[str]) -> tuple[Mention, ...]:
        found = find_terms(draft, wanted.__contains__, weights)
        return tuple(sorted(found, key=lambda mention: -mention.weight)[:MOST_TERMS])

    def theirs(wanted: frozenset[str]) -> tuple[QuotedMention, ...]:
        said = (
            (mention, passage)
            for passage in passages
            for mention in find_terms(passage.text, wanted.__contains__, weights)
        )
        return _quoted(_rarest(said), place)

    return Comparison(
        "term",
        tuple(sorted(shared, key=lambda lemma: (-weights[lemma], lemma))),
        own(shared),
        theirs(shared),
        own(of_draft - shared),
        theirs(of_precedent - shared),
    )


def _rarest(said: Iterable[Said]) -> list[Said]:
    return sorted(said, key=lambda each: -each[0].weight)[:MOST_TERMS]


def _keys(mentions: Iterable[Mention]) -> set[str]:
    return {key for mention in mentions for key in mention.keys}


def _quoted(said: Iterable[Said], place: Place) -> tuple[QuotedMention, ...]:
    return tuple(
        QuotedMention(mention, place(passage, mention.start, mention.end)) for mention, passage in said
    )
