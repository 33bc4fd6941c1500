"""A page of a PDF in; the lines and the edges of boxes drawn on it, in the page's own coordinates, out."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from corpus.layout import pdfium_calls as calls
from corpus.layout.types import Floats

_DEEPEST = 4
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 40_000
_THIN = 3.0
_LEVEL = 1.0
_SHORTEST = 2.0
_WHITE = 250

Shape = list[tuple[float, float]]
Corners = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class _Budget:
    """How much of a page is still looked at, so that a drawing of a million strokes costs no more."""

    objects: int = _MOST_OBJECTS
    segments: int = _MOST_SEGMENTS


def drawn_rules(page: pypdfium2.PdfPage) -> Floats:
    """Every straight line, thin box and edge of a larger box: (rules, 4), two opposite corners x, y, x, y.

    Lines that are neither level nor upright, curves, invisible paths and white areas are left out. Pages
    with more than 20,000 objects or 40,000 path segments are looked at so far only.
    """
    rules: list[Corners] = []
    budget = _Budget()
    for path, matrix in _paths(
        calls.address(page), calls.count_objects, calls.page_object, _IDENTITY, budget
    ):
        _add_rules(path, matrix, budget, rules)
    found: Floats = np.array(rules, dtype=np.float32).reshape(-1, 4)
    found = found[np.isfinite(found).all(axis=1)]
    longest = np.maximum(np.abs(found[:, 2] - found[:, 0]), np.abs(found[:, 3] - found[:, 1]))
    kept: Floats = found[longest >= _SHORTEST]
    return kept


def _paths(
    holder: int, count: calls.Count, get: calls.Get, matrix: Matrix, budget: _Budget, depth: int = 0
) -> Iterator[tuple[int, Matrix]]:
    for index in range(count(holder)):
        budget.objects -= 1
        if budget.objects < 0:
            return
        item = get(holder, index)
        kind = calls.object_type(item) if item else 0
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _combined(_matrix(item), matrix)
            yield from _paths(item, calls.count_form_objects, calls.form_object, inner, budget, depth + 1)


def _add_rules(path: int, matrix: Matrix, budget: _Budget, rules: list[Corners]) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    if not fill.value and not stroke.value:
        return
    for shape in _shapes(path, _combined(_matrix(path), matrix), budget):
        if len(shape) < 2:
            continue
        box = _around(shape)
        if _is_thin(box):
            rules.append(box)
        elif stroke.value or not _is_white(path):
            _add_edges(shape, bool(fill.value), rules)


def _add_edges(shape: Shape, filled: bool, rules: list[Corners]) -> None:
    sides = zip(shape, shape[1:] + shape[:1] if filled else shape[1:], strict=False)
    rules.extend((*first, *second) for first, second in sides if _is_level(first, second))


def _around(shape: Shape) -> Corners:
    across, up = [point[0] for point in shape], [point[1] for point in shape]
    return min(across), min(up), max(across), max(up)


def _is_level(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return abs(first[0] - second[0]) <= _LEVEL or abs(first[1] - second[1]) <= _LEVEL


def _is_thin(box: Corners) -> bool:
    across, up = abs(box[2] - box[0]), abs(box[3] - box[1])
    return min(across, up) <= _THIN and max(across, up) > min(across, up)


def _shapes(path: int, matrix: Matrix, budget: _Budget) -> Iterator[Shape]:
    """The corners of each part of a path that is drawn without lifting the pen; parts with curves are left
    out."""
    shape: Shape = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    px, py = ctypes.addressof(x), ctypes.addressof(y)
    for index in range(calls.count_segments(path)):
        budget.segments -= 1
        if budget.segments < 0:
            return
        segment = calls.path_segment(path, index)
        kind = calls.segment_type(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if not curved:
                yield shape
            shape, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if calls.segment_point(segment, px, py):
            shape.append(_moved(x.value, y.value, matrix))
        if calls.segment_closes(segment) and shape:
            shape.append(shape[0])
    if not curved:
        yield shape


def _is_white(path: int) -> bool:
    shades = [ctypes.c_uint() for _ in range(4)]
    if not calls.fill_color(path, *map(ctypes.addressof, shades)):
        return False
    red, green, blue, alpha = (shade.value for shade in shades)
    return min(red, green, blue) >= _WHITE or alpha == 0


def _matrix(item: int) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not calls.object_matrix(item, ctypes.addressof(matrix)):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _combined(first: Matrix, then: Matrix) -> Matrix:
    if first == _IDENTITY:
        return then
    a, b, c, d = then[:4]
    x, y = _moved(first[4], first[5], then)
    return (
        first[0] * a + first[1] * c,
        first[0] * b + first[1] * d,
        first[2] * a + first[3] * c,
        first[2] * b + first[3] * d,
        x,
        y,
    )


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
