"""A page of a PDF in; its characters and rules, upright, out."""

import ctypes
import re
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from corpus.layout import pdfium_calls as calls
from corpus.layout.drawn_rules import drawn_rules
from corpus.layout.page_text import SECOND_HALF, page_text
from corpus.layout.text_markers import without_text_markers
from corpus.layout.types import Floats, PageCharacters
from corpus.layout.upright import page_turn

_BOLD_WEIGHTS = range(600, 1001)
_BOLD_NAME = re.compile(
    r"bold|heavy|black|-[DEU]?B(?:[,-]|$)|W[6-9]|極太|太ゴ|太明|gothic|ゴシック|ｺﾞｼｯｸ", re.IGNORECASE
)
_FILLED_AND_STROKED = 2
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class _Type:
    """What one text object of the file says of its characters: their size in points, weight, direction (0,
    90, 180, 270 degrees anticlockwise from the page's own right)."""

    size: float
    bold: bool
    direction: int


_UNKNOWN = _Type(0.0, False, 0)


def page_characters(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> PageCharacters:
    """The characters of a page and the rules drawn on it, turned so that most of its text stands upright."""
    text = page_text(textpage)
    boxes, types = _boxes_and_types(calls.address(textpage), text)
    sizes = np.array([kind.size for kind in types], dtype=np.float32)
    bold = np.array([kind.bold for kind in types], dtype=np.bool_)
    main = _main_direction(types)
    turn = page_turn(page, main)
    placed = boxes[:, 0] != boxes[:, 2]
    upright = turn.boxes(boxes)
    upright[~placed] = 0
    rules = without_text_markers(turn.boxes(drawn_rules(page)), text, upright, sizes)
    turned = tuple(
        index
        for index, kind in enumerate(types)
        if kind is not _UNKNOWN and (kind.direction - turn.degrees) % 180
    )
    return PageCharacters(turn.width, turn.height, text, upright, sizes, bold, rules, turned)


def _boxes_and_types(textpage: int, text: str) -> tuple[Floats, list[_Type]]:
    """Each character's box (left, bottom, right, top as the file has it) and type."""
    count = len(text)
    rectangles: NDArray[np.float32] = np.zeros((count, 4), dtype=np.float32)
    start = rectangles.ctypes.data
    known: dict[int, _Type] = {}
    bold_fonts: dict[int, bool] = {}
    types: list[_Type] = []
    box, object_of = calls.loose_char_box, calls.text_object
    for index in range(count):
        pointer = object_of(textpage, index)
        if not pointer:
            types.append(_UNKNOWN)
            continue
        box(textpage, index, start + 16 * index)
        kind = known.get(pointer)
        if kind is None:
            kind = known[pointer] = _type_of(textpage, index, pointer, bold_fonts)
        types.append(kind)
    rectangles[~np.isfinite(rectangles).all(axis=1)] = 0
    for index in range(1, count):
        if text[index] == SECOND_HALF and rectangles[index, 0] != rectangles[index, 2]:
            rectangles[index - 1, 2] = max(rectangles[index - 1, 2], rectangles[index, 2])
    return rectangles[:, [0, 3, 2, 1]], types


def _type_of(textpage: int, index: int, pointer: int, bold_fonts: dict[int, bool]) -> _Type:
    size = ctypes.c_float()
    matrix = pdfium.FS_MATRIX()
    calls.font_size(pointer, ctypes.addressof(size))
    calls.char_matrix(textpage, index, ctypes.addressof(matrix))
    tall = float(np.hypot(matrix.c, matrix.d)) * abs(size.value)
    if abs(matrix.a) >= abs(matrix.b):
        direction = 0 if matrix.a >= 0 else 180
    else:
        direction = 90 if matrix.b > 0 else 270
    font = calls.font(pointer)
    if font not in bold_fonts:
        bold_fonts[font] = _is_bold(font)
    heavy = bold_fonts[font] or calls.render_mode(pointer) == _FILLED_AND_STROKED
    return _Type(tall, heavy, direction)


def _is_bold(font: int | None) -> bool:
    """Whether a font is heavy: bold, or Gothic, which sets headings apart where the body is Mincho."""
    if not font:
        return False
    buffer = ctypes.create_string_buffer(256)
    calls.font_name(font, ctypes.addressof(buffer), len(buffer))
    try:
        name = buffer.value.decode("utf-8")
    except UnicodeDecodeError:
        name = buffer.value.decode("cp932", "replace")
    return bool(_BOLD_NAME.search(name)) or calls.font_weight(font) in _BOLD_WEIGHTS


def _main_direction(types: list[_Type]) -> int | None:
    """The direction that most characters run in, None where there is none."""
    told = [kind.direction for kind in types if kind is not _UNKNOWN]
    for direction in (0, 90, 180, 270):
        if told.count(direction) > _MOST * len(told):
            return direction
    return None
