"""A candidate of several sentences or rows in, the stretch of it that answers out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.sentences import split_sentences
from qa.asking.answer_places import HELD, answer_places, defined_subject, defining_places
from qa.asking.answer_types import FIGURES
from qa.asking.questions import AskedQuestion
from qa.candidates.sentences import LONGEST
from qa.candidates.term_places import find_term_places, terms_between
from qa.candidates.types import Candidate
from qa.choosing.shapes import LONGEST_LABEL

SENTENCE_END = re.compile(r"[。！？!?][」』）)]*$")
ITEM = re.compile(r"[アイウエオカキクケコ①-⑳・○●]|[(（][0-9０-９ア-ン][)）]|[0-9０-９]{1,2}[.．、 　]")
BRACKETED = re.compile(r"[(（〔][^)）〕]*[)）〕]")
CAPTION = re.compile(r"[(（]?(?:表|図|グラフ)\s*[0-9０-９].*|[\s0-9０-９.．・]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence or row of a candidate, with the terms it covers; `typed` is whether it holds an answer of a
    type asked for."""

    start: int
    end: int
    text: str
    covered: frozenset[str]
    typed: bool

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table with what it says, not the heads."""
        return "\t" in self.text and any(map(str.isdigit, self.text))

    @property
    def is_caption(self) -> bool:
        """Whether it says nothing by itself: 表5-9 …, the heads of a table, a number."""
        return CAPTION.fullmatch(self.text) is not None or ("\t" in self.text and not self.is_row)

    @property
    def is_label(self) -> bool:
        """Whether it may be a heading: at the end of a stretch it heads what follows."""
        short = len(self.text) <= LONGEST_LABEL and "\t" not in self.text and not ITEM.match(self.text)
        return short and not SENTENCE_END.search(self.text)


def trim(asked: AskedQuestion, candidate: Candidate) -> Candidate:
    """The candidate without headings, heads and rows at its edges that bring nothing that is asked for.

    What is left covers all the terms that the whole does. Lists, cells and fields stay as they are.
    """
    if candidate.form != "sentence":
        return candidate
    if definition := _whole_definition(asked, candidate):
        return definition
    pieces = _pieces(asked, candidate)
    while len(pieces) > 1:
        first, last = pieces[0], pieces[-1]
        if _brings_nothing(asked, first, pieces[1:], dangling=first.is_caption):
            pieces = pieces[1:]
        elif _brings_nothing(asked, last, pieces[:-1], dangling=last.is_caption or last.is_label):
            pieces = pieces[:-1]
        else:
            break
    start, end = candidate.start + pieces[0].start, candidate.start + pieces[-1].end
    return replace(candidate, start=start, end=end, text=candidate.hit.passage.text[start:end])


def _whole_definition(asked: AskedQuestion, candidate: Candidate) -> Candidate | None:
    """From the sentence that says what the question asks the meaning of, whole, to the candidate's end; None
    where no meaning is asked for, or none of its sentences tells it."""
    subject = defined_subject(asked.text) if asked.kind == "definition" else ""
    text = candidate.hit.passage.text
    for one in split_sentences(text) if subject else ():
        if one.start < candidate.end and candidate.start < one.end and defining_places(one.text, subject):
            end = max(one.end, candidate.end if candidate.end - one.start <= LONGEST else 0)
            return replace(candidate, start=one.start, end=end, text=text[one.start : end])
    return None


def _pieces(asked: AskedQuestion, candidate: Candidate) -> list[_Piece]:
    places = find_term_places(asked.terms, candidate.quote)
    return [
        _Piece(
            one.start,
            one.end,
            one.text,
            terms_between(places, one.start, one.end),
            bool(answer_places(one.text, asked.kinds, asked.units, asked.text)),
        )
        for one in split_sentences(candidate.quote)
    ]


def _brings_nothing(asked: AskedQuestion, piece: _Piece, rest: Sequence[_Piece], dangling: bool) -> bool:
    """Whether a piece is a remark in brackets (（現状）), or covers no term that the rest does not and is a
    caption, a row of something else, or a sentence without the figure asked for that the rest has."""
    if BRACKETED.fullmatch(piece.text):
        return True
    if not piece.covered <= frozenset().union(*(one.covered for one in rest)):
        return False
    if piece.is_row:
        return not piece.covered and any(one.covered for one in rest if one.is_row)
    if piece.typed and not piece.is_caption and any(kind in HELD for kind in asked.kinds):
        return False
    figures = FIGURES.intersection(asked.kinds) and any(one.typed for one in rest)
    return dangling or bool(figures and not piece.covered and not piece.is_label)
