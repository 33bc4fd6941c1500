"""A passage and the text of its spans in; where places on its pages stand in its text out."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from corpus.normalising import kept_places, ordinary
from corpus.types import Passage, Span


class PassagePlaces:
    """Finds in a passage's text what stands on its pages: the way back from corpus.locating.

    The passage's letters, counted from the end, are those of its spans one by one. Where they are not (the
    texts are of another reading of the file), nothing is found. `start` is where its own text begins: what
    is told again before it (a table's title and heads) stands on none of its spans.
    """

    def __init__(self, passage: Passage, texts: Sequence[str]) -> None:
        """`texts` are what the passage's spans hold, one for each."""
        letters = kept_places(passage.text)
        kept = [kept_places(text) for text in texts]
        own = letters[max(0, len(letters) - sum(map(len, kept))) :]
        found = "".join(text[at] for text, places in zip(texts, kept, strict=True) for at in places)
        told = "".join(passage.text[at] for at in own)
        self._whole = found == told or "".join(map(ordinary, found)) == told
        self._own = own
        self.start = own[0] if own else 0
        starts = [0, *accumulate(map(len, kept))]
        self._spans = list(zip(passage.spans, kept, starts, strict=False))

    def find(self, place: Span) -> tuple[int, int] | None:
        """Characters (start, end) of the passage's text that stand on a place, or on the part of it that the
        passage holds; None where it holds nothing of it."""
        if not self._whole:
            return None
        first, last = len(self._own), -1
        for span, kept, start in self._spans:
            if span.page == place.page and place.start < span.end and span.start < place.end:
                begin = bisect_left(kept, place.start - span.start)
                end = bisect_left(kept, place.end - span.start)
                if begin < end:
                    first, last = min(first, start + begin), max(last, start + end - 1)
        return (self._own[first], self._own[last] + 1) if last >= 0 else None
