"""A question about two things (指摘と意見の違い) and ranked candidates in, the best for each thing out."""

import re
import unicodedata
from collections.abc import Sequence

from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import covered_terms
from qa.choosing.ranking import Scored
from qa.writing.limits import ASKED_TOO, TOGETHER

_CLAUSE_END = re.compile(r"[、。]")
_AND = re.compile(r"と(?!され|し|い|な|の)")
_COMPARED = re.compile(
    r"(?P<other>.+?)(?:との?|の|は|を|では?)?"
    r"(?:違い|相違|差は|使い分け|比較|比べ|関係|それぞれ|どちら|どう違|誰|いくら|何[件人台本])",
    re.DOTALL,
)
_SEPARATOR = re.compile(r"[\s、・]+")
_COMPARING = frozenset({"比較", "違い", "相違"})


def compare_things(asked: AskedQuestion, ranked: Sequence[Scored]) -> list[Scored]:
    """The best candidate for each thing that a question compares, in the question's order; none where it
    compares nothing, or one thing is not found, or the best of all speaks of all things."""
    things = compared_things(asked)
    if len(things) < 2 or frozenset().union(*things) <= ranked[0].covered:
        return []
    chosen = [_best_of(thing, things, ranked) for thing in things]
    found = [one for one in chosen if one is not None]
    places = {(one.hit.passage.id, one.candidate.start, one.candidate.end) for one in found}
    short = sum(len(one.candidate.text) for one in found) <= TOGETHER
    return found if len(found) == len(places) == len(things) and short else []


def compared_things(asked: AskedQuestion) -> list[frozenset[str]]:
    """For each thing that a question compares the keys of the terms that tell it from the others."""
    text = unicodedata.normalize("NFKC", asked.text).strip()
    phrases = _pair(text) or _series(text)
    named = [covered_terms(asked.terms, phrase) for phrase in phrases]
    own = [keys - frozenset().union(*(other for other in named if other is not keys)) for keys in named]
    return own if all(own) else []


def _pair(text: str) -> list[str]:
    """The two phrases of AとBの違い, AとBはどちら and the like, of one clause; none where it has none."""
    for clause in _CLAUSE_END.split(text):
        joint = _AND.search(clause, 1)
        if joint and (compared := _COMPARED.match(clause, joint.end())):
            return [clause[: joint.start()], compared["other"]]
    return []


def _series(text: str) -> list[str]:
    """A、B、C 比較: the phrases before the word that compares them; none where there are none."""
    *phrases, last = _SEPARATOR.split(text)
    return phrases if len(phrases) > 1 and last in _COMPARING else []


def _best_of(
    thing: frozenset[str], things: Sequence[frozenset[str]], ranked: Sequence[Scored]
) -> Scored | None:
    """The best candidate that speaks of one thing and of no other."""
    others = [other for other in things if other != thing]
    for one in ranked:
        if one.score < ranked[0].score - ASKED_TOO:
            return None
        if thing <= one.covered and not any(other <= one.covered for other in others):
            return one
    return None
