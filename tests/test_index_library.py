"""A library: what goes in comes out, ranked, filtered, and refused in words where it does not fit."""

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from corpus.types import Page
from index import Filters, Legs, Library, LibraryError, QueryError, index_documents
from index.ranking.weights import FEATURES
from index.storage.database import FILE_NAME
from index.storage.migrations import MIGRATIONS
from tests.library_files import made_document
from tests.tiny_encoder import TinyEncoder

DOCUMENTS = [
    made_document("甲", ["パスワードの設定について指摘する。", "備品の管理"], "監査報告書", "秋田県", 2020),
    made_document("乙", ["ネットワークの更新に1,234千円を要求する。"], "予算要求", "岐阜県", 2017),
    made_document("丙", [f"第{number}回審議会の議事録" for number in range(30)], "議事録", "秋田県", 2021),
]


@pytest.fixture
def data(tmp_path: Path, tiny_encoder: TinyEncoder) -> Path:
    index_documents(tmp_path / "library", DOCUMENTS, tiny_encoder)
    return tmp_path / "library"


@pytest.fixture
def library(data: Path, tiny_encoder: TinyEncoder) -> Library:
    return Library.open(data, tiny_encoder)


def ids(library: Library, query: str, **options: object) -> list[str]:
    return [hit.passage.id for hit in library.search(query, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("legs", ["lexical", "dense", "both"])
def test_the_passage_that_says_so_is_first_with_each_leg(library: Library, legs: Legs) -> None:
    hits = library.search("パスワードの設定", legs=legs)
    assert hits[0].passage == DOCUMENTS[0][2][0]
    assert hits[0].document == DOCUMENTS[0][0].document
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    start, end = hits[0].highlights[0]
    assert hits[0].passage.text[start:end] == "パスワードの設定"


def test_title_and_headings_are_searched_too(library: Library) -> None:
    assert ids(library, "乙の題", legs="lexical")[0] == "乙-1"


def test_lexical_search_gives_only_what_shares_a_word(library: Library) -> None:
    assert ids(library, "1234", legs="lexical") == ["乙-1"]


@pytest.mark.parametrize("legs", ["dense", "both"])
def test_filters_lose_nothing(library: Library, legs: Legs) -> None:
    for filters, expected in (
        (Filters(issuers=("岐阜県",)), {"乙-1"}),
        (Filters(kinds=("監査報告書", "予算要求")), {"甲-1", "甲-2", "乙-1"}),
        (Filters(issuers=("秋田県",), fiscal_years=(2020,)), {"甲-1", "甲-2"}),
        (Filters(fiscal_years=(1999,)), set()),
    ):
        assert set(ids(library, "審議会の議事録", filters=filters, legs=legs)) == expected


@pytest.mark.parametrize("legs", ["lexical", "dense", "both"])
def test_only_given_passages_are_found(library: Library, legs: Legs) -> None:
    given = ["丙-3", "丙-7", "甲-2", "no such passage"]
    found = ids(library, "審議会の議事録", top_k=40, legs=legs, within=given)
    assert {"丙-3", "丙-7"} <= set(found) <= set(given)
    assert ids(library, "第6回審議会", top_k=40, legs=legs, within=given)[0] == "丙-7"
    assert not ids(library, "審議会の議事録", legs=legs, within=[])


def test_as_many_hits_as_asked_for_and_no_more(library: Library) -> None:
    assert len(ids(library, "審議会", top_k=7)) == 7
    assert len(ids(library, "審議会", top_k=1000)) == 33


def test_equal_scores_are_ordered_by_passage_id(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    documents = [made_document("同", ["同じ文である"] * 5)]
    index_documents(tmp_path, documents, tiny_encoder)
    library = Library.open(tmp_path, tiny_encoder)
    for legs in ("lexical", "dense", "both"):
        assert ids(library, "同じ文 1", top_k=3, legs=legs) == ["同-1", "同-2", "同-3"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "empty"),
        (" \n\u3000", "empty"),
        ("!?、。()", "symbols alone"),
        ("★→🎌", "symbols alone"),
        ("あ" * 10_000, "10,000 characters"),
        ("監査\ud800", "broken"),
    ],
)
def test_a_query_that_cannot_be_searched_is_refused_in_words(library: Library, query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        library.search(query)


@pytest.mark.parametrize("query", ["これは", "a", "１", "監査\0", "々", "OR AND", "あ" * 4000])
def test_any_other_query_is_searched(library: Library, query: str) -> None:
    for legs in ("lexical", "dense", "both"):
        library.search(query, legs=legs)


def test_what_was_put_in_can_be_read(library: Library) -> None:
    assert [document.id for document in library.documents()] == ["丙", "乙", "甲"]
    assert library.document("甲") == DOCUMENTS[0][0].document
    assert library.pages("乙") == [Page(1, "3", "ネットワークの更新に1,234千円を要求する。", "text")]
    assert library.passage("甲-2") == DOCUMENTS[0][2][1]
    assert library.passages("甲") == list(DOCUMENTS[0][2])
    assert library.document("無") is library.passage("無") is library.original("甲") is None
    facets = library.facets()
    assert facets.issuers == (("秋田県", 2), ("岐阜県", 1))
    assert facets.fiscal_years == ((2021, 1), (2020, 1), (2017, 1))
    status = library.status()
    assert (status.documents, status.pages, status.passages, status.encoder) == (3, 33, 33, "tiny")
    assert status.bytes_on_disk > 0
    assert library.term_frequencies(["備品", "審議会", "無い"]).by_lemma["備品"] == 1


def test_an_open_library_follows_what_is_written_later(data: Path, library: Library) -> None:
    encoder = TinyEncoder()
    index_documents(data, [made_document("丁", ["公用車の更新"])], encoder)
    assert encoder.encoded == 2  # its only sentence, by itself and under its title
    assert ids(library, "公用車", legs="lexical") == ["丁-1"]
    index_documents(data, [made_document("丁", ["公用自転車の購入"])], encoder)
    assert ids(library, "公用自転車", legs="lexical") == ["丁-1"]
    passage = library.passage("丁-1")
    assert passage is not None and passage.text == "公用自転車の購入"
    assert ids(library, "公用車の更新", legs="dense", top_k=100).count("丁-1") == 1


def test_what_a_run_does_not_change_is_not_encoded_again(data: Path) -> None:
    encoder = TinyEncoder()
    index_documents(data, DOCUMENTS, encoder)
    assert encoder.encoded == 0


def test_no_library_is_said_so(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    with pytest.raises(LibraryError, match="there is no library in"):
        Library.open(tmp_path, tiny_encoder)


def test_a_first_run_that_was_cut_off_left_no_library(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with pytest.raises(LibraryError, match="there is no library in"):
        Library.open(tmp_path, tiny_encoder)


def test_an_older_format_is_brought_up_to_date_when_it_is_opened(
    data: Path, tiny_encoder: TinyEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (*MIGRATIONS, ("for this test", "CREATE TABLE extra (id TEXT) STRICT;\n"))
    monkeypatch.setattr("index.storage.migrations.MIGRATIONS", later)
    monkeypatch.setattr("index.storage.database.MIGRATIONS", later)
    another = sqlite3.connect(data / FILE_NAME, isolation_level=None)
    another.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match="made by an older version"):
        Library.open(data, tiny_encoder)
    another.close()
    assert len(Library.open(data, tiny_encoder).documents()) == len(DOCUMENTS)


def test_indexes_full_of_removed_passages_are_made_anew(tmp_path: Path) -> None:
    encoder = TinyEncoder()
    for version in range(4):
        texts = [f"第{version}版の備品{number}" for number in range(3)]
        index_documents(tmp_path, [made_document("甲", texts)], encoder)
        library = Library.open(tmp_path, encoder)
        assert library.term_frequencies(["備品"]).by_lemma["備品"] <= 2 * 3
        assert len(library.search("備品")) == 3


def test_a_library_with_nothing_in_it_finds_nothing(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    index_documents(tmp_path, [], tiny_encoder)
    assert Library.open(tmp_path, tiny_encoder).search("監査") == []


def test_another_encoder_is_refused_for_reading_and_for_writing(data: Path) -> None:
    for other in (TinyEncoder(name="other"), TinyEncoder(dimension=32)):
        with pytest.raises(LibraryError, match=r"made with the encoder tiny .* this one is"):
            Library.open(data, other)
        with pytest.raises(LibraryError, match="choose that encoder, or index into a new folder"):
            index_documents(data, [], other)


def test_another_dictionary_is_refused_and_the_next_run_makes_the_index_anew(
    data: Path, tiny_encoder: TinyEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storage.manifest.analyser_name", lambda: "analysis 99")
    with pytest.raises(LibraryError, match=r"analysed with .* this program has analysis 99"):
        Library.open(data, tiny_encoder)
    index_documents(data, [], tiny_encoder)
    assert ids(Library.open(data, tiny_encoder), "パスワード")[0] == "甲-1"


def test_a_newer_format_is_refused(data: Path, tiny_encoder: TinyEncoder) -> None:
    with sqlite3.connect(data / FILE_NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="made by a newer version"):
        Library.open(data, tiny_encoder)


def test_a_file_that_is_no_library_is_refused(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 100)
    with pytest.raises(LibraryError, match="cannot be read"):
        Library.open(tmp_path, tiny_encoder)
    with pytest.raises(LibraryError):
        index_documents(tmp_path, [], tiny_encoder)


def damage_dense(folder: Path) -> None:
    content = bytearray((folder / "dense.faiss").read_bytes())
    content[-1] ^= 1
    (folder / "dense.faiss").write_bytes(content)


def damage_lexical(folder: Path) -> None:
    next((folder / "lexical").glob("*.idx")).write_bytes(b"")


def damage_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("{}", encoding="utf-8")


@pytest.mark.parametrize("damage", [damage_dense, damage_lexical, damage_manifest, shutil.rmtree])
def test_damaged_indexes_are_said_so_and_made_anew_without_encoding(data: Path, damage: object) -> None:
    encoder = TinyEncoder()
    before = [(hit.passage.id, hit.score) for hit in Library.open(data, encoder).search("審議会の管理")]
    damage(next((data / "generations").iterdir()))  # type: ignore[operator]
    with pytest.raises(LibraryError, match="index again into the same folder"):
        Library.open(data, encoder)
    index_documents(data, [], encoder)
    assert encoder.encoded == 0
    again = Library.open(data, encoder).search("審議会の管理")
    assert [hit.passage.id for hit in again] == [passage for passage, _ in before]
    assert np.allclose([hit.score for hit in again], [score for _, score in before])


def test_a_damaged_vector_cache_is_made_anew(data: Path) -> None:
    for path in data.glob("vectors.sqlite*"):
        path.unlink()
    (data / "vectors.sqlite").write_bytes(b"junk" * 1000)
    encoder = TinyEncoder()
    index_documents(data, [made_document("丁", ["公用車"])], encoder)
    assert ids(Library.open(data, encoder), "公用車")[0] == "丁-1"


def test_a_phrase_that_no_passage_has_finds_what_its_words_find(library: Library) -> None:
    assert ids(library, '"パスワードの設定"') == ["甲-1"]
    assert ids(library, '"設定のパスワード"')[0] == "甲-1"
    assert [note.kind for note in library.understand('"設定のパスワード"').notes] == ["absent_phrase"]


def test_a_passage_that_names_the_year_of_the_query_has_that_to_its_credit(
    tmp_path: Path, tiny_encoder: TinyEncoder
) -> None:
    texts = [f"令和{number}年度の委託料の決算額を示す。" for number in (3, 4, 5, 6)]
    index_documents(tmp_path / "library", [made_document("決算", texts)], tiny_encoder)
    library = Library.open(tmp_path / "library", tiny_encoder)
    for query, naming in (("2022年度の決算額", {"決算-2"}), ("R6の委託料", {"決算-4"}), ("委託料", set())):
        hits = library.search(query)
        assert {hit.passage.id for hit in hits if hit.features[FEATURES.index("year")]} == naming
