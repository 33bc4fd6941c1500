"""Folders and files in, a library that holds what is in them now out, and a report of what was done."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from corpus import Limits, ParserProcess, UnreadableFile, find_findings, split_passages, split_sections
from corpus.reader import MEGABYTE
from embeddings.types import Encoder
from index.bookkeeping import (
    delete_file,
    document_at,
    document_exists,
    documents_without_files,
    files_of,
    note_sources,
    put_file,
    unread_pages_of,
)
from index.originals import keep_original
from index.sources import Listing, SkippedPath, SourceFile, list_files
from index.store import SplitDocument
from index.types import IndexReport, Progress, SkippedFile, no_progress
from index.writer import LibraryWriter, write_library

STAYS = "; what was indexed of it before stays"


class Skip(Exception):  # noqa: N818  # not an error: the file is reported and the run goes on
    """A file that does not go into the library, and why."""


def refresh(
    data: Path,
    sources: Sequence[Path],
    encoder: Encoder,
    limits: Limits | None = None,
    progress: Progress = no_progress,
) -> IndexReport:
    """Bring the library in a folder up to what the sources hold now.

    A file is known by the hash of its bytes: one that is unchanged, or has another name, is neither read
    nor encoded again. A file that is gone goes, where its folder is among the sources and could be listed.
    A file that can no longer be read is reported, and what was indexed for its path stays. In the report a
    renamed file is among both the unchanged (its new path) and the removed (its old one).

    Raises ValueError for a source that does not exist; LibraryError, with the library as it was, where it
    cannot be written or was made with another encoder.
    """
    listing = list_files(sources, data)
    with (
        write_library(data, encoder, progress) as writer,
        ParserProcess(limits or Limits()) as parser,
    ):
        return _Refresh(writer, parser, limits or Limits()).run(listing)


class _Refresh:
    """One run over the files of a listing."""

    def __init__(self, writer: LibraryWriter, parser: ParserProcess, limits: Limits) -> None:
        self._writer = writer
        self._connection = writer.connection
        self._parser = parser
        self._limits = limits
        self._read: list[str] = []
        self._unchanged: list[str] = []

    def run(self, listing: Listing) -> IndexReport:
        """Add, keep and remove what the listing says."""
        skipped = list(listing.skipped)
        for done, file in enumerate(listing.files):
            self._writer.progress("reading", done, len(listing.files), file.path)
            try:
                self._take(file)
            except Skip as reason:
                stays = STAYS if document_at(self._connection, file.location) else ""
                skipped.append(SkippedPath(file.location, file.path, f"{reason}{stays}"))
        self._writer.progress("reading", len(listing.files), len(listing.files), "")
        removed = self._remove_missing(listing)
        for document_id in documents_without_files(self._connection):
            self._writer.remove(document_id)
        note_sources(self._connection, listing.sources, skipped)
        return IndexReport(
            read=tuple(self._read),
            unchanged=tuple(self._unchanged),
            removed=tuple(removed),
            skipped=tuple(SkippedFile(each.path, each.reason) for each in skipped),
            unread_pages=tuple(unread_pages_of(self._connection, listing.sources)),
        )

    def _take(self, file: SourceFile) -> None:
        """Put one file's document in place. Raises Skip."""
        known = self._known_document(file)
        if known is not None:
            self._unchanged.append(file.path)
            put_file(self._connection, file.location, file.source, file.path, known)
            return
        split = self._split(file)
        self._writer.add(split)
        put_file(self._connection, file.location, file.source, file.path, split.parsed.document.id)
        self._read.append(file.path)

    def _known_document(self, file: SourceFile) -> str | None:
        """The id of the document that the file's bytes are, if the library has it already."""
        path = Path(file.location)
        try:
            if path.stat().st_size > self._limits.file_megabytes * MEGABYTE:
                return None
            with path.open("rb") as opened:
                sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError as error:
            raise Skip(f"it cannot be read ({error.strerror or error})") from error
        return sha256 if document_exists(self._connection, sha256) else None

    def _split(self, file: SourceFile) -> SplitDocument:
        """The file read and taken apart, its original kept."""
        path = Path(file.location)
        try:
            parsed = self._parser.parse(path, file.path)
        except UnreadableFile as error:
            raise Skip(error.reason) from error
        try:
            sections = split_sections(parsed)
            passages = split_passages(parsed, sections)
            findings = find_findings(parsed, sections, passages)
        except Exception as error:
            # A fault of ours with one document must not keep the others out.
            raise Skip(f"its text could not be taken apart ({type(error).__name__}: {error})") from error
        original = keep_original(self._writer.data, path)
        if original.sha256 != parsed.document.id or document_exists(self._connection, original.sha256):
            raise Skip("it was being changed while it was read; index again")
        return SplitDocument(parsed, sections, passages, findings, original.name)

    def _remove_missing(self, listing: Listing) -> list[str]:
        """Take out the files that were in a source and are there no more; their paths."""
        seen = {file.location for file in listing.files} | {skipped.location for skipped in listing.skipped}
        unknown = tuple(f"{skipped.location}/" for skipped in listing.skipped if skipped.folder)
        removed = []
        for location, path in files_of(self._connection, listing.sources):
            if location not in seen and not location.startswith(unknown):
                delete_file(self._connection, location)
                removed.append(path)
        return removed
