"""A passage in, where its text begins to stand on its pages out."""

from corpus.normalising import kept_places
from corpus.types import Passage
from index.types import Index


def own_start(passage: Passage, index: Index) -> int:
    """From which character on a passage's text stands on its pages: what a table's rows are of (its title,
    unit and heads) is told again before them, and nothing is quoted from there.

    The passage's letters, counted from the end, are those of its spans.
    """
    letters = kept_places(passage.text)
    told_again = len(letters) - sum(
        len(kept_places(text)) for text in index.texts(passage.document_id, passage.spans)
    )
    return letters[told_again] if 0 < told_again < len(letters) else 0
