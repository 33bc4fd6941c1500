"""Lines in; those that are the title of a law (条例, 規則, 要綱), out."""

import re
from collections.abc import Sequence

from corpus.structure.lines import Line
from corpus.structure.numbering import find_numbering

_KINDS = r"(?:条例|規則|要綱|要領|規程|規約|法律|政令|省令|訓令|会則)"
_TITLE = re.compile(
    rf"^[^。、：:「」\t]{{2,80}}{_KINDS}(?:の(?:一部|全部)を改正する{_KINDS}|を廃止する{_KINDS})?(?:[（(]案[）)]|案)?$"
)
_BEGINS = re.compile(
    r"^第\s?[1１一]\s?[条章](?=[\s　（(]|$)|^[（(](?:趣旨|目的|設置|総則|定義)[^）)]{0,12}[）)]$"
    r"|次のように(?:改正|定め|制定|改め)|の(?:一部|全部)を改正する"
)
_AHEAD = 7
_FULL = 0.85
_NEARLY_FULL = 0.95


def law_titles(lines: Sequence[Line], full_widths: Sequence[int]) -> set[int]:
    """The lines (by index) that entitle a law: what follows is its first article, or says what it amends.

    A line that goes on with a sentence of the line above is none.
    """
    return {
        index
        for index, line in enumerate(lines)
        if line.text.endswith(("例", "則", "綱", "領", "程", "約", "律", "令", "案", "案）", "案)"))
        and _TITLE.match(line.text)
        and find_numbering(line.text) is None
        and _stands_alone(lines, index, full_widths[index])
        and _law_begins(lines, index)
    }


def _stands_alone(lines: Sequence[Line], index: int, full_width: int) -> bool:
    line = lines[index]
    if full_width and line.width + line.indent >= _NEARLY_FULL * full_width:
        return False
    above = lines[index - 1] if index else None
    if above is None or above.blank or above.page != line.page or above.text.endswith("。"):
        return True
    return not full_width or above.width + above.indent < _FULL * full_width


def _law_begins(lines: Sequence[Line], index: int) -> bool:
    seen = 0
    for line in lines[index + 1 : index + 3 * _AHEAD]:
        if line.blank:
            continue
        if _BEGINS.search(line.text):
            return True
        seen += 1
        if seen == _AHEAD or "\t" in line.text:
            return False
    return False
