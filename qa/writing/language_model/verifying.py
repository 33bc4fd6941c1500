"""A sentence of a language model and the passages it cites in, why it must be struck out, or None, out.

Pure functions. What stands here decides by itself: nothing that a model or a document says changes it.
"""

from collections.abc import Collection, Iterable, Sequence

from corpus import fold, squeeze
from qa.types import Struck
from qa.writing.language_model.claims import Claim, Figure, read_claim
from qa.writing.language_model.dates import covers
from qa.writing.language_model.places import Place, ReadPassage, Stated, read_passage
from qa.writing.language_model.sentences import ModelSentence
from qa.writing.language_model.types import GivenPassage
from qa.writing.language_model.words import QUALIFIERS, Word

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
    """Why a claim does not stand in the passages that it cites; the first reason found.

    Whatever it says must stand there; all of it in one place, a sentence or a row with what stands around;
    and that place must say it in the same way.
    """
    if not (claim.words or claim.figures or claim.years):
        return Struck("name", claim.wording.folded)
    if absent := (
        _absent_quote(claim, cited)
        or _absent_figure(claim, cited)
        or _absent_name(claim, cited)
        or _absent_word(claim, cited)
    ):
        return absent
    together = [place for one in cited for place in one.places if _says_all(claim, place)]
    if not together:
        return Struck("elsewhere", _missing(claim, cited))
    return None if any(_agrees(claim, place.stated) for place in together) else Struck("denial")


def supporting_place(claim: Claim, passage: ReadPassage) -> Place:
    """The place of a passage that says most of a claim: one that says all of it as it does, if any does."""
    return max(
        passage.places,
        key=lambda place: (
            _says_all(claim, place) and _agrees(claim, place.stated),
            how_much_said(claim, place),
            -place.start,
        ),
    )


def _absent_quote(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    for quote in claim.quotes:
        if not any(squeeze(fold(quote)) in passage.letters for passage in cited):
            return Struck("quote", quote)
    return None


def _absent_figure(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    texts = _all(cited)
    for year in claim.years:
        if not any(year.term in stated.years for stated in texts):
            return Struck("number", claim.wording.folded[year.start : year.end])
    for figure in claim.figures:
        if not any(states_figure(stated, figure) for stated in texts):
            return Struck("number", figure.text)
    for compound in claim.compounds:
        if not any(squeeze(compound) in stated.letters for stated in texts):
            return Struck("number", compound)
    return None


def _absent_name(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    texts = _all(cited)
    for name in claim.names:
        if not any(squeeze(name) in stated.letters for stated in texts):
            return Struck("name", name)
    return None


def _absent_word(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    held = frozenset().union(*(stated.forms for stated in _all(cited)))
    for word in claim.words:
        if word.form not in held:
            return Struck("name", claim.wording.folded[word.start : word.end])
    return None


def _says_all(claim: Claim, place: Place) -> bool:
    """Whether one place says all that a claim says, of what the claim says it of."""
    forms = {word.form for word in claim.wording.words}
    spoken_of = not place.has_topic or claim.topic <= place.stated.forms
    return (
        spoken_of
        and _missing_words(claim, place) == []
        and all(states_figure(place.stated, figure) for figure in claim.figures)
        and {year.term for year in claim.years} <= (place.stated.years or place.around.years)
        and all(_of_same(figure, forms, place.stated) for figure in claim.figures)
    )


def _missing_words(claim: Claim, place: Place) -> list[Word]:
    held = place.stated.forms | place.around.forms
    return [word for word in claim.words if word.form not in held]


def _missing(claim: Claim, cited: Sequence[ReadPassage]) -> str:
    """What of a claim the place that says most of it does not say, or says of something else."""
    place = max((place for one in cited for place in one.places), key=lambda one: how_much_said(claim, one))
    for figure in claim.figures:
        if not states_figure(place.stated, figure):
            return figure.text
    for word in _missing_words(claim, place):
        return claim.wording.folded[word.start : word.end]
    return claim.figures[0].text if claim.figures else ""


def _of_same(figure: Figure, forms: Collection[str], stated: Stated) -> bool:
    """Whether a figure is said of the same as in a sentence that counts alike things (男性80人、女性48人)."""
    if figure.number is None:
        return True
    alike = [one for one in stated.neighbours if one.unit == figure.number.unit]
    own = [one for one in alike if one.value == figure.number.value]
    others = [one for one in alike if one.value != figure.number.value]
    if not own or not others:
        return True
    if all(one.direct and one.before not in forms for one in own):
        return False
    own_before = {one.before for one in own}
    if figure.before & ({one.before for one in others} - own_before) and not figure.before & own_before:
        return False
    return figure.behind not in {one.behind for one in others} - {one.behind for one in own} - {None}


def _agrees(claim: Claim, stated: Stated) -> bool:
    """Whether a place denies what a claim denies, comes to the same, and says the rest in the same way."""
    if claim.whole.denied and not stated.wording.denies:
        return False
    if stated.wording.denied and not claim.whole.denies:
        return False
    if not stated.wording.outcome <= claim.whole.outcome:
        return False
    return all(_said_alike(word, claim, stated) for word in claim.whole.words)


def _said_alike(word: Word, claim: Claim, stated: Stated) -> bool:
    """Whether a place says a word as a claim does: no denial, duty, plan or guess in one alone, nothing done
    that is only to be done. A word that it does not hold tells nothing."""
    forms = {other.form for other in claim.whole.words}
    same = [other for other in stated.wording.words if other.form == word.form]
    return not same or any(
        other.turns - QUALIFIERS == word.turns - QUALIFIERS
        and other.turns & QUALIFIERS <= forms
        and not (word.past and other.past is False)
        for other in same
    )


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
    return (value, unit) in stated.numbers


def _all(cited: Sequence[ReadPassage]) -> list[Stated]:
    places = [place for passage in cited for place in passage.places]
    return [stated for place in places for stated in (place.stated, place.around)]
