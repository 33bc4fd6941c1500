"""Folded text in, the units out that an exact phrase is made of: characters, and whole words and numbers.

Two neighbouring units make one term of the index, so that a phrase is a run of terms; white space is none.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.text.bigrams import LAST_LONG_MARK, WORD
from index.text.folding import fold_text

_UNIT = re.compile(rf"{WORD.pattern}|\S")
_JOINT = "\u001f"
_BREAK = "\u001e"


def exact_units(text: str) -> tuple[str, ...]:
    """The units of a text: numbers without commas, Latin words whole, any other character by itself."""
    folded = LAST_LONG_MARK.sub("", fold_text(text).text)
    return tuple(
        match[0].replace(",", "") if match[0][0].isdigit() else match[0] for match in _UNIT.finditer(folded)
    )


def paired_terms(units: Sequence[str]) -> tuple[str, ...]:
    """One term for each two neighbours."""
    return tuple(f"{first}{_JOINT}{second}" for first, second in pairwise(units))


def indexed_terms(texts: Iterable[str]) -> tuple[str, ...]:
    """The terms of several texts, over whose borders no phrase goes; each unit begins a term."""
    units: list[str] = [_BREAK]
    for text in texts:
        units += [*exact_units(text), _BREAK]
    return paired_terms(units)


def beginning_with(unit: str) -> str:
    """The pattern of all terms that a unit begins."""
    return f"{re.escape(unit)}{_JOINT}.+"
