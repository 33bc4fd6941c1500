"""The fields of review sheets, evaluation sheets and budget requests: label, value, unit, year."""

import pytest

from corpus.forms.labels import bare_label, is_label, is_name_label, leading_label
from corpus.forms.years import head_years, is_year_head
from tests.form_files import fields_of, figures_of, form, words_of

REVIEW = (
    ("事業名", "河川監視強化事業", "担当部局庁", "水管理局"),
    ("事業開始年度", "平成28年度", "担当課室", "河川情報室"),
    ("会計区分", "一般会計", "作成責任者", "山田室長"),
    ("根拠法令（具体的な条項も記載）", "河川法第9条", "主要経費", "その他の事項経費"),
)
BUDGET = (
    ("区分", "令和2年度", "3年度", "令和4年度", "令和5年度要求"),
    ("当初予算", "2,840", "3,120", "3,460", "3,980"),
    ("補正予算", "1,200", "－", "△850", "－"),
    ("翌年度へ繰越し", "△640", "－", "△420", "－"),
    ("執行額", "3,128", "3,346", "3,151", "－"),
    ("執行率（％）", "92", "89", "81", "－"),
)
OUTCOME = (
    ("成果指標", "", "単位", "令和2年度", "令和3年度", "目標最終年度（7年度）"),
    ("監視できる川の割合", "成果実績", "％", "61.4", "72.8", "－"),
    ("<", "目標値", "<", "70.0", "80.0", "100.0"),
    ("<", "達成度", "", "87.7", "91.0", "－"),
)


def test_a_review_sheet_tells_who_and_what_for() -> None:
    assert words_of(fields_of("令和4年度行政事業レビューシート", REVIEW)) == {
        "事業名": "河川監視強化事業",
        "担当部局庁": "水管理局",
        "事業開始年度": "平成28年度",
        "担当課室": "河川情報室",
        "会計区分": "一般会計",
        "作成責任者": "山田室長",
        "根拠法令（具体的な条項も記載）": "河川法第9条",
        "主要経費": "その他の事項経費",
    }


def test_amounts_have_the_unit_above_them_and_the_year_of_their_column() -> None:
    fields = fields_of(REVIEW, "予算額・執行額", "（単位：百万円）", BUDGET)
    assert figures_of(fields) == [
        ("当初予算 / 令和2年度", "2840", "百万円", 2020),
        ("当初予算 / 3年度", "3120", "百万円", 2021),
        ("当初予算 / 令和4年度", "3460", "百万円", 2022),
        ("当初予算 / 令和5年度要求", "3980", "百万円", 2023),
        ("補正予算 / 令和2年度", "1200", "百万円", 2020),
        ("補正予算 / 令和4年度", "-850", "百万円", 2022),
        ("翌年度へ繰越し / 令和2年度", "-640", "百万円", 2020),
        ("翌年度へ繰越し / 令和4年度", "-420", "百万円", 2022),
        ("執行額 / 令和2年度", "3128", "百万円", 2020),
        ("執行額 / 3年度", "3346", "百万円", 2021),
        ("執行額 / 令和4年度", "3151", "百万円", 2022),
        ("執行率（％） / 令和2年度", "92", "％", 2020),
        ("執行率（％） / 3年度", "89", "％", 2021),
        ("執行率（％） / 令和4年度", "81", "％", 2022),
    ]


def test_an_indicator_tells_its_targets_results_and_rates() -> None:
    assert figures_of(fields_of(REVIEW, OUTCOME)) == [
        ("監視できる川の割合 / 成果実績 / 令和2年度", "61.4", "％", 2020),
        ("監視できる川の割合 / 成果実績 / 令和3年度", "72.8", "％", 2021),
        ("監視できる川の割合 / 目標値 / 令和2年度", "70.0", "％", 2020),
        ("監視できる川の割合 / 目標値 / 令和3年度", "80.0", "％", 2021),
        ("監視できる川の割合 / 目標値 / 目標最終年度（7年度）", "100.0", "％", 2025),
        ("監視できる川の割合 / 達成度 / 令和2年度", "87.7", "％", 2020),
        ("監視できる川の割合 / 達成度 / 令和3年度", "91.0", "％", 2021),
    ]


def test_an_indicator_in_things_has_its_rate_in_percent() -> None:
    table = (
        ("活動指標", "単位", "", "令和4年度", "令和5年度"),
        ("巡視の回数", "回", "目標", "900", "1,100"),
        ("<", "<", "実績", "742", "1,086"),
        ("<", "<", "達成率", "82.4％", "98.7"),
    )
    assert figures_of(fields_of(REVIEW, table)) == [
        ("巡視の回数 / 目標 / 令和4年度", "900", "回", 2022),
        ("巡視の回数 / 目標 / 令和5年度", "1100", "回", 2023),
        ("巡視の回数 / 実績 / 令和4年度", "742", "回", 2022),
        ("巡視の回数 / 実績 / 令和5年度", "1086", "回", 2023),
        ("巡視の回数 / 達成率 / 令和4年度", "82.4", "％", 2022),
        ("巡視の回数 / 達成率 / 令和5年度", "98.7", "％", 2023),
    ]


