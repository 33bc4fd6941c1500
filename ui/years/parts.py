"""A comparison in, what of it is on the screen out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.comparing.types import Change, Comparison, SectionComparison
from tenkyo.fiscal_years import era_year
from ui.words import words


@dataclass(frozen=True, slots=True)
class Window:
    """The sections shown, and how many changes stand before and after them."""

    parts: tuple[SectionComparison, ...]
    before: int
    after: int


def visible_parts(comparison: Comparison, everything: bool) -> list[SectionComparison]:
    """The sections with what is to be seen of them: what changed, or all; those without any are left out."""
    parts = (_visible(section, everything) for section in comparison.sections)
    return [part for part in parts if part.changes]


def window(parts: Sequence[SectionComparison], top: int, opened: Change | None) -> Window:
    """The first sections with at least `top` changes in all; where the change that is open stands further on,
    those from its section on."""
    sizes = [len(part.changes) for part in parts]
    start = end = 0
    if opened is not None:
        holder = next(at for at, part in enumerate(parts) if opened in part.changes)
        start = holder if sum(sizes[:holder]) >= top else 0
    while end < len(parts) and (end <= start or sum(sizes[start:end]) < top):
        end += 1
    return Window(tuple(parts[start:end]), sum(sizes[:start]), sum(sizes[end:]))


def document_names(comparison: Comparison) -> tuple[str, str]:
    """What heads the figures of each document: its year, where both are known and differ."""
    told, years = words().years, (comparison.before_year, comparison.after_year)
    if years[0] is None or years[1] is None or years[0] == years[1]:
        return told.before, told.after
    return (
        told.document_of.format(side=told.before_short, year=era_year(years[0])),
        told.document_of.format(side=told.after_short, year=era_year(years[1])),
    )


def _visible(section: SectionComparison, everything: bool) -> SectionComparison:
    if everything:
        return section
    return replace(
        section,
        texts=tuple(text for text in section.texts if text.changed),
        figures=tuple(figure for figure in section.figures if figure.changed and not figure.aside),
    )
