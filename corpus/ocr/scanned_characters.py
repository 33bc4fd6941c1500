"""An engine's lines in; the page's characters with their places, as the layout of a page wants them, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from PIL import Image

from corpus.layout.letters import is_ink, is_wide
from corpus.layout.types import Floats, PageCharacters
from corpus.ocr.amounts import AMOUNT
from corpus.ocr.drawn_lines import find_drawn_lines
from corpus.ocr.types import OcrLine
from corpus.ocr.uprighting import Uprighting, UprightLine, upright_lines

_TYPE_SIZE = 10.5
"""Points that most of a page's type is taken to have, since a picture tells no size."""
_EM = 0.82
"""Of a line's height as the detector frames it."""
_FEWEST_SPACED = 3
_SPACED = 1.25
_ROUGHLY = 0.4
_NARROW, _WIDE = 0.5, 1.0
_ROOM = 0.2
"""Ems between a column and the frame that the detector puts around it, above and below: tiers of vertical
writing stand close."""
_CLOSING = "、。，．」』）】"
_INTO_A_LETTER = 0.15


Place = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ScannedCharacters:
    """The characters of a picture set upright. `lines` tells for each character which of the engine's lines
    it is of (-1: none), `scale` how many points a pixel has."""

    page: PageCharacters
    lines: tuple[int, ...]
    scale: float


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character, its box in pixels (zeros where it has none), its line's number and whether that lies on
    its side."""

    text: str
    place: Place
    line: int
    is_sideways: bool = False


_BREAK = _Letter("\n", (0.0, 0.0, 0.0, 0.0), -1)


def scanned_characters(
    lines: Sequence[OcrLine], image: Image.Image, uprighting: Uprighting
) -> ScannedCharacters:
    """The characters of a picture's lines and the rules drawn on it; a line that was read across an upright
    rule is parted there. `lines` may not be empty."""
    upright = upright_lines(lines, uprighting)
    height = median(min(line.height, line.width) for line in upright)
    scale = _TYPE_SIZE / (_EM * height)
    read = [
        _letters(upright[at], at) for at in sorted(range(len(upright)), key=lambda at: _place(upright[at]))
    ]
    places = np.array([letter.place for line in read for letter in line], dtype=np.float32)
    rules = find_drawn_lines(image, uprighting, places, height)
    letters = [letter for line in read for letter in [*_parted(line, rules), _BREAK]]
    boxes = np.array([letter.place for letter in letters], dtype=np.float32) * np.float32(scale)
    page = PageCharacters(
        uprighting.width * scale,
        uprighting.height * scale,
        "".join(letter.text for letter in letters),
        boxes,
        boxes[:, 3] - boxes[:, 1],
        np.zeros(len(letters), dtype=np.bool_),
        rules * np.float32(scale),
        tuple(at for at, letter in enumerate(letters) if letter.is_sideways),
    )
    return ScannedCharacters(page, tuple(letter.line for letter in letters), scale)


def _place(line: UprightLine) -> tuple[float, float]:
    return line.top, line.left


def _letters(line: UprightLine, number: int) -> list[_Letter]:
    sideways = line.runs_down and line.turned % 2 == 1
    return [
        _Letter(text, place, number, sideways)
        for text, place in zip(line.line.text, _places(line), strict=True)
    ]


def _parted(line: Sequence[_Letter], rules: Floats) -> Iterator[_Letter]:
    """The letters of a level line, with a break where an upright rule stands between two of them."""
    top, bottom = line[0].place[1], line[0].place[3]
    middle = (top + bottom) / 2
    upright = rules[(rules[:, 0] == rules[:, 2]) & (rules[:, 1] < middle) & (rules[:, 3] > middle), 0]
    last: Place | None = None
    for letter in line:
        place = letter.place
        if last is not None and place[2] > place[0] > last[0]:
            reach = _INTO_A_LETTER * (bottom - top)
            if ((upright > last[2] - reach) & (upright < place[0] + reach)).any():
                yield _BREAK
        yield letter
        last = place if place[2] > place[0] else last


def _places(line: UprightLine) -> Iterator[Place]:
    """The box of each character in pixels; spaces have none."""
    down = line.runs_down
    start, length = (line.top, line.height) if down else (line.left, line.width)
    text = line.line.text
    em = _EM * (line.width if down else line.height)
    shares = line.line.centres or tuple((at + 0.5) / len(text) for at in range(len(text)))
    backwards = line.turned in (2, 3)
    centres = [start + (1 - share if backwards else share) * length for share in shares]
    centres = _evened_out(text, centres, em)
    seen = [at for at, character in enumerate(text) if is_ink(character)]
    edges = _edges(text, centres, seen, em)
    middle = (line.left + line.right) / 2 if down else (line.top + line.bottom) / 2
    for at in range(len(text)):
        if at not in edges:
            yield 0.0, 0.0, 0.0, 0.0
            continue
        begin, end = edges[at]
        if down:
            begin += _ROOM * em if at == seen[0] else 0
            end -= _ROOM * em if at == seen[-1] else 0
            yield middle - em / 2, begin, middle + em / 2, end
        else:
            yield begin, middle - em / 2, end, middle + em / 2


def _evened_out(text: str, centres: list[float], em: float) -> list[float]:
    """The centres of letters that are spaced out evenly, their distances made one: an engine tells them
    roughly only."""
    if len(text) < _FEWEST_SPACED or not all(map(is_wide, text)):
        return centres
    places = np.arange(len(centres))
    pitch, first = np.polyfit(places, centres, 1)
    even = first + pitch * places
    spaced = abs(pitch) > _SPACED * em
    return even.tolist() if spaced and np.abs(even - centres).max() < _ROUGHLY * em else centres


def _edges(
    text: str, centres: Sequence[float], seen: Sequence[int], em: float
) -> dict[int, tuple[float, float]]:
    """Where each seen character begins and ends along its line: a half to a whole em around its centre, half
    way to its neighbours at most; within an amount, where its neighbour does."""
    order = sorted(seen, key=lambda at: centres[at])
    amounts = _within_amounts(text)
    edges: dict[int, tuple[float, float]] = {}
    last = float("-inf")
    for place, at in enumerate(order):
        centre = centres[at]
        after = centres[order[place + 1]] if place + 1 < len(order) else float("inf")
        before = centres[order[place - 1]] if place else float("-inf")
        near = min(centre - before, after - centre)
        least = _WIDE if is_wide(text[at]) else _NARROW
        half = min(max(near, least * em), _WIDE * em) / 2 if near < float("inf") else least * em / 2
        begin, end = max(centre - half, (before + centre) / 2), min(centre + half, (centre + after) / 2)
        if place and (at in amounts or (text[at] in _CLOSING and begin - last < em)):
            begin = last
        edges[at] = begin, end
        last = end
    return edges


def _within_amounts(text: str) -> frozenset[int]:
    """The characters that follow on another one of the same amount: 102, 037, 152."""
    return frozenset(at for found in AMOUNT.finditer(text) for at in range(found.start() + 1, found.end()))
