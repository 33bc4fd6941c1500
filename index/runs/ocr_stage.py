"""The pages that wait for OCR in, the documents with what OCR read of them in the library out."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import ParserProcess, UnreadableFile
from corpus.process_pool import ParserPool
from corpus.types import Page
from index.runs.archives import Archives
from index.runs.ocr_marks import OcrMarks
from index.runs.publishing import Publisher
from index.runs.reading_stage import CHANGED
from index.runs.run_plan import RunPlan
from index.storage.readings import KeptReading, KeptScan, ReadingCache, ReadingKey
from index.types import Notice, Progress

PUBLISHED_EVERY = 600.0
"""Seconds after which what OCR has read so far is brought into the library."""

MEANWHILE = "all other pages can be searched already"


@dataclass(frozen=True, slots=True)
class ScannedDocument:
    """A document with the numbers of its pages that only OCR can read."""

    id: str
    suffix: str
    path: str
    pages: tuple[int, ...]


class OcrStage:
    """Reads waiting pages on all cores; what is read is kept as the work goes on.

    `notices` are the documents that could not be read with what OCR read.
    """

    def __init__(
        self, cache: ReadingCache, pool: ParserPool, engine: str, marks: OcrMarks, progress: Progress
    ) -> None:
        self._cache = cache
        self._pool = pool
        self._engine = engine
        self._marks = marks
        self._progress = progress
        self._done = 0
        self.notices: list[Notice] = []

    def read_known(self, plan: RunPlan, archives: Archives) -> None:
        """Read again the documents whose waiting pages OCR has all read before, in this run or another."""
        known = [
            document
            for document in self._unfinished(plan)
            if all(self._scan(document, page) for page in document.pages)
        ]
        files = {document.id: plan.documents[document.id].file for document in known}

        def read(parser: ParserProcess, document: ScannedDocument) -> KeptReading:
            return self._read_document(parser, document, archives.on_disk(files[document.id]))

        self._keep(self._pool.each(read, known))

    def run(self, plan: RunPlan, publisher: Publisher) -> None:
        """Read all pages that wait, the shortest documents first, and publish from time to time."""
        originals = publisher.originals()
        waiting = [document for document in self._unfinished(plan) if document.id in originals]
        waiting.sort(key=lambda document: (len(document.pages), document.path), reverse=True)
        total = sum(len(document.pages) for document in waiting)

        def scan(parser: ParserProcess, task: tuple[ScannedDocument, int]) -> KeptScan:
            started = time.monotonic()
            page = parser.read_scanned_page(originals[task[0].id], task[1], self._engine)
            return KeptScan(page, time.monotonic() - started)

        def read(parser: ParserProcess, document: ScannedDocument) -> KeptReading:
            return self._read_document(parser, document, originals[document.id])

        while waiting:
            taken: list[ScannedDocument] = []
            pages = self._pages(waiting, taken, time.monotonic() + PUBLISHED_EVERY)
            for (document, number), made in self._pool.each(scan, pages):
                self._keep_scan(document, number, made)
                self._done += 1
                self._progress("ocr", self._done, total, f"{MEANWHILE} · {document.path} p.{number}")
            publisher.publish_again(plan, self._keep(self._pool.each(read, taken)))
        if total:
            self._progress("ocr", total, total)

    def _unfinished(self, plan: RunPlan) -> list[ScannedDocument]:
        """The documents of a run with pages that this OCR has not read, as far as they were read."""
        found: list[ScannedDocument] = []
        for document_id, wanted in plan.documents.items():
            suffix = wanted.file.suffix
            pages = self._cache.unread_pages(ReadingKey(document_id, suffix))
            keys = (ReadingKey(document_id, suffix, mark) for mark in self._marks.known)
            done = any(self._cache.has_reading(key) for key in keys)
            if pages and not done and not plan.has_ocr(document_id, self._marks):
                found.append(ScannedDocument(document_id, suffix, wanted.path, pages))
        return found

    def _pages(
        self, waiting: list[ScannedDocument], taken: list[ScannedDocument], until: float
    ) -> Iterator[tuple[ScannedDocument, int]]:
        """The pages of the documents that are begun until a time; these are moved to `taken`."""
        while waiting and time.monotonic() < until:
            document = waiting.pop()
            taken.append(document)
            for page in document.pages:
                if self._scan(document, page):
                    self._done += 1
                else:
                    yield document, page

    def _scan(self, document: ScannedDocument, page: int) -> KeptScan | None:
        """A page as OCR read it, or why it could not within these limits."""
        scans = (self._cache.scan(document.id, page, mark) for mark in self._marks.known)
        return next(filter(None, scans), None)

    def _keep_scan(self, document: ScannedDocument, number: int, made: KeptScan | UnreadableFile) -> None:
        if isinstance(made, KeptScan):
            self._cache.keep_scan(document.id, self._marks.whole, made)
        else:
            page = Page(number, None, "", "none", reason=made.reason)
            self._cache.keep_scan(document.id, self._marks.within, KeptScan(page, 0.0))

    def _keep(self, read: Iterable[tuple[ScannedDocument, KeptReading | UnreadableFile]]) -> list[str]:
        """The ids of the documents that could be read with the pages that OCR read."""
        kept: list[str] = []
        for document, made in read:
            if isinstance(made, UnreadableFile):
                self.notices.append(Notice(document.path, f"what OCR read is left out: {made.reason}"))
                continue
            whole = all(self._cache.scan(document.id, page, self._marks.whole) for page in document.pages)
            mark = self._marks.whole if whole else self._marks.within
            self._cache.keep_reading(ReadingKey(document.id, document.suffix, mark), made)
            kept.append(document.id)
        return kept

    def _read_document(self, parser: ParserProcess, document: ScannedDocument, path: Path) -> KeptReading:
        scans = [self._scan(document, page) for page in document.pages]
        kept = [scan for scan in scans if scan is not None]
        started = time.monotonic()
        packed = parser.split_packed(path, document.path, [scan.page for scan in kept])
        if packed.document_id != document.id:
            raise UnreadableFile(CHANGED)
        plain = self._cache.reading(ReadingKey(document.id, document.suffix))
        seconds = time.monotonic() - started + sum(scan.seconds for scan in kept)
        return KeptReading(packed.packed, packed.unread, seconds + (plain.seconds if plain else 0))