def test_words_under_a_year_are_kept_with_it() -> None:
    table = (
        ("区分", "令和4年度", "令和5年度"),
        ("達成率", "未達成", "達成"),
        ("計算式", "2,406／312", "2,548／386"),
    )
    fields = [one for one in fields_of(REVIEW, table) if one.fiscal_year]
    assert [(one.label, one.value, one.fiscal_year) for one in fields] == [
        ("達成率 / 令和4年度", "未達成", 2022),
        ("達成率 / 令和5年度", "達成", 2023),
        ("計算式 / 令和4年度", "2,406／312", 2022),
        ("計算式 / 令和5年度", "2,548／386", 2023),
    ]


def test_the_year_in_a_tables_title_is_that_of_its_amounts() -> None:
    table = (
        ("節", "予算現額", "決算額", "主な内容"),
        ("委託料", "38,300", "34,518", "運用保守"),
        ("計", "98,000", "92,058", "－"),
    )
    fields = fields_of(REVIEW, "(2)令和3年度決算の内訳", "（単位：千円）", table)
    assert figures_of(fields) == [
        ("委託料 / 予算現額", "38300", "千円", 2021),
        ("委託料 / 決算額", "34518", "千円", 2021),
        ("計 / 予算現額", "98000", "千円", 2021),
        ("計 / 決算額", "92058", "千円", 2021),
    ]


def test_a_budget_request_tells_amounts_by_kind_and_their_change_without_a_year() -> None:
    table = (
        ("区分", "事業費", "国庫支出金", "一般財源"),
        ("令和5年度当初予算額", "301,760", "0", "120,704"),
        ("令和6年度要求額", "312,480", "24,000", "115,392"),
        ("比較", "10,720", "24,000", "△5,312"),
    )
    assert figures_of(fields_of(REVIEW, "1　要求額と財源内訳（単位：千円）", table)) == [
        ("令和5年度当初予算額 / 事業費", "301760", "千円", 2023),
        ("令和5年度当初予算額 / 国庫支出金", "0", "千円", 2023),
        ("令和5年度当初予算額 / 一般財源", "120704", "千円", 2023),
        ("令和6年度要求額 / 事業費", "312480", "千円", 2024),
        ("令和6年度要求額 / 国庫支出金", "24000", "千円", 2024),
        ("令和6年度要求額 / 一般財源", "115392", "千円", 2024),
        ("比較 / 事業費", "10720", "千円", None),
        ("比較 / 国庫支出金", "24000", "千円", None),
        ("比較 / 一般財源", "-5312", "千円", None),
    ]


def test_the_amount_asked_for_is_of_the_documents_year_and_the_one_before_of_the_year_before() -> None:
    fields = fields_of(
        REVIEW, "１　事業費　　要求額　５７，３２０千円（前年度予算額：０円）", fiscal_year=2017
    )
    assert figures_of(fields) == [("要求額", "57320", "千円", 2017), ("前年度予算額", "0", "円", 2016)]


def test_years_down_the_side_are_those_of_their_rows() -> None:
    table = (
        ("年度", "主な内容", "事業費", "備考"),
        ("令和6年度", "基本設計", "312,480", "今回要求"),
        ("令和7年度", "構築", "486,000", "見込み"),
    )
    assert figures_of(fields_of(REVIEW, "1　年次計画（単位：千円）", table)) == [
        ("令和6年度 / 事業費", "312480", "千円", 2024),
        ("令和7年度 / 事業費", "486000", "千円", 2025),
    ]


def test_judgements_and_remarks_stand_under_what_they_are_of() -> None:
    judged = (
        ("観点", "項目", "評価", "評価に関する説明"),
        ("必要性", "市民の求めに応えているか。", "○", "求めは強い。"),
        ("<", "市が行うべきか。", "△", "一部は民間でもできる。"),
    )
    remarks = (
        ("有識者", "所見"),
        ("会計士", "見積りを見直すべきである。"),
        ("大学教授", "指標を加えるべきである。"),
    )
    words = words_of(fields_of(REVIEW, judged, "外部有識者の所見", remarks))
    assert words["必要性 / 市民の求めに応えているか。 / 評価"] == "○"
    assert words["必要性 / 市が行うべきか。 / 評価に関する説明"] == "一部は民間でもできる。"
    assert words["会計士 / 所見"] == "見積りを見直すべきである。"
    assert words["大学教授 / 所見"] == "指標を加えるべきである。"


