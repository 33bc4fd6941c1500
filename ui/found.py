"""What is asked by an address in, the page of hits that answers it out."""

from index.types import Index, SearchPage
from ui.address import Asked


def found_page(index: Index, asked: Asked, top: int) -> SearchPage:
    """The hits of a query, or those like a passage. Raises ValueError as `Index.search` does."""
    if asked.like:
        return index.similar(
            asked.like,
            top,
            asked.filters,
            asked.order,
            grouped=asked.grouped,
            same_document=asked.same_document,
        )
    return index.search_page(
        asked.query, top, asked.filters, asked.without, asked.order, grouped=asked.grouped
    )
