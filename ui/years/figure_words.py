"""Figures, differences and rates in, their words on the screen out."""

from decimal import Decimal

from qa.comparing.types import Figure, FigureChange
from ui.words import words


def figure_words(figure: Figure | None) -> str:
    """A figure as printed, with its unit where the print has none; words where the document has none."""
    return figure.printed if figure is not None and figure.text else words().years.not_told


def difference_words(change: FigureChange) -> str:
    """＋11,690千円: the difference with its sign and unit; words where it cannot be reckoned."""
    if change.difference is None:
        return words().years.not_reckoned
    return f"{_signed(change.difference)}{change.unit or ''}"


def rate_words(change: FigureChange) -> str:
    """＋13.8％: the rate with its sign; words where the figure before was 0, nothing where there is none."""
    if change.rate is not None:
        return f"{_signed((change.rate * 100).quantize(Decimal('0.1')))}％"
    was_zero = change.before is not None and change.before.number == 0 and change.difference
    return words().years.from_zero if was_zero else "－"


def column_words(change: FigureChange) -> str:
    """令和4年度 → 令和5年度: the heads of the columns that were compared, one where both are the same."""
    heads = [figure.head for figure in (change.before, change.after) if figure is not None]
    return " → ".join(dict.fromkeys(head for head in heads if head))


def _signed(number: Decimal) -> str:
    sign = words().years.plus if number > 0 else words().years.minus if number < 0 else ""
    return f"{sign}{abs(number):,f}"
