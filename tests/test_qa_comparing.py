"""Two years of one sheet in, what changed between them out."""

from decimal import Decimal

import pytest

from qa.comparing.comparing import compare
from qa.comparing.types import Piece
from tests.two_years import AFTER, BEFORE, compared, edition, figures_of, sheet, texts_of


def test_a_figure_is_compared_with_that_of_the_other_documents_own_year() -> None:
    change = figures_of(compared(BEFORE, AFTER))["当初予算額", "令和5年度"]
    assert change.before and change.after
    assert (change.before.head, change.before.text) == ("令和4年度", "1,200")
    assert (change.after.text, change.difference, change.unit) == ("1,500", Decimal(300), "千円")
    assert change.rate == Decimal("0.25")
    assert change.changed and not change.aside


def test_a_column_of_an_earlier_year_stands_aside() -> None:
    comparison = compared(BEFORE, AFTER)
    earlier = figures_of(comparison)["当初予算額", "令和4年度"]
    assert earlier.before and earlier.before.head == "令和3年度"
    assert earlier.aside
    assert comparison.counts.figures == 2


def test_by_year_the_same_year_is_compared_as_both_tell_it() -> None:
    figures = figures_of(compared(BEFORE, AFTER, basis="year"))
    assert {head for _, head in figures} == {"令和4年度"}
    same = figures["当初予算額", "令和4年度"]
    assert same.before and (same.before.text, same.difference) == ("1,200", Decimal(0))
    assert not same.changed


def test_by_year_a_figure_that_was_told_otherwise_is_a_change() -> None:
    table = [["区分", "令和4年度", "令和5年度"], ["当初予算額", "1,210", "1,500"]]
    change = figures_of(compared(BEFORE, (*AFTER[:-1], table), basis="year"))["当初予算額", "令和4年度"]
    assert change.difference == Decimal(10)


def test_a_minus_sign_of_offices_is_a_minus() -> None:
    change = figures_of(compared(BEFORE, AFTER))["決算額", "令和5年度"]
    assert (change.difference, change.rate) == (Decimal(1450), Decimal("29.00000"))


def test_a_figure_that_one_side_does_not_tell_is_never_0() -> None:
    change = figures_of(compared(BEFORE, AFTER))["補助金", "令和5年度"]
    assert change.difference is None
    assert change.notes == ("missing_before",)
    assert change.before and change.before.text == "－"
    assert change.changed


def test_a_row_of_one_year_stands_apart() -> None:
    (row,) = [row for section in compared(BEFORE, AFTER).sections for row in section.rows]
    assert (row.side, row.labels, row.cells) == (
        "after",
        ("備品購入費",),
        (("令和4年度", "80"), ("令和5年度", "90")),
    )
    assert not row.ambiguous


def test_a_sentence_tells_what_was_put_in_word_for_word() -> None:
    (text,) = [text for text in texts_of(compared(BEFORE, AFTER)) if text.changed]
    added = [piece for piece in text.pieces if piece.kind != "same"]
    assert added == [Piece("added", "大きく")]
    assert "".join(piece.text for piece in text.pieces) == text.after
    assert text.after_place and text.after_place.page == 1
    (mark,) = text.after_place.marks
    assert mark.end - mark.start == len("大きく")


def test_a_year_that_moved_on_is_no_change_of_text() -> None:
    comparison = compared(BEFORE, AFTER)
    (text,) = [text for text in texts_of(comparison) if text.formal]
    assert (text.before, text.after) == ("令和4年度は3棟で行った。", "令和5年度は3棟で行った。")
    assert comparison.counts.formal == 1
    assert comparison.counts.texts == 1


def test_a_sentence_that_stayed_word_for_word_is_unchanged() -> None:
    after = (AFTER[0], AFTER[1], "令和4年度は3棟で行った。", *AFTER[3:])
    comparison = compared(BEFORE, after)
    (text,) = [text for text in texts_of(comparison) if text.before == "令和4年度は3棟で行った。"]
    assert not text.changed and not text.formal


def test_changes_are_numbered_through_all_sections() -> None:
    changes = compared(BEFORE, AFTER).changes
    assert [change.number for change in changes] == list(range(1, len(changes) + 1))


def test_a_document_compared_with_itself_has_no_change() -> None:
    comparison = compare(sheet(2022, *BEFORE), sheet(2022, *BEFORE))
    assert comparison.changes
    assert not any(change.changed for change in comparison.changes)


def test_where_a_year_is_not_known_columns_are_compared_by_the_years_they_name() -> None:
    comparison = compare(sheet(None, *BEFORE), sheet(2023, *AFTER))
    change = figures_of(comparison)["当初予算額", "令和4年度"]
    assert change.before and change.before.head == "令和4年度"


@pytest.mark.parametrize("moved", [False, True])
def test_a_row_is_found_again_under_another_heading(moved: bool) -> None:
    table = [["区分", "本年度"], ["総務費", "10"], ["委託料", "5"]]
    rows = [["款", "目", "本年度"], ["総務費", "戸籍費", "10"], ["総務費", "統計費", "20"]]
    before = ("1 歳出の部", "説明は次のとおり。", rows, "2 参考の資料", table)
    heading = "1 別の表" if moved else "1 歳出の部"
    after = (heading, "説明は次のとおり。", rows, "2 参考の資料", table)
    comparison = compared(before, after)
    assert comparison.counts.added == comparison.counts.removed == 0


def test_a_document_knows_its_place_on_the_page() -> None:
    split = edition(2022, *BEFORE)
    text = split.parsed.pages[0].text
    change = figures_of(compared(BEFORE, AFTER))["当初予算額", "令和5年度"]
    assert change.before
    (mark,) = change.before.place.marks
    assert text[mark.start : mark.end] == "1,200"
    assert change.before.place.box[0].start <= mark.start
