"""What a run does with files: new, unchanged, changed, renamed, removed, damaged, out of reach."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Limits
from index import Library, LibraryError, refresh
from index.runs.found import hash_file
from index.storage.database import writing
from tests.library_files import TEXTS, write_texts
from tests.tiny_encoder import TinyEncoder

FINISHING = "index.storage.writer.finish_generation"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "source")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "library"


def paths(data: Path, query: str) -> list[str]:
    return [hit.document.path for hit in Library.open(data, TinyEncoder()).search(query, legs="lexical")]


def all_paths(data: Path) -> set[str]:
    return {document.path for document in Library.open(data, TinyEncoder()).documents()}


def test_a_folder_is_read_whole_and_its_originals_are_kept(source: Path, data: Path) -> None:
    encoder = TinyEncoder()
    told: list[tuple[str, int, int]] = []
    report = refresh(
        data,
        [source],
        encoder,
        progress=lambda stage, done, total, name="": told.append((stage, done, total)),
    )
    assert set(report.read) == set(TEXTS)
    assert report.unchanged == report.removed == report.skipped == ()
    assert paths(data, "規程") == ["監査/報告書.txt"]
    library = Library.open(data, encoder)
    for document in library.documents():
        original = library.original(document.id)
        assert original is not None
        assert original.read_bytes() == (source / document.path).read_bytes()
        assert original.suffix == Path(document.path).suffix
    assert ("reading", 3, 3) in told
    passages = library.status().passages
    assert ("encoding", passages, passages) in told
    assert ("writing", 1, 1) in told
    assert library.status().sources == (str(source),)


def test_an_unchanged_folder_costs_no_reading_and_no_encoding(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(data, [source], TinyEncoder())
    monkeypatch.setattr("corpus.ParserProcess.split_packed", None)
    encoder = TinyEncoder()
    generations = sorted((data / "generations").iterdir())
    report = refresh(data, [source], encoder)
    assert set(report.unchanged) == set(TEXTS)
    assert report.read == report.removed == ()
    assert encoder.encoded == 0
    assert sorted((data / "generations").iterdir()) == generations


def test_a_file_that_was_not_touched_is_not_even_hashed_again(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.runs.found.CLOCK_TICK", -1)
    refresh(data, [source], TinyEncoder())
    (source / "監査" / "意見.txt").write_text("印刷機の更新\n", encoding="utf-8")
    hashed: list[str] = []

    def note(path: Path, limits: Limits) -> str | None:
        hashed.append(path.name)
        return hash_file(path, limits)

    monkeypatch.setattr("index.runs.found.hash_file", note)
    report = refresh(data, [source], TinyEncoder())
    assert hashed == ["意見.txt"]
    assert (report.read, len(report.unchanged)) == (("監査/意見.txt",), 2)


def test_a_file_changed_a_moment_ago_is_hashed_again(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    path = source / "予算.md"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"1,234", b"9,999"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert refresh(data, [source], TinyEncoder()).read == ("予算.md",)


def test_a_moved_file_costs_none_either_and_has_its_new_path(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(data, [source], TinyEncoder())
    monkeypatch.setattr("corpus.ParserProcess.split_packed", None)
    (source / "予算.md").rename(source / "監査" / "予算.md")
    encoder = TinyEncoder()
    report = refresh(data, [source], encoder)
    assert "監査/予算.md" in report.unchanged
    assert report.removed == ("予算.md",)
    assert encoder.encoded == 0
    assert paths(data, "庁内") == ["監査/予算.md"]


def test_a_renamed_file_is_described_by_its_new_name_and_not_read_again(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(data, [source], TinyEncoder())
    monkeypatch.setattr("corpus.ParserProcess.split_packed", None)
    (source / "予算.md").rename(source / "令和6年度予算要求書.md")
    report = refresh(data, [source], TinyEncoder())
    assert "令和6年度予算要求書.md" in report.unchanged
    assert report.removed == ("予算.md",)
    hits = Library.open(data, TinyEncoder()).search("庁内", legs="lexical")
    assert [(hit.document.path, hit.document.title, hit.document.fiscal_year) for hit in hits] == [
        ("令和6年度予算要求書.md", "令和6年度予算要求書", 2024)
    ]


def test_a_changed_file_takes_the_place_of_what_it_was(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    (source / "予算.md").write_text("# 予算要求\n\n公用車の更新を要求する。\n", encoding="utf-8")
    encoder = TinyEncoder()
    report = refresh(data, [source], encoder)
    assert report.read == ("予算.md",)
    assert report.removed == ()
    assert paths(data, "公用車") == ["予算.md"]
    assert paths(data, "庁内") == []
    assert len(list((data / "originals").rglob("*.*"))) == len(TEXTS)


def test_a_removed_file_goes_with_its_original(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    (source / "予算.md").unlink()
    report = refresh(data, [source], TinyEncoder())
    assert report.removed == ("予算.md",)
    assert all_paths(data) == set(TEXTS) - {"予算.md"}
    assert len(list((data / "originals").rglob("*.*"))) == len(TEXTS) - 1


def test_files_of_other_sources_stay(source: Path, data: Path, tmp_path: Path) -> None:
    other = write_texts(tmp_path / "other", {"規程.txt": "文書管理規程\n\n文書は5年保存する。\n"})
    refresh(data, [source], TinyEncoder())
    report = refresh(data, [other], TinyEncoder())
    assert report.removed == ()
    assert all_paths(data) == {*TEXTS, "規程.txt"}


def test_the_same_content_under_two_paths_is_one_document(source: Path, data: Path) -> None:
    (source / "写し.md").write_bytes((source / "予算.md").read_bytes())
    refresh(data, [source], TinyEncoder())
    assert len(Library.open(data, TinyEncoder()).documents()) == len(TEXTS)
    (source / "予算.md").unlink()
    assert refresh(data, [source], TinyEncoder()).removed == ("予算.md",)
    assert paths(data, "庁内") == ["写し.md"]


def test_a_file_that_was_damaged_is_reported_and_what_was_indexed_stays(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    (source / "予算.md").write_bytes(b"")
    for _ in range(2):
        report = refresh(data, [source], TinyEncoder())
        assert [skipped.path for skipped in report.skipped] == ["予算.md"]
        assert "empty" in report.skipped[0].reason
        assert report.skipped[0].reason.endswith("what was indexed of it before stays")
        assert paths(data, "庁内") == ["予算.md"]
    assert Library.open(data, TinyEncoder()).status().skipped == report.skipped
    write_texts(source)
    assert refresh(data, [source], TinyEncoder()).skipped == ()
    assert Library.open(data, TinyEncoder()).status().skipped == ()


def test_what_is_no_file_to_read_is_told_with_its_reason(source: Path, data: Path, tmp_path: Path) -> None:
    secret = write_texts(tmp_path / "elsewhere", {"秘密.txt": "読まれてはならない\n"})
    (source / "外.txt").symlink_to(secret / "秘密.txt")
    (source / "外の箱").symlink_to(secret)
    (source / "切れた.txt").symlink_to(source / "無い.txt")
    (source / "~$報告.docx").write_bytes(b"x")
    (source / "表.xyz").write_bytes(b"x")
    (source / ".DS_Store").write_bytes(b"x")
    os.mkfifo(source / "管")
    os.close(os.open(os.fsencode(source) + b"/\xff\xfe.txt", os.O_CREAT | os.O_WRONLY))
    report = refresh(data, [source], TinyEncoder())
    reasons = {skipped.path: skipped.reason for skipped in report.skipped}
    assert set(reasons) == {
        "外.txt",
        "外の箱",
        "切れた.txt",
        "~$報告.docx",
        "表.xyz",
        "管",
        "\ufffd\ufffd.txt",
    }
    assert "outside" in reasons["外.txt"] and "outside" in reasons["外の箱"]
    assert "lock file" in reasons["~$報告.docx"]
    assert "ordinary" in reasons["管"]
    assert "UTF-8" in reasons["\ufffd\ufffd.txt"]
    assert all_paths(data) == set(TEXTS)


def test_links_inside_the_source_lead_to_one_document_and_no_circle(source: Path, data: Path) -> None:
    (source / "監査" / "上").symlink_to(source)
    (source / "別名.md").symlink_to(source / "予算.md")
    report = refresh(data, [source], TinyEncoder())
    assert report.skipped == ()
    assert len(Library.open(data, TinyEncoder()).documents()) == len(TEXTS)


def test_what_is_below_a_folder_that_cannot_be_listed_stays(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(data, [source], TinyEncoder())
    list_folder = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "監査":
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return list_folder(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    (source / "予算.md").unlink()
    report = refresh(data, [source], TinyEncoder())
    assert report.removed == ("予算.md",)
    assert [(skipped.path, skipped.reason) for skipped in report.skipped] == [
        ("監査", "the folder cannot be listed (Permission denied)")
    ]
    assert all_paths(data) == {"監査/報告書.txt", "監査/意見.txt"}


def test_a_file_given_by_itself_touches_no_other(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    (source / "予算.md").unlink()
    report = refresh(data, [source / "監査" / "意見.txt"], TinyEncoder())
    assert report.unchanged == ("意見.txt",)
    assert report.removed == ()


def test_the_library_inside_its_own_source_is_not_indexed(source: Path) -> None:
    refresh(source / "library", [source], TinyEncoder())
    report = refresh(source / "library", [source], TinyEncoder())
    assert set(report.unchanged) == set(TEXTS)
    assert report.skipped == ()


def test_a_source_that_does_not_exist_is_refused(source: Path, data: Path) -> None:
    with pytest.raises(ValueError, match=r"there is no file or folder .*nowhere"):
        refresh(data, [source, source / "nowhere"], TinyEncoder())
    assert not data.exists()


def test_a_second_writer_is_refused_in_words(source: Path, data: Path) -> None:
    refresh(data, [source], TinyEncoder())
    with writing(data), pytest.raises(LibraryError, match="another process is indexing"):
        refresh(data, [source], TinyEncoder())


class FailingEncoder(TinyEncoder):
    """Encodes nothing: as if the machine ran out of something."""

    def encode_passages(self, *_: object) -> object:  # type: ignore[override]
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_library_as_it_was(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(data, [source], TinyEncoder())
    write_texts(source, {"新規.txt": "公用車の更新\n"})
    with pytest.raises(LibraryError, match="the disk is full"):
        refresh(data, [source], FailingEncoder())
    assert all_paths(data) == set(TEXTS)
    with monkeypatch.context() as patched:
        patched.setattr(
            "index.legs.dense.faiss.write_index", lambda *_: (_ for _ in ()).throw(RuntimeError("full"))
        )
        with pytest.raises(LibraryError, match="nothing was changed"):
            refresh(data, [source], TinyEncoder())
    assert all_paths(data) == set(TEXTS)
    assert paths(data, "公用車") == []
    assert refresh(data, [source], TinyEncoder()).read == ("新規.txt",)
    assert paths(data, "公用車") == ["新規.txt"]


def test_an_interrupted_run_loses_no_vectors(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = TinyEncoder()
    with monkeypatch.context() as patched:
        patched.setattr(
            "index.storage.writer.finish_generation", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            refresh(data, [source], first)
    assert first.encoded > 0
    second = TinyEncoder()
    assert set(refresh(data, [source], second).read) == set(TEXTS)
    assert second.encoded == 0


def test_a_run_that_fails_leaves_nothing_behind_but_vectors(
    source: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(data, [source], TinyEncoder())
    before = sorted((data / "generations").iterdir()), sorted((data / "originals").rglob("*"))
    write_texts(source, {"新規.txt": "公用車の更新\n"})
    monkeypatch.setattr(
        "index.storage.writer.finish_generation", lambda *_: (_ for _ in ()).throw(OSError("broken"))
    )
    with pytest.raises(LibraryError):
        refresh(data, [source], TinyEncoder())
    assert (sorted((data / "generations").iterdir()), sorted((data / "originals").rglob("*"))) == before
