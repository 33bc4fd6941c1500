"""The report of a run and the status of a library name every page that was not read, or not well."""

import json
from dataclasses import replace

from rich.cells import cell_len

from corpus.types import Document, Evidence, Span
from index.types import DocumentReading, IndexReport, Notice, PageCounts, SkippedFile, UnreadPage
from tenkyo.reading_output import counts_text, report_text, status_json, status_text
from tests.fake_index import FakeIndex

COUNTS = PageCounts(text=7, ocr=2, blank=1, waiting=1, unread=1, confidence=0.934)


class ReadIndex(FakeIndex):
    """An index of two documents, one of them with every kind of page."""

    def __init__(self) -> None:
        super().__init__([])
        self.known = (
            Document("a", "監査/報告書.pdf", "報告書", "監査報告書", "架空県", 2020, 12),
            Document("b", "x\x1b[31m.txt", "x", None, None, None, 0),
        )

    def documents(self) -> tuple[Document, ...]:
        return self.known

    def readings(self) -> list[DocumentReading]:
        return [
            DocumentReading("a", "監査/報告書.pdf", COUNTS, 20, 33, 4, 120, 5, 6, 12.34),
            DocumentReading("b", "x\x1b[31m.txt", PageCounts(text=1), 1, 1, 0, 0, 0, 0, 0.01),
        ]

    def evidence(self, document_id: str) -> list[Evidence]:
        return [Evidence("issuer", "text", "架空県", Span(3, 0, 3))] if document_id == "a" else []

    def status(self):  # type: ignore[no-untyped-def]
        return replace(
            super().status(),
            pages=13,
            page_counts=COUNTS,
            skipped=(SkippedFile("b\n.docx", "it is empty (0 bytes)"),),
            unread_pages=(UnreadPage("監査/報告書.pdf", 12, "the page is damaged"),),
            doubtful_pages=(UnreadPage("監査/報告書.pdf", 3, "read by OCR with low confidence (.60)"),),
        )


def test_the_report_names_each_skipped_file_and_unread_page() -> None:
    report = IndexReport(
        read=("a.pdf",),
        removed=("古い.pdf",),
        left_out=("誤り.pdf",),
        skipped=(SkippedFile("b.docx", "Word files are not read yet"),),
        unread_pages=tuple(UnreadPage("a.pdf", page, "no text layer") for page in (3, 5, 6, 7)),
        doubtful_pages=(UnreadPage("a.pdf", 9, "read by OCR with low confidence (.60)"),),
        pages=COUNTS,
        notices=(Notice("metadata.csv", "there is no file c.pdf"),),
    )
    assert report_text(report).splitlines() == [
        "read 1, unchanged 0, removed 1, skipped 1, pages that could not be read 4",
        "pages 12: text 7, OCR 2 (0.93), blank 1, waiting 1, unread 1",
        "removed: 古い.pdf",
        "left out: 誤り.pdf: removed by a user",
        "notice: metadata.csv: there is no file c.pdf",
        "skipped: b.docx: Word files are not read yet",
        "unread: a.pdf p.3, 5-7: no text layer",
        "doubtful: a.pdf p.9: read by OCR with low confidence (.60)",
    ]


def test_every_page_is_in_one_of_the_counts() -> None:
    assert COUNTS.total == 12
    assert counts_text(PageCounts()) == "none"


def test_the_status_has_a_line_for_each_document_in_columns() -> None:
    lines = status_text(ReadIndex()).splitlines()
    head = next(line for line in lines if line.startswith("document "))
    first, second = lines[lines.index(head) + 1 : lines.index(head) + 3]
    assert " ".join(first.split()) == (
        "監査/報告書.pdf 12 text 7, OCR 2 (0.93), blank 1, waiting 1, unread 1 20 33 4 120 5 6 12.3"
    )
    assert cell_len(first) == cell_len(second) == cell_len(head)
    assert "unread: 監査/報告書.pdf p.12: the page is damaged" in lines
    assert "doubtful: 監査/報告書.pdf p.3: read by OCR with low confidence (.60)" in lines


def test_a_hostile_name_steers_no_terminal() -> None:
    text = status_text(ReadIndex())
    assert "\x1b" not in text
    assert "skipped: b\ufffd.docx: it is empty (0 bytes)" in text


def test_the_status_in_json_tells_all_of_it() -> None:
    told = json.loads(json.dumps(status_json(ReadIndex())))
    assert told["pages_read"] == {
        "text": 7,
        "ocr": 2,
        "blank": 1,
        "waiting": 1,
        "unread": 1,
        "confidence": 0.934,
    }
    assert told["unread_pages"] == [
        {"path": "監査/報告書.pdf", "page": 12, "reason": "the page is damaged", "document_id": ""}
    ]
    first = told["readings"][0]
    assert (first["id"], first["kind"], first["pages"], first["seconds"]) == ("a", "監査報告書", 12, 12.34)
    assert first["evidence"] == [{"field": "issuer", "source": "text", "quote": "架空県", "page": 3}]
    assert set(told) >= {
        "documents",
        "passages",
        "findings",
        "encoder",
        "bytes_on_disk",
        "sources",
        "skipped",
    }
