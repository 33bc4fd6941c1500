"""Cells of tables and fields of forms as candidates: what they say, and which fit a question."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest

from corpus.types import Document, Field, Passage, Span, TableRow, TableValue
from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence
from qa.candidates.tables import find_facts
from qa.candidates.types import Candidate
from tests.fake_index import FakeIndex

SHEET = Document("d1", "予算.pdf", "予算書", None, "汐見市", 2024, 3)


@dataclass
class Sheet:
    """A page with one table, made a line a row: labels, a heading for each value, and the values."""

    title: str = "歳出の内訳"
    heads: tuple[str, ...] = ("令和5年度", "令和6年度")
    years: tuple[int | None, ...] = (2023, 2024)
    unit: str | None = "千円"
    lines: list[str] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)

    def row(self, labels: Sequence[str], *values: str) -> "Sheet":
        start = sum(len(line) + 1 for line in self.lines)
        line = "\t".join((labels[-1], *values))
        at = start + len(labels[-1]) + 1
        cells = []
        for head, year, value in zip(self.heads, self.years, values, strict=True):
            digits = value.replace(",", "").replace("△", "-").removesuffix("％")
            number = Decimal(digits) if digits.lstrip("-").isdigit() else None
            unit = "％" if value.endswith("％") else self.unit if number is not None else None
            cells.append(TableValue((head,), value, number, unit, year, Span(1, at, at + len(value))))
            at += len(value) + 1
        place = Span(1, start, start + len(line))
        self.rows.append(TableRow("d1", 0, self.title, tuple(labels), tuple(cells), place))
        self.lines.append(line)
        return self

    def field(
        self, label: str, value: str, number: int | None, unit: str | None, year: int | None
    ) -> "Sheet":
        start = (
            sum(len(line) + 1 for line in self.lines) + self.lines[-1].index(value) - len(self.lines[-1]) - 1
        )
        number_ = Decimal(number) if number is not None else None
        place = (Span(1, start, start + len(value)),)
        self.fields.append(Field("d1", "更新事業", label, value, number_, unit, year, place))
        return self

    def ask(self, question: str) -> list[Candidate]:
        text = "\n".join(self.lines)
        passage = Passage("d1-1", "d1", (), text, (Span(1, 0, len(text)),))
        found = Evidence(Hit(passage, SHEET, 1.0, 1), frozenset(), 0.0)
        return find_facts(take_apart(question), [found], SheetIndex(self, text), {})


class SheetIndex(FakeIndex):
    def __init__(self, sheet: Sheet, text: str) -> None:
        super().__init__([])
        self.sheet, self.text = sheet, text

    def texts(self, document_id: str, spans: Sequence[Span]) -> Sequence[str]:
        return [self.text[span.start : span.end] for span in spans]

    def rows(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[TableRow]:
        return self.sheet.rows

    def fields(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[Field]:
        return self.sheet.fields


def spending() -> Sheet:
    return (
        Sheet()
        .row(["委託料"], "30,000", "31,240")
        .row(["備品購入費"], "4,100", "5,900")
        .row(["計"], "34,100", "37,140")
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("令和6年度の委託料はいくらか", "委託料（令和6年度）：31,240千円"),
        ("2023年度の委託料", "委託料（令和5年度）：30,000千円"),
        ("R6 備品購入費", "備品購入費（令和6年度）：5,900千円"),
        ("備品購入費はいくらか", "備品購入費（令和6年度）：5,900千円"),
        ("令和5年度の総額はいくらか", "歳出の内訳・計（令和5年度）：34,100千円"),
    ],
)
def test_the_cell_of_the_row_and_the_year_asked_about_fits_best(question: str, said: str) -> None:
    assert spending().ask(question)[0].text == said


def test_a_cell_quotes_its_row_word_for_word() -> None:
    best = spending().ask("令和6年度の委託料はいくらか")[0]
    assert best.quote == "委託料\t30,000\t31,240"
    assert best.figure is not None
    assert (best.figure.number, best.figure.unit, best.figure.fiscal_year) == (Decimal(31240), "千円", 2024)
    assert "歳出の内訳" in best.about


def test_a_row_of_words_answers_with_its_words() -> None:
    sheet = Sheet(heads=("内容",), years=(None,)).row(["所管課"], "総務部税務課").row(["目的"], "県税の賦課")
    assert sheet.ask("所管課はどこか")[0].text == "所管課：総務部税務課"


def test_a_cell_is_found_by_the_words_of_another_cell_in_its_row() -> None:
    sheet = Sheet(heads=("目標時間", "対象"), years=(None, None), unit=None)
    sheet.row(["A"], "3時間", "電子メール").row(["B"], "7日", "文書管理システム")
    assert sheet.ask("文書管理システムの目標時間")[0].text == "B・目標時間：7日"


@pytest.mark.parametrize(
    ("value", "said"), [("5,805", "委託料・比較：5,805千円増"), ("△290", "委託料・比較：290千円減")]
)
def test_a_difference_says_whether_it_is_more_or_less(value: str, said: str) -> None:
    sheet = Sheet(heads=("本年度", "比較"), years=(2024, None)).row(["委託料"], "31,240", value)
    assert sheet.ask("委託料は前年度からいくら増減したか")[0].text == said


def test_figures_without_commas_are_shown_with_them() -> None:
    assert (
        Sheet().row(["負担金"], "20403", "20500").ask("令和5年度の負担金")[0].text
        == "負担金（令和5年度）：20,403千円"
    )


def test_cells_that_stand_for_nothing_are_no_candidates() -> None:
    assert len(Sheet().row(["負担金"], "－", "20,500").ask("負担金")) == 1


def test_items_that_a_cell_lists_are_candidates_with_the_unit_of_the_table() -> None:
    sheet = Sheet(heads=("金額", "説明"), years=(2024, None))
    sheet.row(["委託料"], "486,320", "回線の強靱化 38,720 標準準拠システム移行業務 386,400")
    said = {candidate.text for candidate in sheet.ask("標準準拠システム移行業務はいくらか")}
    assert "標準準拠システム移行業務（令和6年度）：386,400千円" in said


def test_a_number_larger_than_its_row_is_no_item() -> None:
    sheet = Sheet(heads=("金額", "説明"), years=(2024, None)).row(["委託料"], "320", "電話番号 386,400")
    assert not any("386,400千円" in candidate.text for candidate in sheet.ask("電話番号"))


def test_a_field_goes_before_the_cell_it_stands_in() -> None:
    sheet = (
        Sheet(unit=None)
        .row(["実績"], "398", "742")
        .field("端末の数 / 実績 / 令和6年度", "742", 742, "台", 2024)
    )
    best = sheet.ask("令和6年度の端末の数の実績は何台か")[0]
    assert (best.text, best.form, best.quote) == (
        "端末の数・実績（令和6年度）：742台",
        "field",
        "実績\t398\t742",
    )


def test_a_field_alone_is_quoted_by_its_line() -> None:
    sheet = Sheet(lines=["担当課 総務部情報政策課"]).field("担当課", "総務部情報政策課", None, None, None)
    best = sheet.ask("担当課はどこか")[0]
    assert (best.text, best.quote) == ("担当課：総務部情報政策課", "担当課 総務部情報政策課")


def test_an_amount_that_the_question_names_leads_to_its_row() -> None:
    sheet = Sheet(heads=("支出額", "使い道"), years=(None, None), unit="百万円")
    sheet.row(["甲県"], "142", "拠点の増強").row(["乙県"], "320", "監視の強化")
    assert sheet.ask("1億4,200万円の補助の使い道")[0].text == "甲県・使い道：拠点の増強"


@pytest.mark.parametrize(("asked", "said"), [("最も多い", "乙町：320件"), ("最も少ない", "丙村：8件")])
def test_the_largest_or_the_smallest_of_a_column_answers_for_the_most(asked: str, said: str) -> None:
    sheet = Sheet(title="出動", heads=("件数",), years=(None,), unit="件")
    sheet.row(["甲市"], "142").row(["乙町"], "320").row(["丙村"], "8").row(["計"], "470")
    assert said.replace("：", "・件数：") == sheet.ask(f"出動の件数が{asked}のはどこか")[0].text


def test_a_sum_says_of_what_it_is() -> None:
    sheet = Sheet(title="表3-4 経費の内訳").row(["委託料"], "10", "20").row(["計"], "30", "40")
    said = {candidate.text for candidate in sheet.ask("令和6年度の経費の合計")}
    assert "経費の内訳・計（令和6年度）：40千円" in said


def test_values_that_nothing_tells_apart_are_told_together() -> None:
    sheet = Sheet(heads=("", ""), years=(None, None), unit="人").row(["参加者数"], "40", "50")
    for row in sheet.rows:
        sheet.rows = [replace(row, values=tuple(replace(value, heads=()) for value in row.values))]
    assert [candidate.text for candidate in sheet.ask("参加者数は何人か")] == ["参加者数：40人、50人"]


def test_a_number_that_names_is_shown_as_it_is_printed() -> None:
    sheet = Sheet(heads=("番号",), years=(None,), unit=None).row(["事業"], "1352")
    assert sheet.ask("事業の番号")[0].text == "事業・番号：1352"


def test_wide_figures_are_shown_narrow() -> None:
    assert spending_in_wide_figures().ask("令和5年度")[0].text == "東京都（令和5年度）：19,000円"


def spending_in_wide_figures() -> Sheet:
    sheet = Sheet(unit=None).row(["東京都"], "１９，０００円", "２，４００円")
    row = sheet.rows[0]
    cells = tuple(
        replace(value, number=Decimal(number), unit="円")
        for value, number in zip(row.values, (19000, 2400), strict=True)
    )
    sheet.rows = [replace(row, values=cells)]
    return sheet


def findings() -> Sheet:
    sheet = Sheet(title="表2 件数", heads=("指摘事項", "注意事項", "計"), years=(None, None, None), unit="件")
    return sheet.row(["契約"], "2", "4", "6").row(["計"], "10", "17", "27")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("指摘と注意は全部で何件か", "件数・計：指摘事項 10件、注意事項 17件、計 27件"),
        ("契約についての件数の内訳", "契約：指摘事項 2件、注意事項 4件、計 6件"),
        ("契約についての指摘は何件か", "契約・指摘事項：2件"),
    ],
)
def test_a_row_tells_all_the_figures_that_are_asked_for(question: str, said: str) -> None:
    assert max(findings().ask(question), key=lambda one: one.fit).text == said


def test_the_quote_of_a_sub_row_begins_with_the_label_it_stands_under() -> None:
    sheet = Sheet().row(["端末の数", "目標"], "400", "900").row(["端末の数", "実績"], "398", "742")
    sheet.lines[0] = sheet.lines[0].replace("目標", "端末の数 目標")
    sheet.rows[1] = replace(sheet.rows[1], labels=("端末の数", "実績"))
    text = "\n".join(sheet.lines)
    start = text.index("実績")
    values = sheet.rows[1].values
    shift = start - sheet.rows[1].span.start
    moved = tuple(
        replace(value, span=Span(1, value.span.start + shift, value.span.end + shift)) for value in values
    )
    sheet.rows = [replace(sheet.rows[1], span=Span(1, start, len(text)), values=moved)]
    best = sheet.ask("令和6年度の端末の数の実績")[0]
    assert (best.text, best.quote) == ("端末の数・実績（令和6年度）：742千円", text)


def test_an_item_keeps_its_brackets() -> None:
    sheet = Sheet(heads=("金額", "説明"), years=(2024, None))
    sheet.row(["負担金"], "8,500", "政務活動費交付金（24人×月額25千円） 7,200")
    said = {candidate.text for candidate in sheet.ask("政務活動費交付金")}
    assert "政務活動費交付金(24人×月額25千円)（令和6年度）：7,200千円" in said


def test_what_does_not_fit_an_answer_is_left_out() -> None:
    sheet = Sheet(heads=("内容",), years=(None,)).row(["目的"], "長い文章" * 40).row(["所管課"], "税務課")
    assert [candidate.text for candidate in sheet.ask("目的は何か")] == ["所管課：税務課"]


def test_only_the_best_cells_of_a_large_table_are_candidates() -> None:
    sheet = Sheet()
    for number in range(60):
        sheet.row([f"費目{number}"], f"{number + 1},000", f"{number + 2},000")
    found = sheet.ask("令和6年度の費目37はいくらか")
    assert len(found) == 40
    assert found[0].text == "費目37（令和6年度）：39,000千円"
