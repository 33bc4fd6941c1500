"""Documents taken out of a fake index, and put back: what the library's page is tested with."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol

from corpus.types import Document
from index.types import RemovedDocument
from tenkyo.errors import TenkyoError


class Documents(Protocol):
    """An index whose documents can be set."""

    known: tuple[Document, ...]

    def document(self, document_id: str) -> Document | None: ...


@dataclass
class FakeRemovals:
    """Takes documents out of a fake index and puts them back; `fault` is said instead where there is one."""

    index: Documents
    removed: list[RemovedDocument] = field(default_factory=list)
    held: dict[str, Document] = field(default_factory=dict)
    fault: TenkyoError | None = None

    def listed(self) -> Sequence[RemovedDocument]:
        return self.removed

    def remove(self, document_id: str) -> None:
        if self.fault:
            raise self.fault
        document = self.index.document(document_id)
        assert document is not None
        self.held[document_id] = document
        self.index.known = tuple(each for each in self.index.known if each is not document)
        when = datetime(2026, 11, 21, 3, 4, tzinfo=UTC)
        self.removed.insert(
            0,
            RemovedDocument(document.id, document.path, document.title, document.page_count, when, False),
        )

    def restore(self, document_id: str) -> None:
        self.index.known = (*self.index.known, self.held.pop(document_id))
        self.removed = [each for each in self.removed if each.id != document_id]

    def forget(self, document: RemovedDocument) -> None:
        self.removed.remove(document)
        if not document.forgotten:
            self.removed.append(replace(document, title="", page_count=0, forgotten=True))
