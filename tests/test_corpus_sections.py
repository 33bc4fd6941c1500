"""The heading grammar of official documents."""

import pytest

from corpus import Section, split_sections
from corpus.normalising import is_kept
from corpus.structure.numbering import find_numbering
from corpus.types import ParsedDocument
from tests.corpus_files import parsed_pages, parsed_text


def paths(text: str) -> list[tuple[str, ...]]:
    return [section.headings for section in split_sections(parsed_text(text))]


def text_of(parsed: ParsedDocument, section: Section) -> str:
    pages = {page.number: page.text for page in parsed.pages}
    return "".join(pages[span.page][span.start : span.end] for span in section.spans)


@pytest.mark.parametrize(
    ("line", "style", "value"),
    [
        ("第1章 監査の概要", "章", 1),
        ("第１２章　雑則", "章", 12),
        ("第二十三節 その他", "節", 23),
        ("第3編 総則", "編", 3),
        ("第１条 この条例は", "条", 1),
        ("第5条の2（施行）", "条", 5),
        ("Ⅲ　現状", "Ⅰ", 3),
        ("1 監査の種類", "1", 1),
        ("１．総括事項", "1.", 1),
        ("10．主な事業", "1.", 10),
        ("1-2 対象", "1-1", 2),
        ("２－３－４ 方法", "1-1-1", 4),
        ("(3) 監査の視点", "(1)", 3),
        ("（１０） 旅費", "(1)", 10),
        ("⑵ 範囲", "(1)", 2),
        ("①とりまとめの位置付け", "①", 1),
        ("ア 行政情報化", "ア", 1),
        ("（ウ）調達", "(ア)", 3),
        ("ａ．通信", "a", 1),
        ("【指摘事項1】 台帳について", "指摘", 1),
        ("【指摘事項 12】台帳について", "指摘", 12),
        ("【意見 3】 費用について", "指摘", 3),
        ("【取組内容】", "【】", None),
        ("■ 情報の公開", "■", None),
        ("## 目的", "##", None),
        ("款 2. 総務費", "予算款", 2),
        ("（款） ２ 総務費", "予算款", 2),
        ("１５款　国庫支出金", "予算款", 15),
        ("2款1項 総務管理費", "予算項", 1),
        ("附則", "附則", None),
        ("第２表 債務負担行為", "表", 2),
    ],
)
def test_the_styles_of_numbering(line: str, style: str, value: int | None) -> None:
    numbering = find_numbering(line)
    assert numbering is not None
    assert (numbering.style, numbering.value) == (style, value)


@pytest.mark.parametrize(
    "line",
    [
        "1.5億円を計上した",
        "23.1億円",
        "2 件の事故",
        "12,345 千円",
        "第１項の規定により",
        "第446回定例会",
        "アンケートを実施した",
        "○：必要性が高い",
        "○ ○ ○",
        "■第１-２-１図／研究費",
        "令和6年度",
    ],
)
def test_what_only_looks_numbered(line: str) -> None:
    assert find_numbering(line) is None


def test_levels_follow_the_document() -> None:
    text = (
        "第1章 総則\n\n1 目的\n\n目的を定める。\n\n2 範囲\n\n(1) 対象\n\n対象を定める。\n\nア 本庁\n\n"
        "本庁とする。\n\n"
        "イ 支所\n\n支所も含む。\n\n(2) 期間\n\n期間を定める。\n\n第2章 体制\n\n1 組織\n\n"
        "組織を定める。\n\n2 点検\n\n点検する。\n"
    )
    assert paths(text) == [
        ("第1章 総則", "1 目的"),
        ("第1章 総則", "2 範囲", "(1) 対象"),
        ("第1章 総則", "2 範囲", "(1) 対象", "ア 本庁"),
        ("第1章 総則", "2 範囲", "(1) 対象", "イ 支所"),
        ("第1章 総則", "2 範囲", "(2) 期間"),
        ("第2章 体制", "1 組織"),
        ("第2章 体制", "2 点検"),
    ]


def test_circled_numbers_stand_under_katakana_where_the_document_has_them_so() -> None:
    text = (
        "ア 現状\n現状を述べる。\n① 利用\n利用は少ない。\n② 費用\n費用は多い。\nイ 課題\n課題を述べる。\n"
        "① 人員\n足りない。\n② 予算\n足りない。\n"
    )
    assert paths(text) == [
        ("ア 現状",),
        ("ア 現状", "① 利用"),
        ("ア 現状", "② 費用"),
        ("イ 課題",),
        ("イ 課題", "① 人員"),
        ("イ 課題", "② 予算"),
    ]


def test_katakana_stands_under_circled_numbers_where_the_document_has_it_so() -> None:
    text = (
        "① 現状\n述べる。\nア 利用\n少ない。\nイ 費用\n多い。\n② 課題\n述べる。\nア 人員\n無い。\n"
        "イ 予算\n無い。\n"
    )
    assert ("② 課題", "イ 予算") in paths(text)


def test_numbers_must_count_on() -> None:
    text = "1 目的\n目的を定める。\n7 番目の窓口\n窓口で受け付ける。\n2 範囲\n範囲を定める。\n"
    assert paths(text) == [("1 目的",), ("2 範囲",)]


