"""What a cell of a table or a field of a form states, with what it is of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.eras import parse_fiscal_year
from corpus.tables.figures import parse_figure, stands_for_none
from corpus.types import Span
from qa.asking.years import name_fiscal_year
from qa.candidates.evidence import Evidence
from qa.candidates.types import Form

_NARROW = {
    ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９，．－", "0123456789,.-", strict=True)
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with what it is of. Characters `start` to `end` (exclusive) of the evidence's passage are the
    row that says so; `place` is where the value stands on its page.

    `labels` and `heads` are outermost first, `title` is the table's, `form` the project's whose form it is.
    `value` is as printed, `number` not scaled by the `unit`; `fiscal_year` is western. `own_start` is where
    the passage's own text begins, before which nothing may be quoted.
    """

    evidence: Evidence
    start: int
    end: int
    place: Span
    title: str
    labels: tuple[str, ...]
    heads: tuple[str, ...]
    value: str
    number: Decimal | None
    unit: str | None
    fiscal_year: int | None
    kind: Form = "cell"
    form: str = ""
    own_start: int = 0


def says_nothing(value: str) -> bool:
    """Whether a cell is empty, or stands for no value (－, …)."""
    return not value.strip() or stands_for_none(value)


def value_words(fact: Fact) -> str:
    """A fact's value with its unit: 31,240千円; thousands are parted, and 〃 is the figure it repeats."""
    if fact.number is None:
        return " ".join(fact.value.split())
    printed = parse_figure(fact.value)
    text = "".join(fact.value.split()).translate(_NARROW)
    if printed is None or (fact.unit and text.removeprefix("-").isdigit()):
        text = f"{fact.number:,}"
    has_unit = fact.unit is None or (printed is not None and printed.unit is not None)
    return text if has_unit else f"{text}{fact.unit}"


def joined_alike(facts: Iterable[Fact]) -> list[Fact]:
    """The facts; those that are of the same row, labels, heads and year are one that says all their values,
    as nothing tells them apart."""
    alike: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        key = (fact.start, fact.end, fact.labels, fact.heads, fact.fiscal_year)
        alike.setdefault(key, []).append(fact)
    return [_joined(found) if len(found) > 1 else found[0] for found in alike.values()]


def _joined(facts: Sequence[Fact]) -> Fact:
    values = dict.fromkeys(map(value_words, facts))
    if len(values) == 1:
        return facts[0]
    return replace(facts[0], value="、".join(values), number=None, unit=None)


def year_words(fact: Fact) -> str:
    """A fact's fiscal year as its heads and labels print it, else by its era (令和4年度); "" without one."""
    if fact.fiscal_year is None:
        return ""
    for words in reversed((*fact.labels, *fact.heads)):
        if is_year(words) and parse_fiscal_year(words) == fact.fiscal_year:
            return words
    return name_fiscal_year(fact.fiscal_year)


def is_year(words: str) -> bool:
    """Whether a head or label is a year and nothing else: 令和4年度, R4, 令和6年度（予算）."""
    bare = words.split("（")[0].split("(")[0].strip()
    return (
        len(bare) <= 8
        and parse_fiscal_year(bare) is not None
        and bare[-1:] in "年度0123456789０１２３４５６７８９"
    )
