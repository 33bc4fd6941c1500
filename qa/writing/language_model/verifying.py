"""A sentence of a language model and the passages it cites in, why it must be struck out, or None, out.

Pure functions. What stands here decides by itself: nothing that a model or a document says changes it.
"""

from collections.abc import Iterable, Sequence

from corpus import fold, squeeze
from qa.types import Struck
from qa.writing.language_model.claims import Claim, Figure, read_claim
from qa.writing.language_model.dates import covers
from qa.writing.language_model.places import Place, ReadPassage, Stated, read_passage
from qa.writing.language_model.sentences import ModelSentence
from qa.writing.language_model.types import GivenPassage
from qa.writing.language_model.words import Word

LONGEST_SENTENCE = 300


def verify_sentence(sentence: ModelSentence, given: Sequence[GivenPassage]) -> Struck | None:
    """Why a sentence is struck out; None where all of it that can be verified stands in what it cites."""
    by_number = {one.number: one for one in given}
    if len(sentence.text) > LONGEST_SENTENCE:
        return Struck("too_long")
    if not sentence.ended:
        return Struck("unfinished")
    if not sentence.citations:
        return Struck("no_citation")
    for number in sentence.citations:
        if number not in by_number:
            return Struck("unknown_citation", str(number))
    return verify_claim(
        read_claim(sentence.text), read_passages(by_number[number] for number in sentence.citations)
    )


def read_passages(given: Iterable[GivenPassage]) -> list[ReadPassage]:
    """What each passage states."""
    return [read_passage(one.hit.passage, one.hit.document) for one in given]


def verify_claim(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    """Why a claim does not stand in the passages that it cites; the first reason found."""
    if not (claim.words or claim.figures or claim.years):
        return Struck("name", claim.wording.folded)
    return (
        _wrong_quote(claim, cited)
        or _wrong_year(claim, cited)
        or _wrong_figure(claim, cited)
        or _wrong_name(claim, cited)
        or _wrong_word(claim, cited)
        or _figure_said_of_other(claim, cited)
        or _wrong_denial(claim, cited)
    )


def _wrong_quote(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    for quote in claim.quotes:
        if not any(squeeze(fold(quote)) in passage.letters for passage in cited):
            return Struck("quote", quote)
    return None


def _wrong_year(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    named = frozenset().union(*(stated.years for stated in _all(cited)))
    for year in claim.years:
        if year.term not in named:
            return Struck("number", claim.wording.folded[year.start : year.end])
    return None


def _wrong_figure(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    for figure in claim.figures:
        if not any(states_figure(stated, figure) for stated in _all(cited)):
            return Struck("number", figure.text)
    for compound in claim.compounds:
        if not any(squeeze(compound) in stated.letters for stated in _all(cited)):
            return Struck("number", compound)
    return None


def _wrong_name(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    for name in claim.names:
        if not any(squeeze(name) in text for one in cited for text in (one.letters, one.around.letters)):
            return Struck("name", name)
    return None


def _wrong_word(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    held = frozenset().union(*(stated.forms for stated in _all(cited)))
    for word in claim.words:
        if word.form not in held:
            return Struck("name", claim.wording.folded[word.start : word.end])
    return None


def _figure_said_of_other(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    """A figure must stand with the words that are said of it: in one row, or in a sentence and the one
    before, with what stands around; and where its place names years, the claim's must be among them."""
    for figure in claim.figures:
        carriers = [
            (place, one) for one in cited for place in one.places if states_figure(place.stated, figure)
        ]
        if carriers and not any(_goes_with(claim, figure, place, one) for place, one in carriers):
            return Struck("elsewhere", figure.text)
    return None


def _goes_with(claim: Claim, figure: Figure, place: Place, passage: ReadPassage) -> bool:
    near = [place.stated, passage.around, *([place.before] if place.before else [])]
    if not figure.words <= frozenset().union(*(stated.forms for stated in near)):
        return False
    if not _labelled(figure, place.stated):
        return False
    years = {year.term for year in claim.years}
    own = place.stated.years
    return years <= own if own and years else True


def _labelled(figure: Figure, stated: Stated) -> bool:
    """Whether a figure goes with the word before it, where a sentence counts several things alike
    (男性は80人、女性は48人)."""
    if figure.number is None:
        return True
    alike = [(value, label) for value, unit, label in stated.labels if unit == figure.number.unit]
    if len({value for value, _ in alike}) < 2:
        return True
    own = {label for value, label in alike if value == figure.number.value}
    return not own or None in own or bool(own & figure.words)


def _wrong_denial(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    """What is denied must be denied, and what is not must not be, in a place that says most of the claim."""
    places = supporting_places(claim, cited)
    if places and not any(_agrees(claim, place.stated) for place in places):
        return Struck("denial")
    return None


def _agrees(claim: Claim, stated: Stated) -> bool:
    if claim.wording.denied and not stated.wording.denies:
        return False
    if stated.wording.denied and not claim.wording.denies:
        return False
    return all(_said_alike(word, stated) for word in claim.wording.words)


def _said_alike(word: Word, stated: Stated) -> bool:
    """Whether a place says a word as a claim does: no denial, duty, plan or guess in one alone, nothing done
    that is only to be done. A word that it does not hold tells nothing."""
    same = [other for other in stated.wording.words if other.form == word.form]
    return not same or any(
        other.turns == word.turns and not (word.past and other.past is False) for other in same
    )


def supporting_places(claim: Claim, cited: Sequence[ReadPassage]) -> list[Place]:
    """The places of the cited passages that say most of a claim: several where they say as much."""
    places = [place for one in cited for place in one.places]
    said = [how_much_said(claim, place) for place in places]
    most = max(said, default=0)
    return [place for place, much in zip(places, said, strict=True) if much == most and most > 0]


def how_much_said(claim: Claim, place: Place) -> int:
    """How many of a claim's words and figures a place holds; a figure counts thrice."""
    forms = {word.form for word in claim.wording.words}
    figures = sum(states_figure(place.stated, figure) for figure in claim.figures)
    return len(forms & place.stated.forms) + 3 * figures


def states_figure(stated: Stated, figure: Figure) -> bool:
    """Whether a text states a figure, by its value and what it counts."""
    if figure.date:
        return any(covers(figure.date, date) for date in stated.dates)
    assert figure.number is not None
    value, unit = figure.number.value, figure.number.unit
    return any(number == value and unit in ("", counted) for number, counted in stated.numbers)


def _all(cited: Sequence[ReadPassage]) -> Iterable[Stated]:
    for passage in cited:
        yield passage.around
        yield from (place.stated for place in passage.places)
