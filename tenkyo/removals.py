"""Documents taken out of the library by its users, and put back: with the words for what goes wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from embeddings import Encoder
from index import (
    RemovedDocument,
    forget_document,
    remove_document,
    removed_documents,
    restore_document,
)
from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings
from tenkyo.telling import told
from tenkyo.uploads import uploads_among


@dataclass(frozen=True, slots=True)
class Removals:
    """What users take out of one library. Each raises TenkyoError, with the library as it was."""

    settings: Settings
    encoder: Encoder

    def listed(self) -> Sequence[RemovedDocument]:
        """What was taken out, the last one first."""
        with told():
            return removed_documents(self._data)

    def remove(self, document_id: str) -> None:
        """Take a document out of search, for as long as nobody puts it back."""
        self._check_allowed()
        with told():
            remove_document(self._data, document_id, self.encoder)

    def restore(self, document_id: str) -> None:
        """Put a document back as it was."""
        self._check_allowed()
        with told():
            restore_document(self._data, document_id, self.encoder)

    def forget(self, document: RemovedDocument) -> None:
        """Delete what is kept of a removed document, and its upload; a file elsewhere is left out."""
        self._check_allowed()
        with told():
            uploads = uploads_among(self._data, document.places)
            elsewhere = len(uploads) < len(document.places)
            forget_document(self._data, document.id, stays_out=elsewhere and not document.forgotten)
            for upload in uploads:
                upload.unlink(missing_ok=True)

    @property
    def _data(self) -> Path:
        return self.settings.data

    def _check_allowed(self) -> None:
        if not self.settings.uploads:
            raise TenkyoError(
                "the setting uploads is off: documents are added and removed by the administrator alone",
                "文書の追加と削除は、管理者だけができる設定です。",
            )
