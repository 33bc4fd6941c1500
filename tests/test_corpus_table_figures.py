"""Figures: what a cell states, and what it does not."""

from decimal import Decimal

import pytest

from corpus.tables.figures import Figure, is_ditto, parse_figure, stands_for_none


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("861,375", "861375", None),
        ("８６１，３７５", "861375", None),
        ("△597", "-597", None),
        ("▲ 0.8", "-0.8", None),
        ("－１２", "-12", None),
        ("(△1,234)", "-1234", None),
        ("（1,234）", "1234", None),
        ("１ ９ ２", "192", None),
        ("1 , 1 9 2 , 8 9 3 千 円", "1192893", "千円"),
        ("1,234千円", "1234", "千円"),
        ("17,335,066 千円", "17335066", "千円"),
        ("38.5％", "38.5", "％"),
        ("+56.3%", "56.3", "％"),
        ("581億5,195万9,000円", "58151959000", "円"),
        ("△1億2,000万円", "-120000000", "円"),
        ("５人", "5", "人"),
        ("120㎡", "120", "㎡"),
        ("0", "0", None),
    ],
)
def test_a_cell_states_a_figure(text: str, number: str, unit: str | None) -> None:
    assert parse_figure(text) == Figure(Decimal(number), unit)


@pytest.mark.parametrize(
    "text",
    [
        *("861,3751", "1 10", "1,8 93", "9,9", "001", "0086", "1,234 5,678", "1.2.3", "12" * 40),
        *("2024-01-01", "令和4年度", "3月", "0192-27-3111", "10/12", "1,234千円余", "約"),
        *("－", "△", "皆増", "〃", ""),
    ],
)
def test_a_cell_states_no_figure(text: str) -> None:
    assert parse_figure(text) is None


def test_dittos_and_cells_that_state_none() -> None:
    assert all(map(is_ditto, ("〃", "々", "同上", " 〃 ")))
    assert not any(map(is_ditto, ("", "佐々木", "同上の額")))
    assert all(map(stands_for_none, ("－", "―", "皆増", "皆減", "…", "-")))
    assert not any(map(stands_for_none, ("0", "合計", "ー般")))
