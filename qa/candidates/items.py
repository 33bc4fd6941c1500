"""A row of a table in, the items with their amounts that its cells list out."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from corpus.tables.figures import parse_figure
from qa.candidates.facts import Fact

_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?=\s*(?:百万|千)?円)|\d{4,})(?:\s*(?:百万|十億|億|万|千)?円)?"
_ITEM = re.compile(
    rf"(?P<item>(?:[^\s、,，;；()\d]|\([^()]*\))(?:[^\t\n、;；()]|\([^()]*\)){{0,58}}?)"
    rf"[\s:：]{{0,9}}(?P<amount>{_AMOUNT})(?=[\s、,，;；)」】]|$)"
)
_MARKS = " 　・○●◯◎-－*＊※、,，"
_MONEY = re.compile(r"円$")
_CELL = re.compile(r"[^\t\n]+")


def item_facts(row: Fact) -> Iterator[Fact]:
    """The items that a row's cells of words list (運用保守24,640、認証基盤の設定6,600), as facts.

    `row` is the fact of one of the row's cells, of its largest amount of money where it has any: an item's
    amount without a unit is told in that one's, and is not more than it.
    """
    text = row.evidence.hit.passage.text
    for cell in _CELL.finditer(text, row.start, row.end):
        if parse_figure(cell.group()) is None:
            for match in _ITEM.finditer(unicodedata.normalize("NFKC", cell.group())):
                figure = parse_figure(match["amount"])
                item = match["item"].strip(_MARKS)
                if figure is None or not item or not _fits(row, figure.number, figure.unit):
                    continue
                yield replace(
                    row,
                    labels=(*row.labels, item),
                    heads=(),
                    value=match["amount"],
                    number=figure.number,
                    unit=figure.unit or row.unit,
                )


def _fits(row: Fact, number: Decimal, unit: str | None) -> bool:
    if unit is not None:
        return _MONEY.search(unit) is not None
    return row.number is not None and is_money(row) and number <= abs(row.number)


def is_money(fact: Fact) -> bool:
    """Whether a fact states an amount of money."""
    return fact.number is not None and fact.unit is not None and _MONEY.search(fact.unit) is not None
