"""Folders and files in, a library that holds what is in them now out, and a report of what was done."""

from collections.abc import Sequence
from pathlib import Path

from corpus import Limits
from corpus.process_pool import ParserPool, core_count
from embeddings.types import Encoder
from index.proof.stage import prove_search
from index.runs.archives import Archives
from index.runs.ocr_marks import ocr_marks
from index.runs.ocr_stage import OcrStage
from index.runs.publishing import Publisher
from index.runs.reading_stage import ReadingStage
from index.runs.run_plan import plan_run
from index.runs.sources import list_files
from index.storage.readings import ReadingCache
from index.storage.writer import check_writable
from index.types import IndexReport, Progress, no_progress

NO_OCR = "none"


def refresh(
    data: Path,
    sources: Sequence[Path],
    encoder: Encoder,
    limits: Limits | None = None,
    progress: Progress = no_progress,
    processes: int | None = None,
    ocr: str = NO_OCR,
) -> IndexReport:
    """Bring the library in a folder up to what the sources hold now.

    A file is known by the hash of its bytes: one that is unchanged is not read again, unless an older reader
    read it. A file that is gone goes, where its folder is among the sources and could be listed. A file that
    can no longer be read is reported, and what was indexed for its path stays. In the report a renamed file
    is among both the unchanged (its new path) and the removed (its old one).

    All that can be read without OCR can be searched before OCR (`ocr`: the engine's name, or none) begins;
    what OCR read is added as it goes on. At the end it is proven that search finds what the documents say:
    the outcome is in the report and in the library's status. `processes` parse at a time, as many as there
    are cores where None. What was read is kept as the work goes on, so that a run after an interrupted one
    goes on where it was.

    Raises ValueError for a source that does not exist; LibraryError, with the library as it was, where it
    cannot be written or was made with another encoder.
    """
    limits = limits or Limits()
    processes = processes or core_count()
    listing = list_files(sources, data)
    check_writable(data, encoder)
    with (
        ReadingCache(data) as cache,
        Archives(data, cache, limits) as archives,
        ParserPool(limits, processes) as pool,
    ):
        marks, notices = ocr_marks(ocr, limits)
        plan = plan_run(data, listing, cache, archives, processes, limits, progress)
        failed = ReadingStage(cache, archives, pool, marks, progress).run(plan)
        publisher = Publisher(data, encoder, cache, archives, marks, progress)
        scanning = OcrStage(cache, pool, ocr, marks, progress) if marks.whole else None
        if scanning:
            scanning.read_known(plan, archives)
        publisher.publish(plan, failed)
        unproven = prove_search(data, encoder, progress)
        if scanning:
            scanning.run(plan, publisher)
            notices += tuple(scanning.notices)
            unproven = prove_search(data, encoder, progress)
        notices += unproven
        return publisher.finish(plan, notices)
