"""What a run read in, a new state of the library out, once or several times; and the run's report."""

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from corpus import UnreadableFile
from corpus.messages import unpack_document
from corpus.redescribing import describe_again
from corpus.types import Page, ParsedDocument, SplitDocument
from embeddings.types import Encoder
from index.runs.archives import Archives
from index.runs.ocr_marks import OcrMarks
from index.runs.reading_stage import CHANGED, Failures
from index.runs.run_plan import RunPlan, WantedDocument
from index.storage.bookkeeping import (
    delete_file,
    document_at,
    document_exists,
    documents_without_files,
    note_sources,
    put_file,
)
from index.storage.database import Reading as Snapshots
from index.storage.metadata import FILE_NAME as METADATA
from index.storage.originals import keep_original, original_path
from index.storage.proofs import select_proof
from index.storage.reading_status import UNREAD_REASON, WAITS, count_pages_of, pages_in
from index.storage.readings import KeptReading, ReadingCache, ReadingKey
from index.storage.removed import removed_ids
from index.storage.store import Reading
from index.storage.writer import LibraryWriter, write_library
from index.types import IndexReport, Notice, Progress, SkippedFile, SkippedPath

STAYS = "; what was indexed of it before stays"


class Publisher:
    """Brings what a run read into the library."""

    def __init__(
        self,
        data: Path,
        encoder: Encoder,
        cache: ReadingCache,
        archives: Archives,
        marks: OcrMarks,
        progress: Progress,
    ) -> None:
        self._data = data
        self._encoder = encoder
        self._cache = cache
        self._archives = archives
        self._marks = marks
        self._progress = progress
        self._skipped: list[SkippedPath] = []
        self._read: list[str] = []
        self._unchanged: list[str] = []
        self._left_out: list[str] = []

    def publish(self, plan: RunPlan, failed: Failures) -> None:
        """Bring in what was read, take out what is gone, leave out what users took out, and note what was
        skipped."""
        failed = dict(failed)
        skipped = list(plan.skipped)
        read: list[str] = []
        unchanged: list[str] = []
        left_out: list[str] = []
        with write_library(self._data, self._encoder, self._progress) as writer:
            out = removed_ids(writer.connection)
            for document_id, wanted in plan.documents.items():
                if (
                    document_id not in out
                    and document_id not in failed
                    and self._is_wanted(plan, document_id)
                ):
                    try:
                        self._put(writer, plan, document_id, wanted)
                    except UnreadableFile as error:
                        failed[document_id] = error.reason
            for file in plan.files:
                known = file.sha256 or file.location
                if known in out:
                    delete_file(writer.connection, file.location)
                    left_out.append(file.path)
                    continue
                if known in failed:
                    stays = STAYS if document_at(writer.connection, file.location) else ""
                    skipped.append(SkippedPath(file.location, file.path, f"{failed[known]}{stays}"))
                if file.sha256 and document_exists(writer.connection, file.sha256):
                    put_file(writer.connection, file.location, file.source, file.path, file.sha256)
                if known not in failed:
                    (unchanged if plan.is_read(known) else read).append(file.path)
            for location, _ in plan.gone:
                delete_file(writer.connection, location)
            for document_id in documents_without_files(writer.connection):
                writer.remove(document_id)
            note_sources(writer.connection, plan.sources, skipped)
        self._skipped, self._read, self._unchanged, self._left_out = skipped, read, unchanged, left_out

    def publish_again(self, plan: RunPlan, documents: Iterable[str]) -> None:
        """Bring in documents that OCR read pages of since."""
        with write_library(self._data, self._encoder, self._progress) as writer:
            for document_id in documents:
                if document_exists(writer.connection, document_id):
                    self._put(writer, plan, document_id, plan.documents[document_id])

    def originals(self) -> dict[str, Path]:
        """The library's own copy of each document's file."""
        with Snapshots(self._data).snapshot() as connection:
            rows = connection.execute(
                "SELECT id, original FROM documents WHERE original IS NOT NULL"
            ).fetchall()
        return {row["id"]: original_path(self._data, row["original"]) for row in rows}

    def finish(self, plan: RunPlan, notices: Sequence[Notice]) -> IndexReport:
        """What the run did and what could not be read; and forget what was kept of documents not in use."""
        documents = [file.sha256 for file in plan.files if file.sha256]
        with Snapshots(self._data).snapshot() as connection:
            held = connection.execute("SELECT id FROM documents UNION SELECT id FROM removed_documents")
            kept = [row["id"] for row in held]
            report = IndexReport(
                read=tuple(self._read),
                unchanged=tuple(self._unchanged),
                removed=tuple(path for _, path in plan.gone),
                skipped=tuple(SkippedFile(each.path, each.reason) for each in self._skipped),
                unread_pages=tuple(pages_in(connection, documents, unread=True)),
                doubtful_pages=tuple(pages_in(connection, documents, unread=False)),
                pages=count_pages_of(connection, documents),
                notices=(*plan.notices, *notices),
                proof=select_proof(connection),
                left_out=tuple(self._left_out),
            )
        self._cache.keep_only(kept, self._marks.known)
        return report

    def _is_wanted(self, plan: RunPlan, document_id: str) -> bool:
        """Whether what the library holds of a document, if anything, is to be replaced."""
        if not plan.is_current(document_id):
            return True
        suffix = plan.documents[document_id].file.suffix
        return plan.lacks_ocr(document_id, self._marks) and any(
            self._cache.has_reading(ReadingKey(document_id, suffix, ocr)) for ocr in self._marks.known
        )

    def _put(self, writer: LibraryWriter, plan: RunPlan, document_id: str, wanted: WantedDocument) -> None:
        """Put a document into the library, as it was read last. Raises UnreadableFile."""
        key, kept = self._kept(document_id, wanted.file.suffix)
        try:
            split = unpack_document(kept.packed)
        except ValueError as error:
            raise UnreadableFile("what was kept of it is damaged; index again") from error
        if self._marks.known and not key.ocr and kept.unread:
            split = dataclasses.replace(split, parsed=_waiting(split.parsed, kept.unread))
        state = plan.states.get(document_id)
        original = state.original if state else None
        if original is None:
            made = keep_original(self._data, self._archives.on_disk(wanted.file))
            if made.sha256 != document_id:
                raise UnreadableFile(CHANGED)
            original = made.name
        reading = Reading(original, described=wanted.described, ocr=key.ocr, seconds=kept.seconds)
        writer.replace(_described(split, wanted), reading)

    def _kept(self, document_id: str, suffix: str) -> tuple[ReadingKey, KeptReading]:
        """What was read of a document, with OCR where it was done."""
        for ocr in (*self._marks.known, ""):
            key = ReadingKey(document_id, suffix, ocr)
            if kept := self._cache.reading(key):
                return key, kept
        raise UnreadableFile("what was read of it is gone; index again")


def _described(split: SplitDocument, wanted: WantedDocument) -> SplitDocument:
    """The document under its name now, with what metadata.csv states of it."""
    before = PurePosixPath(split.parsed.document.path).stem
    if before == PurePosixPath(wanted.path).stem and not wanted.stated:
        return split
    try:
        return describe_again(split, wanted.path, wanted.stated, METADATA)
    except Exception as error:
        # A fault of ours with one document must not keep the others out.
        raise UnreadableFile(
            f"its text could not be taken apart ({type(error).__name__}: {error})"
        ) from error


def _waiting(parsed: ParsedDocument, numbers: Sequence[int]) -> ParsedDocument:
    """The document with those pages marked as waiting for OCR."""

    def marked(page: Page) -> Page:
        if page.number not in numbers:
            return page
        return dataclasses.replace(page, reason=f"{WAITS} ({page.reason or UNREAD_REASON})")

    return dataclasses.replace(parsed, pages=tuple(marked(page) for page in parsed.pages))
