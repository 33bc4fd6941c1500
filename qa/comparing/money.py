"""Two figures with their units in, both in one unit out."""

from decimal import Decimal

YEN: dict[str, Decimal] = {
    "円": Decimal(1),
    "百円": Decimal(100),
    "千円": Decimal(1_000),
    "万円": Decimal(10_000),
    "百万円": Decimal(1_000_000),
    "千万円": Decimal(10_000_000),
    "億円": Decimal(100_000_000),
    "十億円": Decimal(1_000_000_000),
    "兆円": Decimal(1_000_000_000_000),
}
"""How many yen each unit of money is."""

RATES = frozenset({"％", "%", "ポイント"})


def convert(number: Decimal, unit: str, wanted: str) -> Decimal | None:
    """A figure in another unit; None where the two units do not measure the same."""
    if unit == wanted:
        return number
    if unit in YEN and wanted in YEN:
        return number * YEN[unit] / YEN[wanted]
    return None


def difference_unit(unit: str | None) -> str | None:
    """What a difference of two figures is counted in: that of two rates in points."""
    return "ポイント" if unit in RATES else unit