def test_one_number_may_be_missing() -> None:
    text = "1 目的\n定める。\n2 範囲\n定める。\n4 点検\n点検する。\n5 報告\n報告する。\n"
    assert paths(text) == [("1 目的",), ("2 範囲",), ("4 点検",), ("5 報告",)]


def test_items_of_a_list_are_no_headings() -> None:
    text = (
        "1 対策\n次のとおりとする。\n(1) 端末の管理\n(2) 通信の分割\n(3) 監視の強化\n以上である。\n"
        "2 費用\n費用を述べる。\n"
    )
    assert paths(text) == [("1 対策",), ("2 費用",)]


def test_sentences_that_begin_with_a_number_are_no_headings() -> None:
    text = "1 目的を次のように定める。\n2 範囲は本庁及び支所とし、出先を含む。\n本文である。\n"
    assert paths(text) == [()]


def test_rows_of_a_table_are_no_headings() -> None:
    text = "事業の一覧\n1 研修 総務課 100千円\n2 訓練 防災課 200千円\n3 点検 財政課 300千円\n以上である。\n"
    assert paths(text) == [()]


def test_findings_are_headings_under_the_section_they_stand_in() -> None:
    text = (
        "第4章 監査\n\n1 概要\n\n概要を述べる。\n\n2 結果\n\n次に述べる。\n\n"
        "【指摘事項1】 台帳について\n\n漏れがあった。\n\n"
        "【指摘事項2】 研修について\n\n未受講があった。\n\n【意見1】 費用について\n\n検証されたい。\n\n"
        "第5章 個別\n\n述べる。\n"
    )
    assert paths(text) == [
        ("第4章 監査", "1 概要"),
        ("第4章 監査", "2 結果"),
        ("第4章 監査", "2 結果", "【指摘事項1】 台帳について"),
        ("第4章 監査", "2 結果", "【指摘事項2】 研修について"),
        ("第4章 監査", "2 結果", "【意見1】 費用について"),
        ("第5章 個別",),
    ]


def test_articles_are_named_by_their_captions() -> None:
    text = (
        "（目的）\n第１条 この条例は、図書館の設置について定める。\n（名称）\n"
        "第２条 名称は、次のとおりとする。\n"
        "２ 前項の名称とは別に、通称を定めることができる。\n附　則\nこの条例は、公布の日から施行する。\n"
    )
    assert paths(text) == [("第１条（目的）",), ("第２条（名称）",), ("附則",)]


def test_letter_spaced_articles_are_found() -> None:
    text = (
        "（ 設 置 ）\n第 １ 条 図 書 館 を 設 置 す る 。\n（ 管 理 ）\n"
        "第 ２ 条 前 条 の 管 理 は 、 委 員 会 が 行 う 。\n"
    )
    assert paths(text) == [("第１条（設置）",), ("第２条（管理）",)]


def test_an_amendment_that_names_articles_has_no_articles() -> None:
    text = "第１条第１項中「支給」を「、支給」に改める。\n第２条第１項中第３号を第７号とする。\n"
    assert paths(text) == [()]


def test_a_budgets_tables_are_named_by_款_and_項() -> None:
    text = (
        "款 1. 保険料 項 1. 介護保険料 （単位：千円）\n1.保険料 853 851 2\n計 853 851 2\n"
        "款 2. 手数料 項 1. 総務手数料\n1.手数料 1 1 0\n"
    )
    assert paths(text) == [("款 1. 保険料", "項 1. 介護保険料"), ("款 2. 手数料", "項 1. 総務手数料")]


def test_the_same_款_again_on_the_next_page_goes_on() -> None:
    first = "１５款　国庫支出金　　２項　国庫補助金\n1 民生費補助金 1,170 617 553\n"
    second = "１５款　国庫支出金 16,482千円\n　２項　国庫補助金 4,176千円\n2 衛生費補助金 170 17 153\n"
    parsed = parsed_pages(first, second)
    sections = split_sections(parsed)
    assert [section.headings for section in sections] == [("１５款 国庫支出金", "２項 国庫補助金")]
    assert {span.page for span in sections[0].spans} == {1, 2}


def test_markdown_headings() -> None:
    assert paths("# 計画\n\n概要。\n\n## 目的\n\n目的の文。\n\n## 範囲\n\n範囲の文。\n") == [
        ("# 計画",),
        ("# 計画", "## 目的"),
        ("# 計画", "## 範囲"),
    ]


def test_tags_that_stand_as_text_do_no_harm() -> None:
    text = "<p>■ 窓口の見直し</p>\n<p>窓口を見直す。</p>\n■ 手続の見直し\n手続を見直す。<br>\n"
    assert paths(text) == [("■ 窓口の見直し",), ("■ 手続の見直し",)]


