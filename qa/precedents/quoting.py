"""Words of a passage in, the words with the page they stand on out."""

from functools import lru_cache

from corpus import locate
from corpus.types import Page, Passage
from index.types import Index
from qa.precedents.types import Quote


class Pages:
    """Tells of words of passages which page they stand on; the pages of one answer are read once."""

    def __init__(self, index: Index) -> None:
        self._page = lru_cache(maxsize=64)(index.page)

    def quote(self, passage: Passage, start: int, end: int) -> Quote:
        """Characters `start` to `end` of a passage's text, with their first page: where that is not known
        the passage's own first page."""
        numbers = passage.page_numbers
        pages = [page for number in numbers if (page := self._page(passage.document_id, number)) is not None]
        number = _first_page(passage, pages, start, end)
        document_page = next((page for page in pages if page.number == number), None)
        label = document_page.label if document_page else None
        return Quote(passage, start, end, number, label or next(iter(passage.page_labels), None))


def _first_page(passage: Passage, pages: list[Page], start: int, end: int) -> int | None:
    if not pages:
        return None
    if len(pages) > 1:
        try:
            places = locate(passage, pages, start, end)
        except ValueError:  # read again since: its own pages still stand
            places = ()
        if places:
            return places[0].page
    return pages[0].number
