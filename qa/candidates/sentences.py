"""Evidence in, its sentences that may answer out: alone, with their neighbours, or cut where too long."""

import re
from collections.abc import Iterator, Sequence

from corpus.sentences import Sentence, split_sentences
from qa.candidates.evidence import Evidence
from qa.candidates.own_text import OwnStarts
from qa.candidates.types import Candidate

LONGEST = 120
"""A candidate has at most so many characters."""

MOST_SENTENCES = 3

PAUSE = re.compile(r"[\t\n]+|(?<=[、，；;。])|\s+")
"""Where a sentence that is too long may be cut: between cells, after a comma, at white space."""

Stretch = tuple[int, int]
"""Characters `start` to `end` (exclusive) of a text."""


def find_sentences(evidence: Sequence[Evidence], own: OwnStarts) -> list[Candidate]:
    """Each sentence or row, alone and followed by up to two more where all fit; of longer ones the longest
    runs of whole clauses or cells. What a passage tells again of its table is what its rows are about."""
    return [candidate for one in evidence for candidate in _sentences_of(one, own[one.hit.passage.id])]


def _sentences_of(evidence: Evidence, own: int) -> Iterator[Candidate]:
    passage = evidence.hit.passage
    for start, end in find_stretches(passage.text, own):
        yield Candidate(evidence, start, end, passage.text[start:end], passage.text[:own], "sentence")


def find_stretches(text: str, own: int = 0) -> list[Stretch]:
    """The stretches of a text, from character `own` on, that a candidate may quote, in order, none longer
    than LONGEST."""
    sentences = [one for one in split_sentences(text) if one.start >= own]
    return sorted({stretch for at in range(len(sentences)) for stretch in _stretches_from(sentences, at)})


def _stretches_from(sentences: Sequence[Sentence], at: int) -> Iterator[Stretch]:
    first = sentences[at]
    if first.end - first.start > LONGEST:
        yield from cut(first)
        return
    for last in sentences[at : at + MOST_SENTENCES]:
        if last.end - first.start > LONGEST or (last is not first and _has_row(first, last)):
            return
        yield first.start, last.end


def _has_row(*sentences: Sentence) -> bool:
    """Whether one is a row of a table: it says nothing of its neighbours."""
    return any("\t" in sentence.text for sentence in sentences)


def cut(sentence: Sentence) -> list[Stretch]:
    """The longest runs of a long sentence's clauses or cells that fit, each beginning with another."""
    pieces = list(_pieces(sentence))
    runs: list[Stretch] = []
    for at, (start, end) in enumerate(pieces):
        for _, following in pieces[at + 1 :]:
            if following - start > LONGEST:
                break
            end = following
        if not runs or end > runs[-1][1]:
            runs.append((start, end))
    return runs


def _pieces(sentence: Sentence) -> Iterator[Stretch]:
    """A sentence's clauses or cells, in order, none empty and none longer than LONGEST."""
    pauses = [found.span() for found in PAUSE.finditer(sentence.text)]
    start = sentence.start
    for end, following in (*pauses, (len(sentence.text), len(sentence.text))):
        yield from _whole_or_cut(start, sentence.start + end)
        start = sentence.start + following


def _whole_or_cut(start: int, end: int) -> Iterator[Stretch]:
    """A clause; one with no pause in it that does not fit is cut to pieces of half the length."""
    if end - start <= LONGEST:
        if start < end:
            yield start, end
        return
    for at in range(start, end, LONGEST // 2):
        yield at, min(end, at + LONGEST // 2)
