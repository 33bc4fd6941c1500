"""A passage's text in, its sentences and table rows with their offsets out."""

from dataclasses import dataclass
from itertools import accumulate

OPENING = "「『（(【［[〔〈《"
CLOSING = "」』）)】］]〕〉》"
PARTNERS = dict(zip(OPENING, CLOSING, strict=True))
ENDS = "。！？!?"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a table row: characters `start` to `end` (exclusive) of a text, its edges trimmed."""

    start: int
    end: int
    text: str


def split_sentences(text: str) -> list[Sentence]:
    """The sentences and rows of a text, in order; a line break ends a row, 。！？ a sentence.

    Nothing is cut inside a bracket that closes on the same line, and closing brackets stay with the
    sentence before them.
    """
    sentences: list[Sentence] = []
    line_start = 0
    for line in text.splitlines(keepends=True):
        start = line_start
        for end in (*_ends(line), len(line)):
            sentences += _trimmed(text, start, line_start + end)
            start = line_start + end
        line_start += len(line)
    return sentences


def _ends(line: str) -> list[int]:
    """Where sentences end in one line."""
    inside = _bracketed(line)
    ends: list[int] = []
    for position, character in enumerate(line):
        if character not in ENDS or position in inside or (ends and position < ends[-1]):
            continue
        end = position + 1
        while end < len(line) and line[end] in ENDS + CLOSING:
            end += 1
        ends.append(end)
    return ends


def _bracketed(line: str) -> set[int]:
    """The positions inside brackets that open and close on the line."""
    deeper = [0] * len(line)
    open_brackets: list[tuple[int, str]] = []
    for position, character in enumerate(line):
        if character in PARTNERS:
            open_brackets.append((position, PARTNERS[character]))
        elif character in CLOSING:
            while open_brackets:
                start, closing = open_brackets.pop()
                if closing == character:
                    deeper[start] += 1
                    deeper[position] -= 1
                    break
    return {position for position, depth in enumerate(accumulate(deeper)) if depth}


def _trimmed(text: str, start: int, end: int) -> list[Sentence]:
    """The sentence between two offsets without white space at its edges; none where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Sentence(start, end, text[start:end])] if start < end else []
