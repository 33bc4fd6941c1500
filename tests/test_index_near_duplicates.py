"""What says the same is folded, and what only looks alike is not."""

from pathlib import Path

import pytest

from corpus.types import Document, Passage, Span
from index import Filters, Library, index_documents
from index.ranking.near_duplicates import ANY_YEAR, fold_hits, mask_years, names_number
from index.types import Hit
from tests.library_files import made_document
from tests.tiny_encoder import TinyEncoder


def found(
    text: str,
    document: str = "甲",
    title: str = "防災計画",
    headings: tuple[str, ...] = (),
    issuer: str | None = "汐見市",
) -> Hit:
    held_by = Document(document, f"{document}.pdf", title, None, issuer, None, 9)
    passage = Passage(f"{document}-{text}", document, headings, text, (Span(1, 0, len(text)),))
    return Hit(passage, held_by, 0.5, 1)


def folded(*hits: Hit) -> list[int]:
    """How many stand behind each hit that is left, itself among them."""
    return [1 + len(hit.siblings) for hit in fold_hits(hits)]


def test_the_best_of_those_that_say_the_same_stands_for_them() -> None:
    first, other = found("備蓄は3日分とする。"), found("訓練を行う。")
    same = found("備蓄は 3日分とする。", "乙")
    assert fold_hits([first, other, same]) == [
        Hit(first.passage, first.document, 0.5, 1, siblings=(same,)),
        other,
    ]


def test_editions_differ_in_the_years_and_dates_that_they_name() -> None:
    assert folded(
        found("令和4年度の訓練は令和4年9月1日に行う。", "甲", "令和4年度 防災計画", ("令和4年度の訓練",)),
        found("令和8年度の訓練は令和8年8月30日に行う。", "乙", "R8防災計画", ("令和8年度の訓練",)),
        found("2020年度の訓練は令和元年11月3日に行う。", "丙", "令和2年度 防災計画", ("令和2年度の訓練",)),
    ) == [3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"text": "衆議院議員選挙の執行"}, {"text": "参議院議員選挙の執行"}),
        ({"text": "通勤手当 7,300円"}, {"text": "通勤手当 7,100円"}),
        ({"text": "予算額\t1\t23"}, {"text": "予算額\t12\t3"}),
        ({"text": "増減\t193"}, {"text": "増減\t△193"}),
        ({"text": "令和4年度 853,485"}, {"text": "令和8年度 861,375"}),
        ({"text": "90日以内に届け出る。"}, {"text": "30日以内に届け出る。"}),
        ({"text": "9月1日に行う。"}, {"text": "8月30日に行う。"}),
        ({"text": "予備費 1,000", "title": "R4国保会計"}, {"text": "予備費 1,000", "title": "R8介護会計"}),
        ({"text": "会費 100", "headings": ("1 総務費",)}, {"text": "会費 100", "headings": ("2 民生費",)}),
        ({"text": "備蓄を進める。"}, {"text": "備蓄を進める。", "issuer": "青嶺県"}),
        ({"text": "備蓄を進める。"}, {"text": "備蓄を進めない。"}),
    ],
)
def test_one_word_or_one_figure_is_another_answer(one: dict[str, str], other: dict[str, str]) -> None:
    assert folded(found(document="甲", **one), found(document="乙", **other)) == [1, 1]


def test_within_a_document_another_year_is_another_answer() -> None:
    assert folded(found("令和4年度は行わない。"), found("令和5年度は行わない。")) == [1, 1]
    siblings = ("甲", "令和4年度は行う。"), ("乙", "令和5年度は行う。"), ("乙", "令和6年度は行う。")
    assert folded(*(found(text, document) for document, text in siblings)) == [2, 1]


def test_a_year_goes_with_its_month_and_day_and_no_further() -> None:
    assert mask_years("令和4年9月1日から30日間、4回") == f"{ANY_YEAR}から30日間、4回"


@pytest.mark.parametrize(
    "query",
    ["令和4年度の予算", "R8 予備費", "令和元年の台風", "令和四年度", "３億円の工事", "90日", "昨年度の実績"],
)
def test_a_query_that_names_a_number(query: str) -> None:
    assert names_number(query)


@pytest.mark.parametrize("query", ["三層の対策", "一般会計の予備費", "年度末の工事", "What is the plan?"])
def test_a_query_that_names_none(query: str) -> None:
    assert not names_number(query)


EDITIONS = [
    made_document(f"{year}年度計画", [f"備蓄は{year}年度も進める。", f"{letter}の訓練"], fiscal_year=year)
    for year, letter in ((2020, "水防"), (2021, "消火"), (2022, "避難"))
]


@pytest.fixture
def library(tmp_path: Path, tiny_encoder: TinyEncoder) -> Library:
    index_documents(tmp_path, EDITIONS, tiny_encoder)
    return Library.open(tmp_path, tiny_encoder)


def test_a_search_counts_groups_and_fills_up(library: Library) -> None:
    hits = library.search("備蓄を進める", top_k=3)
    assert [len(hit.siblings) for hit in hits] == [2, 0, 0]
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert hits[0].score >= max(sibling.score for sibling in hits[0].siblings)
    assert {hit.document.fiscal_year for hit in (hits[0], *hits[0].siblings)} == {2020, 2021, 2022}
    assert len(library.search("備蓄を進める", top_k=10)) == 4


def test_many_copies_do_not_crowd_out_the_rest(tmp_path: Path, tiny_encoder: TinyEncoder) -> None:
    copies = made_document("写し", ["備蓄を進める。"] * 120)
    index_documents(tmp_path, [copies, made_document("別", ["備蓄の訓練"])], tiny_encoder)
    hits = Library.open(tmp_path, tiny_encoder).search("備蓄を進める", top_k=2)
    assert [(hit.document.id, len(hit.siblings)) for hit in hits] == [("写し", 119), ("別", 0)]


def test_nothing_is_folded_where_a_number_a_year_or_one_leg_is_asked_for(library: Library) -> None:
    for hits in (
        library.search("2021年度の備蓄を進める"),
        library.search("備蓄を進める", filters=Filters(fiscal_years=(2020, 2021))),
        library.search("備蓄を進める", legs="lexical"),
        library.search("備蓄を進める", legs="dense"),
    ):
        assert len({hit.document.id for hit in hits if "備蓄" in hit.passage.text}) >= 2
        assert not any(hit.siblings for hit in hits)
