"""A line in, how it is numbered as a heading out: 第1章, Ⅰ, 1, 1-1, (1), ①, ア, (ア), a, 【指摘事項1】, ■,
#."""

import re
from dataclasses import dataclass

from corpus.structure.numbering_styles import KANJI_NUMBER, NUMBER, STYLES, last_part

FINDING_HEADING = re.compile(
    r"[【\[［〔〈＜<]\s?(?P<kind>指摘事項|指摘|監査の結果|結果|意見|要望)\s?(?:第|No\.?|№)?\s?"
    rf"(?P<n>{NUMBER}(?:[-－‐]{NUMBER})?)?\s?号?\s?[】\]］〕〉＞>]\s?"
)
"""The forms 【指摘事項1】, 【意見 12】, [指摘 1-2], ＜意見３＞ of audit reports."""

_LABEL = (
    r"(?=[^\s：:○●■〇×△－-]{2})"
    r"(?!第?[\d０-９]+(?:[-－‐.．][\d０-９]+)*[図表])(?!図|表)"  # captions of figures and tables head nothing
)
_MARKS = (
    ("【】", 90, re.compile(r"【[^】]{1,30}】(?=\s*$|\s*[（(])")),
    ("■", 85, re.compile(rf"■\s?{_LABEL}")),
    ("◆", 85, re.compile(rf"◆\s?{_LABEL}")),
    ("●", 92, re.compile(rf"●\s?{_LABEL}")),
    ("○", 94, re.compile(rf"○\s?{_LABEL}")),
)
MARKS = tuple(style for style, _, _ in _MARKS)
"""The styles that do not count: what stands after them must show that they head something."""
_BILL = re.compile(
    rf"(?:(?:議員|市長|町長|村長|知事|委員会)提出)?(?:議案|報告|認定|諮問|承認|同意|発議|請願|陳情|意見書案|決議案)"
    rf"第\s?(?:{NUMBER}|{KANJI_NUMBER})\s?号(?=[\s（(]|$)"
)
_AGENDA = re.compile(rf"[△◎○]?\s?(?:追加)?日程第\s?(?:{NUMBER}|{KANJI_NUMBER})(?=[\s、（(]|$)")
_SPEAKER = re.compile(
    r"[○◎◆●△▽◇□〇]\s?(?:[^\s（(、。]{0,20}(?:長|員|君|局|番|臣|監|事|者|官|役)[（(][^（）()]{1,24}[）)](?:君|議員|委員)?"
    r"|[^\s（(、。]{1,12}(?:委員|議員|議長|会長|君|部長|課長|市長|町長|村長|知事|局長|教育長))(?:[\s　]+|$)"
)
_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_STATEMENT = re.compile(
    r"(?:歳入歳出.{0,8}事項別明細書|給与費明細書|(?!及び|又は|並びに|若しくは)\S.{0,60}に関する(?:調書|説明書))$"
)
STATEMENT_GOES_ON = re.compile(r"(?:及び|又は|並びに|若しくは)\S.{0,60}に関する(?:調書|説明書)$")
"""The second line of a statement's title (債務負担行為で…支出額 / 又は支出額の…に関する調書)."""
STATEMENT = "調書"
SIDE = "歳入歳出"
"""The two sides of a budget, 歳入 and 歳出, each with its 款."""
_SIDE = re.compile(r"(?:[0-9０-９]{1,2}[.．]?\s*)?[（(]?(?P<side>歳\s?[入出])(?:の部)?[）)]?$")
_COLUMN = re.compile(r"(?:コラム|トピックス?|ＣＯＬＵＭＮ|COLUMN|Column)\s?(?=[\d０-９]|$)")
_SUPPLEMENT = re.compile(
    r"附則(?=$|[\s（(])|別表(?:第[0-9０-９一二三四五六七八九十]+)?(?=$|[\s（(])|別記(?:様式)?(?=$|[\s（(第])"
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number that a line begins with: its style, how deep that style stands by default, its value.

    `value` is None for marks that do not count (■, 【…】). A `firm` one makes a heading wherever it stands;
    the others must count on from one another. `end` is where the heading's words begin in the line.
    """

    style: str
    depth: int
    value: int | None
    firm: bool
    end: int


def find_numbering(text: str) -> Numbering | None:
    """How a line is numbered, or None where it begins with no number or mark that headings have."""
    if match := _MARKDOWN.match(text):
        return Numbering("#" * len(match[1]), len(match[1]), None, True, match.end())
    if match := FINDING_HEADING.match(text):
        value = last_part(match["n"]) if match["n"] else None
        return Numbering("指摘", 80, value, True, match.end())
    if _STATEMENT.match(text) and not text[0].isdigit():
        return Numbering(STATEMENT, 1, None, True, 0)
    if match := _SIDE.match(text):
        return Numbering(SIDE, 30, None, False, match.start("side"))
    if match := _SUPPLEMENT.match(text):
        return Numbering("附則", 11, None, True, match.end())
    if match := _COLUMN.match(text):
        return Numbering("コラム", 95, None, False, match.end())
    if match := _BILL.match(text):
        return Numbering("議案", 0, None, False, match.end())
    if match := _AGENDA.match(text):
        return Numbering("日程", 8, None, False, match.end())
    if (counted := find_count(text)) is not None:
        return counted
    if match := _SPEAKER.match(text):
        return Numbering("発言", 96, None, True, match.end())
    for name, depth, mark in _MARKS:
        if match := mark.match(text):
            return Numbering(name, depth, None, False, match.end())
    return None


def find_count(text: str) -> Numbering | None:
    """How a line is numbered by a style that counts, or None."""
    for style in STYLES:
        if match := style.pattern.match(text):
            return Numbering(style.name, style.depth, style.value(match["n"]), style.firm, match.end())
    return None
