"""What a run is to do: the files there are now, the documents they are, and how each is to be described."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from corpus import Limits
from corpus.reading import READERS
from corpus.scanned_pages import SCANNABLE
from corpus.version import READER_VERSION
from index.runs.archives import ARCHIVES, Archives
from index.runs.found import FoundFile, identify
from index.runs.ocr_marks import OcrMarks
from index.runs.sources import Listing
from index.storage.bookkeeping import DocumentState, document_states, files_of, known_files, known_sources
from index.storage.database import Reading
from index.storage.metadata import FILE_NAME as METADATA
from index.storage.metadata import MetadataFiles, Stated
from index.storage.readings import ReadingCache
from index.storage.removed import removed_ids
from index.types import Notice, Progress, SkippedPath


@dataclass(frozen=True, slots=True)
class WantedDocument:
    """A document that is to be in the library: a file that it is read from, and how it is described.

    `path` is the first of its paths, which its name is told from; `stated` what metadata.csv states of it.
    """

    file: FoundFile
    path: str
    stated: Stated = ()

    @property
    def described(self) -> str:
        """What besides its text its description depends on, in words that can be compared."""
        return json.dumps([PurePosixPath(self.path).stem, self.stated], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class RunPlan:
    """The files of a run, those skipped, those gone (place and path), and the documents by their ids.

    The documents of some files may be missing: users took them out of the library.
    """

    sources: tuple[str, ...]
    files: tuple[FoundFile, ...]
    skipped: tuple[SkippedPath, ...]
    gone: tuple[tuple[str, str], ...]
    documents: Mapping[str, WantedDocument]
    states: Mapping[str, DocumentState]
    notices: tuple[Notice, ...] = field(default=())

    def is_current(self, document_id: str) -> bool:
        """Whether the library holds a document as this program reads and describes it."""
        state = self.states.get(document_id)
        wanted = self.documents[document_id]
        return state is not None and state.version == READER_VERSION and state.described == wanted.described

    def is_read(self, document_id: str) -> bool:
        """Whether the library held a document as this program reads it."""
        state = self.states.get(document_id)
        return state is not None and state.version == READER_VERSION

    def has_ocr(self, document_id: str, marks: OcrMarks) -> bool:
        """Whether the library's document is as it is to be, with what that OCR read."""
        return self.is_current(document_id) and self.states[document_id].ocr in marks.known

    def lacks_ocr(self, document_id: str, marks: OcrMarks) -> bool:
        """Whether the library's document has pages that OCR has not tried."""
        state = self.states.get(document_id)
        if not marks.known or state is None or self.documents[document_id].file.suffix not in SCANNABLE:
            return False
        return state.ocr not in marks.known and (state.unread or bool(state.ocr))


def plan_run(
    data: Path,
    listing: Listing,
    cache: ReadingCache,
    archives: Archives,
    threads: int,
    limits: Limits,
    progress: Progress,
) -> RunPlan:
    """What is to be done to bring the library up to a listing."""
    listed = [file for file in listing.files if PurePosixPath(file.path).name.lower() != METADATA]
    known = cache.hashes()
    identified = identify(listed, known, limits, threads, progress)
    below = tuple(f"{source.rstrip('/')}/" for source in listing.sources)
    gone_or_changed = {place for place in known if place.startswith(below)} - identified.hashes.keys()
    cache.keep_hashes(identified.hashes, gone_or_changed)
    found = identified.found
    held, left_out = archives.members(file for file in found if file.suffix in ARCHIVES)
    files = [file for file in found if file.suffix not in ARCHIVES or file.suffix in READERS] + held
    files.sort(key=lambda file: (file.path, file.location))
    all_skipped = [*listing.skipped, *identified.skipped, *left_out]
    with Reading(data).snapshot() as connection:
        gone = _gone(connection, listing.sources, files, all_skipped)
        places = known_files(connection)
        states = document_states(connection)
        out = removed_ids(connection)
        roots = {*listing.sources, *known_sources(connection)}
    metadata = MetadataFiles(_folders(roots))
    left = {place for place, _ in gone}
    wanted = [file for file in files if file.sha256 not in out]
    documents = _documents(wanted, left, places, metadata)
    held_here = {file.location for file in files} | (places.keys() - left)
    notices = [
        Notice(_relative(path, listing.sources), text) for path, text in metadata.warnings(sorted(held_here))
    ]
    return RunPlan(listing.sources, tuple(files), tuple(all_skipped), gone, documents, states, tuple(notices))


def _documents(
    files: Sequence[FoundFile],
    gone: set[str],
    places: Mapping[str, tuple[str, str]],
    metadata: MetadataFiles,
) -> dict[str, WantedDocument]:
    """The documents that the files are, each described by the first of the paths it is then found under."""
    here = {file.location: file for file in files}
    by_document: dict[str, list[tuple[str, str]]] = {}
    for location, (path, document) in places.items():
        if location not in here and location not in gone:
            by_document.setdefault(document, []).append((path, location))
    first: dict[str, FoundFile] = {}
    for file in files:
        if file.sha256 is not None:
            by_document.setdefault(file.sha256, []).append((file.path, file.location))
            first.setdefault(file.sha256, file)
    documents: dict[str, WantedDocument] = {}
    for document, file in first.items():
        path, location = min(by_document[document])
        documents[document] = WantedDocument(file, path, metadata.stated(location))
    return documents


def _gone(
    connection: sqlite3.Connection,
    sources: Sequence[str],
    files: Sequence[FoundFile],
    skipped: Sequence[SkippedPath],
) -> tuple[tuple[str, str], ...]:
    """The places and paths of the files that were in a source and are there no more."""
    seen = {file.location for file in files} | {each.location for each in skipped}
    unknown = tuple(f"{each.location}/" for each in skipped if each.folder)
    return tuple(
        (location, path)
        for location, path in files_of(connection, sources)
        if location not in seen and not location.startswith(unknown)
    )


def _folders(roots: set[str]) -> list[Path]:
    """The folders that sources are, and those that files given by themselves are in."""
    paths = [Path(root) for root in sorted(roots) if root]
    return [path if path.is_dir() else path.parent for path in paths]


def _relative(path: Path, sources: Sequence[str]) -> str:
    for source in sources:
        if path.is_relative_to(source):
            return path.relative_to(source).as_posix()
    return str(path)
