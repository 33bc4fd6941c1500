"""What was read and what was not, page by page: the report of a run and the status of a library."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from index.types import DocumentReading, Index, IndexReport, LibraryStatus, PageCounts, UnreadPage
from tenkyo.proof_output import page_runs, proof_json, proof_lines
from tenkyo.terminal import columns, one_line

HEADS = (
    "document",
    "pages",
    "read",
    "sections",
    "passages",
    "tables",
    "rows",
    "fields",
    "findings",
    "seconds",
)


def report_text(report: IndexReport) -> str:
    """What one indexing run did; what could not be read is named, file by file and page by page."""
    lines = [
        f"read {len(report.read)}, unchanged {len(report.unchanged)}, removed {len(report.removed)}, "
        f"skipped {len(report.skipped)}, pages that could not be read {len(report.unread_pages)}",
        f"pages {report.pages.total}: {counts_text(report.pages)}",
        *(f"removed: {one_line(path)}" for path in report.removed),
        *(f"left out: {one_line(path)}: removed by a user" for path in report.left_out),
        *(f"notice: {one_line(notice.path)}: {one_line(notice.text)}" for notice in report.notices),
    ]
    return "\n".join([*lines, *_unread_lines(report), *proof_lines(report.proof)])


def status_text(index: Index) -> str:
    """What a library holds, how each document was read, and what could not be."""
    status = index.status()
    lines = [
        f"{status.documents} documents, {status.pages} pages, {status.passages} passages, "
        f"{status.findings} findings, {status.rows} rows of tables",
        f"pages: {counts_text(status.page_counts)}",
        f"encoder: {status.encoder}",
        f"on disk: {status.bytes_on_disk / 2**20:.1f} MiB",
        *([f"ranks by weights of its own: {status.ranking_weights}"] if status.ranking_weights else []),
        *(f"source: {one_line(source)}" for source in status.sources),
    ]
    if readings := index.readings():
        lines += ["", *columns([HEADS, *map(_row, readings)]), ""]
    return "\n".join([*lines, *_unread_lines(status), *proof_lines(status.proof)]).rstrip()


def status_json(index: Index) -> dict[str, Any]:
    """The same for other programs; each document with what told its title, kind, issuer and fiscal year."""
    status = index.status()
    return {
        "documents": status.documents,
        "pages": status.pages,
        "passages": status.passages,
        "findings": status.findings,
        "rows": status.rows,
        "encoder": status.encoder,
        "bytes_on_disk": status.bytes_on_disk,
        "ranking_weights": status.ranking_weights.by_name if status.ranking_weights else None,
        "sources": list(status.sources),
        "pages_read": _counts_json(status.page_counts),
        "skipped": [asdict(each) for each in status.skipped],
        "unread_pages": [asdict(each) for each in status.unread_pages],
        "doubtful_pages": [asdict(each) for each in status.doubtful_pages],
        "search_proof": proof_json(status.proof),
        "readings": [_reading_json(index, each) for each in index.readings()],
    }


def counts_text(counts: PageCounts) -> str:
    """How pages were read, in words: each way that any of them was."""
    ways = [
        f"text {counts.text}" if counts.text else "",
        f"OCR {counts.ocr} ({counts.confidence or 0:.2f})" if counts.ocr else "",
        f"blank {counts.blank}" if counts.blank else "",
        f"waiting {counts.waiting}" if counts.waiting else "",
        f"unread {counts.unread}" if counts.unread else "",
    ]
    return ", ".join(filter(None, ways)) or "none"


def _row(reading: DocumentReading) -> tuple[str, ...]:
    return (
        one_line(reading.path),
        str(reading.pages.total),
        counts_text(reading.pages),
        str(reading.sections),
        str(reading.passages),
        str(reading.tables),
        str(reading.rows),
        str(reading.fields),
        str(reading.findings),
        f"{reading.seconds:.1f}",
    )


def _reading_json(index: Index, reading: DocumentReading) -> dict[str, Any]:
    document = index.document(reading.document_id)
    described = {
        name: getattr(document, name) for name in ("title", "kind", "issuer", "fiscal_year") if document
    }
    return {
        "id": reading.document_id,
        "path": reading.path,
        **described,
        "pages": reading.pages.total,
        "pages_read": _counts_json(reading.pages),
        "sections": reading.sections,
        "passages": reading.passages,
        "tables": reading.tables,
        "rows": reading.rows,
        "fields": reading.fields,
        "findings": reading.findings,
        "seconds": round(reading.seconds, 2),
        "evidence": [
            {
                "field": each.field,
                "source": each.source,
                "quote": each.quote,
                "page": each.span.page if each.span else None,
            }
            for each in index.evidence(reading.document_id)
        ],
    }


def _counts_json(counts: PageCounts) -> dict[str, int | float | None]:
    confidence = None if counts.confidence is None else round(counts.confidence, 4)
    return {**asdict(counts), "confidence": confidence}


def _unread_lines(report: IndexReport | LibraryStatus) -> list[str]:
    return [
        *(f"skipped: {one_line(file.path)}: {one_line(file.reason)}" for file in report.skipped),
        *_page_lines("unread", report.unread_pages),
        *_page_lines("doubtful", report.doubtful_pages),
    ]


def _page_lines(name: str, found: Iterable[UnreadPage]) -> list[str]:
    """One line a file and reason, with all its pages."""
    pages: dict[tuple[str, str], list[int]] = {}
    for page in found:
        pages.setdefault((page.path, page.reason), []).append(page.page)
    return [
        f"{name}: {one_line(path)} p.{page_runs(numbers)}: {one_line(reason)}"
        for (path, reason), numbers in pages.items()
    ]
