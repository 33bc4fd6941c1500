"""A passage and its document in; all that the lexical index holds of it out."""

from dataclasses import dataclass

from corpus.types import Document, Passage
from index.text.amounts import find_amounts, find_cell_amounts
from index.text.analysis import Analysis, analyse
from index.text.context import indexed_text
from index.text.exact_units import indexed_terms
from index.text.folding import fold_text
from index.text.years import find_years, fiscal_year_term


@dataclass(frozen=True, slots=True)
class PassageTokens:
    """A passage with its title and headings: its tokens, the `units` of exact phrases, and its `values`."""

    analysis: Analysis
    units: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


def passage_tokens(passage: Passage, document: Document) -> PassageTokens:
    """What a passage is found by."""
    text = indexed_text(passage, document)
    folded = fold_text(text).text
    named = (*find_years(folded), *find_amounts(folded), *find_cell_amounts(text))
    values = [value.term for value in named]
    if document.fiscal_year is not None:
        values.append(fiscal_year_term(document.fiscal_year))
    return PassageTokens(
        analyse(text),
        indexed_terms((document.title, *passage.headings, passage.text)),
        tuple(dict.fromkeys(values)),
    )
