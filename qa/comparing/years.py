"""A library in, its documents compared year by year out; what was read and compared last is kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from corpus.types import Document
from index.types import Index
from qa.comparing.comparing import compare, heading_names
from qa.comparing.items import find_item, find_items
from qa.comparing.series import document_year, find_series, other_years
from qa.comparing.sheets import Sheet, read_sheet
from qa.comparing.types import Basis, Comparison, Edition, Item, Series

Kept = TypeVar("Kept")
SHEETS_KEPT = 8
COMPARISONS_KEPT = 8


class Years:
    """Compares the documents of one library. Threads may share it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._sheets = _Recent[Sheet](SHEETS_KEPT)
        self._comparisons = _Recent[Comparison](COMPARISONS_KEPT)

    def series(self) -> Sequence[Series]:
        """What the library holds of several years, that with most years first."""
        return find_series(self._index.documents())

    def other_years(self, document: Document) -> Sequence[Edition]:
        """The documents that may be the same thing in another year, best first."""
        return other_years(document, self._index.documents())

    def year(self, document: Document) -> int | None:
        """The fiscal year that a document is of, by its description or title; None where neither tells."""
        return document_year(document)

    def items(self, before: Document, after: Document, typed: str) -> Sequence[Item]:
        """What a comparison of two documents can be confined to, by letters of its name, best first."""
        sheets = self._both(before, after)
        return find_items(*sheets, typed, heading_names(*sheets))

    def item(self, before: Document, after: Document, key: str) -> Item | None:
        """The item of this key; None where neither document has it."""
        sheets = self._both(before, after)
        return find_item(*sheets, key, heading_names(*sheets))

    def compare(
        self, before: Document, after: Document, item: Item | None = None, basis: Basis = "role"
    ) -> Comparison:
        """What changed from one document to the other, as `comparing.compare` tells it."""
        read = self._index.state().documents
        key = (before, read.get(before.id), after, read.get(after.id), item, basis)
        return self._comparisons.get(key, lambda: compare(*self._both(before, after), item, basis))

    def _both(self, before: Document, after: Document) -> tuple[Sheet, Sheet]:
        """Both as they are compared; what is kept of them holds as long as they are read as they were."""
        read = self._index.state().documents
        return self._sheet(before, read.get(before.id)), self._sheet(after, read.get(after.id))

    def _sheet(self, document: Document, read: str | None) -> Sheet:
        return self._sheets.get((document, read), lambda: read_sheet(self._index, document))


class _Recent(Generic[Kept]):
    """The last few things made, by what they were made of; each is made once, also for two threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
                while len(self._made) > self._most:
                    self._made.popitem(last=False)
            self._made.move_to_end(key)
            return self._made[key]
