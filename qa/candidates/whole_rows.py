"""Facts by how well they fit in; rows of which the question names several heads, told as one, out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import squeeze
from qa.asking.questions import AskedQuestion
from qa.candidates.fact_layers import Row, row_of
from qa.candidates.fact_words import IDEOGRAPH, is_change
from qa.candidates.facts import Fact, is_year, value_words

ASKED_ALL = re.compile(r"内訳|それぞれ|各々|breakdown|each\b", re.I)
ASKED_SUM = re.compile(r"全部で|合わせて|合計")
SUM = re.compile(r"[合総]?計")
THIS_YEAR = re.compile(r"[前本当]年度")

MOST_ROWS = 2
"""So many rows are looked at: those of the facts that fit best."""

BETTER = 0.05
"""A row that tells all that is asked for fits better by this than the best of its cells."""


def whole_rows(asked: AskedQuestion, best: Sequence[tuple[float, Fact]]) -> Iterator[tuple[float, Fact]]:
    """For each of the best rows the fact that tells its figures under the heads that the question names,
    where it names two or more; under all where a breakdown is asked for.

    `best` are facts with how well they fit, best first. Columns of years are left to comparing.
    """
    rows: dict[tuple[Row, tuple[str, ...]], list[tuple[float, Fact]]] = {}
    for fit, fact in best:
        rows.setdefault((row_of(fact), fact.labels), []).append((fit, fact))
    for cells in list(rows.values())[:MOST_ROWS]:
        figures = sorted((fact for _, fact in cells if _is_figure(fact)), key=lambda fact: fact.place.start)
        named = figures if ASKED_ALL.search(asked.text) else _named(asked.text, figures)
        if len(named) > 1:
            yield cells[0][0] + BETTER, _joined(named)


def _named(question: str, figures: Sequence[Fact]) -> list[Fact]:
    """The facts whose heads the question names: by the ideographs that tell a head from the others of its
    row (指摘 and 注意 of 指摘事項 and 注意事項). A sum is with them where one asks for all together."""
    letters = [set(IDEOGRAPH.findall(fact.heads[-1])) for fact in figures]
    counts = Counter(letter for own in letters for letter in own)
    telling = [{letter for letter in own if counts[letter] == 1} for own in letters]
    named = [fact for fact, own in zip(figures, telling, strict=True) if own and own <= set(question)]
    if len(named) > 1 and ASKED_SUM.search(question):
        named += [fact for fact in figures if SUM.fullmatch(squeeze(fact.heads[-1])) and fact not in named]
    return named


def _is_figure(fact: Fact) -> bool:
    counted = fact.number is not None and fact.unit is not None and not is_change(fact)
    return (
        counted and bool(fact.heads) and not is_year(fact.heads[-1]) and not THIS_YEAR.match(fact.heads[-1])
    )


def _joined(facts: Sequence[Fact]) -> Fact:
    years = {fact.fiscal_year for fact in facts}
    return replace(
        facts[0],
        heads=(),
        value="、".join(f"{fact.heads[-1]} {value_words(fact)}" for fact in facts),
        number=None,
        unit=None,
        fiscal_year=years.pop() if len(years) == 1 else None,
    )
