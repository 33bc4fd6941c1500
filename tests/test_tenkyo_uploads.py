"""Uploaded files are stored under safe names, none in the place of another, or refused with a reason."""

import unicodedata
from pathlib import Path

import pytest

from corpus.reader import Limits
from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings, read_settings
from tenkyo.uploads import (
    MOST_NAME_BYTES,
    delete_upload,
    safe_name,
    store_upload,
    uploaded_names,
    uploads_among,
    uploads_folder,
)

ROOT = Path(__file__).parents[1]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(data=tmp_path / "library")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("報告書.pdf", "報告書.pdf"),
        ("../../etc/報告書.pdf", "報告書.pdf"),
        (r"C:\文書\報告書.pdf", "報告書.pdf"),
        ("/etc/passwd.txt", "passwd.txt"),
        ("..", "_"),
        (".隠れた.pdf", "隠れた.pdf"),
        ("~$報告書.docx", "報告書.docx"),
        (unicodedata.normalize("NFD", "ガイド.pdf"), "ガイド.pdf"),
        ("改\n行\x00.pdf", "改_行_.pdf"),
        ("fdp\u202e.exe.pdf", "fdp_.exe.pdf"),
        ('a<b>:"c|?*.txt', "a_b___c___.txt"),
        ("報告書.pdf. ", "報告書.pdf"),
        ("", "_"),
        ("\ud800.txt", "_.txt"),
    ],
)
def test_a_name_is_one_in_the_folder_and_shows_what_it_is(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_long_name_keeps_its_suffix() -> None:
    name = safe_name("議" * 300 + ".xlsx")
    assert name.endswith("議.xlsx")
    assert len(name.encode()) <= MOST_NAME_BYTES


def test_another_file_of_the_same_name_gets_a_number_and_the_same_one_is_kept_once(
    settings: Settings,
) -> None:
    first = store_upload(settings, "報告書.txt", b"a")
    second = store_upload(settings, "報告書.txt", b"b")
    again = store_upload(settings, "報告書.txt", b"b")
    assert [first.name, second.name, again.name] == ["報告書.txt", "報告書 (2).txt", "報告書 (2).txt"]
    assert [first.renamed, second.renamed] == [False, True]
    assert uploaded_names(settings.data) == ["報告書 (2).txt", "報告書.txt"]
    assert (uploads_folder(settings.data) / "報告書.txt").read_bytes() == b"a"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("動画.mp4", b"x", "この形式（.mp4）は読めません"),
        ("名前だけ", b"x", "拡張子なし"),
        ("空.pdf", b"", "空のファイル"),
        ("大.pdf", b"x" * (1 << 20) + b"x", "上限1 MiB"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    settings = read_settings(data=tmp_path, limit_file_megabytes=1)
    with pytest.raises(TenkyoError) as refused:
        store_upload(settings, name, content)
    assert said in refused.value.japanese
    assert not uploads_folder(tmp_path).exists()


def test_nothing_is_stored_or_deleted_where_the_administrator_alone_may(settings: Settings) -> None:
    store_upload(settings, "報告書.txt", b"a")
    closed = read_settings(data=settings.data, uploads=False)
    with pytest.raises(TenkyoError, match="uploads"):
        store_upload(closed, "意見.txt", b"a")
    with pytest.raises(TenkyoError):
        delete_upload(closed, "報告書.txt")
    assert uploaded_names(settings.data) == ["報告書.txt"]


def test_only_uploads_are_deleted(settings: Settings, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("x", encoding="utf-8")
    store_upload(settings, "報告書.txt", b"a")
    store_upload(settings, "書庫.zip", b"a")
    folder = uploads_folder(settings.data).resolve()
    outside = [str(own), str(folder / "書庫.zip" / "中.txt"), str(folder / ".." / "own.txt")]
    uploads = [folder / "報告書.txt", folder / "無い.txt"]
    assert uploads_among(settings.data, [*outside, *map(str, uploads)]) == uploads
    for name in ("../../own.txt", "無い.txt"):
        with pytest.raises(TenkyoError):
            delete_upload(settings, name)
    delete_upload(settings, "書庫.zip")
    assert own.exists()
    assert uploaded_names(settings.data) == ["報告書.txt"]


def test_the_server_takes_files_as_large_as_they_are_read() -> None:
    text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert f"maxUploadSize = {Limits().file_megabytes}\n" in text
