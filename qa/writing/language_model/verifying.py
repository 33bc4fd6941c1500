"""A sentence of a language model and the passages it cites in, why it must be struck out, or None, out.

Pure functions. What stands here decides by itself: nothing that a model or a document says changes it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from corpus import fold, squeeze
from qa.asking.values import same_date
from qa.types import Struck
from qa.writing.language_model.claims import Claim, read_claim
from qa.writing.language_model.columns import under_its_head
from qa.writing.language_model.mentions import Mention
from qa.writing.language_model.places import Place, ReadPassage, Stated, read_passage
from qa.writing.language_model.sentences import ModelSentence
from qa.writing.language_model.types import GivenPassage
from qa.writing.language_model.vocabulary import QUALIFIERS
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
    """Why a claim does not stand in the passages that it cites; the first reason found.

    Whatever it says must stand there; all of it in one place, a sentence or a row with what stands around;
    and that place must say it in the same way.
    """
    if not _says_something(claim):
        return Struck("fragment")
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


def _says_something(claim: Claim) -> bool:
    """Whether a claim says something of something: 情報政策課です or 5,000千円です is true of anything."""
    words = claim.wording.words
    parted = any(one.end < other.start for one, other in pairwise(words))
    return bool(claim.words) and (parted or bool(claim.mentions))


def _absent_quote(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    for quote in claim.quotes:
        if not any(squeeze(fold(quote)) in passage.letters for passage in cited):
            return Struck("quote", quote)
    return None


def _absent_figure(claim: Claim, cited: Sequence[ReadPassage]) -> Struck | None:
    texts = _all(cited)
    for mention in claim.mentions:
        if not any(states(stated, mention) for stated in texts):
            return Struck("number", claim.written(mention))
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
            return Struck("name", claim.written(word))
    return None


def _says_all(claim: Claim, place: Place) -> bool:
    """Whether one place says all that a claim says, of what the claim says it of."""
    return (
        claim.topic <= place.spoken_of
        and not _missing_words(claim, place)
        and all(_mentioned(mention, place) for mention in claim.mentions)
        and any(word.form in place.stated.forms for word in claim.words)
        and _as_often(claim, place.stated)
        and all(_of_same(mention, claim, place.stated) for mention in claim.mentions)
        and all(_in_its_column(mention, claim, place) for mention in claim.mentions)
    )


def _mentioned(mention: Mention, place: Place) -> bool:
    """Whether a place states a figure itself, or a year that it does not state another of."""
    if mention.counts == "year" and not place.stated.years:
        return states(place.around, mention)
    return states(place.stated, mention)


def _as_often(claim: Claim, stated: Stated) -> bool:
    """Whether running text names each figure as often as a claim does."""
    if not stated.mentions:
        return True
    named = Counter((one.value, one.counts) for one in stated.mentions)
    claimed = Counter((one.value, one.counts) for one in claim.mentions)
    return all(named[figure] >= often for figure, often in claimed.items() if often > 1)


def _missing_words(claim: Claim, place: Place) -> list[Word]:
    held = place.stated.forms | place.around.forms
    return [word for word in claim.words if word.form not in held]


def _missing(claim: Claim, cited: Sequence[ReadPassage]) -> str:
    """What of a claim the place that says most of it does not say, or says of something else."""
    place = max((place for one in cited for place in one.places), key=lambda one: how_much_said(claim, one))
    absent = [mention for mention in claim.mentions if not _mentioned(mention, place)]
    missing: list[Mention | Word] = [*absent, *_missing_words(claim, place), *claim.mentions, *claim.words]
    return claim.written(missing[0]) if missing else ""


def _in_its_column(mention: Mention, claim: Claim, place: Place) -> bool:
    if mention.counts in ("year", "date"):
        return True
    years = frozenset(one.value for one in claim.mentions if one.counts == "year")
    forms = frozenset(word.form for word in claim.words)
    return under_its_head((Decimal(mention.value), mention.counts), years, forms, place.columns)


def _of_same(mention: Mention, claim: Claim, stated: Stated) -> bool:
    """Whether a figure is said of the same as in a sentence that counts alike things (男性80人、女性48人)."""
    alike = [one for one in stated.mentions if one.counts == mention.counts]
    own = [one for one in alike if one.value == mention.value]
    others = [one for one in alike if one.value != mention.value]
    if not own or not others:
        return True
    forms = {word.form for word in claim.words}
    if all(one.direct and one.before[-1] not in forms for one in own):
        return False
    own_before = {form for one in own for form in one.before[-1:]}
    others_before = {form for one in others for form in one.before[-1:]} - own_before
    if others_before & set(mention.before) and not own_before & set(mention.before):
        return False
    return mention.behind not in {one.behind for one in others} - {one.behind for one in own} - {None}


def _agrees(claim: Claim, stated: Stated) -> bool:
    """Whether a place denies what a claim denies, comes to the same, and says the rest in the same way."""
    if claim.wording.denied and not stated.wording.denies:
        return False
    if stated.wording.denied and not claim.wording.denies:
        return False
    if not stated.wording.outcome <= claim.wording.outcome:
        return False
    return all(_said_alike(word, claim, stated) for word in claim.wording.words)


def _said_alike(word: Word, claim: Claim, stated: Stated) -> bool:
    """Whether a place says a word as a claim does: no denial, duty, plan or guess in one alone, nothing done
    that is only to be done. A word that it does not hold tells nothing."""
    forms = {other.form for other in claim.wording.words}
    same = [other for other in stated.wording.words if other.form == word.form]
    return not same or any(
        other.turns - QUALIFIERS == word.turns - QUALIFIERS
        and other.turns & QUALIFIERS <= forms
        and not (word.past and other.past is False)
        for other in same
    )


def how_much_said(claim: Claim, place: Place) -> int:
    """How many of a claim's words and figures a place holds; a figure counts thrice."""
    figures = sum(states(place.stated, mention) for mention in claim.mentions)
    return len({word.form for word in claim.words} & place.stated.forms) + 3 * figures


def states(stated: Stated, mention: Mention) -> bool:
    """Whether a text states a year, a date or a number, by its value and what it counts."""
    if mention.counts == "year":
        return mention.value in stated.years
    if mention.counts == "date":
        return any(same_date(mention.value, date) for date in stated.dates)
    return (Decimal(mention.value), mention.counts) in stated.numbers


def _all(cited: Sequence[ReadPassage]) -> list[Stated]:
    places = [place for passage in cited for place in passage.places]
    return [stated for place in places for stated in (place.stated, place.around)]
