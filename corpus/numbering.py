"""A line in, how it is numbered as a heading out: 第1章, Ⅰ, 1, 1-1, (1), ①, ア, (ア), a, 【指摘事項1】, ■, #.

The order of the styles, outermost first, is that of official documents (公用文作成の要領, 文化審議会 2022, I-4): 第1, 1, (1), ア, (ア);
a document that nests them otherwise is followed (see `corpus.outline`).
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_D = r"(?:[1-9１-９][0-9０-９]{0,2})"
_DD = r"(?:[1-9１-９][0-9０-９]?)"
_K = r"(?:[一二三四五六七八九十百]{1,4})"
_GAP = r"(?=[\s　:：（(【「]|$)"
_UNITS = "億万千百円％%人件回年月日時分秒歳倍個台名号条項割点位か箇ヶ㎡㎞"
_BODY = rf"(?=\s*[^\s\d.,，、。)）%％\-−－〜~～／/×:：{_UNITS}]|\s*(?:年度|人口|人事|人権|人件|人材|時間外|回答|日程|日常|月例|個別|個人|名称|点検|位置|分析|分担|条例|件数|条件|百年|千葉|万博|円滑|台帳|号外|項目|割合|年金|年次|月次))"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_FINDING = r"(?P<kind>指摘事項|指摘|監査の結果|結果|意見|要望)"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number that a line begins with: its style, how deep that style stands by default, its value.

    `value` is None for marks that do not count (■, 【…】). A `firm` one makes a heading wherever it stands; the others
    must count on from one another. `end` is where the heading's words begin in the line.
    """

    style: str
    depth: int
    value: int | None
    firm: bool
    end: int


def _digits(text: str) -> int:
    return int(unicodedata.normalize("NFKC", text))


def kanji_number(text: str) -> int:
    """The value of a number in kanji up to 999 (二十三), or of figures."""
    if text[0] not in "一二三四五六七八九十百":
        return _digits(text)
    total = current = 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = "一二三四五六七八九".index(character) + 1
    return total + current


def _last_part(text: str) -> int:
    return _digits(re.split(r"[-－‐.．・]", text.rstrip(".．"))[-1])


_Value = Callable[[str], int]
_PATTERNS: tuple[tuple[str, int, bool, re.Pattern[str], _Value], ...] = (
    *(
        (unit, depth, True, re.compile(rf"第\s?(?P<n>{_D}|{_K})\s?{unit}(?:の{_D})?{_GAP}"), kanji_number)
        for depth, unit in enumerate(("編", "部", "章", "節", "款", "目"), 1)
    ),
    ("章", 3, True, re.compile(rf"第(?P<n>{_D}|{_K})章(?=\S)(?!の|に|で|は|を|と|か|、|」)"), kanji_number),
    ("節", 4, True, re.compile(rf"第(?P<n>{_D}|{_K})節(?=\S)(?!の|に|で|は|を|と|か|、|」)"), kanji_number),
    ("条", 18, True, re.compile(rf"第\s?(?P<n>{_D}|{_K})\s?条(?:の{_D})?(?=[\s　（(]|$)"), kanji_number),
    ("条", 18, False, re.compile(rf"第(?P<n>{_D}|{_K})条(?=\S)"), kanji_number),
    ("予算項", 2, True, re.compile(rf"{_D}\s?款\s?(?P<n>{_D})\s?項{_GAP}"), _digits),
    ("予算款", 1, True, re.compile(rf"[（(]歳[入出][）)]\s?(?P<n>{_D})\s?款{_GAP}"), _digits),
    ("予算款", 1, True, re.compile(rf"(?:[（(]?款[）)]?\s?)(?P<n>{_D})[.．\s]*{_BODY}"), _digits),
    ("予算款", 1, True, re.compile(rf"(?P<n>{_D})\s?款{_GAP}"), _digits),
    ("予算項", 2, True, re.compile(rf"(?:[（(]?項[）)]?\s?)(?P<n>{_D})[.．\s]*{_BODY}"), _digits),
    ("予算項", 2, True, re.compile(rf"(?P<n>{_D})\s?項{_GAP}"), _digits),
    ("第", 10, False, re.compile(rf"第\s?(?P<n>{_D}|{_K})[\s　]+(?=\S)"), kanji_number),
    ("表", 11, True, re.compile(rf"(?:第\s?(?P<n>{_D}|{_K})\s?表{_GAP}(?=.)|第\s?(?P<m>{_D}|{_K})\s?号様式{_GAP})"), kanji_number),
    ("Ⅰ", 10, False, re.compile(rf"(?P<n>[{_ROMAN}])(?:[.．\s　]|(?=[^\sa-zA-Z]))"), lambda t: _ROMAN.index(t) + 1),
    ("1-1-1", 22, False, re.compile(rf"(?P<n>{_D}[-－.．・]{_D}[-－.．・]{_D})[.．]?(?:[\s　]+{_BODY}|{_BODY})"), _last_part),
    ("1-1", 21, False, re.compile(rf"(?P<n>{_D}[-－.．・]{_D})[.．]?(?:[\s　]+{_BODY}|{_BODY})"), _last_part),
    ("1.", 20, False, re.compile(rf"(?P<n>{_DD})[.．、]{_BODY}"), _digits),
    ("1", 20, False, re.compile(rf"(?P<n>{_DD})[\s　]+{_BODY}"), _digits),
    ("(1)", 30, False, re.compile(rf"[(（](?P<n>{_D})[)）]{_BODY}"), _digits),
    ("(1)", 30, False, re.compile(r"(?P<n>[⑴-⑽])"), lambda text: ord(text) - 0x2473),
    ("1)", 35, False, re.compile(rf"(?P<n>{_D})[)）]{_BODY}"), _digits),
    ("①", 52, False, re.compile(rf"(?P<n>[{_CIRCLED}])"), lambda text: _CIRCLED.index(text) + 1),
    ("ア", 50, False, re.compile(rf"(?P<n>[{_KATAKANA}])(?:[.．、\s　]+)(?=\S)"), lambda t: _KATAKANA.index(t) + 1),
    ("(ア)", 60, False, re.compile(rf"[(（](?P<n>[{_KATAKANA}])[)）]"), lambda text: _KATAKANA.index(text) + 1),
    ("a", 70, False, re.compile(r"(?P<n>[a-zａ-ｚ])(?:[.．)）]|[\s　]+(?=[^\sa-zA-Z]))"),
     lambda text: ord(unicodedata.normalize("NFKC", text)) - 96),
    ("(a)", 75, False, re.compile(r"[(（](?P<n>[a-zａ-ｚ])[)）]"), lambda t: ord(unicodedata.normalize("NFKC", t)) - 96),
)  # fmt: skip
FINDING_HEADING = re.compile(
    rf"[【\[［〔〈＜<]\s?{_FINDING}\s?(?:第|No\.?|№)?\s?(?P<n>{_D}(?:[-－‐]{_D})?)?\s?号?\s?[】\]］〕〉＞>]\s?"
)
"""The forms 【指摘事項1】, 【意見 12】, [指摘 1-2], ＜意見３＞ of audit reports."""

