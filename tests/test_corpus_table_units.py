"""Units: what a table, a head and a cell say that figures are counted in."""

import pytest

from corpus.tables.units import fitting_unit, head_unit, stated_units, unit_word


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("（単位：千円）", ("千円",)),
        ("単位　千円", ("千円",)),
        ("（単位：千円、％）", ("千円", "％")),
        ("款 1. 総務費 項 4. 趣旨普及費 （単位：千円）", ("千円",)),
        ("【単位：人・世帯】", ("人", "世帯")),
        ("単位当たりの費用", ()),
        ("次の表のとおり。", ()),
    ],
)
def test_a_line_states_units(text: str, units: tuple[str, ...]) -> None:
    assert stated_units(text) == units


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("金額（千円）", "千円"),
        ("割合(％)", "％"),
        ("千円", "千円"),
        ("面積（㎡）", "㎡"),
        ("利用者数（人）A", "人"),
        ("宿泊費（１夜につき）", None),
        ("比較", None),
        ("人", None),
        ("金額", None),
    ],
)
def test_a_head_gives_its_column_a_unit(head: str, unit: str | None) -> None:
    assert head_unit(head) == unit


def test_a_cell_that_is_a_unit() -> None:
    assert unit_word("千円") == "千円"
    assert unit_word("（人）") == "人"
    assert unit_word("千円以内") is None


@pytest.mark.parametrize(
    ("units", "heads", "unit"),
    [
        (("千円",), ("本年度",), "千円"),
        (("千円",), ("構成比",), None),
        (("千円",), ("職員数",), None),
        (("千円", "％"), ("構成比",), "％"),
        (("千円", "％"), ("予算額",), "千円"),
        (("人", "千円"), ("職員数", "令和3年度"), "人"),
        (("人", "千円"), ("給与費", "令和3年度"), "千円"),
        (("人", "千円"), ("令和3年度",), None),
        ((), ("予算額",), None),
    ],
)
def test_a_tables_unit_is_given_to_what_it_counts(
    units: tuple[str, ...], heads: tuple[str, ...], unit: str | None
) -> None:
    assert fitting_unit(units, heads) == unit
