"""Packs asked again: on the same library, on a copy, on one that changed; altered packs; other files."""

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from corpus import Limits
from index.ranking.own_weights import apply_weights
from index.ranking.weights import RankingWeights
from tenkyo.application import Application
from tenkyo.cli import main
from tenkyo.errors import TenkyoError
from tenkyo.packs import reading, replaying
from tenkyo.packs.asking import ask_again
from tenkyo.packs.comparisons import comparison_outcome, comparison_request
from tenkyo.packs.files import PackFile, PackForm, make_file
from tenkyo.packs.reading import ReadPack, read_pack
from tenkyo.packs.record import seal, unseal
from tenkyo.packs.replay_output import replay_json, replay_text
from tenkyo.packs.replay_types import Replay
from tenkyo.packs.replaying import replay
from tenkyo.packs.types import Outcome, Request
from tests.pack_files import NOW, QUERY, index_sources, make, one_parser, open_library, write_sources

FORMS: tuple[PackForm, ...] = ("word", "excel")
SEARCH = Request("search", QUERY, top_k=2)


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    folder = tmp_path_factory.mktemp("packs")
    index_sources(folder / "library", write_sources(folder / "sources"))
    yield open_library(folder / "library")


@pytest.fixture(scope="module", autouse=True)
def kept_parser() -> Iterator[None]:
    with one_parser():
        yield


@pytest.fixture(scope="module")
def word(application: Application) -> PackFile:
    return make(application, SEARCH, "word")


@pytest.fixture(scope="module")
def excel(application: Application) -> PackFile:
    return make(application, SEARCH, "excel")


