"""A spreadsheet's date format and a point in time in, the text that a reader of the sheet sees out.

The formats are those of ECMA-376 part 1, 18.8.31, with the Japanese ones of 18.8.30 that are known by number.
"""

import datetime
import re
from dataclasses import dataclass

from corpus.eras import ERAS

_TOKEN = re.compile(
    r'"(?P<words>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<half>AM/PM|A/P)'
    r"|(?P<code>g{1,3}|e{1,2}|y{1,4}|m{1,5}|d{1,4}|a{3,4}|h{1,2}|s{1,2})|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_NO_DATE = re.compile(r"[#?@0-9A-Za-z]")
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_LONGEST = 200
_LONG_DATE = 'yyyy"年"m"月"d"日"'
_ERA_DATE = 'ggge"年"m"月"d"日"'
DATE_FORMATS = {
    "14": "yyyy/m/d",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "yyyy/m/d h:mm",
    **dict.fromkeys(("27", "36", "50", "57"), "ge.m.d"),
    **dict.fromkeys(("28", "29", "51", "54", "58"), _ERA_DATE),
    "30": "m/d/yy",
    "31": _LONG_DATE,
    "32": 'h"時"mm"分"',
    "33": 'h"時"mm"分"ss"秒"',
    **dict.fromkeys(("34", "52", "55"), 'yyyy"年"m"月"'),
    **dict.fromkeys(("35", "53", "56"), 'm"月"d"日"'),
    "45": "mm:ss",
}
"""The date formats that are known by number alone, in Japanese Excel."""
_WEEKDAYS = "月火水木金土日"
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class DateFormat:
    """How points in time are shown: codes (`yyyy`, `ggg`, `n` for minutes, ...) and words, in order."""

    parts: tuple[tuple[str, bool], ...]
    first_year_named: bool
    """Whether the first year of an era is 元年."""


def parse_date_format(code: str) -> DateFormat | None:
    """The format; None for one of numbers, of elapsed time, or that is not understood."""
    if len(code) > _LONGEST:
        return None
    if "[$-F800]" in code.upper():
        code = _LONG_DATE
    parts: list[tuple[str, bool]] = []
    for match in _TOKEN.finditer(code):
        if match["code"]:
            parts.append((match["code"].lower(), True))
        elif match["half"]:
            parts.append(("half", True))
        elif (words := match["words"] or match["escaped"] or match["other"]) == ";":
            break
        elif _NO_DATE.match(match["other"] or "") or _ELAPSED.fullmatch(match["bracket"] or ""):
            return None
        elif words:
            parts.append((words, False))
    if not any(is_code for _, is_code in parts):
        return None
    return DateFormat(tuple(_with_minutes(parts)), "gannen" in code.lower())


def show_date(moment: datetime.datetime, shown: DateFormat) -> str:
    """A point in time as its format shows it: 2024-04-01 under ggge"年"m"月"d"日" is 令和6年4月1日."""
    half = ("half", True) in shown.parts
    named = shown.first_year_named
    return "".join(
        _piece(part, moment, half, named) if is_code else part for part, is_code in shown.parts
    ).strip()


def moment_of(serial: float, from_1904: bool) -> datetime.datetime | None:
    """The point in time that a sheet keeps as a number of days (ECMA-376 part 1, 18.17.4.1)."""
    begin = datetime.datetime(1904, 1, 1) if from_1904 else datetime.datetime(1899, 12, 30)
    try:
        moment = begin + datetime.timedelta(days=serial)
    except (OverflowError, ValueError):
        return None
    return moment + datetime.timedelta(microseconds=500) if moment.microsecond else moment


def _with_minutes(parts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The parts with m as n where it stands for minutes: after hours, or before seconds."""
    codes = [(at, part) for at, (part, is_code) in enumerate(parts) if is_code and part != "half"]
    found = list(parts)
    for place, (at, part) in enumerate(codes):
        before = codes[place - 1][1] if place else ""
        after = codes[place + 1][1] if place + 1 < len(codes) else ""
        if part in ("m", "mm") and (before[:1] == "h" or after[:1] == "s"):
            found[at] = ("n" * len(part), True)
    return found


def _piece(code: str, moment: datetime.datetime, half: bool, first_year_named: bool) -> str:
    if code[0] in "ge":
        return _of_era(code, moment.date(), first_year_named)
    hour = moment.hour % 12 or 12 if half else moment.hour
    match code[0], len(code):
        case "y", length:
            return f"{moment.year % 100:02}" if length < 3 else str(moment.year)
        case "m", 1 | 2:
            return _padded(moment.month, code)
        case "m", length:
            name = _ENGLISH_MONTHS[moment.month - 1]
            return name[:3] if length == 3 else name[0] if length == 5 else name
        case "d", 1 | 2:
            return _padded(moment.day, code)
        case "d", length:
            return _ENGLISH_DAYS[moment.weekday()][: 3 if length == 3 else None]
        case "a", length:
            return _WEEKDAYS[moment.weekday()] + ("曜日" if length == 4 else "")
        case "n", _:
            return _padded(moment.minute, code)
        case "s", _:
            return _padded(moment.second, code)
    if code == "half":
        return "AM" if moment.hour < 12 else "PM"
    return _padded(hour, code)


def _of_era(code: str, day: datetime.date, first_year_named: bool) -> str:
    era = next((era for era in reversed(ERAS) if day >= era.first_day), ERAS[0])
    if code[0] == "g":
        return {"g": era.letter, "gg": era.name[0]}.get(code, era.name)
    year = day.year - era.first_day.year + 1
    return "元" if year == 1 and first_year_named else _padded(year, code)


def _padded(number: int, code: str) -> str:
    return f"{number:02}" if len(code) == 2 else str(number)
