"""The shapes of a slide in; the one that is its title, out."""

from collections.abc import Sequence

from corpus.formats.office_package import Element
from corpus.formats.powerpoint.shapes import P, Shape
from corpus.formats.powerpoint.text import A, body_lines
from corpus.formats.word.xml import whole_number

_TITLES = ("title", "ctrTitle")
_UPPER = 0.25
_LONGEST = 50
_USUAL_SIZE = 1800  # hundredths of a point: what a text box has where none is stated (ECMA-376 20.1.4.2)
_USUAL_BODY_SIZE = 2800


def title_of(shapes: Sequence[Shape], height: float) -> Shape | None:
    """The title placeholder; where a slide has none filled in, a line in the slide's upper quarter that is
    larger than all else on it."""
    texts = [shape for shape in shapes if shape.element.tag == f"{P}txBody"]
    for shape in texts:
        if shape.placeholder in _TITLES and body_lines(shape.element):
            return shape
    sizes = [_size(shape) for shape in texts]
    largest = max(sizes, default=0)
    if sizes.count(largest) != 1 or len(shapes) < 2:
        return None
    found = texts[sizes.index(largest)]
    lines = body_lines(found.element)
    stands_above = found.place.bottom > 0 and found.place.top < _UPPER * height
    return found if stands_above and len(lines) == 1 and len(lines[0]) <= _LONGEST else None


def _size(shape: Shape) -> int:
    """The largest type of a shape's text, in hundredths of a point."""
    sizes = [_stated(run.find(f"{A}rPr")) for run in shape.element.iter(f"{A}r")]
    usual = _USUAL_BODY_SIZE if shape.placeholder else _USUAL_SIZE
    return max((size or usual for size in sizes), default=0)


def _stated(properties: Element | None) -> int:
    return whole_number(properties.get("sz"), 0) if properties is not None else 0