@pytest.fixture
def changing(application: Application, tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A copy of the library for a test to change, and its sources, put back afterwards."""
    data = application.settings.data
    shutil.copytree(data, tmp_path / "library")
    yield tmp_path / "library", data.parent / "sources"
    write_sources(data.parent / "sources")


def replayed(application: Application, file: PackFile) -> Replay:
    return replay(application, read_pack(file.data, file.name))


def test_the_same_library_and_a_copy_of_it_give_the_same(
    application: Application, word: PackFile, excel: PackFile, changing: tuple[Path, Path]
) -> None:
    assert len(word.record.passages) == 2
    for opened, file in ((application, word), (open_library(changing[0]), excel)):
        found = replayed(opened, file)
        assert found.same
        assert found.change is None
        assert [one.place for one in found.passages] == ["same", "same"]
        assert [one.standing for one in found.passages] == ["stands", "stands"]


def test_an_answer_is_the_same_word_for_word(application: Application) -> None:
    file = make(application, Request("answer", "補助金の交付の申請はいつまでに行いますか"), "word")
    found = replayed(application, file)
    assert found.answer is not None
    assert found.answer.same == found.same is True
    assert found.answer.then == found.answer.now == file.record.answer.text  # type: ignore[union-attr]


def test_a_comparison_is_made_again(application: Application) -> None:
    before, after, _ = sorted(application.index.documents(), key=lambda one: one.path)
    compared = application.years.compare(before, after)
    request = comparison_request(compared)
    outcome = comparison_outcome(application.index, compared)
    assert outcome.table is not None
    assert any("3件" in row.cells[1] and "5件" in row.cells[2] for row in outcome.table.rows)
    for form in FORMS:
        found = replayed(application, make_file(application, request, outcome, form, NOW))
        assert found.table_same is True
        assert found.same


def test_a_document_that_changed_is_told_with_what_became_of_each_passage(
    excel: PackFile, changing: tuple[Path, Path]
) -> None:
    data, sources = changing
    name = "令和5年度_監査報告.txt"
    (sources / name).write_text("監査報告\n\n第1 備品\n備品の台帳に誤りが9件あった。\n", encoding="utf-8")
    (sources / "令和6年度_監査報告.txt").write_text("監査報告\n\n備品の台帳の誤り\n", encoding="utf-8")
    (sources / "要綱.txt").unlink()
    index_sources(data, sources)
    found = replayed(open_library(data), excel)
    assert not found.same
    assert found.change is not None
    assert (len(found.change.added), found.change.removed) == (2, 2)
    standings = {one.title: one.standing for one in found.passages}
    assert sorted(standings.values()) == ["replaced", "stands"]
    assert found.new


def test_a_document_that_is_gone_is_told(word: PackFile, changing: tuple[Path, Path]) -> None:
    data, sources = changing
    (sources / "令和5年度_監査報告.txt").unlink()
    index_sources(data, sources)
    found = replayed(open_library(data), word)
    assert {one.standing: one.place for one in found.passages}["removed"] == "gone"
    assert "no longer in the library" in replay_text(found)


def test_other_weights_change_the_state_though_the_same_is_found(
    word: PackFile, changing: tuple[Path, Path]
) -> None:
    apply_weights(changing[0], RankingWeights(lexical=0.9))
    found = replayed(open_library(changing[0]), word)
    assert found.change is not None
    assert found.change.parts == ("weights",)
    assert found.same == found.same_found


def test_words_that_are_read_otherwise_now_do_not_stand(application: Application, word: PackFile) -> None:
    read = read_pack(word.data, "a.docx")
    first = read.record.passages[0]
    other = replace(first, text=first.text.replace("備品", "物品"), passage_id="")
    record = replace(read.record, passages=(other, *read.record.passages[1:]))
    found = replay(application, ReadPack(record, True))
    assert (found.passages[0].place, found.passages[0].standing) == ("gone", "changed")
    assert [one.number for one in found.new] == [first.number]


@pytest.mark.parametrize("form", FORMS)
def test_a_record_that_was_altered_is_told(
    application: Application, word: PackFile, excel: PackFile, form: PackForm
) -> None:
    file = {"word": word, "excel": excel}[form]
    changed = repacked(file.data, lambda part: part.replace(b'"top_k":2', b'"top_k":1'))
    found = replayed(application, replace(file, data=changed))
    assert not found.intact
    assert not found.same
    assert "NOT as it was written" in replay_text(found)


def test_a_quote_altered_in_word_is_told(application: Application, word: PackFile) -> None:
    document = docx.Document(io.BytesIO(word.data))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("3件", "30件").replace("5件", "50件")
    written = io.BytesIO()
    document.save(written)
    found = replayed(application, replace(word, data=written.getvalue()))
    assert found.intact
    assert found.altered
    assert not found.same


@pytest.mark.parametrize("altered", ["quote", "answer"])
def test_an_answer_or_its_quote_altered_in_word_is_told(application: Application, altered: str) -> None:
    file = make(application, Request("answer", "補助金の交付の申請はいつまでに行いますか"), "word")
    document = docx.Document(io.BytesIO(file.data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    answered = [paragraph for cell in cells for paragraph in cell.paragraphs]
    quoted = [one for one in document.paragraphs if one.text.startswith("「")]
    for paragraph in quoted if altered == "quote" else answered:
        for run in paragraph.runs:
            run.text = run.text.replace("4月", "5月")
    written = io.BytesIO()
    document.save(written)
    found = replayed(application, replace(file, data=written.getvalue()))
    assert (bool(found.altered), found.told_altered, found.same) == (
        altered == "quote",
        altered == "answer",
        False,
    )


def test_a_record_quoted_in_a_passage_is_not_taken_for_that_of_the_file(
    application: Application, excel: PackFile
) -> None:
    read = read_pack(excel.data, excel.name)
    forged = seal(replace(read.record, request=replace(read.record.request, text="偽の語句")))
    book = openpyxl.load_workbook(io.BytesIO(excel.data))
    book["箇所"]["I2"] = f"tenkyo-pack-1:sha256:{forged.sha256}\ntenkyo-pack-1:1:{forged.text}"
    written = io.BytesIO()
    book.save(written)
    assert read_pack(written.getvalue(), excel.name).record == read.record


def test_remarks_written_into_a_pack_alter_nothing(
    application: Application, word: PackFile, excel: PackFile
) -> None:
    document = docx.Document(io.BytesIO(word.data))
    document.tables[-1].rows[1].cells[0].paragraphs[0].add_run("所見：台帳を実査した。")
    filled = io.BytesIO()
    document.save(filled)
    assert replayed(application, replace(word, data=filled.getvalue())).same
    book = openpyxl.load_workbook(io.BytesIO(excel.data))
    book["箇所"]["I2"] = "所見：台帳を実査した。"
    filled = io.BytesIO()
    book.save(filled)
    assert replayed(application, replace(excel, data=filled.getvalue())).same


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04 no zip", "a.docx"),
        (b"", "a.xlsx"),
        (b"text", "a.txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx"),
    ],
)
def test_other_files_are_refused_in_words(data: bytes, name: str) -> None:
    with pytest.raises(TenkyoError, match="no evidence pack") as refusal:
        read_pack(data, name)
    assert "読み取れません" in refusal.value.japanese


def test_an_office_file_without_a_record_is_refused() -> None:
    for name, made in (("a.docx", docx.Document()), ("a.xlsx", openpyxl.Workbook())):
        if name == "a.xlsx":
            made.active["A1"] = "ただの表"
        written = io.BytesIO()
        made.save(written)
        with pytest.raises(TenkyoError, match="no record"):
            read_pack(written.getvalue(), name)


def test_a_zip_bomb_and_a_document_type_are_refused(word: PackFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMITS", Limits(memory_megabytes=16))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("customXml/item1.xml", b" " * 9_000_000)
    with pytest.raises(TenkyoError, match="unpacks to more"):
        read_pack(bomb.getvalue(), "a.docx")
    typed = repacked(word.data, lambda part: part.replace(b"<pack", b"<!DOCTYPE pack []><pack", 1))
    with pytest.raises(TenkyoError, match="document type"):
        read_pack(typed, "a.docx")


def test_a_damaged_record_and_one_of_a_newer_program_are_told(word: PackFile) -> None:
    record = word.record
    with pytest.raises(TenkyoError, match="damaged"):
        unseal(seal(record).text[:-40])
    with pytest.raises(TenkyoError, match="newer program"):
        unseal(seal(replace(record, format=99)).text)
    with pytest.raises(TenkyoError, match="damaged"):
        unseal(seal(record).text.replace('"kind":"search"', '"kind":"delete"'))
    with pytest.raises(TenkyoError, match="damaged"):
        unseal(seal(replace(record, request=replace(record.request, top_k=10**9))).text)


def test_what_a_pack_says_reaches_no_terminal_as_a_command(application: Application, word: PackFile) -> None:
    read = read_pack(word.data, "a.docx")
    first = replace(read.record.passages[0], title="題名\x1b]0;x\x07\x9b31m")
    found = replay(application, replace(read, record=replace(read.record, passages=(first,))))
    assert not {"\x1b", "\x07", "\x9b"} & set(replay_text(found))
    assert replay_json(found)["same"] is False


@pytest.mark.parametrize(("changed", "code"), [(False, 0), (True, 4)])
def test_the_command_line_tells_by_its_exit_code(
    application: Application,
    word: PackFile,
    changing: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    changed: bool,
    code: int,
) -> None:
    data, sources = changing
    if changed:
        (sources / "令和4年度_監査報告.txt").unlink()
        index_sources(data, sources)
    monkeypatch.setattr("tenkyo.assembly.open_application", lambda settings: open_library(data))
    (tmp_path / "調書.docx").write_bytes(word.data)
    monkeypatch.setattr("sys.argv", ["tenkyo", "replay", str(tmp_path / "調書.docx"), "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    told = json.loads(capsys.readouterr().out)
    assert told["same"] is not changed
    assert told["library"]["same"] is not changed
    assert [one["standing"] for one in told["passages"]].count("removed") == int(changed)


@pytest.mark.parametrize(("name", "code"), [("別.docx", 1), ("無い.docx", 2)])
def test_the_command_line_refuses_what_is_no_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, code: int
) -> None:
    (tmp_path / "別.docx").write_bytes(b"PK")
    monkeypatch.setattr("sys.argv", ["tenkyo", "replay", str(tmp_path / name)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    assert not capsys.readouterr().out


def repacked(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with each part's bytes changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            after.writestr(name, change(before.read(name)))
    return written.getvalue()


def test_words_that_stand_twice_are_each_found_at_their_own_place(application: Application) -> None:
    request = Request("search", QUERY, top_k=2)
    found = ask_again(application, request).found
    twice = Outcome((found[0], replace(found[0], number=2)))
    record = make_file(application, request, twice, "word", NOW).record
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replaying, "ask_again", lambda application, request: twice)
        told = replay(application, ReadPack(record, True))
    assert [one.place for one in told.passages] == ["same", "same"]
