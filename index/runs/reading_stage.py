"""The documents of a run in, what is to be read of them kept in the cache out; on all cores."""

import time
from collections.abc import Iterator

from corpus import ParserProcess, UnreadableFile
from corpus.messages import PackedDocument
from corpus.process_pool import ParserPool
from corpus.scanned_pages import SCANNABLE
from index.runs.archives import Archives
from index.runs.found import FoundFile
from index.runs.ocr_marks import OcrMarks
from index.runs.run_plan import RunPlan
from index.storage.readings import KeptReading, ReadingCache, ReadingKey
from index.types import Progress

Failures = dict[str, str]
"""Why files could not be read, by the sha256 of their bytes, or their place where that is not known."""

CHANGED = "it was being changed while it was read; index again"

Read = tuple[PackedDocument, float]


class ReadingStage:
    """Reads what the library and the cache do not hold yet."""

    def __init__(
        self,
        cache: ReadingCache,
        archives: Archives,
        pool: ParserPool,
        marks: OcrMarks,
        progress: Progress,
    ) -> None:
        self._cache = cache
        self._archives = archives
        self._pool = pool
        self._marks = marks
        self._progress = progress

    def run(self, plan: RunPlan) -> Failures:
        """Read the files whose documents are new, or were read or described otherwise."""
        files = [*self._to_read(plan), *(file for file in plan.files if file.sha256 is None)]
        failed: Failures = {}
        pages = 0
        for done, (file, made) in enumerate(self._pool.each(self._read, files)):
            self._progress("reading", done, len(files), f"{pages:,} pages · {file.path}")
            known = file.sha256 or file.location
            if isinstance(made, UnreadableFile):
                failed[known] = made.reason
                continue
            packed, seconds = made
            if packed.document_id != known:
                failed[known] = CHANGED
                continue
            unread = packed.unread if file.suffix in SCANNABLE else ()
            self._cache.keep_reading(
                ReadingKey(known, file.suffix), KeptReading(packed.packed, unread, seconds)
            )
            pages += packed.page_count
        if files:
            self._progress("reading", len(files), len(files), f"{pages:,} pages")
        return failed

    def _to_read(self, plan: RunPlan) -> Iterator[FoundFile]:
        for document_id, wanted in plan.documents.items():
            if plan.is_current(document_id) and not plan.lacks_ocr(document_id, self._marks):
                continue
            keys = (ReadingKey(document_id, wanted.file.suffix, ocr) for ocr in ("", *self._marks.known))
            if not any(self._cache.has_reading(key) for key in keys):
                yield wanted.file

    def _read(self, parser: ParserProcess, file: FoundFile) -> Read:
        path = self._archives.on_disk(file)
        started = time.monotonic()
        packed = parser.split_packed(path, file.path)
        return packed, time.monotonic() - started
