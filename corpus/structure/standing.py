"""A document and some of its passages in, the page where they begin, out."""

from collections.abc import Sequence

from corpus.types import Document, Passage


def standing_place(document: Document, held: Sequence[Passage]) -> tuple[str | None, int | None]:
    """The printed page and the file's page where the passages begin; None in a file without pages."""
    if not document.page_count:
        return None, None
    label = next((label for passage in held for label in passage.page_labels), None)
    return label, next((span.page for passage in held for span in passage.spans), None)
