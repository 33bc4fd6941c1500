"""Archives unpacked into a folder, and what of hostile ones is left out."""

import io
import os
import stat
import struct
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus import Limits, ParserProcess, UnreadableFile
from corpus.formats.archive.reading import unpack
from corpus.reader import Unpacked

ZEROS = bytes(1024 * 1024)


def make_zip(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def unpacked(data: bytes, folder: Path, limits: Limits | None = None, suffix: str = ".zip") -> Unpacked:
    """What was unpacked, once it is known that the folder holds just that."""
    made = unpack(data, suffix, folder, limits or Limits())
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == set(made.members)
    assert len(made.members) == len(files)
    return made


def refused(data: bytes, folder: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFile) as caught:
        unpack(data, ".zip", folder, limits or Limits())
    assert not [path for path in folder.rglob("*") if path.is_file()]
    return caught.value.reason


def test_files_keep_their_folders_and_bytes(tmp_path: Path) -> None:
    data = make_zip(
        {"令和6年度/": b"", "令和6年度/計画.txt": "本文".encode(), "表.csv": b"1,2", "型.xyz": b"?"}
    )
    made = unpacked(data, tmp_path)
    assert made == Unpacked(("令和6年度/計画.txt", "表.csv", "型.xyz"))
    assert (tmp_path / "令和6年度/計画.txt").read_text(encoding="utf-8") == "本文"


@pytest.mark.parametrize("name", ["表示/ソ連.txt", "予算要求書（能登）.txt"])
def test_names_in_cp932_as_windows_writes_them(tmp_path: Path, name: str) -> None:
    written = name.encode("cp932")
    data = make_zip({"x" * len(written): b"1"}).replace(b"x" * len(written), written)
    assert unpacked(data, tmp_path).members == (name,)


def test_names_in_utf_8_without_the_flag_and_in_the_parts_that_macos_makes(tmp_path: Path) -> None:
    written = "が\u3099.txt".replace("が", "か").encode()
    data = make_zip({"x" * len(written): b"1"}).replace(b"x" * len(written), written)
    assert unpacked(data, tmp_path).members == ("が.txt",)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../外.txt", "its name leads to a place outside the archive"),
        ("a/../../外.txt", "its name leads to a place outside the archive"),
        ("..\\外.txt", "its name leads to a place outside the archive"),
        ("/etc/外.txt", "its name leads to a place outside the archive"),
        ("\\\\server\\外.txt", "its name leads to a place outside the archive"),
        ("C:\\外.txt", "its name leads to a place outside the archive"),
        ("c:外.txt", "its name leads to a place outside the archive"),
        ("a/CON.txt", "its name is one that Windows keeps for devices"),
        ("nul", "its name is one that Windows keeps for devices"),
        ("a\nb.txt", "its name holds characters that no file name may hold"),
        ("長" * 100 + ".txt", "its name is longer than the 255 bytes that a name may have"),
        ("深/" * 100 + "a.txt", "its path is too long"),
        ("~$計画.docx", "it is the lock file of an office program that has the document open"),
    ],
)
def test_a_name_that_leads_out_or_cannot_be_written_is_left_out(
    tmp_path: Path, name: str, reason: str
) -> None:
    made = unpacked(make_zip({name: b"1", "中.txt": b"2"}), tmp_path / "in")
    assert made.members == ("中.txt",)
    assert [told for _, told in made.skipped] == [reason]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]


def test_a_name_with_a_nul_is_left_out(tmp_path: Path) -> None:
    data = make_zip({"axb.txt": b"1"}).replace(b"axb.txt", b"a\x00b.txt")
    made = unpacked(data, tmp_path)
    assert made == Unpacked((), (("a\ufffdb.txt", "its name holds characters that no file name may hold"),))


def test_folders_parted_by_backslashes_and_what_windows_forbids(tmp_path: Path) -> None:
    made = unpacked(make_zip({"部\\課\\表.csv": b"1", "本当か?.txt": b"2"}), tmp_path)
    assert made.members == ("部/課/表.csv", "本当か_.txt")


