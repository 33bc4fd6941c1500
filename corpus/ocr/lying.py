"""Pictures of lines in, what each says and how it lies out."""

from collections.abc import Callable, Sequence

from corpus.ocr.decoding import DecodedLine
from corpus.ocr.directions import Lie, Pixels, set_level
from corpus.ocr.vertical_signs import with_signs

Recognise = Callable[[Pixels], DecodedLine]
_TALL = 1.5
_MAY_BE_ONE_CHARACTER = 2.5
_SAMPLE = 12
_SURE = 0.8
"""A level line that reads this well is not tried on its head."""
_TURNED = 0.15
"""How much better a line must read turned than level to be one that is turned."""
_AS_GOOD = 0.85


def read_lying(pictures: Sequence[Pixels], recognise: Recognise) -> list[tuple[DecodedLine, Lie]]:
    """Each line as it reads in the way it lies.

    Lines wider than high are level, or on their head where that reads better. Lines higher than wide are
    columns of vertical writing or lie on one side: all of a page the same way.
    """
    tall = sorted((picture for picture in pictures if _height(picture) >= _MAY_BE_ONE_CHARACTER), key=_height)
    usual = usual_lie(tall[-_SAMPLE:], recognise)
    return [_read(picture, usual, recognise) for picture in pictures]


def _height(picture: Pixels) -> float:
    return float(picture.shape[0] / picture.shape[1])


def usual_lie(tall: Sequence[Pixels], recognise: Recognise) -> Lie:
    """How most of these lines lie.

    The recogniser reads characters on their left side as well as upright ones (it learnt vertical writing
    so). Of vertical writing it can therefore read the column as set across and as turned; of lines with their
    head to the left too, but then the turn to the other side reads.
    """
    scores: dict[Lie, float] = {"column": 0.0, "right": 0.0, "left": 0.0}
    for picture in tall:
        read = {lie: recognise(set_level(picture, lie)) for lie in scores}
        longest = max(len(decoded.text) for decoded in read.values())
        for lie, decoded in read.items():
            scores[lie] += decoded.confidence * longest
    side: Lie = "left" if scores["left"] > scores["right"] else "right"
    if side == "right" and scores["column"] >= _AS_GOOD * scores["right"]:
        return "column"
    return side


def _read(picture: Pixels, usual: Lie, recognise: Recognise) -> tuple[DecodedLine, Lie]:
    if _height(picture) >= _MAY_BE_ONE_CHARACTER:
        return _read_so(picture, usual, recognise), usual
    level = recognise(picture)
    if level.confidence >= _SURE:
        return level, "level"
    other: Lie = usual if _height(picture) >= _TALL else "head"
    turned = _read_so(picture, other, recognise)
    reads_better = turned.confidence * len(turned.text) > (level.confidence + _TURNED) * len(level.text)
    return (turned, other) if reads_better else (level, "level")


def _read_so(picture: Pixels, lie: Lie, recognise: Recognise) -> DecodedLine:
    if lie != "column":
        return recognise(set_level(picture, lie))
    return with_signs(recognise(set_level(picture, "right")), recognise(set_level(picture, "column")))
