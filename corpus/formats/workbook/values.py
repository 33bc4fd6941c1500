"""A value of a spreadsheet's cell in, its text as one line out."""

import datetime
import math
import re
from decimal import Decimal

from corpus.formats.office_text import is_wide
from corpus.formats.workbook.dates import DateFormat, moment_of, show_date
from corpus.formats.workbook.numbers import NumberFormat, show_number
from corpus.normalising import NOISE

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_LINE_END = re.compile(r"[ \t\u3000]*(?:_x000[dD]_)?(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])[\s\u3000]*")
_DURATION = re.compile(r"PT(\d{1,9})H(\d{2})M(\d{2})(?:\.\d+)?S")
_DIGITS_KEPT = 15  # what a spreadsheet keeps of a number (IEEE 754 double, ECMA-376 part 1, 18.17.5.2)


Shown = NumberFormat | DateFormat
"""How a cell's value is shown."""


def cell_text(value: Value, shown: Shown | None, from_1904: bool = False) -> str:
    """A cell's text on one line, without tabs: a number or a date as its format shows it, else a date as
    2024-04-01. `from_1904`: the workbook counts its days from there."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(shown, DateFormat) and (moment := _moment(value, from_1904)) is not None:
        return show_date(moment, shown)
    shown = None if isinstance(shown, DateFormat) else shown
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, shown)
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat()
        return value.isoformat(" ", "minutes" if not value.second else "seconds")
    if isinstance(value, datetime.timedelta):
        return _duration(round(value.total_seconds()))
    if isinstance(value, datetime.time):
        return value.isoformat("minutes" if not value.second else "seconds")
    return value.isoformat()


def _moment(value: Value, from_1904: bool) -> datetime.datetime | None:
    """The point in time that a value is or is kept as; None for one that is none."""
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime.combine(value, datetime.time())
    if isinstance(value, datetime.time):
        return datetime.datetime.combine(datetime.date(1900, 1, 1), value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        return None
    return moment_of(value, from_1904)


def _number(value: int | float, shown: NumberFormat | None) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if shown is not None:
        return show_number(value, shown)
    if isinstance(value, int):
        return str(value)
    text = f"{Decimal(f'{value:.{_DIGITS_KEPT}g}'):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _duration(seconds: int) -> str:
    minutes, second = divmod(abs(seconds), 60)
    hours, minute = divmod(minutes, 60)
    tail = f":{second:02}" if second else ""
    return f"{'-' if seconds < 0 else ''}{hours}:{minute:02}{tail}"


def one_line(text: str) -> str:
    """A text in one line without tabs, its lines joined: Japanese directly, other words with a space."""
    if text.isprintable() and "_x" not in text and not text.startswith("PT"):
        return text.strip()
    if match := _DURATION.fullmatch(text):
        return _duration(int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3]))
    lines = [NOISE.sub("", line).replace("\t", " ").strip() for line in _LINE_END.split(text)]
    joined = ""
    for line in filter(None, lines):
        joined += " " + line if joined and not (is_wide(joined[-1]) or is_wide(line[0])) else line
    return joined
