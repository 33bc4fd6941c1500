"""A query and a text in, the ranges of the text to mark out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from index.text.amounts import find_amounts, find_cell_amounts
from index.text.analysis import Analysis, Token, analyse
from index.text.folding import fold_text
from index.text.years import find_years
from index.understanding.query_plan import QueryPlan

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """What of a query is marked: its tokens, words in place of others (squeezed), terms of values."""

    tokens: Analysis
    wordings: tuple[str, ...] = ()
    values: frozenset[str] = frozenset()


def marked_words(plan: QueryPlan) -> MarkedWords:
    """What is marked in the passages that a query finds."""
    asked = plan.lexical
    values = {wording.value for part in asked.alternatives for wording in part.wordings if wording.value}
    wordings = {"".join(fold_text(word).text.split()) for word in plan.wordings}
    spoken = [part for part in asked.alternatives if not any(wording.value for wording in part.wordings)]
    own = [asked.tokens, *(part.tokens for part in spoken)]
    tokens = Analysis(
        tuple(chain.from_iterable(each.lemmas for each in own)),
        tuple(chain.from_iterable(each.bigrams for each in own)),
    )
    return MarkedWords(tokens, tuple(sorted(wordings)), frozenset(values))


def find_highlights(marked: MarkedWords, text: str) -> Ranges:
    """Where a text has the query's content words, other words in their place, its values in any form, or two
    or more neighbouring bigrams of it.

    A bigram alone is too little to mark: 会計 of 会計検査 would mark half of every word about money.
    Ranges are sorted, do not overlap or touch, and count characters of `text` as given.
    """
    found = analyse(text, only=marked.tokens)
    folded = fold_text(text)
    words = (*found.lemmas, *found.foreign)
    cells = find_cell_amounts(text) if marked.values else ()
    return merge(
        [
            *((token.start, token.end) for token in words),
            *_runs(found.bigrams),
            *((cell.start, cell.end) for cell in cells if cell.term in marked.values),
            *(
                (folded.starts[start], folded.ends[end - 1])
                for start, end in _other_words(marked, folded.text)
            ),
        ]
    )


def _other_words(marked: MarkedWords, text: str) -> Iterator[tuple[int, int]]:
    """Where a folded text has a wording, whatever white space is in it, or a value."""
    if marked.wordings:
        places = [place for place, character in enumerate(text) if not character.isspace()]
        squeezed = "".join(text[place] for place in places)
        for word in marked.wordings:
            for match in re.finditer(re.escape(word), squeezed):
                yield places[match.start()], places[match.end() - 1] + 1
    if marked.values:
        for value in chain(find_years(text), find_amounts(text)):
            if value.term in marked.values:
                yield value.start, value.end


def merge(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """The ranges sorted, those that overlap or touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _runs(found: Sequence[Token]) -> list[tuple[int, int]]:
    """Where two bigrams overlap by one character."""
    return [
        (first.start, second.end)
        for first, second in pairwise(found)
        if first.start < second.start < first.end
    ]