_LABEL = r"(?=[^\s：:○●■〇×△－-]{2})(?!第?[\d０-９]+(?:[-－‐.．][\d０-９]+)*[図表])(?!図|表)"
_MARKS = (
    ("【】", 90, re.compile(r"【[^】]{1,30}】(?=\s*$|\s*[（(])")),
    ("■", 85, re.compile(rf"■\s?{_LABEL}")),
    ("◆", 85, re.compile(rf"◆\s?{_LABEL}")),
    ("●", 92, re.compile(rf"●\s?{_LABEL}")),
    ("○", 94, re.compile(rf"○\s?{_LABEL}")),
)
MARKS = tuple(style for style, _, _ in _MARKS)
"""The styles that do not count: what stands after them must show that they head something."""
BUDGET_STYLES = ("予算款", "予算項")
"""款 and 項, which stand over the tables of a budget (地方自治法施行規則 第14条, 第15条)."""
_STATEMENT = re.compile(
    r"(?:歳入歳出.{0,8}事項別明細書|給与費明細書|(?!及び|又は|並びに|若しくは)\S.{0,60}に関する(?:調書|説明書))$"
)
_SUPPLEMENT = re.compile(
    r"附則(?=$|[\s（(])|別表(?:第[0-9０-９一二三四五六七八九十]+)?(?=$|[\s（(])|別記(?:様式)?(?=$|[\s（(第])"
)
_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")


def find_numbering(text: str) -> Numbering | None:
    """How a line is numbered, or None where it begins with no number or mark that headings have."""
    if match := _MARKDOWN.match(text):
        return Numbering("#" * len(match[1]), len(match[1]), None, True, match.end())
    if match := FINDING_HEADING.match(text):
        return Numbering("指摘", 80, _finding_value(match["n"]), True, match.end())
    if _STATEMENT.match(text):
        return Numbering("調書", 1, None, True, 0)
    if match := _SUPPLEMENT.match(text):
        return Numbering("附則", 11, None, True, match.end())
    for style, depth, firm, pattern, value in _PATTERNS:
        if match := pattern.match(text):
            number = next(group for group in match.groups() if group is not None)
            return Numbering(style, depth, value(number), firm, match.end())
    for style, depth, mark in _MARKS:
        if match := mark.match(text):
            return Numbering(style, depth, None, False, match.end())
    return None


def _finding_value(number: str | None) -> int | None:
    return _last_part(number) if number else None
