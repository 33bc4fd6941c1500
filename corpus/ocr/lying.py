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
"""A line that reads this well is not tried another way."""
_TURNED = 0.15
"""How much better a line must read turned than level to be one that is turned."""
_AS_GOOD = 0.85


def read_lying(pictures: Sequence[Pixels], recognise: Recognise) -> list[tuple[DecodedLine, Lie]]:
    """Each line as it reads in the way it lies.

    Lines wider than high are level or on their head, those higher than wide are columns of vertical writing
    or lie on one side: all of a page the same way.
    """
    by_height = sorted(pictures, key=_height)
    tall = [picture for picture in by_height if _height(picture) >= _MAY_BE_ONE_CHARACTER]
    wide = [picture for picture in by_height if _height(picture) <= 1 / _MAY_BE_ONE_CHARACTER]
    usual = usual_lie(tall[-_SAMPLE:], recognise)
    across = usual_lie_across(wide[:_SAMPLE], recognise)
    return [_read(picture, usual, across, recognise) for picture in pictures]


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


def usual_lie_across(wide: Sequence[Pixels], recognise: Recognise) -> Lie:
    """Whether most of these lines lie level or on their head."""
    upright = turned = 0.0
    for picture in wide:
        level = recognise(picture)
        if level.confidence >= _SURE:
            upright += len(level.text)
            continue
        head = recognise(set_level(picture, "head"))
        upright += level.confidence * len(level.text)
        turned += head.confidence * len(head.text)
    return "head" if turned > upright else "level"


def _read(picture: Pixels, usual: Lie, across: Lie, recognise: Recognise) -> tuple[DecodedLine, Lie]:
    if _height(picture) >= _MAY_BE_ONE_CHARACTER:
        return _read_so(picture, usual, recognise), usual
    level = _read_so(picture, across, recognise)
    if level.confidence >= _SURE or _height(picture) < _TALL:
        return level, across
    turned = _read_so(picture, usual, recognise)
    reads_better = turned.confidence * len(turned.text) > (level.confidence + _TURNED) * len(level.text)
    return (turned, usual) if reads_better else (level, across)


def _read_so(picture: Pixels, lie: Lie, recognise: Recognise) -> DecodedLine:
    if lie != "column":
        return recognise(set_level(picture, lie))
    return with_signs(recognise(set_level(picture, "right")), recognise(set_level(picture, "column")))
