"""A question for a list and its evidence in, the enumerations that may answer out, each whole."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.sentences import Sentence, split_sentences
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence
from qa.candidates.own_text import OwnStarts
from qa.candidates.types import Candidate

LONGEST = 480
"""A list has at most so many characters; a longer one is left to its sentences."""

KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
KANJI = "一二三四五六七八九十"
_MARK = re.compile(
    rf"(?P<open>[(（]?)(?P<ordinal>[0-9]{{1,2}}|[{KANA}]|[{KANJI}]|[a-zA-Z])"
    r"(?P<close>[)）]|[.．](?![0-9])|(?=[ 　])|、)\s*"
    r"|(?P<circled>[①-⑳])\s*|(?P<bullet>[・●○◯■◆▪•]|[-－*]\s)\s*"
)
_THING = r"[^、。\t\nはがをも]{2,24}"
_SERIES = re.compile(
    rf"(?:{_THING}、){{2,}}(?:{_THING}|及び|並びに|又は)|{_THING}、{_THING}(?:及び|並びに|又は){_THING}"
)
_LEAD = re.compile(r"(?:次の|以下の|下記|とおり|は、|[:：]|である。|とする。|ある。)")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Mark:
    """The mark before an item: its `style`, and its place in the series from 1 (0 for bullets)."""

    style: str
    ordinal: int


def find_lists(asked: AskedQuestion, evidence: Sequence[Evidence], own: OwnStarts) -> list[Candidate]:
    """The enumerations, series and tables of the evidence, where the question asks for a list."""
    if not asked.wants_list:
        return []
    return [candidate for one in evidence for candidate in _lists_of(one, own[one.hit.passage.id])]


def _lists_of(evidence: Evidence, own: int) -> Iterator[Candidate]:
    passage = evidence.hit.passage
    for start, end in find_enumerations(passage.text, own):
        yield Candidate(evidence, start, end, passage.text[start:end], passage.text[:own], "list")


def find_enumerations(text: str, own: int = 0) -> list[tuple[int, int]]:
    """Where the lists of a text, from character `own` on, begin and end (exclusive): items a line each, items
    in a sentence, tables.

    The sentence that leads to the items belongs to them.
    """
    sentences = [one for one in split_sentences(text) if one.start >= own]
    found = {*_marked(sentences), *_inline(sentences), *_series(sentences), *_tables(sentences)}
    return sorted(place for place in found if place[1] - place[0] <= LONGEST)


def _marked(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Runs of items that begin with marks of one style in their order; an item may go on without a mark."""
    marks = [_mark(sentence.text) for sentence in sentences]
    for at, mark in enumerate(marks):
        if mark is None or mark.ordinal > 1 or (not mark.ordinal and at and _follows(marks[at - 1], mark)):
            continue
        last, count = _last_item(marks, at, mark)
        if count >= _FEWEST:
            first = at - 1 if at and marks[at - 1] is None and _LEAD.search(sentences[at - 1].text) else at
            yield sentences[first].start, sentences[last].end


def _last_item(marks: Sequence[_Mark | None], first: int, mark: _Mark) -> tuple[int, int]:
    """The last sentence of the items that go on from one, and how many items there are."""
    last, count = first, 1
    for at in range(first + 1, len(marks)):
        following = marks[at]
        if following is None or following.style != mark.style:
            continue
        if not _follows(mark, following) or at - last > 4:
            break
        mark, last, count = following, at, count + 1
    return last, count


def _follows(mark: _Mark | None, following: _Mark) -> bool:
    """Whether a mark is the next of the same series."""
    if mark is None or mark.style != following.style:
        return False
    return not following.ordinal or following.ordinal == mark.ordinal + 1


def _mark(text: str) -> _Mark | None:
    match = _MARK.match(text)
    if match is None:
        return None
    if match["bullet"]:
        return _Mark(match["bullet"].strip(), 0)
    if match["circled"]:
        return _Mark("①", ord(match["circled"]) - ord("①") + 1)
    ordinal = match["ordinal"]
    style = "kana" if ordinal in KANA else "kanji" if ordinal in KANJI else "a" if ordinal.isalpha() else "1"
    close = unicodedata.normalize("NFKC", match["close"])
    return _Mark(f"{match['open'] and '('}{style}{close}", _number(ordinal))


def _number(ordinal: str) -> int:
    if ordinal.isdigit():
        return int(ordinal)
    for series in (KANA, KANJI):
        if ordinal in series:
            return series.index(ordinal) + 1
    return ord(ordinal.lower()) - ord("a") + 1


def _inline(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Sentences that hold ①…②… or (1)…(2)… themselves."""
    for sentence in sentences:
        marks = re.findall(r"[①-⑳]|[(（][0-9０-９ア-ンa-zA-Z][)）]", sentence.text)
        if len(marks) >= _FEWEST and "\t" not in sentence.text:
            yield sentence.start, sentence.end


def _series(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Sentences that name several things one after the other."""
    for sentence in sentences:
        if "\t" not in sentence.text and _SERIES.search(sentence.text):
            yield sentence.start, sentence.end


def _tables(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Runs of rows: cells parted by tabs."""
    for is_row, run in groupby(sentences, key=lambda one: "\t" in one.text):
        rows = list(run)
        if is_row and len(rows) >= _FEWEST:
            yield rows[0].start, rows[-1].end
