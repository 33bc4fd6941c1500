"""metadata.csv states what files are; what in it says nothing is named."""

from pathlib import Path

import pytest

from index import Library, refresh
from index.storage.metadata import parse_metadata
from index.types import IndexReport
from tests.library_files import write_texts
from tests.tiny_encoder import TinyEncoder

HEADS = "path,title,kind,issuer,fiscal_year\n"
ROW = "監査/報告書.txt,監査の報告,監査報告書,架空県,令和2年度\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "source")


def index(source: Path) -> IndexReport:
    return refresh(source.parent / "library", [source], TinyEncoder())


def described(source: Path) -> dict[str, tuple[str, str | None, str | None, int | None]]:
    library = Library.open(source.parent / "library", TinyEncoder())
    return {each.path: (each.title, each.kind, each.issuer, each.fiscal_year) for each in library.documents()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_what_is_stated_goes_before_what_the_text_tells(source: Path, encoding: str) -> None:
    (source / "metadata.csv").write_bytes((HEADS + ROW).encode(encoding))
    report = index(source)
    assert report.notices == ()
    assert report.skipped == ()
    found = described(source)
    assert found["監査/報告書.txt"] == ("監査の報告", "監査報告書", "架空県", 2020)
    assert "metadata.csv" not in found


def test_the_evidence_names_the_file(source: Path) -> None:
    (source / "metadata.csv").write_text(HEADS + ROW, encoding="utf-8")
    index(source)
    library = Library.open(source.parent / "library", TinyEncoder())
    document = next(each for each in library.documents() if each.path == "監査/報告書.txt")
    told = {each.field: (each.source, each.quote) for each in library.evidence(document.id)}
    assert told["issuer"] == ("metadata.csv", "架空県")
    assert told["fiscal_year"] == ("metadata.csv", "2020")


def test_a_change_in_it_describes_anew_and_reads_nothing(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(source)
    monkeypatch.setattr("corpus.ParserProcess.split_packed", None)
    (source / "metadata.csv").write_text(HEADS + ROW, encoding="utf-8")
    index(source)
    assert described(source)["監査/報告書.txt"][2] == "架空県"
    (source / "metadata.csv").unlink()
    index(source)
    assert described(source)["監査/報告書.txt"][2] is None


def test_the_nearest_file_goes_before_those_further_out(source: Path) -> None:
    (source / "metadata.csv").write_text(HEADS + ROW, encoding="utf-8")
    (source / "監査" / "metadata.csv").write_text("path,issuer\n報告書.txt,近市\n", encoding="utf-8")
    index(source)
    assert described(source)["監査/報告書.txt"][2] == "近市"


def test_what_says_nothing_is_named(source: Path) -> None:
    rows = "path,title,author,fiscal_year\n無い.txt,題,誰か,2020\n予算.md,予算,誰か,来年\n,名無し,,\n"
    (source / "metadata.csv").write_text(rows, encoding="utf-8")
    assert [(notice.path, notice.text) for notice in index(source).notices] == [
        ("metadata.csv", "the column author is not known"),
        ("metadata.csv", "line 3: 来年 is no fiscal year (2020, 令和2年度)"),
        ("metadata.csv", "line 4 names no file"),
        ("metadata.csv", "there is no file 無い.txt"),
    ]
    assert described(source)["予算.md"][0] == "予算"


def test_a_row_for_a_file_outside_this_run_is_no_fault(source: Path) -> None:
    (source / "metadata.csv").write_text(HEADS + ROW, encoding="utf-8")
    index(source)
    assert refresh(source.parent / "library", [source / "予算.md"], TinyEncoder()).notices == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"", "it is empty"),
        (b"name,title\na,b\n", "path is missing"),
        (b'path,title\n"a,b\n', "it is no CSV file"),
        (b"\x81\xff\xfe", "neither in UTF-8 nor in CP932"),
    ],
)
def test_a_file_that_is_no_such_table_is_named_and_stops_nothing(
    source: Path, written: bytes, said: str
) -> None:
    (source / "metadata.csv").write_bytes(written)
    report = index(source)
    assert len(report.read) == 3
    assert said in report.notices[0].text


@pytest.mark.parametrize(
    ("cell", "year"),
    [("2020", 2020), ("令和2年度", 2020), ("R2", 2020), ("令和元年", 2019), ("２０２０年度", 2020)],
)
def test_years_in_all_their_forms(cell: str, year: int) -> None:
    stated = parse_metadata(f"path,fiscal_year\na.txt,{cell}\n".encode()).stated
    assert dict(stated["a.txt"]) == {"fiscal_year": year}
