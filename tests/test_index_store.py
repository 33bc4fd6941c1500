"""The tables of a library: what goes in, what goes with it, and what a reader sees meanwhile."""

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.types import (
    Box,
    Evidence,
    Field,
    Finding,
    Measure,
    Page,
    Run,
    Span,
    SplitDocument,
    TableRow,
    TableValue,
)
from index.errors import LibraryError
from index.storage.bookkeeping import document_at, documents_without_files, put_file
from index.storage.database import Reading, connect, writing
from index.storage.migrations import MIGRATIONS, applied
from index.storage.place_queries import select_fields, select_rows, select_texts
from index.storage.queries import (
    select_document,
    select_evidence,
    select_findings,
    select_page,
    select_pages,
    select_passage,
)
from index.storage.reading_status import (
    UNREAD_REASON,
    select_doubtful_pages,
    select_readings,
    select_unread_pages,
)
from index.storage.records import read_spans, write_spans
from index.storage.store import Reading as HowRead
from index.storage.store import delete_document, insert_document, last_number, passages_after
from tests.library_files import made_document


def split_document(name: str, texts: list[str]) -> SplitDocument:
    parsed, sections, passages = made_document(name, texts, "監査報告書", "秋田県", 2020)
    findings = (Finding(name, "指摘事項", "22", "パスワードの設定", "152", (passages[0].id,)),)
    return SplitDocument(parsed, sections, passages, findings)


def put(connection: sqlite3.Connection, name: str, texts: list[str]) -> SplitDocument:
    split = split_document(name, texts)
    insert_document(connection, split, HowRead("ab/abc.pdf"))
    put_file(connection, f"/source/{name}.pdf", "/source", f"{name}.pdf", name)
    return split


def test_what_is_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        split = put(connection, "甲", ["一", "二"])
    with Reading(tmp_path).snapshot() as connection:
        assert applied(connection) == len(MIGRATIONS)
        assert select_document(connection, "甲") == split.parsed.document
        assert select_pages(connection, "甲") == list(split.parsed.pages)
        assert select_passage(connection, "甲-2") == split.passages[1]
        assert select_findings(connection) == list(split.findings)
        assert document_at(connection, "/source/甲.pdf") == "甲"
        assert [each.passage for each in passages_after(connection, 0, None)] == list(split.passages)


