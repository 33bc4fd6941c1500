"""Passages in, where the text of each begins to stand on its pages out."""

from collections.abc import Iterable, Mapping
from itertools import islice

from corpus.normalising import kept_places
from corpus.types import Passage
from index.types import Index

OwnStarts = Mapping[str, int]
"""From which character on a passage's text stands on its pages, by its id."""


def own_starts(passages: Iterable[Passage], index: Index) -> OwnStarts:
    """Where passages' own text begins: what a table's rows are of (its title, unit and heads) is told again
    before them, and nothing is quoted from there. What a document's passages hold is read at once."""
    of_document: dict[str, list[Passage]] = {}
    for passage in passages:
        of_document.setdefault(passage.document_id, []).append(passage)
    starts: dict[str, int] = {}
    for document_id, held in of_document.items():
        texts = iter(index.texts(document_id, [span for passage in held for span in passage.spans]))
        for passage in held:
            starts[passage.id] = _own_start(passage, islice(texts, len(passage.spans)))
    return starts


def _own_start(passage: Passage, texts: Iterable[str]) -> int:
    """The passage's letters, counted from the end, are those of its spans, whose `texts` are given."""
    letters = kept_places(passage.text)
    told_again = len(letters) - sum(len(kept_places(text)) for text in texts)
    return letters[told_again] if 0 < told_again < len(letters) else 0
