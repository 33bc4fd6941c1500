"""Passages of another fiscal year or office than the one asked about."""

import pytest

from index.types import Hit
from qa.asking.organisations import named_organisations
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence
from qa.candidates.types import Candidate, Figure
from qa.choosing.contradictions import contradicts, fit_of_year
from qa.choosing.numbered import count_covered, named_numbers
from tests.fake_index import document, passage


def hit(text: str, issuer: str | None = None, fiscal_year: int | None = None, heading: str = "") -> Hit:
    held_by = document("報告書.txt", issuer, fiscal_year)
    return Hit(passage(held_by, text, headings=(heading,) if heading else ()), held_by, 1.0, 1)


@pytest.mark.parametrize(
    ("text", "year", "contradicted"),
    [
        ("収納率は93％である。", 2020, True),
        ("収納率は93％である。", 2022, False),
        ("収納率は93％である。", None, False),
        ("令和4年度の収納率は93％である。", 2020, False),
        ("Ｒ４年度 収納率 93％", 2020, False),
        ("令和2年度から令和6年度までの収納率", 2020, False),
        ("前年度の収納率は93％であった。", 2023, False),
        ("翌年度の収納率の目標は93％", 2021, False),
        ("前年度の収納率は93％であった。", 2020, True),
    ],
)
def test_a_passage_of_another_year_contradicts_unless_it_names_the_year(
    text: str, year: int | None, contradicted: bool
) -> None:
    assert contradicts(take_apart("令和4年度の収納率"), hit(text, fiscal_year=year)) == contradicted


@pytest.mark.parametrize(
    ("text", "issuer", "contradicted"),
    [
        ("収納率は93％である。", "泉町", True),
        ("収納率は93％である。", "鏡市", False),
        ("収納率は93％である。", None, False),
        ("鏡市の収納率は93％である。", "泉町", False),
    ],
)
def test_a_passage_of_another_office_contradicts_unless_it_names_the_office(
    text: str, issuer: str | None, contradicted: bool
) -> None:
    assert contradicts(take_apart("鏡市の収納率"), hit(text, issuer)) == contradicted


def test_a_heading_names_the_year() -> None:
    asked = take_apart("令和4年度の収納率")
    assert not contradicts(asked, hit("収納率は93％", fiscal_year=2020, heading="1 令和4年度の決算"))


def candidate(text: str, cell_year: int | None = None, document_year: int | None = None) -> Candidate:
    found = hit(text, fiscal_year=document_year)
    figure = Figure("93％", fiscal_year=cell_year) if cell_year else None
    return Candidate(Evidence(found, frozenset(), 0.0), 0, len(text), text, "", "cell", figure)


def test_a_cell_is_of_its_own_year_whatever_its_document() -> None:
    asked = take_apart("令和4年度の収納率")
    assert fit_of_year(asked, candidate("収納率 93％", cell_year=2022, document_year=2023)) == 1
    assert fit_of_year(asked, candidate("収納率 93％", cell_year=2023, document_year=2022)) == 0


def test_a_year_of_its_own_fits_better_than_that_of_the_document_than_none() -> None:
    asked = take_apart("令和4年度の収納率")
    own = fit_of_year(asked, candidate("令和4年度の収納率は93％"))
    of_document = fit_of_year(asked, candidate("収納率は93％", document_year=2022))
    another = fit_of_year(asked, candidate("令和3年度の収納率は93％", document_year=2022))
    dated = fit_of_year(asked, candidate("令和4年3月の収納率は93％", document_year=2022))
    assert (
        fit_of_year(asked, candidate("令和5年3月の収納率は93％", document_year=2022)) == of_document > dated
    )
    assert own > of_document > another > fit_of_year(asked, candidate("収納率は93％"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("令和5年度鏡市の予算", {"鏡市"}),
        ("デジタル庁と総務省の通知", {"デジタル庁", "総務省"}),
        ("さいたま市と南アルプス市", {"さいたま市", "南アルプス市"}),
        ("都市計画税と個人市民税の決算区分", set()),
        ("中央卸売市場、市町村、副町長、合同庁舎、省エネ", set()),
        ("小選挙区と住居表示実施地区", set()),
    ],
)
def test_offices_are_told_from_what_looks_like_them(text: str, names: set[str]) -> None:
    assert named_organisations(text) == names


@pytest.mark.parametrize(
    ("question", "text", "count"),
    [
        ("第7次計画の期間", "第七次計画は5年とする。", 1),
        ("第七次計画の期間", "第7次計画は5年とする。", 1),
        ("第7次計画の期間", "第5次計画は5年とする。", 0),
        ("第１５０条と第12号", "第150条により", 1),
    ],
)
def test_numbered_things_are_looked_for_in_figures_and_kanji(question: str, text: str, count: int) -> None:
    assert count_covered(named_numbers(question), text) == count


def test_counts_amounts_and_items_are_no_numbered_things() -> None:
    assert named_numbers("経費の8項目と5回以上の照会、3,000円、18件、2年間") == ()
    assert named_numbers("第7次計画の第12条と第30期") == ("第7次", "第12条", "第30期")
