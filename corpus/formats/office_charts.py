"""A chart or a diagram (SmartArt) of an office file in; its values as a table, its words as lines, out."""

import math
from collections.abc import Iterator

from corpus.formats.office_package import Element
from corpus.formats.office_text import OfficeCell, joined_lines, plain
from corpus.formats.workbook.numbers import NumberFormat, parse_number_format, show_number

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_MOST_POINTS = 5_000
_MOST_SERIES = 100


def chart_title(chart: Element) -> str:
    """The title written over a chart, empty where there is none."""
    title = chart.find(f"{_C}chart/{_C}title")
    return joined_lines(plain(text.text or "") for text in title.iter(f"{_A}t")) if title is not None else ""


def chart_cells(chart: Element) -> tuple[OfficeCell, ...]:
    """A chart's values as it keeps them: a column for each series under its name, a row for each category.

    Empty where it keeps none.
    """
    series = list(chart.iter(f"{_C}ser"))[:_MOST_SERIES]
    names = [_name(one) for one in series]
    columns = [_points(one, ("val", "yVal")) for one in series]
    categories: dict[int, str] = {}
    for one in series:
        categories = categories or _points(one, ("cat", "xVal"))
    rows = sorted({index for column in columns for index in column})
    if not rows:
        return ()
    found = [OfficeCell(0, 0, 1, 1, "")]
    found += [OfficeCell(0, number, 1, 1, name) for number, name in enumerate(names, 1)]
    for row, index in enumerate(rows, 1):
        found.append(OfficeCell(row, 0, 1, 1, categories.get(index, "")))
        found += [OfficeCell(row, at, 1, 1, column.get(index, "")) for at, column in enumerate(columns, 1)]
    return tuple(found)


def diagram_lines(data: Element) -> Iterator[str]:
    """The words of a diagram's data part, a line for each of its points."""
    for point in data.iter(f"{_DGM}pt"):
        line = joined_lines(plain(text.text or "") for text in point.iter(f"{_A}t"))
        if line and point.get("type") not in ("pres", "parTrans", "sibTrans"):
            yield line


def _name(series: Element) -> str:
    name = series.find(f"{_C}tx")
    return joined_lines(plain(value.text or "") for value in name.iter(f"{_C}v")) if name is not None else ""


def _points(series: Element, kinds: tuple[str, str]) -> dict[int, str]:
    """The values of a series as its number format shows them, or its categories, by their index; of nested
    categories the innermost."""
    for kind in kinds:
        values = series.find(_C + kind)
        if values is None:
            continue
        level = values.find(f".//{_C}lvl")
        code = values.find(f".//{_C}formatCode")
        shown = parse_number_format(code.text or "") if code is not None else None
        found: dict[int, str] = {}
        for point in (level if level is not None else values).iter(f"{_C}pt"):
            value = point.find(f"{_C}v")
            index = point.get("idx", "")
            if value is not None and value.text and index.isascii() and index.isdigit() and len(index) < 7:
                found[int(index)] = _shown(value.text, shown)
            if len(found) == _MOST_POINTS:
                break
        return found
    return {}


def _shown(text: str, number_format: NumberFormat | None) -> str:
    try:
        number = float(text) if number_format is not None else math.nan
    except ValueError:
        number = math.nan
    if number_format is None or not math.isfinite(number):
        return joined_lines([plain(text)])
    return show_number(number, number_format)
