"""A page of hits: what it counts, how it sorts and groups, and that its hits are those of a search."""

from dataclasses import replace
from pathlib import Path

import pytest

from index import Filters, Library, QueryError, index_documents
from tests.library_files import made_document
from tests.tiny_encoder import TinyEncoder

DOCUMENTS = [
    made_document("甲", ["消火器の点検を怠っていた。", "消火器の点検の記録がない。"], "監査", "架空県", 2020),
    made_document("乙", ["消火器の点検を毎月行う。"], "指針", "架空県", 2022),
    made_document("丙", ["消火器を点検する業者の選定"], "監査", "架空市"),
    made_document(
        "丁", [f"第{n}回会議では消火器の点検を話し合った。" for n in range(9)], "議事録", "架空市", 2021
    ),
]
QUERY = "消火器の点検"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    data = tmp_path_factory.mktemp("library")
    index_documents(data, DOCUMENTS, TinyEncoder())
    return Library.open(data, TinyEncoder())


def test_the_hits_of_a_page_are_those_of_the_search(library: Library) -> None:
    for filters in (Filters(), Filters(kinds=("監査",)), Filters(fiscal_years=(2021,))):
        page = library.search_page(QUERY, 5, filters)
        assert list(page.hits) == library.search(QUERY, 5, filters)


def test_facets_count_the_candidates(library: Library) -> None:
    page = library.search_page(QUERY, 2)
    assert page.candidates == 13
    assert page.by_document == {"甲": 2, "乙": 1, "丙": 1, "丁": 9}
    assert page.facets.kinds == (("議事録", 9), ("監査", 3), ("指針", 1))
    assert page.facets.issuers == (("架空市", 10), ("架空県", 3))
    assert page.facets.fiscal_years == ((2022, 1), (2021, 9), (2020, 2))


def test_a_facet_counts_with_the_choices_of_the_others_and_not_its_own(library: Library) -> None:
    page = library.search_page(QUERY, 2, Filters(kinds=("監査",), issuers=("架空県",)))
    assert page.candidates == 2
    assert page.facets.kinds == (("監査", 2), ("指針", 1))
    assert page.facets.issuers == (("架空県", 2), ("架空市", 1))
    assert page.facets.fiscal_years == ((2020, 2),)


def test_a_field_word_of_the_query_stays_in_force_for_every_facet(library: Library) -> None:
    page = library.search_page(f"{QUERY} 種別:監査", 2, Filters(issuers=("架空県",)))
    assert page.facets.kinds == (("監査", 2),)
    assert page.facets.issuers == (("架空県", 2), ("架空市", 1))
    assert library.search_page(f"{QUERY} 種別:監査", 2, Filters(kinds=("指針",))).candidates == 0


def test_newest_first_with_unknown_years_last(library: Library) -> None:
    page = library.search_page(QUERY, 20, order="newest")
    years = [hit.document.fiscal_year for hit in page.hits]
    assert years == [2022, *[2021] * 9, 2020, 2020, None]
    assert [hit.rank for hit in page.hits] == list(range(1, 14))
    of_2020 = [hit.score for hit in page.hits if hit.document.fiscal_year == 2020]
    assert of_2020 == sorted(of_2020, reverse=True)
    assert page.hits[0].highlights


def test_grouped_hits_stand_document_by_document_the_best_first(library: Library) -> None:
    plain = library.search(QUERY, 20)
    page = library.search_page(QUERY, 3, grouped=True)
    firsts = list(dict.fromkeys(hit.document.id for hit in plain))[:3]
    shown = [hit.document.id for hit in page.hits]
    assert list(dict.fromkeys(shown)) == firsts
    assert all(shown.count(name) == min(3, page.by_document[name]) for name in firsts)
    assert shown == sorted(shown, key=firsts.index)


def test_only_given_documents_are_searched(library: Library) -> None:
    filters = Filters(documents=("甲", "乙"))
    for legs in ("lexical", "dense", "both"):
        found = {hit.document.id for hit in library.search(QUERY, 20, filters, legs)}
        assert found == {"甲", "乙"}
    assert library.search_page(QUERY, 20, filters).by_document == {"甲": 2, "乙": 1}
    assert not library.search(QUERY, filters=Filters(documents=("無い",)))


def test_a_page_refuses_what_a_search_refuses(library: Library) -> None:
    with pytest.raises(QueryError, match="empty"):
        library.search_page(" ")


def test_similar_passages_are_of_other_documents_and_what_is_nearest_is_marked(library: Library) -> None:
    page = library.similar("丁-1", 20)
    assert page.by_document == {"甲": 2, "乙": 1, "丙": 1}
    assert [hit.score for hit in page.hits] == sorted((hit.score for hit in page.hits), reverse=True)
    assert all(hit.highlights == ((0, len(hit.passage.text)),) for hit in page.hits)
    assert page.facets.kinds == (("監査", 3), ("指針", 1))


def test_similar_passages_of_the_same_document_on_request_but_never_itself(library: Library) -> None:
    page = library.similar("丁-1", 20, same_document=True)
    assert page.by_document["丁"] == 8
    assert page.hits[0].document.id == "丁"
    assert "丁-1" not in {hit.passage.id for hit in page.hits}


def test_similar_passages_under_filters_in_the_order_asked_for(library: Library) -> None:
    assert set(library.similar("丁-1", filters=Filters(kinds=("指針",))).by_document) == {"乙"}
    assert set(library.similar("丁-1", filters=Filters(documents=("丙", "丁"))).by_document) == {"丙"}
    newest = library.similar("丁-1", order="newest").hits
    assert [hit.document.fiscal_year for hit in newest] == [2022, 2020, 2020, None]


def test_the_same_text_is_the_most_similar_and_another_edition_is_folded(tmp_path: Path) -> None:
    text = "庁舎の消火器は半年に一度点検する。点検の記録を三年間保存する。"
    older = made_document("旧", ["駐車場の利用料金の見直し", text], fiscal_year=2019)
    newer = made_document("新", [text], fiscal_year=2023)
    parsed, sections, passages = made_document("再", [text], fiscal_year=2021)
    same_title = replace(parsed.document, title="新の題")
    edition = (replace(parsed, document=same_title), sections, passages)
    index_documents(tmp_path, [older, newer, edition], TinyEncoder())
    found = Library.open(tmp_path, TinyEncoder()).similar("旧-2")
    (best,) = found.hits
    assert {best.passage.id, *(each.passage.id for each in best.siblings)} == {"新-1", "再-1"}


def test_nothing_is_similar_to_a_passage_that_is_not_there(library: Library) -> None:
    assert library.similar("無い-1").hits == ()
    assert library.neighbours("無い-1").before == ()


def test_neighbours_are_those_before_and_after_in_the_same_document(library: Library) -> None:
    around = library.neighbours("丁-2", reach=2)
    assert [passage.id for passage in around.before] == ["丁-1"]
    assert [passage.id for passage in around.after] == ["丁-3", "丁-4"]
    assert library.neighbours("丁-9").after == ()
