"""Where a packed passage stands, in the words of a Japanese working paper."""

from collections.abc import Sequence

from index.types import Hit
from tenkyo.fiscal_years import era_year
from tenkyo.packs.types import PackedPassage, PagePicture
from tenkyo.page_ranges import join_ranges

SIDES = {"left": "（左）", "right": "（右）"}
NO_PAGES = "頁のない形式"
NO_PRINTED = "なし"
SIDE = "前後"
"""The remark that tells on which side of a comparison a place stands."""
MOST_NAMED = 6
"""The most passages that a picture's line names one by one."""


def year_words(year: int | None) -> str:
    """令和5年度 for 2023, 不明 where no year is known."""
    return "不明" if year is None else era_year(year)


def file_pages(passage: PackedPassage) -> str:
    """12・14〜15: the pages of the file."""
    return ranges([str(page) for page in passage.pages]) or NO_PAGES


def printed_pages(passage: PackedPassage) -> str:
    """8〜9, the numbers printed on the pages, and on which one of two facing pages."""
    labels = ranges([label for label in passage.page_labels if label])
    return f"{labels}{SIDES[passage.side] if passage.side else ''}" if labels else NO_PRINTED


def page_words(passage: PackedPassage) -> str:
    """PDF頁 12（印刷頁 8）: both page numbers of a passage in few words."""
    return _both(passage.path, passage.pages, passage.page_labels, passage.side)


def hit_pages(hit: Hit) -> str:
    """The same of a hit."""
    pages = hit.passage.page_numbers if hit.document.page_count else ()
    return _both(hit.document.path, pages, hit.passage.page_labels, hit.passage.side)


def _both(path: str, pages: Sequence[int], labels: Sequence[str], side: str | None) -> str:
    numbers, printed = ranges([str(page) for page in pages]), ranges([label for label in labels if label])
    on_paper = f"（印刷頁 {printed}{SIDES[side] if side else ''}）" if printed else ""
    return f"{_word(path)} {numbers}{on_paper}" if numbers else f"{NO_PAGES}{on_paper}"


def file_word(passage: PackedPassage) -> str:
    """PDF頁, or ファイル頁 for other formats: how the pages of the file are called."""
    return _word(passage.path)


def _word(path: str) -> str:
    return "PDF頁" if path.lower().endswith(".pdf") else "ファイル頁"


def citation(passage: PackedPassage) -> str:
    """架空県『監査報告書』（令和5年度、印刷頁 8、PDF頁 12）: a passage's place in one line."""
    known = [
        year_words(passage.fiscal_year) if passage.fiscal_year is not None else "",
        f"印刷頁 {printed_pages(passage)}" if any(passage.page_labels) else "",
        f"{file_word(passage)} {file_pages(passage)}" if passage.pages else "",
    ]
    places = "、".join(place for place in known if place)
    return f"{passage.issuer or ''}『{passage.title}』{f'（{places}）' if places else ''}"


def reading_words(passage: PackedPassage) -> str:
    """How the passage was read: from the file's own text, or by OCR, and how surely."""
    if passage.confidence is None:
        return "文書の文字情報"
    return f"OCR（確からしさ {passage.confidence:.2f}）画像と照合のこと"


def caption(picture: PagePicture, passage: PackedPassage) -> str:
    """What a page's picture shows: which passages, of what document, which page of the file."""
    few = len(picture.passages) <= MOST_NAMED
    numbers = "".join(f"［{number}］" for number in picture.passages) if few else ""
    return f"{numbers}{passage.issuer or ''}『{passage.title}』　{picture.page}頁目の画像（枠内が該当箇所）"


def ranges(labels: Sequence[str]) -> str:
    """3〜5・8 for 3, 4, 5, 8."""
    return join_ranges(labels, "・", "{first}〜{last}")
