"""A few letters in, the items that a comparison can be confined to out."""

from qa.comparing.years import Years
from tests.two_years import AFTER, BEFORE, SplitIndex, edition

INDEX = SplitIndex([edition(2022, *BEFORE), edition(2023, *AFTER)])
OURS, THEIRS = INDEX.documents()


def years() -> Years:
    return Years(INDEX)  # type: ignore[arg-type]


def test_items_of_both_documents_come_first() -> None:
    found = years().items(OURS, THEIRS, "費")
    assert [(item.kind, item.label[-1], item.in_before, item.in_after) for item in found] == [
        ("section", "2 事業費", True, True),
        ("row", "備品購入費", False, True),
    ]


def test_nothing_is_found_by_nothing() -> None:
    assert years().items(OURS, THEIRS, " 　") == []
    assert years().items(OURS, THEIRS, "存在しない") == []


def test_a_comparison_of_a_row_holds_that_row_alone() -> None:
    compared = years()
    (item,) = compared.items(OURS, THEIRS, "決算額")
    comparison = compared.compare(OURS, THEIRS, item)
    assert {change.labels for section in comparison.sections for change in section.figures} == {("決算額",)}
    assert comparison.counts.texts == 0


def test_a_comparison_of_a_section_holds_its_texts() -> None:
    compared = years()
    (item,) = compared.items(OURS, THEIRS, "概要")
    (section,) = compared.compare(OURS, THEIRS, item).sections
    assert section.texts and not section.figures


def test_an_item_is_found_again_by_its_key() -> None:
    compared = years()
    (item,) = compared.items(OURS, THEIRS, "決算額")
    assert compared.item(OURS, THEIRS, item.key) == item
    assert compared.item(OURS, THEIRS, "row|昔の行") is None


def test_what_was_compared_is_kept_while_the_documents_stay_as_they_are() -> None:
    compared = years()
    first = compared.compare(OURS, THEIRS)
    assert compared.compare(OURS, THEIRS) is first
    assert compared.compare(OURS, THEIRS, basis="year") is not first


def test_the_library_tells_its_series() -> None:
    (series,) = years().series()
    assert [edition.year for edition in series.editions] == [2022, 2023]
