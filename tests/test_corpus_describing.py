"""Title, kind, issuer and fiscal year: from the name first, then from the first page, never guessed."""

import pytest

from corpus.describing import describe
from corpus.issuers import find_issuer
from corpus.kinds import find_kind
from corpus.types import Document, Evidence, Span
from tests.corpus_files import pages_of


def described(name: str, *texts: str) -> Document:
    return describe("0" * 64, name, pages_of(*(texts or ("本文。",))), len(texts)).document


@pytest.mark.parametrize(
    ("name", "kind", "issuer", "year"),
    [
        ("青嶺県_令和2年度_包括外部監査結果報告書.txt", "包括外部監査結果報告書", "青嶺県", 2020),
        ("青嶺県_令和6年度_包括外部監査措置状況報告書.pdf", "措置状況", "青嶺県", 2024),
        (
            "地域行政省_令和5年度_行政事業レビューシート_基盤強化事業.pdf",
            "行政事業レビューシート",
            "地域行政省",
            2023,
        ),
        ("汐見市_平成30年度_事務事業評価_電算対策事業.txt", "事務事業評価", "汐見市", 2018),
        ("青嶺県_平成29年度_予算要求資料_運営費.txt", "予算要求資料", "青嶺県", 2017),
        ("汐見市R6予算書_見開き.pdf", "予算書", "汐見市", 2024),
        ("R8介護保険特別会計予算書.pdf", "予算書", None, 2026),
        ("青嶺県_令和5年度_定例監査結果報告.pdf", "定例監査", "青嶺県", 2023),
        ("桐原市議会_会議録_R4.pdf", "会議録", "桐原市議会", None),
        ("桐原市議会_会議録_R4年度.pdf", "会議録", "桐原市議会", 2022),
        ("R6通信白書_2章.pdf", "白書", None, None),
        ("R8当初予算_勉強会資料.pdf", "説明資料", None, 2026),
        ("用地取得_説明資料_R4.pdf", "説明資料", None, None),
        ("政務活動費の手引き.pdf", "ガイドライン", None, None),
        ("桐原市_公共施設等総合管理計画.pdf", "計画", "桐原市", None),
        ("緑野町_住民アンケート結果.md", "調査", "緑野町", None),
        ("memo.txt", None, None, None),
    ],
)
def test_what_a_name_tells(name: str, kind: str | None, issuer: str | None, year: int | None) -> None:
    document = described(name)
    assert (document.kind, document.issuer, document.fiscal_year) == (kind, issuer, year)


def test_the_title_is_the_name_made_readable() -> None:
    assert described("監査/青嶺県_令和2年度_報告書.txt").title == "青嶺県 令和2年度 報告書"
    assert described("監査/青嶺県_令和2年度_報告書.txt").path == "監査/青嶺県_令和2年度_報告書.txt"


def test_a_name_that_says_nothing_leaves_it_to_the_first_page() -> None:
    document = described("000123.pdf", "令和６年度\n汐見市一般会計予算書\n汐見市\n")
    assert (document.title, document.kind, document.issuer, document.fiscal_year) == (
        "令和６年度 汐見市一般会計予算書",
        "予算書",
        "汐見市",
        2024,
    )


def test_the_name_goes_before_the_first_page() -> None:
    document = described("青嶺県_令和2年度_報告書.txt", "令和３年３月\n桐原市\n")
    assert (document.issuer, document.fiscal_year) == ("青嶺県", 2020)


def test_a_calendar_year_is_no_fiscal_year() -> None:
    assert described("地域行政省_令和6年_通知.pdf").fiscal_year is None


def test_a_tables_column_is_not_the_documents_year() -> None:
    assert (
        described("照会.docx", "照会について\n区分\t令和４年度\t令和３年度\n歳入\t1\t2").fiscal_year is None
    )


def test_a_sentence_tells_neither_office_nor_year() -> None:
    document = described("メモ.txt", "令和5年度は桐原市が予算書を作成した。\n隣の市とは異なる。\n")
    assert (document.kind, document.issuer, document.fiscal_year) == (None, None, None)


def test_a_letter_spaced_first_page_is_read() -> None:
    document = described("議案第23号.pdf", "議 案 第 ２ ３ 号\n汐 見 市 長 山 田 太 郎\n令 和 ８ 年 度\n")
    assert (document.issuer, document.fiscal_year) == ("汐見市", 2026)


def test_words_that_end_like_an_office_are_none() -> None:
    assert [find_issuer(name) for name in ("市町村の状況", "関係省庁", "都市計画", "各市", "同県")] == [
        None
    ] * 5


def test_a_kind_is_told_by_the_first_word_that_fits() -> None:
    assert find_kind("包括外部監査の結果に基づく措置状況") == ("措置状況", "措置状況")
    assert find_kind("ただの文書") is None


def evidence(name: str, *texts: str, title: str | None = None) -> dict[str, Evidence]:
    found = describe("0" * 64, name, pages_of(*texts), len(texts), title)
    return {each.field: each for each in found.evidence}


def test_each_thing_told_comes_with_what_told_it() -> None:
    told = evidence("汐見市_000123.pdf", "表紙の文である。", "令和６年度\n一般会計予算書\n")
    assert (told["issuer"].source, told["issuer"].quote) == ("file name", "汐見市")
    year = told["fiscal_year"]
    assert (year.source, year.quote, year.span) == ("text", "令和６年度", Span(2, 0, 6))
    assert told["kind"].quote == "一般会計予算書"


def test_what_nothing_tells_has_no_evidence() -> None:
    assert set(evidence("memo.txt", "本文である。")) == {"title"}


def test_a_year_that_name_and_text_tell_differently_is_not_told() -> None:
    assert describe("0", "会議録_R4.pdf", pages_of("令和５年度第１回\n"), 1).document.fiscal_year is None


def test_the_title_in_the_files_properties_serves_where_the_name_says_nothing() -> None:
    assert evidence("0001.docx", "本文。", title="情報管理規程の改正")["title"].quote == "情報管理規程の改正"
    assert (
        evidence("0001.docx", "情報管理の手順\n本文。", title="Microsoft Word - 0001")["title"].quote
        == "情報管理の手順"
    )


def test_numbers_of_bills_and_pages_are_no_titles() -> None:
    document = described("0001.pdf", "議案第２３号\n- 1 -\n汐見市長\n旅費条例の改正について\n")
    assert document.title == "旅費条例の改正について"
