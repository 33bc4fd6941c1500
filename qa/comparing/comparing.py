"""Two sheets in, their comparison out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from qa.comparing.columns import Names, pair_cells
from qa.comparing.figures import compare_figures, is_figure_pair
from qa.comparing.items import confine
from qa.comparing.naming import YearNames
from qa.comparing.rows import PairedRows, pair_all_rows, row_path
from qa.comparing.sections import SectionPair, pair_sections
from qa.comparing.sheets import Cell, Row, Sheet
from qa.comparing.texts import compare_sentences, compare_words
from qa.comparing.types import (
    Basis,
    Comparison,
    FigureChange,
    Item,
    Place,
    RowOnly,
    SectionComparison,
    Side,
    TextChange,
)


def compare(before: Sheet, after: Sheet, item: Item | None = None, basis: Basis = "role") -> Comparison:
    """What changed from one document to the other, all of it or confined to an item.

    Figures are compared column by column: with `role` each document's own year with the other's own year, and
    so on; with `year` what both tell of the same fiscal year. Where the year of either document is not known,
    columns are compared by the years that they name.
    """
    documents = (before.document.id, after.document.id)
    names, columns = heading_names(before, after), _column_names(before, after, basis)
    if item:
        before, after = confine(before, item, names[0]), confine(after, item, names[1])
    pairs = pair_sections(before.sections, after.sections, names)
    rows = pair_all_rows(pairs, columns)
    numbers = count(1)
    sections = []
    for pair, paired in zip(pairs, rows, strict=True):
        sentences = compare_sentences(
            documents,
            pair.before.sentences if pair.before else (),
            pair.after.sentences if pair.after else (),
            names,
        )
        section = _section(documents, pair, paired, sentences, columns, basis)
        if section.changes:
            sections.append(_numbered(section, numbers))
    return Comparison(before.document, after.document, before.year, after.year, basis, item, tuple(sections))


def heading_names(before: Sheet, after: Sheet) -> Names:
    """How years in headings, sentences and items become names: by their distance from each document's own
    year; where one is not known, all years are one."""
    known = before.year is not None and after.year is not None
    return YearNames(before.year if known else None, True), YearNames(after.year if known else None, True)


def _column_names(before: Sheet, after: Sheet, basis: Basis) -> Names:
    relative = basis == "role" and before.year is not None and after.year is not None
    return YearNames(before.year, relative), YearNames(after.year, relative)


def _section(
    documents: tuple[str, str],
    pair: SectionPair,
    paired: PairedRows,
    sentences: Sequence[TextChange],
    columns: Names,
    basis: Basis,
) -> SectionComparison:
    texts, figures = list(sentences), list[FigureChange]()
    for rows in paired.pairs:
        for ours, theirs in pair_cells(rows.before.cells, rows.after.cells, columns):
            if basis == "year" and not _of_one_year(ours, theirs):
                continue
            if is_figure_pair(ours, theirs):
                figures.append(compare_figures(documents, rows, ours, theirs, columns))
            else:
                texts.append(compare_words(documents, rows, ours, theirs, columns))
    alone = [
        *_rows_only(documents[0], "before", paired.before, paired.after, columns),
        *_rows_only(documents[1], "after", paired.after, paired.before, columns[::-1]),
    ]
    return SectionComparison(
        pair.before.headings if pair.before else (),
        pair.after.headings if pair.after else (),
        pair.pairing,
        tuple(texts),
        tuple(figures),
        tuple(alone),
    )


def _of_one_year(before: Cell | None, after: Cell | None) -> bool:
    """Whether two cells tell something of one fiscal year, or are words that are of none."""
    if before is None or after is None:
        return False
    return not is_figure_pair(before, after) or before.fiscal_year == after.fiscal_year is not None


def _rows_only(
    document_id: str, side: Side, rows: Sequence[Row], others: Sequence[Row], names: Names
) -> list[RowOnly]:
    known = {row_path(row, names[1]) for row in others}
    return [
        RowOnly(
            0,
            side,
            row.labels,
            tuple((" ".join(cell.heads), " ".join(cell.text.split())) for cell in row.cells),
            Place(document_id, row.spans),
            row_path(row, names[0]) in known,
        )
        for row in rows
    ]


def _numbered(section: SectionComparison, numbers: Iterator[int]) -> SectionComparison:
    return replace(
        section,
        texts=tuple(replace(text, number=next(numbers)) for text in section.texts),
        figures=tuple(replace(figure, number=next(numbers)) for figure in section.figures),
        rows=tuple(replace(row, number=next(numbers)) for row in section.rows),
    )
