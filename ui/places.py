"""Where a passage stands, in the words of those who cite it: fiscal years, pages, a citation."""

import unicodedata
from collections.abc import Sequence

from corpus.types import Document, Page, Passage
from index.types import PageCounts
from tenkyo.fiscal_years import era_year
from tenkyo.page_ranges import join_ranges
from ui.words import words


def fiscal_year(year: int | None) -> str:
    """令和5年度（2023）for 2023 (in the words of the language), and words for a year that is not known."""
    if year is None:
        return words().places.unknown_year
    return words().places.year.format(era=era_year(year), year=year)


def file_pages(document: Document, numbers: Sequence[int]) -> str:
    """PDF 12頁: the pages of the file, or the words for a format that has none."""
    if not document.page_count or not numbers:
        return words().places.no_pages
    form = words().places.pages if document.path.lower().endswith(".pdf") else words().places.other_pages
    return form.format(pages=page_ranges([str(number) for number in numbers]))


def printed_pages(labels: Sequence[str]) -> str:
    """印刷 8頁: the numbers printed on the pages, or the words for none."""
    labels = [label for label in labels if label]
    return (
        words().places.printed_pages.format(pages=page_ranges(labels))
        if labels
        else words().places.no_printed_page
    )


def page_place(document: Document, number: int | None, label: str | None) -> str:
    """PDF 12頁 ／ 印刷 8頁, both numbers of one page apart; None for one that is not known."""
    return f"{file_pages(document, [] if number is None else [number])} ／ {printed_pages([label or ''])}"


def passage_pages(document: Document, passage: Passage) -> str:
    """PDF 12頁 ／ 印刷 8頁, both page numbers of a passage apart; of facing pages also which: （左）."""
    side = words().places.sides[passage.side] if passage.side else ""
    return f"{file_pages(document, passage.page_numbers)} ／ {printed_pages(passage.page_labels)}{side}"


def ocr_words(pages: Sequence[Page]) -> str:
    """That a passage on these pages was read by OCR, with the least confidence; empty where none was."""
    confidences = [page.confidence or 0.0 for page in pages if page.read_by == "ocr"]
    return words().places.by_ocr.format(confidence=min(confidences)) if confidences else ""


def reading_words(counts: PageCounts) -> str:
    """本文 40・OCR 2（確からしさ 0.93）: how many pages of a document were read in which way."""
    ways = (
        (counts.text, words().library.read_text),
        (counts.ocr, words().library.read_ocr),
        (counts.blank, words().library.read_blank),
        (counts.waiting, words().library.read_waiting),
        (counts.unread, words().library.read_none),
    )
    confidence = counts.confidence or 0.0
    return words().places.page_list.join(
        words.format(count=count, confidence=confidence) for count, words in ways if count
    )


def quoted_page(passage: Passage, pages: Sequence[Page], quote: str) -> int | None:
    """The first page of the passage that holds the quote whole, else its first page; None without pages.

    Compared after NFKC and with white space removed, for a passage's lines are joined and a page's are not.
    """
    wanted = _squeezed(quote)
    held = [page for page in pages if page.number in passage.page_numbers]
    holding = [page.number for page in held if wanted in _squeezed(page.text)]
    return next(iter([*holding, *(page.number for page in held)]), None)


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def page_ranges(labels: Sequence[str]) -> str:
    """3〜5・8 for 3, 4, 5, 8, in the signs of the language."""
    return join_ranges(labels, words().places.page_list, words().places.page_range)


def citation_text(document: Document, passage: Passage, quote: str) -> str:
    """A citation to paste: the quote, then issuer, title, fiscal year and both page numbers."""
    source = (document.issuer or "") + words().places.cite_title.format(title=document.title)
    year = [era_year(document.fiscal_year)] if document.fiscal_year is not None else []
    places = "、".join([*year, *_pages_cited(document, passage)])
    return f"{words().places.cite_quote.format(quote=quote)}\n{source}{f'（{places}）' if places else ''}"


def _pages_cited(document: Document, passage: Passage) -> list[str]:
    side = words().places.sides[passage.side] if passage.side else ""
    printed = [f"{printed_pages(passage.page_labels)}{side}"] if any(passage.page_labels) else []
    has_pages = document.page_count > 0 and passage.page_numbers
    return printed + ([file_pages(document, passage.page_numbers)] if has_pages else [])