def test_under_heads_of_labels_and_values_every_row_is_a_field() -> None:
    table = (("区分", "内容"), ("判定", "一部改善"), ("本事業との関係", "前提となる。"))
    words = words_of(fields_of(REVIEW, table))
    assert (words["判定"], words["本事業との関係"]) == ("一部改善", "前提となる。")


def test_two_projects_in_a_file_are_two_forms() -> None:
    second = tuple((row[0], row[1].replace("河川監視強化", "道路点検"), *row[2:]) for row in REVIEW)
    fields = fields_of(REVIEW, "（単位：百万円）", BUDGET, second, "（単位：千円）", BUDGET)
    amounts = [(one.form, one.unit) for one in fields if one.label == "執行額 / 令和4年度"]
    assert amounts == [("河川監視強化事業", "百万円"), ("道路点検事業", "千円")]


def test_a_row_that_only_goes_on_with_the_one_above_is_passed_over() -> None:
    frame = tuple((f"評価の欄{number}", f"記入{number}") for number in range(12))
    table = (*(row[:2] for row in REVIEW), *frame, ("<", "<"))
    assert words_of(fields_of("様式", table))["事業名"] == "河川監視強化事業"


def test_words_repeated_on_every_page_are_told_once() -> None:
    fields = fields_of(REVIEW, REVIEW)
    assert [one.label for one in fields].count("担当課室") == 1


def test_a_fields_span_is_where_its_value_stands() -> None:
    document = form(REVIEW, "（単位：百万円）", BUDGET)
    for one in fields_of(REVIEW, "（単位：百万円）", BUDGET):
        (span,) = one.spans
        assert document.pages[0].text[span.start : span.end] == one.value


def test_a_table_of_cells_that_are_not_certain_gives_no_field() -> None:
    from dataclasses import replace

    from corpus.forms.fields import find_fields

    document = form(REVIEW, BUDGET)
    unsure = replace(document, tables=(document.tables[0], replace(document.tables[1], certain=False)))
    assert figures_of(find_fields(unsure, ())) == []


@pytest.mark.parametrize(
    "blocks",
    [
        ("歳入歳出予算", (("款", "項", "金額"), ("総務費", "総務管理費", "1,000"))),
        ("事業名の一覧", (("事業名", "金額"), ("河川事業", "10"), ("道路事業", "20"))),
        ("この事業名は仮のものである。",),
    ],
)
def test_what_is_no_form_has_no_fields(blocks: tuple[object, ...]) -> None:
    assert fields_of(*blocks) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["事業名", "① 事業の目的（目指す姿）", "担当部局庁", "【根拠法令】", "執行率（％）", "所　管　課"]
)
def test_labels_are_known_in_all_their_dress(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text", ["河川監視強化事業", "一般会計", "令和6年度", "", "目的を達成した。", "担" * 300]
)
def test_values_are_no_labels(text: str) -> None:
    assert not is_label(text)


def test_a_label_is_compared_without_its_number_and_note() -> None:
    assert bare_label("② 成果指標（対象における意図の達成度）：") == "成果指標"
    assert is_name_label("１　事務事業名")


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("事業名　河川監視強化事業", "事業名", "河川監視強化事業"),
        ("（担当課）河川課", "（担当課）", "河川課"),
        ("根拠法令：河川法", "根拠法令", "河川法"),
    ],
)
def test_a_cell_may_hold_its_label_and_its_value(text: str, label: str, value: str) -> None:
    found = leading_label(text)
    assert found is not None
    assert (found[0], text[found[1] :]) == (label, value)


@pytest.mark.parametrize(
    ("heads", "own", "years"),
    [
        (["平成29年度", "30年度", "令和元年度", "2年度", "3年度要求"], None, [2017, 2018, 2019, 2020, 2021]),
        (["27年度(実績)", "28年度(実績)", "29年度(計画)"], 2017, [2015, 2016, 2017]),
        (["前年度", "本年度", "翌年度"], 2024, [2023, 2024, 2025]),
        (["令和4年度", "目標年度（7年度）"], None, [2022, 2025]),
        (["27年度", "増減"], None, [None, None]),
        (["令和4年度", "比較"], None, [2022, None]),
    ],
)
def test_a_bare_year_is_of_the_era_that_brings_it_near(
    heads: list[str], own: int | None, years: list[int | None]
) -> None:
    assert list(head_years(heads, own)) == years


@pytest.mark.parametrize(
    "head", ["平成29年度", "R2", "3年度要求", "令和5年度（見込み）", "前年度", "中間目標（5年度）"]
)
def test_heads_that_name_a_year(head: str) -> None:
    assert is_year_head(head)


@pytest.mark.parametrize(
    "head", ["区分", "年度", "令和の時代に行ったことの全てを述べた長い文である", "1,200", "増減"]
)
def test_heads_that_name_none(head: str) -> None:
    assert not is_year_head(head)
