"""Two figures in, the difference and the rate between them out."""

from decimal import Decimal

import pytest

from qa.comparing.figures import reckon
from qa.comparing.types import Figure, Place


def figure(number: str, unit: str | None) -> Figure:
    return Figure(number, Decimal(number), unit, "決算額", 2022, Place("id", ()))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (("84620", "千円"), ("96310", "千円"), ("千円", "11690", "0.13815", None)),
        (("84620000", "円"), ("96310", "千円"), ("千円", "11690", "0.13815", "converted")),
        (("96.5", "％"), ("97.5", "％"), ("ポイント", "1.0", None, None)),
        (("0", "件"), ("3", "件"), ("件", "3", None, None)),
        (("-1120", "千円"), ("1690", "千円"), ("千円", "2810", "2.50893", None)),
        (("3", None), ("4", None), (None, "1", "0.33333", None)),
        (("3", "人"), ("4", "千円"), (None, None, None, "other_units")),
        (("3", None), ("4", "千円"), (None, None, None, "no_unit")),
    ],
)
def test_figures_are_subtracted_in_one_unit_or_not_at_all(
    before: tuple[str, str | None], after: tuple[str, str | None], told: tuple[str | None, ...]
) -> None:
    unit, difference, rate, note = reckon(figure(*before), figure(*after))
    shown = (
        unit,
        str(difference) if difference is not None else None,
        str(rate) if rate is not None else None,
    )
    assert (*shown, note) == told


@pytest.mark.parametrize(
    ("text", "number", "unit", "printed"),
    [
        ("1,200", "1200", "千円", "1,200千円"),
        ("1,200千円", "1200", "千円", "1,200千円"),
        ("－", None, "千円", "－"),
        ("3", "3", None, "3"),
    ],
)
def test_a_figure_is_told_with_its_unit_once(
    text: str, number: str | None, unit: str | None, printed: str
) -> None:
    value = Decimal(number) if number else None
    assert Figure(text, value, unit, "決算額", 2022, Place("id", ())).printed == printed
