"""A text in, its amounts and other figures with units out, compared by what they state."""

import re

from corpus.tables.units import UNIT
from index.text.amounts import find_amounts, find_cell_amounts
from index.text.folding import fold_text
from qa.precedents.types import Mention

_COUNTED = re.compile(rf"(?<![\d,.第])(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>{UNIT})(?![a-z0-9])")
_LETTER = re.compile(r"[a-z]$")


def find_figures(text: str) -> tuple[Mention, ...]:
    """Amounts of money by their yen (1,240千円 and 124万円 are one), other figures by number and unit.

    A count of one (年1回) tells nothing.
    """
    folded = fold_text(text)
    found: dict[int, Mention] = {}
    taken: list[range] = []
    for amount in find_amounts(folded.text):
        start, end = folded.starts[amount.start], folded.ends[amount.end - 1]
        taken.append(range(start, end))
        found[start] = Mention("amount", (amount.term,), start, end, text[start:end])
    for cell in find_cell_amounts(text):
        taken.append(range(cell.start, cell.end))
        found.setdefault(
            cell.start, Mention("amount", (cell.term,), cell.start, cell.end, text[cell.start : cell.end])
        )
    for match in _COUNTED.finditer(folded.text):
        start, end = folded.starts[match.start()], folded.ends[match.end() - 1]
        number = match["number"].replace(",", "")
        if number == "1" or _LETTER.search(match["unit"]) or any(start in place for place in taken):
            continue
        key = f"{number}{match['unit']}"
        found.setdefault(start, Mention("amount", (key,), start, end, text[start:end]))
    return tuple(found[start] for start in sorted(found))