def test_all_of_a_document_goes_with_it_and_numbers_are_never_used_again(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        put(connection, "甲", ["一", "二"])
        assert delete_document(connection, "甲") == [1, 2]
        for table in ("documents", "files", "pages", "sections", "passages", "findings", "evidence"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
        put(connection, "乙", ["三"])
        assert last_number(connection) == 3
        assert [each.number for each in passages_after(connection, 0, None)] == [3]


def test_a_document_stays_as_long_as_any_path_leads_to_it(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        put(connection, "甲", ["一"])
        put_file(connection, "/source/写し.pdf", "/source", "写し.pdf", "甲")
        connection.execute("DELETE FROM files WHERE path = '写し.pdf'")
        assert documents_without_files(connection) == []
        connection.execute("DELETE FROM files")
        assert documents_without_files(connection) == ["甲"]


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        put(connection, "甲", ["一"])
    with pytest.raises(RuntimeError, match="half way"), writing(tmp_path) as connection:
        put(connection, "乙", ["二"])
        raise RuntimeError("half way")
    with pytest.raises(LibraryError, match="nothing was changed in it"), writing(tmp_path) as connection:
        put(connection, "丙", ["三"])
        put(connection, "甲", ["一"])
    with Reading(tmp_path).snapshot() as connection:
        assert [row["id"] for row in connection.execute("SELECT id FROM documents")] == ["甲"]


def test_a_snapshot_does_not_move_while_a_writer_commits(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        put(connection, "甲", ["一"])
    reading = Reading(tmp_path)
    with reading.snapshot() as before:
        assert select_document(before, "乙") is None
        with writing(tmp_path) as connection:
            put(connection, "乙", ["二"])
        assert select_document(before, "乙") is None
    with reading.snapshot() as after:
        assert select_document(after, "乙") is not None
    reading.close()


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        put(connection, "甲", ["一"])
    with pytest.raises(LibraryError, match="readonly"), Reading(tmp_path).snapshot() as connection:
        connection.execute("DELETE FROM documents")


def test_pages_that_could_not_be_read_are_told_with_their_reasons(tmp_path: Path) -> None:
    split = split_document("甲", ["一"])
    pages = (
        *split.parsed.pages,
        Page(2, None, "", "none"),
        Page(3, None, "", "none", reason="OCR found no text in its picture"),
        Page(4, None, "四", "ocr", 0.6, "read by OCR with low confidence (.60)"),
    )
    split = replace(split, parsed=replace(split.parsed, pages=pages))
    with writing(tmp_path) as connection:
        insert_document(connection, split, HowRead())
        put_file(connection, "/source/甲.pdf", "/source", "甲.pdf", "甲")
        assert select_pages(connection, "甲") == list(pages)
        assert [(page.path, page.page, page.reason) for page in select_unread_pages(connection)] == [
            ("甲.pdf", 2, UNREAD_REASON),
            ("甲.pdf", 3, "OCR found no text in its picture"),
        ]
        assert [page.page for page in select_doubtful_pages(connection)] == [4]
        counts = select_readings(connection)[0].pages
        assert (counts.text, counts.ocr, counts.unread, counts.confidence) == (1, 1, 2, 0.6)


def test_rows_fields_measures_evidence_and_places_are_read_back(tmp_path: Path) -> None:
    span = Span(1, 0, 1)
    split = split_document("甲", ["一"])
    page = Page(
        1, "3", "一\t二", "text", None, None, (Run(0, 1, 7),), (Box(0, 1, 0.1, 0.2, 0.3, 0.4),), ((2, 3),)
    )
    value = TableValue(("予算額",), "△1,234", Decimal("-1234"), "千円", 2024, span)
    split = replace(
        split,
        parsed=replace(split.parsed, pages=(page,), evidence=(Evidence("title", "text", "一", span),)),
        passages=(replace(split.passages[0], side="right"),),
        rows=(TableRow("甲", 0, "歳出", ("総務費", "総務管理費"), (value,), span),),
        fields=(Field("甲", "更新事業", "予算額", "1.50", Decimal("1.50"), "億円", 2024, (span,)),),
        measures=(Measure("甲", "指摘事項", "22", "パスワードの設定", "措置済", "152", 1, ("甲-1",)),),
    )
    with writing(tmp_path) as connection:
        insert_document(connection, split, HowRead(seconds=1.5))
        assert select_page(connection, "甲", 1) == page
        assert select_passage(connection, "甲-1") == split.passages[0]
        assert select_rows(connection, "甲") == list(split.rows)
        assert select_fields(connection, "甲") == list(split.fields)
        assert select_texts(connection, "甲", [Span(1, 2, 3), Span(2, 0, 1)]) == ["二", ""]
        for where, there in (
            ([Span(1, 0, 5)], 1),
            ([Span(1, 1, 5)], 0),
            ([Span(2, 0, 5)], 0),
            ([Span(2, 0, 5), Span(1, 0, 1)], 1),
            ([], 0),
        ):
            assert len(select_rows(connection, "甲", where)) == there
            assert len(select_fields(connection, "甲", where)) == there
        assert select_evidence(connection, "甲") == list(split.parsed.evidence)
        assert select_findings(connection) == [replace(split.findings[0], measures=("甲-1",))]
        reading = select_readings(connection)[0]
        assert (reading.rows, reading.fields, reading.findings, reading.seconds) == (1, 1, 1, 1.5)


def test_foreign_keys_are_held(tmp_path: Path) -> None:
    with writing(tmp_path):
        pass
    connection = connect(tmp_path / "library.sqlite", "rw")
    with pytest.raises(sqlite3.IntegrityError):
        put_file(connection, "/source/x", "/source", "x", "no such document")
    connection.close()


def test_spans_are_written_and_read_alike() -> None:
    spans = (Span(1, 0, 5), Span(2, 7, 9))
    assert read_spans(write_spans(spans)) == spans
