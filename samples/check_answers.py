"""A question's accepted answers and its pages in, what is wrong with the answers out.

An accepted answer stands on one of the pages word for word (compared after NFKC and with white space removed), or is a
figure of the page with the unit that its table's head gives (`118,800千円` for the cell 118,800 under 単位：千円), or names a
number of the page as a page (`38ページ`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from samples.document_pages import fold

NUMBER = r"\d[\d,]*(?:\.\d+)?"
FIGURE = re.compile(rf"△?({NUMBER})(\D{{1,4}})")
"""△ before a cell says that the figure went down: the sign is not compared."""
PAGE_WORDS = frozenset({"ページ", "頁"})


class Page(NamedTuple):
    """A page's text and its whole document's: a table that goes on over pages tells its unit on the first."""

    text: str
    document: str


def find_answer_faults(answers: Sequence[str], pages: Sequence[Page]) -> Iterator[str]:
    """One sentence for each accepted answer that stands on none of the pages."""
    for answer in answers:
        if not any(stands_on(answer, page) for page in pages):
            yield f"the answer {answer!r} stands on none of its pages, nor as a figure with its unit"


def stands_on(answer: str, page: Page) -> bool:
    """Whether a page holds the answer word for word, or its figure where the document gives its unit."""
    folded = fold(answer)
    if folded in fold(page.text):
        return True
    figure = FIGURE.fullmatch(folded)
    if not figure:
        return False
    number, unit = figure.groups()
    return _value(number) in _values(page.text) and (unit in PAGE_WORDS or gives_unit(page, unit))


def gives_unit(page: Page, unit: str) -> bool:
    """Whether a table gives the unit: 単位：千円 or （千円） in a head, or a cell of its own."""
    heads = re.search(rf"(?:単位:|\()(?:[^()]*、)?{re.escape(unit)}[、)\s]", _normal(page.document))
    return heads is not None or unit in _normal(page.text).split()


def _values(text: str) -> set[Decimal]:
    """The values of all numbers in a text as it stands: white space keeps the cells of a table apart."""
    return {_value(number) for number in re.findall(NUMBER, _normal(text))}


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
