"""Lines in; which of them are rows of a table, and which of those its column heads, out."""

import re
import unicodedata

from corpus.normalising import squeeze

_AMOUNT = re.compile(
    r"[△▲\-−－+＋±(（]?(?:[\d０-９]+(?:[,，.．][\d０-９]+)*)(?:[％%]|千円|百万円|億円|万円|円|人|件|台|名|時間|回|箇所|か所|㎡|ｋ㎡|%)?[)）]?|[〃－―\-–]"
)
_SPACED_DATE = re.compile(
    r"(?<=[^\s\d])\s+(?=\d+\s*(?:年|月|日|条|項|号|か|ヶ|つ|の))|(?<=\d)\s+(?=[年月日条項号度億万千百円人件台名%％のを]|か月|ヶ月)"
)
_AFTER_COMMA = re.compile(r"(?<=[、，。]) +")
_LATIN_WORD = re.compile(r"(?<=[\u3041-\u9fff]) (?=[A-Za-z])|(?<=[A-Za-z]) (?=[\u3041-\u9fff])")
_LATIN_GAP = re.compile(r"(?<=[A-Za-z,.:;'’)]) (?=[A-Za-z(&])")
_HEAD_CELL = re.compile(
    r"(?:款|項|目|節|款別|区分|項目|科目|費目|説明|備考|摘要|内容|内訳|内容及び数量|金額|比較|増減.*|差引.*|合計|計|小計"
    r"|[本前当翌]年度.*|.*年度(?:予算額|決算額|\(.*\))?|(?:平成|令和)?\d{1,2}年度?|[HR]\d{1,2}|.*[予決]算額?|補正前の額|補正額|補正後"
    r"|財源内訳|.*の財源内訳|特定財源|一般財源|国県支出金|国庫支出金|県支出金|地方債|その他|番号|No\.?|№|件名|名称|氏名|資格|役職|職名"
    r"|事業名|事業費|事項|期間|限度額|単位.*|指標.*|.*指標|目標.*|実績.*|達成[率度]|評価|理由|頁|ページ|Page|掲載頁|所管課?|担当.*|年月日|数量|単価|割合|構成比"
    r"|変更前|変更後|起債の目的|起債の方法|利率|償還の方法|位置|率|人数|略号|元号|凡例|質問|回答|.*状況|.*内容|主な.*)"
)
_UNIT = re.compile(r"[(（]?単位[:：\s]?[^)）]*[)）]?")


def split_cells(text: str) -> list[str]:
    """The cells of one line: parted by tabs, pipes or spaces; dates and Latin words spaced out stay one."""
    stripped = text.strip()
    if stripped.startswith("|") and stripped.count("|") >= 2:
        return [cell.strip() for cell in stripped.strip("|").split("|")]
    if "\t" in stripped:
        return [cell.strip() for cell in stripped.split("\t")]
    closed = _LATIN_GAP.sub(
        "\u00a0", _LATIN_WORD.sub("", _SPACED_DATE.sub("", _AFTER_COMMA.sub("", stripped)))
    )
    return [cell for cell in re.split(r"[ \u3000]+", closed) if cell]


def is_amount(cell: str) -> bool:
    """Whether a cell holds a figure, with its sign and unit, or stands for one (〃, －)."""
    return bool(_AMOUNT.fullmatch(unicodedata.normalize("NFKC", cell)))


def is_row(text: str) -> bool:
    """Whether a line reads as a row of a table rather than as prose."""
    if "\t" in text.strip() or (text.startswith("|") and text.count("|") >= 2):
        return True
    if "。" in text or not text:
        return False
    cells = split_cells(text)
    if all(is_amount(cell) for cell in cells):
        return True
    if len(cells) >= 2 and any(map(is_amount, cells[1:])):
        return True
    return len(cells) >= 3 and (sum(map(len, cells)) <= 12 * len(cells) or max(map(len, cells[:2])) <= 10)


def has_amounts(text: str) -> bool:
    """Whether a line holds a cell with a figure."""
    return any(is_amount(cell) and any(map(str.isdigit, cell)) for cell in split_cells(text))


def is_head_cell(text: str) -> bool:
    """Whether a cell holds words that head a column (本年度, 比較, 単位：千円)."""
    cell = squeeze(text)
    return bool(_HEAD_CELL.fullmatch(cell) or _UNIT.fullmatch(cell))


def is_head_row(text: str) -> bool:
    """Whether a line is made of column heads (目, 本年度, 比較, 単位：千円) and holds no figures."""
    if "。" in text or not text:
        return False
    cells = [cell for cell in split_cells(text) if cell]
    if not cells or any(is_amount(cell) for cell in cells):
        return False
    if set(text) <= set("|-: "):
        return True
    heads = sum(map(is_head_cell, cells))
    return heads * 2 >= len(cells) and (len(cells) >= 2 or heads == 1)
