"""Pages that only OCR can read: the rest is searchable before, what was read is kept, each is told of."""

from importlib import import_module
from pathlib import Path

import pytest

from corpus import Limits
from index import Library, refresh
from index.types import IndexReport, Progress, no_progress
from tests.corpus_files import write_pdf, write_picture_pdf
from tests.slow_parsing import SlowPool, know_engine
from tests.slow_worker import ENGINE
from tests.tiny_encoder import TinyEncoder


@pytest.fixture(autouse=True)
def made_up_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    know_engine()
    monkeypatch.setitem(vars(import_module("index.runs.refresh")), "ParserPool", SlowPool)
    monkeypatch.setenv("TEST_LOG", str(tmp_path / "log"))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A digital file, and one with a scanned page, an empty one and one with text."""
    folder = tmp_path / "source"
    folder.mkdir()
    write_pdf(folder / "規程.pdf", [["公用車の使用に関する規程"]])
    write_picture_pdf(folder / "走査.pdf")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "library"


def scan(
    data: Path,
    source: Path,
    ocr: str = ENGINE,
    progress: Progress = no_progress,
    limits: Limits | None = None,
) -> IndexReport:
    return refresh(data, [source], TinyEncoder(), limits, progress, processes=2, ocr=ocr)


def found(data: Path, query: str) -> list[str]:
    return [hit.document.path for hit in Library.open(data, TinyEncoder()).search(query, legs="lexical")]


def pages_scanned(tmp_path: Path) -> int:
    log = tmp_path / "log"
    return log.read_text().count("ocr") if log.exists() else 0


def test_digital_pages_can_be_searched_while_ocr_goes_on(source: Path, data: Path) -> None:
    before: list[tuple[list[str], list[str], int]] = []

    def look(stage: str, done: int, total: int, name: str = "", /) -> None:
        if stage == "ocr" and not before:
            waiting = Library.open(data, TinyEncoder()).status().page_counts.waiting
            before.append((found(data, "公用車"), found(data, "本文のある頁"), waiting))
            assert "can be searched" in name

    report = scan(data, source, progress=look)
    assert before == [(["規程.pdf"], ["走査.pdf"], 1)]
    assert found(data, "非常用電源") == ["走査.pdf"]
    counts = report.pages
    assert (counts.text, counts.ocr, counts.blank, counts.waiting, counts.unread) == (2, 1, 1, 0, 0)
    assert counts.confidence == pytest.approx(0.9)


def test_a_page_is_read_by_ocr_once(source: Path, data: Path, tmp_path: Path) -> None:
    scan(data, source)
    (source / "走査.pdf").rename(source / "走査結果.pdf")
    report = scan(data, source)
    assert report.read == ()
    assert pages_scanned(tmp_path) == 1
    assert found(data, "非常用電源") == ["走査結果.pdf"]


def test_ocr_that_was_interrupted_goes_on(source: Path, data: Path, tmp_path: Path) -> None:
    (source / "走査2.pdf").write_bytes((source / "走査.pdf").read_bytes() + b"\n")

    def stop(stage: str, done: int, total: int, name: str = "", /) -> None:
        if stage == "ocr" and done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scan(data, source, progress=stop)
    assert found(data, "公用車") == ["規程.pdf"]
    assert found(data, "非常用電源") == []
    read = pages_scanned(tmp_path)
    report = scan(data, source)
    assert report.pages.ocr == 2
    assert set(found(data, "非常用電源")) == {"走査.pdf", "走査2.pdf"}
    assert pages_scanned(tmp_path) <= read + 1


def test_without_ocr_the_pages_are_told_and_ocr_may_come_later(source: Path, data: Path) -> None:
    report = scan(data, source, ocr="none")
    assert [(page.path, page.page) for page in report.unread_pages] == [("走査.pdf", 1)]
    report = scan(data, source)
    assert report.unread_pages == ()
    assert found(data, "非常用電源") == ["走査.pdf"]
    report = scan(data, source, ocr="none")
    assert report.unread_pages == ()
    assert found(data, "非常用電源") == ["走査.pdf"]


def test_a_page_that_was_too_much_for_the_limits_is_tried_again_under_others(
    source: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEST_SLOW", "7")
    for _ in range(2):
        report = scan(data, source, limits=Limits(seconds=4))
        assert [(page.page, page.reason) for page in report.unread_pages] == [
            (1, "reading it took longer than 4 seconds")
        ]
    assert report.pages.waiting == 0
    monkeypatch.setenv("TEST_SLOW", "0")
    assert len(scan(data, source, limits=Limits(seconds=4)).unread_pages) == 1
    assert pages_scanned(tmp_path) == 0
    assert scan(data, source, limits=Limits(seconds=60)).unread_pages == ()
    assert found(data, "非常用電源") == ["走査.pdf"]


def test_an_engine_that_is_not_there_is_told(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.ocr import engines
    from corpus.ocr.types import OcrUnavailable

    def absent() -> str:
        raise OcrUnavailable("OCR needs the package made-up")

    monkeypatch.setitem(engines._FINGERPRINTS, "absent", absent)
    report = scan(data, source, ocr="absent")
    assert [notice.text for notice in report.notices] == [
        "OCR needs the package made-up; pages that only OCR can read stay unread"
    ]
    assert found(data, "公用車") == ["規程.pdf"]
