"""What a query means is what is found: phrases, exclusions, field words, and one thing in many wordings."""

from pathlib import Path

import pytest

from index import Filters, Legs, Library, index_documents
from tests.library_files import made_document
from tests.tiny_encoder import TinyEncoder

TEXTS = {
    "改行": "庁内の三層の\n対策を定める。",
    "並び": "対策の三層とは何か。",
    "通達": "三層分離の見直し",
    "令和": "令和2年度の決算の概要",
    "西暦": "2020年度の決算の概要",
    "次年": "令和3年度の決算の概要",
    "百万": "総額は3,209百万円である。",
    "億": "総額は32億900万円である。",
    "表": "内訳(単位:千円)\n人件費\t3,209,000\n物件費\t1,000",
    "他額": "総額は3,210百万円である。",
    "強靱": "国土強靱化の計画",
    "聯合": "聯合審査会の会議録",
    "長音": "サーバーの更新",
    "継続": "業務継続計画の訓練",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("understanding") / "library"
    documents = [made_document(name, [text]) for name, text in TEXTS.items()]
    documents.append(made_document("報告", ["パスワードの意見", "備品の意見"], "監査報告書", "秋田県", 2020))
    index_documents(folder, documents, TinyEncoder())
    return folder


@pytest.fixture
def library(data: Path) -> Library:
    return Library.open(data, TinyEncoder())


def found(library: Library, query: str, legs: Legs = "lexical", **options: object) -> list[str]:
    hits = library.search(query, legs=legs, **options)  # type: ignore[arg-type]
    return [hit.passage.id.removesuffix("-1") for hit in hits]


@pytest.mark.parametrize("legs", ["lexical", "dense", "both"])
def test_a_phrase_must_stand_as_it_is_whatever_white_space_is_in_it(library: Library, legs: Legs) -> None:
    assert found(library, '"三層の対策"', legs) == ["改行"]
    assert found(library, '"三層の対策" 見直し', legs) == ["改行"]
    assert found(library, '"三層の 対策を"', legs) == ["改行"]
    assert "並び" in found(library, "三層の対策", legs)


@pytest.mark.parametrize("legs", ["lexical", "dense", "both"])
def test_a_phrase_is_found_in_title_and_headings_but_not_across_them(library: Library, legs: Legs) -> None:
    assert found(library, '"聯合の題"', legs) == ["聯合"]
    assert found(library, '"連合の題"', legs) == ["聯合"]
    assert [note.kind for note in library.understand('"総論聯合"').notes] == ["absent_phrase"]
    assert found(library, '"総論聯合"', legs) != []


@pytest.mark.parametrize("legs", ["lexical", "dense", "both"])
def test_excluded_words_stand_in_no_hit(library: Library, legs: Legs) -> None:
    assert set(found(library, "決算 -概要", legs)) & {"令和", "西暦", "次年"} == set()
    assert "報告-2" in found(library, "意見 -パスワード", legs)
    assert "報告" not in found(library, "意見 -パスワード", legs)
    assert "改行" not in found(library, "三層 -庁", legs)


def test_a_part_taken_back_is_searched_as_words(library: Library) -> None:
    assert {"改行", "並び"} <= set(found(library, '"三層の対策"', without=('phrase:"三層の対策"',)))


@pytest.mark.parametrize("legs", ["lexical", "dense", "both"])
def test_field_words_filter_and_narrow_other_filters(library: Library, legs: Legs) -> None:
    assert set(found(library, "意見 年度:令和2 種別:監査 発行:秋田県", legs)) == {"報告", "報告-2"}
    assert found(library, "意見 年度:令和2", legs, filters=Filters(fiscal_years=(1999,))) == []


@pytest.mark.parametrize("query", ["令和2年度", "令2", "R2", "Ｒ２年度", "2020年度", "令和二年度"])
def test_a_year_is_found_in_any_form(library: Library, query: str) -> None:
    assert set(found(library, f"{query} 決算")[:2]) == {"令和", "西暦"}


@pytest.mark.parametrize("query", ["3,209百万円", "32億900万円", "3,209,000千円", "３２０９００００００円"])
def test_an_amount_is_found_in_any_unit(library: Library, query: str) -> None:
    assert set(found(library, query)[:3]) == {"百万", "億", "表"}
    assert set(found(library, f"総額 {query}")[:2]) == {"百万", "億"}


def test_a_passage_of_the_documents_year_is_found_by_it(library: Library) -> None:
    assert "報告" in found(library, "R2")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("強靭化", "強靱"),
        ("連合審査会", "聯合"),
        ("サーバ", "長音"),
        ("server", "長音"),
        ("BCP", "継続"),
        ("三層の構え", "通達"),
    ],
)
def test_other_forms_and_other_words_meet(library: Library, query: str, name: str) -> None:
    hits = library.search(query, legs="lexical")
    assert hits[0].passage.id == f"{name}-1" or name in [hit.passage.id[:-2] for hit in hits[:2]]
    hit = next(hit for hit in hits if hit.passage.id == f"{name}-1")
    assert hit.highlights


def test_a_katakana_word_does_not_ask_for_its_foreign_word(tmp_path: Path) -> None:
    documents = [made_document("甲", ["the server room"]), made_document("乙", ["サーバー室"])]
    index_documents(tmp_path, documents, TinyEncoder())
    library = Library.open(tmp_path, TinyEncoder())
    assert found(library, "サーバー") == ["乙"]
    assert set(found(library, "server")) == {"甲", "乙"}


def test_alternatives_do_not_add_up(tmp_path: Path) -> None:
    texts = ["BCPの訓練を行う", "業務継続計画の訓練を行う", "BCPと業務継続計画の訓練"]
    index_documents(tmp_path, [made_document("丙", texts)], TinyEncoder())
    library = Library.open(tmp_path, TinyEncoder())
    scores = {hit.passage.id: hit.score for hit in library.search("BCP", legs="lexical")}
    assert set(scores) == {"丙-1", "丙-2", "丙-3"}
    assert scores["丙-1"] > scores["丙-2"]
    assert scores["丙-3"] < scores["丙-1"] + scores["丙-2"]


def test_an_office_s_own_synonyms_count_at_once_and_a_broken_line_is_told(data: Path) -> None:
    library = Library.open(data, TinyEncoder())
    own = data / "synonyms.txt"
    assert "継続" not in found(library, "かんくん")
    own.write_text("かんくん, 訓練\nひとつだけ\n", encoding="utf-8")
    try:
        assert found(library, "かんくん") == ["継続"]
        (note,) = library.understand("かんくん").notes
        assert "synonyms.txt, line 2" in note.text
    finally:
        own.unlink()


@pytest.mark.parametrize(
    "query", ['"' * 3999 + "あ", '"あ" ' * 1000, "-あ " * 1300 + "い", "BCP" * 1300, '"県"']
)
def test_hostile_queries_are_searched(library: Library, query: str) -> None:
    library.search(query)
