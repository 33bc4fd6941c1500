"""An archive stands for a folder: its files come and go with it, and what is wrong in it is named."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from index import Library, refresh
from index.runs.archives import FOLDER
from tests.tiny_encoder import TinyEncoder

TEXTS = {
    "報告書.txt": "第1章 監査の結果\n\n公印の管理を改めるべきである。\n",
    "別冊/資料.txt": "備品台帳の写し\n",
}


def zipped(texts: Mapping[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return written.getvalue()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "資料.zip").write_bytes(zipped(TEXTS))
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "library"


def paths(data: Path) -> list[str]:
    return [document.path for document in Library.open(data, TinyEncoder()).documents()]


def test_the_files_of_an_archive_are_documents_below_it(source: Path, data: Path) -> None:
    report = refresh(data, [source], TinyEncoder())
    assert report.skipped == ()
    assert set(report.read) == {"資料.zip/報告書.txt", "資料.zip/別冊/資料.txt"}
    library = Library.open(data, TinyEncoder())
    hit = library.search("公印", legs="lexical")[0]
    assert hit.document.path == "資料.zip/報告書.txt"
    original = library.original(hit.document.id)
    assert original is not None
    assert original.read_text(encoding="utf-8") == TEXTS["報告書.txt"]
    assert not (data / FOLDER).exists()


def test_an_unchanged_archive_is_not_even_unpacked(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(data, [source], TinyEncoder())
    monkeypatch.setattr("corpus.ParserProcess.unpack", None)
    monkeypatch.setattr("corpus.ParserProcess.split_packed", None)
    report = refresh(data, [source], TinyEncoder())
    assert (len(report.unchanged), report.read, report.removed) == (2, (), ())


def test_a_changed_archive_brings_and_takes_its_files(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    texts = {"報告書.txt": TEXTS["報告書.txt"], "新規.txt": "公用車の更新\n"}
    (source / "資料.zip").write_bytes(zipped(texts))
    report = refresh(data, [source], TinyEncoder())
    assert report.read == ("資料.zip/新規.txt",)
    assert report.removed == ("資料.zip/別冊/資料.txt",)
    assert set(paths(data)) == {"資料.zip/報告書.txt", "資料.zip/新規.txt"}


def test_a_removed_archive_goes_with_its_files(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    (source / "資料.zip").unlink()
    report = refresh(data, [source], TinyEncoder())
    assert set(report.removed) == {"資料.zip/報告書.txt", "資料.zip/別冊/資料.txt"}
    assert paths(data) == []


def test_a_damaged_archive_is_named_and_what_came_of_it_before_stays(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    (source / "資料.zip").write_bytes(zipped(TEXTS)[:60])
    report = refresh(data, [source], TinyEncoder())
    assert [skipped.path for skipped in report.skipped] == ["資料.zip"]
    assert report.removed == ()
    assert len(paths(data)) == 2


def test_what_is_wrong_in_an_archive_is_named_with_its_place(source: Path, data: Path) -> None:
    (source / "資料.zip").write_bytes(zipped(TEXTS | {"空.pdf": "", "../外.txt": "外に出る\n"}))
    report = refresh(data, [source], TinyEncoder())
    skipped = {each.path: each.reason for each in report.skipped}
    assert "0 bytes" in skipped.pop("資料.zip/空.pdf")
    assert len(skipped) == 1 and "外.txt" in next(iter(skipped))
    assert set(paths(data)) == {"資料.zip/報告書.txt", "資料.zip/別冊/資料.txt"}
    assert list(source.parent.rglob("外.txt")) == []


def test_the_same_file_in_an_archive_and_beside_it_is_one_document(source: Path, data: Path) -> None:
    (source / "写し.txt").write_text(TEXTS["報告書.txt"], encoding="utf-8")
    refresh(data, [source], TinyEncoder())
    assert len(paths(data)) == 2
    (source / "資料.zip").unlink()
    refresh(data, [source], TinyEncoder())
    assert paths(data) == ["写し.txt"]
