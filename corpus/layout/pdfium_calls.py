"""pdfium's functions with plain integers for pointers: a call takes a third of the time."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Count = Callable[[int], int]
Get = Callable[[int, int], int]

_POINTER = ctypes.c_void_p


def address(handle: Any) -> int:
    """The address behind a handle of pypdfium2 (a page, a text page), 0 for none."""
    return ctypes.cast(getattr(handle, "raw", handle), _POINTER).value or 0


def _plain(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(pdfium, name)
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, _POINTER).value or 0)


_INT, _FLOAT = ctypes.c_int, ctypes.c_float

loose_char_box = _plain("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
text_object = _plain("FPDFText_GetTextObject", _POINTER, _POINTER, _INT)
char_matrix = _plain("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)
font_size = _plain("FPDFTextObj_GetFontSize", _INT, _POINTER, _POINTER)
render_mode = _plain("FPDFTextObj_GetTextRenderMode", _INT, _POINTER)
font = _plain("FPDFTextObj_GetFont", _POINTER, _POINTER)
font_name = _plain("FPDFFont_GetBaseFontName", ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t)
font_weight = _plain("FPDFFont_GetWeight", _INT, _POINTER)
count_objects = _plain("FPDFPage_CountObjects", _INT, _POINTER)
page_object = _plain("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
count_form_objects = _plain("FPDFFormObj_CountObjects", _INT, _POINTER)
form_object = _plain("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
object_type = _plain("FPDFPageObj_GetType", _INT, _POINTER)
object_matrix = _plain("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
fill_color = _plain("FPDFPageObj_GetFillColor", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
draw_mode = _plain("FPDFPath_GetDrawMode", _INT, _POINTER, _POINTER, _POINTER)
count_segments = _plain("FPDFPath_CountSegments", _INT, _POINTER)
path_segment = _plain("FPDFPath_GetPathSegment", _POINTER, _POINTER, _INT)
segment_point = _plain("FPDFPathSegment_GetPoint", _INT, _POINTER, _POINTER, _POINTER)
segment_type = _plain("FPDFPathSegment_GetType", _INT, _POINTER)
segment_closes = _plain("FPDFPathSegment_GetClose", _INT, _POINTER)