def test_a_heading_over_two_lines_is_one() -> None:
    line = "本文の一行はこの幅で折り返しており次の行へ続くことになっている文章である"
    long = "第４章　備品の管理に係る各所属の状況並びに検出した事項及びそれに関して申し"
    text = f"{line}\n{line}\n{line}\nである。\n{long}\n添える意見\n{line}\n{line}\nである。\n"
    sections = split_sections(parsed_pages(text))
    assert sections[-1].headings == (
        "第４章 備品の管理に係る各所属の状況並びに検出した事項及びそれに関して申し添える意見",
    )


def test_a_heading_of_a_narrow_column_goes_on_in_a_second_line() -> None:
    line = "段の一行はこの幅で折り返して次の行へ続く文章"
    heading = "第２章　備品を管理する全ての課の状\n況の整理"
    text = f"{line}\n{line}\n{line}\nである。\n{heading}\n{line}\n{line}\nである。\n"
    assert split_sections(parsed_pages(text))[-1].headings == ("第２章 備品を管理する全ての課の状況の整理",)


def test_a_heading_may_fill_its_column_where_its_words_end_there() -> None:
    line = "段の一行はこの幅で折り返して次の行へ続く文章"
    text = (
        f"{line}\n{line}\n{line}\nである。\n１－１．備品の整理\n{line}\nである。\n"
        f"１－２．研究室での自律化に向けた準備の推進\n備品は全て{line[:17]}\n{line}\nである。\n"
    )
    found = [section.headings[-1] for section in split_sections(parsed_pages(text)) if section.headings]
    assert found == ["１－１．備品の整理", "１－２．研究室での自律化に向けた準備の推進"]


def test_the_title_of_a_statement_goes_on_in_a_second_line() -> None:
    text = (
        "地方債の前々年度末における現在高並びに前年度末\n及び当該年度末における現在高の見込みに関する調書\n"
        "区分\t現在高\n土木\t12\n"
    )
    assert split_sections(parsed_pages(text))[0].headings == (
        "地方債の前々年度末における現在高並びに前年度末及び当該年度末における現在高の見込みに関する調書",
    )


def test_forms_stand_beside_the_supplement_of_their_law() -> None:
    text = (
        "旅費の支給に関する規則\n（趣旨）\n第１条　この規則は旅費について定める。\n"
        "（様式）\n第２条　様式は別に定める。\n附則\nこの規則は公布の日から施行する。\n"
        "様式第１号（第２条関係）\n氏名を書く。\n第２号様式\n住所を書く。\n"
    )
    found = [section.headings for section in split_sections(parsed_pages(text))]
    assert [path[-1] for path in found[-3:]] == ["附則", "様式第１号（第２条関係）", "第２号様式"]
    assert len({path[:-1] for path in found[-3:]}) == 1


def test_a_table_of_a_budget_whose_articles_are_a_picture_is_a_heading() -> None:
    text = "# 令和４年度介護保険特別会計予算\n\n第２表　債務負担行為\n\n限度額を定める。\n"
    assert paths(text)[-1][-1] == "第２表 債務負担行為"


def test_each_letter_of_the_body_belongs_to_exactly_one_section() -> None:
    parsed = parsed_pages(
        "表紙の題\n",
        "第１章　総則\n1 目的\n定める。\n2 範囲\n\n本庁とする。\n",
        "",
        "第２章　体制\n定める。\n",
    )
    held = [
        (span.page, offset)
        for section in split_sections(parsed)
        for span in section.spans
        for offset in range(span.start, span.end)
    ]
    assert len(held) == len(set(held))
    letters = {
        (page.number, offset)
        for page in parsed.pages
        for offset, character in enumerate(page.text)
        if is_kept(character)
    }
    assert letters <= set(held)


def test_an_empty_document_has_no_sections() -> None:
    assert split_sections(parsed_pages("", "  \n")) == ()


def test_a_numbered_statement_is_numbered_like_its_neighbours() -> None:
    titles = ["項目"] * 4 + ["基金の現在高", "地方債の現在高の見込みに関する調書", "市税の見積り"]
    whole = "".join(f"{at}．{title}\n述べる。\n" for at, title in zip("１２３４５６７", titles, strict=True))
    assert paths(whole)[4:] == [
        ("５．基金の現在高",),
        ("６．地方債の現在高の見込みに関する調書",),
        ("７．市税の見積り",),
    ]


def test_a_column_stands_beside_the_numbered_headings_that_follow_it() -> None:
    text = (
        "第1節 取組\n述べる。\nコラム１-４\n●研究者の声\n声を述べる文である。\n"
        "１－１．データの改良\n述べる。\n１－２．予測\n述べる。\n"
    )
    assert paths(text)[-2:] == [("第1節 取組", "１－１．データの改良"), ("第1節 取組", "１－２．予測")]


def test_a_heading_over_a_tables_unit_is_a_heading_in_a_page_of_narrow_lines() -> None:
    rows = "\n".join(["窓口の受付に係る委託料及び賃借料並びに使"] * 4)
    unit = "（単位：千円）"
    text = f"1．歳入の状況\n{unit}\n{rows}\n2．主な事業の一覧である継続事業の表\n{unit}\n{rows}\n"
    assert [section.headings for section in split_sections(parsed_pages(text))] == [
        ("1．歳入の状況",),
        ("2．主な事業の一覧である継続事業の表",),
    ]