def test_hidden_files_and_those_of_macos_are_passed_over(tmp_path: Path) -> None:
    files = {
        "__MACOSX/._a.txt": b"1",
        ".DS_Store": b"2",
        ".git/config": b"3",
        "a.txt": b"4",
        "__MACOSX/b": b"",
    }
    assert unpacked(make_zip(files), tmp_path) == Unpacked(("a.txt",))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_are_alike_are_told_apart(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("a.txt", "a.txt", "A.TXT", "b", "b/c.txt", "d/e.txt", "d"):
            archive.writestr(name, name)
    made = unpacked(buffer.getvalue(), tmp_path)
    assert made.members == ("a.txt", "a (2).txt", "A (3).TXT", "b", "d/e.txt", "d (2)")
    assert made.skipped == (("b/c.txt", "its folder has the name of another file"),)


def test_links_and_devices_are_left_out(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, mode in (
            ("link.txt", stat.S_IFLNK),
            ("pipe.txt", stat.S_IFIFO),
            ("disk.txt", stat.S_IFBLK),
        ):
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = (mode | 0o777) << 16
            archive.writestr(entry, "/etc/passwd")
    made = unpacked(buffer.getvalue(), tmp_path)
    assert dict(made.skipped) == {
        "link.txt": "it is a link, and links in archives are not followed",
        "pipe.txt": "it is not an ordinary file",
        "disk.txt": "it is not an ordinary file",
    }


def test_an_encrypted_member_is_left_out(tmp_path: Path) -> None:
    data = bytearray(make_zip({"秘.txt": b"1", "開.txt": b"2"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    made = unpacked(bytes(data), tmp_path)
    assert made == Unpacked(("開.txt",), (("秘.txt", "it is encrypted and needs a password"),))


def test_a_damaged_member_does_not_keep_the_others_out(tmp_path: Path) -> None:
    data = make_zip({"a.txt": b"abcdefgh", "b.txt": b"12345678"}, zipfile.ZIP_STORED)
    made = unpacked(data.replace(b"abcdefgh", b"abcdefgX", 1), tmp_path)
    assert made == Unpacked(("b.txt",), (("a.txt", "it is damaged in the archive"),))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_cannot_be_bounded_is_left_out(tmp_path: Path, method: int) -> None:
    made = unpacked(make_zip({"a.txt": b"1"}, method), tmp_path)
    assert made.skipped == (("a.txt", f"it is packed in a way that is not read (method {method})"),)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"PK\x05\x06", os.urandom(500), b"\x00" * 5000],
    ids=["empty", "member", "directory", "noise", "zeros"],
)
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(data, tmp_path) == "it is no zip archive, or it is damaged"


def test_an_archive_in_an_archive_is_a_folder_of_its_name(tmp_path: Path) -> None:
    inner = make_zip({"報告.pdf": b"%PDF", "../外.txt": b"1"})
    made = unpacked(make_zip({"年度/内.zip": inner, "年度/内.ZIP": inner, "悪.zip": b"no"}), tmp_path)
    assert made.members == ("年度/内.zip/報告.pdf", "年度/内 (2).ZIP/報告.pdf")
    assert dict(made.skipped) == {
        "年度/内.zip/../外.txt": "its name leads to a place outside the archive",
        "年度/内 (2).ZIP/../外.txt": "its name leads to a place outside the archive",
        "悪.zip": "it is no zip archive, or it is damaged",
    }


def test_a_mail_in_an_archive_is_a_document_beside_its_attachments(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "資料", "a@example.jp"
    mail.set_content("送ります。")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="表.pdf")
    made = unpacked(make_zip({"連絡.eml": mail.as_bytes()}), tmp_path)
    assert made == Unpacked(("連絡.eml", "連絡.eml（添付）/表.pdf"))


def test_a_mail_that_cannot_be_taken_apart_is_left_to_its_reader(tmp_path: Path) -> None:
    assert unpacked(make_zip({"連絡.eml": b"no mail"}), tmp_path) == Unpacked(("連絡.eml",))


def test_archives_in_archives_end_at_a_depth(tmp_path: Path) -> None:
    data = b"1"
    for depth in range(6):
        data = make_zip({f"{depth}.zip" if depth else "a.txt": data, f"{depth}.txt": b"2"})
    made = unpacked(data, tmp_path, Limits(archive_depth=3))
    assert made.members == ("5.zip/4.zip/3.txt", "5.zip/4.txt", "5.txt")
    assert made.skipped == (
        ("5.zip/4.zip/3.zip", "it lies in 3 archives, one in another, and no more of them are opened"),
    )


def test_more_members_than_may_be_are_refused_whole(tmp_path: Path) -> None:
    data = make_zip({f"{number}.txt": b"" for number in range(100_000)})
    assert refused(data, tmp_path) == "it holds 100,000 files, and an archive may hold 10,000"


def test_members_of_archives_in_an_archive_count_too(tmp_path: Path) -> None:
    inner = make_zip({f"{number}.txt": b"" for number in range(6)})
    made = unpacked(make_zip({"一.zip": inner, "二.zip": inner}), tmp_path, Limits(archive_members=10))
    assert len(made.members) == 6
    assert made.skipped == (("二.zip", "it holds 14 files, and an archive may hold 10"),)


def test_a_member_that_unpacks_to_a_thousand_times_its_size_is_left_out(tmp_path: Path) -> None:
    made = unpacked(make_zip({"爆弾.txt": ZEROS * 12, "中.txt": b"1"}), tmp_path)
    assert made == Unpacked(
        ("中.txt",), (("爆弾.txt", "it unpacks to more than 200 times its size, as a zip bomb does"),)
    )


def test_sizes_that_the_archive_tells_are_not_believed(tmp_path: Path) -> None:
    data = make_zip({"爆弾.txt": ZEROS * 12})
    lie = data.replace(struct.pack("<L", len(ZEROS) * 12), struct.pack("<L", 10))
    assert lie != data
    assert unpacked(lie, tmp_path).members == ()


def test_all_that_comes_out_is_bounded(tmp_path: Path) -> None:
    noise = os.urandom(400_000)
    files = {f"{number}.bin": noise + bytes([number]) for number in range(10)}
    made = unpacked(make_zip(files), tmp_path, Limits(expanded_megabytes=1))
    assert made.members == ("0.bin", "1.bin")
    reason = "all that is in the archive is more than the 1 MiB that may come out of one"
    assert made.skipped == tuple((f"{number}.bin", reason) for number in range(2, 10))


def test_a_member_larger_than_a_file_may_be_is_left_out(tmp_path: Path) -> None:
    made = unpacked(make_zip({"a.bin": os.urandom(1_100_000)}), tmp_path, Limits(file_megabytes=1))
    assert made.skipped == (("a.bin", "it is larger than the 1 MiB that a file may have"),)


def test_a_nest_of_bombs_takes_no_more_than_it_may(tmp_path: Path) -> None:
    """The shape of 42.zip: each of 16 archives holds 16, and so on, with zeros at the bottom."""
    data = ZEROS * 8
    for depth in range(4):
        data = make_zip({f"{depth}{number:x}.{'zip' if depth else 'txt'}": data for number in range(16)})
    made = unpacked(data, tmp_path, Limits(expanded_megabytes=64, archive_depth=8))
    assert len(made.members) <= 8
    assert {reason for _, reason in made.skipped} == {
        "all that is in the archive is more than the 64 MiB that may come out of one"
    }


def test_entries_that_share_bytes_are_refused(tmp_path: Path) -> None:
    """The shape of Fifield's bomb: many names of one body."""
    data = make_zip({"a": ZEROS})
    directory = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[directory:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 200, 200, len(entry) * 200, directory, 0)
    assert refused(data[:directory] + entry * 200 + tail, tmp_path) == (
        "files in it share the same bytes, as in a zip bomb"
    )


def test_an_archive_that_holds_itself_ends(tmp_path: Path) -> None:
    quine = make_zip({"r/r.zip": b"x" * 300}, zipfile.ZIP_STORED)
    made = unpacked(make_zip({"r.zip": quine}), tmp_path)
    assert made.skipped == (("r.zip/r/r.zip", "it is no zip archive, or it is damaged"),)


def test_the_parsing_process_unpacks_too(tmp_path: Path) -> None:
    path = tmp_path / "文書.zip"
    path.write_bytes(make_zip({"a.txt": b"1", "../b.txt": b"2"}))
    with ParserProcess(Limits()) as parser:
        made = parser.unpack(path, tmp_path / "out")
    assert made == Unpacked(("a.txt",), (("../b.txt", "its name leads to a place outside the archive"),))
    assert (tmp_path / "out/a.txt").read_bytes() == b"1"
