"""Files that can be read and, one sentence each, why the others cannot."""

import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from corpus import Limits, UnreadableFile
from corpus.formats.text_encodings import decode
from corpus.reading import ADVICE, KNOWN_FORMATS, READ_KINDS, READERS, read_document
from tests.corpus_files import write_pdf

TEXT = "第１章　総則\nこの計画は、情報資産を守ることを目的とする。\n"


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_document(path, path.name, limits or Limits())
    return caught.value.reason


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return write_pdf(tmp_path / "計画.pdf", [["第１章　総則", "この計画の目的を定める。"]])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_text_is_read_in_the_encodings_that_offices_use(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "計画.txt"
    path.write_bytes(TEXT.encode(encoding))
    parsed = read_document(path, "総務/計画.txt", Limits())
    assert parsed.pages[0].text.lstrip("\ufeff") == TEXT
    assert (parsed.document.path, parsed.document.page_count, len(parsed.pages)) == ("総務/計画.txt", 0, 1)
    assert parsed.pages[0].number == 1


def test_half_width_katakana_does_not_turn_cp932_into_euc_jp() -> None:
    text = "ﾃﾞｼﾞﾀﾙ推進課 ①～③ ㈱髙島 Ⅳ"
    assert decode(text.encode("cp932")) == text


def test_a_document_is_known_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.md"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text(TEXT, encoding="utf-8")
    one, other = (read_document(path, path.name, Limits()).document for path in (first, second))
    assert one.id == other.id
    assert len(one.id) == 64


def test_a_form_feed_does_not_break_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一頁目の文。\f\n\f二頁目の文。", encoding="utf-8")
    assert "二頁目" in read_document(path, path.name, Limits()).pages[0].text


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("告示.jtd", "Ichitaro files (.jtd) are not read yet; save them as PDF"),
        ("図面.XDW", "DocuWorks files (.xdw) are not read yet; save them as PDF"),
        ("連絡.msg", "Outlook's own files (.msg) are not read yet; save them as .eml"),
        ("文書.lzh", "archives (.lzh) are not read yet; unpack them, or pack as .zip"),
        ("何か.xyz", f"files named .xyz are not read; read are {READ_KINDS}"),
        ("README", f"a file without a suffix is not read; read are {READ_KINDS}"),
    ],
)
def test_a_format_without_a_reader_is_named(tmp_path: Path, name: str, named: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"something")
    assert refusal(path) == named


def test_no_format_is_said_to_be_unread_that_has_a_reader() -> None:
    assert not KNOWN_FORMATS.keys() & READERS.keys()
    assert ADVICE.keys() <= KNOWN_FORMATS.keys()


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.touch()
    assert refusal(path) == "it is empty (0 bytes)"


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_junk_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(bytes(range(256)) * 40)
    assert refusal(path)


def test_white_space_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" \n\n　\n", encoding="utf-8")
    assert refusal(path) == "it holds no text, only white space"


def test_binary_data_named_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc\x00\x01\x02\x03" * 50)
    assert refusal(path) == "it is named as text but holds binary data"


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "図.pdf"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert refusal(picture) == "it is named .pdf but is a PNG image"
    with zipfile.ZipFile(tmp_path / "文書.pdf", "w") as archive:
        archive.writestr("a.txt", "a")
    assert refusal(tmp_path / "文書.pdf") == "it is named .pdf but is a zip archive or an Office file"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".csv", ".html", ".eml", ".docx", ".xlsx", ".png"])
def test_a_pdf_under_another_name_is_said_to_be_one(tmp_path: Path, pdf: Path, suffix: str) -> None:
    renamed = tmp_path / f"計画{suffix}"
    renamed.write_bytes(pdf.read_bytes())
    assert refusal(renamed) == f"it is named {suffix} but is a PDF"


def test_a_web_page_named_csv_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "表.csv").write_text("<html><table><tr><td>1</td></tr></table></html>")
    assert refusal(tmp_path / "表.csv") == "it is named .csv but is an HTML page"


def test_a_picture_is_read_under_the_name_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "写真.JPG"
    Image.new("RGB", (8, 8)).save(path, "PNG")
    assert len(read_document(path, path.name, Limits()).pages) == 1


def test_random_bytes_named_pdf_are_said_to_be_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "junk.pdf"
    path.write_bytes(bytes(range(256)) * 8)
    assert refusal(path) == "it is named .pdf but is no PDF"


def test_a_truncated_pdf_is_refused(tmp_path: Path, pdf: Path) -> None:
    path = tmp_path / "切れた.pdf"
    path.write_bytes(pdf.read_bytes()[:300])
    assert refusal(path) == "the PDF is truncated: its end is missing"


def test_a_damaged_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "壊れた.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"junk " * 100 + b"\n%%EOF\n")
    assert refusal(path) == "the PDF is damaged"


def test_a_pdf_with_a_user_password_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "秘.pdf", [["本文"]], owner_password="o", user_password="u")
    assert refusal(path) == "it is encrypted and needs a password"


def test_a_pdf_encrypted_for_its_owner_alone_is_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "白書.pdf", [["公開された本文です。"]], owner_password="o")
    assert "公開された本文です。" in read_document(path, path.name, Limits()).pages[0].text


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert refusal(tmp_path / "a.txt") == "it is not a file"
    assert refusal(tmp_path / "b.txt") == "there is no such file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_read_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert refusal(path) == "there is no permission to read it"


def test_a_permission_error_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    def deny(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", deny)
    assert refusal(path) == "there is no permission to read it"


def test_a_file_over_the_size_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (2 * 1024 * 1024))
    assert refusal(path, Limits(file_megabytes=1)) == "it is 2 MiB large, and a file may have 1 MiB"


def test_a_pdf_over_the_page_limit_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "長い.pdf", [["一"], ["二"], ["三"]])
    assert refusal(path, Limits(pages=2)) == "it has 3 pages, and a file may have 2"


def test_a_fault_of_a_reader_becomes_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, limits: Limits) -> None:
        raise KeyError("x")

    monkeypatch.setitem(READERS, ".txt", fail)
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert refusal(path) == "the reader failed on it (KeyError: 'x')"
