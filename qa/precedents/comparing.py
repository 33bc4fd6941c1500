"""A draft and a precedent's passages in, what they share and where they differ out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from corpus.types import Passage
from qa.precedents.causes import find_causes
from qa.precedents.figures import find_figures
from qa.precedents.laws import find_laws
from qa.precedents.nearness import shared_terms
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
SHARE = 0.4
"""Terms that weigh less (that stand in more than some eighth of all passages) are not spoken of; in a small
library, where nothing is as rare, those that weigh less than this share of the rarest."""

SAME_ADVICE = 0.2
"""Two recommendations with this share of rare words in common ask for the same or a like thing."""

MOST_TERMS = 60
"""How many places of terms are kept on each side of a comparison, the rarest first."""


def compare(
    draft: str, passages: Sequence[Passage], weights: Mapping[str, float], place: Place
) -> tuple[Comparison, ...]:
    """One comparison an aspect, in the order of ASPECTS; `place` tells the page of words of a passage."""
    compared = []
    for aspect in ASPECTS:
        if aspect == "term":
            compared.append(_compare_terms(draft, passages, weights, place))
            continue
        own = FINDERS[aspect](draft)
        theirs = [(said, passage) for passage in passages for said in FINDERS[aspect](passage.text)]
        if aspect == "recommendation":
            compared.append(_compare_advice(own, theirs, weights, place))
        else:
            compared.append(_compare_keys(aspect, own, theirs, place))
    return tuple(compared)


def _compare_keys(aspect: Aspect, own: Sequence[Mention], theirs: Sequence[Said], place: Place) -> Comparison:
    """What has a key in common: a law, an amount, a kind of cause."""
    shared = _keys(own) & _keys(said for said, _ in theirs)
    keys = tuple(dict.fromkeys(key for said in own for key in said.keys if key in shared))
    return _parted(aspect, keys, own, theirs, lambda said: bool(shared.intersection(said.keys)), place)


def _compare_advice(
    own: Sequence[Mention], theirs: Sequence[Said], weights: Mapping[str, float], place: Place
) -> Comparison:
    """Recommendations that speak of the same things; the keys are the words of these, the rarest first."""
    like = [
        (one, other)
        for one in own
        for other, _ in theirs
        if shared_terms(one.text, other.text, weights) >= SAME_ADVICE
    ]
    both = {said.text for pair in like for said in pair}
    keys = {lemma for one, other in like for lemma in lemmas(one.text) & lemmas(other.text)}
    rarest = tuple(sorted(keys, key=lambda lemma: (-weights.get(lemma, 0.0), lemma)))
    return _parted("recommendation", rarest, own, theirs, lambda said: said.text in both, place)


def _parted(
    aspect: Aspect,
    keys: tuple[str, ...],
    own: Sequence[Mention],
    theirs: Sequence[Said],
    is_shared: Callable[[Mention], bool],
    place: Place,
) -> Comparison:
    return Comparison(
        aspect,
        keys,
        tuple(said for said in own if is_shared(said)),
        _quoted((each for each in theirs if is_shared(each[0])), place),
        tuple(said for said in own if not is_shared(said)),
        _quoted((each for each in theirs if not is_shared(each[0])), place),
    )


def _compare_terms(
    draft: str, passages: Sequence[Passage], weights: Mapping[str, float], place: Place
) -> Comparison:
    """Terms of the lemmas that both have, and of those that one alone has; whatever is rare enough."""
    fewest = min(FEWEST, SHARE * max(weights.values(), default=0.0))
    spoken = {lemma for lemma, weight in weights.items() if weight >= fewest}
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
