"""How headings of Japanese official documents are numbered: one style a row, its default depth, its
pattern.

The order, outermost first, is that of 公用文作成の考え方 (文化審議会建議, 2022) I-4: 第1, 1, (1), ア, (ア);
with 編章節款目 of laws (法制執務) over it. A document that nests them otherwise is followed (see
`corpus.structure.outline`).
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

KANJI_DIGITS = "一二三四五六七八九"
NUMBER = r"(?:[1-9１-９][0-9０-９]{0,2})"
_SHORT = r"(?:[1-9１-９][0-9０-９]?)"
KANJI_NUMBER = rf"(?:[{KANJI_DIGITS}十百]{{1,4}})"
_ANY = rf"(?P<n>{NUMBER}|{KANJI_NUMBER})"
_ENDS = r"(?=[\s　:：（(【「]|$)"
_UNITS = "億万千百円％%人件回年月日時分秒歳倍個台名号条項割点位か箇ヶ㎡㎞"
_WORDS_LIKE_UNITS = (
    "年度|年金|年次|人口|人事|人権|人件|人材|時間外|回答|日程|日常|月例|月次|個別|個人|名称|点検|位置|分析|分担|条例|条件"
    "|歳入|歳出|件数|百年|千葉|万博|円滑|台帳|号外|項目|割合"
)
_WORDS = (
    rf"(?=\s*[^\s\d.,，、。)）%％\-−－〜~～／/×:：{_UNITS}]"  # what follows is no figure and no unit
    rf"|\s*(?:{_WORDS_LIKE_UNITS}))"
)
_NOT_A_MENTION = r"(?=\S)(?![のにでははをとか、」])"
_JOINT = r"[-－.．・]"
KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of numbering. A smaller `depth` stands further out; a `firm` one heads wherever it stands."""

    name: str
    depth: int
    firm: bool
    pattern: re.Pattern[str]
    value: Callable[[str], int]


def figure(text: str) -> int:
    """The value of figures, full-width or not."""
    return int(unicodedata.normalize("NFKC", text))


def number(text: str) -> int:
    """The value of a number in kanji up to 999 (二十三), or of figures."""
    if text[0] not in KANJI_DIGITS + "十百":
        return figure(text)
    total = current = 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = KANJI_DIGITS.index(character) + 1
    return total + current


def last_part(text: str) -> int:
    """The value of the last figure of 1-2 or 1.2.3."""
    return figure(re.split(r"[-－‐.．・]", text)[-1])


def letter(text: str) -> int:
    """The place of a Latin letter in the alphabet."""
    return ord(unicodedata.normalize("NFKC", text)) - ord("a") + 1


def _place_in(series: str) -> Callable[[str], int]:
    return lambda text: series.index(text) + 1


def _style(name: str, depth: int, pattern: str, value: Callable[[str], int], firm: bool = False) -> Style:
    return Style(name, depth, firm, re.compile(pattern), value)


STYLES: tuple[Style, ...] = (
    *(
        _style(unit, depth, rf"第\s?{_ANY}\s?{unit}(?:の{NUMBER})?{_ENDS}", number, firm=True)
        for depth, unit in enumerate(("編", "部", "章", "節", "款", "目"), 1)
    ),
    _style("章", 3, rf"第{_ANY}章{_NOT_A_MENTION}", number, firm=True),
    _style("節", 4, rf"第{_ANY}節{_NOT_A_MENTION}", number, firm=True),
    _style("条", 18, rf"第\s?{_ANY}\s?条(?:の{NUMBER})?(?=[\s　（(]|$)", number, firm=True),
    _style("条", 18, rf"第{_ANY}条(?=\S)", number),
    _style("予算項", 2, rf"{NUMBER}\s?款\s?(?P<n>{NUMBER})\s?項{_ENDS}", figure, firm=True),
    _style("予算款", 1, rf"[（(]歳[入出][）)]\s?(?P<n>{NUMBER})\s?款{_ENDS}", figure, firm=True),
    _style("予算款", 1, rf"[（(]?款[）)]?\s?(?P<n>{NUMBER})[.．\s]*{_WORDS}", figure, firm=True),
    _style("予算款", 1, rf"(?P<n>{NUMBER})\s?款{_ENDS}", figure, firm=True),
    _style("予算項", 2, rf"[（(]?項[）)]?\s?(?P<n>{NUMBER})[.．\s]*{_WORDS}", figure, firm=True),
    _style("予算項", 2, rf"(?P<n>{NUMBER})\s?項{_ENDS}", figure, firm=True),
    _style("第", 10, rf"第\s?{_ANY}[\s　]+(?=\S)", number),
    _style("表", 11, rf"第\s?{_ANY}\s?表{_ENDS}(?=.)", number, firm=True),
    _style("様式", 11, rf"第\s?{_ANY}\s?号様式{_ENDS}", number, firm=True),
    _style("様式", 11, rf"(?:別記)?様式\s?第\s?{_ANY}\s?号?{_ENDS}", number, firm=True),
    _style("Ⅰ", 10, rf"(?P<n>[{ROMAN}])(?:[.．\s　]|(?=[^\sa-zA-Z]))", _place_in(ROMAN)),
    _style("1-1-1", 22, rf"(?P<n>{NUMBER}{_JOINT}{NUMBER}{_JOINT}{NUMBER})[.．]?[\s　]*{_WORDS}", last_part),
    _style("1-1", 21, rf"(?P<n>{NUMBER}{_JOINT}{NUMBER})[.．]?[\s　]*{_WORDS}", last_part),
    _style("1.", 20, rf"(?P<n>{_SHORT})[.．、]{_WORDS}", figure),
    _style("1", 20, rf"(?P<n>{_SHORT})[\s　]+{_WORDS}", figure),
    _style("(1)", 30, rf"[(（](?P<n>{NUMBER})[)）]{_WORDS}", figure),
    _style("(1)", 30, r"(?P<n>[⑴-⒇])", lambda text: ord(text) - ord("⑴") + 1),
    _style("1)", 35, rf"(?P<n>{NUMBER})[)）]{_WORDS}", figure),
    _style("①", 52, rf"(?P<n>[{CIRCLED}])", _place_in(CIRCLED)),
    _style("ア", 50, rf"(?P<n>[{KATAKANA}])[.．、\s　]+(?=\S)", _place_in(KATAKANA)),
    _style("(ア)", 60, rf"[(（](?P<n>[{KATAKANA}])[)）]", _place_in(KATAKANA)),
    _style("a", 70, r"(?P<n>[a-zａ-ｚ])(?:[.．)）]|[\s　]+(?=[^\sa-zA-Z]))", letter),
    _style("(a)", 75, r"[(（](?P<n>[a-zａ-ｚ])[)）]", letter),
)
"""The styles that count; of two that match a line the first is taken."""

BUDGET_STYLES = ("予算款", "予算項")
"""款 and 項, which stand over the tables of a budget (地方自治法施行規則 第14条, 第15条)."""
