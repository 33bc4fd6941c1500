"""The words for where something stands: documents, years, pages, citations."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words for where something stands: documents, years, pages, citations."""

    title: str
    file: str
    kind: str
    issuer: str
    fiscal_year: str
    unknown_year: str
    year: str
    pages: str
    other_pages: str
    printed_pages: str
    no_printed_page: str
    no_pages: str
    page_range: str
    page_list: str
    of_pages: str
    by_ocr: str
    sides: Mapping[str, str]
    cite_quote: str
    cite_title: str


JAPANESE = PlaceWords(
    title="文書名",
    file="ファイル",
    kind="種別",
    issuer="発行者",
    fiscal_year="年度",
    unknown_year="年度不明",
    year="{era}（{year}）",
    pages="PDF {pages}頁",
    other_pages="ファイル {pages}頁",
    printed_pages="印刷 {pages}頁",
    no_printed_page="印刷頁なし",
    no_pages="頁のない形式",
    page_range="{first}〜{last}",
    page_list="・",
    of_pages="全{count}頁",
    by_ocr="OCRで読んだ箇所（確からしさ {confidence:.2f}）",
    sides={
        "left": "（左）",
        "right": "（右）",
    },
    cite_quote="「{quote}」",
    cite_title="『{title}』",
)


ENGLISH = PlaceWords(
    title="Title",
    file="File",
    kind="Kind",
    issuer="Issuer",
    fiscal_year="Fiscal year",
    unknown_year="year unknown",
    year="FY{year} ({era})",
    pages="PDF p. {pages}",
    other_pages="File p. {pages}",
    printed_pages="printed p. {pages}",
    no_printed_page="no printed page",
    no_pages="a format without pages",
    page_range="{first}–{last}",
    page_list=", ",
    of_pages="{count} pages in all",
    by_ocr="Read by OCR (confidence {confidence:.2f})",
    sides={
        "left": " (left)",
        "right": " (right)",
    },
    cite_quote="“{quote}”",
    cite_title=" “{title}”",
)
